"""What a move says, checked from one seat's view: values, issues, benefits, packages.

Each `check_*` raises `IllegalMove` or returns; bounds are public, floors one's own.
"""

from __future__ import annotations

from typing import NoReturn

from negosim.engine import agreement
from negosim.engine.concession import merged
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.issue import Order, Terms, says_something
from negosim.engine.state import SeatView


def refuse(code: Refusal, issue: int | None = None) -> NoReturn:
    """Raises `IllegalMove`."""
    raise IllegalMove(code, issue=issue)


def check_values(view: SeatView, terms: Terms) -> None:
    """Every value may be named: public bounds only."""
    issues = view.brief.issues
    if len(terms) != len(issues):
        refuse(Refusal.WRONG_ISSUES)
    for place, tick in enumerate(terms):
        if tick is not None:
            issue = issues[place]
            if not issue.lowest <= tick <= issue.highest:
                refuse(Refusal.VALUE_OUT_OF_RANGE, place)


def check_inside_floor(view: SeatView, terms: Terms) -> None:
    floors, yards = view.own.floors, view.brief.yardsticks
    for place, tick in enumerate(terms):
        if tick is not None and yards[place].sign * (tick - floors[place]) < 0:
            refuse(Refusal.BEYOND_FLOOR, place)


def check_binding(view: SeatView, terms: Terms) -> None:
    """What binds lies within the floor and the authority. Source: exercise.md R24."""
    check_inside_floor(view, terms)
    authority, yards = view.own.authority, view.brief.yardsticks
    for place, tick in enumerate(terms):
        if tick is not None and yards[place].sign * (tick - authority[place]) < 0:
            refuse(Refusal.BEYOND_AUTHORITY, place)


def check_not_against_record(view: SeatView, terms: Terms) -> None:
    """A confirmed line is changed only by reopening it. Source: exercise.md R40."""
    lines = view.common.record.lines
    if not lines:
        return
    for place, (tick, line) in enumerate(
        zip(terms, agreement.confirmed(view.common.record, len(terms)), strict=True)
    ):
        if tick is not None and line is not None and tick != line:
            refuse(Refusal.ON_RECORD, place)


def check_issues(view: SeatView, issues: tuple[int, ...], least: int, most: int) -> None:
    count = len(view.brief.issues)
    for issue in issues:
        if not 0 <= issue < count:
            refuse(Refusal.NO_SUCH_ISSUE)
    if not least <= len(issues) <= most or len(set(issues)) != len(issues):
        refuse(Refusal.WRONG_ISSUES)


def check_permutation(view: SeatView, order: Order) -> None:
    count = len(view.brief.issues)
    check_issues(view, order, count, count)


def check_benefits(view: SeatView, benefits: tuple[int, ...]) -> None:
    if not benefits:
        return
    count = len(view.brief.benefits)
    if any(not 0 <= place < count for place in benefits) or len(set(benefits)) != len(benefits):
        refuse(Refusal.NO_SUCH_BENEFIT)


def check_package(view: SeatView, give: Terms, want: Terms) -> Terms:
    check_values(view, give)
    check_values(view, want)
    terms = merged(give, want)
    for place, given in enumerate(give):
        if given is not None and want[place] is not None:
            refuse(Refusal.GIVEN_AND_WANTED, place)
    if not says_something(terms):
        refuse(Refusal.EMPTY_OFFER)
    check_inside_floor(view, terms)
    check_not_against_record(view, terms)
    return terms


def package_points(view: SeatView, terms: Terms, other: Terms) -> int:
    """Own points of a package over the issues that it or `other` names.

    An issue it leaves out counts as it was named last, else at one's quote.
    Source: exercise.md R33.
    """
    named = view.common.positions[view.brief.side].named
    total = 0
    for place, (tick, beside) in enumerate(zip(terms, other, strict=True)):
        if tick is None and beside is None:
            continue
        value = tick if tick is not None else named[place]
        if value is None:
            value = view.brief.marks[place].quote
        yard = view.brief.yardsticks[place]
        total += yard.weight * yard.level(value)
    return total
