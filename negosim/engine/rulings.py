"""The one function that judges a move: for the coach before it is sent, for the log
when it happens, for the debrief afterwards.

It reads a seat's view only, so a preview can know no more than the mover does. The
codes and the figures behind each are listed in `docs/rules.md`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.concession import (
    conceded,
    given_worth,
    hardness,
    package_given,
    packages,
    returned_worth,
    room,
    spoken_terms,
    tells_limit,
    wanted_worth,
    weigh,
)
from negosim.engine.events import Ruling
from negosim.engine.issue import Terms, has_bit, says_something
from negosim.engine.ledger import lapsing
from negosim.engine.legality import accepted_terms, my_seat, sheet_deal
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import (
    ArgumentKind,
    Level,
    Principle,
    Purpose,
    Role,
    TableKind,
)

Rulings = tuple[Ruling, ...]

JUDGED_AT: dict[Level, frozenset[Principle]] = {
    Level.FIRST: frozenset({Principle.ASK_FIRST, Principle.EXCHANGE}),
    Level.GUIDED: frozenset(
        {
            Principle.ASK_FIRST,
            Principle.AUTHORITY,
            Principle.EXCHANGE,
            Principle.SHRINKING,
            Principle.FLOOR_HIDDEN,
        }
    ),
    Level.COURSE: frozenset(Principle),
    Level.EXAM: frozenset(Principle),
}
"""What counts at each level of a game (R30). All is ruled and logged at every level, so
that a log replays at another one; coach and conduct read this."""


def rulings(view: SeatView, move: m.Move) -> Rulings:
    """What a legal move keeps and breaks, in the order of exercise.md's principles.

    Empty at spoken tables, where conduct is not judged (R49).
    """
    if view.common.setup.kind is TableKind.SPOKEN:
        return ()
    judge = _JUDGES.get(type(move))
    return judge(view, move) if judge is not None else ()


def is_trade(view: SeatView, move: m.Offer) -> bool:
    """Whether the wants are worth at least what is given, to the maker. Source: exercise.md R27.

    Of two packages laid out each must be a trade as far as it concedes.
    """
    side = view.brief.side
    position = view.common.positions[side]
    standing = view.common.positions[side.other].named
    yards = view.brief.yardsticks
    if move.second is None:
        sizes = weigh(view.brief.issues, side, view.common.positions, move).sizes
        given = given_worth(yards, sizes)
        return 0 < given <= wanted_worth(yards, move.want, standing)
    traded = False
    for package in packages(move):
        terms = package_given(view.brief.issues, side, package, standing)
        given = given_worth(yards, conceded(view.brief.issues, side, position, terms))
        if given > wanted_worth(yards, package.want, standing):
            return False
        traded = traded or given > 0
    return traded


def planned_room(view: SeatView, issue: int) -> tuple[int, int] | None:
    """(planned step, room now) for the next concession on an issue; None without a plan (R23)."""
    steps = view.own.plan[issue]
    done = len(view.common.positions[view.brief.side].steps[issue])
    if done >= len(steps) or steps[done].size <= 0:
        return None
    planned = steps[done].size
    hard = hardness(view.common.positions[view.brief.side.other].closes)
    return planned, room(planned, hard, view.brief.harder_means)


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


# -- concessions ------------------------------------------------------------------


def _on_offer(view: SeatView, move: m.Offer) -> Rulings:
    side = view.brief.side
    positions = view.common.positions
    issues = view.brief.issues
    weighed = weigh(issues, side, positions, move)
    terms, sizes = weighed.named, weighed.sizes
    out: list[Ruling] = []
    if any(sizes):
        traded = is_trade(view, move)
        second = move.second
        returned = bool(move.benefits) or (
            says_something(move.want) and (second is None or says_something(second.want))
        )
        _judge_concessions(view, out, terms, sizes, traded, returned)
        _judge_deadlock(view, out, traded=traded)
    else:
        _judge_authority(view, out, terms, sizes)
    _judge_first_offer(view, out)
    if _team(view) is not None:
        owners = [place for place, tick in enumerate(weighed.given) if tick is not None]
        _judge_roles(view, out, tuple(owners), spoken=True)
    if view.common.record.drafts:
        out.extend(lapse_rulings(view, spoken_terms(move)))
    return tuple(out)


def _on_accept(view: SeatView, move: m.Accept) -> Rulings:
    terms = accepted_terms(view, move)
    common = view.common
    position = common.positions[view.brief.side]
    sizes = conceded(view.brief.issues, view.brief.side, position, terms)
    out: list[Ruling] = []
    if _completes(view, terms):
        # R21: judged by authority and by the floor only.
        _judge_authority(view, out, terms, sizes)
        _judge_floor(view, out, terms, sizes)
        return tuple(out)
    if any(sizes):
        offer = common.positions[view.brief.side.other].offer
        assert offer is not None
        returned = any(tick is not None for tick in offer.give)
        _judge_taken(view, out, terms, sizes, offer.was, returned=returned)
    return tuple(out)


def _on_written(view: SeatView, out: list[Ruling], terms: Terms, *, theirs: bool) -> None:
    """Values that first appear on a line or a sheet are conceded there.

    Those of the other side's line, or all of which it has named, are taken as an
    acceptance takes them; any others are given for nothing.
    """
    side = view.brief.side
    known = agreement.agreed(view.common.record, len(terms))
    fresh = tuple(None if tick == stood else tick for tick, stood in zip(terms, known, strict=True))
    sizes = conceded(view.brief.issues, side, view.common.positions[side], fresh)
    if not any(sizes):
        return
    named = view.common.positions[side.other].named
    taken = theirs or all(
        tick is None or tick == stands for tick, stands in zip(fresh, named, strict=True)
    )
    if taken and _completes(view, fresh):
        _judge_authority(view, out, fresh, sizes)
        _judge_floor(view, out, fresh, sizes)
    elif taken:
        offer = view.common.positions[side.other].offer
        was = named if theirs or offer is None else offer.was
        returned = any(
            tick is not None and not size for tick, size in zip(fresh, sizes, strict=True)
        )
        _judge_taken(view, out, fresh, sizes, was, returned=returned)
    else:
        _judge_concessions(view, out, fresh, sizes, False, False)
        _judge_deadlock(view, out, traded=False)
        _judge_roles(view, out, _moved(sizes), spoken=False)


def _judge_taken(
    view: SeatView,
    out: list[Ruling],
    terms: Terms,
    sizes: tuple[int, ...],
    was: Terms,
    *,
    returned: bool,
) -> None:
    """Terms of the other side that are taken: its move from `was` is the return (R21)."""
    yards = view.brief.yardsticks
    traded = returned_worth(yards, was, terms) >= given_worth(yards, sizes)
    _judge_concessions(view, out, terms, sizes, traded, returned)
    _judge_deadlock(view, out, traded=traded)
    _judge_roles(view, out, _moved(sizes), spoken=False)


def _judge_deadlock(view: SeatView, out: list[Ruling], *, traded: bool) -> None:
    """A straight concession out of a deadlock, nobody consulted (R37)."""
    if view.common.turn.deadlocked and not traded:
        out.append(Ruling(Principle.DEADLOCK, False, "straight_out_of_deadlock"))


def _moved(sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The issues with a size."""
    return tuple([place for place, size in enumerate(sizes) if size])


def _judge_concessions(
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
    asks_unheard = side is Side.CLIENT and my_seat(view).scripted
    exchangeable = len(view.brief.issues) > 1 or bool(view.brief.benefits)
    for issue, size in enumerate(sizes):
        if size == 0:
            continue
        if not asks_unheard:
            was_asked = has_bit(asked, issue)
            code = "asked" if was_asked else "unasked"
            out.append(Ruling(Principle.ASK_FIRST, was_asked, code, issue))
        if exchangeable:
            code = "exchange_named" if returned else "no_exchange"
            out.append(Ruling(Principle.EXCHANGE, returned, code, issue, (size,)))
        if not traded:
            _judge_size(view, out, issue, size)
            _judge_shrinking(view, out, issue, size, position.steps[issue])
    _judge_authority(view, out, terms, sizes)
    _judge_floor(view, out, terms, sizes)


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
    out.append(Ruling(Principle.SHRINKING, kept, code, issue, (size, last)))


def _judge_authority(
    view: SeatView, out: list[Ruling], terms: Terms, sizes: tuple[int, ...]
) -> None:
    authority = view.own.authority
    for issue, (yard, tick) in enumerate(zip(view.brief.yardsticks, terms, strict=True)):
        if tick is None:
            continue
        if yard.sign * (tick - authority[issue]) < 0:
            figures = (tick, authority[issue])
            out.append(Ruling(Principle.AUTHORITY, False, "beyond_authority", issue, figures))
        elif sizes[issue]:
            out.append(Ruling(Principle.AUTHORITY, True, "within_authority", issue))


def _judge_floor(view: SeatView, out: list[Ruling], terms: Terms, sizes: tuple[int, ...]) -> None:
    """Whether two steps in a row tell the floor. Source: exercise.md R28, R29."""
    steps = view.common.positions[view.brief.side].steps
    for issue, size in enumerate(sizes):
        tick = terms[issue]
        if not size or tick is None or not steps[issue] or view.brief.issues[issue].is_ladder:
            continue
        sign, mark = view.brief.yardsticks[issue].sign, view.brief.marks[issue]
        span = abs(mark.quote - mark.floor)
        told = tells_limit(steps[issue][-1], size, tick, -sign, view.own.floors[issue], span)
        code = "limit_guessable" if told else "limit_hidden"
        out.append(Ruling(Principle.FLOOR_HIDDEN, not told, code, issue, (steps[issue][-1], size)))


def _completes(view: SeatView, terms: Terms) -> bool:
    known = agreement.agreed(view.common.record, len(terms))
    return all(
        tick is not None or stood is not None for tick, stood in zip(terms, known, strict=True)
    )


def _judge_first_offer(view: SeatView, out: list[Ruling]) -> None:
    """R19: a metric, not a ban; interests come before figures (B5)."""
    side = view.brief.side
    if view.common.positions[side].offers:
        return
    asked = view.common.talk[side].total > 0
    code = "interests_first" if asked else "price_before_interests"
    out.append(Ruling(Principle.INTERESTS_FIRST, asked, code))


# -- roles ------------------------------------------------------------------------


def _team(view: SeatView) -> Seat | None:
    """The mover's seat when it shares its side with others; alone no role fault is possible (R9)."""
    seats = view.common.setup.seats
    if len(seats) <= 2 or sum(seat.side is view.brief.side for seat in seats) < 2:
        return None
    return my_seat(view)


def _spoke(seat: Seat) -> bool:
    """Whether only the decision-maker's hat can have spoken (R11)."""
    return not (seat.has(Role.NEGOTIATOR) or seat.has(Role.COORDINATOR))


def _judge_roles(
    view: SeatView, out: list[Ruling], given: tuple[int, ...], *, spoken: bool
) -> None:
    """`given` are the issues that need their owner; `spoken`: the decision-maker may not (R11)."""
    seat = _team(view)
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


def _on_speech(view: SeatView, move: m.Ask | m.Argue) -> Rulings:
    out: list[Ruling] = []
    if isinstance(move, m.Argue) and move.kind is ArgumentKind.LIMIT:
        for issue, tick in enumerate(move.limit):
            ladder = view.brief.issues[issue].is_ladder
            if tick is not None and tick == view.own.floors[issue] and not ladder:
                out.append(Ruling(Principle.FLOOR_HIDDEN, False, "limit_said", issue))
    _judge_roles(view, out, (), spoken=True)
    return tuple(out)


def _on_goodwill(view: SeatView, move: m.Goodwill) -> Rulings:
    seat = _team(view)
    if seat is None or not view.common.turn.deadlocked:
        return ()
    kept = seat.has(Role.COORDINATOR)
    code = "role_kept" if kept else "goodwill_not_coordinator"
    return (Ruling(Principle.ROLES, kept, code),)


# -- leaving ----------------------------------------------------------------------


def _needs_authority(view: SeatView) -> bool:
    """Whether the next planned step, or a standing demand asked about, needs more authority."""
    side = view.brief.side
    common = view.common
    position = common.positions[side]
    theirs = common.positions[side.other].named
    talk = common.talk[side]
    asked = talk.expected | talk.fresh
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


def _on_leave(view: SeatView, move: m.Leave) -> Rulings:
    proper = is_proper_leave(view, move.purpose)
    code = "justified_break" if proper else "unjustified_break"
    out = [Ruling(Principle.BREAKS, proper, code)]
    out.extend(lapse_rulings(view, None))
    return tuple(out)


# -- record and contract ------------------------------------------------------------


def lapse_rulings(view: SeatView, spoken: tuple[Terms, ...] | None) -> Rulings:
    """What a lapse of unconfirmed agreements says of this side's record (R39).

    `spoken`: terms that speak against them; None: all of them lapse. A point that
    one has proposed as a line, that only the other side's pen could have written, or
    that was agreed after one's last turn, is not one's fault.
    """
    record, turn = view.common.record, view.common.turn
    side = view.brief.side
    had_a_turn = turn.number > record.drafted_turn or turn.side is side
    if (
        view.common.setup.kind is TableKind.SPOKEN
        or not had_a_turn
        or (record.pen is side.other and not record.pen_free)
    ):
        return ()
    drafts, _ = lapsing(record, spoken)
    return tuple(
        Ruling(Principle.RECORD, False, "lapsed_unwritten", issue)
        for draft in drafts
        for issue, tick in enumerate(draft.terms)
        if tick is not None
    )


def _on_propose(view: SeatView, move: m.Propose) -> Rulings:
    record = view.common.record
    out: list[Ruling] = []
    for deal in move.lines or record.drafts:
        if not agreement.says_what_was_agreed(record, deal):
            _on_written(view, out, deal.terms, theirs=False)
        elif all(line.deal != deal for line in record.lines):
            # Written again after a refusal it is the same occasion.
            out.append(Ruling(Principle.RECORD, True, "written"))
    return tuple(out)


def _on_confirm(view: SeatView, move: m.Confirm) -> Rulings:
    out: list[Ruling] = []
    for line in agreement.proposed_by_other(view.common.record, view.brief.side):
        if (not move.lines or line.number in move.lines) and not line.agreed:
            _on_written(view, out, line.deal.terms, theirs=True)
    return tuple(out)


def _on_draw(view: SeatView, move: m.Draw) -> Rulings:
    deal = sheet_deal(view, move)
    out: list[Ruling] = []
    record = view.common.record
    missing = agreement.off_record(record, deal.terms)
    kept = not missing and not agreement.benefits_off(record, deal.benefits)
    if not record.sheets:
        figures = tuple(issue for issue in range(len(deal.terms)) if has_bit(missing, issue))
        code = "sheet_from_record" if kept else "sheet_without_lines"
        out.append(Ruling(Principle.RECORD, kept, code, None, figures))
    _on_written(view, out, deal.terms, theirs=False)
    return tuple(out)


def _on_sign(view: SeatView, move: m.Sign) -> Rulings:
    sheet = view.common.record.sheet
    assert sheet is not None
    return tuple(
        Ruling(Principle.FLOOR_HIDDEN, False, "signed_at_limit", issue)
        for issue, tick in enumerate(sheet.terms)
        if tick == view.own.floors[issue] and not view.brief.issues[issue].is_ladder
    )


_JUDGES: dict[type[m.Move], Callable[[SeatView, Any], Rulings]] = {
    m.Offer: _on_offer,
    m.Accept: _on_accept,
    m.Ask: _on_speech,
    m.Argue: _on_speech,
    m.Goodwill: _on_goodwill,
    m.Leave: _on_leave,
    m.Propose: _on_propose,
    m.Confirm: _on_confirm,
    m.Draw: _on_draw,
    m.Sign: _on_sign,
}
