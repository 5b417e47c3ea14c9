"""Whether a move is legal, from one seat's view alone.

Because nothing but the view is read, a refusal can carry no secret of the other
side, and a window can grey a button with the very code that would refuse it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.clock import PATIENCE_MS, UNSAY_MS
from negosim.engine.common import Line, Seat
from negosim.engine.concession import merged
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.issue import Terms
from negosim.engine.naming import (
    check_benefits,
    check_binding,
    check_inside_floor,
    check_issues,
    check_not_against_record,
    check_package,
    check_permutation,
    check_values,
    package_points,
    refuse,
)
from negosim.engine.phases import RULES, Turnwise
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import (
    AnswerKind,
    ArgumentKind,
    LineState,
    Orders,
    Phase,
    Purpose,
    QuestionForm,
    Role,
    TableKind,
)

QUESTIONS_A_TURN = 2
BREAKS_A_SIDE = 3


def check(view: SeatView, move: m.Move) -> None:
    """Raise `IllegalMove` when the seat may not make this move now; else nothing."""
    _check_kind(view, type(move))
    special = _SPECIAL.get(type(move))
    if special is not None:
        special(view, move)


def refusal(view: SeatView, move: m.Move) -> tuple[Refusal, int | None] | None:
    """The code and the issue at fault, None when the move is legal."""
    try:
        check(view, move)
    except IllegalMove as illegal:
        return illegal.code, illegal.issue
    return None


def legal_moves(view: SeatView) -> tuple[type[m.Move], ...]:
    """The kinds of move that may be legal now, in the order of the rules' table.

    What is left out cannot be legal; what is in may still be refused for what it says.
    """
    return tuple(kind for kind in RULES if kind_refusal(view, kind) is None)


def kind_refusal(view: SeatView, kind: type[m.Move]) -> Refusal | None:
    """Why no move of this kind can be legal now; None when one may be."""
    try:
        _check_kind(view, kind)
        ready = _READY.get(kind)
        if ready is not None:
            ready(view)
    except IllegalMove as illegal:
        return illegal.code
    return None


def my_seat(view: SeatView) -> Seat:
    """The seat of the view, with its hats."""
    for seat in view.common.setup.seats:
        if seat.name == view.seat:
            return seat
    raise IllegalMove(Refusal.NO_SUCH_SEAT)


# -- what holds for a kind of move ------------------------------------------------


def _check_kind(view: SeatView, kind: type[m.Move]) -> None:
    rule = RULES[kind]
    common = view.common
    phase = common.phase
    if phase not in rule.phases:
        refuse(Refusal.OVER if phase is Phase.OVER else Refusal.WRONG_PHASE)
    if rule.director and not my_seat(view).has(Role.DECISION_MAKER):
        refuse(Refusal.NOT_DECISION_MAKER)
    if rule.turn is not Turnwise.ANY_TIME and common.setup.kind is TableKind.TYPED:
        turn = common.turn
        if turn.side is not view.brief.side:
            refuse(Refusal.NOT_YOUR_TURN)
        if turn.question is not None:
            refuse(Refusal.AWAITING_ANSWER)


# -- the same, for what must lie on the table -------------------------------------


def _ready_side(view: SeatView) -> None:
    if view.common.ready[view.brief.side]:
        refuse(Refusal.ALREADY_DONE)


def _ready_plan(view: SeatView) -> None:
    if view.common.phase is Phase.BREAK:
        _ready_away(view)
    else:
        _ready_side(view)


def _ready_ask(view: SeatView) -> None:
    turn = view.common.turn
    if turn.question is not None:
        refuse(Refusal.AWAITING_ANSWER)
    if view.common.setup.kind is TableKind.TYPED and turn.asked >= QUESTIONS_A_TURN:
        refuse(Refusal.TOO_MANY_QUESTIONS)


def _ready_answer(view: SeatView) -> None:
    question = view.common.turn.question
    if question is None or question.by is view.brief.side:
        refuse(Refusal.NO_QUESTION)


def _ready_accept(view: SeatView) -> None:
    if view.common.positions[view.brief.side.other].offer is None:
        refuse(Refusal.NO_OFFER)


def _ready_prefer(view: SeatView) -> None:
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None or offer.second is None:
        refuse(Refusal.NO_SECOND_PACKAGE)
    if offer.preferred is not None:
        refuse(Refusal.ALREADY_DONE)


def _ready_withdraw(view: SeatView) -> None:
    if view.common.positions[view.brief.side].offer is None:
        refuse(Refusal.NO_OFFER)


def _ready_hand_over(view: SeatView) -> None:
    if not my_seat(view).has(Role.COORDINATOR):
        refuse(Refusal.NOT_COORDINATOR)


def _ready_pen(view: SeatView) -> None:
    pen = view.common.record.pen
    if pen is not None and pen is not view.brief.side:
        refuse(Refusal.NOT_PEN)


def _ready_lines(view: SeatView) -> None:
    if not agreement.proposed_by_other(view.common.record, view.brief.side):
        refuse(Refusal.NO_SUCH_LINE)


def _ready_strike(view: SeatView) -> None:
    if not agreement.proposed_by_other(view.common.record, view.brief.side.other):
        refuse(Refusal.NO_SUCH_LINE)


def _ready_reopen(view: SeatView) -> None:
    side = view.brief.side
    for line in view.common.record.lines:
        if line.state is LineState.CONFIRMED and line.reopen_by is not side:
            return
    refuse(Refusal.NO_SUCH_LINE)


def _ready_claim(view: SeatView) -> None:
    record = view.common.record
    side = view.brief.side
    if record.pen is side:
        refuse(Refusal.ALREADY_DONE)
    if record.pen is None or record.pen_free:
        return
    since = record.drafted_ms
    if since is None or view.common.elapsed_ms - since < PATIENCE_MS:
        refuse(Refusal.PEN_HELD)


def _ready_draw(view: SeatView) -> None:
    if view.common.record.sheet is not None:
        refuse(Refusal.SHEET_ON_TABLE)
    _ready_pen(view)


def _ready_sign(view: SeatView) -> None:
    sheet = view.common.record.sheet
    if sheet is None:
        refuse(Refusal.NO_SHEET)
    side = view.brief.side
    if sheet.signed[side]:
        refuse(Refusal.ALREADY_SIGNED)
    check_binding(view, sheet.terms)
    if side is Side.CLIENT:
        for member in view.brief.team:
            for issue, veto in enumerate(member.veto):
                tick = sheet.terms[issue]
                if veto is None or tick is None:
                    continue
                if view.brief.yardsticks[issue].sign * (tick - veto) <= 0:
                    refuse(Refusal.VETOED, issue)


def _ready_tear(view: SeatView) -> None:
    if view.common.record.sheet is None:
        refuse(Refusal.NO_SHEET)


def _ready_guess(view: SeatView) -> None:
    if view.own.guess:
        refuse(Refusal.ALREADY_DONE)


def _ready_leave(view: SeatView) -> None:
    if len(view.common.positions[view.brief.side].breaks) >= BREAKS_A_SIDE:
        refuse(Refusal.NO_BREAKS_LEFT)


def _ready_away(view: SeatView) -> None:
    recess = view.common.recess
    if recess is None or recess.out is not view.brief.side:
        refuse(Refusal.NOT_AWAY)


def _ready_authorise(view: SeatView) -> None:
    _ready_away(view)
    recess = view.common.recess
    if recess is not None and recess.purpose not in (Purpose.CONSULT, Purpose.PRESS):
        refuse(Refusal.NOT_CONSULTING)


def _ready_executives(view: SeatView) -> None:
    _ready_away(view)
    if view.common.positions[view.brief.side].executives:
        refuse(Refusal.EXECUTIVES_SPENT)


def _ready_unsay(view: SeatView) -> None:
    common = view.common
    if common.setup.kind is not TableKind.SPOKEN:
        refuse(Refusal.NOT_SPOKEN)
    if common.turn.entered is not view.brief.side.other:
        refuse(Refusal.NO_OFFER)
    if common.elapsed_ms - common.turn.moved_ms > UNSAY_MS:
        refuse(Refusal.TOO_LATE)


def _ready_order(view: SeatView) -> None:
    if view.common.setup.orders is not Orders.TEAM:
        refuse(Refusal.WRONG_PHASE)
    _ready_side(view)
    if view.own.order_locked:
        refuse(Refusal.ALREADY_DONE)


# -- what the move itself says ----------------------------------------------------


def _offer(view: SeatView, move: m.Offer) -> None:
    check_benefits(view, move.benefits)
    terms = check_package(view, move.give, move.want)
    if move.second is not None:
        second = check_package(view, move.second.give, move.second.want)
        gap = package_points(view, terms, second) - package_points(view, second, terms)
        if abs(gap) > 1:
            refuse(Refusal.PACKAGES_UNEQUAL)


def accepted_terms(view: SeatView, move: m.Accept) -> Terms:
    """The terms an acceptance takes; raises `IllegalMove` when there are none to take."""
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None:
        refuse(Refusal.NO_OFFER)
    if move.second:
        if offer.second is None:
            refuse(Refusal.NO_SECOND_PACKAGE)
        give, want = offer.second.give, offer.second.want
    else:
        give, want = offer.give, offer.want
    if not move.issues:
        return merged(give, want)
    if offer.conditional or offer.second is not None:
        refuse(Refusal.CONDITIONAL)
    check_issues(view, move.issues, 1, len(view.brief.issues))
    for issue in move.issues:
        if give[issue] is None:
            refuse(Refusal.NO_OFFER, issue)
    return tuple(tick if place in move.issues else None for place, tick in enumerate(give))


def _accept(view: SeatView, move: m.Accept) -> None:
    terms = accepted_terms(view, move)
    check_not_against_record(view, terms)
    check_binding(view, terms)


def _ask(view: SeatView, move: m.Ask) -> None:
    _ready_ask(view)
    least, most = _ASKED_ABOUT[move.form]
    check_issues(view, move.issues, least, most)


_ASKED_ABOUT = {
    QuestionForm.OPEN: (0, 0),
    QuestionForm.CAUSAL: (1, 1),
    QuestionForm.EXCLUSION: (2, 2),
    QuestionForm.LEADING: (1, 2),
    QuestionForm.SUMMARISING: (2, 8),
    QuestionForm.EXPECTATION: (1, 8),
}

ANSWERS: dict[QuestionForm, tuple[AnswerKind, ...]] = {
    QuestionForm.OPEN: (AnswerKind.ISSUE, AnswerKind.EVASIVE),
    QuestionForm.CAUSAL: (AnswerKind.INTEREST, AnswerKind.EVASIVE),
    QuestionForm.EXCLUSION: (AnswerKind.PAIR, AnswerKind.BOTH, AnswerKind.EVASIVE),
    QuestionForm.LEADING: (AnswerKind.YES, AnswerKind.NO, AnswerKind.EVASIVE),
    QuestionForm.SUMMARISING: (
        AnswerKind.YES,
        AnswerKind.NO,
        AnswerKind.PAIR,
        AnswerKind.EVASIVE,
    ),
    QuestionForm.EXPECTATION: (AnswerKind.DEMAND, AnswerKind.EVASIVE),
}
"""What each form of question may be answered with."""


def _answer(view: SeatView, move: m.Answer) -> None:
    _ready_answer(view)
    question = view.common.turn.question
    assert question is not None
    if move.kind not in ANSWERS[question.form]:
        refuse(Refusal.WRONG_ANSWER)
    if move.kind is AnswerKind.ISSUE:
        check_issues(view, move.issues, 1, 1)
    elif move.kind is AnswerKind.INTEREST:
        if move.issues != question.issues or not 1 <= move.strength <= 3:
            refuse(Refusal.WRONG_ANSWER)
    elif move.kind is AnswerKind.PAIR:
        check_issues(view, move.issues, 2, 2)
        if not set(move.issues) <= set(question.issues):
            refuse(Refusal.WRONG_ISSUES)
    elif move.issues:
        refuse(Refusal.WRONG_ANSWER)
    if move.kind is AnswerKind.DEMAND:
        check_values(view, move.demand)
        for place, tick in enumerate(move.demand):
            if tick is not None and place not in question.issues:
                refuse(Refusal.WRONG_ISSUES, place)
        if not any(tick is not None for tick in move.demand):
            refuse(Refusal.WRONG_ANSWER)
        if move.gives:
            check_values(view, move.gives)
    elif move.demand or move.gives:
        refuse(Refusal.WRONG_ANSWER)


def _argue(view: SeatView, move: m.Argue) -> None:
    if move.issue is not None:
        check_issues(view, (move.issue,), 1, 1)
    if move.claim is not None:
        # The client presses with its own claims, the vendor answers those it has heard.
        own = range(len(view.brief.pressure))
        if move.claim not in own and all(heard.place != move.claim for heard in view.common.claims):
            refuse(Refusal.NO_SUCH_CLAIM)
    if move.kind is ArgumentKind.LIMIT:
        check_values(view, move.limit)
        named = [place for place, tick in enumerate(move.limit) if tick is not None]
        if len(named) != 1 or move.issue not in (None, named[0]):
            refuse(Refusal.WRONG_ISSUES)
    elif move.limit:
        refuse(Refusal.WRONG_ISSUES)


def _tell(view: SeatView, move: m.Tell) -> None:
    check_issues(view, (move.more, move.less), 2, 2)


def _hand_over(view: SeatView, move: m.HandOver) -> None:
    _ready_hand_over(view)
    check_issues(view, (move.issue,), 1, 1)


def _assign(view: SeatView, move: m.Assign) -> None:
    _ready_side(view)
    if all(
        seat.name != move.to or seat.side is not view.brief.side for seat in view.common.setup.seats
    ):
        refuse(Refusal.NO_SUCH_SEAT)
    check_issues(view, move.issues, 0, len(view.brief.issues))


def _set_authority(view: SeatView, move: m.SetAuthority) -> None:
    _ready_side(view)
    check_values(view, move.terms)
    check_inside_floor(view, move.terms)


def _plan(view: SeatView, move: m.PlanSteps) -> None:
    _ready_plan(view)
    check_issues(view, (move.issue,), 1, 1)
    if view.brief.issues[move.issue].is_ladder or len(move.steps) > 3:
        refuse(Refusal.WRONG_ISSUES, move.issue)
    if any(step.size < 0 for step in move.steps):
        refuse(Refusal.VALUE_OUT_OF_RANGE, move.issue)


def _methods(view: SeatView, move: m.ChooseMethods) -> None:
    _ready_side(view)
    if len(move.forms) > 3 or len(set(move.forms)) != len(move.forms):
        refuse(Refusal.WRONG_ISSUES)


def _set_order(view: SeatView, move: m.SetOrder) -> None:
    _ready_order(view)
    check_permutation(view, move.order)


def _ready(view: SeatView, move: m.Ready) -> None:
    _ready_side(view)
    side = view.brief.side
    seats = [seat for seat in view.common.setup.seats if seat.side is side]
    owned = sorted(issue for seat in seats for issue in seat.issues)
    hats = [role for seat in seats for role in seat.roles]
    if (
        owned != list(range(len(view.brief.issues)))
        or hats.count(Role.COORDINATOR) != 1
        or hats.count(Role.DECISION_MAKER) != 1
        or any(seat.issues and not seat.has(Role.NEGOTIATOR) for seat in seats)
    ):
        refuse(Refusal.ROLES_INCOMPLETE)


def _propose(view: SeatView, move: m.Propose) -> None:
    _ready_pen(view)
    record = view.common.record
    lines = move.lines or record.drafts
    if not lines:
        refuse(Refusal.NOTHING_TO_WRITE)
    on_lines = list(agreement.written(record, len(view.brief.issues)))
    promised = set(agreement.written_benefits(record))
    for line in lines:
        check_values(view, line.terms)
        check_benefits(view, line.benefits)
        if not promised.isdisjoint(line.benefits):
            refuse(Refusal.ON_RECORD)
        promised.update(line.benefits)
        if not line.benefits and not any(tick is not None for tick in line.terms):
            refuse(Refusal.NOTHING_TO_WRITE)
        check_binding(view, line.terms)
        for place, tick in enumerate(line.terms):
            if tick is not None:
                if on_lines[place] is not None:
                    refuse(Refusal.ON_RECORD, place)
                on_lines[place] = tick


def lines_meant(view: SeatView, numbers: tuple[int, ...], by: Side) -> tuple[Line, ...]:
    """The proposed lines of a side that a move means: those numbered, else all of them."""
    waiting = agreement.proposed_by_other(view.common.record, by.other)
    if not numbers:
        if not waiting:
            refuse(Refusal.NO_SUCH_LINE)
        return waiting
    by_number = {line.number: line for line in waiting}
    if len(set(numbers)) != len(numbers) or any(number not in by_number for number in numbers):
        refuse(Refusal.NO_SUCH_LINE)
    return tuple(by_number[number] for number in numbers)


def _confirm(view: SeatView, move: m.Confirm) -> None:
    for line in lines_meant(view, move.lines, view.brief.side.other):
        check_binding(view, line.deal.terms)


def _refuse_lines(view: SeatView, move: m.Refuse) -> None:
    lines_meant(view, move.lines, view.brief.side.other)


def _strike(view: SeatView, move: m.Strike) -> None:
    lines_meant(view, move.lines, view.brief.side)


def _reopen(view: SeatView, move: m.Reopen) -> None:
    for line in view.common.record.lines:
        if line.number == move.line and line.state is LineState.CONFIRMED:
            if line.reopen_by is view.brief.side:
                refuse(Refusal.ALREADY_DONE)
            return
    refuse(Refusal.NO_SUCH_LINE)


def sheet_deal(view: SeatView, move: m.Draw) -> m.Deal:
    """What a sheet would hold: as stated, else from the record and what is agreed."""
    if move.deal.terms:
        return move.deal
    record = view.common.record
    return m.Deal(
        agreement.agreed(record, len(view.brief.issues)), agreement.agreed_benefits(record)
    )


def _draw(view: SeatView, move: m.Draw) -> None:
    _ready_draw(view)
    deal = sheet_deal(view, move)
    check_values(view, deal.terms)
    check_benefits(view, deal.benefits)
    if not agreement.is_complete(deal.terms):
        refuse(Refusal.SHEET_INCOMPLETE, deal.terms.index(None))
    check_inside_floor(view, deal.terms)


def _guess(view: SeatView, move: m.Guess) -> None:
    _ready_guess(view)
    check_permutation(view, move.order)


def _leave(view: SeatView, move: m.Leave) -> None:
    _ready_leave(view)
    breaks = view.common.positions[view.brief.side].breaks
    if move.purpose in (Purpose.PRESS, Purpose.PROBE) and move.purpose in breaks:
        refuse(Refusal.PURPOSE_SPENT)
    if move.purpose is Purpose.PROBE and len(view.own.cards) >= view.brief.cards:
        refuse(Refusal.NO_CARDS)


def _authorise(view: SeatView, move: m.Authorise) -> None:
    _ready_authorise(view)
    check_values(view, move.terms)
    check_inside_floor(view, move.terms)
    if not any(tick is not None for tick in move.terms):
        refuse(Refusal.EMPTY_OFFER)


_READY: dict[type[m.Move], Callable[[SeatView], None]] = {
    m.Assign: _ready_side,
    m.SetAuthority: _ready_side,
    m.ChooseMethods: _ready_side,
    m.PlanSteps: _ready_plan,
    m.Ready: _ready_side,
    m.Introduce: _ready_side,
    m.SetOrder: _ready_order,
    m.Ask: _ready_ask,
    m.Answer: _ready_answer,
    m.Accept: _ready_accept,
    m.Prefer: _ready_prefer,
    m.Withdraw: _ready_withdraw,
    m.HandOver: _ready_hand_over,
    m.Unsay: _ready_unsay,
    m.Propose: _ready_pen,
    m.Confirm: _ready_lines,
    m.Refuse: _ready_lines,
    m.Strike: _ready_strike,
    m.Reopen: _ready_reopen,
    m.ClaimPen: _ready_claim,
    m.Draw: _ready_draw,
    m.Sign: _ready_sign,
    m.Tear: _ready_tear,
    m.Guess: _ready_guess,
    m.Leave: _ready_leave,
    m.Authorise: _ready_authorise,
    m.CallExecutives: _ready_executives,
    m.Return: _ready_away,
}


def _only_ready(ready: Callable[[SeatView], None]) -> Callable[[SeatView, Any], None]:
    return lambda view, move: ready(view)


_SPECIAL: dict[type[m.Move], Callable[[SeatView, Any], None]] = {
    **{kind: _only_ready(ready) for kind, ready in _READY.items()},
    m.Assign: _assign,
    m.SetAuthority: _set_authority,
    m.PlanSteps: _plan,
    m.ChooseMethods: _methods,
    m.SetOrder: _set_order,
    m.Ready: _ready,
    m.Ask: _ask,
    m.Answer: _answer,
    m.Offer: _offer,
    m.Accept: _accept,
    m.Argue: _argue,
    m.Tell: _tell,
    m.HandOver: _hand_over,
    m.Propose: _propose,
    m.Confirm: _confirm,
    m.Refuse: _refuse_lines,
    m.Strike: _strike,
    m.Reopen: _reopen,
    m.Draw: _draw,
    m.Guess: _guess,
    m.Leave: _leave,
    m.Authorise: _authorise,
}
