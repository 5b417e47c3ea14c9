"""A line of JSON for each thing that happens in the window, for tests from outside it.

On only where NEGOSIM_TRACE names a file; a file that cannot be written is an error at the
start. Of a match nothing goes here but what the player types.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from negosim.engine.errors import NegosimError

TRACE = "NEGOSIM_TRACE"

Trace = Callable[..., None]
"""Called as `trace(what, **data)`; `data` is JSON."""


class CannotTrace(NegosimError):
    """The file that NEGOSIM_TRACE names cannot be written."""


def tracer() -> Trace | None:
    """What appends to the file that NEGOSIM_TRACE names; None where it names none.

    Each line is `{"what": ..., **data}` and is on disk before the call returns.
    """
    path = os.environ.get(TRACE)
    return _to(Path(path)) if path else None


def _to(path: Path) -> Trace:
    def write(what: str, **data: object) -> None:
        line = json.dumps({"what": what, **data}, ensure_ascii=False)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    try:
        path.touch()
    except OSError as error:
        raise CannotTrace(f"{TRACE}: {error}") from None
    return write
