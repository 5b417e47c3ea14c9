"""The table: the one holder of a match's state, and the seats in front of it.

A table decides, writes down, then shows: an event is in the journal before any
seat hears of it. It has no clock of its own; a `Timekeeper` says where time stands.
"""

from __future__ import annotations

from typing import Protocol

from negosim.engine.calls import calls
from negosim.engine.clock import PATIENCE_MS
from negosim.engine.common import Outcome, Setup
from negosim.engine.decide import Advance, advance, at_time, elapse
from negosim.engine.events import Event, MatchOpened
from negosim.engine.evolve import evolve
from negosim.engine.moves import Introduce, Move
from negosim.engine.opening import opened
from negosim.engine.own import Brief
from negosim.engine.preview import Preview, preview
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.state import MatchState, SeatView
from negosim.engine.view import SeatEvent, view_of
from negosim.engine.words import ClockKind, Phase
from negosim.play.stream import Streams
from negosim.play.timekeeper import Standstill, Timekeeper


class Journal(Protocol):
    """Where a table writes its events; one call a move, all of it or nothing."""

    def append(self, events: tuple[Event, ...]) -> None: ...


class NoJournal:
    """For bulk play: nothing is kept."""

    def append(self, events: tuple[Event, ...]) -> None:
        """Forgets them."""


class MatchTable:
    """A match from its set-up to its end."""

    def __init__(
        self,
        scenario: Scenario,
        setup: Setup,
        *,
        journal: Journal | None = None,
        timekeeper: Timekeeper | None = None,
        past: tuple[Event, ...] = (),
    ) -> None:
        """A new match, or with `past` (a whole log so far) one that goes on."""
        self._journal = journal or NoJournal()
        self._timekeeper = timekeeper or Standstill()
        # Moves alone bring time on: no clock brings anything due.
        self._stands_still = timekeeper is None and setup.clock is not ClockKind.WALL
        self._streams = Streams()
        self._state = opened(scenario, setup)
        if past:
            self._resume(past)
        else:
            self._apply(Advance((MatchOpened(0, setup),), self._state))
        self._ports = {seat.name: _Port(self, seat.name, seat.side) for seat in setup.seats}
        self._timekeeper.resume(self._state.common)

    @property
    def state(self) -> MatchState:
        return self._state

    @property
    def outcome(self) -> Outcome | None:
        return self._state.common.outcome

    def seat(self, name: str) -> _Port:
        """The port of a seat; KeyError for a name that has none."""
        return self._ports[name]

    def calls(self) -> tuple[Side, ...]:
        """The sides that are asked for a move now (`engine.calls`)."""
        return calls(self._state.common)

    def send(self, seat: str, move: Move) -> None:
        """Decide, write down, then show. Raises `IllegalMove` with nothing changed."""
        if self._stands_still:
            self._apply(advance(self._state, seat, move, 0))
            return
        self.tick()
        step = advance(self._state, seat, move, self._timekeeper.now_ms())
        self._apply(step)
        self._timekeeper.heard(self._state.common)

    def view(self, seat: str, side: Side) -> SeatView:
        """What a seat sees now, the hands of the clock included."""
        state = self._state
        if not self._stands_still:
            state = at_time(state, self._timekeeper.now_ms())
        return view_of(state, seat, side)

    def tick(self) -> None:
        """Let the clock bring what is due; more than one thing may be."""
        if self._stands_still:
            return
        if self._timekeeper.introducing_ms() >= PATIENCE_MS:
            self._introduce()
        while True:
            step = elapse(self._state, self._timekeeper.now_ms())
            if not step.events:
                return
            self._apply(step)

    def _introduce(self) -> None:
        """A side that has not introduced its members within a minute has done so (R10)."""
        common = self._state.common
        if common.phase is not Phase.INTRODUCTION:
            return
        for seat in common.setup.seats:
            if (
                self._state.common.phase is Phase.INTRODUCTION
                and not self._state.common.ready[seat.side]
            ):
                self._apply(advance(self._state, seat.name, Introduce(), 0))
        self._timekeeper.heard(self._state.common)

    def events(self, side: Side, after: int) -> tuple[SeatEvent, ...]:
        return self._streams.of(side, after)

    def _apply(self, step: Advance) -> None:
        self._journal.append(step.events)
        self._state = step.state
        self._streams.add(step.state, step.events)

    def _resume(self, past: tuple[Event, ...]) -> None:
        if not isinstance(past[0], MatchOpened):
            raise ValueError("a log begins with MatchOpened")
        for event in past[1:]:
            self._state = evolve(self._state, event)
        self._streams.add(self._state, past)


class _Port:
    """A seat of a table in this process."""

    def __init__(self, table: MatchTable, seat: str, side: Side) -> None:
        self._table = table
        self._seat = seat
        self._side = side

    @property
    def seat(self) -> str:
        return self._seat

    @property
    def side(self) -> Side:
        return self._side

    def brief(self) -> Brief:
        return self._table.state.briefs[self._side]

    def view(self) -> SeatView:
        return self._table.view(self._seat, self._side)

    def preview(self, move: Move) -> Preview:
        return preview(self.view(), move)

    def send(self, move: Move) -> None:
        self._table.send(self._seat, move)

    def events(self, after: int = 0) -> tuple[SeatEvent, ...]:
        return self._table.events(self._side, after)
