"""Leaving the table, and ending the talks."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Insider, News, Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Level, Purpose
from negosim.present.choices import Choice
from negosim.present.stepping_out import breaks_left, end_talks, stepping_out

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"
STUCK = "; ".join(["v notyet; c notyet"] * 3)


def table(
    line: str = OPENING, level: Level = Level.GUIDED, scenario: Scenario | None = None
) -> Match:
    scenario = scenario or built.third_vendor()
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line)


def ways(match: Match, lang: str = "en") -> dict[str, Choice]:
    return {choice.id: choice for choice in stepping_out(match.view("v"), lang)}


def hint(match: Match, purpose: str) -> str:
    return ways(match)[purpose].hint


def test_there_are_four_purposes_and_the_executives() -> None:
    found = ways(table())
    assert [(id, choice.label) for id, choice in found.items()] == [
        ("consult", "My director"),
        ("gain_time", "A short rest"),
        ("press", "Could you check?"),
        ("probe", "A call"),
        ("executives", "The executives"),
    ]
    assert found["press"].move == m.Leave(Purpose.PRESS)
    assert found["executives"].move == m.Leave(Purpose.CONSULT)
    assert found["consult"].cost == "2 min"
    assert [choice.label for choice in stepping_out(table().view("v"), "zh")] == [
        "请示领导",
        "歇一会儿",
        "请对方去请示",
        "打个电话",
        "请高层",
    ]


def test_consulting_is_called_for_by_a_demand_a_step_or_a_deadlock() -> None:
    assert hint(table(), "consult").startswith("Not called for yet")
    asked = table(f"{OPENING}; v ask expectation price; c answer demand price=180")
    assert hint(asked, "consult") == (
        "Called for: what they ask needs more authority than you have (R35)."
    )
    # A step beyond the authority on payment, 60 %, which stands at 60 % already.
    stepped = table(f"{OPENING}; v offer payment=60; c notyet")
    assert hint(stepped, "consult") == (
        "Called for: your next step needs more authority than you have (R35)."
    )
    assert hint(table(f"{OPENING}; {STUCK}"), "consult") == (
        "Called for: the talks are stuck (R35, R37)."
    )


def test_a_rest_is_called_for_by_announced_news() -> None:
    scenario = built.third_vendor()
    assert hint(table(), "gain_time").startswith("Not called for")
    news = News(720_000, True, built.text("The date is settled."), ())
    waiting = replace(scenario, opposition=replace(scenario.opposition, news=(news,)))
    assert hint(table(scenario=waiting), "gain_time").startswith("Called for: news")


def test_sending_them_out_is_called_for_once_they_have_stood_still() -> None:
    assert hint(table(), "press").startswith("Not called for")
    still = table(f"{OPENING}; v notyet; c notyet; v notyet; c notyet")
    assert hint(still, "press").startswith("Called for: their last two moves")


def test_a_call_is_called_for_after_a_dodged_question() -> None:
    scenario = built.third_vendor()
    card = Insider("needs", built.text("Opening day worries them."), False)
    inside = replace(scenario, opposition=replace(scenario.opposition, insiders=(card,)))
    assert hint(table(scenario=inside), "probe").startswith("Not called for")
    dodged = table(f"{OPENING}; v ask open; c answer evasive", scenario=inside)
    assert hint(dodged, "probe").startswith("Called for: they dodged")
    assert ways(table())["probe"].why_not == "There is nobody left inside to call."


@pytest.mark.parametrize("level", [Level.COURSE, Level.EXAM])
def test_without_hints_nothing_is_said_of_the_reasons(level: Level) -> None:
    assert {choice.hint for choice in ways(table(level=level)).values()} == {""}


def test_breaks_are_counted_and_run_out() -> None:
    match = table()
    assert breaks_left(match.view("v"), "en") == "3 breaks left"
    match.play("v leave consult; v return; v leave gain_time; v return")
    assert breaks_left(match.view("v"), "en") == "1 break left"
    assert breaks_left(match.view("v"), "zh") == "还可离席1次"
    match.play("v leave press; c return")
    assert breaks_left(match.view("v"), "en") == "0 breaks left"
    assert all("Three breaks" in choice.why_not for choice in ways(match).values())


def test_the_executives_come_once() -> None:
    match = table(f"{OPENING}; v leave consult; v executives; v return")
    assert ways(match)["executives"].why_not.startswith("The executives have been brought in")


def test_ending_the_talks_says_what_no_deal_is_worth_first() -> None:
    view = table().view("v")
    found = end_talks(view, "en")
    assert (found.label, found.stay, found.go) == (
        "End the talks…",
        "Stay at the table",
        "End the talks",
    )
    assert found.worth == "No deal is worth 20 points to you."
    assert (found.move, found.why_not) == (m.WalkOut(), "")
    assert end_talks(view, "zh").worth == "谈不成，您得20分。"
    assert view.brief.side is Side.VENDOR


def test_talks_that_are_over_cannot_be_ended_again() -> None:
    view = table(f"{OPENING}; c walk").view("v")
    assert (
        end_talks(view, "en").why_not == "The talks are over; nothing more can be said or signed."
    )
