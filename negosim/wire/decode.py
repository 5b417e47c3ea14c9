"""From JSON to engine values: one reader a shape, put together once a process.

A reader gets JSON whose form `models` has checked and looks only at what depends on
the scenario: that ids exist, that values are options or lie on the step. Whether a
move is legal is for the engine to say.
"""

from __future__ import annotations

from functools import cache
from typing import Any, assert_never

from negosim.engine.sides import SIDES, BySide
from negosim.wire.agenda import Agenda, Measure
from negosim.wire.errors import Step, WireError, WireFault, WireProblem, json_path
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
from negosim.wire.leaves import LEAF_READERS, Misread, Reader, no_issue
from negosim.wire.shapes import Root


def read(by: Reader, data: Any, agenda: Agenda, *, within: Step | None = None) -> Any:
    """The engine value that JSON of the right form stands for; WireError where it has none.

    `within`: the key under which the data stands, for the path of an error.
    """
    try:
        return by(data, agenda, None)
    except Misread as error:
        path = json_path([*(() if within is None else (within,)), *error.steps])
        raise WireError((WireProblem(error.fault, path, error.what, error.allowed),)) from None


@cache
def root_reader(root: Root) -> Reader:
    """What reads values of a root; found again at the cost of a look-up."""
    return reader(root())


@cache
def reader(shape: Shape) -> Reader:
    """What reads values of a shape."""
    match shape:
        case Leaf():
            return LEAF_READERS[shape]
        case Choice(words):
            by_word = {str(word): word for word in words}
            return lambda word, agenda, at: by_word[word]
        case Maybe(of):
            return _maybe(reader(of))
        case Items(of):
            return _items(reader(of))
        case Row(of):
            return _row(tuple(reader(each) for each in of))
        case Sides(of):
            return _sides(reader(of))
        case PerIssue(of):
            return _per_issue(reader(of))
        case Form():
            return _form(shape)
        case OneOf(key, forms):
            return _one_of(key, {form.tag: reader(form) for form in forms})
        case _:
            assert_never(shape)


def _maybe(read_one: Reader) -> Reader:
    def maybe(data: Any, agenda: Agenda, at: Measure | None) -> Any:
        return None if data is None else read_one(data, agenda, at)

    return maybe


def _items(read_one: Reader) -> Reader:
    def items(data: list[Any], agenda: Agenda, at: Measure | None) -> tuple[Any, ...]:
        return tuple([_at(place, read_one, each, agenda, at) for place, each in enumerate(data)])

    return items


def _row(readers: tuple[Reader, ...]) -> Reader:
    def row(data: list[Any], agenda: Agenda, at: Measure | None) -> tuple[Any, ...]:
        return tuple(
            [
                _at(place, read_one, each, agenda, at)
                for place, (read_one, each) in enumerate(zip(readers, data, strict=True))
            ]
        )

    return row


def _sides(read_one: Reader) -> Reader:
    def sides(data: dict[str, Any], agenda: Agenda, at: Measure | None) -> BySide[Any]:
        return BySide(*(_at(side.word, read_one, data[side.word], agenda, at) for side in SIDES))

    return sides


def _per_issue(read_one: Reader) -> Reader:
    def per_issue(data: dict[str, Any], agenda: Agenda, at: Measure | None) -> tuple[Any, ...]:
        for id_ in data:
            if id_ not in agenda.places:
                no_issue(id_, agenda, id_)
        missing = [id_ for id_ in agenda.issues if id_ not in data]
        if missing:
            raise Misread(
                WireFault.INCOMPLETE, f"leaves out {', '.join(missing)}", "every issue once"
            )
        return tuple(
            [
                _at(id_, read_one, data[id_], agenda, measure)
                for id_, measure in zip(agenda.issues, agenda.measures, strict=True)
            ]
        )

    return per_issue


def _one_of(key: str, readers: dict[str, Reader]) -> Reader:
    def one_of(data: dict[str, Any], agenda: Agenda, at: Measure | None) -> Any:
        return readers[data[key]](data, agenda, at)

    return one_of


def _form(form: Form) -> Reader:
    parts = tuple((field.name, reader(field.shape)) for field in form.fields)
    kind, absent = form.kind, form.absent
    # The fields after which it is known under which issue the ticks that follow stand.
    names_issue = "issue" if form.under is Under.NAMED else None
    is_issue = "options" if form.under is Under.ITSELF else None

    def read_form(data: dict[str, Any], agenda: Agenda, at: Measure | None) -> Any:
        values: dict[str, Any] = dict(absent)
        for name, read_one in parts:
            if name in data:
                values[name] = _at(name, read_one, data[name], agenda, at)
            if name == names_issue:
                at = agenda.measures[values[name]]
            elif name == is_issue:
                at = _own_measure(values)
        return kind(**values)

    return read_form


def _own_measure(issue: dict[str, Any]) -> Measure:
    if issue["step"] <= 0:
        raise Misread(WireFault.OUT_OF_BOUNDS, "is not above 0", "numbers above 0", "step")
    if len(issue["options"]) == 1:
        raise Misread(WireFault.INCOMPLETE, "has 1 option", "none or at least 2", "options")
    return Measure(issue["step"], issue["options"])


def _at(step: Step, read_one: Reader, data: Any, agenda: Agenda, at: Measure | None) -> Any:
    try:
        return read_one(data, agenda, at)
    except Misread as error:
        error.steps.appendleft(step)
        raise
