"""A concession staircase as places from 0 to 1: treads, marks, what the steps tell.

Planned sizes and steps really made have the same shape, so the preparation sheet and
the debrief draw the same picture. Left is first, up is good for the side whose stairs
these are. No drawing, and no opinion on the steps.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from negosim.engine.concession import GUESSABLE, inferred_limit
from negosim.engine.issue import Issue
from negosim.engine.record import record
from negosim.engine.yardstick import Marks
from negosim.language.values import number_text, short_value, size_text
from negosim.reports.staircase import Told

ABOVE, BELOW = Fraction(1, 8), Fraction(1, 4)
"""Room above the best value and below the worst, as shares of the band from quote to limit."""
GHOSTS = 3
"""How many more steps are drawn of those that would follow at the same rate."""
FOOT = 0.5
"""Width of the first tread, the value before any step, beside one of the others."""
TAIL = 0.2
"""Width that is left free after the last tread when nothing would follow."""


@record(frozen=True, slots=True)
class Tread:
    """A value held: `left` to `right` at height `y` (0 best for the side, 1 worst).

    `value` and `size` (by which the step changed it, `−40` or `+33`; empty on the first
    tread) without the issue's unit; `shrinks`: the step is smaller than the one before, None on the first
    step and the first tread.
    """

    left: float
    right: float
    y: float
    tick: int
    value: str
    size: str = ""
    shrinks: bool | None = None


@record(frozen=True, slots=True)
class Level:
    """A height with its value in words."""

    y: float
    value: str


@record(frozen=True, slots=True)
class ToldBand:
    """The limit that the last two steps tell, and R28's band around it.

    `near`: the true limit lies inside. `beyond`: it lies below the picture, `y` is 1.
    """

    y: float
    top: float
    bottom: float
    value: str
    near: bool
    beyond: bool


@record(frozen=True, slots=True)
class StaircaseShape:
    """`ghosts` are the treads that would follow at the same rate; empty without `told`.

    `best` and `worst` are the ticks at heights 0 and 1.
    """

    treads: tuple[Tread, ...]
    ghosts: tuple[Tread, ...]
    quote: Level
    target: Level
    limit: Level
    told: ToldBand | None
    best: float
    worst: float

    def tick_at(self, y: float) -> int:
        """The tick nearest to a height."""
        return round(self.best + y * (self.worst - self.best))

    def step_at(self, x: float) -> int | None:
        """The step, from 0, on whose tread a place lies; the last one to the right of it,
        None on the first tread."""
        if x < self.treads[0].right:
            return None
        inside = [place for place, tread in enumerate(self.treads[1:]) if tread.left <= x]
        return inside[-1] if inside else None


def told_by(
    sizes: tuple[int, ...], *, start: int, sign: int, marks: Marks, floor: int
) -> Told | None:
    """The limit that the last two of `sizes` tell; None before the second and when they
    do not shrink. For numeric issues. Source: exercise.md R28, R29."""
    if len(sizes) < 2:
        return None
    at = start - sign * sum(sizes)
    limit = inferred_limit(sizes[-2], sizes[-1], at, -sign)
    if limit is None:
        return None
    near = GUESSABLE * abs(marks.quote - marks.floor)
    return Told(limit, limit - near, limit + near, abs(limit - floor) <= near)


def staircase_shape(
    issue: Issue,
    sizes: tuple[int, ...],
    lang: str,
    *,
    start: int,
    sign: int,
    marks: Marks,
    floor: int,
    told: Told | None = None,
    places: int = 0,
) -> StaircaseShape:
    """The stairs from `start` by `sizes`, oldest first, in ticks.

    `sign`: +1 where a higher tick is better for the side. `floor`: its limit now, which
    news may have moved from the mark. `told` is drawn where given. `places`: leave room
    for this many steps at least.
    """
    ticks = [start]
    for size in sizes:
        ticks.append(ticks[-1] - sign * size)
    scale = _Scale.over(sign, [*ticks, marks.quote, marks.target, marks.floor, floor])
    more = _ghost_sizes(sizes) if told is not None else ()
    width = FOOT + max(len(sizes), places) + (1.0 if more else TAIL)
    treads = []
    for place, tick in enumerate(ticks):
        left = 0.0 if not place else FOOT + place - 1
        size = sizes[place - 1] if place else 0
        treads.append(
            Tread(
                left=left / width,
                right=(FOOT + place) / width,
                y=scale.y(tick),
                tick=tick,
                value=short_value(issue, tick, lang),
                size=_signed_size(issue, size, sign, lang) if place else "",
                shrinks=size < sizes[place - 2] if place > 1 else None,
            )
        )

    def level(tick: int) -> Level:
        return Level(scale.y(tick), short_value(issue, tick, lang))

    return StaircaseShape(
        treads=tuple(treads),
        ghosts=_ghosts(scale, ticks[-1], more, sign, left=FOOT + len(sizes), width=width),
        quote=level(marks.quote),
        target=level(marks.target),
        limit=level(floor),
        told=None if told is None else _told(scale, issue, told),
        best=float(sign * scale.best),
        worst=float(sign * scale.worst),
    )


def shrinking(sizes: tuple[int, ...]) -> bool:
    """Whether each size is above zero and smaller than the one before. Source: exercise.md R26."""
    return all(size > 0 for size in sizes) and all(a > b for a, b in pairwise(sizes))


def told_text(issue: Issue, told: Told) -> str:
    """The limit told, to a whole step, without its unit: `230`."""
    return number_text(round(told.limit) * issue.step)


def _signed_size(issue: Issue, size: int, sign: int, lang: str) -> str:
    """A size as the amount changes by it, `−40`, without its unit; steps on a ladder."""
    if issue.is_ladder:
        return size_text(issue, size, lang)
    return ("−" if sign > 0 else "+") + number_text(size * issue.step)


@record(frozen=True, slots=True)
class _Scale:
    """`best` and `worst` are gains (sign * tick) at the top and the bottom."""

    sign: int
    best: Fraction
    worst: Fraction

    @classmethod
    def over(cls, sign: int, ticks: list[int]) -> _Scale:
        gains = [Fraction(sign * tick) for tick in ticks]
        band = max(Fraction(1), max(gains) - min(gains))
        return cls(sign, max(gains) + ABOVE * band, min(gains) - BELOW * band)

    def y(self, tick: Fraction | int) -> float:
        """0 at the top, 1 at the bottom; what lies outside lies on the edge."""
        gain = min(max(Fraction(self.sign * tick), self.worst), self.best)
        return float((self.best - gain) / (self.best - self.worst))

    def shows(self, tick: Fraction) -> bool:
        return self.worst <= self.sign * tick <= self.best


def _ghost_sizes(sizes: tuple[int, ...]) -> tuple[float, ...]:
    before, last = sizes[-2:]
    return tuple(last * (last / before) ** step for step in range(1, GHOSTS + 1))


def _ghosts(
    scale: _Scale, at: int, sizes: tuple[float, ...], sign: int, *, left: float, width: float
) -> tuple[Tread, ...]:
    out = []
    value = float(at)
    for place, size in enumerate(sizes):
        value -= sign * size
        start = left + place / len(sizes)
        y = scale.y(Fraction(value))
        out.append(Tread(start / width, (start + 1 / len(sizes)) / width, y, round(value), ""))
    return tuple(out)


def _told(scale: _Scale, issue: Issue, told: Told) -> ToldBand:
    ends = scale.y(told.low), scale.y(told.high)
    beyond = not scale.shows(told.limit)
    return ToldBand(
        y=scale.y(told.limit),
        top=min(ends),
        bottom=max(ends),
        value=told_text(issue, told),
        near=told.floor_inside,
        beyond=beyond,
    )
