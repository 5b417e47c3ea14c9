"""A line of the record in one's own words: values and benefits written down as they stand.

What is agreed is written in one gesture (`paper_choices`); this is for a line that says
something else, which they may refuse. Source: exercise.md R39.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.state import SeatView
from negosim.present.choices import problem_of
from negosim.present.packaging import Kept, PackageDraft


class LineDraft:
    """A line of one's own: values, on the steppers of `package`, and benefits as they are.

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
        return problem_of(self._view, self.move(), lang, missing="write.empty")
