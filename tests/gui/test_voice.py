"""Lines read aloud by a program of the system."""

import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from screen import Screen

from negosim.catalog import load
from negosim.engine.words import Level
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.scenes.title import TitleScene
from negosim.gui.starting import start
from negosim.gui.voice import Program, Voice
from negosim.solo.match import Wishes


class Listener:
    """A voice that writes down."""

    is_there = True

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def say(self, text: str, lang: str) -> None:
        self.said.append((lang, text))

    def hush(self) -> None:
        """Nothing sounds."""


@pytest.fixture
def scribe(tmp_path: Path) -> Callable[[str], Program]:
    """A program that writes what it hears to a file, after a while if it is told so."""

    def make(wait: str = "0") -> Program:
        script = tmp_path / "speak.py"
        script.write_text(
            "import sys, time, pathlib\n"
            "heard = sys.stdin.buffer.read()\n"
            f"time.sleep({wait})\n"
            f"out = pathlib.Path({str(tmp_path / 'heard')!r})\n"
            "out.write_bytes(sys.argv[1].encode() + b':' + heard)\n"
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        return Program(sys.executable, lambda lang: (str(script), lang))

    return make


def waited(path: Path) -> str:
    for _ in range(200):
        if path.is_file() and path.read_bytes():
            return path.read_text(encoding="utf-8")
        time.sleep(0.05)
    raise AssertionError("nothing was said")


def test_a_line_goes_to_the_program_in_its_language(
    scribe: Callable[[str], Program], tmp_path: Path
) -> None:
    voice = Voice(scribe("0"))
    voice.say("价格240万元", "zh")
    assert waited(tmp_path / "heard") == "zh:价格240万元"
    voice.hush()


def test_a_new_line_ends_the_one_before(scribe: Callable[[str], Program], tmp_path: Path) -> None:
    voice = Voice(scribe("60"))
    voice.say("the first", "en")
    voice.hush()
    assert not (tmp_path / "heard").exists()


def test_a_program_that_is_gone_is_no_fault() -> None:
    voice = Voice(Program("no-such-voice", lambda lang: ()))
    voice.say("anything", "en")
    assert not voice.is_there


def test_the_other_sides_lines_are_read_where_that_is_set(tmp_path: Path) -> None:
    screen = Screen(TitleScene, games=tmp_path)
    listener = Listener()
    screen.app.voice = listener
    for spoken in (False, True):
        screen.settings.change(voice=spoken)
        assert start(screen.app, load("first-deal"), Wishes(seed=1, level=Level.FIRST))
        screen.wait(300)
        screen.click("start")
        screen.wait(300)
        screen.click("open-talks")
        screen.wait(2000)
        playing = screen.scene.playing  # type: ignore[attr-defined]
        playing.close()
        assert bool(listener.said) is spoken
    assert all(lang == "en" for lang, _ in listener.said)
    assert any("days" in text for _, text in listener.said)


def test_the_setting_says_where_there_is_no_voice() -> None:
    screen = Screen(SettingsScene)
    assert "voice" not in screen.keys()
    assert screen.shows("This system has no voice")
    screen.app.voice = Listener()
    screen.app.refresh()
    screen.frame()
    screen.click("voice")
    assert screen.settings.voice
