"""Whole games by typing: both sides, both languages, to a contract signed by both."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import strategies
import typed
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negosim.catalog import load
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.session import play_person
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Ending, Level
from negosim.language.catalogue import LANGUAGES
from negosim.language.typography import cells
from negosim.play.faults import Finding
from negosim.play.verify import read_log, verify
from negosim.solo.match import Match, Wishes, new_match, taken_up

WIDTH = 80


def play(match: Match, typist: typed.Typist, lang: str, *, going_on: bool = False) -> str:
    """Let the typist play; returns everything that was printed."""
    typist.port = match.table.seat(match.seat)
    out = io.StringIO()
    with match:
        assert play_person(match, Screen(typist, out), lang, going_on=going_on) == 0
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("side", SIDES)
def test_third_vendor_is_played_to_a_contract_by_typing(
    side: Side, lang: str, tmp_path: Path
) -> None:
    scenario = load("third-vendor")
    log = tmp_path / "game.negolog"
    match = new_match(scenario, Wishes(side=side, seed=1, level=Level.COURSE), log)
    printed = play(match, typed.Typist(scenario, side, lang=lang), lang)
    outcome = match.table.outcome
    assert outcome is not None
    assert outcome.ending is Ending.SIGNED
    assert verify(log).finding is Finding.FINISHED
    assert {"en": "The match is over.", "zh": "这一局结束了。"}[lang] in printed
    # A path is not broken: it is there to be copied. What was typed is echoed as it was.
    lines = [line for line in printed.splitlines() if str(tmp_path) not in line]
    lines = [line for line in lines if not line.startswith("> ")]
    assert [line for line in lines if cells(line) > WIDTH] == []
    assert "{" not in printed


@pytest.mark.parametrize("level", list(Level))
def test_every_level_can_be_played(level: Level, tmp_path: Path) -> None:
    scenario = load("course-grid")
    match = new_match(scenario, Wishes(seed=2, level=level), tmp_path / "game.negolog")
    printed = play(match, typed.Typist(scenario, Side.VENDOR, lang="en"), "en")
    assert match.table.outcome is not None
    spoke = "Coach:" in printed
    if level is Level.FIRST:
        assert spoke
        assert "Time left" not in printed
    if level is Level.EXAM:
        assert not spoke
        assert "hoped for:" not in printed


def test_a_game_that_was_left_goes_on_where_it_was(tmp_path: Path) -> None:
    scenario = load("third-vendor")
    log = tmp_path / "game.negolog"
    first = typed.Typist(scenario, Side.VENDOR, lang="en")
    first.type("", "", "ask", "", "quit")
    printed = play(new_match(scenario, Wishes(seed=1), log), first, "en")
    assert f"negosim play --log {log}" in printed.replace("'", "")
    before = read_log(log)
    assert before.finding is Finding.UNFINISHED

    match = taken_up(log, Wishes())
    assert match.side is Side.VENDOR
    printed = play(match, typed.Typist(scenario, Side.VENDOR, lang="en"), "en", going_on=True)
    assert "Going on with the game" in printed
    after = read_log(log)
    assert after.finding is Finding.FINISHED
    assert after.events[: len(before.events)] == before.events


def test_the_same_game_left_and_taken_up_is_the_same_game(tmp_path: Path) -> None:
    scenario = load("third-vendor")
    whole, parts = tmp_path / "whole.negolog", tmp_path / "parts.negolog"
    match = new_match(scenario, Wishes(seed=4), whole)
    play(match, typed.Typist(scenario, Side.VENDOR, lang="en"), "en")
    first = typed.Typist(scenario, Side.VENDOR, lang="en")
    leaving = _LeavesAfter(first, 20)
    left = new_match(scenario, Wishes(seed=4), parts)
    first.port = left.table.seat("vendor")
    with left:
        play_person(left, Screen(leaving, io.StringIO()), "en", going_on=False)
    assert read_log(parts).finding is Finding.UNFINISHED
    play(taken_up(parts, Wishes()), typed.Typist(scenario, Side.VENDOR, lang="en"), "en")
    assert read_log(parts).events == read_log(whole).events


def test_a_game_that_a_group_began_goes_on_at_the_terminal(tmp_path: Path) -> None:
    scenario = load("third-vendor")
    log = tmp_path / "game.negolog"
    wishes = Wishes(side=Side.CLIENT, seed=1, level=Level.COURSE, members=("Mei", "Jo", "喆"))
    new_match(scenario, wishes, log).store.close()
    match = taken_up(log, Wishes())
    assert match.seats == ("Mei", "Jo", "喆")
    # One person at the terminal wears the hat that may sign.
    assert match.seat == "Mei"
    printed = play(match, typed.Typist(scenario, Side.CLIENT, lang="en"), "en", going_on=True)
    assert "A group plays this game. At the terminal Mei alone speaks" in printed
    assert verify(log).finding is Finding.FINISHED
    assert match.table.outcome is not None
    assert match.table.outcome.ending is Ending.SIGNED


class _LeavesAfter(io.TextIOBase):
    """A pipe that runs dry after some lines."""

    encoding = "utf-8"

    def __init__(self, typist: typed.Typist, lines: int) -> None:
        self._typist = typist
        self._left = lines

    def readline(self, size: int | None = -1, /) -> str:
        self._left -= 1
        return self._typist.readline() if self._left >= 0 else ""


def test_a_finished_log_shows_its_debrief_and_is_not_touched(tmp_path: Path) -> None:
    scenario = load("third-vendor")
    log = tmp_path / "game.negolog"
    play(
        new_match(scenario, Wishes(seed=1), log),
        typed.Typist(scenario, Side.VENDOR, lang="en"),
        "en",
    )
    before = log.read_bytes()
    again = play(taken_up(log, Wishes()), typed.Typist(scenario, Side.VENDOR, lang="en"), "en")
    assert "The third vendor: debrief" in again
    assert log.read_bytes() == before


def test_the_language_is_switched_in_the_game(tmp_path: Path) -> None:
    scenario = load("third-vendor")
    typist = typed.Typist(scenario, Side.VENDOR, lang="en")
    typist.type("", "", "lang zh", "帮助 R22", "notes", "提示", "lang en", "history", "quit")
    match = new_match(scenario, Wishes(seed=1), tmp_path / "game.negolog")
    printed = play(match, typist, "en")
    assert "接下来用中文。" in printed
    assert "R22　先问后让" in printed
    assert "轮到我方" in printed
    assert "English from here on." in printed


def test_what_cannot_be_read_or_is_not_allowed_costs_nothing(tmp_path: Path) -> None:
    scenario = load("third-vendor")
    typist = typed.Typist(scenario, Side.VENDOR, lang="en")
    typist.type("", "")
    typist.type("frobnicate", "9", "offer price=999999999999", "offer price=100", "sign", "confirm")
    typist.type("accept", "0", "quit")
    match = new_match(scenario, Wishes(seed=1), tmp_path / "game.negolog")
    printed = play(match, typist, "en")
    assert "“frobnicate” is not a command." in printed
    assert "Type a number from 1 to 6" in printed
    assert "That cannot be named on price" in printed
    assert "That is beyond your limit on price, 188 (10k yuan)" in printed
    assert "There is no contract sheet on the table" in printed
    view = match.table.seat("vendor").view()
    # The client has spoken once (45 s, R16), and nothing that was refused took time.
    assert view.common.elapsed_ms == 45_000
    assert view.common.turn.side is Side.VENDOR


class _Hands:
    """A clock on the wall that a test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class _Slow(typed.Typist):
    """Takes half an hour and more over one line."""

    def __init__(self, scenario: Scenario, hands: _Hands) -> None:
        super().__init__(scenario, Side.VENDOR, lang="en")
        self._hands = hands

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline()
        if line == "goodwill\n":
            self._hands.seconds += 31 * 60
        return line


def test_the_wall_clock_runs_while_a_person_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = _Hands()
    monkeypatch.setattr("negosim.solo.match.monotonic", hands)
    monkeypatch.setattr("negosim.cli.terminal.session.monotonic", hands)
    scenario = load("third-vendor")
    match = new_match(scenario, Wishes(seed=1, clock=ClockKind.WALL), tmp_path / "game.negolog")
    typist = _Slow(scenario, hands)
    typist.type("", "", "ask", "", "goodwill", "")
    printed = play(match, typist, "en")
    assert match.table.outcome is not None
    assert match.table.outcome.ending is Ending.TIME
    assert "Time left 30:00" in printed
    assert "Time has moved on: that is no longer possible." in printed
    assert "Time is up, and no contract is signed." in printed


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    scenario=strategies.scenarios(), side=st.sampled_from(SIDES), lang=st.sampled_from(LANGUAGES)
)
def test_any_scenario_can_be_played_by_typing(scenario: Scenario, side: Side, lang: str) -> None:
    with TemporaryDirectory() as folder:
        match = new_match(scenario, Wishes(side=side, seed=1), Path(folder) / "game.negolog")
        play(match, typed.Typist(scenario, side, lang=lang, ids=True), lang)
    assert match.table.outcome is not None
