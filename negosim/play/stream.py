"""Each side's own stream of events, numbered by itself.

What a side may not know leaves no trace in its stream, not even a gap in the
numbers: rulings ride on the public event before them, for their side only.
"""

from __future__ import annotations

from negosim.engine.common import seat_side
from negosim.engine.events import Authorised, Event, Noted, Ruled
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.view import PRIVATE, SeatEvent

_PRIVATE = frozenset(PRIVATE)


class Streams:
    """Two growing lists; what has been handed out never changes."""

    def __init__(self) -> None:
        self._events: BySide[list[SeatEvent]] = BySide([], [])

    def add(self, state: MatchState, events: tuple[Event, ...]) -> None:
        """The events of one move, in order; `state` is any state of the match."""
        vendor, client = self._events
        for event in events:
            if type(event) not in _PRIVATE:
                vendor.append(SeatEvent(len(vendor) + 1, event))
                client.append(SeatEvent(len(client) + 1, event))
            elif isinstance(event, Ruled):
                own = self._events[event.side]
                last = own[-1]
                own[-1] = SeatEvent(last.number, last.event, last.rulings + event.rulings)
            else:
                for side in audience(state, event):
                    own = self._events[side]
                    own.append(SeatEvent(len(own) + 1, event))

    def of(self, side: Side, after: int) -> tuple[SeatEvent, ...]:
        return tuple(self._events[side][after:])

    def length(self, side: Side) -> int:
        return len(self._events[side])


def audience(state: MatchState, event: Event) -> tuple[Side, ...]:
    """The sides that see an event: both, or the one it belongs to."""
    if not isinstance(event, PRIVATE):
        return SIDES
    if isinstance(event, Authorised | Noted):
        return (seat_side(state.common.setup, event.seat),)
    return (event.side,)
