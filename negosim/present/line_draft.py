"""A line of the record in one's own words: values and benefits written down as they stand.

What is agreed is written in one gesture (`paper_choices`); this is for a line that says
something else, which they may refuse. Source: exercise.md R39.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.errors import Refusal
from negosim.engine.legality import refusal
from negosim.engine.state import SeatView
from negosim.language.catalogue import catalogue
from negosim.language.refusals import refusal_sentence
from negosim.present.packaging import Entry, Kept, PackageDraft


class LineDraft:
    """A line of one's own, on steppers: values and benefits to be written down as they are.

    An issue that is given is on the line. Make a new one, with `memory`, for every new view.
    """

    def __init__(
        self, view: SeatView, memory: Kept | None = None, benefits: tuple[int, ...] = ()
    ) -> None:
        self._view = view
        self.package = PackageDraft(view, memory, wantable=())
        self._benefits = set(benefits)

    @property
    def memory(self) -> Kept:
        return self.package.kept

    @property
    def benefits(self) -> tuple[int, ...]:
        return tuple(sorted(self._benefits))

    def entries(self, lang: str) -> tuple[Entry, ...]:
        return self.package.entries(lang)

    def benefit(self, number: int, on_line: bool) -> None:
        """Put a benefit on the line, or take it off."""
        if on_line:
            self._benefits.add(number)
        else:
            self._benefits.discard(number)

    def move(self) -> m.Propose | None:
        """The line as a move; None while nothing is on it."""
        if self.package.is_empty and not self._benefits:
            return None
        return m.Propose((m.Deal(self.package.terms, self.benefits),))

    def problem(self, lang: str) -> str:
        """Why it cannot be written yet, in a sentence; empty when it can."""
        move = self.move()
        if move is None:
            return catalogue("table", lang).text("write.empty")
        refused = refusal(self._view, move)
        return "" if refused is None else refusal_sentence(*refused, self._view, lang)


def can_write(view: SeatView) -> bool:
    """Whether a line of one's own may be written now; else the pen is theirs or the turn is."""
    refused = refusal(view, m.Propose())
    return refused is None or refused[0] is Refusal.NOTHING_TO_WRITE
