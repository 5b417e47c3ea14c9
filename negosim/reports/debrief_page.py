"""What every part of a debrief's text draws on: its language, its reader, its words.

Small things that more than one part needs stand here; what the parts say does not.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.engine.issue import Issue
from negosim.engine.record import record
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_match
from negosim.language.typography import cells, wrapped
from negosim.language.values import value_text
from negosim.reports.debrief import Debrief

WIDTH = 80
"""Cells of a line."""


@record(frozen=True, slots=True)
class Page:
    """A debrief about to be told; `me` is the reader's side, None for a reader of both."""

    found: Debrief
    lang: str
    me: Side | None

    @property
    def messages(self) -> Catalogue:
        return catalogue("debrief", self.lang)

    @property
    def words(self) -> Lexicon:
        return lexicon_of_match(self.found.scenario, self.found.setup.seats, self.lang, me=self.me)

    @property
    def timed(self) -> bool:
        """Whether times mean anything: with no clock they do not."""
        return self.found.setup.clock is not ClockKind.NONE

    def text(self, key: str, **slots: object) -> str:
        """A message of the debrief."""
        return self.messages.text(key, **slots)

    def label(self, side: Side) -> str:
        """A side at the head of a column or a part, the reader's marked."""
        name = catalogue("names", self.lang).text(f"label.{side.word}")
        return self.text("points.side_me" if side is self.me else "points.side", name=name)

    def names(self) -> dict[str, str]:
        """Both sides as subjects, in both cases: slots of the messages that name them."""
        names = {}
        for side in SIDES:
            names[side.word] = self.words.who(side)
            names[side.word.capitalize()] = self.words.who(side, starts=True)
        return names

    def point(self, place: int, tick: int | None) -> str:
        """An issue and its value, as a row of a table begins."""
        name = self.words.issue(place, starts=True)
        if tick is None:
            return name
        return f"{name} {value_text(self._issue(place), tick, self.lang)}"

    def _issue(self, place: int) -> Issue:
        return self.found.scenario.issues[place]


def heading(words: str) -> list[str]:
    return [words, "-" * cells(words)]


def filled(words: str, indent: str = "") -> list[str]:
    """Lines of at most the page's width, all of them indented."""
    return [indent + line for line in wrapped(words, WIDTH - len(indent), indent="")]


def percent(share: Fraction) -> str:
    """Whole per cent toward zero, so that 100% is said of nothing less."""
    return f"{int(share * 100)}%"


def signed(points: int) -> str:
    return f"+{points}" if points > 0 else str(points)
