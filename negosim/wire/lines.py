"""One line of JSON each way: how a program at a seat is talked to over two streams.

Reading a line gives a move or a WireError, whatever the bytes were; nothing is read
beyond 16 kB of a line. Which move is legal, and whose turn it is, is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from negosim.engine.errors import IllegalMove
from negosim.engine.moves import Move
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.wire.codec import Codec
from negosim.wire.errors import WireError, WireFault, wire_error
from negosim.wire.jsontext import compact, parse
from negosim.wire.messages import ErrorMessage, Message, ViewMessage, bare
from negosim.wire.shapes import tag_of

LINE_LIMIT = 16 * 1024
"""Bytes of a line, its end not counted. Source: classroom.md."""


def lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream without their ends; of a longer one the first `LINE_LIMIT` + 1 bytes.

    The rest of such a line is read past in pieces and never held, so a sender cannot
    fill the memory; `parse_move` then says what is wrong.
    """
    while piece := stream.readline(LINE_LIMIT + 2):
        line = piece
        while not piece.endswith(b"\n") and (piece := stream.readline(LINE_LIMIT)):
            pass
        yield line.rstrip(b"\r\n")[: LINE_LIMIT + 1]


def parse_move(codec: Codec, line: bytes) -> Move:
    """The move a line asks for; WireError for any other bytes."""
    if len(line) > LINE_LIMIT:
        raise wire_error(
            WireFault.TOO_LONG, "the line is too long", allowed=f"{LINE_LIMIT} bytes a line"
        )
    return codec.move_from_json(parse(line))


def message_line(codec: Codec, message: Message) -> bytes:
    """The line of a message, its end included."""
    return compact(codec.message_to_json(message)).encode("utf-8") + b"\n"


def view_message(
    view: SeatView,
    events: tuple[SeatEvent, ...],
    *,
    calls: bool,
    legal: tuple[type[Move], ...],
) -> ViewMessage:
    """What a seat is told when something has changed; `legal` as `phases.legal_moves` gives it."""
    return ViewMessage(bare(view), events, calls, tuple(tag_of(move) for move in legal))


def error_message(error: WireError | IllegalMove, sentence: str = "") -> ErrorMessage:
    """What a seat is told when its line changed nothing.

    `sentence`: a refusal put in words by `language`; a fault of the wire has its own.
    """
    if isinstance(error, WireError):
        return ErrorMessage(error.code.value, str(error), error.problems[0].path)
    return ErrorMessage(error.code.value, sentence or error.code.value, issue=error.issue)
