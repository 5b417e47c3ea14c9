"""Who may move when: exercise.md R18, R20."""

import built
import pytest
from notation import Match

from negosim.engine.calls import calls, must_move
from negosim.engine.concession import hardness
from negosim.engine.errors import Refusal
from negosim.engine.sides import Side
from negosim.engine.words import Hardness, Phase


def talks() -> Match:
    return Match.at_talks(built.third_vendor())


def test_the_client_side_opens() -> None:
    match = talks()
    assert match.state.common.turn.side is Side.CLIENT
    assert match.refuses("v offer price=300") is Refusal.NOT_YOUR_TURN


@pytest.mark.parametrize(
    "closing",
    ["offer price=170", "notyet", "argue rival price", "tell price delivery", "goodwill"],
)
def test_a_closing_move_passes_the_turn(closing: str) -> None:
    match = talks().play(f"c {closing}")
    assert match.state.common.turn.side is Side.VENDOR
    assert match.refuses("c notyet") is Refusal.NOT_YOUR_TURN


def test_a_turn_has_at_most_two_questions_each_answered_at_once() -> None:
    match = talks().play("c ask open")
    assert match.refuses("c ask open") is Refusal.AWAITING_ANSWER
    assert match.refuses("c offer price=170") is Refusal.AWAITING_ANSWER
    assert calls(match.state.common) == (Side.VENDOR,)
    match.play("v answer issue price; c ask open; v answer evasive")
    assert match.refuses("c ask open") is Refusal.TOO_MANY_QUESTIONS
    match.play("c notyet; v notyet")
    assert match.refuses("c ask open") is None


def test_a_question_can_be_answered_only_by_the_side_that_was_asked() -> None:
    match = talks().play("c ask exclusion price service")
    assert match.refuses("c answer both") is Refusal.NO_QUESTION
    assert match.refuses("v answer yes") is Refusal.WRONG_ANSWER
    assert match.refuses("v answer pair price delivery") is Refusal.WRONG_ISSUES
    assert match.refuses("v answer pair service price") is None


def test_free_gestures_keep_the_turn() -> None:
    match = talks().play("c handover price; c guess price payment service delivery")
    assert match.state.common.turn.side is Side.CLIENT


def test_leaving_signing_and_walking_out_need_no_turn() -> None:
    match = talks()
    assert match.refuses("v leave consult") is None
    assert match.refuses("v walk") is None
    assert match.refuses("v guess price payment service delivery") is None


def test_hardness_is_the_share_of_hard_closing_moves_in_the_last_three() -> None:
    # R23: < 1/3 soft, < 2/3 firm, else hard; none yet: soft
    assert hardness(()) is Hardness.SOFT
    assert hardness((False, False, False)) is Hardness.SOFT
    assert hardness((False, False, True)) is Hardness.FIRM
    assert hardness((True, False, True)) is Hardness.HARD
    assert hardness((True,)) is Hardness.HARD


def test_refusals_threats_and_standing_still_are_hard_and_movement_is_not() -> None:
    match = talks().play("c offer price=170; v notyet; c offer price=170; v argue deadline")
    assert match.state.common.positions.client.closes == (False, True)
    assert match.state.common.positions.vendor.closes == (True, True)
    match.play("c goodwill; v offer price=309; c tell price delivery")
    assert match.state.common.positions.client.closes == (True, False, False)
    assert match.state.common.positions.vendor.closes == (True, True, False)


def test_nothing_may_be_done_after_the_end() -> None:
    match = talks().play("v walk")
    assert match.state.common.phase is Phase.OVER
    assert calls(match.state.common) == ()
    assert match.refuses("c notyet") is Refusal.OVER
    assert match.refuses("c walk") is Refusal.OVER


def test_the_match_waits_for_whoever_prepares_and_later_for_the_side_in_turn() -> None:
    match = Match(built.third_vendor())
    assert must_move(match.state.common, Side.VENDOR)
    assert must_move(match.state.common, Side.CLIENT)
    match.play("v ready")
    assert not must_move(match.state.common, Side.VENDOR)
    match.play("c ready; v intro; c intro")
    assert must_move(match.state.common, Side.CLIENT)
    assert not must_move(match.state.common, Side.VENDOR)
    match.play("c walk")
    assert not must_move(match.state.common, Side.CLIENT)
