"""What could have been agreed, as points on a plane: ours to the right, theirs upward.

The cloud of all contracts worth signing to both, its frontier, the reference contracts
and the one that was signed; letters and shares are worded for the side panel. Plain
numbers and strings, no drawing.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.analysis.reference import frontier_terms
from negosim.analysis.space import Pair, space_of
from negosim.engine.record import record
from negosim.language.values import number_text
from negosim.present.debrief import Review, page_of
from negosim.reports.debrief_result import (
    NEARLY_ALL,
    result_sentence,
    value_sentences,
    veto_sentences,
)

STEP = 10
"""Points between two grid lines."""


@record(frozen=True, slots=True)
class Dot:
    """A contract of the frontier: our points, theirs, and its terms in words."""

    ours: int
    theirs: int
    terms: str
    nash: bool
    egalitarian: bool


@record(frozen=True, slots=True)
class Plot:
    """The plane. Axes run from `low` to `high`, both multiples of `STEP`.

    `cloud` holds pairs (ours, theirs) that some contract worth signing gives; `here` is
    the contract signed, None without one; `par` and `away` are both sides' level 3 and
    what no deal is worth. `start` is the place in `frontier` to look at first: the one that
    both would have gained most by, else the nearest.
    """

    low: tuple[int, int]
    high: tuple[int, int]
    cloud: tuple[tuple[int, int], ...]
    frontier: tuple[Dot, ...]
    here: tuple[int, int] | None
    par: tuple[int, int]
    away: tuple[int, int]
    start: int


def plot(seen: Review, lang: str) -> Plot:
    """The plane of a finished match. Source: exercise.md R43-R46."""
    found = seen.found
    analysis = found.possible.analysis
    space = space_of(found.scenario)
    away = analysis.walk_away
    cloud = tuple(
        _seen(pair, seen) for pair in space.pairs() if pair[0] >= away[0] and pair[1] >= away[1]
    )
    words = page_of(seen, lang).words
    terms = frontier_terms(found.scenario, analysis.pareto, space)
    frontier = [
        Dot(
            *_seen(pair, seen),
            terms=words.terms(ticks),
            nash=pair in analysis.nash,
            egalitarian=pair in analysis.egalitarian,
        )
        for pair, ticks in zip(analysis.pareto, terms, strict=True)
    ]
    frontier.sort(key=lambda dot: dot.ours)
    contract = found.contract
    here = None if contract is None else _seen(contract.score.points, seen)
    par = _seen(analysis.par, seen)
    off = _seen(away, seen)
    shown = [*cloud, par, off, *([here] if here else [])]
    low = tuple(min(pair[axis] for pair in shown) // STEP * STEP for axis in (0, 1))
    high = tuple(-(-max(pair[axis] for pair in shown) // STEP) * STEP for axis in (0, 1))
    return Plot(
        low=(low[0], low[1]),
        high=(max(high[0], low[0] + STEP), max(high[1], low[1] + STEP)),
        cloud=cloud,
        frontier=tuple(frontier),
        here=here,
        par=par,
        away=off,
        start=_start(frontier, here or par),
    )


def _start(frontier: list[Dot], here: tuple[int, int]) -> int:
    def gain(at: int) -> tuple[int, int]:
        ours, theirs = frontier[at].ours - here[0], frontier[at].theirs - here[1]
        return min(ours, theirs, 0) or min(ours, theirs), -abs(ours - theirs)

    return max(range(len(frontier)), key=gain, default=0)


def facts(seen: Review, lang: str) -> tuple[str, ...]:
    """What the contract made of it, in words first and the letter behind (R45-R48)."""
    page = page_of(seen, lang)
    found = seen.found
    told: list[str] = []
    if found.contract is not None:
        told.append(result_sentence(page, found.contract))
        told += value_sentences(page, found.contract)
    analysis = found.possible.analysis
    if not analysis.pareto:
        return (*told, page.text("possible.none"))
    told.append(
        page.text(
            "possible.count",
            inside=number_text(found.possible.inside),
            agreeable=number_text(analysis.agreeable),
        )
    )
    if Fraction(analysis.agreeable, found.possible.inside) >= NEARLY_ALL:
        told.append(page.text("possible.almost_any"))
    return (*told, *veto_sentences(page))


def _seen(pair: Pair, seen: Review) -> tuple[int, int]:
    """(vendor, client) as (ours, theirs)."""
    return pair[seen.side], pair[seen.side.other]
