"""Every command of the README runs. The two that set up from nothing are `long`."""

import os
import re
import runpy
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"```console\n(.*?)```", README, flags=re.DOTALL)
    for line in block.strip().splitlines()
]
NEGOSIM = [command for command in COMMANDS if command.startswith("negosim ")]
START = [command for command in COMMANDS if not command.startswith("negosim ")]
WITHOUT_DISPLAY = {
    **{
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    },
    "PYTHONUTF8": "1",
}
"""On a machine with a screen a window would open and wait for its user."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the commands before would have left: two finished logs, a new scenario."""
    folder = tmp_path_factory.mktemp("desk")
    for name, seed in (("falcons", "1"), ("herons", "2")):
        run(folder, f"negosim demo third-vendor --seed {seed} --log {name}.negolog")
    run(folder, "negosim new tower.yaml")
    return folder


def run(folder: Path, command: str, keys: str = "") -> subprocess.CompletedProcess[str]:
    words = command.split()
    assert words[0] == "negosim"
    done = subprocess.run(
        [sys.executable, "-m", "negosim", *words[1:]],
        cwd=folder,
        input=keys,
        capture_output=True,
        text=True,
        timeout=120,
        encoding="utf-8",
        env={**WITHOUT_DISPLAY, "HOME": str(folder), "XDG_DATA_HOME": str(folder)},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.mark.parametrize("command", NEGOSIM)
def test_a_command_of_the_readme_runs(command: str, desk: Path, tmp_path: Path) -> None:
    if " play " in command and "--log" in command:
        # a game of its own: the folder's log of that name is a finished one
        run(tmp_path, command)
    elif command.startswith("negosim new"):
        run(tmp_path, command)
    else:
        done = run(desk, command)
        assert done.stdout


def test_the_readme_shows_a_picture_that_is_there() -> None:
    for path in re.findall(r"\]\((docs/[^)]+)\)", README):
        assert (ROOT / path).is_file(), path


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_pictures_show_todays_program(lang: str) -> None:
    """After a change of looks: `python docs/pictures/make.py`."""
    folder = ROOT / "docs" / "pictures"
    make = runpy.run_path(str(folder / "make.py"))
    drawn = make["picture"](lang, make["LINES"][lang])
    assert drawn == (folder / f"table-{lang}.svg").read_text(encoding="utf-8")


def test_the_readme_has_exactly_the_two_commands_that_set_up() -> None:
    assert START == ["python3 start.py", "python3 start.py test"]


def checkout(folder: Path) -> Path:
    """A copy of the files git tracks, as a fresh clone has them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.mark.long
def test_the_first_command_sets_up_and_starts_the_game_in_a_fresh_checkout(tmp_path: Path) -> None:
    fresh = checkout(tmp_path / "fresh")
    done = subprocess.run(
        [sys.executable, "start.py"],
        cwd=fresh,
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        env={**WITHOUT_DISPLAY, "XDG_DATA_HOME": str(tmp_path / "data")},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "third" in done.stdout.lower() or "第三" in done.stdout


@pytest.mark.long
def test_an_installed_copy_works_from_any_folder(tmp_path: Path) -> None:
    fresh = checkout(tmp_path / "fresh")
    home = tmp_path / "env"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    subprocess.run([python, "-m", "pip", "install", "-q", str(fresh)], check=True, timeout=900)
    shutil.rmtree(fresh)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for command in (["check", "third-vendor", "course-grid"], ["demo", "--seed", "1"]):
        done = subprocess.run(
            [python, "-m", "negosim", *command],
            cwd=elsewhere,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
