"""The events of one move as they are decided, and what a move brings about besides."""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine import ledger
from negosim.engine import moves as m
from negosim.engine.common import Common
from negosim.engine.evolve import evolve
from negosim.engine.issue import Terms
from negosim.engine.rulings import lapse_rulings, rulings
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import MatchState, SeatView
from negosim.engine.view import view_of
from negosim.engine.words import Phase

QUIET_MOVES = 6
"""Closing moves without movement that make a deadlock (R37)."""


RUNNING = (Phase.TALKS, Phase.BREAK)


class Happening:
    """The events of one move as they are decided; each one changes the state at once."""

    __slots__ = ("at", "common", "events", "seat", "side", "state", "view")

    def __init__(
        self, state: MatchState, seat: str, side: Side, view: SeatView | None, at: int
    ) -> None:
        self.state = state
        self.common = state.common
        self.seat = seat
        self.side = side
        self.view = view
        self.at = at
        self.events: list[e.Event] = []

    @property
    def before(self) -> SeatView:
        """The mover's view before the move."""
        assert self.view is not None
        return self.view

    def emit(self, event: e.Event) -> None:
        self.events.append(event)
        self.state = state = evolve(self.state, event)
        self.common = state.common

    def emit_judged(self, event: e.Event, move: m.Move) -> None:
        """The event, and the rulings on it right behind."""
        judged = rulings(self.before, move)
        self.emit(event)
        if judged:
            self.emit(e.Ruled(self.at, self.side, judged))

    def lapse_agreements(self, spoken: tuple[Terms, ...] | None, ruled: tuple[Side, ...]) -> None:
        """Unconfirmed agreements end: all of them, or those that `spoken` terms are against.

        `ruled` are the sides whose record it is a ruling on; the rulings on a move
        hold the mover's own already, so that its preview shows them.
        """
        drafts, numbers = ledger.lapsing(self.common.record, spoken)
        if not drafts and not numbers:
            return
        missed = [
            (side, lapse_rulings(view_of(self.state, first_seat(self.common, side), side), spoken))
            for side in ruled
        ]
        self.emit(e.AgreementLapsed(self.at, drafts, numbers))
        for side, judged in missed:
            if judged:
                self.emit(e.Ruled(self.at, side, judged))

    def after_closing(self, *, moved: bool) -> None:
        """A deadlock eases with movement or falls after six quiet moves. Source: exercise.md R37."""
        turn = self.common.turn
        if turn.deadlocked and moved:
            self.emit(e.DeadlockEased(self.at))
        elif turn.quiet >= QUIET_MOVES:
            self.emit(e.DeadlockFell(self.at, turn.deadlocks + 1))
            self.lapse_agreements(None, SIDES)

    def ease(self) -> None:
        if self.common.turn.deadlocked:
            self.emit(e.DeadlockEased(self.at))

    def bring_news(self) -> None:
        """Outside events that are due by now arrive (scenario-format.md, `events`)."""
        at, common, all_news = self.at, self.common, self.state.scenario.opposition.news
        if len(common.news) == len(all_news) or common.phase not in RUNNING:
            return
        due = [
            (news.at_ms, place)
            for place, news in enumerate(all_news)
            if news.at_ms <= at and not common.has_news(place)
        ]
        for _, place in sorted(due):
            self.emit(e.NewsArrived(self.at, place))

    def bring_announced(self) -> None:
        """The next announced event arrives while the side gains time. Source: exercise.md R36."""
        due = [
            (news.at_ms, place)
            for place, news in enumerate(self.state.scenario.opposition.news)
            if news.announced and not self.common.has_news(place)
        ]
        if due:
            self.emit(e.NewsArrived(self.at, min(due)[1]))


def first_seat(common: Common, side: Side) -> str:
    return next(seat.name for seat in common.setup.seats if seat.side is side)
