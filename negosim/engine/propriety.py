"""The four good reasons to leave the table. Source: exercise.md R35."""

from __future__ import annotations

from negosim.engine.issue import IssueSet, has_bit
from negosim.engine.judging import planned_room
from negosim.engine.state import SeatView
from negosim.engine.words import Purpose


def is_proper_leave(view: SeatView, purpose: Purpose) -> bool:
    """Whether one of the four good reasons to leave holds. Source: exercise.md R35."""
    common = view.common
    if purpose is Purpose.CONSULT:
        talk = common.talk[view.brief.side]
        # An answer that served for a concession since has still told the demand.
        asked = talk.demanded | talk.fresh
        return (
            common.turn.deadlocked
            or step_needs_authority(view)
            or demand_needs_authority(view, asked)
        )
    if purpose is Purpose.GAIN_TIME:
        waiting = any(not common.has_news(place) for place, _ in view.brief.announced)
        return waiting or common.turn.deadlocked
    if purpose is Purpose.PRESS:
        return common.positions[view.brief.side.other].still >= 2
    drawn = len(view.own.cards)
    return drawn < view.brief.cards and common.talk[view.brief.side].evaded


def step_needs_authority(view: SeatView) -> bool:
    """Whether one's next planned step on some issue needs authority one lacks."""
    best_named = view.common.positions[view.brief.side].best
    for issue in _short(view):
        best = best_named[issue]
        if best is not None:
            planned = planned_room(view, issue)
            left = view.brief.yardsticks[issue].sign * (best - view.own.authority[issue])
            if (planned[0] if planned is not None else 1) > left:
                return True
    return False


def demand_needs_authority(view: SeatView, asked: IssueSet) -> bool:
    """Whether a standing demand on one of the issues `asked` about needs authority one lacks."""
    theirs = view.common.positions[view.brief.side.other].named
    for issue in _short(view):
        demand = theirs[issue]
        sign = view.brief.yardsticks[issue].sign
        if (
            demand is not None
            and has_bit(asked, issue)
            and sign * (demand - view.own.authority[issue]) < 0
        ):
            return True
    return False


def _short(view: SeatView) -> list[int]:
    """The issues on which consulting could free anything."""
    own = view.own
    return [
        issue
        for issue, yard in enumerate(view.brief.yardsticks)
        if yard.sign * (own.authority[issue] - own.floors[issue]) > 0
    ]
