"""Time, what is unwritten and the points in reach, from one seat's own view."""

from __future__ import annotations

import built
import notation
import pytest

from negosim.engine.opening import solo_setup
from negosim.engine.words import ClockKind
from negosim.present.standing import (
    Kind,
    Reach,
    beyond_limit,
    reach,
    terms_in_reach,
    time_left_ms,
    unwritten_issues,
)

SCENARIO = built.third_vendor()
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def at_talks(line: str = "") -> notation.Match:
    return notation.Match.at_talks(SCENARIO).play(line)


def test_what_is_left_of_the_talks_never_falls_below_nothing() -> None:
    view = at_talks().view("v")
    assert time_left_ms(view, 60_000) == 29 * 60_000
    assert time_left_ms(view, 31 * 60_000) == 0
    unlimited = notation.Match.at_talks(SCENARIO, solo_setup(SCENARIO, clock=ClockKind.NONE))
    assert time_left_ms(unlimited.view("v"), 0) is None


def test_agreed_and_on_no_line_is_unwritten() -> None:
    match = at_talks("c offer delivery=45; v accept")
    assert unwritten_issues(match.view("v")) == (DELIVERY,)
    match.play("c notyet; v write; c confirm")
    assert unwritten_issues(match.view("v")) == ()


def test_signing_now_means_what_is_agreed_and_else_what_they_named() -> None:
    match = at_talks("c offer delivery=45; v accept; c offer price=200 payment=30")
    assert terms_in_reach(match.view("v")) == (200, 4, None, 3)
    # The client reads the vendor's quote where nothing is agreed, as it stands from the start.
    assert terms_in_reach(match.view("c")) == (310, 0, 0, 3)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        # R46: 240/60/m24/60 is worth 30 to the vendor.
        (
            "c offer price=240 payment=60 service=m24 delivery=60",
            Reach(Kind.WHOLE, (240, 2, 2, 2), 30),
        ),
        (
            "c offer price=240 payment=60 service=m24 delivery=60; v accept",
            Reach(Kind.AGREED, (240, 2, 2, 2), 30),
        ),
        ("c offer delivery=60", Reach(Kind.PARTLY, (None, None, None, 2), 3)),
        # R24: the vendor's limit on price is 188; nothing beyond it is ever signed.
        (
            "c offer price=187 payment=60 service=m24 delivery=60",
            Reach(Kind.BEYOND, (187, 2, 2, 2), None, (PRICE,)),
        ),
        (
            "c offer price=188 payment=60 service=m24 delivery=60",
            Reach(Kind.WHOLE, (188, 2, 2, 2), 24),
        ),
    ],
)
def test_points_are_in_reach_where_the_terms_may_be_signed(line: str, found: Reach) -> None:
    assert reach(at_talks(line).view("v")) == found


def test_beyond_the_limit_is_on_the_far_side_of_it_for_either_side() -> None:
    match = at_talks()
    assert beyond_limit(match.view("v"), (187, None, None, None)) == (PRICE,)
    assert beyond_limit(match.view("v"), (188, None, None, None)) == ()
    assert beyond_limit(match.view("c"), (266, None, None, None)) == (PRICE,)
    assert beyond_limit(match.view("c"), (265, None, None, None)) == ()
