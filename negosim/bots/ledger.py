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
    """`credit` is what may still be answered with; `conceded` counts one's own concessions;
    `moved`: the other side has named something better since one's own last offer;
    `stirred`: it has done something else that moves this person."""

    __slots__ = ("_best", "conceded", "credit", "moved", "scale", "stirred")

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self._best: list[int | None] = [None] * scale.count
        self.credit = 0.0
        self.conceded = 0
        self.moved = False
        self.stirred = False

    def start(self, quotes: tuple[int, ...]) -> None:
        """One's quotes stand before anything is said."""
        self._best = list(quotes)

    def earn(self, worth: float) -> None:
        self.credit = min(MOST_CREDIT, self.credit + worth)

    def spend(self, terms: Terms) -> bool:
        """One's own offer or acceptance: whether it conceded anything beyond one's best.

        What the other side has done is answered by it either way.
        """
        self.moved = self.stirred = False
        spent = 0.0
        for issue, tick in enumerate(terms):
            if tick is None:
                continue
            best = self._best[issue]
            if best is None:
                self._best[issue] = tick
            elif self.scale.better(issue, best, tick):
                spent += self.scale.moved(issue, tick, best)
                self._best[issue] = tick
        if spent <= 0.0:
            return False
        self.conceded += 1
        self.credit = max(LEAST_CREDIT, self.credit - spent)
        return True
