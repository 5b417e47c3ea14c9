"""The laws of the engine over wild matches (architecture.md 1-3).

Purity: nothing that was handed in changes. Fold: the log is the state, at every
step. Refusals change nothing and are foretold by the mover's own view.
"""

import copy
import random

import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from wild import Wild, seat_view

from negosim.engine.calls import calls
from negosim.engine.decide import advance, decide
from negosim.engine.errors import IllegalMove
from negosim.engine.events import Event, MatchOpened, Ruled
from negosim.engine.evolve import evolve, fold
from negosim.engine.legality import kind_refusal, legal_moves, refusal
from negosim.engine.opening import opened, solo_setup
from negosim.engine.preview import preview
from negosim.engine.rulings import rulings
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import MatchState
from negosim.engine.words import Phase

MOVES = 60


def wild_match(
    scenario: Scenario, seed: int, *, folly: float = 0.2
) -> list[tuple[MatchState, str, object, tuple[Event, ...], MatchState]]:
    """(state before, seat, move, events, state after) for each move tried; refused ones have no events."""
    rng = random.Random(seed)
    wild = Wild(scenario, rng, folly=folly)
    state = opened(scenario, solo_setup(scenario))
    out = []
    for _ in range(MOVES):
        called = calls(state.common)
        if not called:
            break
        side = rng.choice(called) if rng.random() < 0.85 else rng.choice(SIDES)
        move = wild.move(seat_view(state, side.word))
        try:
            events, after = advance(state, side.word, move, 0)
        except IllegalMove:
            events, after = (), state
        out.append((state, side.word, move, events, after))
        state = after
    return out


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_the_fold_of_the_log_is_the_state_at_every_step(scenario: Scenario, seed: int) -> None:
    log: list[Event] = [MatchOpened(0, solo_setup(scenario))]
    for _, _, _, events, after in wild_match(scenario, seed):
        log.extend(events)
        assert fold(scenario, log) == after


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_deciding_and_evolving_change_nothing_that_was_handed_in(
    scenario: Scenario, seed: int
) -> None:
    for before, seat, move, events, _ in wild_match(scenario, seed)[:30]:
        kept_state, kept_move = copy.deepcopy(before), copy.deepcopy(move)
        state = before
        for event in events:
            kept_event = copy.deepcopy(event)
            state = evolve(state, event)
            assert event == kept_event
        if events:
            assert decide(before, seat, move, 0) == events
        assert before == kept_state
        assert move == kept_move


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_the_movers_view_foretells_refusals_rulings_and_time(scenario: Scenario, seed: int) -> None:
    for before, seat, move, events, after in wild_match(scenario, seed):
        view = seat_view(before, seat)
        told = preview(view, move)
        if not events:
            assert told.refusal is not None
            continue
        assert told.refusal is None
        side = Side[seat.upper()]
        if told.in_time:
            assert after.common.elapsed_ms == told.ends_ms
            logged = tuple(
                ruling
                for event in events[:2]
                if isinstance(event, Ruled) and event.side is side
                for ruling in event.rulings
            )
            assert logged == told.rulings
        else:
            assert after.common.phase is Phase.OVER


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_a_kind_that_is_not_legal_has_no_legal_move(scenario: Scenario, seed: int) -> None:
    for before, seat, move, events, _ in wild_match(scenario, seed, folly=0.5):
        view = seat_view(before, seat)
        if events:
            assert type(move) in legal_moves(view)
        code = kind_refusal(view, type(move))
        if code is not None:
            assert refusal(view, move) is not None


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=40, deadline=None)
def test_nothing_agreed_signed_or_offered_lies_beyond_its_makers_floor(
    scenario: Scenario, seed: int
) -> None:
    for before, _, _, _, after in wild_match(scenario, seed):
        outcome = after.common.outcome
        if outcome is not None and outcome.deal is not None:
            for side in SIDES:
                for yard, tick, floor in zip(
                    scenario.yardsticks[side],
                    outcome.deal.terms,
                    before.own[side].floors,
                    strict=True,
                ):
                    assert tick is not None
                    assert yard.sign * (tick - floor) >= 0


@given(strategies.scenarios(), st.integers(0, 2**32))
@settings(max_examples=30, deadline=None)
def test_rulings_are_the_same_whoever_asks_and_however_often(scenario: Scenario, seed: int) -> None:
    for before, seat, move, events, _ in wild_match(scenario, seed)[:20]:
        if events:
            view = seat_view(before, seat)
            assert rulings(view, move) == rulings(view, move)
