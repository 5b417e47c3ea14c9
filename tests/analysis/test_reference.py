"""The analysis against printed figures and against every outcome listed one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import hypot

import built
import pytest
import small
from hypothesis import given, settings

from negosim.analysis.reference import (
    analyse,
    better_for_both,
    created,
    distance,
    document,
    efficiency,
    frontier_terms,
)
from negosim.analysis.space import space_of
from negosim.catalog import load
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import agreeable, score
from negosim.engine.sides import SIDES, BySide

SHORT_FRONTIER = (
    (22, 43), (26, 42), (28, 40), (30, 38), (32, 36), (34, 34),
    (35, 32), (37, 30), (38, 28), (40, 26), (41, 23),
)  # fmt: skip


def every_outcome(scenario: Scenario) -> list[tuple[int, ...]]:
    """All contracts `outcomes` is to count, listed."""
    values = []
    for place, issue in enumerate(scenario.issues):
        if issue.is_ladder:
            values.append(range(len(issue.options)))
            continue
        marks = [scenario.marks[side][place] for side in SIDES]
        ticks = [tick for m in marks for tick in (m.quote, m.target, m.floor)]
        values.append(range(min(ticks), max(ticks) + 1))
    return list(product(*values))


def undominated(pairs: set[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted(
        (v, c)
        for v, c in pairs
        if not any(a >= v and b >= c and (a, b) != (v, c) for a, b in pairs)
    )


def test_the_third_vendor_without_a_vendor_walk_away_has_the_printed_figures() -> None:
    # exercise.md R46, walk-aways 0 and 22 (the client's from its rivals)
    analysis = analyse(built.third_vendor(walk_away=BySide(0, None)))
    assert analysis.outcomes == 17_625
    assert analysis.agreeable == 7_854
    assert analysis.pareto == ((10, 46), (14, 45), (18, 44), *SHORT_FRONTIER)
    assert analysis.nash == ((26, 42),)
    assert analysis.egalitarian == ((22, 43),)
    assert analysis.best_joint == 68
    assert analysis.walk_away == BySide(0, 22)


def test_the_third_vendor_with_its_own_walk_aways_has_the_printed_figures() -> None:
    analysis = analyse(built.third_vendor())  # exercise.md R46, walk-aways 20 and 22
    assert analysis.agreeable == 6_346
    assert analysis.pareto == SHORT_FRONTIER
    assert analysis.nash == ((32, 36), (34, 34))
    assert analysis.egalitarian == ((32, 36), (34, 34))


def test_the_mirrored_course_grid_has_the_printed_figures() -> None:
    analysis = analyse(built.course_grid())  # exercise.md R46
    assert analysis.outcomes == analysis.agreeable == 625
    assert analysis.par == BySide(30, 30)
    assert analysis.best_joint == 72
    assert len(analysis.pareto) == 21
    assert analysis.pareto[0] == (10, 50)
    assert analysis.pareto[-1] == (50, 10)
    assert analysis.nash == ((34, 38),)
    assert analysis.egalitarian == ((35, 36),)
    assert analysis.highest_smaller == 35


def test_the_course_grid_s_reference_contracts_are_the_printed_ones() -> None:
    scenario = built.course_grid()
    nash, egalitarian = frontier_terms(scenario, ((34, 38), (35, 36)))
    # exercise.md R46: vendor levels 1, 5, 5, 1 and 2, 5, 4, 1
    assert score(scenario, nash).levels.vendor == (1, 5, 5, 1)
    assert score(scenario, egalitarian).levels.vendor == (2, 5, 4, 1)


@pytest.mark.parametrize("count", range(1, 9))
def test_opposite_orders_create_the_most_that_mirrored_issues_allow(count: int) -> None:
    scenario = built.scenario_of(
        *(
            built.ladder(
                f"i{place}",
                ("a", "b", "c", "d", "e"),
                (place + 1, 0, 2, 4),
                (count - place, 4, 2, 0),
            )
            for place in range(count)
        )
    )
    weights = range(1, count + 1)
    spread = sum(abs(a - b) for a, b in zip(weights, reversed(weights), strict=True))
    analysis = analyse(scenario)
    assert analysis.best_joint == 6 * sum(weights) + 2 * spread  # exercise.md R46
    assert analysis.outcomes == analysis.agreeable == 5**count


@given(small.scenarios())
@settings(deadline=None, max_examples=150)
def test_folding_finds_what_listing_every_outcome_finds(scenario: Scenario) -> None:
    listed = every_outcome(scenario)
    good = [terms for terms in listed if agreeable(scenario, terms)]
    pairs = {tuple(score(scenario, terms).points) for terms in good}
    frontier = undominated(pairs)
    away = scenario.walk_away
    analysis = analyse(scenario)

    assert analysis.outcomes == len(listed)
    assert analysis.agreeable == len(good)
    assert list(analysis.pareto) == frontier
    products = {(v, c): (v - away.vendor) * (c - away.client) for v, c in frontier}
    smaller = {(v, c): min(v - away.vendor, c - away.client) for v, c in frontier}
    assert list(analysis.nash) == [p for p in frontier if products[p] == max(products.values())]
    assert list(analysis.egalitarian) == [
        p for p in frontier if smaller[p] == max(smaller.values())
    ]
    assert analysis.best_joint == max((v + c for v, c in pairs), default=None)
    assert analysis.highest_smaller == max((min(pair) for pair in pairs), default=None)


@given(small.scenarios())
@settings(deadline=None, max_examples=100)
def test_every_frontier_point_has_a_contract_that_gives_it(scenario: Scenario) -> None:
    analysis = analyse(scenario)
    for pair, terms in zip(analysis.pareto, frontier_terms(scenario, analysis.pareto), strict=True):
        assert tuple(score(scenario, terms).points) == pair
        assert agreeable(scenario, terms)


@given(small.scenarios())
@settings(deadline=None, max_examples=100)
def test_each_pair_of_points_is_counted_as_often_as_it_is_listed(scenario: Scenario) -> None:
    space = space_of(scenario)
    counts: dict[tuple[int, int], int] = {}
    for terms in every_outcome(scenario):
        if all(
            yard.sign * tick >= yard.floor_gain
            for side in SIDES
            for yard, tick in zip(scenario.yardsticks[side], terms, strict=True)
        ):
            pair = tuple(score(scenario, terms).points)
            counts[pair] = counts.get(pair, 0) + 1
    most = 5 * sum(yard.weight for yard in scenario.yardsticks.vendor)
    for pair in product(range(-1, most + 2), repeat=2):
        assert space.count(pair) == counts.get(pair, 0)
    assert list(space.pairs()) == sorted(counts)


def test_no_zone_on_one_issue_leaves_nothing_to_agree() -> None:
    scenario = built.scenario_of(
        built.numeric("price", (1, 310, 240, 188), (2, 100, 120, 150)),
        built.ladder("delivery", ("a", "b", "c"), (2, 0, 1, 2), (1, 2, 1, 0)),
        no_zone=(0,),
    )
    analysis = analyse(scenario)
    assert analysis.outcomes == 211 * 3  # 100..310
    assert document(analysis) == {
        "scenario": "hand-made",
        "outcomes": 633,
        "agreeable": 0,
        "pareto": [],
        "nash": [],
        "egalitarian": [],
        "par": [9, 9],
        "best_joint": None,
        "walk_away": {"vendor": 0, "client": 0},
    }
    assert efficiency(analysis, BySide(9, 9)) is None
    assert distance(analysis, BySide(9, 9)) is None


def test_walk_aways_above_every_contract_leave_nothing_to_agree() -> None:
    analysis = analyse(built.third_vendor(walk_away=BySide(42, 30)))
    assert analysis.agreeable == 0
    assert analysis.pareto == ()


def test_a_thousand_million_steps_are_counted_without_being_walked() -> None:
    scenario = built.scenario_of(
        built.numeric("price", (1, 10**9, 6 * 10**8, 0), (1, 0, 5 * 10**8, 10**9))
    )
    analysis = analyse(scenario)
    assert analysis.outcomes == analysis.agreeable == 10**9 + 1
    # Thresholds in 10^8: vendor 0, 3, 6, 8, 10; client 10, 7.5, 5, 2.5, 0.
    assert analysis.pareto == ((1, 5), (2, 3), (3, 2), (5, 1))
    assert space_of(scenario).count((2, 3)) == 2 * 10**8 + 1  # 3 to 5, both ends


def test_measures_of_a_contract_follow_their_definitions() -> None:
    analysis = analyse(built.third_vendor())
    reached = BySide(30, 26)  # exercise.md R46: 240/60/m24/60
    assert created(analysis, reached) == -4
    assert efficiency(analysis, reached) == Fraction(-4, 8)
    assert efficiency(analysis, BySide(34, 34)) == 1
    assert distance(analysis, reached) == pytest.approx(hypot(5, 6))  # to 35,32
    assert distance(analysis, BySide(34, 34)) == 0.0
    assert better_for_both(analysis, reached) == (
        (30, 38), (32, 36), (34, 34), (35, 32), (37, 30), (38, 28), (40, 26),
    )  # fmt: skip
    assert better_for_both(analysis, BySide(34, 34)) == ()


def test_efficiency_is_unknown_where_nothing_can_be_created() -> None:
    scenario = built.scenario_of(built.ladder("price", ("a", "b", "c"), (1, 0, 1, 2), (1, 2, 1, 0)))
    analysis = analyse(scenario)
    assert analysis.best_joint == 6 == sum(analysis.par)
    assert efficiency(analysis, BySide(3, 3)) is None


def test_points_that_no_contract_gives_have_no_example() -> None:
    with pytest.raises(ValueError, match="no contract gives 50 and 50 points"):
        frontier_terms(built.course_grid(), ((50, 50),))


def test_the_shipped_scenarios_have_the_printed_figures() -> None:
    third = analyse(load("third-vendor"))  # exercise.md R46, its own walk-aways 20 and 22
    assert document(third) == document(analyse(built.third_vendor()))
    grid = analyse(load("course-grid"))
    assert document(grid) == document(analyse(built.course_grid()))
