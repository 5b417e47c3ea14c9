"""Values of issues: from what a file writes to ticks, and back again."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from negosim.catalog.codes import Code, Said
from negosim.catalog.problems import did_you_mean, one_of, quoted
from negosim.catalog.reading import At
from negosim.catalog.singles import described, range_words
from negosim.engine.issue import Issue


def decimal_text(number: Fraction) -> str:
    """The shortest decimal notation of a number that has one: `248`, `0.5`."""
    if number.denominator == 1:
        return str(number.numerator)
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    return format(decimal.normalize(), "f")


def as_number(number: Fraction) -> int | float:
    """The same number for JSON; exact for whatever the door lets in (15 digits)."""
    if number.denominator == 1:
        return number.numerator
    return float(decimal_text(number))


def written(issue: Issue, tick: int) -> int | float | str:
    """A tick as a file writes it: an amount, or the option's number or id."""
    if not issue.is_ladder:
        return as_number(issue.value(tick))
    option = issue.options[tick]
    return option.id if option.number is None else as_number(option.number)


def shown(issue: Issue, tick: int) -> str:
    """The same as plain text."""
    return issue.options[tick].id if issue.is_ladder else decimal_text(issue.value(tick))


def tick_of(issue: Issue, at: At) -> int | None:
    """The tick that is written there; None after noting why it is none."""
    if not at:
        return None
    return _option(issue, at) if issue.is_ladder else _amount(issue, at)


def on_step(step: Fraction, at: At) -> int | None:
    """How many steps an amount is, None after noting that it is off the step."""
    number = at.number()
    if number is None:
        return None
    ticks = number / step
    if ticks.denominator == 1:
        return ticks.numerator
    below = floor(ticks)
    low, high = decimal_text(below * step), decimal_text((below + 1) * step)
    near = Said(f"{low} or {high}", f"{low} 或 {high}")
    found = decimal_text(number)
    at.report(Code.OFF_STEP, found=found, step=decimal_text(step), near=near)
    return None


def _amount(issue: Issue, at: At) -> int | None:
    if at.number() is None:
        if at.node is not None:
            allowed = Said("a number (the issue has no options)", "数字（这个议题没有选项）")
            at.report(Code.WRONG_TYPE, found=described(at.node), allowed=allowed)
        return None
    tick = on_step(issue.step, at)
    if tick is not None and not issue.allows(tick):
        allowed = range_words(shown(issue, issue.lowest), shown(issue, issue.highest))
        at.report(Code.OUTSIDE_RANGE, found=shown(issue, tick), allowed=allowed)
        return None
    return tick


def _option(issue: Issue, at: At) -> int | None:
    number, word = at.number(), at.word()
    id_ = decimal_text(number) if number is not None else word or ""
    place = issue.option_tick(id_)
    if place is None:
        known = tuple(option.id for option in issue.options)
        hint = did_you_mean(id_, known)
        at.report(Code.NOT_AN_OPTION, found=quoted(id_), allowed=one_of(known), hint=hint)
    return place
