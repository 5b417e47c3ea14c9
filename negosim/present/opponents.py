"""Who may sit opposite, by a name a person can choose by and a line about them.

The line is the one `negosim personas` prints. What a character does is known to the
bots alone; nothing here may tell more than its catalogues do.
"""

from __future__ import annotations

from random import Random

from negosim.bots import roster
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue

STORY = "story"
"""The choice of whoever the scenario brings; the player is not told who it is."""
ANYONE = "anyone"
"""The choice of one drawn by lot; the player is not told who it is."""


@record(frozen=True, slots=True)
class Opponent:
    """`id` is STORY, ANYONE or a bot's name; `about` is one sentence or two."""

    id: str
    name: str
    about: str


def opponents(side: Side, lang: str) -> tuple[Opponent, ...]:
    """Who may play `side`: the two surprises first, then everybody by name."""
    words = catalogue("lobby_scene", lang)
    people = catalogue("people", lang)
    surprises = tuple(
        Opponent(id_, words.text(f"opponent.{id_}"), words.text(f"opponent_about.{id_}"))
        for id_ in (STORY, ANYONE)
    )
    return surprises + tuple(
        Opponent(bot, bot_name(bot, lang), people.text(bot)) for bot in bots_for(side)
    )


def bots_for(side: Side) -> tuple[str, ...]:
    """The bots made for a side: the twelve people for the client, ways to play for the vendor."""
    if side is Side.CLIENT:
        return roster.personas()
    return roster.vendor_policies() + roster.tactics()


def bot_name(bot: str, lang: str) -> str:
    """A short name for a list; a bot that this version does not know is called by its id."""
    words = catalogue("lobby_scene", lang)
    key = f"opponent.{bot}"
    return words.text(key) if key in words else bot


def drawn(choice: str, side: Side, lot: Random) -> str | None:
    """The bot that a choice means; None lets the scenario bring its own.

    By lot only the skilled come: the vendor's standard tactics are for those who ask for them.
    """
    if choice == STORY:
        return None
    if choice == ANYONE:
        return lot.choice(roster.personas() if side is Side.CLIENT else roster.vendor_policies())
    return choice
