"""The ten principles, each of which can be dropped from a policy by name.

What dropping one means is a habit of the character; what it costs is for the other
side's reasoning to show. Source: exercise.md B5.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from negosim.bots.character import Character, Habits
from negosim.engine.record import but, record
from negosim.engine.words import Principle


@record(frozen=True, slots=True)
class Dropped:
    """How a policy without a principle behaves, and the rules that the principle rests on."""

    rules: tuple[str, ...]
    habits: Mapping[str, bool]


DROPPED: Mapping[Principle, Dropped] = MappingProxyType(
    {
        Principle.ASK_FIRST: Dropped(("R22",), {"asks": False}),
        Principle.SIZE: Dropped(("R23",), {"sizes": False}),
        Principle.AUTHORITY: Dropped(("R24",), {"heeds": False}),
        Principle.EXCHANGE: Dropped(("R25", "R27"), {"trades": False}),
        Principle.SHRINKING: Dropped(("R26",), {"shrinks": False}),
        Principle.FLOOR_HIDDEN: Dropped(("R28", "R29"), {"hides": False}),
        Principle.BREAKS: Dropped(("R35", "R36"), {"leaves": False}),
        Principle.DEADLOCK: Dropped(("R37",), {"eases": False}),
        Principle.RECORD: Dropped(("R39", "R40"), {"writes": False}),
        Principle.INTERESTS_FIRST: Dropped(("R19", "R31"), {"listens_first": False}),
    }
)
"""In the order of B5."""


def without(character: Character, principle: Principle) -> Character:
    """The same character, its opening and its total, without one principle; KeyError for
    a principle that cannot be dropped (`roles` needs a team)."""
    habits: Habits = but(character.habits, **DROPPED[principle].habits)
    name = f"{character.id}-no-{principle.value.replace('_', '-')}"
    return but(character, id=name, habits=habits)
