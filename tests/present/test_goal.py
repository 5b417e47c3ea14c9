"""The goal in view and the other side's posture."""

from __future__ import annotations

import built
import pytest
from notation import Match, unbound

from negosim.engine.opening import solo_setup
from negosim.engine.words import Level
from negosim.present.goal import Goal, Posture, goal, posture

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


def match(line: str = "", level: Level = Level.GUIDED) -> Match:
    scenario = unbound(built.third_vendor())
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line)


def seen(line: str = "", level: Level = Level.GUIDED, lang: str = "en") -> Goal:
    return goal(match(line, level).view("v"), lang)


def test_what_is_hoped_for_is_par_and_no_deal_the_walk_away() -> None:
    # exercise.md R46: the pars are 30; scenario-format.md: the vendor's walk-away is 20.
    found = seen()
    assert (found.hoped, found.no_deal) == (30, 20)
    assert found.aim == "hoped for 30, no deal 20"
    assert seen(lang="zh").aim == "期望30分，谈不成20分"


def test_points_so_far_are_those_of_what_has_been_named() -> None:
    found = seen("c offer service=m24 delivery=60")
    assert (found.points_now, found.label) == (9, "points so far")
    assert found.text == "On the table so far: 9 points."


def test_with_every_issue_named_signing_now_is_what_counts() -> None:
    found = seen("c offer price=240 payment=60 service=m24 delivery=60")
    assert (found.points_now, found.text) == (30, "Signed at their values: 30 points.")


def test_values_beyond_the_limit_cannot_be_signed_and_score_nothing() -> None:
    found = seen(OPENING)
    assert (found.points_now, found.label) == (None, "cannot be signed")
    assert found.text == "Their values cannot be signed: price beyond your limit."
    assert seen(OPENING, lang="zh").text == "照对方的条件不能签：价格超出了底线。"


def test_the_client_is_told_of_its_ceiling() -> None:
    view = match().view("c")
    assert goal(view, "en").text.endswith("beyond your ceiling.")


def test_all_agreed_is_what_it_will_be_signed_at() -> None:
    found = seen("c offer price=240 payment=60 service=m24 delivery=60; v accept")
    assert (found.points_now, found.text) == (30, "All agreed; signed, it is worth 30 points.")


def test_at_exam_there_is_no_goal_in_view() -> None:
    assert seen(level=Level.EXAM) == Goal(None, "", "", None, None, "", None, "", "")


def test_the_posture_is_shown_at_first_and_guided_alone() -> None:
    assert seen(level=Level.FIRST).posture is Posture.RESERVED
    assert (seen(level=Level.COURSE).posture, seen(level=Level.COURSE).posture_word) == (None, "")


@pytest.mark.parametrize(
    ("line", "found", "word"),
    [
        ("", Posture.RESERVED, "谨慎"),
        (OPENING, Posture.RESERVED, "谨慎"),
        (f"{OPENING}; v notyet; c offer price=180", Posture.MOVING, "松动"),
        (f"{OPENING}; v notyet; c notyet", Posture.FIRM, "坚持"),
        (f"{OPENING}; v notyet; c notyet; v notyet; c notyet", Posture.HARD, "强硬"),
        (OPENING + "; v notyet; c notyet" * 3, Posture.STUCK, "僵持"),
    ],
)
def test_a_posture_follows_from_their_last_moves(line: str, found: Posture, word: str) -> None:
    assert posture(match(line).view("v")) is found
    assert seen(line, lang="zh").posture_word == word


def test_a_posture_says_how_much_of_a_step_fits() -> None:
    hard = f"{OPENING}; v notyet; c notyet; v notyet; c notyet"
    assert seen(hard).posture_text == (
        "Most of their last moves brought nothing. About 50 % of a planned step fits now (R23)."
    )
    stuck = OPENING + "; v notyet; c notyet" * 3
    assert seen(stuck).posture_text == (
        "Neither side has moved for a while: step out, or bring something new (R37)."
    )
    assert seen().posture_text == ("They give little away so far. Steps of the planned size fit.")
