"""What a seat hears of a match that was played line by line, and what a bot makes of it."""

from __future__ import annotations

from notation import Match

from negosim.bots.character import Character
from negosim.bots.listening import digest
from negosim.bots.personas import PERSONAS
from negosim.bots.reading import Reading
from negosim.bots.scale import Scale
from negosim.engine.sides import Side
from negosim.engine.view import SeatEvent
from negosim.play.stream import Streams


def stream(match: Match, side: Side, after: int = 0) -> tuple[SeatEvent, ...]:
    """A side's own events beyond the first `after`, its private ones among them."""
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    return streams.of(side, after)


def reading_of(
    match: Match, side: Side, character: Character = PERSONAS["analytic-far"]
) -> Reading:
    """The reading of a character that sat at `side` from the start."""
    view = match.view(side.word)
    reading = Reading(character, Scale(view.brief), lambda number: False)
    digest(reading, view, stream(match, side))
    return reading
