"""What the player does at the table: choosing, turning, wording, saying.

Each action changes the draft or sends a move; what may be said is decided by the engine
and read in `table_sight` and `table_choosing`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.engine import moves as m
from negosim.gui.playing import Playing
from negosim.gui.scenes.table_choosing import TableChoosing
from negosim.gui.scenes.table_dialogs import end_dialog, menu_dialog
from negosim.gui.scenes.table_draft import NOTES, TALK
from negosim.present.answering import open_question
from negosim.present.choices import Choice
from negosim.present.composing import cycle, edited, worded
from negosim.present.notes import own_note
from negosim.present.verbs import STEP_OUT, WRITE
from negosim.present.writing import nothing_missing

if TYPE_CHECKING:
    from negosim.gui.app import App

FORM, WORDS, NOWHERE = "form", "words", "nowhere"
"""Where the focus goes next: by key into the form or into the words of the sentence; after a
press of the mouse nowhere, so that Space says what is composed."""


class TableDesk(TableChoosing):
    """The player's place at the table. `narrow`: the right column is a drawer, opened by
    `open_drawer`; `taught`: a lesson goes along. All are set by the scene."""

    def __init__(self, app: App, playing: Playing) -> None:
        super().__init__(app, playing)
        self.narrow = False
        self.taught = False
        self.open_drawer: Callable[[], None] = app.refresh
        self.focus_next = ""
        self.form_wanted = False

    # -- choosing ------------------------------------------------------------

    def choose_verb(self, verb: str) -> None:
        """Open a verb's form; by key the focus goes into it. With nothing left to write down
        the contract opens over it."""
        self.draft.verb = verb
        self.draft.group = ""
        self.draft.beside = open_question(self.view) if verb in (WRITE, STEP_OUT) else None
        self._pick("")
        if verb == "write" and self.may_move and nothing_missing(self.view):
            self.playing.show_contract(True)
            return
        self.form_wanted = True
        self.focus_next = FORM if self.app.by_keys else NOWHERE

    def choose_group(self, group: str) -> None:
        self.draft.group = group
        self._pick("")

    def pick(self, id: str) -> None:
        """Choose what to say; by key, what is chosen already is said."""
        if id == "draw":
            self.playing.show_contract(True)
            return
        picked = self.picked
        chosen = picked is not None and picked.id == id and self.draft.loose is None
        if self.app.by_keys and chosen:
            self.say()
            return
        self._pick(id)

    def pick_loose(self, choice: Choice) -> None:
        """Choose something that lies elsewhere; by key, once more says it."""
        if self.app.by_keys and self.draft.loose == choice:
            self.say()
            return
        self._pick("")
        self.draft.loose = choice

    def put_back(self) -> None:
        """Nothing from elsewhere is picked any more, and no words are being edited."""
        self._pick(self.draft.picked)

    def mark(self, number: int) -> None:
        """Mark an issue, or no longer; the forms of the verbs follow from what is marked."""
        marked = self.draft.marked
        self.draft.marked = (
            tuple(each for each in marked if each != number)
            if number in marked
            else (*marked, number)
        )
        self._pick("")

    def _pick(self, id: str) -> None:
        self.draft.picked = id
        self.draft.loose = None
        self._unsaid()

    def _unsaid(self) -> None:
        """The sentence is another one now."""
        self.draft.own = None
        self.draft.editing = False
        self.draft.warning = ""
        self.app.refresh()

    def turn(self, what: Callable[[], None]) -> None:
        """Change what is on the steppers, and keep it."""
        what()
        match self.steppers:
            case "offer":
                self.draft.offer = self.builder.memory
            case "demand":
                self.draft.demand = self.demand.memory
            case "limit":
                self.draft.limit = self.last_word.memory
            case "line":
                self.draft.line = self.line.memory
                self.draft.line_benefits = self.line.benefits
        self.draft.loose = None
        self._unsaid()

    # -- wording ---------------------------------------------------------------------------

    def edit(self, place: int, text: str) -> None:
        """A stretch of free words was typed over."""
        choice = self.picked
        if choice is not None and choice.move is not None:
            self.draft.own = edited(self.sentence(choice.move), place, text)
            self.app.refresh()

    def open_editor(self, opened: bool) -> None:
        self.draft.editing = opened
        if opened and self.app.by_keys:
            self.focus_next = WORDS
        self.app.refresh()

    def next_tone(self) -> None:
        self.draft.tone = cycle(self.draft.tone)
        self.draft.own = None
        if not self.app.by_keys:
            self.focus_next = NOWHERE
        self.app.refresh()

    # -- saying it -----------------------------------------------------------------------

    def say(self) -> None:
        """Send what is composed. The coach's one sentence comes before; then once more sends."""
        choice = self.picked
        if choice is None or choice.move is None or choice.why_not:
            why = choice.why_not if choice is not None and choice.why_not else ""
            self.app.sound("refuse")
            self.app.toast(why or self.text("compose.nothing"))
            return
        warning = self.playing.warning(choice.move)
        if warning and self.draft.warned != choice.move:
            self.draft.warned, self.draft.warning = choice.move, warning
            self.app.refresh()
            return
        if self.playing.send(worded(choice.move, self.sentence(choice.move))):
            self._said(choice.move)

    def do(self, move: m.Move) -> None:
        """A gesture at once, such as confirming a line; the composer is left as it is."""
        self.playing.send(move)

    def later(self) -> None:
        """Let what waits for us wait."""
        self.playing.let_pass()

    def _said(self, move: m.Move) -> None:
        draft = self.draft
        if isinstance(move, m.Offer):
            draft.offer = None
        if isinstance(move, m.Answer):
            draft.demand = None
        if isinstance(move, m.Argue):
            draft.limit = None
        if isinstance(move, m.Propose):
            draft.line, draft.line_benefits = None, ()
        if not isinstance(move, m.Ask):
            draft.marked = ()
        draft.verb = draft.group = ""
        draft.beside = None
        draft.warned = None
        self._kept = None
        self._pick("")

    # -- notes ---------------------------------------------------------------------------

    def write_note(self, text: str) -> None:
        self.draft.note = text
        self.app.refresh()

    def add_note(self) -> None:
        """Keep the line of one's own that was typed."""
        if not self.draft.note.strip():
            return
        move = own_note(self.view, self.draft.note, self.lang).move
        if move is not None and self.playing.send(move, quiet=True):
            self.draft.note = ""

    def ask_note(self, question: Choice) -> None:
        """Put the question that a note turns into before the player."""
        if self.app.has_dialog:
            self.app.close()
        self.pick_loose(question)

    # -- what is shown -------------------------------------------------------------------

    def show_page(self, page: str) -> None:
        self.draft.page = page
        self.app.refresh()

    def toggle_notes(self) -> None:
        """The notebook in place of the transcript; in a narrow window its drawer."""
        if self.narrow:
            self.show_drawer(NOTES)
            return
        self.show_page(TALK if self.draft.page == NOTES else NOTES)

    def show_drawer(self, page: str) -> None:
        """Open the right column over a narrow window; in a wide one it is there."""
        self.show_page(page)
        if self.narrow and not self.app.has_dialog:
            self.open_drawer()

    def toggle_hint(self) -> None:
        self.draft.hinted = not self.draft.hinted
        self.app.refresh()

    def toggle_points(self) -> None:
        self.draft.points = not self.draft.points
        self.app.refresh()

    def open_menu(self) -> None:
        self.app.open(lambda ui: menu_dialog(ui, self))

    def open_end_of_talks(self) -> None:
        self.app.open(lambda ui: end_dialog(ui, self))
