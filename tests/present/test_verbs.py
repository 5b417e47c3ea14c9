"""The five verbs of the bar."""

from __future__ import annotations

import built
import pytest
from notation import Match, unbound

from negosim.engine.common import Seat
from negosim.engine.opening import team_setup
from negosim.engine.phases import RULES
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import ClockKind, Phase, Role
from negosim.present.verbs import MOVES, Verb, verbs

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


def bar(view: SeatView, lang: str = "en") -> dict[str, Verb]:
    return {verb.id: verb for verb in verbs(view, lang)}


def owners(view: SeatView) -> dict[str, str]:
    return {verb.id: verb.owner for verb in verbs(view, "en")}


def test_the_five_verbs_stand_in_order_with_their_keys() -> None:
    found = verbs(Match.at_talks(built.third_vendor()).play(OPENING).view("v"), "en")
    assert [(verb.hotkey, verb.label) for verb in found] == [
        ("1", "Ask"),
        ("2", "Offer"),
        ("3", "Reply"),
        ("4", "Write down"),
        ("5", "Step out"),
    ]
    assert [verb.label for verb in verbs(Match.at_talks(built.third_vendor()).view("c"), "zh")] == [
        "提问",
        "出方案",
        "回应",
        "记录",
        "离席",
    ]


def test_each_verb_costs_its_usual_table_time() -> None:
    # exercise.md R16.
    found = bar(Match.at_talks(built.third_vendor()).play(OPENING).view("v"))
    assert {id: verb.cost for id, verb in found.items()} == {
        "ask": "20 s",
        "offer": "45 s",
        "reply": "15 s",
        "write": "15 s",
        "step_out": "2 min",
    }


def test_while_they_have_the_turn_asking_and_offering_say_so() -> None:
    found = bar(Match.at_talks(built.third_vendor()).view("v"))
    assert found["ask"].why_not.startswith("It is their turn to speak.")
    assert found["offer"].why_not == found["ask"].why_not
    assert found["step_out"].why_not == ""


def test_a_question_of_theirs_leaves_the_reply_and_costs_an_answer() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING + "; v notyet; c ask open")
    found = bar(match.view("v"))
    assert (found["reply"].why_not, found["reply"].cost) == ("", "10 s")
    assert found["offer"].why_not == ("They are waiting for an answer: answer first, then go on.")


def test_after_two_questions_asking_says_that_two_are_the_most() -> None:
    match = Match.at_talks(built.third_vendor()).play(OPENING)
    match.play("v ask open; c answer evasive; v ask open; c answer evasive")
    found = bar(match.view("v"))
    assert found["ask"].why_not.startswith("Two questions a turn are the most")
    assert found["offer"].why_not == ""


def test_writing_counts_what_is_agreed_and_on_no_line() -> None:
    match = Match.at_talks(unbound(built.third_vendor()))
    match.play("c offer delivery=60 service=m24; v accept; c notyet")
    assert bar(match.view("v"))["write"].badge == "2"
    assert bar(match.play("v write").view("v"))["write"].badge == ""


def test_every_move_of_the_talks_but_notes_acceptance_and_the_guess_has_a_verb() -> None:
    under = {kind for kinds in MOVES.values() for kind in kinds}
    talks = {kind for kind, rule in RULES.items() if Phase.TALKS in rule.phases}
    assert sorted(kind.__name__ for kind in talks - under) == ["Accept", "Guess", "Note"]
    assert under < talks


@pytest.fixture
def team() -> Match:
    """A vendor of three: who decides, who coordinates and keeps the record, who owns the issues."""
    scenario = built.third_vendor()
    seats = (
        Seat("Ann", Side.VENDOR, (Role.DECISION_MAKER,), ()),
        Seat("Ben", Side.VENDOR, (Role.COORDINATOR, Role.RECORDER), ()),
        Seat("Cai", Side.VENDOR, (Role.NEGOTIATOR,), (0, 1, 2, 3)),
        Seat("client", Side.CLIENT, tuple(Role), (0, 1, 2, 3)),
    )
    setup = team_setup(scenario, seats, clock=ClockKind.TABLE)
    return Match(scenario, setup).play(f"Ann ready; c ready; Ann intro; c intro; {OPENING}")


def test_in_a_team_a_verb_that_is_not_mine_names_its_owner(team: Match) -> None:
    assert owners(team.view("Ann")) == {
        "ask": "Ben",
        "offer": "Cai",
        "reply": "Ben",
        "write": "Ben",
        "step_out": "",
    }
    assert owners(team.view("Ben")) == {
        "ask": "",
        "offer": "Cai",
        "reply": "",
        "write": "",
        "step_out": "Ann",
    }
    assert owners(team.view("Cai"))["reply"] == ""


def test_answering_and_easing_a_deadlock_are_the_coordinators(team: Match) -> None:
    team.play("Cai notyet; c ask open")
    assert owners(team.view("Cai"))["reply"] == "Ben"


def test_who_sits_alone_owns_every_verb() -> None:
    view = Match.at_talks(built.third_vendor()).play(OPENING).view("v")
    assert set(owners(view).values()) == {""}
