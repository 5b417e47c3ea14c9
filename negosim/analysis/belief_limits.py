"""What a side believes of the other's limit on one issue, and of how firmly it goes there.

A limit lies somewhere on the way from what the other side named first to a far end (one's
own quote, or a ladder's last option). The way is cut into cells, and each holds a
probability for each of four kinds of people, from those who give a tenth of what is left
to their limit with each step to those who give most of it. Limit and firmness are found
together, since the same steps tell a near limit of one who gives freely and a far one of
one who does not.

Signals are cheap, so steps are believed by what has really been given, and may always be
a show: 310, 308, 307 says little. Values are ticks; either direction. Order of importance
is the business of `beliefs`.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from math import exp
from operator import add, mul
from typing import NamedTuple

CELLS = 24
"""Cells of the way on a numeric issue; a ladder has one a rung."""
PACES = (0.1, 0.25, 0.45, 0.7)
"""What part of the way left to its limit each kind of person gives with one step, the firmest
first."""
LEAST_LEFT = 1e-12
"""Less probability than this is none."""

_MOST_TRUST = 0.9
"""Steps are never taken for more than this; the rest is the chance that they are a show."""
_TRUST_IN_WAY = 3.0
"""How fast belief in steps grows with the share of the way given in all."""
_WHOLE_STEP = 0.05
"""A step of less than this share of the way counts for as much less."""
_EXACTNESS = 16
"""A step of half or double of what was due is a 36th as likely as the due one."""

Row = list[float]
Grid = tuple[Row, ...]
"""A row for each of `PACES`, a figure for each cell, the nearest to the opening first."""


class LimitBelief:
    """A probability for each firmness and limit; an update gives a new belief."""

    __slots__ = ("_grid", "_mass", "_mean", "_way", "far", "opening", "rungs")

    def __init__(
        self, opening: float, far: float, *, rungs: int = 0, grid: Grid | None = None
    ) -> None:
        """Before any evidence limits lie most often two thirds of the way or further.

        `rungs` > 0: the way is a ladder's, of so many steps; the further an option, the likelier
        it is the limit, for the last ones are chips rather than secrets (R28).
        """
        self.opening = opening
        self.far = far
        self.rungs = rungs
        self._way = _way(rungs)
        self._grid = grid or self._way.prior
        self._mass: Row | None = None
        self._mean: float | None = None

    # -- evidence ------------------------------------------------------------------

    def reached(self, tick: float) -> LimitBelief:
        """After the other side itself named `tick`: its limit lies there or beyond."""
        short = self._cells_short_of(tick)
        if not short:
            return self
        left = [row[short:] for row in self._grid]
        total: float = sum(map(sum, left))
        if total <= LEAST_LEFT:
            return self._past_everything()
        scale = 1.0 / total
        passed = [0.0] * short
        return self._now(tuple(passed + [p * scale for p in row] for row in left))

    def stepped(self, before: float, at: float) -> LimitBelief:
        """After a concession from `before` to `at`.

        A person gives about its own part of what is left to its limit. Two steps then tell
        what R29 tells of them, and steps that grow tell of a limit far off. Believed by the
        share of the way given so far and by the step's own size. Source: exercise.md R29.
        """
        given, to = self._share(before), self._share(at)
        size = to - given
        trust = min(_MOST_TRUST, _TRUST_IN_WAY * to) * min(1.0, size / _WHOLE_STEP)
        if trust <= 0.0:
            return self
        show, double, square = 1.0 - trust, 2.0 * size, size * size
        left = [max(self._way.least, centre - given) for centre in self._way.centres]
        return self._weighed(
            tuple(
                [
                    show + trust * (double * due / (square + due * due)) ** _EXACTNESS
                    for due in [pace * rest for rest in left]
                ]
                for pace in PACES
            )
        )

    def told(self, tick: float, honesty: float) -> LimitBelief:
        """After the other side called `tick` its last.

        Nobody names a last value worse for himself than the true one, so the limit is
        at least that good; how near it is depends on the speaker's `honesty` (0..1).
        """
        share = self._share(tick)
        width = 0.05 + 0.6 * (1.0 - honesty)
        likelihood = [exp(-max(0.0, centre - share) / width) for centre in self._way.centres]
        short = self._cells_short_of(tick)
        likelihood[:short] = [0.0] * short
        return self._all_weighed(likelihood)

    def refused(self, tick: float, strength: float) -> LimitBelief:
        """After the other side refused `tick`.

        One whose limit lies beyond it would have gained by taking it, and the freer it
        gives the likelier it would have: so the limit is a little likelier short of it, or
        the person firmer.
        """
        share = self._share(tick)
        gains = [max(0.0, centre - share) for centre in self._way.centres]
        return self._weighed(
            tuple([1.0 - strength * pace * gain for gain in gains] for pace in PACES)
        )

    def pleaded(self, strength: float) -> LimitBelief:
        """After words that it cannot go far; a limit at the far end is less likely by `strength`."""
        return self._all_weighed([1.0 - strength * centre for centre in self._way.centres])

    # -- what is believed ------------------------------------------------------------

    def mass(self) -> Row:
        """The probability of each cell, nearest to the opening first."""
        if self._mass is None:
            one, two, three, four = self._grid
            self._mass = list(map(add, map(add, one, two), map(add, three, four)))
        return self._mass

    def firmness(self) -> tuple[float, ...]:
        """The probability of each of `PACES`, the firmest first."""
        return tuple(map(sum, self._grid))

    def mean(self) -> float:
        """The expected limit in ticks."""
        if self._mean is None:
            share: float = sum(map(mul, self.mass(), self._way.centres))
            self._mean = self.opening + share * (self.far - self.opening)
        return self._mean

    def band(self, within: float = 0.8) -> tuple[float, float]:
        """Ticks, nearest to the opening first, between which the limit lies with probability
        `within` (on a ladder, which has few cells, with that or more)."""
        tail = (1.0 - within) / 2
        return self._quantile(tail), self._quantile(1.0 - tail)

    def beyond(self, tick: float) -> float:
        """The probability that the other side could go to `tick`."""
        share = self._share(tick) - 1e-9
        return sum([p for p, at in zip(self.mass(), self._way.centres) if at >= share])

    # -- inside -----------------------------------------------------------------------

    def _share(self, tick: float) -> float:
        way = self.far - self.opening
        return (tick - self.opening) / way if way else 0.0

    def _cells_short_of(self, tick: float) -> int:
        share = self._share(tick) - 1e-9
        return bisect_left(self._way.ends, share)

    def _quantile(self, wanted: float) -> float:
        gone, share = 0.0, 1.0
        for p, start, end in zip(self.mass(), self._way.starts, self._way.ends, strict=True):
            if p > 0.0 and gone + p >= wanted:
                share = start + (end - start) * (wanted - gone) / p
                break
            gone += p
        return self.opening + share * (self.far - self.opening)

    def _all_weighed(self, likelihood: Row) -> LimitBelief:
        """The posterior of evidence that says nothing of firmness."""
        return self._weighed((likelihood,) * len(PACES))

    def _weighed(self, likelihood: Grid) -> LimitBelief:
        """The posterior."""
        raw = [list(map(mul, old, new)) for old, new in zip(self._grid, likelihood, strict=True)]
        total: float = sum(map(sum, raw))
        if total <= LEAST_LEFT:
            return self._past_everything()
        scale = 1.0 / total
        return self._now(tuple([p * scale for p in row] for row in raw))

    def _past_everything(self) -> LimitBelief:
        """Nothing is left: the other side has gone past every cell or said so."""
        last = [*[0.0] * (len(self._way.ends) - 1), 1.0 / len(PACES)]
        return self._now((last,) * len(PACES))

    def _now(self, grid: Grid) -> LimitBelief:
        return LimitBelief(self.opening, self.far, rungs=self.rungs, grid=grid)


class _Way(NamedTuple):
    """The cells of a way, in shares of it; `least` is half a cell. A rung has no width."""

    starts: tuple[float, ...]
    ends: tuple[float, ...]
    centres: tuple[float, ...]
    least: float
    prior: Grid


@lru_cache(maxsize=64)
def _way(rungs: int) -> _Way:
    if rungs:
        starts = ends = centres = tuple(rung / rungs for rung in range(1, rungs + 1))
        raw = [centre**2 for centre in centres]
    else:
        starts = tuple(cell / CELLS for cell in range(CELLS))
        ends = tuple((cell + 1) / CELLS for cell in range(CELLS))
        centres = tuple((cell + 0.5) / CELLS for cell in range(CELLS))
        # A Beta(3, 1.35), mean 0.69: limits overlap in a scenario that has a deal.
        raw = [centre**2 * (1.0 - centre) ** 0.35 for centre in centres]
    total = sum(raw) * len(PACES)
    row = [p / total for p in raw]
    return _Way(starts, ends, centres, 0.5 / len(centres), (row,) * len(PACES))
