"""What a bot has in mind after a match that was played line by line."""

from __future__ import annotations

from notation import Match

from negosim.bots.character import Character
from negosim.bots.listening import digest
from negosim.bots.personas import PERSONAS
from negosim.bots.reading import Reading
from negosim.bots.scale import Scale
from negosim.engine.sides import Side
from negosim.play.stream import Streams


def reading_of(
    match: Match, side: Side, character: Character = PERSONAS["analytic-far"]
) -> Reading:
    """The reading of a character that sat at `side` from the start."""
    view = match.view(side.word)
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    reading = Reading(character, Scale(view.brief), lambda number: False)
    digest(reading, view, streams.of(side, 0))
    return reading
