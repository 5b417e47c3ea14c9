"""Format 1 as JSON Schema (draft 2020-12), so that editors complete and underline.

A schema says less than the door: how values fit together (ranks, bands, steps,
options) only the door checks. Made from the same shapes, so the two agree.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias, assert_never

from negosim.catalog.format1 import FORMAT
from negosim.catalog.shape import (
    ByForm,
    ByKey,
    Choice,
    Field,
    Fields,
    Flag,
    Name,
    Number,
    Rows,
    Shape,
    Table,
    Time,
    Value,
    Words,
)
from negosim.catalog.singles import CLOCK, TIME
from negosim.catalog.structure import LANGUAGE

Schema: TypeAlias = dict[str, object]


def schema(language: str = "en") -> Schema:
    """The schema of a scenario file, descriptions in `en` or `zh`; a new one each time."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "negosim scenario, format 1",
        **_shape(FORMAT, language),
    }


def _shape(shape: Shape, language: str) -> Schema:
    match shape:
        case Fields():
            return _fields(shape, language)
        case ByKey():
            return {"anyOf": [_fields(shape.having, language), _fields(shape.lacking, language)]}
        case Table():
            return {
                "type": "object",
                "propertyNames": _key(shape.keys),
                "additionalProperties": _shape(shape.of, language),
                "minProperties": shape.least,
                "maxProperties": shape.most,
            }
        case Rows():
            return {
                "type": "array",
                "items": _shape(shape.of, language),
                "minItems": shape.least,
                "maxItems": shape.most,
            }
        case ByForm():
            return {"anyOf": [_shape(shape.single, language), _shape(shape.mapping, language)]}
        case Words():
            return _words(shape)
        case Name():
            return _name(shape)
        case Choice():
            return {"enum": list(shape.words)}
        case Number():
            return _number(shape)
        case Flag():
            return {"type": "boolean"}
        case Time():
            return {"anyOf": [_number(TIME), {"type": "string", "pattern": _whole(CLOCK.pattern)}]}
        case Value():
            return {"type": ["number", "string"]}
        case _:
            assert_never(shape)


def _fields(shape: Fields, language: str) -> Schema:
    out: Schema = {
        "type": "object",
        "properties": {field.key: _field(field, language) for field in shape.fields},
        "additionalProperties": False,
    }
    required = [field.key for field in shape.fields if field.required]
    if required:
        out["required"] = required
    if shape.alone:
        out |= {"minProperties": 1, "maxProperties": 1}
    return out


def _field(field: Field, language: str) -> Schema:
    return {"description": field.about.in_(language), **_shape(field.shape, language)}


def _words(shape: Words) -> Schema:
    text = {"type": "string", "minLength": 1, "maxLength": shape.most}
    by_language = {
        "type": "object",
        "propertyNames": {"pattern": _whole(LANGUAGE.pattern)},
        "additionalProperties": text,
        "minProperties": 1,
    }
    return {"anyOf": [text, by_language]}


def _name(shape: Name) -> Schema:
    return {"type": "string", "pattern": _whole(shape.pattern.pattern), "maxLength": shape.most}


def _key(keys: Name | Number) -> Schema:
    """Keys are strings in JSON, numbers too."""
    return {"pattern": "^[0-9]+$"} if isinstance(keys, Number) else _name(keys)


def _number(shape: Number) -> Schema:
    least = "exclusiveMinimum" if shape.above_least else "minimum"
    return {
        "type": "number" if shape.decimals else "integer",
        least: _plain(shape.least),
        "maximum": _plain(shape.most),
    }


def _plain(number: Fraction) -> int | float:
    return number.numerator if number.denominator == 1 else float(number)


def _whole(pattern: str) -> str:
    """Patterns of a schema search; the door's match from end to end."""
    return f"^(?:{pattern})$"
