"""The terminal itself: widths, pipes, poor encodings, other people's control characters."""

from __future__ import annotations

import io

import pytest

from negosim.cli.terminal.screen import EndOfInput, Screen, clean
from negosim.language.typography import cells


def screen(typed: str = "", **settings: int) -> tuple[Screen, io.StringIO]:
    out = io.StringIO()
    return Screen(io.StringIO(typed), out, **settings), out


def test_a_pipe_is_80_cells_wide_and_has_no_colour_codes() -> None:
    shown, out = screen()
    shown.say("价格" * 60, "fault")
    shown.line(("ours ", "ours"), ("theirs", "theirs"))
    assert max(map(cells, out.getvalue().splitlines())) == 80
    assert "\x1b" not in out.getvalue()


def test_a_title_fills_the_line_with_its_rule() -> None:
    shown, out = screen(width=20)
    shown.title("准备")
    assert out.getvalue() == "── 准备 ────────────\n"
    assert cells(out.getvalue().rstrip()) == 20


def test_what_is_typed_in_a_pipe_is_echoed_after_its_prompt() -> None:
    shown, out = screen("ask price\n")
    assert shown.read("> ") == "ask price"
    assert out.getvalue() == "> ask price\n"


def test_the_end_of_input_is_raised_and_a_last_line_without_its_end_is_read() -> None:
    shown, _ = screen("quit")
    assert shown.read("> ") == "quit"
    with pytest.raises(EndOfInput):
        shown.read("> ")


def test_control_characters_and_direction_marks_never_reach_the_terminal() -> None:
    assert clean("a\x1b[31mb\x07\u202ec\td\ne") == "a[31mbc d\ne"
    shown, out = screen("x\x1b[2Jy\n")
    shown.say("\x1b]0;title\x07news")
    assert shown.read("> ") == "x[2Jy"
    assert "\x1b" not in out.getvalue()


def test_an_encoding_without_the_signs_gets_plain_ones() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    shown = Screen(io.StringIO(), out)
    shown.line(("●", "ours"), ("───", "muted"), ("■", "theirs"), (" ⚑ ◆ ┃ ░", ""))
    shown.say("价格", "")
    out.flush()
    assert raw.getvalue() == b"o---# F T | :\n??\n"


def test_a_line_too_long_to_be_typed_is_cut() -> None:
    shown, _ = screen("x" * 5_000 + "\n")
    assert len(shown.read("> ")) == 2_000
