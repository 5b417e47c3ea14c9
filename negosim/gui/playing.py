"""Joins the window to one running match: what scenes read, how they move, which scene is shown.

Scenes of the same match share one of these. It paints nothing and knows no rules; the
match itself is `solo.sitting`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from negosim.engine.errors import IllegalMove
from negosim.engine.events import Event, Ruling
from negosim.engine.moves import Move
from negosim.engine.own import Brief
from negosim.engine.preview import Preview
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Ending, Level, Phase
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_view
from negosim.language.refusals import refusal_sentence
from negosim.language.rulings import ruling_sentence
from negosim.language.sentences import event_sentence
from negosim.play.driver import NoProgress
from negosim.play.faults import StoreError
from negosim.present.coach import Coach
from negosim.present.notebook import Board
from negosim.solo import taking_back
from negosim.solo.sitting import Sitting, Waiting

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.scene import Scene

PAUSE_MS = 900
"""How long the other side seems to think before it moves."""
RETRY_MS = 3000
"""How long until what could not be written is tried again."""
SEAL_MS = 2600
"""How long the sealed contract is looked at before the debrief."""

SceneMaker = Callable[["App", "Playing"], "Scene"]


class Playing:
    """A match at this machine as the window plays it."""

    def __init__(self, app: App, sitting: Sitting, scenes: Mapping[str, SceneMaker]) -> None:
        """`scenes` make `preparation`, `table`, `away`, `contract` and `debrief`."""
        self.app = app
        self.sitting = sitting
        self.memo: dict[str, object] = {}
        self.hidden = app.settings.private
        self.coach = Coach()
        self.board = Board(len(sitting.brief().issues))
        self._makers = scenes
        self._shown = ""
        self._made: dict[str, Scene] = {}
        self._heard: tuple[SeatEvent, ...] = ()
        self._view: SeatView | None = None
        self._other_at: int | None = None
        self._clock_at = 0
        self._restored = False
        self._sheets = sitting.view().common.record.sheets
        self._contract = sitting.view().common.record.sheet is not None
        self._over_since: int | None = None
        self._warned: tuple[object, str] = (None, "")
        self._spoken = ""
        self._owed: tuple[Ruling, ...] = ()
        self._listened = 0
        self._listen()
        app.at_quit(self.close)

    # -- what scenes read ------------------------------------------------------------------

    @property
    def side(self) -> Side:
        return self.sitting.side

    @property
    def lang(self) -> str:
        return self.app.lang

    @property
    def view(self) -> SeatView:
        """As of now; the same object until something happens."""
        if self._view is None:
            self._view = self.sitting.view()
        return self._view

    @property
    def brief(self) -> Brief:
        return self.view.brief

    @property
    def words(self) -> Lexicon:
        return lexicon_of_view(self.view, self.lang)

    @property
    def level(self) -> Level:
        return self.view.common.setup.level

    @property
    def heard(self) -> tuple[SeatEvent, ...]:
        """The whole own stream so far, oldest first."""
        return self._heard

    @property
    def waiting(self) -> Waiting:
        return self.sitting.waiting()

    @property
    def coach_says(self) -> str:
        """What the coach says after the other side's reply (course level); "" when nothing."""
        return self._spoken

    def elapsed_ms(self) -> int:
        """Where the clock stands now, the hands on the wall included."""
        return self.sitting.view().common.elapsed_ms

    def preview(self, move: Move) -> Preview:
        return self.sitting.preview(move)

    def warning(self, move: Move) -> str:
        """The coach's sentence before a move is sent; "" when it has none (R30).

        The same move asked about again gets the same sentence.
        """
        if self._warned[0] == move:
            return self._warned[1]
        found = self.coach.before(self.view, self.preview(move).rulings)
        text = "" if found is None else ruling_sentence(self.words, found)
        self._warned = (move, text)
        return text

    # -- moves -----------------------------------------------------------------------------

    def send(self, move: Move, *, quiet: bool = False) -> bool:
        """Make a move; False when it was refused or could not be kept, and a sentence says why."""
        try:
            self.sitting.send(move)
        except IllegalMove as illegal:
            self._changed()
            self.app.toast(refusal_sentence(illegal.code, illegal.issue, self.view, self.lang))
            return False
        except StoreError as fault:
            self._changed()
            self._tell_unwritable(fault)
            return False
        self._spoken = ""
        self._changed()
        if not quiet:
            self.app.sound("say")
        self.route()
        return True

    def let_pass(self) -> None:
        """A chance to react passes; the other side goes on."""
        self.sitting.let_pass()
        self._changed()
        self.route()

    def take_back(self, event: Event) -> bool:
        """Go on from before the own move that made `event`; False when that cannot be kept.

        Board, memo and scenes stay as they are.
        """
        seat = self.sitting.seat
        try:
            match = taking_back.before(self.sitting.match, event, self.app.games)
        except StoreError as fault:
            self._tell_unwritable(fault)
            return False
        self.sitting = Sitting(match, self.lang)
        self.sitting.take(seat)
        self._heard, self._listened = (), 0
        self._owed, self._spoken = (), ""
        self._warned, self._other_at, self._restored = (None, ""), None, False
        self._changed()
        self.route()
        return True

    def take(self, seat: str) -> None:
        """Put on another hat of the own side."""
        self.sitting.take(seat)
        self._changed()

    # -- the flow --------------------------------------------------------------------------

    def tick(self, now_ms: int) -> None:
        """Before each frame: let the wall clock run and the other side move after a pause."""
        before = self.view.common
        self._let_clock_run(now_ms)
        now = self.sitting.view().common
        if now.phase is not before.phase or now.turn.number != before.turn.number:
            self._changed()
            self.route()
        if self.waiting is Waiting.OTHER:
            if self._other_at is None:
                self._other_at = now_ms + self._pause()
            if now_ms >= self._other_at:
                self._other_at = None
                self._let_other_move()
        else:
            self._other_at = None
        if self._over_since is not None and now_ms - self._over_since >= SEAL_MS:
            self._over_since = None
            self._show("debrief")

    def route(self) -> None:
        """Show the scene of the phase, if it is not shown already."""
        common = self.view.common
        if common.record.sheets > self._sheets:
            self._contract = True
        self._sheets = common.record.sheets
        match common.phase:
            case Phase.PREPARATION | Phase.INTRODUCTION:
                self._show("preparation")
            case Phase.BREAK:
                self._show("away")
            case Phase.TALKS:
                self._show("contract" if self._contract else "table")
            case Phase.OVER:
                self._end()

    def show_contract(self, shown: bool) -> None:
        """Open the contract over the table, or let it lie there."""
        self._contract = shown
        self.route()

    def to_debrief(self) -> None:
        """Look back on a match that is over, without waiting any longer."""
        if self.view.common.phase is Phase.OVER:
            self._over_since = None
            self._show("debrief")

    def leave(self) -> None:
        """Close the game and go home; it can be taken up again from where it stands."""
        self.app.scene.closing()
        self.close()
        self.app.toast(catalogue("window", self.lang).text("window.saved"))
        self.app.go_home()

    def toggle_privacy(self) -> None:
        """Cover everything of one's own at once, in every scene of the match, or show it again."""
        self.hidden = not self.hidden
        self.app.refresh()

    def close(self) -> None:
        """Let go of the log."""
        self.sitting.close()

    # -- inside ----------------------------------------------------------------------------

    def _pause(self) -> int:
        phase = self.view.common.phase
        return 0 if phase in (Phase.PREPARATION, Phase.INTRODUCTION) else PAUSE_MS

    def _let_clock_run(self, now_ms: int) -> None:
        if now_ms < self._clock_at:
            return
        try:
            self.sitting.tick()
        except StoreError as fault:
            self._clock_at = now_ms + RETRY_MS
            self._tell_unwritable(fault)

    def _tell_unwritable(self, fault: StoreError) -> None:
        why = fault.sentence(self.lang)
        self.app.toast(catalogue("window", self.lang).text("other.unwritable", why=why))

    def _let_other_move(self) -> None:
        self.sitting.speak(self.lang)
        try:
            moved = self.sitting.other_moves()
        except StoreError as fault:
            self._other_at = self.app.now_ms + RETRY_MS
            self._tell_unwritable(fault)
            return
        except (IllegalMove, NoProgress):
            self._other_at = self.app.now_ms + RETRY_MS
            self.app.toast(catalogue("window", self.lang).text("other.illegal"))
            return
        self._changed()
        if moved:
            self.app.sound("hear")
        self.route()

    def _changed(self) -> None:
        if self.sitting.match.store.restored and not self._restored:
            self._restored = True
            self.app.toast(catalogue("window", self.lang).text("other.restored"))
        self._view = None
        self._listen()
        self.app.refresh()

    def _listen(self) -> None:
        news = self.sitting.heard(self._listened)
        self._listened += len(news)
        self._heard += news
        replied = False
        for each in news:
            if each.rulings:
                self._owed = each.rulings
            seat = getattr(each.event, "seat", None)
            theirs = seat is not None and seat not in self.sitting.seats
            replied = replied or theirs
            if theirs and self.app.settings.voice:
                self.app.speak(event_sentence(self.words, each.event))
        if replied and self._owed:
            found = self.coach.after(self.view, self._owed)
            self._spoken = "" if found is None else ruling_sentence(self.words, found)
            self._owed = ()

    def _end(self) -> None:
        outcome = self.view.common.outcome
        sealed = outcome is not None and outcome.ending is Ending.SIGNED
        if not sealed or self._shown in ("", "debrief"):
            self._show("debrief")
        elif self._over_since is None:
            self.app.sound("seal")
            self._over_since = self.app.now_ms
            self._show("contract")

    def _show(self, name: str) -> None:
        if name == self._shown:
            return
        self._shown = name
        if name not in self._made or name == "debrief":
            self._made[name] = self._makers[name](self.app, self)
        self.app.go(self._made[name])
