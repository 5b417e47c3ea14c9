"""The contract sheet: clauses beside the record, warnings, signatures, the draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from notation import Match, unbound

from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import with_marks
from negosim.engine.sides import BySide, Side
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Level
from negosim.play.stream import Streams
from negosim.present.clauses import Mark
from negosim.present.contract import (
    SheetPage,
    Stage,
    actions,
    guess_reminder,
    hint,
    sheet_page,
    stage_of,
)
from negosim.present.sheet_draft import SheetDraft

THIRD = load("third-vendor")
FREE = unbound(THIRD)
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
AGREED = "c offer price=240 payment=60 service=m24 delivery=60; v accept"
WRITTEN = f"{AGREED}; c write; v confirm"


def played(lines: str, *, level: Level | None = None, clock: ClockKind = ClockKind.TABLE) -> Match:
    return Match.at_talks(FREE, solo_setup(FREE, level=level, clock=clock)).play(lines)


def page(
    match: Match, side: Side = Side.VENDOR, lang: str = "en", draft: SheetDraft | None = None
) -> SheetPage:
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    heard: tuple[SeatEvent, ...] = streams.of(side, 0)
    return sheet_page(match.view(side.word), heard, draft or SheetDraft(4), lang)


def marks(shown: SheetPage) -> list[Mark]:
    return [clause.mark for clause in shown.clauses]


# -- the sheet and the record ---------------------------------------------------------


def test_a_sheet_drawn_from_the_record_has_no_marks() -> None:
    shown = page(played(f"{WRITTEN}; c draw"))
    assert marks(shown) == [Mark.ON_RECORD] * 4
    assert shown.difference == "Every line is on record."
    assert [clause.value for clause in shown.clauses] == [
        "240 (10k yuan)",
        "60%",
        "24 months",
        "60 days",
    ]
    assert [clause.note for clause in shown.clauses] == [""] * 4


def test_what_was_agreed_and_never_written_is_marked_as_not_on_record() -> None:
    shown = page(played(f"{AGREED}; c draw"))
    assert marks(shown) == [Mark.AGREED] * 4
    assert shown.clauses[PRICE].on_record == ""
    assert shown.clauses[PRICE].note == "agreed, not on record"


def test_a_value_that_the_record_contradicts_stands_beside_the_recorded_one() -> None:
    match = played(f"{WRITTEN}; c draw price=230 payment=60 service=m24 delivery=60")
    shown = page(match)
    assert marks(shown) == [Mark.DIFFERS, *[Mark.ON_RECORD] * 3]
    assert (shown.clauses[PRICE].value, shown.clauses[PRICE].on_record) == (
        "230 (10k yuan)",
        "240 (10k yuan)",
    )
    assert shown.difference == ("One line is not what the record says. Both of you see the mark.")
    # R41: the marks are for both to see.
    assert marks(page(match, Side.CLIENT)) == marks(shown)


def test_a_value_that_nobody_agreed_to_is_marked_too() -> None:
    shown = page(played("c draw price=230 payment=60 service=m24 delivery=60"))
    assert marks(shown) == [Mark.NEW] * 4
    assert shown.difference.startswith("4 lines are not what the record says.")


def test_benefits_are_marked_when_sheet_or_record_alone_has_them() -> None:
    match = played(
        "c offer price=240 payment=60 service=m24; v offer delivery=60 for +reference; c accept;"
        "v write; c confirm; v draw price=240 payment=60 service=m24 delivery=60"
    )
    extra = page(match).extras[0]
    assert (extra.text, extra.mark) == ("A reference visit", Mark.LEFT_OUT)
    assert page(match).difference.startswith("4 lines")


# -- what it says to its reader ---------------------------------------------------------


def test_own_points_are_said_to_each_side_and_not_at_exam() -> None:
    match = played(f"{WRITTEN}; c draw")
    # R46: 240/60/m24/60 scores 30/26.
    assert page(match).worth == "Signed: 30 points. No deal: 20."
    assert page(match, Side.CLIENT).worth == "Signed: 26 points. No deal: 22."
    assert sum(int(each.points) for each in page(match).clauses) == 30
    exam = page(played(f"{WRITTEN}; c draw", level=Level.EXAM))
    assert exam.worth == ""
    assert [clause.points for clause in exam.clauses] == [""] * 4


def test_who_drew_it_and_the_parties_are_named() -> None:
    shown = page(played(f"{WRITTEN}; c draw"))
    assert shown.drawn == "Drawn up by: Client"
    assert shown.parties == BySide("Linkway Systems", "Harbour Logistics")
    assert shown.subject == "The third vendor"


def test_a_value_beyond_ones_authority_is_warned_of_before_signing() -> None:
    match = Match.at_talks(THIRD).play("c draw price=230 payment=60 service=m24 delivery=60")
    # R24's default keeps the vendor's negotiators at the target of 240.
    assert page(match).warnings == (
        "Beyond your authority: a price of 230 (10k yuan)."
        " Ask your director in a break before you sign (R24).",
    )
    assert "authority" in actions(match.view("v"), SheetDraft(4), "en")[0].why_not


def test_a_value_beyond_ones_limit_cannot_be_signed() -> None:
    match = played("c draw price=180 payment=60 service=m24 delivery=60")
    assert page(match).warnings == (
        "Beyond your limit, so you cannot sign: a price of 180 (10k yuan) (R24).",
    )
    # The client has no such warning: it is the vendor's limit.
    assert page(match, Side.CLIENT).warnings == ()


def test_a_client_is_told_who_of_its_team_will_not_sign() -> None:
    match = played("c draw price=240 payment=60 service=m18 delivery=60")
    assert page(match, Side.CLIENT).warnings == (
        "Mr Zhou, on your own side, will not sign 18 months of on-site service.",
    )
    assert page(match).warnings == ()


# -- stages and what may be done ----------------------------------------------------------


def test_the_paper_goes_from_draft_to_seal() -> None:
    match = played(WRITTEN)
    assert stage_of(match.view("v")) is Stage.DRAFT
    match.play("c draw")
    assert stage_of(match.view("v")) is Stage.OPEN
    match.play("v sign")
    assert (stage_of(match.view("v")), stage_of(match.view("c"))) == (Stage.SIGNED, Stage.OPEN)
    match.play("c sign")
    assert stage_of(match.view("v")) is Stage.SEALED
    shown = page(match)
    assert shown.signed == BySide(True, True)
    assert shown.warnings == ()
    assert shown.title == "Contract"


def test_breaking_off_is_no_seal() -> None:
    match = played(f"{WRITTEN}; c draw; v walk")
    assert stage_of(match.view("v")) is Stage.OPEN


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (WRITTEN, ["draw", "pen"]),
        (f"{WRITTEN}; c draw", ["sign", "tear"]),
        (f"{WRITTEN}; c draw; v sign", ["tear"]),
        (f"{WRITTEN}; c draw; v sign; c sign", []),
    ],
)
def test_what_may_be_done_follows_from_the_stage(lines: str, ids: list[str]) -> None:
    match = played(lines)
    assert [each.id for each in actions(match.view("v"), SheetDraft(4), "en")] == ids


def test_who_has_not_the_pen_is_told_why_he_cannot_draw() -> None:
    draw, pen = actions(played(f"{WRITTEN}; c notyet").view("v"), SheetDraft(4), "en")
    assert draw.why_not.startswith("They hold the pen")
    assert pen.why_not.startswith("The pen is in use")
    own = actions(played(WRITTEN).view("c"), SheetDraft(4), "en")
    assert [(each.id, each.why_not, each.cost) for each in own] == [("draw", "", "1 min")]


def test_signatures_carry_the_time_on_the_clock() -> None:
    match = played(f"{WRITTEN}; c draw; v sign")
    # Offer 60, accept 15, lines 15, confirm 10, sheet 60 (R16); the client's opening concedes
    # nothing, so it costs 45.
    assert page(match).signed_at == BySide("02:25", "")
    bare = played(f"{WRITTEN}; c draw; v sign", clock=ClockKind.NONE)
    assert page(bare).signed_at == BySide("", "")
    assert page(bare).signed == BySide(True, False)


def test_the_guess_is_asked_for_until_it_is_locked() -> None:
    match = played(f"{WRITTEN}; c draw")
    assert guess_reminder(match.view("v"), "en").startswith("Lock your guess")
    match.play("v guess price delivery service payment")
    assert guess_reminder(match.view("v"), "en") == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_stage_has_its_hint(lang: str) -> None:
    said = []
    match = played(AGREED.replace(" delivery=60", ""))
    said.append(hint(match.view("v"), lang))
    match = played(WRITTEN)
    said.append(hint(match.view("v"), lang))
    for lines in ("c draw", "v sign", "c sign"):
        said.append(hint(match.play(lines).view("v"), lang))
    assert len(set(said)) == 5


# -- the draft -----------------------------------------------------------------------------


def test_a_draft_is_filled_in_from_what_is_agreed() -> None:
    view = played(f"{AGREED}; c notyet").view("v")
    draft = SheetDraft(4)
    assert draft.terms(view) == (240, 2, 2, 2)
    assert draft.move(view) == m.Draw()
    assert not any(draft.editable(view, number) for number in range(4))


def test_what_is_missing_is_taken_from_them_as_far_as_it_can_be_signed() -> None:
    match = played("c offer price=170 payment=60 delivery=30; v notyet; c notyet")
    draft = SheetDraft(4)
    # Their 170 is beyond the limit of 188: one's own last, the quote, instead. Service they
    # have not named: one's own quote as well.
    assert draft.terms(match.view("v")) == (310, 2, 0, 4)
    assert hint(match.view("v"), "en").startswith("Nothing is agreed on 4 of the points")


def test_a_missing_value_is_chosen_between_the_limit_and_the_best_named() -> None:
    view = played("c offer price=230 payment=60 service=m24 delivery=60; v notyet; c notyet").view(
        "v"
    )
    draft = SheetDraft(4)
    for _ in range(99):
        draft.step(view, PRICE, upward=False)
    assert draft.terms(view)[PRICE] == 188
    assert not draft.may_step(view, PRICE, upward=False)
    for _ in range(99):
        draft.step(view, PRICE, upward=True)
    assert draft.terms(view)[PRICE] == 310
    assert draft.move(view).deal == m.Deal((310, 2, 2, 2))


def test_what_is_agreed_can_be_changed_only_when_all_is_set_free() -> None:
    view = played(f"{AGREED}; c notyet").view("v")
    draft = SheetDraft(4)
    draft.step(view, PRICE, upward=True)
    draft.toggle(view, 0)
    assert draft.move(view) == m.Draw()
    draft.free = True
    draft.step(view, PRICE, upward=True)
    draft.toggle(view, 0)
    assert draft.move(view) == m.Draw(m.Deal((245, 2, 2, 2), (0,)))
    draft.free = False
    assert draft.move(view) == m.Draw()


def test_a_free_draft_shows_every_benefit_to_choose_from() -> None:
    match = played(f"{WRITTEN}; c notyet")
    draft = SheetDraft(4)
    assert page(match, draft=draft).extras == ()
    draft.free = True
    draft.toggle(match.view("v"), 1)
    shown = page(match, draft=draft).extras
    assert [(each.chosen, each.mark) for each in shown] == [
        (False, Mark.ON_RECORD),
        (True, Mark.NEW),
        (False, Mark.ON_RECORD),
    ]


def test_the_page_of_a_draft_shows_what_would_be_put_down() -> None:
    match = played(f"{AGREED}; c notyet")
    shown = page(match)
    assert shown.drawn == "Draft, not on the table yet"
    assert shown.clauses[0].value == "240 (10k yuan)"
    assert shown.signed == BySide(False, False)


def test_a_sheet_for_which_the_time_is_too_short_is_warned_of() -> None:
    setup = solo_setup(FREE, limit_ms=150_000)
    match = Match.at_talks(FREE, setup).play(f"{AGREED}; c notyet; v notyet; c notyet")
    assert any("R15" in warning for warning in page(match).warnings)


def test_the_page_is_the_same_in_a_world_that_differs_in_their_secrets() -> None:
    marks = tuple(replace(mark, rank=5 - mark.rank) for mark in FREE.marks.client)
    marks = (replace(marks[PRICE], target=220, floor=250), *marks[1:])
    twin = with_marks(FREE, FREE.marks.put(Side.CLIENT, marks))
    lines = f"{AGREED}; c draw price=230 payment=60 service=m24 delivery=60"
    other = Match.at_talks(unbound(twin)).play(lines)
    assert page(other) == page(played(lines))
    assert page(other, Side.CLIENT) != page(played(lines), Side.CLIENT)
