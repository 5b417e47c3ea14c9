"""One side's preferences as a table an issue: named values, and the level that each has.

This is what a linear additive utility function is made of. A numeric issue is given as a
grid: the ticks at which a level changes, and even steps between them.
"""

from __future__ import annotations

from collections.abc import Iterable

from negosim.engine.issue import Issue
from negosim.engine.own import Brief
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, BySide
from negosim.engine.yardstick import Yardstick, level_ticks
from negosim.wire.agenda import Measure, Value

MOST_VALUES = 25
"""A numeric issue has at most so many values, unless the levels alone take more."""


@record(frozen=True, slots=True)
class Scale:
    """One issue. `ticks` ascend; `values` are the same as messages name them, all of one
    type; `levels` as the side counts them. Utility is `weight` times level."""

    issue: str
    weight: int
    ticks: tuple[int, ...]
    values: tuple[Value, ...]
    levels: tuple[float, ...]

    def level(self, tick: int) -> float:
        """The level of a tick of the grid; ValueError for another."""
        return self.levels[self.ticks.index(tick)]


@record(frozen=True, slots=True)
class Profile:
    """A side's whole utility; `reserved` is its worth to have no contract, in points."""

    name: str
    scales: tuple[Scale, ...]
    reserved: float

    def utility(self, ticks: tuple[int, ...]) -> float:
        """Of a tick an issue, each of its grid."""
        return sum(
            scale.weight * scale.level(tick) for scale, tick in zip(self.scales, ticks, strict=True)
        )


def of_seat(brief: Brief) -> Profile:
    """What a seat may reckon with, from its own brief: points (R44), ties broken by worth (R5).

    The grid runs from what the side may still sign to its quote. Where more may be named
    on the bad side, one value stands for all of it: any contract with that value has less
    utility than having none.
    """
    yards = brief.yardsticks
    total = sum(yard.weight for yard in yards)
    ruin = -1.0 - 6 * total
    scales = []
    for place, (issue, yard) in enumerate(zip(brief.issues, yards, strict=True)):
        worst, quote = signable(brief, place), brief.marks[place].quote
        if yard.sign * (quote - worst) < 0:
            quote = worst
        ticks = grid(issue, (worst, quote), _edges(issue, yard))
        # Worth is a whole number of units; all places at 1 make `total`, so this stays under 1.
        share = yard.weight * brief.worth_scale * (total + 1)
        levels = [yard.level(tick) + yard.worth(tick) / share for tick in ticks]
        beyond = worst - yard.sign
        if issue.allows(beyond):
            ticks, levels = (beyond, *ticks), [ruin / yard.weight, *levels]
        scales.append(_scale(issue, yard, ticks, levels))
    return Profile(brief.side.word, tuple(scales), brief.walk_away)


def of_scenario(scenario: Scenario) -> BySide[Profile]:
    """Both sides' points (R44), on one grid over both bands. Walk-aways are what is reserved."""
    scales: BySide[list[Scale]] = BySide([], [])
    for place, issue in enumerate(scenario.issues):
        marks = [scenario.marks[side][place] for side in SIDES]
        yards = [scenario.yardsticks[side][place] for side in SIDES]
        ends = [tick for mark in marks for tick in (mark.quote, mark.floor)]
        if issue.is_ladder:
            ends = [issue.lowest, issue.highest]
        edges = [edge for yard in yards for edge in _edges(issue, yard)]
        ticks = grid(issue, (min(ends), max(ends)), edges)
        for side, yard in zip(SIDES, yards, strict=True):
            levels = [float(yard.level(tick)) for tick in ticks]
            scales[side].append(_scale(issue, yard, ticks, levels))
    return BySide(
        *(Profile(side.word, tuple(scales[side]), scenario.walk_away[side]) for side in SIDES)
    )


def signable(brief: Brief, place: int) -> int:
    """The worst tick of an issue that the side may sign: its floor, vetoes of its team apart."""
    yard = brief.yardsticks[place]
    gain = yard.sign * brief.marks[place].floor
    for member in brief.team:
        veto = member.veto[place]
        if veto is not None:
            gain = max(gain, yard.sign * veto + 1)
    return yard.sign * gain


def grid(issue: Issue, ends: tuple[int, int], edges: Iterable[int]) -> tuple[int, ...]:
    """Ticks from one end to the other, both among them, ascending, with the edges between.

    All of them where there are few or the issue is a ladder, else even steps as well.
    """
    low, high = min(ends), max(ends)
    if issue.is_ladder or high - low < MOST_VALUES:
        return tuple(range(low, high + 1))
    kept = {low, high, *(edge for edge in edges if low <= edge <= high)}
    gaps = MOST_VALUES - len(kept) + 1
    kept.update(low + (high - low) * step // gaps for step in range(1, gaps))
    return tuple(sorted(kept))


def _edges(issue: Issue, yard: Yardstick) -> list[int]:
    return [tick for _, tick in level_ticks(issue, yard)]


def _scale(issue: Issue, yard: Yardstick, ticks: tuple[int, ...], levels: list[float]) -> Scale:
    rows = sorted(zip(ticks, levels, strict=True))
    measure = Measure(issue.step, issue.options)
    return Scale(
        issue=issue.id,
        weight=yard.weight,
        ticks=tuple(tick for tick, _ in rows),
        values=_of_one_type([measure.value(tick) for tick, _ in rows]),
        levels=tuple(level for _, level in rows),
    )


def _of_one_type(values: list[Value]) -> tuple[Value, ...]:
    """NegMAS takes no issue whose values are of several types."""
    if any(isinstance(value, str) for value in values):
        return tuple(str(value) for value in values)
    if any(isinstance(value, float) for value in values):
        return tuple(float(value) for value in values)
    return tuple(values)
