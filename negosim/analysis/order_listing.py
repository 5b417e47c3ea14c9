"""A belief over the orders of up to five issues: each of the n! orders has its probability.

Any evidence is exact here, comparisons of whole packages included: those are no product
over pairs or ranks, so they need the orders themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import permutations
from math import exp
from operator import add, itemgetter, mul
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
        return self._times(self._at.by_above[upper][lower]((1.0, odds)))

    def chain(self, order: Sequence[int], odds: float) -> OrderListing:
        belief = self
        for place, upper in enumerate(order):
            for lower in order[place + 1 :]:
                belief = belief.above(upper, lower, odds)
        return belief

    def ranked(self, issue: int, likelihood: Sequence[float]) -> OrderListing:
        return self._times(self._at.by_place[issue](likelihood))

    def leaning(self, leans: Sequence[float], strength: float) -> OrderListing:
        slope = strength / self.count
        likelihood: Sequence[float] = ()
        for issue, lean in enumerate(leans):
            if lean:
                at_place = [exp(slope * lean * weight) for weight in range(self.count, 0, -1)]
                here = self._at.by_place[issue](at_place)
                likelihood = list(map(mul, likelihood, here)) if likelihood else here
        return self._times(likelihood) if likelihood else self

    def preferred(self, differences: Sequence[float], strength: float) -> OrderListing:
        slope = -strength / self.count
        worths = self._worths(differences)
        return self._times(
            [1.0 / (1.0 + exp(min(_MOST_EXPONENT, slope * worth))) for worth in worths]
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
        return sum(self._at.with_place[issue][place](self._all()))

    def above_probability(self, upper: int, lower: int) -> float:
        return sum(self._at.with_above[upper][lower](self._all()))

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

    def _times(self, likelihood: Sequence[float]) -> OrderListing:
        """The posterior; the largest factor is made 1, and none is next to nothing."""
        factors = list(map(mul, self._factors, likelihood))
        largest = max(factors)
        least = _LEAST * largest
        if min(factors) > least:
            factors = [p / largest for p in factors]
        else:
            factors = [p / largest if p > least else _LEAST for p in factors]
        return OrderListing(self.count, factors, self._reckoned)

    def _all(self) -> list[float]:
        """The probability of each order."""
        if self._chances is None:
            raw = self._factors
            if self._reckoned is not None:
                raw = list(map(mul, raw, map(add, *self._reckoned)))
            total = sum(raw)
            self._chances = [p / total for p in raw]
        return self._chances


_Picker = Callable[[Sequence[float]], Sequence[float]]


def _picker(numbers: Sequence[int]) -> _Picker:
    """Picks the figures of these numbers."""
    if len(numbers) > 1:
        return itemgetter(*numbers)
    # Of a single number `itemgetter` would give the bare figure.
    return itemgetter(slice(numbers[0], numbers[0] + 1) if numbers else slice(0))


def _where(flags: Sequence[bool]) -> _Picker:
    """Picks the figures of the orders with a flag."""
    return _picker([number for number, flag in enumerate(flags) if flag])


class _Table(NamedTuple):
    """What the orders of some issues are like, by number. `weights`: of an issue in each order.

    Of a figure an order `with_place` picks those where an issue stands at a place, `with_above`
    those where one issue stands above another. `by_place` gives each order the figure of an
    issue's place in it, `by_above` the second of two figures where one stands above the other,
    else the first. `whole`: all weights.
    """

    orders: tuple[Order, ...]
    weights: tuple[tuple[float, ...], ...]
    with_place: tuple[tuple[_Picker, ...], ...]
    with_above: tuple[tuple[_Picker, ...], ...]
    by_place: tuple[_Picker, ...]
    by_above: tuple[tuple[_Picker, ...], ...]
    whole: int
    alike: list[float]
    nothing: list[float]


@lru_cache(maxsize=MOST_LISTED)
def _table(count: int) -> _Table:
    issues = range(count)
    orders = tuple(permutations(issues))
    place = tuple(tuple(order.index(issue) for order in orders) for issue in issues)
    is_above = tuple(
        tuple(tuple(a < b for a, b in zip(place[one], place[other])) for other in issues)
        for one in issues
    )
    return _Table(
        orders=orders,
        weights=tuple(tuple(float(count - rank) for rank in ranks) for ranks in place),
        with_place=tuple(
            tuple(_where([rank == at for rank in ranks]) for at in issues) for ranks in place
        ),
        with_above=tuple(tuple(map(_where, row)) for row in is_above),
        by_place=tuple(map(_picker, place)),
        by_above=tuple(tuple(map(_picker, row)) for row in is_above),
        whole=count * (count + 1) // 2,
        alike=[1.0] * len(orders),
        nothing=[0.0] * len(orders),
    )
