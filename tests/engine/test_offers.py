"""Offers, acceptances, and what counts as a concession: exercise.md R21."""

import built
from notation import Match, unbound

from negosim.engine.errors import Refusal
from negosim.engine.sides import Side


def talks() -> Match:
    return Match.at_talks(unbound(built.third_vendor()))


def test_the_vendors_quote_stands_on_every_issue_from_the_start() -> None:
    match = talks()
    offer = match.state.common.positions.vendor.offer
    assert offer is not None
    assert offer.give == match.terms("price=310 payment=90 service=m12 delivery=90")
    assert not offer.conditional


def test_issues_offered_without_a_condition_may_be_accepted_by_name() -> None:
    match = talks().play("c accept service delivery")
    record = match.state.common.record
    assert [deal.terms for deal in record.drafts] == [match.terms("service=m12 delivery=90")]


def test_a_conditional_offer_is_taken_whole_or_answered_by_another() -> None:
    match = talks().play("c offer price=170; v offer delivery=75 for price=200")
    assert match.refuses("c accept delivery") is Refusal.CONDITIONAL
    match.play("c accept")
    assert match.state.common.record.drafts[0].terms == match.terms("delivery=75 price=200")


def test_the_clients_first_offer_on_an_issue_sets_its_own_and_is_no_concession() -> None:
    match = talks().play("c offer price=200")
    assert match.state.common.positions.client.steps[0] == ()
    assert match.codes() == ["price_before_interests"]


def test_the_vendors_first_counter_offer_is_a_concession_from_its_quote() -> None:
    match = talks().play("c offer price=170; v offer price=270")
    assert match.state.common.positions.vendor.steps[0] == (40,)


def test_a_concession_is_measured_from_the_most_generous_value_ever_named_even_if_withdrawn() -> (
    None
):
    match = talks().play("c offer price=170; v offer price=270; v withdraw; c notyet")
    match.play("v offer price=290; c notyet")
    assert match.state.common.positions.vendor.steps[0] == (40,)
    match.play("v offer price=265")
    assert match.state.common.positions.vendor.steps[0] == (40, 5)


def test_on_a_ladder_sizes_are_steps() -> None:
    match = talks().play("c notyet; v offer delivery=60")
    assert match.state.common.positions.vendor.steps[3] == (2,)


def test_an_acceptance_beyond_ones_best_is_a_concession() -> None:
    match = talks().play("c offer price=200 for service=m30; v offer price=300; c notyet; v accept")
    assert match.state.common.positions.vendor.steps[0] == (10, 100)
    assert match.state.common.positions.vendor.steps[2] == (3,)
    assert {ruling.code for ruling in match.rulings()} >= {"unasked", "exchange_named"}


def test_an_acceptance_that_completes_the_terms_is_judged_by_authority_and_floor_only() -> None:
    match = talks().play("c offer price=250 payment=60 service=m24 delivery=60; v accept")
    assert match.codes() == ["within_authority"] * 4
    assert not any("asked" in code for code in match.codes())


def test_an_offer_names_something_lies_in_bounds_and_inside_ones_own_floor() -> None:
    match = talks().play("c notyet")
    assert match.refuses("v offer") is Refusal.EMPTY_OFFER
    assert match.refuses("v offer price=187") is Refusal.BEYOND_FLOOR
    assert match.refuses("v offer price=188") is None
    assert match.refuses("v offer price=1000000001") is Refusal.VALUE_OUT_OF_RANGE
    assert match.refuses("v offer price=300 for price=310") is Refusal.GIVEN_AND_WANTED


def test_the_other_sides_ceiling_never_refuses_an_offer() -> None:
    match = talks().play("c notyet")
    assert match.refuses("v offer price=900") is None


def test_two_packages_must_be_worth_the_same_to_their_maker_within_a_point() -> None:
    # R33; vendor weights: price 3, delivery 1. 274 is level 3, 275 level 4 (R5).
    match = talks().play("c notyet")
    assert match.refuses("v offer price=275 delivery=90 or price=274 delivery=60") is (
        Refusal.PACKAGES_UNEQUAL
    )
    # level 4 and delivery level 2 (12 + 2) beside level 3 and delivery level 5 (9 + 5)
    match.play("v offer price=275 delivery=45 or price=240 delivery=90")
    assert match.refuses("c prefer 2") is None
    match.play("c prefer 2")
    offer = match.state.common.positions.vendor.offer
    assert offer is not None
    assert offer.preferred is True
    assert match.refuses("c prefer 1") is Refusal.ALREADY_DONE
    match.play("c accept second")
    assert match.state.common.record.drafts[0].terms == match.terms("price=240 delivery=90")


def test_an_accepted_offer_stands_no_longer() -> None:
    match = talks().play("c offer price=250; v accept; c notyet")
    assert match.state.common.positions.client.offer is None
    assert match.refuses("v accept") is Refusal.NO_OFFER


def test_what_was_not_taken_by_name_still_stands() -> None:
    match = talks().play("c accept service; v notyet")
    offer = match.state.common.positions.vendor.offer
    assert offer is not None
    assert offer.give == match.terms("price=310 payment=90 delivery=90")


def test_a_want_is_an_ask_and_becomes_the_most_generous_value_named() -> None:
    match = talks().play("c offer payment=30 delivery=30; v offer delivery=75 for payment=60")
    position = match.state.common.positions.vendor
    assert position.steps == ((), (), (), (1,))
    assert position.best == match.terms("price=310 payment=60 service=m12 delivery=75")


def test_a_want_that_asks_for_no_more_than_what_stands_is_a_gift() -> None:
    match = talks().play("c offer payment=60; v offer delivery=75 for payment=60")
    assert match.state.common.positions.vendor.steps == ((), (2,), (), (1,))


def test_a_new_best_is_better_for_the_other_side_on_some_issue_than_anything_before() -> None:
    match = talks().play("c offer price=170; v offer price=300 delivery=90")
    assert match.last[0].is_new_best
    match.play("c offer price=170; v offer price=310 delivery=90")
    assert not match.last[0].is_new_best
    assert match.state.common.positions.vendor.still == 1
    assert match.state.common.positions[Side.CLIENT].still == 1
