"""A line of text to type in, with an input method: what is being composed shows in its place.

Text comes from TEXTINPUT and TEXTEDITING only, keys move the caret; so a hotkey never
types and a typed letter never fires one (look.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, BORDER, CARD, FOCUS, INK, MUTED, US_TINT
from negosim.gui.widgets.widget import Size, Widget, presses

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

SIDE = 12.0


@dataclass
class Editing:
    """What outlives a rebuild: caret and selection as places in the text, what is being composed."""

    caret: int = 0
    anchor: int = 0
    composing: str = ""
    shift: float = 0.0

    @property
    def span(self) -> tuple[int, int]:
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def at(self, place: int, *, extend: bool = False) -> None:
        self.caret = place
        if not extend:
            self.anchor = place


class TextField(Widget):
    """One line; `most` characters at most. A longer paste is shortened and says so."""

    focusable = True

    def __init__(
        self,
        value: str,
        on_change: Callable[[str], None],
        *,
        key: str,
        on_submit: Callable[[], None] | None = None,
        hint: str = "",
        most: int = 400,
        grow: float = 0.0,
        width: float | None = None,
    ) -> None:
        super().__init__(key=key, grow=grow, width=width)
        self.value = value
        self.on_change = on_change
        self.on_submit = on_submit
        self.hint = hint
        self.most = most

    def natural(self, ui: Ui, width: float) -> Size:
        return (min(width, 220.0), 36.0)

    def narrowest(self, ui: Ui) -> float:
        return 90.0

    # -- input -------------------------------------------------------------------------

    def typed(self, ui: Ui, text: str) -> None:
        """TEXTINPUT: put it in place of what is selected."""
        state = self._state(ui)
        state.composing = ""
        self._insert(ui, text)

    def composes(self, ui: Ui, text: str) -> None:
        """TEXTEDITING: what the input method shows but has not handed over."""
        self._state(ui).composing = text

    def pointer_down(self, ui: Ui, x: float, y: float) -> None:
        self._state(ui).at(self._place_at(ui, x))

    def pointer_move(self, ui: Ui, x: float, y: float) -> None:
        self._state(ui).at(self._place_at(ui, x), extend=True)

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        """The caret was set on the way."""

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        state = self._state(ui)
        if state.composing:
            return True
        name = presses(event)
        mods = getattr(event, "mod", 0)
        extend = bool(mods & pygame.KMOD_SHIFT)
        if mods & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return self._command(ui, name, state)
        match name:
            case "left":
                place = state.caret - 1 if extend or state.caret == state.anchor else state.span[0]
                state.at(max(0, place), extend=extend)
            case "right":
                place = state.caret + 1 if extend or state.caret == state.anchor else state.span[1]
                state.at(min(len(self.value), place), extend=extend)
            case "home":
                state.at(0, extend=extend)
            case "end":
                state.at(len(self.value), extend=extend)
            case "backspace" | "delete":
                self._delete(ui, state, -1 if name == "backspace" else 1)
            case "enter":
                if self.on_submit is None:
                    return False
                self.on_submit()
            case "tab" | "esc" | "up" | "down" | "pageup" | "pagedown":
                return False
            case _:
                # Letters and digits arrive as text; their keys must not fire a hotkey.
                return True
        return True

    def paste(self, ui: Ui, text: str) -> None:
        """What the clipboard holds, on one line."""
        self._insert(ui, " ".join(text.split()))

    # -- painting ----------------------------------------------------------------------

    def paint(self, p: Painter, ui: Ui) -> None:
        focused = ui.focused == self.key
        p.rect(self.rect, CARD, 10, FOCUS if focused else BORDER, 1.5 if focused else 1)
        inside = Rect(self.rect.x + SIDE, self.rect.y, self.rect.w - 2 * SIDE, self.rect.h)
        middle = self.rect.centery
        with p.clip(inside.inflate(4, 0)):
            if not self.value and not (focused and self._state(ui).composing):
                hint = ui.type.shortened(self.hint, BODY, inside.w)
                p.text(hint, inside.x, middle, BODY, MUTED, middle=True)
                if focused:
                    self._caret(p, inside.x, middle)
                return
            state = self._state(ui)
            before, after = self.value[: state.caret], self.value[state.caret :]
            composing = state.composing if focused else ""
            caret = ui.text_width(before + composing, BODY)
            if focused:
                state.shift = min(max(state.shift, caret - inside.w + 2), max(0.0, caret - 2))
            else:
                state.shift = 0.0
            x = inside.x - state.shift
            low, high = state.span
            if focused and low != high:
                left = ui.text_width(self.value[:low], BODY)
                wide = ui.text_width(self.value[:high], BODY) - left
                p.rect(Rect(x + left, middle - 11, wide, 22), US_TINT)
            # Scrolled text is never cut in the sense of lost: the field shows a part of it.
            labels, p.labels = p.labels, None
            p.text(before + composing + after, x, middle, BODY, INK, middle=True)
            p.labels = labels
            if composing:
                left = ui.text_width(before, BODY)
                under = middle + 10
                p.line((x + left, under), (x + caret, under), INK, 1.5)
            if focused:
                self._caret(p, x + caret, middle)

    def caret_rect(self, ui: Ui) -> Rect:
        """Where the input method should open its list, in logical units."""
        state = self._state(ui)
        x = self.rect.x + SIDE - state.shift + ui.text_width(self.value[: state.caret], BODY)
        return Rect(x, self.rect.y, 2, self.rect.h)

    def _caret(self, p: Painter, x: float, middle: float) -> None:
        p.rect(Rect(x, middle - 10, 1.5, 20), INK)

    # -- editing -----------------------------------------------------------------------

    def _state(self, ui: Ui) -> Editing:
        state = ui.editing(self.key, len(self.value))
        state.caret = min(state.caret, len(self.value))
        state.anchor = min(state.anchor, len(self.value))
        return state

    def _insert(self, ui: Ui, text: str) -> None:
        text = "".join(char for char in text if char.isprintable())
        state = self._state(ui)
        low, high = state.span
        room = self.most - (len(self.value) - (high - low))
        if len(text) > room:
            ui.app.toast(ui.words("window").text("field.too_long", most=self.most))
            text = text[: max(0, room)]
        if text:
            self._becomes(ui, self.value[:low] + text + self.value[high:], low + len(text))

    def _delete(self, ui: Ui, state: Editing, step: int) -> None:
        low, high = state.span
        if low == high:
            low, high = (
                (max(0, low - 1), high) if step < 0 else (low, min(len(self.value), high + 1))
            )
        if low != high:
            self._becomes(ui, self.value[:low] + self.value[high:], low)

    def _command(self, ui: Ui, name: str, state: Editing) -> bool:
        low, high = state.span
        match name:
            case "a":
                state.anchor, state.caret = 0, len(self.value)
            case "c" | "x":
                if low != high:
                    ui.app.copy(self.value[low:high])
                    if name == "x":
                        self._becomes(ui, self.value[:low] + self.value[high:], low)
            case "v":
                self.paste(ui, ui.app.pasted())
            case _:
                return False
        return True

    def _becomes(self, ui: Ui, value: str, caret: int) -> None:
        self.value = value
        self._state(ui).at(caret)
        self.on_change(value)

    def _place_at(self, ui: Ui, x: float) -> int:
        wanted = x - self.rect.x - SIDE + self._state(ui).shift

        def before(place: int) -> float:
            return ui.text_width(self.value[:place], BODY)

        after = bisect_left(range(len(self.value) + 1), wanted, key=before)
        if after == 0 or after > len(self.value):
            return min(after, len(self.value))
        return after if before(after) - wanted < wanted - before(after - 1) else after - 1
