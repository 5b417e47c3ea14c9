"""What a contract is worth to each side: grid points, worth, par, quadrant, conduct.

Exact arithmetic over yardsticks; nothing here knows how the contract came about
or searches for a better one (that is `analysis`). Both sides' yardsticks meet
here, so only what may see the whole scenario calls the functions that take it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.words import Principle
from negosim.engine.yardstick import Yardstick, par, points

CONDUCT_WEIGHTS: Mapping[Principle, int] = MappingProxyType(
    {
        Principle.ASK_FIRST: 20,
        Principle.EXCHANGE: 20,
        Principle.SHRINKING: 15,
        Principle.AUTHORITY: 15,
        Principle.FLOOR_HIDDEN: 10,
        Principle.RECORD: 10,
        Principle.BREAKS: 5,
        Principle.ROLES: 5,
    }
)
"""How much each principle counts in conduct; they sum to 100. Size, deadlock and
interests first are shown and never scored. Source: exercise.md R49, R23, R19."""

FEWEST_CONCESSIONS = 3
"""Conduct of fewer concessions than this is not judged. Source: exercise.md R49."""


class Quadrant(StrEnum):
    """Who is at or above its own par; the vendor is named first. Source: exercise.md R47."""

    WIN_WIN = "win_win"
    WIN_LOSE = "win_lose"
    LOSE_WIN = "lose_win"
    LOSE_LOSE = "lose_lose"


@record(frozen=True, slots=True)
class Score:
    """A contract on the grid. `levels` are 0..5 in agenda order, 0 for an issue it leaves out."""

    points: BySide[int]
    levels: BySide[tuple[int, ...]]

    @property
    def joint(self) -> int:
        return self.points.vendor + self.points.client


@record(frozen=True, slots=True)
class Tally:
    """Occasions of one principle and how many of them were kept."""

    principle: Principle
    kept: int
    occasions: int


@record(frozen=True, slots=True)
class Merit:
    """What results are ordered by. `worth` is None without a contract, `conduct` unjudged.

    Source: exercise.md R44.
    """

    points: int
    worth: Fraction | None
    conduct: Fraction | None

    @property
    def key(self) -> tuple[int, bool, Fraction, bool, Fraction]:
        """Sorts results from the worst up; what is missing comes below anything there is."""
        return (
            self.points,
            self.worth is not None,
            self.worth or Fraction(0),
            self.conduct is not None,
            self.conduct or Fraction(0),
        )


def levels(yards: tuple[Yardstick, ...], terms: Terms) -> tuple[int, ...]:
    """One side's level on each issue, 0 where `terms` says nothing. Source: exercise.md R5, R6."""
    return tuple(
        0 if tick is None else yard.level(tick) for yard, tick in zip(yards, terms, strict=True)
    )


def score(scenario: Scenario, terms: Terms) -> Score:
    """Both sides' points and levels; issues left out count nothing. Source: exercise.md R44."""
    yards = scenario.yardsticks
    return Score(
        points=BySide(points(yards.vendor, terms), points(yards.client, terms)),
        levels=BySide(levels(yards.vendor, terms), levels(yards.client, terms)),
    )


def worth(yards: tuple[Yardstick, ...], terms: Terms) -> int:
    """Sum of weight times place over the issues named, in the side's worth unit.

    Compares with other worths of the same side only. Source: exercise.md R5.
    """
    return sum(
        yard.worth(tick) for yard, tick in zip(yards, terms, strict=True) if tick is not None
    )


def exact_worth(scenario: Scenario, side: Side, terms: Terms) -> Fraction:
    """Worth with its unit divided out: 0 at every floor, the sum of weights at every quote."""
    return Fraction(worth(scenario.yardsticks[side], terms), scenario.worth_scale[side])


def pars(scenario: Scenario) -> BySide[int]:
    """The points of level 3 everywhere, for each side. Source: exercise.md R45."""
    return BySide(par(scenario.yardsticks.vendor), par(scenario.yardsticks.client))


def within_floor(yards: tuple[Yardstick, ...], terms: Terms) -> bool:
    """Whether every issue named is at or inside the side's floor. Source: exercise.md R7."""
    return all(
        tick is None or yard.sign * tick >= yard.floor_gain
        for yard, tick in zip(yards, terms, strict=True)
    )


def agreeable(scenario: Scenario, terms: Terms) -> bool:
    """Inside both sides' floors and at or above both walk-aways. Source: cli.md `analyse`."""
    reached = score(scenario, terms).points
    return all(
        within_floor(scenario.yardsticks[side], terms) and reached[side] >= scenario.walk_away[side]
        for side in SIDES
    )


def quadrant(reached: BySide[int], needed: BySide[int]) -> Quadrant:
    """At or above one's own par (`needed`) is a win. Source: exercise.md R47."""
    if reached.vendor >= needed.vendor:
        return Quadrant.WIN_WIN if reached.client >= needed.client else Quadrant.WIN_LOSE
    return Quadrant.LOSE_WIN if reached.client >= needed.client else Quadrant.LOSE_LOSE


def conduct(tallies: tuple[Tally, ...]) -> Fraction | None:
    """0..1: kept over occasions, weighted; a principle without an occasion is out of the sum.

    None when no weighted principle had one. Source: exercise.md R49.
    """
    reached, possible = Fraction(0), 0
    for tally in tallies:
        weight = CONDUCT_WEIGHTS.get(tally.principle, 0)
        if weight and tally.occasions:
            reached += Fraction(weight * tally.kept, tally.occasions)
            possible += weight
    return reached / possible if possible else None
