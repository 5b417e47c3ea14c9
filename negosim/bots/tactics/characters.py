"""The field's standard tactics by name, as data. Source: exercise.md B9.

The sources of the formulas are named in `aspiration`, those of the conditions in
`accepting`. Exponents and parameters are the customary ones of the literature; nothing
is tuned to this game.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from negosim.bots.character import Character, Habits
from negosim.bots.tactics.forms import Acceptance, Accepts, Bidding, Bids

BOULWARE_E = 0.2
CONCEDER_E = 2.0

_ONLY_BIDS = Habits(explores=False, asks=False, plans=False, shrinks=False, consults=False)
"""No questions, no sheet, a free hand from the director, and the paper work."""
_LATE = Acceptance(Accepts.COMBI)
"""An imitator has no last bid of its own to compare with, so time must close for it."""


def tactic(name: str, bidding: Bidding) -> Character:
    """A bot that bargains by this tactic and by nothing else."""
    return Character(name, prelude=0.0, led=False, habits=_ONLY_BIDS, bidding=bidding)


_TACTICS = (
    tactic("boulware", Bidding(Bids.TIME, e=BOULWARE_E)),
    tactic("linear", Bidding(Bids.TIME)),
    tactic("conceder", Bidding(Bids.TIME, e=CONCEDER_E)),
    tactic("tit-for-tat", Bidding(Bids.RELATIVE, _LATE)),
    tactic("tit-for-tat-random", Bidding(Bids.ABSOLUTE, _LATE)),
    tactic("tit-for-tat-averaged", Bidding(Bids.AVERAGED, _LATE)),
    tactic("micro", Bidding(Bids.MICRO)),
    tactic("hybrid", Bidding(Bids.HYBRID)),
    tactic("random", Bidding(Bids.RANDOM, informed=False)),
    tactic(
        "walk-away",
        Bidding(Bids.FIXED, Acceptance(Accepts.CONST, share=0.5), share=0.65, patience=6),
    ),
)

TACTICS: Mapping[str, Character] = MappingProxyType({each.id: each for each in _TACTICS})
