"""How a match starts: the set-up of a table and the state before anything is said."""

from __future__ import annotations

from negosim.engine.clock import break_ms
from negosim.engine.common import (
    ALL_ROLES,
    Common,
    Position,
    Record,
    Seat,
    Setup,
    StandingOffer,
    Talk,
    Turn,
)
from negosim.engine.issue import no_terms
from negosim.engine.own import Own
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.view import brief_of
from negosim.engine.words import ClockKind, Level, Phase


def solo_setup(
    scenario: Scenario,
    *,
    clock: ClockKind = ClockKind.TABLE,
    level: Level | None = None,
    limit_ms: int | None = None,
    scripted: tuple[Side, ...] = (),
) -> Setup:
    """Two seats, `vendor` and `client`, each with every hat and every issue (R9).

    `limit_ms` None: the file's own length. Clock `none` has no limit. `scripted`
    are the sides that bots play.
    """
    issues = tuple(range(len(scenario.issues)))
    seats = tuple(Seat(side.word, side, ALL_ROLES, issues, side in scripted) for side in SIDES)
    return team_setup(scenario, seats, clock=clock, level=level, limit_ms=limit_ms)


def team_setup(
    scenario: Scenario,
    seats: tuple[Seat, ...],
    *,
    clock: ClockKind,
    level: Level | None = None,
    limit_ms: int | None = None,
    silence_ms: int | None = None,
) -> Setup:
    """A table for any seats; roles are dealt in preparation where seats share a side."""
    house = scenario.house
    limit = None if clock is ClockKind.NONE else (limit_ms or house.limit_ms)
    return Setup(
        seats=seats,
        clock=clock,
        limit_ms=limit,
        break_ms=break_ms(limit, house.costs.leave),
        costs=house.costs,
        level=level or house.level,
        kind=house.kind,
        orders=house.orders,
        silence_ms=silence_ms,
    )


def opened(scenario: Scenario, setup: Setup) -> MatchState:
    """The state after `MatchOpened`: preparation; the vendor's quote stands (R21)."""
    count = len(scenario.issues)
    nothing = no_terms(count)
    quotes = tuple(mark.quote for mark in scenario.marks.vendor)
    no_steps: tuple[tuple[int, ...], ...] = ((),) * count
    return MatchState(
        scenario=scenario,
        briefs=BySide(brief_of(scenario, Side.VENDOR), brief_of(scenario, Side.CLIENT)),
        common=Common(
            phase=Phase.PREPARATION,
            elapsed_ms=0,
            setup=setup,
            turn=Turn(Side.CLIENT),
            talk=BySide(Talk(), Talk()),
            positions=BySide(
                Position(StandingOffer(quotes, nothing, was=nothing), quotes, quotes, no_steps),
                Position(None, nothing, nothing, no_steps),
            ),
            record=Record(),
        ),
        own=BySide(_own(scenario, Side.VENDOR), _own(scenario, Side.CLIENT)),
    )


def planned_sizes(span: int) -> tuple[int, ...]:
    """Up to three shrinking steps that add up to `span` ticks, about 4 : 2 : 1.

    70 gives 40, 20, 10; spans too short for three give fewer. Source: exercise.md R8, R26.
    """
    third, second = span // 7, 2 * span // 7
    sizes = (span - second - third, second, third)
    return tuple(size for size in sizes if size > 0)


def _own(scenario: Scenario, side: Side) -> Own:
    marks = scenario.marks[side]
    return Own(
        floors=tuple(mark.floor for mark in marks),
        authority=scenario.authority[side],
        plan=((),) * len(marks),
    )
