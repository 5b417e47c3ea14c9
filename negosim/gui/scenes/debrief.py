"""The debrief: first a word and the guesses, then the result, then the tabs behind it.

Holds what is looked at and what was said before the figures; each page is laid out in a
file beside this one, and every figure and sentence comes from `present`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from negosim.engine.issue import Order
from negosim.engine.words import Principle
from negosim.gui.scenes.debrief_before import before_page
from negosim.gui.scenes.debrief_frontier import frontier_page
from negosim.gui.scenes.debrief_grid import grid_page
from negosim.gui.scenes.debrief_principles import principles_page
from negosim.gui.scenes.debrief_questions import questions_page
from negosim.gui.scenes.debrief_result import result_page
from negosim.gui.scenes.debrief_stairs import stairs_page
from negosim.gui.scenes.looking_back import LookingBack
from negosim.gui.scenes.page_head import page_head
from negosim.gui.scenes.replay import ReplayScene
from negosim.gui.starting import play_on
from negosim.gui.theme import GUTTER, MARGIN
from negosim.gui.widgets import (
    Button,
    Column,
    Flow,
    Kind,
    Pad,
    Row,
    Scroll,
    Space,
    Tabs,
    Widget,
)
from negosim.gui.widgets.widget import presses
from negosim.language.catalogue import catalogue
from negosim.present.debrief import title_of
from negosim.present.debrief_before import Guesses, guesses
from negosim.present.finished import Finished, First, finished_match, first_of
from negosim.solo import afterthoughts
from negosim.solo.afterthoughts import Afterthought

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

TABS = ("result", "grid", "stairs", "questions", "principles", "frontier")
_PAGES: dict[str, Callable[[Ui, DebriefScene], Widget]] = {
    "result": result_page,
    "grid": grid_page,
    "stairs": stairs_page,
    "questions": questions_page,
    "principles": principles_page,
    "frontier": frontier_page,
}


class DebriefScene(LookingBack):
    """`seen` is the match, `thought` what was said before its figures; pages read these."""

    name = "debrief"

    def __init__(self, app: App, found: Finished, *, board: Order = ()) -> None:
        """`board`: the guess board as it was left, for a guess that was not locked."""
        super().__init__(app, found)
        self.thought: Afterthought | None = found.thought
        self.guesses: Guesses = guesses(found.seen, board=board)
        self.first: First | None = first_of(found, app.games)
        self.tab = TABS[0]
        self.issue = 0
        self.principle: Principle | None = None
        self.dot: int | None = None

    @classmethod
    def of_playing(cls, app: App, playing: Playing) -> DebriefScene:
        """The debrief of a match that has just ended; its log is let go."""
        playing.close()
        return cls(app, finished_match(playing.sitting.match), board=playing.board.order)

    # -- what is done ----------------------------------------------------------------------

    def lock(self) -> None:
        """The word and the guesses stand; the figures are shown."""
        if not self.guesses.word:
            self.app.toast(self._text("before.no_word"))
            return
        self.thought = self.guesses.kept()
        if self.found.path is not None:
            try:
                afterthoughts.write(self.found.path, self.thought)
            except OSError as error:
                self.app.toast(
                    self._text("page.unkept", why=error.strerror or type(error).__name__)
                )
        self.app.sound("seal")
        self.app.refresh()

    def guess(self, guesses: Guesses) -> None:
        """What stands on the page before the figures."""
        self.guesses = guesses
        self.app.refresh()

    def show(self, tab: str) -> None:
        self.tab = tab
        self.app.refresh()

    def look_at(self, before: int) -> None:
        """Replay, at the moment when so many moves had been made."""
        self.app.push(ReplayScene(self.app, self.found, moves=before))

    def play_from(self, before: int) -> None:
        """A new game that begins as this one did."""
        if self.found.log is None:
            self.app.toast(self._text("page.gone"))
            return
        play_on(self.app, self.found.log, before, self.seen.side)

    def key(self, event: pygame.event.Event) -> bool:
        name = presses(event)
        if self.thought is not None and name in ("1", "2", "3", "4", "5", "6"):
            self.show(TABS[int(name) - 1])
            return True
        return False

    # -- the page --------------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        words = ui.words("debrief_scene")
        title = words.text("page.heading", title=title_of(self.seen, ui.lang))
        head = page_head(self, ui, title)
        if self.thought is None:
            page, foot = before_page(ui, self), self._lock(ui)
            tabs = None
        else:
            page, foot = _PAGES[self.tab](ui, self), self._foot(ui)
            tabs = Tabs(
                [(tab, words.text(f"tab.{tab}")) for tab in TABS], self.tab, self.show, key="tabs"
            )
        scroll = "before" if self.thought is None else self.tab
        return Pad(
            Column(
                head,
                tabs,
                Scroll(Pad(page, left=4, right=4, top=4, bottom=10), key=f"page-{scroll}"),
                foot,
                gap=10,
            ),
            left=MARGIN,
            right=MARGIN,
            top=14,
            bottom=14,
        )

    def _lock(self, ui: Ui) -> Widget:
        words = ui.words("debrief_scene")
        return Row(
            Space(grow=1),
            Button(
                words.text("before.lock"),
                self.lock,
                key="lock",
                kind=Kind.FILLED,
                icon="lock",
                hotkey="enter",
                why_not="" if self.guesses.word else words.text("before.no_word"),
            ),
            Space(grow=1),
        )

    def _foot(self, ui: Ui) -> Widget:
        words = ui.words("debrief_scene")
        gone = "" if self.found.log is not None else words.text("page.gone")
        return Row(
            Button(
                words.text("page.home"), self.app.go_home, key="home", kind=Kind.GHOST, icon="home"
            ),
            Space(grow=1),
            Flow(
                Button(
                    words.text("page.replay"),
                    lambda: self.look_at(0),
                    key="replay",
                    icon="replay",
                    hotkey="r",
                ),
                Button(
                    words.text("page.again"),
                    lambda: self.play_from(0),
                    key="again",
                    kind=Kind.FILLED,
                    icon="play",
                    hotkey="enter",
                    tip=words.text("page.again_note"),
                    why_not=gone,
                ),
                gap=GUTTER,
            ),
            gap=GUTTER,
        )

    def _text(self, key: str, **slots: object) -> str:
        return catalogue("debrief_scene", self.app.lang).text(key, **slots)
