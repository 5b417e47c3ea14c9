"""From a typed line to a move, or to something for the front end itself.

Every fault is a `CommandFault` with one sentence that says what is allowed. Whether
a well-formed move is legal now is asked later, of the seat's preview.
"""

from __future__ import annotations

from typing import NoReturn

from negosim.cli.terminal import vocabulary as v
from negosim.cli.terminal.paper_verbs import PAPER_VERBS
from negosim.cli.terminal.talk_verbs import TALK_VERBS, answering
from negosim.cli.terminal.typed_line import CommandFault, TypedLine
from negosim.engine import moves as m
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.language.catalogue import catalogue

__all__ = ["Command", "CommandFault", "Control", "answering", "parse"]


@record(frozen=True, slots=True)
class Control:
    """Something for the front end: `word` is a key of the catalogue's `control` table."""

    word: str
    text: str = ""


Command = m.Move | Control

_MAIN_VERBS = ("ask", "offer", "accept", "not_yet", "write", "confirm", "leave", "sheet", "sign")


def parse(typed: str, view: SeatView, lang: str) -> Command:
    """The command of a line, in the words of any language.

    Raises `CommandFault` with a sentence in `lang`; an empty line is a fault too.
    """
    line = TypedLine(typed, view, lang)
    if line.is_asked and (answer := line.bare_answer()) is not None:
        return answer
    control, after_control = line.peek("control")
    verb, after_verb = line.peek("verb")
    # The longer word wins: `write` against `n`, `notes` against `no`.
    if control is not None and after_control > after_verb:
        line.reader.back_to(after_control)
        return Control(control, line.reader.all())
    if verb is None:
        _unknown_verb(line)
    line.reader.back_to(after_verb)
    line.reader.equals()
    read = TALK_VERBS.get(verb) or PAPER_VERBS[verb]
    move = read(line)
    line.terms.fillers()
    if not line.reader.ended:
        line.fault("leftover", text=line.reader.rest)
    return move


def _unknown_verb(line: TypedLine) -> NoReturn:
    text = line.reader.rest
    near = v.like(line.reader.piece, [*v.table("verb"), *v.table("control")])
    if near is not None:
        line.fault("verb_like", text=text, like=near)
    comma = catalogue("talk", line.lang).text("list.comma")
    words = comma.join(v.first_word("verb", key, line.lang) for key in _MAIN_VERBS)
    line.fault("verb", text=text, words=words)
