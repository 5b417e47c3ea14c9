"""Into a match and back to an old one; whatever stands in the way is told in a dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shelf
from lobby import card_of
from screen import Screen

from negosim.catalog import load
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.gui import starting
from negosim.gui.scenes.past_games import PastGamesScene
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.scenes.title import TitleScene
from negosim.language.catalogue import LANGUAGES
from negosim.play.verify import read_log
from negosim.solo.games import Games
from negosim.solo.saved import State


def left(screen: Screen) -> None:
    """Close the game as its own way home does, so that its log is let go."""
    playing = screen.scene.playing  # type: ignore[attr-defined]
    playing.leave()


def test_start_writes_a_game_to_the_shelf_and_shows_its_preparation(tmp_path: Path) -> None:
    screen = Screen(PickerScene, games=tmp_path)
    screen.click(card_of("third-vendor"))
    screen.click("start")
    assert screen.scene.name == "preparation"
    left(screen)
    saved = Games(tmp_path).list()
    assert [(each.scenario, each.state) for each in saved] == [("third-vendor", State.RUNNING)]


def test_the_first_deal_starts_by_one_press_of_enter(tmp_path: Path) -> None:
    screen = Screen(TitleScene, games=tmp_path)
    screen.press("enter")
    assert screen.scene.name in ("preparation", "table")
    left(screen)
    assert [(each.scenario, each.level) for each in Games(tmp_path).list()] == [
        ("first-deal", Level.FIRST)
    ]


def test_going_on_shows_the_game_where_it_was_left(tmp_path: Path) -> None:
    games = Games(tmp_path)
    shelf.running(games, load("third-vendor"))
    screen = Screen(TitleScene, games=tmp_path)
    screen.click("go_on")
    assert screen.scene.name == "table"
    left(screen)


def test_a_game_that_is_over_opens_its_debrief_and_esc_returns_to_the_list(
    tmp_path: Path,
) -> None:
    games = Games(tmp_path)
    path = shelf.signed(games, load("third-vendor"))
    screen = Screen(PastGamesScene, games=tmp_path)
    screen.click(f"open-{path.stem}")
    assert screen.scene.name == "debrief"
    screen.press("esc")
    assert screen.scene.name == "past_games"
    screen.click(f"replay-{path.stem}")
    assert screen.scene.name == "replay"
    screen.press("esc")
    assert screen.scene.name == "past_games"


def test_a_folder_that_cannot_be_written_is_told_and_the_picker_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    screen = Screen(PickerScene, games=tmp_path / "file" / "games")
    screen.click("start")
    assert screen.app.has_dialog
    assert screen.shows("The game cannot begin")
    screen.check()
    screen.press("enter")
    assert screen.scene.name == "picker"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_log_of_an_unknown_opponent_is_told_in_words(tmp_path: Path, lang: str) -> None:
    games = Games(tmp_path)
    path = shelf.running(games, load("third-vendor"))
    screen = Screen(PastGamesScene, games=tmp_path, lang=lang)
    error = starting.UnknownBot("no bot 'x'")
    assert starting.reason(error, lang) != str(error)
    assert path.stem in " ".join(screen.keys())


def test_a_game_played_on_from_a_move_is_a_game_of_its_own_on_the_shelf(tmp_path: Path) -> None:
    games = Games(tmp_path)
    path = shelf.signed(games, load("third-vendor"))
    before = path.read_bytes()
    screen = Screen(TitleScene, games=tmp_path)
    log = read_log(path)
    assert starting.play_on(screen.app, log, len(log.moves) // 2, Side.VENDOR)
    assert screen.scene.name in ("table", "away", "contract")
    left(screen)
    running = games.last_running()
    assert running is not None
    assert running.origin is not None
    assert running.origin.match == log.header.match
    assert path.read_bytes() == before


@pytest.mark.parametrize(("make", "scene"), [(shelf.running, "table"), (shelf.signed, "debrief")])
def test_a_log_from_anywhere_goes_on_or_opens_at_its_debrief(
    tmp_path: Path, make: Callable[[Games, Scenario], Path], scene: str
) -> None:
    path = make(Games(tmp_path / "elsewhere"), load("third-vendor"))
    screen = Screen(TitleScene, games=tmp_path / "games")
    assert starting.resume_log(screen.app, path)
    assert screen.scene.name == scene
    if scene == "table":
        left(screen)


def test_a_log_from_anywhere_is_replayed_once_it_is_over(tmp_path: Path) -> None:
    games = Games(tmp_path)
    screen = Screen(TitleScene, games=tmp_path)
    assert starting.replay_log(screen.app, shelf.signed(games, load("third-vendor")))
    assert screen.scene.name == "replay"
    screen.press("esc")
    assert not starting.replay_log(screen.app, shelf.running(games, load("third-vendor")))
    screen.frame()
    assert screen.shows("It can be looked back on when it is over.")
    screen.press("esc")
    assert not starting.replay_log(screen.app, tmp_path / "gone.negolog")
    screen.frame()
    assert screen.shows("This game cannot be opened")
