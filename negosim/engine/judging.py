"""One occasion at a time: what a concession, an owner, a first offer is judged by.

Each function adds its rulings to a list; `rulings` says which moves call for which.
"""

from __future__ import annotations

from negosim.engine.common import Seat
from negosim.engine.concession import hardness, room, tells_limit
from negosim.engine.events import Ruling
from negosim.engine.issue import Terms, has_bit
from negosim.engine.readiness import my_seat
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import Principle, Role

# Python 3.11 finds a member of an enum slowly, and these are asked for at every move.
_CLIENT = Side.CLIENT
_ASK_FIRST, _EXCHANGE = Principle.ASK_FIRST, Principle.EXCHANGE
_AUTHORITY, _SHRINKING = Principle.AUTHORITY, Principle.SHRINKING
_FLOOR_HIDDEN = Principle.FLOOR_HIDDEN


def planned_room(view: SeatView, issue: int) -> tuple[int, int] | None:
    """(planned step, room now) for the next concession on an issue; None without a plan (R23)."""
    steps = view.own.plan[issue]
    done = len(view.common.positions[view.brief.side].steps[issue])
    if done >= len(steps) or steps[done].size <= 0:
        return None
    planned = steps[done].size
    return planned, room_by_hardness(view, planned)


def room_by_hardness(view: SeatView, planned: int) -> int:
    """A step in ticks, scaled to how hard the other side is now. Source: exercise.md R23."""
    hard = hardness(view.common.positions[view.brief.side.other].closes)
    return room(planned, hard, view.brief.harder_means)


def judge_deadlock(view: SeatView, out: list[Ruling], *, traded: bool) -> None:
    """A straight concession out of a deadlock, nobody consulted (R37)."""
    if view.common.turn.deadlocked and not traded:
        out.append(Ruling(Principle.DEADLOCK, False, "straight_out_of_deadlock"))


def judge_concessions(
    view: SeatView,
    out: list[Ruling],
    terms: Terms,
    sizes: tuple[int, ...],
    traded: bool,
    returned: bool,
) -> None:
    side = view.brief.side
    common = view.common
    position = common.positions[side]
    talk = common.talk[side]
    asked = talk.expected | talk.fresh
    if traded:
        asked |= talk.explored
    # B3: a scripted client's asking is part of its turn, so the log has no trace of it.
    asks_unheard = side is _CLIENT and my_seat(view).scripted
    exchangeable = len(view.brief.issues) > 1 or bool(view.brief.benefits)
    for issue, size in enumerate(sizes):
        if size == 0:
            continue
        if not asks_unheard:
            was_asked = has_bit(asked, issue)
            code = "asked" if was_asked else "unasked"
            out.append(Ruling(_ASK_FIRST, was_asked, code, issue))
        if exchangeable:
            code = "exchange_named" if returned else "no_exchange"
            out.append(Ruling(_EXCHANGE, returned, code, issue, (size,)))
        if not traded:
            _judge_size(view, out, issue, size)
            _judge_shrinking(view, out, issue, size, position.steps[issue])
    judge_authority(view, out, terms, sizes)
    judge_floor(view, out, terms, sizes)


def _judge_size(view: SeatView, out: list[Ruling], issue: int, size: int) -> None:
    planned = planned_room(view, issue)
    if planned is not None:
        kept = size <= planned[1]
        code = "within_room" if kept else "too_large"
        out.append(Ruling(Principle.SIZE, kept, code, issue, (size, planned[1], planned[0])))


def _judge_shrinking(
    view: SeatView, out: list[Ruling], issue: int, size: int, before: tuple[int, ...]
) -> None:
    if not before:
        return
    last = before[-1]
    kept = size < last or (view.brief.issues[issue].is_ladder and size == last == 1)
    code = "shrinking" if kept else "not_shrinking"
    out.append(Ruling(_SHRINKING, kept, code, issue, (size, last)))


def judge_authority(
    view: SeatView, out: list[Ruling], terms: Terms, sizes: tuple[int, ...]
) -> None:
    authority, yards = view.own.authority, view.brief.yardsticks
    for issue, tick in enumerate(terms):
        if tick is None:
            continue
        if yards[issue].sign * (tick - authority[issue]) < 0:
            figures = (tick, authority[issue])
            out.append(Ruling(_AUTHORITY, False, "beyond_authority", issue, figures))
        elif sizes[issue]:
            out.append(Ruling(_AUTHORITY, True, "within_authority", issue))


def judge_floor(view: SeatView, out: list[Ruling], terms: Terms, sizes: tuple[int, ...]) -> None:
    """Whether two steps in a row tell the floor. Source: exercise.md R28, R29."""
    steps = view.common.positions[view.brief.side].steps
    for issue, size in enumerate(sizes):
        if not size or not steps[issue]:
            continue
        tick = terms[issue]
        if tick is None or view.brief.issues[issue].is_ladder:
            continue
        sign, mark = view.brief.yardsticks[issue].sign, view.brief.marks[issue]
        span = abs(mark.quote - mark.floor)
        told = tells_limit(steps[issue][-1], size, tick, -sign, view.own.floors[issue], span)
        code = "limit_guessable" if told else "limit_hidden"
        out.append(Ruling(_FLOOR_HIDDEN, not told, code, issue, (steps[issue][-1], size)))


def judge_first_offer(view: SeatView, out: list[Ruling]) -> None:
    """R19: a metric, not a ban; interests come before figures (B5)."""
    side = view.brief.side
    if view.common.positions[side].offers:
        return
    asked = view.common.talk[side].total > 0
    code = "interests_first" if asked else "price_before_interests"
    out.append(Ruling(Principle.INTERESTS_FIRST, asked, code))


def team(view: SeatView) -> Seat | None:
    """The mover's seat when it shares its side with others; alone no role fault is possible (R9)."""
    seats = view.common.setup.seats
    if len(seats) <= 2 or sum(seat.side is view.brief.side for seat in seats) < 2:
        return None
    return my_seat(view)


def _spoke(seat: Seat) -> bool:
    """Whether only the decision-maker's hat can have spoken (R11)."""
    return not (seat.has(Role.NEGOTIATOR) or seat.has(Role.COORDINATOR))


def judge_roles(view: SeatView, out: list[Ruling], given: tuple[int, ...], *, spoken: bool) -> None:
    """`given` are the issues that need their owner; `spoken`: the decision-maker may not (R11)."""
    seat = team(view)
    if seat is None:
        return
    before = len(out)
    if spoken and _spoke(seat) and seat.has(Role.DECISION_MAKER):
        out.append(Ruling(Principle.ROLES, False, "decision_maker_spoke"))
    requested = view.common.talk[view.brief.side].requested
    for issue in given:
        if issue not in seat.issues:
            out.append(Ruling(Principle.ROLES, False, "not_owner", issue))
        elif has_bit(requested, issue) and not seat.has(Role.COORDINATOR):
            out.append(Ruling(Principle.ROLES, False, "uncoordinated", issue))
    if len(out) == before:
        out.append(Ruling(Principle.ROLES, True, "role_kept"))
