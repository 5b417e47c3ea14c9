"""A table: a head and rows whose columns line up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, HAIRLINE, INK, MUTED, SMALL_STRONG, Style
from negosim.gui.widgets.content import Label
from negosim.gui.widgets.widget import ENDLESS, Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

_ALIGN = {"l": "left", "c": "center", "r": "right"}


class Table(Widget):
    """`align`: a letter a column, l, c or r. The first column takes what is left over."""

    def __init__(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str | Widget]],
        *,
        align: str = "",
        style: Style = BODY,
        gap: float = 16,
        key: str = "",
        grow: float = 0.0,
    ) -> None:
        super().__init__(key=key, grow=grow)
        count = max([len(head), *[len(row) for row in rows]])
        letters = (align + "l" * count)[:count]
        self.gap = gap
        self._rows: list[list[Widget]] = []
        if any(head):
            self._rows.append(
                [
                    Label(text, style=SMALL_STRONG, colour=MUTED, align=_ALIGN[letter])
                    for text, letter in zip(head, letters, strict=False)
                ]
            )
        for row in rows:
            self._rows.append(
                [
                    Label(cell, style=style, colour=INK, align=_ALIGN[letter])
                    if isinstance(cell, str)
                    else cell
                    for cell, letter in zip(row, letters, strict=False)
                ]
            )

    def children(self) -> tuple[Widget, ...]:
        return tuple(cell for row in self._rows for cell in row)

    def natural(self, ui: Ui, width: float) -> Size:
        widths = self._widths(ui, width)
        if not widths:
            return (0.0, 0.0)
        total = sum(widths) + self.gap * (len(widths) - 1)
        return (min(total, width), sum(self._heights(ui, widths)))

    def narrowest(self, ui: Ui) -> float:
        return sum(self._floors(ui)) + self.gap * max(0, self._count - 1)

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        widths = self._widths(ui, rect.w)
        if widths:
            widths[0] += max(0.0, rect.w - sum(widths) - self.gap * (len(widths) - 1))
        y = rect.y
        for row, high in zip(self._rows, self._heights(ui, widths), strict=True):
            x = rect.x
            for cell, w in zip(row, widths, strict=False):
                h = min(high, cell.wanted(ui, w)[1])
                cell.place(ui, Rect(x, y + (high - h) / 2, w, h))
                x += w + self.gap
            y += high

    def paint(self, p: Painter, ui: Ui) -> None:
        super().paint(p, ui)
        y = self.rect.y
        widths = self._widths(ui, self.rect.w)
        for high in self._heights(ui, widths)[:-1]:
            y += high
            p.line((self.rect.x, y), (self.rect.right, y), HAIRLINE)

    @property
    def _count(self) -> int:
        return max((len(row) for row in self._rows), default=0)

    def _columns(self) -> list[list[Widget]]:
        return [[row[at] for row in self._rows if at < len(row)] for at in range(self._count)]

    def _floors(self, ui: Ui) -> list[float]:
        return [max(cell.least(ui) for cell in column) for column in self._columns()]

    def _widths(self, ui: Ui, width: float) -> list[float]:
        wide = [max(cell.wanted(ui, ENDLESS)[0] for cell in column) for column in self._columns()]
        over = sum(wide) + self.gap * max(0, len(wide) - 1) - width
        if over <= 0:
            return wide
        floors = self._floors(ui)
        spare = [w - floor for w, floor in zip(wide, floors, strict=True)]
        share = min(1.0, over / max(0.01, sum(spare)))
        return [w - extra * share for w, extra in zip(wide, spare, strict=True)]

    def _heights(self, ui: Ui, widths: list[float]) -> list[float]:
        return [
            max(cell.wanted(ui, w)[1] for cell, w in zip(row, widths, strict=False)) + 10
            for row in self._rows
        ]
