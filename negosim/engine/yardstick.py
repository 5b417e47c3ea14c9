"""How one side measures one issue: level, place and worth from its own marks.

Exact arithmetic only: half-way thresholds are kept as doubled ints, worth in a
common unit of the side. A side's yardsticks are secret; nothing of them may
enter anything the other side reads.
"""

from __future__ import annotations

from bisect import bisect_right
from math import lcm

from negosim.engine.issue import Issue, Terms
from negosim.engine.record import record
from negosim.engine.sides import Side

MOST_LEVEL = 5


@record(frozen=True, slots=True)
class Marks:
    """One side's rank of an issue (1 = most important) and its band, in ticks."""

    rank: int
    quote: int
    target: int
    floor: int


@record(frozen=True, slots=True)
class Yardstick:
    """`sign * tick` is the *gain* of a tick: higher is better for this side.

    `thresholds` are five doubled gains, levels 1..5, ascending; `by_option` are
    the levels of a ladder's options, empty on numeric issues. `unit` is what one
    tick of gain is worth in the side's common worth unit. With `nearest` a value
    beyond the worst threshold is still level 1 (public levels).
    """

    sign: int
    weight: int
    thresholds: tuple[int, ...]
    by_option: tuple[int, ...]
    unit: int
    floor_gain: int
    nearest: bool

    def level(self, tick: int) -> int:
        """0..5: the highest level whose threshold the value reaches. Source: exercise.md R5, R6."""
        if self.by_option:
            return self.by_option[tick]
        level = bisect_right(self.thresholds, 2 * self.sign * tick)
        return level or 1 if self.nearest else level

    def worth(self, tick: int) -> int:
        """Weight times place, in the side's worth unit; 0 at the floor, below 0 beyond it."""
        return (self.sign * tick - self.floor_gain) * self.unit


def sign_of(issue: Issue, side: Side) -> int:
    """+1 where a higher tick of the issue is better for `side`, else -1."""
    return issue.toward_vendor * side.sign


def ladder_level(place: int, count: int) -> int:
    """The vendor's level of a ladder's option, halves to even. Source: exercise.md R6.

    It is the level that is rounded, not what is taken from 5: so R6's own nine
    options come out as printed there, 5 4 4 4 3 2 2 2 1.
    """
    steps = count - 1
    return round_half_even(MOST_LEVEL * steps - 4 * place, steps)


def round_half_even(numerator: int, denominator: int) -> int:
    """A non-negative fraction to the nearest whole number, exactly."""
    whole, rest = divmod(numerator, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and whole % 2):
        whole += 1
    return whole


def thresholds(sign: int, marks: Marks) -> tuple[int, ...]:
    """Five doubled gains for levels 1..5 of a band. Source: exercise.md R5."""
    quote, target, floor = sign * marks.quote, sign * marks.target, sign * marks.floor
    return (2 * floor, floor + target, 2 * target, target + quote, 2 * quote)


def yardsticks(
    issues: tuple[Issue, ...], marks: tuple[Marks, ...], side: Side
) -> tuple[tuple[Yardstick, ...], int]:
    """One side's yardsticks in agenda order, and how many worth units make one.

    The unit is the least in which every issue's place is whole, so worths of one
    side compare exactly and never with the other side's. Source: exercise.md R4-R6.
    """
    spans = [_span(issue, mark, side) for issue, mark in zip(issues, marks, strict=True)]
    scale = lcm(*spans)
    out = []
    for issue, mark, span in zip(issues, marks, spans, strict=True):
        sign = sign_of(issue, side)
        weight = len(issues) + 1 - mark.rank
        bounds, by_option = _levels(issue, mark, side, sign)
        out.append(
            Yardstick(
                sign=sign,
                weight=weight,
                thresholds=bounds,
                by_option=by_option,
                unit=weight * (scale // span),
                floor_gain=sign * mark.floor,
                nearest=issue.levels is not None,
            )
        )
    return tuple(out), scale


def level_ticks(issue: Issue, yardstick: Yardstick) -> tuple[tuple[int, int], ...]:
    """(level, tick) of the worst tick that still has each level, best level first.

    Only ticks that may be named appear; a level no tick has is left out. These
    are the marks on a seat's own track (R5).
    """
    if issue.is_ladder:
        seen: dict[int, int] = {}
        for tick, level in enumerate(yardstick.by_option):
            if level not in seen or yardstick.sign * tick < yardstick.sign * seen[level]:
                seen[level] = tick
        return tuple(sorted(seen.items(), reverse=True))
    out = []
    for level in range(MOST_LEVEL, 0, -1):
        gain = -(-yardstick.thresholds[level - 1] // 2)
        tick = yardstick.sign * gain
        if issue.allows(tick) and yardstick.level(tick) == level:
            out.append((level, tick))
    return tuple(out)


def points(yards: tuple[Yardstick, ...], terms: Terms) -> int:
    """Sum of weight times level over the issues that `terms` names. Source: exercise.md R44."""
    total = 0
    for yard, tick in zip(yards, terms, strict=True):
        if tick is not None:
            total += yard.weight * yard.level(tick)
    return total


def par(yards: tuple[Yardstick, ...]) -> int:
    """Level 3 everywhere. Source: exercise.md R45."""
    return 3 * sum(yard.weight for yard in yards)


def _span(issue: Issue, marks: Marks, side: Side) -> int:
    """Ticks from floor to quote, at least 1: a ladder's marks may coincide."""
    return max(1, sign_of(issue, side) * (marks.quote - marks.floor))


def _levels(
    issue: Issue, marks: Marks, side: Side, sign: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if issue.is_ladder:
        count = len(issue.options)
        vendor = issue.levels or tuple(ladder_level(place, count) for place in range(count))
        return (), vendor if side is Side.VENDOR else tuple(6 - level for level in vendor)
    if issue.levels is None:
        return thresholds(sign, marks), ()
    if side is Side.VENDOR:
        return tuple(2 * sign * tick for tick in reversed(issue.levels)), ()
    return _mirrored(issue.levels, sign), ()


def _mirrored(levels: tuple[int, ...], sign: int) -> tuple[int, ...]:
    """The client's doubled thresholds where public levels are mirrored (R6).

    A value has the vendor's level it has *reached*, so the client's level k >= 2
    holds up to, not including, the vendor's threshold for level 7 - k: half a tick
    short of it, hence the + 1.
    """
    return (2 * sign * levels[0], *(2 * sign * tick + 1 for tick in levels[:4]))
