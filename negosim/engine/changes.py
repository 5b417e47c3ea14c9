"""Parts that the folds share: a changed common half, own half, record; values named.

Nothing here knows an event.
"""

from __future__ import annotations

from typing import Any, TypeVar

from negosim.engine import ledger
from negosim.engine.common import Outcome, Position, Record, StandingOffer, Talk
from negosim.engine.concession import conceded
from negosim.engine.issue import Issue, Terms
from negosim.engine.moves import Deal
from negosim.engine.own import Own
from negosim.engine.record import but
from negosim.engine.sides import BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.words import Phase

V = TypeVar("V")


def name_terms(
    issues: tuple[Issue, ...],
    side: Side,
    position: Position,
    talk: Talk,
    terms: Terms,
    sizes: tuple[int, ...],
) -> tuple[Position, Talk]:
    """What naming `terms` does: the best named moves, concessions of `sizes` count (R21, R22)."""
    sign = side.sign
    best = tuple(
        [
            tick
            if was is None or (tick is not None and sign * issue.toward_vendor * (was - tick) > 0)
            else was
            for issue, was, tick in zip(issues, position.best, terms)
        ]
    )
    if not any(sizes):
        if best != position.best:
            position = but(position, best=best)
        return position, talk
    steps = tuple(
        [(*before, size) if size else before for before, size in zip(position.steps, sizes)]
    )
    spent = 0
    for issue, size in enumerate(sizes):
        if size:
            spent |= 1 << issue
    if talk.expected & spent:
        talk = but(talk, expected=talk.expected & ~spent)
    return but(position, best=best, steps=steps), talk


def still_standing(offer: StandingOffer | None, taken: Terms) -> StandingOffer | None:
    """What still stands of an unconditional offer once some issues were accepted by name."""
    if offer is None:
        return None
    give = tuple(
        None if took is not None else tick for tick, took in zip(offer.give, taken, strict=True)
    )
    return but(offer, give=give) if any(tick is not None for tick in give) else None


def name_deals(state: MatchState, side: Side, deals: list[Deal]) -> MatchState:
    """Values that first appear in writing are named by the one who writes or confirms them."""
    for deal in deals:
        common = state.common
        position, talk = name_terms(
            state.scenario.issues,
            side,
            common.positions[side],
            common.talk[side],
            deal.terms,
            conceded(state.scenario.issues, side, common.positions[side], deal.terms),
        )
        position = but(position, named=laid_over(position.named, deal.terms))
        state = but(
            state,
            common=but(
                common,
                positions=common.positions.put(side, position),
                talk=common.talk.put(side, talk),
            ),
        )
    return state


def with_common(state: MatchState, at_ms: int, **changes: Any) -> MatchState:
    """The state at a later time with fields of its common half changed."""
    common = but(state.common, elapsed_ms=at_ms, **changes)
    return MatchState(state.scenario, state.briefs, common, state.own, state.before)


def with_record(state: MatchState, at_ms: int, record: Record) -> MatchState:
    """The state with another record; writing counts as speaking, and a sheet is compared anew."""
    common = state.common
    turn = but(common.turn, moved_ms=at_ms)
    record = ledger.compared(record)
    return but(state, common=but(common, elapsed_ms=at_ms, record=record, turn=turn))


def with_own(state: MatchState, side: Side, own: Own) -> MatchState:
    return but(state, own=state.own.put(side, own))


def over_with(state: MatchState, at_ms: int, outcome: Outcome) -> MatchState:
    """The state of a match that has ended."""
    common = but(state.common, phase=Phase.OVER, elapsed_ms=at_ms, recess=None, outcome=outcome)
    return but(state, common=common)


def by_side(side: Side, own: Talk, theirs: Talk) -> BySide[Talk]:
    """A pair from one side's and the other's."""
    return BySide(theirs, own) if side else BySide(own, theirs)


def laid_over(base: tuple[V, ...], terms: tuple[V | None, ...]) -> tuple[V, ...]:
    """`base` with every value that `terms` name in its place."""
    return tuple([was if tick is None else tick for was, tick in zip(base, terms)])


def with_value(values: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    """The same values but for one place."""
    return (*values[:place], value, *values[place + 1 :])


def named_bits(terms: Terms) -> int:
    """The `IssueSet` of what terms name."""
    out = 0
    for issue, tick in enumerate(terms):
        if tick is not None:
            out |= 1 << issue
    return out
