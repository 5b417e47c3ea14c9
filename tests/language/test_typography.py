"""Lines: widths in cells, and where they may break. Source: look.md (Type)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from negosim.language.typography import NO_END, NO_START, capital, cells, cut, padded, wrapped

TEXTS = st.text(alphabet="ab 1，。、：（）中文价格“”.", max_size=120)


def test_chinese_characters_take_two_cells_and_marks_on_them_none() -> None:
    assert cells("价格270万元") == 11
    assert cells("e\u0301") == 1


def test_padding_and_cutting_count_cells() -> None:
    assert padded("价格", 6) == "价格  "
    assert padded("12", 4, right=True) == "  12"
    assert cut("验收付款", 5) == "验收…"
    assert cut("abc", 3) == "abc"


def test_a_capital_is_set_on_the_first_letter_only() -> None:
    assert capital("delivery in 30 days") == "Delivery in 30 days"
    assert capital("") == ""


def test_english_breaks_at_blanks() -> None:
    assert wrapped("one two three", 7) == ["one two", "three"]


def test_a_closing_mark_stays_with_the_word_before_it() -> None:
    assert wrapped("价格二百，到货三十天。", 8) == ["价格二", "百，到货", "三十天。"]


def test_a_number_stays_with_its_unit() -> None:
    assert wrapped("到货30天", 6) == ["到货", "30天"]


def test_a_line_break_in_the_text_is_kept_and_later_lines_are_indented() -> None:
    assert wrapped("one two\nthree", 5, indent="  ") == ["one", "  two", "three"]


@given(TEXTS, st.integers(min_value=8, max_value=40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert max(map(cells, lines)) <= width
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(
    st.lists(
        st.sampled_from(["价格", "270万元", "到货，", "（三十天）", "two ", "words. "]), max_size=40
    )
)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(words: list[str]) -> None:
    lines = wrapped("".join(words), 16)
    assert [line for line in lines if line and line[0] in NO_START] == []
    assert [line for line in lines if line and line[-1] in NO_END] == []
