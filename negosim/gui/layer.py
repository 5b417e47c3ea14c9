"""One layer of the window: a tree of widgets with its focus and its pointer.

The scene is the lowest; dialogs and lists lie above it, each with its own focus, and
only the highest takes input: that is the focus trap.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import FOCUS, INK, SMALL, WHITE
from negosim.gui.ui import Ui
from negosim.gui.widgets.scroll import Scroll
from negosim.gui.widgets.text_field import TextField
from negosim.gui.widgets.widget import Widget, presses

if TYPE_CHECKING:
    from negosim.gui.app import App

Build = Callable[[Ui], Widget]
TIP_AFTER_MS = 500
WHEEL = 48.0
_ARROWS = {"left": -1, "up": -1, "right": 1, "down": 1}


class Layer:
    """`build` makes the tree; a dialog is centred, the scene fills the window."""

    def __init__(self, app: App, build: Build, *, dialog: bool) -> None:
        self.app = app
        self.ui = Ui(app)
        self.dialog = dialog
        self._build = build
        self.root: Widget | None = None
        self._grabbed: Widget | None = None
        self._hot_since = 0
        self._first_focus = dialog

    # -- building ------------------------------------------------------------------------

    def rebuild(self, width: float, height: float) -> None:
        """A new tree for the window's logical size; focus stays where its key still is."""
        ui = self.ui
        ui.width, ui.height = width, height
        root = self._build(ui)
        if self.dialog:
            most = width - 40
            w, _ = root.wanted(ui, most)
            w = min(w, most)
            h = min(root.wanted(ui, w)[1], height - 24)
            root.place(ui, Rect((width - w) / 2, (height - h) / 2, w, h))
        else:
            root.place(ui, Rect(0, 0, width, height))
        self.root = root
        grabbed = self._grabbed.key if self._grabbed is not None else ""
        self._grabbed = self.find(grabbed) if grabbed else None
        if ui.focused and self.find(ui.focused) is None:
            ui.focused = ""
        if self._first_focus and (stops := self.stops()):
            self._first_focus = False
            self.focus(stops[0])
        self._reveal_focus()

    def stops(self) -> list[Widget]:
        """What can have the focus, in the order of Tab."""
        return [each for each in self._walk() if each.focusable and each.key]

    def focused(self) -> Widget | None:
        return self.find(self.ui.focused) if self.ui.focused else None

    def focus(self, widget: Widget | None) -> None:
        """Give it the focus; a text field opens the input method, anything else closes it."""
        self.ui.focused = widget.key if widget is not None else ""
        self._reveal_focus()
        self.app.focus_changed()

    # -- keys ------------------------------------------------------------------------------

    def key(self, event: pygame.event.Event) -> bool:
        """A KEYDOWN; True when something here used it."""
        name = presses(event)
        focused = self.focused()
        if focused is not None and focused.press_key(self.ui, event):
            return True
        if name == "tab":
            self._step(-1 if getattr(event, "mod", 0) & pygame.KMOD_SHIFT else 1)
            return True
        if getattr(event, "mod", 0) & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            return False
        typing = isinstance(focused, TextField)
        if focused is not None and not typing and name in ("enter", "space"):
            focused.activate(self.ui)
            return True
        if not typing or name in ("enter", "esc"):
            for each in self._walk():
                if name in each.hotkeys():
                    each.activate(self.ui)
                    return True
        if name in ("pageup", "pagedown"):
            return self._page(1 if name == "pagedown" else -1)
        if name in _ARROWS and focused is not None and not typing:
            self._step(_ARROWS[name])
            return True
        return False

    def _step(self, by: int) -> None:
        stops = self.stops()
        if not stops:
            return
        keys = [each.key for each in stops]
        at = keys.index(self.ui.focused) + by if self.ui.focused in keys else (0 if by > 0 else -1)
        self.focus(stops[at % len(stops)])

    def _page(self, by: int) -> bool:
        scrolls = [each for each in self._walk() if isinstance(each, Scroll)]
        for each in reversed(scrolls):
            if each.content > each.rect.h + 1 and each.shift(self.ui, by * each.rect.h * 0.8):
                return True
        return False

    # -- pointer -----------------------------------------------------------------------------

    def pointer_at(self, x: float, y: float) -> None:
        """The pointer stands here: what is under it is hot."""
        under = self.under(x, y)
        hot = under.key if under is not None else ""
        if hot != self.ui.hot:
            self.ui.hot = hot
            self._hot_since = self.app.now_ms
            self.app.repaint()

    def pointer_down(self, x: float, y: float) -> None:
        under = self.under(x, y)
        self._grabbed = under
        if under is not None and under.focusable:
            self.focus(under)
        elif self.ui.focused:
            self.focus(None)
        if under is not None:
            under.pointer_down(self.ui, x, y)

    def pointer_move(self, x: float, y: float) -> None:
        if self._grabbed is not None:
            self._grabbed.pointer_move(self.ui, x, y)

    def pointer_up(self, x: float, y: float) -> bool:
        """True when something was pressed."""
        grabbed, self._grabbed = self._grabbed, None
        if grabbed is None:
            return False
        grabbed.pointer_up(self.ui, x, y)
        return True

    def wheel(self, x: float, y: float, by: float) -> None:
        """Scroll the innermost window under the pointer that can still move."""
        for each in reversed(self._path(x, y)):
            if isinstance(each, Scroll) and each.shift(self.ui, -by * WHEEL):
                self.app.repaint()
                return

    def under(self, x: float, y: float) -> Widget | None:
        """The topmost widget here that takes the pointer."""
        for each in reversed(self._path(x, y)):
            if each.takes_pointer():
                return each
        return None

    # -- painting ------------------------------------------------------------------------------

    def paint(self, p: Painter) -> None:
        if self.root is None:
            return
        self.root.paint(p, self.ui)
        focused = self.focused()
        if focused is not None and self.app.by_keys and not isinstance(focused, TextField):
            with p.clip(self.visible(focused).inflate(10, 10)):
                p.rect(focused.rect.inflate(7, 7), None, 12, FOCUS, 2.5)

    def paint_tip(self, p: Painter) -> None:
        """What is said beside the widget under the pointer, or beside the focused one."""
        widget = self.find(self.ui.hot) if self.ui.hot else None
        if widget is not None and self.app.now_ms - self._hot_since < TIP_AFTER_MS:
            if widget.tip():
                self.app.moving()
            widget = None
        if widget is None and self.app.by_keys:
            widget = self.focused()
        if widget is None or not widget.tip():
            return
        ui = self.ui
        lines = ui.type.wrapped(widget.tip(), SMALL, min(300.0, ui.width - 60))
        w = max(ui.text_width(line, SMALL) for line in lines) + 20
        h = len(lines) * SMALL.line + 12
        x = min(max(8.0, widget.rect.centerx - w / 2), ui.width - w - 8)
        y = widget.rect.y - h - 8
        if y < 4:
            y = min(widget.rect.bottom + 8, ui.height - h - 4)
        p.rect(Rect(x, y, w, h), INK, 8)
        for number, line in enumerate(lines):
            p.text(line, x + 10, y + 6 + number * SMALL.line, SMALL, WHITE)

    def rect_of(self, key: str) -> Rect | None:
        """The box of the widget of that key, None when there is none."""
        found = self.find(key)
        return None if found is None else found.rect

    def seen_of(self, key: str) -> Rect | None:
        """The part of the box of the widget of that key that can be seen; None for none."""
        found = self.find(key)
        if found is None:
            return None
        seen = found.rect.clip(self.visible(found))
        return seen if seen.w > 0 and seen.h > 0 else None

    # -- the tree --------------------------------------------------------------------------------

    def find(self, key: str) -> Widget | None:
        """The widget of that key, None when there is none."""
        return next((each for each in self._walk() if each.key == key), None)

    def visible(self, widget: Widget) -> Rect:
        """The part of the window in which a widget shows: what scrolls around it cuts it off."""
        box = Rect(0, 0, self.ui.width, self.ui.height)
        for each in self._around(widget):
            window = each.window()
            if window is not None:
                box = box.clip(window.inflate(14, 4))
        return box

    def reveal(self, widget: Widget) -> None:
        """Scroll it into view."""
        for each in reversed(self._around(widget)):
            if isinstance(each, Scroll):
                each.reveal(self.ui, widget.rect)

    def _walk(self) -> list[Widget]:
        return [] if self.root is None else list(self.root.walk())

    def _path(self, x: float, y: float) -> list[Widget]:
        """All widgets at a point, in the order of painting."""
        out: list[Widget] = []

        def visit(widget: Widget) -> None:
            window = widget.window()
            if window is not None and not window.collidepoint(x, y):
                return
            if widget.rect.collidepoint(x, y):
                out.append(widget)
            for child in widget.children():
                visit(child)

        if self.root is not None:
            visit(self.root)
        return out

    def _around(self, widget: Widget) -> list[Widget]:
        """The widgets that hold it, outermost first."""

        def path(at: Widget, above: list[Widget]) -> list[Widget] | None:
            if at is widget:
                return above
            for child in at.children():
                found = path(child, [*above, at])
                if found is not None:
                    return found
            return None

        return [] if self.root is None else path(self.root, []) or []

    def _reveal_focus(self) -> None:
        focused = self.focused()
        if focused is not None and self.app.by_keys:
            self.reveal(focused)
