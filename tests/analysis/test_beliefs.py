"""A belief over orders is exact Bayes: listed for few issues, summed over sets for more."""

from collections.abc import Callable, Sequence
from itertools import permutations
from math import exp, isclose, log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negosim.analysis.beliefs import OrderBelief, order_belief
from negosim.analysis.order_listing import OrderListing
from negosim.analysis.order_sums import OrderSums

Evidence = tuple[str, int, int, float]
Make = Callable[[int], OrderBelief]
BOTH = pytest.mark.parametrize("make", [OrderListing, OrderSums], ids=["listed", "summed"])


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


def believed(make: Make, count: int, pieces: Sequence[Evidence]) -> OrderBelief:
    belief = make(count)
    for kind, one, other, odds in pieces:
        if kind == "above":
            belief = belief.above(one, other, odds)
        else:
            belief = belief.ranked(one, [odds if place == other else 1.0 for place in range(count)])
    return belief


def orders_of(belief: OrderBelief) -> dict[tuple[int, ...], float]:
    """The probability of every order."""
    return {order: belief.probability(order) for order in permutations(range(belief.count))}


@BOTH
@given(drawn=evidence())
def test_every_figure_is_that_of_a_listing_of_all_orders(
    make: Make, drawn: tuple[int, list[Evidence]]
) -> None:
    count, pieces = drawn
    belief, posterior = believed(make, count, pieces), listed(count, pieces)
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


@BOTH
def test_nothing_known_is_every_order_alike_and_the_first_by_number(make: Make) -> None:
    belief = make(4)
    assert belief.probability((2, 0, 3, 1)) == pytest.approx(1 / 24)
    assert belief.expected_weights() == pytest.approx((2.5, 2.5, 2.5, 2.5))
    assert belief.most_likely() == (0, 1, 2, 3)


@BOTH
def test_an_answer_of_odds_three_makes_its_pair_three_quarters_sure(make: Make) -> None:
    belief = make(4).above(2, 0, 3.0)
    assert belief.above_probability(2, 0) == pytest.approx(0.75)
    # Of the 24 orders 12 have either; the pair moves its own two weights, the others not.
    assert belief.expected_weights()[1] == pytest.approx(2.5)
    assert belief.expected_weights()[2] > 2.5 > belief.expected_weights()[0]
    assert sum(belief.expected_weights()) == pytest.approx(10.0)


@BOTH
def test_a_wrong_answer_is_made_good_by_two_right_ones(make: Make) -> None:
    belief = make(4).above(1, 0, 6.0).above(0, 1, 6.0).above(0, 1, 6.0)
    assert belief.above_probability(0, 1) == pytest.approx(6 / 7)


@BOTH
def test_no_number_of_wrong_answers_is_final(make: Make) -> None:
    belief = make(3)
    for _ in range(100):
        belief = belief.above(1, 0, 6.0)
    for _ in range(13):
        belief = belief.above(0, 1, 6.0)
    # 6^13 outweighs the billion at which odds are held.
    assert belief.above_probability(0, 1) > 0.9


@BOTH
def test_a_summary_that_is_confirmed_makes_its_order_the_likeliest(make: Make) -> None:
    belief = make(4).chain((3, 1, 0, 2), 6.0)
    assert belief.most_likely() == (3, 1, 0, 2)
    assert belief.probability((3, 1, 0, 2)) > 0.4


@BOTH
def test_who_gives_an_issue_away_is_believed_to_care_little_for_it(make: Make) -> None:
    belief = make(4).leaning((0.0, -1.0, 0.0, -0.25), 5.0)
    weights = belief.expected_weights()
    assert weights[1] == min(weights)
    assert weights[3] < weights[0] == pytest.approx(weights[2])


@BOTH
def test_equal_shares_conceded_everywhere_say_nothing(make: Make) -> None:
    belief = make(4).leaning((-0.5, -0.5, -0.5, -0.5), 5.0)
    assert belief.expected_weights() == pytest.approx((2.5, 2.5, 2.5, 2.5))


@BOTH
def test_a_lean_weighs_orders_by_its_exponential(make: Make) -> None:
    belief = make(2).leaning((1.0, 0.0), 2.0)
    # Weight 2 or 1 of issue 0, so the log-odds of its coming first are 2 * (2 - 1) / 2.
    assert belief.above_probability(0, 1) == pytest.approx(exp(1) / (1 + exp(1)))


@BOTH
def test_a_preference_speaks_for_the_issue_the_package_was_better_on(make: Make) -> None:
    belief = make(3).preferred((0.5, -0.5, 0.0), 6.0)
    assert belief.above_probability(0, 1) > 0.65
    assert belief.expected_weights()[2] == pytest.approx(2.0, abs=0.01)


def test_a_preference_is_weighed_by_the_logistic_of_its_worth() -> None:
    belief = order_belief(2).preferred((1.0, -1.0), 2.0)
    # One package is worth 2 - 1 or 1 - 2 more; logistic(1) against logistic(-1) is e : 1.
    assert belief.above_probability(0, 1) == pytest.approx(exp(1) / (1 + exp(1)))


@BOTH
def test_a_preference_that_was_expected_says_less(make: Make) -> None:
    """All orders of four issues tell of worths from -3 to 3; those left hardly differ."""
    known = make(4).above(0, 1, 50.0).above(0, 2, 50.0).above(0, 3, 50.0)

    def gain(belief: OrderBelief) -> float:
        """By how much the log-odds of the pair grow."""
        before = belief.above_probability(0, 1)
        after = belief.preferred((1.0, -1.0, 0.0, 0.0), 6.0).above_probability(0, 1)
        return log(after / (1 - after)) - log(before / (1 - before))

    assert 0.0 < gain(known) < gain(make(4))


# -- packages compared ------------------------------------------------------------------


def test_who_takes_one_issue_back_for_another_tells_what_they_weigh() -> None:
    # Gives 0.6 of issue 0 to take 0.2 of issue 1 back. With weights 1 and 4 of 10 that costs
    # -0.02, with 4 and 1 it costs 0.22, with 1 and 2 it costs 0.02: the usual thing.
    belief = order_belief(4).moved((0.6, -0.2, 0.0, 0.0))
    assert belief.above_probability(1, 0) > 0.8
    assert belief.probability((2, 3, 1, 0)) > 3 * belief.probability((0, 2, 3, 1))


def test_the_same_package_again_tells_nothing() -> None:
    belief = order_belief(4).moved((0.0, 0.0, 0.0, 0.0))
    assert belief.expected_weights() == pytest.approx((2.5, 2.5, 2.5, 2.5))


def test_a_move_that_suits_no_order_tells_nothing() -> None:
    # Everything taken back: a gain of a third whatever the order.
    belief = order_belief(4).moved((-1 / 3, -1 / 3, -1 / 3, -1 / 3))
    assert belief.expected_weights() == pytest.approx((2.5, 2.5, 2.5, 2.5))


def test_one_comparison_is_never_certain() -> None:
    belief = order_belief(4).moved((1.0, -0.25, -0.25, -0.25))
    assert min(orders_of(belief).values()) > 0.001


def test_with_many_issues_comparisons_are_taken_at_their_tangent_and_point_the_same_way() -> None:
    few, many = OrderListing(4), OrderSums(4)
    for given_up in ((0.6, -0.2, 0.0, 0.0), (0.5, 0.0, -0.25, 0.0), (0.0, 0.4, 0.0, -0.25)):
        few, many = few.moved(given_up), many.moved(given_up)
    assert few.above_probability(1, 0) > 0.75
    assert few.above_probability(1, 0) > many.above_probability(1, 0) > 0.58
    assert few.most_likely()[-1] == many.most_likely()[-1] == 0
    six = order_belief(6).moved((0.6, -0.2, 0.0, 0.0, 0.0, 0.0))
    assert six.above_probability(1, 0) > 0.52


# -- what holds of all evidence --------------------------------------------------------------


@st.composite
def updates(draw: st.DrawFn) -> list[Callable[[OrderBelief, Sequence[int]], OrderBelief]]:
    """Pieces of evidence on four issues, each to be said of issues under other names."""
    share = st.floats(-0.6, 0.6)
    pieces: list[Callable[[OrderBelief, Sequence[int]], OrderBelief]] = []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(("above", "ranked", "leaning", "preferred", "moved")))
        one, other = draw(st.permutations(range(4)))[:2]
        odds = draw(st.floats(0.3, 5.0))
        by_place = draw(st.lists(st.floats(0.2, 1.0), min_size=4, max_size=4))
        shares = draw(st.lists(share, min_size=4, max_size=4))
        pieces.append(_piece(kind, one, other, odds, by_place, shares))
    return pieces


def _piece(
    kind: str, one: int, other: int, odds: float, by_place: list[float], shares: list[float]
) -> Callable[[OrderBelief, Sequence[int]], OrderBelief]:
    def update(belief: OrderBelief, names: Sequence[int]) -> OrderBelief:
        named = [0.0] * 4
        for issue, share in enumerate(shares):
            named[names[issue]] = share
        match kind:
            case "above":
                return belief.above(names[one], names[other], odds)
            case "ranked":
                return belief.ranked(names[one], by_place)
            case "leaning":
                return belief.leaning(named, 3.0)
            case "preferred":
                return belief.preferred(named, 3.0)
            case _:
                return belief.moved(named)

    return update


SAME = (0, 1, 2, 3)


@given(pieces=updates())
def test_probabilities_sum_to_one_and_weights_to_those_of_an_order(
    pieces: list[Callable[[OrderBelief, Sequence[int]], OrderBelief]],
) -> None:
    belief = order_belief(4)
    for piece in pieces:
        belief = piece(belief, SAME)
    assert sum(orders_of(belief).values()) == pytest.approx(1.0)
    assert sum(belief.expected_weights()) == pytest.approx(10.0)
    for issue in range(4):
        assert sum(belief.rank_probability(issue, k) for k in range(4)) == pytest.approx(1.0)


@given(pieces=updates())
def test_the_sequence_of_independent_evidence_does_not_matter(
    pieces: list[Callable[[OrderBelief, Sequence[int]], OrderBelief]],
) -> None:
    forth = back = order_belief(4)
    for piece in pieces:
        forth = piece(forth, SAME)
    for piece in reversed(pieces):
        back = piece(back, SAME)
    for order, chance in orders_of(forth).items():
        assert isclose(back.probability(order), chance, abs_tol=1e-7)


@given(pieces=updates(), names=st.permutations(SAME))
def test_issues_under_other_names_have_the_same_order_under_those_names(
    pieces: list[Callable[[OrderBelief, Sequence[int]], OrderBelief]], names: list[int]
) -> None:
    plain = renamed = order_belief(4)
    for piece in pieces:
        plain, renamed = piece(plain, SAME), piece(renamed, names)
    for order, chance in orders_of(plain).items():
        other = tuple(names[issue] for issue in order)
        assert isclose(renamed.probability(other), chance, abs_tol=1e-9)


def test_eight_issues_are_exact_too() -> None:
    belief = order_belief(8).chain((7, 6, 5, 4, 3, 2, 1, 0), 3.0)
    assert sum(belief.expected_weights()) == pytest.approx(36.0)
    assert belief.most_likely() == (7, 6, 5, 4, 3, 2, 1, 0)
    assert belief.above_probability(7, 0) > 0.99


@BOTH
def test_an_update_leaves_the_belief_it_came_from_as_it_was(make: Make) -> None:
    belief = make(3)
    belief.above(2, 1, 9.0)
    belief.ranked(0, (1.0, 0.1, 0.1))
    belief.moved((0.5, -0.2, 0.0))
    assert belief.expected_weights() == pytest.approx((2.0, 2.0, 2.0))
