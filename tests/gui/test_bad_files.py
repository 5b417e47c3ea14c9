"""Disks, logs, settings, fonts and sounds that fail: a sentence to the user, and nothing lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
import seated
import shelf
from mid_match import Window, sitting
from screen import Screen

from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Level, Phase, Purpose, QuestionForm
from negosim.gui import sound, typesetter, window
from negosim.gui.app import App
from negosim.gui.playing import RETRY_MS
from negosim.gui.routes import scenes_of_a_match
from negosim.gui.scenes.past_games import PastGamesScene
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.scenes.title import TitleScene
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.play.faults import Finding, StoreError, StoreFault
from negosim.play.timekeeper import WallTime
from negosim.play.verify import read_log
from negosim.present.scenario_cards import fault, own_file
from negosim.present.settings import Settings
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.sitting import Waiting

THIRD = seated.THIRD_VENDOR
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
MINUTE = 60_000
ASK = m.Ask(QuestionForm.OPEN)


class Game:
    """A game of its own in `folder`, its own side played by a bot through the window."""

    def __init__(self, folder: Path, *, lang: str = "en", seed: int = 1) -> None:
        self.path = folder / "game.negolog"
        self.sitting = seated.sat_down(self.path, Wishes(seed=seed))
        self.window = Window(self.sitting, dict(scenes_of_a_match()), lang=lang)
        self.player = seated.StandIn(self.sitting.match)

    @property
    def screen(self) -> Screen:
        return self.window.screen

    @property
    def events(self) -> tuple[e.Event, ...]:
        return self.sitting.match.journal.events

    def step(self) -> None:
        """A move of whoever is asked."""
        playing = self.window.playing
        if playing.waiting in (Waiting.ME, Waiting.REACT):
            move = self.player.thinks(self.sitting)
            if move is None:
                playing.let_pass()
            else:
                assert playing.send(move), self.screen.texts()[-1]
            self.screen.frame()
        else:
            self.screen.wait(1000)

    def until(self, there: Callable[[], bool]) -> None:
        for _ in range(500):
            if there():
                return
            self.step()
        raise AssertionError("the game never comes there")

    def to_talks(self) -> None:
        """To a turn of ours in the talks."""
        self.until(
            lambda: (
                self.window.playing.view.common.phase is Phase.TALKS
                and self.window.playing.waiting is Waiting.ME
            )
        )

    def to_the_end(self) -> None:
        self.until(lambda: self.sitting.outcome is not None)
        self.screen.wait(4000)


@pytest.fixture
def game(tmp_path: Path) -> Iterator[Game]:
    found = Game(tmp_path)
    yield found
    found.window.playing.close()


class Disk:
    """A disk that can be full: then nothing reaches it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._sync = os.fsync
        monkeypatch.setattr(os, "fsync", self._fsync)

    def _fsync(self, handle: int) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._sync(handle)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


# -- the disk, the log ---------------------------------------------------------------------------


def test_a_move_that_cannot_be_written_does_not_count_and_the_game_goes_on(
    game: Game, disk: Disk
) -> None:
    game.to_talks()
    kept, before = game.path.read_bytes(), game.events
    disk.full = True
    assert not game.window.playing.send(ASK)
    game.screen.frame()
    assert game.screen.shows("The game cannot be written to disk")
    assert game.screen.shows(os.strerror(errno.ENOSPC))
    game.screen.check()
    assert (game.path.read_bytes(), game.events) == (kept, before)
    disk.full = False
    assert game.window.playing.send(ASK)
    game.to_the_end()
    assert game.screen.scene.name == "debrief"
    assert read_log(game.path).finding is Finding.FINISHED


def test_a_full_disk_now_and_then_changes_nothing_of_how_a_game_goes(
    tmp_path: Path, disk: Disk
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    smooth, rough = Game(tmp_path / "a"), Game(tmp_path / "b")
    smooth.to_the_end()
    refused = 0
    for _ in range(500):
        if rough.sitting.outcome is not None:
            break
        if rough.window.playing.waiting is Waiting.OTHER:
            before = rough.events
            disk.full = True
            rough.screen.wait(1000)
            disk.full = False
            assert rough.events == before
            refused += rough.screen.shows("The game cannot be written to disk")
            rough.screen.wait(RETRY_MS)
        else:
            rough.step()
    assert refused > 5
    assert rough.events == smooth.events
    smooth.window.playing.close()
    rough.window.playing.close()


def test_what_cannot_be_written_is_not_tried_again_at_every_frame(game: Game, disk: Disk) -> None:
    game.to_talks()
    game.step()
    assert game.window.playing.waiting is Waiting.OTHER
    disk.full = True
    told: list[str] = []
    game.screen.app.toast = lambda text: told.append(text)  # type: ignore[method-assign]
    game.screen.wait(3 * RETRY_MS)
    assert 2 <= len(told) <= 4
    disk.full = False


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
@pytest.mark.parametrize("with_folder", [False, True])
def test_a_log_deleted_while_it_is_played_is_written_anew(
    tmp_path: Path, with_folder: bool
) -> None:
    (tmp_path / "games").mkdir()
    game = Game(tmp_path / "games")
    game.to_talks()
    game.path.unlink()
    if with_folder:
        game.path.parent.rmdir()
    assert game.window.playing.send(ASK)
    game.screen.frame()
    assert game.screen.shows("The file of this game had been deleted.")
    game.to_the_end()
    log = read_log(game.path)
    assert (log.finding, log.events) == (Finding.FINISHED, game.events)
    game.window.playing.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be deleted there")
def test_a_deleted_log_on_a_full_disk_is_written_anew_once_there_is_room(
    game: Game, disk: Disk
) -> None:
    game.to_talks()
    game.path.unlink()
    disk.full = True
    assert not game.window.playing.send(ASK)
    assert not game.path.exists()
    disk.full = False
    assert game.window.playing.send(ASK)
    assert read_log(game.path).events == game.events


def test_a_clock_that_runs_out_on_a_full_disk_waits_for_room(tmp_path: Path, disk: Disk) -> None:
    wall = Wall(tmp_path, "")
    journal = wall.window.sitting.match.journal
    append = journal.append

    def fails(events: tuple[e.Event, ...]) -> None:
        if disk.full:
            raise StoreError(StoreFault.CANNOT_WRITE, "game.negolog", detail="full")
        append(events)

    journal.append = fails  # type: ignore[method-assign]
    disk.full = True
    for _ in range(45):
        wall.passes(MINUTE)
    assert wall.screen.scene.name == "table"
    assert wall.screen.shows("The game cannot be written to disk")
    disk.full = False
    wall.screen.wait(2 * RETRY_MS)
    assert wall.window.playing.view.common.phase is Phase.OVER
    assert wall.screen.scene.name == "debrief"


# -- saved games --------------------------------------------------------------------------------


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def altered(data: bytes) -> bytes:
    return data.replace(b'"phase"', b'"phrase"', 1).replace(b"1", b"2", 40)


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "header cut": lambda data: data[:100],
    "altered": altered,
    "another file": lambda data: b"\x89PNG\r\n\x1a\n" + bytes(200),
    "no text": lambda data: b"\xff\xfe" * 500,
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("how", SPOILT)
@pytest.mark.parametrize("make", [shelf.running, shelf.signed])
def test_a_spoilt_save_is_listed_with_what_is_wrong_and_left_alone(
    tmp_path: Path, make: Callable[..., Path], how: str, lang: str
) -> None:
    path = make(Games(tmp_path), THIRD)
    data = SPOILT[how](path.read_bytes())
    path.write_bytes(data)
    screen = Screen(PastGamesScene, games=tmp_path, lang=lang)
    assert f"open-{path.stem}" not in screen.keys()
    saved = Games(tmp_path).list()[0]
    assert saved.problem is not None
    assert screen.shows(saved.problem.in_(lang))
    screen.check()
    title = Screen(TitleScene, games=tmp_path, lang=lang)
    assert "go_on" not in title.keys()
    assert path.read_bytes() == data


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("how", [*SPOILT, "gone"])
@pytest.mark.parametrize(("make", "door"), [(shelf.running, "open"), (shelf.signed, "replay")])
def test_a_save_spoilt_after_it_was_listed_is_told_when_it_is_opened(
    tmp_path: Path, make: Callable[..., Path], door: str, how: str, lang: str
) -> None:
    path = make(Games(tmp_path), THIRD)
    screen = Screen(PastGamesScene, games=tmp_path, lang=lang)
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(SPOILT[how](path.read_bytes()))
    screen.click(f"{door}-{path.stem}")
    assert screen.scene.name == "past_games"
    assert screen.app.has_dialog
    assert screen.shows(catalogue("lobby_scene", lang).text("start.cannot_open"))
    screen.check()
    screen.press("enter")
    assert not screen.app.has_dialog


def test_a_save_cut_in_the_middle_goes_on_from_its_last_whole_move(tmp_path: Path) -> None:
    path = shelf.running(Games(tmp_path), THIRD)
    whole = read_log(path)
    path.write_bytes(path.read_bytes()[:-40])
    screen = Screen(TitleScene, games=tmp_path)
    screen.click("go_on")
    playing = screen.scene.playing  # type: ignore[attr-defined]
    events = playing.sitting.match.journal.events
    assert events == whole.events[: len(events)]
    assert len(whole.events) - 8 < len(events) < len(whole.events)
    playing.close()


@pytest.mark.parametrize("door", ["title", "past games"])
def test_a_save_that_is_played_elsewhere_is_told(tmp_path: Path, door: str) -> None:
    games = Games(tmp_path)
    path = shelf.running(games, THIRD)
    screen = Screen(TitleScene if door == "title" else PastGamesScene, games=tmp_path)
    with games.resume(games.list()[0]):
        screen.click("go_on" if door == "title" else f"open-{path.stem}")
        assert screen.app.has_dialog
        assert screen.shows("another negosim is writing to it")
        screen.check()
        screen.press("esc")
    screen.click("go_on" if door == "title" else f"open-{path.stem}")
    assert screen.scene.name == "table"
    screen.scene.playing.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_save_that_may_not_be_read_is_listed_as_damaged(tmp_path: Path) -> None:
    path = shelf.running(Games(tmp_path), THIRD)
    path.chmod(0)
    screen = Screen(PastGamesScene, games=tmp_path)
    assert f"open-{path.stem}" not in screen.keys()
    path.chmod(0o600)


# -- leaving and coming back -----------------------------------------------------------------------


def in_preparation(game: Game) -> None:
    game.screen.frame()


def at_the_table(game: Game) -> None:
    game.to_talks()


def away(game: Game) -> None:
    game.to_talks()
    assert game.window.playing.send(m.Leave(Purpose.CONSULT))
    game.screen.frame()


def over_the_contract(game: Game) -> None:
    game.until(lambda: game.screen.scene.name == "contract")


PLACES = {
    "preparation": in_preparation,
    "table": at_the_table,
    "away": away,
    "contract": over_the_contract,
}


@pytest.mark.parametrize("way", ["window", "esc"])
@pytest.mark.parametrize("place", PLACES)
def test_closing_and_coming_back_is_exactly_there(game: Game, place: str, way: str) -> None:
    PLACES[place](game)
    screen = game.screen
    assert screen.scene.name == place
    view, events, shown = game.sitting.view(), game.events, screen.texts()
    if way == "window":
        screen.send(pygame.QUIT)
        assert not screen.app.running
    else:
        screen.app.set_home(TitleScene)
        game.window.playing.leave()
    kept = game.path.read_bytes()
    back = Screen(TitleScene, games=game.path.parent)
    back.click("go_on")
    assert back.scene.name == place
    playing = back.scene.playing  # type: ignore[attr-defined]
    assert playing.sitting.match.journal.events == events
    assert playing.view == view
    assert game.path.read_bytes() == kept
    assert back.texts() == shown
    playing.close()


def test_a_window_closed_at_the_debrief_finds_the_game_over(game: Game) -> None:
    game.to_the_end()
    game.screen.send(pygame.QUIT)
    assert [each.points for each in Games(game.path.parent).list()] != [None]
    back = Screen(PastGamesScene, games=game.path.parent)
    back.click(f"open-{game.path.stem}")
    assert back.scene.name == "debrief"


@pytest.mark.parametrize("scene", [TitleScene, PastGamesScene, SettingsScene])
def test_the_window_closes_from_where_nothing_is_played(scene: type, tmp_path: Path) -> None:
    screen = Screen(scene, games=tmp_path)
    screen.send(pygame.QUIT)
    assert not screen.app.running


# -- the clock on the wall ----------------------------------------------------------------------------


class Wall:
    """A game by the clock on the wall, which a test turns."""

    def __init__(self, folder: Path, lines: str) -> None:
        self.seconds = 0.0
        setup = solo_setup(THIRD, level=Level.GUIDED, clock=ClockKind.WALL, scripted=(Side.CLIENT,))
        sat = sitting(
            f"{OPENED}; {lines}",
            THIRD,
            folder=folder,
            setup=setup,
            timekeeper=WallTime(lambda: self.seconds),
        )
        self.window = Window(sat, dict(scenes_of_a_match()))

    @property
    def screen(self) -> Screen:
        return self.window.screen

    def passes(self, ms: int) -> None:
        self.seconds += ms / 1000
        self.screen.wait(200)


@pytest.mark.parametrize("doing", ["a dialog", "composing", "the notebook", "a list", "a break"])
def test_the_clock_runs_out_whatever_one_is_doing(tmp_path: Path, doing: str) -> None:
    wall = Wall(tmp_path, "v leave consult" if doing == "a break" else "")
    screen = wall.screen
    match doing:
        case "a dialog":
            screen.press("esc")
            assert screen.app.has_dialog
        case "composing" | "the notebook":
            screen.press("n")
            screen.click("note")
            screen.type("late ")
            if doing == "composing":
                screen.compose("kuai")
        case "a list":
            screen.press("2")
            screen.press("left")
            screen.click("edit")
    wall.passes(MINUTE)
    screen.check()
    for _ in range(45):
        wall.passes(MINUTE)
    screen.wait(4000)
    assert wall.window.playing.view.common.phase is Phase.OVER
    assert screen.scene.name == "debrief"
    assert not screen.app.has_dialog
    screen.check()


def test_a_break_that_ends_by_the_clock_keeps_the_note_half_written(tmp_path: Path) -> None:
    wall = Wall(tmp_path, "v leave consult")
    screen = wall.screen
    assert screen.scene.name == "away"
    for _ in range(5):
        wall.passes(MINUTE)
    assert screen.scene.name == "table"
    screen.check()


# -- settings --------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"[1, 2]", b'{"zoom": 40}', b"{" * 9000])
def test_a_spoilt_settings_file_is_kept_aside_and_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    screen = Screen(TitleScene, settings=Settings(path))
    assert screen.shows("settings-broken-1.json")
    assert (tmp_path / "settings-broken-1.json").read_bytes() == data
    screen.check()


def test_settings_that_cannot_be_written_hold_for_now_and_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    screen = Screen(TitleScene, settings=Settings(tmp_path / "file" / "settings.json"))
    screen.wait(6000)
    before = screen.app.settings.sound
    screen.press("s")
    assert screen.app.settings.sound is not before
    said = screen.texts()
    assert screen.shows("Sound o"), said
    assert screen.shows("could not be kept"), said
    screen.check()


# -- files dropped on the window -------------------------------------------------------------------


def _folder(path: Path) -> None:
    path.mkdir()


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def _huge(path: Path) -> None:
    path.write_bytes(b"#" * (2 << 20))


STEPS = {"title": (), "picker": ("choose",), "dialog": ("choose", "open")}
"""What is pressed on the title to come there."""


def _gone(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("make", [_folder, _binary, _huge, _gone])
@pytest.mark.parametrize("start", STEPS)
def test_a_dropped_thing_that_is_no_scenario_is_told_in_a_dialog(
    tmp_path: Path, start: str, make: Callable[[Path], None], lang: str
) -> None:
    path = tmp_path / "dropped.yaml"
    make(path)
    screen = Screen(TitleScene, lang=lang)
    for key in STEPS[start]:
        screen.click(key)
    screen.send(pygame.DROPFILE, file=str(path))
    assert screen.field("path").value == str(path)
    problem = own_file(str(path)).opened.problems[0]
    assert screen.shows(fault(problem, lang).sentence)
    screen.check()
    screen.press("esc")
    assert not screen.app.has_dialog
    assert screen.scene.name == "picker"
    screen.check()


# -- fonts and sounds ----------------------------------------------------------------------------


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(typesetter, "folder", lambda name: tmp_path / name)
    forget()
    yield
    forget()


def forget() -> None:
    typesetter._font.cache_clear()
    typesetter._characters.cache_clear()


class Shown:
    """What the real window's loop was told to say before it was closed again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Settings) -> None:
        monkeypatch.setattr(window, "NO_WINDOWS", ())
        self.told: list[str] = []
        window.run_window(
            TitleScene, self._begin, settings=settings, games=Games(tmp_path / "games")
        )
        forget()  # pygame took its fonts along

    def _begin(self, app: App) -> None:
        toast = app.toast

        def told(text: str) -> None:
            self.told.append(text)
            toast(text)

        app.toast = told  # type: ignore[method-assign]
        pygame.event.post(pygame.event.Event(pygame.QUIT))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("no_fonts")
def test_the_window_opens_without_its_fonts_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    shown = Shown(monkeypatch, tmp_path, Settings(lang=lang))
    assert shown.told == [catalogue("window", lang).text("window.fonts")]


def test_the_window_with_its_fonts_says_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert Shown(monkeypatch, tmp_path, Settings()).told == []


@pytest.mark.usefixtures("no_fonts")
def test_a_game_is_played_without_fonts(tmp_path: Path) -> None:
    game = Game(tmp_path, lang="zh")
    game.to_the_end()
    assert game.screen.scene.name == "debrief"


@pytest.mark.parametrize("what", ["device", "files"])
def test_without_a_device_or_the_files_the_first_sound_says_so_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, what: str
) -> None:
    pygame.mixer.quit()
    if what == "files":
        monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
        monkeypatch.setattr(sound, "folder", lambda name: tmp_path)
    else:
        monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    told: list[str] = []
    sounds = sound.Sound(told=told.append)
    screen = Screen(TitleScene)
    screen.app._sounds = sounds
    screen.settings.change(sound=True)
    for _ in range(3):
        screen.click("settings")
        screen.click("done")
    assert len(told) == 1
    assert told[0]
    pygame.mixer.quit()
