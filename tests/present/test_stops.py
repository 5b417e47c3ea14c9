"""Where steppers stop."""

from __future__ import annotations

import built
import pytest

from negosim.engine.sides import Side
from negosim.present.stops import larger, next_stop, stride

THIRD = built.third_vendor()


def walk(number: int, start: int, *, upward: bool, within: tuple[int, int]) -> list[int]:
    """Every stop from `start` to the end."""
    issue, yard = THIRD.issues[number], THIRD.yardsticks[Side.VENDOR][number]
    marks = THIRD.marks[Side.VENDOR][number]
    out = [start]
    while True:
        tick = next_stop(issue, marks, yard, out[-1], upward=upward, within=within)
        if tick == out[-1]:
            return out
        out.append(tick)


def test_a_price_goes_by_fives_and_stops_at_its_levels_and_at_the_bound() -> None:
    # Source: exercise.md R5: the vendor's levels begin at 240, 214 and 188.
    stops = walk(0, 240, upward=False, within=(240, 188))
    assert stops == [240, 235, 230, 225, 220, 215, 214, 210, 205, 200, 195, 190, 188]


def test_the_way_back_passes_the_same_stops() -> None:
    down = walk(0, 240, upward=False, within=(240, 188))
    assert walk(0, 188, upward=True, within=(240, 188)) == down[::-1]


def test_a_value_between_two_stops_goes_to_the_next_one() -> None:
    assert walk(0, 233, upward=True, within=(188, 243)) == [233, 235, 240, 243]


def test_a_ladder_of_numbers_goes_by_amount_whatever_its_order() -> None:
    # Payment is listed 90, 75, 60, 45, 30: larger is toward its first option.
    assert larger(THIRD.issues[1]) == -1
    assert walk(1, 2, upward=True, within=(0, 4)) == [2, 1, 0]
    assert walk(1, 2, upward=False, within=(0, 3)) == [2, 3]


def test_a_ladder_of_words_goes_as_it_is_listed() -> None:
    assert larger(THIRD.issues[2]) == 1
    assert walk(2, 1, upward=True, within=(0, 4)) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("quote", "floor", "size"), [(310, 188, 5), (50, 38, 1), (400, 100, 10), (9_000, 1_000, 200)]
)
def test_a_stride_is_a_round_part_of_the_band(quote: int, floor: int, size: int) -> None:
    entry = built.numeric("n", (1, quote, (quote + floor) // 2, floor), (1, 0, 1, 2))
    scenario = built.scenario_of(entry)
    assert stride(scenario.issues[0], scenario.marks[Side.VENDOR][0]) == size
