"""The vocabulary of shapes: what a value can look like as JSON.

`shapes` derives one from every engine type; `encode`, `decode` and `models` each
take one apart with a single `match`. No engine type and no JSON is known here.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Any

from negosim.engine.record import record


class Leaf(Enum):
    """Shapes without parts. Ids and values mean something for one scenario only."""

    FLAG = "true or false"
    COUNT = "whole number"
    AMOUNT = "number"
    WORDS = "one line of text"
    TEXT = "text by language"
    SIDE = "vendor or client"
    ISSUE = "id of an issue"
    BENEFIT = "id of a benefit"
    ISSUES = "ids of issues, in the order meant"
    ORDER = "ids of all issues, the most important first"
    ISSUE_SET = "ids of issues, sorted"
    BENEFITS = "ids of benefits"
    TERMS = "a value for each issue named; null: nothing is said"
    TICK = "a value of the issue it stands under"
    SIZE = "a length on the issue it stands under: in its unit, or in rungs of its ladder"
    DIRECTION = "1 where higher ticks are better for the vendor, else -1"
    LEVELS = "a ladder's levels by option, or the five values that reach levels 5 to 1"
    GRID = "how a side's points follow from a value, by issue"


@record(frozen=True, slots=True)
class Choice:
    """One word of an enum."""

    words: type[StrEnum]


@record(frozen=True, slots=True)
class Maybe:
    """The shape, or null."""

    of: Shape


@record(frozen=True, slots=True)
class Items:
    """An array of any length."""

    of: Shape


@record(frozen=True, slots=True)
class Row:
    """An array with one shape a place."""

    of: tuple[Shape, ...]


@record(frozen=True, slots=True)
class Sides:
    """An object with `vendor` and `client`."""

    of: Shape


@record(frozen=True, slots=True)
class PerIssue:
    """An object with every issue's id. What is inside stands under that issue."""

    of: Shape


class Under(Enum):
    """Which issue gives ticks inside a form their meaning."""

    OUTSIDE = "the one that the form stands under"
    NAMED = "the one that its field `issue` names"
    ITSELF = "the issue that the form is"


@record(frozen=True, slots=True)
class Field:
    """`needed`: the engine has no default for it."""

    name: str
    shape: Shape
    needed: bool


@record(frozen=True, slots=True)
class Form:
    """An object with the fields of an engine record, after its tag where it has one.

    `absent`: fields that do not travel, and what holds their place (`WORKED_OUT`).
    """

    kind: type[Any]
    fields: tuple[Field, ...]
    key: str
    tag: str
    under: Under
    absent: tuple[tuple[str, object], ...] = ()

    def part(self, name: str) -> Shape:
        """The shape of a field; StopIteration for one that does not travel."""
        return next(field.shape for field in self.fields if field.name == name)


@record(frozen=True, slots=True)
class OneOf:
    """An object whose tag says which form it has."""

    key: str
    forms: tuple[Form, ...]


Shape = Leaf | Choice | Maybe | Items | Row | Sides | PerIssue | Form | OneOf
