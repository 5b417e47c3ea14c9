"""What a seat may know: its brief, its view, its stream of events.

Everything here is built from parts that belong to the seat's side or to both;
nothing is copied from the state and stripped (architecture.md law 3).
"""

from __future__ import annotations

from negosim.engine.events import (
    Authorised,
    AuthoritySet,
    CardDrawn,
    Event,
    GuessLocked,
    MethodsChosen,
    Noted,
    OrderLocked,
    Ruled,
    Ruling,
    StepsPlanned,
)
from negosim.engine.own import Brief, Briefing, Colleague
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.state import MatchState, SeatView


@record(frozen=True, slots=True)
class SeatEvent:
    """An event as one side sees it, numbered in that side's own stream from 1.

    `rulings` are those on the side's own move; the other side's stream has no
    trace of them, not even a gap.
    """

    number: int
    event: Event
    rulings: tuple[Ruling, ...] = ()


PRIVATE = (
    AuthoritySet,
    StepsPlanned,
    MethodsChosen,
    OrderLocked,
    GuessLocked,
    CardDrawn,
    Authorised,
    Noted,
    Ruled,
)
"""Events of one side alone; every other event is seen by both."""


def view_of(state: MatchState, seat: str, side: Side) -> SeatView:
    """What the seat knows now."""
    return SeatView(seat, state.briefs[side], state.common, state.own[side])


def brief_of(scenario: Scenario, side: Side) -> Brief:
    """What a side knows when it sits down. Source: exercise.md R2, R5, R7, R43."""
    client = side is Side.CLIENT
    opposition = scenario.opposition
    return Brief(
        side=side,
        scenario=scenario.id,
        words=Briefing(
            title=scenario.story.title,
            everyone=scenario.story.everyone,
            secret=scenario.story.secret[side],
            parties=scenario.story.parties,
        ),
        issues=scenario.issues,
        benefits=scenario.benefits,
        marks=scenario.marks[side],
        yardsticks=scenario.yardsticks[side],
        worth_scale=scenario.worth_scale[side],
        walk_away=scenario.walk_away[side],
        harder_means=scenario.house.harder_means,
        announced=tuple(
            (place, news.at_ms) for place, news in enumerate(opposition.news) if news.announced
        ),
        opposite=()
        if client
        else tuple(Colleague(member.name, member.role) for member in opposition.team),
        cards=0 if client else len(opposition.insiders),
        rivals=scenario.rivals if client else (),
        pressure=opposition.pressure if client else (),
        team=opposition.team if client else (),
    )
