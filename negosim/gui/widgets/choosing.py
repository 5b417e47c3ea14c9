"""Widgets that choose one of several: segments, tabs, steppers, sliders, dropdowns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

import pygame

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    BUTTON,
    CARD,
    HAIRLINE,
    INK,
    MUTED,
    SMALL,
    STRONG,
    US,
    US_TEXT,
    US_TINT,
    VALUE,
    WELL,
    WHITE,
    Style,
)
from negosim.gui.widgets.buttons import BORDER_OF_WHITE, Button, Kind
from negosim.gui.widgets.containers import Box, Column, Scroll
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
        for place, box in self._boxes(ui):
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

    def _boxes(self, ui: Ui) -> list[tuple[int, Rect]]:
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
        boxes = self._boxes(ui)
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
        for place, box in self._boxes(ui):
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


class Stepper(Widget):
    """Less, a text, more. At an end the button there is faint and does nothing."""

    focusable = True

    def __init__(
        self,
        text: str,
        on_less: Callable[[], None],
        on_more: Callable[[], None],
        *,
        key: str,
        less: bool = True,
        more: bool = True,
        style: Style = VALUE,
        colour: str = INK,
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width)
        self.text = text
        self.on_less = on_less
        self.on_more = on_more
        self.less = less
        self.more = more
        self.style = style
        self.colour = colour

    def natural(self, ui: Ui, width: float) -> Size:
        return (ui.text_width(self.text, self.style) + 2 * 30 + 16, 32.0)

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        minus, plus = self._ends()
        if minus.inflate(8, 8).collidepoint(x, y):
            self._do(ui, self.less, self.on_less)
        elif plus.inflate(8, 8).collidepoint(x, y):
            self._do(ui, self.more, self.on_more)

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        name = presses(event)
        if name in ("left", "down", "-"):
            self._do(ui, self.less, self.on_less)
            return True
        if name in ("right", "up", "=", "+"):
            self._do(ui, self.more, self.on_more)
            return True
        return False

    def paint(self, p: Painter, ui: Ui) -> None:
        for box, icon, able in zip(
            self._ends(), ("minus", "plus"), (self.less, self.more), strict=True
        ):
            p.rect(box, CARD, 8, BORDER_OF_WHITE if able else HAIRLINE)
            p.icon(icon, box.inflate(-14, -14), INK if able else "#b9b0a0")
        room = self.rect.w - 2 * 30 - 8
        style = self.style
        if ui.text_width(self.text, style) > room:
            style = STRONG if ui.text_width(self.text, STRONG) <= room else SMALL
        text = ui.type.shortened(self.text, style, room)
        p.text(
            text,
            self.rect.centerx,
            self.rect.centery,
            style,
            self.colour,
            align="center",
            middle=True,
            cut=text != self.text,
        )

    def _ends(self) -> tuple[Rect, Rect]:
        top = self.rect.centery - 14
        return Rect(self.rect.x, top, 28, 28), Rect(self.rect.right - 28, top, 28, 28)

    def _do(self, ui: Ui, able: bool, what: Callable[[], None]) -> None:
        if able:
            ui.app.sound("tap")
            what()


class Slider(Widget):
    """A whole number on a line. `stops`: places marked on it; keys move by one."""

    focusable = True

    def __init__(
        self,
        value: int,
        low: int,
        high: int,
        on_change: Callable[[int], None],
        *,
        key: str,
        stops: Sequence[int] = (),
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width)
        self.value = value
        self.low = low
        self.high = max(low, high)
        self.on_change = on_change
        self.stops = tuple(stops)

    def natural(self, ui: Ui, width: float) -> Size:
        return (min(width, 200.0), 28.0)

    def narrowest(self, ui: Ui) -> float:
        return 80.0

    def pointer_down(self, ui: Ui, x: float, y: float) -> None:
        self._to(x)

    def pointer_move(self, ui: Ui, x: float, y: float) -> None:
        self._to(x)

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        """The value was set on the way."""

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        far = max(1, (self.high - self.low) // 10)
        step = {"left": -1, "down": -1, "right": 1, "up": 1, "pageup": far, "pagedown": -far}
        name = presses(event)
        if name in step:
            self._set(self.value + step[name])
            return True
        if name in ("home", "end"):
            self._set(self.low if name == "home" else self.high)
            return True
        return False

    def paint(self, p: Painter, ui: Ui) -> None:
        line = Rect(self.rect.x + 8, self.rect.centery - 3, self.rect.w - 16, 6)
        p.rect(line, HAIRLINE, 3)
        x = self._x(self.value)
        p.rect(Rect(line.x, line.y, max(0.0, x - line.x), 6), US, 3)
        for stop in self.stops:
            at = self._x(stop)
            p.rect(Rect(at - 1, line.y - 5, 2, 16), MUTED, 1)
        p.circle(x, self.rect.centery, 9, WHITE, US, 3)

    def _x(self, value: int) -> float:
        span = max(1, self.high - self.low)
        return self.rect.x + 8 + (self.rect.w - 16) * (value - self.low) / span

    def _to(self, x: float) -> None:
        share = (x - self.rect.x - 8) / max(1.0, self.rect.w - 16)
        self._set(self.low + round(share * (self.high - self.low)))

    def _set(self, value: int) -> None:
        value = min(max(self.low, value), self.high)
        if value != self.value:
            self.value = value
            self.on_change(value)


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
                    lambda value=value: choose(value),  # type: ignore[misc]
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
        p.rect(self.rect, CARD, 8, BORDER_OF_WHITE)
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
