"""What a bot takes: terms as good as the stance it would go to next anyway.

It judges offers, and lines and sheets that say something new, by the same measure.
"""

from __future__ import annotations

from negosim.bots.character import Character
from negosim.bots.concessions import Changes
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine.concession import merged
from negosim.engine.issue import Terms
from negosim.engine.words import Hardness

SLACK = 0.01
"""How much less than one's own next stance is still taken, before any concession."""
SLACK_A_STEP = 0.008
MOST_SLACK = 0.06
YIELDING = {Hardness.SOFT: 1.0, Hardness.FIRM: 0.8, Hardness.HARD: 0.5}
"""How these are scaled by hardness."""
ONE_GAP_SLACK = 0.05
"""How much more is let go when a single gap keeps the sides apart, to one who moves."""
PRELUDE_SLACK = 0.15
"""How much more is let go by one who has come back from a deadlock to settle."""
LAST_CALL_SLACK = 0.13
"""How much more is let go when no further offer can be answered in time, to one who moves."""
BELOW_RESERVE = 0.5
"""What is left of all this for a contract below one's reserve."""
LEFT_ALONE = -0.02
"""Asked in addition for leaving a single issue open, which would have nothing to trade for."""
HOPED_LEVEL = 3
"""The level that is reckoned with on issues still open when the walk-away is looked at."""


def standing_terms(picture: Picture) -> Terms | None:
    """All that the other side's standing offer names; None without one."""
    side = picture.view.brief.side
    offer = picture.view.common.positions[side.other].offer
    return None if offer is None else merged(offer.give, offer.want)


def is_good(
    picture: Picture, reading: Reading, character: Character, terms: Terms, changes: Changes
) -> bool:
    """Whether terms are as good as one's next stance on the open issues they name.

    What is agreed must not be changed by them for the worse. Terms that complete the
    contract must reach the walk-away, others must leave it within reach.
    """
    scale = picture.scale
    if not scale.within(picture.view, terms):
        return False
    gain = 0.0
    full: list[int | None] = list(picture.agreed)
    for issue, tick in enumerate(terms):
        if tick is None:
            continue
        known = picture.agreed[issue]
        if known is not None:
            if scale.better(issue, known, tick):
                return False
            continue
        full[issue] = tick
        ours = changes.get(issue, picture.ours[issue])
        gain += scale.value(issue, tick) - scale.value(issue, ours)
    silent = [issue for issue in picture.open if full[issue] is None]
    reached = scale.points(tuple(full))
    reached += sum(HOPED_LEVEL * scale.brief.yardsticks[issue].weight for issue in silent)
    if reached < scale.brief.walk_away:
        return False
    if len(silent) == 1 and not picture.met(silent[0], picture.ours[silent[0]]):
        return gain >= -LEFT_ALONE
    hoped = [
        tick if tick is not None else changes.get(issue, picture.ours[issue])
        for issue, tick in enumerate(full)
    ]
    slack = _slack(picture, reading, character)
    if scale.worth(tuple(hoped)) < character.bargaining.reserve:
        slack *= BELOW_RESERVE
    return gain >= -slack


def _slack(picture: Picture, reading: Reading, character: Character) -> float:
    """How much worse than one's next stance terms may be."""
    slack = min(MOST_SLACK, SLACK + SLACK_A_STEP * reading.ledger.conceded)
    slack *= YIELDING[character.hardness]
    if reading.prelude_due:
        slack += PRELUDE_SLACK
    if _still_moves(picture):
        if picture.last_call:
            slack += LAST_CALL_SLACK
        if sum(not picture.met(issue, picture.ours[issue]) for issue in picture.open) == 1:
            slack += ONE_GAP_SLACK * YIELDING[character.hardness]
    return slack


def _still_moves(picture: Picture) -> bool:
    """Whether the other side has moved of late: a last call is no reward for standing still."""
    side = picture.view.brief.side
    return picture.view.common.positions[side.other].still <= 1
