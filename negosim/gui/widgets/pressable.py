"""What can be pressed: the ground of all buttons, whole cards, switches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, BORDER, CARD, HAIRLINE, HANDLE, INK, US, WHITE
from negosim.gui.widgets.frames import Box
from negosim.gui.widgets.widget import Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

LIFT = 2.0
"""Logical units a button rises under the pointer (look.md)."""


class Doing:
    """What all that can be pressed shares: it does something, or says why it cannot now."""

    focusable = True
    on_press: Callable[[], None]
    hotkey: str
    why_not: str
    _tip: str

    def activate(self, ui: Ui) -> None:
        if self.why_not:
            ui.app.sound("refuse")
            ui.app.toast(self.why_not)
            return
        ui.app.sound("tap")
        self.on_press()

    def hotkeys(self) -> tuple[str, ...]:
        return (self.hotkey,) if self.hotkey else ()

    def tip(self) -> str:
        return self.why_not or self._tip


class Pressable(Doing, Widget):
    """A button of its own shape."""

    focusable = True

    def __init__(
        self,
        on_press: Callable[[], None],
        *,
        key: str,
        hotkey: str = "",
        why_not: str = "",
        tip: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width, height=height)
        self.on_press = on_press
        self.hotkey = hotkey
        self.why_not = why_not
        self._tip = tip

    def lifted(self, ui: Ui) -> Rect:
        """The box where it stands now: a little higher under the pointer."""
        if self.why_not:
            return self.rect
        risen = ui.eased(f"lift:{self.key}", 1.0 if ui.hot == self.key else 0.0)
        return self.rect.move(0, -LIFT * risen)


class Press(Doing, Box):
    """Any content as one button, such as a card in a list."""

    focusable = True

    def __init__(
        self,
        child: Widget,
        on_press: Callable[[], None],
        *,
        key: str,
        selected: bool = False,
        why_not: str = "",
        radius: float = 14,
        fill: str = CARD,
        padding: float = 14,
        hotkey: str = "",
        tip: str = "",
        shadow: bool = True,
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        super().__init__(
            child,
            padding=padding,
            fill=fill,
            border=US if selected else HAIRLINE,
            radius=radius,
            key=key,
            grow=grow,
            width=width,
        )
        self.on_press = on_press
        self.hotkey = hotkey
        self.why_not = why_not
        self._tip = tip
        self.selected = selected
        self.shadow = shadow

    def paint(self, p: Painter, ui: Ui) -> None:
        if self.shadow:
            p.shadow(self.rect, self.radius)
        p.rect(self.rect, self.fill, self.radius, self.border, 2 if self.selected else 1)
        if ui.hot == self.key and not self.selected:
            p.rect(self.rect, None, self.radius, BORDER, 2)
        Widget.paint(self, p, ui)


class Toggle(Pressable):
    """A switch with its words; on is jade and to the right."""

    def __init__(
        self,
        text: str,
        value: bool,
        on_change: Callable[[bool], None],
        *,
        key: str,
        grow: float = 0.0,
    ) -> None:
        super().__init__(lambda: on_change(not value), key=key, grow=grow)
        self.text = text
        self.value = value

    def natural(self, ui: Ui, width: float) -> Size:
        return (ui.text_width(self.text, BODY) + 54, 34.0)

    def paint(self, p: Painter, ui: Ui) -> None:
        track = Rect(self.rect.x + 2, self.rect.centery - 11, 40, 22)
        p.rect(track, US if self.value else HANDLE, 11)
        x = track.right - 11 if self.value else track.x + 11
        p.circle(x, track.centery, 8, WHITE)
        p.text(self.text, self.rect.x + 52, self.rect.centery, BODY, INK, middle=True)
