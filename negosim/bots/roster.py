"""Who can sit at the table: bots by name, for either side.

The one place where a character, a scenario's beats and a seed become a player. It
reads of a scenario only what shapes the bot itself (persona, beats): marks and
orders reach a bot through its seat alone (B1).
"""

from __future__ import annotations

from types import MappingProxyType

from negosim.bots.character import Character
from negosim.bots.foils import FOILS
from negosim.bots.negotiator import Negotiator
from negosim.bots.personas import PERSONAS, persona
from negosim.bots.policies import POLICIES
from negosim.bots.principles import DROPPED, without
from negosim.bots.tactics.characters import TACTICS
from negosim.bots.turn import OwnTurn
from negosim.engine.errors import NegosimError
from negosim.engine.scenario import PersonaSpec, Scenario
from negosim.engine.sides import Side

DEFAULT_POLICY = "course"
DROPS = MappingProxyType(
    {
        dropped.id: dropped
        for dropped in (without(POLICIES[DEFAULT_POLICY], principle) for principle in DROPPED)
    }
)
"""`course` without one principle, by name: `course-no-exchange` (B5)."""


class UnknownBot(NegosimError):
    """No bot has that name."""


def personas() -> tuple[str, ...]:
    """The ids of the client's characters, in the order of personas.md."""
    return tuple(PERSONAS)


def vendor_policies() -> tuple[str, ...]:
    """The names of the vendor's policies, `course` first."""
    return tuple(POLICIES)


def tactics() -> tuple[str, ...]:
    """The names of the field's standard tactics (B9)."""
    return tuple(TACTICS)


def foils() -> tuple[str, ...]:
    """The names of the test policies that sidestep negotiating."""
    return tuple(FOILS)


def names() -> tuple[str, ...]:
    """Every name that `create` knows, but for those of `DROPS`."""
    return (*PERSONAS, *POLICIES, *TACTICS, *FOILS)


def default_name(scenario: Scenario, side: Side) -> str:
    """Who sits there when nobody is named: the scenario's persona, or `course` for the vendor."""
    return DEFAULT_POLICY if side is Side.VENDOR else scenario.opposition.persona.base


def create(
    name: str | None,
    scenario: Scenario,
    *,
    side: Side,
    seed: int,
    lang: str | None = "en",
) -> Negotiator:
    """A player for a seat of `side`; None for a name takes the default of that side.

    The scenario's own trait overrides hold where the persona named is the scenario's
    own; its beats are the client's. `lang` None: a bot without words, for bulk runs.
    Raises `UnknownBot`.
    """
    name = name or default_name(scenario, side)
    beats = scenario.opposition.beats if side is Side.CLIENT else ()
    # Both sides of a table may be given the same seed and still are two people.
    own_seed = 2 * seed + side
    turn = FOILS[name].turn if name in FOILS else OwnTurn
    return Negotiator(character(name, scenario), seed=own_seed, lang=lang, beats=beats, turn=turn)


def character(name: str, scenario: Scenario) -> Character:
    """The character of that name as this scenario has it. Raises `UnknownBot`."""
    if name in PERSONAS:
        spec = scenario.opposition.persona
        return persona(spec if spec.base == name else PersonaSpec(name))
    if name in FOILS:
        return FOILS[name].character
    known = POLICIES.get(name) or TACTICS.get(name) or DROPS.get(name)
    if known is None:
        raise UnknownBot(f"no bot {name!r}; bots are {', '.join(names())}")
    return known
