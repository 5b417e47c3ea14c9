"""The foils do what they are named for, lawfully: that is all a test policy is good for."""

from __future__ import annotations

from itertools import pairwise

import arena
import built
import pytest

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.common import Position
from negosim.engine.concession import merged
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import ClockKind, Ending

THIRD = built.third_vendor()
FIRST = built.scenario_of(
    built.numeric("price", (1, 17, 15, 13), (2, 13, 15, 17)),
    built.ladder("delivery", (35, 28, 21, 14, 10), (2, 0, 2, 4), (1, 4, 2, 0)),
    id="first-deal",
    walk_away=built.BySide(5, 9),
)
CLOSING = (m.Offer, m.Accept, m.NotYet, m.Argue, m.Tell, m.Goodwill)


def closing(match: arena.Played) -> list[tuple[SeatView, m.Move]]:
    """The vendor's closing moves and what it saw."""
    return [(view, move) for view, move in match.vendor.made if isinstance(move, CLOSING)]


def position(view: SeatView) -> Position:
    return view.common.positions.vendor


def offers(match: arena.Played) -> list[tuple[SeatView, m.Offer]]:
    return [(view, move) for view, move in match.vendor.made if isinstance(move, m.Offer)]


def test_the_foils_there_are() -> None:
    assert roster.foils() == (
        "staller",
        "first-accepter",
        "question-spammer",
        "salami",
        "wiggler",
        "sheet-pusher",
        "never-recorder",
        "not-yet",
    )
    assert set(roster.foils()) < set(roster.names())


@pytest.mark.parametrize("name", roster.foils())
@pytest.mark.parametrize("scenario", [THIRD, FIRST], ids=lambda scenario: scenario.id)
def test_every_foil_plays_both_sides_lawfully(name: str, scenario: Scenario) -> None:
    for pair in ((name, "analytic-steady"), ("course", name), (name, name)):
        for clock in ClockKind:
            match = arena.play(scenario, *pair, seed=900_000, clock=clock)
            arena.assert_within_limits(match)
            for seat in (match.vendor, match.client):
                assert isinstance(seat.player, Negotiator)
                assert seat.player.stopgaps == 0


def test_the_staller_lets_time_go_by_without_a_deadlock_and_settles_in_the_last_minutes() -> None:
    match = arena.play(THIRD, "staller", "linear", seed=900_000)
    assert not match.of(e.DeadlockFell)
    early = [move for view, move in closing(match) if view.common.elapsed_ms < 1_390_000]
    assert sum(isinstance(move, m.NotYet | m.Goodwill) for move in early) > 0.8 * len(early)
    # Of 1,800 s the writing takes 100; the last five minutes begin before that.
    taken = match.of(e.OfferAccepted)
    assert match.outcome.deal is not None
    assert taken[0].at_ms >= 1_390_000


def test_the_first_accepter_gives_nothing_and_takes_the_first_package_it_may_sign() -> None:
    nothing = (None,) * 4
    # 7 points of the vendor's walk-away 20; a package with a hole in it; 30 points.
    named = ((170, 4, 4, 4), (260, 0, 0, None), (240, 2, 2, 2))
    client = arena.Scripted([m.Offer(terms, nothing) for terms in named])
    match = arena.play(THIRD, "first-accepter", client)
    assert not offers(match)
    assert [type(move) for _, move in closing(match)][:3] == [m.NotYet, m.NotYet, m.Accept]
    assert sum(isinstance(move, m.Ask) for move in match.vendor.moves) == 2
    assert match.points.vendor == 30


def test_the_question_spammer_asks_as_often_as_the_rules_allow() -> None:
    match = arena.play(THIRD, "question-spammer", arena.Staller())
    asked = [move for move in match.vendor.moves if isinstance(move, m.Ask)]
    turns = len([view for view, _ in closing(match) if view.common.elapsed_ms < 1_400_000])
    # Two questions a turn at a typed table (R20).
    assert len(asked) >= 1.8 * turns
    assert len({move.form for move in asked}) == 6


def test_salami_gives_one_unit_or_one_rung_with_every_offer() -> None:
    match = arena.play(THIRD, "salami", arena.Staller())
    sizes = []
    for view, move in offers(match):
        best = position(view).best
        steps = [
            abs(tick - before)
            for tick, before in zip(merged(move.give, move.want), best, strict=True)
            if tick is not None and before is not None and tick != before
        ]
        sizes.append(steps)
    assert len(sizes) >= 10
    assert all(steps == [1] for steps in sizes)


def test_the_wigglers_offers_all_look_new_and_go_nowhere() -> None:
    match = arena.play(THIRD, "wiggler", arena.Staller())
    found = [merged(move.give, move.want) for _, move in offers(match)]
    assert len(found) >= 6
    assert all(a != b for a, b in pairwise(found))
    new_best = [
        event.is_new_best
        for event in match.of(e.OfferMade)
        if event.seat == "vendor"  # type: ignore[attr-defined]
    ]
    assert all(new_best[:6])
    assert match.of(e.OfferWithdrawn)
    # In each a single issue has left its quote.
    quotes = tuple(mark.quote for mark in THIRD.marks.vendor)
    assert all(sum(a != b for a, b in zip(terms, quotes, strict=True)) == 1 for terms in found[:6])


def test_the_sheet_pusher_draws_a_sheet_of_its_own_terms_turn_after_turn() -> None:
    match = arena.play(THIRD, "sheet-pusher", "driving-self", seed=900_000)
    drawn = [event for event in match.of(e.SheetDrawn) if event.seat == "vendor"]  # type: ignore[attr-defined]
    assert len(drawn) >= 4
    assert match.of(e.SheetTorn)


def test_the_never_recorder_writes_no_line_and_signs_all_the_same() -> None:
    match = arena.play(THIRD, "never-recorder", "analytic-steady", seed=900_000)
    assert not any(isinstance(move, m.Propose | m.ClaimPen) for move in match.vendor.moves)
    assert match.outcome.ending is Ending.SIGNED
    # Where nobody else writes either, there is no way round the sheet in the end.
    alone = arena.play(built.course_grid(), "never-recorder", arena.Scripted([m.Accept()]))
    assert [type(move) for _, move in closing(alone)] == [m.NotYet] * 3
    assert not alone.of(e.LinesProposed)
    assert alone.outcome.ending is Ending.SIGNED


def test_not_yet_says_nothing_else_until_the_last_moment() -> None:
    match = arena.play(THIRD, "not-yet", "linear", seed=900_000)
    moves = [move for _, move in closing(match)]
    assert all(isinstance(move, m.NotYet) for move in moves[:-2])
    patient = arena.play(THIRD, "not-yet", "salami", seed=900_000)
    assert all(
        isinstance(move, m.NotYet)
        for view, move in closing(patient)
        if view.common.elapsed_ms < 1_400_000
    )


@pytest.mark.parametrize("side", list(Side))
def test_a_foil_plays_the_same_match_with_the_same_seed(side: Side) -> None:
    for name in roster.foils():
        pair = (name, "amiable-far") if side is Side.VENDOR else ("course", name)
        one, other = (arena.play(THIRD, *pair, seed=900_003).events for _ in range(2))
        assert one == other
