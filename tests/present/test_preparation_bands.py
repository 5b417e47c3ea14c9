"""Bands before the talks: marks, authority, the team's own order. Source: exercise.md R3-R7, R24."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match, tick_of

from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.record import but
from negosim.engine.scenario import HouseRules, with_marks
from negosim.engine.sides import BySide, Side
from negosim.engine.words import ClockKind, Level, Orders
from negosim.engine.yardstick import Marks
from negosim.language.catalogue import LANGUAGES
from negosim.present.preparation import Draft
from negosim.present.preparation_bands import (
    Band,
    authority_at,
    bands,
    by_priority,
    chips,
    goal,
    legend,
    next_authority,
    order_changed,
)
from negosim.solo.group import own_seats

THIRD = built.third_vendor()
TEAM = built.third_vendor(house=but(HouseRules(), orders=Orders.TEAM))
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)


def drawn(match: Match, seat: str = "v", lang: str = "en") -> tuple[Band, ...]:
    view = match.view(seat)
    return bands(Draft(view), view, lang)


def test_a_band_says_how_far_one_may_go_without_asking() -> None:
    price, _, service, _ = drawn(Match(THIRD))
    # R24: first and second priority to the target, the others to the floor.
    assert (price.value, price.full) == ("240", False)
    assert price.reach == "Beyond 240: ask the director first. Your limit is 188."
    assert (service.value, service.full) == ("m36", True)
    assert service.reach == "All the way to the limit."


def test_the_client_s_band_ends_at_its_ceiling() -> None:
    price, payment, _, _ = drawn(Match(THIRD), "c")
    assert price.reach == "Beyond 225: ask the director first. Your ceiling is 265."
    assert payment.reach == "All the way to the ceiling."
    assert drawn(Match(THIRD), "c", "zh")[PAYMENT].reach == "一直可以谈到最高可接受。"


def test_the_grip_stands_on_the_target_until_it_is_moved() -> None:
    price = drawn(Match(THIRD))[PRICE]
    assert price.track.target is not None
    assert price.authority.at == price.track.target.at


def test_a_name_carries_its_unit_unless_every_option_does() -> None:
    assert [band.title for band in drawn(Match(THIRD))] == [
        "Price (10k yuan)", "Paid at acceptance", "On-site service", "Delivery",
    ]  # fmt: skip
    assert drawn(Match(THIRD), lang="zh")[PRICE].title == "价格（万元）"


def test_between_the_marks_stand_level_ticks_or_options() -> None:
    price, payment, _, _ = drawn(Match(THIRD))
    # R5: 275 and 214 are the thresholds of levels 4 and 2.
    assert [spot.text for spot in price.between] == ["275", "214"]
    assert [spot.text for spot in payment.between] == ["75%", "45%"]
    places = [spot.at for spot in price.between]
    assert places == sorted(places)


def test_bands_by_priority_begin_with_the_first() -> None:
    ranked = by_priority(drawn(Match(THIRD)))
    assert [(band.rank, band.weight, band.number) for band in ranked] == [
        (1, 4, PAYMENT), (2, 3, PRICE), (3, 2, SERVICE), (4, 1, DELIVERY),
    ]  # fmt: skip


def test_an_exam_shows_neither_points_nor_goal() -> None:
    match = Match(THIRD, solo_setup(THIRD, level=Level.EXAM))
    assert {tick.text for band in drawn(match) for tick in band.track.ticks} == {""}
    assert goal(match.view("v")) is None
    assert legend(match.view("v"), "en")["points"] == ""


def test_the_goal_is_par_and_what_no_deal_is_worth() -> None:
    match = Match(THIRD)
    # R45: 3 * (4 + 3 + 2 + 1); R43: the file's 20, and the better rival's 22.
    assert goal(match.view("v")) == (30, 20)
    assert goal(match.view("c")) == (30, 22)


def test_a_press_moves_the_authority_to_the_next_stop_and_never_past_an_end() -> None:
    match = Match(THIRD)
    view = match.view("v")
    draft = Draft(view)
    assert next_authority(draft, view, PRICE, upward=True) == 245
    assert next_authority(draft, view, PRICE, upward=False) == 235
    draft.set_authority(PRICE, 188)
    assert next_authority(draft, view, PRICE, upward=False) == 188
    assert not bands(draft, view, "en")[PRICE].less
    draft.set_authority(PRICE, 310)
    assert not bands(draft, view, "en")[PRICE].more


def test_more_on_a_ladder_of_numbers_is_the_larger_number() -> None:
    match = Match(THIRD)
    view = match.view("v")
    draft = Draft(view)
    assert next_authority(draft, view, PAYMENT, upward=True) == tick_of(THIRD.issues[PAYMENT], "75")


@pytest.mark.parametrize("seat", ["v", "c"])
@pytest.mark.parametrize("issue", [PRICE, PAYMENT, DELIVERY])
def test_a_place_on_the_band_leads_to_the_nearest_stop(seat: str, issue: int) -> None:
    match = Match(THIRD)
    view = match.view(seat)
    draft = Draft(view)
    for mark in (view.brief.marks[issue].target, view.own.floors[issue]):
        draft.set_authority(issue, mark)
        at = bands(draft, view, "en")[issue].authority.at
        assert authority_at(view, issue, at + 0.002) == mark
    assert authority_at(view, issue, 1.0) == view.own.floors[issue]
    assert authority_at(view, issue, 0.0) == view.brief.marks[issue].quote


def test_a_group_s_band_names_the_owner_of_the_issue() -> None:
    seats = (*own_seats(Side.VENDOR, ("Ann", "Bob", "Chen"), 4), solo_setup(THIRD).seats[1])
    match = Match(THIRD, team_setup(THIRD, seats, clock=ClockKind.TABLE))
    assert [band.owner for band in drawn(match, "Ann")] == ["Bob", "Bob", "Chen", "Chen"]
    assert [band.owner for band in drawn(Match(THIRD))] == ["", "", "", ""]


def test_chips_carry_the_weight_of_their_place() -> None:
    view = Match(TEAM).view("v")
    draft = Draft(view)
    draft.move_up(0, 3)
    assert [(chip.name, chip.weight) for chip in chips(draft, view, "en")] == [
        ("Price", "weight 4"), ("On-site service", "weight 3"),
        ("Delivery", "weight 2"), ("Paid at acceptance", "weight 1"),
    ]  # fmt: skip
    assert order_changed(draft, view)


def test_locked_priorities_are_not_changed_any_more() -> None:
    match = Match(TEAM).play("v order price payment service delivery")
    view = match.view("v")
    draft = Draft(view)
    draft.move_up(0, 1)
    assert not order_changed(draft, view)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bands_do_not_depend_on_the_other_side_s_marks(lang: str) -> None:
    marks = THIRD.marks
    elsewhere = (
        Marks(4, 120, 200, 300), Marks(1, 4, 3, 1), Marks(2, 4, 3, 0), Marks(3, 4, 1, 0),
    )  # fmt: skip
    other = replace(with_marks(THIRD, BySide(marks.vendor, elsewhere)), walk_away=THIRD.walk_away)
    assert drawn(Match(other), lang=lang) == drawn(Match(THIRD), lang=lang)
