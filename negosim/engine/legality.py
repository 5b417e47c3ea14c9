"""Whether a move is legal, from one seat's view alone.

Because nothing but the view is read, a refusal can carry no secret of the other
side, and a window can grey a button with the very code that would refuse it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negosim.engine import moves as m
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.naming import refuse
from negosim.engine.phases import RULES, Turnwise
from negosim.engine.readiness import (
    my_seat,
    ready_accept,
    ready_answer,
    ready_ask,
    ready_authorise,
    ready_away,
    ready_claim,
    ready_draw,
    ready_executives,
    ready_guess,
    ready_hand_over,
    ready_leave,
    ready_lines,
    ready_order,
    ready_pen,
    ready_plan,
    ready_prefer,
    ready_reopen,
    ready_side,
    ready_sign,
    ready_strike,
    ready_tear,
    ready_unsay,
    ready_withdraw,
)
from negosim.engine.saying import (
    may_accept,
    may_answer,
    may_argue,
    may_ask,
    may_assign,
    may_authorise,
    may_confirm,
    may_draw,
    may_guess,
    may_hand_over,
    may_leave,
    may_methods,
    may_offer,
    may_plan,
    may_propose,
    may_ready,
    may_refuse_lines,
    may_reopen,
    may_set_authority,
    may_set_order,
    may_strike,
    may_tell,
)
from negosim.engine.state import SeatView, is_same
from negosim.engine.words import Phase, Role, TableKind

# Python 3.11 finds a member of an enum slowly, and these are asked for at every move.
_TYPED = TableKind.TYPED
_ANY_TIME = Turnwise.ANY_TIME


def check(view: SeatView, move: m.Move) -> None:
    """Raise `IllegalMove` when the seat may not make this move now; else nothing."""
    global _legal
    known_view, known_move = _legal
    if known_move is move and is_same(known_view, view):
        return
    kind = type(move)
    _check_kind(view, kind)
    special = _SPECIAL.get(kind)
    if special is not None:
        special(view, move)
    _legal = (view, move)


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


_legal: tuple[SeatView | None, m.Move | None] = (None, None)
"""The last move found legal. Whoever makes a move asks up to three times (its preview, the
maker, the table), each time with the very same immutable values."""


# -- what holds for a kind of move ------------------------------------------------


def _check_kind(view: SeatView, kind: type[m.Move]) -> None:
    rule = RULES[kind]
    common = view.common
    phase = common.phase
    if phase not in rule.phases:
        refuse(Refusal.OVER if phase is Phase.OVER else Refusal.WRONG_PHASE)
    if rule.director and not my_seat(view).has(Role.DECISION_MAKER):
        refuse(Refusal.NOT_DECISION_MAKER)
    if rule.turn is not _ANY_TIME and common.setup.kind is _TYPED:
        turn = common.turn
        if turn.side is not view.brief.side:
            refuse(Refusal.NOT_YOUR_TURN)
        if turn.question is not None:
            refuse(Refusal.AWAITING_ANSWER)


# -- the same, for what must lie on the table -------------------------------------


# -- what the move itself says ----------------------------------------------------


_READY: dict[type[m.Move], Callable[[SeatView], None]] = {
    m.Assign: ready_side,
    m.SetAuthority: ready_side,
    m.ChooseMethods: ready_side,
    m.PlanSteps: ready_plan,
    m.Ready: ready_side,
    m.Introduce: ready_side,
    m.SetOrder: ready_order,
    m.Ask: ready_ask,
    m.Answer: ready_answer,
    m.Accept: ready_accept,
    m.Prefer: ready_prefer,
    m.Withdraw: ready_withdraw,
    m.HandOver: ready_hand_over,
    m.Unsay: ready_unsay,
    m.Propose: ready_pen,
    m.Confirm: ready_lines,
    m.Refuse: ready_lines,
    m.Strike: ready_strike,
    m.Reopen: ready_reopen,
    m.ClaimPen: ready_claim,
    m.Draw: ready_draw,
    m.Sign: ready_sign,
    m.Tear: ready_tear,
    m.Guess: ready_guess,
    m.Leave: ready_leave,
    m.Authorise: ready_authorise,
    m.CallExecutives: ready_executives,
    m.Return: ready_away,
}


def _only_ready(ready: Callable[[SeatView], None]) -> Callable[[SeatView, Any], None]:
    return lambda view, move: ready(view)


_SPECIAL: dict[type[m.Move], Callable[[SeatView, Any], None]] = {
    **{kind: _only_ready(ready) for kind, ready in _READY.items()},
    m.Assign: may_assign,
    m.SetAuthority: may_set_authority,
    m.PlanSteps: may_plan,
    m.ChooseMethods: may_methods,
    m.SetOrder: may_set_order,
    m.Ready: may_ready,
    m.Ask: may_ask,
    m.Answer: may_answer,
    m.Offer: may_offer,
    m.Accept: may_accept,
    m.Argue: may_argue,
    m.Tell: may_tell,
    m.HandOver: may_hand_over,
    m.Propose: may_propose,
    m.Confirm: may_confirm,
    m.Refuse: may_refuse_lines,
    m.Strike: may_strike,
    m.Reopen: may_reopen,
    m.Draw: may_draw,
    m.Guess: may_guess,
    m.Leave: may_leave,
    m.Authorise: may_authorise,
}
