"""Concession staircases. Source: exercise.md R21, R26-R29."""

from __future__ import annotations

from fractions import Fraction

import built
from notation import Match

from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.sides import Side
from negosim.engine.words import TableKind
from negosim.reports.staircase import Staircase, StepKind, staircases
from negosim.reports.timeline import timeline


def stairs(lines: str, side: Side = Side.VENDOR) -> tuple[Staircase, ...]:
    match = Match.at_talks(built.third_vendor()).play(lines)
    return staircases(timeline(built.third_vendor(), match.log), side)


HALVING = (
    "c offer price=170; v offer price=270; c notyet; v offer price=250; c notyet;v offer price=240;"
)


def test_the_course_s_staircase_tells_a_limit_of_230() -> None:
    price = stairs(HALVING)[0]
    assert price.start == 310
    assert [(step.number, step.tick, step.size) for step in price.steps] == [
        (2, 270, 40), (4, 250, 20), (6, 240, 10),
    ]  # fmt: skip
    assert {step.kind for step in price.steps} == {StepKind.OFFER}
    assert price.told is not None
    # exercise.md R29: 310, 270, 250, 240 says 230; the band is R28's 5 % of 310 - 188.
    assert price.told.limit == 230
    assert (price.told.low, price.told.high) == (Fraction(2239, 10), Fraction(2361, 10))
    assert price.floor == 188
    assert not price.told.floor_inside


def test_a_band_that_holds_the_floor_says_so() -> None:
    # 310, 250, 219: r = 31/60, the limit 31 * 31 / 29 beyond 219 is 185.9.
    price = stairs("c offer price=170; v offer price=250; c notyet; v offer price=219; c notyet")[0]
    assert price.told is not None
    assert price.told.limit == 219 - Fraction(961, 29)
    assert price.told.floor_inside


def test_steps_that_do_not_shrink_tell_no_limit() -> None:
    price = stairs("c offer price=170; v offer price=290; c notyet; v offer price=270")[0]
    assert price.told is None
    assert [step.size for step in price.steps] == [20, 20]


def test_a_client_comes_up_from_its_own_first_offer() -> None:
    price = stairs(
        "c offer price=170; v notyet; c offer price=201; v notyet; c offer price=217;",
        Side.CLIENT,
    )[0]
    assert price.start == 170
    assert [step.size for step in price.steps] == [31, 16]
    assert price.told is not None
    # r = 16/31 upward from 217: course-facts 4.3 mirrors the vendor's halving.
    assert price.told.limit == 217 + Fraction(256, 15)


def test_an_issue_never_named_has_no_start_and_no_steps() -> None:
    service = stairs("c offer price=170; v notyet", Side.CLIENT)[2]
    assert (service.start, service.steps, service.told) == (None, (), None)


def test_ladders_tell_no_limit() -> None:
    payment = stairs("c notyet; v offer payment=60; c notyet; v offer payment=45")[1]
    assert [(step.tick, step.size) for step in payment.steps] == [(2, 2), (3, 1)]
    assert payment.told is None


def test_trades_acceptances_and_writing_are_told_apart_from_offers() -> None:
    way = stairs(
        "c offer price=225 payment=60;"
        # 60 % to 90 % is worth 4 x 2/4 to the vendor, 310 to 300 only 3 x 10/122 (R5).
        "v offer price=300 for payment=90;"
        "c offer price=225 payment=90 for service=m24 delivery=60;"
        "v leave consult; v allow price=188; v return; v accept;"
    )
    assert [(step.size, step.kind) for step in way[0].steps] == [
        (10, StepKind.TRADE),
        (75, StepKind.ACCEPTANCE),
    ]
    assert [(step.size, step.kind) for step in way[2].steps] == [(2, StepKind.ACCEPTANCE)]
    assert way[0].told is None  # an acceptance ends the talk and tells nothing

    written = stairs("c offer price=225; v write price=250 payment=60")
    assert [step.kind for step in written[0].steps] == [StepKind.WRITING]


def test_wanting_less_is_a_step_but_no_concession() -> None:
    payment = stairs(
        "c offer price=225 payment=45; v offer price=300 for payment=75; c notyet;"
        "v offer payment=60; c notyet"
    )[1]
    # exercise.md R21: a wanted value is an ask; giving 60 % then goes one step beyond it.
    assert [(step.tick, step.size, step.kind) for step in payment.steps] == [
        (1, 1, StepKind.ASK),
        (2, 1, StepKind.OFFER),
    ]


def test_what_is_unsaid_at_a_spoken_table_is_no_step() -> None:
    scenario = built.third_vendor()
    setup = but(solo_setup(scenario), kind=TableKind.SPOKEN)
    match = Match.at_talks(scenario, setup).play(
        "c offer price=170; v offer price=290; v offer price=280; c unsay; v offer price=285"
    )
    way = staircases(timeline(scenario, match.log), Side.VENDOR)
    assert [(step.tick, step.size) for step in way[0].steps] == [(290, 20), (285, 5)]
