"""What each kind of deed and word says of the other side, and how much."""

import built
import pytest

from negosim.bots.estimate import Estimate
from negosim.bots.scale import Scale
from negosim.engine import events as e
from negosim.engine.moves import Package
from negosim.engine.sides import Side
from negosim.engine.view import brief_of
from negosim.engine.words import AnswerKind, ArgumentKind, QuestionForm, Reason

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
QUOTES = (310, 0, 0, 0)
"""The vendor's of the third vendor; its ladders run from 0 to 4."""
NOTHING = (None, None, None, None)


def fresh() -> Estimate:
    """What the client believes of the vendor once the quotes are on the table."""
    estimate = Estimate(Scale(brief_of(built.third_vendor(), Side.CLIENT)), led=True)
    for issue, quote in enumerate(QUOTES):
        estimate.name_first(issue, quote)
    return estimate


def offer(
    give: dict[int, int], want: dict[int, int] | None = None, second: Package | None = None
) -> e.OfferMade:
    return e.OfferMade(
        0, "vendor", terms(give), terms(want or {}), (), Reason.NONE, second, "", True
    )


def terms(values: dict[int, int]) -> tuple[int | None, ...]:
    return tuple(values.get(issue) for issue in range(4))


def answer(kind: AnswerKind, *issues: int, strength: int = 0) -> e.QuestionAnswered:
    return e.QuestionAnswered(0, "vendor", kind, issues, strength, NOTHING, NOTHING, "")


def above(estimate: Estimate, upper: int, lower: int) -> float:
    return estimate.order.above_probability(upper, lower)


# -- steps and packages -------------------------------------------------------------------------


def test_a_step_speaks_against_what_it_gives_by_the_share_of_the_way() -> None:
    small, large = fresh(), fresh()
    small.offered(offer({DELIVERY: 1}))
    large.offered(offer({DELIVERY: 3}))
    assert 0.25 > small.weights()[DELIVERY] > large.weights()[DELIVERY]


def test_what_is_taken_back_for_what_is_given_tells_what_both_weigh() -> None:
    estimate = fresh()
    estimate.offered(offer({PAYMENT: 1, DELIVERY: 1}))
    before = above(estimate, PAYMENT, DELIVERY)
    # A rung of payment back for three of delivery: no order but one that prizes payment.
    estimate.offered(offer({PAYMENT: 0, DELIVERY: 4}))
    assert above(estimate, PAYMENT, DELIVERY) > before + 0.2


def test_naming_what_one_has_been_offered_takes_nothing_back() -> None:
    plain, met = fresh(), fresh()
    for estimate in (plain, met):
        estimate.offered(offer({PAYMENT: 2}))
    met.stand((None, 1, None, None))
    met.offered(offer({}, {PAYMENT: 1}))
    assert met.weights() == plain.weights()


def test_two_packages_of_the_same_worth_tell_as_much_as_two_offers() -> None:
    estimate = fresh()
    estimate.offered(
        offer({PAYMENT: 1, DELIVERY: 1}, second=Package(terms({PAYMENT: 0, DELIVERY: 4}), NOTHING))
    )
    assert above(estimate, PAYMENT, DELIVERY) > 0.6


def test_two_packages_bring_what_the_better_one_brings_as_a_whole() -> None:
    estimate = fresh()
    movement = estimate.offered(offer({PRICE: 300}, second=Package(terms({DELIVERY: 1}), NOTHING)))
    # To the client four rungs of delivery weigh 3 out of 10, 95 ticks of price 4: a rung of
    # the one is worth more than ten ticks of the other.
    assert movement.worth == pytest.approx(0.3 / 4)


def test_a_package_brings_nothing_that_takes_back_what_it_gives() -> None:
    estimate = fresh()
    estimate.offered(offer({PRICE: 280, DELIVERY: 1}))
    swapped = Package(terms({PRICE: 310, DELIVERY: 2}), NOTHING)
    assert estimate.offered(offer({PRICE: 270, DELIVERY: 0}, second=swapped)).worth == 0.0


def test_what_one_does_not_prefer_counts_when_it_is_really_given() -> None:
    estimate = fresh()
    estimate.offered(offer({PRICE: 300}, second=Package(terms({DELIVERY: 1}), NOTHING)))
    estimate.chose(second=True)
    assert (estimate.best[PRICE], estimate.steps[PRICE]) == (310, [])
    assert (estimate.best[DELIVERY], estimate.steps[DELIVERY]) == (1, [1])
    assert estimate.offered(offer({PRICE: 300, DELIVERY: 1})).sizes == {PRICE: 10}


def test_movement_is_counted_from_the_best_value_ever_named() -> None:
    estimate = fresh()
    assert estimate.offered(offer({PRICE: 280})).sizes == {PRICE: 30}
    assert estimate.offered(offer({PRICE: 290})).sizes == {}
    assert estimate.offered(offer({PRICE: 270})).sizes == {PRICE: 10}
    assert estimate.steps[PRICE] == [30, 10]


# -- exchanges and openings -----------------------------------------------------------------------


def test_what_is_wanted_for_what_is_given_ranks_higher_more_so_when_something_moves() -> None:
    still, moves, wanted_alone = fresh(), fresh(), fresh()
    still.offered(offer({DELIVERY: 0}, {PAYMENT: 0}))
    moves.offered(offer({DELIVERY: 1}, {PAYMENT: 0}))
    wanted_alone.offered(offer({}, {PAYMENT: 0}))
    assert above(wanted_alone, PAYMENT, DELIVERY) == pytest.approx(0.5)
    assert 0.5 < above(still, PAYMENT, DELIVERY) < above(moves, PAYMENT, DELIVERY)


def test_who_wants_everything_for_one_thing_says_little_of_each() -> None:
    one, all_ = fresh(), fresh()
    one.offered(offer({DELIVERY: 0}, {PAYMENT: 0}))
    all_.offered(offer({DELIVERY: 0}, {PAYMENT: 0, PRICE: 310, SERVICE: 0}))
    assert above(one, PAYMENT, DELIVERY) > above(all_, PAYMENT, DELIVERY) > 0.5


def test_the_third_time_an_exchange_is_a_habit() -> None:
    estimate = fresh()
    chances = []
    for _ in range(4):
        estimate.offered(offer({DELIVERY: 0}, {PAYMENT: 0}))
        chances.append(above(estimate, PAYMENT, DELIVERY))
    assert chances[0] < chances[1] == chances[2] == chances[3]


def test_wanting_what_has_been_offered_anyway_says_nothing() -> None:
    estimate = fresh()
    estimate.stand((None, 0, None, None))
    estimate.offered(offer({DELIVERY: 0}, {PAYMENT: 0}))
    assert above(estimate, PAYMENT, DELIVERY) == pytest.approx(0.5)


def test_who_opens_further_off_on_one_issue_likelier_wants_it_but_not_by_much() -> None:
    estimate = Estimate(Scale(brief_of(built.third_vendor(), Side.VENDOR)), led=True)
    # The client opens at its ends, but on delivery half-way to the vendor's.
    estimate.offered(
        e.OfferMade(0, "client", NOTHING, (170, 4, 4, 2), (), Reason.NONE, None, "", True)
    )
    assert 0.2 < estimate.weights()[DELIVERY] < 0.25


# -- what is taken and refused ----------------------------------------------------------------------


def test_what_is_refused_falls_short_on_what_is_dear_rather() -> None:
    estimate = fresh()
    # We stand at the vendor's own quote on delivery and far from it on payment.
    estimate.refused((None, 4, None, 0))
    assert 0.5 < above(estimate, PAYMENT, DELIVERY) < 0.7


def test_the_same_refusal_twice_says_nothing_more() -> None:
    once, twice = fresh(), fresh()
    once.refused((200, 4, None, 0))
    for _ in range(2):
        twice.refused((200, 4, None, 0))
    assert once.weights() == twice.weights()
    assert once.limits[PRICE].mean() == twice.limits[PRICE].mean()  # type: ignore[union-attr]


def test_what_is_taken_after_something_else_was_let_go_was_dearer() -> None:
    estimate = fresh()
    plain = fresh()
    estimate.countered((None, 4, None, 1))
    for each in (estimate, plain):
        each.accepted((None, 1, None, 4))
    assert above(estimate, PAYMENT, DELIVERY) > above(plain, PAYMENT, DELIVERY)


def test_an_acceptance_is_a_step_and_its_values_are_reached() -> None:
    estimate = fresh()
    movement = estimate.accepted((240, None, None, None))
    assert movement.sizes == {PRICE: 70}
    limit = estimate.limits[PRICE]
    assert limit is not None
    assert limit.beyond(244) == pytest.approx(1.0)


def test_a_choice_between_two_packages_tells_more_than_a_refusal() -> None:
    chosen, refused = fresh(), fresh()
    chosen.preferred((None, 0, None, 4), (None, 4, None, 0))
    refused.refused((None, 4, None, 0))
    assert above(chosen, PAYMENT, DELIVERY) > 0.75
    assert above(chosen, PAYMENT, DELIVERY) > above(refused, PAYMENT, DELIVERY)


# -- words ----------------------------------------------------------------------------------------------


def test_what_one_asks_about_is_likelier_dear_and_each_further_question_says_less() -> None:
    estimate = fresh()
    estimate.asked(QuestionForm.CAUSAL, (PAYMENT,))
    first = estimate.weights()[PAYMENT]
    estimate.asked(QuestionForm.CAUSAL, (SERVICE,))
    assert first > 0.27
    assert 0.25 < estimate.weights()[SERVICE] < first
    before = estimate.weights()
    estimate.asked(QuestionForm.CAUSAL, (PAYMENT,))
    assert estimate.weights() == before


@pytest.mark.parametrize(
    ("form", "issues"),
    [
        (QuestionForm.OPEN, ()),
        (QuestionForm.EXPECTATION, (PRICE, PAYMENT)),
        (QuestionForm.EXCLUSION, (PRICE, PAYMENT)),
        (QuestionForm.LEADING, (PRICE,)),
        (QuestionForm.SUMMARISING, (PRICE, PAYMENT, SERVICE)),
    ],
)
def test_questions_about_our_order_or_of_all_issues_say_nothing_of_theirs(
    form: QuestionForm, issues: tuple[int, ...]
) -> None:
    estimate = fresh()
    estimate.asked(form, issues)
    assert estimate.weights() == pytest.approx((0.25,) * 4)


def test_an_argument_about_an_issue_says_a_little_once_a_kind() -> None:
    estimate = fresh()
    estimate.argued(ArgumentKind.ADDED_VALUE, PRICE)
    once = estimate.weights()[PRICE]
    estimate.argued(ArgumentKind.ADDED_VALUE, PRICE)
    assert 0.25 < once < 0.28
    assert estimate.weights()[PRICE] == once
    estimate.argued(ArgumentKind.SOFTEN, DELIVERY)
    assert estimate.weights()[PRICE] == once


def test_need_is_a_plea_and_moves_the_limit_a_little_nearer() -> None:
    estimate = fresh()
    before = estimate.limits[PRICE]
    estimate.argued(ArgumentKind.NEED, PRICE)
    after = estimate.limits[PRICE]
    assert before is not None
    assert after is not None
    assert before.mean() < after.mean() < before.mean() + 2.0


def test_no_certainty_comes_of_words_alone() -> None:
    """Every word there is says again and again that payment comes first; it still may not."""
    estimate = fresh()
    for _ in range(3):
        for other in (PRICE, SERVICE, DELIVERY):
            assert estimate.told(PAYMENT, other)
        estimate.asked(QuestionForm.CAUSAL, (PAYMENT,))
        for kind in ArgumentKind:
            if kind is not ArgumentKind.LIMIT:
                estimate.argued(kind, PAYMENT)
    assert 0.8 < estimate.order.rank_probability(PAYMENT, 0) < 0.99


def test_a_tell_that_deeds_belie_costs_trust_and_is_believed_less() -> None:
    estimate = fresh()
    for price in (270, 230, 200):
        estimate.offered(offer({PRICE: price}, {PAYMENT: 0}))
    assert above(estimate, PAYMENT, PRICE) > 0.75
    trust = estimate.trust
    assert not estimate.told(PRICE, PAYMENT)
    assert estimate.trust < trust
    assert above(estimate, PAYMENT, PRICE) > 0.5


def test_answers_are_weighed_by_trust() -> None:
    full, half = fresh(), fresh()
    half.trust = 0.3
    question = (QuestionForm.EXCLUSION, (PAYMENT, PRICE))
    for estimate in (full, half):
        estimate.answered(question, answer(AnswerKind.PAIR, PAYMENT, PRICE))
    # Odds 1 + 5 * 0.75 and 1 + 5 * 0.3.
    assert above(full, PAYMENT, PRICE) == pytest.approx(4.75 / 5.75)
    assert above(half, PAYMENT, PRICE) == pytest.approx(2.5 / 3.5)


def test_a_no_to_a_pair_turns_it_round_and_a_no_to_a_summary_says_too_little() -> None:
    estimate = fresh()
    estimate.answered((QuestionForm.SUMMARISING, (0, 1, 2, 3)), answer(AnswerKind.NO))
    assert estimate.weights() == pytest.approx((0.25,) * 4)
    estimate.answered((QuestionForm.LEADING, (PRICE, PAYMENT)), answer(AnswerKind.NO))
    assert above(estimate, PAYMENT, PRICE) == pytest.approx(4.75 / 5.75)


# -- limits ----------------------------------------------------------------------------------------------


def test_on_ladders_steps_tell_no_limit_and_the_last_option_is_the_likeliest() -> None:
    estimate = fresh()
    for rung in (1, 2):
        estimate.offered(offer({SERVICE: rung}))
    limit = estimate.limits[SERVICE]
    assert limit is not None
    assert limit.rungs == 4
    # 4 : 9 : 16 of what is left.
    assert limit.mass() == pytest.approx([0.0, 4 / 29, 9 / 29, 16 / 29])


def test_who_is_not_led_by_steps_takes_the_values_alone() -> None:
    led, firm = fresh(), fresh()
    firm.led = False
    for price in (270, 250, 240):
        for estimate in (led, firm):
            estimate.offered(offer({PRICE: price}))
    limits = [estimate.limits[PRICE] for estimate in (led, firm)]
    assert limits[0] is not None
    assert limits[1] is not None
    # 310 270 250 240 tells 230 (R29).
    assert abs(limits[0].mean() - 230) < abs(limits[1].mean() - 230)


def test_a_value_called_the_last_is_where_the_limit_is_looked_for() -> None:
    estimate = fresh()
    estimate.called_last(PRICE, 200)
    limit = estimate.limits[PRICE]
    assert limit is not None
    assert 180 < limit.mean() <= 200
