"""The form on the wire of every engine type, derived from the type itself.

`encode`, `decode` and `models` read shapes and nothing else, so that a new field of an
engine record travels, is checked and stands in the schema without a line written
here. What an annotation cannot say (which bare ints are ticks) is said once, in
`MEANINGS`. No JSON is touched here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from negosim.engine.events import Event
from negosim.engine.issue import Issue, Text
from negosim.engine.moves import Move, PlannedStep
from negosim.engine.own import Brief, Own
from negosim.engine.scenario import Member, Pressure, Rival
from negosim.engine.sides import BySide, Side
from negosim.engine.view import SeatEvent
from negosim.engine.yardstick import Marks
from negosim.wire.kinds import (
    Choice,
    Field,
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
from negosim.wire.messages import Grid, Message, View

MARKED: Mapping[str, Shape] = MappingProxyType(
    {
        "issue": Leaf.ISSUE,
        "benefit": Leaf.BENEFIT,
        "issues": Leaf.ISSUES,
        "benefits": Leaf.BENEFITS,
        "order": Leaf.ORDER,
        "issue_set": Leaf.ISSUE_SET,
        "terms": Leaf.TERMS,
        "steps": PerIssue(Items(Leaf.SIZE)),
    }
)
"""The engine's own marks on its annotations (engine/issue.py)."""

MEANINGS: Mapping[tuple[type[Any], str], Shape] = MappingProxyType(
    {
        (PlannedStep, "size"): Leaf.SIZE,
        (Marks, "quote"): Leaf.TICK,
        (Marks, "target"): Leaf.TICK,
        (Marks, "floor"): Leaf.TICK,
        (Issue, "toward_vendor"): Leaf.DIRECTION,
        (Issue, "lowest"): Leaf.TICK,
        (Issue, "highest"): Leaf.TICK,
        (Issue, "levels"): Maybe(Leaf.LEVELS),
        (Own, "floors"): PerIssue(Leaf.TICK),
        (Own, "authority"): PerIssue(Leaf.TICK),
        (Rival, "terms"): PerIssue(Leaf.TICK),
        (Member, "issues"): Leaf.ISSUES,
        (Pressure, "issue"): Leaf.ISSUE,
        (Brief, "yardsticks"): Leaf.GRID,
    }
)
"""What the bare ints of these fields mean; every other bare int is a count."""

PER_ISSUE = frozenset({(Brief, "marks"), (Own, "plan")})
"""Tuples with one entry an issue, in agenda order, whose entries are not bare ints."""

WORKED_OUT: Mapping[tuple[type[Any], str], object] = MappingProxyType({(Brief, "worth_scale"): 1})
"""Fields that do not travel, with what holds their place until the reader of the
record has worked them out from the others."""


@cache
def shape_of(kind: Any) -> Shape:
    """The shape of an engine type; TypeError for one the wire has no form for."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and is_dataclass(kind):
        return _form(kind)
    return _derived(kind)


def moves() -> OneOf:
    """What a seat may send."""
    return _union(Move)


def events() -> OneOf:
    """What a log is made of."""
    return _union(Event)


def messages() -> OneOf:
    """What a program at a seat is sent."""
    return _union(Message)


def seat_events() -> Form:
    """An entry of one seat's stream."""
    return form_of(SeatEvent)


def views() -> Form:
    """What a seat knows now, its brief apart."""
    return form_of(View)


def briefs() -> Form:
    """What a seat knows when it sits down."""
    return form_of(Brief)


Root = Callable[[], Shape]
"""One of the six functions above: a shape that travels by itself.

What is made from a root is kept by the root itself, whose hash costs nothing; that
of a shape walks through all its parts.
"""


def form_of(kind: Any) -> Form:
    """The form of a record; TypeError for what is not one."""
    shape = shape_of(kind)
    if not isinstance(shape, Form):
        raise TypeError(f"{kind} is not a record")
    return shape


def tag_of(kind: type[Any]) -> str:
    """A class's name as messages spell it: `OfferMade` is `offer_made`.

    A message's own word is left off: `BriefMessage` is `brief`.
    """
    return re.sub(r"(?<=.)(?=[A-Z])", "_", kind.__name__.removesuffix("Message")).lower()


_PLAIN: Mapping[Any, Shape] = MappingProxyType(
    {
        bool: Leaf.FLAG,
        int: Leaf.COUNT,
        str: Leaf.WORDS,
        Fraction: Leaf.AMOUNT,
        Text: Leaf.TEXT,
        Side: Leaf.SIDE,
    }
)


def _derived(hint: Any) -> Shape:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return MARKED[hint.__metadata__[0]]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(hint)
    if origin in (Union, UnionType):
        rest = [each for each in args if each is not NoneType]
        if len(rest) < len(args):
            return Maybe(shape_of(Union[tuple(rest)]))  # noqa: UP007 - of a list
        return _union(hint)
    if origin is BySide:
        return Sides(shape_of(args[0]))
    if origin is tuple:
        if args[-1] is Ellipsis:
            return Items(shape_of(args[0]))
        return Row(tuple(shape_of(each) for each in args))
    raise TypeError(f"no form on the wire for {hint}")


@cache
def _union(kinds: Any) -> OneOf:
    forms = tuple(form_of(kind) for kind in get_args(kinds))
    return OneOf(forms[0].key, forms)


def _form(kind: type[Any]) -> Form:
    hints = get_type_hints(kind, include_extras=True)
    parts = tuple(
        Field(
            name=field.name,
            shape=_field_shape(kind, field.name, hints[field.name]),
            needed=field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(kind)
        if (kind, field.name) not in WORKED_OUT
    )
    key = _TAG_KEYS.get(kind, "")
    absent = tuple((name, place) for (owner, name), place in WORKED_OUT.items() if owner is kind)
    return Form(kind, parts, key, tag_of(kind) if key else "", _under(kind, parts), absent)


def _field_shape(kind: type[Any], name: str, hint: Any) -> Shape:
    stated = MEANINGS.get((kind, name))
    if stated is not None:
        return stated
    shape = shape_of(hint)
    if (kind, name) in PER_ISSUE and isinstance(shape, Items):
        return PerIssue(shape.of)
    return shape


def _under(kind: type[Any], parts: tuple[Field, ...]) -> Under:
    if kind is Issue:
        return Under.ITSELF
    if any(part.name == "issue" and part.shape is Leaf.ISSUE for part in parts):
        return Under.NAMED
    return Under.OUTSIDE


_TAG_KEYS: Mapping[type[Any], str] = MappingProxyType(
    dict.fromkeys(get_args(Move), "move")
    | dict.fromkeys(get_args(Event), "event")
    | dict.fromkeys(get_args(Message), "type")
)
"""Which key carries the tag of a record that needs one."""

GRID: Shape = PerIssue(shape_of(Grid))
"""How `Leaf.GRID` looks as JSON."""
