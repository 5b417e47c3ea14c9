"""The JSON Schema that bot writers get says what the door accepts."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from negosim.wire.codec import schema
from negosim.wire.shapes import messages, moves

NAMES = ("moves", "views")


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_plain_json_of_the_2020_draft_without_loose_ends(name: str) -> None:
    found = schema(name)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(found)) == found
    assert {f"#/$defs/{key}" for key in found["$defs"]} >= set(references(found))


@pytest.mark.parametrize(("name", "root"), list(zip(NAMES, (moves, messages))))
def test_a_schema_has_every_kind_by_its_tag(name: str, root: Any) -> None:
    found = schema(name)
    mapping = found["discriminator"]["mapping"]
    assert found["discriminator"]["propertyName"] == root().key
    assert set(mapping) == {form.tag for form in root().forms}
    for tag, reference in mapping.items():
        kind = found["$defs"][reference.removeprefix("#/$defs/")]
        assert kind["properties"][root().key]["const"] == tag
        assert kind["additionalProperties"] is False


def test_a_move_says_which_fields_it_needs_and_the_defaults_of_the_others() -> None:
    offer = schema("moves")["$defs"]["Offer"]
    assert offer["required"] == ["move", "give", "want"]
    defaults = {
        key: part["default"] for key, part in offer["properties"].items() if "default" in part
    }
    assert defaults == {"benefits": [], "reason": "none", "second": None, "words": ""}
    assert offer["description"].startswith("One package. Source: exercise.md R21")


def test_an_unknown_schema_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        schema("rooms")
