"""What both sides know about an issue: its name, and the values that may be named.

Values are *ticks*: whole numbers of the issue's step on a numeric issue, the
option's place (0 = best for the vendor) on a ladder. No side's marks live here,
so what is legal to name can never depend on them (architecture.md law 3).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from negosim.engine.record import record

NUMERIC_CEILING = 10**9
"""The largest amount that may be named without a `range` (scenario-format.md)."""

# What the engine means by a bare int or tuple. The wire reads these marks to turn
# places into ids and ticks into values; the engine itself sees ints and tuples.
IssueNo = Annotated[int, "issue"]
"""An issue's place in the agenda, 0-based."""
BenefitNo = Annotated[int, "benefit"]
"""A benefit's place in the scenario's list, 0-based."""
Order = Annotated[tuple[int, ...], "order"]
"""Issues from the most to the least important."""
IssueNos = Annotated[tuple[int, ...], "issues"]
BenefitNos = Annotated[tuple[int, ...], "benefits"]
Terms = Annotated[tuple[int | None, ...], "terms"]
"""One tick an issue, None where nothing is said."""
IssueSet = Annotated[int, "issue_set"]
"""A set of issues as bits: bit i is issue i."""
Steps = Annotated[tuple[tuple[int, ...], ...], "steps"]
"""For each issue the sizes of concessions in ticks, oldest first."""


@record(frozen=True, slots=True)
class Text:
    """Words in one or more languages; a text under `""` serves every language."""

    by_language: tuple[tuple[str, str], ...] = ()

    def in_(self, language: str) -> str:
        """The text in `language`, else the one for all, else the first there is."""
        first = ""
        for code, words in self.by_language:
            if code == language or code == "":
                return words
            first = first or words
        return first


@record(frozen=True, slots=True)
class Option:
    """A rung of a ladder. `number` is set where the file wrote a number."""

    id: str
    text: Text
    number: Fraction | None = None


@record(frozen=True, slots=True)
class Issue:
    """`toward_vendor` is +1 where a higher tick is better for the vendor, else -1.

    `lowest..highest` are the ticks that may be named at all. `levels` are public
    settlement levels of the vendor (R6): on a ladder one level an option, on a
    numeric issue the five ticks for levels 5..1; None: levels follow the marks.
    """

    id: str
    name: Text
    unit: Text | None
    step: Fraction
    options: tuple[Option, ...]
    toward_vendor: int
    lowest: int
    highest: int
    ranged: bool = False
    levels: tuple[int, ...] | None = None

    @property
    def is_ladder(self) -> bool:
        return bool(self.options)

    def value(self, tick: int) -> Fraction:
        """The amount of a tick on a numeric issue, in the issue's unit."""
        return tick * self.step

    def tick(self, value: Fraction) -> int | None:
        """The tick of an amount, None when it is not on the step."""
        ticks = value / self.step
        return ticks.numerator if ticks.denominator == 1 else None

    def option_tick(self, id_: str) -> int | None:
        """The place of an option on its ladder, None when there is none of that id."""
        for place, option in enumerate(self.options):
            if option.id == id_:
                return place
        return None

    def allows(self, tick: int) -> bool:
        return self.lowest <= tick <= self.highest


def no_terms(count: int) -> tuple[int | None, ...]:
    """Terms over `count` issues that say nothing."""
    return (None,) * count


def says_something(terms: Terms) -> bool:
    """Whether terms name any issue."""
    return terms.count(None) < len(terms)


def has_bit(issues: int, issue: int) -> bool:
    """Whether an issue belongs to an `IssueSet`."""
    return bool(issues >> issue & 1)


def bits(issues: tuple[int, ...]) -> int:
    """The `IssueSet` of some issues."""
    out = 0
    for issue in issues:
        out |= 1 << issue
    return out
