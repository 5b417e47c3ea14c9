"""Words in a lane: where short labels stand over or under a bar without touching.

Pure numbers in logical units; nothing is painted and nothing is measured here.
"""

from __future__ import annotations

from collections.abc import Iterable

from negosim.engine.record import record

GAP = 5.0
"""The least room between two labels of a lane."""


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

    Every label lies within `left`..`right`, at least `GAP` from all others and from the
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
        beside += [begin - GAP - wish.width, end + GAP]
    fits = [
        at
        for at in beside
        if left <= at <= right - wish.width
        and abs(at - ideal) <= wish.slack
        and all(at + wish.width + GAP <= begin or end + GAP <= at for begin, end in used)
    ]
    return min(fits, key=lambda at: abs(at - ideal), default=None)
