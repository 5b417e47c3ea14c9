"""The notebook's page, and the question a note turns into."""

from __future__ import annotations

import built
import pytest
from notation import Match
from watched import stream

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind, ClockKind, QuestionForm
from negosim.present.notes import NoteCard, Shelf, lock_guess, own_note, shelves, summary_question

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
OPENING = "c offer price=170 payment=30"


def page(match: Match, lang: str = "en") -> list[Shelf]:
    return list(shelves(match.view("v"), stream(match, Side.VENDOR), lang))


def newest(match: Match) -> NoteCard:
    return max((note for shelf in page(match) for note in shelf.notes), key=lambda n: n.number)


def question(match: Match) -> m.Move | None:
    choice = summary_question(match.view("v"), newest(match), "en")
    return None if choice is None else choice.move


def test_what_they_said_stands_on_the_shelf_of_each_issue_it_is_about() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v notyet; c tell price delivery")
    found = page(match)
    assert [(shelf.issue, shelf.title) for shelf in found] == [
        (PRICE, "Price"),
        (PAYMENT, "Paid at acceptance"),
        (DELIVERY, "Delivery"),
    ]
    told = found[0].notes[1]
    assert (told.at, told.text, told.issues) == (
        "01:15",
        "For us price matters more than delivery.",
        (PRICE, DELIVERY),
    )
    assert told == found[2].notes[0]


def test_a_note_carries_the_number_of_its_move_in_the_stream() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING)
    heard = stream(match, Side.VENDOR)
    note = newest(match)
    assert heard[note.number - 1].event == note.event
    assert note.event in match.log


def test_what_we_say_ourselves_is_not_noted_but_our_own_lines_are() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v tell payment price")
    match.do("vendor", m.Note("They hurry."))
    found = page(match, "zh")
    assert [shelf.title for shelf in found] == ["价格", "验收付款", "其他"]
    assert [note.text for note in found[-1].notes] == ["They hurry."]
    assert len(found[0].notes) == 1


def test_notes_are_read_in_the_language_of_the_moment() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v notyet; c tell price delivery")
    assert page(match, "zh")[0].notes[1].text == "对我们来说，价格比到货时间要紧。"


def test_without_a_clock_a_note_has_no_time() -> None:
    scenario = built.third_vendor()
    match = Match.at_talks(scenario, solo_setup(scenario, clock=ClockKind.NONE)).play(OPENING)
    assert newest(match).at == ""


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("c tell price delivery", m.Ask(QuestionForm.SUMMARISING, (PRICE, DELIVERY))),
        ("c offer price=180 service=m30", m.Ask(QuestionForm.EXPECTATION, (PRICE, SERVICE))),
        ("c argue need delivery", m.Ask(QuestionForm.EXPECTATION, (DELIVERY,))),
        ("c argue limit price=200", m.Ask(QuestionForm.EXPECTATION, (PRICE,))),
        ("c argue need", None),
    ],
)
def test_what_they_say_turns_into_a_question_about_it(line: str, asked: m.Ask | None) -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v notyet; {line}")
    assert question(match) == asked


@pytest.mark.parametrize(
    ("asking", "answer", "asked"),
    [
        (
            "exclusion price delivery",
            "pair delivery price",
            m.Ask(QuestionForm.SUMMARISING, (3, 0)),
        ),
        ("open", "issue service", m.Ask(QuestionForm.LEADING, (SERVICE,))),
        ("causal price", "interest price 3", m.Ask(QuestionForm.LEADING, (PRICE,))),
        ("expectation price", "demand price=200", m.Ask(QuestionForm.EXPECTATION, (PRICE,))),
        ("leading price", "yes", None),
    ],
)
def test_an_answer_turns_into_the_question_that_confirms_it(
    asking: str, answer: str, asked: m.Ask | None
) -> None:
    match = Match.at_talks(built.third_vendor())
    match.play(f"{OPENING}; v ask {asking}; c answer {answer}")
    assert question(match) == asked


def test_the_question_of_a_note_reads_as_a_sentence_and_may_be_refused() -> None:
    match = Match.at_talks(built.third_vendor()).play(f"{OPENING}; v notyet; c tell price delivery")
    note = newest(match)
    choice = summary_question(match.view("v"), note, "en")
    assert choice is not None
    assert choice.label == "Let me check I have it right: price, then delivery?"
    assert (choice.id, choice.why_not) == (f"note:{note.number}", "")
    late = summary_question(match.play("v notyet").view("v"), note, "en")
    assert late is not None
    assert late.why_not.startswith("It is their turn to speak.")


def test_an_own_note_turns_into_no_question() -> None:
    match = Match.at_talks(built.third_vendor())
    match.do("vendor", m.Note("They hurry."))
    assert question(match) is None


def test_a_pressed_need_without_an_issue_stands_under_none_in_particular() -> None:
    match = Match.at_talks(built.third_vendor())
    match.do("client", m.Argue(ArgumentKind.DEADLINE))
    assert [(shelf.issue, shelf.title) for shelf in page(match)] == [(None, "In general")]


def test_notes_are_added_and_the_guess_is_locked_once() -> None:
    match = Match.at_talks(built.third_vendor())
    added = own_note(match.view("v"), "  They hurry. ", "en")
    assert (added.move, added.why_not) == (m.Note("They hurry."), "")
    locked = lock_guess(match.view("v"), (0, 3, 2, 1), "en")
    assert (locked.move, locked.why_not) == (m.Guess((0, 3, 2, 1)), "")
    match.play("v guess price delivery service payment")
    again = lock_guess(match.view("v"), (0, 3, 2, 1), "en")
    assert again.why_not.startswith("That is done already")
