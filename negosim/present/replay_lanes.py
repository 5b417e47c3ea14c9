"""Each issue as a lane with both sides' marks and last words: places from 0 to 1.

Left is good for us, as on the table's tracks; here the other side's marks lie open too,
and between the two limits lies the zone in which a deal was possible. No drawing.
"""

from __future__ import annotations

from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.state import MatchState
from negosim.engine.yardstick import sign_of
from negosim.language.values import issue_name, short_value, unit_of
from negosim.present.debrief import Review
from negosim.present.issue_icons import icon_for
from negosim.present.tracks import Settled, Spot, settled_as

MARGIN_SHARE = 16
"""A numeric lane runs past the outermost mark by this part of its span."""


@record(frozen=True, slots=True)
class Marks:
    """One side's quote, target and limit on a lane, the limit as it stands at that moment."""

    quote: Spot
    target: Spot
    limit: Spot


@record(frozen=True, slots=True)
class Lane:
    """One issue. `zone` runs between the two limits, None where they do not meet.

    `was_ours`, `was_theirs`: where the side stood before this frame, None where it has
    not moved; `settled_at` is the agreed value in words, "" while it is open.
    """

    number: int
    name: str
    unit: str
    icon: str
    ours: Marks
    theirs: Marks
    zone: tuple[float, float] | None
    our_spot: Spot | None
    their_spot: Spot | None
    was_ours: float | None
    was_theirs: float | None
    settled: Settled
    settled_at: str


def lanes(
    seen: Review, state: MatchState, lang: str, *, before: MatchState | None = None
) -> tuple[Lane, ...]:
    """A lane an issue, in agenda order; `before` is the state one frame earlier."""
    return tuple(
        _lane(seen, state, before, number, lang)
        for number in range(len(seen.found.scenario.issues))
    )


def _lane(
    seen: Review, state: MatchState, before: MatchState | None, number: int, lang: str
) -> Lane:
    scenario, side = seen.found.scenario, seen.side
    issue = scenario.issues[number]
    sign = sign_of(issue, side)
    best, worst = _span(seen, number)

    def spot(tick: int) -> Spot:
        inside = min(max(sign * tick, worst), best)
        at = (best - inside) / (best - worst) if best > worst else 0.5
        return Spot(float(at), short_value(issue, tick, lang))

    def said(where: MatchState | None, by: Side) -> Spot | None:
        tick = None if where is None else where.common.positions[by].named[number]
        return None if tick is None else spot(tick)

    def marks(by: Side) -> Marks:
        own = scenario.marks[by][number]
        return Marks(spot(own.quote), spot(own.target), spot(state.own[by].floors[number]))

    ours, theirs = marks(side), marks(side.other)
    here, there = said(state, side), said(state, side.other)
    was_here, was_there = said(before, side), said(before, side.other)
    settled, tick = settled_as(state.common.record, len(scenario.issues), number)
    return Lane(
        number=number,
        name=issue_name(issue, lang, starts=True),
        unit=unit_of(issue, lang),
        icon=icon_for(issue),
        ours=ours,
        theirs=theirs,
        zone=(theirs.limit.at, ours.limit.at) if theirs.limit.at <= ours.limit.at else None,
        our_spot=here,
        their_spot=there,
        was_ours=_moved(was_here, here),
        was_theirs=_moved(was_there, there),
        settled=settled,
        settled_at="" if tick is None else short_value(issue, tick, lang),
    )


def _moved(was: Spot | None, now: Spot | None) -> float | None:
    return None if was is None or now is None or was.at == now.at else was.at


def _span(seen: Review, number: int) -> tuple[int, int]:
    """(best, worst) gain for us over the whole match, so that nothing shifts while it plays."""
    scenario, side = seen.found.scenario, seen.side
    issue = scenario.issues[number]
    sign = sign_of(issue, side)
    if issue.is_ladder:
        ends = (sign * issue.lowest, sign * issue.highest)
        return max(ends), min(ends)
    ticks = [
        tick
        for by in Side
        for own in (scenario.marks[by][number],)
        for tick in (own.quote, own.target, own.floor, seen.match.end.own[by].floors[number])
    ]
    ticks += [
        tick
        for entry in seen.entries
        for position in entry.after.common.positions
        for tick in (position.named[number],)
        if tick is not None
    ]
    gains = [sign * tick for tick in ticks]
    margin = max(1, (max(gains) - min(gains)) // MARGIN_SHARE)
    return max(gains) + margin, min(gains) - margin
