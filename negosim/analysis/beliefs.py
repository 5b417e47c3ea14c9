"""What a side believes of the other's secret order: a Bayes filter over all orders.

Evidence comes in as likelihoods, one update a piece, in any sequence; what a move is
evidence of is decided by the caller. No evidence is final. Limits are the business of
`belief_limits`. Nothing here sees a scenario, a state or a side's marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from negosim.analysis.order_listing import MOST_LISTED, OrderListing
from negosim.analysis.order_sums import OrderSums
from negosim.engine.issue import Order


class OrderBelief(Protocol):
    """A probability for each order of `count` issues; an update gives a new belief.

    Marginals are worked out on the first question asked of a belief, so a chain of
    updates costs no sums. In an order of n issues the first weighs n, the last 1.
    """

    count: int

    def above(self, upper: int, lower: int, odds: float) -> OrderBelief:
        """After evidence `odds` times likelier when `upper` ranks above `lower` than below it."""

    def chain(self, order: Sequence[int], odds: float) -> OrderBelief:
        """After evidence that the issues of `order` rank in that order, each pair with `odds`."""

    def ranked(self, issue: int, likelihood: Sequence[float]) -> OrderBelief:
        """After evidence on one issue: `likelihood[k]` that it would show, were the issue at place k."""

    def leaning(self, leans: Sequence[float], strength: float) -> OrderBelief:
        """After evidence whose log-likelihood is `strength` * sum of lean * weight / count.

        The lean of an issue is how much a move says for its weight: minus the share of
        the way conceded there. Equal leans say nothing, since the weights of an order sum to
        the same.
        """

    def preferred(self, differences: Sequence[float], strength: float) -> OrderBelief:
        """After a package was preferred to another that differs by `differences` in places.

        A logistic choice by worth: one that was expected anyway says little.
        Source: exercise.md R33.
        """

    def moved(self, given: Sequence[float]) -> OrderBelief:
        """After a package was followed by another that gives up `given` of its maker's way,
        issue by issue, less than 0 where it takes something back.

        Whoever takes back has reckoned: the second package costs him a little against the
        first, hardly ever much, and hardly ever is it better for him. Orders under which that
        holds are likelier. (The bidding model of Hindriks and Tykhonov 2008, put on
        differences, so that no pace over the whole match need be assumed.)
        """

    def probability(self, order: Order) -> float:
        """The probability of one whole order, first = most important."""

    def rank_probability(self, issue: int, place: int) -> float:
        """The probability that an issue stands at a place, 0 = most important."""

    def above_probability(self, upper: int, lower: int) -> float:
        """The probability that `upper` ranks above `lower`."""

    def expected_weights(self) -> tuple[float, ...]:
        """The mean weight of each issue, count .. 1; they sum as the weights do."""

    def most_likely(self) -> Order:
        """The order of highest probability; of equals the one that comes first by number."""


def order_belief(count: int) -> OrderBelief:
    """Every order of `count` issues alike; exact for all evidence up to five issues, and for
    all but `preferred` and `moved` beyond."""
    return OrderListing(count) if count <= MOST_LISTED else OrderSums(count)
