"""docs/bot-protocol.md says what the door does: its examples are read, its program plays."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from negosim.catalog.door import load
from negosim.engine.common import StandingOffer
from negosim.engine.view import SeatEvent
from negosim.play.faults import Finding
from negosim.play.verify import verify
from negosim.wire import models
from negosim.wire.codec import Codec
from negosim.wire.lines import parse_move
from negosim.wire.messages import Grid
from negosim.wire.shapes import form_of, messages, moves

DOCS = Path(__file__).parents[2] / "docs"
DOCUMENTS = {
    name: (DOCS / name).read_text("utf-8") for name in ("bot-protocol.md", "bot-protocol.zh.md")
}
FENCE = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def examples(label: str) -> list[str]:
    """The lines of all blocks of that label, in every language."""
    return [
        line
        for document in DOCUMENTS.values()
        for info, body in FENCE.findall(document)
        if info == label
        for line in body.splitlines()
    ]


@pytest.fixture(scope="module")
def shipped() -> Codec:
    scenario = load("third-vendor")
    return Codec(scenario.issues, scenario.benefits)


@pytest.mark.parametrize("line", examples("json moves"))
def test_every_move_shown_is_a_move(shipped: Codec, line: str) -> None:
    written = shipped.move_to_json(parse_move(shipped, line.encode()))
    assert within(json.loads(line), written)


def within(part: Any, whole: Any) -> bool:
    """Whether all that a move says stands in it when it is written with every default."""
    if isinstance(part, dict):
        return all(key in whole and within(each, whole[key]) for key, each in part.items())
    if isinstance(part, list):
        return len(part) == len(whole) and all(map(within, part, whole))
    return bool(part == whole)


@pytest.mark.parametrize("line", examples("json messages"))
def test_every_message_shown_is_one_that_is_sent(line: str) -> None:
    models.check(messages, json.loads(line))


KINDS: dict[str, Any] = {"Grid": Grid, "StandingOffer": StandingOffer, "SeatEvent": SeatEvent}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind in KINDS for line in examples(f"json {kind}")]
)
def test_every_piece_shown_has_its_form_whole(kind: str, line: str) -> None:
    data = json.loads(line)
    models.check(lambda: form_of(KINDS[kind]), data)
    assert list(data) == [field.name for field in form_of(KINDS[kind]).fields]


def test_both_languages_show_the_same_pieces() -> None:
    kinds = [
        [(info, body.count("\n")) for info, body in FENCE.findall(document)]
        for document in DOCUMENTS.values()
    ]
    assert kinds[0] == kinds[1]
    assert len(examples("json moves")) == 28


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_table_of_moves_has_every_move_and_field(document: str) -> None:
    table = document[document.index("| `assign`") : document.index("```json moves")]
    shown: dict[str, str] = {}
    for row in table.splitlines():
        if row.startswith("|"):
            names, fields = row.strip("| ").partition(" |")[::2]
            shown |= dict.fromkeys(re.findall(r"`(\w+)`", names), fields)
    assert shown.keys() == {form.tag for form in moves().forms}
    for form in moves().forms:
        for field in form.fields:
            assert re.search(rf"\b{field.name}\b", shown[form.tag]), (form.tag, field.name)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_program_shown_plays_a_match_to_its_end(document: str, tmp_path: Path) -> None:
    (program,) = (body for info, body in FENCE.findall(document) if info == "python")
    command = [sys.executable, "-m", "negosim", "play", "third-vendor", "--port", "stdio"]
    command += ["--side", "vendor", "--seed", "7", "--log", str(tmp_path / "m.negolog")]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as game,
        subprocess.Popen(
            [sys.executable, "-c", program], stdin=game.stdout, stdout=game.stdin
        ) as player,
    ):
        # The two now talk to each other; held here too, neither would see the other end.
        assert game.stdin is not None
        assert game.stdout is not None
        game.stdin.close()
        game.stdout.close()
        assert player.wait(60) == 0
        assert game.wait(60) == 0
    assert verify(tmp_path / "m.negolog").finding is Finding.FINISHED
