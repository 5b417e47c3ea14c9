"""What every widget is: a box that says how large it would be, takes its place, and paints.

A tree of widgets is built anew for every change and thrown away; what has to outlive it
(focus, scroll, caret) is kept by key in the `Ui`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from negosim.gui.painter import Painter, Rect

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

Size = tuple[float, float]
ENDLESS = 100_000.0
"""A width that nothing fills: asks a widget for its size without wrapping."""


class Widget:
    """`grow`: its share of spare room along its parent's axis; `width`, `height`: fixed size."""

    focusable = False
    scrolls = False
    """Whether it shows what is higher than itself: then it may become low, and as high as its row."""

    def __init__(
        self,
        *,
        key: str = "",
        grow: float = 0.0,
        width: float | None = None,
        height: float | None = None,
    ) -> None:
        self.key = key
        self.grow = grow
        self.fixed_width = width
        self.fixed_height = height
        self.rect = Rect(0, 0, 0, 0)
        self._wanted: dict[float, Size] = {}
        self._least: float | None = None

    # -- sizes -------------------------------------------------------------------------

    def wanted(self, ui: Ui, width: float) -> Size:
        """The size it would take in `width` logical units; computed once a width."""
        key = round(width, 2)
        found = self._wanted.get(key)
        if found is None:
            inner = width if self.fixed_width is None else self.fixed_width
            w, h = self.natural(ui, inner)
            found = (
                w if self.fixed_width is None else self.fixed_width,
                h if self.fixed_height is None else self.fixed_height,
            )
            self._wanted[key] = found
        return found

    def least(self, ui: Ui) -> float:
        """The smallest width at which nothing in it is cut."""
        if self._least is None:
            self._least = self.narrowest(ui) if self.fixed_width is None else self.fixed_width
        return self._least

    def natural(self, ui: Ui, width: float) -> Size:
        """The size without fixed measures; a widget of its own kind says its own."""
        return (0.0, 0.0)

    def narrowest(self, ui: Ui) -> float:
        return self.natural(ui, ENDLESS)[0]

    def lowest(self, ui: Ui, width: float) -> float:
        """How low it may become: a scrolled window shrinks, what stands around it does not."""
        return self.flattest(ui, width) if self.fixed_height is None else self.fixed_height

    def flattest(self, ui: Ui, width: float) -> float:
        """The same without a fixed height."""
        # A drawing that grows takes what there is; what holds words keeps the room for them.
        return 0.0 if self.grow and not self.children() else self.wanted(ui, width)[1]

    # -- place and paint ---------------------------------------------------------------

    def place(self, ui: Ui, rect: Rect) -> None:
        """Take this box; containers place their children in it."""
        self.rect = rect

    def paint(self, p: Painter, ui: Ui) -> None:
        """Paint oneself and one's children."""
        for child in self.children():
            if p.sees(child.rect):
                child.paint(p, ui)

    def children(self) -> tuple[Widget, ...]:
        return ()

    def window(self) -> Rect | None:
        """Where children are visible, for widgets that clip them; None: everywhere."""
        return None

    def walk(self) -> Iterator[Widget]:
        """Itself and all below it, in the order of painting."""
        yield self
        for child in self.children():
            yield from child.walk()

    # -- input -------------------------------------------------------------------------

    def takes_pointer(self) -> bool:
        """Whether a click on its box is for it."""
        return self.focusable

    def activate(self, ui: Ui) -> None:
        """Enter, Space or a click."""

    def pointer_down(self, ui: Ui, x: float, y: float) -> None:
        """The button went down here, in logical units; moves follow until it goes up."""

    def pointer_move(self, ui: Ui, x: float, y: float) -> None:
        """The pointer moved with the button down."""

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        """The button went up; inside the box that is a click."""
        if self.rect.collidepoint(x, y):
            self.activate(ui)

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        """A KEYDOWN while focused; True when it was used."""
        return False

    def hotkeys(self) -> tuple[str, ...]:
        """Names of the keys that activate it from anywhere in its layer."""
        return ()

    def tip(self) -> str:
        """What is said beside it while the pointer rests on it or it has the focus."""
        return ""


def presses(event: pygame.event.Event) -> str:
    """The name of the key of a KEYDOWN: `tab`, `enter`, `left`, `a`, `1`, `key-1073741882`."""
    key: int = event.key
    return KEY_NAMES.get(key) or (chr(key).lower() if 32 < key < 127 else f"key-{key}")


KEY_NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_SPACE: "space",
    pygame.K_ESCAPE: "esc",
    pygame.K_TAB: "tab",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    **{getattr(pygame, f"K_KP{digit}"): str(digit) for digit in range(10)},
}
