"""The plane of possible contracts: cloud, frontier, reference contracts, the one signed.

Right is good for us, up is good for them; what each sign means stands in the legend
beside it. Numbers come from `present.debrief_frontier`. Source: exercise.md R45.
"""

from __future__ import annotations

from functools import lru_cache

from negosim.engine.record import record
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    CARD,
    GOLD,
    GOLD_TEXT,
    HAIRLINE,
    INK,
    MARK,
    MUTED,
    SMALL_STRONG,
    THEM_TEXT,
    US,
    US_TEXT,
    WELL,
    WHITE,
)
from negosim.present.debrief_frontier import STEP, Plot

LEFT, BOTTOM, TOP, RIGHT = 34.0, 40.0, 26.0, 14.0
SIDE_DOT = 4.0
CLOUD = "#d8cdb4"
DASH = 6.0


@record(frozen=True, slots=True)
class PlaneWords:
    """What stands at the axes and beside the signed contract."""

    ours: str
    theirs: str
    here: str


def paint_plane(p: Painter, rect: Rect, plot: Plot, words: PlaneWords, chosen: int) -> None:
    """The whole picture; `chosen` is the place on the frontier that is looked at."""
    inside = plane_of(rect)
    p.rect(inside, WELL, 6)
    _grid(p, inside, plot)
    _cloud(p, inside, plot)
    _guides(p, inside, plot)
    _frontier(p, inside, plot, chosen)
    _here(p, inside, plot, words)
    p.text(words.theirs, rect.x + 2, rect.y + 2, SMALL_STRONG, THEM_TEXT)
    p.text(
        words.ours, inside.right, rect.bottom - SMALL_STRONG.line, SMALL_STRONG, US_TEXT,
        align="right",
    )  # fmt: skip


def plane_of(rect: Rect) -> Rect:
    """The part of the box that holds the plane itself."""
    return Rect(rect.x + LEFT, rect.y + TOP, rect.w - LEFT - RIGHT, rect.h - TOP - BOTTOM)


def nearest(plot: Plot, rect: Rect, x: float, y: float) -> int | None:
    """The place on the frontier nearest to a point of the box; None for an empty frontier."""
    inside = plane_of(Rect(0, 0, rect.w, rect.h))
    return min(
        range(len(plot.frontier)),
        key=lambda at: _away(inside, plot, at, x, y),
        default=None,
    )


def _away(inside: Rect, plot: Plot, at: int, x: float, y: float) -> float:
    dot = plot.frontier[at]
    dx, dy = _at(inside, plot, dot.ours, dot.theirs)
    return (dx - x) ** 2 + (dy - y) ** 2


def _at(inside: Rect, plot: Plot, ours: float, theirs: float) -> tuple[float, float]:
    (low_x, low_y), (high_x, high_y) = plot.low, plot.high
    return (
        inside.x + inside.w * (ours - low_x) / (high_x - low_x),
        inside.bottom - inside.h * (theirs - low_y) / (high_y - low_y),
    )


def _grid(p: Painter, inside: Rect, plot: Plot) -> None:
    for points in range(plot.low[0], plot.high[0] + 1, STEP):
        x, _ = _at(inside, plot, points, plot.low[1])
        p.line((x, inside.y), (x, inside.bottom), HAIRLINE)
        p.text(str(points), x, inside.bottom + 4, MARK, MUTED, align="center")
    for points in range(plot.low[1], plot.high[1] + 1, STEP):
        _, y = _at(inside, plot, plot.low[0], points)
        p.line((inside.x, y), (inside.right, y), HAIRLINE)
        p.text(str(points), inside.x - 6, y, MARK, MUTED, align="right", middle=True)


def _cloud(p: Painter, inside: Rect, plot: Plot) -> None:
    """One drawing of all the small dots: painted once, then kept."""
    p.svg(_cloud_svg(plot.cloud, plot.low, plot.high, round(inside.w), round(inside.h)), inside)


@lru_cache(maxsize=16)
def _cloud_svg(
    cloud: tuple[tuple[int, int], ...],
    low: tuple[int, int],
    high: tuple[int, int],
    width: int,
    height: int,
) -> str:
    across, up = width / (high[0] - low[0]), height / (high[1] - low[1])
    radius = min(2.2, 0.34 * min(across, up))
    dots = "".join(
        f'<circle cx="{(x - low[0]) * across:.1f}" cy="{height - (y - low[1]) * up:.1f}" '
        f'r="{radius:.2f}"/>'
        for x, y in cloud
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><g fill="{CLOUD}">{dots}</g></svg>'
    )


def _guides(p: Painter, inside: Rect, plot: Plot) -> None:
    """What was hoped for and what no deal is worth, as lines across the plane."""
    for (ours, theirs), colour, dashed in ((plot.par, GOLD_TEXT, True), (plot.away, MUTED, False)):
        x, y = _at(inside, plot, ours, theirs)
        if dashed:
            _dashes(p, (x, inside.y), (x, inside.bottom), colour)
            _dashes(p, (inside.x, y), (inside.right, y), colour)
        else:
            p.line((x, inside.y), (x, inside.bottom), colour, 1.5)
            p.line((inside.x, y), (inside.right, y), colour, 1.5)


def _dashes(p: Painter, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    length = max(end[0] - start[0], end[1] - start[1])
    along = (0.0, 1.0) if start[0] == end[0] else (1.0, 0.0)
    at = 0.0
    while at < length:
        to = min(at + DASH, length)
        p.line(
            (start[0] + along[0] * at, start[1] + along[1] * at),
            (start[0] + along[0] * to, start[1] + along[1] * to),
            colour,
        )
        at += 2 * DASH


def _frontier(p: Painter, inside: Rect, plot: Plot, chosen: int) -> None:
    spots = [_at(inside, plot, dot.ours, dot.theirs) for dot in plot.frontier]
    if len(spots) > 1:
        p.path(spots, INK, 1.5)
    for place, (dot, (x, y)) in enumerate(zip(plot.frontier, spots, strict=True)):
        if dot.nash or dot.egalitarian:
            p.diamond(x, y, 8, GOLD_TEXT)
            p.diamond(x, y, 5.5, GOLD)
        else:
            p.circle(x, y, SIDE_DOT, INK)
        if place == chosen:
            p.rect(Rect(x - 11, y - 11, 22, 22), None, 11, INK, 2)


def _here(p: Painter, inside: Rect, plot: Plot, words: PlaneWords) -> None:
    """The contract signed: a jade disc with its points, on whichever side has room."""
    if plot.here is None:
        return
    x, y = _at(inside, plot, *plot.here)
    p.circle(x, y, 9, US, WHITE, 2)
    text = f"{words.here} {plot.here[0]}/{plot.here[1]}"
    wide = p.type.width(text, SMALL_STRONG)
    # Down and to the left lie the contracts worse for both: nothing there is hidden by it.
    left = x - wide - 22 if x - wide - 24 > inside.x else x + 12
    box = Rect(left, min(y + 6, inside.bottom - 22), wide + 12, 20)
    p.rect(box, CARD, 6, US)
    p.text(text, box.centerx, box.centery, SMALL_STRONG, US_TEXT, align="center", middle=True)
