"""How much a bot may give with its next offer, as a share of its own worth.

Movement is answered size for size; nothing is given for time that passes. What is
given, and for what, is decided in `concessions`.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from negosim.bots.aspiration import aspiration
from negosim.bots.character import Character, Pace
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine.sides import Side

OVERSHOOT = 2.0
PLEASED_OVERSHOOT = 4.0
"""A rung of a ladder may cost this many times what was to be given; more to somebody who has
been spoken to the heart of."""
UNHOPED = 0.1
"""Below what it hopes for a bot gives with this part only."""
SOFT_STOP = 0.25
"""Below its reserve a bot still answers movement, but with this part only."""
ROOM_HELD = 0.8
"""How much of the answer is held back from a side that is believed to have all its room left."""
PLIANT_HELD = 1.5
"""How much of it is held back from a side the more it seems to give for nothing, and how much
is added for one that holds its line."""
LEAST_PAID = 0.25
MOST_PAID = 1.3
"""The least and the most of its share that an answer can come to by this."""
END_ANSWER = 1.3
"""On the last bit of the way movement is answered with more than itself."""
WAITS = 1.6
WAITS_FROM = 0.3
"""From this pliancy on one holds now and then, to see whether more comes by itself."""
MOST_WAITS = 2
CALM = 0.75
"""What is left of the answer when all patience is gone."""


class Allowance(NamedTuple):
    """`worth` is to be given, 0 for nothing; `purse` is what a single rung of a ladder may
    cost at most, since rungs cannot be cut."""

    worth: float
    purse: float


NOTHING = Allowance(0.0, 0.0)


def allowance(picture: Picture, reading: Reading, character: Character, dice: Random) -> Allowance:
    """What may be given now, by the character's pace."""
    pace = character.pace
    if pace is Pace.ANSWER:
        return _answer(picture, reading, character, dice)
    worth = character.bargaining.start if pace is Pace.GIVES else 0.0
    return Allowance(worth, OVERSHOOT * worth)


def _answer(picture: Picture, reading: Reading, character: Character, dice: Random) -> Allowance:
    """Movement for movement; nothing for nothing, but for what a deadlock's prelude brings."""
    bargaining = character.bargaining
    rhythm = bargaining.rhythm
    beat = rhythm[min(_beats_gone(reading), len(rhythm) - 1)]
    if reading.prelude_due or (beat <= 0.0 and (reading.roused or reading.pleased)):
        # What was waited for has happened: a wall is a question, not an end.
        beat = max(1.0, beat)
    elif bargaining.unmoved < 1.0 and not reading.warmth:
        beat *= bargaining.unmoved
    opens = picture.scale.brief.side is Side.VENDOR and reading.ledger.conceded == 0
    # The vendor's quote stands from the start, so the first step is the vendor's.
    start = bargaining.start if opens or reading.ledger.moved else 0.0
    stirred = reading.ledger.moved or reading.ledger.stirred or opens
    earned = max(0.0, reading.ledger.credit) * bargaining.answer if stirred else 0.0
    if picture.endgame and stirred:
        # Answers below one never meet: the last bit of the way is gone at more than par.
        earned = max(earned, min(reading.ledger.credit, reading.ledger.latest) * END_ANSWER)
    elif character.led:
        earned *= max(LEAST_PAID, 1.0 - ROOM_HELD * reading.estimate.room())
    earned *= min(MOST_PAID, max(LEAST_PAID, 1.0 - PLIANT_HELD * reading.pliancy.excess()))
    if reading.pleased:
        # A word to the heart is answered for itself, whatever else is owed.
        earned = max(earned, reading.ledger.latest)
    calm = CALM + (1.0 - CALM) * reading.patience / max(0.05, character.patience)
    if character.manners.sated and reading.sated and not reading.prelude_due:
        return NOTHING
    if beat <= 0.0 or _waits_for_more(picture, reading, dice):
        return NOTHING
    size = beat * (start + earned * min(1.1, calm))
    at_once = reading.deadlocked and not character.habits.eases
    averts = picture.at_the_brink and character.habits.settles
    if reading.prelude_due or at_once or averts:
        size = max(size, 0.5 * bargaining.most)
    if size <= 0.0:
        return NOTHING
    standing = picture.scale.worth(picture.stance())
    if standing <= bargaining.reserve:
        size *= SOFT_STOP
    elif not reading.prelude_due and standing <= aspiration(picture, reading, character):
        # No more than a kind word is worth, or a part of what is owed.
        size = min(size, reading.ledger.latest) if reading.pleased else size * UNHOPED
    overshoot = PLEASED_OVERSHOOT if reading.pleased else OVERSHOOT
    purse = 1.0 if reading.prelude_due else overshoot * size
    return Allowance(min(bargaining.most * max(1.0, beat), size), purse)


def _waits_for_more(picture: Picture, reading: Reading, dice: Random) -> bool:
    """Whether it seems better to say nothing and see what comes for nothing."""
    if reading.prelude_due or picture.closing_time or picture.at_the_brink:
        return False
    if reading.holds >= MOST_WAITS:
        return False
    chance = WAITS * (reading.pliancy.mean() - WAITS_FROM)
    return chance > 0.0 and dice.random() < chance


def _beats_gone(reading: Reading) -> int:
    """Which beat of the person's rhythm is next: the client's counts its answers, holds too;
    a vendor's its concessions, since its first word is one."""
    if reading.side is Side.VENDOR:
        return reading.ledger.conceded
    return max(0, reading.answered - 1)
