"""A program at a seat over stdio: views out, moves in, one JSON object a line.

Stdout carries nothing but those lines. A line that is no move, or a move that the
rules refuse, gets an error object and the match goes on. See docs/bot-protocol.md.
"""

from __future__ import annotations

from typing import BinaryIO

from negosim.cli.output import complain
from negosim.cli.terminal.screen import EndOfInput
from negosim.engine import moves as m
from negosim.engine.calls import must_move
from negosim.engine.errors import IllegalMove
from negosim.engine.legality import legal_moves
from negosim.engine.preview import preview
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.yardstick import points
from negosim.language.catalogue import catalogue
from negosim.language.refusals import refusal_sentence
from negosim.play.driver import run
from negosim.play.player import Player
from negosim.solo.match import Match
from negosim.wire.codec import codec_of
from negosim.wire.errors import WireError
from negosim.wire.lift import WIRE_VERSION
from negosim.wire.lines import error_message, lines, message_line, parse_move, view_message
from negosim.wire.messages import BriefMessage, Message, OverMessage

PASS = b"null"
"""The line with which a program lets a chance to react pass; in its own turn it has to move."""


class Program:
    """A `Player` on the other end of two streams."""

    def __init__(self, lang: str, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._lang = lang
        self._lines = lines(incoming)
        self._outgoing = outgoing
        self._brief: object = None

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        """The program's next legal move, or None when it passes a chance to react.

        Raises `EndOfInput` when its stream ends.
        """
        codec = codec_of(view.brief)
        if view.brief != self._brief:
            self._brief = view.brief
            self.send(view, BriefMessage(WIRE_VERSION, view.seat, view.brief))
        must = must_move(view.common, view.brief.side)
        self.send(view, view_message(view, events, calls=must, legal=legal_moves(view)))
        for line in self._lines:
            if line.strip() == PASS and not must:
                return None
            try:
                move = parse_move(codec, line)
            except WireError as error:
                self.send(view, error_message(error))
                continue
            found = preview(view, move)
            if found.refusal is None:
                return move
            sentence = refusal_sentence(found.refusal, found.issue, view, self._lang)
            refused = IllegalMove(found.refusal, issue=found.issue)
            self.send(view, error_message(refused, sentence))
        raise EndOfInput

    def send(self, view: SeatView, message: Message) -> None:
        """One line out, at once."""
        self._outgoing.write(message_line(codec_of(view.brief), message))
        self._outgoing.flush()


def play_program(match: Match, lang: str, incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Play until the match is over or the program's stream ends; 0 for both."""
    program = Program(lang, incoming, outgoing)
    players: dict[str, Player] = {
        match.seat: program,
        match.opposite: match.opponent(lang),
    }
    try:
        outcome = run(match.table, players)
    except (EndOfInput, KeyboardInterrupt):
        text = catalogue("terminal", lang)
        complain(text.text("session.resume", log=match.path))
        return 0
    port = match.table.seat(match.seat)
    view = port.view()
    deal = outcome.deal
    reached = view.brief.walk_away if deal is None else points(view.brief.yardsticks, deal.terms)
    program.send(view, OverMessage(outcome, reached))
    return 0
