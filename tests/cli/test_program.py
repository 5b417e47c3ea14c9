"""A program at a seat over stdio: JSON lines out, moves in, errors answered."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections import deque
from pathlib import Path
from typing import Any

from negosim.bots import roster
from negosim.catalog import load
from negosim.cli.program import play_program
from negosim.engine.calls import must_move
from negosim.engine.sides import Side
from negosim.play.faults import Finding
from negosim.play.verify import read_log
from negosim.solo.match import Match, Wishes, new_match
from negosim.wire.codec import Codec


class Client(io.RawIOBase):
    """The program's end of the pipe: answers each view with what its bot would do.

    `first` are raw lines sent before anything sensible; an `idle` program lets every
    chance to react pass and counts them in `passed`.
    """

    def __init__(
        self,
        match: Match,
        out: io.BytesIO,
        *,
        first: tuple[bytes, ...] = (),
        idle: bool = False,
    ) -> None:
        self._idle = idle
        self.passed = 0
        self._port = match.table.seat(match.side.word)
        self._bot = roster.create(
            "course" if match.side is Side.VENDOR else None,
            match.scenario,
            side=match.side,
            seed=1,
            lang=None,
        )
        self._codec = Codec(match.scenario.issues, match.scenario.benefits)
        self._first = deque(first)
        self._heard = 0
        self._out = out

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        if self._first:
            return self._first.popleft()
        view = self._port.view()
        if self._idle and not must_move(view.common, view.brief.side):
            self.passed += 1
            return b"null\n"
        news = self._port.events(self._heard)
        self._heard += len(news)
        move = self._bot.choose(self._port.view(), news)
        if move is None:
            return b"null\n"
        return json.dumps(self._codec.move_to_json(move)).encode() + b"\n"


def messages(out: io.BytesIO) -> list[dict[str, Any]]:
    """Every line that was sent, each of them one JSON object."""
    return [json.loads(line) for line in out.getvalue().decode("utf-8").splitlines()]


def play(side: Side, log: Path, *, first: tuple[bytes, ...] = ()) -> list[dict[str, Any]]:
    scenario = load("third-vendor")
    out = io.BytesIO()
    with new_match(scenario, Wishes(side=side, seed=1), log) as match:
        assert play_program(match, "en", Client(match, out, first=first), out) == 0  # type: ignore[arg-type]
    return messages(out)


def test_a_program_plays_either_seat_to_the_end(tmp_path: Path) -> None:
    for side in Side:
        log = tmp_path / f"{side.word}.negolog"
        sent = play(side, log)
        assert sent[0]["type"] == "brief"
        assert {each["type"] for each in sent[1:-1]} == {"view"}
        assert sent[-1]["type"] == "over"
        assert isinstance(sent[-1]["points"], int)
        assert read_log(log).finding is Finding.FINISHED


def test_views_bring_the_seats_events_in_their_own_numbers(tmp_path: Path) -> None:
    sent = play(Side.VENDOR, tmp_path / "game.negolog")
    numbers = [
        event["number"] for each in sent if each["type"] == "view" for event in each["events"]
    ]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_line_that_is_no_move_gets_an_error_and_the_game_goes_on(tmp_path: Path) -> None:
    lines = (b"not json\n", b"{}\n", b'{"move": "sign"}\n', b"\xff\xfe\n")
    sent = play(Side.VENDOR, tmp_path / "game.negolog", first=lines)
    errors = [each for each in sent if each["type"] == "error"]
    assert len(errors) == len(lines)
    assert all(each["code"] and each["message"] for each in errors)
    assert errors[2]["code"] == "wrong_phase"
    assert "the match is at preparation" in errors[2]["message"]
    assert sent[-1]["type"] == "over"


def test_calls_says_whether_the_match_waits_for_the_seat(tmp_path: Path) -> None:
    sent = [each for side in Side for each in play(side, tmp_path / f"{side.word}.negolog")]
    views = [each for each in sent if each["type"] == "view"]
    assert {view["calls"] for view in views} == {True, False}
    for view in views:
        if not view["calls"]:
            # Out of turn there are lines to answer, or a sheet to sign; then R20 needs no turn.
            assert {"confirm", "sign"} & set(view["legal"])


def test_null_lets_a_chance_to_react_pass_but_not_ones_own_turn(tmp_path: Path) -> None:
    passed = 0
    for seed in range(8, 12):
        out = io.BytesIO()
        wishes = Wishes(side=Side.VENDOR, seed=seed)
        with new_match(load("third-vendor"), wishes, tmp_path / f"{seed}.negolog") as match:
            program = Client(match, out, first=(b"null\n",), idle=True)
            assert play_program(match, "en", program, out) == 0  # type: ignore[arg-type]
        kinds = [each["type"] for each in messages(out)]
        assert kinds[:4] == ["brief", "view", "error", "view"]
        assert kinds.count("error") == 1
        passed += program.passed
    assert passed > 0


def test_the_end_of_input_leaves_a_log_that_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    out = io.BytesIO()
    with new_match(load("third-vendor"), Wishes(seed=1), log) as match:
        assert play_program(match, "en", io.BytesIO(b'{"move": "ready"}\n'), out) == 0
    found = read_log(log)
    assert found.finding is Finding.UNFINISHED
    assert len(found.events) >= 2


def test_a_view_holds_nothing_of_the_other_sides_floors(tmp_path: Path) -> None:
    sent = play(Side.VENDOR, tmp_path / "game.negolog")
    # The client's floor on price is 265 and its target 225 (scenario-format.md); both could
    # only stand there as marks, which the brief gives for one's own side alone.
    marks = sent[0]["brief"]["marks"]["price"]
    assert (marks["quote"], marks["target"], marks["floor"]) == (310, 240, 188)
    assert "265" not in json.dumps(sent[0])


def test_the_program_of_the_guide_plays_to_the_end(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "bot-protocol.md").read_text(encoding="utf-8")
    found = re.search(r"## A whole program.*?```python\n(.*?)```", guide, re.S)
    assert found is not None
    program = tmp_path / "program.py"
    program.write_text(found[1], encoding="utf-8")
    log = tmp_path / "game.negolog"
    argv = ["play", "third-vendor", "--port", "stdio", "--seed", "7", "--log", str(log)]
    negosim = subprocess.Popen(
        [sys.executable, "-m", "negosim.cli.main", *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    bot = subprocess.Popen(
        [sys.executable, str(program)], stdin=negosim.stdout, stdout=negosim.stdin
    )
    assert negosim.stdin is not None
    assert negosim.stdout is not None
    negosim.stdin.close()
    negosim.stdout.close()
    assert negosim.wait(timeout=60) == 0
    assert bot.wait(timeout=60) == 0
    assert read_log(log).finding is Finding.FINISHED
