"""Three ready phrases: one asks, one trades or holds, one tempts."""

from __future__ import annotations

import built
import pytest
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.preview import preview
from negosim.engine.rulings import JUDGED_AT, is_trade
from negosim.engine.scenario import Scenario
from negosim.engine.state import SeatView
from negosim.engine.words import ArgumentKind, ClockKind, Level, QuestionForm
from negosim.language.sentences import move_sentence
from negosim.present.phrase_cards import CardKind, PhraseCard, cards, trade

OPENING = "c offer price=200 payment=30 service=m36 delivery=30"
SEEDS = range(12)


def table(
    line: str = OPENING, level: Level = Level.GUIDED, scenario: Scenario | None = None
) -> Match:
    scenario = scenario or built.third_vendor()
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line)


def hand(view: SeatView, seed: int = 1) -> dict[CardKind, PhraseCard]:
    return {card.kind: card for card in cards(view, "en", seed)}


def moves(view: SeatView, kind: CardKind) -> list[m.Move]:
    """What that card is with each of the seeds."""
    return [found[kind].move for seed in SEEDS if kind in (found := hand(view, seed))]


def test_there_is_one_card_of_each_kind_and_each_reads_as_its_sentence() -> None:
    view = table().view("v")
    assert set(hand(view)) == set(CardKind)
    for card in cards(view, "zh", 1):
        assert card.label == move_sentence(view, card.move, "zh")


def test_cards_are_shuffled_by_seed_and_turn_and_otherwise_the_same() -> None:
    match = table()
    orders = {tuple(card.kind for card in cards(match.view("v"), "en", seed)) for seed in SEEDS}
    assert len(orders) > 3
    assert cards(match.view("v"), "en", 5) == cards(match.view("v"), "en", 5)


def test_the_first_question_is_open_then_it_asks_what_they_need_where_we_would_give() -> None:
    match = table()
    assert hand(match.view("v"))[CardKind.ASK].move == m.Ask(QuestionForm.OPEN)
    match.play("v ask open; c answer issue price")
    # Delivery is what weighs least for the vendor.
    assert hand(match.view("v"))[CardKind.ASK].move == m.Ask(QuestionForm.EXPECTATION, (3,))
    match.play("v ask expectation delivery; c answer demand delivery=30")
    assert CardKind.ASK not in hand(match.view("v"))


def test_a_trade_gives_what_is_cheap_for_what_is_dear_and_breaks_no_rule() -> None:
    match = table(f"{OPENING}; v ask expectation delivery; c answer demand delivery=30")
    view = match.view("v")
    offer = trade(view)
    # One level of delivery (weight 1) for payment (weight 4) at 60 %, where authority ends.
    assert offer == m.Offer((None, None, None, 1), (None, 2, None, None))
    assert is_trade(view, offer)
    judged = JUDGED_AT[Level.GUIDED]
    assert all(r.kept for r in preview(view, offer).rulings if r.principle in judged)
    assert moves(view, CardKind.TRADE) == [offer] * len(SEEDS)


def test_before_anything_was_asked_there_is_no_sound_trade_and_the_card_holds() -> None:
    view = table().view("v")
    assert trade(view) is None
    found = {type(move) for move in moves(view, CardKind.TRADE)}
    assert found <= {m.NotYet, m.Argue, m.Tell}
    assert len(found) > 1


def test_what_is_agreed_is_written_down_first() -> None:
    match = table("c offer delivery=60; v accept; c notyet", scenario=unbound(built.third_vendor()))
    assert set(moves(match.view("v"), CardKind.TRADE)) == {m.Propose()}


def test_an_offer_that_is_good_enough_is_sound_to_take_and_a_poor_one_tempts() -> None:
    free = unbound(built.third_vendor())
    good = table("c offer price=240 payment=60 service=m24 delivery=60", scenario=free).view("v")
    assert set(moves(good, CardKind.TRADE)) == {m.Accept()}
    assert m.Accept() not in moves(good, CardKind.TEMPT)
    poor = table("c offer price=239 payment=60 service=m24 delivery=60", scenario=free).view("v")
    assert m.Accept() in moves(poor, CardKind.TEMPT)
    assert m.Accept() not in moves(poor, CardKind.TRADE)


def test_the_client_that_has_named_nothing_may_open() -> None:
    view = table("").view("c")
    assert set(moves(view, CardKind.TRADE)) == {m.Offer((170, 4, 4, 4), (None,) * 4)}


def test_the_tempting_card_is_a_mistake_people_make() -> None:
    view = table().view("v")
    tempting = moves(view, CardKind.TEMPT)
    limit = m.Argue(ArgumentKind.LIMIT, limit=(188, None, None, None))
    split = m.Offer((255, None, None, None), (None,) * 4)
    gift = m.Offer((None, 1, None, None), (None,) * 4)
    assert set(tempting) == {limit, split, gift}
    for move in (split, gift):
        assert any(not ruling.kept for ruling in preview(view, move).rulings)
    assert [r.code for r in preview(view, limit).rulings if not r.kept] == ["limit_said"]


def test_in_a_deadlock_goodwill_holds() -> None:
    view = table(OPENING + "; v notyet; c notyet" * 3).view("v")
    assert set(moves(view, CardKind.TRADE)) == {m.Goodwill()}


@pytest.mark.parametrize("line", ["", "c ask open", f"{OPENING}; v leave gain_time"])
def test_there_are_no_cards_while_it_is_not_ours_to_speak(line: str) -> None:
    assert cards(table(line).view("v"), "en", 1) == ()


def test_at_exam_there_are_no_cards() -> None:
    assert cards(table(level=Level.EXAM).view("v"), "en", 1) == ()


def test_no_card_is_longer_than_the_time_left() -> None:
    scenario = built.third_vendor()
    setup = solo_setup(scenario, clock=ClockKind.TABLE, level=Level.GUIDED, limit_ms=75_000)
    view = Match.at_talks(scenario, setup).play("c offer price=200").view("v")
    # 30 s are left: a question takes 20, an argument 30, an offer 45 or 60.
    for seed in SEEDS:
        for card in cards(view, "en", seed):
            assert not isinstance(card.move, m.Offer)
