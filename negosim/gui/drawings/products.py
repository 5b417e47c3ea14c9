"""Weight times level as an area: as many rows as the weight, as many columns as the level.

The filled cells are the points; the empty ones are what was still to be had. Ours are
jade with round corners, theirs cinnabar with square ones. Source: exercise.md R4, look.md.
"""

from __future__ import annotations

from negosim.engine.yardstick import MOST_LEVEL
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import HAIRLINE, THEM, US

GAP = 1.5
MOST_CELL, LEAST_CELL = 9.0, 4.0


def cell_size(most_weight: int, height: float) -> float:
    """The side of a cell so that the heaviest issue fits the height."""
    fitting = (height + GAP) / max(1, most_weight) - GAP
    return min(MOST_CELL, max(LEAST_CELL, fitting))


def lattice_size(weight: int, cell: float) -> tuple[float, float]:
    """Width and height of an issue's lattice."""
    return MOST_LEVEL * (cell + GAP) - GAP, weight * (cell + GAP) - GAP


def paint_product(
    p: Painter, rect: Rect, weight: int, level: int, *, ours: bool, cell: float
) -> None:
    """The lattice of one issue, its left edge on the box's, centred across."""
    _, high = lattice_size(weight, cell)
    top = rect.centery - high / 2
    for row in range(weight):
        for column in range(MOST_LEVEL):
            box = Rect(rect.x + column * (cell + GAP), top + row * (cell + GAP), cell, cell)
            fill = (US if ours else THEM) if column < level else HAIRLINE
            p.rect(box, fill, cell * 0.3 if ours else 0)
