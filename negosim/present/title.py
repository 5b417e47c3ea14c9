"""What the title offers: the first deal, the game left last, and where else one can go.

Nothing is opened here; the shelf is asked for one summary.
"""

from __future__ import annotations

from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.present.past_games import when_text
from negosim.solo.match import Wishes
from negosim.solo.saved import Saved

FIRST_DEAL = "first-deal"
"""The id of the shipped scenario that teaches by playing."""


def first_wishes() -> Wishes:
    """How the first deal is played: the vendor's chair, the coach in front, no clock (R30)."""
    return Wishes(side=Side.VENDOR, level=Level.FIRST)


def left_last(saved: Saved, lang: str) -> str:
    """Which game goes on: its title and when it was left."""
    return f"{saved.title.in_(lang)}  ·  {when_text(saved.when, lang)}"
