"""An offer as it is built: its move, what it would give and ask, why it cannot be said yet."""

from __future__ import annotations

import built
import pytest
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.preview import preview
from negosim.engine.scenario import Scenario
from negosim.engine.state import SeatView
from negosim.engine.words import Level, Reason
from negosim.present.offer_builder import OfferBuilder, benefits, reasons
from negosim.present.packaging import Part

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
NOTHING = (None,) * 4
OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


def talking(
    line: str = OPENING, level: Level = Level.COURSE, scenario: Scenario | None = None
) -> SeatView:
    scenario = scenario or built.third_vendor()
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line).view("v")


def test_a_new_offer_gives_and_wants_nothing_and_says_so() -> None:
    builder = OfferBuilder(talking())
    assert builder.move() is None
    assert builder.problem("en") == "Choose something to give or to want."
    assert builder.problem("zh") == "先选一项：给什么，或者要什么。"


def test_the_clients_first_offer_starts_as_its_opening_on_every_issue() -> None:
    view = Match.at_talks(built.third_vendor()).view("c")
    assert OfferBuilder(view).move() == m.Offer((170, 4, 4, 4), NOTHING)
    builder = OfferBuilder(view)
    builder.clear()
    assert builder.move() is None


def test_the_move_says_what_was_turned() -> None:
    builder = OfferBuilder(talking())
    builder.first.give(DELIVERY)
    builder.first.more(DELIVERY)
    builder.first.less(DELIVERY)
    builder.first.less(DELIVERY)
    builder.first.want(PAYMENT)
    builder.benefit(0, True)
    builder.reason = Reason.TIME
    assert builder.move() == m.Offer(
        (None, None, None, 2), (None, 2, None, None), (0,), Reason.TIME
    )
    assert builder.problem("en") == ""
    builder.benefit(0, False)
    builder.first.drop(PAYMENT)
    assert builder.move() == m.Offer((None, None, None, 2), NOTHING, reason=Reason.TIME)


def test_a_benefit_alone_is_an_offer_that_cannot_be_said() -> None:
    builder = OfferBuilder(talking())
    builder.benefit(0, True)
    assert builder.move() == m.Offer(NOTHING, NOTHING, (0,))
    assert builder.problem("en").startswith("Nothing is named.")


def test_a_value_beyond_the_limit_is_a_problem_and_one_beyond_authority_is_not() -> None:
    builder = OfferBuilder(talking())
    builder.first.give(PRICE)
    builder.first.set(PRICE, 187)
    assert builder.problem("en").startswith("That is beyond your limit on price, 188")
    builder.first.set(PRICE, 200)
    assert builder.problem("en") == ""


def test_what_a_trade_gives_and_asks_is_counted_in_own_points() -> None:
    # R4, R5: delivery 90 to 60 days falls from 5 to 3 points; payment 30 to 60 % rises from
    # level 1 to 3 of weight 4.
    builder = OfferBuilder(talking())
    builder.first.give(DELIVERY)
    builder.first.set(DELIVERY, 2)
    builder.first.want(PAYMENT)
    assert builder.points_moved() == (2, 8)
    assert builder.trade("en") == "gives 2, asks 8 points"
    assert builder.trade("zh") == "让2分，要8分"
    assert builder.is_trade


def test_a_gift_is_no_trade() -> None:
    builder = OfferBuilder(talking())
    builder.first.give(PRICE)
    builder.first.set(PRICE, 240)
    assert (builder.points_moved(), builder.is_trade) == ((6, 0), False)


def test_a_want_where_they_have_named_nothing_counts_nothing() -> None:
    builder = OfferBuilder(talking("c offer price=170"))
    builder.first.want(DELIVERY)
    assert builder.points_moved() == (0, 0)


def planned(hard: str = "") -> OfferBuilder:
    scenario = built.third_vendor()
    match = Match(scenario).play("v plan price 40 20 10; v ready; c ready; v intro; c intro")
    match.play("c offer price=170" + hard)
    return OfferBuilder(match.view("v"))


def test_the_room_for_a_step_is_said_once_the_issue_is_given() -> None:
    builder = planned()
    assert builder.planned(PRICE, "en") == ""
    builder.first.give(PRICE)
    # R23: a first offer is movement, so the other side counts as soft: the whole step.
    assert builder.planned(PRICE, "en") == (
        "About 40 (10k yuan) fits now (planned 40 (10k yuan); they are soft)"
    )
    assert builder.planned(DELIVERY, "en") == ""


def test_a_hard_other_side_leaves_half_the_room() -> None:
    builder = planned("; v notyet; c notyet; v notyet; c notyet; v notyet; c notyet")
    builder.first.give(PRICE)
    assert builder.planned(PRICE, "zh") == "眼下让20万元左右合适（计划40万元，对方强硬）"


def test_without_a_plan_there_is_no_room_to_speak_of() -> None:
    builder = OfferBuilder(talking())
    builder.first.give(PRICE)
    assert builder.planned(PRICE, "en") == ""


def test_a_second_package_starts_alike_in_worth_and_different_in_terms() -> None:
    builder = OfferBuilder(talking())
    builder.first.give(PRICE)
    builder.first.set(PRICE, 240)
    builder.first.want(PAYMENT)
    builder.second_on()
    move = builder.move()
    assert move is not None
    assert move.second is not None
    assert move.second != m.Package(move.give, move.want)
    assert preview(talking(), move).refusal is None
    assert builder.apart("en") in (
        "The second is worth the same to you.",
        "The second is worth 1 more to you.",
        "The second is worth 1 less to you.",
    )
    builder.second_off()
    alone = builder.move()
    assert alone is not None
    assert alone.second is None
    assert builder.apart("en") == ""


def test_two_packages_too_far_apart_say_by_how_much_and_that_they_may_not_be_said() -> None:
    builder = OfferBuilder(talking())
    builder.first.give(DELIVERY)
    builder.second_on()
    assert builder.second is not None
    builder.second.place(DELIVERY, Part.GIVE, 4)
    builder.first.set(DELIVERY, 0)
    for number in (PRICE, PAYMENT, SERVICE):
        builder.second.drop(number)
    # R33: 5 points against 1.
    assert builder.apart("en") == "The second is worth 4 less to you."
    assert "within one of your own points" in builder.problem("en")


def test_an_offer_is_taken_up_again_with_the_next_view() -> None:
    view = talking()
    builder = OfferBuilder(view)
    builder.first.less(PRICE)
    builder.first.want(PAYMENT)
    builder.benefit(0, True)
    builder.reason = Reason.VALUE
    builder.second_on()
    again = OfferBuilder(view, builder.memory)
    assert again.move() == builder.move()
    assert again.memory == builder.memory


@pytest.mark.parametrize("number", range(4))
def test_a_line_on_record_takes_no_part_in_an_offer(number: int) -> None:
    names = ("price=240", "payment=60", "service=m24", "delivery=60")
    scenario = unbound(built.third_vendor())
    match = Match.at_talks(scenario).play(f"c offer {names[number]}; v accept; c notyet")
    builder = OfferBuilder(match.play("v write; c confirm").view("v"))
    builder.first.give(number)
    builder.first.less(number)
    builder.first.more(number)
    assert builder.move() is None


def test_reasons_and_benefits_are_listed_by_what_they_are_called() -> None:
    assert reasons("en")[:2] == ((Reason.NONE, "no reason given"), (Reason.COST, "costs"))
    assert benefits(talking(), "zh") == ((0, "样板参观"),)
