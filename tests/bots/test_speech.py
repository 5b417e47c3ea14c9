"""A line is a reaction and the move itself, says the move whole, and is said once (B7)."""

from __future__ import annotations

import re

import pytest
from voices import MIDDLE, SCENARIO, speaker, talk

from negosim.bots import wordings
from negosim.bots.character import Character
from negosim.bots.cue import Cue
from negosim.bots.heard import Heard, Kind, Moment
from negosim.bots.personas import PERSONAS
from negosim.bots.policies import POLICIES
from negosim.bots.speech import Spoken
from negosim.engine import moves as m
from negosim.engine.issue import no_terms
from negosim.engine.record import but
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm
from negosim.language.catalogue import LANGUAGES, catalogue

PEOPLE = [*PERSONAS.values(), POLICIES["course"]]
IDS = [person.id for person in PEOPLE]


def everything_said() -> list[tuple[Spoken, Cue]]:
    """Every kind of move that a bot says, with each set of parts it can have."""
    price, payment, none = (240, None, None, None), (None, 1, None, None), no_terms(4)
    two = m.Package((None, None, 2, None), payment)
    answers = [
        m.Answer(AnswerKind.ISSUE, (0,)),
        *(m.Answer(AnswerKind.INTEREST, (1,), strength) for strength in (1, 2, 3)),
        m.Answer(AnswerKind.PAIR, (0, 1)),
        *(m.Answer(kind) for kind in (AnswerKind.BOTH, AnswerKind.YES, AnswerKind.NO)),
        m.Answer(AnswerKind.EVASIVE),
        m.Answer(AnswerKind.DEMAND, demand=price),
        m.Answer(AnswerKind.DEMAND, demand=price, gives=payment),
    ]
    asks = [
        m.Ask(QuestionForm.OPEN),
        m.Ask(QuestionForm.CAUSAL, (0,)),
        m.Ask(QuestionForm.EXCLUSION, (0, 1)),
        m.Ask(QuestionForm.LEADING, (0,)),
        m.Ask(QuestionForm.LEADING, (0, 1)),
        m.Ask(QuestionForm.SUMMARISING, (2, 0, 1)),
        m.Ask(QuestionForm.EXPECTATION, (0, 1)),
    ]
    offers = [
        m.Offer(price, payment),
        m.Offer(price, none),
        m.Offer(none, payment),
        m.Offer(price, none, (0,)),
    ]
    stances = (Cue.OFFER, Cue.OPENING, Cue.RESTATE, Cue.REOPEN)
    return [
        *((move, Cue.of_answer(move.kind)) for move in answers),
        (m.Answer(AnswerKind.EVASIVE), Cue.TOO_MANY),
        *((move, Cue.of_question(move.form)) for move in asks),
        *((move, cue) for move in offers for cue in stances),
        (m.Offer(price, payment, second=two), Cue.PACKAGES),
        *((m.Prefer(second), Cue.PREFER) for second in (False, True)),
        *((m.Leave(purpose), Cue.of_leave(purpose)) for purpose in Purpose),
        (m.Leave(Purpose.CONSULT), Cue.LEAVE_DEADLOCK),
        *((m.NotYet(), cue) for cue in (Cue.NOT_YET, Cue.STUCK, Cue.PAPER, Cue.LAST, Cue.CLOSE)),
        (m.Argue(ArgumentKind.RIVAL, 0, claim=0), Cue.RIVAL),
        (m.Argue(ArgumentKind.NEED), Cue.NEED),
        (m.Argue(ArgumentKind.DEADLINE), Cue.DEADLINE),
        (m.Argue(ArgumentKind.ADDED_VALUE), Cue.VALUE),
        (m.Argue(ArgumentKind.TOTAL_COST), Cue.COST),
        (m.Argue(ArgumentKind.LIMIT, 0, limit=(188, None, None, None)), Cue.LIMIT),
        (m.Tell(0, 1), Cue.TELL),
        (m.Goodwill(), Cue.GOODWILL),
        (m.Accept(), Cue.ACCEPT),
    ]


# -- every move and every reaction ----------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_every_move_that_is_said_aloud_gets_a_sentence(person: Character, lang: str) -> None:
    speak = speaker(person, lang)
    said_cues = set()
    for move, cue in everything_said():
        said_cues.add(cue)
        for words in talk(speak, 6, move, cue):
            assert words, (move, cue)
            assert "{" not in words
            assert "\0" not in words
    assert said_cues == set(Cue) - {Cue.SILENT}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_every_reaction_prints_whole_and_stands_before_the_move(
    person: Character, lang: str
) -> None:
    speak = speaker(person, lang)
    for kind in Kind:
        moment = Moment(Heard(kind, issue=0, size=10, value=240), MIDDLE)
        words = speak.words(moment, m.Offer((240, None, None, None), no_terms(4)), Cue.OFFER)
        plain = speak.words(
            but(moment, scripted=True), m.Offer((240, None, None, None), no_terms(4)), Cue.OFFER
        )
        assert "{" not in words
        assert plain in words
        assert words.startswith(plain) == (kind in (Kind.NOTHING,)), kind


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_figure_that_was_not_heard_is_not_named(lang: str) -> None:
    speak = speaker("driving-self", lang)
    for kind in Kind:
        words = talk(speak, 12, m.NotYet(), Cue.NOT_YET, heard=Heard(kind, issue=0))
        assert not any(re.search(r"\d", line) for line in words), kind


def test_a_reaction_is_to_the_last_move_heard_and_an_acceptance_needs_none() -> None:
    speak = speaker(POLICIES["course"])
    heard = Heard(Kind.UNASKED, issue=0, size=20)
    lines = talk(speak, 6, m.NotYet(), Cue.NOT_YET, heard=heard)
    assert any("20 (10k yuan) on price, and we had not said a word." in line for line in lines)
    accepted = speak.words(Moment(heard, MIDDLE), m.Accept(), Cue.ACCEPT)
    assert accepted in catalogue("speech", "en").variants("say.accept")


def test_an_evasive_answer_is_not_reacted_to() -> None:
    heard = Heard(Kind.ANSWER, answer=AnswerKind.EVASIVE)
    words = speaker(POLICIES["course"]).words(Moment(heard, MIDDLE), m.NotYet(), Cue.NOT_YET)
    assert words in catalogue("speech", "en").variants("say.not_yet")


@pytest.mark.parametrize("kind", [Kind.ASKED_FIRST, Kind.WHY])
def test_a_good_question_is_noted_before_its_answer_and_not_before_an_evasion(kind: Kind) -> None:
    speak = speaker(POLICIES["course"])
    lines = catalogue("speech", "en").variants(f"heard.{kind.value}")
    moment = Moment(Heard(kind), MIDDLE)
    answer = speak.words(moment, m.Answer(AnswerKind.INTEREST, (1,), 3), Cue.ANSWER_INTEREST)
    assert answer.startswith(lines)
    evasion = speak.words(moment, m.Answer(AnswerKind.EVASIVE), Cue.ANSWER_EVASIVE)
    assert not evasion.startswith(lines)


def test_who_comes_back_is_greeted_unless_something_better_is_to_be_said() -> None:
    speak = speaker(POLICIES["course"])
    messages = catalogue("speech", "en")
    back = Moment(Heard(Kind.SAME), MIDDLE, greeting=Kind.AGAIN)
    assert speak.words(back, m.NotYet(), Cue.NOT_YET).startswith(messages.variants("heard.again"))
    brought = but(back, heard=Heard(Kind.RETURNED))
    words = speak.words(brought, m.NotYet(), Cue.NOT_YET)
    assert words.startswith(messages.variants("heard.returned"))


def test_what_stands_unwritten_is_called_for_once_in_a_while() -> None:
    speak = speaker(POLICIES["course"])
    said: list[str] = []
    for _ in range(5):
        moment = Moment(Heard(Kind.SAME), tuple(said), unwritten=1)
        said.append(speak.words(moment, m.NotYet(), Cue.NOT_YET))
    lines = catalogue("speech", "en").variants("heard.unwritten")
    called = [
        any(wordings.last_said(wordings.fixed_parts(line, 6), [words]) == 0 for line in lines)
        for words in said
    ]
    assert called == [True, False, False, False, True]


def test_what_is_disputed_is_named_first_and_the_rest_of_the_offer_after_it() -> None:
    speak = speaker(POLICIES["course"])
    offer = m.Offer((None, 1, None, None), (None, None, None, 3))
    words = speak.words(Moment(said=MIDDLE), offer, Cue.REOPEN)
    disputed, _, rest = words.partition("75% paid at acceptance")
    assert "delivery" in disputed
    assert "45 days" in disputed
    assert rest


# -- no sentence twice ----------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_ten_refusals_are_ten_different_sentences(person: Character, lang: str) -> None:
    said = talk(speaker(person, lang), 10, m.NotYet(), Cue.NOT_YET)
    assert len(set(said)) == 10


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reaction_with_nothing_new_left_is_dropped_and_the_move_is_still_said(lang: str) -> None:
    messages = catalogue("speech", lang)
    said = talk(
        speaker(POLICIES["course"], lang), 20, m.NotYet(), Cue.NOT_YET, heard=Heard(Kind.GOODWILL)
    )
    for line in messages.variants("heard.goodwill"):
        assert sum(words.startswith(line) for words in said) == 1
    assert all(words in messages.variants("say.not_yet") for words in said[6:])


def test_when_all_has_been_said_the_line_said_longest_ago_comes_again() -> None:
    count = len(catalogue("speech", "en").variants("say.not_yet"))
    said = talk(speaker(POLICIES["course"]), 2 * count, m.NotYet(), Cue.NOT_YET)
    assert len(set(said[:count])) == count
    assert said[count:] == said[:count]


def test_another_wording_comes_even_where_only_the_figures_have_changed() -> None:
    speak = speaker(POLICIES["course"])
    said: list[str] = []
    for price in range(240, 250):
        offer = m.Offer((price, None, None, None), (None, 1, None, None))
        said.append(speak.words(Moment(said=tuple(said)), offer, Cue.OFFER))
    assert len({re.sub(r"\d+", "", line) for line in said}) == 10


def test_a_line_inside_a_longer_saying_counts_as_said() -> None:
    lines = catalogue("speech", "en").variants("say.not_yet")
    all_but_one = " ".join(lines[1:])
    speak = speaker(POLICIES["course"])
    assert speak.words(Moment(said=(all_but_one,)), m.NotYet(), Cue.NOT_YET) == lines[0]


def test_only_whole_sentences_count_as_said() -> None:
    assert wordings.last_said(("Done.",), ["We are Done.", "It is done."]) == 0
    assert wordings.last_said(("Done.",), ["It is overDone."]) == -1
    assert wordings.last_said(("好。",), ["这样就好。"]) == -1
    assert wordings.last_said(("好。",), ["行。好。"]) == 0


def test_lines_are_known_again_by_what_stands_beside_their_slots() -> None:
    known = wordings.fixed_parts("{size} on {issue}, and nobody asked.", 6)
    assert known == ("", " on ", ", and nobody asked.")
    assert wordings.fixed_parts("{demand}.", 6) == ()
    assert wordings.fixed_parts("{first}the first, please.", 6) == ("The first, please.",)


def test_the_seed_chooses_where_a_person_begins() -> None:
    first = {
        talk(speaker("amiable-far", seed=seed), 2, m.NotYet(), Cue.NOT_YET)[1] for seed in range(12)
    }
    assert len(first) >= 3


def test_a_line_of_the_script_is_reaction_enough() -> None:
    moment = Moment(Heard(Kind.TRADE, issue=0, size=10), MIDDLE, scripted=True)
    words = speaker(POLICIES["course"]).words(moment, m.NotYet(), Cue.NOT_YET)
    assert words in catalogue("speech", "en").variants("say.not_yet")


def test_a_rival_is_brought_up_in_the_scenarios_own_words() -> None:
    claim = SCENARIO.opposition.pressure[0].claim.in_("en")
    words = talk(speaker("driving-self"), 6, m.Argue(ArgumentKind.RIVAL, 0, claim=0), Cue.RIVAL)
    assert all(claim in line for line in words)
