"""A belief over the orders of up to five issues: each of the n! orders has its probability.

Any evidence is exact here, comparisons of whole packages included: those are no product
over pairs or ranks, so they need the orders themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import permutations
from math import exp
from operator import add, mul
from typing import NamedTuple

from negosim.engine.issue import Order

MOST_LISTED = 5
"""120 orders; more issues are summed over (`order_sums`)."""

_LEAST = 1e-9
"""No order falls below this share of the likeliest: no evidence is final."""
_MOST_EXPONENT = 30.0
_RECKONERS = ((0.02, 0.015), (0.05, 0.04))
"""What a package costs its maker against the one before, as a share of its whole worth: mean
and spread, for one who reckons finely and one who reckons roughly."""
_CARELESS = 0.2
"""How dense such costs are in those moves that follow no reckoning."""
_T3 = 0.37
"""The height of Student's t with three degrees of freedom: its tails forgive."""


class OrderListing:
    """An `OrderBelief`. Updates share what they do not change.

    `reckoned` hold a factor for each order, a row for each kind of reckoner: how finely the
    other side reckons is found together with its order.
    """

    __slots__ = ("_at", "_chances", "_factors", "_reckoned", "count")

    def __init__(
        self,
        count: int,
        factors: list[float] | None = None,
        reckoned: tuple[list[float], ...] | None = None,
    ) -> None:
        """The lists are kept and never changed."""
        self.count = count
        self._at = _table(count)
        self._factors = factors or self._at.alike
        self._reckoned = reckoned
        self._chances: list[float] | None = None

    # -- evidence ------------------------------------------------------------------

    def above(self, upper: int, lower: int, odds: float) -> OrderListing:
        return self._times([odds if is_so else 1.0 for is_so in self._at.above[upper][lower]])

    def chain(self, order: Sequence[int], odds: float) -> OrderListing:
        belief = self
        for place, upper in enumerate(order):
            for lower in order[place + 1 :]:
                belief = belief.above(upper, lower, odds)
        return belief

    def ranked(self, issue: int, likelihood: Sequence[float]) -> OrderListing:
        return self._times([likelihood[place] for place in self._at.place[issue]])

    def leaning(self, leans: Sequence[float], strength: float) -> OrderListing:
        slope = strength / self.count
        factors: list[float] | None = None
        for issue, lean in enumerate(leans):
            if lean:
                by_place = [exp(slope * lean * weight) for weight in range(self.count, 0, -1)]
                here = [by_place[place] for place in self._at.place[issue]]
                factors = here if factors is None else list(map(mul, factors, here))
        return self if factors is None else self._times(factors)

    def preferred(self, differences: Sequence[float], strength: float) -> OrderListing:
        slope = -strength / self.count
        return self._times(
            [
                1.0 / (1.0 + exp(min(_MOST_EXPONENT, slope * worth)))
                for worth in self._worths(differences)
            ]
        )

    def moved(self, given: Sequence[float]) -> OrderListing:
        share = 1.0 / self._at.whole
        costs = [share * worth for worth in self._worths(given)]
        old = self._reckoned or (self._at.alike,) * len(_RECKONERS)
        new = []
        for row, (mean, spread) in zip(old, _RECKONERS, strict=True):
            middle = 3.0 * spread * spread
            height = _T3 / spread * middle * middle
            far = [middle + (cost - mean) * (cost - mean) for cost in costs]
            new.append([p * (height / (off * off) + _CARELESS) for p, off in zip(row, far)])
        largest = max(map(max, new))
        scaled = tuple([max(p / largest, _LEAST) for p in row] for row in new)
        return OrderListing(self.count, self._factors, scaled)

    # -- what is believed ------------------------------------------------------------

    def probability(self, order: Order) -> float:
        return self._all()[self._at.orders.index(order)]

    def rank_probability(self, issue: int, place: int) -> float:
        places = self._at.place[issue]
        return sum([p for p, here in zip(self._all(), places) if here == place])

    def above_probability(self, upper: int, lower: int) -> float:
        return sum([p for p, is_so in zip(self._all(), self._at.above[upper][lower]) if is_so])

    def expected_weights(self) -> tuple[float, ...]:
        chances = self._all()
        return tuple([sum(map(mul, chances, weights)) for weights in self._at.weights])

    def most_likely(self) -> Order:
        chances = self._all()
        # Orders stand by number, and sums of equals may differ by a hair.
        almost = (1.0 - 1e-12) * max(chances)
        return self._at.orders[next(at for at, p in enumerate(chances) if p >= almost)]

    # -- inside -----------------------------------------------------------------------

    def _worths(self, figures: Sequence[float]) -> list[float]:
        """Under each order the sum of weight times figure."""
        worths = self._at.nothing
        for figure, weights in zip(figures, self._at.weights, strict=True):
            if figure:
                worths = list(map(add, worths, [figure * weight for weight in weights]))
        return worths

    def _times(self, likelihood: Iterable[float]) -> OrderListing:
        raw = list(map(mul, self._factors, likelihood))
        largest = max(raw)
        least = _LEAST * largest
        scaled = [p / largest if p > least else _LEAST for p in raw]
        return OrderListing(self.count, scaled, self._reckoned)

    def _all(self) -> list[float]:
        """The probability of each order."""
        if self._chances is None:
            raw = self._factors
            if self._reckoned is not None:
                raw = list(map(mul, raw, map(add, *self._reckoned)))
            total = sum(raw)
            self._chances = [p / total for p in raw]
        return self._chances


class _Table(NamedTuple):
    """What the orders of some issues are like, by number. By issue: its `place` and its weight
    in each order; by pair: in which orders one stands `above` the other. `whole`: all weights."""

    orders: tuple[Order, ...]
    place: tuple[tuple[int, ...], ...]
    weights: tuple[tuple[int, ...], ...]
    above: tuple[tuple[tuple[bool, ...], ...], ...]
    whole: int
    alike: list[float]
    nothing: list[float]


@lru_cache(maxsize=MOST_LISTED)
def _table(count: int) -> _Table:
    issues = range(count)
    orders = tuple(permutations(issues))
    place = tuple(tuple(order.index(issue) for order in orders) for issue in issues)
    return _Table(
        orders=orders,
        place=place,
        weights=tuple(tuple(count - rank for rank in ranks) for ranks in place),
        above=tuple(
            tuple(tuple(a < b for a, b in zip(place[one], place[other])) for other in issues)
            for one in issues
        ),
        whole=count * (count + 1) // 2,
        alike=[1.0] * len(orders),
        nothing=[0.0] * len(orders),
    )
