"""The five concession principles and their rulings: exercise.md R22-R29."""

from fractions import Fraction
from itertools import pairwise

import built
import pytest
from notation import Match, unbound

from negosim.engine.concession import inferred_limit, room
from negosim.engine.errors import Refusal
from negosim.engine.opening import planned_sizes, solo_setup
from negosim.engine.preview import preview
from negosim.engine.rulings import JUDGED_AT
from negosim.engine.sides import Side
from negosim.engine.words import Harder, Hardness, Level, Principle


def talks() -> Match:
    return Match.at_talks(built.third_vendor())


def planned(*sizes: int) -> Match:
    steps = " ".join(map(str, sizes))
    return Match(built.third_vendor()).play(
        f"v plan price {steps}; v ready; c ready; v intro; c intro"
    )


ASK = "v ask expectation price; c answer demand price=200"


def test_a_concession_without_a_question_before_is_unasked() -> None:
    match = talks().play("c offer price=170; v offer price=270")
    assert "unasked" in match.codes()


def test_asking_in_this_turn_meets_r22_even_where_the_answer_is_evasive() -> None:
    match = talks().play("c offer price=170; v ask expectation price; c answer evasive")
    match.play("v offer price=270")
    assert "asked" in match.codes()


def test_an_answer_serves_until_the_next_concession_there() -> None:
    match = talks().play(f"c offer price=170; {ASK}; v notyet; c notyet; v offer price=270")
    assert "asked" in match.codes()
    match.play("c notyet; v offer price=250")
    assert "unasked" in match.codes()


def test_one_expectation_question_may_name_several_issues() -> None:
    match = talks().play("c offer price=170")
    match.play("v ask expectation price delivery; c answer demand price=200 delivery=30")
    match.play("v offer price=270 delivery=75")
    assert match.codes().count("asked") == 2


def test_a_trade_is_met_by_any_answered_question_about_the_issue() -> None:
    match = talks().play("c offer price=170 delivery=30 payment=30")
    match.play("v ask causal delivery; c answer interest delivery 3")
    match.play("v offer delivery=75 for payment=75")
    assert "asked" in match.codes()


@pytest.mark.parametrize(
    ("hard", "expected"),
    [(Hardness.SOFT, 40), (Hardness.FIRM, 30), (Hardness.HARD, 20)],
)
def test_room_is_the_planned_step_scaled_to_hardness(hard: Hardness, expected: int) -> None:
    # R23: x 1, 0.75, 0.5, rounded up to a whole step
    assert room(40, hard, Harder.SMALLER) == expected
    assert room(5, Hardness.HARD, Harder.SMALLER) == 3


def test_a_step_larger_than_its_room_is_too_large() -> None:
    match = planned(40, 20, 10).play("c offer price=170; v notyet; c notyet; v offer price=285")
    # the client: one movement, one refusal = 1/2 hard, firm: room 30, given 25
    assert "within_room" in match.codes()
    match = planned(40, 20, 10).play("c offer price=170; v notyet; c notyet; v offer price=270")
    assert "too_large" in match.codes()


def test_without_a_planned_step_size_is_not_judged() -> None:
    match = talks().play("c offer price=170; v offer price=270")
    assert not {"within_room", "too_large"} & set(match.codes())


def test_authority_is_the_target_on_the_first_two_priorities_and_the_floor_elsewhere() -> None:
    # R24 default; vendor: payment first, price second
    own = talks().state.own.vendor
    assert own.authority == (240, 2, 4, 4)
    assert own.floors == (188, 4, 4, 4)


def test_an_offer_beyond_authority_is_a_fault_and_binds_only_once_authorised() -> None:
    match = Match.at_talks(unbound(built.third_vendor(), Side.CLIENT))
    match.play("c offer price=170; v offer price=239")
    assert "beyond_authority" in match.codes()
    match.play("c accept; v notyet; c write")
    assert match.refuses("v confirm") is Refusal.BEYOND_AUTHORITY


def test_authorised_in_a_break_it_binds() -> None:
    match = Match.at_talks(unbound(built.third_vendor(), Side.CLIENT))
    match.play("c offer price=170; v offer price=239; c notyet")
    match.play("v leave consult; v allow price=230; v return")
    match.play("v offer price=239; c accept; v notyet; c write; v confirm")
    assert match.names[0] == "LinesConfirmed"


def test_accepting_beyond_authority_is_refused() -> None:
    match = talks().play("c offer price=230")
    assert match.refuses("v accept") is Refusal.BEYOND_AUTHORITY
    match = talks().play("c offer price=180")
    assert match.refuses("v accept") is Refusal.BEYOND_FLOOR


def test_an_offer_that_wants_nothing_back_names_no_exchange() -> None:
    match = talks().play("c offer price=170; v offer price=270")
    assert "no_exchange" in match.codes()
    match = talks().play("c offer price=170; v offer price=270 for +reference")
    assert "exchange_named" in match.codes()


def test_exchange_is_not_judged_with_one_issue_and_no_benefits() -> None:
    single = built.scenario_of(built.numeric("price", (1, 310, 240, 188), (1, 170, 225, 265)))
    match = Match.at_talks(single).play("c offer price=170; v offer price=270")
    assert not {"no_exchange", "exchange_named"} & set(match.codes())


@pytest.mark.parametrize(
    ("prices", "codes"),
    [
        # R26: 40, 20, 10 passes; 30, 30, 10 is level; 10, 20, 40 grows
        ((270, 250, 240), ["shrinking", "shrinking"]),
        ((280, 250, 240), ["not_shrinking", "shrinking"]),
        ((300, 280, 240), ["not_shrinking", "not_shrinking"]),
    ],
)
def test_concessions_on_an_issue_shrink(prices: tuple[int, ...], codes: list[str]) -> None:
    match = talks().play("c offer price=170")
    seen = []
    for price in prices:
        match.play(f"v offer price={price}")
        seen += [code for code in match.codes() if "shrinking" in code]
        match.play("c notyet")
    assert seen == codes


def test_two_single_steps_in_a_row_pass_on_a_ladder() -> None:
    match = talks().play("c notyet; v offer delivery=75; c notyet; v offer delivery=60")
    assert "shrinking" in match.codes()
    match = talks().play("c notyet; v offer delivery=60; c notyet; v offer delivery=30")
    assert "not_shrinking" in match.codes()


def test_a_trade_is_judged_neither_by_size_nor_by_shrinking() -> None:
    # vendor worth: payment weight 4 over 4 steps, delivery weight 1 over 4 steps
    match = talks().play("c offer payment=30 delivery=30; v offer delivery=75; c notyet")
    match.play("v offer delivery=30 for payment=45")
    assert not {"shrinking", "not_shrinking"} & set(match.codes())
    match = talks().play("c offer payment=30 delivery=30; v offer delivery=75; c notyet")
    match.play("v offer delivery=30 for payment=30")
    assert "not_shrinking" in match.codes()


def test_wants_on_an_issue_the_other_side_never_named_count_nothing() -> None:
    match = talks().play("c offer delivery=30; v offer delivery=75; c notyet")
    match.play("v offer delivery=30 for payment=90")
    assert "not_shrinking" in match.codes()


def test_310_270_250_240_says_230() -> None:
    # R29
    assert inferred_limit(20, 10, 240, -1) == Fraction(230)
    # R29: scale-free, 310, 308, 307 says 306
    assert inferred_limit(2, 1, 307, -1) == Fraction(306)
    assert inferred_limit(20, 20, 270, -1) is None
    assert inferred_limit(10, 20, 280, -1) is None
    # course-facts 4.3 plan G: 70, 35, 17 at 188 says about 171.9
    assert round(float(inferred_limit(35, 17, 188, -1) or 0), 1) == 171.9


def test_saying_the_true_floor_is_exposing_it_and_another_figure_is_not() -> None:
    match = talks().play("c notyet; v argue limit price=188")
    assert match.codes() == ["limit_said"]
    match = talks().play("c notyet; v argue limit price=200")
    assert match.codes() == []


def test_steps_that_point_within_five_percent_of_the_floor_make_it_guessable() -> None:
    # |310 - 188| x 5 % = 6.1. Steps 70 and 28 at 212 say 212 - 28*28/42 = 193.3
    match = talks().play("c offer price=170; v offer price=240; c notyet; v offer price=212")
    assert "limit_guessable" in match.codes()
    match = talks().play("c offer price=170; v offer price=270; c notyet; v offer price=250")
    assert "limit_hidden" in match.codes()


def test_signing_at_the_floor_is_marked() -> None:
    match = talks().play("c notyet; v leave consult; v allow price=188; v return")
    match.play("v draw price=188 payment=60 service=m24 delivery=60; v sign")
    assert match.codes() == ["signed_at_limit"]


def test_a_preview_says_what_the_log_will_say() -> None:
    match = planned(40, 20, 10).play("c offer price=170")
    _, move = match.parse("v offer price=250 for payment=90")
    told = preview(match.view("v"), move)
    match.play("v offer price=250 for payment=90")
    assert told.rulings == match.rulings()
    assert (told.cost_ms, told.ends_ms) == (60_000, 105_000)


def test_every_level_judges_what_r30_says() -> None:
    assert JUDGED_AT[Level.FIRST] == {Principle.ASK_FIRST, Principle.EXCHANGE}
    assert JUDGED_AT[Level.GUIDED] == {
        Principle.ASK_FIRST,
        Principle.AUTHORITY,
        Principle.EXCHANGE,
        Principle.SHRINKING,
        Principle.FLOOR_HIDDEN,
    }
    assert JUDGED_AT[Level.EXAM] == JUDGED_AT[Level.COURSE] == set(Principle)


def test_a_suggested_sheet_of_70_is_40_20_10_and_always_shrinks() -> None:
    assert planned_sizes(70) == (40, 20, 10)  # course-facts 4.3 plan A
    for span in range(1, 400):
        sizes = planned_sizes(span)
        assert sum(sizes) == span
        assert all(a > b > 0 for a, b in pairwise(sizes))


def test_the_level_of_the_file_is_the_level_of_the_match() -> None:
    assert solo_setup(built.third_vendor()).level is Level.COURSE
    assert solo_setup(built.third_vendor(), level=Level.EXAM).level is Level.EXAM


def test_a_scripted_clients_asking_is_part_of_its_turn_and_not_ruled_on() -> None:
    # B3; a person on the same seat has to ask
    scenario = built.third_vendor()
    for scripted, codes in (((Side.CLIENT,), []), ((), ["unasked"])):
        match = Match.at_talks(scenario, solo_setup(scenario, scripted=scripted))
        match.play("c offer price=170; v notyet; c offer price=190")
        assert [code for code in match.codes() if "asked" in code] == codes


def test_the_last_option_of_a_ladder_is_a_chip_not_a_secret() -> None:
    # R28: numeric issues only
    match = talks().play("c notyet; v argue limit delivery=30")
    assert match.codes() == []
