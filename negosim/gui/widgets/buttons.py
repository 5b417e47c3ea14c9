"""Buttons with words and with an icon alone. What they do is a function handed in."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BORDER,
    BUTTON,
    CARD,
    CINNABAR_TINT,
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    HAIRLINE,
    INK,
    MARK,
    MUTED,
    NIGHT_SOFT,
    SMALL,
    SMALL_STRONG,
    THEM_TEXT,
    US,
    US_EDGE,
    US_TEXT,
    US_TINT,
    WELL,
    WHITE,
)
from negosim.gui.widgets.pressable import Pressable
from negosim.gui.widgets.widget import Size

if TYPE_CHECKING:
    from negosim.gui.ui import Ui


class Kind(Enum):
    """How a button looks. Exactly one on a scene is FILLED."""

    FILLED = "filled"
    PLAIN = "plain"
    GOLD = "gold"
    JADE = "jade"
    CINNABAR = "cinnabar"
    GHOST = "ghost"
    NIGHT = "night"
    TINY = "tiny"


_LOOKS = {
    # kind: fill, border, text
    Kind.FILLED: (US, US, WHITE),
    Kind.PLAIN: (CARD, BORDER, INK),
    Kind.GOLD: (GOLD_TINT, GOLD, GOLD_TEXT),
    Kind.JADE: (US_TINT, US_EDGE, US_TEXT),
    Kind.CINNABAR: (CINNABAR_TINT, "#eec3b8", THEM_TEXT),
    Kind.GHOST: (None, None, INK),
    Kind.NIGHT: (NIGHT_SOFT, None, WHITE),
    Kind.TINY: (CARD, BORDER, INK),
}


class Button(Pressable):
    """Icon, word, small second line, hotkey in the corner."""

    def __init__(
        self,
        text: str,
        on_press: Callable[[], None],
        *,
        key: str,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        hotkey: str = "",
        note: str = "",
        why_not: str = "",
        selected: bool = False,
        wide: bool = False,
        tip: str = "",
        badge: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        """`wide`: as wide as there is room. `badge`: a few characters on a gold disc."""
        super().__init__(
            on_press,
            key=key,
            hotkey=hotkey,
            why_not=why_not,
            tip=tip,
            grow=grow or (1.0 if wide else 0.0),
            width=width,
            height=height,
        )
        self.text = text
        self.kind = kind
        self.icon = icon
        self.note = note
        self.selected = selected
        self.badge = badge
        self._style = SMALL_STRONG if kind is Kind.TINY else BUTTON

    @property
    def _compact(self) -> bool:
        return self.kind in (Kind.TINY, Kind.GHOST, Kind.NIGHT)

    def natural(self, ui: Ui, width: float) -> Size:
        wanted = ui.text_width(self.text, self._style) + self._icon_room
        note = ui.text_width(self.note, SMALL) if self.note else 0.0
        side = 9 if self.kind is Kind.TINY else 12 if self._compact else 18
        least = max(wanted, note) + 2 * side
        if self._shows_hotkey:
            least += 14
        if self.badge:
            least += 16
        height = 26.0 if self.kind is Kind.TINY else 34.0 if self._compact else 44.0
        if self.note:
            height = max(height, 54.0)
        return (least, height)

    @property
    def _icon_size(self) -> float:
        return 14 if self.kind is Kind.TINY else 18

    @property
    def _icon_room(self) -> float:
        if not self.icon:
            return 0.0
        return self._icon_size + (7 if self.text else 0)

    @property
    def _shows_hotkey(self) -> bool:
        return len(self.hotkey) == 1

    def paint(self, p: Painter, ui: Ui) -> None:
        fill, border, colour = _LOOKS[self.kind]
        if self.selected:
            fill, border, colour = (
                (US, US, WHITE) if self.kind is not Kind.NIGHT else (WHITE, None, INK)
            )
        if self.why_not:
            fill, border, colour = (WELL if fill else None), HAIRLINE, MUTED
            if self.kind is Kind.NIGHT:
                fill, border, colour = None, None, "#9aa3ad"
        rect = self.lifted(ui)
        radius = 8.0 if self._compact else 12.0
        if not self._compact and not self.why_not:
            p.shadow(rect, radius)
        if ui.hot == self.key and not self.why_not and self._compact:
            fill = fill if self.kind is Kind.NIGHT else WELL if not self.selected else fill
        p.rect(rect, fill, radius, border)
        width = ui.text_width(self.text, self._style)
        x = rect.centerx - (width + self._icon_room) / 2
        middle = rect.centery - (9 if self.note else 0)
        if self.icon:
            size = self._icon_size
            p.icon(self.icon, Rect(x, middle - size / 2, size, size), colour)
            x += self._icon_room
        p.text(self.text, x, middle, self._style, colour, middle=True)
        if self.note:
            faint = colour if self.selected or self.kind is Kind.FILLED else MUTED
            p.text(
                self.note,
                rect.centerx,
                rect.centery + 11,
                SMALL,
                faint,
                align="center",
                middle=True,
            )
        if self._shows_hotkey:
            faint = colour if self.selected or self.kind is Kind.FILLED else MUTED
            p.text(self.hotkey.upper(), rect.right - 8, rect.y + 4, MARK, faint, align="right")
        if self.badge:
            w = max(18.0, ui.text_width(self.badge, SMALL_STRONG) + 10)
            spot = Rect(rect.x + 6, rect.y + 5, w, 18)
            p.rect(spot, GOLD, 9)
            p.text(
                self.badge,
                spot.centerx,
                spot.centery,
                SMALL_STRONG,
                INK,
                align="center",
                middle=True,
            )


class IconButton(Pressable):
    """An icon alone; its label is said beside it when asked for."""

    def __init__(
        self,
        icon: str,
        on_press: Callable[[], None],
        *,
        key: str,
        label: str,
        hotkey: str = "",
        selected: bool = False,
        why_not: str = "",
        night: bool = False,
        size: float = 36,
    ) -> None:
        """`night`: for the dark header."""
        super().__init__(
            on_press, key=key, hotkey=hotkey, why_not=why_not, tip=label, width=size, height=size
        )
        self.icon = icon
        self.selected = selected
        self.night = night

    def paint(self, p: Painter, ui: Ui) -> None:
        fill, colour = (NIGHT_SOFT, WHITE) if self.night else (CARD, INK)
        if self.selected:
            fill, colour = (WHITE, INK) if self.night else (US, WHITE)
        if self.why_not:
            colour = MUTED
        rect = self.lifted(ui)
        p.rect(rect, fill, 8, None if self.night else BORDER)
        size = rect.w * 0.5
        spot = Rect(rect.centerx - size / 2, rect.centery - size / 2, size, size)
        p.icon(self.icon, spot, colour)
