"""What is told of what happened, and when the chips stand under the words."""

from __future__ import annotations

import io

import pytest
import said

from negosim.cli.terminal.controls import do_control
from negosim.cli.terminal.desk import Desk
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.transcript import Transcript
from negosim.engine import events as e
from negosim.engine.opening import opened
from negosim.engine.sides import Side
from negosim.engine.view import SeatEvent, view_of
from negosim.engine.words import AnswerKind, Reason

VIEW = view_of(opened(said.SCENARIO, said.SETUP), "vendor", Side.VENDOR)
GIVE, WANT = (240, None, None, None), (None, None, None, 4)


def told(event: e.Event, lang: str = "en") -> str:
    out = io.StringIO()
    desk = Desk(Screen(io.StringIO(), out), lang, controls=do_control, seconds=lambda: 0.0)
    events = (SeatEvent(1, event),)
    desk.look(VIEW, events)
    Transcript().tell(desk, events)
    return out.getvalue()


def offered(words: str, seat: str = "client") -> e.OfferMade:
    return e.OfferMade(0, seat, GIVE, WANT, (), Reason.NONE, None, words, True)


def test_words_that_name_every_value_stand_alone() -> None:
    printed = told(offered("30 days, and you have your 240 (10k yuan)."))
    assert printed == "Client: 30 days, and you have your 240 (10k yuan).\n"


def test_words_that_leave_a_value_out_have_the_chips_under_them() -> None:
    assert told(offered("All right, the date then.")) == (
        "Client: All right, the date then.\n"
        "[If we get delivery in 30 days, we can do a price of 240 (10k yuan).]\n"
    )


def test_words_in_another_language_give_way_to_the_made_sentence() -> None:
    assert told(offered("30 days, and you have your 240."), "zh") == (
        "客户：贵方能答应到货时间30天的话，价格240万元没问题。\n"
    )


def test_an_answer_in_words_of_its_own_has_its_issue_under_it() -> None:
    answer = e.QuestionAnswered(0, "client", AnswerKind.INTEREST, (0,), 3, (), (), "Guess.")
    assert told(answer) == "Client: Guess.\n[A great deal hangs on price for us.]\n"


def test_own_lines_are_not_said_again_and_own_gestures_are_told() -> None:
    assert told(offered("Mine.", seat="vendor")) == ""
    assert told(e.PenClaimed(0, "vendor")) == "You took the pen.\n"


@pytest.mark.parametrize("event", said.EVENTS, ids=repr)
def test_every_event_can_be_told(event: e.Event) -> None:
    for lang in ("zh", "en"):
        assert "{" not in told(event, lang)


def test_a_way_round_a_question_is_called_so() -> None:
    answer = e.QuestionAnswered(
        0, "client", AnswerKind.EVASIVE, (), 0, (), (), "Let the figures speak."
    )
    assert told(answer) == "Client: Let the figures speak.\n[No straight answer.]\n"
