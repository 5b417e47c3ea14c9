"""A tactic of the field as data: what it bids by, and what it accepts.

The field builds such bots of three parts that are chosen apart: a bidding strategy, a
model of the other side and an acceptance condition. The model is `estimate`'s.
Source: Baarslag, Hindriks, Hendrikx, Dirkzwager, Jonker: Decoupling negotiating agents
to explore the space of negotiation strategies (2014).
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.record import record


class Bids(StrEnum):
    """What the next own score is worked out from; each is defined in `aspiration`."""

    TIME = "time"
    RELATIVE = "relative"
    ABSOLUTE = "absolute"
    AVERAGED = "averaged"
    MICRO = "micro"
    HYBRID = "hybrid"
    RANDOM = "random"
    FIXED = "fixed"


class Accepts(StrEnum):
    """The acceptance conditions; each is defined in `accepting`."""

    NEXT = "next"
    CONST = "const"
    TIME = "time"
    COMBI = "combi"


@record(frozen=True, slots=True)
class Acceptance:
    """`factor` and `bonus` are AC_next's α and β, `share` is AC_const's α, from 0 at what
    one may just sign to 1 at one's quotes; `late` is the T of AC_time and AC_combi, as a
    part of the time."""

    rule: Accepts = Accepts.NEXT
    factor: float = 1.0
    bonus: float = 0.0
    share: float = 1.0
    late: float = 0.9


@record(frozen=True, slots=True)
class Bidding:
    """One tactic.

    `e` bends time (below 1 late, above 1 early); `start` is what tit-for-tat gives before
    there is anything to imitate, `noise` the most that it adds by lot, `window` how many
    changes it averages; `share` is what is asked for at all times; `patience` after how
    many own turns it walks out, 0 for never. Shares as in `Acceptance`.

    `informed` False leaves the other side's priorities out and draws among outcomes of
    one score by lot; `singly`: MiCRO names outcomes one by one, as published, instead of
    scores.
    """

    bids: Bids
    accepts: Acceptance = Acceptance()
    e: float = 1.0
    start: float = 0.1
    noise: float = 0.03
    window: int = 3
    share: float = 1.0
    patience: int = 0
    informed: bool = True
    singly: bool = False
