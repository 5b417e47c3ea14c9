"""Which values a bot gives next: where it costs little and is believed to bring much.

A bot always holds a whole contract in mind, its stance; a concession moves it. Nothing
here knows what is wanted back (`offers`) or how much may be given (`pace`).
"""

from __future__ import annotations

from collections.abc import Collection
from math import isqrt
from random import Random

from negosim.bots.character import Character, Habits
from negosim.bots.manners import Grain
from negosim.bots.pace import Allowance
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine.judging import planned_room, room_by_hardness
from negosim.engine.sides import Side

Changes = dict[int, int]
"""New values by issue."""

USUAL_ISSUES = 4
"""The number of issues for which a person's `span` is stated."""
MOST_RUNGS = 2
"""A ladder is not run down in one go."""
LEAST = 0.008
"""A concession worth less than this is not worth saying where there is another."""
WORTH_GIVING = 0.7
"""A second issue goes into the same concession when its exchange is this good beside the first."""
MOSTLY_UNSPENT = 0.6
"""So does one for which the first left more than this part to spend."""
LEAST_NOISE = 0.15
CLUMSINESS = 0.8
"""How far chance may shift a ratio, for one of full skill and what is added for one of none."""
SURE = 0.85
"""Nothing is given on an issue where the other side can so probably come to one's own value."""
PLANNED_PART = 1.6
"""Beside another issue a planned step is taken only when this part of it can be paid."""
COARSE = 2
"""A planned step of so few ticks may be given in parts: every tick is dear then."""
RESERVE_STEPS = 4
"""The way from target to floor is not gone in fewer steps than these."""
PART_LEFT = 0.6
"""What a vendor's steps beyond its sheet give of what is left to its target, or to its floor
below that: who gives one part each time tells of a limit at the end of the way (R29)."""
CUT_SHORT = 0.6
COARSENESS = 3
"""How much rounder than usual the values of those are who round coarsely."""
BUNDLE = 2
WORTH_BUNDLING = 0.5
"""The same for one who gives on two issues at once."""
FIRST_OF_TWO = 0.6
"""What the first of two issues given together may cost of what is to be given."""
MOST_UNBUNDLED = 2
"""Closing moves without a concession after which one who bundles gives on a single issue."""


def conceding(
    picture: Picture,
    reading: Reading,
    character: Character,
    allowed: Allowance,
    dice: Random,
    *,
    bounds: tuple[int, ...],
    without: Collection[int] = (),
    least: float = 0.0,
) -> Changes:
    """New values of open issues, together costing about what is allowed of `steady` worth.

    Most wanted by the other side against one's own loss first; `skill` is how far
    belief, rather than the even split, decides; nothing is given whose ratio of the two is
    below `least`. Never beyond `bounds` (one's authority, or
    the floor to see what authority would be needed) or what the other side asks for,
    never so far that the contract in mind falls below the walk-away.
    """
    changes: Changes = {}
    crumb: Changes = {}
    left = allowed.worth
    best = 0.0
    manners = character.manners
    bundles = _bundles(picture, reading, character)
    unmet = [issue for issue in picture.open if not picture.met(issue, picture.ours[issue])]
    # Something must be left to ask for in return.
    most = max(1, min(span(picture, character), len(unmet) - 1))
    for ratio, issue in _by_ratio(picture, reading, character, bounds, unmet, dice):
        if left < LEAST or len(changes) >= most:
            break
        if ratio < least and manners.agenda:
            continue
        worse = WORTH_BUNDLING if bundles else WORTH_GIVING
        if ratio < least or (ratio < worse * best and left < MOSTLY_UNSPENT * allowed.worth):
            # A much worse exchange than the first waits until it is the best there is.
            break
        if issue in without:
            continue
        purse = allowed.purse if not changes or bundles else 0.0
        tick = _next_value(
            picture,
            character,
            issue,
            Allowance(left * (FIRST_OF_TWO if bundles and not changes else 1.0), purse),
            bounds[issue],
            reading.called.get(issue),
        )
        if tick is None:
            continue
        trial = {**changes, issue: tick}
        if picture.scale.points(picture.stance(trial)) < picture.scale.brief.walk_away:
            continue
        cost = picture.scale.moved(issue, tick, picture.ours[issue])
        if cost < LEAST:
            # A crumb is given where there is nothing else to give.
            crumb = crumb or {issue: tick}
            continue
        changes = trial
        best = max(best, ratio)
        left -= cost
    if bundles and len(changes) < BUNDLE:
        return {}
    return changes or crumb


def _bundles(picture: Picture, reading: Reading, character: Character) -> bool:
    """Whether two issues are given on or none: not where little is left, nor for long."""
    return (
        character.manners.bundles
        and len(picture.open) > BUNDLE
        and not picture.endgame
        and not picture.closing_time
        and not reading.prelude_due
        and reading.holds < MOST_UNBUNDLED
    )


def halfway(picture: Picture) -> Changes:
    """The middle between both sides on every open issue, rounded in one's own favour."""
    scale = picture.scale
    changes: Changes = {}
    for issue in picture.open:
        theirs, ours = picture.theirs[issue], picture.ours[issue]
        if theirs is None or picture.met(issue, ours):
            continue
        tick = ours - scale.signs[issue] * (abs(ours - theirs) // 2)
        tick = scale.best(issue, tick, picture.bounds[issue])
        if tick != ours:
            changes[issue] = tick
    if scale.points(picture.stance(changes)) < scale.brief.walk_away:
        return {}
    return changes


def cut_short(changes: Changes, wished: Changes, picture: Picture) -> bool:
    """Whether authority keeps a concession to much less than what was to be given."""
    moved, ours = picture.scale.moved, picture.ours
    given = sum(moved(issue, tick, ours[issue]) for issue, tick in changes.items())
    wanted = sum(moved(issue, tick, ours[issue]) for issue, tick in wished.items())
    return wanted > LEAST and given < CUT_SHORT * wanted


def span(picture: Picture, character: Character) -> int:
    """How many issues one offer touches: the person's habit, more where there are many issues."""
    usual = character.bargaining.span
    return max(1, usual, round(usual * len(picture.open) / USUAL_ISSUES))


def _by_ratio(
    picture: Picture,
    reading: Reading,
    character: Character,
    bounds: tuple[int, ...],
    unmet: list[int],
    dice: Random,
) -> list[tuple[float, int]]:
    """(ratio, issue) of open issues with something left to give, the best exchange first.

    The ratio is what the issue is believed to weigh for the other side against what it
    weighs for us. Where every gap (`unmet`) is at our end of it, points that are met already are
    sweetened: there is nothing else to move the other side with.
    """
    scale = picture.scale
    movable = [issue for issue in unmet if scale.better(issue, picture.ours[issue], bounds[issue])]
    if unmet and not movable:
        movable = [
            issue
            for issue in picture.open
            if issue not in unmet and scale.better(issue, picture.ours[issue], bounds[issue])
        ]
    if character.led and not picture.endgame:
        movable = [issue for issue in movable if not _is_needless(picture, reading, issue)]
    weights = reading.estimate.weights()
    noise = LEAST_NOISE + CLUMSINESS * (1.0 - character.skill)
    ranked: list[tuple[float, int]] = []
    for issue in movable:
        believed = weights[issue] / scale.shares[issue]
        even = scale.steady(issue, picture.ours[issue]) * scale.count
        ratio = character.skill * believed + (1.0 - character.skill) * even
        ranked.append((ratio * (1.0 + noise * (dice.random() - 0.5)), issue))
    if character.manners.agenda:
        item = reading.ledger.item
        return sorted(ranked, key=lambda entry: (entry[1] != item, -entry[0], entry[1]))
    return sorted(ranked, key=lambda entry: (-entry[0], entry[1]))


def _is_needless(picture: Picture, reading: Reading, issue: int) -> bool:
    """Whether the other side is all but known to be able to come to where one stands.

    On a ladder everybody can, as a rule: its options are chips, no secrets (R28).
    """
    limit = reading.estimate.limits[issue]
    return limit is not None and not limit.rungs and limit.beyond(picture.ours[issue]) > SURE


def _next_value(
    picture: Picture,
    character: Character,
    issue: int,
    allowed: Allowance,
    bound: int,
    called: int | None,
) -> int | None:
    """The value a concession of about that worth leads to; None when none is small enough."""
    scale = picture.scale
    ours = picture.ours[issue]
    theirs = picture.theirs[issue]
    if theirs is not None and not picture.met(issue, ours) and scale.better(issue, theirs, bound):
        bound = theirs
    if called is not None and scale.better(issue, called, bound):
        # They have said how far they can come: nothing is given beyond that.
        bound = called if scale.better(issue, ours, called) else ours
    most = abs(ours - bound)
    if most == 0:
        return None
    a_tick = scale.moved(issue, ours - scale.signs[issue], ours)
    if scale.brief.issues[issue].is_ladder:
        rungs = int(allowed.worth / a_tick + 1e-9)
        if rungs == 0 and a_tick <= allowed.purse:
            rungs = 1
        size = min(most, rungs, MOST_RUNGS)
        return ours - scale.signs[issue] * size if size else None
    size = max(1, round(allowed.worth / a_tick))
    if character.habits.plans:
        size = _planned_size(picture, character.habits, issue, size)
        most = _most_shrunk(picture, character.habits, issue, most)
    size = min(size, most)
    return _spoken_value(picture, character, issue, size, most) if size else None


def _planned_size(picture: Picture, habits: Habits, issue: int, size: int) -> int:
    """The size that the concession sheet allows; 0 when it cannot be paid now.

    Steps must shrink (R26), so a crumb would leave nothing for the next: where nothing else
    is left to trade with, a step is taken from which the rest of the way can be gone.
    """
    room = planned_room(picture.view, issue)
    if room is not None and not habits.sizes:
        room = (room[0], room[0])
    if not habits.shrinks:
        return _equal_size(picture, issue, room)
    alone = _is_alone(picture, issue)
    if picture.scale.brief.side is Side.VENDOR:
        planned = _even_part(picture, habits, issue, room)
        return planned if alone or PLANNED_PART * size >= planned else 0
    steps = picture.view.common.positions[picture.scale.brief.side].steps[issue]
    last = steps[-1] if steps else 0
    least = _least_size(picture, issue)
    if room is not None:
        if alone:
            return min(room[1], max(size, least))
        # The sheet says how much: it is given when enough of it is paid for, else not yet.
        if room[1] <= COARSE:
            return min(size, room[1])
        planned = room[1] if last <= COARSE else min(room[1], last - 1)
        return planned if PLANNED_PART * size >= planned else 0
    mark = picture.scale.brief.marks[issue]
    if alone and last:
        return min(last - 1, max(size, least))
    if PLANNED_PART * size < min(last, least):
        # Wait until a step worth saying has been earned.
        return 0
    return max(1, min(size, max(last, abs(mark.target - mark.floor) // RESERVE_STEPS)))


def _even_part(picture: Picture, habits: Habits, issue: int, room: tuple[int, int] | None) -> int:
    """What the vendor's sheet says, and beyond the sheet an even part of the way left.

    The way ends at its target, then at its floor; who does not heed its authority knows no
    end but the floor.
    """
    if room is not None:
        return room[1]
    mark = picture.scale.brief.marks[issue]
    ours = picture.ours[issue]
    short = habits.heeds and picture.scale.better(issue, ours, mark.target)
    end = mark.target if short else picture.stops[issue]
    part = max(1, round(PART_LEFT * abs(ours - end)))
    return room_by_hardness(picture.view, part) if habits.sizes else part


def _most_shrunk(picture: Picture, habits: Habits, issue: int, most: int) -> int:
    """Of `most` ticks what still shrinks; a client's steps are answers, and in a trade may grow."""
    side = picture.scale.brief.side
    steps = picture.view.common.positions[side].steps[issue]
    if side is Side.CLIENT or not habits.shrinks or not steps:
        return most
    return min(most, max(1, steps[-1] - 1))


def _least_size(picture: Picture, issue: int) -> int:
    """The smallest step from which shrinking steps still reach half the way to the other side:
    s + (s - 1) + ... + 1 is about half of s squared."""
    theirs = picture.theirs[issue]
    end = picture.stops[issue] if theirs is None else theirs
    return max(1, isqrt(abs(picture.ours[issue] - end)))


def _equal_size(picture: Picture, issue: int, room: tuple[int, int] | None) -> int:
    """Steps of one size, as the sheet has them, and as large beyond it."""
    if room is not None:
        return room[1]
    steps = picture.view.common.positions[picture.scale.brief.side].steps[issue]
    return steps[-1] if steps else 1


def _is_alone(picture: Picture, issue: int) -> bool:
    """Whether no other open issue has a gap that could be asked for in return."""
    return all(other == issue or picture.met(other, picture.ours[other]) for other in picture.open)


def _spoken_value(picture: Picture, character: Character, issue: int, size: int, most: int) -> int:
    """A size made into a value one would say: on a level's own edge, else a rounder number;
    some say what they reckon, or never an even figure."""
    scale = picture.scale
    sign = scale.signs[issue]
    ours = picture.ours[issue]
    if character.manners.grain is Grain.ODD:
        return _odd(ours - sign * size, sign, ours, most)
    for threshold in scale.brief.yardsticks[issue].thresholds:
        # The worst gain that still has the level: just as many points, more given.
        edge = -(-threshold // 2)
        gone = sign * ours - edge
        if 0 < gone <= most and 0.8 * size <= gone <= 1.2 * size:
            return sign * edge
    tick = ours - sign * size
    if character.manners.grain is Grain.EXACT:
        return tick
    if character.manners.grain is Grain.COARSE:
        size *= COARSENESS
    return _rounded(tick, _grain(size), sign, ours, most)


def _rounded(tick: int, grain: int, sign: int, ours: int, most: int) -> int:
    rounded = round(tick / grain) * grain
    return rounded if 0 < sign * (ours - rounded) <= most else tick


def _odd(tick: int, sign: int, ours: int, most: int) -> int:
    """The value itself where it is odd, else the next odd one nearer to oneself, else beyond."""
    for each in (tick, tick + sign, tick - sign):
        if each % 2 and 0 < sign * (ours - each) <= most:
            return each
    return tick


def _grain(size: int) -> int:
    """1, 2, 5, 10, 20 ... : the largest that is at most a third of a size."""
    grain = 1
    while True:
        for factor in (2, 5, 10):
            if grain * factor * 3 > size:
                return grain if factor == 2 else grain * (2 if factor == 5 else 5)
        grain *= 10
