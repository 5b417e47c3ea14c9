"""Twin worlds before the window: what differs in the other side's secrets alone paints the
same picture, pixel for pixel, whatever is opened, marked or pointed at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from mid_match import Elsewhere
from notation import Match as Played
from screen import Screen
from table_window import THIRD

from negosim.bots import roster
from negosim.engine import moves as m
from negosim.engine.issue import Text
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import PersonaSpec, Scenario, with_marks
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind, Level, Payer, Phase
from negosim.engine.yardstick import Marks
from negosim.gui.app import App
from negosim.gui.layer import TIP_AFTER_MS
from negosim.gui.playing import Playing
from negosim.gui.routes import scenes_of_a_match
from negosim.gui.scene import Scene
from negosim.play.logfile import FileStore
from negosim.play.table import MatchTable, NoJournal
from negosim.solo.match import Kept, Match
from negosim.solo.sitting import Sitting

PRESSED = m.Argue(ArgumentKind.RIVAL, 0, claim=0)
"""The client presses with the first of its claims, true in one world and a bluff in the other."""

PREPARED = ("v ready", "c ready", "v intro", "c intro")
TALKS: tuple[str | tuple[str, m.Move], ...] = (
    "c offer price=170 payment=30 service=m36 delivery=30",
    "v ask open",
    "c answer issue price",
    "v ask expectation price payment",
    "c answer demand price=180 payment=45",
    "v offer price=290 for payment=75",
    "c ask exclusion price payment",
    "v answer both",
    ("c", PRESSED),
    "v leave consult",
    "v allow price=230",
    "v return",
    "v offer price=280 delivery=60 for payment=75",
    "c offer price=200 delivery=45 for payment=45 or price=199 delivery=45 for payment=45",
    "v prefer 2",
    "v tell payment price",
    "c leave gain_time",
    "c return",
    "c offer delivery=60",
    "v accept",
    "c write",
    "v confirm",
    "c notyet",
    "v leave probe",
    "v return",
    "v notyet",
    "c argue deadline",
    "v leave press",
    "c return",
    "c notyet",
    "v goodwill",
    "c offer price=225 payment=60 service=m24",
    "v guess price delivery service payment",
    "v notyet",
    "c draw price=225 payment=60 service=m24 delivery=60",
    "v tear",
    "c draw price=225 payment=60 service=m24 delivery=60",
    "c sign",
)
"""One game's moves of both sides; each is allowed in either world."""

OPENED = frozenset({0, 6, 9, 13, 16, 20, 23, 27, 34, 37})
"""The moves after which everything there is to open is opened."""
POINTED_AT = frozenset({6, 23, 34})
"""The moves after which the pointer goes over everything as well."""


def with_other_secrets(scenario: Scenario, side: Side) -> Scenario:
    """The same scenario with everything drawn anew that `side` keeps to itself.

    What either side can read stays: names, companies, claims made, how many cards there
    are, when news is announced, and the first card of the deck, which is drawn.
    """
    turned = _client_marks(scenario) if side is Side.CLIENT else _vendor_marks(scenario)
    other = with_marks(scenario, scenario.marks.put(side, turned))
    story = replace(
        other.story,
        secret=other.story.secret.put(side, _text("Something else")),
        notes=_text("Something else"),
    )
    other = replace(other, story=story, walk_away=other.walk_away.put(side, 29))
    if side is Side.VENDOR:
        return replace(other, authority=other.authority.put(side, (200, 4, 4, 3)))
    theirs = other.opposition
    return replace(
        other,
        rivals=(replace(other.rivals[0], terms=(260, 1, 1, 1)),),
        payment=replace(other.payment, payer=Payer.FRAUD),
        authority=other.authority.put(side, (260, 0, 0, 0)),
        opposition=replace(
            theirs,
            persona=PersonaSpec("driving-loss", (("patience", 0.1), ("hardness", "hard"))),
            team=tuple(
                replace(each, issues=(1,), benefits=(0,), veto=(None, 0, 1, None))
                for each in theirs.team
            ),
            insiders=(
                theirs.insiders[0],
                *(
                    replace(each, topic="people", text=_text("Else"), stale=not each.stale)
                    for each in theirs.insiders[1:]
                ),
            ),
            pressure=tuple(
                replace(each, is_true=not each.is_true, point=theirs.pressure[-1].point)
                for each in theirs.pressure
            ),
            news=tuple(
                replace(
                    each,
                    effects=tuple(replace(effect, tick=effect.tick - 1) for effect in each.effects),
                )
                for each in theirs.news
            ),
            beats=(),
        ),
    )


def _client_marks(scenario: Scenario) -> tuple[Marks, ...]:
    price, payment, service, delivery = scenario.marks.client
    return (
        replace(price, rank=4, quote=160, target=201, floor=251),
        replace(payment, rank=1, target=3, floor=1),
        replace(service, rank=2, target=3, floor=2),
        replace(delivery, rank=3, target=3, floor=1),
    )


def _vendor_marks(scenario: Scenario) -> tuple[Marks, ...]:
    """The vendor's quote stands on the table from the start, so it stays."""
    price, payment, service, delivery = scenario.marks.vendor
    return (
        replace(price, rank=3, target=262, floor=225),
        replace(payment, rank=4, target=1, floor=3),
        replace(service, rank=1, target=1, floor=3),
        replace(delivery, rank=2, target=1, floor=3),
    )


def _text(words: str) -> Text:
    return Text((("en", words), ("zh", words)))


class Scripted(Sitting):
    """A sitting whose other side moves by the script alone."""

    def other_moves(self) -> bool:
        if self.side in self.match.table.calls():
            self._pass(self.side.other)
        return False


class World:
    """One of two windows that go through the same game."""

    def __init__(
        self, folder: Path, scenario: Scenario, side: Side, *, level: Level, lang: str
    ) -> None:
        setup = solo_setup(scenario, level=level, scripted=(side.other,))
        self._reader = Played(scenario, setup)
        journal = Kept(NoJournal())
        table = MatchTable(scenario, setup, journal=journal)
        folder.mkdir()
        log = folder / "game.negolog"
        bot = roster.default_name(scenario, side.other)
        match = Match(table, scenario, side, bot, 1, FileStore(log), log, journal)
        self._sitting = Scripted(match, lang)
        self._side = side
        self.screen = Screen(self._first, lang=lang)
        self.playing.route()
        self.screen.frame()

    def _first(self, app: App) -> Scene:
        self.playing = Playing(app, self._sitting, scenes_of_a_match())
        return Elsewhere(app, self.playing, "before")

    def play(self, line: str | tuple[str, m.Move]) -> None:
        """A move of either side, as the script has it."""
        if isinstance(line, str):
            seat, move = self._reader.parse(line)
        else:
            seat, move = {"v": "vendor", "c": "client"}[line[0]], line[1]
        if seat == self._side.word:
            assert self.playing.send(move, quiet=True), (line, self.screen.texts()[-3:])
        else:
            self._sitting.match.table.send(seat, move)
            self.playing.take(self._sitting.seat)
            self.playing.route()
        self.screen.frame()


class Twins:
    """Two worlds; every gesture is made in both, and both must look the same after it."""

    def __init__(self, one: World, two: World) -> None:
        self.worlds = one, two
        self.pictures = 0

    def play(self, line: str | tuple[str, m.Move]) -> None:
        for world in self.worlds:
            world.play(line)
        self.alike(str(line))

    def press(self, key: str) -> None:
        for world in self.worlds:
            world.screen.press(key)
        self.alike(f"after the key {key}")

    def click(self, key: str) -> None:
        for world in self.worlds:
            world.screen.click(key)
        self.alike(f"after a click on {key}")

    def keys(self, prefix: str = "") -> list[str]:
        one, two = (world.screen.keys() for world in self.worlds)
        assert one == two
        return [key for key in one if key.startswith(prefix)]

    def point_at_everything(self) -> None:
        for key in self.keys():
            for world in self.worlds:
                world.screen.hover(key)
                world.screen.wait(TIP_AFTER_MS)
            self.alike(f"pointing at {key}")

    def alike(self, when: str) -> None:
        self.pictures += 1
        one, two = (world.screen for world in self.worlds)
        if one.app.surface.get_buffer().raw != two.app.surface.get_buffer().raw:
            told, hidden = set(one.texts()), set(two.texts())
            raise AssertionError(f"{when}: {told - hidden} against {hidden - told}")

    @property
    def playing(self) -> Playing:
        return self.worlds[0].playing

    # -- what can be opened ------------------------------------------------------------

    def look(self) -> None:
        """Open what the scene that is shown has to open."""
        match self.worlds[0].screen.scene.name:
            case "table":
                self._look_at_table()
            case "away":
                for key in self.keys("tab"):
                    self.click(key)
            case "preparation":
                for key in self.keys("sheet-"):
                    self.click(key)

    def _look_at_table(self) -> None:
        for verb in "12345":
            self.press(verb)
            for group in self.keys("group-"):
                self.click(group)
        for key in ("track-0", "track-2"):
            self.click(key)
            for verb in "13":
                self.press(verb)
        self.click("track-0")
        self.click("track-2")
        for key in "nnhhpp":
            self.press(key)


@pytest.mark.parametrize(
    ("side", "level", "lang"),
    [
        (Side.VENDOR, Level.GUIDED, "en"),
        (Side.CLIENT, Level.GUIDED, "zh"),
        (Side.VENDOR, Level.COURSE, "zh"),
    ],
)
def test_the_other_sides_secrets_leave_no_pixel_on_the_window(
    tmp_path: Path, side: Side, level: Level, lang: str
) -> None:
    other = with_other_secrets(THIRD, side.other)
    twins = Twins(
        World(tmp_path / "one", THIRD, side, level=level, lang=lang),
        World(tmp_path / "two", other, side, level=level, lang=lang),
    )
    twins.look()
    for line in PREPARED:
        twins.play(line)
    for number, line in enumerate(TALKS):
        twins.play(line)
        if number in OPENED:
            twins.look()
        if number in POINTED_AT:
            twins.point_at_everything()
    assert twins.playing.view.common.phase is Phase.TALKS
    assert twins.playing.view.common.record.sheet is not None
    assert twins.pictures > 150


@pytest.mark.parametrize("side", list(Side))
def test_covered_by_the_privacy_key_the_own_secrets_leave_no_pixel_either(
    tmp_path: Path, side: Side
) -> None:
    twins = Twins(
        World(tmp_path / "one", THIRD, side, level=Level.GUIDED, lang="en"),
        World(
            tmp_path / "two", with_other_secrets(THIRD, side), side, level=Level.GUIDED, lang="en"
        ),
    )
    twins.press("v")
    for number, line in enumerate((*PREPARED, *TALKS)):
        twins.play(line)
        if number % 4 == 0:
            twins.look()


@pytest.mark.parametrize("side", list(Side))
def test_the_owner_of_the_secrets_does_see_the_difference(tmp_path: Path, side: Side) -> None:
    worlds = [
        World(tmp_path / name, scenario, side, level=Level.GUIDED, lang="en")
        for name, scenario in (("one", THIRD), ("two", with_other_secrets(THIRD, side)))
    ]
    for line in PREPARED:
        for world in worlds:
            world.play(line)
    one, two = (world.screen.app.surface.get_buffer().raw for world in worlds)
    assert one != two
