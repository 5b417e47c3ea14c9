"""A window on a match that stands where a line of notation leaves it.

Both sides' moves so far are played by the line; from then on the own seats are the
window's and the other side is a bot.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from notation import Match as Played
from screen import Screen

from negosim.bots import roster
from negosim.engine import moves as m
from negosim.engine.common import Setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.gui.app import App
from negosim.gui.playing import Playing
from negosim.gui.scene import Scene
from negosim.gui.ui import Ui
from negosim.gui.widgets import Button, Column, Kind, Label, Widget
from negosim.play.logfile import FileStore
from negosim.play.table import MatchTable, NoJournal
from negosim.play.timekeeper import Timekeeper
from negosim.solo.match import Kept, Match
from negosim.solo.sitting import Sitting

Maker = Callable[[App, Playing], Scene]


class Elsewhere(Scene):
    """Stands in for a scene that a test is not about."""

    def __init__(self, app: App, playing: Playing, name: str) -> None:
        super().__init__(app)
        self.name = name
        self.playing = playing

    def build(self, ui: Ui) -> Widget:
        return Column(Label(self.name))

    def tick(self, now_ms: int) -> None:
        self.playing.tick(now_ms)


def sitting(
    lines: str,
    scenario: Scenario,
    *,
    folder: Path,
    side: Side = Side.VENDOR,
    setup: Setup | None = None,
    lang: str = "en",
    timekeeper: Timekeeper | None = None,
) -> Sitting:
    """A match after the lines (prepared and introduced first), its own side at this machine."""
    reader = Played(scenario, setup)
    journal = Kept(NoJournal())
    table = MatchTable(scenario, reader.setup, journal=journal, timekeeper=timekeeper)
    for move in (m.Ready(), m.Introduce()):
        for seat in _one_each(reader):
            table.send(seat, move)
    for line in lines.split(";"):
        if line.strip():
            table.send(*reader.parse(line))
    bot = roster.default_name(scenario, side.other)
    log = folder / "game.negolog"
    return Sitting(Match(table, scenario, side, bot, 1, FileStore(log), log, journal), lang)


class Window:
    """A screen on a sitting: `scenes` are those under test, the rest are stood in for."""

    def __init__(
        self,
        sat: Sitting,
        scenes: dict[str, Maker],
        *,
        size: tuple[int, int] = (1280, 720),
        lang: str = "en",
        zoom: float = 1.0,
        calm: bool = True,
    ) -> None:
        self.sitting = sat
        self._scenes = scenes
        self._playing: Playing | None = None
        self.screen = Screen(self._first, size=size, lang=lang, zoom=zoom, calm=calm)
        self.playing.route()
        self.screen.frame()

    @property
    def playing(self) -> Playing:
        assert self._playing is not None
        return self._playing

    def _first(self, app: App) -> Scene:
        names = ("preparation", "table", "away", "contract", "debrief")
        makers = {name: self._scenes.get(name, _elsewhere(name)) for name in names}
        self._playing = Playing(app, self.sitting, makers)
        return Elsewhere(app, self._playing, "before")


def _elsewhere(name: str) -> Maker:
    return lambda app, playing: Elsewhere(app, playing, name)


def _one_each(reader: Played) -> list[str]:
    seats = reader.setup.seats
    return [next(seat.name for seat in seats if seat.side is side) for side in Side]


# -- judging what a window shows --------------------------------------------------------------


def filled(screen: Screen) -> list[str]:
    """The keys of the filled buttons on the topmost layer."""
    return [
        each.key
        for each in screen.app.layers()[-1].stops()
        if isinstance(each, Button) and each.kind is Kind.FILLED
    ]


def looked_through(screen: Screen) -> None:
    """Judge the page as it stands, then to its end by PageDown at every stop."""
    screen.check()
    for _ in range(40):
        before = screen.texts()
        screen.press("pagedown")
        screen.check()
        if screen.texts() == before:
            return
    raise AssertionError("the page has no end")
