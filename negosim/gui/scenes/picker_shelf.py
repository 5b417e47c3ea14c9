"""The shelf of cards in a window that may be too low for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negosim.gui.painter import Rect
from negosim.gui.widgets import Grid, Pad, Scroll, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

_TOP, _BOTTOM, _LEFT, _RIGHT = 4, 4, 4, 8
"""Room for the shadows and the focus ring, and for the bar."""
_GAPS = (12, 10, 8, 14, 16, 18, 20, 22, 24)
"""Between two lines of cards, the best first."""
_CUT = (0.3, 0.75)
"""A card of which so much is seen is plainly cut; a few pixels more or less look like its end."""


class CardShelf(Scroll):
    """Cards of which all are in sight, or one is cut so that anybody sees there is more."""

    def __init__(
        self,
        cards: Sequence[Widget],
        *,
        columns: int,
        key: str,
        grow: float = 1.0,
        width: float | None = None,
    ) -> None:
        super().__init__(_laid(cards, columns, _GAPS[0]), key=key, grow=grow, width=width)
        self._cards = cards
        self._columns = columns

    def place(self, ui: Ui, rect: Rect) -> None:
        grid = Grid(*self._cards, columns=self._columns, gap=_GAPS[0])
        heights = grid.line_heights(ui, rect.w - self.BAR - _LEFT - _RIGHT)
        gap = line_gap(heights, rect.h - _TOP - _BOTTOM)
        self._children = (_laid(self._cards, self._columns, gap),)
        super().place(ui, rect)


def line_gap(heights: Sequence[float], room: float) -> float:
    """The gap at which lines of these heights fit the room, or its edge cuts one in the middle."""
    least, most = _CUT
    for gap in _GAPS:
        if sum(heights) + gap * (len(heights) - 1) <= room:
            return gap
        top = 0.0
        for height in heights:
            if least <= (room - top) / height <= most:
                return gap
            top += height + gap
    return _GAPS[0]


def _laid(cards: Sequence[Widget], columns: int, gap: float) -> Widget:
    grid = Grid(*cards, columns=columns, gap=_GAPS[0], line_gap=gap)
    return Pad(grid, left=_LEFT, right=_RIGHT, top=_TOP, bottom=_BOTTOM)
