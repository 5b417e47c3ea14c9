"""Widgets that arrange others in as many lines as they need: ragged or in equal columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.painter import Rect
from negosim.gui.widgets.containers import Container
from negosim.gui.widgets.widget import ENDLESS, Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


class Flow(Container):
    """A row that goes on in the next line when it is full."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 8,
        line_gap: float = 8,
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        super().__init__(children, key=key, grow=grow, width=width)
        self.gap = gap
        self.line_gap = line_gap

    def natural(self, ui: Ui, width: float) -> Size:
        lines = self._lines(ui, width)
        if not lines:
            return (0.0, 0.0)
        widest = max(sum(w for _, w, _ in line) + self.gap * (len(line) - 1) for line in lines)
        return (
            widest,
            sum(self._tallest(line) for line in lines) + self.line_gap * (len(lines) - 1),
        )

    def narrowest(self, ui: Ui) -> float:
        return max((child.least(ui) for child in self._children), default=0.0)

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        y = rect.y
        for line in self._lines(ui, rect.w):
            tall = self._tallest(line)
            x = rect.x
            for child, w, h in line:
                child.place(ui, Rect(x, y + (tall - h) / 2, w, h))
                x += w + self.gap
            y += tall + self.line_gap

    def _lines(self, ui: Ui, width: float) -> list[list[tuple[Widget, float, float]]]:
        lines: list[list[tuple[Widget, float, float]]] = []
        used = 0.0
        for child in self._children:
            w, h = child.wanted(ui, ENDLESS)
            if w > width:
                w, h = child.wanted(ui, width)
                w = min(w, width)
            if lines and used + self.gap + w <= width + 0.01:
                lines[-1].append((child, w, h))
                used += self.gap + w
            else:
                lines.append([(child, w, h)])
                used = w
        return lines

    @staticmethod
    def _tallest(line: list[tuple[Widget, float, float]]) -> float:
        return max(h for _, _, h in line)


class Grid(Container):
    """Equal columns; the boxes of one line are equally high."""

    def __init__(
        self,
        *children: Widget | None,
        columns: int = 3,
        gap: float = 14,
        line_gap: float = 14,
        key: str = "",
        grow: float = 0.0,
    ) -> None:
        super().__init__(children, key=key, grow=grow)
        self.columns = columns
        self.gap = gap
        self.line_gap = line_gap

    def natural(self, ui: Ui, width: float) -> Size:
        if not self._children:
            return (0.0, 0.0)
        cell = self._cell(ui, width)
        heights = self._heights(ui, cell)
        whole = cell * self.columns + self.gap * (self.columns - 1)
        return (whole, sum(heights) + self.line_gap * (len(heights) - 1))

    def narrowest(self, ui: Ui) -> float:
        widest = max((child.least(ui) for child in self._children), default=0.0)
        return widest * self.columns + self.gap * (self.columns - 1)

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        if not self._children:
            return
        cell = self._cell(ui, rect.w)
        heights = self._heights(ui, cell)
        if self.grow and heights:
            extra = rect.h - sum(heights) - self.line_gap * (len(heights) - 1)
            heights = [h + max(0.0, extra) / len(heights) for h in heights]
        for place, child in enumerate(self._children):
            line, column = divmod(place, self.columns)
            y = rect.y + sum(heights[:line]) + self.line_gap * line
            child.place(ui, Rect(rect.x + column * (cell + self.gap), y, cell, heights[line]))

    def line_heights(self, ui: Ui, width: float) -> list[float]:
        """The height of each line in this width, without the gaps."""
        return self._heights(ui, self._cell(ui, width))

    def _cell(self, ui: Ui, width: float) -> float:
        if width >= ENDLESS:
            return max(child.wanted(ui, ENDLESS)[0] for child in self._children)
        return (width - self.gap * (self.columns - 1)) / self.columns

    def _heights(self, ui: Ui, cell: float) -> list[float]:
        heights = [child.wanted(ui, cell)[1] for child in self._children]
        return [max(heights[at : at + self.columns]) for at in range(0, len(heights), self.columns)]
