"""The composer's sentence: locked chips, free words, three wordings."""

from __future__ import annotations

import itertools

import arena
import built
import pytest
import watched
from notation import Match

from negosim.engine import moves as m
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, ArgumentKind, Phase, Purpose, QuestionForm, Reason
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.sentences import move_sentence
from negosim.language.spoken import Spoken
from negosim.present.composing import (
    LONGEST,
    Piece,
    Tone,
    cycle,
    edited,
    has_tones,
    pieces,
    sentence_of,
    tone_name,
    worded,
)

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


@pytest.fixture
def match() -> Match:
    return Match.at_talks(built.third_vendor()).play(OPENING)


def locked(line: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in line if piece.locked]


def trade(match: Match) -> m.Offer:
    move = match.parse("v offer delivery=30 for payment=90")[1]
    assert isinstance(move, m.Offer)
    return move


def test_numbers_and_names_are_locked_and_the_words_between_are_free(match: Match) -> None:
    english = pieces(match.view("v"), trade(match), Tone.PLAIN, "en")
    assert [(piece.text, piece.locked) for piece in english] == [
        ("If we get ", False),
        ("90%", True),
        (" ", False),
        ("paid at acceptance", True),
        (", we can do ", False),
        ("delivery", True),
        (" in ", False),
        ("30 days", True),
        (".", False),
    ]
    chinese = pieces(match.view("v"), trade(match), Tone.PLAIN, "zh")
    assert locked(chinese) == ["验收付款90%", "到货时间30天"]


def test_an_issues_name_is_locked_at_the_start_of_a_sentence_too(match: Match) -> None:
    limit = match.parse("v argue limit price=240")[1]
    assert locked(pieces(match.view("v"), limit, Tone.PLAIN, "en")) == ["price", "240 (10k yuan)"]
    causal = match.parse("v ask leading price")[1]
    assert "price" in locked(pieces(match.view("v"), causal, Tone.PLAIN, "en"))


def test_a_name_inside_another_word_is_not_locked() -> None:
    scenario = built.scenario_of(
        built.numeric("rate", (1, 90, 60, 30), (1, 20, 50, 80), name=built.text("Rate", "费率")),
        built.numeric("term", (2, 90, 60, 30), (2, 20, 50, 80), name=built.text("Term", "期限")),
    )
    view = Match.at_talks(scenario).play("c offer rate=20").view("v")
    move = m.NotYet("The terms at any rate are no good.")
    assert locked(pieces(view, move, Tone.PLAIN, "en")) == []
    told = m.Tell(0, 1, words="Our corporate rate outweighs terms.")
    assert locked(pieces(view, told, Tone.PLAIN, "en")) == ["rate"]


def test_the_plain_wording_leaves_the_words_empty_for_every_reader(match: Match) -> None:
    move = trade(match)
    assert worded(move, pieces(match.view("v"), move, Tone.PLAIN, "en")) == move


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tone", [Tone.WARM, Tone.FIRM])
def test_another_tone_keeps_the_sentence_and_says_more_around_it(
    match: Match, tone: Tone, lang: str
) -> None:
    view, move = match.view("v"), trade(match)
    said = worded(move, pieces(view, move, tone, lang))
    plain = move_sentence(view, move, lang)
    assert isinstance(said, m.Offer)
    assert plain in said.words
    assert len(said.words) > len(plain)
    assert (said.give, said.want) == (move.give, move.want)
    assert locked(pieces(view, move, tone, lang)) == locked(pieces(view, move, Tone.PLAIN, lang))


def test_the_wording_of_a_tone_changes_from_turn_to_turn(match: Match) -> None:
    heard = []
    for _ in range(3):
        heard.append(sentence_of(pieces(match.view("v"), m.NotYet(), Tone.FIRM, "en")))
        match.play("v notyet; c notyet")
    assert len(set(heard)) > 1


def test_words_typed_between_the_chips_are_said_and_the_chips_stay(match: Match) -> None:
    view, move = match.view("v"), trade(match)
    line = pieces(view, move, Tone.PLAIN, "en")
    line = edited(line, 0, "Give us ")
    line = edited(line, 4, "  and you have ")
    line = edited(line, 1, "100%")
    said = worded(move, line)
    assert isinstance(said, m.Offer)
    assert said.words == "Give us 90% paid at acceptance and you have delivery in 30 days."


def test_words_of_any_length_fit(match: Match) -> None:
    line = pieces(match.view("v"), trade(match), Tone.PLAIN, "en")
    said = worded(trade(match), edited(line, 0, "word\n" * 2000))
    assert isinstance(said, m.Offer)
    assert len(said.words) == LONGEST
    assert "\n" not in said.words


def test_words_that_a_move_brings_are_kept_in_every_tone(match: Match) -> None:
    move = m.NotYet("…")
    for tone in Tone:
        assert worded(move, pieces(match.view("v"), move, tone, "en")) == move


def test_a_gesture_is_one_locked_piece_without_tones(match: Match) -> None:
    line = pieces(match.view("v"), m.Propose(), Tone.WARM, "en")
    assert line == (Piece("Write down everything agreed so far.", locked=True, own=False),)
    assert worded(m.Propose(), line) == m.Propose()
    assert not has_tones(m.Propose())
    assert has_tones(m.NotYet())


def test_the_tones_go_round() -> None:
    assert [cycle(tone) for tone in Tone] == [Tone.WARM, Tone.FIRM, Tone.PLAIN]
    assert [tone_name(tone, "zh") for tone in Tone] == ["平实", "温和", "强硬"]


SPOKEN: tuple[Spoken, ...] = (
    m.Ask(QuestionForm.OPEN),
    m.Answer(AnswerKind.YES),
    m.Answer(AnswerKind.EVASIVE),
    m.Offer((300, None, None, None), (None, 2, None, None), (0,), Reason.TIME),
    m.Offer((None,) * 4, (None, 2, None, None)),
    m.Accept(),
    m.NotYet(),
    m.Argue(ArgumentKind.LOW_PRICE, 0),
    m.Tell(1, 0),
    m.Goodwill(),
    m.Prefer(True),
    m.Withdraw(),
    m.Leave(Purpose.PRESS),
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("move", SPOKEN, ids=lambda move: type(move).__name__)
def test_every_move_said_aloud_has_three_wordings_of_every_tone(
    match: Match, move: Spoken, lang: str
) -> None:
    view = match.view("v")
    said = {sentence_of(pieces(view, move, tone, lang)) for tone in Tone}
    assert len(said) == 3
    assert not any("{" in sentence or "\0" in sentence for sentence in said)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tone", ["warm", "firm"])
def test_a_tone_has_at_least_three_variants_for_each_kind_of_move(tone: str, lang: str) -> None:
    table = catalogue("table", lang)
    kinds = table.under(f"tone.{tone}")
    assert len(kinds) == 13
    for kind in kinds:
        variants = table.variants(f"tone.{tone}.{kind}")
        assert len(set(variants)) >= 3
        assert all(variant.count("{said}") == 1 for variant in variants)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_tone_adds_a_figure_of_its_own(lang: str) -> None:
    table = catalogue("table", lang)
    for key in table:
        if key.startswith(("tone.warm", "tone.firm")):
            assert not any(char.isdigit() for text in table.variants(key) for char in text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pieces_of_a_whole_game_join_to_its_sentences(lang: str) -> None:
    said = 0
    for view, move in _moves():
        plain = pieces(view, move, Tone.PLAIN, lang)
        assert "".join(piece.text for piece in plain) == move_sentence(view, move, lang)
        assert not any(a.locked == b.locked for a, b in itertools.pairwise(plain))
        said += isinstance(move, Spoken)
    assert said > 20


def _moves() -> list[tuple[SeatView, m.Move]]:
    games = [
        *watched.course_game(),
        *watched.moments(built.third_vendor(), arena.Fuzzer(3), "course"),
    ]
    return [
        (moment.view, moment.move)
        for moment in games
        if moment.move is not None and moment.view.common.phase is Phase.TALKS
    ]
