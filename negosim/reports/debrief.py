"""The debrief of a finished match as a value: everything that can be said of it, worked
out from the scenario and the log alone. `debrief_text` and `debrief_json` say it;
nothing here is worded and nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from negosim.analysis.grade import Letter, letter
from negosim.analysis.reference import (
    Analysis,
    analyse,
    better_for_both,
    created,
    distance,
    efficiency,
    frontier_terms,
)
from negosim.analysis.space import Pair, Space, space_of
from negosim.engine.common import Outcome, Setup
from negosim.engine.errors import NegosimError
from negosim.engine.events import Event
from negosim.engine.issue import Order
from negosim.engine.moves import Deal
from negosim.engine.record import record
from negosim.engine.scenario import Scenario, order_of
from negosim.engine.scoring import Merit, Quadrant, Score, exact_worth, pars, quadrant, score
from negosim.engine.sides import SIDES, BySide, Side
from negosim.reports.conduct import Conduct, conduct_of
from negosim.reports.guess import Guessed, guessed
from negosim.reports.payment import MoneyView, money_view
from negosim.reports.staircase import Staircase, staircases
from negosim.reports.talks import PriceTalk, Written, price_talk, written
from negosim.reports.timeline import Timeline, timeline


class NotOver(NegosimError):
    """The match has no end yet: a debrief would tell a running table's secrets (R17)."""


class Decided(StrEnum):
    """What tells the two results apart. Source: exercise.md R44."""

    POINTS = "points"
    WORTH = "worth"
    CONDUCT = "conduct"
    NOTHING = "nothing"


@record(frozen=True, slots=True)
class Reference:
    """A pair of points with a contract that gives it."""

    pair: Pair
    terms: tuple[int, ...]


@record(frozen=True, slots=True)
class Contract:
    """A signed contract measured. Source: exercise.md R44-R48.

    `claimed`: own points less the other's; `better`: frontier contracts worse for
    neither side, by rising vendor points; `money` where the file names the issues.
    """

    deal: Deal
    score: Score
    created: int
    claimed: BySide[int]
    efficiency: Fraction | None
    distance: float | None
    quadrant: Quadrant
    letter: Letter
    better: tuple[Reference, ...]
    money: MoneyView | None


@record(frozen=True, slots=True)
class Possible:
    """What could have been agreed: the figures and a contract for each reference point.

    `inside` counts the contracts inside both floors, of which `analysis.agreeable`
    are at or above both walk-aways.
    """

    analysis: Analysis
    inside: int
    nash: tuple[Reference, ...]
    egalitarian: tuple[Reference, ...]


@record(frozen=True, slots=True)
class SideReport:
    """One side of the table. `points` are the contract's, or the walk-away at a breakdown.

    `order` are its own priorities; `guess` its guess of the other side's, None when it
    locked none.
    """

    points: int
    par: int
    walk_away: int
    merit: Merit
    order: Order
    guess: Guessed | None
    stairs: tuple[Staircase, ...]
    conduct: Conduct
    price: PriceTalk | None


@record(frozen=True, slots=True)
class Debrief:
    """A whole match looked back on. `moves` were made since the talks opened.

    `scenario` has the orders that were played; `contract` is None at a breakdown;
    `ahead` is None when nothing tells the results apart.
    """

    scenario: Scenario
    setup: Setup
    outcome: Outcome
    elapsed_ms: int
    moves: int
    contract: Contract | None
    possible: Possible
    sides: BySide[SideReport]
    ahead: Side | None
    decided: Decided
    written: Written


def debrief(scenario: Scenario, events: Iterable[Event]) -> Debrief:
    """The debrief of a log; NotOver while the match runs.

    ValueError for events that do not begin with `MatchOpened`.
    """
    return debrief_of(timeline(scenario, events))


def debrief_of(match: Timeline) -> Debrief:
    """The debrief of a log that has been read already; NotOver while the match runs."""
    common = match.end.common
    if common.outcome is None:
        raise NotOver("the match is not over: there is nothing to look back on yet")
    scenario = match.end.scenario
    space = space_of(scenario)
    analysis = analyse(scenario, space)
    deal = common.outcome.deal
    contract = None if deal is None else _contract(scenario, analysis, space, deal)
    sides = BySide(*(_side(match, side, contract) for side in SIDES))
    ahead, decided = _ahead(sides)
    return Debrief(
        scenario=scenario,
        setup=common.setup,
        outcome=common.outcome,
        elapsed_ms=common.elapsed_ms,
        moves=match.entries[-1].number if match.entries else 0,
        contract=contract,
        possible=Possible(
            analysis=analysis,
            inside=space.contracts,
            nash=_references(scenario, space, analysis.nash),
            egalitarian=_references(scenario, space, analysis.egalitarian),
        ),
        sides=sides,
        ahead=ahead,
        decided=decided,
        written=written(match),
    )


def _contract(scenario: Scenario, analysis: Analysis, space: Space, deal: Deal) -> Contract:
    scored = score(scenario, deal.terms)
    points = scored.points
    gap = points.vendor - points.client
    return Contract(
        deal=deal,
        score=scored,
        created=created(analysis, points),
        claimed=BySide(gap, -gap),
        efficiency=efficiency(analysis, points),
        distance=distance(analysis, points),
        quadrant=quadrant(points, analysis.par),
        letter=letter(analysis, points),
        better=_references(scenario, space, better_for_both(analysis, points)),
        money=money_view(scenario, deal.terms),
    )


def _side(match: Timeline, side: Side, contract: Contract | None) -> SideReport:
    scenario = match.end.scenario
    own = match.end.own[side]
    conduct = conduct_of(match, side)
    points = scenario.walk_away[side] if contract is None else contract.score.points[side]
    worth = None if contract is None else exact_worth(scenario, side, contract.deal.terms)
    truth = order_of(scenario.marks[side.other])
    return SideReport(
        points=points,
        par=pars(scenario)[side],
        walk_away=scenario.walk_away[side],
        merit=Merit(points, worth, conduct.share),
        order=order_of(scenario.marks[side]),
        guess=guessed(own.guess, truth) if own.guess else None,
        stairs=staircases(match, side),
        conduct=conduct,
        price=price_talk(match, side),
    )


def _references(scenario: Scenario, space: Space, pairs: tuple[Pair, ...]) -> tuple[Reference, ...]:
    terms = frontier_terms(scenario, pairs, space)
    return tuple(Reference(pair, ticks) for pair, ticks in zip(pairs, terms, strict=True))


def _ahead(sides: BySide[SideReport]) -> tuple[Side | None, Decided]:
    """Who has done better by R44's order, and which part of it decided."""
    ours, theirs = (report.merit for report in sides)
    for decided, vendor, client in (
        (Decided.POINTS, ours.points, theirs.points),
        (Decided.WORTH, ours.worth, theirs.worth),
        (Decided.CONDUCT, ours.conduct, theirs.conduct),
    ):
        if vendor is not None and client is not None and vendor != client:
            return (Side.VENDOR if vendor > client else Side.CLIENT), decided
    return None, Decided.NOTHING
