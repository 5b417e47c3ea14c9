"""Who speaks at the table, as a name and as the letter on a round badge.

Only names that the seat may know: its own members, the people it was told sit opposite,
the two companies.
"""

from __future__ import annotations

from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import MemberRole
from negosim.language.catalogue import catalogue

_FRONT = (MemberRole.EVALUATOR, MemberRole.ECONOMIC)
"""Who of the people opposite does the talking, where one of them is there."""
_TITLES = frozenset({"mr", "ms", "mrs", "dr", "prof", "dir"})


def their_name(view: SeatView, lang: str) -> str:
    """The person opposite who speaks, else the company, else what the side is called."""
    for role in _FRONT:
        for person in view.brief.opposite:
            if person.role == role.value:
                return person.name.in_(lang)
    if view.brief.opposite:
        return view.brief.opposite[0].name.in_(lang)
    side = view.brief.side.other
    return view.brief.words.parties[side].in_(lang) or _label(side.word, lang)


def our_name(view: SeatView, seat: str, lang: str) -> str:
    """A member of one's own team by name; who sits alone is `You`."""
    side = view.brief.side
    alone = sum(place.side is side for place in view.common.setup.seats) == 1
    return _label("me", lang) if alone else seat


def name_of_side(view: SeatView, side: Side, seat: str, lang: str) -> str:
    """The name of whoever speaks for a side from a seat."""
    if side is view.brief.side:
        return our_name(view, seat, lang)
    return their_name(view, lang)


def initial(name: str) -> str:
    """One character for a badge: `林` of 林经理, `L` of Ms Lin, `H` of Harbour Logistics."""
    words = name.split()
    if len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        words = words[1:]
    return words[0][0].upper() if words else "?"


def _label(key: str, lang: str) -> str:
    return catalogue("names", lang).text(f"label.{key}")
