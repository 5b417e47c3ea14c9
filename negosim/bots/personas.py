"""The twelve people of the client's side as data, and how a scenario overrides them.

Traits only: what a trait does is written in the mechanisms. The richer behaviour of
each person (props, reactions, voices) grows on the same records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from negosim.bots.character import (
    Bargaining,
    Character,
    Habits,
    Motive,
    Relation,
    Situation,
    Style,
)
from negosim.bots.manners import MANNERS, Candour
from negosim.engine.errors import NegosimError
from negosim.engine.record import but
from negosim.engine.scenario import PersonaSpec
from negosim.engine.words import Hardness, Payer

# A client asks implicitly (B3), keeps no sheet of methods and does not explore first.
_CLIENT = Habits(asks=False, explores=False, sizes=False, disputes=True)
_STAYS = but(_CLIENT, leaves=False)
"""One who lets the others get up."""

_HOLDING: Mapping[Hardness, tuple[float, float, float]] = MappingProxyType(
    {
        Hardness.SOFT: (0.06, 1.0, 0.36),
        Hardness.FIRM: (0.04, 0.9, 0.42),
        Hardness.HARD: (0.02, 0.75, 0.48),
    }
)
"""Start, answer and reserve of each hardness."""


def _person(
    id: str,
    *,
    hardness: Hardness,
    patience: float,
    motives: tuple[Motive, ...],
    rhythm: tuple[float, ...],
    span: int,
    most: float = 0.14,
    honesty: float = 0.75,
    skill: float = 0.7,
    opening: float = 1.0,
    prelude: float = 0.6,
    relation: Relation = Relation.B,
    led: bool = True,
    unmoved: float = 1.0,
    habits: Habits = _CLIENT,
) -> Character:
    style, situation = id.split("-")
    start, answer, reserve = _HOLDING[hardness]
    return Character(
        id=id,
        style=Style(style),
        situation=Situation(situation),
        relation=relation,
        hardness=hardness,
        patience=patience,
        honesty=honesty,
        skill=skill,
        prelude=prelude,
        motives=motives,
        led=led,
        bargaining=Bargaining(
            opening=opening,
            start=start,
            answer=answer,
            most=most,
            reserve=reserve,
            rhythm=rhythm,
            unmoved=unmoved,
            span=span,
        ),
        habits=habits,
        manners=MANNERS[id],
    )


_SOFT, _FIRM, _HARD = Hardness.SOFT, Hardness.FIRM, Hardness.HARD

_PEOPLE = (
    # Lin, finance: small, even steps; watches her own target, not yours.
    _person(
        "analytic-steady",
        hardness=_FIRM,
        patience=0.7,
        motives=(Motive.COST,),
        rhythm=(0.9, 0.9, 0.0, 0.9, 0.9, 0.0, 0.9),
        span=2,
        opening=0.95,
        led=False,
    ),
    # Gao, CFO of a late project: nothing for long, then one large step.
    _person(
        "analytic-loss",
        hardness=_FIRM,
        patience=0.5,
        motives=(Motive.DATES,),
        rhythm=(0.0, 0.0, 2.0, 0.0, 1.6, 0.6),
        span=2,
        opening=0.9,
        most=0.24,
    ),
    # Dr Shen: trades, rarely gives.
    _person(
        "analytic-far",
        hardness=_FIRM,
        patience=0.8,
        motives=(Motive.VALUE,),
        rhythm=(1.0, 0.0, 0.8, 0.8, 0.0, 0.8),
        span=4,
        opening=0.85,
        skill=0.95,
        honesty=0.85,
    ),
    # Zhao, project head: two large steps, then a wall.
    _person(
        "driving-loss",
        hardness=_FIRM,
        patience=0.35,
        motives=(Motive.DATES, Motive.FIRMNESS),
        rhythm=(1.7, 1.5, 0.0, 0.0, 0.0, 0.0, 1.2, 0.0, 0.0, 0.0, 1.0),
        span=2,
        opening=1.0,
        most=0.2,
        skill=0.6,
        habits=_STAYS,
    ),
    # Qian, procurement: one issue at a time, not led by shrinking steps.
    _person(
        "driving-steady",
        hardness=_HARD,
        patience=0.6,
        motives=(Motive.RECORD, Motive.FIRMNESS),
        rhythm=(1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0),
        span=1,
        skill=0.6,
        led=False,
        habits=_STAYS,
    ),
    # Wu: gives almost nothing until somebody stands up.
    _person(
        "driving-self",
        hardness=_HARD,
        patience=0.4,
        motives=(Motive.FIRMNESS,),
        rhythm=(0.8, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0),
        span=2,
        honesty=0.55,
        prelude=0.45,
        relation=Relation.C,
        unmoved=0.6,
        habits=_STAYS,
    ),
    # Luo, CTO: big steps, on bundles only.
    _person(
        "expressive-far",
        hardness=_SOFT,
        patience=0.6,
        motives=(Motive.SECOND, Motive.VALUE),
        rhythm=(1.4, 0.0, 1.0, 0.0, 1.0),
        span=4,
        opening=0.7,
        most=0.2,
        skill=0.85,
    ),
    # He: tells all, gives most at first.
    _person(
        "expressive-loss",
        hardness=_SOFT,
        patience=0.5,
        motives=(Motive.NEED,),
        rhythm=(1.8, 0.8, 0.0, 0.8, 0.0, 0.8),
        span=3,
        opening=0.6,
        most=0.16,
        honesty=0.95,
    ),
    # Ma: moves for praise.
    _person(
        "expressive-self",
        hardness=_FIRM,
        patience=0.5,
        motives=(Motive.PRAISE,),
        rhythm=(0.9, 0.0, 0.9, 0.0, 0.9),
        span=3,
        opening=0.95,
        honesty=0.6,
        skill=0.55,
        unmoved=0.7,
    ),
    # Sun, administration: small steps, and goodwill first.
    _person(
        "amiable-steady",
        hardness=_SOFT,
        patience=0.85,
        motives=(Motive.GOODWILL,),
        rhythm=(0.9, 0.0, 0.9, 0.9, 0.0, 0.9),
        span=2,
        opening=0.8,
        skill=0.6,
        prelude=0.75,
        relation=Relation.A,
        unmoved=0.7,
    ),
    # Tang: hesitates, checks inside, retreats when pressed.
    _person(
        "amiable-loss",
        hardness=_SOFT,
        patience=0.6,
        motives=(Motive.SAFETY,),
        rhythm=(0.0, 0.8, 1.0, 0.0, 1.0),
        span=2,
        opening=0.75,
        honesty=0.85,
        prelude=0.8,
        unmoved=0.8,
    ),
    # Ms Bai: even trades over the years.
    _person(
        "amiable-far",
        hardness=_SOFT,
        patience=0.8,
        motives=(Motive.GOODWILL, Motive.VALUE),
        rhythm=(1.0, 1.0, 0.0, 1.0, 0.0, 1.0),
        span=3,
        opening=0.7,
        skill=0.85,
        honesty=0.9,
        relation=Relation.A,
    ),
)

PERSONAS: Mapping[str, Character] = MappingProxyType({each.id: each for each in _PEOPLE})
"""By id, in the order of personas.md."""


def persona(spec: PersonaSpec) -> Character:
    """The library person with the file's traits laid over; NegosimError for an unknown id."""
    character = PERSONAS.get(spec.base)
    if character is None:
        raise NegosimError(f"no persona {spec.base!r}; personas are {', '.join(PERSONAS)}")
    for trait, value in spec.overrides:
        character = _OVERRIDES[trait](character, value)
    return character


def _share(value: str | float) -> float:
    return min(1.0, max(0.0, float(value)))


def _harder(character: Character, value: str) -> Character:
    """A harder person also starts, answers and stays as that hardness does."""
    hardness = Hardness(value)
    start, answer, reserve = _HOLDING[hardness]
    bargaining = but(character.bargaining, start=start, answer=answer, reserve=reserve)
    return but(character, hardness=hardness, bargaining=bargaining)


def _as_honest(character: Character, honesty: float) -> Character:
    """Of that honesty whatever is asked, a why included."""
    manners = but(character.manners, why=Candour.USUAL)
    return but(character, honesty=honesty, manners=manners)


_OVERRIDES: Mapping[str, Callable[[Character, str | float], Character]] = MappingProxyType(
    {
        "hardness": lambda c, value: _harder(c, str(value)),
        "patience": lambda c, value: but(c, patience=_share(value)),
        "honesty": lambda c, value: _as_honest(c, _share(value)),
        "skill": lambda c, value: but(c, skill=_share(value)),
        "prelude": lambda c, value: but(c, prelude=_share(value)),
        "relation": lambda c, value: but(c, relation=Relation(str(value))),
        "payer": lambda c, value: but(c, payer=Payer(str(value))),
        "style": lambda c, value: but(c, style=Style(str(value))),
        "situation": lambda c, value: but(c, situation=Situation(str(value))),
    }
)
"""The traits a scenario file may set (scenario-format.md, `persona` keys)."""
