"""Away from the table: the director, the news, an insider's card, or the wait for the others.

The scene holds what is drafted during a break and does what is pressed; `away_page` lays
it out, sentences come from `present`. Source: exercise.md R35-R38.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine import moves as m
from negosim.engine.readiness import my_seat
from negosim.engine.state import SeatView
from negosim.engine.words import ClockKind, Role
from negosim.gui.scene import Scene
from negosim.gui.scenes.away_page import away_page
from negosim.gui.scenes.question import question
from negosim.gui.widgets import Button, Column, Kind, Widget
from negosim.language.catalogue import catalogue
from negosim.present.away import (
    BreakPage,
    Tab,
    break_page,
    decision_maker,
    executives_in,
    is_alone,
)
from negosim.present.choices import silent
from negosim.present.director import Request
from negosim.present.director_voice import Mood
from negosim.present.preparation import Draft
from negosim.present.stepping_out import end_talks

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

LAST_MOMENT_MS = 1_500
"""Under the wall clock a break ends by itself: what is planned is kept this long before."""


class AwayScene(Scene):
    """One scene for every break of a match; each break begins with an empty request."""

    name = "away"

    def __init__(self, app: App, playing: Playing) -> None:
        super().__init__(app)
        self.playing = playing
        self.tab = Tab.MAIN
        self.request = Request(len(playing.brief.issues))
        self.draft = Draft(playing.view)
        self.issue = next(iter(self.draft.numeric()), 0)
        self.note = ""
        self._break: tuple[int, ...] = ()
        self._second = -1

    @property
    def view(self) -> SeatView:
        return self.playing.view

    # -- life ------------------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        if self.view.common.recess is None:
            # The break has just ended; another scene is about to be shown.
            return Column()
        return away_page(ui, self, self.page(ui.lang))

    def page(self, lang: str) -> BreakPage:
        """What there is to say of the running break, as of now."""
        heard, elapsed = self.playing.heard, self.playing.elapsed_ms()
        return break_page(self.view, heard, lang, elapsed_ms=elapsed)

    def entered(self) -> None:
        """A new break starts anew; coming back from the settings does not."""
        this = tuple(len(position.breaks) for position in self.view.common.positions)
        if this != self._break:
            self._break = this
            self.tab = Tab.MAIN
            self.request = Request(len(self.view.brief.issues))
            self.draft = Draft(self.view)

    def closing(self) -> None:
        self.keep_plan()
        self.keep_note()

    def tick(self, now_ms: int) -> None:
        common = self.view.common
        if common.recess is not None and common.setup.clock is ClockKind.WALL:
            elapsed = self.playing.elapsed_ms()
            if common.recess.ends_ms - elapsed < LAST_MOMENT_MS:
                self.keep_plan()
            if elapsed // 1000 != self._second:
                self._second = elapsed // 1000
                self.app.refresh()
        self.playing.tick(now_ms)

    def leave(self) -> None:
        """Esc leaves the game, which is kept; to go back to the table is a move."""
        self.keep_plan()
        self.playing.leave()

    # -- the director ------------------------------------------------------------------------

    def reach(self, number: int, *, upward: bool) -> None:
        """One stop further, or less far, on an issue."""
        self.request.step(self.view, number, upward=upward)
        self.app.refresh()

    def ask_for_all(self) -> None:
        self.request.to_limit(self.view)
        self.app.refresh()

    def toggle_return(self, id: str) -> None:
        self.request.toggle(id)
        self.app.refresh()

    def say_return(self, text: str) -> None:
        self.request.word(text)
        self.app.refresh()

    def ask(self) -> None:
        """Send the request. Alone the director wants to know what comes back first (R9)."""
        move = self.request.move(self.view, self.app.lang)
        if move is None:
            self.app.toast(catalogue("away", self.app.lang).text("ask.nothing"))
        elif not move.exchange and is_alone(self.view):
            self.request.refused()
            self.app.sound("refuse")
        elif self.playing.send(move, quiet=True):
            self.request.granted()
            self.app.sound("chime")
        self.app.refresh()

    def voice(self, lang: str) -> str:
        """What the director says now."""
        if executives_in(self.view) and self.request.mood(self.view, lang) is Mood.FULL:
            return catalogue("away", lang).text("executives.in")
        heard = self.playing.heard
        return self.request.voice(self.view, heard, lang, alone=is_alone(self.view))

    def is_asking(self, page: BreakPage) -> bool:
        """Whether a request to the director is made up and on the screen, not yet sent."""
        shown = page.stance.meets_director and self.shown_tab(page) is Tab.MAIN
        ready = self.request.move(self.view, self.app.lang) is not None
        return shown and ready and not self.hat_to_take()

    def hat_to_take(self) -> str:
        """The own seat whose hat is wanted and is not on; empty when it is on."""
        return "" if my_seat(self.view).has(Role.DECISION_MAKER) else decision_maker(self.view)

    def take_hat(self) -> None:
        hat = self.hat_to_take()
        if hat:
            self.playing.take(hat)

    # -- the concession sheet (`sheet_desk.SheetDesk`) ------------------------------------------

    def turn_to_issue(self, issue: int) -> None:
        self.keep_plan()
        self.issue = issue
        self.app.refresh()

    def changed(self) -> None:
        self.app.refresh()

    def keep_silently(self) -> None:
        self.keep_plan()

    def keep_plan(self) -> None:
        """Send what has been changed on the concession sheets, while one is outside."""
        recess = self.view.common.recess
        if recess is None or recess.out is not self.view.brief.side:
            return
        for move in self.draft.pending(self.view):
            if isinstance(move, m.PlanSteps):
                self.playing.send(move, quiet=True)

    # -- pages, notes, the way back ---------------------------------------------------------------

    def tabs(self, page: BreakPage) -> tuple[Tab, ...]:
        """The pages there are: none but the first while the other side is out."""
        if not page.stance.is_out:
            return (Tab.MAIN,)
        return tuple(Tab) if page.stance.meets_director else (Tab.MAIN, Tab.PLAN)

    def shown_tab(self, page: BreakPage) -> Tab:
        """The page that is open."""
        return self.tab if self.tab in self.tabs(page) else Tab.MAIN

    def show(self, tab: Tab) -> None:
        self.keep_plan()
        self.tab = tab
        self.app.refresh()

    def write_note(self, text: str) -> None:
        self.note = text
        self.app.refresh()

    def keep_note(self) -> None:
        """A line for the own team."""
        if self.note.strip() and self.playing.send(m.Note(self.note.strip()), quiet=True):
            self.app.sound("write")
            self.note = ""
            self.app.refresh()

    def go_back(self) -> None:
        """Back to the table, with whatever was planned."""
        self.keep_plan()
        self.playing.send(m.Return())

    def open_executives(self) -> None:
        """What they bring, on both sides, before they are brought in (R38)."""

        def call() -> None:
            self.app.close()
            if self.playing.send(m.CallExecutives(), quiet=True):
                self.app.sound("chime")

        def build(ui: Ui) -> Widget:
            words = ui.words("away")
            return question(
                ui,
                words.text("executives.title"),
                (words.text("executives.what"), words.text("executives.more")),
                Button(words.text("executives.yes"), call, key="yes", kind=Kind.FILLED),
                Button(words.text("executives.no"), self.app.close, key="no"),
            )

        self.app.open(build)

    def open_end(self) -> None:
        """The second step: what no deal is worth stands beside the button (look.md)."""

        def go() -> None:
            self.app.close()
            self.playing.send(m.WalkOut())

        def build(ui: Ui) -> Widget:
            end = end_talks(self.view, ui.lang)
            return question(
                ui,
                end.title,
                (end.text,) if silent(self.view) else (end.text, end.worth),
                Button(end.stay, self.app.close, key="stay", kind=Kind.FILLED),
                Button(end.go, go, key="walk-out", kind=Kind.CINNABAR, why_not=end.why_not),
            )

        self.app.open(build)
