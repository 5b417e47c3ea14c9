"""Teams, hats and role faults: exercise.md R9-R14; spoken tables; own orders (R3)."""

from dataclasses import replace

import built
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.common import Seat, Setup
from negosim.engine.errors import Refusal
from negosim.engine.legality import refusal
from negosim.engine.opening import team_setup
from negosim.engine.scenario import HouseRules, Scenario
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Orders, Phase, Role, TableKind

COORDINATOR = Seat("ann", Side.VENDOR, (Role.COORDINATOR, Role.NEGOTIATOR), (0,))
OWNER = Seat("bo", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (1, 2, 3))
DIRECTOR = Seat("cy", Side.VENDOR, (Role.DECISION_MAKER,), ())
CLIENT = Seat("client", Side.CLIENT, tuple(Role), (0, 1, 2, 3))


def team(scenario: Scenario | None = None, *seats: Seat) -> Match:
    scenario = scenario or built.third_vendor()
    chosen = seats or (COORDINATOR, OWNER, DIRECTOR, CLIENT)
    setup: Setup = team_setup(scenario, chosen, clock=ClockKind.TABLE)
    return Match(scenario, setup)


def talks() -> Match:
    return team().play("ann ready; c ready; ann intro; c intro")


def test_alone_on_a_side_no_role_fault_is_possible() -> None:
    match = Match.at_talks(built.third_vendor()).play("c offer price=170; v offer price=300")
    assert not [ruling for ruling in match.rulings() if ruling.principle == "roles"]


def test_the_decision_maker_speaking_at_the_table_is_logged_not_refused() -> None:
    match = talks().play("c notyet; cy ask open")
    assert match.codes() == ["decision_maker_spoke"]
    match = talks().play("c notyet; cy argue need")
    assert match.codes() == ["decision_maker_spoke"]


def test_an_offer_on_an_issue_comes_from_its_owner() -> None:
    match = talks().play("c notyet; bo offer price=300")
    assert "not_owner" in match.codes()
    match = talks().play("c notyet; ann offer price=300")
    assert "role_kept" in match.codes()


def test_the_coordinator_hands_a_request_to_its_owner_first() -> None:
    asked = "c ask expectation delivery; ann answer evasive; c notyet"
    match = talks().play(f"{asked}; bo offer delivery=75")
    assert "uncoordinated" in match.codes()
    match = talks().play(f"{asked}; ann handover delivery; bo offer delivery=75")
    assert "role_kept" in match.codes()
    assert talks().play("c notyet").refuses("bo handover price") is Refusal.NOT_COORDINATOR


def test_only_the_decision_maker_leaves_signs_authorises_and_walks_out() -> None:
    match = talks().play("c notyet")
    assert match.refuses("ann leave consult") is Refusal.NOT_DECISION_MAKER
    assert match.refuses("bo walk") is Refusal.NOT_DECISION_MAKER
    match.play("cy leave consult")
    assert match.refuses("ann allow price=230") is Refusal.NOT_DECISION_MAKER
    match.play(
        "cy allow price=230; cy return; ann draw price=240 payment=60 service=m24 delivery=60"
    )
    assert match.refuses("ann sign") is Refusal.NOT_DECISION_MAKER
    assert match.refuses("cy sign") is None


def test_easing_a_deadlock_belongs_to_the_coordinator() -> None:
    match = talks().play(
        "c offer price=170; ann notyet; c notyet; ann notyet; c notyet; ann notyet"
    )
    match.play("c notyet; bo goodwill")
    assert match.codes() == ["goodwill_not_coordinator"]


def test_preparation_ends_only_when_every_issue_has_one_owner_and_each_hat_a_head() -> None:
    idle = replace(OWNER, issues=(1, 2))
    match = team(None, COORDINATOR, idle, DIRECTOR, CLIENT)
    assert match.refuses("ann ready") is Refusal.ROLES_INCOMPLETE
    match.do("ann", m.Assign("bo", (Role.NEGOTIATOR, Role.RECORDER), (1, 2, 3)))
    assert match.refuses("ann ready") is None
    assert match.state.common.phase is Phase.PREPARATION


def test_a_seat_cannot_deal_the_other_sides_roles() -> None:
    match = team()
    _, ready = match.parse("ann ready")
    assert ready == m.Ready()
    seat, move = "ann", m.Assign("client", tuple(Role), (0, 1, 2, 3))
    assert refusal(match.view(seat), move) == (Refusal.NO_SUCH_SEAT, None)


def test_a_group_sets_and_locks_its_own_order_where_the_file_says_so() -> None:
    scenario = built.third_vendor(house=HouseRules(orders=Orders.TEAM))
    match = Match(scenario)
    match.play("v order delivery service price payment")
    ranks = [mark.rank for mark in match.state.scenario.marks.vendor]
    assert ranks == [3, 4, 2, 1]
    assert match.state.briefs.vendor.marks == match.state.scenario.marks.vendor
    assert match.state.own.vendor.authority == (188, 4, 2, 2)  # R24 follows the new order
    assert match.refuses("v order delivery service price payment") is Refusal.ALREADY_DONE
    fixed = Match(built.third_vendor())
    assert fixed.refuses("v order delivery service price payment") is Refusal.WRONG_PHASE


def spoken() -> Match:
    scenario = built.third_vendor(house=HouseRules(kind=TableKind.SPOKEN))
    return Match.at_talks(scenario)


def test_hats_stay_on_once_a_side_is_ready() -> None:
    match = team().play("ann ready")
    take_off = m.Assign("cy", (), ())
    assert refusal(match.view("ann"), take_off) == (Refusal.ALREADY_DONE, None)
    assert match.refuses("cy authority price=300") is Refusal.ALREADY_DONE


def test_accepting_a_concession_needs_the_issues_owner_too() -> None:
    scenario = unbound(built.third_vendor())
    match = team(scenario).play("ann ready; c ready; ann intro; c intro")
    match.play("c offer price=200; bo accept")
    assert "not_owner" in match.codes()


def test_at_a_spoken_table_there_are_no_turns_and_no_rulings() -> None:
    match = spoken().play("v offer price=300")
    assert match.codes() == []
    match.play("v offer price=290")
    assert match.state.common.positions.vendor.steps[0] == (10, 10)


def test_the_other_side_may_say_not_said_within_15_s() -> None:
    match = spoken().play("v offer price=300; v offer price=250")
    assert match.refuses("v unsay") is Refusal.NO_OFFER
    match.play("c unsay")
    assert match.state.common.positions.vendor.best[0] == 300
    assert match.refuses("c unsay") is Refusal.NO_OFFER


def test_what_has_been_written_since_cannot_be_unsaid() -> None:
    match = spoken().play("c offer service=m18; v guess price payment service delivery")
    assert match.refuses("v unsay") is Refusal.NO_OFFER
    assert match.state.own.vendor.guess == (0, 1, 2, 3)


def test_typed_tables_know_no_not_said() -> None:
    match = Match.at_talks(built.third_vendor()).play("c offer price=170")
    assert match.refuses("v unsay") is Refusal.NOT_SPOKEN
