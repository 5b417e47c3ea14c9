"""From engine values to JSON: one writer a shape, put together once a process.

Writers trust what they get, for the engine made it, but let no character out that
the reader would refuse. The same value always gives the same JSON, keys in the
order of the record's fields. Nothing is checked and pydantic is not needed here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, assert_never

from negosim.engine.issue import Text, has_bit
from negosim.engine.sides import SIDES
from negosim.engine.yardstick import Yardstick
from negosim.wire.agenda import Agenda, Measure, Value, number
from negosim.wire.jsontext import Json, JsonObject
from negosim.wire.kinds import (
    Choice,
    Form,
    Items,
    Leaf,
    Maybe,
    OneOf,
    PerIssue,
    Row,
    Shape,
    Sides,
    Under,
)
from negosim.wire.messages import Grid
from negosim.wire.shapes import GRID, Root
from negosim.wire.words import clean_text, clean_words

Writer = Callable[[Any, Agenda, Measure | None], Any]
"""Value, the scenario's public facts, the issue it stands under -> JSON."""

_SIDE_WORDS = tuple(side.word for side in SIDES)


@cache
def root_writer(root: Root) -> Writer:
    """What writes values of a root; found again at the cost of a look-up."""
    return writer(root())


@cache
def writer(shape: Shape) -> Writer:
    """What writes values of a shape. It raises only for values the engine cannot make."""
    match shape:
        case Leaf():
            return _LEAVES[shape]
        case Choice():
            return _write_choice
        case Maybe(of):
            return _maybe(writer(of))
        case Items(of):
            return _items(writer(of))
        case Row(of):
            return _row(tuple(writer(each) for each in of))
        case Sides(of):
            return _sides(writer(of))
        case PerIssue(of):
            return _per_issue(writer(of))
        case Form():
            return _form(shape)
        case OneOf(_, forms):
            return _one_of({form.kind: writer(form) for form in forms})
        case _:
            assert_never(shape)


# -- leaves ----------------------------------------------------------------------


def _as_it_is(value: Any, agenda: Agenda, at: Measure | None) -> Any:
    return value


def _write_words(text: str, agenda: Agenda, at: Measure | None) -> str:
    return clean_words(text)


def _write_text(text: Text, agenda: Agenda, at: Measure | None) -> JsonObject:
    return {language: clean_text(words) for language, words in text.by_language}


def _write_choice(word: Any, agenda: Agenda, at: Measure | None) -> str:
    return str.__str__(word)


def _write_terms(
    terms: tuple[int | None, ...], agenda: Agenda, at: Measure | None
) -> dict[str, Value] | None:
    if not terms:
        return None
    return {
        issue: measure.value(tick)
        for issue, measure, tick in zip(agenda.issues, agenda.measures, terms, strict=True)
        if tick is not None
    }


def _write_issues(places: tuple[int, ...], agenda: Agenda, at: Measure | None) -> list[str]:
    ids = agenda.issues
    return [ids[place] for place in places]


def _write_issue_set(issues: int, agenda: Agenda, at: Measure | None) -> list[str]:
    return sorted(id_ for place, id_ in enumerate(agenda.issues) if has_bit(issues, place))


def _write_levels(levels: tuple[int, ...], agenda: Agenda, at: Measure | None) -> list[Value]:
    measure = _under(at)
    return list(levels) if measure.rungs else [measure.value(tick) for tick in levels]


def _write_grid(yards: tuple[Yardstick, ...], agenda: Agenda, at: Measure | None) -> Any:
    grids = tuple(
        Grid(
            weight=yard.weight,
            thresholds=tuple(yard.sign * gain * measure.step / 2 for gain in yard.thresholds),
            levels=yard.by_option,
            nearest=yard.nearest,
        )
        for yard, measure in zip(yards, agenda.measures, strict=True)
    )
    return writer(GRID)(grids, agenda, at)


def _under(at: Measure | None) -> Measure:
    if at is None:  # a shape with ticks outside any issue: a mistake in `shapes`
        raise TypeError("a tick stands under no issue")
    return at


_LEAVES: dict[Leaf, Writer] = {
    Leaf.FLAG: _as_it_is,
    Leaf.COUNT: _as_it_is,
    Leaf.AMOUNT: lambda amount, agenda, at: number(amount),
    Leaf.WORDS: _write_words,
    Leaf.TEXT: _write_text,
    Leaf.SIDE: lambda side, agenda, at: _SIDE_WORDS[side],
    Leaf.ISSUE: lambda place, agenda, at: agenda.issues[place],
    Leaf.BENEFIT: lambda place, agenda, at: agenda.benefits[place],
    Leaf.ISSUES: _write_issues,
    Leaf.ORDER: _write_issues,
    Leaf.ISSUE_SET: _write_issue_set,
    Leaf.BENEFITS: lambda places, agenda, at: [agenda.benefits[place] for place in places],
    Leaf.TERMS: _write_terms,
    Leaf.TICK: lambda tick, agenda, at: _under(at).value(tick),
    Leaf.SIZE: lambda ticks, agenda, at: _under(at).size(ticks),
    Leaf.DIRECTION: _as_it_is,
    Leaf.LEVELS: _write_levels,
    Leaf.GRID: _write_grid,
}


# -- what has parts ----------------------------------------------------------------


def _maybe(write: Writer) -> Writer:
    def maybe(value: Any, agenda: Agenda, at: Measure | None) -> Json:
        return None if value is None else write(value, agenda, at)

    return maybe


def _items(write: Writer) -> Writer:
    def items(values: tuple[Any, ...], agenda: Agenda, at: Measure | None) -> list[Json]:
        return [write(value, agenda, at) for value in values]

    return items


def _row(writers: tuple[Writer, ...]) -> Writer:
    def row(values: tuple[Any, ...], agenda: Agenda, at: Measure | None) -> list[Json]:
        return [write(value, agenda, at) for write, value in zip(writers, values, strict=True)]

    return row


def _sides(write: Writer) -> Writer:
    def sides(pair: Any, agenda: Agenda, at: Measure | None) -> JsonObject:
        return {side.word: write(pair[side], agenda, at) for side in SIDES}

    return sides


def _per_issue(write: Writer) -> Writer:
    def per_issue(values: tuple[Any, ...], agenda: Agenda, at: Measure | None) -> JsonObject:
        return {
            issue: write(value, agenda, measure)
            for issue, measure, value in zip(agenda.issues, agenda.measures, values, strict=True)
        }

    return per_issue


def _one_of(writers: dict[type[Any], Writer]) -> Writer:
    def one_of(value: Any, agenda: Agenda, at: Measure | None) -> Any:
        return writers[type(value)](value, agenda, at)

    return one_of


def _form(form: Form) -> Writer:
    head = {form.key: form.tag} if form.key else {}
    # Most fields are plain flags and counts, which stand in JSON as they are.
    parts = tuple(
        (field.name, None if write is _as_it_is else write)
        for field in form.fields
        for write in (writer(field.shape),)
    )
    under = form.under

    def write_form(value: Any, agenda: Agenda, at: Measure | None) -> JsonObject:
        if under is Under.NAMED:
            at = agenda.measures[value.issue]
        elif under is Under.ITSELF:
            at = Measure(value.step, value.options)
        out: JsonObject = dict(head)
        for name, write in parts:
            part = getattr(value, name)
            out[name] = part if write is None else write(part, agenda, at)
        return out

    return write_form
