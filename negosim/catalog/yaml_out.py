"""Writes a mapping of format 1 as YAML that a person would have written: keys in the
format's order with what they mean beside them, short things on one line, prose folded.

What it writes the door reads back as the same values.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping as AnyMapping

from negosim.catalog.shape import ByForm, ByKey, Field, Fields, Rows, Shape, Table
from negosim.catalog.tree import Kind, plain

_WIDTH = 88
_INDENT = "  "
_SPECIAL = frozenset("-?:,[]{}#&*!|>'\"%@`= \t")
_INSIDE = (": ", " #", ",", "[", "]", "{", "}")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def block(data: AnyMapping[str, object], shape: Shape, indent: str = "") -> list[str]:
    """The lines of a mapping; keys the shape knows come first, in its order."""
    lines: list[str] = []
    for key, value in _ordered(data, shape):
        lines += entry(key, value, _inner(shape, key, data), indent)
    return lines


def entry(key: str, value: object, shape: Shape | None, indent: str) -> list[str]:
    """The lines of one key and its value."""
    start = f"{indent}{_key(key)}:"
    short = f"{start} {flow(value)}"
    deeper = indent + _INDENT
    if isinstance(value, str):
        return _prose(start, value, deeper)
    if len(short) <= _WIDTH and not _holds_prose(value):
        return [short]
    if isinstance(value, AnyMapping):
        return [start, *block(value, shape or Fields(()), deeper)]
    if isinstance(value, list):
        return [start, *(line for item in value for line in _item(item, shape, deeper))]
    return [short]


def flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, AnyMapping):
        return "{" + ", ".join(f"{_key(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def scalar(value: object) -> str:
    """A single value, quoted where YAML would read it as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    safe = (
        value == value.strip()
        and plain(value, 0, 0).kind is Kind.STRING
        and value[0] not in _SPECIAL
        and not value.endswith(":")
        and not any(sign in value for sign in _INSIDE)
        and value.isprintable()
    )
    return value if safe else '"' + "".join(map(_escaped, value)) + '"'


def _key(key: str) -> str:
    """Keys are read by their text, so the format's own `true` and days may stand bare."""
    return key if key == "true" or key.isdigit() else scalar(key)


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _prose(start: str, text: str, deeper: str) -> list[str]:
    """A string after its key: on the same line, or folded over several."""
    short = f"{start} {scalar(text)}"
    if len(short) <= _WIDTH and "\n" not in text:
        return [short]
    paragraphs = text.split("\n")
    foldable = all(
        " ".join(paragraph.split()) == paragraph and paragraph.replace(" ", "").isprintable()
        for paragraph in paragraphs
    )
    if not foldable:
        return [short]
    lines = [f"{start} >-"]
    for number, paragraph in enumerate(paragraphs):
        if number:
            lines.append("")
        wrapped = textwrap.wrap(
            paragraph, _WIDTH - len(deeper), break_long_words=False, break_on_hyphens=False
        )
        lines += [deeper + line for line in wrapped]
    return lines


def _holds_prose(value: object) -> bool:
    """Whether a text inside needs more than one line."""
    if isinstance(value, AnyMapping):
        return any(_holds_prose(inner) for inner in value.values())
    if isinstance(value, list):
        return any(_holds_prose(inner) for inner in value)
    return isinstance(value, str) and "\n" in value


def _item(value: object, shape: Shape | None, indent: str) -> list[str]:
    short = f"{indent}- {flow(value)}"
    if (len(short) <= _WIDTH and not _holds_prose(value)) or not isinstance(value, AnyMapping):
        return [short]
    of = shape.of if isinstance(shape, Rows) else Fields(())
    lines = block(value, of, indent + _INDENT)
    return [f"{indent}- {lines[0].strip()}", *lines[1:]]


def _ordered(data: AnyMapping[str, object], shape: Shape) -> list[tuple[str, object]]:
    known = [field.key for field in fields_of(shape, data)]
    first = [(key, data[key]) for key in known if key in data]
    return first + [(key, value) for key, value in data.items() if key not in known]


def _inner(shape: Shape, key: str, data: AnyMapping[str, object]) -> Shape | None:
    """The shape of what stands under a key."""
    if isinstance(shape, Table):
        return shape.of
    for field in fields_of(shape, data):
        if field.key == key:
            return field.shape
    return None


def fields_of(shape: Shape, data: AnyMapping[str, object]) -> tuple[Field, ...]:
    """The keys a mapping of this shape may have; none where the file chooses them."""
    if isinstance(shape, ByForm):
        return fields_of(shape.mapping, data)
    if isinstance(shape, ByKey):
        return (shape.having if shape.key in data else shape.lacking).fields
    return shape.fields if isinstance(shape, Fields) else ()
