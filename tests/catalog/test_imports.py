"""Opening a scenario costs no more than it must: nothing heavy is imported for it."""

from __future__ import annotations

import subprocess
import sys


def test_the_door_imports_neither_arrays_nor_models_nor_a_terminal() -> None:
    code = (
        "import sys, negosim.catalog as catalog;"
        "catalog.load('third-vendor');"
        "print(sorted({'numpy', 'pydantic', 'rich', 'sqlite3'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
