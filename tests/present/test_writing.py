"""The record at the table: its rows, everything that can be done on paper, what waits for us."""

from __future__ import annotations

import built
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.state import SeatView
from negosim.engine.words import Level
from negosim.present.choices import Choice, Group
from negosim.present.line_draft import LineDraft
from negosim.present.reacting import reactions
from negosim.present.writing import Written, writing

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
EVERY = "c offer price=240 payment=60 service=m24 delivery=60; v accept"


def match(line: str = "", level: Level = Level.COURSE) -> Match:
    scenario = unbound(built.third_vendor())
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line)


def choices(view: SeatView, lang: str = "en") -> dict[str, Choice]:
    return {choice.id: choice for choice in writing(view, lang).choices}


def legal(view: SeatView) -> dict[str, m.Move | None]:
    return {id: choice.move for id, choice in choices(view).items() if not choice.why_not}


def waiting(view: SeatView, lang: str = "en") -> dict[str, Group]:
    return {group.id: group for group in reactions(view, lang)}


def states(view: SeatView) -> list[Written]:
    return [row.state for row in writing(view, "en").rows]


def test_an_issue_goes_from_open_over_agreed_and_proposed_to_written() -> None:
    game = match()
    assert states(game.view("v")) == [Written.OPEN] * 4
    game.play("c offer delivery=60; v accept; c notyet")
    assert states(game.view("v"))[DELIVERY] is Written.AGREED
    game.play("v write")
    assert states(game.view("v"))[DELIVERY] is Written.OURS
    assert states(game.view("c"))[DELIVERY] is Written.THEIRS
    game.play("c confirm")
    row = writing(game.view("c"), "en").rows[DELIVERY]
    assert (row.name, row.value, row.state, row.said, row.line) == (
        "Delivery",
        "60 days",
        Written.CONFIRMED,
        "written",
        1,
    )


def test_a_refused_line_is_agreed_and_unwritten_again() -> None:
    game = match("c offer delivery=60; v accept; c notyet; v write; c refuse")
    assert states(game.view("v"))[DELIVERY] is Written.AGREED


def test_a_benefit_has_a_row_once_it_is_agreed() -> None:
    game = match("c notyet; v offer delivery=60 for +reference; c accept")
    row = writing(game.view("v"), "zh").rows[-1]
    assert (row.issue, row.name, row.state, row.said) == (
        None,
        "样板参观",
        Written.AGREED,
        "谈妥未写",
    )
    assert len(writing(match().view("v"), "en").rows) == 4


def test_all_that_is_agreed_is_written_in_one_gesture_or_one_by_one() -> None:
    game = match("c offer delivery=60; v accept; c offer service=m24; v accept; c notyet")
    found = choices(game.view("v"))
    assert found["propose"].label == "Write down all that is agreed (2)"
    assert found["propose"].move == m.Propose()
    assert found["propose:1"].label == "Write down: on-site service m24"
    assert found["propose:1"].move == m.Propose((m.Deal((None, None, 2, None)),))
    assert "propose:0" not in choices(match("c offer delivery=60; v accept; c notyet").view("v"))


def test_nothing_agreed_says_that_there_is_nothing_to_write() -> None:
    found = choices(match("c notyet").view("v"))
    assert found["propose"].why_not.startswith("Nothing is agreed that is not yet written")
    assert found["draw"].why_not.startswith("The contract has no value for price yet")


def test_their_lines_are_confirmed_or_refused_together_and_each() -> None:
    game = match("c offer delivery=60; v accept; c offer service=m24; v accept; c write")
    found = legal(game.view("v"))
    assert {id: move for id, move in found.items() if id.startswith(("confirm", "refuse"))} == {
        "confirm": m.Confirm(),
        "refuse": m.Refuse(),
        "confirm:1": m.Confirm((1,)),
        "confirm:2": m.Confirm((2,)),
        "refuse:1": m.Refuse((1,)),
        "refuse:2": m.Refuse((2,)),
    }
    one = choices(match("c offer delivery=60; v accept; c write").view("v"))
    assert [id for id in one if id.startswith("confirm")] == ["confirm"]
    assert one["confirm"].label == "Confirm"


def test_a_line_that_nobody_agreed_to_is_warned_of_but_at_exam() -> None:
    line = "c write price=240"
    assert choices(match(line).view("v"))["confirm"].hint == (
        "Careful: nobody agreed to that at the table."
    )
    assert choices(match(line, Level.EXAM).view("v"))["confirm"].hint == ""
    agreed = match("c offer delivery=60; v accept; c write")
    assert choices(agreed.view("v"))["confirm"].hint == ""


def test_own_lines_are_struck_out_and_confirmed_ones_reopened() -> None:
    game = match("c offer delivery=60; v accept; c notyet; v write")
    assert legal(game.view("v"))["strike:1"] == m.Strike((1,))
    assert choices(game.view("v"), "zh")["strike:1"].label == "划掉第1条：到货时间60天"
    game.play("c confirm; v reopen 1")
    assert choices(game.view("v"))["reopen:1"].why_not.startswith("That is done already")
    assert legal(game.view("c"))["reopen:1"] == m.Reopen(1)
    assert choices(game.view("c"))["reopen:1"].label == "Agree to reopen 1: delivery in 60 days"
    notes = [writing(game.view(seat), "en").rows[DELIVERY].note for seat in "vc"]
    assert notes == ["You asked to reopen it.", "They ask to reopen it."]


def test_the_pen_is_named_and_taken_when_it_is_loose() -> None:
    game = match()
    assert writing(game.view("v"), "en").pen.startswith("Nobody holds the pen")
    game.play("c offer delivery=60; v accept; c write")
    assert writing(game.view("c"), "en").pen == "You hold the pen."
    assert writing(game.view("v"), "en").pen == "They hold the pen."
    assert choices(game.view("v"))["pen"].why_not.startswith("The pen is in use")
    game.play("v refuse")
    assert writing(game.view("v"), "en").pen == "They hold the pen; you may take it now."
    assert legal(game.view("v"))["pen"] == m.ClaimPen()
    assert "pen" not in choices(game.view("c"))


def test_what_the_contract_lacks_is_said_until_everything_is_on_record() -> None:
    game = match("c offer delivery=60; v accept; c notyet")
    assert writing(game.view("v"), "en").missing == (
        "Still to agree: price, paid at acceptance and on-site service. Still to confirm: delivery."
    )
    game = match(f"{EVERY}; c write; v confirm")
    assert writing(game.view("v"), "zh").missing == ""


def test_the_sheet_is_drawn_signed_and_torn() -> None:
    game = match(f"{EVERY}; c write; v confirm")
    assert legal(game.view("c"))["draw"] == m.Draw()
    game.play("c draw")
    assert legal(game.view("v"))["sign"] == m.Sign()
    assert legal(game.view("v"))["tear"] == m.Tear()
    game.play("v sign")
    assert "sign" not in choices(game.view("v"))


# -- a line in one's own words ---------------------------------------------------------


def test_a_line_of_ones_own_names_values_and_benefits() -> None:
    view = match("c notyet").view("v")
    draft = LineDraft(view)
    assert (draft.move(), draft.problem("en")) == (None, "Put a value or a benefit on the line.")
    draft.package.give(PRICE)
    draft.package.less(PRICE)
    draft.benefit(0, True)
    assert draft.move() == m.Propose((m.Deal((305, None, None, None), (0,)),))
    assert draft.problem("en") == ""
    again = LineDraft(view, draft.memory, draft.benefits)
    assert again.move() == draft.move()
    draft.benefit(0, False)
    assert draft.benefits == ()


def test_a_line_beyond_the_authority_says_to_consult() -> None:
    view = Match.at_talks(built.third_vendor()).play("c notyet").view("v")
    draft = LineDraft(view)
    draft.package.give(PRICE)
    draft.package.set(PRICE, 200)
    assert draft.problem("en").startswith("That is beyond your authority on price")


# -- what waits for us --------------------------------------------------------------------


def test_nothing_waits_on_an_empty_table() -> None:
    assert waiting(match().view("v")) == {}


def test_a_question_waits_under_its_own_sentence() -> None:
    group = waiting(match("c ask causal price").view("v"), "zh")["question"]
    assert group.title == "价格这一项，贵方是出于什么考虑？"
    assert [choice.id for choice in group.choices] == [
        "interest:1",
        "interest:2",
        "interest:3",
        "evasive",
    ]


def test_lines_wait_with_what_they_say() -> None:
    group = waiting(match("c offer delivery=60; v accept; c write").view("v"))["lines"]
    assert group.title == "They wrote down: delivery in 60 days"
    assert [choice.id for choice in group.choices] == ["confirm", "refuse"]


def test_only_lines_they_wish_to_reopen_wait() -> None:
    game = match("c offer delivery=60; v accept; c write; v confirm")
    assert "reopen" not in waiting(game.view("v"))
    group = waiting(game.play("c reopen 1").view("v"))["reopen"]
    assert [choice.move for choice in group.choices] == [m.Reopen(1)]


def test_a_sheet_waits_with_its_worth_and_what_is_not_on_record() -> None:
    game = match("c offer price=240 payment=60 service=m24; v accept; c write; v confirm")
    game.play("c draw price=240 payment=60 service=m24 delivery=60")
    group = waiting(game.view("v"))["sheet"]
    # exercise.md R46: 240/60/m24/60 scores 30 for the vendor, whose walk-away is 20.
    assert group.title == (
        "A contract lies on the table: a price of 240 (10k yuan), 60% paid at acceptance, "
        "on-site service m24 and delivery in 60 days. Not on record: delivery. "
        "Worth 30 points to you; no deal is worth 20."
    )
    assert [choice.id for choice in group.choices] == ["sign", "tear"]
    assert "sheet" not in waiting(game.play("v sign").view("v"))


def test_at_exam_the_sheet_says_nothing_of_points() -> None:
    game = match(f"{EVERY}; c write; v confirm; c draw", Level.EXAM)
    assert "points" not in waiting(game.view("v"))["sheet"].title


def test_two_packages_wait_until_one_is_preferred() -> None:
    game = match("c offer price=170 payment=30 or price=170 delivery=30")
    group = waiting(game.view("v"))["packages"]
    assert [choice.move for choice in group.choices] == [m.Prefer(False), m.Prefer(True)]
    assert "packages" not in waiting(game.play("v prefer 1").view("v"))
