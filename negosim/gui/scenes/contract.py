"""The contract: drawn up, read beside the record, signed or torn, sealed.

The scene holds the draft and does what is pressed; `contract_page` lays it out, words come
from `present.contract`. After the seal `Playing` goes on to the debrief. Source: exercise.md
R32, R39-R41.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine import moves as m
from negosim.engine.clock import cost_ms
from negosim.engine.sides import SIDES
from negosim.engine.state import SeatView
from negosim.engine.words import ClockKind
from negosim.gui.scene import Scene
from negosim.gui.scenes.contract_page import contract_page
from negosim.gui.scenes.guess_cards import guess_cards, send_guess
from negosim.gui.scenes.question import question
from negosim.gui.widgets import Button, Kind, Widget
from negosim.language.catalogue import catalogue
from negosim.language.values import seconds_text
from negosim.present.away import decision_maker
from negosim.present.contract import Stage, guess_reminder, sheet_page, stage_of
from negosim.present.sheet_draft import SheetDraft
from negosim.solo.sitting import Waiting

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui


class ContractScene(Scene):
    """One scene for all sheets of a match; each draft begins with what is agreed."""

    name = "contract"

    def __init__(self, app: App, playing: Playing) -> None:
        super().__init__(app)
        self.playing = playing
        self.draft = SheetDraft(len(playing.brief.issues))
        self.coach = ""
        self.found: set[str] = set()
        """Signatures that were there when the scene was shown: they are not seen being made."""
        self._since: dict[str, int] = {}
        self._heeded: m.Move | None = None
        self._lay_there = False
        self._second = -1

    @property
    def view(self) -> SeatView:
        return self.playing.view

    @property
    def is_draft(self) -> bool:
        """Whether nothing lies on the table yet."""
        return stage_of(self.view) is Stage.DRAFT

    # -- life ------------------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        page = sheet_page(self.view, self.playing.heard, self.draft, ui.lang)
        return contract_page(ui, self, page)

    def entered(self) -> None:
        sheet = self.view.common.record.sheet
        self._lay_there = sheet is not None
        self.coach, self._heeded = "", None
        self.found = set()
        self._since = {}
        if sheet is None:
            self.draft = SheetDraft(len(self.view.brief.issues))
        else:
            self.found = {f"sign-{side.word}" for side in SIDES if sheet.signed[side]}

    def since(self, what: str, now_ms: int) -> int:
        """When something was first seen to happen."""
        return self._since.setdefault(what, now_ms)

    def tick(self, now_ms: int) -> None:
        if self.view.common.setup.clock is ClockKind.WALL:
            second = self.playing.elapsed_ms() // 1000
            if second != self._second:
                self._second = second
                self.app.refresh()
        self.playing.tick(now_ms)
        if self._lay_there and self.is_draft and self.app.scene is self:
            # The other side has torn it up: there is nothing to look at any more.
            self.app.toast(catalogue("contract", self.app.lang).text("tear.theirs"))
            self.playing.show_contract(False)
        self._lay_there = not self.is_draft

    def leave(self) -> None:
        """Esc: back to the talks; the sheet stays where it is."""
        if stage_of(self.view) is not Stage.SEALED:
            self.playing.show_contract(False)

    # -- what is pressed ---------------------------------------------------------------------

    def step(self, number: int, *, upward: bool) -> None:
        self.draft.step(self.view, number, upward=upward)
        self.app.refresh()

    def toggle(self, place: int) -> None:
        self.draft.toggle(self.view, place)
        self.app.refresh()

    def set_free(self) -> None:
        """Let agreed values be changed too, or take them all back to what was agreed."""
        self.draft.free = not self.draft.free
        self.app.refresh()

    def draw(self) -> None:
        """Put the sheet on the table; the coach may say a word first."""
        if self._warned(self.draft.move(self.view)):
            return
        self.playing.send(self.draft.move(self.view))

    def sign(self) -> None:
        """Sign; first the guess, if it is not locked yet (R32)."""
        if guess_reminder(self.view, self.app.lang):
            self.app.open(self._guess_first)
        elif not self._warned(m.Sign()):
            self._sign()

    def open_tear(self) -> None:
        self.app.open(self._tear_question)

    def let_lie(self) -> None:
        """Back to the talks; a chance to sign passes for now."""
        if self.playing.waiting is Waiting.REACT:
            self.playing.let_pass()
        self.playing.show_contract(False)

    def take_pen(self) -> None:
        self.playing.send(m.ClaimPen())

    def take_hat(self) -> None:
        self.playing.take(decision_maker(self.view))

    def _sign(self) -> None:
        if self.playing.send(m.Sign(), quiet=True):
            self.app.sound("sign")

    def _warned(self, move: m.Move) -> bool:
        """Whether the coach has just said something about a move; pressed again it is made."""
        text = "" if move == self._heeded else self.playing.warning(move)
        self.coach, self._heeded = text, move
        self.app.refresh()
        return bool(text)

    # -- dialogs -------------------------------------------------------------------------------

    def _guess_first(self, ui: Ui) -> Widget:
        words = ui.words("contract")

        def go(lock: bool) -> None:
            self.app.close()
            if not lock or send_guess(self.playing):
                self.coach, self._heeded = "", None
                if not self._warned(m.Sign()):
                    self._sign()

        return question(
            ui,
            words.text("guess.title"),
            (guess_reminder(self.view, ui.lang),),
            Button(
                words.text("guess.lock_sign"), lambda: go(True), key="lock-sign", kind=Kind.FILLED
            ),
            Button(words.text("guess.sign_bare"), lambda: go(False), key="sign-bare"),
            Button(words.text("guess.not_now"), self.app.close, key="not-now"),
            between=guess_cards(ui, self.playing, key="ask-guess", lockable=False),
        )

    def _tear_question(self, ui: Ui) -> Widget:
        words, view = ui.words("contract"), self.view
        cost = cost_ms(view.common, view.brief.issues, view.brief.side, m.Draw())
        text = words.text("tear.free")
        if cost and view.common.setup.limit_ms is not None:
            text = words.text("tear.text", cost=seconds_text(cost, ui.lang))

        def tear() -> None:
            self.app.close()
            self._lay_there = False
            if self.playing.send(m.Tear(), quiet=True):
                self.app.sound("refuse")
                self.playing.show_contract(False)

        return question(
            ui,
            words.text("tear.title"),
            (text,),
            Button(words.text("tear.no"), self.app.close, key="keep", kind=Kind.FILLED),
            Button(words.text("tear.yes"), tear, key="tear-up", kind=Kind.CINNABAR, icon="tear"),
        )
