"""The form of every message as pydantic models, made from shapes the first time one is used.

Here a message is checked for all that does not depend on the scenario: keys, types,
words, bounds, lengths, characters. The JSON Schema for bot writers comes from the
same models. Only this module imports pydantic; whoever only writes never needs it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import cache, reduce
from operator import or_
from types import MappingProxyType
from typing import Annotated, Any, Literal, assert_never

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from negosim.engine.sides import SIDES
from negosim.wire.agenda import EMPTY
from negosim.wire.encode import writer
from negosim.wire.errors import Step, WireError, WireFault, WireProblem, json_path
from negosim.wire.jsontext import JsonObject
from negosim.wire.kinds import Choice, Form, Items, Leaf, Maybe, OneOf, PerIssue, Row, Shape, Sides
from negosim.wire.shapes import GRID, Root, messages, moves
from negosim.wire.words import MOST_TEXT, MOST_WORDS, strange_in_text, strange_in_words

MOST_ITEMS = 1000
"""Entries of an array or object."""
MOST_PROBLEMS = 20
"""Faults told at once; a hostile line can have thousands."""
MOST_NUMBER = 10**15
"""No number is larger: up to here every whole number is one float."""

_STRICT = ConfigDict(extra="forbid", strict=True)


def check(root: Root, data: object) -> None:
    """Nothing when `data` has the form of the root, else WireError with what is wrong."""
    try:
        _adapter(root).validate_python(data)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)[:MOST_PROBLEMS]
        raise WireError(tuple(_problem(root(), each) for each in details)) from None


def schema(name: str) -> JsonObject:
    """The JSON Schema (draft 2020-12) of what a program sends or is sent.

    `moves`: a line to negosim; `views`: a line from negosim. KeyError for another name.
    """
    root: Root = {"moves": moves, "views": messages}[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"negosim {name}",
    } | _adapter(root).json_schema()


# -- from shapes to pydantic ---------------------------------------------------------


@cache
def _adapter(root: Root) -> TypeAdapter[Any]:
    return TypeAdapter(_annotation(root()))


@cache
def _annotation(shape: Shape) -> Any:
    match shape:
        case Leaf.GRID:
            return _annotation(GRID)
        case Leaf():
            return Annotated[_LEAVES[shape], Field(description=shape.value)]
        case Choice(words):
            return _one_word(words)
        case Maybe(of):
            return _annotation(of) | None
        case Items(of):
            return Annotated[list[_annotation(of)], Field(max_length=MOST_ITEMS)]  # type: ignore[misc]
        case Row(of):
            return _row(tuple(_annotation(each) for each in of))
        case Sides(of):
            pair: dict[str, Any] = {side.word: (_annotation(of), ...) for side in SIDES}
            return create_model(f"BySide{_name(of)}", __config__=_STRICT, **pair)
        case PerIssue(of):
            return Annotated[dict[_Id, _annotation(of)], _BY_ISSUE]  # type: ignore[misc]
        case Form():
            return _model(shape)
        case OneOf(key, forms):
            kinds: Any = reduce(or_, (_model(form) for form in forms))
            return Annotated[kinds, Field(discriminator=key)]
        case _:
            assert_never(shape)


@cache
def _model(form: Form) -> type[BaseModel]:
    parts: dict[str, Any] = {form.key: (Literal[form.tag], ...)} if form.key else {}
    defaults = {field.name: field.default for field in fields(form.kind)}
    for part in form.fields:
        default = ... if part.needed else writer(part.shape)(defaults[part.name], EMPTY, None)
        parts[part.name] = (_annotation(part.shape), default)
    return create_model(form.kind.__name__, __config__=_STRICT, __doc__=form.kind.__doc__, **parts)


def _row(parts: Any) -> Any:
    # Not strict: a strict tuple would refuse the lists that JSON has.
    return Annotated[tuple[parts], Field(strict=False)]


def _one_word(words: type[StrEnum]) -> Any:
    return Annotated[Literal[tuple(str(word) for word in words)], Field(title=words.__name__)]


def _name(shape: Shape) -> str:
    match shape:
        case Leaf():
            return shape.name.capitalize()
        case Choice(words):
            return words.__name__
        case Form(kind):
            return str(kind.__name__)
        case Maybe(of) | Items(of) | Sides(of) | PerIssue(of):
            return type(shape).__name__ + _name(of)
        case Row(of):
            return "Row" + "".join(_name(each) for each in of)
        case OneOf(key, _):
            return key.capitalize()
        case _:
            assert_never(shape)


def _line(text: str) -> str:
    return _without(strange_in_words(text), text)


def _text(text: str) -> str:
    return _without(strange_in_text(text), text)


def _without(strange: str | None, text: str) -> str:
    if strange is None:
        return text
    raise PydanticCustomError("strange", "strange", {"code": f"U+{ord(strange):04X}"})


def _value(value: Any) -> Any:
    if isinstance(value, str):
        if len(value) > MOST_WORDS:
            raise PydanticCustomError("string_too_long", "", {"max_length": MOST_WORDS})
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PydanticCustomError("value_type", "")
    if not -MOST_NUMBER <= value <= MOST_NUMBER:  # NaN too
        raise PydanticCustomError("number_size", "")
    return value


_Id = Annotated[str, Field(max_length=MOST_WORDS)]
_Ids = Annotated[list[_Id], Field(max_length=MOST_ITEMS)]
_Value = Annotated[Any, PlainValidator(_value), WithJsonSchema({"type": ["number", "string"]})]
_Number = Annotated[float, Field(ge=-MOST_NUMBER, le=MOST_NUMBER, allow_inf_nan=False)]
_Words = Annotated[str, Field(max_length=MOST_WORDS), AfterValidator(_line)]
_Text = Annotated[str, Field(max_length=MOST_TEXT), AfterValidator(_text)]
_BY_ISSUE = Field(max_length=MOST_ITEMS, description="an entry for every issue")

_LEAVES: Mapping[Leaf, Any] = MappingProxyType(
    {
        Leaf.FLAG: bool,
        Leaf.COUNT: Annotated[int, Field(ge=-MOST_NUMBER, le=MOST_NUMBER)],
        Leaf.AMOUNT: _Number,
        Leaf.WORDS: _Words,
        Leaf.TEXT: Annotated[dict[_Words, _Text], Field(max_length=MOST_ITEMS)],
        Leaf.SIDE: Literal[tuple(side.word for side in SIDES)],
        Leaf.ISSUE: _Id,
        Leaf.BENEFIT: _Id,
        Leaf.ISSUES: _Ids,
        Leaf.ORDER: _Ids,
        Leaf.ISSUE_SET: _Ids,
        Leaf.BENEFITS: _Ids,
        Leaf.TERMS: Annotated[dict[_Id, _Value], Field(max_length=MOST_ITEMS)] | None,
        Leaf.TICK: _Value,
        Leaf.SIZE: _Number,
        Leaf.DIRECTION: Literal[1, -1],
        Leaf.LEVELS: Annotated[list[_Value], Field(max_length=MOST_ITEMS)],
    }
)


# -- from pydantic's errors to ours ----------------------------------------------------

_FAULTS: Mapping[str, tuple[WireFault, str, str]] = MappingProxyType(
    {
        "missing": (WireFault.MISSING_KEY, "is missing", ""),
        "extra_forbidden": (WireFault.UNKNOWN_KEY, "is not a key here", ""),
        "union_tag_not_found": (WireFault.MISSING_KEY, "is missing", "a word"),
        "union_tag_invalid": (WireFault.UNKNOWN_TAG, "is of no kind known here", "{expected_tags}"),
        "literal_error": (WireFault.UNKNOWN_WORD, "is not a word known here", "{expected}"),
        "string_type": (WireFault.WRONG_TYPE, "is not text", "text"),
        "string_unicode": (WireFault.BAD_CHARACTER, "is not Unicode", "whole characters"),
        "string_too_long": (WireFault.TOO_LONG, "is too long", "{max_length} characters"),
        "strange": (
            WireFault.BAD_CHARACTER,
            "holds the character {code}",
            "text without control and direction marks",
        ),
        "int_type": (WireFault.WRONG_TYPE, "is not a whole number", "a whole number"),
        "float_type": (WireFault.WRONG_TYPE, "is not a number", "a number"),
        "finite_number": (WireFault.OUT_OF_BOUNDS, "is not finite", "a finite number"),
        "greater_than_equal": (WireFault.OUT_OF_BOUNDS, "is too small", "{ge} and more"),
        "less_than_equal": (WireFault.OUT_OF_BOUNDS, "is too large", "up to {le}"),
        "bool_type": (WireFault.WRONG_TYPE, "is neither true nor false", "true, false"),
        "list_type": (WireFault.WRONG_TYPE, "is not an array", "an array"),
        "tuple_type": (WireFault.WRONG_TYPE, "is not an array", "an array"),
        "dict_type": (WireFault.WRONG_TYPE, "is not an object", "an object"),
        "model_type": (WireFault.WRONG_TYPE, "is not an object", "an object"),
        "model_attributes_type": (WireFault.WRONG_TYPE, "is not an object", "an object"),
        "too_long": (WireFault.TOO_LONG, "has too many entries", "{max_length}"),
        "value_type": (WireFault.WRONG_TYPE, "is not a value", "a number, or an option's id"),
        "number_size": (WireFault.OUT_OF_BOUNDS, "is too large", "numbers up to 10^15"),
    }
)
"""pydantic's words for a fault -> ours: the fault, what is wrong, what is allowed."""
_OTHER = (WireFault.WRONG_TYPE, "is not what stands here", "what the schema says")
"""For words of a pydantic to come: a door says no, it does not fall over."""


def _problem(shape: Shape, details: ErrorDetails) -> WireProblem:
    fault, what, allowed = _FAULTS.get(details["type"], _OTHER)
    steps, at = _walk(shape, details["loc"])
    context = details.get("ctx", {})
    if fault is WireFault.UNKNOWN_KEY and isinstance(at, Form):
        allowed = ", ".join(([at.key] if at.key else []) + [field.name for field in at.fields])
    if isinstance(at, OneOf) and details["type"].startswith("union_tag"):
        steps.append(at.key)
    return WireProblem(fault, json_path(steps), what.format(**context), allowed.format(**context))


def _walk(shape: Shape, location: Sequence[Step]) -> tuple[list[Step], Shape]:
    """pydantic's location as steps of the JSON, and the innermost form on the way.

    pydantic adds the tag of a union and a mark behind a key; neither is in the JSON.
    """
    steps: list[Step] = []
    inner = shape
    for step in location:
        while isinstance(shape, Maybe):
            shape = shape.of
        if shape is Leaf.GRID:
            shape = GRID
        match shape:
            case OneOf(_, forms):
                shape = inner = next(form for form in forms if form.tag == step)
                continue
            case Form(_, parts):
                inner = shape
                shape = next((part.shape for part in parts if part.name == step), Leaf.FLAG)
            case Items(of) | Sides(of) | PerIssue(of):
                shape = of
            case Row(of):
                shape = of[step] if isinstance(step, int) and step < len(of) else Leaf.FLAG
        if step != "[key]":
            steps.append(step)
    return steps, inner
