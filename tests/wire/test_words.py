"""What is written can always be read, whatever a person typed or a file said."""

from hypothesis import given
from hypothesis import strategies as st

from negosim.engine import moves as m
from negosim.wire.codec import Codec
from negosim.wire.jsontext import compact, parse
from negosim.wire.words import (
    MOST_WORDS,
    clean_text,
    clean_words,
    strange_in_text,
    strange_in_words,
)


@given(st.text())
def test_cleaned_words_have_nothing_strange_and_cleaning_them_again_changes_nothing(
    text: str,
) -> None:
    once = clean_words(text)
    assert strange_in_words(once) is None
    assert clean_words(once) == once
    if strange_in_words(text) is None:
        assert once == text


@given(st.text())
def test_a_texts_lines_stay_when_it_is_cleaned(text: str) -> None:
    once = clean_text(text)
    assert strange_in_text(once) is None
    assert once.count("\n") == text.count("\n")


def test_line_ends_become_spaces_and_direction_marks_a_replacement() -> None:
    assert clean_words("a\r\nb\u202ec\x1b[2J") == "a  b\ufffdc\ufffd[2J"


def test_joiners_and_wide_spaces_stay() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467 谈判\u3000桌"
    assert clean_words(family) == family


def test_words_that_are_too_long_are_cut_with_a_mark() -> None:
    assert clean_words("x" * (MOST_WORDS + 1)) == "x" * (MOST_WORDS - 1) + "…"


@given(st.text(max_size=2100))
def test_any_words_of_a_move_made_here_can_be_read_again(codec: Codec, text: str) -> None:
    line = compact(codec.move_to_json(m.NotYet(text))).encode()
    assert codec.move_from_json(parse(line)) == m.NotYet(clean_words(text))
