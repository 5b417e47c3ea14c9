"""What is chosen before a match, and what it comes to as wishes.

A plan always makes sense: whatever is changed, the rest follows where it must. Nothing
is opened here and nobody's brief is read: a scenario's story is on its card.
"""

from __future__ import annotations

from random import Random

from negosim.engine.record import but, record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import catalogue
from negosim.present.opponents import STORY, bots_for, drawn
from negosim.solo.group import LONGEST_NAME, MOST_MEMBERS
from negosim.solo.match import Wishes, setup_of

LEAST_MEMBERS = 2
"""Fewer are not a group. Source: exercise.md R9."""


@record(frozen=True, slots=True)
class Plan:
    """`clock` None: what is usual at the level (R16). `names` are as typed, empty ones too;
    they count only where `group` is set."""

    scenario: Scenario
    level: Level
    side: Side = Side.VENDOR
    clock: ClockKind | None = None
    group: bool = False
    names: tuple[str, ...] = ("",) * LEAST_MEMBERS
    opponent: str = STORY

    @property
    def clock_kind(self) -> ClockKind:
        """What will run the clock."""
        return setup_of(self.scenario, Wishes(level=self.level, clock=self.clock)).clock


@record(frozen=True, slots=True)
class Explained:
    """Something that may be chosen: its name on the button, and a sentence about it."""

    name: str
    about: str


def plan_for(
    scenario: Scenario, *, level: Level | None = None, clock: ClockKind | None = None
) -> Plan:
    """The plan to start from; `level` and `clock` are the player's settings."""
    return Plan(scenario, level or scenario.house.level, clock=clock)


def seated(plan: Plan, side: Side) -> Plan:
    """The plan from the other chair; who was opposite goes where he cannot play that side."""
    kept = plan.opponent not in bots_for(plan.side.other) or side is plan.side
    return but(plan, side=side, opponent=plan.opponent if kept else STORY)


def sized(plan: Plan, members: int) -> Plan:
    """The plan with so many name fields, kept within 2 and 6; typed names stay."""
    members = max(LEAST_MEMBERS, min(MOST_MEMBERS, members))
    names = plan.names[:members] + ("",) * (members - len(plan.names))
    return but(plan, names=names)


def named(plan: Plan, place: int, name: str) -> Plan:
    """The plan with one name typed anew, cut to what a name may be."""
    names = list(plan.names)
    names[place] = name[:LONGEST_NAME]
    return but(plan, names=tuple(names))


def stand_in(place: int, lang: str) -> str:
    """What somebody is called who typed no name; `place` counts from 0."""
    return catalogue("lobby_scene", lang).text("form.member", number=place + 1)


def wishes(plan: Plan, lang: str, lot: Random) -> Wishes:
    """What the plan asks of a new match; `lot` draws where a draw was asked for."""
    members: tuple[str, ...] = ()
    if plan.group:
        members = tuple(
            name.strip() or stand_in(place, lang) for place, name in enumerate(plan.names)
        )
    return Wishes(
        side=plan.side,
        bot=drawn(plan.opponent, plan.side.other, lot),
        level=plan.level,
        clock=plan.clock,
        members=members,
    )


def levels(lang: str) -> tuple[tuple[Level, Explained], ...]:
    """The levels from the most help to none. Source: exercise.md R30."""
    return tuple((level, _explained("level", level.value, lang)) for level in Level)


def clocks(lang: str) -> tuple[tuple[ClockKind, Explained], ...]:
    """What may run the clock. Source: exercise.md R16."""
    return tuple((clock, _explained("clock", clock.value, lang)) for clock in ClockKind)


def chairs(scenario: Scenario, lang: str) -> tuple[tuple[Side, Explained], ...]:
    """The two sides, each with the name of its party in the story."""
    names = catalogue("names", lang)
    return tuple(
        (side, Explained(names.text(f"label.{side.word}"), scenario.story.parties[side].in_(lang)))
        for side in SIDES
    )


def _explained(table: str, word: str, lang: str) -> Explained:
    words = catalogue("lobby_scene", lang)
    return Explained(words.text(f"{table}.{word}"), words.text(f"{table}_about.{word}"))
