"""Insider cards drawn by a bot: when it leaves for one, and what it makes of it (R35, R36)."""

from __future__ import annotations

from dataclasses import replace

import arena
import pytest
from notation import Match

from negosim.bots import roster
from negosim.bots.absence import probe
from negosim.bots.estimate import Estimate
from negosim.bots.hearsay import ANSWER_ODDS
from negosim.bots.negotiator import Negotiator
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.bots.scale import Scale
from negosim.catalog import load
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.view import brief_of
from negosim.engine.words import Purpose

SCENARIO = load("third-vendor")
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
EVADED = "c offer price=200; v ask open; c answer evasive"
SEEDS = range(900_000, 900_004)


def wants_to(lines: str, *, scenario: Scenario = SCENARIO, name: str = "course") -> m.Leave | None:
    """What a vendor that believes nothing of the client's order yet would leave for."""
    view = Match.at_talks(scenario).play(lines).view("v")
    scale = Scale(view.brief)
    character = roster.character(name, scenario)
    reading = Reading(character, scale, lambda _: False)
    return probe(Picture(view, scale), reading, character)


def test_course_leaves_for_a_card_once_a_question_was_answered_evasively() -> None:
    assert wants_to(EVADED) == m.Leave(Purpose.PROBE)
    assert wants_to("c offer price=200; v ask open; c answer issue price") is None


def test_not_without_a_deck_and_only_who_makes_breaks_at_all() -> None:
    bare = replace(SCENARIO, opposition=replace(SCENARIO.opposition, insiders=()))
    assert wants_to(EVADED, scenario=bare) is None
    assert wants_to(EVADED, name="course-no-breaks") is None
    assert wants_to(EVADED, name="naive") is None


def test_not_when_there_is_hardly_time_for_what_it_would_bring() -> None:
    short = replace(SCENARIO, house=replace(SCENARIO.house, limit_ms=600_000))
    assert wants_to(EVADED, scenario=short) is None


def test_not_when_the_order_is_known() -> None:
    view = Match.at_talks(SCENARIO).play(EVADED).view("v")
    scale = Scale(view.brief)
    course = roster.character("course", SCENARIO)
    reading = Reading(course, scale, lambda _: False)
    reading.estimate.order = reading.estimate.order.chain((PRICE, DELIVERY, SERVICE, PAYMENT), 9.0)
    assert probe(Picture(view, scale), reading, course) is None


def test_a_card_is_believed_but_less_than_an_answer_given_in_full_trust() -> None:
    estimate = Estimate(Scale(brief_of(SCENARIO, Side.VENDOR)), led=True)
    estimate.drawn((DELIVERY, PAYMENT))
    believed = estimate.order.above_probability(DELIVERY, PAYMENT)
    # Odds of 6 to 1 would be 0.857.
    assert 0.6 < believed < ANSWER_ODDS / (ANSWER_ODDS + 1.0)


def test_a_card_without_ranks_says_nothing_to_a_bot() -> None:
    estimate = Estimate(Scale(brief_of(SCENARIO, Side.VENDOR)), led=True)
    before = estimate.order
    estimate.drawn(())
    assert estimate.order is before


@pytest.mark.parametrize("name", ["expressive-self", "driving-self"])
def test_in_play_it_probes_once_at_most_properly_and_learns_from_the_card(name: str) -> None:
    probes = 0
    for seed in SEEDS:
        match = arena.play(SCENARIO, "course", name, seed=seed)
        breaks = [each for each in match.of(e.BreakTaken) if isinstance(each, e.BreakTaken)]
        taken = [each for each in breaks if each.purpose is Purpose.PROBE]
        assert len(taken) <= 1
        assert all(each.seat == "vendor" for each in taken)
        assert "unjustified_break" not in match.faults(Side.VENDOR)
        probes += len(taken)
    assert probes > 0


def test_what_a_card_said_is_found_again_in_the_log_by_a_bot_that_takes_the_match_up() -> None:
    match = next(
        game
        for seed in SEEDS
        if (game := arena.play(SCENARIO, "course", "expressive-self", seed=seed)).of(e.CardDrawn)
    )
    seat = match.table.seat("vendor")
    fresh = arena.bot("course", SCENARIO, Side.VENDOR)
    fresh.choose(seat.view(), seat.events())
    first = match.vendor.player
    assert isinstance(first, Negotiator)
    assert fresh.reading.estimate.weights() == first.reading.estimate.weights()
