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
from negosim.engine import moves as m
from negosim.engine.clock import cost_ms
from negosim.engine.common import seat_side
from negosim.engine.concession import is_new_best, spoken_terms, weigh
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.evolve import evolve
from negosim.engine.happening import RUNNING, Happening, first_seat
from negosim.engine.legality import check
from negosim.engine.record import but
from negosim.engine.saying import accepted_terms, lines_meant, sheet_deal
from negosim.engine.sides import Side
from negosim.engine.state import MatchState
from negosim.engine.view import view_of
from negosim.engine.words import AnswerKind, ClockKind, Ending, Purpose, TableKind

# Python 3.11 finds a member of an enum slowly, and this is asked for at every move.
_WALL = ClockKind.WALL


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
    common = state.common
    if common.setup.clock is _WALL:
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
    if limit is not None and ends > limit and common.phase in RUNNING:
        return _time_is_up(state, limit)
    happening = Happening(state, seat, side, view, ends)
    _DECIDERS[type(move)](happening, move)
    happening.bring_news()
    return Advance(tuple(happening.events), happening.state)


def at_time(state: MatchState, at_ms: int) -> MatchState:
    """The state with the wall clock's hands at `at_ms`; as it is under any other clock.

    What depends on time (a pen that may be claimed) is seen by it before an event comes.
    """
    common = state.common
    if common.setup.clock is not _WALL or common.phase not in RUNNING or at_ms <= common.elapsed_ms:
        return state
    return but(state, common=but(common, elapsed_ms=at_ms))


def elapse(state: MatchState, at_ms: int) -> Advance:
    """What the wall clock alone brings by `at_ms`: silence, the end of a break, news, the end.

    No events and the same state when nothing is due; under table time nothing ever is.
    """
    common = state.common
    setup = common.setup
    if setup.clock is not ClockKind.WALL or common.phase not in RUNNING:
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
        seat = first_seat(common, silent)
        move: m.Move = m.NotYet() if turn.question is None else m.Answer(AnswerKind.EVASIVE)
        return advance(state, seat, move, at)
    happening = Happening(state, "", Side.CLIENT, None, at)
    happening.bring_news()
    return Advance(tuple(happening.events), happening.state)


def _time_is_up(state: MatchState, limit: int) -> Advance:
    return _alone(state, e.TalksBroken(limit, Ending.TIME, None))


def _alone(state: MatchState, event: e.Event) -> Advance:
    return Advance((event,), evolve(state, event))


# -- preparation ------------------------------------------------------------------


def _assign(h: Happening, move: m.Assign) -> None:
    h.emit(e.Assigned(h.at, h.seat, move.to, move.roles, move.issues))


def _set_authority(h: Happening, move: m.SetAuthority) -> None:
    h.emit(e.AuthoritySet(h.at, h.side, move.terms))


def _plan(h: Happening, move: m.PlanSteps) -> None:
    h.emit(e.StepsPlanned(h.at, h.side, move.issue, move.steps))


def _methods(h: Happening, move: m.ChooseMethods) -> None:
    h.emit(e.MethodsChosen(h.at, h.side, move.forms))


def _set_order(h: Happening, move: m.SetOrder) -> None:
    h.emit(e.OrderLocked(h.at, h.side, move.order))


def _ready(h: Happening, move: m.Ready) -> None:
    h.emit(e.SideReady(h.at, h.side))


def _introduce(h: Happening, move: m.Introduce) -> None:
    h.emit(e.SideIntroduced(h.at, h.side))
    if all(h.common.ready):
        h.emit(e.TalksOpened(h.at))


# -- talk -------------------------------------------------------------------------


def _ask(h: Happening, move: m.Ask) -> None:
    h.emit_judged(e.QuestionAsked(h.at, h.seat, move.form, move.issues, move.words), move)


def _answer(h: Happening, move: m.Answer) -> None:
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


def _offer(h: Happening, move: m.Offer) -> None:
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


def _accept(h: Happening, move: m.Accept) -> None:
    terms = accepted_terms(h.before, move)
    offer = h.common.positions[h.side.other].offer
    assert offer is not None
    benefits = offer.benefits
    best = is_new_best(h.state.scenario.issues, h.side, h.common.positions[h.side], terms)
    h.emit_judged(
        e.OfferAccepted(h.at, h.seat, terms, benefits, move.words, not move.issues, best), move
    )
    h.after_closing(moved=best)


def _not_yet(h: Happening, move: m.NotYet) -> None:
    h.emit_judged(e.NotYetSaid(h.at, h.seat, move.words), move)
    h.after_closing(moved=False)


def _argue(h: Happening, move: m.Argue) -> None:
    event = e.Argued(h.at, h.seat, move.kind, move.issue, move.limit, move.claim, move.words)
    h.emit_judged(event, move)
    h.after_closing(moved=False)


def _tell(h: Happening, move: m.Tell) -> None:
    h.emit_judged(e.Told(h.at, h.seat, move.more, move.less, move.words), move)
    h.after_closing(moved=False)


def _goodwill(h: Happening, move: m.Goodwill) -> None:
    h.emit_judged(e.GoodwillShown(h.at, h.seat, move.words), move)
    h.after_closing(moved=False)


def _prefer(h: Happening, move: m.Prefer) -> None:
    h.emit(e.PackagePreferred(h.at, h.seat, move.second, move.words))


def _withdraw(h: Happening, move: m.Withdraw) -> None:
    h.emit(e.OfferWithdrawn(h.at, h.seat, move.words))


def _hand_over(h: Happening, move: m.HandOver) -> None:
    h.emit(e.HandedOver(h.at, h.seat, move.issue))


def _note(h: Happening, move: m.Note) -> None:
    h.emit(e.Noted(h.at, h.seat, move.text))


def _unsay(h: Happening, move: m.Unsay) -> None:
    h.emit(e.Unsaid(h.at, h.seat))


# -- record and contract ----------------------------------------------------------


def _propose(h: Happening, move: m.Propose) -> None:
    record = h.common.record
    deals = move.lines or record.drafts
    first = len(record.lines) + 1
    numbers = tuple(range(first, first + len(deals)))
    h.emit_judged(e.LinesProposed(h.at, h.seat, numbers, deals), move)


def _confirm(h: Happening, move: m.Confirm) -> None:
    numbers = tuple(line.number for line in lines_meant(h.before, move.lines, h.side.other))
    h.emit_judged(e.LinesConfirmed(h.at, h.seat, numbers), move)
    h.ease()


def _refuse(h: Happening, move: m.Refuse) -> None:
    numbers = tuple(line.number for line in lines_meant(h.before, move.lines, h.side.other))
    h.emit(e.LinesRefused(h.at, h.seat, numbers))


def _strike(h: Happening, move: m.Strike) -> None:
    numbers = tuple(line.number for line in lines_meant(h.before, move.lines, h.side))
    h.emit(e.LinesStruck(h.at, h.seat, numbers))


def _reopen(h: Happening, move: m.Reopen) -> None:
    line = next(line for line in h.common.record.lines if line.number == move.line)
    if line.reopen_by is h.side.other:
        h.emit(e.LineReopened(h.at, h.seat, move.line))
    else:
        h.emit(e.ReopeningAsked(h.at, h.seat, move.line))


def _claim(h: Happening, move: m.ClaimPen) -> None:
    h.emit(e.PenClaimed(h.at, h.seat))


def _draw(h: Happening, move: m.Draw) -> None:
    h.emit_judged(e.SheetDrawn(h.at, h.seat, sheet_deal(h.before, move)), move)


def _sign(h: Happening, move: m.Sign) -> None:
    h.emit_judged(e.SheetSigned(h.at, h.seat), move)
    sheet = h.common.record.sheet
    assert sheet is not None
    if all(sheet.signed):
        h.emit(e.ContractSealed(h.at, m.Deal(sheet.terms, sheet.benefits)))


def _tear(h: Happening, move: m.Tear) -> None:
    h.emit(e.SheetTorn(h.at, h.seat))


def _guess(h: Happening, move: m.Guess) -> None:
    h.emit(e.GuessLocked(h.at, h.side, move.order))


# -- away from the table ----------------------------------------------------------


def _leave(h: Happening, move: m.Leave) -> None:
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


def _authorise(h: Happening, move: m.Authorise) -> None:
    h.emit(e.Authorised(h.at, h.seat, move.terms, move.exchange))


def _call_executives(h: Happening, move: m.CallExecutives) -> None:
    h.emit(e.ExecutivesCalled(h.at, h.seat))


def _return(h: Happening, move: m.Return) -> None:
    h.emit(e.BreakEnded(h.at, h.side))


def _walk_out(h: Happening, move: m.WalkOut) -> None:
    turn = h.common.turn
    ending = Ending.DEADLOCK if turn.deadlocked and turn.deadlocks >= 2 else Ending.WALKED_OUT
    h.emit(e.TalksBroken(h.at, ending, h.side))


_DECIDERS: dict[type[m.Move], Callable[[Happening, Any], None]] = {
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
