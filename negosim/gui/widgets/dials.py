"""Widgets that turn one value up and down: a stepper and a slider."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BORDER,
    CARD,
    FAINT,
    HAIRLINE,
    INK,
    MUTED,
    SMALL,
    STRONG,
    US,
    VALUE,
    WHITE,
    Style,
)
from negosim.gui.widgets.widget import Size, Widget, presses

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


KNOB = 28.0
Knobs = tuple[Rect, Rect]
"""The boxes of a minus and a plus."""


def knobs(left: float, right: float, middle: float) -> Knobs:
    """A minus at the left end, a plus at the right, both about the `middle` line."""
    top = middle - KNOB / 2
    return Rect(left, top, KNOB, KNOB), Rect(right - KNOB, top, KNOB, KNOB)


def pressed_knob(pair: Knobs, x: float, y: float) -> int:
    """-1 on the minus or close beside it, 1 on the plus, 0 elsewhere."""
    minus, plus = (box.inflate(8, 8).collidepoint(x, y) for box in pair)
    return -1 if minus else 1 if plus else 0


def paint_knobs(p: Painter, pair: Knobs, *, less: bool, more: bool) -> None:
    """A knob that would do nothing is faint."""
    for box, icon, able in zip(pair, ("minus", "plus"), (less, more), strict=True):
        p.rect(box, CARD, 8, BORDER if able else HAIRLINE)
        p.icon(icon, box.inflate(-14, -14), INK if able else FAINT)


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
        match pressed_knob(self._knobs(), x, y):
            case -1:
                self._do(ui, self.less, self.on_less)
            case 1:
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
        paint_knobs(p, self._knobs(), less=self.less, more=self.more)
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

    def _knobs(self) -> Knobs:
        return knobs(self.rect.x, self.rect.right, self.rect.centery)

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
