"""Widgets that arrange others side by side and one below the other. They say nothing themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negosim.gui.painter import Rect
from negosim.gui.widgets.widget import ENDLESS, Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


class Container(Widget):
    """Widgets in a box; a child that is None is left out."""

    def __init__(
        self,
        children: Sequence[Widget | None],
        *,
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width, height=height)
        self._children = tuple(child for child in children if child is not None)

    def children(self) -> tuple[Widget, ...]:
        return self._children


class Row(Container):
    """Side by side. Too little room: the widest shrink, so far as they can by wrapping."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 8,
        align: str = "center",
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        """`align`: start, center, end or stretch, across the row."""
        super().__init__(children, key=key, grow=grow, width=width, height=height)
        self.gap = gap
        self.align = align

    def natural(self, ui: Ui, width: float) -> Size:
        if not self._children:
            return (0.0, 0.0)
        widths = self.widths(ui, width)
        height = max(
            child.wanted(ui, w)[1] for child, w in zip(self._children, widths, strict=True)
        )
        total = sum(widths) + self.gap * (len(widths) - 1)
        if width < ENDLESS and any(child.grow for child in self._children):
            total = max(total, width)
        return (total, height)

    def narrowest(self, ui: Ui) -> float:
        gaps = self.gap * max(0, len(self._children) - 1)
        return sum(child.least(ui) for child in self._children) + gaps

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        x = rect.x
        for child, w in zip(self._children, self.widths(ui, rect.w), strict=True):
            h = rect.h if self.align == "stretch" else min(rect.h, child.wanted(ui, w)[1])
            if child.grow and child.scrolls:
                h = rect.h
            spare = rect.h - h
            y = (
                rect.y
                + {"start": 0.0, "stretch": 0.0, "center": spare / 2, "end": spare}[self.align]
            )
            child.place(ui, Rect(x, y, w, h))
            x += w + self.gap

    def flattest(self, ui: Ui, width: float) -> float:
        widths = self.widths(ui, width)
        lows = [child.lowest(ui, w) for child, w in zip(self._children, widths, strict=True)]
        return max(lows, default=0.0)

    def widths(self, ui: Ui, width: float) -> list[float]:
        """What each child gets of this width."""
        kids = self._children
        room = width - self.gap * max(0, len(kids) - 1)
        widths = [child.least(ui) if child.grow else child.wanted(ui, ENDLESS)[0] for child in kids]
        if width >= ENDLESS:
            return [child.wanted(ui, ENDLESS)[0] for child in kids]
        spare = room - sum(widths)
        growing = sum(child.grow for child in kids)
        if spare >= 0 and growing:
            return _shared(kids, widths, spare)
        if spare < 0:
            return _shrunk([child.least(ui) for child in kids], widths, -spare)
        return widths


class Column(Container):
    """One below the other."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 8,
        align: str = "stretch",
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        """`align`: stretch, start, center or end, across the column."""
        super().__init__(children, key=key, grow=grow, width=width, height=height)
        self.gap = gap
        self.align = align

    def natural(self, ui: Ui, width: float) -> Size:
        if not self._children:
            return (0.0, 0.0)
        sizes = [child.wanted(ui, width) for child in self._children]
        gaps = self.gap * (len(sizes) - 1)
        return (max(w for w, _ in sizes), sum(h for _, h in sizes) + gaps)

    def narrowest(self, ui: Ui) -> float:
        return max((child.least(ui) for child in self._children), default=0.0)

    def flattest(self, ui: Ui, width: float) -> float:
        gaps = self.gap * max(0, len(self._children) - 1)
        return sum(child.lowest(ui, width) for child in self._children) + gaps

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        kids = self._children
        if not kids:
            return
        widths = [
            rect.w
            if self.align == "stretch" and child.fixed_width is None
            else min(rect.w, child.wanted(ui, rect.w)[0])
            for child in kids
        ]
        heights = [child.wanted(ui, w)[1] for child, w in zip(kids, widths, strict=True)]
        spare = rect.h - self.gap * (len(kids) - 1) - sum(heights)
        if spare < 0:
            floors = [
                child.lowest(ui, w) if child.grow else h
                for child, w, h in zip(kids, widths, heights, strict=True)
            ]
            heights = _shrunk(floors, heights, -spare)
        elif any(child.grow for child in kids):
            heights = _shared(kids, heights, spare)
        y = rect.y
        for child, w, h in zip(kids, widths, heights, strict=True):
            side = rect.w - w
            x = rect.x + {"start": 0.0, "stretch": 0.0, "center": side / 2, "end": side}[self.align]
            child.place(ui, Rect(x, y, w, h))
            y += h + self.gap


def _shared(kids: Sequence[Widget], sizes: list[float], spare: float) -> list[float]:
    growing = sum(child.grow for child in kids)
    return [size + spare * child.grow / growing for child, size in zip(kids, sizes, strict=True)]


def _shrunk(floors: Sequence[float], sizes: list[float], over: float) -> list[float]:
    """The sizes made smaller by `over` in all, the largest first, none below its floor."""
    sizes = list(sizes)
    for _ in range(len(sizes) + 1):
        free = [at for at, size in enumerate(sizes) if size > floors[at] + 0.01]
        if over <= 0.01 or not free:
            break
        tallest = max(sizes[at] for at in free)
        top = [at for at in free if sizes[at] > tallest - 0.01]
        below = [sizes[at] for at in free if sizes[at] <= tallest - 0.01]
        following = max([*below, *[floors[at] for at in top]])
        cut = min(tallest - following, over / len(top))
        if cut <= 0.01:
            cut = over / len(top)
        for at in top:
            taken = min(cut, sizes[at] - floors[at])
            sizes[at] -= taken
            over -= taken
    return sizes
