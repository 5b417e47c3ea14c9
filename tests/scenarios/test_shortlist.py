"""The developer's shortlist: what its contracts are worth, and when none is better."""

from __future__ import annotations

from statistics import mean

import arena
import pytest
from giver import Giver

from negosim.analysis.reference import analyse
from negosim.catalog import check, load
from negosim.engine import events as e
from negosim.engine.scoring import score
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Level
from negosim.engine.yardstick import points

SHORTLIST = load("shortlist")
DELIVERY, PRICE, PAYMENT, SERVICE = range(4)
WEEKS_12, WEEKS_8 = 2, 4
PAID_80, PAID_50 = 0, 2
HOURS_24, HOURS_4 = 2, 4
SEEDS = range(900_000, 900_020)


def tick(price: int) -> int:
    """The place of a price on its track."""
    return round(price / SHORTLIST.issues[PRICE].step)


def worth(delivery: int, price: int, payment: int, service: int) -> tuple[int, int]:
    """Points of vendor and client; price in 10k yuan, ladders by their place."""
    found = score(SHORTLIST, (delivery, tick(price), payment, service)).points
    return found.vendor, found.client


def step(issue: int) -> tuple[int, int]:
    """What a step toward the vendor on one ladder brings the vendor and costs the client."""
    rungs = [2, 335, 2, 2]
    before = worth(*rungs)
    rungs[issue] -= 1
    after = worth(*rungs)
    return after[0] - before[0], before[1] - after[1]


# -- on paper ---------------------------------------------------------------------------------


def test_it_is_checked_without_a_word_and_is_a_whole_exercise() -> None:
    assert check("shortlist") == ()
    assert SHORTLIST.house.level is Level.COURSE
    assert SHORTLIST.house.limit_ms == 30 * 60_000
    assert [issue.id for issue in SHORTLIST.issues] == ["delivery", "price", "payment", "service"]


def test_the_orders_are_opposite_and_the_marks_those_of_the_course_s_list() -> None:
    # Source: course-facts.md S5; the weight is 5 less the rank (R4)
    weights = [[yard.weight for yard in yards] for yards in SHORTLIST.yardsticks]
    assert weights == [[2, 3, 4, 1], [3, 2, 1, 4]]
    issue = SHORTLIST.issues[PRICE]
    marks = [
        [issue.value(mark) for mark in (each.quote, each.target, each.floor)]
        for each in (SHORTLIST.marks.vendor[PRICE], SHORTLIST.marks.client[PRICE])
    ]
    assert marks == [[420, 350, 290], [260, 320, 380]]


def test_every_threshold_of_price_is_a_price_that_can_be_named() -> None:
    # Half-way marks: 320 and 385 for the vendor, 350 and 290 for the client (R5).
    thresholds = {290: 1, 320: 2, 350: 3, 385: 4, 420: 5}
    vendor, client = (yards[PRICE] for yards in SHORTLIST.yardsticks)
    assert {price: vendor.level(tick(price)) for price in thresholds} == thresholds
    assert all(vendor.level(tick(price) - 1) == level - 1 for price, level in thresholds.items())
    thresholds = {380: 1, 350: 2, 320: 3, 290: 4, 260: 5}
    assert {price: client.level(tick(price)) for price in thresholds} == thresholds
    assert all(client.level(tick(price) + 1) == level - 1 for price, level in thresholds.items())


def test_no_deal_is_worth_24_to_either_side() -> None:
    # Client weights: service 4, delivery 3, price 2, payment 1.
    # Windhover 14 weeks, 335, 65%, 24 hours: 3·2 + 2·2 + 1·2 + 4·3 = 24.
    # Drumlin   14 weeks, 325, 50%, 48 hours: 3·2 + 2·2 + 1·3 + 4·2 = 21.
    client = SHORTLIST.yardsticks.client
    assert [points(client, rival.terms) for rival in SHORTLIST.rivals] == [24, 21]
    assert SHORTLIST.walk_away == BySide(24, 24)


def test_the_outcome_space_has_the_figures_that_follow_from_the_weights() -> None:
    # Four mirrored issues would give at best 6·Σw + 2·Σ|wv − wc| = 6·10 + 2·(3+1+1+3) = 76
    # (exercise.md R46). Price is not mirrored: instead of 3·5 + 2·1 = 17 it has at best
    # 3·3 + 2·2 = 13, at 350 alone, so 76 − 4 = 72.
    # The frontier: 80% (20/1), 4 hours (1/20) and 8 weeks (2/15) are 23/36; price adds 3/8 at
    # 290, 6/6 at 320 or 9/4 at 350: 26/44, 29/42, 32/40. On from the last a step of delivery
    # is +2/−3: 34/37, 36/34, 38/31, 40/28; then one of service +1/−4: 41/24.
    found = analyse(SHORTLIST)
    # Every price from the client's quote to the vendor's, in steps.
    assert found.outcomes == ((420 - 260) / SHORTLIST.issues[PRICE].step + 1) * 5**3
    assert found.par == BySide(30, 30)
    assert found.best_joint == 72
    assert found.pareto == (
        (26, 44), (29, 42), (32, 40), (34, 37), (36, 34), (38, 31), (40, 28), (41, 24),
    )  # fmt: skip
    # Over 24/24: 10·13 = 130 against 8·16 at 32/40 and 12·10 at 36/34.
    assert found.nash == ((34, 37),)
    assert found.egalitarian == ((34, 37), (36, 34))


def test_payment_for_repair_is_the_great_trade_and_weeks_for_price_the_small_one() -> None:
    assert step(PAYMENT) == (4, 1)
    assert step(SERVICE) == (1, 4)
    assert step(DELIVERY) == (2, 3)
    # A level of price is worth three to the vendor and two to the client.
    assert SHORTLIST.yardsticks.vendor[PRICE].weight == 3
    assert SHORTLIST.yardsticks.client[PRICE].weight == 2
    assert worth(WEEKS_8, 350, PAID_80, HOURS_4) == (32, 40)


def test_the_middle_of_everything_leaves_seventeen_points_lying() -> None:
    assert worth(WEEKS_12, 335, PAID_50, HOURS_24) == (27, 28)


def test_giving_in_to_the_honour_of_the_list_is_worth_less_to_the_vendor_than_no_deal() -> None:
    vendor, client = worth(WEEKS_8, 320, PAID_50, HOURS_4)
    assert (vendor, client) == (21, 44)
    assert vendor < SHORTLIST.walk_away.vendor


def test_the_best_contract_needs_both_decision_makers() -> None:
    assert SHORTLIST.authority.vendor[DELIVERY] == WEEKS_8 - 1
    assert SHORTLIST.authority.client[PAYMENT] == PAID_80 + 1


def test_sixteen_weeks_are_all_that_anybody_bars() -> None:
    barred = [member.veto for member in SHORTLIST.opposition.team]
    assert sorted(barred, key=str) == [(0, None, None, None), *[(None,) * 4] * 3]


def test_the_news_makes_a_day_the_longest_that_a_fault_may_wait() -> None:
    (news,) = SHORTLIST.opposition.news
    assert news.announced
    assert news.at_ms == 10 * 60_000
    (effect,) = news.effects
    assert (effect.side, effect.issue, effect.tick) == (Side.CLIENT, SERVICE, HOURS_24)
    assert effect.moves_floor


# -- at the table -----------------------------------------------------------------------------


def test_the_course_policy_nearly_always_signs_near_the_best_there_is() -> None:
    played = [arena.play(SHORTLIST, seed=seed) for seed in SEEDS]
    signed = [sum(match.points) for match in played if match.outcome.deal is not None]
    assert len(signed) >= 18
    assert mean(signed) >= 67  # of 72


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Just like that? Then let me dream on for a moment."),
        ("zh", "这就给了？那我再往大里想想。"),
    ],
)
def test_hours_given_for_nothing_are_answered_by_waiting(lang: str, line: str) -> None:
    match = arena.play(SHORTLIST, Giver(SERVICE, 1), lang=lang)
    assert [said.words for said in match.of(e.NotYetSaid)].count(line) == 1
