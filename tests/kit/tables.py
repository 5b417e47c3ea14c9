"""Reads the tables of docs/rules.md by the comment above each."""

from __future__ import annotations

import re
from pathlib import Path

RULES = Path(__file__).parents[2] / "docs" / "rules.md"


def table(name: str) -> list[tuple[str, ...]]:
    """The body rows of the table marked `<!-- table: name -->` or `<!-- machine: name -->`."""
    text = RULES.read_text(encoding="utf-8")
    marked = re.search(rf"<!-- (?:table|machine): {name} -->\n((?:\|.*\n)+)", text)
    assert marked is not None, f"docs/rules.md has no table {name}"
    lines = marked.group(1).strip().split("\n")[2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
