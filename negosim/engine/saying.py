"""Whether a move may say what it says; each check raises `IllegalMove` or returns."""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Line
from negosim.engine.concession import merged
from negosim.engine.errors import Refusal
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
from negosim.engine.readiness import (
    ready_answer,
    ready_ask,
    ready_authorise,
    ready_draw,
    ready_guess,
    ready_hand_over,
    ready_leave,
    ready_order,
    ready_pen,
    ready_plan,
    ready_side,
)
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, ArgumentKind, LineState, Purpose, QuestionForm, Role


def may_offer(view: SeatView, move: m.Offer) -> None:
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


def may_accept(view: SeatView, move: m.Accept) -> None:
    terms = accepted_terms(view, move)
    check_not_against_record(view, terms)
    check_binding(view, terms)


def may_ask(view: SeatView, move: m.Ask) -> None:
    ready_ask(view)
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


def may_answer(view: SeatView, move: m.Answer) -> None:
    ready_answer(view)
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


def may_argue(view: SeatView, move: m.Argue) -> None:
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


def may_tell(view: SeatView, move: m.Tell) -> None:
    check_issues(view, (move.more, move.less), 2, 2)


def may_hand_over(view: SeatView, move: m.HandOver) -> None:
    ready_hand_over(view)
    check_issues(view, (move.issue,), 1, 1)


def may_assign(view: SeatView, move: m.Assign) -> None:
    ready_side(view)
    if all(
        seat.name != move.to or seat.side is not view.brief.side for seat in view.common.setup.seats
    ):
        refuse(Refusal.NO_SUCH_SEAT)
    check_issues(view, move.issues, 0, len(view.brief.issues))


def may_set_authority(view: SeatView, move: m.SetAuthority) -> None:
    ready_side(view)
    check_values(view, move.terms)
    check_inside_floor(view, move.terms)


def may_plan(view: SeatView, move: m.PlanSteps) -> None:
    ready_plan(view)
    check_issues(view, (move.issue,), 1, 1)
    if view.brief.issues[move.issue].is_ladder or len(move.steps) > 3:
        refuse(Refusal.WRONG_ISSUES, move.issue)
    if any(step.size < 0 for step in move.steps):
        refuse(Refusal.VALUE_OUT_OF_RANGE, move.issue)


def may_methods(view: SeatView, move: m.ChooseMethods) -> None:
    ready_side(view)
    if len(move.forms) > 3 or len(set(move.forms)) != len(move.forms):
        refuse(Refusal.WRONG_ISSUES)


def may_set_order(view: SeatView, move: m.SetOrder) -> None:
    ready_order(view)
    check_permutation(view, move.order)


def may_ready(view: SeatView, move: m.Ready) -> None:
    ready_side(view)
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


def may_propose(view: SeatView, move: m.Propose) -> None:
    ready_pen(view)
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


def may_confirm(view: SeatView, move: m.Confirm) -> None:
    for line in lines_meant(view, move.lines, view.brief.side.other):
        check_binding(view, line.deal.terms)


def may_refuse_lines(view: SeatView, move: m.Refuse) -> None:
    lines_meant(view, move.lines, view.brief.side.other)


def may_strike(view: SeatView, move: m.Strike) -> None:
    lines_meant(view, move.lines, view.brief.side)


def may_reopen(view: SeatView, move: m.Reopen) -> None:
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


def may_draw(view: SeatView, move: m.Draw) -> None:
    ready_draw(view)
    deal = sheet_deal(view, move)
    check_values(view, deal.terms)
    check_benefits(view, deal.benefits)
    if not agreement.is_complete(deal.terms):
        refuse(Refusal.SHEET_INCOMPLETE, deal.terms.index(None))
    check_inside_floor(view, deal.terms)


def may_guess(view: SeatView, move: m.Guess) -> None:
    ready_guess(view)
    check_permutation(view, move.order)


def may_leave(view: SeatView, move: m.Leave) -> None:
    ready_leave(view)
    breaks = view.common.positions[view.brief.side].breaks
    if move.purpose in (Purpose.PRESS, Purpose.PROBE) and move.purpose in breaks:
        refuse(Refusal.PURPOSE_SPENT)
    if move.purpose is Purpose.PROBE and len(view.own.cards) >= view.brief.cards:
        refuse(Refusal.NO_CARDS)


def may_authorise(view: SeatView, move: m.Authorise) -> None:
    ready_authorise(view)
    check_values(view, move.terms)
    check_inside_floor(view, move.terms)
    if not any(tick is not None for tick in move.terms):
        refuse(Refusal.EMPTY_OFFER)
