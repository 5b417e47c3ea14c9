"""Where a seat stands: the time left, what is unwritten, what signing now would mean.

Figures alone, from the seat's own view; the words are with those who show them.
"""

from __future__ import annotations

from enum import Enum, auto

from negosim.engine import agreement
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.yardstick import points

LAST_MINUTES_MS = 180_000
"""From here on what is unwritten is said loudly (look.md)."""


class Kind(Enum):
    """What the points in reach stand on."""

    AGREED = auto()
    """All of it is agreed."""
    BEYOND = auto()
    """What the other side named may not be signed (R24)."""
    WHOLE = auto()
    """What is agreed, and what the other side named, make a contract."""
    PARTLY = auto()
    """Some issue is neither agreed nor named by the other side."""


@record(frozen=True, slots=True)
class Reach:
    """What signing now would mean for this side alone.

    `points` are those of `terms`, None where they may not be signed; `beyond` are the
    issues that stand in the way then, in agenda order.
    """

    kind: Kind
    terms: Terms
    points: int | None
    beyond: tuple[int, ...] = ()


def time_left_ms(view: SeatView, elapsed_ms: int) -> int | None:
    """What is left of the talks; None without a clock."""
    limit = view.common.setup.limit_ms
    return None if limit is None else max(0, limit - elapsed_ms)


def awaited_news_ms(view: SeatView) -> int | None:
    """When the next announced news is due, in milliseconds of the talks; None when none is awaited."""
    due = [at for place, at in view.brief.announced if not view.common.has_news(place)]
    return min(due, default=None)


def unwritten_issues(view: SeatView) -> tuple[int, ...]:
    """Issues that are agreed and on no line of the record."""
    count = len(view.brief.issues)
    agreed = agreement.agreed(view.common.record, count)
    written = agreement.written(view.common.record, count)
    return tuple(
        number for number in range(count) if agreed[number] is not None and written[number] is None
    )


def terms_in_reach(view: SeatView) -> Terms:
    """What signing now would mean: what is agreed, else what the other side named last."""
    count = len(view.brief.issues)
    agreed = agreement.agreed(view.common.record, count)
    theirs = view.common.positions[view.brief.side.other].named
    return tuple(
        stands if stood is None else stood for stood, stands in zip(agreed, theirs, strict=True)
    )


def beyond_limit(view: SeatView, terms: Terms) -> tuple[int, ...]:
    """Issues at a value that this side may never sign. Source: exercise.md R24."""
    return tuple(
        number
        for number, (tick, floor, yard) in enumerate(
            zip(terms, view.own.floors, view.brief.yardsticks, strict=True)
        )
        if tick is not None and yard.sign * (tick - floor) < 0
    )


def reach(view: SeatView) -> Reach:
    """The points in reach, from one's own marks alone. Source: look.md, "Goal in view"."""
    yards = view.brief.yardsticks
    agreed = agreement.agreed(view.common.record, len(yards))
    if agreement.is_complete(agreed):
        return Reach(Kind.AGREED, agreed, points(yards, agreed))
    terms = terms_in_reach(view)
    beyond = beyond_limit(view, terms)
    if beyond:
        return Reach(Kind.BEYOND, terms, None, beyond)
    kind = Kind.WHOLE if agreement.is_complete(terms) else Kind.PARTLY
    return Reach(kind, terms, points(yards, terms))
