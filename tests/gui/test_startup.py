"""Before the window: what is set for it, and what is said where there can be none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from negosim.cli.main import main
from negosim.gui.startup import BrokenPygame, both_installed, prepare
from negosim.language.catalogue import LANGUAGES, catalogue

SET = (
    "PYGAME_HIDE_SUPPORT_PROMPT",
    "SDL_IME_SHOW_UI",
    "SDL_WINDOWS_DPI_AWARENESS",
    "SDL_VIDEO_X11_WMCLASS",
    "SDL_FRAMEBUFFER_ACCELERATION",
)


def installed(**versions: str) -> Callable[[str], str]:
    """`metadata.version` where only these are installed."""

    def version(name: str) -> str:
        if name not in versions:
            raise metadata.PackageNotFoundError(name)
        return versions[name]

    return version


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment in which nothing is set, put back afterwards; pygame-ce alone is installed."""
    for name in (*SET, "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setattr(metadata, "version", installed(**{"pygame-ce": "2.5.8"}))
    return monkeypatch


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        ({"pygame-ce": "2.5.8"}, ""),
        ({"pygame": "2.6.1"}, ""),
        ({}, ""),
        ({"pygame": "2.6.1", "pygame-ce": "2.5.8"}, "2.5.8"),
    ],
)
def test_the_version_to_keep_is_told_only_where_both_are_installed(
    bare: pytest.MonkeyPatch, versions: dict[str, str], told: str
) -> None:
    bare.setattr(metadata, "version", installed(**versions))
    assert both_installed() == told


def test_where_both_are_installed_nothing_is_set(bare: pytest.MonkeyPatch) -> None:
    both = {"pygame": "2.6.1", "pygame-ce": "2.5.8"}
    bare.setattr(metadata, "version", installed(**both))
    with pytest.raises(BrokenPygame) as broken:
        prepare()
    assert broken.value.wanted == "2.5.8"
    assert not set(SET) & set(os.environ)


@pytest.mark.parametrize(
    ("platform", "wayland", "acceleration"),
    [("linux", "", "0"), ("linux", "wayland-0", None), ("win32", "", None), ("darwin", "", None)],
)
def test_the_input_method_is_shown_and_only_x11_paints_without_the_gpu(
    bare: pytest.MonkeyPatch, platform: str, wayland: str, acceleration: str | None
) -> None:
    bare.setattr(sys, "platform", platform)
    if wayland:
        bare.setenv("WAYLAND_DISPLAY", wayland)
    prepare()
    assert os.environ["SDL_IME_SHOW_UI"] == "1"
    assert os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] == "1"
    assert os.environ["SDL_WINDOWS_DPI_AWARENESS"] == "permonitorv2"
    assert os.environ["SDL_VIDEO_X11_WMCLASS"] == "negosim"
    assert os.environ.get("SDL_FRAMEBUFFER_ACCELERATION") == acceleration


def test_what_the_user_has_set_stays(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("SDL_IME_SHOW_UI", "0")
    prepare()
    assert os.environ["SDL_IME_SHOW_UI"] == "0"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_packages_are_told_with_the_command_that_mends_it(
    bare: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    both = {"pygame": "2.6.1", "pygame-ce": "2.5.8", "negosim": "0"}
    bare.setattr(metadata, "version", installed(**both))
    assert main(["play", "third-vendor", "--lang", lang]) == 1
    told = capsys.readouterr()
    assert "python -m pip install pygame-ce==2.5.8" in told.err
    assert catalogue("window", lang).text("start.both_pygames", version="2.5.8") in told.err
    assert told.out == ""


def played(tmp_path: Path, lang: str, **env: str) -> subprocess.CompletedProcess[str]:
    """`negosim play` where nobody has a display, left at the first prompt."""
    own = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    own = {name: value for name, value in own.items() if not name.startswith(("SDL_", "PYGAME_"))}
    home = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.run(
        [sys.executable, "-m", "negosim.cli.main", "play", "third-vendor", "--lang", lang],
        input="quit\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**own, **home, **env},
        timeout=120,
        check=False,
    )


def said_once(err: str, lang: str, key: str) -> str:
    """The reason in the one sentence of that key, which is all that was said."""
    before, after = catalogue("window", lang).text(key, why="\0").split("\0")
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert before in lines[0]
    assert lines[0].endswith(after)
    return lines[0].partition(before)[2].removesuffix(after)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="there is always a display")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_display_one_sentence_says_why_and_the_terminal_goes_on(
    tmp_path: Path, lang: str
) -> None:
    done = played(tmp_path, lang)
    assert done.returncode == 0, done.stderr
    assert said_once(done.stderr, lang, "start.no_display")
    assert catalogue("window", lang).text("window.title") not in done.stdout.splitlines()
    assert len(done.stdout.splitlines()) > 5, "the game is there, at the terminal"
    logs = list((tmp_path / "data").rglob("*.negolog"))
    assert len(logs) == 1, "and it is kept"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pygame_that_cannot_be_loaded_is_told_and_the_terminal_goes_on(
    tmp_path: Path, lang: str
) -> None:
    broken = tmp_path / "broken" / "pygame"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text(
        'raise ImportError("libSDL2-2.0.so.0: cannot open shared object file")\n', encoding="utf-8"
    )
    done = played(tmp_path, lang, PYTHONPATH=str(broken.parent))
    assert done.returncode == 0, done.stderr
    assert said_once(done.stderr, lang, "start.no_pygame") == (
        "libSDL2-2.0.so.0: cannot open shared object file"
    )
    assert len(done.stdout.splitlines()) > 5
