"""Contracts on the grid. The vectors are typed from the course's worked grid."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest

from negosim.engine.scoring import (
    CONDUCT_WEIGHTS,
    Merit,
    Quadrant,
    Tally,
    agreeable,
    conduct,
    exact_worth,
    levels,
    pars,
    quadrant,
    score,
    within_floor,
    worth,
)
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Principle

GRID_VECTORS = [
    ((3, 3, 3, 3), 30, 30),
    ((1, 5, 5, 1), 34, 38),
    ((2, 5, 4, 1), 35, 36),
    ((1, 5, 3, 1), 30, 42),
    ((1, 5, 1, 1), 26, 46),
    ((3, 5, 3, 1), 36, 34),
    ((5, 1, 3, 5), 30, 18),
    ((5, 5, 5, 5), 50, 10),
    ((1, 1, 1, 1), 10, 50),
    ((4, 4, 4, 4), 40, 20),
    ((2, 2, 2, 2), 20, 40),
    ((3, 4, 3, 2), 33, 32),
]
"""Vendor levels of price, payment, service, delivery; points of vendor and client."""


@pytest.mark.parametrize(("vendor_levels", "vendor", "client"), GRID_VECTORS)
def test_the_course_grid_scores_as_printed(
    vendor_levels: tuple[int, ...], vendor: int, client: int
) -> None:
    terms = tuple(5 - level for level in vendor_levels)
    found = score(built.course_grid(), terms)
    assert found.points == BySide(vendor, client)
    assert found.joint == vendor + client
    assert found.levels.vendor == vendor_levels
    assert found.levels.client == tuple(6 - level for level in vendor_levels)


def test_targets_of_the_vendor_score_its_par_and_less_for_the_client() -> None:
    scenario = built.third_vendor()
    found = score(scenario, (240, 2, 2, 2))  # 240, 60 %, 24 months, 60 days
    assert found.points == BySide(30, 26)  # exercise.md R46
    assert found.levels == BySide((3, 3, 3, 3), (2, 3, 3, 3))
    assert pars(scenario) == BySide(30, 30)  # exercise.md R45


def test_the_rivals_score_as_printed_and_the_better_is_the_client_s_walk_away() -> None:
    scenario = built.third_vendor()
    found = [score(scenario, rival.terms).points.client for rival in scenario.rivals]
    assert found == [22, 20]  # exercise.md R46
    assert scenario.walk_away == BySide(20, 22)


def test_an_issue_that_is_left_out_counts_nothing() -> None:
    found = score(built.third_vendor(), (240, None, None, 2))
    assert found.points == BySide(9 + 3, 8 + 9)
    assert found.levels == BySide((3, 0, 0, 3), (2, 0, 0, 3))


def test_a_value_beyond_the_floor_has_level_0_and_is_not_agreeable() -> None:
    scenario = built.third_vendor()
    below = (187, 0, 0, 0)
    assert levels(scenario.yardsticks.vendor, below) == (0, 5, 5, 5)
    assert not within_floor(scenario.yardsticks.vendor, below)
    assert not agreeable(scenario, below)
    assert within_floor(scenario.yardsticks.vendor, (188, 4, 4, 4))
    assert within_floor(scenario.yardsticks.vendor, (None, None, None, None))
    assert not within_floor(scenario.yardsticks.client, (266, None, None, None))


def test_a_ladder_option_beyond_a_floor_keeps_its_level_but_may_not_be_accepted() -> None:
    scenario = built.scenario_of(built.ladder("x", ("a", "b", "c"), (1, 0, 1, 1), (1, 2, 1, 0)))
    assert levels(scenario.yardsticks.vendor, (2,)) == (1,)  # exercise.md R6
    assert not within_floor(scenario.yardsticks.vendor, (2,))
    assert not agreeable(scenario, (2,))
    assert agreeable(scenario, (1,))


def test_agreeable_means_at_or_above_both_walk_aways() -> None:
    at_the_edge = built.third_vendor(walk_away=BySide(30, 26))
    assert agreeable(at_the_edge, (240, 2, 2, 2))
    assert not agreeable(built.third_vendor(walk_away=BySide(31, 26)), (240, 2, 2, 2))
    assert not agreeable(built.third_vendor(walk_away=BySide(30, 27)), (240, 2, 2, 2))


def test_worth_tells_apart_what_the_grid_calls_equal() -> None:
    scenario = built.third_vendor()
    at_240, at_274 = (240, 2, 2, 2), (274, 2, 2, 2)
    assert score(scenario, at_240).points.vendor == score(scenario, at_274).points.vendor
    # Vendor, R5: 3 x (value - 188)/122 for price and half of 4 + 2 + 1 for the ladders.
    assert exact_worth(scenario, Side.VENDOR, at_240) == 3 * Fraction(52, 122) + Fraction(7, 2)
    assert exact_worth(scenario, Side.VENDOR, at_274) == 3 * Fraction(86, 122) + Fraction(7, 2)
    assert exact_worth(scenario, Side.CLIENT, at_240) == 4 * Fraction(25, 95) + Fraction(6, 2)
    assert worth(scenario.yardsticks.vendor, (188, 4, 4, 4)) == 0


@pytest.mark.parametrize(
    ("vendor", "client", "expected"),
    [
        (30, 30, Quadrant.WIN_WIN),
        (30, 29, Quadrant.WIN_LOSE),
        (29, 30, Quadrant.LOSE_WIN),
        (29, 29, Quadrant.LOSE_LOSE),
    ],
)
def test_a_side_at_its_par_wins(vendor: int, client: int, expected: Quadrant) -> None:
    assert quadrant(BySide(vendor, client), BySide(30, 30)) is expected  # exercise.md R47


def test_equal_points_are_ordered_by_worth_and_then_by_conduct() -> None:
    best = Merit(31, Fraction(1), None)
    better = Merit(30, Fraction(5), Fraction(9, 10))
    good = Merit(30, Fraction(5), Fraction(8, 10))
    unjudged = Merit(30, Fraction(5), None)
    lesser = Merit(30, Fraction(-4), Fraction(1))
    broken_down = Merit(30, None, Fraction(1))
    jumbled = [good, best, lesser, broken_down, better, unjudged]
    assert sorted(jumbled, key=lambda merit: merit.key) == [  # exercise.md R44
        broken_down, lesser, unjudged, good, better, best,
    ]  # fmt: skip


def test_conduct_weighs_each_principle_by_its_share_kept() -> None:
    assert sum(CONDUCT_WEIGHTS.values()) == 100  # exercise.md R49
    tallies = (
        Tally(Principle.ASK_FIRST, 1, 2),  # 20 x 1/2
        Tally(Principle.EXCHANGE, 3, 3),  # 20
        Tally(Principle.SHRINKING, 0, 1),  # 15 x 0
        Tally(Principle.BREAKS, 0, 0),  # no occasion: out of the sum
        Tally(Principle.SIZE, 0, 4),  # shown, never scored (R23)
    )
    assert conduct(tallies) == Fraction(30, 55)
    assert conduct(()) is None
    assert conduct((Tally(Principle.SIZE, 1, 1),)) is None
