"""What makes one bot differ from another: a character is data over few mechanisms.

Both sides of the table use the same mechanisms; a persona of the client and a policy
of the vendor are two ways to fill in this record. Nothing here decides anything.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.bots.manners import Manners
from negosim.bots.tactics.forms import Bidding
from negosim.engine.record import record
from negosim.engine.words import ArgumentKind, Hardness, Payer


class Style(StrEnum):
    """How a person talks and packs offers. Source: exercise.md B6; `plain` is a vendor policy's."""

    ANALYTIC = "analytic"
    DRIVING = "driving"
    EXPRESSIVE = "expressive"
    AMIABLE = "amiable"
    PLAIN = "plain"


class Situation(StrEnum):
    """How the client's house stands. Source: exercise.md B6."""

    FAR = "far"
    LOSS = "loss"
    STEADY = "steady"
    SELF = "self"


class Relation(StrEnum):
    """The grade of the relation, A the closest. Source: exercise.md B6."""

    A = "A"
    B = "B"
    C = "C"


class Pace(StrEnum):
    """What makes a bot concede.

    `answer`: movement of the other side, size for size in worth; `halves`: half the
    remaining gap at every offer; `gives`: something at every offer, whatever comes back;
    `holds`: nothing. The tactics of the field have formulas of their own (`bidding`).
    """

    ANSWER = "answer"
    HALVES = "halves"
    GIVES = "gives"
    HOLDS = "holds"


class Motive(StrEnum):
    """What moves a person besides movement. Source: personas.md, column "moves for"."""

    COST = "cost"
    DATES = "dates"
    VALUE = "value"
    RECORD = "record"
    FIRMNESS = "firmness"
    SECOND = "second"
    NEED = "need"
    PRAISE = "praise"
    GOODWILL = "goodwill"
    SAFETY = "safety"


ARGUMENTS: dict[Motive, tuple[ArgumentKind, ...]] = {
    Motive.COST: (ArgumentKind.LOW_PRICE, ArgumentKind.TOTAL_COST),
    Motive.DATES: (ArgumentKind.DEADLINE,),
    Motive.VALUE: (ArgumentKind.ADDED_VALUE, ArgumentKind.TOTAL_COST),
    Motive.NEED: (ArgumentKind.NEED, ArgumentKind.SOFTEN),
    Motive.PRAISE: (ArgumentKind.ADDED_VALUE,),
    Motive.SAFETY: (ArgumentKind.PROTECT, ArgumentKind.SHOW),
}
"""The arguments that speak to a motive; the other motives are spoken to by moves."""


@record(frozen=True, slots=True)
class Habits:
    """Which principles a bot keeps of its own accord (B5 names the ten).

    `asks` first; `sizes` its steps by the other side's hardness; `heeds` its authority
    when it offers; `trades`, wanting something back; `shrinks` its steps; `hides` its
    floor; `leaves` the table when that is proper; `eases` a deadlock before it concedes;
    `writes` the record; `explores` the other side's interests, before figures where
    `listens_first`. Beyond the ten: `consults` before its authority ends; `plans` a
    concession sheet; `guesses` the other order; `disputes` what was not written;
    `stands_up` also where nothing moves; `settles`, at the last call, for whatever beats the walk-away; `probes` for news
    of the other side's order, once.
    """

    asks: bool = True
    sizes: bool = True
    heeds: bool = True
    trades: bool = True
    shrinks: bool = True
    hides: bool = True
    eases: bool = True
    writes: bool = True
    explores: bool = True
    listens_first: bool = True
    consults: bool = True
    plans: bool = True
    guesses: bool = True
    leaves: bool = True
    disputes: bool = False
    stands_up: bool = False
    probes: bool = False
    settles: bool = False


@record(frozen=True, slots=True)
class Bargaining:
    """How much a bot gives, in shares of its own worth from floors (0) to quotes (1).

    `opening` is how near its quote the client opens (1: at it, 0: at its target; the
    vendor's quote stands anyway); `start` is what it gives to get talks going, `answer` the
    share of the other side's movement it returns, `most` what it gives at one time, `reserve` where it stays;
    `rhythm` scales its answers one by one, 0 for a hold, the last for all later ones;
    `unmoved` is what is left of them while nothing has been done that moves this person;
    `span` is how many issues one offer touches; `hope` scales what is held out for.
    """

    opening: float = 1.0
    start: float = 0.08
    answer: float = 0.9
    most: float = 0.16
    reserve: float = 0.38
    rhythm: tuple[float, ...] = (1.0,)
    unmoved: float = 1.0
    span: int = 2
    hope: float = 1.0


@record(frozen=True, slots=True)
class Character:
    """One bot, whole.

    `patience`, `honesty`, `skill` and `prelude` run from 0 to 1: quiet moves borne,
    how often a question is answered truly, logrolling by belief, how often a deadlock
    is the prelude to a concession. `led`: whether shrinking steps of the other side
    make it expect their limit (two personas are not led). `walks` in the first place:
    leaves the talks at the first deadlock. `manners`: what shows besides giving. `bidding`:
    a tactic of the field, which then does all the bargaining.
    """

    id: str
    style: Style = Style.PLAIN
    situation: Situation = Situation.STEADY
    relation: Relation = Relation.B
    hardness: Hardness = Hardness.FIRM
    pace: Pace = Pace.ANSWER
    patience: float = 0.6
    honesty: float = 0.8
    skill: float = 0.8
    prelude: float = 0.6
    payer: Payer = Payer.REMINDED
    motives: tuple[Motive, ...] = ()
    led: bool = True
    walks: bool = False
    bargaining: Bargaining = Bargaining()
    habits: Habits = Habits()
    manners: Manners = Manners()
    bidding: Bidding | None = None
