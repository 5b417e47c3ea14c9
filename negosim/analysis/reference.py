"""What could have been agreed: the frontier, its reference points, and how far a
contract lies from them. Everything but the distance is exact; nothing here plays,
guesses or words anything.
"""

from __future__ import annotations

from fractions import Fraction
from math import hypot

from negosim.analysis.space import Pair, Space, outcomes, space_of
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import pars
from negosim.engine.sides import BySide


@record(frozen=True, slots=True)
class Analysis:
    """A scenario's outcome space in figures; pairs are (vendor, client) points.

    `agreeable`: contracts inside both floors and at or above both walk-aways;
    `pareto`: their best pairs, distinct, by rising vendor points; `nash` (greatest
    product of gains over the walk-aways) and `egalitarian` (greatest smaller gain)
    are those of `pareto`, ties listed; `highest_smaller`: the greatest smaller
    score of an agreeable contract (R48's g). Empty and None where no deal exists.
    Source: cli.md `analyse`, exercise.md R45.
    """

    scenario: str
    outcomes: int
    agreeable: int
    pareto: tuple[Pair, ...]
    nash: tuple[Pair, ...]
    egalitarian: tuple[Pair, ...]
    par: BySide[int]
    best_joint: int | None
    highest_smaller: int | None
    walk_away: BySide[int]


def analyse(scenario: Scenario, space: Space | None = None) -> Analysis:
    """The figures of a scenario, from `space` where it has been folded already."""
    away = scenario.walk_away
    agreeable, pareto = _frontier(space or space_of(scenario), away)
    return Analysis(
        scenario=scenario.id,
        outcomes=outcomes(scenario),
        agreeable=agreeable,
        pareto=pareto,
        nash=_best(pareto, [(v - away.vendor) * (c - away.client) for v, c in pareto]),
        egalitarian=_best(pareto, [min(v - away.vendor, c - away.client) for v, c in pareto]),
        par=pars(scenario),
        best_joint=max((v + c for v, c in pareto), default=None),
        highest_smaller=max((min(pair) for pair in pareto), default=None),
        walk_away=away,
    )


def frontier_terms(
    scenario: Scenario, pairs: tuple[Pair, ...], space: Space | None = None
) -> tuple[tuple[int, ...], ...]:
    """For each pair of points a contract that gives them, as ticks in agenda order.

    ValueError for a pair that no contract inside both floors gives.
    """
    folded = space or space_of(scenario)
    return tuple(folded.example(pair) for pair in pairs)


def document(analysis: Analysis) -> dict[str, object]:
    """The JSON of `negosim analyse`, plain lists and numbers. Source: cli.md."""
    return {
        "scenario": analysis.scenario,
        "outcomes": analysis.outcomes,
        "agreeable": analysis.agreeable,
        "pareto": [list(pair) for pair in analysis.pareto],
        "nash": [list(pair) for pair in analysis.nash],
        "egalitarian": [list(pair) for pair in analysis.egalitarian],
        "par": list(analysis.par),
        "best_joint": analysis.best_joint,
        "walk_away": {"vendor": analysis.walk_away.vendor, "client": analysis.walk_away.client},
    }


def created(analysis: Analysis, reached: BySide[int]) -> int:
    """Joint points above both pars; negative below them. Source: exercise.md R45."""
    return sum(reached) - sum(analysis.par)


def efficiency(analysis: Analysis, reached: BySide[int]) -> Fraction | None:
    """Created over the most that could be, possibly negative.

    None where nothing could be created. Source: exercise.md R45.
    """
    if analysis.best_joint is None:
        return None
    possible = analysis.best_joint - sum(analysis.par)
    return Fraction(created(analysis, reached), possible) if possible > 0 else None


def distance(analysis: Analysis, reached: BySide[int]) -> float | None:
    """Straight-line points from a contract to the nearest of the frontier, 0 on it.

    None where no deal exists. Source: exercise.md R45.
    """
    gaps = [hypot(v - reached.vendor, c - reached.client) for v, c in analysis.pareto]
    return min(gaps, default=None)


def better_for_both(analysis: Analysis, reached: BySide[int]) -> tuple[Pair, ...]:
    """Frontier pairs worse for neither side and better for one."""
    return tuple(
        (v, c)
        for v, c in analysis.pareto
        if v >= reached.vendor and c >= reached.client and (v, c) != tuple(reached)
    )


def _frontier(space: Space, away: BySide[int]) -> tuple[int, tuple[Pair, ...]]:
    """(agreeable contracts, their Pareto pairs by rising vendor points)."""
    agreeable, most, pareto = 0, -1, []
    for vendor, row in reversed(tuple(space.rows())):
        if vendor < away.vendor:
            break
        contracts, client = space.above(row, max(0, away.client))
        agreeable += contracts
        if client > most:
            pareto.append((vendor, client))
            most = client
    return agreeable, tuple(reversed(pareto))


def _best(pareto: tuple[Pair, ...], values: list[int]) -> tuple[Pair, ...]:
    """The pairs whose value is the greatest."""
    greatest = max(values, default=0)
    return tuple(pair for pair, value in zip(pareto, values, strict=True) if value == greatest)
