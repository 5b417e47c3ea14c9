"""The JSON Schema of the format, tried with a small validator of the words it uses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
import strategies
import yaml
from hypothesis import given, settings
from spoilt import SAMPLE

from negosim.catalog import load, shipped
from negosim.catalog.canonical import canonical
from negosim.catalog.schema import schema
from negosim.catalog.template import template
from negosim.resources import folder

_TYPES: Mapping[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "integer": int,
}
_KNOWN = {
    "$schema", "title", "description", "type", "properties", "additionalProperties", "required",
    "propertyNames", "minProperties", "maxProperties", "items", "minItems", "maxItems", "anyOf",
    "enum", "pattern", "minLength", "maxLength", "minimum", "exclusiveMinimum", "maximum",
}  # fmt: skip


def fits(value: Any, rule: Mapping[str, Any]) -> bool:
    """Whether a value is valid; KeyError for a keyword this validator does not know."""
    unknown = set(rule) - _KNOWN
    if unknown:
        raise KeyError(unknown)
    if "anyOf" in rule and not any(fits(value, each) for each in rule["anyOf"]):
        return False
    if "enum" in rule and value not in rule["enum"]:
        return False
    types = rule.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(_is(value, name) for name in types):
        return False
    if isinstance(value, dict):
        return _object_fits(value, rule)
    if isinstance(value, list):
        inside = rule.get("minItems", 0) <= len(value) <= rule.get("maxItems", len(value))
        return inside and all(fits(item, rule.get("items", {})) for item in value)
    if isinstance(value, str):
        inside = rule.get("minLength", 0) <= len(value) <= rule.get("maxLength", len(value))
        return inside and re.search(rule.get("pattern", ""), value) is not None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        above = value > rule["exclusiveMinimum"] if "exclusiveMinimum" in rule else True
        return above and rule.get("minimum", value) <= value <= rule.get("maximum", value)
    return True


def _is(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _TYPES[name])


def _object_fits(value: dict[str, Any], rule: Mapping[str, Any]) -> bool:
    properties = rule.get("properties", {})
    rest = rule.get("additionalProperties", {})
    if not rule.get("minProperties", 0) <= len(value) <= rule.get("maxProperties", len(value)):
        return False
    if any(key not in value for key in rule.get("required", ())):
        return False
    for key, inner in value.items():
        if not fits(key, rule.get("propertyNames", {})):
            return False
        if key in properties:
            if not fits(inner, properties[key]):
                return False
        elif rest is False or not fits(inner, rest):
            return False
    return True


def _json(text: str) -> Any:
    """A YAML file as an editor hands it to the schema: keys are strings."""
    return _stringed(yaml.safe_load(text))


def _stringed(value: Any) -> Any:
    if isinstance(value, dict):
        names = {key: str(key).lower() if isinstance(key, bool) else str(key) for key in value}
        return {names[key]: _stringed(inner) for key, inner in value.items()}
    return [_stringed(item) for item in value] if isinstance(value, list) else value


def test_the_shipped_files_and_the_template_fit() -> None:
    texts = [(folder("scenarios") / f"{id_}.yaml").read_text("utf-8") for id_ in shipped()]
    for text in (*texts, template(), SAMPLE):
        assert fits(_json(text), schema())


@pytest.mark.parametrize("id_", shipped())
def test_the_canonical_mapping_fits(id_: str) -> None:
    assert fits(canonical(load(id_)), schema())


@settings(max_examples=40)
@given(strategies.mappings())
def test_every_valid_mapping_fits(mapping: dict[str, Any]) -> None:
    assert fits(_stringed(mapping), schema())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("walk_away:", "walkaway:"),
        ("format: 1", "format: 2"),
        ("vendor_prefers: high", "vendor_prefers: up"),
        ("rank: 2, quote: 310", "rank: 9, quote: 310"),
        ("floor: 30}", "}"),
        ("minutes: 30", "minutes: 0"),
        ("then: hold", "then: stop"),
        ("then: hold", "then: {offer: {price: 200}, leave: press}"),
        ("id: sample", "id: A Sample"),
        ("role: economic", "role: boss"),
        ("title: {en: Sample, zh: 样例}", "title: [Sample]"),
        ("[short, middle, long]", "[short]"),
        ("stale: false", 'stale: "no"'),
    ],
)
def test_what_is_wrong_by_itself_does_not_fit(old: str, new: str) -> None:
    assert old in SAMPLE
    assert not fits(_json(SAMPLE.replace(old, new, 1)), schema())


def test_it_is_draft_2020_12_and_describes_every_key_in_both_languages() -> None:
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for language, letters in (("en", "[a-z]"), ("zh", "[\u4e00-\u9fff]")):
        descriptions = list(_descriptions(schema(language)))
        assert len(descriptions) > 100
        assert all(re.search(letters, text) for text in descriptions)


def _descriptions(rule: Any) -> Any:
    if isinstance(rule, dict):
        if isinstance(rule.get("description"), str):
            yield rule["description"]
        for inner in rule.values():
            yield from _descriptions(inner)
    elif isinstance(rule, list):
        for inner in rule:
            yield from _descriptions(inner)
