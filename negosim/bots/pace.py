"""How much a bot may give with its next offer, as a share of its own worth.

Movement is answered size for size; nothing is given for time that passes, except by
the tactics that are defined by the clock. What is given, and for what, is decided
in `packages`.
"""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from negosim.bots.character import Character, Pace
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine.sides import Side

OVERSHOOT = 2.0
"""A rung of a ladder may cost this many times what was to be given."""
SOFT_STOP = 0.4
"""Below its reserve a bot still answers movement, but with this part only."""
ROOM_HELD = 0.55
"""How much of the answer is held back from a side that is believed to have all its room left."""
CALM = 0.75
"""What is left of the answer when all patience is gone."""
CLOCK_SHARE = 0.8
"""The tactics of the field reach their reserve when this share of the clock has gone."""
OFFERS_WITHOUT_CLOCK = 14


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
        return _answer(picture, reading, character)
    bargaining = character.bargaining
    standing = picture.scale.worth(picture.stance())
    worth = 0.0
    if pace is Pace.GIVES:
        worth = bargaining.start
    elif pace is Pace.CHANCE:
        worth = dice.uniform(0.0, max(0.0, standing - bargaining.reserve))
    elif pace is Pace.CLOCK:
        gone = min(1.0, _time_gone(picture) / CLOCK_SHARE)
        aspired = 1.0 - (1.0 - bargaining.reserve) * float(gone ** (1.0 / bargaining.curve))
        worth = max(0.0, standing - aspired)
    return Allowance(worth, OVERSHOOT * worth)


def _answer(picture: Picture, reading: Reading, character: Character) -> Allowance:
    """Movement for movement; nothing for nothing, but for what a deadlock's prelude brings."""
    bargaining = character.bargaining
    rhythm = bargaining.rhythm
    beat = rhythm[min(reading.ledger.conceded, len(rhythm) - 1)]
    opens = picture.scale.brief.side is Side.VENDOR and reading.ledger.conceded == 0
    # The vendor's quote stands from the start, so the first step is the vendor's.
    start = bargaining.start if opens or reading.ledger.moved else 0.0
    stirred = reading.ledger.moved or reading.ledger.stirred or opens
    earned = max(0.0, reading.ledger.credit) * bargaining.answer if stirred else 0.0
    if character.led:
        earned *= 1.0 - ROOM_HELD * reading.estimate.room()
    calm = CALM + (1.0 - CALM) * reading.patience / max(0.05, character.patience)
    size = beat * (start + earned * min(1.1, calm))
    if reading.prelude_due:
        size = max(size, 0.5 * bargaining.most)
    if size <= 0.0:
        return NOTHING
    if picture.scale.worth(picture.stance()) <= bargaining.reserve:
        size *= SOFT_STOP
    purse = 1.0 if reading.prelude_due else OVERSHOOT * size
    return Allowance(min(bargaining.most * max(1.0, beat), size), purse)


def _time_gone(picture: Picture) -> float:
    common = picture.view.common
    limit = common.setup.limit_ms
    if limit is None:
        return common.positions[picture.scale.brief.side].offers / OFFERS_WITHOUT_CLOCK
    return common.elapsed_ms / limit
