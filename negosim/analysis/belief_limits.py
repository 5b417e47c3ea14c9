"""What a side believes of the other's limit on one issue: a prior with evidence on it.

A limit lies somewhere on the way from what the other side named first to a far end
(one's own quote). The way is cut into cells; each holds a probability. Signals are
cheap, so steps are believed by the share of the way really given, and may always be a
bluff: 310, 308, 307 says little. Values are ticks, as floats; either direction. Order of importance is
the business of `beliefs`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, exp

CELLS = 24
"""Cells of the way from opening to far end."""
LEAST_LEFT = 1e-12
"""Less probability than this is none."""

_MOST_TRUST = 0.9
"""Steps are never taken for more than this; the rest is the chance that they are a show."""
_TRUST_IN_STEPS = 3.0
"""How fast belief in steps grows with the share of the way given."""


class LimitBelief:
    """A probability for each stretch of the way; an update gives a new belief."""

    __slots__ = ("_mean", "far", "mass", "opening")

    def __init__(self, opening: float, far: float, mass: tuple[float, ...] | None = None) -> None:
        """Before any evidence limits lie most often a good half of the way or further."""
        self.opening = opening
        self.far = far
        self.mass = mass or _prior()
        self._mean: float | None = None

    def reached(self, tick: float) -> LimitBelief:
        """After the other side itself named `tick`: its limit lies there or beyond."""
        # Cells that end short of the value are out.
        gone = ceil(self._share(tick) * CELLS - 1e-9) - 1
        if gone <= 0:
            return self
        left = self.mass[gone:]
        total = sum(left)
        if total <= LEAST_LEFT:
            return self._at_the_end()
        mass = (0.0,) * (CELLS - len(left)) + tuple([p / total for p in left])
        return LimitBelief(self.opening, self.far, mass)

    def stepped(self, inferred: float | None, at: float) -> LimitBelief:
        """After a concession to `at` whose steps tell the limit `inferred` (None: none in sight).

        Believed by the share of the way given so far, so tiny shrinking steps move it
        little. Source: exercise.md R29.
        """
        given = self._share(at)
        trust = min(_MOST_TRUST, max(0.0, given) * _TRUST_IN_STEPS)
        if inferred is None:
            return self._weighed(1.0 - trust + trust * place for place in _centres())
        told = self._share(inferred)
        width = 0.06 + 0.5 * abs(told - given)
        return self._weighed(
            1.0 - trust + trust * exp(-0.5 * ((place - told) / width) ** 2) for place in _centres()
        )

    def told(self, tick: float, honesty: float) -> LimitBelief:
        """After the other side called `tick` its last.

        Nobody names a last value worse for himself than the true one, so the limit is
        at least that good; how near it is depends on the speaker's `honesty` (0..1).
        """
        share = self._share(tick)
        width = 0.05 + 0.6 * (1.0 - honesty)
        return self._weighed(
            0.0 if place + 0.5 / CELLS < share else exp(-max(0.0, place - share) / width)
            for place in _centres()
        )

    def refused(self, tick: float, strength: float) -> LimitBelief:
        """After the other side refused `tick`: its limit is a little likelier short of it."""
        share = self._share(tick)
        return self._weighed(
            1.0 if place < share else exp(-strength * (1.0 - share)) for place in _centres()
        )

    def mean(self) -> float:
        """The expected limit in ticks."""
        if self._mean is None:
            share = sum(p * place for p, place in zip(self.mass, _centres(), strict=True))
            self._mean = self.opening + share * (self.far - self.opening)
        return self._mean

    def band(self, within: float = 0.8) -> tuple[float, float]:
        """Ticks, nearest to the opening first, between which the limit lies with probability `within`."""
        tail = (1.0 - within) / 2
        return self._quantile(tail), self._quantile(1.0 - tail)

    def beyond(self, tick: float) -> float:
        """The probability that the other side could go to `tick`."""
        share = self._share(tick)
        return sum(p for p, place in zip(self.mass, _centres(), strict=True) if place >= share)

    def _share(self, tick: float) -> float:
        way = self.far - self.opening
        return (tick - self.opening) / way if way else 0.0

    def _quantile(self, wanted: float) -> float:
        gone = 0.0
        for cell, p in enumerate(self.mass):
            if gone + p >= wanted and p > 0.0:
                share = (cell + (wanted - gone) / p) / CELLS
                return self.opening + share * (self.far - self.opening)
            gone += p
        return self.far

    def _weighed(self, likelihood: Iterable[float]) -> LimitBelief:
        """The posterior."""
        raw = [p * factor for p, factor in zip(self.mass, likelihood, strict=True)]
        total = sum(raw)
        if total <= LEAST_LEFT:
            return self._at_the_end()
        return LimitBelief(self.opening, self.far, tuple([p / total for p in raw]))

    def _at_the_end(self) -> LimitBelief:
        """Evidence that leaves nothing: the other side has gone past every cell, or said so."""
        return LimitBelief(self.opening, self.far, (0.0,) * (CELLS - 1) + (1.0,))


@lru_cache(maxsize=1)
def _centres() -> tuple[float, ...]:
    return tuple((cell + 0.5) / CELLS for cell in range(CELLS))


@lru_cache(maxsize=1)
def _prior() -> tuple[float, ...]:
    """A Beta(3, 1.8): mean 0.62 of the way; limits overlap in a scenario that has a deal."""
    raw = [place**2 * (1.0 - place) ** 0.8 for place in _centres()]
    total = sum(raw)
    return tuple(p / total for p in raw)
