"""What their answers leave on the tracks: the issue they say matters most, values they named.

From one's own questions and their answers alone; what they say may be untrue, so it is
shown as said. Source: exercise.md R31, look.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from negosim.engine import events as e
from negosim.engine.common import seat_side
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind
from negosim.present.clues import first_by, ranked_by


class Care(StrEnum):
    """What they said an issue is to them."""

    FIRST = "first"
    NAMED = "named"


@record(frozen=True, slots=True)
class ToldMarks:
    """`cares`: by issue what they said of it, None for nothing; `wanted`: the values they named
    when last asked what they want, None where they named none."""

    cares: tuple[Care | None, ...]
    wanted: Terms


def told_marks(view: SeatView, heard: Sequence[SeatEvent]) -> ToldMarks:
    """What has been answered so far; a later word on an issue stands for an earlier one."""
    count = len(view.brief.issues)
    cares: list[Care | None] = [None] * count
    wanted: list[int | None] = [None] * count
    asked: e.QuestionAsked | None = None
    for each in heard:
        event = each.event
        if isinstance(event, e.QuestionAsked):
            asked = event if _is_ours(view, event.seat) else None
        elif isinstance(event, e.QuestionAnswered) and asked is not None:
            _take_in(cares, event, _first(asked, event, count))
            if event.kind is AnswerKind.DEMAND:
                for issue, tick in enumerate(event.demand):
                    wanted[issue] = tick if tick is not None else wanted[issue]
            asked = None
        elif isinstance(event, e.Told) and not _is_ours(view, event.seat) and count == 2:
            _put_first(cares, event.more)
    return ToldMarks(tuple(cares), tuple(wanted))


def _first(asked: e.QuestionAsked, answered: e.QuestionAnswered, count: int) -> int | None:
    """The issue that the answer puts before all others; None where it does not."""
    ranked = ranked_by(asked, answered)
    # Of two issues a pair is the whole order; of more it says nothing of the rest.
    return ranked[0] if len(ranked) == count else first_by(asked, answered)


def _take_in(cares: list[Care | None], event: e.QuestionAnswered, first: int | None) -> None:
    if first is not None:
        _put_first(cares, first)
    elif event.kind is AnswerKind.ISSUE and cares[event.issues[0]] is None:
        cares[event.issues[0]] = Care.NAMED


def _put_first(cares: list[Care | None], issue: int) -> None:
    """There is one first."""
    for place, care in enumerate(cares):
        if care is Care.FIRST:
            cares[place] = None
    cares[issue] = Care.FIRST


def _is_ours(view: SeatView, seat: str) -> bool:
    return seat_side(view.common.setup, seat) is view.brief.side
