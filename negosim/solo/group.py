"""Who sits on one side when one person, or a group around one machine, plays it.

Names become seats and seats get the hats they begin with; preparation may deal the hats
anew. Nothing is known here of how a match runs. Source: exercise.md R9.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.issue import IssueNos
from negosim.engine.sides import Side
from negosim.engine.words import Role
from negosim.wire.words import clean_words

MOST_MEMBERS = 6
LONGEST_NAME = 24
"""Characters of a member's name; the rest is cut off."""

_HATS: tuple[tuple[tuple[Role, ...], ...], ...] = (
    (ALL_ROLES,),
    (
        (Role.COORDINATOR, Role.DECISION_MAKER),
        (Role.NEGOTIATOR, Role.RECORDER),
    ),
    (
        (Role.COORDINATOR, Role.DECISION_MAKER),
        (Role.NEGOTIATOR,),
        (Role.NEGOTIATOR, Role.RECORDER),
    ),
    (
        (Role.COORDINATOR,),
        (Role.DECISION_MAKER,),
        (Role.NEGOTIATOR,),
        (Role.NEGOTIATOR, Role.RECORDER),
    ),
    (
        (Role.COORDINATOR,),
        (Role.DECISION_MAKER,),
        (Role.NEGOTIATOR,),
        (Role.NEGOTIATOR,),
        (Role.RECORDER,),
    ),
    (
        (Role.COORDINATOR,),
        (Role.DECISION_MAKER,),
        (Role.NEGOTIATOR,),
        (Role.NEGOTIATOR,),
        (Role.NEGOTIATOR,),
        (Role.RECORDER,),
    ),
)
"""What each member of a group wears to begin with, by the size of the group."""


def own_seats(side: Side, members: Sequence[str], issues: int) -> tuple[Seat, ...]:
    """The seats of a side with these members, `issues` being how many issues there are.

    Every issue has one owner among the negotiators, so that the side may say it is ready
    at once. Nobody named: one seat called as the side, with every hat. ValueError for more
    than `MOST_MEMBERS`.
    """
    names = seat_names(side, members)
    hats = _HATS[len(names) - 1]
    owners = [place for place, roles in enumerate(hats) if Role.NEGOTIATOR in roles]
    owned = dict(zip(owners, _dealt(issues, len(owners)), strict=True))
    return tuple(
        Seat(name, side, roles, owned.get(place, ()))
        for place, (name, roles) in enumerate(zip(names, hats, strict=True))
    )


def seat_names(side: Side, members: Sequence[str]) -> tuple[str, ...]:
    """The members' names as seats can carry them: clean, short, none empty, none twice.

    The other side's seat is called as that side is, so nobody here may be. ValueError for
    more than `MOST_MEMBERS`.
    """
    taken = {side.other.word}
    names: list[str] = []
    for member in members:
        name = " ".join(clean_words(member).split())[:LONGEST_NAME].strip()
        if name:
            name = _another(name, taken)
            taken.add(name)
            names.append(name)
    if len(names) > MOST_MEMBERS:
        raise ValueError(f"a side has at most {MOST_MEMBERS} members")
    return tuple(names) or (side.word,)


def _another(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where somebody has it already."""
    number, tried = 1, name
    while tried in taken:
        number += 1
        tried = f"{name} {number}"
    return tried


def _dealt(issues: int, hands: int) -> tuple[IssueNos, ...]:
    """The issues in agenda order, dealt in runs as even as can be."""
    bounds = [issues * hand // hands for hand in range(hands + 1)]
    return tuple(tuple(range(*pair)) for pair in pairwise(bounds))
