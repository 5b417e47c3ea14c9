"""Where labels stand when each would like its own place on a line: none over another.

Plain numbers only, across or down; whoever draws brings the widths. `spread` keeps them
all and moves them as far as it must; `placed` leaves out what would stray too far.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negosim.engine.record import record

GAP = 2.0
"""Logical units between two labels that are spread."""
APART = 5.0
"""The least room between two labels that are placed."""


def spread(
    wanted: Sequence[float], widths: Sequence[float], *, low: float, high: float, gap: float = GAP
) -> tuple[float, ...]:
    """First edges of labels centred as near as can be on `wanted`, in any order.

    They keep `gap` between them and lie within `low..high`; where there is not room for
    all, they run over `low`.
    """
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    starts = {number: wanted[number] - widths[number] / 2 for number in order}
    edge = low
    for number in order:
        starts[number] = max(starts[number], edge)
        edge = starts[number] + widths[number] + gap
    edge = high
    for number in reversed(order):
        starts[number] = min(starts[number], edge - widths[number])
        edge = starts[number] - gap
    return tuple(starts[number] for number in range(len(wanted)))


@record(frozen=True, slots=True)
class Wish:
    """A label that wants its middle at `x`; it may be nudged aside by `slack` at most."""

    x: float
    width: float
    slack: float = 0.0


def placed(
    wishes: Iterable[Wish],
    left: float,
    right: float,
    taken: Iterable[tuple[float, float]] = (),
) -> tuple[float | None, ...]:
    """The left edge of each label, None for those that find no room; earlier ones go first.

    Every label lies within `left`..`right`, at least `APART` from all others and from the
    stretches already `taken`.
    """
    used = list(taken)
    out: list[float | None] = []
    for wish in wishes:
        at = _free(wish, left, right, used)
        out.append(at)
        if at is not None:
            used.append((at, at + wish.width))
    return tuple(out)


def _free(wish: Wish, left: float, right: float, used: list[tuple[float, float]]) -> float | None:
    """The nearest left edge with room; a label at an end is always moved inside it."""
    if wish.width > right - left:
        return None
    ideal = min(max(wish.x - wish.width / 2, left), right - wish.width)
    beside = [ideal]
    for begin, end in used:
        beside += [begin - APART - wish.width, end + APART]
    fits = [
        at
        for at in beside
        if left <= at <= right - wish.width
        and abs(at - ideal) <= wish.slack
        and all(at + wish.width + APART <= begin or end + APART <= at for begin, end in used)
    ]
    return min(fits, key=lambda at: abs(at - ideal), default=None)
