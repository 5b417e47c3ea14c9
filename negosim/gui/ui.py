"""What a tree of widgets is built and painted with: sizes, words, and what is kept between trees.

Focus, scroll, carets and motion live here by widget key; nothing here is painted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import NARROW, SHORT, Style
from negosim.gui.typesetter import Typesetter
from negosim.gui.widgets.text_field import Editing
from negosim.language.catalogue import Catalogue, catalogue

if TYPE_CHECKING:
    from negosim.gui.app import App

EASE_MS = 200


class Ui:
    """One layer's: the scene's, or a dialog's above it. `width`, `height` in logical units."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.width = 0.0
        self.height = 0.0
        self.focused = ""
        self.hot = ""
        self._scrolls: dict[str, tuple[float, bool]] = {}
        self._editing: dict[str, Editing] = {}
        self._motions: dict[str, tuple[float, float, int]] = {}

    # -- surroundings --------------------------------------------------------------------

    @property
    def type(self) -> Typesetter:
        return self.app.typesetter

    @property
    def lang(self) -> str:
        return self.app.lang

    @property
    def now_ms(self) -> int:
        return self.app.now_ms

    @property
    def calm(self) -> bool:
        """Whether motion is to be left out."""
        return bool(self.app.settings.calm)

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    @property
    def short(self) -> bool:
        return self.height < SHORT

    def words(self, name: str) -> Catalogue:
        """A message catalogue in the language of the moment."""
        return catalogue(name, self.lang)

    def text_width(self, text: str, style: Style) -> float:
        return self.type.width(text, style)

    # -- kept by key -----------------------------------------------------------------------

    def scroll_offset(self, key: str) -> float | None:
        found = self._scrolls.get(key)
        return None if found is None else found[0]

    def was_at_end(self, key: str) -> bool:
        return self._scrolls.get(key, (0.0, True))[1]

    def keep_scroll(self, key: str, offset: float, at_end: bool) -> None:
        self._scrolls[key] = (offset, at_end)

    def editing(self, key: str, length: int) -> Editing:
        """The caret of a text field; a new one stands at the end of its `length` characters."""
        found = self._editing.get(key)
        if found is None:
            found = self._editing[key] = Editing(length, length)
        return found

    def eased(self, key: str, target: float, ms: int = EASE_MS) -> float:
        """A value on its way to `target`, slowing down as it nears; at once where calm."""
        now = self.now_ms
        start, goal, since = self._motions.get(key, (target, target, now - ms))
        if goal != target:
            start, goal, since = self._at(start, goal, since, ms), target, now
        self._motions[key] = (start, goal, since)
        if self.calm:
            return target
        if start != goal and now - since < ms:
            self.app.moving()
        return self._at(start, goal, since, ms)

    def risen(self, key: str, ms: int = EASE_MS) -> float:
        """0 when first asked for, 1 after `ms`: for things that appear. 1 at once where calm."""
        since = self._motions.setdefault(key, (0.0, 1.0, self.now_ms))[2]
        if self.calm:
            return 1.0
        if self.now_ms - since < ms:
            self.app.moving()
        return self._at(0.0, 1.0, since, ms)

    def _at(self, start: float, goal: float, since: int, ms: int) -> float:
        share = min(1.0, max(0.0, (self.now_ms - since) / ms))
        eased = 1 - (1 - share) ** 3
        return start + (goal - start) * eased
