"""Who speaks shows in the words: style, situation, hardness, habits (B6, B7, personas.md)."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType

import pytest
from voices import MIDDLE, speaker, talk

from negosim.bots import wordings
from negosim.bots.character import Character, Situation, Style
from negosim.bots.cue import Cue
from negosim.bots.heard import Moment
from negosim.bots.personas import PERSONAS
from negosim.bots.speech import ASIDES
from negosim.engine import moves as m
from negosim.engine.issue import no_terms
from negosim.engine.record import but
from negosim.engine.words import Hardness, QuestionForm
from negosim.language.catalogue import LANGUAGES, Catalogue, catalogue


def lines_of(person: Character, table: str, lang: str = "en") -> tuple[str, ...]:
    messages = catalogue(f"speech-{person.style.value}", lang)
    return messages.variants(f"people.{person.id}.{table}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("person", PERSONAS.values(), ids=PERSONAS)
def test_a_person_greets_once_with_the_first_words(person: Character, lang: str) -> None:
    offer = m.Offer((240, None, None, None), no_terms(4))
    said = talk(speaker(person, lang), 4, offer, Cue.RESTATE)
    greetings = lines_of(person, "opening", lang)
    assert said[0].startswith(greetings)
    assert not any(words.startswith(greetings) for words in said[1:])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("person", PERSONAS.values(), ids=PERSONAS)
def test_a_persons_habit_shows_with_the_second_words_and_now_and_then(
    person: Character, lang: str
) -> None:
    speak = speaker(person, lang)
    said = talk(speak, 40, m.Offer((240, None, None, None), no_terms(4)), Cue.OFFER)
    bare = [line for line in lines_of(person, "prop", lang) if "{" not in line]
    shows = [any(line in words for line in bare) for words in said]
    assert not shows[0]
    assert shows[1]
    assert 1 <= sum(shows[2:]) <= 12
    assert not any(one and two for one, two in pairwise(shows))


def test_a_habit_may_name_the_figure_that_the_other_side_named_last() -> None:
    speak = speaker("analytic-steady")
    said: list[str] = []
    for _ in range(60):
        moment = Moment(said=tuple(said), figure=310)
        said.append(speak.words(moment, m.Ask(QuestionForm.OPEN), Cue.ASK_OPEN))
    assert any("310 (10k yuan)" in words for words in said)


def asides(person: Character, lang: str = "en") -> list[bool]:
    """Whether each of 300 questions came with an aside."""
    speak = speaker(person, lang)
    out = []
    for place in range(300):
        moment = Moment(said=(lines_of(person, "prop", lang)[0], *["Hm."] * (4 + place)))
        words = speak.words(moment, m.Ask(QuestionForm.OPEN), Cue.ASK_OPEN)
        out.append(any(line in words for line in lines_of(person, "aside", lang)))
    return out


def test_asides_come_oftener_the_harder_somebody_is() -> None:
    for person in PERSONAS.values():
        share = {
            hardness: sum(asides(but(person, hardness=hardness))) / 300 for hardness in Hardness
        }
        for hardness in Hardness:
            # A habit that shows again takes an aside's place in one question of five.
            assert share[hardness] == pytest.approx(0.8 * ASIDES[hardness], abs=0.1)
        assert share[Hardness.SOFT] < share[Hardness.FIRM] < share[Hardness.HARD]


def test_a_hard_person_says_its_short_asides_first() -> None:
    person = but(PERSONAS["driving-self"], hardness=Hardness.HARD)
    speak = speaker(person)
    said: list[str] = [lines_of(person, "prop")[0], *["Hm."] * 3]
    for _ in range(30):
        said.append(speak.words(Moment(said=tuple(said)), m.Ask(QuestionForm.OPEN), Cue.ASK_OPEN))
    lines = sorted(lines_of(person, "aside"), key=len)
    heard = [line for words in said for line in lines if words.startswith(line)]
    assert len(heard) >= 5
    assert [len(line) for line in heard] == sorted(len(line) for line in heard)


def test_a_question_comes_last_so_that_it_is_what_is_answered() -> None:
    questions = catalogue("speech-driving", "en").variants("say.ask_open")
    said = talk(speaker("driving-self"), 6, m.Ask(QuestionForm.OPEN), Cue.ASK_OPEN)
    assert all(words.endswith(questions) for words in said)


def test_a_persons_own_refusals_come_before_those_of_its_style() -> None:
    person = PERSONAS["amiable-loss"]
    own = lines_of(person, "not_yet")
    said = talk(speaker(person), len(own) + 3, m.NotYet(), Cue.NOT_YET)
    assert [any(line in words for line in own) for words in said] == [True] * len(own) + [False] * 3


def test_all_is_agreed_and_a_person_says_what_it_says_before_signing() -> None:
    person = PERSONAS["analytic-steady"]
    words = speaker(person).words(Moment(said=MIDDLE), m.NotYet(), Cue.PAPER)
    assert words.endswith(lines_of(person, "close"))


def test_traits_that_a_file_overrides_change_the_tone() -> None:
    person = PERSONAS["driving-loss"]
    changed = {
        "style": but(person, style=Style.AMIABLE),
        "situation": but(person, situation=Situation.SELF),
        "hardness": but(person, hardness=Hardness.SOFT),
    }
    said = talk(speaker(person), 20, m.NotYet(), Cue.NOT_YET)
    for trait, other in changed.items():
        assert talk(speaker(other), 20, m.NotYet(), Cue.NOT_YET) != said, trait
    as_other = PERSONAS["amiable-loss"]
    assert talk(speaker(changed["style"]), 9, m.NotYet(), Cue.NOT_YET) == talk(
        speaker(but(as_other, hardness=person.hardness)), 9, m.NotYet(), Cue.NOT_YET
    )


def test_a_style_and_situation_that_nobody_has_speaks_with_the_styles_lines_alone() -> None:
    nobody = but(PERSONAS["driving-loss"], situation=Situation.FAR)
    messages = catalogue("speech-driving", "en")
    said = talk(speaker(nobody), 6, m.NotYet(), Cue.NOT_YET)
    assert all(words in messages.variants("say.not_yet") for words in said)


def test_a_style_without_a_file_or_a_line_speaks_in_the_plain_voice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few = Catalogue("few", "en", MappingProxyType({"say.not_yet": ("Nope, not today.",)}))
    for found in (few, None):
        monkeypatch.setattr(wordings, "style_lines", lambda style, lang, found=found: found)
        speak = speaker("driving-self")
        refused = speak.words(Moment(said=MIDDLE), m.NotYet(), Cue.NOT_YET)
        assert (refused == "Nope, not today.") is (found is few)
        agreed = speak.words(Moment(said=MIDDLE), m.Accept(), Cue.ACCEPT)
        assert agreed in catalogue("speech", "en").variants("say.accept")
