"""What the tests of title, picker and past games share: finding controls, a file of one's own."""

from __future__ import annotations

import json
from pathlib import Path

from screen import Screen

from negosim.present.scenario_cards import shelf


def offers(screen: Screen, key: str) -> bool:
    """Whether something of that key can have the focus."""
    return screen.keys().count(key) == 1


def named(screen: Screen, start: str) -> list[str]:
    """The keys that begin so, in the order of Tab."""
    return list(filter(lambda key: key.startswith(start), screen.keys()))


def card_of(source: str) -> str:
    """The key of a shipped scenario's card."""
    place = [each.source for each in shelf()].index(source)
    return f"card-{place}"


def own_scenario(folder: Path, title: str = "Harbour of mine") -> Path:
    """A scenario file that plays, under a title of its own."""
    text = Path("scenarios/third-vendor.yaml").read_text(encoding="utf-8")
    shipped = "{en: The third vendor, zh: 第三家供应商}"
    assert shipped in text
    path = folder / "mine.yaml"
    path.write_text(text.replace(shipped, json.dumps({"en": title, "zh": title})), encoding="utf-8")
    return path
