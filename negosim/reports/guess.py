"""How near a side's guess of the other side's priorities came. No points, no words."""

from __future__ import annotations

from itertools import combinations

from negosim.engine.issue import Order
from negosim.engine.record import record


@record(frozen=True, slots=True)
class Guessed:
    """A locked guess beside the true order, both from the most important issue down.

    `right`: positions that agree, 0..n; `inversions`: pairs of issues ranked the
    wrong way round, 0..n(n - 1)/2. Source: exercise.md R32.
    """

    order: Order
    truth: Order
    right: int
    inversions: int


def guessed(order: Order, truth: Order) -> Guessed:
    """The guess measured; `order` and `truth` are permutations of the same issues."""
    place = {issue: rank for rank, issue in enumerate(truth)}
    return Guessed(
        order=order,
        truth=truth,
        right=sum(ours == theirs for ours, theirs in zip(order, truth, strict=True)),
        inversions=sum(place[first] > place[second] for first, second in combinations(order, 2)),
    )
