"""A window on something higher than itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import HANDLE
from negosim.gui.widgets.containers import Container
from negosim.gui.widgets.widget import Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


class Scroll(Container):
    """A window on something higher. The wheel, PageUp and PageDown move it; focus is kept in view."""

    BAR = 6
    scrolls = True

    def __init__(
        self,
        child: Widget,
        *,
        key: str,
        to_end: bool = False,
        grow: float = 1.0,
        width: float | None = None,
        height: float | None = None,
        least_height: float = 60,
    ) -> None:
        """`to_end`: stays at the lower end while it is there, as a transcript does."""
        super().__init__((child,), key=key, grow=grow, width=width, height=height)
        self.to_end = to_end
        self.least_height = least_height
        self.offset = 0.0
        self.content = 0.0

    def natural(self, ui: Ui, width: float) -> Size:
        w, h = self._children[0].wanted(ui, max(1.0, width - self.BAR))
        return (w + self.BAR, h)

    def narrowest(self, ui: Ui) -> float:
        return self._children[0].least(ui) + self.BAR

    def flattest(self, ui: Ui, width: float) -> float:
        return min(self.least_height, self.wanted(ui, width)[1])

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        inner = max(1.0, rect.w - self.BAR)
        self.content = max(self._children[0].wanted(ui, inner)[1], rect.h)
        farthest = self.content - rect.h
        kept = ui.scroll_offset(self.key)
        at_end = ui.was_at_end(self.key)
        if kept is None:
            kept = farthest if self.to_end else 0.0
        elif self.to_end and at_end:
            kept = farthest
        self.offset = min(max(0.0, kept), farthest)
        ui.keep_scroll(self.key, self.offset, self.offset >= farthest - 1)
        self._children[0].place(ui, Rect(rect.x, rect.y - self.offset, inner, self.content))

    def shift(self, ui: Ui, by: float) -> bool:
        """Move the window by logical units; False when it is at that end already."""
        target = min(max(0.0, self.offset + by), self.content - self.rect.h)
        if abs(target - self.offset) < 0.5:
            return False
        ui.keep_scroll(self.key, target, target >= self.content - self.rect.h - 1)
        self.place(ui, self.rect)
        return True

    def reveal(self, ui: Ui, rect: Rect, margin: float = 10) -> None:
        """Bring a box of the content into view."""
        if rect.y - margin < self.rect.y:
            self.shift(ui, rect.y - margin - self.rect.y)
        elif rect.bottom + margin > self.rect.bottom:
            by = rect.bottom + margin - self.rect.bottom
            self.shift(ui, min(by, rect.y - margin - self.rect.y))

    def window(self) -> Rect | None:
        return self.rect

    def paint(self, p: Painter, ui: Ui) -> None:
        # Shadows and focus rings reach a little beyond the sides, never beyond top and bottom.
        with p.clip(self.rect.inflate(24, 0)):
            super().paint(p, ui)
        if self.content > self.rect.h + 1:
            share = self.rect.h / self.content
            height = max(24.0, self.rect.h * share)
            travel = self.rect.h - height
            at = travel * self.offset / (self.content - self.rect.h)
            bar = Rect(self.rect.right - 4, self.rect.y + at, 4, height)
            p.rect(bar, HANDLE, 2)
