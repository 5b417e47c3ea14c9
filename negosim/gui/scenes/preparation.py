"""Before the talks: the sheets of the preparation, then both sides meet.

One scene for both phases. It holds the draft and which sheet is open, sends what the
player has changed when a sheet is left, and lays out; the sheets themselves are in the
files beside it. Source: exercise.md R8-R10, look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.moves import Introduce, Move
from negosim.engine.phases import RULES
from negosim.engine.state import SeatView
from negosim.engine.words import Phase
from negosim.gui.scene import Scene
from negosim.gui.scenes.explaining import show_rules
from negosim.gui.scenes.lesson_card import Guide
from negosim.gui.scenes.masthead import (
    language_button,
    leave_button,
    masthead,
    privacy_button,
    settings_button,
)
from negosim.gui.scenes.notices import covered, notice
from negosim.gui.scenes.preparation_frame import sheets
from negosim.gui.scenes.preparation_marks import authority_page, framework_page
from negosim.gui.scenes.preparation_meeting import meeting_page
from negosim.gui.scenes.preparation_methods import methods_page
from negosim.gui.scenes.preparation_people import people_page
from negosim.gui.scenes.preparation_reading import reading_page
from negosim.gui.scenes.preparation_steps import steps_page
from negosim.gui.theme import MARGIN
from negosim.gui.widgets import (
    Column,
    Pad,
    Widget,
)
from negosim.present.lesson_sight import Hand
from negosim.present.preparation import Draft, Sheet
from negosim.present.preparation_brief import seat_line

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

LIST_WIDTH = 232.0
_PAGES = {
    Sheet.BRIEF: reading_page,
    Sheet.PEOPLE: people_page,
    Sheet.FRAMEWORK: framework_page,
    Sheet.AUTHORITY: authority_page,
    Sheet.STEPS: steps_page,
    Sheet.METHODS: methods_page,
}
_TOPICS = {
    Sheet.BRIEF: ("R1", "R8", "R43"),
    Sheet.PEOPLE: ("R9", "R11", "R12", "R13", "R14"),
    Sheet.FRAMEWORK: ("R3", "R4", "R5", "R6", "R7"),
    Sheet.AUTHORITY: ("R24", "R36"),
    Sheet.STEPS: ("R26", "R29", "R28", "R25", "R23"),
    Sheet.METHODS: ("R32", "R31", "R22"),
}
"""The rules that each sheet is about."""
_MEETING = ("R10", "R18", "R20", "R15")


class Preparation(Scene):
    """The scene of the phases before the talks."""

    name = "preparation"

    def __init__(self, app: App, playing: Playing) -> None:
        super().__init__(app)
        self.playing = playing
        self.draft = Draft(playing.view)
        self.sheet = Sheet.BRIEF
        self.issue = next(iter(self.draft.numeric()), 0)
        self.draft.seen.add(self.sheet)

    @property
    def view(self) -> SeatView:
        return self.playing.view

    # -- what the player does ------------------------------------------------------------

    def turn_to(self, sheet: Sheet) -> None:
        """Open a sheet; what was changed on the one before is sent."""
        self.keep()
        self.sheet = sheet
        self.draft.seen.add(sheet)
        self.app.refresh()

    def turn_to_issue(self, issue: int) -> None:
        """Open the concession sheet of an issue."""
        self.keep()
        self.issue = issue
        self.app.refresh()

    def changed(self) -> None:
        """The draft is another one now."""
        self.app.refresh()

    def keep(self) -> bool:
        """Send what has been changed and not sent; False when something was refused."""
        if not self.is_preparing:
            return True
        return self._send(self.draft.pending(self.view))

    def keep_silently(self) -> None:
        """Enter in a text field: what was typed is kept, and nothing else happens."""
        self.keep()

    def lock_order(self) -> None:
        """The team's priorities stand from now on."""
        self._send(self.draft.lock_order(self.view))
        self.app.refresh()

    def start(self) -> None:
        """Hand in everything; the introduction follows when the other side is ready too."""
        self._send(self.draft.closing(self.view))

    def introduce(self) -> None:
        """Our side is introduced; the talks begin when the other side is, too."""
        self._send((Introduce(),))

    def leave(self) -> None:
        """Esc: nothing that was changed is lost."""
        self.keep()
        self.playing.leave()

    def closing(self) -> None:
        self.keep()

    def tick(self, now_ms: int) -> None:
        self.playing.tick(now_ms)

    @property
    def is_preparing(self) -> bool:
        """Whether sheets may still be changed."""
        common = self.view.common
        return common.phase is Phase.PREPARATION and not common.ready[self.playing.side]

    def _send(self, moves: tuple[Move, ...]) -> bool:
        """Make the moves in order, each with a hat that may; stops at one that is refused."""
        sitting = self.playing.sitting
        for move in moves:
            seat = sitting.seat
            if RULES[type(move)].director:
                sitting.take(self.draft.director(self.view))
            sent = self.playing.send(move, quiet=True)
            sitting.take(seat)
            if not sent:
                return False
        return True

    # -- what is shown -------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        if self.playing.hidden:
            body: Widget = covered(ui)
        elif self.view.common.phase is Phase.PREPARATION:
            if self.is_preparing:
                body = sheets(ui, self, _PAGES[self.sheet](ui, self))
            else:
                body = notice(ui, "clock", ui.words("preparation").text("scene.waiting"))
        else:
            body = meeting_page(ui, self)
        guide = Guide(ui, self.playing, Hand(scene=self.name))
        strip = guide.strip()
        if strip is not None:
            strip = Pad(strip, left=MARGIN, right=MARGIN, top=6 if ui.short else 12)
        return guide.over(Column(self._head(ui), strip, body, gap=0))

    def _head(self, ui: Ui) -> Widget:
        return masthead(
            ui,
            self.view.brief.words.title.in_(ui.lang),
            seat_line(self.view, ui.lang),
            privacy_button(ui, self.playing),
            language_button(ui),
            settings_button(ui),
            leave_button(ui, self.leave),
        )

    def explain(self) -> None:
        """Open what the rules say about what is shown."""
        if self.view.common.phase is Phase.PREPARATION:
            topics = _TOPICS[self.sheet]
        else:
            topics = _MEETING
        show_rules(self.app, topics)
