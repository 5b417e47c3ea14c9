"""The questions there are to ask, by what is marked."""

from __future__ import annotations

import built
import pytest
from notation import Match

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.state import SeatView
from negosim.engine.words import Level, QuestionForm
from negosim.present.asking import asking
from negosim.present.choices import Choice


def at_table(level: Level = Level.COURSE) -> Match:
    """The vendor has the turn."""
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, level=level))
    return match.play("c offer price=170 payment=30 service=m36 delivery=30")


def asked(view: SeatView, *marked: int, board: tuple[int, ...] = ()) -> dict[str, m.Move | None]:
    return {choice.id: choice.move for choice in asking(view, marked, "en", board=board)}


def one(choices: tuple[Choice, ...], id: str) -> Choice:
    return next(choice for choice in choices if choice.id == id)


def test_nothing_marked_asks_openly_or_puts_the_guess_to_them() -> None:
    view = at_table().view("v")
    assert asked(view) == {"open": m.Ask(QuestionForm.OPEN)}
    assert asked(view, board=(0, 3, 2, 1)) == {
        "open": m.Ask(QuestionForm.OPEN),
        "board": m.Ask(QuestionForm.SUMMARISING, (0, 3, 2, 1)),
        "board_top": m.Ask(QuestionForm.SUMMARISING, (0, 3)),
    }


def test_one_marked_asks_what_is_wanted_there_why_and_whether_it_comes_first() -> None:
    assert asked(at_table().view("v"), 2) == {
        "expectation": m.Ask(QuestionForm.EXPECTATION, (2,)),
        "causal": m.Ask(QuestionForm.CAUSAL, (2,)),
        "leading": m.Ask(QuestionForm.LEADING, (2,)),
    }


def test_two_marked_ask_which_and_put_either_order_to_them() -> None:
    assert asked(at_table().view("v"), 3, 1) == {
        "exclusion": m.Ask(QuestionForm.EXCLUSION, (3, 1)),
        "leading": m.Ask(QuestionForm.LEADING, (3, 1)),
        "leading_back": m.Ask(QuestionForm.LEADING, (1, 3)),
        "summary": m.Ask(QuestionForm.SUMMARISING, (3, 1)),
        "summary_back": m.Ask(QuestionForm.SUMMARISING, (1, 3)),
        "expectation": m.Ask(QuestionForm.EXPECTATION, (3, 1)),
    }


def test_more_marked_ask_for_all_of_them_and_check_their_order() -> None:
    assert asked(at_table().view("v"), 3, 0, 2) == {
        "expectation": m.Ask(QuestionForm.EXPECTATION, (3, 0, 2)),
        "summary": m.Ask(QuestionForm.SUMMARISING, (3, 0, 2)),
    }


@pytest.mark.parametrize(
    ("lang", "label"),
    [("en", "If only one: price or delivery?"), ("zh", "只改一项，价格还是到货时间？")],
)
def test_a_label_names_what_is_marked_in_the_language_of_the_moment(lang: str, label: str) -> None:
    choice = one(asking(at_table().view("v"), (0, 3), lang), "exclusion")
    assert choice.label == label


def test_a_question_costs_its_table_time() -> None:
    assert one(asking(at_table().view("v"), (), "en"), "open").cost == "20 s"


def test_the_third_question_of_a_turn_says_why_it_cannot_be_asked() -> None:
    match = at_table().play("v ask open; c answer issue price; v ask causal price")
    match.play("c answer evasive")
    choice = one(asking(match.view("v"), (), "en"), "open")
    assert choice.why_not.startswith("Two questions a turn are the most (R20).")


def test_hints_say_what_a_form_is_good_for_at_guided_and_nothing_at_course() -> None:
    guided = one(asking(at_table(Level.GUIDED).view("v"), (0,), "en"), "leading")
    assert guided.hint == "Yes or no; a wrong guess irritates."
    assert one(asking(at_table().view("v"), (0,), "en"), "leading").hint == ""


def test_the_fourth_question_without_a_movement_of_ours_is_one_too_many() -> None:
    match = at_table(Level.GUIDED)
    for _ in range(2):
        match.play("v ask causal price; c answer evasive; v notyet; c notyet")
    assert "one question too many" not in one(asking(match.view("v"), (), "en"), "open").hint
    match.play("v ask causal price; c answer evasive")
    assert "one question too many" in one(asking(match.view("v"), (), "en"), "open").hint


def test_one_issue_alone_is_never_compared_with_another() -> None:
    scenario = built.scenario_of(built.numeric("price", (1, 90, 60, 30), (1, 20, 50, 80)))
    view = Match.at_talks(scenario).play("c offer price=20").view("v")
    assert set(asked(view, board=(0,))) == {"open"}
    assert set(asked(view, 0)) == {"expectation", "causal", "leading"}
