"""Title, picker, settings and past games: laid out at every size, used by keys and by mouse."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest
import shelf
from lobby import named, offers, own_scenario
from screen import SIZES, Screen

from negosim.catalog import load
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Level
from negosim.gui.scene import Scene
from negosim.gui.scenes.past_games import PastGamesScene
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.scenes.title import TitleScene
from negosim.gui.widgets import Button, Kind
from negosim.language.catalogue import LANGUAGES
from negosim.present.settings import Settings
from negosim.solo.games import Games
from negosim.solo.match import Wishes

SCENES = [TitleScene, PickerScene, SettingsScene, PastGamesScene]
LARGEST = ((1280, 720), 2.0)
SMALLEST = ((640, 400), 1.0)
HERE = [(scene, lang) for scene in SCENES for lang in LANGUAGES]


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shelf with one game of each kind, the running one the newest. Nobody writes to it."""
    folder = tmp_path_factory.mktemp("games")
    games = Games(folder)
    scenario = load("third-vendor")
    shelf.in_order(
        shelf.signed(games, scenario),
        shelf.broken_off(games, load("course-grid"), Wishes(side=Side.CLIENT, seed=3)),
        shelf.damaged(games),
        shelf.running(games, scenario, Wishes(seed=4, bot="driving-loss")),
    )
    return folder


def filled(screen: Screen) -> list[str]:
    """The keys of the filled buttons of the topmost layer."""
    return [
        each.key
        for each in screen.app.layers()[-1].stops()
        if isinstance(each, Button) and each.kind is Kind.FILLED
    ]


def chinese(text: str) -> bool:
    """Whether the words are Chinese, the names of languages and the mark aside."""
    return text not in ("中", "谈", "中文", "中文  English") and any(char >= "一" for char in text)


# -- looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
@pytest.mark.parametrize(("scene", "lang"), HERE)
def test_nothing_is_cut_or_overlaps_at_any_size(
    scene: type[Scene], lang: str, size: tuple[int, int], zoom: float, kept: Path
) -> None:
    screen = Screen(scene, size=size, zoom=zoom, lang=lang, games=kept)
    screen.check()


@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1280, 720), 1.5)])
@pytest.mark.parametrize(("scene", "lang"), HERE)
def test_tab_goes_through_everything_and_the_focus_is_always_seen(
    scene: type[Scene], lang: str, size: tuple[int, int], zoom: float, kept: Path
) -> None:
    screen = Screen(scene, size=size, zoom=zoom, lang=lang, games=kept)
    keys = screen.keys()
    assert len(keys) == len(set(keys))
    assert sorted(screen.walk_focus()) == sorted(keys)


@pytest.mark.parametrize("size", [(1280, 720), (853, 480)])
@pytest.mark.parametrize("scene", SCENES)
def test_one_button_is_filled(scene: type[Scene], size: tuple[int, int], kept: Path) -> None:
    assert len(filled(Screen(scene, size=size, games=kept))) == 1
    assert len(filled(Screen(scene, size=size, games=kept / "empty"))) == 1


@pytest.mark.parametrize("scene", SCENES)
def test_the_language_changes_at_once(scene: type[Scene], kept: Path) -> None:
    screen = Screen(scene, games=kept)
    before = screen.texts()
    screen.focus_on("language")
    screen.press("left")
    assert screen.settings.lang == "zh"
    after = screen.texts()
    assert [text for text in before if chinese(text)] == []
    assert {text for text in after if re.match("[A-Za-z]", text)} <= set(before)
    screen.check()


# -- title ---------------------------------------------------------------------------------


def test_the_title_offers_the_game_left_last_by_its_name(kept: Path) -> None:
    assert offers(Screen(TitleScene, games=kept), "go_on")
    assert Screen(TitleScene, games=kept).shows("The third vendor  ·  14 Nov 2023")
    assert not offers(Screen(TitleScene, games=kept / "empty"), "go_on")


@pytest.mark.parametrize(
    ("key", "name"), [("choose", "picker"), ("past", "past_games"), ("settings", "settings")]
)
def test_every_way_from_the_title_leads_there_and_esc_leads_back(key: str, name: str) -> None:
    screen = Screen(TitleScene)
    screen.focus_on(key)
    screen.press("enter")
    assert screen.scene.name == name
    screen.press("esc")
    assert screen.scene.name == "title"
    screen.click(key)
    assert screen.scene.name == name
    screen.click("back")
    assert screen.scene.name == "title"


def test_esc_on_the_title_leaves_nothing_and_quit_quits() -> None:
    screen = Screen(TitleScene)
    screen.press("esc")
    assert screen.app.running
    screen.click("quit")
    assert not screen.app.running


def test_a_note_about_the_settings_file_is_told_on_the_title(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("not json", encoding="utf-8")
    screen = Screen(TitleScene, settings=Settings(path))
    assert screen.shows("settings-broken-1.json")


def test_a_scenario_file_dropped_on_the_title_opens_in_the_picker(tmp_path: Path) -> None:
    screen = Screen(TitleScene)
    mine = own_scenario(tmp_path)
    screen.send(pygame.DROPFILE, file=str(mine))
    assert screen.scene.name == "picker"
    assert screen.shows("Harbour of mine")


# -- settings ------------------------------------------------------------------------------


def test_settings_hold_at_once_and_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    screen = Screen(SettingsScene, settings=Settings(path), calm=False)
    screen.focus_on("zoom")
    unit = screen.app.unit()
    screen.press("right")
    assert screen.app.unit() == pytest.approx(1.1 * unit)
    screen.focus_on("calm")
    screen.press("space")
    screen.focus_on("sound")
    screen.press("space")
    screen.focus_on("private")
    screen.press("enter")
    screen.focus_on("level")
    screen.press("right")
    screen.focus_on("clock")
    screen.press("right")
    kept = Settings(path)
    assert (kept.zoom, kept.calm, kept.sound, kept.private) == (1.1, True, True, True)
    assert (kept.level, kept.clock) == (Level.FIRST, ClockKind.TABLE)


def test_zoom_stops_at_100_and_200_percent() -> None:
    screen = Screen(SettingsScene)
    screen.focus_on("zoom")
    screen.press("left")
    assert screen.settings.zoom == 1.0
    for _ in range(9):
        screen.press("right")
        screen.check()
    assert screen.settings.zoom == 2.0
    assert screen.shows("200 %")


def test_a_zoom_set_by_hand_goes_on_from_its_neighbour() -> None:
    screen = Screen(SettingsScene, zoom=1.4)
    screen.focus_on("zoom")
    screen.press("right")
    assert screen.settings.zoom == 1.75


def test_settings_that_cannot_be_kept_hold_and_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    screen = Screen(SettingsScene, settings=Settings(tmp_path / "file" / "settings.json"))
    screen.focus_on("private")
    screen.press("space")
    assert screen.settings.private
    before = len(screen.texts())
    screen.wait(6000)
    assert len(screen.texts()) < before


# -- past games ----------------------------------------------------------------------------


def test_an_empty_shelf_says_so_and_leads_to_the_scenarios(tmp_path: Path) -> None:
    screen = Screen(PastGamesScene, games=tmp_path)
    assert screen.shows("No games yet.")
    screen.click("choose")
    assert screen.scene.name == "picker"


def test_past_games_are_listed_the_newest_first_with_what_can_be_done(kept: Path) -> None:
    screen = Screen(PastGamesScene, games=kept)
    doors = [key for key in screen.keys()[1:] if key != "language"]
    assert [key.split("-")[0] for key in doors] == [
        *("open", "remove"),
        "remove",
        *("open", "replay", "remove"),
        *("open", "replay", "remove"),
    ]
    assert screen.shows("torn.negolog")
    assert screen.shows("This is not a log of a match")


def test_removing_asks_first_and_keeps_the_file_aside(tmp_path: Path) -> None:
    games = Games(tmp_path)
    shelf.damaged(games)
    screen = Screen(PastGamesScene, games=tmp_path)
    screen.focus_on("remove-torn")
    screen.press("enter")
    assert screen.focus == "no"
    screen.check()
    screen.press("enter")
    assert len(games.list()) == 1
    screen.click("remove-torn")
    screen.click("yes")
    assert games.list() == ()
    assert (tmp_path / "deleted" / "torn.negolog").read_bytes() == b"this is no log\n"
    assert screen.shows("No games yet.")


def test_a_game_in_use_elsewhere_is_neither_removed_nor_opened(tmp_path: Path) -> None:
    games = Games(tmp_path)
    path = shelf.running(games, load("third-vendor"))
    other = games.resume(games.list()[0])
    try:
        screen = Screen(PastGamesScene, games=tmp_path)
        screen.click(f"remove-{path.stem}")
        screen.click("yes")
        assert screen.shows("This game cannot be removed")
        screen.check()
        screen.press("enter")
        assert not screen.app.has_dialog
        screen.click(f"open-{path.stem}")
        assert screen.shows("This game cannot be opened")
        screen.press("esc")
        assert screen.scene.name == "past_games"
    finally:
        other.store.close()
    assert path.is_file()


def test_many_games_are_leafed_through_page_by_page(tmp_path: Path) -> None:
    games = Games(tmp_path)
    for number in range(11):
        shelf.damaged(games, name=f"torn-{number:02}")
    screen = Screen(PastGamesScene, games=tmp_path)
    assert screen.shows("1-8 of 11")
    screen.click("older")
    assert screen.shows("9-11 of 11")
    assert len(named(screen, "remove-")) == 3
    screen.focus_on("newer")
    screen.press("enter")
    assert screen.shows("1-8 of 11")
    screen.check()
