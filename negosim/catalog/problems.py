"""A fault of a scenario file as a value, and the error that carries them all.

Nothing here finds faults; `structure` and the readers do, into a `Findings`.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Protocol, TypeAlias

from negosim.catalog.codes import Code, Said, Severity
from negosim.catalog.sentences import SENTENCES
from negosim.engine.errors import NegosimError
from negosim.engine.record import record

Filling: TypeAlias = str | Said
"""What fills a place of a sentence: the same in every language, or one for each."""

_LONGEST_QUOTE = 60


@record(frozen=True, slots=True)
class Problem:
    """One fault. `line` and `column` count from 1; both are 0 where there is no text.

    `path` leads to the value (`issues.price.vendor.rank`, `rivals[0].terms`); it is
    empty when the whole file is at fault.
    """

    file: str
    line: int
    column: int
    path: str
    code: Code
    fillings: tuple[tuple[str, Filling], ...] = ()

    @property
    def severity(self) -> Severity:
        return self.code.severity

    @property
    def message(self) -> str:
        """What is wrong, then what is allowed, in English."""
        return self.message_in("en")

    def message_in(self, language: str) -> str:
        """The same in `zh`; any other language gets English."""
        filled = {
            name: filling.in_(language) if isinstance(filling, Said) else filling
            for name, filling in self.fillings
        }
        return SENTENCES[self.code].in_(language).format_map(filled)

    def sentence(self, language: str = "en") -> str:
        """`FILE:LINE:COLUMN: path: what is wrong; what is allowed`."""
        place = f"{self.file}:{self.line}:{self.column}: " if self.line else f"{self.file}: "
        path = f"{self.path}: " if self.path else ""
        warns = self.severity is Severity.WARNING
        kind = Said("warning: ", "提醒：").in_(language) if warns else ""
        return f"{place}{path}{kind}{self.message_in(language)}"

    def __str__(self) -> str:
        return self.sentence()

    def as_json(self) -> dict[str, str | int]:
        """The shape of `negosim check --json`. Source: cli.md."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "path": self.path,
            "code": self.code.value,
            "severity": self.severity.value,
            "message": self.message,
        }


class ScenarioError(NegosimError):
    """A scenario that does not load. `problems` holds every fault found, warnings too."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Placed(Protocol):
    """Anything that stands somewhere in a text."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@record(frozen=True, slots=True)
class Spot:
    """A place in a text; 0:0 is no place."""

    line: int = 0
    column: int = 0


class Findings:
    """Collects the problems of one file while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Problem] = []

    def add(self, code: Code, at: Placed, *, path: str = "", **fillings: Filling) -> None:
        """Note a fault; `fillings` are the places of the code's sentence."""
        self._found.append(
            Problem(self.file, at.line, at.column, path, code, tuple(sorted(fillings.items())))
        )

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self._found)

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of the text."""
        return tuple(sorted(self._found, key=lambda found: (found.line, found.column, found.path)))


def quoted(text: str) -> str:
    """A piece of a file fit to be shown: short, on one line, nothing invisible."""
    shown = "".join(
        char if char.isprintable() else f"\\x{ord(char):02x}" for char in text[:_LONGEST_QUOTE]
    )
    return shown + "…" if len(text) > _LONGEST_QUOTE else shown


def under(path: str, key: str | int) -> str:
    """The path of a value inside the one at `path`: `.key` or `[0]`, fit to be shown."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{quoted(key)}" if path else quoted(key)


def one_of(words: tuple[str, ...]) -> Said:
    """The words that may stand there."""
    listed = ", ".join(words)
    return Said(f"allowed: {listed}", f"可用：{listed}") if words else Said("none", "没有")


def did_you_mean(word: str, known: tuple[str, ...]) -> Said:
    """The nearest known word as an afterthought, or nothing."""
    near = get_close_matches(word[:_LONGEST_QUOTE].lower(), known, n=1, cutoff=0.6)
    if not near:
        return Said("", "")
    return Said(f". Did you mean `{near[0]}`?", f"。是不是 `{near[0]}`？")
