"""Before a match: scenario, side and level by number; the language at any prompt."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from negosim.cli.terminal.lobby import Game, choose_game
from negosim.cli.terminal.screen import EndOfInput, Screen
from negosim.engine.sides import Side
from negosim.engine.words import Level


def chosen(*typed: str, lang: str = "en") -> tuple[Game | None, str]:
    out = io.StringIO()
    lines = io.StringIO("".join(f"{line}\n" for line in typed))
    return choose_game(Screen(lines, out), lang), out.getvalue()


def test_a_game_is_chosen_by_three_numbers() -> None:
    game, printed = chosen("5", "2", "4")
    assert game == Game("third-vendor", Side.CLIENT, Level.EXAM, "en")
    assert "The third vendor  (third-vendor)" in printed


def test_enter_takes_the_first_of_each() -> None:
    assert chosen("", "", "")[0] == Game("course-grid", Side.VENDOR, Level.FIRST, "en")


def test_the_language_is_switched_and_stays() -> None:
    game, printed = chosen("lang zh", "5", "1", "3")
    assert game == Game("third-vendor", Side.VENDOR, Level.COURSE, "zh")
    assert "第三家供应商  (third-vendor)" in printed
    assert chosen("5", "英文", "1", "3", lang="zh")[0] == Game(
        "third-vendor", Side.VENDOR, Level.COURSE, "en"
    )


def test_a_path_may_be_typed_and_its_problems_are_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\n", encoding="utf-8")
    game, printed = chosen(str(bad), "5", "1", "1")
    assert game is not None
    assert game.scenario == "third-vendor"
    assert "bad.yaml" in printed


def test_a_number_out_of_the_list_is_asked_again() -> None:
    game, printed = chosen("7", "1", "x", "1", "9", "1")
    assert game == Game("course-grid", Side.VENDOR, Level.FIRST, "en")
    assert "Type a number from 1 to 6." in printed
    assert "Type a number from 1 to 4." in printed


def test_quitting_leaves_without_a_game() -> None:
    assert chosen("quit")[0] is None
    assert chosen("1", "退出")[0] is None
    with pytest.raises(EndOfInput):
        chosen("1")
