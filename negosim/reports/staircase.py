"""How a side came down on each issue, and what limit its steps told the other side."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.concession import GUESSABLE, inferred_limit
from negosim.engine.record import record
from negosim.engine.rulings import is_trade
from negosim.engine.sides import Side
from negosim.engine.view import view_of
from negosim.reports.timeline import Entry, Timeline


class StepKind(StrEnum):
    """How a side came down. Only an offer's steps are judged by R23 and R26.

    An `ASK` is no concession (R21): it wanted less than it had named before.
    """

    OFFER = "offer"
    TRADE = "trade"
    ACCEPTANCE = "acceptance"
    WRITING = "writing"
    ASK = "ask"


TELLING = (StepKind.OFFER, StepKind.TRADE, StepKind.WRITING)
"""The steps that R29 reads. Acceptances end a talk and tell nothing."""


@record(frozen=True, slots=True)
class Step:
    """`size` ticks toward the other side that brought this one to `tick`, with the move."""

    number: int
    at_ms: int
    tick: int
    size: int
    kind: StepKind


@record(frozen=True, slots=True)
class Told:
    """The limit that the last two steps tell, in ticks; `low <= limit <= high`.

    The band is R28's: a limit inside it counts as guessable, so `floor_inside` says
    whether a careful reader had found the floor. Source: exercise.md R28, R29.
    """

    limit: Fraction
    low: Fraction
    high: Fraction
    floor_inside: bool


@record(frozen=True, slots=True)
class Staircase:
    """A side's way on one issue, from the value it first named (None: it named none).

    `floor`: its floor when the match ended, which news may have moved; `told` is None on a ladder, before the second step, and when the steps do not
    shrink: then no limit is in sight.
    """

    issue: int
    start: int | None
    steps: tuple[Step, ...]
    floor: int
    told: Told | None


def staircases(match: Timeline, side: Side) -> tuple[Staircase, ...]:
    """One staircase an issue, in agenda order."""
    count = len(match.end.scenario.issues)
    first = match.entries[0].before.common if match.entries else match.end.common
    start: list[int | None] = list(first.positions[side].best)
    steps: list[list[Step]] = [[] for _ in range(count)]
    for entry in match.entries:
        was, now = (state.common.positions[side] for state in (entry.before, entry.after))
        if was is now:
            continue
        for issue, best in enumerate(now.best):
            sign = entry.after.scenario.yardsticks[side][issue].sign
            if best is None or was.best[issue] is None:
                start[issue] = best
            if isinstance(entry.event, e.Unsaid):
                _take_back(steps[issue], start[issue], sign, best)
            elif best is not None and start[issue] is not None:
                steps[issue] += _steps(entry, side, issue, sign)
    floors = match.end.own[side].floors
    return tuple(
        Staircase(
            issue,
            start[issue],
            tuple(steps[issue]),
            floors[issue],
            _told(match, side, issue, steps[issue]),
        )
        for issue in range(count)
    )


def _steps(entry: Entry, side: Side, issue: int, sign: int) -> list[Step]:
    """What one event adds: a concession, and what was asked for less beyond it."""
    was, now = (state.common.positions[side] for state in (entry.before, entry.after))
    before, best = was.best[issue], now.best[issue]
    if before is None or best is None:
        return []
    found = []
    number, at_ms = entry.number, entry.event.at_ms
    if len(now.steps[issue]) > len(was.steps[issue]):
        size = now.steps[issue][-1]
        before -= sign * size
        found.append(Step(number, at_ms, before, size, _kind(entry, side)))
    if before != best:
        found.append(Step(number, at_ms, best, sign * (before - best), StepKind.ASK))
    return found


def _take_back(steps: list[Step], start: int | None, sign: int, best: int | None) -> None:
    """What was unsaid at a spoken table is no step: the rest leads to `best` again."""
    while steps and (start is None or best != start - sign * sum(step.size for step in steps)):
        steps.pop()


def _kind(entry: Entry, side: Side) -> StepKind:
    event = entry.event
    if isinstance(event, e.OfferAccepted):
        return StepKind.ACCEPTANCE
    if not isinstance(event, e.OfferMade):
        return StepKind.WRITING
    view = view_of(entry.before, event.seat, side)
    offer = m.Offer(event.give, event.want, event.benefits, event.reason, event.second)
    return StepKind.TRADE if is_trade(view, offer) else StepKind.OFFER


def _told(match: Timeline, side: Side, issue: int, steps: list[Step]) -> Told | None:
    offered = [step for step in steps if step.kind in TELLING]
    scenario = match.end.scenario
    if scenario.issues[issue].is_ladder or len(offered) < 2:
        return None
    before, last = offered[-2:]
    sign = scenario.yardsticks[side][issue].sign
    limit = inferred_limit(before.size, last.size, last.tick, -sign)
    if limit is None:
        return None
    marks = scenario.marks[side][issue]
    near = GUESSABLE * abs(marks.quote - marks.floor)
    floor = match.end.own[side].floors[issue]
    return Told(limit, limit - near, limit + near, abs(limit - floor) <= near)
