"""Leaving the table, deadlock, executives, news: exercise.md R35-R38."""

from dataclasses import replace

import built
import pytest
from notation import Match

from negosim.engine import moves as m
from negosim.engine.errors import Refusal
from negosim.engine.issue import Text
from negosim.engine.legality import refusal
from negosim.engine.scenario import (
    Effect,
    Insider,
    News,
    Opposition,
    PersonaSpec,
    Pressure,
    Scenario,
)
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind, Ending, Phase, Point


def scenario(*, news: tuple[News, ...] = (), cards: int = 2) -> Scenario:
    plain = built.third_vendor()
    cards_ = tuple(Insider("needs", Text((("", f"card {n}"),)), False) for n in range(cards))
    opposition = Opposition(PersonaSpec("analytic-steady"), insiders=cards_, news=news)
    return replace(plain, opposition=opposition)


def talks(**options: object) -> Match:
    return Match.at_talks(scenario(**options))  # type: ignore[arg-type]


QUIET = "c offer price=170; v notyet; c notyet; v notyet; c notyet; v notyet"


def test_the_side_that_left_speaks_after_the_break() -> None:
    match = talks().play("c offer price=170; v leave consult")
    assert match.state.common.phase is Phase.BREAK
    assert match.refuses("c notyet") is Refusal.WRONG_PHASE
    assert match.refuses("c return") is Refusal.NOT_AWAY
    match.play("v return")
    assert match.state.common.turn.side is Side.VENDOR


def test_a_press_sends_the_other_side_out_and_counts_as_a_break_of_the_one_who_pressed() -> None:
    match = talks().play("c notyet; v leave press")
    recess = match.state.common.recess
    assert recess is not None
    assert recess.out is Side.CLIENT
    match.play("c allow price=265; c return")
    assert match.state.common.turn.side is Side.CLIENT
    assert len(match.state.common.positions.vendor.breaks) == 1
    assert match.state.common.positions.client.breaks == ()


def test_at_most_three_breaks_a_side_one_press_and_one_probe() -> None:
    match = talks().play("c notyet; v leave press; c return; c notyet")
    assert match.refuses("v leave press") is Refusal.PURPOSE_SPENT
    match.play("v leave probe; v return; v notyet; c notyet")
    assert match.refuses("v leave probe") is Refusal.PURPOSE_SPENT
    match.play("v leave consult; v return; v notyet; c notyet")
    assert match.refuses("v leave consult") is Refusal.NO_BREAKS_LEFT


def test_a_probe_draws_the_next_card_for_the_vendor_alone() -> None:
    match = talks().play("c notyet; v leave probe")
    assert [card.text.in_("en") for card in match.state.own.vendor.cards] == ["card 0"]
    assert match.state.own.client.cards == ()
    assert talks(cards=0).play("c notyet").refuses("v leave probe") is Refusal.NO_CARDS
    assert talks().refuses("c leave probe") is Refusal.NO_CARDS


def test_what_a_card_says_of_the_order_is_known_to_the_side_that_drew_it_and_when_it_did() -> None:
    plain = scenario(cards=2)
    deck = tuple(replace(card, ranks=(3, 1)) for card in plain.opposition.insiders)
    match = Match.at_talks(replace(plain, opposition=replace(plain.opposition, insiders=deck)))
    assert match.view("v").own.cards == ()
    match.play("c notyet; v leave probe")
    assert [card.ranks for card in match.view("v").own.cards] == [(3, 1)]
    assert match.view("c").own.cards == ()


def test_authority_is_given_only_away_to_consult_and_only_inside_the_floor() -> None:
    match = talks().play("c notyet")
    assert match.refuses("v allow price=230") is Refusal.WRONG_PHASE
    match.play("v leave gain_time")
    assert match.refuses("v allow price=230") is Refusal.NOT_CONSULTING
    match.play("v return; v notyet; c notyet; v leave consult")
    assert match.refuses("v allow price=180") is Refusal.BEYOND_FLOOR
    match.play("v allow price=200 payment=45")
    assert match.state.own.vendor.authority == (200, 3, 4, 4)


def test_a_consult_is_proper_when_the_next_step_needs_authority() -> None:
    match = talks().play("c offer price=170; v leave consult")
    assert match.codes() == ["unjustified_break"]
    match = talks().play("c offer price=170; v offer price=240; c notyet; v leave consult")
    assert match.codes() == ["justified_break"]


def test_a_consult_is_proper_when_a_demand_asked_about_needs_authority() -> None:
    match = talks().play("c offer price=200; v ask expectation price; c answer demand price=200")
    assert match.play("v leave consult").codes() == ["justified_break"]


def test_a_demand_asked_about_before_ones_last_concession_still_counts() -> None:
    match = talks().play("c offer price=230; v ask expectation price; c answer demand price=230")
    match.play("v offer price=300; c offer price=232")
    assert match.refuses("v accept") is Refusal.BEYOND_AUTHORITY
    assert match.play("v leave consult").codes() == ["justified_break"]


def test_a_press_is_proper_after_two_closing_moves_without_a_new_best() -> None:
    match = talks().play("c offer price=170; v notyet; c notyet; v notyet; c notyet; v leave press")
    assert match.codes() == ["justified_break"]
    match = talks().play("c offer price=170; v notyet; c notyet; v leave press")
    assert match.codes() == ["unjustified_break"]


def test_a_probe_is_proper_after_an_evasive_answer() -> None:
    match = talks().play("c notyet; v ask open; c answer evasive; v leave probe")
    assert match.codes() == ["justified_break"]
    match = talks().play("c notyet; v ask open; c answer issue price; v leave probe")
    assert match.codes() == ["unjustified_break"]


LATER = News(720_000, True, Text((("", "news"),)), (Effect(Side.CLIENT, 3, True, 2),))


def test_gaining_time_is_proper_while_news_is_announced_and_brings_it() -> None:
    match = talks(news=(LATER,)).play("c notyet; v leave gain_time")
    assert match.codes() == ["justified_break"]
    assert [heard.text.in_("en") for heard in match.state.common.news] == ["news"]
    assert match.state.own.client.floors[3] == 2
    assert match.state.scenario.marks.client[3].floor == 0  # scoring marks never move
    assert talks().play("c notyet; v leave gain_time").codes() == ["unjustified_break"]


def test_news_arrives_at_its_time() -> None:
    at_two_minutes = replace(LATER, at_ms=120_000)
    match = talks(news=(at_two_minutes,)).play("c offer price=170; v offer price=300")
    assert match.state.common.news == ()
    match.play("c notyet; v notyet")  # 45 + 60 + 15 = 120 s
    assert match.state.common.has_news(0)


def test_six_quiet_closing_moves_with_both_offers_standing_are_a_deadlock() -> None:
    # the first offer is movement: five quiet moves follow it in QUIET
    match = talks().play(QUIET)
    assert match.state.common.turn.quiet == 5
    assert not match.state.common.turn.deadlocked
    match.play("c argue deadline")
    assert match.names[-1] == "DeadlockFell"
    assert match.state.common.turn.deadlocked


def test_without_both_offers_standing_nothing_counts() -> None:
    match = talks().play("c notyet; v notyet; c notyet; v notyet; c notyet; v notyet; c notyet")
    assert match.state.common.turn.quiet == 0


@pytest.mark.parametrize("calm", ["goodwill", "tell price delivery", "offer price=171"])
def test_goodwill_tells_and_movement_start_the_count_anew(calm: str) -> None:
    match = talks().play(f"{QUIET}; c {calm}")
    assert match.state.common.turn.quiet == 0


def test_questions_neither_count_nor_reset() -> None:
    match = talks().play(f"{QUIET}; c ask open; v answer evasive")
    assert match.state.common.turn.quiet == 5


def test_a_straight_concession_out_of_a_deadlock_is_a_fault_and_eases_it() -> None:
    match = talks().play(f"{QUIET}; c notyet; v offer price=270")
    assert "straight_out_of_deadlock" in match.codes()
    assert "DeadlockEased" in match.names
    assert not match.state.common.turn.deadlocked


def test_a_break_resolves_a_deadlock_and_is_proper() -> None:
    match = talks().play(f"{QUIET}; c notyet; v leave consult")
    assert match.codes() == ["justified_break"]
    assert not match.state.common.turn.deadlocked
    assert match.state.common.turn.deadlocks == 1


def test_six_more_quiet_moves_make_the_second_deadlock() -> None:
    match = talks().play(f"{QUIET}; c notyet; v notyet; c notyet; v notyet; c notyet; v notyet")
    assert match.state.common.turn.deadlocks == 1
    match.play("c notyet")
    assert match.state.common.turn.deadlocks == 2
    outcome = match.play("c walk").state.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.DEADLOCK


def test_agreements_not_written_lapse_at_a_deadlock() -> None:
    match = talks().play("c offer price=170 service=m30; v offer price=300 service=m12")
    match.play("c accept service")
    assert match.refuses("c notyet") is Refusal.NOT_YOUR_TURN


def test_executives_free_the_authority_of_both_sides_once() -> None:
    match = talks().play("c notyet; v leave consult; v executives")
    assert match.state.own.vendor.authority == (188, 4, 4, 4)
    assert match.state.own.client.authority == (265, 0, 0, 0)
    assert match.refuses("v executives") is Refusal.EXECUTIVES_SPENT
    match.play("v return; v notyet; c leave consult")
    assert match.refuses("c executives") is None


def test_a_claim_is_heard_once_and_can_be_answered_only_when_it_was_made() -> None:
    plain = scenario()
    claim = Pressure(0, Text((("", "the others are cheaper"),)), Point.THREAT, True)
    pressed = replace(plain, opposition=replace(plain.opposition, pressure=(claim,)))
    match = Match.at_talks(pressed)
    answer = m.Argue(ArgumentKind.SOFTEN, 0, claim=0)
    assert refusal(match.view("v"), answer) == (Refusal.NOT_YOUR_TURN, None)
    match.play("c notyet")
    assert refusal(match.view("v"), answer) == (Refusal.NO_SUCH_CLAIM, None)
    match.play("v notyet")
    match.do("client", m.Argue(ArgumentKind.RIVAL, 0, claim=0))
    assert [heard.text.in_("en") for heard in match.state.common.claims] == [
        "the others are cheaper"
    ]
    assert refusal(match.view("v"), answer) is None
