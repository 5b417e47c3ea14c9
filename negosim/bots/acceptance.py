"""What a bot takes: terms as good as the stance it would go to next anyway.

It judges offers, and lines and sheets that say something new, by the same measure.
"""

from __future__ import annotations

from negosim.bots.aspiration import aspiration
from negosim.bots.character import Character
from negosim.bots.concessions import Changes
from negosim.bots.picture import Picture
from negosim.bots.reading import MOST_IDLE, Reading
from negosim.bots.tactics.talks import Talks
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
PRELUDE_SLACK = 0.04
"""How much more is let go by one who has come back from a deadlock to settle."""
BRINK_SLACK = 0.1
"""How much is let go rather than let the talks end over it; a larger gap is no trifle."""
LAST_CALL_SLACK = 0.08
"""How much more is let go when no further offer can be answered in time, to one who moves."""
UNHOPED = 0.1
"""What is left of all this for a contract below what one hopes for."""
LEFT_ALONE = -0.02
"""Asked in addition for leaving a single issue open, which would have nothing to trade for."""
NEAR_SAID = 0.1
"""A value this near, as a share of the issue's worth, to the limit they have said will do."""
BELOW_RESERVE = 0.5
"""What is left of that for a contract below one's reserve."""
HOPED_LEVEL = 3
"""The level that is reckoned with on issues still open when the walk-away is looked at."""
LIONS_SHARE = 1.6
"""How many times what it leaves the other side a contract must be worth to be taken at the end
by one who hopes for more."""
LAST_TRIES = 2
"""The talks are about to be given up as idle so many closing moves before that."""


def is_good(
    picture: Picture, reading: Reading, character: Character, terms: Terms, changes: Changes
) -> bool:
    """Whether terms are as good as one's next stance on the open issues they name.

    What is agreed must not be changed by them for the worse. Terms that complete the
    contract must reach the walk-away, others must leave it within reach. A tactic of the
    field compares them with its own bids instead.
    """
    scale = picture.scale
    if not scale.within(picture.view, terms):
        return False
    if character.bidding is not None:
        return Talks(picture, reading.history).matches_own(terms)
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
        if _short_of_said(picture, reading, issue, tick):
            return False
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
    worth = scale.worth(tuple(hoped))
    if (
        not silent
        and _hangs_on_this(picture, reading, character)
        and _is_bargain(reading, character, tuple(full), worth)
    ):
        return True
    return gain >= -_slack(picture, reading, character, worth)


def last_said(picture: Picture, reading: Reading, character: Character) -> Changes:
    """What one would have to give for all that the other side named last, where the talks are
    about to end and that would be a bargain; nothing otherwise."""
    if not _hangs_on_this(picture, reading, character):
        return {}
    whole = tuple(
        theirs if agreed is None else agreed
        for agreed, theirs in zip(picture.agreed, picture.theirs, strict=True)
    )
    if None in whole or not beats_walk_away(picture, whole):
        return {}
    if not _is_bargain(reading, character, whole, picture.scale.worth(whole)):
        return {}
    return {
        issue: tick
        for issue in picture.open
        if (tick := whole[issue]) is not None and not picture.met(issue, picture.ours[issue])
    }


def _hangs_on_this(picture: Picture, reading: Reading, character: Character) -> bool:
    """Whether the talks are about to end; not for one who then settles for anything above the
    walk-away in any case."""
    if character.habits.settles:
        return False
    idle = reading.idle >= MOST_IDLE - LAST_TRIES
    return idle or picture.at_the_brink or picture.last_call


def _is_bargain(reading: Reading, character: Character, terms: Terms, worth: float) -> bool:
    """Whether a whole contract reaches one's reserve and is believed to leave oneself far more
    than the other side: to walk away from that for the rest would be greed."""
    if worth < character.bargaining.reserve:
        return False
    return worth >= LIONS_SHARE * reading.estimate.worth(terms)


def _short_of_said(picture: Picture, reading: Reading, issue: int, tick: int) -> bool:
    """Whether they have said that they can go a good deal further there (R28)."""
    called = reading.called.get(issue)
    if called is None or picture.closing_time or not picture.scale.better(issue, called, tick):
        return False
    return picture.scale.moved(issue, tick, called) > NEAR_SAID * picture.scale.shares[issue]


def beats_walk_away(picture: Picture, terms: Terms) -> bool:
    """Whether terms complete the contract inside the floors, for more than the walk-away."""
    full = tuple(
        known if known is not None else tick
        for known, tick in zip(picture.agreed, terms, strict=True)
    )
    return (
        None not in full
        and picture.scale.within(picture.view, full)
        and picture.scale.points(full) > picture.scale.brief.walk_away
    )


def _slack(picture: Picture, reading: Reading, character: Character, worth: float) -> float:
    """How much worse than one's next stance terms may be that would come to `worth`."""
    yielding = YIELDING[character.hardness]
    unmet = [i for i in picture.open if not picture.met(i, picture.ours[i])]
    slack = yielding * min(MOST_SLACK, SLACK + SLACK_A_STEP * reading.ledger.conceded)
    if len(unmet) == 1 and _still_moves(picture):
        slack += ONE_GAP_SLACK * yielding
    if worth < aspiration(picture, reading, character):
        slack *= UNHOPED
    elif _has_stopped(picture):
        # All that was hoped for, and no more is coming: whatever one might still ask.
        return 1.0
    if reading.prelude_due:
        slack += PRELUDE_SLACK
    if picture.last_call and _still_moves(picture):
        slack += LAST_CALL_SLACK
    if len(unmet) == 1 and _cannot_step(picture, unmet[0]):
        # Nothing smaller can be offered, so what is owed is paid by taking theirs.
        slack = max(slack, reading.ledger.credit)
    if picture.at_the_brink:
        slack = max(slack, BRINK_SLACK * yielding)
    return slack * BELOW_RESERVE if worth < character.bargaining.reserve else slack


def _has_stopped(picture: Picture) -> bool:
    """Whether the other side's last two closing moves brought nothing better."""
    side = picture.view.brief.side
    return picture.view.common.positions[side.other].still >= 2


def _cannot_step(picture: Picture, issue: int) -> bool:
    """Whether one's steps on a numeric issue have shrunk to the smallest there is (R26)."""
    steps = picture.view.common.positions[picture.view.brief.side].steps[issue]
    return bool(steps) and steps[-1] == 1 and not picture.scale.brief.issues[issue].is_ladder


def _still_moves(picture: Picture) -> bool:
    """Whether the other side has moved of late: a last call is no reward for standing still."""
    side = picture.view.brief.side
    return picture.view.common.positions[side.other].still <= 1
