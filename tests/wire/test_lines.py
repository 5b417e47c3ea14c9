"""Two streams of lines: whatever comes in is a move or a WireError; nothing runs over."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notation import Match

from negosim.engine import moves as m
from negosim.engine.common import Outcome
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.legality import legal_moves
from negosim.engine.scenario import Scenario
from negosim.engine.view import SeatEvent
from negosim.engine.words import Ending
from negosim.wire import models
from negosim.wire.codec import Codec
from negosim.wire.errors import WireError, WireFault, wire_error
from negosim.wire.lines import (
    LINE_LIMIT,
    error_message,
    lines,
    message_line,
    parse_move,
    view_message,
)
from negosim.wire.messages import BriefMessage, Message, OverMessage
from negosim.wire.shapes import messages

KEYS = st.sampled_from(
    ["move", "give", "want", "words", "issues", "form", "second", "lines", "terms", "price", "x"]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["offer", "ask", "open", "price", "payment", "m24", "plan_steps", "guess"])
)
NEARLY_MOVES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5)
)


FIELDS = {
    **dict.fromkeys(("give", "want", "issues", "lines", "second", "order", "steps"), NEARLY_MOVES),
    **dict.fromkeys(("form", "issue", "kind", "words"), LEAVES),
}
TAGS = st.sampled_from(["offer", "ask", "answer", "propose", "plan_steps", "guess", "draw"])


def fate(codec: Codec, line: bytes) -> m.Move | WireError:
    """The move, or the error as a value."""
    try:
        return parse_move(codec, line)
    except WireError as error:
        return error


def is_sound(codec: Codec, found: m.Move | WireError) -> bool:
    if isinstance(found, WireError):
        return str(found).isprintable() and all(
            problem.path.startswith("$") for problem in found.problems
        )
    return codec.move_from_json(codec.move_to_json(found)) == found


@settings(max_examples=300)
@given(line=st.binary(max_size=400))
def test_any_bytes_are_a_move_or_a_wire_error(codec: Codec, line: bytes) -> None:
    assert is_sound(codec, fate(codec, line))


@settings(max_examples=150)
@given(data=st.fixed_dictionaries({"move": TAGS}, optional=FIELDS))
def test_anything_that_looks_like_a_move_is_one_or_a_wire_error(codec: Codec, data: object) -> None:
    assert is_sound(codec, fate(codec, json.dumps(data).encode()))


def test_a_line_is_read_up_to_16_kib(codec: Codec) -> None:
    line = b'{"move":"sign"' + b" " * (LINE_LIMIT - 15) + b"}"
    assert len(line) == LINE_LIMIT
    assert parse_move(codec, line) == m.Sign()
    with pytest.raises(WireError) as caught:
        parse_move(codec, line + b" ")
    assert caught.value.code is WireFault.TOO_LONG


def test_lines_of_a_stream_come_without_their_ends_and_long_ones_cut() -> None:
    long = b"x" * (3 * LINE_LIMIT)
    stream = io.BytesIO(b"one\n\ntwo\r\n" + long + b"\nlast")
    assert list(lines(stream)) == [b"one", b"", b"two", long[: LINE_LIMIT + 1], b"last"]


@pytest.mark.parametrize("extra", [-1, 0, 1, 2, 3])
def test_a_line_near_the_limit_keeps_the_next_one_apart(extra: int) -> None:
    first = b"x" * (LINE_LIMIT + extra)
    assert list(lines(io.BytesIO(first + b"\nnext\n"))) == [first[: LINE_LIMIT + 1], b"next"]


def test_an_unending_line_is_never_held_whole() -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self.asked: list[int] = []
            self.left = 1000

        def readable(self) -> bool:
            return True

        def readline(self, size: int | None = -1) -> bytes:
            assert size is not None
            self.asked.append(size)
            self.left -= 1
            return b"x" * size if self.left > 0 else b""

    stream = Endless()
    assert [len(line) for line in lines(stream)] == [LINE_LIMIT + 1]
    assert max(stream.asked) <= LINE_LIMIT + 2


def sent(codec: Codec, message: Message) -> dict[str, object]:
    """The line of a message, read as JSON and found to be of the schema's form."""
    line = message_line(codec, message)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    data: dict[str, object] = json.loads(line)
    models.check(messages, data)
    return data


def test_a_view_says_what_is_new_who_is_called_and_what_is_legal(
    codec: Codec, scenario: Scenario
) -> None:
    match = Match.at_talks(scenario).play("c ask expectation price")
    view = match.view("v")
    news = (SeatEvent(6, match.log[-1]),)
    data = sent(codec, view_message(view, news, calls=True, legal=legal_moves(view)))
    assert data["type"] == "view"
    assert data["calls"] is True
    assert "answer" in data["legal"]
    assert "offer" not in data["legal"]
    assert data["events"] == [
        {
            "number": 6,
            "event": {
                "event": "question_asked",
                "at_ms": 20_000,
                "seat": "client",
                "form": "expectation",
                "issues": ["price"],
                "words": "",
            },
            "rulings": [],
        }
    ]
    shown = data["view"]
    assert shown["seat"] == "vendor"
    assert shown["own"]["floors"] == {"price": 188, "payment": 30, "service": "m36", "delivery": 30}
    assert shown["common"]["turn"]["question"] == {
        "by": "client",
        "form": "expectation",
        "issues": ["price"],
    }


def test_a_brief_carries_marks_and_thresholds_in_real_values(
    codec: Codec, scenario: Scenario
) -> None:
    view = Match(scenario).view("v")
    data = sent(codec, BriefMessage(1, "vendor", view.brief))
    brief = data["brief"]
    assert brief["marks"]["price"] == {"rank": 2, "quote": 310, "target": 240, "floor": 188}
    # exercise.md R5: thresholds 188, 214, 240, 275, 310.
    assert brief["yardsticks"]["price"] == {
        "weight": 3,
        "thresholds": [188, 214, 240, 275, 310],
        "levels": [],
        "nearest": False,
    }
    assert brief["yardsticks"]["service"]["levels"] == [5, 4, 3, 2, 1]
    assert brief["walk_away"] == 20
    assert brief["rivals"] == []


def test_the_end_names_the_outcome_and_ones_own_points(codec: Codec) -> None:
    outcome = Outcome(Ending.SIGNED, m.Deal((240, 2, 2, 2)))
    assert sent(codec, OverMessage(outcome, 30)) == {
        "type": "over",
        "outcome": {
            "ending": "signed",
            "deal": {
                "terms": {"price": 240, "payment": 60, "service": "m24", "delivery": 60},
                "benefits": [],
            },
            "by": None,
        },
        "points": 30,
    }


def test_a_refusal_is_sent_with_its_code_its_sentence_and_its_issue(codec: Codec) -> None:
    error = IllegalMove(Refusal.BEYOND_FLOOR, issue=0)
    assert sent(codec, error_message(error, "Not below your limit.")) == {
        "type": "error",
        "code": "beyond_floor",
        "message": "Not below your limit.",
        "path": "$",
        "issue": "price",
    }


def test_a_fault_of_the_wire_is_sent_with_its_path(codec: Codec) -> None:
    error = wire_error(WireFault.NOT_A_VALUE, "77 is not an option", path="$.give.payment")
    assert sent(codec, error_message(error)) == {
        "type": "error",
        "code": "not_a_value",
        "message": "$.give.payment: 77 is not an option",
        "path": "$.give.payment",
        "issue": None,
    }
