"""What is agreed, what is written, what a sheet would hold. Public data only."""

from __future__ import annotations

from collections.abc import Iterable

from negosim.engine.common import Line, Record
from negosim.engine.issue import Terms
from negosim.engine.moves import Deal
from negosim.engine.sides import Side
from negosim.engine.words import LineState

# Python 3.11 finds a member of an enum slowly, and these are asked for at every move.
_PROPOSED, _CONFIRMED = LineState.PROPOSED, LineState.CONFIRMED

OPEN_STATES = (_PROPOSED, _CONFIRMED)


def confirmed(record: Record, count: int) -> tuple[int | None, ...]:
    """Terms of the confirmed lines."""
    return _laid((line.deal for line in record.lines if line.state is _CONFIRMED), count)


def written(record: Record, count: int) -> tuple[int | None, ...]:
    """Terms of the lines that are proposed or confirmed."""
    return _laid((line.deal for line in record.lines if line.state in OPEN_STATES), count)


def agreed(record: Record, count: int) -> tuple[int | None, ...]:
    """All that both have agreed to: drafts, lines that say what was agreed, confirmed lines."""
    return _laid(_agreed_deals(record), count)


def agreed_benefits(record: Record) -> tuple[int, ...]:
    """The benefits that go with what is agreed, ascending."""
    return tuple(sorted({place for deal in _agreed_deals(record) for place in deal.benefits}))


def proposed_by_other(record: Record, by: Side) -> tuple[Line, ...]:
    """Lines that wait for `by`'s answer."""
    return tuple(line for line in record.lines if line.state is _PROPOSED and line.by is not by)


def reopening_asked(record: Record, by: Side) -> tuple[Line, ...]:
    """Confirmed lines that `by` asks the other side to reopen."""
    return tuple(line for line in record.lines if line.state is _CONFIRMED and line.reopen_by is by)


def is_complete(terms: Terms) -> bool:
    return all(tick is not None for tick in terms)


def says_what_was_agreed(record: Record, deal: Deal) -> bool:
    """Whether every value and benefit of a line stands in a draft not yet written."""
    for issue, tick in enumerate(deal.terms):
        if tick is not None and not any(draft.terms[issue] == tick for draft in record.drafts):
            return False
    drafted = {place for draft in record.drafts for place in draft.benefits}
    return drafted.issuperset(deal.benefits)


def off_record(record: Record, terms: Terms) -> int:
    """The `IssueSet` of values on a sheet that no confirmed line holds. Source: exercise.md R41."""
    out = 0
    for issue, (tick, line) in enumerate(zip(terms, confirmed(record, len(terms)), strict=True)):
        if tick != line:
            out |= 1 << issue
    return out


def confirmed_benefits(record: Record) -> tuple[int, ...]:
    """The benefits on confirmed lines, ascending."""
    return _benefits_on(record, (_CONFIRMED,))


def written_benefits(record: Record) -> tuple[int, ...]:
    """The benefits on lines that are proposed or confirmed, ascending."""
    return _benefits_on(record, OPEN_STATES)


def benefits_off(record: Record, benefits: tuple[int, ...]) -> tuple[int, ...]:
    """The benefits that stand on a sheet or on confirmed lines alone, ascending."""
    return tuple(sorted(set(benefits) ^ set(confirmed_benefits(record))))


def without(deal: Deal, written_terms: Terms, benefits: tuple[int, ...]) -> Deal | None:
    """What is left of a draft once `written_terms` are on a line; None: nothing."""
    rest = tuple(
        None if line is not None else tick
        for tick, line in zip(deal.terms, written_terms, strict=True)
    )
    left = tuple(place for place in deal.benefits if place not in benefits)
    if left or any(tick is not None for tick in rest):
        return Deal(rest, left)
    return None


def _benefits_on(record: Record, states: tuple[LineState, ...]) -> tuple[int, ...]:
    on = {place for line in record.lines if line.state in states for place in line.deal.benefits}
    return tuple(sorted(on))


def _agreed_deals(record: Record) -> list[Deal]:
    deals = [
        line.deal
        for line in record.lines
        if line.state is _CONFIRMED or (line.state is _PROPOSED and line.agreed)
    ]
    deals.extend(record.drafts)
    return deals


def _laid(deals: Iterable[Deal], count: int) -> tuple[int | None, ...]:
    terms: list[int | None] = [None] * count
    for deal in deals:
        for issue, tick in enumerate(deal.terms):
            if tick is not None:
                terms[issue] = tick
    return tuple(terms)
