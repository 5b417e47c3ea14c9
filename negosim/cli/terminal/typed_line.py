"""One typed line: its reader, the seat's view it is read for, and how faults are raised.

Names come from the view and from what is open in it; legality is asked later, of the
seat's preview.
"""

from __future__ import annotations

from typing import NoReturn

from negosim.cli.terminal import vocabulary as v
from negosim.cli.terminal.terms_reader import TermsReader
from negosim.engine import moves as m
from negosim.engine.errors import NegosimError
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind
from negosim.language.catalogue import catalogue
from negosim.language.typography import cut

_SAID_BACK = 40
"""Cells of a line not understood that its fault repeats."""


class CommandFault(NegosimError):
    """A line that cannot be read; the message is a sentence for the person who typed it."""


class TypedLine:
    """What a verb needs to read the rest of its line."""

    def __init__(self, line: str, view: SeatView, lang: str) -> None:
        self.typed = line
        self.view = view
        self.lang = lang
        self.reader = v.Reader(line)
        self.terms = TermsReader(self.reader, view.brief, lang, self.fault)

    def fault(self, key: str, **slots: object) -> NoReturn:
        """Raise a `CommandFault` of the catalogue `commands`; what was typed is said back short."""
        if isinstance(typed := slots.get("text"), str):
            slots["text"] = cut(typed, _SAID_BACK)
        raise CommandFault(catalogue("commands", self.lang).text(f"fault.{key}", **slots))

    @property
    def is_asked(self) -> bool:
        """Whether a question of the other side is open to this seat."""
        question = self.view.common.turn.question
        return question is not None and question.by is not self.view.brief.side

    def peek(self, table: str) -> tuple[str | None, int]:
        """The key of a word that stands here and the place behind it; nothing is taken."""
        mark = self.reader.mark()
        key = self.reader.key(table)
        after = self.reader.mark()
        self.reader.back_to(mark)
        return key, after if key is not None else -1

    def bare_answer(self) -> m.Answer | None:
        """`yes`, `no`, `both` alone on the rest of the line."""
        mark = self.reader.mark()
        kind = self.reader.key("answer")
        if kind is not None and self.reader.ended:
            return m.Answer(AnswerKind(kind))
        self.reader.back_to(mark)
        return None

    def chose_second(self) -> bool:
        """Whether the second of two packages is named; the first is meant by default."""
        return not self.terms.joined_by("first") and self.terms.joined_by("second")

    def one_issue(self) -> int:
        """Exactly one issue; anything else is a fault."""
        found = self.terms.issue()
        if found is None:
            if self.reader.ended:
                self.missing_issue()
            self.unknown_issue()
        return found

    def full_order(self) -> tuple[int, ...]:
        """Every issue once, the most important first."""
        order = self.terms.issues()
        if self.reader.ended and len(order) != len(self.view.brief.issues):
            self.fault("order", issues=self.terms.listed_issues())
        return order

    def numbers(self) -> tuple[int, ...]:
        """Line numbers to the end of the line; empty means all."""
        numbers: list[int] = []
        self.terms.joined_by("all")
        while not self.reader.ended:
            self.terms.fillers()
            number = self.reader.number()
            if number is None or number.denominator != 1:
                self.fault("number", text=self.reader.rest)
            numbers.append(int(number))
        return tuple(numbers)

    def free_text(self) -> str:
        """The rest as it was typed, full-width characters included."""
        width = len(self.reader.rest)
        if not width:
            self.fault("text_missing")
        self.reader.all()
        return self.typed.rstrip()[-width:].strip()

    def missing_issue(self) -> NoReturn:
        self.fault("issue_missing", issues=self.terms.listed_issues())

    def unknown_issue(self) -> NoReturn:
        self.fault("issue", text=self.reader.piece, issues=self.terms.listed_issues())

    def shown(self, table: str) -> str:
        """The words of a table, as help lists them."""
        comma = catalogue("talk", self.lang).text("list.comma")
        return comma.join(v.shown(table, self.lang))
