"""Two packages that the other side has laid out: what they bring, and what is left of them
once one of the two is preferred. Source: exercise.md R33."""

from __future__ import annotations

from typing import NamedTuple

from negosim.bots.scale import Scale
from negosim.engine.issue import Terms


class Alternatives(NamedTuple):
    """Both packages; `best` and `steps`, the best values and the numbers of steps before them."""

    one: Terms
    two: Terms
    best: Terms
    steps: tuple[int, ...]

    def worth(self, scale: Scale) -> float:
        """What the better one brings as a whole, what it takes back included; not below 0."""
        return max(0.0, self._brings(scale, self.one), self._brings(scale, self.two))

    def _brings(self, scale: Scale, terms: Terms) -> float:
        return sum(
            scale.moved(issue, best, tick)
            for issue, (best, tick) in enumerate(zip(self.best, terms, strict=True))
            if best is not None and tick is not None
        )

    def keep_chosen(
        self, scale: Scale, best: list[int | None], steps: list[list[int]], *, second: bool
    ) -> None:
        """Take back from best values and steps what only the package not preferred gave."""
        chosen = self.two if second else self.one
        for issue, (before, tick) in enumerate(zip(self.best, chosen, strict=True)):
            if before is None:
                continue
            best[issue] = before
            del steps[issue][self.steps[issue] :]
            if tick is not None and scale.better(issue, tick, before):
                best[issue] = tick
                steps[issue].append(abs(tick - before))
