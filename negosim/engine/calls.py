"""Who is asked for a move now. Public data only."""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine.common import Common
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Phase

# Python 3.11 finds a member of an enum slowly, and these are asked for at every move.
_TALKS = Phase.TALKS
_BEFORE = (Phase.PREPARATION, Phase.INTRODUCTION)


def calls(common: Common) -> tuple[Side, ...]:
    """The sides that may want to move, in the order in which they are asked.

    The last one must move for the match to go on; those before it may react first
    (lines to confirm, a sheet to sign, two packages to choose from) or let it pass.
    Empty when the match is over.
    """
    phase = common.phase
    if phase is not _TALKS:
        if phase in _BEFORE:
            return tuple([side for side in SIDES if not common.ready[side]])
        # A break waits for the side that is out; a match that is over for nobody.
        return () if common.recess is None else (common.recess.out,)
    turn = common.turn
    if turn.question is not None:
        return (turn.question.by.other,)
    mover = turn.side
    if may_react(common, mover.other):
        return (mover.other, mover)
    return (mover,)


def must_move(common: Common, side: Side) -> bool:
    """Whether the match waits for this side and cannot go on without its move.

    While both prepare or introduce themselves it waits for either.
    """
    called = calls(common)
    if common.phase in _BEFORE:
        return side in called
    return bool(called) and called[-1] is side


def may_react(common: Common, side: Side) -> bool:
    """Whether something waits for this side that needs no turn."""
    record = common.record
    sheet = record.sheet
    if sheet is not None and not sheet.signed[side]:
        return True
    if record.lines and (
        agreement.proposed_by_other(record, side) or agreement.reopening_asked(record, side.other)
    ):
        return True
    offer = common.positions[side.other].offer
    return offer is not None and offer.second is not None and offer.preferred is None
