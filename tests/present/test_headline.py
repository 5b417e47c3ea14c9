"""The head of the table: clock, turn, what must not be forgotten."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match, unbound

from negosim.engine.opening import solo_setup
from negosim.engine.scenario import HouseRules, News
from negosim.engine.words import ClockKind, TableKind
from negosim.present.headline import Headline, headline

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"


def match(line: str = "", **setup: object) -> Match:
    scenario = unbound(built.third_vendor())
    return Match.at_talks(scenario, solo_setup(scenario, **setup)).play(line)  # type: ignore[arg-type]


def seen(line: str = "", seat: str = "v", lang: str = "en", **setup: object) -> Headline:
    return headline(match(line, **setup).view(seat), lang)


def test_the_clock_says_what_is_left_and_until_when_to_agree() -> None:
    # R15, R16: a not-yet, a record move, a confirmation and the sheet take 100 s together.
    found = seen("c notyet")
    assert (found.clock, found.clock_label) == ("29:45", "time left")
    assert found.handshake == "agree within 28:05"
    assert seen("c notyet", lang="zh").handshake == "须在 28:05 内谈妥"


def test_a_wall_clock_runs_on_between_two_views() -> None:
    view = match(clock=ClockKind.WALL).view("v")
    assert headline(view, "en", elapsed_ms=61_500).clock == "28:58"


def test_too_late_to_agree_and_sign_is_said() -> None:
    found = seen("c notyet", limit_ms=110_000)
    assert (found.clock, found.handshake) == ("01:35", "too late to agree and sign")


def test_without_a_clock_nothing_is_urgent() -> None:
    found = seen(clock=ClockKind.NONE)
    assert (found.clock, found.clock_label, found.handshake, found.urgent) == (
        "",
        "no clock",
        "",
        False,
    )


@pytest.mark.parametrize(
    ("line", "seat", "mine", "turn"),
    [
        ("", "v", False, "Their move"),
        ("", "c", True, "Your move"),
        ("c ask open", "v", True, "They asked: your answer"),
        ("c ask open", "c", False, "They are thinking of an answer"),
        ("c leave gain_time", "v", False, "break"),
    ],
)
def test_whose_move_it_is_is_said(line: str, seat: str, mine: bool, turn: str) -> None:
    found = seen(line, seat)
    assert (found.mine, found.turn) == (mine, turn)


def test_the_questions_left_are_counted_down() -> None:
    game = match(OPENING)
    assert headline(game.view("v"), "en").questions_text == "Questions left: 2"
    game.play("v ask open; c answer evasive")
    assert headline(game.view("v"), "zh").questions_text == "还可提问1次"
    assert headline(game.view("c"), "en").questions_text == ""


def test_a_spoken_table_has_no_turns() -> None:
    scenario = built.third_vendor(house=HouseRules(kind=TableKind.SPOKEN))
    view = Match.at_talks(scenario, solo_setup(scenario, clock=ClockKind.WALL)).view("v")
    found = headline(view, "en")
    assert (found.mine, found.turn) == (True, "Spoken table")


def test_what_is_unwritten_is_named_and_shouted_in_the_last_three_minutes() -> None:
    line = "c offer delivery=60 service=m24; v accept"
    calm = seen(line)
    assert (calm.unwritten, calm.warning) == ("unwritten: on-site service and delivery", "")
    late = seen(line, limit_ms=200_000)
    assert late.urgent
    assert late.warning == "unwritten: on-site service and delivery"
    assert seen("c notyet", limit_ms=200_000).warning == ""


def test_a_deadlock_is_numbered() -> None:
    assert seen(OPENING).deadlock == ""
    assert seen(OPENING + "; v notyet; c notyet" * 3).deadlock == "deadlock 1"


def test_announced_news_is_waited_for_until_it_comes() -> None:
    scenario = built.third_vendor()
    news = News(720_000, True, built.text("The date is settled."), ())
    scenario = replace(scenario, opposition=replace(scenario.opposition, news=(news,)))
    game = Match.at_talks(scenario)
    assert headline(game.view("v"), "en").expected == "news at 18:00 left"
    game.play("c leave gain_time; c return")
    assert headline(game.view("v"), "en").expected == ""
