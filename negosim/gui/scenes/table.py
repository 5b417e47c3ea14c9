"""The table: where the talks are held. Its parts are in `table_*`; here they are laid out.

Wide: boardroom, tracks and composer on the left, transcript on the right, the verbs along
the foot. Narrow: one column, the transcript as a drawer. Source: look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from negosim.gui.drawings.boardroom import portrait_of
from negosim.gui.scene import Scene
from negosim.gui.scenes.table_bar import bar
from negosim.gui.scenes.table_composer import composer
from negosim.gui.scenes.table_desk import FORM, TALK, WORDS, TableDesk
from negosim.gui.scenes.table_forms import FIRST
from negosim.gui.scenes.table_header import CLOCK_KEY, header
from negosim.gui.scenes.table_offers import offer_strip, paper, reaction_cards
from negosim.gui.scenes.table_room import Boardroom, Bubble, Pill
from negosim.gui.scenes.table_talk import column, drawer
from negosim.gui.scenes.table_tracks import TrackBoard
from negosim.gui.theme import (
    GOLD,
    GOLD_TEXT,
    INK,
    MARGIN,
    NIGHT,
    SMALL,
    THEM_CHIP,
    THEM_TEXT,
    TITLE,
    US,
    US_TEXT,
    VALUE,
    WHITE,
)
from negosim.gui.widgets import Card, Column, Flow, Label, Pad, Row, Scroll, Space, Widget
from negosim.gui.widgets.widget import ENDLESS, presses
from negosim.present.bubbles import Bubble as Said
from negosim.present.bubbles import Voice, last_said
from negosim.present.tracks import legend, tracks

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

GUTTER = 10.0
TALK_SHARE, LEAST_TALK = 0.295, 372.0
ABOVE, ABOVE_SHARE = "above", 0.3
"""In a low window what lies on the table scrolls over the composer, at least this share of it."""
MANY, TALL = 5, 860.0
"""More issues than this want more height than the room leaves them."""
LOWEST = 420.0
"""Below this logical height the composer scrolls with the rest."""
US_PICTURES = ("person-us-1", "person-us-2")


class TableScene(Scene):
    name = "table"

    def __init__(self, app: App, playing: Playing) -> None:
        super().__init__(app)
        self.playing = playing
        self.desk = TableDesk(app, playing)
        self.desk.open_drawer = self._open_drawer
        self._clock = ""

    # -- the scene -----------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        desk = self.desk
        desk.narrow = ui.narrow
        side = 10.0 if ui.narrow else MARGIN
        gap = 8.0 if ui.short else GUTTER
        talk = max(LEAST_TALK, ui.width * TALK_SHARE)
        middle = self._middle(ui, gap)
        body = (
            middle
            if ui.narrow
            else Row(middle, column(ui, desk, talk), gap=GUTTER, align="stretch", grow=1)
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
        return root

    def _middle(self, ui: Ui, gap: float) -> Widget:
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
                self._room(ui, folded=folded),
                offer_strip(ui, desk, self._said) if folded else None,
                self._warning(ui),
                *waiting,
                self._tracks(ui, scrolls=True),
                composer(ui, desk),
                gap=gap,
                grow=1,
            )
        above = Column(
            self._room(ui, folded=True),
            self._warning(ui),
            offer_strip(ui, desk, self._said),
            *waiting,
            self._tracks(ui, scrolls=False),
            gap=gap,
        )
        if ui.height < LOWEST:
            self._show_form(ui)
            whole = Column(above, composer(ui, desk), gap=gap)
            return Scroll(Pad(whole, right=4), key=ABOVE)
        least = ABOVE_SHARE * ui.height
        return Column(
            Scroll(Pad(above, right=4), key=ABOVE, least_height=least),
            composer(ui, desk),
            gap=gap,
            grow=1,
        )

    def _show_form(self, ui: Ui) -> None:
        """Scroll to the form of the verb that was just chosen, at the end of the page."""
        if self.desk.form_wanted:
            ui.keep_scroll(ABOVE, ENDLESS, at_end=True)

    @property
    def _said(self) -> Said | None:
        """What was said last."""
        return last_said(self.desk.bubbles)

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
        """By key the focus goes into the form that was opened."""
        wanted, self.desk.focus_next = self.desk.focus_next, ""
        if wanted == FORM:
            ui.focused = FIRST
        elif wanted == WORDS:
            ui.focused = next(
                (each.key for each in root.walk() if each.key.startswith("words-")), ui.focused
            )

    # -- parts ---------------------------------------------------------------------------

    def _room(self, ui: Ui, *, folded: bool) -> Widget:
        desk = self.desk
        view = desk.view
        head = desk.headline
        said = self._said
        bubble = (
            None
            if said is None
            else Bubble(said.text, ours=said.side is Voice.US, number=said.number)
        )
        posture = desk.goal.posture_word
        party = view.brief.words.parties[view.brief.side].in_(ui.lang)
        ours = " · ".join(text for text in (desk.text("room.us"), party) if text)
        theirs = f"{desk.text('room.them')} · {desk.their_name}"
        turn = [Pill(head.turn, GOLD, INK) if head.mine else Pill(head.turn, NIGHT, WHITE)]
        if head.questions:
            turn.append(Pill(head.questions_text, NIGHT, WHITE))
        mood = Pill(desk.text("room.posture", word=posture), NIGHT, WHITE) if posture else None
        name = Pill(theirs, THEM_CHIP, WHITE, border=WHITE)
        return Boardroom(
            people=(US_PICTURES[view.brief.side], portrait_of(self.playing.sitting.match.bot)),
            plates=(
                (Pill(ours, US, WHITE, border=WHITE),),
                (name,) if mood is None else (name, mood),
            ),
            turn=tuple(turn),
            bubble=bubble,
            paper=None if folded else paper(ui, desk, said),
            folded=folded,
            grow=0.0 if folded else 0.35,
        )

    def _warning(self, ui: Ui) -> Widget | None:
        """What must not be forgotten: large in the last minutes, else a quiet line."""
        head = self.desk.headline
        if head.warning:
            return Label(head.warning, style=VALUE, colour=THEM_TEXT, align="center")
        return None

    def _tracks(self, ui: Ui, *, scrolls: bool) -> Widget:
        desk = self.desk
        package = desk.drafted
        shown = tracks(
            desk.view,
            ui.lang,
            own_marks=not desk.draft.hidden,
            draft=() if package is None or desk.draft.hidden else package.terms,
        )
        board = TrackBoard(
            shown,
            marked=desk.draft.marked,
            on_mark=desk.mark,
        )
        return Card(
            self._legend(ui),
            Scroll(board, key="tracks-scroll", least_height=64) if scrolls else board,
            gap=3,
            padding=9,
            grow=1,
        )

    def _legend(self, ui: Ui) -> Widget:
        left, right, ours, theirs = legend(self.desk.view, ui.lang)
        head = self.desk.headline
        notes = [text for text in (head.deadlock, head.expected) if text]
        ends = [
            Label(left, style=SMALL, colour=US_TEXT),
            Label(right, style=SMALL, colour=THEM_TEXT),
        ]
        rest = [
            *(Label(note, style=SMALL, colour=GOLD_TEXT) for note in notes),
            Label(head.unwritten, style=SMALL, colour=GOLD_TEXT)
            if head.unwritten and not head.warning
            else None,
            Label(f"● {ours}", style=SMALL, colour=US_TEXT),
            Label(f"■ {theirs}", style=SMALL, colour=THEM_TEXT),
        ]
        title = Label(self.desk.text("tracks.title"), style=TITLE)
        if ui.narrow:
            return Flow(title, *ends, *rest, gap=14, line_gap=2)
        return Row(title, Space(24), ends[0], Space(grow=1), ends[1], Space(10), *rest, gap=12)
