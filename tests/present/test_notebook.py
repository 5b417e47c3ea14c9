"""What the notebook takes down by itself, and the chips of the guess board. Source: R32."""

from __future__ import annotations

import built
import notation

from negosim.engine.sides import Side
from negosim.engine.view import SeatEvent
from negosim.language.lexicon import lexicon_of_view
from negosim.play.stream import Streams
from negosim.present.notebook import Board, NoteLine, by_issue, notes

SCENARIO = built.third_vendor()
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def noted(line: str, lang: str = "en") -> tuple[NoteLine, ...]:
    """The vendor's notes after a line played from the opening of the talks."""
    match = notation.Match.at_talks(SCENARIO).play(line)
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    heard: tuple[SeatEvent, ...] = streams.of(Side.VENDOR, 0)
    return notes(heard, lexicon_of_view(match.view("v"), lang))


def test_what_they_say_of_themselves_is_noted_under_its_issues() -> None:
    lines = noted("c offer price=170; v ask expectation delivery; c answer demand delivery=30")
    assert [line.issues for line in lines] == [(PRICE,), (DELIVERY,)]
    assert "170" in lines[0].text
    assert "30" in lines[1].text
    # R16: an offer takes 45 s, a question 20 s, its answer 10 s.
    assert [line.at_ms for line in lines] == [45_000, 75_000]


def test_ones_own_moves_and_ways_round_a_question_are_not_noted() -> None:
    assert noted("c notyet; v offer price=300; c notyet") == ()
    assert len(noted("c offer price=170; v ask open; c answer evasive")) == 1


def test_an_offer_on_many_issues_is_noted_once_and_under_none() -> None:
    (line,) = noted("c offer price=170 payment=30 service=m36")
    assert line.issues == ()
    shelves = by_issue((line,), 4)
    assert [len(shelf) for shelf in shelves] == [0, 0, 0, 0, 1]


def test_a_note_about_two_issues_stands_on_both_shelves() -> None:
    (line,) = noted("c tell price delivery")
    assert line.issues == (PRICE, DELIVERY)
    shelves = by_issue((line,), 4)
    assert [len(shelf) for shelf in shelves] == [1, 0, 0, 1, 0]


def test_chips_put_first_push_the_others_back_in_their_order() -> None:
    board = Board(4)
    assert board.order == (0, 1, 2, 3)
    board.arrange((DELIVERY, PAYMENT))
    assert board.order == (DELIVERY, PAYMENT, PRICE, SERVICE)
    board.arrange((PRICE,))
    assert board.order == (PRICE, DELIVERY, PAYMENT, SERVICE)
