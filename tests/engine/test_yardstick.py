"""Levels, thresholds and worth of single issues."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest
import small
from hypothesis import given, settings

from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.yardstick import (
    Yardstick,
    ladder_level,
    level_ticks,
    par,
    points,
    round_half_even,
)


def price(side: Side) -> Yardstick:
    return built.third_vendor().yardsticks[side][0]


@pytest.mark.parametrize(
    ("value", "level"),
    [(400, 5), (310, 5), (309, 4), (275, 4), (274, 3), (240, 3), (239, 2), (214, 2),
     (213, 1), (188, 1), (187, 0), (0, 0)],
)  # fmt: skip
def test_the_course_price_has_the_printed_vendor_levels(value: int, level: int) -> None:
    assert price(Side.VENDOR).level(value) == level  # exercise.md R5


@pytest.mark.parametrize(
    ("value", "level"),
    [(0, 5), (170, 5), (171, 4), (197, 4), (198, 3), (225, 3), (226, 2), (245, 2),
     (246, 1), (265, 1), (266, 0), (400, 0)],
)  # fmt: skip
def test_the_course_price_has_the_printed_client_levels(value: int, level: int) -> None:
    assert price(Side.CLIENT).level(value) == level  # exercise.md R5


def test_thresholds_of_the_course_price_are_exact_halves() -> None:
    # exercise.md R5: 188, 214, 240, 275, 310 and 265, 245, 225, 197.5, 170 (gains: negated)
    assert [Fraction(t, 2) for t in price(Side.VENDOR).thresholds] == [188, 214, 240, 275, 310]
    assert [Fraction(-t, 2) for t in price(Side.CLIENT).thresholds] == [
        265, 245, 225, Fraction(395, 2), 170,
    ]  # fmt: skip


def test_a_seat_s_ticks_stand_on_the_last_value_of_each_level() -> None:
    scenario = built.third_vendor()
    issue = scenario.issues[0]
    assert level_ticks(issue, price(Side.VENDOR)) == (
        (5, 310), (4, 275), (3, 240), (2, 214), (1, 188),
    )  # fmt: skip
    assert level_ticks(issue, price(Side.CLIENT)) == (
        (5, 170), (4, 197), (3, 225), (2, 245), (1, 265),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (2, "51"),
        (3, "531"),
        (4, "5421"),  # exercise.md R6
        (5, "54321"),
        (6, "543321"),  # exercise.md R6
        (9, "544432221"),  # exercise.md R6
    ],
)
def test_a_ladder_s_levels_round_halves_to_even(count: int, expected: str) -> None:
    assert "".join(str(ladder_level(place, count)) for place in range(count)) == expected


@pytest.mark.parametrize(
    ("numerator", "denominator", "whole"),
    [(0, 3, 0), (1, 2, 0), (3, 2, 2), (5, 2, 2), (7, 2, 4), (4, 3, 1), (5, 3, 2)],
)
def test_halves_round_to_even(numerator: int, denominator: int, whole: int) -> None:
    assert round_half_even(numerator, denominator) == whole


def test_public_levels_of_a_ladder_are_mirrored_for_the_client() -> None:
    scenario = built.scenario_of(
        built.ladder("x", ("a", "b", "c"), (1, 0, 1, 2), (1, 2, 1, 0), levels=(5, 4, 4))
    )
    assert scenario.yardsticks.vendor[0].by_option == (5, 4, 4)
    assert scenario.yardsticks.client[0].by_option == (1, 2, 2)


@pytest.mark.parametrize(
    ("value", "vendor", "client"),
    [
        (400, 5, 1), (300, 5, 1), (299, 4, 2), (270, 4, 2), (269, 3, 3), (240, 3, 3),
        (239, 2, 4), (200, 2, 4), (199, 1, 5), (150, 1, 5), (149, 1, 5), (0, 1, 5),
    ],
)  # fmt: skip
def test_public_levels_of_numbers_are_mirrored_at_every_value(
    value: int, vendor: int, client: int
) -> None:
    # scenario-format.md: a value between two takes the level it has reached for the
    # vendor, beyond the ends the nearest; then levels are mirrored (R6).
    scenario = built.scenario_of(
        built.numeric(
            "price",
            (1, 310, 240, 188),
            (1, 170, 225, 265),
            levels=(300, 270, 240, 200, 150),
        )
    )
    assert scenario.yardsticks.vendor[0].level(value) == vendor
    assert scenario.yardsticks.client[0].level(value) == client


@pytest.mark.parametrize(("value", "vendor"), [(5, 5), (9, 5), (10, 4), (31, 3), (61, 1), (90, 1)])
def test_public_levels_hold_where_the_vendor_wants_little(value: int, vendor: int) -> None:
    scenario = built.scenario_of(
        built.numeric(
            "days", (1, 10, 30, 60), (1, 70, 40, 20), high=False, levels=(9, 20, 40, 50, 60)
        )
    )
    assert scenario.yardsticks.vendor[0].level(value) == vendor
    assert scenario.yardsticks.client[0].level(value) == 6 - vendor


def test_worth_runs_from_nothing_at_the_floor_to_the_weight_at_the_quote() -> None:
    scenario = built.third_vendor()
    for side in SIDES:
        scale = scenario.worth_scale[side]
        for yard, mark in zip(scenario.yardsticks[side], scenario.marks[side], strict=True):
            assert yard.worth(mark.floor) == 0
            assert yard.worth(mark.quote) == yard.weight * scale
    # Beyond the floor it goes below nothing, not clipped (R5): 66 of 122 under it, weight 3.
    vendor = price(Side.VENDOR)
    assert Fraction(vendor.worth(122), scenario.worth_scale.vendor) == Fraction(-3 * 66, 122)


def test_points_are_weight_times_level_of_the_issues_named() -> None:
    yards = built.third_vendor().yardsticks.vendor
    assert points(yards, (240, 2, 2, 2)) == 30  # exercise.md R46
    assert points(yards, (240, None, None, None)) == 9
    assert points(yards, (None, None, None, None)) == 0
    assert par(yards) == 30  # exercise.md R45


@given(small.scenarios())
@settings(deadline=None, max_examples=100)
def test_a_level_never_falls_as_a_value_gets_better(scenario: Scenario) -> None:
    for side in SIDES:
        for issue, yard in zip(scenario.issues, scenario.yardsticks[side], strict=True):
            last = len(issue.options) - 1 if issue.is_ladder else 13
            ticks = range(last + 1) if yard.sign > 0 else range(last, -1, -1)
            found = [yard.level(tick) for tick in ticks]
            assert found == sorted(found)


@given(small.scenarios())
@settings(deadline=None, max_examples=100)
def test_marks_without_public_levels_have_the_levels_of_their_names(scenario: Scenario) -> None:
    for side in SIDES:
        for issue, yard, mark in zip(
            scenario.issues, scenario.yardsticks[side], scenario.marks[side], strict=True
        ):
            if not issue.is_ladder and issue.levels is None:
                assert yard.level(mark.quote) == 5
                assert yard.level(mark.target) in (3, 4)  # 4 where half-way is less than a tick
                assert yard.level(mark.floor) in (1, 2)
                assert yard.level(mark.floor - yard.sign) == 0
