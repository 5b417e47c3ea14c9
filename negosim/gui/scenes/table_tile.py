"""A tile of the offer builder: one issue with its value, its part in the package, its change.

Left and Right (with Shift by one step) turn the value, G W X set the part. What a step
does is decided by `present.offer_builder`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from negosim.engine.record import record
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BORDER,
    CARD,
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    HAIRLINE,
    INK,
    MARK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US,
    US_EDGE,
    US_TEXT,
    US_TINT,
    VALUE,
    WELL,
    WHITE,
    Style,
)
from negosim.gui.widgets.dials import KNOB, Knobs, knobs, paint_knobs, pressed_knob
from negosim.gui.widgets.widget import Size, Widget, presses
from negosim.present.packaging import Beyond, Entry, Part

if TYPE_CHECKING:
    from negosim.gui.typesetter import Typesetter
    from negosim.gui.ui import Ui

WIDEST, EDGE, BETWEEN = 400.0, 6.0, 2.0
VALUE_LINE = 21.0
SIDE = 8.0
PILL_SIDE, PILL_HEIGHT = 7.0, 19.0
LOOKS = {
    Part.OFF: (WELL, HAIRLINE, CARD, MUTED),
    Part.GIVE: (US_TINT, US_EDGE, US, WHITE),
    Part.WANT: (GOLD_TINT, GOLD, GOLD_TEXT, WHITE),
}
"""Ground, border, and the pill's ground and words by the part an issue plays."""


@record(frozen=True, slots=True)
class Turns:
    """What a tile does, for the issue it is about."""

    less: Callable[[], None]
    more: Callable[[], None]
    fine: Callable[[int], None]
    part: Callable[[Part], None]
    say: Callable[[], None]


class OfferTile(Widget):
    """`words` are what the parts are called, `parts` those a press on the pill goes through."""

    focusable = True

    def __init__(
        self,
        entry: Entry,
        turns: Turns,
        *,
        key: str,
        words: dict[Part, str],
        parts: tuple[Part, ...] = tuple(Part),
    ) -> None:
        super().__init__(key=key)
        self.entry = entry
        self.turns = turns
        self.words = words
        self.parts = parts
        self._under = False
        self._tall = 0.0

    # -- sizes -------------------------------------------------------------------------

    def natural(self, ui: Ui, width: float) -> Size:
        inner = min(width, WIDEST) - 2 * SIDE
        head = max(PILL_HEIGHT, len(self._name_lines(ui, inner)) * SMALL.line)
        middle = self._middle(ui, inner)
        return (min(width, WIDEST), head + middle + 2 * EDGE + BETWEEN)

    def narrowest(self, ui: Ui) -> float:
        value = min(ui.text_width(self.entry.text, SMALL_STRONG), 90.0)
        return 2 * SIDE + 2 * KNOB + 12 + max(value, 30.0)

    def _pill_width(self, ui: Ui) -> float:
        widest = max(ui.text_width(word, SMALL_STRONG) for word in self.words.values())
        return widest + 2 * PILL_SIDE

    def _name_lines(self, ui: Ui, inner: float) -> tuple[str, ...]:
        room = max(24.0, inner - self._pill_width(ui) - 6)
        return ui.type.wrapped(self.entry.name, SMALL_STRONG, room)

    def _value(self, setter: Typesetter, inner: float) -> tuple[Style, tuple[str, ...]]:
        """The value in the largest type that takes one line; a long option wraps."""
        room = max(30.0, inner - 2 * KNOB - 8)
        text = self.entry.text
        # A unit such as `10k yuan` cannot stand behind a number.
        named = self.entry.unit and not self.entry.unit[0].isdigit()
        if named and setter.width(f"{text} {self.entry.unit}", STRONG) <= room:
            text = f"{text} {self.entry.unit}"
        for style in (VALUE, STRONG):
            if setter.width(text, style) <= room:
                return style, (text,)
        return SMALL_STRONG, setter.wrapped(text, SMALL_STRONG, room)

    def _middle(self, ui: Ui, inner: float) -> float:
        """How tall value and change stand between the knobs."""
        style, lines = self._value(ui.type, inner)
        if self._delta_beside(ui, inner):
            return max(KNOB, len(lines) * style.line)
        return len(lines) * min(style.line, VALUE_LINE) + MARK.line

    def _delta_beside(self, ui: Ui, inner: float) -> bool:
        """Whether the change fits beside the name, or there is none."""
        if not self.entry.delta:
            return True
        lines = self._name_lines(ui, inner)
        used = self._pill_width(ui) + 6 + max(ui.text_width(line, SMALL_STRONG) for line in lines)
        return used + 8 + ui.text_width(self.entry.delta, SMALL) <= inner

    # -- input -------------------------------------------------------------------------

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        entry = self.entry
        pair = self._knobs()
        side = pressed_knob(pair, x, y)
        if side < 0:
            self._turn(ui, entry.can_less, self.turns.less)
        elif side > 0:
            self._turn(ui, entry.can_more, self.turns.more)
        elif self.rect.collidepoint(x, y) and y < pair[0].y - 2:
            at = self.parts.index(entry.role) if entry.role in self.parts else -1
            ui.app.sound("tap")
            self.turns.part(self.parts[(at + 1) % len(self.parts)])

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        name = presses(event)
        fine = bool(getattr(event, "mod", 0) & pygame.KMOD_SHIFT)
        if name in ("left", "-", "right", "=", "+"):
            up = name in ("right", "=", "+")
            if fine and name in ("left", "right"):
                self.turns.fine(1 if up else -1)
            elif up:
                self._turn(ui, self.entry.can_more, self.turns.more)
            else:
                self._turn(ui, self.entry.can_less, self.turns.less)
            return True
        part = {"g": Part.GIVE, "w": Part.WANT, "x": Part.OFF}.get(name)
        if part in self.parts:
            self.turns.part(part)
            return True
        if name in ("enter", "space"):
            self.turns.say()
            return True
        return False

    def _turn(self, ui: Ui, able: bool, what: Callable[[], None]) -> None:
        if able:
            ui.app.sound("tap")
            what()

    # -- painting ----------------------------------------------------------------------

    def _knobs(self) -> Knobs:
        middle = self.rect.bottom - EDGE - self._tall / 2
        return knobs(self.rect.x + SIDE, self.rect.right - SIDE, middle)

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        inner = rect.w - 2 * SIDE
        self._under = not self._delta_beside(ui, inner)
        self._tall = self._middle(ui, inner)

    def paint(self, p: Painter, ui: Ui) -> None:
        entry = self.entry
        fill, border, pill_fill, pill_ink = LOOKS[entry.role]
        p.rect(self.rect, fill, 10, border)
        inner = self.rect.w - 2 * SIDE
        lines = self._name_lines(ui, inner)
        top = self.rect.y + EDGE
        wide = self._pill_width(ui)
        pill = Rect(self.rect.x + SIDE, top, wide, PILL_HEIGHT)
        p.rect(pill, pill_fill, PILL_HEIGHT / 2, BORDER if entry.role is Part.OFF else None)
        p.text(
            self.words[entry.role], pill.centerx, pill.centery, SMALL_STRONG, pill_ink,
            align="center", middle=True,
        )  # fmt: skip
        for number, line in enumerate(lines):
            p.text(line, pill.right + 6, top + 1 + number * SMALL.line, SMALL_STRONG, INK)
        self._paint_delta(p)
        paint_knobs(p, self._knobs(), less=entry.can_less, more=entry.can_more)
        self._paint_value(p)

    def _paint_delta(self, p: Painter) -> None:
        """Beside the name where it fits; else `_paint_value` sets it under the value."""
        if self.entry.delta and not self._under:
            right = self.rect.right - SIDE
            p.text(self.entry.delta, right, self.rect.y + EDGE + 1, SMALL, MUTED, align="right")

    def _paint_value(self, p: Painter) -> None:
        minus, _ = self._knobs()
        style, lines = self._value(p.type, self.rect.w - 2 * SIDE)
        hue = {Beyond.NOTHING: INK, Beyond.AUTHORITY: GOLD_TEXT, Beyond.LIMIT: THEM_TEXT}[
            self.entry.beyond
        ]
        if self.entry.at_level_tick and self.entry.beyond is Beyond.NOTHING:
            hue = US_TEXT
        pitch = min(style.line, VALUE_LINE) if self._under else style.line
        tall = pitch * len(lines) + (MARK.line if self._under else 0.0)
        y = minus.centery - tall / 2
        x = self.rect.centerx
        for line in lines:
            p.text(line, x, y + pitch / 2, style, hue, align="center", middle=True)
            y += pitch
        if self._under:
            p.text(self.entry.delta, x, y, MARK, MUTED, align="center")
