"""A log read once: every event with the states around it, its move number, its rulings.

All reports are made from this; none of them folds a log by itself. Nothing is
judged here.
"""

from __future__ import annotations

from collections.abc import Iterable

from negosim.engine import events as e
from negosim.engine.evolve import evolve, fold
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.words import Phase


@record(frozen=True, slots=True)
class Entry:
    """One event. `number`: how many moves had been made since the talks opened, this one included.

    What no seat did (a deadlock, a lapse) has the number of the move that brought
    it. `side` is whose move it was; `rulings` are those logged on the event, by the
    side they judge.
    """

    number: int
    event: e.Event
    side: Side | None
    before: MatchState
    after: MatchState
    rulings: BySide[tuple[e.Ruling, ...]]


@record(frozen=True, slots=True)
class Timeline:
    """A whole log, `Ruled` events folded into the entries they judge."""

    entries: tuple[Entry, ...]
    end: MatchState


def timeline(scenario: Scenario, events: Iterable[e.Event]) -> Timeline:
    """The log of a match; ValueError unless it begins with `MatchOpened`."""
    stream = iter(events)
    state = fold(scenario, (event for event in (next(stream, None),) if event is not None))
    entries: list[Entry] = []
    number = 0
    for event in stream:
        after = evolve(state, event)
        if isinstance(event, e.Ruled):
            if entries:
                entries[-1] = _ruled(entries[-1], event)
        else:
            side = _mover(state, event)
            number += side is not None and _is_move(state, event)
            entries.append(Entry(number, event, side, state, after, BySide((), ())))
        state = after
    return Timeline(tuple(entries), state)


def _ruled(entry: Entry, ruled: e.Ruled) -> Entry:
    rulings = entry.rulings.put(ruled.side, entry.rulings[ruled.side] + ruled.rulings)
    return Entry(entry.number, entry.event, entry.side, entry.before, entry.after, rulings)


def _mover(state: MatchState, event: e.Event) -> Side | None:
    name = getattr(event, "seat", None)
    for seat in state.common.setup.seats:
        if seat.name == name:
            return seat.side
    return None


def _is_move(state: MatchState, event: e.Event) -> bool:
    at_the_table = state.common.phase in (Phase.TALKS, Phase.BREAK)
    return at_the_table and not isinstance(event, e.Noted)
