"""What the wire refuses with: one error that lists every fault of a message.

A fault says what is wrong, where (a JSON path) and what is allowed, and repeats
nothing of the sender's text at length. Nothing here knows a shape or a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from negosim.engine.errors import NegosimError
from negosim.engine.record import record


class WireFault(StrEnum):
    """What is wrong with a piece of JSON; stable words."""

    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    WRONG_VERSION = "wrong_version"
    UNKNOWN_TAG = "unknown_tag"
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    WRONG_TYPE = "wrong_type"
    UNKNOWN_WORD = "unknown_word"
    BAD_CHARACTER = "bad_character"
    OUT_OF_BOUNDS = "out_of_bounds"
    UNKNOWN_ISSUE = "unknown_issue"
    UNKNOWN_BENEFIT = "unknown_benefit"
    NOT_A_VALUE = "not_a_value"
    REPEATED = "repeated"
    INCOMPLETE = "incomplete"


@record(frozen=True, slots=True)
class WireProblem:
    """One fault. `path` is a JSON path from the root `$`; `allowed` may be empty."""

    fault: WireFault
    path: str
    what: str
    allowed: str = ""

    def __str__(self) -> str:
        allowed = f"; allowed: {self.allowed}" if self.allowed else ""
        return f"{self.path}: {self.what}{allowed}"


class WireError(NegosimError):
    """Bytes or JSON that are not what was asked for; `problems` holds at least one."""

    def __init__(self, problems: Sequence[WireProblem]) -> None:
        super().__init__(" | ".join(str(problem) for problem in problems))
        self.problems = tuple(problems)

    @property
    def code(self) -> WireFault:
        """The fault of the first problem."""
        return self.problems[0].fault


def wire_error(fault: WireFault, what: str, *, path: str = "$", allowed: str = "") -> WireError:
    """An error of a single problem."""
    return WireError((WireProblem(fault, path, what, allowed),))


Step = str | int
"""A key of an object or a place in an array."""


def json_path(steps: Sequence[Step]) -> str:
    """`$.lines[0].terms.price`; keys that are not plain words are quoted and cut."""
    out = "$"
    for step in steps:
        if isinstance(step, int):
            out += f"[{step}]"
        elif step.isascii() and step.replace("-", "_").isidentifier() and len(step) <= 40:
            out += f".{step}"
        else:
            out += f"[{quoted(step)}]"
    return out


def quoted(text: str) -> str:
    """A stranger's word, escaped to ASCII and cut to 40 characters, fit for any screen."""
    return ascii(text if len(text) <= 40 else text[:40] + "...")
