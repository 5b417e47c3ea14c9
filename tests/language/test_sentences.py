"""Every move and every event is a sentence in both languages."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
import said

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.opening import opened, solo_setup
from negosim.engine.sides import Side
from negosim.engine.view import view_of
from negosim.language.catalogue import LANGUAGES
from negosim.language.lexicon import lexicon_of_brief, lexicon_of_match, lexicon_of_view
from negosim.language.sentences import event_said, event_sentence, made_sentence, move_sentence

STATE = opened(said.SCENARIO, said.SETUP)
VENDOR = view_of(STATE, "vendor", Side.VENDOR)
CLIENT = view_of(STATE, "client", Side.CLIENT)


def test_the_samples_hold_every_move_and_every_event() -> None:
    assert {type(move) for move in said.MOVES} == said.kinds(m.Move)
    assert {type(event) for event in said.EVENTS} == said.kinds(e.Event)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("move", said.MOVES, ids=repr)
def test_every_move_is_a_sentence_without_a_loose_slot(move: m.Move, lang: str) -> None:
    for view in (VENDOR, CLIENT):
        text = move_sentence(view, move, lang)
        assert text
        assert text == text.strip()
        assert "{" not in text
        assert "None" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("event", said.EVENTS, ids=repr)
def test_every_event_is_a_sentence_without_a_loose_slot(event: e.Event, lang: str) -> None:
    for words in (
        lexicon_of_view(VENDOR, lang),
        lexicon_of_view(CLIENT, lang),
        lexicon_of_match(said.SCENARIO, said.SETUP.seats, lang),
    ):
        text = event_sentence(words, event)
        assert text
        assert "{" not in text
        assert "None" not in text


# The two sentences that look.md gives as examples of the composer's voice.
def test_a_trade_says_what_is_wanted_and_then_what_is_given() -> None:
    offer = m.Offer((None, None, None, 4), (None, 0, None, None))
    assert move_sentence(VENDOR, offer, "en") == (
        "If we get 90% paid at acceptance, we can do delivery in 30 days."
    )
    assert move_sentence(VENDOR, offer, "zh") == "贵方能答应验收付款90%的话，到货时间30天没问题。"


def test_benefits_and_reasons_are_said_with_the_offer() -> None:
    offer = m.Offer((270, None, None, None), (None, None, None, None), (0,), said.Reason.COST)
    assert move_sentence(VENDOR, offer, "en") == (
        "If we get a reference visit, we can do a price of 270 (10k yuan). "
        "That is what the costs allow."
    )
    assert move_sentence(VENDOR, offer, "zh") == (
        "贵方能答应样板参观的话，价格270万元没问题。成本摆在这里。"
    )


def test_questions_and_answers_name_an_issue_by_a_noun() -> None:
    why = m.Ask(said.QuestionForm.CAUSAL, (1,))
    assert (
        move_sentence(VENDOR, why, "en") == "Why does the share paid at acceptance matter to you?"
    )
    assert move_sentence(VENDOR, why, "zh") == "验收付款这一项，贵方是出于什么考虑？"
    assert move_sentence(VENDOR, m.Tell(1, 2), "en") == (
        "For us the share paid at acceptance matters more than the on-site service."
    )


def test_the_six_forms_of_questions_differ() -> None:
    for lang in LANGUAGES:
        texts = {move_sentence(VENDOR, ask, lang) for ask in said.QUESTIONS}
        assert len(texts) == len(said.QUESTIONS)


def test_an_acceptance_says_what_it_takes() -> None:
    # The vendor's quotes stand from the start (R21).
    assert move_sentence(CLIENT, m.Accept((said.PRICE,)), "en") == (
        "Agreed: a price of 310 (10k yuan)."
    )


def test_own_words_are_shown_as_they_are() -> None:
    move = m.NotYet(words="Let me sleep on it.")
    assert move_sentence(VENDOR, move, "zh") == "Let me sleep on it."
    words = lexicon_of_view(VENDOR, "zh")
    event = e.NotYetSaid(0, "client", "Let me sleep on it.")
    assert event_sentence(words, event) == "客户：Let me sleep on it."
    assert made_sentence(words, event) == "暂时还不行。"


def test_words_of_a_break_go_with_what_happened() -> None:
    event = e.BreakTaken(0, "client", said.Purpose.CONSULT, Side.CLIENT, 0, "A moment, please.")
    text = event_sentence(lexicon_of_view(VENDOR, "en"), event)
    assert text == "The client left the table to consult. “A moment, please.”"


def test_a_reader_is_you_to_its_own_side_and_a_side_to_everybody_else() -> None:
    event = e.LinesConfirmed(0, "client", (1, 2))
    assert event_sentence(lexicon_of_view(CLIENT, "en"), event) == "You confirmed lines 1 and 2."
    assert event_sentence(lexicon_of_view(VENDOR, "en"), event) == (
        "The client confirmed lines 1 and 2."
    )
    assert event_sentence(lexicon_of_view(VENDOR, "zh"), event) == "客户确认了第1、2条。"


def test_who_speaks_is_known_and_what_only_happened_is_nobodys_words() -> None:
    words = lexicon_of_view(VENDOR, "en")
    spoken = event_said(words, e.GoodwillShown(0, "client", ""))
    assert (spoken.by, spoken.aloud) == (Side.CLIENT, True)
    told = event_said(words, e.DeadlockFell(0, 2))
    assert (told.by, told.aloud) == (None, False)
    assert told.text == "Deadlock 2: six moves without progress."


def test_a_clients_claim_is_said_in_the_scenarios_words() -> None:
    claim = said.e.Argued(0, "client", said.ArgumentKind.RIVAL, said.PRICE, (), 0, "")
    words = lexicon_of_brief(STATE.briefs.client, "en", seats=said.SETUP.seats)
    words = replace(words, claims=(built.text("Northstar is cheaper.", "北星更便宜。"),))
    assert event_sentence(words, claim) == "You: On price: Northstar is cheaper."
    assert event_sentence(words.in_("zh"), claim) == "我方：说到价格，北星更便宜。"


def test_news_is_told_to_those_who_may_read_it_and_else_that_there_is_some() -> None:
    event = e.NewsArrived(0, 1)
    words = lexicon_of_view(VENDOR, "en")
    assert event_sentence(words, event) == "There is news from outside."
    told = replace(words, news=((1, built.text("The berth opens early.", "泊位提前启用。")),))
    assert event_sentence(told, event) == "News: The berth opens early."
    assert event_sentence(told.in_("zh"), event) == "外面的消息：泊位提前启用。"


def test_a_sentence_holds_nothing_of_the_other_sides_marks() -> None:
    # Worlds that differ in the client's marks only: every sentence of the vendor is the same.
    other = built.third_vendor(walk_away=built.BySide(20, 40))
    view = view_of(opened(other, solo_setup(other)), "vendor", Side.VENDOR)
    for move in said.MOVES:
        assert move_sentence(view, move, "en") == move_sentence(VENDOR, move, "en")
