"""The kinds of which the shape of a file is made, as plain data.

`format1` writes the format down in them; `structure` checks a file against that and
`schema` turns it into JSON Schema, so that the three cannot drift apart.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TypeAlias

from negosim.catalog.codes import Code, Said
from negosim.engine.record import record


@record(frozen=True, slots=True)
class Words:
    """A text for people: a string, or a mapping by language."""

    most: int = 20_000


@record(frozen=True, slots=True)
class Name:
    """A name programs use. `pattern` is matched whole, in at most `most` characters."""

    pattern: re.Pattern[str]
    most: int
    said: Said

    def fits(self, text: str) -> bool:
        return len(text) <= self.most and self.pattern.fullmatch(text) is not None


@record(frozen=True, slots=True)
class Choice:
    """One of a few words; `code` is what another word is called.

    `besides` are other forms allowed there, named in messages only.
    """

    words: tuple[str, ...]
    code: Code = Code.NOT_ALLOWED
    besides: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Number:
    """A decimal number, both ends included, of at most so many decimals."""

    least: Fraction
    most: Fraction
    decimals: int = 0
    above_least: bool = False


@record(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@record(frozen=True, slots=True)
class Time:
    """Elapsed time: "m:ss", or seconds."""


@record(frozen=True, slots=True)
class Value:
    """A value of some issue: a number or an option's name. Which, the readers check."""


@record(frozen=True, slots=True)
class Rows:
    """A list of things of one kind."""

    of: Shape
    least: int
    most: int


@record(frozen=True, slots=True)
class Field:
    """One key of a mapping. `about` is for people: schema and templates show it.

    `example` is what could be written after the key, as YAML on one line.
    """

    key: str
    shape: Shape
    about: Said
    required: bool = False
    example: str = ""


@record(frozen=True, slots=True)
class Fields:
    """A mapping with known keys. `alone`: exactly one of them is set.

    `unknown` is what another key is called.
    """

    fields: tuple[Field, ...]
    unknown: Code = Code.UNKNOWN_KEY
    alone: bool = False

    def keys(self) -> tuple[str, ...]:
        return tuple(field.key for field in self.fields)


@record(frozen=True, slots=True)
class Table:
    """A mapping whose keys the file chooses: issue ids, or whole numbers of days."""

    of: Shape
    keys: Name | Number
    least: int
    most: int


@record(frozen=True, slots=True)
class ByForm:
    """What stands there is told by its form: a single value, or a mapping."""

    single: Shape
    mapping: Shape


@record(frozen=True, slots=True)
class ByKey:
    """A mapping of one shape when it has `key`, of another when it has not."""

    key: str
    having: Fields
    lacking: Fields


Shape: TypeAlias = (
    Words | Name | Choice | Number | Flag | Time | Value | Rows | Fields | Table | ByForm | ByKey
)
