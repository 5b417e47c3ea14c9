"""A belief over orders is exact Bayes, over limits it is hard to fool."""

from collections.abc import Sequence
from itertools import permutations
from math import exp, isclose, log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negosim.analysis.belief_limits import LimitBelief
from negosim.analysis.beliefs import OrderBelief

Evidence = tuple[str, int, int, float]


@st.composite
def evidence(draw: st.DrawFn) -> tuple[int, list[Evidence]]:
    count = draw(st.integers(1, 5))
    issue = st.integers(0, count - 1)
    kinds = ["ranked"] if count == 1 else ["above", "ranked"]
    pieces = []
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(kinds))
        one = draw(issue)
        other = draw(issue)
        if kind == "above" and other == one:
            other = (one + 1) % count
        pieces.append((kind, one, other, draw(st.floats(0.2, 8.0))))
    return count, pieces


def listed(count: int, pieces: Sequence[Evidence]) -> dict[tuple[int, ...], float]:
    """The posterior of every order, by listing them all."""
    weight = {}
    for order in permutations(range(count)):
        factors = []
        for kind, one, other, odds in pieces:
            if kind == "above":
                factors.append(odds if order.index(one) < order.index(other) else 1.0)
            else:
                factors.append(odds if order.index(one) == other else 1.0)
        weight[order] = prod(factors)
    total = sum(weight.values())
    return {order: value / total for order, value in weight.items()}


def believed(count: int, pieces: Sequence[Evidence]) -> OrderBelief:
    belief = OrderBelief(count)
    for kind, one, other, odds in pieces:
        if kind == "above":
            belief = belief.above(one, other, odds)
        else:
            belief = belief.ranked(one, [odds if place == other else 1.0 for place in range(count)])
    return belief


@given(evidence())
def test_every_figure_is_that_of_a_listing_of_all_orders(
    drawn: tuple[int, list[Evidence]],
) -> None:
    count, pieces = drawn
    belief, posterior = believed(count, pieces), listed(count, pieces)
    for order, chance in posterior.items():
        assert isclose(belief.probability(order), chance, abs_tol=1e-9)
    for issue in range(count):
        mean = sum(p * (count - order.index(issue)) for order, p in posterior.items())
        assert isclose(belief.expected_weights()[issue], mean, abs_tol=1e-9)
        for place in range(count):
            at = sum(p for order, p in posterior.items() if order[place] == issue)
            assert isclose(belief.rank_probability(issue, place), at, abs_tol=1e-9)
        for other in range(count):
            above = sum(
                p for order, p in posterior.items() if order.index(issue) < order.index(other)
            )
            assert isclose(belief.above_probability(issue, other), above, abs_tol=1e-9)
    best = max(posterior.values())
    assert isclose(posterior[belief.most_likely()], best, abs_tol=1e-9)


def test_nothing_known_is_every_order_alike_and_the_first_by_number() -> None:
    belief = OrderBelief(4)
    assert belief.probability((2, 0, 3, 1)) == pytest.approx(1 / 24)
    assert belief.expected_weights() == pytest.approx((2.5, 2.5, 2.5, 2.5))
    assert belief.most_likely() == (0, 1, 2, 3)


def test_an_answer_of_odds_three_makes_its_pair_three_quarters_sure() -> None:
    belief = OrderBelief(4).above(2, 0, 3.0)
    assert belief.above_probability(2, 0) == pytest.approx(0.75)
    # Of the 24 orders 12 have either; the pair moves its own two weights, the others not.
    assert belief.expected_weights()[1] == pytest.approx(2.5)
    assert belief.expected_weights()[2] > 2.5 > belief.expected_weights()[0]
    assert sum(belief.expected_weights()) == pytest.approx(10.0)


def test_a_wrong_answer_is_made_good_by_two_right_ones() -> None:
    belief = OrderBelief(4).above(1, 0, 6.0).above(0, 1, 6.0).above(0, 1, 6.0)
    assert belief.above_probability(0, 1) == pytest.approx(6 / 7)


def test_no_number_of_wrong_answers_is_final() -> None:
    belief = OrderBelief(3)
    for _ in range(100):
        belief = belief.above(1, 0, 6.0)
    for _ in range(13):
        belief = belief.above(0, 1, 6.0)
    # 6^13 outweighs the billion at which odds are held.
    assert belief.above_probability(0, 1) > 0.9


def test_a_summary_that_is_confirmed_makes_its_order_the_likeliest() -> None:
    belief = OrderBelief(4).chain((3, 1, 0, 2), 6.0)
    assert belief.most_likely() == (3, 1, 0, 2)
    assert belief.probability((3, 1, 0, 2)) > 0.4


def test_who_gives_an_issue_away_is_believed_to_care_little_for_it() -> None:
    belief = OrderBelief(4).leaning((0.0, -1.0, 0.0, -0.25), 5.0)
    weights = belief.expected_weights()
    assert weights[1] == min(weights)
    assert weights[3] < weights[0] == pytest.approx(weights[2])


def test_equal_shares_conceded_everywhere_say_nothing() -> None:
    belief = OrderBelief(4).leaning((-0.5, -0.5, -0.5, -0.5), 5.0)
    assert belief.expected_weights() == pytest.approx((2.5, 2.5, 2.5, 2.5))


def test_a_lean_weighs_orders_by_its_exponential() -> None:
    belief = OrderBelief(2).leaning((1.0, 0.0), 2.0)
    # Weight 2 or 1 of issue 0, so the log-odds of its coming first are 2 * (2 - 1) / 2.
    assert belief.above_probability(0, 1) == pytest.approx(exp(1) / (1 + exp(1)))


def test_a_preference_speaks_for_the_issue_the_package_was_better_on() -> None:
    belief = OrderBelief(3).preferred((0.5, -0.5, 0.0), 4.0)
    assert belief.above_probability(0, 1) > 0.7
    assert belief.expected_weights()[2] == pytest.approx(2.0)


def test_a_preference_that_was_expected_says_less() -> None:
    known = OrderBelief(3).above(0, 1, 50.0)
    fresh = OrderBelief(3)

    def gain(belief: OrderBelief) -> float:
        """By how much the log-odds of the pair grow."""
        before = belief.above_probability(0, 1)
        after = belief.preferred((0.5, -0.5, 0.0), 4.0).above_probability(0, 1)
        return log(after / (1 - after)) - log(before / (1 - before))

    assert 0.0 < gain(known) < gain(fresh)


def test_eight_issues_are_exact_too() -> None:
    belief = OrderBelief(8).chain((7, 6, 5, 4, 3, 2, 1, 0), 3.0)
    assert sum(belief.expected_weights()) == pytest.approx(36.0)
    assert belief.most_likely() == (7, 6, 5, 4, 3, 2, 1, 0)
    assert belief.above_probability(7, 0) > 0.99


def test_an_update_leaves_the_belief_it_came_from_as_it_was() -> None:
    belief = OrderBelief(3)
    belief.above(2, 1, 9.0)
    belief.ranked(0, (1.0, 0.1, 0.1))
    assert belief.expected_weights() == pytest.approx((2.0, 2.0, 2.0))


# -- limits ---------------------------------------------------------------------------

PRICE = LimitBelief(310.0, 170.0)
"""What the client believes of the vendor's limit before the talks: quote 310, own quote 170."""


def test_limits_are_expected_a_good_half_of_the_way() -> None:
    assert PRICE.mean() == pytest.approx(222.4, abs=0.1)
    near, far = PRICE.band()
    assert 310 > near > PRICE.mean() > far > 170
    assert PRICE.beyond(near) == pytest.approx(0.9, abs=0.05)


def test_a_value_named_rules_out_every_limit_short_of_it() -> None:
    belief = PRICE.reached(240.0)
    assert belief.band(0.999)[0] <= 246.0
    assert belief.mean() < PRICE.mean()
    assert belief.beyond(240.0) == pytest.approx(1.0, abs=0.1)


def test_tiny_shrinking_steps_move_it_little() -> None:
    # 310 308 307 tells 306 by R29; 3 of 140 have been given, so hardly anything is believed.
    fooled = PRICE.reached(308).stepped(None, 308).reached(307).stepped(306.0, 307)
    assert abs(fooled.mean() - PRICE.mean()) < 1.0


def test_a_course_staircase_draws_it_towards_what_the_steps_tell() -> None:
    # 310 270 250 240: 40, 20, 10 tells 230 (exercise.md R29).
    reached = PRICE.reached(270).reached(250).reached(240)
    belief = PRICE.reached(270).reached(250).stepped(230.0, 250).reached(240).stepped(230.0, 240)
    assert abs(belief.mean() - 230) < abs(reached.mean() - 230)
    near, far = belief.band()
    assert near > 230 > far


def test_steps_that_do_not_shrink_show_no_limit_and_push_it_away() -> None:
    reached = PRICE.reached(270).reached(230)
    assert reached.stepped(None, 230).mean() < reached.mean()


def test_a_last_value_is_taken_at_its_word_and_nobody_names_one_beyond_the_true_one() -> None:
    belief = PRICE.told(188.0, honesty=0.9)
    assert belief.mean() < 190
    assert PRICE.told(188.0, honesty=0.2).mean() <= belief.mean()


def test_a_refusal_speaks_softly_for_a_limit_short_of_it() -> None:
    belief = PRICE.refused(220.0, 0.8)
    assert PRICE.mean() < belief.mean() < PRICE.mean() + 8


def test_it_works_upwards_as_well() -> None:
    rising = LimitBelief(170.0, 310.0)
    assert rising.mean() == pytest.approx(480 - PRICE.mean())
    assert rising.reached(225).mean() > rising.mean()
    near, far = rising.band()
    assert near < rising.mean() < far


def test_a_side_beyond_every_cell_is_at_the_far_end() -> None:
    assert PRICE.reached(160.0).mean() == pytest.approx(172.9, abs=0.1)
