"""Labels side by side on one line, each near the place it wants."""

from __future__ import annotations

from negosim.present.label_row import spread


def test_labels_with_room_stand_centred_where_they_want() -> None:
    assert spread([50, 150], [20, 40], low=0, high=200) == (40, 130)


def test_a_label_at_an_end_is_moved_inside() -> None:
    assert spread([0, 200], [20, 40], low=0, high=200) == (0, 160)


def test_labels_that_want_one_place_stand_side_by_side() -> None:
    assert spread([100, 100], [20, 20], low=0, high=200, gap=4) == (90, 114)


def test_labels_crowded_at_the_end_push_each_other_back() -> None:
    assert spread([195, 198, 199], [20, 20, 20], low=0, high=200, gap=5) == (130, 155, 180)


def test_the_order_handed_in_does_not_matter() -> None:
    assert spread([150, 50], [40, 20], low=0, high=200) == (130, 40)
