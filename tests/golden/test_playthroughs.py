"""Whole matches as text: every view, legal move and event, for both seats.

Two bots play each shipped scenario. A change of behaviour anywhere from the bots to
the wire is a diff of these files, to be read before it is kept
(`pytest tests/golden --rewrite-golden`).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from negosim.bots import roster
from negosim.catalog import load
from negosim.engine.legality import legal_moves
from negosim.engine.opening import solo_setup
from negosim.engine.sides import SIDES
from negosim.play.driver import moves
from negosim.play.table import MatchTable
from negosim.wire.codec import Codec

FOLDER = Path(__file__).parent
GAMES = [("third-vendor", 1, "en"), ("third-vendor", 2, "zh"), ("course-grid", 1, "en")]


def flat(value: Any, path: str = "") -> dict[str, str]:
    """A JSON value as path -> text of each leaf; lists of plain values stay in one piece."""
    if isinstance(value, dict) and value:
        out: dict[str, str] = {}
        for key, inner in value.items():
            out |= flat(inner, f"{path}.{key}" if path else key)
        return out
    if isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        out = {}
        for place, inner in enumerate(value):
            out |= flat(inner, f"{path}[{place}]")
        return out
    return {path: json.dumps(value, ensure_ascii=False)}


def playthrough(name: str, seed: int, lang: str) -> Iterator[str]:
    scenario = load(name)
    table = MatchTable(scenario, solo_setup(scenario))
    codec = Codec(scenario.issues, scenario.benefits)
    players = {
        side.word: roster.create(None, scenario, side=side, seed=seed, lang=lang) for side in SIDES
    }
    ports = {side: table.seat(side.word) for side in SIDES}
    seen = dict.fromkeys(SIDES, 0)
    shown: dict[Any, dict[str, str]] = {side: {} for side in SIDES}
    for side in SIDES:
        yield f"{side.word} brief {json.dumps(codec.brief_to_json(ports[side].brief()), ensure_ascii=False)}"
    for number, mover in enumerate(moves(table, players), 1):
        yield f"== {number} {mover.word}"
        for side in SIDES:
            for event in ports[side].events(seen[side]):
                seen[side] += 1
                text = json.dumps(codec.seat_event_to_json(event), ensure_ascii=False)
                yield f"{side.word} hears {text}"
            view = ports[side].view()
            now = flat(codec.view_to_json(view))
            for path in [*(p for p in shown[side] if p not in now), *now]:
                if shown[side].get(path) != now.get(path):
                    yield f"{side.word} sees {path} = {now.get(path, 'gone')}"
            shown[side] = now
            yield f"{side.word} may {' '.join(kind.__name__ for kind in legal_moves(view))}"


@pytest.mark.parametrize(("name", "seed", "lang"), GAMES)
def test_a_playthrough_is_what_it_was(
    name: str, seed: int, lang: str, request: pytest.FixtureRequest
) -> None:
    path = FOLDER / f"{name}-{seed}-{lang}.txt"
    text = "\n".join(playthrough(name, seed, lang)) + "\n"
    if request.config.getoption("--rewrite-golden"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
