"""Bots speak in both languages, each line fits its move, and nothing leaks (B7)."""

import re
from itertools import pairwise
from string import Formatter

import arena
import built
import pytest

from negosim.bots import roster
from negosim.bots.character import Style
from negosim.bots.cue import Cue
from negosim.bots.heard import Heard, Kind
from negosim.bots.speech import Speaker
from negosim.catalog import load
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.concession import merged
from negosim.engine.issue import no_terms
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.view import brief_of
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.values import value_text

SCENARIO = built.third_vendor()
SILENT_KINDS = {Kind.NOTHING, Kind.QUESTION}
"""A question is reacted to by its answer."""


def slots(line: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(line) if name is not None)


def speaker(style: Style, lang: str, side: Side = Side.CLIENT) -> Speaker:
    return Speaker(brief_of(SCENARIO, side), style, lang, seed=1)


def test_both_languages_have_the_same_keys() -> None:
    en, zh = (set(catalogue("speech", lang)) for lang in ("en", "zh"))
    assert en == zh


def test_each_key_takes_the_same_slots_in_both_languages() -> None:
    en, zh = catalogue("speech", "en"), catalogue("speech", "zh")
    for key in en:
        assert {slots(line) for line in en.variants(key)} == {
            slots(line) for line in zh.variants(key)
        }, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cue_and_every_thing_heard_has_a_plain_wording(lang: str) -> None:
    messages = catalogue("speech", lang)
    for cue in Cue:
        assert cue is Cue.SILENT or f"say.{cue.value}.plain" in messages, cue
    for kind in Kind:
        assert kind in SILENT_KINDS or f"heard.{kind.value}.plain" in messages, kind
    assert {key.split(".")[0] for key in messages} == {"heard", "say"}
    assert {key.split(".")[2] for key in messages} <= {style.value for style in Style}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("style", list(Style))
def test_every_reaction_to_a_step_prints_without_leftover_slots(style: Style, lang: str) -> None:
    speak = speaker(style, lang)
    for kind in Kind:
        heard = Heard(kind, issue=0, size=10, value=240)
        for turn in range(6):
            words = speak.words(heard, m.NotYet(), Cue.NOT_YET, turn)
            assert words
            assert "{" not in words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("style", list(Style))
def test_every_move_that_is_said_aloud_gets_a_sentence(style: Style, lang: str) -> None:
    count = 4
    price, payment = (240, None, None, None), (None, 1, None, None)
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
        m.Offer(price, no_terms(count)),
        m.Offer(no_terms(count), payment),
        m.Offer(price, no_terms(count), (0,)),
    ]
    said = [
        *((move, Cue.of_answer(move.kind)) for move in answers),
        *((move, Cue.of_question(move.form)) for move in asks),
        *((move, cue) for move in offers for cue in (Cue.OFFER, Cue.OPENING, Cue.RESTATE)),
        *((m.Prefer(second), Cue.PREFER) for second in (False, True)),
        (m.Tell(0, 1), Cue.TELL),
        (m.Goodwill(), Cue.GOODWILL),
        (m.Accept(), Cue.ACCEPT),
    ]
    speak = speaker(style, lang)
    for move, cue in said:
        for turn in range(5):
            words = speak.words(Heard(Kind.NOTHING), move, cue, turn)
            assert words, (move, cue)
            assert "{" not in words
            assert "\0" not in words


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*roster.personas(), "course"])
def test_an_offer_says_each_of_its_values_and_no_other(name: str, lang: str) -> None:
    match = arena.play(SCENARIO, "course", name if name != "course" else None, lang=lang)
    for player in (match.vendor, match.client):
        for _, move in player.made:
            if not isinstance(move, m.Offer):
                continue
            named = [
                value_text(issue, tick, lang)
                for issue, tick in zip(SCENARIO.issues, merged(move.give, move.want), strict=True)
                if tick is not None
            ]
            for value in named:
                assert value in move.words, (value, move.words)
            said = re.findall(r"\d+", move.words)
            allowed = {number for value in named for number in re.findall(r"\d+", value)}
            # A reaction may say the size of the other side's last step, which is public.
            positions = match.table.state.common.positions
            sizes = {str(size) for side in positions for steps in side.steps for size in steps}
            assert set(said) <= allowed | sizes | {"10"}  # the unit is "10k yuan"


def all_numeric() -> Scenario:
    """Three numeric issues whose floors look like nothing else."""
    return built.scenario_of(
        built.numeric("price", (1, 9000, 7000, 5417), (2, 5000, 6000, 7283)),
        built.numeric("fee", (2, 900, 700, 523), (3, 500, 600, 787)),
        built.numeric("days", (3, 100, 200, 293), (1, 300, 190, 127), high=False),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", roster.personas())
def test_no_floor_is_ever_said_before_it_has_been_named(name: str, lang: str) -> None:
    scenario = all_numeric()
    match = arena.play(scenario, "course", name, lang=lang, seed=len(name))
    named: set[int] = set()
    for event in match.events:
        if isinstance(event, e.MatchOpened):
            continue
        for field in ("give", "want", "terms", "demand", "gives"):
            named |= {tick for tick in getattr(event, field, ()) if tick is not None}
        for mark in (*scenario.marks.vendor, *scenario.marks.client):
            if mark.floor not in named:
                assert str(mark.floor) not in getattr(event, "words", "")


def test_no_wording_comes_twice_running() -> None:
    speak = speaker(Style.AMIABLE, "zh")
    heard = Heard(Kind.NOT_YET)
    lines = [speak.words(heard, m.NotYet(), Cue.NOT_YET, turn) for turn in range(10)]
    assert all(one != next_ for one, next_ in pairwise(lines))


def test_lines_vary_with_the_seed_and_within_a_match() -> None:
    matches = [arena.play(SCENARIO, seed=seed, lang="en") for seed in range(6)]
    lines = [
        [words for move in match.client.moves if (words := getattr(move, "words", ""))]
        for match in matches
    ]
    assert len({match_lines[0] for match_lines in lines}) >= 3
    for match_lines in lines:
        assert len(set(match_lines)) >= 0.8 * len(match_lines)


def test_chinese_has_no_space_between_chinese_characters() -> None:
    for seed in range(4):
        for player in (play := arena.play(SCENARIO, seed=seed, lang="zh")).client, play.vendor:
            for move in player.moves:
                words = getattr(move, "words", "")
                assert not re.search(r"[\u4e00-\u9fff，。？！] [\u4e00-\u9fff]", words), words


def test_a_reaction_is_to_the_last_move_heard() -> None:
    speak = speaker(Style.ANALYTIC, "en")
    heard = Heard(Kind.UNASKED, issue=0, size=20)
    lines = {speak.words(heard, m.NotYet(), Cue.NOT_YET, turn) for turn in range(12)}
    assert any("20 (10k yuan) without my asking" in line for line in lines)
    accepted = speak.words(heard, m.Accept(), Cue.ACCEPT, 1)
    assert "asked" not in accepted
    assert "asking" not in accepted


def test_a_rival_is_brought_up_in_the_scenarios_own_words() -> None:
    scenario = load("third-vendor")
    claims = [pressure.claim.in_("en") for pressure in scenario.opposition.pressure]
    speak = Speaker(brief_of(scenario, Side.CLIENT), Style.DRIVING, "en", seed=1)
    move = m.Argue(ArgumentKind.RIVAL, 0, claim=0)
    assert claims[0] in speak.words(Heard(Kind.NOTHING), move, Cue.RIVAL, 1)
