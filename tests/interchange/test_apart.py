"""NegMAS is an extra: everything can be imported, and says what is missing, without it."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import negosim

ROOT = Path(negosim.__file__).parent
WITHOUT = "import sys; sys.modules['negmas'] = None\n"
"""Whoever imports it after that gets the error of a module that is not there."""


def python(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT + program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONUTF8": "1", "LANG": "en_GB.UTF-8"},
    )


def test_every_module_can_be_imported_without_it() -> None:
    names = [
        module.name
        for module in pkgutil.walk_packages([str(ROOT)], "negosim.")
        if not module.name.endswith("__main__")
    ]
    assert "negosim.interchange.sao" in names
    done = python(
        f"from importlib import import_module\nfor name in {names!r}: import_module(name)"
    )
    assert done.returncode == 0, done.stderr


def test_two_modules_alone_know_of_it_and_load_it_when_they_are_called() -> None:
    knowing = set()
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        at_once = {id(node) for node in tree.body}
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(name.partition(".")[0] == "negmas" for name in names):
                knowing.add(path.relative_to(ROOT).as_posix())
                assert id(node) not in at_once, path
    assert knowing == {"interchange/domain.py", "interchange/sao.py"}


@pytest.mark.parametrize(
    ("module", "arguments"),
    [("negmas_seat", ["third-vendor"]), ("export", ["third-vendor", "nowhere-yet"])],
)
@pytest.mark.parametrize(
    ("lang", "said"), [("en", "NegMAS is not installed here"), ("zh", "这里没有装NegMAS")]
)
def test_a_command_says_how_to_get_it(
    module: str, arguments: list[str], lang: str, said: str
) -> None:
    words = [*arguments, "--lang", lang]
    done = python(f"from negosim.interchange import {module}\nsys.exit({module}.main({words!r}))")
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert "pip install 'negosim[negmas]'" in done.stderr
    assert not Path("nowhere-yet").exists()
