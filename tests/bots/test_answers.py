"""How bots answer questions (R31) and two packages (R33)."""

import built
import notation
import pytest
from hearing import stream

from negosim.bots.negotiator import Negotiator
from negosim.bots.personas import persona
from negosim.bots.picture import Picture
from negosim.bots.scale import Scale
from negosim.engine import moves as m
from negosim.engine.scenario import PersonaSpec
from negosim.engine.sides import Side
from negosim.engine.words import AnswerKind, LineState, QuestionForm

SCENARIO = built.third_vendor()
# The client's order: price, delivery, service, payment (scenario-format.md).


class Client:
    """A client bot at a match that the test plays the vendor of."""

    def __init__(self, lines: str, *, honesty: float = 1.0, seed: int = 1) -> None:
        # As a file has it, so that a why is no exception (manners.Candour).
        character = persona(PersonaSpec("analytic-steady", (("honesty", honesty),)))
        self.bot = Negotiator(character, seed=seed)
        self.match = notation.Match.at_talks(SCENARIO)
        self.seen = 0
        self.play(lines)

    def play(self, lines: str) -> None:
        self.match.play(lines)

    def choice(self) -> m.Move | None:
        """What the bot would do now."""
        events = stream(self.match, Side.CLIENT, self.seen)
        self.seen += len(events)
        return self.bot.choose(self.match.view("c"), events)

    def answer(self) -> m.Answer:
        move = self.choice()
        assert isinstance(move, m.Answer)
        self.match.do("client", move)
        return move


def test_why_is_answered_with_how_much_hangs_on_it() -> None:
    client = Client("c offer price=170; v ask causal price")
    assert client.answer() == m.Answer(AnswerKind.INTEREST, (0,), 3)
    client.play("v ask causal payment")
    assert client.answer() == m.Answer(AnswerKind.INTEREST, (1,), 1)


def test_which_of_two_is_answered_only_to_one_who_has_asked_why() -> None:
    client = Client("c offer price=170; v ask exclusion payment delivery")
    assert client.answer().kind is AnswerKind.BOTH
    client.play("v ask causal price")
    client.answer()
    client.play("v notyet; c notyet; v ask exclusion payment service")
    assert client.answer() == m.Answer(AnswerKind.PAIR, (2, 1))


def test_telling_something_opens_the_same_door() -> None:
    client = Client(
        "c offer price=170; v tell payment price; c notyet; v ask exclusion price delivery"
    )
    assert client.answer() == m.Answer(AnswerKind.PAIR, (0, 3))


def test_a_hypothesis_gets_yes_or_no_and_a_wrong_one_irritates() -> None:
    client = Client("c offer price=170; v ask leading price")
    assert client.answer().kind is AnswerKind.YES
    patience = client.bot.reading.patience
    client.play("v ask leading payment delivery")
    assert client.answer().kind is AnswerKind.NO
    client.play("v notyet")
    client.choice()
    assert client.bot.reading.patience < patience


def test_a_summary_gets_yes_or_the_first_wrong_pair_put_right() -> None:
    client = Client("c offer price=170; v ask summarising price delivery service payment")
    assert client.answer().kind is AnswerKind.YES
    client.play("v ask summarising price payment delivery")
    assert client.answer() == m.Answer(AnswerKind.PAIR, (3, 1))


def test_an_open_question_names_issues_by_their_weight() -> None:
    named = []
    for seed in range(60):
        client = Client("c offer price=170; v ask open", seed=seed)
        named += client.answer().issues
    # Weights 4, 1, 2, 3: two in three answers name price or delivery, one in ten payment.
    assert named.count(0) > named.count(1)
    assert named.count(0) + named.count(3) > 30


def test_an_expectation_is_answered_with_what_is_asked_for_and_never_a_floor() -> None:
    for seed in range(20):
        client = Client(
            "c offer price=170; v ask expectation price payment service delivery", seed=seed
        )
        reply = client.answer()
        assert reply.kind is AnswerKind.DEMAND
        assert reply.demand[0] is not None
        assert reply.demand[0] <= 173
        assert 265 not in (*reply.demand, *reply.gives)
        # It would give most easily on what it ranks last.
        assert [issue for issue, tick in enumerate(reply.gives) if tick is not None] == [1]


def test_the_same_question_gets_the_same_answer_until_something_new_is_offered() -> None:
    for seed in range(10):
        client = Client("c offer price=170; v ask causal price", honesty=0.5, seed=seed)
        first = client.answer()
        client.play("v notyet; c notyet; v ask causal price")
        assert client.answer() == first


def test_something_new_on_the_table_may_change_the_answer() -> None:
    kinds = set()
    for seed in range(20):
        client = Client("c offer price=170; v ask causal price", honesty=0.5, seed=seed)
        first = client.answer().kind
        client.play("v offer price=300 for payment=90; c notyet; v ask causal price")
        kinds.add((first, client.answer().kind))
    assert any(first is not second for first, second in kinds)


def test_honesty_is_how_often_the_truth_is_told() -> None:
    told = sum(
        Client("c offer price=170; v ask causal price", honesty=0.3, seed=seed).answer().kind
        is AnswerKind.INTEREST
        for seed in range(100)
    )
    assert 15 <= told <= 45


def test_the_fourth_question_without_movement_is_one_too_many() -> None:
    client = Client("c offer price=170; v ask causal price")
    client.answer()
    client.play("v ask causal payment")
    client.answer()
    client.play("v notyet; c notyet; v ask causal service")
    assert client.answer().kind is AnswerKind.INTEREST
    client.play("v ask causal delivery")
    assert client.answer().kind is AnswerKind.EVASIVE


@pytest.mark.parametrize("second", [True, False])
def test_of_two_packages_the_one_worth_more_is_preferred(second: bool) -> None:
    client = Client("c offer price=170")
    # Alike for the vendor (price 260 is its level 3 of weight 3, payment of weight 4):
    # dearer with a small advance, cheaper with a large one. The client's weights are 4 and 1.
    dear = m.Package((275, 2, None, None), (None,) * 4)
    cheap = m.Package((240, 1, None, None), (None,) * 4)
    one, two = (dear, cheap) if second else (cheap, dear)
    client.match.do("vendor", m.Offer(one.give, one.want, second=two))
    assert client.choice() == m.Prefer(second)


@pytest.mark.parametrize("second", [True, False])
def test_of_two_packages_the_one_worth_more_is_taken(second: bool) -> None:
    client = Client("c offer price=210 payment=60 service=m24 delivery=45")
    # A level dearer with a smaller advance, a level cheaper with a larger one, as above.
    dear = m.Package((275, 2, 2, 3), (None,) * 4)
    cheap = m.Package((240, 1, 2, 3), (None,) * 4)
    one, two = (dear, cheap) if second else (cheap, dear)
    client.match.do("vendor", m.Offer(one.give, one.want, second=two))
    prefer = client.choice()
    assert prefer == m.Prefer(second)
    client.match.do("client", prefer)
    seen = Picture(client.match.view("c"), Scale(client.match.view("c").brief))
    assert seen.standing == (240, 1, 2, 3)
    assert seen.theirs == (240, 1, 2, 3)


@pytest.mark.parametrize(("second", "stands"), [(True, (200, 24)), (False, (226, 36))])
def test_a_bot_stands_at_the_package_that_was_preferred_and_not_at_both(
    second: bool, stands: tuple[int, int]
) -> None:
    client = Client("c offer price=200 payment=30 service=m36 delivery=30; v notyet")
    # 226 is one level of weight 4 below 200, 24 months are two of weight 2 below 36 (R5, R33).
    one = m.Offer((226, None, None, None), (None, 4, 4, 4))
    two = m.Package((None, None, 2, None), (200, 4, None, 4))
    client.match.do("client", m.Offer(one.give, one.want, second=two))
    client.match.do("vendor", m.Prefer(second))
    client.play("v ask expectation price payment service")
    answer = client.answer()
    assert answer.kind is AnswerKind.DEMAND
    # Ladders count from the vendor's quote, a rung is six months.
    price, months = stands
    assert (answer.demand[0], answer.demand[2]) == (price, (months - 12) // 6)


def test_it_confirms_a_line_that_says_what_was_agreed_and_refuses_another() -> None:
    client = Client("c offer delivery=60 for payment=60; v accept; c notyet")
    client.match.do("vendor", m.Propose())
    confirmed = client.choice()
    assert confirmed == m.Confirm((1,))
    client.match.do("client", confirmed)
    assert client.match.state.common.record.lines[0].state is LineState.CONFIRMED
    client.match.do("vendor", m.Propose((m.Deal((260, None, None, None)),)))
    assert client.choice() == m.Refuse((2,))


def test_a_line_that_asks_nothing_beyond_its_own_offer_is_confirmed_too() -> None:
    client = Client("c offer delivery=30; v notyet; c notyet")
    client.match.do("vendor", m.Propose((m.Deal((None, None, None, 4)),)))
    assert client.choice() == m.Confirm((1,))


def test_questions_have_answers_of_their_own_kind_only() -> None:
    for form in QuestionForm:
        issues = {
            QuestionForm.OPEN: "",
            QuestionForm.CAUSAL: "price",
            QuestionForm.EXCLUSION: "price payment",
            QuestionForm.LEADING: "price payment",
            QuestionForm.SUMMARISING: "price payment service",
            QuestionForm.EXPECTATION: "price",
        }[form]
        for seed in range(5):
            client = Client(f"c offer price=170; v ask {form.value} {issues}", seed=seed)
            client.answer()  # an illegal answer would be refused by the engine
