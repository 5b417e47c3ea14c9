"""Brings a bot to where its match stands, when a log is taken up again.

What a bot remembers is not in the log, but what it was shown is: it is asked again
all it was asked before, and its answers are the ones that the log holds (B2).
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.engine.calls import calls
from negosim.engine.common import seat_side
from negosim.engine.events import Event, MatchOpened
from negosim.engine.evolve import evolve
from negosim.engine.moves import Move
from negosim.engine.opening import opened
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.state import MatchState, SeatView
from negosim.engine.view import SeatEvent, view_of
from negosim.play.player import Player
from negosim.play.stream import Streams


class Once:
    """A player who hears every event once, however often the driver begins anew."""

    def __init__(self, player: Player, heard: int = 0) -> None:
        """`heard`: how many events of its stream the player knows already."""
        self._player = player
        self._heard = heard

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> Move | None:
        fresh = tuple(each for each in events if each.number > self._heard)
        self._heard = max([self._heard, *[each.number for each in fresh]])
        return self._player.choose(view, fresh)


def catch_up(
    player: Player,
    scenario: Scenario,
    seat: str,
    *,
    events: tuple[Event, ...],
    moves: tuple[int, ...],
) -> int:
    """Ask the player at `seat` again all that it was asked in a log.

    `moves` are the numbers of the last event of each move. Returns how many events of
    the seat's own stream the player has heard.
    """
    heard = 0
    if not events:
        return heard
    first = events[0]
    assert isinstance(first, MatchOpened)
    state = opened(scenario, first.setup)
    side = seat_side(state.common.setup, seat)
    streams = Streams()
    for batch in _batches(events, moves):
        mover = _mover(state, batch[0])
        if _was_asked(state, side, mover):
            news = streams.of(side, heard)
            player.choose(view_of(state, seat, side), news)
            heard += len(news)
        for event in batch:
            if not isinstance(event, MatchOpened):
                state = evolve(state, event)
        streams.add(state, batch)
    return heard


def _batches(events: tuple[Event, ...], moves: tuple[int, ...]) -> Iterator[tuple[Event, ...]]:
    begin = 0
    for end in moves:
        yield events[begin:end]
        begin = end


def _mover(state: MatchState, event: Event) -> Side | None:
    """The side whose move the event begins; None for what the clock or the set-up brought."""
    seat = getattr(event, "seat", None)
    if seat is not None:
        return seat_side(state.common.setup, seat)
    side = getattr(event, "side", None)
    return side if isinstance(side, Side) else None


def _was_asked(state: MatchState, side: Side, mover: Side | None) -> bool:
    """Whether `side` was asked before the mover moved: sides are asked in the order called.

    Who moves without being called (a note, a guess, leaving) has not waited for an answer.
    """
    called = calls(state.common)
    if mover not in called or side not in called:
        return False
    return called.index(side) <= called.index(mover)
