"""The real window on a desktop without a screen: opened by the installed command, worked by a
real mouse and real keys, Chinese typed through a real input method.

Where to press is read from the same scene held in memory at the same size. Skipped, with
what is missing, where the machine lacks the tools (tests/kit/desktop.py).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from desktop import Desktop, Window, lacking, until
from screen import Screen

from negosim.gui.app import App
from negosim.gui.scene import Scene
from negosim.gui.scenes.title import TitleScene

COMMAND = Path(sys.executable).with_name("negosim")

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(lacking()), reason=lacking() or "all is there"),
]


class Opened:
    """The window as it runs, its trace, and its twin in memory for finding places."""

    def __init__(self, desktop: Desktop) -> None:
        self.trace = desktop.home / "trace.jsonl"
        self.trace.touch()
        self.desktop = desktop
        self.process = desktop.run(str(COMMAND), log="negosim.log", NEGOSIM_TRACE=str(self.trace))
        self.window: Window = desktop.window_of(self.process)
        self.until_scene("title")
        shelf = desktop.home / "games-of-the-twin"
        self.twin = Screen(title, size=self.window.box.size, games=shelf)

    def told(self, what: str) -> list[dict[str, str]]:
        """All lines of the trace of one kind, oldest first."""
        lines = self.trace.read_text(encoding="utf-8").split("\n")[:-1]
        return [line for line in map(json.loads, lines) if line["what"] == what]

    def scenes(self) -> list[str]:
        return [line["name"] for line in self.told("scene")]

    def until_scene(self, name: str) -> None:
        until(lambda: self.scenes()[-1:] == [name], f"the scene {name} after {self.scenes()}")

    def press(self, key: str) -> None:
        """Click on the widget of that key, in the window alone."""
        x, y = self.twin.middle(key)
        unit = self.twin.app.unit()
        self.window.click(x * unit, y * unit)

    def click(self, key: str) -> None:
        """Click on the widget of that key, in the window and in its twin."""
        self.press(key)
        self.twin.click(key)

    def painted(self) -> pygame.Surface:
        """What the window shows now."""
        return self.desktop.picture().subsurface(self.window.box)

    def area(self, key: str) -> pygame.Rect:
        """The pixels of a widget, in the window as in its twin."""
        rect = self.twin.app.layers()[-1].rect_of(key)
        assert rect is not None, f"no {key!r}"
        unit = self.twin.app.unit()
        return pygame.Rect(*(round(side * unit) for side in rect))

    def differs(self, area: pygame.Rect | None = None) -> bool:
        """Whether the window shows something else than its twin, by more than a few pixels."""
        shown, twin = self.painted(), self.twin.app.surface
        if shown.get_size() != twin.get_size():
            return True
        part = area or twin.get_rect()
        return unlike(shown.subsurface(part), twin.subsurface(part)) > 0.002

    def until_painted_as_twin(self, what: str, area: pygame.Rect | None = None) -> None:
        """Wait until the window, or an area of it, shows what its twin shows there."""
        try:
            until(lambda: not self.differs(area), what)
        except AssertionError:
            pygame.image.save(self.painted().convert(24), self.desktop.home / "window.png")
            pygame.image.save(self.twin.app.surface, self.desktop.home / "twin.png")
            raise


def title(app: App) -> Scene:
    return TitleScene(app)


def unlike(one: pygame.Surface, other: pygame.Surface) -> float:
    """How much of two pictures of one size differs, of 1."""
    a, b = (pygame.image.tobytes(each, "RGB") for each in (one, other))
    return sum(abs(x - y) > 24 for x, y in zip(a, b, strict=True)) / len(a)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with Desktop(tmp_path) as desktop:
        yield Opened(desktop)


def test_the_installed_command_opens_the_title_and_paints_it(opened: Opened) -> None:
    assert opened.scenes() == ["title"]
    opened.until_painted_as_twin("the title as it is in memory")


def test_a_real_click_on_the_filled_button_begins_the_first_deal(opened: Opened) -> None:
    opened.press("first")
    until(lambda: len(opened.scenes()) > 1, "another scene than the title")
    assert opened.scenes()[-1] in ("preparation", "table")
    saved = opened.desktop.home / "data" / "negosim" / "logs"
    assert [path.name.split("-2")[0] for path in saved.iterdir()] == ["first-deal"]


def test_a_real_key_leads_on_and_escape_leads_back(opened: Opened) -> None:
    opened.twin.focus_on("choose")
    for _ in range(opened.twin.keys().index("choose") + 1):
        opened.window.key("Tab")
    opened.window.key("Return")
    opened.until_scene("picker")
    opened.window.key("Escape")
    opened.until_scene("title")


def test_a_window_pulled_larger_is_painted_anew_in_its_new_size(opened: Opened) -> None:
    opened.window.resize(1024, 768)
    opened.twin.resize((1024, 768))
    opened.until_painted_as_twin("the title at 1024 by 768")


def test_leaving_ends_the_command_without_a_fault(opened: Opened) -> None:
    opened.press("quit")
    until(lambda: opened.process.poll() is not None, "the end of the command")
    assert opened.process.returncode == 0
    assert "Traceback" not in (opened.desktop.home / "negosim.log").read_text(encoding="utf-8")


needs_input_method = pytest.mark.skipif(
    bool(lacking(input_method=True)), reason=lacking(input_method=True) or "all is there"
)


@pytest.fixture
def composing(tmp_path: Path) -> Iterator[Opened]:
    """A window with `tanpan` struck in a text field, still being composed."""
    with Desktop(tmp_path, input_method=True) as desktop:
        opened = Opened(desktop)
        opened.click("choose")
        opened.until_scene("picker")
        opened.click("open")
        opened.click("path")
        opened.until_painted_as_twin("the dialog with its field")
        opened.window.type("tanpan")
        opened.twin.compose("tan pan")
        opened.until_painted_as_twin("what is being composed, in its place", opened.area("path"))
        assert opened.told("text") == []
        yield opened


@needs_input_method
def test_chinese_typed_through_a_real_input_method_arrives_in_the_field(
    composing: Opened,
) -> None:
    field = composing.area("path")
    below = field.move(0, field.height)
    until(lambda: composing.differs(below), "the list to choose from, below the field")
    composing.window.key("space")
    until(lambda: composing.told("text"), "the composed text")
    assert composing.told("text") == [{"what": "text", "text": "谈判"}]
    composing.twin.type("谈判")
    composing.until_painted_as_twin("the text in the field and no list")


@needs_input_method
def test_what_is_being_composed_when_the_focus_goes_is_not_lost(composing: Opened) -> None:
    composing.desktop.open_another()
    composing.twin.type("tan pan")
    composing.until_painted_as_twin("the letters in the field, no longer underlined")
    composing.window.focus()
    composing.window.type("x")
    composing.window.key("Return")
    composing.twin.type("x")
    composing.until_painted_as_twin("one letter more, and no letter twice")


def test_without_a_display_the_command_says_why_and_the_terminal_goes_on(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    said = subprocess.run(
        (str(COMMAND),), env=env, input="", capture_output=True, text=True, timeout=60, check=False
    )
    assert said.returncode == 0
    assert "the game goes on in the terminal" in said.stderr
    assert "Traceback" not in said.stderr
