"""The table: where the talks are held. Its parts are in `table_*`; here they are laid out.

Wide: boardroom, tracks and composer on the left, transcript on the right, the verbs along
the foot. Narrow: one column, the transcript as a drawer. Source: look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from negosim.gui.scene import Scene
from negosim.gui.scenes.lesson_card import Guide, lesson
from negosim.gui.scenes.table_bar import bar
from negosim.gui.scenes.table_chips import FIRST
from negosim.gui.scenes.table_composer import composer
from negosim.gui.scenes.table_desk import FORM, NOWHERE, WORDS, TableDesk
from negosim.gui.scenes.table_draft import TALK
from negosim.gui.scenes.table_header import CLOCK_KEY, header
from negosim.gui.scenes.table_papers import offer_strip, reaction_cards
from negosim.gui.scenes.table_scenery import issue_card, room, warning
from negosim.gui.scenes.table_talk import column, drawer
from negosim.gui.theme import (
    MARGIN,
)
from negosim.gui.widgets import Column, Pad, Row, Scroll, Widget
from negosim.gui.widgets.widget import ENDLESS, presses
from negosim.present.lesson_sight import TURNED, Hand

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

GUTTER = 10.0
TALK_SHARE, LEAST_TALK = 0.295, 372.0
ABOVE, ABOVE_SHARE = "above", 0.36
"""In a low window what lies on the table scrolls over the composer, at least this share of it."""
ABOVE_BESIDE_LESSON = 0.2
"""The same while a lesson's strip stands above."""
MANY, TALL = 5, 860.0
"""More issues than this want more height than the room leaves them."""
LOWEST = 420.0
"""Below this logical height the composer scrolls with the rest."""


class TableScene(Scene):
    name = "table"

    def __init__(self, app: App, playing: Playing) -> None:
        super().__init__(app)
        self.playing = playing
        self.desk = TableDesk(app, playing)
        self.desk.open_drawer = self._open_drawer
        self._clock = ""
        self._heard = 0

    # -- the scene -----------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        desk = self.desk
        desk.narrow = ui.narrow
        side = 10.0 if ui.narrow else MARGIN
        gap = 8.0 if ui.short else GUTTER
        talk = max(LEAST_TALK, ui.width * TALK_SHARE)
        guide = self._guide(ui)
        desk.taught = guide.step is not None
        middle = self._middle(ui, gap, guide.strip() if ui.narrow else None)
        body = (
            middle
            if ui.narrow
            else Row(
                middle,
                column(ui, desk, talk, guide.card()),
                gap=GUTTER,
                align="stretch",
                grow=1,
            )
        )
        root = Column(
            header(ui, desk),
            Pad(
                Column(body, bar(ui, desk), gap=gap, grow=1),
                left=side,
                right=side,
                top=gap,
                bottom=gap,
                grow=1,
            ),
            gap=0,
        )
        self._move_focus(ui, root)
        desk.form_wanted = False
        return guide.over(root)

    def _guide(self, ui: Ui) -> Guide:
        """The lesson of a first game, as it goes along with what is composed."""
        desk = self.desk
        teacher = lesson(self.playing)
        if teacher is not None and desk.draft.offer is not None:
            teacher.mark(TURNED)
        picked = desk.picked if desk.may_move else None
        hand = Hand(desk.verb, None if picked is None else picked.move)
        return Guide(ui, self.playing, hand)

    def _middle(self, ui: Ui, gap: float, strip: Widget | None) -> Widget:
        """Boardroom, what waits for us, tracks, composer, one below the other.

        In a low window all but the composer scrolls, so that saying it is always in reach.
        """
        desk = self.desk
        waiting = reaction_cards(ui, desk)
        if not ui.short:
            # The room makes way for many issues, and for more than one thing on the table.
            many = len(desk.view.brief.issues) > MANY and ui.height < TALL
            folded = many or len(waiting) + (desk.their_offer is not None) > 1
            return Column(
                strip,
                room(ui, desk, folded=folded),
                offer_strip(ui, desk) if folded else None,
                warning(desk),
                *waiting,
                issue_card(ui, desk, scrolls=True),
                composer(ui, desk),
                gap=gap,
                grow=1,
            )
        lying = Column(
            room(ui, desk, folded=True),
            warning(desk),
            offer_strip(ui, desk),
            *waiting,
            gap=gap,
        )
        above = Column(lying, issue_card(ui, desk, scrolls=False), gap=gap)
        if ui.height < LOWEST:
            if desk.form_wanted:
                ui.keep_scroll(ABOVE, ENDLESS, at_end=True)
            whole = Column(strip, above, composer(ui, desk), gap=gap)
            return Scroll(Pad(whole, right=4), key=ABOVE)
        self._turn_to(ui, lying, gap)
        share = ABOVE_SHARE if strip is None else ABOVE_BESIDE_LESSON
        return Column(
            strip,
            Scroll(Pad(above, right=4), key=ABOVE, least_height=share * ui.height),
            composer(ui, desk),
            gap=gap,
            grow=1,
        )

    def _turn_to(self, ui: Ui, lying: Widget, gap: float) -> None:
        """Scroll to the tracks when a form opens, and back when something new is said."""
        said = self.desk.said
        number = 0 if said is None else said.number
        if number != self._heard:
            self._heard = number
            ui.keep_scroll(ABOVE, 0.0, at_end=False)
        elif self.desk.form_wanted:
            ui.keep_scroll(ABOVE, lying.wanted(ui, ui.width)[1] + gap, at_end=False)

    def closing(self) -> None:
        self.desk.add_note()

    def tick(self, now_ms: int) -> None:
        self.playing.tick(now_ms)
        shown = self.desk.headline.clock
        if shown != self._clock:
            self._clock = shown
            self.app.touch(CLOCK_KEY)

    def key(self, event: pygame.event.Event) -> bool:
        match presses(event):
            case "enter":
                self.desk.say()
            case "t":
                self.desk.show_drawer(TALK)
            case _:
                return False
        return True

    def leave(self) -> None:
        """Esc: what is picked is put back first, then the menu opens."""
        if self.desk.draft.loose is not None or self.desk.draft.editing:
            self.desk.put_back()
            return
        self.desk.open_menu()

    def _open_drawer(self) -> None:
        self.app.open(lambda ui: drawer(ui, self.desk))

    def _move_focus(self, ui: Ui, root: Widget) -> None:
        """The focus goes where the desk wants it: by key into the form that was opened."""
        wanted, self.desk.focus_next = self.desk.focus_next, ""
        if wanted == FORM:
            ui.focused = FIRST
        elif wanted == NOWHERE:
            ui.focused = ""
        elif wanted == WORDS:
            ui.focused = next(
                (each.key for each in root.walk() if each.key.startswith("words-")), ui.focused
            )
