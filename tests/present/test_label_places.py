"""Labels over and under a bar keep clear of each other."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from negosim.present.label_row import APART, Wish, placed


def test_a_label_stands_with_its_middle_where_it_wants_it() -> None:
    assert placed([Wish(50, 20)], 0, 100) == (40,)


def test_a_label_at_an_end_is_moved_inside() -> None:
    assert placed([Wish(0, 20), Wish(100, 30)], 0, 100) == (0, 70)


def test_an_earlier_label_keeps_its_place_and_a_later_one_is_nudged_as_far_as_it_may() -> None:
    assert placed([Wish(50, 20), Wish(60, 20, 20)], 0, 100) == (40, 60 + APART)
    assert placed([Wish(50, 20), Wish(60, 20, 10)], 0, 100) == (40, None)


def test_a_label_wider_than_the_lane_is_left_out() -> None:
    assert placed([Wish(50, 120)], 0, 100) == (None,)


def test_a_stretch_that_is_taken_is_kept_free() -> None:
    assert placed([Wish(50, 20, 40)], 0, 100, [(30, 55)]) == (55 + APART,)


@given(st.lists(st.tuples(st.floats(-20, 320), st.floats(1, 90), st.floats(0, 60)), max_size=12))
def test_no_two_labels_ever_touch(wishes: list[tuple[float, float, float]]) -> None:
    made = [Wish(*wish) for wish in wishes]
    spans = sorted(
        (at, at + wish.width) for at, wish in zip(placed(made, 0, 300), made) if at is not None
    )
    assert all(begin >= 0 and end <= 300 for begin, end in spans)
    assert all(first[1] + APART <= second[0] + 1e-6 for first, second in pairwise(spans))
