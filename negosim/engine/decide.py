"""`decide`: from a move to what happens, or `IllegalMove`.

A move is checked and judged on its mover's view alone (`legality`, `rulings`); what
it brings about besides (a deadlock, a lapse, news, the end of time) is decided here.
`advance` does the same and hands on the state it had to work out on the way, so that
a table need not fold the events a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from negosim.engine import events as e
from negosim.engine import ledger
from negosim.engine import moves as m
from negosim.engine.clock import cost_ms
from negosim.engine.common import Common, seat_side
from negosim.engine.concession import is_new_best, spoken_terms, weigh
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.evolve import evolve
from negosim.engine.issue import Terms
from negosim.engine.legality import accepted_terms, check, lines_meant, sheet_deal
from negosim.engine.record import but
from negosim.engine.rulings import lapse_rulings, rulings
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import MatchState, SeatView
from negosim.engine.view import view_of
from negosim.engine.words import (
    AnswerKind,
    ClockKind,
    Ending,
    Phase,
    Purpose,
    TableKind,
)

QUIET_MOVES = 6
"""Closing moves without movement that make a deadlock (R37)."""


class Advance(NamedTuple):
    """What a move brought about, and the state after all of it."""

    events: tuple[e.Event, ...]
    state: MatchState


def decide(state: MatchState, seat: str, move: m.Move, at_ms: int) -> tuple[e.Event, ...]:
    """What happens when the seat makes the move.

    `at_ms` is where the wall clock stands, in ms of the talks; under table time the
    state knows. Raises `IllegalMove` and then nothing has changed.
    """
    return advance(state, seat, move, at_ms).events


def advance(state: MatchState, seat: str, move: m.Move, at_ms: int) -> Advance:
    """`decide` together with the state after its events."""
    state = at_time(state, at_ms)
    common = state.common
    try:
        side = seat_side(common.setup, seat)
    except KeyError:
        raise IllegalMove(Refusal.NO_SUCH_SEAT) from None
    view = view_of(state, seat, side)
    check(view, move)
    ends = common.elapsed_ms + cost_ms(common, state.scenario.issues, side, move)
    limit = common.setup.limit_ms
    if limit is not None and ends > limit and common.phase in _RUNNING:
        return _time_is_up(state, limit)
    happening = _Happening(state, seat, side, view, ends)
    _DECIDERS[type(move)](happening, move)
    happening.bring_news()
    return Advance(tuple(happening.events), happening.state)


def at_time(state: MatchState, at_ms: int) -> MatchState:
    """The state with the wall clock's hands at `at_ms`; as it is under any other clock.

    What depends on time (a pen that may be claimed) is seen by it before an event comes.
    """
    common = state.common
    if (
        common.setup.clock is not ClockKind.WALL
        or common.phase not in _RUNNING
        or at_ms <= common.elapsed_ms
    ):
        return state
    return but(state, common=but(common, elapsed_ms=at_ms))


def elapse(state: MatchState, at_ms: int) -> Advance:
    """What the wall clock alone brings by `at_ms`: silence, the end of a break, news, the end.

    No events and the same state when nothing is due; under table time nothing ever is.
    """
    common = state.common
    setup = common.setup
    if setup.clock is not ClockKind.WALL or common.phase not in _RUNNING:
        return Advance((), state)
    at = max(at_ms, common.elapsed_ms)
    if setup.limit_ms is not None and at > setup.limit_ms:
        return _time_is_up(state, setup.limit_ms)
    recess = common.recess
    if recess is not None and at >= recess.ends_ms:
        return _alone(state, e.BreakEnded(at, recess.out))
    turn = common.turn
    if (
        setup.silence_ms is not None
        and setup.kind is TableKind.TYPED
        and recess is None
        and at - turn.moved_ms >= setup.silence_ms
    ):
        silent = turn.side if turn.question is None else turn.question.by.other
        seat = _first_seat(common, silent)
        move: m.Move = m.NotYet() if turn.question is None else m.Answer(AnswerKind.EVASIVE)
        return advance(state, seat, move, at)
    happening = _Happening(state, "", Side.CLIENT, None, at)
    happening.bring_news()
    return Advance(tuple(happening.events), happening.state)


_RUNNING = (Phase.TALKS, Phase.BREAK)


def _time_is_up(state: MatchState, limit: int) -> Advance:
    return _alone(state, e.TalksBroken(limit, Ending.TIME, None))


def _alone(state: MatchState, event: e.Event) -> Advance:
    return Advance((event,), evolve(state, event))


class _Happening:
    """The events of one move as they are decided; each one changes the state at once."""

    __slots__ = ("at", "events", "seat", "side", "state", "view")

    def __init__(
        self, state: MatchState, seat: str, side: Side, view: SeatView | None, at: int
    ) -> None:
        self.state = state
        self.seat = seat
        self.side = side
        self.view = view
        self.at = at
        self.events: list[e.Event] = []

    @property
    def common(self) -> Common:
        return self.state.common

    @property
    def before(self) -> SeatView:
        """The mover's view before the move."""
        assert self.view is not None
        return self.view

    def emit(self, event: e.Event) -> None:
        self.events.append(event)
        self.state = evolve(self.state, event)

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
            (side, lapse_rulings(view_of(self.state, _first_seat(self.common, side), side), spoken))
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
        if not self.state.scenario.opposition.news or self.common.phase not in _RUNNING:
            return
        at, common = self.at, self.common
        due = [
            (news.at_ms, place)
            for place, news in enumerate(self.state.scenario.opposition.news)
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


def _first_seat(common: Common, side: Side) -> str:
    return next(seat.name for seat in common.setup.seats if seat.side is side)


# -- preparation ------------------------------------------------------------------


def _assign(h: _Happening, move: m.Assign) -> None:
    h.emit(e.Assigned(h.at, h.seat, move.to, move.roles, move.issues))


def _set_authority(h: _Happening, move: m.SetAuthority) -> None:
    h.emit(e.AuthoritySet(h.at, h.side, move.terms))


def _plan(h: _Happening, move: m.PlanSteps) -> None:
    h.emit(e.StepsPlanned(h.at, h.side, move.issue, move.steps))


def _methods(h: _Happening, move: m.ChooseMethods) -> None:
    h.emit(e.MethodsChosen(h.at, h.side, move.forms))


def _set_order(h: _Happening, move: m.SetOrder) -> None:
    h.emit(e.OrderLocked(h.at, h.side, move.order))


def _ready(h: _Happening, move: m.Ready) -> None:
    h.emit(e.SideReady(h.at, h.side))


def _introduce(h: _Happening, move: m.Introduce) -> None:
    h.emit(e.SideIntroduced(h.at, h.side))
    if all(h.common.ready):
        h.emit(e.TalksOpened(h.at))


# -- talk -------------------------------------------------------------------------


def _ask(h: _Happening, move: m.Ask) -> None:
    h.emit_judged(e.QuestionAsked(h.at, h.seat, move.form, move.issues, move.words), move)


def _answer(h: _Happening, move: m.Answer) -> None:
    h.emit(
        e.QuestionAnswered(
            h.at,
            h.seat,
            move.kind,
            move.issues,
            move.strength,
            move.demand,
            move.gives,
            move.words,
        )
    )


def _offer(h: _Happening, move: m.Offer) -> None:
    weighed = weigh(h.state.scenario.issues, h.side, h.common.positions, move)
    h.emit_judged(
        e.OfferMade(
            h.at,
            h.seat,
            move.give,
            move.want,
            move.benefits,
            move.reason,
            move.second,
            move.words,
            weighed.new_best,
        ),
        move,
    )
    record = h.common.record
    if record.drafts or record.lines:
        h.lapse_agreements(spoken_terms(move), (h.side.other,))
    h.after_closing(moved=weighed.new_best)


def _accept(h: _Happening, move: m.Accept) -> None:
    terms = accepted_terms(h.before, move)
    offer = h.common.positions[h.side.other].offer
    assert offer is not None
    benefits = offer.benefits
    best = is_new_best(h.state.scenario.issues, h.side, h.common.positions[h.side], terms)
    h.emit_judged(
        e.OfferAccepted(h.at, h.seat, terms, benefits, move.words, not move.issues, best), move
    )
    h.after_closing(moved=best)


def _not_yet(h: _Happening, move: m.NotYet) -> None:
    h.emit_judged(e.NotYetSaid(h.at, h.seat, move.words), move)
    h.after_closing(moved=False)


def _argue(h: _Happening, move: m.Argue) -> None:
    event = e.Argued(h.at, h.seat, move.kind, move.issue, move.limit, move.claim, move.words)
    h.emit_judged(event, move)
    h.after_closing(moved=False)


def _tell(h: _Happening, move: m.Tell) -> None:
    h.emit_judged(e.Told(h.at, h.seat, move.more, move.less, move.words), move)
    h.after_closing(moved=False)


def _goodwill(h: _Happening, move: m.Goodwill) -> None:
    h.emit_judged(e.GoodwillShown(h.at, h.seat, move.words), move)
    h.after_closing(moved=False)


def _prefer(h: _Happening, move: m.Prefer) -> None:
    h.emit(e.PackagePreferred(h.at, h.seat, move.second, move.words))


def _withdraw(h: _Happening, move: m.Withdraw) -> None:
    h.emit(e.OfferWithdrawn(h.at, h.seat, move.words))


def _hand_over(h: _Happening, move: m.HandOver) -> None:
    h.emit(e.HandedOver(h.at, h.seat, move.issue))


def _note(h: _Happening, move: m.Note) -> None:
    h.emit(e.Noted(h.at, h.seat, move.text))


def _unsay(h: _Happening, move: m.Unsay) -> None:
    h.emit(e.Unsaid(h.at, h.seat))


# -- record and contract ----------------------------------------------------------


def _propose(h: _Happening, move: m.Propose) -> None:
    record = h.common.record
    deals = move.lines or record.drafts
    first = len(record.lines) + 1
    numbers = tuple(range(first, first + len(deals)))
    h.emit_judged(e.LinesProposed(h.at, h.seat, numbers, deals), move)


def _confirm(h: _Happening, move: m.Confirm) -> None:
    numbers = tuple(line.number for line in lines_meant(h.before, move.lines, h.side.other))
    h.emit_judged(e.LinesConfirmed(h.at, h.seat, numbers), move)
    h.ease()


def _refuse(h: _Happening, move: m.Refuse) -> None:
    numbers = tuple(line.number for line in lines_meant(h.before, move.lines, h.side.other))
    h.emit(e.LinesRefused(h.at, h.seat, numbers))


def _strike(h: _Happening, move: m.Strike) -> None:
    numbers = tuple(line.number for line in lines_meant(h.before, move.lines, h.side))
    h.emit(e.LinesStruck(h.at, h.seat, numbers))


def _reopen(h: _Happening, move: m.Reopen) -> None:
    line = next(line for line in h.common.record.lines if line.number == move.line)
    if line.reopen_by is h.side.other:
        h.emit(e.LineReopened(h.at, h.seat, move.line))
    else:
        h.emit(e.ReopeningAsked(h.at, h.seat, move.line))


def _claim(h: _Happening, move: m.ClaimPen) -> None:
    h.emit(e.PenClaimed(h.at, h.seat))


def _draw(h: _Happening, move: m.Draw) -> None:
    h.emit_judged(e.SheetDrawn(h.at, h.seat, sheet_deal(h.before, move)), move)


def _sign(h: _Happening, move: m.Sign) -> None:
    h.emit_judged(e.SheetSigned(h.at, h.seat), move)
    sheet = h.common.record.sheet
    assert sheet is not None
    if all(sheet.signed):
        h.emit(e.ContractSealed(h.at, m.Deal(sheet.terms, sheet.benefits)))


def _tear(h: _Happening, move: m.Tear) -> None:
    h.emit(e.SheetTorn(h.at, h.seat))


def _guess(h: _Happening, move: m.Guess) -> None:
    h.emit(e.GuessLocked(h.at, h.side, move.order))


# -- away from the table ----------------------------------------------------------


def _leave(h: _Happening, move: m.Leave) -> None:
    setup = h.common.setup
    out = h.side.other if move.purpose is Purpose.PRESS else h.side
    ends = h.at + setup.break_ms if setup.clock is ClockKind.WALL else h.at
    h.emit_judged(e.BreakTaken(h.at, h.seat, move.purpose, out, ends, move.words), move)
    h.lapse_agreements(None, (h.side.other,))
    h.ease()
    if move.purpose is Purpose.PROBE:
        h.emit(e.CardDrawn(h.at, h.side, len(h.before.own.cards)))
    if move.purpose is Purpose.GAIN_TIME:
        h.bring_announced()


def _authorise(h: _Happening, move: m.Authorise) -> None:
    h.emit(e.Authorised(h.at, h.seat, move.terms, move.exchange))


def _call_executives(h: _Happening, move: m.CallExecutives) -> None:
    h.emit(e.ExecutivesCalled(h.at, h.seat))


def _return(h: _Happening, move: m.Return) -> None:
    h.emit(e.BreakEnded(h.at, h.side))


def _walk_out(h: _Happening, move: m.WalkOut) -> None:
    turn = h.common.turn
    ending = Ending.DEADLOCK if turn.deadlocked and turn.deadlocks >= 2 else Ending.WALKED_OUT
    h.emit(e.TalksBroken(h.at, ending, h.side))


_DECIDERS: dict[type[m.Move], Callable[[_Happening, Any], None]] = {
    m.Assign: _assign,
    m.SetAuthority: _set_authority,
    m.PlanSteps: _plan,
    m.ChooseMethods: _methods,
    m.SetOrder: _set_order,
    m.Ready: _ready,
    m.Introduce: _introduce,
    m.Ask: _ask,
    m.Answer: _answer,
    m.Offer: _offer,
    m.Accept: _accept,
    m.NotYet: _not_yet,
    m.Argue: _argue,
    m.Tell: _tell,
    m.Goodwill: _goodwill,
    m.Prefer: _prefer,
    m.Withdraw: _withdraw,
    m.HandOver: _hand_over,
    m.Note: _note,
    m.Unsay: _unsay,
    m.Propose: _propose,
    m.Confirm: _confirm,
    m.Refuse: _refuse,
    m.Strike: _strike,
    m.Reopen: _reopen,
    m.ClaimPen: _claim,
    m.Draw: _draw,
    m.Sign: _sign,
    m.Tear: _tear,
    m.Guess: _guess,
    m.Leave: _leave,
    m.Authorise: _authorise,
    m.CallExecutives: _call_executives,
    m.Return: _return,
    m.WalkOut: _walk_out,
}
