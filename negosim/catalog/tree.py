"""What a scenario file holds before anyone knows what it means: scalars, sequences
and mappings, each with its place in the text. Both doors (YAML text, a mapping from
JSON) end in these nodes; nothing about negotiations belongs here.
"""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from negosim.engine.record import record

DEEPEST = 20
MOST_NODES = 50_000

_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_LONGEST_NUMBER = 40
_LONGEST_ODD = 80
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_FLAGS = {
    spelling: value
    for word, value in (
        ("yes", True),
        ("no", False),
        ("on", True),
        ("off", False),
        ("true", True),
        ("false", False),
    )
    for spelling in (word, word.capitalize(), word.upper())
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?")
# What YAML 1.1 or 1.2 reads as a number though it is not written in plain decimals:
# exponents, hexadecimal, octal, binary, grouped digits, base 60, infinity.
_ODD = re.compile(
    r"[-+]?(?:0[xX][0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9][0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9]+)?|\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)


class Kind(Enum):
    """What a scalar is. DATE and ODD are what YAML may take for something else."""

    STRING = "string"
    NUMBER = "number"
    FLAG = "flag"
    NOTHING = "nothing"
    DATE = "date"
    ODD = "odd"


@record(frozen=True, slots=True)
class Scalar:
    """A single value as it is written; `number` is exact and set for numbers only."""

    line: int
    column: int
    kind: Kind
    text: str
    number: Fraction | None = None

    @property
    def truth(self) -> bool:
        """The value of a flag."""
        return _FLAGS[self.text]


@record(frozen=True, slots=True)
class Sequence:
    """Values in a row."""

    line: int
    column: int
    items: tuple[Node, ...]


@record(frozen=True, slots=True)
class Mapping:
    """Values under keys, in the order of the text, no key twice."""

    line: int
    column: int
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        for scalar, node in self.entries:
            if scalar.text == key:
                return node
        return None


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(text: str, line: int, column: int) -> Scalar:
    """A scalar written without quotes; numbers are read as decimals from their text."""
    if text in _NOTHING:
        return Scalar(line, column, Kind.NOTHING, text)
    if text in _FLAGS:
        return Scalar(line, column, Kind.FLAG, text)
    if len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text):
        return Scalar(line, column, Kind.NUMBER, text, Fraction(text))
    if len(text) <= _LONGEST_ODD:
        if _DATE.fullmatch(text):
            return Scalar(line, column, Kind.DATE, text)
        if _ODD.fullmatch(text):
            return Scalar(line, column, Kind.ODD, text)
    return Scalar(line, column, Kind.STRING, text)
