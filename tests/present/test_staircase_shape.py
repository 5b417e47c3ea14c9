"""The geometry of a concession staircase. Source: exercise.md R26, R28, R29."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest

from negosim.engine.sides import Side
from negosim.engine.yardstick import sign_of
from negosim.present.staircase_shape import StaircaseShape, shrinking, staircase_shape, told_by
from negosim.reports.staircase import Told

THIRD = built.third_vendor()
PRICE, SERVICE = 0, 2


def shape(
    sizes: tuple[int, ...], side: Side = Side.VENDOR, issue: int = PRICE, **more: int
) -> StaircaseShape:
    marks = THIRD.marks[side][issue]
    sign = sign_of(THIRD.issues[issue], side)
    return staircase_shape(
        THIRD.issues[issue],
        sizes,
        "en",
        start=marks.quote,
        sign=sign,
        marks=marks,
        floor=marks.floor,
        told=None if THIRD.issues[issue].is_ladder else told(sizes, side),
        **more,
    )


def told(sizes: tuple[int, ...], side: Side = Side.VENDOR) -> Told | None:
    marks = THIRD.marks[side][PRICE]
    sign = sign_of(THIRD.issues[PRICE], side)
    return told_by(sizes, start=marks.quote, sign=sign, marks=marks, floor=marks.floor)


def test_the_course_s_steps_tell_230_within_five_per_cent_of_the_band() -> None:
    assert told((40, 20, 10)) == Told(
        Fraction(230), Fraction(2239, 10), Fraction(2361, 10), floor_inside=False
    )


def test_one_step_and_steps_that_do_not_shrink_tell_nothing() -> None:
    assert told((40,)) is None
    assert told((30, 30, 10)[:2]) is None
    assert told(()) is None


def test_steps_that_point_at_the_floor_say_so() -> None:
    # 310, 250, 219: the limit 31 * 31 / 29 beyond 219 is 185.9; the floor is 188.
    found = told((60, 31))
    assert found is not None
    assert found.limit == 219 - Fraction(961, 29)
    assert found.floor_inside


def test_a_client_s_steps_go_up_and_tell_a_higher_limit() -> None:
    # 170, 203, 218, 225: 7 * 7 / 8 beyond 225.
    found = told((33, 15, 7), Side.CLIENT)
    assert found is not None
    assert found.limit == 225 + Fraction(49, 8)


@pytest.mark.parametrize(
    ("sizes", "holds"),
    [((40, 20, 10), True), ((30, 30, 10), False), ((10, 20, 40), False), ((5,), True), ((), True)],
)
def test_sizes_shrink_when_each_is_smaller_than_the_one_before(
    sizes: tuple[int, ...], holds: bool
) -> None:
    assert shrinking(sizes) is holds


def test_treads_follow_each_other_from_the_quote_down() -> None:
    found = shape((40, 20, 10))
    assert [tread.value for tread in found.treads] == ["310", "270", "250", "240"]
    assert [tread.size for tread in found.treads] == ["", "−40", "−20", "−10"]
    assert [tread.shrinks for tread in found.treads] == [None, None, True, True]
    heights = [tread.y for tread in found.treads]
    assert heights == sorted(heights)
    assert all(
        before.right == after.left
        for before, after in zip(found.treads, found.treads[1:], strict=False)
    )
    assert found.treads[0].y == found.quote.y
    assert found.treads[-1].y == found.target.y


def test_a_client_s_sizes_are_what_the_amount_grows_by() -> None:
    assert [tread.size for tread in shape((33, 15), Side.CLIENT).treads] == ["", "+33", "+15"]


def test_a_step_that_does_not_shrink_is_marked() -> None:
    assert [tread.shrinks for tread in shape((30, 30, 10)).treads] == [None, None, False, True]


def test_the_marks_stand_in_the_side_s_own_order_for_both_sides() -> None:
    for side in Side:
        found = shape((), side)
        assert 0 < found.quote.y < found.target.y < found.limit.y < 1


def test_what_is_told_is_drawn_between_its_band_and_led_to_by_ghosts() -> None:
    found = shape((40, 20, 10))
    assert found.told is not None
    assert found.told.value == "230"
    assert found.told.top < found.told.y < found.told.bottom
    assert not found.told.beyond
    assert not found.told.near
    # 10 * r with r = 1/2: 235, 232.5, 231.25 on the way to 230.
    assert [ghost.tick for ghost in found.ghosts] == [235, 232, 231]
    assert found.ghosts[-1].right == pytest.approx(1.0)


def test_a_limit_far_off_is_said_to_lie_beyond_the_picture() -> None:
    found = shape((40, 39))
    assert found.told is not None
    assert found.told.beyond
    assert found.told.y == 1


def test_what_the_steps_tell_does_not_move_the_scale() -> None:
    assert shape((40, 20)).quote == shape((40, 39)).quote


def test_a_height_leads_back_to_its_tick() -> None:
    for side in Side:
        found = shape((33, 15), side)
        for tread in found.treads:
            assert found.tick_at(tread.y) == tread.tick


def test_a_place_across_leads_to_the_step_that_stands_there() -> None:
    found = shape((40, 20, 10))
    assert found.step_at(found.treads[0].left) is None
    for step, tread in enumerate(found.treads[1:]):
        assert found.step_at((tread.left + tread.right) / 2) == step
    assert found.step_at(0.99) == 2


def test_steps_along_a_ladder_are_counted_and_tell_nothing() -> None:
    found = shape((1, 1), issue=SERVICE)
    assert [tread.value for tread in found.treads] == ["m12", "m18", "m24"]
    assert [tread.size for tread in found.treads] == ["", "1 step", "1 step"]
    assert found.told is None
    assert found.ghosts == ()


def test_room_is_left_for_steps_that_are_not_planned_yet() -> None:
    assert shape((40,), places=3).treads[-1].right < shape((40,)).treads[-1].right
