"""Every scene of the window, each opened with something in it, for tests that hold for all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import seated
import shelf
from finished import played_log
from mid_match import Window, sitting
from notation import unbound
from screen import Screen

from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.gui.routes import scenes_of_a_match
from negosim.gui.scenes.away import AwayScene
from negosim.gui.scenes.debrief import DebriefScene
from negosim.gui.scenes.past_games import PastGamesScene
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.scenes.replay import ReplayScene
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.scenes.title import TitleScene
from negosim.present.away import Tab
from negosim.present.settings import Settings
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.sitting import Sitting

OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
TALKED = (
    f"{OPENED}; v ask open; c answer issue price; v offer price=290 for payment=75;"
    " c offer price=200 delivery=30 for payment=60"
)
AGREED = "c offer price=240 payment=60 service=m24 delivery=60; v accept; c notyet"
Size = tuple[int, int]


class Opened:
    """Where a scene was opened and how; `finished` is the log of a match that is over."""

    def __init__(
        self,
        folder: Path,
        finished: Path,
        *,
        size: Size = (1280, 720),
        zoom: float = 1.0,
        lang: str = "en",
        settings: Settings | None = None,
    ) -> None:
        self.folder = folder
        self.finished = finished
        self.size = size
        self.zoom = zoom
        self.lang = lang
        self.settings = settings
        self.window: Window | None = None

    @property
    def scenario(self) -> Scenario:
        return seated.THIRD_VENDOR

    @property
    def games(self) -> Path:
        """A shelf with a game that runs, one that is over and one that is damaged."""
        folder = self.folder / "games"
        if not folder.exists():
            folder.mkdir()
            shelf.running(Games(folder), self.scenario)
            shelf.damaged(Games(folder))
            shutil.copy(self.finished, folder / self.finished.name)
        return folder

    def screen(self, scene: Callable[..., object], games: Path | None = None) -> Screen:
        return Screen(
            scene,  # type: ignore[arg-type]
            size=self.size,
            zoom=self.zoom,
            lang=self.lang,
            games=games or self.games,
            settings=self.settings,
        )

    def match(self, lines: str, scenario: Scenario | None = None) -> Screen:
        """The scene of a running match after a line of notation."""
        found = scenario or self.scenario
        setup = solo_setup(found, level=Level.GUIDED, scripted=(Side.CLIENT,))
        return self.seated(sitting(lines, found, folder=self.folder, setup=setup, lang=self.lang))

    def seated(self, sat: Sitting) -> Screen:
        self.window = Window(
            sat, dict(scenes_of_a_match()), size=self.size, zoom=self.zoom, lang=self.lang
        )
        return self.window.screen

    def close(self) -> None:
        """Let go of the log."""
        if self.window is not None:
            self.window.playing.close()


def _preparation(place: int) -> Callable[[Opened], Screen]:
    def opened(how: Opened) -> Screen:
        screen = how.seated(seated.sat_down(how.folder / "new.negolog", Wishes(seed=1)))
        sheets = [key for key in screen.keys() if key.startswith("sheet")]
        if place < len(sheets):
            screen.click(sheets[place])
        return screen

    return opened


def _verb(key: str) -> Callable[[Opened], Screen]:
    def opened(how: Opened) -> Screen:
        screen = how.match(TALKED)
        screen.press(key)
        return screen

    return opened


def _group(how: Opened) -> Screen:
    screen = how.screen(PickerScene)
    if "setup" in screen.keys():
        screen.click("setup")
    screen.focus_on("who")
    screen.press("right")
    return screen


def _file(how: Opened) -> Screen:
    screen = how.screen(PickerScene)
    screen.click("open")
    return screen


def _wording(how: Opened) -> Screen:
    screen = how.match(TALKED)
    screen.press("2")
    screen.press("left")
    screen.click("edit")
    return screen


def _away(how: Opened) -> Screen:
    return how.match(f"{OPENED}; v leave consult")


def _away_tab(tab: Tab) -> Callable[[Opened], Screen]:
    def opened(how: Opened) -> Screen:
        screen = _away(how)
        scene = screen.scene
        assert isinstance(scene, AwayScene)
        scene.show(tab)
        screen.frame()
        return screen

    return opened


def _contract(how: Opened) -> Screen:
    screen = how.match(AGREED, unbound(how.scenario))
    assert how.window is not None
    how.window.playing.show_contract(True)
    screen.frame()
    return screen


def _debrief(how: Opened) -> Screen:
    log = how.finished
    return how.screen(lambda app: DebriefScene.of_log(app, log, Side.VENDOR), log.parent)


def _looked_back(how: Opened) -> Screen:
    screen = _debrief(how)
    screen.press("3")
    screen.press("enter")
    return screen


SCENES: Mapping[str, Callable[[Opened], Screen]] = {
    "title": lambda how: how.screen(TitleScene),
    "picker": lambda how: how.screen(PickerScene),
    "picker-group": _group,
    "picker-file": _file,
    **{f"preparation-{place}": _preparation(place) for place in range(6)},
    "table": lambda how: how.match(TALKED),
    **{f"table-{key}": _verb(key) for key in "12345n"},
    "table-words": _wording,
    "away": _away,
    "away-plan": _away_tab(Tab.PLAN),
    "away-notes": _away_tab(Tab.NOTES),
    "contract": _contract,
    "debrief-before": _debrief,
    "debrief": _looked_back,
    "replay": lambda how: how.screen(
        lambda app: ReplayScene.of_log(app, how.finished, Side.VENDOR), how.finished.parent
    ),
    "past-games": lambda how: how.screen(PastGamesScene),
    "settings": lambda how: how.screen(SettingsScene),
}
"""How to open each; a match's own scenes with all others behind them."""


def finished(folder: Path) -> Path:
    """A match that is over, for debrief and replay."""
    return played_log(folder, seated.THIRD_VENDOR, "naive")
