"""The debrief as a value, from whole matches played move by move."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest
from notation import Match

from negosim.analysis.grade import Letter
from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.scenario import HouseRules, Scenario
from negosim.engine.scoring import Quadrant, agreeable, score
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Ending, Orders
from negosim.reports.debrief import Debrief, Decided, NotOver, debrief

FREE = "v leave consult; v allow price=188 payment=30; v return;"
SIGN = "c write; v confirm; c draw; c sign; v sign"


def signed(terms: str, scenario: Scenario | None = None, before: str = "") -> Debrief:
    """A match that ends with the terms given as the client offers them."""
    scenario = scenario or built.third_vendor()
    match = Match.at_talks(scenario).play(
        f"c leave consult; c allow price=265 delivery=90; c return; {before}"
        f"c offer {terms}; {FREE} v accept; {SIGN}"
    )
    return debrief(scenario, match.log)


def test_targets_of_the_vendor_make_the_printed_score() -> None:
    found = signed("price=240 payment=60 service=m24 delivery=60")
    contract = found.contract
    assert contract is not None
    assert contract.deal.terms == (240, 2, 2, 2)
    # exercise.md R46: 240/60/m24/60 scores 30/26; par 30 each, best joint 68.
    assert contract.score.points == BySide(30, 26)
    assert contract.created == -4
    assert contract.claimed == BySide(4, -4)
    assert contract.efficiency == Fraction(-1, 2)
    assert contract.distance == pytest.approx(61**0.5)  # to 35/32
    assert contract.quadrant is Quadrant.WIN_LOSE
    assert contract.letter is Letter.D
    assert found.sides.vendor.points == 30
    assert found.sides.client.points == 26
    assert (found.ahead, found.decided) == (Side.VENDOR, Decided.POINTS)
    assert found.outcome.ending is Ending.SIGNED


def test_better_contracts_are_shown_with_terms_that_give_their_points() -> None:
    found = signed("price=240 payment=60 service=m24 delivery=60")
    assert found.contract is not None
    assert [each.pair for each in found.contract.better] == [
        (30, 38), (32, 36), (34, 34), (35, 32), (37, 30), (38, 28), (40, 26),
    ]  # fmt: skip
    for each in (*found.contract.better, *found.possible.nash, *found.possible.egalitarian):
        assert tuple(score(found.scenario, each.terms).points) == each.pair
        assert agreeable(found.scenario, each.terms)


def test_a_contract_on_the_frontier_leaves_nothing_better() -> None:
    found = signed("price=192 payment=90 service=m12 delivery=30")
    assert found.contract is not None
    assert found.contract.score.points == BySide(34, 34)
    assert found.contract.distance == 0
    assert found.contract.better == ()
    assert found.contract.efficiency == 1
    assert found.contract.letter is Letter.A  # 30 + ceil(0.8 x 4) = 34


def test_equal_points_are_told_apart_by_the_exact_terms() -> None:
    # 34/34 each: the vendor's worth is 3 x 4/122 + 4 + 2 + 0, the client's 4 x 73/95 + 0 + 0 + 3.
    found = signed("price=192 payment=90 service=m12 delivery=30")
    assert found.sides.vendor.merit.worth == Fraction(12, 122) + 6
    assert found.sides.client.merit.worth == Fraction(292, 95) + 3
    assert (found.ahead, found.decided) == (Side.VENDOR, Decided.WORTH)


def test_a_breakdown_scores_the_walk_aways_and_has_no_letter() -> None:
    scenario = built.third_vendor()
    match = Match.at_talks(scenario).play("c offer price=170; v walk")
    found = debrief(scenario, match.log)
    assert found.contract is None
    assert (found.sides.vendor.points, found.sides.client.points) == (20, 22)
    assert found.sides.vendor.merit.worth is None
    assert (found.outcome.ending, found.outcome.by) == (Ending.WALKED_OUT, Side.VENDOR)
    assert found.possible.analysis.agreeable == 6_346
    assert found.possible.inside == 9_750  # 78 prices from 188 to 265, times 5 x 5 x 5


def test_guesses_are_measured_against_the_orders_that_were_played() -> None:
    found = signed(
        "price=240 payment=60 service=m24 delivery=60",
        before="v guess price delivery payment service; c guess payment price service delivery;",
    )
    ours, theirs = found.sides.vendor.guess, found.sides.client.guess
    assert ours is not None
    assert theirs is not None
    assert (ours.right, ours.inversions) == (2, 1)
    assert (theirs.right, theirs.inversions) == (4, 0)
    assert found.sides.client.order == (0, 3, 2, 1)


def test_orders_that_the_teams_set_decide_the_scores() -> None:
    scenario = but(built.course_grid(), house=but(HouseRules(), orders=Orders.TEAM))
    match = Match(scenario, solo_setup(scenario)).play(
        "v order delivery service price payment; c order price payment service delivery;"
        "v ready; c ready; v intro; c intro;"
        "c leave consult; c allow price=3 payment=3; c return;"
        "c offer price=3 payment=3 service=3 delivery=5;"
        "v leave consult; v allow delivery=1 service=1; v return; v accept;" + SIGN
    )
    found = debrief(scenario, match.log)
    assert found.sides.vendor.order == (3, 2, 0, 1)
    assert found.contract is not None
    # Delivery at level 5 has weight 4 for the vendor, 1 for the client.
    assert found.contract.score.points == BySide(20 + 3 * (3 + 2 + 1), 3 * (4 + 3 + 2) + 1)


def test_a_running_match_has_no_debrief() -> None:
    scenario = built.third_vendor()
    match = Match.at_talks(scenario).play("c offer price=170")
    with pytest.raises(NotOver):
        debrief(scenario, match.log)  # exercise.md R17


def test_time_that_ran_out_is_a_breakdown_by_nobody() -> None:
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, limit_ms=60_000)).play(
        "c offer price=170; v offer price=270"
    )
    found = debrief(scenario, match.log)
    assert (found.outcome.ending, found.outcome.by) == (Ending.TIME, None)
    assert found.elapsed_ms == 60_000
    assert found.moves == 1  # the second offer would have ended too late (R15)
