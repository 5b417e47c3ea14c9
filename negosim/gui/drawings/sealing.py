"""Two signatures written by hand and the red seal between them.

A signature is a line of its own for each side, drawn as far as `share` says, so that it can
be seen being written. No word of them can be read. Source: look.md, exercise.md R41.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import cos, pi, sin

from negosim.engine.sides import BySide, Side
from negosim.gui.painter import Painter, Rect
from negosim.gui.stencils import Point
from negosim.gui.theme import SMALL_STRONG, THEM_CHIP

PEN_INK = "#27436f"
SEAL = 104.0
"""The seal's diameter in logical units."""
WIDE, TALL = 100, 40
"""The box of a signature in its own units."""
_BETWEEN = 12
"""Points drawn from one knot of a signature to the next."""

# Knots in that box, one tuple a stroke: where the pen is not lifted.
_STROKES: BySide[tuple[tuple[Point, ...], ...]] = BySide(
    (
        (
            (4, 30), (10, 12), (17, 4), (20, 9), (13, 26), (9, 34), (16, 30), (24, 19), (28, 22),
            (25, 28), (29, 29), (35, 20), (38, 21), (36, 28), (41, 27), (46, 17), (51, 5), (53, 8),
            (47, 22), (45, 29), (50, 28), (56, 21), (60, 22), (57, 28), (63, 27), (69, 21), (75, 24),
            (84, 22), (96, 19),
        ),
        ((30, 35), (52, 33), (78, 34)),
    ),
    (
        (
            (6, 8), (14, 5), (21, 9), (18, 17), (10, 20), (17, 21), (22, 28), (15, 35), (7, 31),
            (14, 27), (27, 24), (32, 20), (35, 24), (31, 29), (37, 28), (43, 20), (46, 22), (44, 29),
            (50, 26), (54, 20), (58, 22), (56, 28), (62, 27), (66, 10), (69, 3), (71, 7), (66, 27),
            (73, 24), (82, 25), (95, 14),
        ),
        ((60, 15), (72, 13)),
        ((80, 33), (81, 34)),
    ),
)  # fmt: skip


def paint_signature(p: Painter, rect: Rect, side: Side, share: float) -> None:
    """The side's signature in the box, written as far as `share` of 0 to 1."""
    scale = min(rect.w / WIDE, rect.h / TALL)
    box = Rect(0, 0, WIDE * scale, TALL * scale)
    box.center = rect.center
    if share >= 1:
        p.svg(_signature_source(side), box)
        return
    left_over = round(sum(len(stroke) for stroke in _smooth(side)) * share)
    for stroke in _smooth(side):
        points = [(box.x + x * scale, box.y + y * scale) for x, y in stroke[:left_over]]
        left_over = max(0, left_over - len(stroke))
        for start, end in pairwise(points):
            p.path((start, end), PEN_INK, _nib(start, end) * scale)


def paint_seal(p: Painter, x: float, y: float, word: str, share: float) -> None:
    """The seal around a middle, coming down on the paper as `share` goes from 0 to 1."""
    if share <= 0:
        return
    size = SEAL * (1.35 - 0.35 * share)
    p.svg(_seal_source(), Rect(x - size / 2, y - size / 2, size, size))
    if share >= 1:
        p.text(word, x, y + SEAL * 0.27, SMALL_STRONG, THEM_CHIP, align="center", middle=True)


def _nib(start: Point, end: Point) -> float:
    """The pen's width, in a signature's units: thicker where it goes down, as a nib writes."""
    return 1.25 if end[1] - start[1] > 0.05 else 0.85


@lru_cache(maxsize=2)
def _signature_source(side: Side) -> str:
    """The whole signature as SVG, which is smoother than lines drawn one by one."""
    paths = [
        f'<path d="M{x:.1f} {y:.1f}L{u:.1f} {v:.1f}" stroke-width="{_nib((x, y), (u, v))}"/>'
        for stroke in _smooth(side)
        for (x, y), (u, v) in pairwise(stroke)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}" width="{WIDE}"'
        f' height="{TALL}"><g fill="none" stroke="{PEN_INK}" stroke-linecap="round">'
        f"{''.join(paths)}</g></svg>"
    )


@lru_cache(maxsize=2)
def _smooth(side: Side) -> tuple[tuple[Point, ...], ...]:
    """The strokes as close points on smooth curves through their knots."""
    return tuple(_curve(stroke) for stroke in _STROKES[side])


def _curve(knots: tuple[Point, ...]) -> tuple[Point, ...]:
    """A Catmull-Rom curve through the knots."""
    out: list[Point] = []
    ends = (knots[0], *knots, knots[-1])
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:]):
        for step in range(_BETWEEN):
            t = step / _BETWEEN
            out.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    out.append(knots[-1])
    return tuple(out)


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b
        + (c - a) * t
        + (2 * a - 5 * b + 4 * c - d) * t * t
        + (3 * b - a - 3 * c + d) * t * t * t
    )


@lru_cache(maxsize=1)
def _seal_source() -> str:
    """A round seal: two rings, signs along the upper rim, a star."""
    star = " ".join(
        f"{60 + radius * sin(angle):.1f},{54 - radius * cos(angle):.1f}"
        for place in range(10)
        for angle, radius in ((pi * place / 5, 17.0 if place % 2 == 0 else 6.8),)
    )
    signs = []
    for place in range(9):
        turn = -104 + 26 * place
        signs.append(
            f'<g transform="rotate({turn} 60 60)">'
            '<path d="M56 13h8M60 11v11M55.5 18h9M56.5 22l3.5-3.5 3.5 3.5"/></g>'
        )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120">'
        f'<g fill="none" stroke="{THEM_CHIP}" stroke-opacity="0.9">'
        '<circle cx="60" cy="60" r="55" stroke-width="5"/>'
        '<circle cx="60" cy="60" r="49.5" stroke-width="1.2"/>'
        f'<g stroke-width="1.9" stroke-linecap="round">{"".join(signs)}</g></g>'
        f'<polygon points="{star}" fill="{THEM_CHIP}" fill-opacity="0.9"/></svg>'
    )
