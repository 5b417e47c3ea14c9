"""The same question asked again: an answer belongs to one seat at one moment.

The engine keeps the last move that it found legal and the last that it judged; these
tests put the very same object to it where the answer must differ (architecture.md law 3).
"""

import built
from notation import Match

from negosim.engine import moves as m
from negosim.engine.errors import Refusal
from negosim.engine.legality import refusal
from negosim.engine.rulings import rulings
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import view_of
from negosim.engine.words import ArgumentKind, Principle


def views(match: Match) -> tuple[SeatView, SeatView]:
    """The vendor's and the client's view of this moment."""
    return (
        view_of(match.state, "vendor", Side.VENDOR),
        view_of(match.state, "client", Side.CLIENT),
    )


def test_a_move_legal_for_one_side_is_refused_to_the_other_at_the_same_moment() -> None:
    """R20: the client opens."""
    vendor, client = views(Match.at_talks(built.third_vendor()))
    move = m.NotYet()
    assert refusal(client, move) is None
    assert refusal(vendor, move) == (Refusal.NOT_YOUR_TURN, None)
    assert refusal(client, move) is None


def test_a_move_that_was_legal_is_refused_when_its_moment_has_passed() -> None:
    match = Match.at_talks(built.third_vendor())
    move = m.NotYet()
    assert refusal(views(match)[1], move) is None
    match.do("client", move)
    assert refusal(views(match)[1], move) == (Refusal.NOT_YOUR_TURN, None)
    assert refusal(views(match)[0], move) is None


def test_a_move_is_judged_by_the_marks_of_the_side_that_makes_it() -> None:
    """R28: a floor is told by the one whose floor it is."""
    match = Match.at_talks(built.third_vendor())
    vendor, client = views(match)
    limit = list(match.terms(""))
    limit[0] = vendor.own.floors[0]
    assert client.own.floors[0] != limit[0]
    move = m.Argue(ArgumentKind.LIMIT, 0, limit=tuple(limit))
    for _ in range(2):
        told = [ruling.principle for ruling in rulings(vendor, move)]
        assert told == [Principle.FLOOR_HIDDEN]
        assert rulings(client, move) == ()
