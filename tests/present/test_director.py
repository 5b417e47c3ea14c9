"""What is asked of the director: how far, what for, and his answer."""

from __future__ import annotations

import pytest
from notation import Match

from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.legality import refusal
from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import Level
from negosim.present.director import MOST_WORDS, Request
from negosim.present.director_voice import Mood

THIRD = load("third-vendor")
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def consulting(level: Level | None = None, *, by: str = "v") -> SeatView:
    match = Match.at_talks(THIRD, solo_setup(THIRD, level=level))
    return match.play(f"{OPENED}; {by} leave consult").view(by)


VIEW = consulting()


def asked() -> Request:
    """A request for the price down to 230."""
    request = Request(4)
    for _ in range(2):
        request.step(VIEW, PRICE, upward=False)
    return request


def test_nothing_is_asked_for_at_first_and_there_is_no_move() -> None:
    request = Request(4)
    assert request.move(VIEW, "en") is None
    assert request.mood(VIEW, "en") is Mood.OPEN


def test_steppers_run_from_the_authority_to_the_limit_and_back() -> None:
    request = Request(4)
    price = request.reaches(VIEW, "en")[PRICE]
    # R24's default: own second priority, price, to the target of 240.
    assert (price.asked, price.less, price.more) == ("240", True, False)
    assert (price.unit, price.note) == ("10k yuan", "now 240, limit 188")
    for _ in range(30):
        request.step(VIEW, PRICE, upward=False)
    price = request.reaches(VIEW, "en")[PRICE]
    assert (price.asked, price.less, price.more) == ("188", False, True)
    for _ in range(30):
        request.step(VIEW, PRICE, upward=True)
    assert request.move(VIEW, "en") is None


def test_an_issue_that_is_free_already_cannot_be_asked_for() -> None:
    # The file frees delivery to 30 days, the vendor's limit; service to its floor by R24.
    delivery = Request(4).reaches(VIEW, "en")[DELIVERY]
    assert (delivery.less, delivery.more, delivery.note) == (False, False, "no need to ask")


def test_a_step_never_asks_for_more_than_may_be_authorised() -> None:
    request = Request(4)
    for number in (PRICE, PAYMENT):
        for _ in range(9):
            request.step(VIEW, number, upward=False)
            move = request.move(VIEW, "en")
            assert move is not None
            assert refusal(VIEW, move) is None


def test_one_request_may_free_every_issue() -> None:
    request = Request(4)
    request.to_limit(VIEW)
    move = request.move(VIEW, "en")
    assert move is not None
    # Only what is not free yet: price to 188, payment to 30 % (place 4).
    assert move.terms == (188, 4, None, None)


def test_he_asks_what_comes_back_before_he_weighs_it() -> None:
    request = asked()
    assert request.mood(VIEW, "en") is Mood.WHAT_FOR
    assert request.voice(VIEW, (), "en", alone=True) == (
        "A price of 230 (10k yuan)? What do we get for it?"
    )
    request.toggle("issue:1")
    assert request.mood(VIEW, "en") is Mood.WEIGHS
    assert request.exchange(VIEW, "en") == "60% paid at acceptance"


def test_what_may_come_back_is_better_than_they_offer_and_not_what_is_asked_for() -> None:
    request = asked()
    labels = [each.label for each in request.returns(VIEW, "en")]
    # Their 30 %, 36 months and 30 days are beyond the targets of 60 %, 24 months, 60 days.
    assert labels == [
        "60% paid at acceptance",
        "24 months of on-site service",
        "Delivery in 60 days",
        "A reference visit",
        "The first talk about phase two",
        "Two days of operator training",
    ]


def test_chips_and_own_words_make_one_phrase_in_the_players_language() -> None:
    request = asked()
    request.toggle("issue:1")
    request.toggle("benefit:0")
    request.word("  their logo on our page ")
    assert request.exchange(VIEW, "en") == (
        "60% paid at acceptance, a reference visit and their logo on our page"
    )
    assert request.exchange(VIEW, "zh") == "验收付款60%、样板参观和their logo on our page"
    move = request.move(VIEW, "en")
    assert move == m.Authorise((230, None, None, None), request.exchange(VIEW, "en"))


def test_a_chip_pressed_twice_is_out_again() -> None:
    request = asked()
    request.toggle("benefit:1")
    request.toggle("benefit:1")
    assert request.exchange(VIEW, "en") == ""


def test_asked_with_nothing_in_return_he_says_no_until_something_changes() -> None:
    request = asked()
    request.refused()
    assert request.mood(VIEW, "en") is Mood.NO
    request.word("a reference visit")
    assert request.mood(VIEW, "en") is Mood.WEIGHS


def test_a_request_that_was_granted_is_empty_and_he_has_said_yes() -> None:
    request = asked()
    request.toggle("benefit:0")
    request.granted()
    assert request.move(VIEW, "en") is None
    assert request.exchange(VIEW, "en") == ""
    assert request.mood(VIEW, "en") is Mood.YES
    request.step(VIEW, PRICE, upward=False)
    assert request.mood(VIEW, "en") is Mood.WHAT_FOR


def test_once_all_is_free_there_is_nothing_left_to_ask() -> None:
    match = Match.at_talks(THIRD).play(f"{OPENED}; v leave consult; v allow price=188 payment=30")
    assert Request(4).mood(match.view("v"), "en") is Mood.FULL


def test_what_has_been_authorised_since_is_asked_for_no_more() -> None:
    request = asked()
    match = Match.at_talks(THIRD).play(f"{OPENED}; v leave consult; v allow price=200")
    assert request.move(match.view("v"), "en") is None


def test_a_clients_price_goes_up_to_its_ceiling() -> None:
    match = Match.at_talks(THIRD).play("c leave consult")
    view = match.view("c")
    request = Request(4)
    price = request.reaches(view, "en")[PRICE]
    assert (price.asked, price.less, price.more) == ("225", False, True)
    assert price.note == "now 225, ceiling 265"
    # Its band is narrower than the vendor's, and so are its steps: 226, 228, 230.
    request.step(view, PRICE, upward=True)
    request.step(view, PRICE, upward=True)
    assert request.terms(view)[PRICE] == 228


def test_at_exam_level_nothing_is_said_of_points() -> None:
    shown = Request(4).reaches(consulting(Level.EXAM), "en")
    assert [each.points for each in shown] == ["", "", "", ""]
    # 240 is the vendor's target, level 3, on the second of four priorities (R4).
    assert Request(4).reaches(VIEW, "en")[PRICE].points == "9 points"


def test_own_words_are_kept_short() -> None:
    request = Request(4)
    request.word("x" * 500)
    assert len(request.words) == MOST_WORDS


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("alone", [True, False])
def test_he_has_a_sentence_for_every_mood(lang: str, alone: bool) -> None:
    request = asked()
    said = {request.voice(VIEW, (), lang, alone=alone)}
    request.toggle("benefit:0")
    said.add(request.voice(VIEW, (), lang, alone=alone))
    request.refused()
    said.add(request.voice(VIEW, (), lang, alone=alone))
    request.granted()
    said.add(request.voice(VIEW, (), lang, alone=alone))
    assert len(said) == 4
    assert all(said)


def test_news_that_moves_the_limit_takes_back_what_is_beyond_it() -> None:
    # The news moves the client's delivery ceiling from 90 to 60 days; asked for was 75.
    match = Match.at_talks(THIRD).play("c leave consult")
    request = Request(4)
    request.to_limit(match.view("c"))
    assert request.terms(match.view("c"))[DELIVERY] == 0
    match.play(
        "c return; c offer price=170; v leave gain_time; v return; v notyet; c leave consult"
    )
    view = match.view("c")
    assert view.brief.side is Side.CLIENT
    assert request.terms(view)[DELIVERY] is None
