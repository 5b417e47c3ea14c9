"""What a player prepares before the talks, kept as a draft until it is sent as moves.

The draft starts filled in, so that a newcomer may sit down at once. It holds no view:
what is sent is what differs from the view handed in, so nothing is sent twice and
nothing is lost. Texts and drawing live elsewhere. Source: exercise.md R8, R9, R24, R32.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.opening import planned_sizes
from negosim.engine.record import but
from negosim.engine.scenario import order_of
from negosim.engine.state import SeatView
from negosim.engine.words import Orders, QuestionForm, Role
from negosim.engine.yardstick import Marks
from negosim.present.choices import silent
from negosim.present.preparation_hats import Hats, assignments, hats_of
from negosim.present.staircase_shape import shrinking, told_by

STEPS = 3
"""Steps of a concession sheet (R8)."""
METHODS = 3
"""Ways to learn the other side's order (R32)."""
FIRST_METHODS = (QuestionForm.OPEN, QuestionForm.EXCLUSION, QuestionForm.CAUSAL)
"""The methods of a filled sheet."""
NO_STEP = m.PlannedStep(0)


class Sheet(StrEnum):
    """A page of the preparation, in the order they are listed."""

    BRIEF = "brief"
    PEOPLE = "people"
    FRAMEWORK = "framework"
    AUTHORITY = "authority"
    STEPS = "steps"
    METHODS = "methods"


class Tick(StrEnum):
    """How a sheet stands: not looked at, in order, or with something to look at again."""

    UNSEEN = "unseen"
    DONE = "done"
    LOOK = "look"


def sheets_of(view: SeatView) -> tuple[Sheet, ...]:
    """The sheets there are to fill in: no steps without a numeric issue, no methods for
    an order of one."""
    brief = view.brief
    return tuple(
        sheet
        for sheet in Sheet
        if (sheet is not Sheet.STEPS or any(not issue.is_ladder for issue in brief.issues))
        and (sheet is not Sheet.METHODS or len(brief.issues) > 1)
    )


def filled(mark: Marks) -> tuple[m.PlannedStep, ...]:
    """Three shrinking steps from quote to target, as many as the way has room for."""
    sizes = planned_sizes(abs(mark.quote - mark.target))
    steps = tuple(m.PlannedStep(size) for size in sizes)
    return steps + (NO_STEP,) * (STEPS - len(steps))


class Draft:
    """One side's preparation while it is being made.

    Read the attributes; change them through the methods. `order`: issues, the most
    important first (`orders: team`); `seen`: sheets that have been opened.
    """

    def __init__(self, view: SeatView) -> None:
        """As already planned in the view, else filled in."""
        self.order = order_of(view.brief.marks)
        self.methods = view.own.methods or FIRST_METHODS
        self.hats: Hats = hats_of(view.common.setup.seats, view.brief.side, len(view.brief.issues))
        self.seen: set[Sheet] = set()
        self._authority: dict[int, int] = {}
        self._changed: set[Sheet] = set()
        self._steps: dict[int, tuple[m.PlannedStep, ...]] = {}
        self._changed_steps: set[int] = set()
        for number, issue in enumerate(view.brief.issues):
            if not issue.is_ladder:
                planned = view.own.plan[number]
                self._steps[number] = (
                    (*planned, *(NO_STEP,) * (STEPS - len(planned)))
                    if planned
                    else filled(view.brief.marks[number])
                )

    # -- what stands -------------------------------------------------------------------

    def authority(self, view: SeatView, issue: int) -> int:
        """How far the negotiators may go on an issue, in ticks."""
        return self._authority.get(issue, view.own.authority[issue])

    def steps(self, issue: int) -> tuple[m.PlannedStep, ...]:
        """Always `STEPS` rows; a size of 0 is no step. KeyError for a ladder."""
        return self._steps[issue]

    def sizes(self, issue: int) -> tuple[int, ...]:
        """The sizes of the steps there are, in ticks."""
        return tuple(step.size for step in self._steps[issue] if step.size)

    def numeric(self) -> tuple[int, ...]:
        """The issues that have a concession sheet, in agenda order."""
        return tuple(self._steps)

    # -- what the player does ----------------------------------------------------------

    def set_authority(self, issue: int, tick: int) -> None:
        self._authority[issue] = tick

    def set_size(self, issue: int, place: int, size: int) -> None:
        self._put(issue, place, but(self._steps[issue][place], size=size))

    def set_words(
        self, issue: int, place: int, *, exchange: str | None = None, reason: str | None = None
    ) -> None:
        """What is asked for a step, and why it is given; None keeps what stands."""
        step = self._steps[issue][place]
        if exchange is not None:
            step = but(step, exchange=exchange)
        if reason is not None:
            step = but(step, reason=reason)
        self._put(issue, place, step)

    def prefill(self, view: SeatView, issue: int) -> None:
        """Sizes anew from quote to target; what was written beside them stays."""
        for place, step in enumerate(filled(view.brief.marks[issue])):
            self.set_size(issue, place, step.size)

    def toggle_method(self, form: QuestionForm) -> None:
        """Choose a way to ask or put it back; more than `METHODS` are not taken."""
        if form in self.methods:
            self.methods = tuple(each for each in self.methods if each is not form)
        elif len(self.methods) < METHODS:
            self.methods = (*self.methods, form)
        self._changed.add(Sheet.METHODS)

    def move_up(self, place: int, by: int) -> None:
        """Move the issue at a place of the order by `by` places, as far as there are any."""
        order = list(self.order)
        issue = order.pop(place)
        order.insert(min(max(place + by, 0), len(order)), issue)
        self.order = tuple(order)

    def deal(self, hats: Hats) -> None:
        """Hats and issues dealt anew."""
        self.hats = hats

    # -- what is sent ------------------------------------------------------------------

    def pending(self, view: SeatView) -> tuple[m.Move, ...]:
        """What the player has changed and the match does not know yet. Locks no order."""
        moves: list[m.Move] = [*assignments(self.hats, _own_seats(view))]
        moves += self._authority_moves(view)
        moves += self._plans(view, tuple(sorted(self._changed_steps)))
        if Sheet.METHODS in self._changed:
            moves += self._methods_move(view)
        return tuple(moves)

    def lock_order(self, view: SeatView) -> tuple[m.Move, ...]:
        """The moves that lock the order as it stands; empty where it is not the team's own.

        Authority follows a new order, so what the player has set of it is said again.
        Source: exercise.md R3, R24.
        """
        if not may_order(view):
            return ()
        return (m.SetOrder(self.order), *self._authority_moves(view, anew=True))

    def closing(self, view: SeatView) -> tuple[m.Move, ...]:
        """Everything that ends the preparation, `Ready` last."""
        locked = self.lock_order(view)
        moves: list[m.Move] = [*assignments(self.hats, _own_seats(view))]
        moves += locked or self._authority_moves(view)
        moves += self._plans(view, self.numeric())
        if Sheet.METHODS in sheets_of(view):
            moves += self._methods_move(view)
        return (*moves, m.Ready())

    def director(self, view: SeatView) -> str:
        """The seat that wears the decision-maker's hat in the match as it is."""
        return next(seat.name for seat in _own_seats(view) if seat.has(Role.DECISION_MAKER))

    def _put(self, issue: int, place: int, step: m.PlannedStep) -> None:
        steps = self._steps[issue]
        self._steps[issue] = (*steps[:place], step, *steps[place + 1 :])
        self._changed_steps.add(issue)

    def _authority_moves(self, view: SeatView, *, anew: bool = False) -> tuple[m.Move, ...]:
        terms = tuple(
            tick if tick is not None and (anew or tick != stands) else None
            for tick, stands in zip(
                map(self._authority.get, range(len(view.brief.issues))),
                view.own.authority,
                strict=True,
            )
        )
        return () if terms.count(None) == len(terms) else (m.SetAuthority(terms),)

    def _plans(self, view: SeatView, issues: tuple[int, ...]) -> list[m.Move]:
        plans: list[m.Move] = []
        for issue in issues:
            steps = tuple(step for step in self._steps[issue] if step.size)
            if steps != view.own.plan[issue]:
                plans.append(m.PlanSteps(issue, steps))
        return plans

    def _methods_move(self, view: SeatView) -> tuple[m.Move, ...]:
        return () if self.methods == view.own.methods else (m.ChooseMethods(self.methods),)


def may_order(view: SeatView) -> bool:
    """Whether the team sets its own priorities and has not locked them. Source: exercise.md R3."""
    return view.common.setup.orders is Orders.TEAM and not view.own.order_locked


def tick_of(draft: Draft, view: SeatView, sheet: Sheet) -> Tick:
    """How a sheet stands. At exam a sheet that was opened is done, whatever it holds."""
    if sheet not in draft.seen:
        return Tick.UNSEEN
    if silent(view):
        return Tick.DONE
    match sheet:
        case Sheet.FRAMEWORK:
            fine = not may_order(view)
        case Sheet.STEPS:
            fine = all(_holds(draft, view, issue) for issue in draft.numeric())
        case Sheet.METHODS:
            fine = len(draft.methods) == METHODS
        case Sheet.BRIEF | Sheet.PEOPLE | Sheet.AUTHORITY:
            fine = True
    return Tick.DONE if fine else Tick.LOOK


def _holds(draft: Draft, view: SeatView, issue: int) -> bool:
    """Whether the planned steps shrink and do not point at one's limit. Source: R26, R28."""
    sizes, marks = draft.sizes(issue), view.brief.marks[issue]
    told = told_by(
        sizes,
        start=marks.quote,
        sign=view.brief.yardsticks[issue].sign,
        marks=marks,
        floor=view.own.floors[issue],
    )
    return shrinking(sizes) and not (told is not None and told.floor_inside)


def _own_seats(view: SeatView) -> tuple[Seat, ...]:
    return tuple(seat for seat in view.common.setup.seats if seat.side is view.brief.side)
