"""A match as a hypothesis state machine: any order of moves keeps the invariants."""

import random

import strategies
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from wild import Wild, seat_view

from negosim.engine import moves as m
from negosim.engine.agreement import OPEN_STATES
from negosim.engine.calls import calls
from negosim.engine.errors import IllegalMove
from negosim.engine.events import Event
from negosim.engine.evolve import fold
from negosim.engine.happening import QUIET_MOVES
from negosim.engine.opening import solo_setup
from negosim.engine.readiness import BREAKS_A_SIDE, QUESTIONS_A_TURN
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Ending, Phase, TableKind
from negosim.engine.yardstick import sign_of
from negosim.play.table import MatchTable


class Kept:
    """A journal in memory."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def append(self, events: tuple[Event, ...]) -> None:
        self.events.extend(events)


class MatchMachine(RuleBasedStateMachine):
    @initialize(scenario=strategies.scenarios(), seed=st.integers(0, 2**32))
    def open(self, scenario: Scenario, seed: int) -> None:
        self.scenario = scenario
        self.wild = Wild(scenario, random.Random(seed), folly=0.2)
        self.journal = Kept()
        self.table = MatchTable(scenario, solo_setup(scenario), journal=self.journal)
        self.before = self.table.state
        for side in SIDES:
            self.try_(side, m.Ready())
        for side in SIDES:
            self.try_(side, m.Introduce())

    def try_(self, side: Side, move: m.Move) -> None:
        self.before = self.table.state
        try:
            self.table.send(side.word, move)
        except IllegalMove:
            assert self.table.state is self.before

    @rule(seed=st.integers(0, 2**32))
    def whoever_is_called_moves(self, seed: int) -> None:
        called = calls(self.table.state.common)
        if called:
            self.wild.rng.seed(seed)
            side = called[seed % len(called)]
            self.try_(side, self.wild.move(seat_view(self.table.state, side.word)))

    @rule(side=st.sampled_from(SIDES), seed=st.integers(0, 2**32))
    def somebody_tries_anything(self, side: Side, seed: int) -> None:
        self.wild.rng.seed(seed)
        self.try_(side, self.wild.any_move(seat_view(self.table.state, side.word)))

    @rule(side=st.sampled_from(SIDES))
    def a_sheet_is_drawn_and_signed(self, side: Side) -> None:
        floors = self.table.state.own[side].floors
        self.try_(side, m.Draw(m.Deal(floors)))
        self.try_(side, m.Sign())

    @invariant()
    def time_only_advances_and_stays_within_the_limit(self) -> None:
        common = self.table.state.common
        assert common.elapsed_ms >= self.before.common.elapsed_ms
        assert common.elapsed_ms <= (common.setup.limit_ms or 0)

    @invariant()
    def a_match_is_over_exactly_when_it_has_an_outcome(self) -> None:
        common = self.table.state.common
        assert (common.phase is Phase.OVER) == (common.outcome is not None)
        if common.outcome is not None:
            assert (common.outcome.ending is Ending.SIGNED) == (common.outcome.deal is not None)
            assert calls(common) == ()

    @invariant()
    def no_issue_stands_on_two_open_lines(self) -> None:
        record = self.table.state.common.record
        for issue in range(len(self.scenario.issues)):
            on = [
                line
                for line in record.lines
                if line.state in OPEN_STATES and line.deal.terms[issue] is not None
            ]
            assert len(on) <= 1
        assert [line.number for line in record.lines] == list(range(1, len(record.lines) + 1))

    @invariant()
    def the_most_generous_value_named_never_retreats(self) -> None:
        for side in SIDES:
            was = self.before.common.positions[side].best
            now = self.table.state.common.positions[side].best
            for issue, old, new in zip(self.scenario.issues, was, now, strict=True):
                if old is not None:
                    assert new is not None
                    assert sign_of(issue, side) * (old - new) >= 0

    @invariant()
    def counts_stay_in_bounds(self) -> None:
        common = self.table.state.common
        if common.setup.kind is TableKind.TYPED:
            assert common.turn.asked <= QUESTIONS_A_TURN
        assert common.turn.quiet < QUIET_MOVES
        for side in SIDES:
            assert len(common.positions[side].breaks) <= BREAKS_A_SIDE
            assert len(common.positions[side].closes) <= 3

    @invariant()
    def each_stream_is_numbered_without_gaps(self) -> None:
        for side in SIDES:
            numbers = [event.number for event in self.table.events(side, 0)]
            assert numbers == list(range(1, len(numbers) + 1))

    def teardown(self) -> None:
        if hasattr(self, "journal"):
            assert fold(self.scenario, self.journal.events) == self.table.state


MatchMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestMatchMachine = MatchMachine.TestCase
