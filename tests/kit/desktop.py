"""A desktop of its own without a screen: an X server in memory, a hand on mouse and keys,
and where wanted a Chinese input method. Everything it starts ends with it.

What fcitx5 needs to know stands here and nowhere else. Debian's packages: xvfb, xdotool,
dbus-daemon, dbus-bin, fcitx5, fcitx5-chinese-addons.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, TypeVar

import pygame

SCREEN_TOOLS = ("Xvfb", "xdotool")
INPUT_METHOD_TOOLS = ("dbus-daemon", "dbus-send", "fcitx5")
PINYIN = Path("/usr/share/fcitx5/inputmethod/pinyin.conf")
PATIENCE = 30.0
"""Seconds to wait for what another process does, at most: nothing is judged by time."""

PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
# The first item of a group is the one that types as the keyboard does; the second is on at once.
BEHAVIOUR = "[Behavior]\nActiveByDefault=True\n"
BUS_NAMES = ("org.fcitx.Fcitx5", "org.freedesktop.portal.Fcitx")
"""What the window's library asks for on the bus; it does not wait for it."""

OTHER_PROGRAM = """
import pygame
pygame.display.init()
pygame.display.set_mode((60, 60))
while pygame.event.wait().type != pygame.QUIT:
    pass
"""

Found = TypeVar("Found")


def lacking(*, input_method: bool = False) -> str:
    """What is not installed here, as the reason to skip a test; "" when nothing is."""
    wanted = SCREEN_TOOLS + (INPUT_METHOD_TOOLS if input_method else ())
    missing = [tool for tool in wanted if shutil.which(tool) is None]
    if input_method and not missing and not PINYIN.is_file():
        missing.append("the pinyin table of fcitx5-chinese-addons")
    return f"not installed here: {', '.join(missing)}" if missing else ""


def until(ask: Callable[[], Found | None], what: str) -> Found:
    """The first answer that is true; AssertionError naming `what` when none comes."""
    end = time.monotonic() + PATIENCE
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.03)


class Desktop:
    """Use as a context manager. `home` becomes the home folder of whatever runs on it."""

    def __init__(
        self, home: Path, *, size: tuple[int, int] = (1440, 900), input_method: bool = False
    ) -> None:
        self.home = home
        self.size = size
        self.input_method = input_method
        self.env = _environment(home)
        self._ends = ExitStack()

    def __enter__(self) -> Desktop:
        with self._ends:
            self._open_screen()
            if self.input_method:
                self._open_input_method()
            self._ends = self._ends.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ends.close()

    # -- processes -----------------------------------------------------------------------

    def run(self, *command: str, log: str, **env: str) -> subprocess.Popen[bytes]:
        """Start a program on this desktop; what it prints goes to the file `log` in the home."""
        out = self._ends.enter_context((self.home / log).open("wb"))
        return self._start(command, {**self.env, **env}, out)

    def _start(
        self, command: tuple[str, ...], env: dict[str, str], out: IO[bytes] | int, keep: int = -1
    ) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.DEVNULL if out == subprocess.PIPE else subprocess.STDOUT,
            pass_fds=(keep,) if keep >= 0 else (),
        )
        self._ends.callback(_end, process)
        return process

    def _open_screen(self) -> None:
        reading, writing = os.pipe()
        self._ends.callback(os.close, reading)
        out = self._ends.enter_context((self.home / "screen.log").open("wb"))
        width, height = self.size
        command = (
            *("Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"),
            *("-screen", "0", f"{width}x{height}x24", "-fbdir", str(self.home)),
        )
        try:
            self._start(command, dict(os.environ), out, keep=writing)
        finally:
            os.close(writing)
        number = os.read(reading, 16).decode().strip()
        assert number, (self.home / "screen.log").read_text(errors="replace")
        self.env["DISPLAY"] = f":{number}"

    def _open_input_method(self) -> None:
        folder = Path(self.env["XDG_CONFIG_HOME"]) / "fcitx5"
        folder.mkdir(parents=True)
        (folder / "profile").write_text(PROFILE, encoding="utf-8")
        (folder / "config").write_text(BEHAVIOUR, encoding="utf-8")
        bus = self._start(
            ("dbus-daemon", "--session", "--nofork", "--print-address=1"),
            self.env,
            subprocess.PIPE,
        )
        assert bus.stdout is not None
        self._ends.callback(bus.stdout.close)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.env["XMODIFIERS"] = "@im=fcitx"
        self.run("fcitx5", log="fcitx5.log")
        for name in BUS_NAMES:
            until(lambda name=name: self._is_on_bus(name), f"{name} on the bus")

    def _is_on_bus(self, name: str) -> bool:
        # Asking for the owner starts nothing, which a call to the input method itself would.
        command = (
            *("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus"),
            *("/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner", f"string:{name}"),
        )
        said = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        return "boolean true" in said.stdout

    # -- windows -------------------------------------------------------------------------

    def window_of(self, process: subprocess.Popen[bytes]) -> Window:
        """The window that a program has opened, with the keys going to it.

        SDL may replace the first window it shows by another at once, so the one that is
        meant is the one that takes the keys.
        """

        def shown() -> str:
            assert process.poll() is None, f"it ended with status {process.returncode}"
            found = self._hand("search", "--onlyvisible", "--pid", str(process.pid), check=False)
            number = found.split()[-1] if found else ""
            return number if number and self._takes_the_keys(number) else ""

        return Window(self, until(shown, "a window that takes the keys"))

    def _takes_the_keys(self, number: str) -> bool:
        command = ("xdotool", "windowfocus", "--sync", number)
        said = subprocess.run(command, env=self.env, capture_output=True, check=False)
        return said.returncode == 0

    def open_another(self) -> Window:
        """A small window of another program in the corner of the screen; it takes the keys."""
        command = (sys.executable, "-c", OTHER_PROGRAM)
        return self.window_of(self.run(*command, log="other.log", SDL_VIDEO_WINDOW_POS="0,0"))

    def _hand(self, *words: str, check: bool = True) -> str:
        """One command of xdotool; what it prints."""
        said = subprocess.run(
            ("xdotool", *words), env=self.env, capture_output=True, text=True, check=False
        )
        assert said.returncode == 0 or not check, said.stderr
        return said.stdout.strip()

    def picture(self) -> pygame.Surface:
        """What is on the screen now, read from the X server's own memory (an XWD file).

        Its alpha means nothing.
        """
        data = (self.home / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", data[:100])
        size, width, height, bits, stride = header[0], header[4], header[5], header[11], header[12]
        colours = header[19]
        assert bits == 32, f"{bits} bits a pixel"
        pixels = data[size + 12 * colours :]
        rows = b"".join(pixels[y * stride : y * stride + 4 * width] for y in range(height))
        return pygame.image.frombytes(rows, (width, height), "BGRA")


class Window:
    """A window on a desktop; places are pixels from its upper left corner."""

    def __init__(self, desktop: Desktop, number: str) -> None:
        self._desktop = desktop
        self._number = number

    @property
    def box(self) -> pygame.Rect:
        """Where it is on the screen."""
        said = self._desktop._hand("getwindowgeometry", "--shell", self._number)
        found = dict(line.split("=") for line in said.splitlines())
        return pygame.Rect(*(int(found[each]) for each in ("X", "Y", "WIDTH", "HEIGHT")))

    def click(self, x: float, y: float) -> None:
        """Move the pointer there and press its left button."""
        place = (str(round(x)), str(round(y)))
        self._desktop._hand("mousemove", "--sync", "--window", self._number, *place)
        self._desktop._hand("click", "1")

    def type(self, text: str) -> None:
        """Strike the keys of ASCII letters, one after the other."""
        self._desktop._hand("type", "--delay", "40", text)

    def key(self, name: str) -> None:
        """Strike one key, by its X name: `Tab`, `Return`, `space`, `Escape`."""
        self._desktop._hand("key", name)

    def focus(self) -> None:
        """Let the keys go to it again."""
        self._desktop._hand("windowfocus", "--sync", self._number)

    def resize(self, width: int, height: int) -> None:
        """As a person pulling its border would."""
        self._desktop._hand("windowsize", "--sync", self._number, str(width), str(height))


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the user's own desktop, settings or saved games."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SDL_", "XDG_", "LC_", "NEGOSIM_", "DBUS_"))
        and name not in ("WAYLAND_DISPLAY", "DISPLAY", "XMODIFIERS", "LANG", "LANGUAGE")
    }
    run = home / "run"
    run.mkdir(mode=0o700, exist_ok=True)
    return kept | {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(run),
        "SDL_AUDIODRIVER": "dummy",
        "PYTHONUNBUFFERED": "1",
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))),
    }


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
