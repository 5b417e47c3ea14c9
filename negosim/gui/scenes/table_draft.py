"""What the player has begun at the table and not yet said.

It lives in the game's memo, so that it is still there when the contract has been looked
at. Nothing is worked out here.
"""

from __future__ import annotations

from dataclasses import dataclass

from negosim.engine import moves as m
from negosim.engine.common import Question
from negosim.present.choices import Choice
from negosim.present.composing import Piece, Tone
from negosim.present.offer_builder import OfferMemory
from negosim.present.packaging import Kept

MEMO = "table"
DEMAND = "demand"
"""The answer whose values are turned on steppers."""
LINE = "line"
"""The group under writing down whose line is turned on steppers."""
LIMIT = "limit"
"""The group of replies whose value is turned on a stepper."""
TALK, NOTES = "talk", "notes"
"""The pages of the right column."""


@dataclass
class Draft:
    """What the player has begun and not yet said; lives as long as the game is open.

    `verb` empty: the one that fits the moment. `picked`: the choice under the verb, by id;
    `loose`: a choice from elsewhere (a phrase card, their offer, a note) in its stead.
    `beside`: their open question while another verb is open than answering it.
    `own`: the sentence as edited. `page` is what the right column shows.
    """

    verb: str = ""
    group: str = ""
    picked: str = ""
    beside: Question | None = None
    loose: Choice | None = None
    marked: tuple[int, ...] = ()
    tone: Tone = Tone.PLAIN
    own: tuple[Piece, ...] | None = None
    editing: bool = False
    offer: OfferMemory | None = None
    demand: Kept | None = None
    limit: Kept | None = None
    line: Kept | None = None
    line_benefits: tuple[int, ...] = ()
    warned: m.Move | None = None
    warning: str = ""
    points: bool = True
    hinted: bool = False
    page: str = TALK
    note: str = ""
