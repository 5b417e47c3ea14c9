"""Guesses of the other side's order. Source: exercise.md R32."""

from __future__ import annotations

from itertools import permutations

import pytest

from negosim.reports.guess import guessed


@pytest.mark.parametrize(
    ("order", "right", "inversions"),
    [
        ((0, 3, 2, 1), 4, 0),
        ((3, 0, 2, 1), 2, 1),
        ((1, 2, 3, 0), 0, 6),  # the true order backwards
        ((0, 1, 2, 3), 2, 3),
        ((2, 1, 0, 3), 0, 4),
    ],
)
def test_positions_and_inversions_are_counted_against_the_true_order(
    order: tuple[int, ...], right: int, inversions: int
) -> None:
    # The course's client: price, delivery, service, payment (exercise.md R3).
    found = guessed(order, (0, 3, 2, 1))
    assert (found.right, found.inversions) == (right, inversions)


def test_over_all_orders_inversions_run_from_none_to_every_pair() -> None:
    truth = (2, 0, 3, 1)
    found = [guessed(order, truth) for order in permutations(range(4))]
    assert sorted(each.inversions for each in found) == sorted(
        # Mahonian numbers of 4: how many orders have 0..6 inversions.
        [0] + [1] * 3 + [2] * 5 + [3] * 6 + [4] * 5 + [5] * 3 + [6]
    )
    assert [each.order for each in found if each.right == 4] == [truth]
