"""Whether what a kind of move needs lies on the table, whatever the move will say.

Each `ready_*` raises `IllegalMove` or returns; it reads a seat's view alone.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine.clock import PATIENCE_MS, UNSAY_MS
from negosim.engine.common import Seat
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.naming import check_binding, refuse
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import LineState, Orders, Phase, Purpose, Role, TableKind

QUESTIONS_A_TURN = 2


BREAKS_A_SIDE = 3


def my_seat(view: SeatView) -> Seat:
    """The seat of the view, with its hats."""
    for seat in view.common.setup.seats:
        if seat.name == view.seat:
            return seat
    raise IllegalMove(Refusal.NO_SUCH_SEAT)


def ready_side(view: SeatView) -> None:
    if view.common.ready[view.brief.side]:
        refuse(Refusal.ALREADY_DONE)


def ready_plan(view: SeatView) -> None:
    if view.common.phase is Phase.BREAK:
        ready_away(view)
    else:
        ready_side(view)


def ready_ask(view: SeatView) -> None:
    turn = view.common.turn
    if turn.question is not None:
        refuse(Refusal.AWAITING_ANSWER)
    if view.common.setup.kind is TableKind.TYPED and turn.asked >= QUESTIONS_A_TURN:
        refuse(Refusal.TOO_MANY_QUESTIONS)


def ready_answer(view: SeatView) -> None:
    question = view.common.turn.question
    if question is None or question.by is view.brief.side:
        refuse(Refusal.NO_QUESTION)


def ready_accept(view: SeatView) -> None:
    if view.common.positions[view.brief.side.other].offer is None:
        refuse(Refusal.NO_OFFER)


def ready_prefer(view: SeatView) -> None:
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None or offer.second is None:
        refuse(Refusal.NO_SECOND_PACKAGE)
    if offer.preferred is not None:
        refuse(Refusal.ALREADY_DONE)


def ready_withdraw(view: SeatView) -> None:
    if view.common.positions[view.brief.side].offer is None:
        refuse(Refusal.NO_OFFER)


def ready_hand_over(view: SeatView) -> None:
    if not my_seat(view).has(Role.COORDINATOR):
        refuse(Refusal.NOT_COORDINATOR)


def ready_pen(view: SeatView) -> None:
    pen = view.common.record.pen
    if pen is not None and pen is not view.brief.side:
        refuse(Refusal.NOT_PEN)


def ready_lines(view: SeatView) -> None:
    if not agreement.proposed_by_other(view.common.record, view.brief.side):
        refuse(Refusal.NO_SUCH_LINE)


def ready_strike(view: SeatView) -> None:
    if not agreement.proposed_by_other(view.common.record, view.brief.side.other):
        refuse(Refusal.NO_SUCH_LINE)


def ready_reopen(view: SeatView) -> None:
    side = view.brief.side
    for line in view.common.record.lines:
        if line.state is LineState.CONFIRMED and line.reopen_by is not side:
            return
    refuse(Refusal.NO_SUCH_LINE)


def ready_claim(view: SeatView) -> None:
    record = view.common.record
    side = view.brief.side
    if record.pen is side:
        refuse(Refusal.ALREADY_DONE)
    if record.pen is None or record.pen_free:
        return
    since = record.drafted_ms
    if since is None or view.common.elapsed_ms - since < PATIENCE_MS:
        refuse(Refusal.PEN_HELD)


def ready_draw(view: SeatView) -> None:
    if view.common.record.sheet is not None:
        refuse(Refusal.SHEET_ON_TABLE)
    ready_pen(view)


def ready_sign(view: SeatView) -> None:
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


def ready_tear(view: SeatView) -> None:
    if view.common.record.sheet is None:
        refuse(Refusal.NO_SHEET)


def ready_guess(view: SeatView) -> None:
    if view.own.guess:
        refuse(Refusal.ALREADY_DONE)


def ready_leave(view: SeatView) -> None:
    if len(view.common.positions[view.brief.side].breaks) >= BREAKS_A_SIDE:
        refuse(Refusal.NO_BREAKS_LEFT)


def ready_away(view: SeatView) -> None:
    recess = view.common.recess
    if recess is None or recess.out is not view.brief.side:
        refuse(Refusal.NOT_AWAY)


def ready_authorise(view: SeatView) -> None:
    ready_away(view)
    recess = view.common.recess
    if recess is not None and recess.purpose not in (Purpose.CONSULT, Purpose.PRESS):
        refuse(Refusal.NOT_CONSULTING)


def ready_executives(view: SeatView) -> None:
    ready_away(view)
    if view.common.positions[view.brief.side].executives:
        refuse(Refusal.EXECUTIVES_SPENT)


def ready_unsay(view: SeatView) -> None:
    common = view.common
    if common.setup.kind is not TableKind.SPOKEN:
        refuse(Refusal.NOT_SPOKEN)
    if common.turn.entered is not view.brief.side.other:
        refuse(Refusal.NO_OFFER)
    if common.elapsed_ms - common.turn.moved_ms > UNSAY_MS:
        refuse(Refusal.TOO_LATE)


def ready_order(view: SeatView) -> None:
    if view.common.setup.orders is not Orders.TEAM:
        refuse(Refusal.WRONG_PHASE)
    ready_side(view)
    if view.own.order_locked:
        refuse(Refusal.ALREADY_DONE)
