"""What one hopes to get, from what the other side is believed to be able to give.

The contract at which the other side would stand at its believed limits is the best one
could hope for; how much of the way there one holds out for is a matter of one's day, and
of how freely the other side seems to give. So what a vendor's steps tell of its limits,
and whether it gives for nothing, is what its concessions cost it.
Source: exercise.md B4, B5; aspiration levels: Pruitt, Negotiation Behavior (1981).
"""

from __future__ import annotations

from negosim.bots.character import Character
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading

HOPE = 0.6
"""The part of the way from one's reserve to the best in reach that one holds out for; how far
up the reserve lies is a matter of hardness."""
PLAIN_HOPE = 0.5
HOPE_OF_GIFTS = 1.8
"""How that part grows with the belief that more comes for nothing."""


def aspiration(picture: Picture, reading: Reading, character: Character) -> float:
    """In the bot's own worth (0 at all its floors, 1 at all its quotes), at least its reserve."""
    reserve = character.bargaining.reserve
    hope = HOPE * character.bargaining.hope * (PLAIN_HOPE + HOPE_OF_GIFTS * reading.pliancy.mean())
    return reserve + min(1.0, hope) * max(0.0, _in_reach(picture, reading) - reserve)


def _in_reach(picture: Picture, reading: Reading) -> float:
    """The worth of a contract on the other side's believed limits, and on what is agreed."""
    scale = picture.scale
    total = 0.0
    for issue, agreed in enumerate(picture.agreed):
        limit = reading.estimate.limits[issue]
        if agreed is not None:
            total += scale.value(issue, agreed)
        elif limit is None:
            theirs = picture.theirs[issue]
            total += scale.shares[issue] if theirs is None else scale.value(issue, theirs)
        else:
            tick = scale.best(issue, picture.stops[issue], round(limit.mean()))
            total += scale.value(issue, tick)
    return total
