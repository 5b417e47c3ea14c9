"""What movement has earned and what has been given for it, in one's own worth.

The heart of B4: a concession of the other side is credit, one's own is spent from it.
Who is told what it was for is no business of this file.
"""

from __future__ import annotations

from negosim.bots.scale import Scale
from negosim.engine.issue import Terms

MOST_CREDIT = 0.3
LEAST_CREDIT = -0.05


class Ledger:
    """`credit` is what may still be answered with, `latest` what was last earned;
    `conceded` counts one's own concessions;
    `moved`: the other side has named something better since one's own last offer;
    `item`: the issue of one's own last concession;
    `stirred`: it has done something else that moves this person."""

    __slots__ = (
        "_best",
        "_laid",
        "_unspent",
        "conceded",
        "credit",
        "item",
        "latest",
        "moved",
        "scale",
        "stirred",
    )

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self._best: list[int | None] = [None] * scale.count
        self._laid: dict[int, int] = {}
        self._unspent: tuple[tuple[int | None, ...], float] = ((), 0.0)
        self.credit = 0.0
        self.latest = 0.0
        self.conceded = 0
        self.item: int | None = None
        self.moved = False
        self.stirred = False

    @property
    def has_named(self) -> bool:
        """Whether any value of one's own stands."""
        return any(best is not None for best in self._best)

    def start(self, quotes: tuple[int, ...]) -> None:
        """One's quotes stand before anything is said."""
        self._best = list(quotes)

    def earn(self, worth: float) -> None:
        self.credit = min(MOST_CREDIT, self.credit + worth)
        self.latest = worth

    def retreats(self, terms: Terms) -> dict[int, int]:
        """Values that ask for more than one's own best, by issue: what one recalls otherwise."""
        better = self.scale.better
        return {
            issue: tick
            for issue, (tick, best) in enumerate(zip(terms, self._best))
            if tick is not None and best is not None and better(issue, tick, best)
        }

    def lay_out(self, one: Terms, two: Terms) -> None:
        """Two packages of one's own, of which the first is spent next: what either names beyond
        one's best is on the table, and only one of them is given (R33)."""
        self._unspent = (tuple(self._best), self.credit)
        for terms in (one, two):
            for issue, tick in enumerate(terms):
                best = self._best[issue]
                if tick is None or best is None or not self.scale.better(issue, best, tick):
                    continue
                laid = self._laid.get(issue, best)
                self._laid[issue] = tick if self.scale.better(issue, laid, tick) else laid

    def exchange(self, terms: Terms) -> None:
        """The other side prefers the second package: that is spent instead of the first."""
        best, self.credit = self._unspent
        self._best = list(best)
        conceded = self.conceded
        self.spend(terms, answers=False)
        self.conceded = conceded

    def withheld(self) -> dict[int, int]:
        """One's own best by issue where one has laid out more than that and not given it since."""
        return {
            issue: best
            for issue, tick in self._laid.items()
            if (best := self._best[issue]) is not None and self.scale.better(issue, best, tick)
        }

    def spend(self, terms: Terms, *, answers: bool) -> bool:
        """One's own offer or acceptance: whether it conceded anything beyond one's best.

        What the other side has done is answered by it either way; first values are no answer.
        """
        if answers:
            self.moved = self.stirred = False
        spent = 0.0
        for issue, tick in enumerate(terms):
            if tick is None:
                continue
            best = self._best[issue]
            if best is None:
                self._best[issue] = tick
            elif self.scale.better(issue, best, tick):
                self.item = issue
                spent += self.scale.moved(issue, tick, best)
                self._best[issue] = tick
        if spent <= 0.0:
            return False
        self.conceded += 1
        self.credit = max(LEAST_CREDIT, self.credit - spent)
        return True
