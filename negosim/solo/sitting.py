"""One side of a running match at this machine, step by step, and nothing that ever waits.

`play.driver` runs a match to its end by asking both players; a window cannot stop for a
person, so here the same order of asking is walked one move at a time. No clock of its
own, no drawing.
"""

from __future__ import annotations

from enum import Enum, auto

from negosim.engine.calls import must_move
from negosim.engine.common import Outcome
from negosim.engine.moves import Move
from negosim.engine.own import Brief
from negosim.engine.preview import Preview
from negosim.engine.sides import Side
from negosim.engine.state import MatchState, SeatView
from negosim.engine.view import SeatEvent
from negosim.play.driver import Asking, NoProgress
from negosim.play.port import SeatPort
from negosim.reports.debrief import Debrief, debrief
from negosim.solo.catching_up import Once
from negosim.solo.match import Match


class Waiting(Enum):
    """Whom the match waits for: ME must move, I may REACT or let it pass, the OTHER side, nobody."""

    ME = auto()
    REACT = auto()
    OTHER = auto()
    OVER = auto()


class Sitting:
    """The own seats of a match, and the bot opposite, who moves when told to.

    `seat` is the own seat whose hat is on: views, previews and moves are that seat's.
    """

    def __init__(self, match: Match, lang: str) -> None:
        """`lang` is what the bot speaks; a match taken up again finds it caught up."""
        self.match = match
        self.side: Side = match.side
        self.seat: str = match.seat
        self._table = match.table
        self._bot, heard = match.caught_up(lang)
        self._asking = Asking(match.table, {match.opposite: Once(self._bot, heard)})
        self._passed: set[Side] = set()
        self._passed_at: MatchState | None = None

    @property
    def seats(self) -> tuple[str, ...]:
        """The own seats by name; several where a group shares the machine."""
        return self.match.seats

    def take(self, seat: str) -> None:
        """Put on the hat of another own seat; ValueError for any other name."""
        if seat not in self.seats:
            raise ValueError(f"no seat of ours: {seat}")
        self.seat = seat

    # -- what the seat knows -----------------------------------------------------------

    def view(self) -> SeatView:
        """As of now, the hands of the clock included."""
        return self._port.view()

    def brief(self) -> Brief:
        return self._port.brief()

    def preview(self, move: Move) -> Preview:
        return self._port.preview(move)

    def heard(self, after: int = 0) -> tuple[SeatEvent, ...]:
        """The side's own stream from number `after` + 1 on."""
        return self._port.events(after)

    # -- the flow ----------------------------------------------------------------------

    def waiting(self) -> Waiting:
        """Whom the match waits for now; sides are asked in the order in which they are called."""
        called = self._table.calls()
        for side in called:
            if self._has_passed(side):
                continue
            if side is not self.side:
                return Waiting.OTHER
            must = must_move(self._table.state.common, side)
            return Waiting.ME if must else Waiting.REACT
        return Waiting.OVER

    def send(self, move: Move) -> None:
        """Make a move with the hat that is on. Raises `IllegalMove` and nothing of it is done.

        Where the other side was called first it moves first, as it would have; a move that
        needs no call (a note, the guess, leaving) never waits for it.
        """
        called = self._table.calls()
        if self.side in called:
            while self.waiting() is Waiting.OTHER and self.side in self._table.calls():
                self.other_moves()
        self._port.send(move)

    def let_pass(self) -> None:
        """Let a chance to react pass, until something happens. In one's own turn it changes nothing."""
        if self.waiting() is Waiting.REACT:
            self._pass(self.side)

    def other_moves(self) -> bool:
        """Let the bot make the one move it is asked for; False when it is not, or lets it pass.

        Raises `NoProgress` when the match cannot go on without a move of the bot's that
        it does not make.
        """
        if self.waiting() is not Waiting.OTHER:
            return False
        other = self.side.other
        must = must_move(self._table.state.common, other)
        if self._asking.ask(other):
            return True
        self._pass(other)
        if must and self.waiting() is Waiting.OVER:
            raise NoProgress(f"{other.word} does not move when called")
        return False

    def speak(self, lang: str) -> None:
        """What the bot says from here on is in another language; its moves do not change."""
        self._bot.speak(lang)

    def tick(self) -> None:
        """Let the clock on the wall bring what is due."""
        self._table.tick()

    # -- the end -----------------------------------------------------------------------

    @property
    def outcome(self) -> Outcome | None:
        """How the match ended, None while it goes on."""
        return self._table.outcome

    def debrief(self) -> Debrief:
        """Looks back on a match that is over; `NotOver` while it goes on (R17)."""
        return debrief(self.match.scenario, self.match.journal.events)

    def close(self) -> None:
        """Lets go of the log; everything is in it. Nothing can be sent afterwards."""
        self.match.store.close()

    # -- inside ------------------------------------------------------------------------

    @property
    def _port(self) -> SeatPort:
        return self._table.seat(self.seat)

    def _pass(self, side: Side) -> None:
        if self._passed_at is not self._table.state:
            self._passed.clear()
            self._passed_at = self._table.state
        self._passed.add(side)

    def _has_passed(self, side: Side) -> bool:
        """A chance that was let pass comes again when anything has happened."""
        return side in self._passed and self._passed_at is self._table.state
