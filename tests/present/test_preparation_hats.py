"""Dealing hats and issues so that a side may always say it is ready. Source: exercise.md R9."""

from __future__ import annotations

import built
from hypothesis import given
from hypothesis import strategies as st
from notation import Match

from negosim.engine import moves as m
from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.legality import refusal
from negosim.engine.opening import team_setup
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Role
from negosim.present.preparation_hats import (
    Hat,
    assignments,
    give_issue,
    hats_of,
    may_take_off,
    take_off,
    wear,
)

SEATS = (
    Seat("Ann", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
    Seat("Bob", Side.VENDOR, (Role.NEGOTIATOR,), (0, 1)),
    Seat("Chen", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (2, 3)),
    Seat("client", Side.CLIENT, ALL_ROLES, (0, 1, 2, 3), True),
)
HATS = hats_of(SEATS, Side.VENDOR, 4)


def worn(hats: tuple[Hat, ...], role: Role) -> list[str]:
    return [hat.seat for hat in hats if hat.wears(role)]


def owned(hats: tuple[Hat, ...]) -> dict[str, tuple[int, ...]]:
    return {hat.seat: hat.issues for hat in hats}


def test_hats_are_those_of_the_own_seats() -> None:
    assert (
        Hat("Ann", (Role.COORDINATOR, Role.DECISION_MAKER), ()),
        Hat("Bob", (Role.NEGOTIATOR,), (0, 1)),
        Hat("Chen", (Role.NEGOTIATOR, Role.RECORDER), (2, 3)),
    ) == HATS
    assert assignments(HATS, SEATS) == ()


def test_a_single_hat_leaves_whoever_had_it() -> None:
    hats = wear(HATS, "Bob", Role.COORDINATOR)
    assert worn(hats, Role.COORDINATOR) == ["Bob"]
    assert assignments(hats, SEATS) == (
        m.Assign("Ann", (Role.DECISION_MAKER,), ()),
        m.Assign("Bob", (Role.COORDINATOR, Role.NEGOTIATOR), (0, 1)),
    )


def test_several_may_negotiate() -> None:
    assert worn(wear(HATS, "Ann", Role.NEGOTIATOR), Role.NEGOTIATOR) == ["Ann", "Bob", "Chen"]


def test_whoever_is_given_an_issue_negotiates() -> None:
    hats = give_issue(HATS, "Ann", 0)
    assert owned(hats) == {"Ann": (0,), "Bob": (1,), "Chen": (2, 3)}
    assert worn(hats, Role.NEGOTIATOR) == ["Ann", "Bob", "Chen"]


def test_a_negotiator_who_steps_back_leaves_the_issues_to_the_next() -> None:
    assert owned(take_off(HATS, "Bob")) == {"Ann": (), "Bob": (), "Chen": (0, 1, 2, 3)}
    assert owned(take_off(HATS, "Chen")) == {"Ann": (), "Bob": (0, 1, 2, 3), "Chen": ()}


def test_only_a_negotiator_may_step_back_and_not_the_last() -> None:
    assert may_take_off(HATS, "Bob", Role.NEGOTIATOR)
    assert not may_take_off(take_off(HATS, "Chen"), "Bob", Role.NEGOTIATOR)
    assert not may_take_off(HATS, "Ann", Role.COORDINATOR)


def test_seats_without_any_hat_are_dealt_a_full_set() -> None:
    bare = (Seat("Ann", Side.VENDOR, (), ()), Seat("Bob", Side.VENDOR, (), ()), SEATS[-1])
    hats = hats_of(bare, Side.VENDOR, 2)
    assert worn(hats, Role.COORDINATOR) == ["Ann"]
    assert worn(hats, Role.DECISION_MAKER) == ["Ann"]
    assert owned(hats) == {"Ann": (), "Bob": (0, 1)}


def test_an_issue_that_two_own_is_left_to_one() -> None:
    twice = (*SEATS[:1], SEATS[1], Seat("Chen", Side.VENDOR, (Role.NEGOTIATOR,), (1, 2, 3)))
    assert owned(hats_of(twice, Side.VENDOR, 4)) == {"Ann": (), "Bob": (0, 1), "Chen": (2, 3)}


_DEALINGS = st.lists(
    st.tuples(st.sampled_from(["wear", "own", "off"]), st.integers(0, 2), st.integers(0, 3)),
    max_size=12,
)


@given(_DEALINGS)
def test_whatever_is_dealt_the_engine_lets_the_side_be_ready(
    dealings: list[tuple[str, int, int]],
) -> None:
    hats = HATS
    for what, member, number in dealings:
        seat = hats[member].seat
        if what == "wear":
            hats = wear(hats, seat, tuple(Role)[number])
        elif what == "own":
            hats = give_issue(hats, seat, number)
        elif hats[member].wears(Role.NEGOTIATOR) and may_take_off(hats, seat, Role.NEGOTIATOR):
            hats = take_off(hats, seat)
    scenario = built.third_vendor()
    match = Match(scenario, team_setup(scenario, SEATS, clock=ClockKind.TABLE))
    for move in assignments(hats, match.view("Ann").common.setup.seats):
        match.do("Ann", move)
    assert refusal(match.view("Ann"), m.Ready()) is None
