"""Choosing a scenario, how to play it, and a file of one's own: by keys and by mouse."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pygame
import pytest
import shelf
from lobby import card_of, named, offers, own_scenario
from screen import SIZES, Screen

from negosim.catalog import load
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Level
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.widgets import Choice
from negosim.language.catalogue import LANGUAGES
from negosim.present.picker import wishes
from negosim.present.scenario_cards import shelf as shipped_shelf
from negosim.present.settings import Settings
from negosim.solo.games import Games
from negosim.solo.match import Wishes

LARGEST = ((1280, 720), 2.0)


def typed_path(screen: Screen, path: str | Path) -> None:
    screen.click("open")
    screen.click("path")
    screen.type(str(path))


class Begun:
    """Stands in for the start of a match: keeps what was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[tuple[str, Wishes]] = []
        monkeypatch.setattr("negosim.gui.scenes.picker.start", self._start)

    def _start(self, app: object, scenario: object, asked: Wishes) -> bool:
        self.asked.append((scenario.id, asked))  # type: ignore[attr-defined]
        return True

    @property
    def wishes(self) -> Wishes:
        assert len(self.asked) == 1
        return self.asked[0][1]


# -- picker --------------------------------------------------------------------------------


def test_the_first_card_is_chosen_and_starts_as_its_scenario_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = Begun(monkeypatch)
    screen = Screen(PickerScene)
    screen.press("enter")
    first = shipped_shelf()[0].opened.scenario
    assert first is not None
    assert begun.asked == [(first.id, Wishes(level=first.house.level))]


def test_everything_is_chosen_by_keys_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Begun(monkeypatch)
    screen = Screen(PickerScene)
    screen.focus_on(card_of("third-vendor"))
    screen.press("enter")
    screen.focus_on("side")
    screen.press("right")
    screen.focus_on("opponent")
    screen.press("enter")
    screen.focus_on("option-5")
    screen.press("enter")
    screen.focus_on("level")
    screen.press("right")
    screen.focus_on("clock")
    screen.press("right")
    screen.focus_on("who")
    screen.press("right")
    screen.focus_on("members")
    screen.press("right")
    screen.focus_on("name-2")
    screen.type("王喆")
    screen.check()
    screen.focus_on("start")
    screen.press("enter")
    assert begun.asked == [
        (
            "third-vendor",
            Wishes(
                side=Side.CLIENT,
                bot="hardliner",
                level=Level.EXAM,
                clock=ClockKind.WALL,
                members=("Member 1", "Member 2", "王喆"),
            ),
        )
    ]


def test_everything_is_chosen_by_mouse_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Begun(monkeypatch)
    screen = Screen(PickerScene, lang="zh")
    screen.click(card_of("third-vendor"))
    screen.click("opponent")
    screen.check()
    screen.click("option-7")
    screen.click("who")
    _click_end(screen, "who")
    _click_end(screen, "members")
    _click_end(screen, "level")
    screen.check()
    screen.click("start")
    assert begun.wishes == Wishes(
        bot="driving-self", level=Level.EXAM, members=("成员1", "成员2", "成员3")
    )


def _click_end(screen: Screen, key: str) -> None:
    """Press the last segment, or the plus, of the control of that key."""
    screen.middle(key)
    rect = screen.app.layers()[-1].rect_of(key)
    assert rect is not None
    if key == "members":
        screen.click_at(rect.right - 12, rect.centery)
        return
    choice = next(each for each in screen.app.layers()[-1].stops() if each.key == key)
    assert isinstance(choice, Choice)
    box = choice.boxes(screen.app.layers()[-1].ui)[-1][1]
    screen.click_at(box.centerx, box.centery)


def test_a_narrow_window_has_two_pages_and_esc_goes_from_the_second_to_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = Begun(monkeypatch)
    screen = Screen(PickerScene, zoom=1.5)
    assert not offers(screen, "start")
    screen.focus_on("card-1")
    screen.press("enter")
    screen.focus_on("setup")
    screen.press("enter")
    assert offers(screen, "start")
    screen.check()
    screen.press("esc")
    assert offers(screen, "card-0")
    screen.click("setup")
    screen.click("start")
    second = shipped_shelf()[1].opened.scenario
    assert second is not None
    assert begun.asked[0][0] == second.id


def test_a_card_tells_how_it_went_last_time(tmp_path: Path) -> None:
    assert not Screen(PickerScene, games=tmp_path).shows("Last time")
    games = Games(tmp_path)
    shelf.in_order(
        shelf.signed(games, load("third-vendor")),
        shelf.broken_off(games, load("course-grid")),
    )
    screen = Screen(PickerScene, games=tmp_path)
    assert screen.shows("Last time: signed, ")
    assert screen.shows("Last time: no deal, 0 points, hoped for 30")


def test_the_settings_say_which_level_and_clock_a_new_game_begins_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = Begun(monkeypatch)
    settings = Settings()
    settings.change(level=Level.EXAM, clock=ClockKind.WALL)
    screen = Screen(PickerScene, settings=settings)
    screen.press("enter")
    assert begun.wishes == Wishes(level=Level.EXAM, clock=ClockKind.WALL)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST])
def test_a_group_of_six_fits(lang: str, size: tuple[int, int], zoom: float) -> None:
    screen = Screen(PickerScene, size=size, zoom=zoom, lang=lang)
    if offers(screen, "setup"):
        screen.click("setup")
    screen.focus_on("who")
    screen.press("right")
    screen.focus_on("members")
    for _ in range(6):
        screen.press("right")
    screen.focus_on("name-5")
    screen.type("阿布都热依木·买买提" * 3)
    screen.check()
    scene = screen.scene
    assert isinstance(scene, PickerScene)
    assert scene.plan is not None
    members = wishes(scene.plan, lang, Random(1)).members
    assert len(members) == 6
    assert members[5] == ("阿布都热依木·买买提" * 3)[:24]


# -- a file of one's own -------------------------------------------------------------------


def test_a_file_is_opened_by_its_path_and_lies_on_top_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Begun(monkeypatch)
    screen = Screen(PickerScene)
    typed_path(screen, f'"{own_scenario(tmp_path)}"')
    screen.press("enter")
    assert not screen.app.has_dialog
    assert screen.texts().count("Harbour of mine") == 2
    screen.check()
    screen.click("start")
    assert begun.asked[0][0] == "third-vendor"


def test_a_file_opened_again_takes_the_place_of_what_was_read_before(tmp_path: Path) -> None:
    screen = Screen(PickerScene)
    for title in ("Harbour of mine", "Harbour mended"):
        typed_path(screen, own_scenario(tmp_path, title))
        screen.press("enter")
    assert screen.shows("Harbour mended")
    assert not screen.shows("Harbour of mine")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST])
def test_the_faults_of_a_file_are_listed_with_their_lines(
    tmp_path: Path, lang: str, size: tuple[int, int], zoom: float
) -> None:
    bad = tmp_path / "bad.yaml"
    text = Path("scenarios/third-vendor.yaml").read_text(encoding="utf-8")
    bad.write_text(
        text.replace("rank: 2", "rank: 7").replace("step: 1", "step: -1"), encoding="utf-8"
    )
    screen = Screen(PickerScene, size=size, zoom=zoom, lang=lang)
    cards = len(named(screen, "card-"))
    typed_path(screen, bad)
    screen.press("enter")
    assert screen.app.has_dialog
    screen.check()
    where = {"en": "Line ", "zh": "第"}[lang]
    screen.press("pagedown")
    assert any(text.startswith(where) for text in screen.texts())
    screen.press("esc")
    assert len(named(screen, "card-")) == cards


def test_a_mended_file_opens_from_the_same_dialog(tmp_path: Path) -> None:
    bad = tmp_path / "mine.yaml"
    bad.write_text("format: 9\n", encoding="utf-8")
    screen = Screen(PickerScene)
    typed_path(screen, bad)
    screen.press("enter")
    assert screen.shows("This cannot be played yet:")
    own_scenario(tmp_path)
    screen.focus_on("open-file")
    screen.press("enter")
    assert not screen.app.has_dialog
    assert screen.shows("Harbour of mine")


def test_a_bad_path_is_told_and_an_empty_one_is_not_read() -> None:
    screen = Screen(PickerScene)
    typed_path(screen, "/no/such/place.yaml")
    screen.press("enter")
    assert screen.shows("there is no such file")
    screen.press("esc")
    screen.click("open")
    screen.click("open-file")
    assert screen.shows("Type or paste a path first.")
    assert screen.app.has_dialog


def test_a_dropped_file_with_faults_opens_the_dialog_with_them(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 9\n", encoding="utf-8")
    screen = Screen(PickerScene)
    screen.send(pygame.DROPFILE, file=str(bad))
    assert screen.app.has_dialog
    assert screen.shows("This cannot be played yet:")
    screen.check()


@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST])
def test_a_scenario_with_a_very_long_name_still_fits(
    tmp_path: Path, size: tuple[int, int], zoom: float
) -> None:
    long = "The unusually long-winded harbour wireless network negotiation of two companies " * 2
    screen = Screen(PickerScene, size=size, zoom=zoom)
    screen.send(pygame.DROPFILE, file=str(own_scenario(tmp_path, long.strip())))
    screen.check()
    screen.press("esc")
    screen.frame()
    screen.check()
