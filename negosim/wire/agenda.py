"""The public facts of a scenario that give wire values their meaning.

Ids of issues and benefits against their places, and a `Measure` for each issue:
ticks against the numbers and option names that files and messages use. Nothing of
either side's marks is known here.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.engine.issue import Issue, Option
from negosim.engine.scenario import Benefit

Value = int | float | str
"""A value as messages name it: a number, or the id of an option that has none."""


def number(amount: Fraction) -> int | float:
    """The JSON number that writes an amount: an int where it is whole."""
    return amount.numerator if amount.denominator == 1 else float(amount)


class Measure:
    """Turns the ticks of one issue into values and back.

    A tick's value is its amount in the issue's unit, or on a ladder the option's
    number, or its id where the file wrote no number. Numbers are matched by how a
    tick is written, so reading gives back the tick that was written as long as two
    neighbouring ticks are different floats (up to 2^53 ticks).
    """

    __slots__ = ("_places", "_rungs", "step", "whole")

    def __init__(self, step: Fraction, options: tuple[Option, ...]) -> None:
        self.step = step
        self.whole = step.numerator if step.denominator == 1 else 0
        self._rungs: tuple[Value, ...] = tuple(
            option.id if option.number is None else number(option.number) for option in options
        )
        self._places = {rung: place for place, rung in enumerate(self._rungs)}

    @property
    def rungs(self) -> int:
        """How many options a ladder has; 0 on a numeric issue."""
        return len(self._rungs)

    def value(self, tick: int) -> Value:
        """The value of a tick; IndexError for a place a ladder does not have."""
        if self._rungs:
            return self._rungs[tick]
        return self.size(tick)

    def tick(self, value: Value) -> int | None:
        """The tick of a value, None for what is not an option or not on the step."""
        if self._rungs:
            return self._places.get(value)
        return None if isinstance(value, str) else self._ticks(value)

    def size(self, ticks: int) -> int | float:
        """The length of some ticks: in the issue's unit, in rungs on a ladder."""
        if self._rungs:
            return ticks
        return ticks * self.whole if self.whole else number(ticks * self.step)

    def size_ticks(self, size: int | float) -> int | None:
        """The ticks of a length, None when it is not a whole number of them."""
        if self._rungs:
            return int(size) if size == int(size) else None
        return self._ticks(size)

    def allowed(self) -> str:
        """What may be named, in words for an error message."""
        if self._rungs:
            return ", ".join(_quoted(rung) for rung in self._rungs)
        return f"whole multiples of {number(self.step)}"

    def _ticks(self, amount: int | float) -> int | None:
        if self.whole and isinstance(amount, int):
            ticks, rest = divmod(amount, self.whole)
            return None if rest else ticks
        ticks = round(Fraction(amount) / self.step)
        return ticks if self.size(ticks) == amount else None


class Agenda:
    """Issues and benefits of a scenario by place and by id, in agenda order."""

    __slots__ = ("benefits", "issues", "measures", "places", "rewards")

    def __init__(self, issues: tuple[Issue, ...], benefits: tuple[Benefit, ...]) -> None:
        self.issues = tuple(issue.id for issue in issues)
        self.measures = tuple(Measure(issue.step, issue.options) for issue in issues)
        self.places = {issue: place for place, issue in enumerate(self.issues)}
        self.benefits = tuple(benefit.id for benefit in benefits)
        self.rewards = {benefit: place for place, benefit in enumerate(self.benefits)}


EMPTY = Agenda((), ())


def _quoted(rung: Value) -> str:
    return f'"{rung}"' if isinstance(rung, str) else str(rung)
