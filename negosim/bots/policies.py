"""The vendor's policies by name, as data.

`course` keeps every principle; the others show what happens to those who do not. Any of
them can also sit on the client's side.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from negosim.bots.character import Bargaining, Character, Habits, Pace
from negosim.engine.words import Hardness

_UNSCHOOLED = Habits(
    asks=False,
    trades=False,
    shrinks=False,
    consults=False,
    writes=False,
    explores=False,
    plans=False,
    guesses=False,
    leaves=False,
)
"""None of the principles kept, except those that B3 keeps for every bot."""

_BIDDER = Habits(explores=False, asks=False, plans=False, shrinks=False, consults=False)
"""A tactic of the literature: bids and nothing else, by its own rhythm."""

_POLICIES = (
    Character(
        "course",
        skill=0.9,
        honesty=0.85,
        prelude=1.0,
        bargaining=Bargaining(start=0.1, answer=0.9, reserve=0.42, span=2),
        habits=Habits(stands_up=True, settles=True, probes=True),
    ),
    Character(
        "naive",
        hardness=Hardness.SOFT,
        pace=Pace.GIVES,
        skill=0.0,
        prelude=1.0,
        led=False,
        bargaining=Bargaining(start=0.09, reserve=0.2, span=1),
        habits=_UNSCHOOLED,
    ),
    Character(
        "splitter",
        pace=Pace.HALVES,
        skill=0.0,
        prelude=1.0,
        led=False,
        bargaining=Bargaining(reserve=0.2, most=0.6, span=8),
        habits=_BIDDER,
    ),
    Character(
        "hardliner",
        hardness=Hardness.HARD,
        pace=Pace.HOLDS,
        skill=0.2,
        prelude=0.0,
        honesty=0.3,
        bargaining=Bargaining(start=0.0, answer=0.0, reserve=0.62, span=2),
        habits=Habits(asks=False, explores=False, plans=False),
    ),
    Character(
        "pushover",
        hardness=Hardness.SOFT,
        pace=Pace.GIVES,
        skill=0.0,
        prelude=1.0,
        led=False,
        honesty=1.0,
        bargaining=Bargaining(start=0.2, most=0.4, reserve=0.0, span=4),
        habits=_UNSCHOOLED,
    ),
)

POLICIES: Mapping[str, Character] = MappingProxyType({each.id: each for each in _POLICIES})
