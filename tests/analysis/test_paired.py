"""Means, spreads and paired differences, against values worked out by hand."""

from __future__ import annotations

from math import gamma, pi, sqrt
from statistics import fmean, stdev

import pytest

from negosim.analysis import paired
from negosim.analysis.paired import Comparison, Moments, Paired


def moments(*values: int) -> Moments:
    found = Moments()
    for value in values:
        found.add(value)
    return found


def test_mean_and_spread_are_those_of_the_sample() -> None:
    # 30 32 37: mean 33, squared distances 9 + 1 + 16 = 26, 26/2 = 13.
    found = moments(30, 32, 37)
    assert found.count == 3
    assert found.mean == 33
    assert found.sd == pytest.approx(sqrt(13))


def test_spread_of_equal_values_and_of_one_value_is_nothing() -> None:
    assert moments(34, 34, 34).sd == 0
    assert moments(34).sd == 0
    assert moments(34).interval() is None


def test_sums_are_exact_however_many_values_there_are() -> None:
    values = [10**9 + each % 7 for each in range(20_000)]
    found = moments(*values)
    assert found.mean == fmean(values)
    assert found.sd == pytest.approx(stdev(values), rel=1e-12)


def test_a_few_values_take_students_t() -> None:
    # 1 2 3: mean 2, sd 1, t(2) = 4.303: half = 4.303 / sqrt(3) = 2.484.
    found = moments(1, 2, 3).interval()
    assert found == (pytest.approx(-0.484, abs=5e-4), pytest.approx(4.484, abs=5e-4))


def test_thirty_values_take_the_normal_approximation() -> None:
    # 15 times 0 and 15 times 2: mean 1, sd sqrt(30/29), half = 1.960 / sqrt(29) = 0.3640.
    thirty = moments(*[0, 2] * 15)
    assert thirty.interval() == (pytest.approx(0.6360, abs=5e-4), pytest.approx(1.3640, abs=5e-4))
    # 29 of them, without a 2: mean 28/29, t(28) = 2.048.
    fewer = moments(*[0, 2] * 14, 0)
    low, high = fewer.interval() or (0.0, 0.0)
    assert (high - low) / 2 == pytest.approx(2.048 * fewer.sd / sqrt(29))


@pytest.mark.parametrize("freedom", range(1, 29))
def test_the_table_leaves_one_in_forty_above(freedom: int) -> None:
    # The density of Student's t, by Simpson's rule from 0 to the table's value.
    scale = gamma((freedom + 1) / 2) / (sqrt(freedom * pi) * gamma(freedom / 2))

    def density(t: float) -> float:
        return float(scale * (1 + t * t / freedom) ** (-(freedom + 1) / 2))

    steps, end = 2000, paired._STUDENT[freedom - 1]
    width = end / steps
    inner = sum((4 if step % 2 else 2) * density(step * width) for step in range(1, steps))
    inside = (density(0) + inner + density(end)) * width / 3
    # Three decimals of t are half a thousandth of about 0.05.
    assert 0.5 - inside == pytest.approx(0.025, abs=3e-5)


def test_pairs_give_both_means_and_the_interval_of_their_difference() -> None:
    found = Paired()
    for one, other in ((36, 34), (30, 31), (35, 30)):
        found.add(one, other)
    # Differences 2 -1 5: mean 2, sd 3, half = 4.303 · 3 / sqrt(3) = 7.453.
    compared = found.comparison()
    assert compared.games == 3
    assert compared.one == pytest.approx(101 / 3)
    assert compared.other == pytest.approx(95 / 3)
    assert compared.difference == 2
    assert compared.interval == (
        pytest.approx(-5.453, abs=5e-4),
        pytest.approx(9.453, abs=5e-4),
    )


def test_luck_common_to_both_falls_out() -> None:
    found = Paired()
    for luck in (0, 20, 7, 13):
        found.add(21 + luck, 20 + luck)
    assert found.comparison().interval == (1, 1)


def test_without_games_there_is_nothing_to_say_and_with_one_no_interval() -> None:
    found = Paired()
    assert found.comparison() == Comparison(0, None, None, None, None)
    found.add(30, 20)
    assert found.comparison() == Comparison(1, 30, 20, 10, None)
