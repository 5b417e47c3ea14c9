"""The small signs of one's own marks, the same wherever they stand: flag, diamond, bar, grip.

Source: look.md ("flag = quote, diamond = target, bar and hatch = floor").
"""

from __future__ import annotations

from enum import Enum, auto

from negosim.gui.drawings.issue_track import LIMIT
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import GOLD, GOLD_TEXT, MUTED, US, WHITE


class Sign(Enum):
    """What a sign stands for."""

    QUOTE = auto()
    TARGET = auto()
    LIMIT = auto()
    POINTS = auto()
    AUTHORITY = auto()


def paint_sign(p: Painter, sign: Sign, x: float, y: float) -> None:
    """A sign about 12 high, its middle at the place."""
    match sign:
        case Sign.QUOTE:
            p.line((x - 3, y - 6), (x - 3, y + 6), MUTED, 1.4)
            p.area(((x - 3, y - 6), (x + 5, y - 3.5), (x - 3, y - 1)), MUTED)
        case Sign.TARGET:
            p.diamond(x, y, 5.5, GOLD_TEXT)
            p.diamond(x, y, 3.5, GOLD)
        case Sign.LIMIT:
            p.rect(Rect(x - 1.5, y - 6, 3, 12), LIMIT, 1.5)
        case Sign.POINTS:
            p.line((x, y - 4), (x, y + 4), MUTED)
        case Sign.AUTHORITY:
            p.rect(Rect(x - 4, y - 8, 8, 16), US, 4, WHITE, 1.5)
