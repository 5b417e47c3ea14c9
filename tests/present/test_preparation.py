"""The draft of a preparation, and the moves it becomes. Source: exercise.md R3, R8, R24, R32."""

from __future__ import annotations

import built
import pytest
from notation import Match, tick_of

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.scenario import HouseRules
from negosim.engine.state import SeatView
from negosim.engine.words import Level, Orders, QuestionForm, Role
from negosim.present.preparation import (
    FIRST_METHODS,
    METHODS,
    Draft,
    Sheet,
    Tick,
    filled,
    may_order,
    sheets_of,
)
from negosim.present.preparation import (
    tick_of as tick_of_sheet,
)
from negosim.present.preparation_hats import wear

THIRD = built.third_vendor()
TEAM = built.third_vendor(house=but(HouseRules(), orders=Orders.TEAM))
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
PREFILLED = m.PlanSteps(PRICE, (m.PlannedStep(40), m.PlannedStep(20), m.PlannedStep(10)))
CHOSEN = m.ChooseMethods(FIRST_METHODS)


def seen(match: Match, seat: str = "v") -> tuple[Draft, SeatView]:
    return Draft(match.view(seat)), match.view(seat)


def made(match: Match, moves: tuple[m.Move, ...], seat: str = "vendor") -> SeatView:
    for move in moves:
        match.do(seat, move)
    return match.view(seat)


def test_a_newcomer_s_draft_is_complete_and_legal_as_it_stands() -> None:
    match = Match(THIRD)
    draft, view = seen(match)
    assert draft.pending(view) == ()
    assert draft.closing(view) == (PREFILLED, CHOSEN, m.Ready())
    after = made(match, draft.closing(view))
    assert after.own.plan == ((PREFILLED.steps), (), (), ())
    assert after.own.methods == FIRST_METHODS
    assert after.common.ready.vendor


def test_the_client_s_sheet_is_filled_from_its_own_marks() -> None:
    draft, view = seen(Match(THIRD), "c")
    # 170 to 225: 55 in parts of about 4 : 2 : 1.
    assert draft.closing(view)[0] == m.PlanSteps(
        PRICE, (m.PlannedStep(33), m.PlannedStep(15), m.PlannedStep(7))
    )


def test_a_way_too_short_for_three_steps_is_filled_with_fewer() -> None:
    assert [step.size for step in filled(but(THIRD.marks.vendor[PRICE], target=305))] == [4, 1, 0]
    assert [step.size for step in filled(but(THIRD.marks.vendor[PRICE], target=309))] == [1, 0, 0]


def test_only_what_was_changed_is_pending_and_only_until_it_is_sent() -> None:
    match = Match(THIRD)
    draft, view = seen(match)
    draft.set_size(PRICE, 2, 12)
    draft.set_words(PRICE, 0, exchange="payment 90 %", reason="phase two")
    steps = (m.PlannedStep(40, "payment 90 %", "phase two"), m.PlannedStep(20), m.PlannedStep(12))
    assert draft.pending(view) == (m.PlanSteps(PRICE, steps),)
    view = made(match, draft.pending(view))
    assert view.own.plan[PRICE] == steps
    assert draft.pending(view) == ()
    assert draft.closing(view) == (CHOSEN, m.Ready())


def test_a_step_of_no_size_is_not_sent_but_keeps_its_words() -> None:
    draft, view = seen(Match(THIRD))
    draft.set_words(PRICE, 1, reason="kept")
    draft.set_size(PRICE, 1, 0)
    plan = draft.pending(view)[0]
    assert plan == m.PlanSteps(PRICE, (m.PlannedStep(40), m.PlannedStep(10)))
    draft.prefill(view, PRICE)
    assert draft.steps(PRICE)[1] == m.PlannedStep(20, "", "kept")


def test_a_sheet_taken_up_again_is_as_it_was_left() -> None:
    match = Match(THIRD).play("v plan price 30 12; v authority price=230")
    draft, view = seen(match)
    assert [step.size for step in draft.steps(PRICE)] == [30, 12, 0]
    assert draft.authority(view, PRICE) == 230
    assert draft.pending(view) == ()


def test_authority_that_was_set_is_sent_for_those_issues_alone() -> None:
    match = Match(THIRD)
    draft, view = seen(match)
    assert draft.authority(view, PRICE) == 240
    draft.set_authority(PRICE, 220)
    draft.set_authority(SERVICE, view.own.authority[SERVICE])
    assert draft.pending(view) == (m.SetAuthority((220, None, None, None)),)
    assert made(match, draft.pending(view)).own.authority[PRICE] == 220


def test_authority_taken_back_after_it_was_sent_is_sent_again() -> None:
    match = Match(THIRD)
    draft, view = seen(match)
    draft.set_authority(PRICE, 220)
    view = made(match, draft.pending(view))
    draft.set_authority(PRICE, 240)
    assert draft.pending(view) == (m.SetAuthority((240, None, None, None)),)


def test_a_fourth_method_is_not_taken_until_one_is_put_back() -> None:
    draft, view = seen(Match(THIRD))
    draft.toggle_method(QuestionForm.LEADING)
    assert draft.methods == FIRST_METHODS
    draft.toggle_method(QuestionForm.OPEN)
    draft.toggle_method(QuestionForm.LEADING)
    assert draft.pending(view) == (
        m.ChooseMethods((QuestionForm.EXCLUSION, QuestionForm.CAUSAL, QuestionForm.LEADING)),
    )
    assert len(draft.methods) == METHODS


def test_hats_dealt_anew_are_pending() -> None:
    setup = solo_setup(THIRD)
    client = setup.seats[1]
    ann = but(setup.seats[0], name="Ann", roles=(Role.COORDINATOR, Role.DECISION_MAKER), issues=())
    bob = but(setup.seats[0], name="Bob", roles=(Role.NEGOTIATOR, Role.RECORDER))
    match = Match(THIRD, but(setup, seats=(ann, bob, client)))
    draft, view = seen(match, "Ann")
    draft.deal(wear(draft.hats, "Bob", Role.DECISION_MAKER))
    assert draft.director(view) == "Ann"
    view = made(match, draft.pending(view), "Ann")
    assert draft.pending(view) == ()
    assert draft.director(view) == "Bob"


# -- the team's own order ---------------------------------------------------------------


def test_a_fixed_order_is_never_locked_by_the_player() -> None:
    draft, view = seen(Match(THIRD))
    assert not may_order(view)
    assert draft.lock_order(view) == ()


def test_the_team_s_order_is_locked_once_and_the_talks_lock_it_at_the_latest() -> None:
    match = Match(TEAM)
    draft, view = seen(match)
    assert draft.order == (PAYMENT, PRICE, SERVICE, DELIVERY)
    draft.move_up(0, 2)
    assert draft.order == (PRICE, SERVICE, PAYMENT, DELIVERY)
    assert draft.pending(view) == ()
    assert draft.closing(view)[0] == m.SetOrder((PRICE, SERVICE, PAYMENT, DELIVERY))
    view = made(match, draft.lock_order(view))
    assert [mark.rank for mark in view.brief.marks] == [1, 3, 2, 4]
    assert draft.lock_order(view) == ()
    assert m.SetOrder not in [type(move) for move in draft.closing(view)]


@pytest.mark.parametrize(("place", "by"), [(0, -1), (3, 5)])
def test_an_issue_at_an_end_stays_there(place: int, by: int) -> None:
    draft, _ = seen(Match(TEAM))
    before = draft.order
    draft.move_up(place, by)
    assert draft.order == before


def test_authority_that_was_set_outlives_a_new_order() -> None:
    match = Match(TEAM)
    draft, view = seen(match)
    draft.set_authority(PAYMENT, tick_of(TEAM.issues[PAYMENT], "45"))
    view = made(match, draft.pending(view))
    draft.move_up(0, 3)
    view = made(match, draft.closing(view))
    assert view.own.authority[PAYMENT] == tick_of(TEAM.issues[PAYMENT], "45")
    # R24's default of the new order: the first two to the target, the others to the floor.
    assert view.own.authority[PRICE] == 240
    assert view.own.authority[SERVICE] == tick_of(TEAM.issues[SERVICE], "m24")
    assert view.own.authority[DELIVERY] == tick_of(TEAM.issues[DELIVERY], "30")


# -- which sheets, and how they stand -----------------------------------------------------


def test_there_is_no_sheet_of_steps_where_every_issue_is_a_ladder() -> None:
    assert Sheet.STEPS not in sheets_of(Match(built.course_grid()).view("v"))
    assert sheets_of(Match(THIRD).view("v")) == tuple(Sheet)


def test_there_are_no_methods_to_learn_an_order_of_one() -> None:
    one = built.scenario_of(built.numeric("price", (1, 310, 240, 188), (1, 170, 225, 265)))
    match = Match(one)
    draft, view = seen(match)
    assert Sheet.METHODS not in sheets_of(view)
    assert m.ChooseMethods not in [type(move) for move in draft.closing(view)]


def test_a_sheet_is_done_once_it_was_opened_and_holds() -> None:
    draft, view = seen(Match(THIRD))
    assert tick_of_sheet(draft, view, Sheet.STEPS) is Tick.UNSEEN
    draft.seen.add(Sheet.STEPS)
    assert tick_of_sheet(draft, view, Sheet.STEPS) is Tick.DONE


@pytest.mark.parametrize("sizes", [(30, 30, 10), (60, 31, 0)])
def test_steps_that_do_not_shrink_or_point_at_the_limit_want_another_look(
    sizes: tuple[int, ...],
) -> None:
    draft, view = seen(Match(THIRD))
    draft.seen.add(Sheet.STEPS)
    for place, size in enumerate(sizes):
        draft.set_size(PRICE, place, size)
    assert tick_of_sheet(draft, view, Sheet.STEPS) is Tick.LOOK


def test_fewer_methods_and_an_open_order_want_another_look() -> None:
    draft, view = seen(Match(TEAM))
    draft.seen.update(Sheet)
    draft.toggle_method(QuestionForm.OPEN)
    assert tick_of_sheet(draft, view, Sheet.METHODS) is Tick.LOOK
    assert tick_of_sheet(draft, view, Sheet.FRAMEWORK) is Tick.LOOK


def test_an_exam_says_nothing_about_a_sheet() -> None:
    match = Match(THIRD, solo_setup(THIRD, level=Level.EXAM))
    draft, view = seen(match)
    draft.seen.update(Sheet)
    draft.set_size(PRICE, 1, 40)
    assert {tick_of_sheet(draft, view, sheet) for sheet in Sheet} == {Tick.DONE}
