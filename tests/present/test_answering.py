"""Answers to their question, true or not."""

from __future__ import annotations

import built
import pytest
from notation import Match, unbound

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.preview import preview
from negosim.engine.saying import ANSWERS
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, Level, QuestionForm
from negosim.present.answering import Demand, answering, open_question
from negosim.present.choices import Choice
from negosim.present.packaging import Part

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
# The vendor's order: payment, price, service, delivery (exercise.md R3).


def asked(question: str, level: Level = Level.GUIDED, before: str = "") -> SeatView:
    """The vendor's view with a question of the client open."""
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, level=level))
    return match.play(f"{before}; c ask {question}").view("v")


def answers(view: SeatView) -> dict[str, Choice]:
    return {choice.id: choice for choice in answering(view, "en")}


def true(view: SeatView) -> list[str]:
    """The answers marked as true."""
    return [id for id, choice in answers(view).items() if choice.hint == "This is so."]


def test_nothing_is_answered_while_nothing_is_asked() -> None:
    view = Match.at_talks(built.third_vendor()).view("v")
    assert open_question(view) is None
    assert answering(view, "en") == ()
    assert Demand(view).move() is None


def test_the_asker_does_not_answer_its_own_question() -> None:
    match = Match.at_talks(built.third_vendor()).play("c ask open")
    assert answering(match.view("c"), "en") == ()


@pytest.mark.parametrize(
    ("question", "ids", "so"),
    [
        ("open", ["issue:0", "issue:1", "issue:2", "issue:3"], ["issue:1"]),
        ("causal payment", ["interest:1", "interest:2", "interest:3"], ["interest:3"]),
        ("causal delivery", ["interest:1", "interest:2", "interest:3"], ["interest:1"]),
        ("exclusion price payment", ["pair:0:1", "pair:1:0", "both"], ["pair:1:0"]),
        ("leading payment", ["yes", "no"], ["yes"]),
        ("leading price", ["yes", "no"], ["no"]),
        ("leading delivery service", ["yes", "no"], ["no"]),
        (
            "summarising payment delivery price",
            ["yes", "no", "pair:3:1", "pair:0:3"],
            ["no", "pair:0:3"],
        ),
        ("summarising payment price", ["yes", "no", "pair:0:1"], ["yes"]),
        ("expectation price", ["demand"], []),
    ],
)
def test_each_form_has_its_answers_and_what_is_so_is_marked(
    question: str, ids: list[str], so: list[str]
) -> None:
    view = asked(question)
    assert list(answers(view)) == [*ids, "evasive"]
    assert true(view) == so
    assert all(choice.why_not == "" for choice in answering(view, "zh"))


@pytest.mark.parametrize("form", QuestionForm)
def test_every_kind_of_answer_that_the_engine_knows_can_be_given(form: QuestionForm) -> None:
    issues = {
        QuestionForm.OPEN: "",
        QuestionForm.CAUSAL: "price",
        QuestionForm.EXCLUSION: "price payment",
        QuestionForm.LEADING: "price",
        QuestionForm.SUMMARISING: "price payment",
        QuestionForm.EXPECTATION: "price",
    }[form]
    view = asked(f"{form.value} {issues}")
    kinds = {c.move.kind for c in answering(view, "en") if isinstance(c.move, m.Answer)}
    assert kinds == set(ANSWERS[form])


@pytest.mark.parametrize("level", [Level.COURSE, Level.EXAM])
def test_what_is_so_is_not_marked_without_hints(level: Level) -> None:
    assert {choice.hint for choice in answering(asked("leading price", level), "en")} == {""}


def test_an_answer_costs_its_time_and_reads_in_chinese() -> None:
    choices = answering(asked("exclusion price payment"), "zh")
    assert [choice.label for choice in choices] == [
        "价格在验收付款前面",
        "验收付款在价格前面",
        "两项都重要",
        "不好说",
    ]
    assert {choice.cost for choice in choices} == {"10秒"}


def test_a_demand_begins_with_our_last_values_on_what_was_asked() -> None:
    view = asked("expectation price delivery", before="c offer price=170; v offer price=280")
    assert Demand(view).move() == m.Answer(AnswerKind.DEMAND, demand=(280, None, None, 0), gives=())


def test_a_demand_is_turned_and_says_what_we_would_give_for_it() -> None:
    view = asked("expectation price")
    wanted = Demand(view)
    wanted.package.less(PRICE)
    wanted.package.fine(PRICE, -1)
    wanted.package.less(DELIVERY)
    wanted.package.less(DELIVERY)
    wanted.package.more(PAYMENT)
    assert wanted.move() == m.Answer(
        AnswerKind.DEMAND, demand=(304, None, None, None), gives=(None, None, None, 2)
    )
    roles = [entry.role for entry in wanted.package.entries("en")]
    assert roles == [Part.WANT, Part.OFF, Part.OFF, Part.GIVE]
    move = wanted.move()
    assert move is not None
    assert preview(view, move).refusal is None
    assert Demand(view, wanted.memory).move() == move


def test_a_demand_for_nothing_cannot_be_said() -> None:
    wanted = Demand(asked("expectation price"))
    wanted.package.drop(PRICE)
    assert wanted.move() is None
    assert wanted.problem("en") == "Choose what you want on what they asked about."
    wanted.package.want(PRICE)
    assert wanted.problem("en") == ""
    wanted.package.give(PRICE)
    assert wanted.package.part(PRICE) is Part.WANT


def test_what_is_on_record_is_wanted_as_it_stands() -> None:
    match = Match.at_talks(unbound(built.third_vendor()))
    match.play("c offer delivery=60; v accept; c notyet; v write; c confirm; v notyet")
    view = match.play("c ask expectation delivery price").view("v")
    assert Demand(view).move() == m.Answer(AnswerKind.DEMAND, demand=(310, None, None, 2))
    assert Demand(view).problem("en") == ""
