"""A bot's voice by itself, without a match: what it says to the same thing again and again."""

from __future__ import annotations

from negosim.bots.character import Character
from negosim.bots.cue import Cue
from negosim.bots.heard import Heard, Kind, Moment
from negosim.bots.personas import PERSONAS
from negosim.bots.speech import Speaker, Spoken
from negosim.catalog import load
from negosim.engine.sides import Side
from negosim.engine.view import brief_of

SCENARIO = load("third-vendor")
NOTHING = Heard(Kind.NOTHING)
MIDDLE = ("Hm.",)
"""Something has been said already, so that nobody greets."""


def speaker(
    character: Character | str = "analytic-steady",
    lang: str = "en",
    *,
    side: Side = Side.CLIENT,
    seed: int = 1,
) -> Speaker:
    known = PERSONAS[character] if isinstance(character, str) else character
    return Speaker(brief_of(SCENARIO, side), known, lang, seed)


def talk(
    speak: Speaker, times: int, move: Spoken, cue: Cue, *, heard: Heard = NOTHING
) -> list[str]:
    """What is said when the same thing is heard and done again and again."""
    said: list[str] = []
    for _ in range(times):
        said.append(speak.words(Moment(heard, tuple(said)), move, cue))
    return said
