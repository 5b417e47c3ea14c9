"""Where a stepper stops on its way along an issue: round amounts, one's own level ticks,
the bounds.

Works on an issue and one side's own marks; what a step is for and whether it may be said
is for those who build a move. Source: look.md ("steppers stop at one's own level ticks").
"""

from __future__ import annotations

from negosim.engine.issue import Issue
from negosim.engine.yardstick import Marks, Yardstick, level_ticks

SHARE = 20
"""A stride on a numeric issue is at most this part of the own band."""


def larger(issue: Issue) -> int:
    """+1 where a higher tick is a larger amount, else -1.

    A ladder of numbers may be listed from its largest down; one of words goes as it is listed.
    """
    numbers = [option.number for option in issue.options]
    first, last = (numbers[0], numbers[-1]) if numbers else (None, None)
    if first is not None and last is not None:
        return 1 if last > first else -1
    return 1


def stride(issue: Issue, marks: Marks) -> int:
    """Ticks of an ordinary step: 1 on a ladder, else 1, 2 or 5 times a power of ten."""
    if issue.is_ladder:
        return 1
    most = max(1, abs(marks.quote - marks.floor) // SHARE)
    size = 1
    while size * 10 <= most:
        size *= 10
    return next(size * times for times in (5, 2, 1) if size * times <= most)


def next_stop(
    issue: Issue,
    marks: Marks,
    yard: Yardstick,
    tick: int,
    *,
    upward: bool,
    within: tuple[int, int],
) -> int:
    """The stop after `tick` toward larger amounts, or with `upward` false toward smaller.

    Never leaves `within` (two ticks, in either order); the tick itself at the end.
    """
    low, high = min(within), max(within)
    way = larger(issue) * (1 if upward else -1)
    end = high if way > 0 else low
    if (end - tick) * way <= 0:
        return tick
    if issue.is_ladder:
        return tick + way
    step = stride(issue, marks)
    stops = {end, (tick // step + 1) * step if way > 0 else (-(-tick // step) - 1) * step}
    stops.update(stop for _, stop in level_ticks(issue, yard))
    ahead = [stop for stop in stops if (stop - tick) * way > 0 and (end - stop) * way >= 0]
    return min(ahead, key=lambda stop: abs(stop - tick))
