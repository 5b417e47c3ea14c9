"""Widgets that only show: labels, icons, pictures, drawings by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, INK, Style
from negosim.gui.widgets.widget import ENDLESS, Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


class Label(Widget):
    """Text that wraps to its box. One line with `wrap=False`; `most_lines` shortens by an ellipsis."""

    def __init__(
        self,
        text: str,
        *,
        style: Style = BODY,
        colour: str = INK,
        align: str = "left",
        wrap: bool = True,
        most_lines: int | None = None,
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width)
        self.text = text
        self.style = style
        self.colour = colour
        self.align = align
        self.wrap = wrap
        self.most_lines = most_lines

    def natural(self, ui: Ui, width: float) -> Size:
        lines = self._lines(ui, width)
        widest = max(ui.text_width(line, self.style) for line, _ in lines)
        return (min(widest, width), self.style.line * len(lines))

    def narrowest(self, ui: Ui) -> float:
        whole = max(ui.text_width(line, self.style) for line in self.text.split("\n"))
        if not self.wrap:
            return whole
        # Prose can be set in a few characters' width; a short text is left in one piece.
        return min(whole, max(6 * self.style.size, _widest_word(ui, self.text, self.style)))

    def paint(self, p: Painter, ui: Ui) -> None:
        x = {
            "left": self.rect.x,
            "center": self.rect.centerx,
            "right": self.rect.right,
        }[self.align]
        lines = self._lines(ui, self.rect.w)
        y = self.rect.y
        for line, cut in lines:
            p.text(line, x, y, self.style, self.colour, align=self.align, cut=cut)
            y += self.style.line

    def _lines(self, ui: Ui, width: float) -> list[tuple[str, bool]]:
        if not self.wrap:
            if width >= ENDLESS:
                return [(self.text, False)]
            short = ui.type.shortened(self.text, self.style, width)
            return [(short, short != self.text)]
        lines = ui.type.wrapped(self.text, self.style, width)
        if self.most_lines is None or len(lines) <= self.most_lines:
            return [(line, False) for line in lines]
        rest = "".join(lines[self.most_lines - 1 :])
        last = ui.type.shortened(rest, self.style, width)
        return [*((line, False) for line in lines[: self.most_lines - 1]), (last, True)]


def _widest_word(ui: Ui, text: str, style: Style) -> float:
    return max((ui.text_width(word, style) for word in text.split() if word.isascii()), default=0.0)


class Icon(Widget):
    """An icon of assets/icons."""

    def __init__(self, name: str, *, size: float = 20, colour: str = INK) -> None:
        super().__init__(width=size, height=size)
        self.name = name
        self.colour = colour

    def paint(self, p: Painter, ui: Ui) -> None:
        p.icon(self.name, self.rect, self.colour)


class Picture(Widget):
    """An SVG drawing without text, as large as its box allows in its own proportions."""

    def __init__(
        self,
        svg: str,
        *,
        width: float | None = None,
        height: float | None = None,
        grow: float = 0.0,
        key: str = "",
    ) -> None:
        super().__init__(key=key, grow=grow, width=width, height=height)
        self.svg = svg

    def paint(self, p: Painter, ui: Ui) -> None:
        p.svg(self.svg, self.rect)


class Drawing(Widget):
    """Painted by a function `paint(p, rect)`; with `on_press(x, y)` it takes clicks.

    The position handed to `on_press` is relative to the box, in logical units.
    """

    def __init__(
        self,
        paint: Callable[[Painter, Rect], None],
        *,
        width: float | None = None,
        height: float | None = None,
        key: str = "",
        grow: float = 0.0,
        on_press: Callable[[float, float], None] | None = None,
        least: float = 0.0,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width, height=height)
        self._paint = paint
        self._on_press = on_press
        self._least_width = least

    def narrowest(self, ui: Ui) -> float:
        return self._least_width

    def paint(self, p: Painter, ui: Ui) -> None:
        self._paint(p, self.rect)

    def takes_pointer(self) -> bool:
        return self._on_press is not None

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        if self._on_press is not None and self.rect.collidepoint(x, y):
            self._on_press(x - self.rect.x, y - self.rect.y)
