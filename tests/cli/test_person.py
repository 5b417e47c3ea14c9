"""A person at the prompts: what is typed becomes the move that is sent, and nothing is lost."""

from __future__ import annotations

import io

import built
import notation
import pytest
from director import may_say

from negosim.catalog import load
from negosim.cli.terminal.desk import Quit
from negosim.cli.terminal.person import Person
from negosim.cli.terminal.screen import EndOfInput, Screen
from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.view import SeatEvent
from negosim.engine.words import (
    AnswerKind,
    ArgumentKind,
    Level,
    Purpose,
    QuestionForm,
    Reason,
)
from negosim.language.catalogue import LANGUAGES
from negosim.play.stream import Streams
from negosim.present.director_voice import Mood

SCENARIO = built.third_vendor()
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
NOTHING = (None, None, None, None)
OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


def begun(
    line: str, *, level: Level = Level.COURSE, scenario: Scenario = SCENARIO
) -> notation.Match:
    setup = solo_setup(scenario, level=level)
    return notation.Match.at_talks(scenario, setup).play(line)


def stream(match: notation.Match, side: Side) -> tuple[SeatEvent, ...]:
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    return streams.of(side, 0)


def sits(
    match: notation.Match, *typed: str, seat: str = "v", lang: str = "en"
) -> tuple[m.Move | None, str]:
    """The move a person makes who types these lines, and all that was printed."""
    out = io.StringIO()
    lines = "".join(f"{line}\n" for line in typed)
    person = Person(Screen(io.StringIO(lines), out), lang, seconds=lambda: 0.0)
    view = match.view(seat)
    move = person.choose(view, stream(match, view.brief.side))
    return move, out.getvalue()


# Each way through the menus, with the move at its end; the last line agrees to the sentence.
@pytest.mark.parametrize(
    ("typed", "move"),
    [
        (("1", "4", ""), m.Ask(QuestionForm.OPEN)),
        (("1", "1", "1 4", ""), m.Ask(QuestionForm.EXPECTATION, (PRICE, DELIVERY))),
        (("1", "2", "price delivery", ""), m.Ask(QuestionForm.EXCLUSION, (PRICE, DELIVERY))),
        (("1", "3", "4", ""), m.Ask(QuestionForm.CAUSAL, (DELIVERY,))),
        (("1", "5", "1", ""), m.Ask(QuestionForm.LEADING, (PRICE,))),
        (("1", "6", "1 4 3 2", ""), m.Ask(QuestionForm.SUMMARISING, (0, 3, 2, 1))),
        (
            ("2", "price=270", "payment=75", "", "", ""),
            m.Offer((270, None, None, None), (None, 1, None, None)),
        ),
        (
            ("2", "4", "75", "reference", "1", "3", ""),
            m.Offer((None, None, None, 1), NOTHING, (0,), Reason.FAIRNESS),
        ),
        (
            ("2", "service=m18", "", "2", "delivery=75", "", "", ""),
            m.Offer((None, None, 1, None), NOTHING, second=m.Package((None, None, None, 1), NOTHING)),
        ),
        (("3", "1", ""), m.NotYet()),
        (("3", "2", ""), m.Goodwill()),
        (("3", "3", "2 4", ""), m.Tell(PAYMENT, DELIVERY)),
        (("3", "4", "2", "1", ""), m.Argue(ArgumentKind.TOTAL_COST, PRICE)),
        (("3", "5", "1", "0", ""), m.Argue(ArgumentKind.PROTECT)),
        (("3", "6", "2", "", ""), m.Argue(ArgumentKind.DEADLINE)),
        (("3", "7", ""), m.Withdraw()),
        (("4", "2", "delivery=30", ""), m.Propose((m.Deal((None, None, None, 4)),))),
        (("5", "1", ""), m.Leave(Purpose.CONSULT)),
        (("5", "2", ""), m.Leave(Purpose.GAIN_TIME)),
        (("5", "5", "2", ""), m.WalkOut()),
        (("not yet", ""), m.NotYet()),
        (("暂不", ""), m.NotYet()),
        (("ask price or delivery", "yes"), m.Ask(QuestionForm.EXCLUSION, (PRICE, DELIVERY))),
    ],
)  # fmt: skip
def test_the_menus_lead_to_every_move(typed: tuple[str, ...], move: m.Move) -> None:
    assert sits(begun(OPENING), *typed)[0] == move


def test_going_back_leads_to_the_menu_before_and_costs_nothing() -> None:
    move, printed = sits(
        begun(OPENING), "1", "0", "2", "0", "3", "1", "0", "5", "5", "1", "not yet", ""
    )
    assert move == m.NotYet()
    assert printed.count("What do you do?") == 5


def test_a_typed_move_jumps_out_of_any_menu() -> None:
    for way in (("1",), ("1", "1"), ("2",), ("3", "3"), ("5",), ("4",), ("ask",)):
        assert sits(begun(OPENING), *way, "goodwill", "")[0] == m.Goodwill(), way


def test_a_move_is_shown_as_a_sentence_with_its_cost_before_it_is_sent() -> None:
    # R16: a concession costs 60 s.
    _, printed = sits(begun(OPENING), "offer delivery=75 for payment=90", "")
    assert "▸ “If we get 90% paid at acceptance, we can do delivery in 75 days.”" in printed
    assert "takes 1 min of table time" in printed


def test_own_words_go_on_the_move_and_its_chips_stay() -> None:
    move, printed = sits(begun(OPENING), "offer price=300", "w", "Three hundred, then.", "")
    assert move == m.Offer((300, None, None, None), NOTHING, words="Three hundred, then.")
    assert "▸ “Three hundred, then.”" in printed


def test_an_illegal_move_gets_its_sentence_and_the_prompt_again() -> None:
    move, printed = sits(begun(OPENING), "offer price=100", "sign", "offer price=300", "")
    assert move == m.Offer((300, None, None, None), NOTHING)
    assert "That is beyond your limit on price, 188 (10k yuan);" in printed
    assert "There is no contract sheet on the table" in printed


def test_beyond_authority_is_sent_as_an_offer_but_not_accepted() -> None:
    # R24: an offer beyond the authority is a fault and goes out; an acceptance is refused.
    typed = ("offer price=200", "")
    assert sits(begun(OPENING), *typed)[0] == m.Offer((200, None, None, None), NOTHING)
    _, printed = sits(begun("c offer price=200"), "accept", "not yet", "")
    assert "beyond your authority on price, 240 (10k yuan)" in printed


def test_the_coach_warns_before_sending_when_guided() -> None:
    move, printed = sits(begun(OPENING, level=Level.GUIDED), "offer price=270", "0", "not yet", "")
    assert move == m.NotYet()
    assert (
        "Coach: A concession on price without asking first what they expect there (R22)." in printed
    )


def test_the_coach_speaks_after_their_reply_at_course_level() -> None:
    match = begun(f"{OPENING}; v offer price=270; c notyet")
    _, printed = sits(match, "not yet", "")
    assert "Coach: " in printed
    assert printed.index("Client: Not yet.") < printed.index("Coach: ")
    exam = begun(f"{OPENING}; v offer price=270; c notyet", level=Level.EXAM)
    assert "Coach" not in sits(exam, "not yet", "")[1]


def test_the_coach_speaks_first_in_a_first_game() -> None:
    _, printed = sits(begun(OPENING, level=Level.FIRST), "not yet", "")
    assert printed.index("Coach: Before any figure") < printed.index("What do you do?")


@pytest.mark.parametrize(
    ("asked", "typed", "move"),
    [
        ("open", ("2", ""), m.Answer(AnswerKind.ISSUE, (PAYMENT,))),
        ("causal price", ("3", ""), m.Answer(AnswerKind.INTEREST, (PRICE,), 3)),
        ("exclusion price delivery", ("2", ""), m.Answer(AnswerKind.PAIR, (DELIVERY, PRICE))),
        ("exclusion price delivery", ("both", ""), m.Answer(AnswerKind.BOTH)),
        ("leading price", ("no", ""), m.Answer(AnswerKind.NO)),
        ("summarising price delivery", ("3", ""), m.Answer(AnswerKind.PAIR, (DELIVERY, PRICE))),
        (
            "expectation price",
            ("1", "price=300 for delivery=75", ""),
            m.Answer(AnswerKind.DEMAND, demand=(300, None, None, None), gives=(None, None, None, 1)),
        ),
        ("expectation price", ("2", ""), m.Answer(AnswerKind.EVASIVE)),
    ],
)  # fmt: skip
def test_every_question_can_be_answered_from_its_menu(
    asked: str, typed: tuple[str, ...], move: m.Move
) -> None:
    assert sits(begun(f"c ask {asked}"), *typed)[0] == move


def test_lines_they_wrote_are_shown_and_confirmed_out_of_turn() -> None:
    match = begun("c offer delivery=60; v accept; c write")
    move, printed = sits(match, "1", "")
    assert move == m.Confirm()
    assert "1. delivery in 60 days" in printed
    assert sits(match, "2", "")[0] == m.Refuse()
    assert sits(match, "3")[0] is None


def test_a_line_nobody_agreed_to_is_marked() -> None:
    _, printed = sits(begun("c write delivery=30"), "3")
    assert "nobody agreed to that at the table" in printed


def signing() -> notation.Match:
    # The client's own authority ends at its target, 225 (R24), so it asks first.
    match = begun("c leave consult; c allow price=240; c return")
    match.play("c offer price=240 payment=60 service=m24 delivery=60; v accept")
    return match.play("c write; v confirm; c draw")


def test_a_sheet_is_shown_with_its_worth_and_signed() -> None:
    move, printed = sits(signing(), "1", "")
    assert move == m.Sign()
    # R46: 30 points for the vendor; the file's walk-away is 20.
    assert "Worth 30 points to you; no deal is worth 20." in printed
    assert "not on record" not in printed
    assert sits(signing(), "3", "")[0] == m.Tear()


def test_the_guess_can_be_locked_before_signing() -> None:
    move, printed = sits(signing(), "2", "price delivery", "1", "")
    assert move == m.Guess((PRICE, DELIVERY, PAYMENT, SERVICE))
    assert "Guess board: price, then delivery" in printed


def test_what_is_not_on_record_is_marked_on_the_sheet() -> None:
    match = begun(OPENING)
    match.play(
        "v write delivery=60; c confirm; v draw price=240 payment=60 service=m24 delivery=60"
    )
    _, printed = sits(match, "4", seat="c")
    assert "Price: 240 (10k yuan)   not on record" in printed
    assert "Delivery: 60 days\n" in printed


def test_the_director_asks_what_we_get_before_he_says_yes() -> None:
    match = begun(f"{OPENING}; v leave consult")
    move, printed = sits(match, "1", "price=215", "90 % at acceptance", "")
    assert move == m.Authorise((215, None, None, None), "90 % at acceptance")
    asks = may_say(Mood.WHAT_FOR, terms="a price of 215 (10k yuan)")
    assert any(words in " ".join(printed.split()) for words in asks)
    move, printed = sits(match, "authorise price=215", "", "", "")
    assert move == m.Return()
    assert any(words in " ".join(printed.split()) for words in may_say(Mood.NO))


def test_away_from_the_table_the_plan_can_be_changed() -> None:
    match = begun(f"{OPENING}; v leave consult")
    move, _ = sits(match, "2", "1", "50 15 5", "", "", "", "", "", "", "")
    assert isinstance(move, m.PlanSteps)
    assert [step.size for step in move.steps] == [50, 15, 5]
    assert sits(match, "3", "")[0] == m.CallExecutives()


def test_the_client_presses_with_the_claims_of_its_scenario() -> None:
    scenario = load("third-vendor")
    pressure = scenario.opposition.pressure[0]
    match = begun("", scenario=scenario)
    move, printed = sits(match, "3", "6", "4", "", seat="c")
    assert move == m.Argue(ArgumentKind.RIVAL, pressure.issue, claim=0)
    assert " ".join(pressure.claim.in_("en").split()) in " ".join(printed.split())
    # The vendor has no claims of its own.
    assert (
        "“"
        not in sits(begun(OPENING, scenario=scenario), "3", "6", "0", "3", "1", "")[1]
        .split("1 a competitor")[1]
        .split("0 back")[0]
    )


# -- preparation ----------------------------------------------------------------------


def preparing(scenario: Scenario = SCENARIO) -> notation.Match:
    return notation.Match(scenario, solo_setup(scenario)).play("c ready")


def all_moves(match: notation.Match, *typed: str) -> tuple[list[m.Move], str]:
    """Every move that one visit to preparation hands in, ending with Ready."""
    out = io.StringIO()
    lines = "".join(f"{line}\n" for line in typed)
    person = Person(Screen(io.StringIO(lines), out), "en", seconds=lambda: 0.0)
    moves: list[m.Move] = []
    while not moves or moves[-1] != m.Ready():
        move = person.choose(match.view("v"), ())
        assert move is not None
        match.do("vendor", move)
        moves.append(move)
    return moves, out.getvalue()


def test_the_filled_sheet_is_taken_with_one_key() -> None:
    moves, printed = all_moves(preparing(), "")
    steps = tuple(m.PlannedStep(size) for size in (40, 20, 10))  # R8: 310 to 240
    methods = (QuestionForm.OPEN, QuestionForm.EXCLUSION, QuestionForm.CAUSAL)
    assert moves == [m.PlanSteps(PRICE, steps), m.ChooseMethods(methods), m.Ready()]
    assert "Framework" in printed


def test_the_sheet_shows_what_its_steps_would_tell() -> None:
    # R29: 310, 270, 250, 240 tells 230.
    _, printed = all_moves(preparing(), "5", "", "")
    assert "step 3  240  10    yes      230" in printed


def test_steps_that_grow_or_point_at_the_limit_are_marked() -> None:
    # 60 and 30 from 310: at 220 the next halves reach 190, two from 188 (R28: within 6.1).
    _, printed = all_moves(preparing(), "5", "1", "60 30 40", *[""] * 6, "", "")
    assert "190, near your limit (R28)" in printed
    assert "no (R26)" in printed
    assert "no end in sight" in printed


def test_sizes_and_reasons_of_the_sheet_can_be_changed() -> None:
    typed = ("5", "1", "1 2 3 4", "50 15 5", "75 % at acceptance", "scope", "", "", "", "", "", "")
    moves, printed = all_moves(preparing(), *typed)
    assert "One to three amounts above zero, in steps of 1 (10k yuan)." in printed
    plan = moves[0]
    assert isinstance(plan, m.PlanSteps)
    assert plan.steps[0] == m.PlannedStep(50, "75 % at acceptance", "scope")


def test_methods_are_chosen_by_number() -> None:
    moves, printed = all_moves(preparing(), "6", "1 1", "2 5", "")
    assert "One to three different numbers from 1 to 6." in printed
    assert m.ChooseMethods((QuestionForm.CAUSAL, QuestionForm.SUMMARISING)) in moves


def test_widening_the_authority_wants_the_directors_yes() -> None:
    moves, printed = all_moves(preparing(), "authority price=230", "75 %", "", "")
    assert moves[0] == m.SetAuthority((230, None, None, None))
    assert "What do we get for it?" in printed
    moves, printed = all_moves(preparing(), "authority price=250", "", "")
    assert moves[0] == m.SetAuthority((250, None, None, None))
    assert "What do we get for it?" not in printed


def test_a_scenario_of_ladders_has_no_concession_sheet() -> None:
    moves, printed = all_moves(preparing(built.course_grid()), "5", "")
    assert moves[0] == m.ChooseMethods(
        (QuestionForm.OPEN, QuestionForm.EXCLUSION, QuestionForm.CAUSAL)
    )
    assert "Every issue here is a ladder" in printed


# -- leaving the game ---------------------------------------------------------------------


def test_quitting_and_the_end_of_input_are_raised_from_any_prompt() -> None:
    for way in ((), ("1",), ("1", "1"), ("2",), ("2", "price=270"), ("ask",), ("3", "3")):
        with pytest.raises(Quit):
            sits(begun(OPENING), *way, "quit")
        with pytest.raises(EndOfInput):
            sits(begun(OPENING), *way)


def test_notes_gather_what_they_said_and_the_board_is_moved() -> None:
    match = begun(f"{OPENING}; v ask exclusion price delivery; c answer pair price delivery")
    move, printed = sits(
        match,
        "note They count days.",
    )
    assert move == m.Note("They count days.")
    _, printed = sits(match, "notes", "board delivery", "not yet", "")
    assert "If we must rank them, price comes before delivery." in printed
    assert "Guess board: delivery, then price, then the share paid at acceptance" in printed


def test_issues_by_number_are_each_asked_for_their_value() -> None:
    move, _ = sits(begun(OPENING), "2", "1 4", "290", "75", "2", "75", "", "", "")
    assert move == m.Offer((290, None, None, 1), (None, 1, None, None))


def test_asking_says_how_many_questions_are_left() -> None:
    # R20: two questions a turn.
    assert "Ask (20 s, 2 left)" in sits(begun(OPENING), "not yet", "")[1]
    asked = begun(f"{OPENING}; v ask open; c answer evasive")
    assert "Ask (20 s, 1 left)" in sits(asked, "not yet", "")[1]


def test_a_digit_is_not_taken_for_a_command_where_a_sentence_waits() -> None:
    move, printed = sits(begun(OPENING), "not yet", "7", "")
    assert move == m.NotYet()
    assert "is not a command" not in printed


def test_leaving_warns_of_what_is_agreed_and_not_written() -> None:
    # R39: agreed but unconfirmed terms lapse at the next break.
    match = begun("c offer delivery=45; v accept; c notyet")
    _, printed = sits(match, "leave consult", "0", "not yet", "")
    warned = "Careful: Delivery in 45 days: agreed and not yet confirmed in writing"
    assert warned in " ".join(printed.split())
    _, printed = sits(begun(OPENING), "leave consult", "0", "not yet", "")
    assert "not yet confirmed in writing" not in printed


def test_one_is_warned_before_offering_what_ones_own_team_will_not_sign() -> None:
    # third-vendor: the network engineer will not sign 18 months of service or less.
    match = begun("c notyet; v notyet", scenario=load("third-vendor"))
    _, printed = sits(match, "offer service=m18", "0", "not yet", "", seat="c")
    warned = "Mr Zhou, on your own side, will not sign the on-site service at 18 months."
    assert warned in " ".join(printed.split())
    _, printed = sits(match, "offer service=m24", "0", "not yet", "", seat="c")
    assert "Mr Zhou" not in printed


def test_a_client_reads_who_of_its_team_signs_what_and_names_its_own_marks() -> None:
    scenario = load("third-vendor")
    match = notation.Match(scenario, solo_setup(scenario))
    _, printed = sits(match, "", seat="c")
    assert (
        "With you: Mr Zhou (technical), who will not sign 18 months of on-site service,\nor worse."
        in printed
    )
    assert "With you: Ms Geng (user)\n" in printed
    assert "The framework: opening, target, ceiling" in printed
    assert "Price (10k yuan)" in printed
    assert "Paid at acceptance" in printed


def test_a_long_line_that_is_no_command_is_not_said_back_whole() -> None:
    _, printed = sits(begun(OPENING), "x" * 1500, "not yet", "")
    assert "x" * 60 not in printed.split("> ", 2)[2]


def test_what_a_side_says_beyond_ones_limit_is_told_as_no_deal() -> None:
    # R24: price 170 is beyond the vendor's 188.
    _, printed = sits(begun(OPENING), "not yet", "", lang="zh")
    assert "照对方的条件，价格在底线之外，不能签" in printed


def test_away_from_the_table_the_time_is_shown_and_back_leads_back() -> None:
    # R16: the opening 45 s and a break 120 s of 30 minutes.
    move, printed = sits(begun(f"{OPENING}; v leave consult"), "back", "")
    assert move == m.Return()
    assert "Time left 27:15" in printed


def test_the_texts_of_a_step_can_be_left_with_nothing_written() -> None:
    match = notation.Match(SCENARIO)
    _, printed = sits(match, "5", "1", "30 20 10", "a visit", "0", "", "0", "1", lang="en")
    assert "in return a visit" not in printed
    assert "because 0" not in printed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_that_they_wish_to_reopen_may_be_reopened_or_left(lang: str) -> None:
    # R40: both must wish it; nothing forces an answer.
    match = begun("c offer delivery=60; v accept; c write; v confirm; c reopen 1")
    agreed, printed = sits(match, "1", "", lang=lang)
    assert agreed == m.Reopen(1)
    assert {"en": "They ask to reopen", "zh": "对方想重谈"}[lang] in printed
    assert sits(match, "2", lang=lang)[0] is None


@pytest.mark.parametrize(
    "line",
    [
        "c offer delivery=60; v accept; c write",
        "c offer delivery=60; v accept; c write; v confirm; c reopen 1",
        "c draw price=240 payment=60 service=m24 delivery=60",
        "c offer delivery=60 or service=m18; v notyet",
    ],
)
def test_what_waits_without_a_turn_waits_on_when_enter_is_pressed(line: str) -> None:
    match = begun(line)
    assert match.view("v").common.turn.side is Side.CLIENT
    assert sits(match, "")[0] is None
