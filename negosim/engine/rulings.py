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
from negosim.engine.concession import (
    conceded,
    given_worth,
    package_given,
    packages,
    returned_worth,
    spoken_terms,
    wanted_worth,
    weigh,
)
from negosim.engine.events import Ruling
from negosim.engine.issue import Terms, has_bit, says_something
from negosim.engine.judging import (
    judge_authority,
    judge_concessions,
    judge_deadlock,
    judge_first_offer,
    judge_floor,
    judge_roles,
    team,
)
from negosim.engine.ledger import lapsing
from negosim.engine.propriety import is_proper_leave
from negosim.engine.saying import accepted_terms, sheet_deal
from negosim.engine.state import SeatView, is_same
from negosim.engine.words import ArgumentKind, Level, Principle, Role, TableKind

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


# Python 3.11 finds a member of an enum slowly, and this is asked for at every move.
_SPOKEN = TableKind.SPOKEN


def rulings(view: SeatView, move: m.Move) -> Rulings:
    """What a legal move keeps and breaks, in the order of exercise.md's principles.

    Empty at spoken tables, where conduct is not judged (R49).
    """
    if view.common.setup.kind is _SPOKEN:
        return ()
    judge = _JUDGES.get(type(move))
    if judge is None:
        return ()
    global _judged
    known_view, known_move, judged = _judged
    if known_move is not move or not is_same(known_view, view):
        judged = judge(view, move)
        _judged = (view, move, judged)
    return judged


_judged: tuple[SeatView | None, m.Move | None, Rulings] = (None, None, ())
"""The last move judged: its preview and its event ask for the same."""


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
        judge_concessions(view, out, terms, sizes, traded, returned)
        judge_deadlock(view, out, traded=traded)
    else:
        judge_authority(view, out, terms, sizes)
    judge_first_offer(view, out)
    if team(view) is not None:
        owners = [place for place, tick in enumerate(weighed.given) if tick is not None]
        judge_roles(view, out, tuple(owners), spoken=True)
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
        judge_authority(view, out, terms, sizes)
        judge_floor(view, out, terms, sizes)
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
        judge_authority(view, out, fresh, sizes)
        judge_floor(view, out, fresh, sizes)
    elif taken:
        offer = view.common.positions[side.other].offer
        was = named if theirs or offer is None else offer.was
        returned = any(
            tick is not None and not size for tick, size in zip(fresh, sizes, strict=True)
        )
        _judge_taken(view, out, fresh, sizes, was, returned=returned)
    else:
        judge_concessions(view, out, fresh, sizes, False, False)
        judge_deadlock(view, out, traded=False)
        judge_roles(view, out, _moved(sizes), spoken=False)


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
    judge_concessions(view, out, terms, sizes, traded, returned)
    judge_deadlock(view, out, traded=traded)
    judge_roles(view, out, _moved(sizes), spoken=False)


def _moved(sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The issues with a size."""
    return tuple([place for place, size in enumerate(sizes) if size])


def _completes(view: SeatView, terms: Terms) -> bool:
    known = agreement.agreed(view.common.record, len(terms))
    return all(
        tick is not None or stood is not None for tick, stood in zip(terms, known, strict=True)
    )


# -- roles ------------------------------------------------------------------------


def _on_speech(view: SeatView, move: m.Ask | m.Argue) -> Rulings:
    out: list[Ruling] = []
    if isinstance(move, m.Argue) and move.kind is ArgumentKind.LIMIT:
        for issue, tick in enumerate(move.limit):
            ladder = view.brief.issues[issue].is_ladder
            if tick is not None and tick == view.own.floors[issue] and not ladder:
                out.append(Ruling(Principle.FLOOR_HIDDEN, False, "limit_said", issue))
    judge_roles(view, out, (), spoken=True)
    return tuple(out)


def _on_goodwill(view: SeatView, move: m.Goodwill) -> Rulings:
    seat = team(view)
    if seat is None or not view.common.turn.deadlocked:
        return ()
    kept = seat.has(Role.COORDINATOR)
    code = "role_kept" if kept else "goodwill_not_coordinator"
    return (Ruling(Principle.ROLES, kept, code),)


# -- leaving ----------------------------------------------------------------------


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
