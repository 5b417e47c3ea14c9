"""The scenario guide's examples work, and its mistakes are the mistakes it says.

A block ```yaml is a whole file or keys of one, laid over the guide's whole file; a
block ```yaml wrong=CODE has that problem first.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from negosim.catalog import Code, open_bytes
from negosim.catalog.format1 import FORMAT
from negosim.catalog.shape import Fields
from negosim.catalog.vocabulary import PERSONAS, TALK_COSTS

_DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("scenario-guide.md", "scenario-guide.zh.md")
_BLOCK = re.compile(r"^```yaml(?: wrong=(\w+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_TOP = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def _blocks(guide: str) -> list[tuple[str, str]]:
    """(expected code or "", text) of every YAML block of a guide."""
    text = (_DOCS / guide).read_text(encoding="utf-8")
    return [(code, block) for code, block in _BLOCK.findall(text)]


def _chunks(text: str) -> dict[str, str]:
    """A file's top-level keys, each with its lines."""
    return {chunk.split(":")[0]: chunk for chunk in _TOP.split(text) if chunk.strip()}


def _laid_over(guide: str, block: str) -> bytes:
    whole = next(text for _, text in _blocks(guide) if text.startswith("format:"))
    return "".join((_chunks(whole) | _chunks(block)).values()).encode()


EXAMPLES = [(guide, code, block) for guide in GUIDES for code, block in _blocks(guide)]


@pytest.mark.parametrize(("guide", "code", "block"), EXAMPLES)
def test_an_example_does_what_the_guide_says(guide: str, code: str, block: str) -> None:
    opened = open_bytes(_laid_over(guide, block))
    if code:
        assert opened.problems[0].code is Code(code)
    else:
        assert [str(problem) for problem in opened.problems] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_key_of_the_format_has_an_example(guide: str) -> None:
    shown = {key for code, block in _blocks(guide) if not code for key in _chunks(block)}
    assert shown == set(FORMAT.keys())


@pytest.mark.parametrize("guide", GUIDES)
def test_every_key_at_any_depth_and_every_word_is_mentioned(guide: str) -> None:
    text = (_DOCS / guide).read_text(encoding="utf-8")
    for word in (*_keys(FORMAT), *PERSONAS, *TALK_COSTS):
        assert re.search(rf"\b{word}\b", text), word


def _keys(shape: object) -> list[str]:
    """All keys of a shape and of the shapes inside it."""
    if isinstance(shape, Fields):
        out = list(shape.keys())
        for field in shape.fields:
            out += _keys(field.shape)
        return out
    inner = ("of", "single", "mapping", "having", "lacking")
    return [key for name in inner if hasattr(shape, name) for key in _keys(getattr(shape, name))]
