"""A belief over the orders of up to eight issues, summed over sets instead of listed.

Most evidence speaks of a pair of issues ("price above delivery") or of the rank of one,
so the weight of an order is a product of pair and rank factors. Sums over all n! orders
then run over the 2^n sets of issues that may stand above a given one: exact for 8 issues
(40,320 orders). Comparisons of whole packages are no such product and are taken at their
tangent in the present mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, prod

from negosim.engine.issue import Order

Placement = tuple[int, int, int, int, int]
"""(set of issues above, the issue placed next, the set with it, how many stand above,
where the pair factor of the lowest one above stands)."""

_LEAST = 1e-9
"""No factor falls below this share of the largest beside it: no evidence is final."""
_USUAL = 0.03
_SPREAD = 0.12
"""What a package costs its maker against the one before, as a share of its whole worth. Wider
than where orders are listed: a tangent forgets how the weights of issues hang together, and
would be too sure of itself."""


class OrderSums:
    """An `OrderBelief`."""

    __slots__ = ("_above", "_at_rank", "_cells", "_pairs", "_ranks", "_weights", "count")

    def __init__(
        self,
        count: int,
        pairs: list[float] | None = None,
        ranks: list[float] | None = None,
    ) -> None:
        """`pairs[i * count + j]`: factor of i above j; `ranks[i * count + k]`: of i at place k.

        The lists are kept and never changed.
        """
        self.count = count
        self._pairs = pairs or [1.0] * (count * count)
        self._ranks = ranks or [1.0] * (count * count)
        self._cells: list[float] | None = None
        self._at_rank: list[list[float]] | None = None
        self._above: list[list[float]] | None = None
        self._weights: tuple[float, ...] | None = None

    # -- evidence ------------------------------------------------------------------

    def above(self, upper: int, lower: int, odds: float) -> OrderSums:
        pairs = self._pairs.copy()
        more, less = upper * self.count + lower, lower * self.count + upper
        here, there = pairs[more] * odds, pairs[less]
        largest = max(here, there)
        pairs[more], pairs[less] = max(here / largest, _LEAST), max(there / largest, _LEAST)
        return OrderSums(self.count, pairs, self._ranks)

    def chain(self, order: Sequence[int], odds: float) -> OrderSums:
        belief = self
        for place, upper in enumerate(order):
            for lower in order[place + 1 :]:
                belief = belief.above(upper, lower, odds)
        return belief

    def ranked(self, issue: int, likelihood: Sequence[float]) -> OrderSums:
        ranks = self._ranks.copy()
        _weigh(ranks, issue * self.count, likelihood)
        return OrderSums(self.count, self._pairs, ranks)

    def leaning(self, leans: Sequence[float], strength: float) -> OrderSums:
        count = self.count
        ranks = self._ranks.copy()
        for issue, lean in enumerate(leans):
            if lean:
                slope = strength * lean / count
                _weigh(
                    ranks, issue * count, [exp(slope * weight) for weight in range(count, 0, -1)]
                )
        return OrderSums(count, self._pairs, ranks)

    def preferred(self, differences: Sequence[float], strength: float) -> OrderSums:
        worth = sum(d * w for d, w in zip(differences, self.expected_weights(), strict=True))
        surprise = 1.0 / (1.0 + exp(min(30.0, strength * worth / self.count)))
        return self.leaning(differences, surprise * strength)

    def moved(self, given: Sequence[float]) -> OrderSums:
        whole = self.count * (self.count + 1) / 2
        weights = self.expected_weights()
        cost = sum(g * w for g, w in zip(given, weights, strict=True)) / whole
        # What is doubtful about the weights is doubtful about the cost.
        doubt = sum(g * g * self._variance(issue) for issue, g in enumerate(given) if g)
        pull = (_USUAL - cost) / (_SPREAD**2 + doubt / whole**2)
        return self.leaning(given, pull * self.count / whole)

    # -- what is believed ------------------------------------------------------------

    def probability(self, order: Order) -> float:
        ranks = prod(self._ranks[issue * self.count + k] for k, issue in enumerate(order))
        pairs = prod(
            self._pairs[upper * self.count + lower]
            for place, upper in enumerate(order)
            for lower in order[place + 1 :]
        )
        return ranks * pairs / self._tops(self._factors())[-1]

    def rank_probability(self, issue: int, place: int) -> float:
        return self._marginals()[issue][place]

    def above_probability(self, upper: int, lower: int) -> float:
        if self._above is None:
            self._above = self._pair_marginals()
        return self._above[upper][lower]

    def expected_weights(self) -> tuple[float, ...]:
        if self._weights is None:
            count = self.count
            self._weights = tuple(
                count - sum(place * chance for place, chance in enumerate(row))
                for row in self._marginals()
            )
        return self._weights

    def most_likely(self) -> Order:
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * (1 << self.count)
        best[0] = (1.0, ())
        for (upper, issue, whole, _, _), factor in zip(_placements(self.count), self._factors()):
            weight = best[upper][0] * factor
            old_weight, old_order = best[whole]
            order = (*best[upper][1], issue)
            closely = abs(weight - old_weight) <= 1e-12 * old_weight
            if (not closely and weight > old_weight) or (closely and order < old_order):
                best[whole] = (weight, order)
        return best[-1][1]

    # -- sums over orders ------------------------------------------------------------

    def _factors(self) -> list[float]:
        """The factor of each placement, in the order of `_placements`."""
        count, pairs, ranks = self.count, self._pairs, self._ranks
        # The pair factors of an issue below a set: those below the set without its lowest
        # member, times one more.
        below = [1.0] * (count << count)
        factors = []
        for upper, issue, _, above, last in _placements(count):
            here = upper * count + issue
            if upper:
                rest = (upper & (upper - 1)) * count + issue
                below[here] = below[rest] * pairs[last]
            factors.append(below[here] * ranks[issue * count + above])
        return factors

    def _tops(self, factors: list[float]) -> list[float]:
        """For each set of issues the sum over its orders as the top part of an order."""
        tops = [0.0] * (1 << self.count)
        tops[0] = 1.0
        for (upper, _, whole, _, _), factor in zip(_placements(self.count), factors):
            tops[whole] += tops[upper] * factor
        return tops

    def _chances(self) -> list[float]:
        """The probability of each placement: that exactly that set stands above that issue."""
        if self._cells is not None:
            return self._cells
        factors = self._factors()
        tops = self._tops(factors)
        placements = _placements(self.count)
        bottoms = [0.0] * (1 << self.count)
        bottoms[-1] = 1.0 / tops[-1]
        chances = []
        for (upper, _, whole, _, _), factor in zip(reversed(placements), reversed(factors)):
            below = factor * bottoms[whole]
            bottoms[upper] += below
            chances.append(tops[upper] * below)
        chances.reverse()
        self._cells = chances
        return chances

    def _marginals(self) -> list[list[float]]:
        """P(issue at place), a row an issue."""
        if self._at_rank is None:
            at_rank = [[0.0] * self.count for _ in range(self.count)]
            for (_, issue, _, above, _), chance in zip(_placements(self.count), self._chances()):
                at_rank[issue][above] += chance
            self._at_rank = at_rank
        return self._at_rank

    def _variance(self, issue: int) -> float:
        """Of the weight of an issue."""
        chances = self._marginals()[issue]
        mean = sum(place * p for place, p in enumerate(chances))
        return sum((place - mean) ** 2 * p for place, p in enumerate(chances))

    def _pair_marginals(self) -> list[list[float]]:
        """P(row above column)."""
        over = [[0.0] * self.count for _ in range(self.count)]
        for (upper, issue, _, _, _), chance in zip(_placements(self.count), self._chances()):
            for above in range(self.count):
                if upper >> above & 1:
                    over[above][issue] += chance
        return over


def _weigh(factors: list[float], start: int, likelihood: Sequence[float]) -> None:
    """Multiply a stretch of factors by a likelihood, in place; its largest becomes 1."""
    raw = [factors[start + k] * chance for k, chance in enumerate(likelihood)]
    largest = max(raw)
    factors[start : start + len(raw)] = [max(value / largest, _LEAST) for value in raw]


@lru_cache(maxsize=16)
def _placements(count: int) -> tuple[Placement, ...]:
    """All placements, smaller sets before the sets that hold them."""
    return tuple(
        (
            upper,
            issue,
            upper | 1 << issue,
            upper.bit_count(),
            ((upper & -upper).bit_length() - 1) * count + issue,
        )
        for upper in range(1 << count)
        for issue in range(count)
        if not upper >> issue & 1
    )
