"""Replies: what there is to say without an offer."""

from __future__ import annotations

from dataclasses import replace

import built
import pytest
from notation import Match, unbound
from watched import stream

from negosim.engine import moves as m
from negosim.engine.common import Seat
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.scenario import HouseRules, Pressure, Scenario
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import ArgumentKind, ClockKind, Level, Point, Role, TableKind
from negosim.present.choices import Choice, Group
from negosim.present.last_word import LastWord, limit_said
from negosim.present.replying import replying

OPENING = "c offer price=170 payment=30 service=m36 delivery=30"
KIND = ArgumentKind


def at_table(level: Level = Level.COURSE, line: str = OPENING) -> Match:
    scenario = built.third_vendor()
    return Match.at_talks(scenario, solo_setup(scenario, level=level)).play(line)


def groups(view: SeatView, *marked: int, lang: str = "en") -> dict[str, Group]:
    return {group.id: group for group in replying(view, marked, lang)}


def moves(group: Group) -> dict[str, m.Move | None]:
    return {choice.id: choice.move for choice in group.choices}


def only(group: Group) -> Choice:
    (choice,) = group.choices
    return choice


def test_the_groups_stand_from_the_plainest_reply_to_the_rarest() -> None:
    assert list(groups(at_table().view("v"))) == [
        "not_yet",
        "claim",
        "why_us",
        "tell",
        "relation",
        "press",
        "limit",
        "withdraw",
    ]


def test_not_yet_is_plain_silent_or_with_a_reason() -> None:
    found = groups(at_table().view("v"), 2)["not_yet"]
    assert moves(found) == {
        "not_yet_plain": m.NotYet(),
        "not_yet_silence": m.NotYet("…"),
        "not_yet_figures": m.NotYet("Not yet. The figures do not work for us."),
        "not_yet_think": m.NotYet("Not yet. We have to think that over."),
        "not_yet_first": m.NotYet("Not yet. On the on-site service something has to move first."),
    }
    assert [
        choice.label for choice in groups(at_table().view("v"), lang="zh")["not_yet"].choices
    ] == [
        "暂不",
        "不作声",
        "暂不：数字不合适",
        "暂不：要再想想",
    ]


def test_arguments_are_about_the_issue_marked_first_or_about_none() -> None:
    view = at_table().view("v")
    assert moves(groups(view)["why_us"]) == {
        "low_price": m.Argue(KIND.LOW_PRICE),
        "total_cost": m.Argue(KIND.TOTAL_COST),
        "added_value": m.Argue(KIND.ADDED_VALUE),
    }
    assert moves(groups(view, 3, 0)["claim"]) == {
        "protect": m.Argue(KIND.PROTECT, 3),
        "soften": m.Argue(KIND.SOFTEN, 3),
        "show": m.Argue(KIND.SHOW, 3),
    }
    assert moves(groups(view, 1)["press"]) == {
        "rival": m.Argue(KIND.RIVAL, 1),
        "deadline": m.Argue(KIND.DEADLINE, 1),
        "need": m.Argue(KIND.NEED, 1),
    }


def test_a_tell_wants_two_marked_and_offers_both_ways_round() -> None:
    view = at_table().view("v")
    unready = only(groups(view, 1)["tell"])
    assert (unready.move, unready.why_not) == (
        None,
        "Mark two issues on their tracks first, the weightier one first.",
    )
    ready = groups(view, 1, 0)["tell"]
    assert moves(ready) == {"tell": m.Tell(1, 0), "tell_back": m.Tell(0, 1)}
    assert ready.choices[0].label == "Paid at acceptance matters more than price"


def test_one_issue_alone_cannot_be_told_apart() -> None:
    scenario = built.scenario_of(built.numeric("price", (1, 90, 60, 30), (1, 20, 50, 80)))
    view = Match.at_talks(scenario).play("c offer price=20").view("v")
    assert "tell" not in groups(view)


def test_the_last_word_begins_with_the_value_last_named() -> None:
    match = at_table(line=f"{OPENING}; v offer price=280; c notyet")
    said = only(groups(match.view("v"), 0)["limit"])
    assert (said.id, said.label, said.hint) == ("limit", "Price: 280 (10k yuan), no further", "")
    assert said.move == m.Argue(KIND.LIMIT, limit=(280, None, None, None))
    assert said.why_not == ""


def test_the_last_word_is_turned_to_a_bluff_and_kept_for_the_next_view() -> None:
    view = at_table().view("v")
    word = LastWord(view, (0,))
    assert word.entry("en").text == "310"
    word.package.less(0)
    kept = word.package.tick(0)
    assert 188 < kept < 310
    again = LastWord(view, (0,), word.memory)
    assert again.choice("en").move == m.Argue(KIND.LIMIT, limit=(kept, None, None, None))
    assert again.choice("en").hint == ""
    # Another mark is another issue, at its own last value.
    assert LastWord(view, (3,), word.memory).choice("en").label == "Delivery: 90 days, no further"


def at_the_end(view: SeatView, issue: int) -> LastWord:
    """The last word turned toward them as far as its stepper goes."""
    word = LastWord(view, (issue,))
    for _ in range(200):
        entry = word.entry("en")
        turn, able = (
            (word.package.less, entry.can_less)
            if entry.gives_less
            else (word.package.more, entry.can_more)
        )
        if not able:
            return word
        turn(issue)
    raise AssertionError("the stepper has no end")


def test_the_stepper_ends_at_the_true_limit_which_is_warned_of() -> None:
    true = at_the_end(at_table().view("v"), 0)
    assert true.choice("en").move == m.Argue(KIND.LIMIT, limit=(188, None, None, None))
    assert true.choice("en").hint == (
        "That is your true limit: once it is said, they start from there (R28)."
    )
    assert true.choice("zh").hint == ("这就是您真正的底线：话一出口，对方就从这里谈起（R28）。")


def test_the_client_is_warned_of_its_ceiling_and_nobody_at_exam() -> None:
    true = at_the_end(at_table(line="").view("c"), 0).choice("en")
    assert true.hint.startswith("That is your true ceiling:")
    silent = at_the_end(at_table(Level.EXAM).view("v"), 0).choice("en")
    assert silent.move == m.Argue(KIND.LIMIT, limit=(188, None, None, None))
    assert silent.hint == ""


def test_the_last_rung_of_a_ladder_is_no_secret() -> None:
    last = at_the_end(at_table().view("v"), 3).choice("en")
    assert last.label == "Delivery: 30 days, no further"
    assert last.hint == ""


def test_any_value_can_be_called_the_last() -> None:
    choice = limit_said(at_table().view("v"), 0, 250, "zh")
    assert choice.label == "价格250万元，到此为止"
    assert choice.move == m.Argue(KIND.LIMIT, limit=(250, None, None, None))


def test_with_nothing_marked_the_last_word_is_about_the_first_open_issue_of_amounts() -> None:
    assert LastWord(at_table().view("v")).issue == 0
    ladder = built.ladder("speed", ("slow", "fast"), (1, 0, 0, 1), (2, 1, 1, 0))
    amount = built.numeric("price", (2, 90, 60, 30), (1, 20, 50, 80))
    scenario = built.scenario_of(ladder, amount)
    assert LastWord(Match.at_talks(scenario).view("v")).issue == 1
    written = Match.at_talks(unbound(built.third_vendor()))
    written.play("c offer price=250; v accept; c notyet; v write; c confirm")
    # Nothing of amounts is left open; what is on record stands still.
    assert LastWord(written.view("v")).issue == 1
    settled = LastWord(written.view("v"), (0,))
    assert settled.entry("en").locked
    settled.package.less(0)
    assert settled.choice("en").move == m.Argue(KIND.LIMIT, limit=(250, None, None, None))


def pressed(scenario: Scenario) -> Scenario:
    """The client may press with two claims, the first about the price."""
    claims = (
        Pressure(0, built.text("Northstar asks less.", "北星更便宜。"), Point.THREAT, True),
        Pressure(3, built.text("Bluewave is faster.", "蓝浪更快。"), Point.STRONG, False),
    )
    return replace(scenario, opposition=replace(scenario.opposition, pressure=claims))


def test_the_clients_own_claims_stand_ready_to_press_with() -> None:
    view = Match.at_talks(pressed(built.third_vendor())).view("c")
    found = groups(view)["press"]
    assert [choice.label for choice in found.choices[:2]] == [
        "Price: Northstar asks less.",
        "Delivery: Bluewave is faster.",
    ]
    assert moves(found)["own:1"] == m.Argue(KIND.RIVAL, 3, claim=1)
    assert moves(found)["rival"] == m.Argue(KIND.RIVAL)


def test_a_claim_of_theirs_is_answered_on_the_issue_it_was_pressed_on() -> None:
    match = Match.at_talks(pressed(built.third_vendor()))
    match.do("client", m.Argue(KIND.RIVAL, 3, claim=1))
    view = match.view("v")
    heard = replying(view, (0,), "en", heard=stream(match, Side.VENDOR))
    found = next(group for group in heard if group.id == "claim:1")
    assert found.title == "To: “Bluewave is faster.”"
    assert moves(found)["protect:1"] == m.Argue(KIND.PROTECT, 3, claim=1)
    assert all(choice.why_not == "" for choice in found.choices)
    # Without the stream only what is marked can say what it was about.
    assert moves(groups(view, 0)["claim:1"])["soften:1"] == m.Argue(KIND.SOFTEN, 0, claim=1)
    assert "claim" not in groups(view)


def test_the_client_does_not_answer_its_own_claim() -> None:
    match = Match.at_talks(pressed(built.third_vendor()))
    match.do("client", m.Argue(KIND.RIVAL, 3, claim=1))
    match.play("v notyet")
    assert "claim:1" not in groups(match.view("c"))


def test_of_two_packages_one_is_preferred_and_only_once() -> None:
    match = Match.at_talks(built.third_vendor())
    match.play("c offer price=170 payment=30 or price=170 delivery=30")
    found = groups(match.view("v"))["prefer"]
    assert moves(found) == {"prefer_first": m.Prefer(False), "prefer_second": m.Prefer(True)}
    assert "prefer" not in groups(match.play("v prefer 2").view("v"))


def test_what_does_not_stand_cannot_be_withdrawn() -> None:
    match = at_table()
    assert only(groups(match.view("v"))["withdraw"]).move == m.Withdraw()
    assert "withdraw" not in groups(match.play("v withdraw").view("v"))


@pytest.mark.parametrize(
    ("group", "hint"),
    [
        ("why_us", "Counts double with whoever cares for it; wears out when repeated (R34)."),
        ("press", "Counts as a threat: it makes you look harder (R23)."),
        ("relation", "Keeps their patience when you are stuck (R37)."),
    ],
)
def test_hints_stand_at_guided_and_not_at_course(group: str, hint: str) -> None:
    assert groups(at_table(Level.GUIDED).view("v"))[group].choices[0].hint == hint
    assert groups(at_table().view("v"))[group].choices[0].hint == ""


def test_the_coordinator_hands_over_what_they_asked_for() -> None:
    scenario = built.third_vendor()
    seats = (
        Seat("Ann", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
        Seat("Ben", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (0, 1, 2, 3)),
        Seat("client", Side.CLIENT, tuple(Role), (0, 1, 2, 3)),
    )
    setup = team_setup(scenario, seats, clock=ClockKind.TABLE)
    match = Match(scenario, setup).play("Ann ready; c ready; Ann intro; c intro")
    match.play("c ask expectation price; Ann answer evasive; c notyet")
    handed = groups(match.view("Ann"), 3)["hand"]
    assert moves(handed) == {"hand:0": m.HandOver(0), "hand:3": m.HandOver(3)}
    assert handed.choices[0].label == "price: over to Ben"
    assert "hand" not in groups(match.view("Ben"), 3)


def test_at_a_spoken_table_the_last_thing_said_may_be_called_unsaid() -> None:
    scenario = built.third_vendor(house=HouseRules(kind=TableKind.SPOKEN))
    match = Match(scenario, solo_setup(scenario, clock=ClockKind.WALL))
    match.play("v ready; c ready; v intro; c intro; c notyet")
    assert only(groups(match.view("v"))["unsay"]).why_not == ""
    assert only(groups(match.view("c"))["unsay"]).why_not != ""
