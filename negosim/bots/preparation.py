"""What a bot does before the talks: sheet, authority, methods, ready. Source: exercise.md R8-R10."""

from __future__ import annotations

from collections.abc import Callable

from negosim.bots.character import Character
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.legality import refusal
from negosim.engine.opening import planned_sizes
from negosim.engine.own import Brief
from negosim.engine.scenario import order_of
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import MemberRole, Orders, QuestionForm

METHODS = (QuestionForm.EXPECTATION, QuestionForm.EXCLUSION, QuestionForm.SUMMARISING)
"""Three ways to make the other side tell its order (R32)."""


def next_step(view: SeatView, reading: Reading, character: Character) -> m.Move | None:
    """The next thing to prepare, `Ready` after the last, None when all is done.

    Who will not consult later gives its negotiators a free hand now. Who settles only when
    all is at stake fixes in so many words how far they may go until then.
    """
    common = view.common
    if common.ready[view.brief.side]:
        return None
    if common.setup.orders is Orders.TEAM and not view.own.order_locked:
        return m.SetOrder(order_of(view.brief.marks))
    if character.habits.plans:
        sheet = _next_sheet(view, planned_sizes if character.habits.shrinks else equal_sizes)
        if sheet is not None:
            return sheet
    free = decides_at_the_table(view.brief) or not character.habits.consults
    if free and view.own.authority != view.own.floors:
        return m.SetAuthority(view.own.floors)
    mandate = m.SetAuthority(view.own.authority)
    if character.habits.settles and not reading.mandate and refusal(view, mandate) is None:
        return mandate
    if character.habits.guesses and not view.own.methods and len(view.brief.issues) > 1:
        return m.ChooseMethods(METHODS)
    return m.Ready()


def decides_at_the_table(brief: Brief) -> bool:
    """Whether the client's decision-maker is in the team, so that its floor is its authority (R24)."""
    return brief.side is Side.CLIENT and any(
        member.role is MemberRole.ECONOMIC for member in brief.team
    )


def equal_sizes(span: int) -> tuple[int, ...]:
    """Three steps of one size that add up to about `span`: the sheet of one who does not shrink."""
    return (span // 3,) * 3 if span >= 3 else ()


def _next_sheet(view: SeatView, sizes_of: Callable[[int], tuple[int, ...]]) -> m.PlanSteps | None:
    """The concession sheet of the first numeric issue that has none: quote to target, 4 : 2 : 1.

    Where the target lies next to the quote, or nothing can be traded for the reserve
    behind it, the steps reach on towards the floor: steps must shrink (R26), and crumbs
    would be all that is left to step with. A client's, which are answers and may have to
    answer much, reach over two thirds of its band.
    """
    only = len(view.brief.issues) == 1
    for place, (issue, mark) in enumerate(zip(view.brief.issues, view.brief.marks, strict=True)):
        if issue.is_ladder or view.own.plan[place]:
            continue
        band = abs(mark.quote - mark.floor)
        far = 3 if only else 2 if view.brief.side is Side.CLIENT else 1
        span = max(abs(mark.quote - mark.target), far * band // (4 if only else 3))
        sizes = sizes_of(span)
        if sizes:
            return m.PlanSteps(place, tuple(m.PlannedStep(size) for size in sizes))
    return None
