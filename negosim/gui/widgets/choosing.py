"""Widgets that choose one of several: segments, tabs, dropdowns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

import pygame

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    BORDER,
    BUTTON,
    CARD,
    HAIRLINE,
    INK,
    MUTED,
    US,
    US_TEXT,
    US_TINT,
    WELL,
)
from negosim.gui.widgets.buttons import Button, Kind
from negosim.gui.widgets.containers import Column
from negosim.gui.widgets.frames import Box
from negosim.gui.widgets.scroll import Scroll
from negosim.gui.widgets.widget import ENDLESS, Size, Widget, presses

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

T = TypeVar("T")


class OneOf(Widget, Generic[T]):
    """What segments and tabs share: options side by side, Left and Right move on."""

    focusable = True
    style = BUTTON
    side = 14.0
    tall = 36.0

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        value: T,
        on_change: Callable[[T], None],
        *,
        key: str,
        grow: float = 0.0,
    ) -> None:
        super().__init__(key=key, grow=grow)
        self.options = tuple(options)
        self.value = value
        self.on_change = on_change

    def natural(self, ui: Ui, width: float) -> Size:
        lines = self._lines(ui, width)
        widest = max(sum(w for _, w in line) for line in lines)
        return (widest + 8, self.tall * len(lines) + 8)

    def narrowest(self, ui: Ui) -> float:
        return max(self._cell(ui, text) for _, text in self.options) + 8

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        for place, box in self.boxes(ui):
            if box.collidepoint(x, y):
                self._choose(ui, place)

    def activate(self, ui: Ui) -> None:
        self._choose(ui, (self._chosen + 1) % len(self.options))

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        step = {"left": -1, "up": -1, "right": 1, "down": 1}.get(presses(event))
        if step is None:
            return False
        place = self._chosen + step
        if 0 <= place < len(self.options):
            self._choose(ui, place)
        return True

    @property
    def _chosen(self) -> int:
        return next((at for at, (value, _) in enumerate(self.options) if value == self.value), 0)

    def _choose(self, ui: Ui, place: int) -> None:
        value = self.options[place][0]
        if value != self.value:
            ui.app.sound("tap")
            self.on_change(value)

    def _cell(self, ui: Ui, text: str) -> float:
        return ui.text_width(text, self.style) + 2 * self.side

    def _lines(self, ui: Ui, width: float) -> list[list[tuple[int, float]]]:
        lines: list[list[tuple[int, float]]] = []
        used = 0.0
        for place, (_, text) in enumerate(self.options):
            w = self._cell(ui, text)
            if lines and used + w <= width - 8 + 0.01:
                lines[-1].append((place, w))
                used += w
            else:
                lines.append([(place, w)])
                used = w
        return lines

    def boxes(self, ui: Ui) -> list[tuple[int, Rect]]:
        """Where each option stands, by its place in the list."""
        boxes = []
        y = self.rect.y + 4
        for line in self._lines(ui, self.rect.w):
            x = self.rect.x + 4
            for place, w in line:
                boxes.append((place, Rect(x, y, w, self.tall)))
                x += w
            y += self.tall
        return boxes


class Choice(OneOf[T]):
    """A segmented control; the chosen segment is tinted and framed, for the one filled button stays alone."""

    def paint(self, p: Painter, ui: Ui) -> None:
        boxes = self.boxes(ui)
        right = max(box.right for _, box in boxes) + 4
        p.rect(Rect(self.rect.x, self.rect.y, right - self.rect.x, self.rect.h), WELL, 10, HAIRLINE)
        for place, box in boxes:
            value, text = self.options[place]
            chosen = value == self.value
            if chosen:
                p.rect(box.inflate(-2, -2), US_TINT, 8, US, 1.5)
            colour = US_TEXT if chosen else INK
            p.text(text, box.centerx, box.centery, self.style, colour, align="center", middle=True)


class Tabs(OneOf[T]):
    """Tabs over a page: the chosen one is underlined."""

    def paint(self, p: Painter, ui: Ui) -> None:
        p.line(
            (self.rect.x, self.rect.bottom - 2), (self.rect.right, self.rect.bottom - 2), HAIRLINE
        )
        for place, box in self.boxes(ui):
            value, text = self.options[place]
            chosen = value == self.value
            if chosen:
                p.rect(Rect(box.x + 8, box.bottom - 1, box.w - 16, 3), US, 1.5)
            p.text(
                text,
                box.centerx,
                box.centery,
                self.style,
                US_TEXT if chosen else MUTED,
                align="center",
                middle=True,
            )


class Dropdown(Widget, Generic[T]):
    """The value chosen; pressing opens the list of all on a layer of its own."""

    focusable = True

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        value: T,
        on_change: Callable[[T], None],
        *,
        key: str,
        label: str = "",
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        """`label` stands before the value, and over the list."""
        super().__init__(key=key, grow=grow, width=width)
        self.options = tuple(options)
        self.value = value
        self.on_change = on_change
        self.label = label

    @property
    def _text(self) -> str:
        chosen = next((text for value, text in self.options if value == self.value), "")
        return f"{self.label} {chosen}".strip() if self.label else chosen

    def natural(self, ui: Ui, width: float) -> Size:
        return (min(width, ui.text_width(self._text, BODY) + 48), 34.0)

    def narrowest(self, ui: Ui) -> float:
        return 90.0

    def activate(self, ui: Ui) -> None:
        app = ui.app

        def choose(value: T) -> None:
            app.close()
            self.on_change(value)

        def popup(inner: Ui) -> Widget:
            rows = [
                Button(
                    text,
                    partial(choose, value),
                    key=f"option-{place}",
                    kind=Kind.GHOST,
                    selected=value == self.value,
                )
                for place, (value, text) in enumerate(self.options)
            ]
            wide = max(row.wanted(inner, ENDLESS)[0] for row in rows)
            list_ = Column(*rows, gap=2)
            high = min(list_.wanted(inner, wide)[1], inner.height - 80)
            return Box(
                Scroll(list_, key=f"{self.key}-list", height=high),
                padding=8,
                fill=CARD,
                border=HAIRLINE,
                radius=12,
                width=max(wide + 24, min(self.rect.w, inner.width - 40)),
            )

        app.open(popup)

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        step = {"up": -1, "down": 1}.get(presses(event))
        if step is None:
            return False
        at = next((at for at, (value, _) in enumerate(self.options) if value == self.value), 0)
        if 0 <= at + step < len(self.options):
            self.on_change(self.options[at + step][0])
        return True

    def paint(self, p: Painter, ui: Ui) -> None:
        p.rect(self.rect, CARD, 8, BORDER)
        text = ui.type.shortened(self._text, BODY, self.rect.w - 40)
        p.text(
            text,
            self.rect.x + 12,
            self.rect.centery,
            BODY,
            INK,
            middle=True,
            cut=text != self._text,
        )
        p.icon("down", Rect(self.rect.right - 26, self.rect.centery - 8, 16, 16), MUTED)

    def tip(self) -> str:
        return self._text
