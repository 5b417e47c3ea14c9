"""The window without a display: events handed in, a clock of our own, labels measured."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from negosim.gui.app import App
from negosim.gui.painter import PaintedLabel, Painter
from negosim.gui.scene import Scene
from negosim.gui.widgets.text_field import TextField
from negosim.present.settings import Settings
from negosim.solo.games import Games

SIZES = [
    ((1280, 720), 1.0),
    ((1366, 768), 1.0),
    ((1920, 1080), 1.0),
    ((1024, 768), 1.0),
    ((1280, 720), 1.5),
]
"""What issue 3 asks each scene to hold: pixels and zoom."""

KEYS = {
    "enter": pygame.K_RETURN,
    "space": pygame.K_SPACE,
    "esc": pygame.K_ESCAPE,
    "tab": pygame.K_TAB,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "up": pygame.K_UP,
    "down": pygame.K_DOWN,
    "pageup": pygame.K_PAGEUP,
    "pagedown": pygame.K_PAGEDOWN,
    "home": pygame.K_HOME,
    "end": pygame.K_END,
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
}
FRAME_MS = 16


class Screen:
    """A scene on a surface in memory. Every input is followed by a frame."""

    def __init__(
        self,
        scene: Callable[[App], Scene],
        *,
        size: tuple[int, int] = (1280, 720),
        lang: str = "en",
        zoom: float = 1.0,
        calm: bool = True,
        games: Path | None = None,
        settings: Settings | None = None,
    ) -> None:
        """`games`: the folder of saved games; without one the shelf is empty and goes with the test."""
        self.settings = settings or Settings()
        self.settings.change(lang=lang, zoom=zoom, calm=calm, sound=False)
        self.traced: list[tuple[str, dict[str, object]]] = []
        if games is None:
            games = Path(tempfile.mkdtemp(prefix="negosim-"))
            weakref.finalize(self, shutil.rmtree, games, ignore_errors=True)
        shelf = Games(games)
        self.app = App(
            pygame.Surface(size, depth=32),
            settings=self.settings,
            games=shelf,
            trace=lambda what, **data: self.traced.append((what, data)),
        )
        self.now = 0
        self.app.go(scene(self.app))
        self.frame()

    # -- input -------------------------------------------------------------------------

    def frame(self) -> None:
        """A frame's time passes and what changed is painted."""
        self.now += FRAME_MS
        self.app.frame(self.now)

    def wait(self, ms: int) -> None:
        """Time passes, frame by frame of a tenth of a second."""
        end = self.now + ms
        while self.now < end:
            self.now = min(end, self.now + 100)
            self.app.frame(self.now)

    def press(self, name: str, *, shift: bool = False, ctrl: bool = False) -> None:
        """A key goes down: `tab`, `enter`, `1`, `h`."""
        key = KEYS.get(name) or ord(name)
        mod = (pygame.KMOD_SHIFT if shift else 0) | (pygame.KMOD_CTRL if ctrl else 0)
        self.send(pygame.KEYDOWN, key=key, mod=mod, unicode="", scancode=0)

    def type(self, text: str) -> None:
        """The input method hands over text."""
        self.send(pygame.TEXTINPUT, text=text)

    def compose(self, text: str) -> None:
        """The input method shows what is being composed."""
        self.send(pygame.TEXTEDITING, text=text, start=0, length=len(text))

    def click(self, key: str) -> None:
        """Press the middle of the widget of that key, after scrolling it into view."""
        x, y = self.middle(key)
        self.click_at(x, y)

    def click_at(self, x: float, y: float) -> None:
        """A click at logical units."""
        u = self.app.unit()
        pos = (round(x * u), round(y * u))
        self.send(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))
        self.send(pygame.MOUSEBUTTONDOWN, pos=pos, button=1)
        self.send(pygame.MOUSEBUTTONUP, pos=pos, button=1)

    def hover(self, key: str) -> None:
        x, y = self.middle(key)
        u = self.app.unit()
        pos = (round(x * u), round(y * u))
        self.send(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0))

    def wheel(self, by: int) -> None:
        """The wheel at where the pointer was last."""
        self.send(pygame.MOUSEWHEEL, x=0, y=by)

    def send(self, kind: int, **data: object) -> None:
        self.app.handle(pygame.event.Event(kind, data))
        self.frame()

    def focus_on(self, key: str) -> None:
        """Tab until the widget of that key has the focus; AssertionError if it never gets it.

        Nothing is painted on the way.
        """
        seen: list[str] = []
        for _ in range(len(self.keys()) + 2):
            if self.focus == key:
                break
            tab = {"key": pygame.K_TAB, "mod": 0, "unicode": "", "scancode": 0}
            self.app.handle(pygame.event.Event(pygame.KEYDOWN, tab))
            seen.append(self.focus)
        else:
            raise AssertionError(f"Tab never reaches {key!r}; it goes {seen}")
        self.frame()

    def resize(self, size: tuple[int, int]) -> None:
        self.app.resize(pygame.Surface(size, depth=32))
        self.frame()

    # -- what is there -------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        return self.app.scene

    @property
    def focus(self) -> str:
        return self.app.layers()[-1].ui.focused

    def keys(self) -> list[str]:
        """The keys of all that can have the focus, in the order of Tab."""
        return [each.key for each in self.app.layers()[-1].stops()]

    def able(self) -> list[str]:
        """The keys of what can have the focus and is allowed now."""
        stops = self.app.layers()[-1].stops()
        return [each.key for each in stops if not getattr(each, "why_not", "")]

    def middle(self, key: str) -> tuple[float, float]:
        """The middle of a widget in logical units, scrolled into view if need be."""
        layer = self.app.layers()[-1]
        found = layer.find(key)
        assert found is not None, f"no {key!r} among {self.keys()}"
        if not layer.visible(found).contains(found.rect):
            layer.reveal(found)
        return found.rect.centerx, found.rect.centery

    def labels(self) -> list[PaintedLabel]:
        """Every line of text on the screen with its box in pixels."""
        painter = Painter(self.app.surface, self.app.typesetter)
        painter.labels = []
        self.app.paint(painter)
        return painter.labels

    def texts(self) -> list[str]:
        """All lines that can be seen, dialogs included."""
        return [each.text for each in self.labels() if each.box.colliderect(each.clip)]

    def shows(self, text: str) -> bool:
        """Whether the text stands anywhere on the screen, line breaks aside."""
        return _plain(text) in _plain("".join(self.texts()))

    # -- judged --------------------------------------------------------------------------

    def check(self, *, shortened: bool = False) -> None:
        """No text cut off, outside, or on another; the focus can be seen.

        `shortened` lets an ellipsis pass, for names of hostile length. What is scrolled
        out of sight is not judged.
        """
        whole = self.app.surface.get_rect()
        shown = [each for each in self.labels() if each.box.colliderect(each.clip)]
        faults = []
        for each in shown:
            if each.cut and not shortened:
                faults.append(f"cut short: {each.text!r}")
            if each.box.left < whole.left - 1 or each.box.right > whole.right + 1:
                faults.append(f"outside the window: {each.text!r} {each.box}")
            if each.clip == whole and not whole.contains(each.box):
                faults.append(f"outside the window: {each.text!r} {each.box}")
            if each.box.left < each.clip.left - 1 or each.box.right > each.clip.right + 1:
                faults.append(f"cut off at a side: {each.text!r} {each.box} in {each.clip}")
        for at, one in enumerate(shown):
            for other in shown[at + 1 :]:
                if one.layer != other.layer:
                    continue
                both = one.box.clip(one.clip).clip(other.box.clip(other.clip))
                if both.width > 2 and both.height > 2:
                    faults.append(f"overlap: {one.text!r} {one.box} and {other.text!r} {other.box}")
        focused = self.app.layers()[-1].focused()
        if focused is not None and self.app.by_keys:
            layer = self.app.layers()[-1]
            seen = layer.visible(focused).clip(focused.rect)
            if seen.h < min(focused.rect.h, 24) - 1 or seen.w < min(focused.rect.w, 24) - 1:
                faults.append(f"the focus is on {focused.key!r}, which cannot be seen")
        assert not faults, "\n".join(faults)

    def walk_focus(self) -> list[str]:
        """Tab once round, judging the screen at every stop; the keys in order."""
        order: list[str] = []
        for _ in range(len(self.keys())):
            self.press("tab")
            order.append(self.focus)
            self.check()
        return order

    def field(self, key: str) -> TextField:
        """The text field of that key."""
        found = next(each for each in self.app.layers()[-1].stops() if each.key == key)
        assert isinstance(found, TextField)
        return found

    def save(self, path: str | Path) -> None:
        """A PNG of what is on the screen."""
        self.app.paint()
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.app.surface, str(path))


def _plain(text: str) -> str:
    return "".join(text.split())
