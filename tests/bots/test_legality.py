"""Every reply is legal, inside the floor, at or above the walk-away; no match hangs (B3)."""

import arena
import built
import pytest
import strategies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negosim.bots import roster
from negosim.engine.record import but
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, TableKind

SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
KEEPERS = ("course", *roster.personas())
"""Bots that keep R24-R28 of their own accord; the other policies show what happens else."""


@SLOW
@given(
    strategies.scenarios(),
    st.sampled_from(roster.names()),
    st.sampled_from(roster.names()),
    st.sampled_from(ClockKind),
    st.integers(0, 99),
)
def test_any_two_bots_end_any_valid_scenario_lawfully(
    scenario: Scenario, vendor: str, client: str, clock: ClockKind, seed: int
) -> None:
    # The driver lets an illegal move through as an error, and stops a match that hangs.
    match = arena.play(scenario, vendor, client, seed=seed, clock=clock)
    arena.assert_within_limits(match)


@pytest.mark.parametrize("client", roster.personas())
def test_course_and_every_persona_keep_the_principles_of_conceding(client: str) -> None:
    for seed in range(4):
        match = arena.play(built.third_vendor(), "course", client, seed=seed)
        arena.assert_within_limits(match)
        # Signing at a floor is marked, not forbidden: it happens by taking an offer (R28).
        assert set(match.faults(Side.VENDOR)) <= {"signed_at_limit"}
        # A client bot asks implicitly, opens with its demands and keeps R24 to R28 only (B3).
        asks = {"unasked", "price_before_interests", "signed_at_limit", "too_large"}
        assert set(match.faults(Side.CLIENT)) <= asks


@SLOW
@given(strategies.scenarios(), st.sampled_from(KEEPERS), st.integers(0, 99))
def test_keepers_keep_authority_exchange_shrinking_and_the_floor_anywhere(
    scenario: Scenario, name: str, seed: int
) -> None:
    # What the file scripts is the file's own doing.
    scenario = but(scenario, opposition=but(scenario.opposition, beats=()))
    for side in Side:
        pair = (name, "analytic-far") if side is Side.VENDOR else ("course", name)
        match = arena.play(scenario, *pair, seed=seed)
        broken = {
            "beyond_authority",
            "no_exchange",
            "not_shrinking",
            "limit_guessable",
            "limit_said",
            "straight_out_of_deadlock",
            "unjustified_break",
        }
        assert not broken & set(match.faults(side))


@pytest.mark.parametrize("seed", range(12))
def test_it_finds_an_answer_to_any_legal_move(seed: int) -> None:
    scenario = built.third_vendor()
    clock = (ClockKind.TABLE, ClockKind.NONE)[seed % 2]
    for side in Side:
        name = roster.personas()[seed] if side is Side.CLIENT else "course"
        own = arena.bot(name, scenario, side, seed)
        pair = (arena.Fuzzer(seed), own) if side is Side.CLIENT else (own, arena.Fuzzer(seed))
        match = arena.play(scenario, *pair, clock=clock)
        assert match.outcome.ending is not None
        deal = match.outcome.deal
        if deal is not None:
            assert match.points[side] >= scenario.walk_away[side]


@pytest.mark.parametrize("clock", list(ClockKind))
@pytest.mark.parametrize("client", ["analytic-steady", "driving-self", "amiable-far"])
def test_it_ends_a_match_with_one_who_never_moves(client: str, clock: ClockKind) -> None:
    match = arena.play(built.third_vendor(), arena.Staller(), client, clock=clock)
    assert match.outcome.deal is None


def test_a_bot_at_a_spoken_table_simply_plays_its_turn() -> None:
    house = built.AS_USUAL
    spoken = type(house)(kind=TableKind.SPOKEN)
    match = arena.play(built.third_vendor(house=spoken))
    assert match.outcome.ending is not None
