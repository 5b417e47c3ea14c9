"""A break as one page: who is out, what it brings, what lapsed, what news came."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match

from negosim.catalog import load
from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.scenario import Scenario, with_marks
from negosim.engine.sides import Side
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Role
from negosim.play.stream import Streams
from negosim.present.away import (
    BreakPage,
    Stance,
    break_page,
    decision_maker,
    executives,
    executives_in,
    is_alone,
)

THIRD = load("third-vendor")
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"


def at_break(purpose: str, *, before: str = OPENED, by: str = "v") -> Match:
    """The shipped scenario with a break just taken."""
    return Match.at_talks(THIRD).play(f"{before}; {by} leave {purpose}")


def heard(match: Match, side: Side = Side.VENDOR) -> tuple[SeatEvent, ...]:
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    return streams.of(side, 0)


def page(match: Match, side: Side = Side.VENDOR, lang: str = "en") -> BreakPage:
    view = match.view(side.word)
    return break_page(view, heard(match, side), lang, elapsed_ms=view.common.elapsed_ms)


@pytest.mark.parametrize(
    ("purpose", "mine", "theirs"),
    [
        ("consult", Stance.CONSULT, Stance.THEY_CONSULT),
        ("gain_time", Stance.GAIN_TIME, Stance.THEY_GAIN_TIME),
        ("press", Stance.PRESSING, Stance.SENT_OUT),
        ("probe", Stance.PROBE, Stance.THEY_PROBE),
    ],
)
def test_each_purpose_is_told_from_where_one_stands(
    purpose: str, mine: Stance, theirs: Stance
) -> None:
    match = at_break(purpose)
    assert page(match).stance is mine
    assert page(match, Side.CLIENT).stance is theirs
    # R36: who presses stays, the other side goes out.
    assert mine.is_out is (purpose != "press")
    assert theirs.is_out is (purpose == "press")


def test_only_a_consult_or_being_sent_out_meets_the_director() -> None:
    assert [each for each in Stance if each.meets_director] == [Stance.CONSULT, Stance.SENT_OUT]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_stance_has_a_title_a_story_and_something_it_brings(lang: str) -> None:
    for purpose in ("consult", "gain_time", "press", "probe"):
        for side in Side:
            found = page(at_break(purpose), side, lang)
            assert found.title
            assert found.told.endswith("。" if lang == "zh" else ".")
            assert found.brings


def test_a_break_says_how_many_are_left_and_what_it_cost() -> None:
    match = at_break("consult")
    assert page(match).left == "Breaks left to you: 2 of 3"
    assert page(match).time == (
        "The break took 2 min of the talks, counted already. Take the time you need here."
    )
    # Sending them out counts as a break of those who asked for it (R36).
    pressed = at_break("press")
    assert page(pressed).left == "Breaks left to you: 2 of 3"
    assert page(pressed, Side.CLIENT).left == "Breaks left to you: 3 of 3"


def test_under_the_wall_clock_a_break_says_when_it_ends() -> None:
    match = Match.at_talks(THIRD, solo_setup(THIRD, clock=ClockKind.WALL))
    match.play(f"{OPENED}; v leave consult")
    match.now_ms = 30_000
    assert page(match).time == "Back at the table in 01:30 at the latest."


def test_without_a_clock_nothing_is_said_of_its_cost() -> None:
    match = Match.at_talks(THIRD, solo_setup(THIRD, clock=ClockKind.NONE))
    match.play(f"{OPENED}; v leave consult")
    assert page(match).time == "No clock is running."


def test_agreements_that_were_not_written_are_named_as_lapsed() -> None:
    match = Match.at_talks(THIRD).play("c offer delivery=60; v accept; c notyet; v leave gain_time")
    assert page(match).lapsed == "Delivery in 60 days"
    assert page(at_break("consult")).lapsed == ""


def test_what_lapsed_in_an_earlier_break_is_not_told_again() -> None:
    match = Match.at_talks(THIRD).play(
        "c offer delivery=60; v accept; c notyet; v leave gain_time; v return; v leave consult"
    )
    assert page(match).lapsed == ""


def test_gaining_time_lets_the_announced_news_arrive() -> None:
    resting = page(at_break("gain_time"))
    assert resting.news == (THIRD.opposition.news[0].text.in_("en"),)
    assert resting.awaited == ""
    consulting = page(at_break("consult"))
    assert consulting.news == ()
    assert consulting.awaited == "News is announced for 18:00 on the clock."


def test_news_says_what_it_did_to_ones_own_limit_and_not_to_the_others() -> None:
    match = at_break("gain_time")
    # The port's news moves the client's ceiling on delivery to 60 days (third-vendor).
    assert page(match).moved == ""
    assert page(match, Side.CLIENT).moved == "Your ceiling is now delivery in 60 days."


def test_a_probe_shows_the_card_just_drawn_above_older_ones() -> None:
    first = at_break("probe")
    card = page(first).cards[0]
    assert card.topic == "What they need"
    assert card.text == THIRD.opposition.insiders[0].text.in_("en").strip()
    assert card.fresh
    later = first.play("v return; v leave consult")
    assert [each.fresh for each in page(later).cards] == [False]


def test_a_card_of_an_unknown_topic_goes_without_a_name() -> None:
    insiders = tuple(replace(each, topic="weather") for each in THIRD.opposition.insiders)
    odd = replace(THIRD, opposition=replace(THIRD.opposition, insiders=insiders))
    match = Match.at_talks(odd).play(f"{OPENED}; v leave probe")
    assert page(match).cards[0].topic == ""


def test_the_other_sides_page_is_the_same_whatever_is_authorised_outside() -> None:
    quiet, busy = at_break("consult"), at_break("consult").play("v allow price=200")
    assert page(quiet, Side.CLIENT) == page(busy, Side.CLIENT)


def test_executives_may_be_called_once_and_then_it_says_why_not() -> None:
    match = at_break("consult")
    before = executives(match.view("v"), "en")
    assert (before.why_not, executives_in(match.view("v"))) == ("", False)
    match.play("v executives")
    after = executives(match.view("v"), "en")
    assert "already" in after.why_not
    assert executives_in(match.view("v"))
    assert not executives_in(match.view("c"))


def test_a_page_needs_a_break() -> None:
    match = Match.at_talks(THIRD)
    with pytest.raises(ValueError, match="no break"):
        page(match)


def test_a_group_has_a_decision_maker_by_name() -> None:
    setup = team_setup(THIRD, _group(THIRD), clock=ClockKind.TABLE)
    match = Match(THIRD, setup)
    assert decision_maker(match.view("Bo")) == "Ann"
    assert not is_alone(match.view("Bo"))
    assert is_alone(match.view("client"))


def test_a_small_scenario_without_news_or_cards_has_a_page_too() -> None:
    match = Match.at_talks(built.third_vendor()).play("c offer price=170; v leave consult")
    found = page(match)
    assert (found.news, found.awaited, found.cards) == ((), "", ())


def _group(scenario: Scenario) -> tuple[Seat, ...]:
    every = tuple(range(len(scenario.issues)))
    lead = (Role.COORDINATOR, Role.DECISION_MAKER)
    return (
        Seat("Ann", Side.VENDOR, lead, ()),
        Seat("Bo", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), every),
        Seat("client", Side.CLIENT, ALL_ROLES, every, scripted=True),
    )


def test_the_page_is_the_same_in_a_world_that_differs_in_their_secrets() -> None:
    marks = tuple(replace(mark, rank=5 - mark.rank) for mark in THIRD.marks.client)
    marks = (replace(marks[0], target=220, floor=250), *marks[1:])
    twin = with_marks(THIRD, THIRD.marks.put(Side.CLIENT, marks))
    for purpose in ("consult", "gain_time", "press", "probe"):
        other = Match.at_talks(twin).play(f"{OPENED}; v leave {purpose}")
        for lang in ("zh", "en"):
            assert page(other, lang=lang) == page(at_break(purpose), lang=lang)
