"""The layers and imports of architecture.md law 6, checked in the test run."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "negosim").rglob("*.py"))


def test_arrows_point_down_and_the_engine_is_pure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], ["numpy", "pydantic", "rich", "pygame", "starlette", "yaml"]),
        (["check", "third-vendor"], ["numpy", "pydantic", "pygame", "starlette", "rich"]),
    ],
)
def test_a_quick_command_loads_only_what_it_uses(arguments: list[str], unwanted: list[str]) -> None:
    program = (
        "import sys\n"
        "from negosim.cli.main import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        f"print([name for name in {unwanted!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_lives_in_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), f"{path.name} has no header"


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "common_utils", "helpers", "base", "manager", "misc"}
    assert [path for path in MODULES if path.stem in drawers] == []


def test_the_repository_names_no_machine_path() -> None:
    listed = subprocess.run(
        ["git", "grep", "-nIE", r"(^|[^.\w])/(work|farm|root|home)/[a-z.]", "--", "."],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [line for line in listed.stdout.splitlines() if "test_layers.py" not in line]
    assert found == []
