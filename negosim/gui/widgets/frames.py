"""What stands around, under and between others: room, grounds, cards, layers, hairlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import CARD, HAIRLINE, INK, TITLE
from negosim.gui.widgets.containers import Column, Container
from negosim.gui.widgets.content import Label
from negosim.gui.widgets.widget import Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


class Pad(Container):
    """One widget with room around it."""

    def __init__(
        self,
        child: Widget,
        around: float = 0,
        *,
        left: float | None = None,
        top: float | None = None,
        right: float | None = None,
        bottom: float | None = None,
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        super().__init__((child,), key=key, grow=grow, width=width, height=height)
        self.left = around if left is None else left
        self.top = around if top is None else top
        self.right = around if right is None else right
        self.bottom = around if bottom is None else bottom

    def natural(self, ui: Ui, width: float) -> Size:
        w, h = self._children[0].wanted(ui, max(1.0, width - self.left - self.right))
        return (w + self.left + self.right, h + self.top + self.bottom)

    def narrowest(self, ui: Ui) -> float:
        return self._children[0].least(ui) + self.left + self.right

    def flattest(self, ui: Ui, width: float) -> float:
        inner = max(1.0, width - self.left - self.right)
        return self._children[0].lowest(ui, inner) + self.top + self.bottom

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        self._children[0].place(
            ui,
            Rect(
                rect.x + self.left,
                rect.y + self.top,
                max(1.0, rect.w - self.left - self.right),
                max(1.0, rect.h - self.top - self.bottom),
            ),
        )


class Box(Pad):
    """A column on a flat ground, with or without a border."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 8,
        padding: float = 8,
        fill: str | None = None,
        border: str | None = None,
        radius: float = 8,
        align: str = "stretch",
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        column = Column(*children, gap=gap, align=align)
        super().__init__(column, padding, key=key, grow=grow, width=width, height=height)
        self.fill = fill
        self.border = border
        self.radius = radius

    def paint(self, p: Painter, ui: Ui) -> None:
        p.rect(self.rect, self.fill, self.radius, self.border)
        super().paint(p, ui)


class Card(Box):
    """A column on a card with the one shadow; `title` stands over it."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 8,
        padding: float = 16,
        fill: str = CARD,
        radius: float = 14,
        shadow: bool = True,
        title: str = "",
        align: str = "stretch",
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        head = Label(title, style=TITLE, colour=INK) if title else None
        super().__init__(
            head,
            *children,
            gap=gap,
            padding=padding,
            fill=fill,
            border=HAIRLINE,
            radius=radius,
            align=align,
            key=key,
            grow=grow,
            width=width,
            height=height,
        )
        self.shadow = shadow

    def paint(self, p: Painter, ui: Ui) -> None:
        if self.shadow:
            p.shadow(self.rect, self.radius)
        super().paint(p, ui)


class Layers(Container):
    """One on top of another, all in the same box; the largest gives the size."""

    def __init__(
        self,
        *children: Widget | None,
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        super().__init__(children, key=key, grow=grow, width=width, height=height)

    def natural(self, ui: Ui, width: float) -> Size:
        sizes = [child.wanted(ui, width) for child in self._children]
        return (max((w for w, _ in sizes), default=0.0), max((h for _, h in sizes), default=0.0))

    def narrowest(self, ui: Ui) -> float:
        return max((child.least(ui) for child in self._children), default=0.0)

    def flattest(self, ui: Ui, width: float) -> float:
        return max((child.lowest(ui, width) for child in self._children), default=0.0)

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        for child in self._children:
            child.place(ui, Rect(rect))


class Space(Widget):
    """Nothing, of a size or as much as there is."""

    def __init__(self, size: float = 0.0, *, grow: float = 0.0) -> None:
        super().__init__(grow=grow)
        self.size = size

    def natural(self, ui: Ui, width: float) -> Size:
        return (min(self.size, width), self.size)


class Rule(Widget):
    """A hairline across a column."""

    def __init__(self, colour: str = HAIRLINE) -> None:
        super().__init__()
        self.colour = colour

    def natural(self, ui: Ui, width: float) -> Size:
        return (0.0, 1.0)

    def paint(self, p: Painter, ui: Ui) -> None:
        p.line((self.rect.x, self.rect.y), (self.rect.right, self.rect.y), self.colour)
