"""The office tower: what its contracts are worth, what there is to find, how it is played."""

from __future__ import annotations

from itertools import product
from statistics import mean

import arena
import pytest
from giver import Giver

from negosim.analysis.reference import analyse, frontier_terms
from negosim.catalog import check, load
from negosim.engine import events as e
from negosim.engine.scoring import score
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Level
from negosim.engine.yardstick import points

TOWER = load("tower")
PAYMENT, SERVICE, DELIVERY, PRICE = range(4)
PRICES = range(58, 79)  # whole ones from the vendor's limit to the client's
DAYS_40, DAYS_30 = 3, 4
SEEDS = range(900_000, 900_020)


def worth(payment: int, service: int, delivery: int, price: int) -> tuple[int, int]:
    """Points of vendor and client; ladders by their place, price in 10k yuan."""
    tick = round(price / TOWER.issues[PRICE].step)
    found = score(TOWER, (payment, service, delivery, tick)).points
    return found.vendor, found.client


def step(issue: int) -> tuple[int, int]:
    """What a step toward the vendor on one ladder brings the vendor and costs the client."""
    rungs = [2, 2, 2]
    before = worth(*rungs, 65)
    rungs[issue] -= 1
    after = worth(*rungs, 65)
    return after[0] - before[0], before[1] - after[1]


# -- on paper ---------------------------------------------------------------------------------


def test_it_is_checked_without_a_word_and_is_a_whole_exercise() -> None:
    assert check("tower") == ()
    assert TOWER.house.level is Level.COURSE
    assert TOWER.house.limit_ms == 30 * 60_000
    assert [issue.id for issue in TOWER.issues] == ["payment", "service", "delivery", "price"]


def test_the_orders_and_marks_are_those_of_the_course_s_tower() -> None:
    # Source: course-facts.md S2; the weight is 5 less the rank (R4)
    weights = [[yard.weight for yard in yards] for yards in TOWER.yardsticks]
    assert weights == [[4, 1, 2, 3], [1, 2, 4, 3]]
    issue = TOWER.issues[PRICE]
    marks = [
        [issue.value(tick) for tick in (each.quote, each.target, each.floor)]
        for each in (TOWER.marks.vendor[PRICE], TOWER.marks.client[PRICE])
    ]
    assert marks == [[86, 72, 58], [50, 64, 78]]


def test_no_deal_is_worth_20_to_the_vendor_and_the_better_rival_to_the_client() -> None:
    # Client weights: delivery 4, price 3, service 2, payment 1.
    # Greeneave 76, 75%, 18 months, 50 days: 3·1 + 1·2 + 2·2 + 4·3 = 21.
    # Sandbar   66, 60%, 24 months, 62 days: 3·2 + 1·3 + 2·3 + 4·2 = 23.
    client = TOWER.yardsticks.client
    assert [points(client, rival.terms) for rival in TOWER.rivals] == [21, 23]
    assert TOWER.walk_away == BySide(20, 23)


def test_the_outcome_space_has_the_figures_that_follow_from_the_weights() -> None:
    # Four mirrored issues would give at best 6·Σw + 2·Σ|wv − wc| = 6·10 + 2·(3+1+2+0) = 72
    # (exercise.md R46). Price is not mirrored: between the two limits the levels sum to 4
    # instead of 6, with weight 3 on both sides, so 72 − 2·3 = 66.
    # The frontier: 90% (20/1), 36 months (1/10) and 30 days (2/20) are 23/31; price adds 3/9,
    # 6/6 or 9/3: 26/40, 29/37, 32/34. From each of them a step of service is +1/−2, which
    # gives 27/38, 30/35 and, on from the last, 33/32 … 37/24, below which the client walks
    # away. A step of payment back from 26/40 is −4/+1: 22/41; the next is below 20.
    found = analyse(TOWER)
    # Every price from the client's quote to the vendor's, in steps.
    assert found.outcomes == ((86 - 50) / TOWER.issues[PRICE].step + 1) * 5**3
    assert found.par == BySide(30, 30)
    assert found.best_joint == 66
    assert found.pareto == (
        (22, 41), (26, 40), (27, 38), (29, 37), (30, 35), (32, 34),
        (33, 32), (34, 30), (35, 28), (36, 26), (37, 24),
    )  # fmt: skip
    # Over 20/23: 12·11 = 132 against 10·12 at 30/35 and 13·9 at 33/32.
    assert found.nash == found.egalitarian == ((32, 34),)


def test_payment_for_days_is_the_great_trade_and_service_the_small_one() -> None:
    assert step(PAYMENT) == (4, 1)
    assert step(DELIVERY) == (2, 4)
    assert step(SERVICE) == (1, 2)
    assert worth(0, 4, DAYS_30, 75) == (32, 34)


def test_price_makes_no_point_wherever_it_ends_between_the_limits() -> None:
    assert {sum(worth(0, 4, DAYS_30, price)) for price in PRICES} == {66}


def test_who_never_leaves_the_table_stops_at_forty_days_and_64_points() -> None:
    assert TOWER.authority.vendor[DELIVERY] == DAYS_40
    rungs = product(range(5), range(5), range(DAYS_40 + 1), PRICES)
    assert max(sum(worth(*terms)) for terms in rungs) == 64


def test_the_news_leaves_one_rival_in_time_and_no_deal_as_it_was() -> None:
    (news,) = TOWER.opposition.news
    assert news.announced
    assert news.at_ms == 12 * 60_000
    (effect,) = news.effects
    assert (effect.side, effect.issue, effect.moves_floor) == (Side.CLIENT, DELIVERY, True)
    in_time = [rival.name.in_("en") for rival in TOWER.rivals if rival.terms[2] >= effect.tick]
    assert in_time == ["Greeneave"]
    assert max(points(TOWER.yardsticks.client, each.terms) for each in TOWER.rivals) == 23


def test_nobody_in_the_client_s_team_bars_the_best_contract() -> None:
    (terms,) = frontier_terms(TOWER, ((32, 34),))
    vetoes = [
        member.veto for member in TOWER.opposition.team if any(v is not None for v in member.veto)
    ]
    assert vetoes == [(None, 0, None, None)]  # 12 months, and nothing worse exists
    assert terms[SERVICE] != 0


# -- at the table -----------------------------------------------------------------------------


def test_the_course_policy_nearly_always_signs_near_the_best_there_is() -> None:
    played = [arena.play(TOWER, seed=seed) for seed in SEEDS]
    signed = [sum(match.points) for match in played if match.outcome.deal is not None]
    assert len(signed) >= 18
    assert mean(signed) >= 62  # of 66


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Days for nothing? Then the best thing I can do is wait."),
        ("zh", "日子白送？那我等着就是了。"),
    ],
)
def test_days_given_for_nothing_are_answered_by_waiting(lang: str, line: str) -> None:
    match = arena.play(TOWER, Giver(DELIVERY, 1), lang=lang)
    assert [said.words for said in match.of(e.NotYetSaid)].count(line) == 1
