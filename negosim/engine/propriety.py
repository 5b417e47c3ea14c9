"""The four good reasons to leave the table. Source: exercise.md R35."""

from __future__ import annotations

from negosim.engine.issue import has_bit
from negosim.engine.judging import planned_room
from negosim.engine.state import SeatView
from negosim.engine.words import (
    Purpose,
)


def is_proper_leave(view: SeatView, purpose: Purpose) -> bool:
    """Whether one of the four good reasons to leave holds. Source: exercise.md R35."""
    common = view.common
    if purpose is Purpose.CONSULT:
        return common.turn.deadlocked or _needs_authority(view)
    if purpose is Purpose.GAIN_TIME:
        waiting = any(not common.has_news(place) for place, _ in view.brief.announced)
        return waiting or common.turn.deadlocked
    if purpose is Purpose.PRESS:
        return common.positions[view.brief.side.other].still >= 2
    drawn = len(view.own.cards)
    return drawn < view.brief.cards and common.talk[view.brief.side].evaded


def _needs_authority(view: SeatView) -> bool:
    """Whether the next planned step, or a standing demand asked about, needs more authority."""
    side = view.brief.side
    common = view.common
    position = common.positions[side]
    theirs = common.positions[side.other].named
    talk = common.talk[side]
    # An answer that served for a concession since has still told the demand.
    asked = talk.demanded | talk.fresh
    for issue, yard in enumerate(view.brief.yardsticks):
        authority, floor = view.own.authority[issue], view.own.floors[issue]
        if yard.sign * (authority - floor) <= 0:
            continue  # nothing that consulting could free
        best = position.best[issue]
        if best is not None:
            planned = planned_room(view, issue)
            left = yard.sign * (best - authority)
            if (planned[0] if planned is not None else 1) > left:
                return True
        demand = theirs[issue]
        if demand is not None and has_bit(asked, issue) and yard.sign * (demand - authority) < 0:
            return True
    return False
