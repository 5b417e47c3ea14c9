"""Widgets that arrange others: rows, columns, flows, grids, cards. They say nothing themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import CARD, HAIRLINE, INK, TITLE
from negosim.gui.widgets.content import Label
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
            if child.grow and isinstance(child, Scroll):
                h = rect.h
            spare = rect.h - h
            y = (
                rect.y
                + {"start": 0.0, "stretch": 0.0, "center": spare / 2, "end": spare}[self.align]
            )
            child.place(ui, Rect(x, y, w, h))
            x += w + self.gap

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
                _least_height(ui, child, w) if child.grow else h
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

    def _cell(self, ui: Ui, width: float) -> float:
        if width >= ENDLESS:
            return max(child.wanted(ui, ENDLESS)[0] for child in self._children)
        return (width - self.gap * (self.columns - 1)) / self.columns

    def _heights(self, ui: Ui, cell: float) -> list[float]:
        heights = [child.wanted(ui, cell)[1] for child in self._children]
        return [max(heights[at : at + self.columns]) for at in range(0, len(heights), self.columns)]


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

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        for child in self._children:
            child.place(ui, Rect(rect))


class Scroll(Container):
    """A window on something higher. The wheel, PageUp and PageDown move it; focus is kept in view."""

    BAR = 6

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
            p.rect(bar, "#cfc5ae", 2)


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


def _least_height(ui: Ui, child: Widget, width: float) -> float:
    """How low it may become: a scrolled window shrinks, what stands around it does not."""
    if child.fixed_height is not None:
        return child.fixed_height
    if isinstance(child, Scroll):
        return min(child.least_height, child.wanted(ui, width)[1])
    kids = child.children()
    if isinstance(child, Pad):
        inner = max(1.0, width - child.left - child.right)
        return _least_height(ui, kids[0], inner) + child.top + child.bottom
    if isinstance(child, Column):
        gaps = child.gap * max(0, len(kids) - 1)
        return sum(_least_height(ui, each, width) for each in kids) + gaps
    if isinstance(child, Row):
        widths = child.widths(ui, width)
        lows = [_least_height(ui, each, w) for each, w in zip(kids, widths, strict=True)]
        return max(lows, default=0.0)
    if isinstance(child, Layers):
        return max((_least_height(ui, each, width) for each in kids), default=0.0)
    # A drawing that grows takes what there is; what holds words keeps the room for them.
    return 0.0 if child.grow and not kids else child.wanted(ui, width)[1]


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
