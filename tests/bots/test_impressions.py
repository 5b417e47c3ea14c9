"""How the other side's move strikes one for what went before it. Source: personas.md, Reactions."""

from __future__ import annotations

import built
import pytest
from hearing import reading_of
from notation import Match

from negosim.bots.heard import Heard, Kind
from negosim.bots.impressions import long_unwritten
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.sides import Side
from negosim.engine.words import Purpose

SCENARIO = built.third_vendor()
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
ASKED = "v ask expectation price delivery payment; c answer evasive"
FIRST = f"{OPENED}; {ASKED}; v offer price=290 for payment=90; c offer payment=45"
"""The vendor has asked and made a first step of 20; the client has moved as well."""
REFUSED = f"{FIRST}; v ask expectation price; c answer evasive; v offer price=270; c notyet"
"""After a second step of 20 the client has refused."""


def reading(lines: str, side: Side = Side.CLIENT) -> Reading:
    """What a bot at `side` has in mind after these lines."""
    return reading_of(Match.at_talks(SCENARIO).play(lines), side)


def heard(lines: str, side: Side = Side.CLIENT) -> Heard:
    return reading(lines, side).heard


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (f"{REFUSED}; v offer price=240", Kind.YIELDED),  # 30 upon a refusal, 20 before
        (f"{REFUSED}; v offer price=260", Kind.HELD),  # 10, half of it
        (f"{REFUSED}; v offer price=255 for payment=90", Kind.TRADE),  # 15, in between
        (f"{REFUSED}; v goodwill; c goodwill; v offer price=240 for payment=90", Kind.GROWING),
        (f"{OPENED}; v offer price=290", Kind.PRICE_FIRST),
        (f"{OPENED}; v offer price=310 for payment=90", Kind.PRICE_FIRST),
        (f"{OPENED}; v notyet; c notyet; v offer price=290", Kind.PRICE_FIRST),
        (f"{FIRST}; v leave consult; v return; v offer price=270", Kind.RETURNED),
        (f"{FIRST}; c leave press; v return; v offer price=270", Kind.RETURNED),
        (
            f"{FIRST}; v leave consult; v return; v notyet; c notyet; v offer price=270",
            Kind.UNASKED,
        ),
        (f"{FIRST}; v tell price payment; c notyet; v offer price=285", Kind.BELIED),
        (f"{FIRST}; v tell payment price; c notyet; v offer price=285 for payment=90", Kind.HELD),
    ],
)
def test_an_offer_is_seen_in_the_light_of_what_went_before(lines: str, kind: Kind) -> None:
    assert heard(lines).kind is kind


def test_an_argument_by_a_rival_refuses_as_a_not_yet_does() -> None:
    pressed = REFUSED.removesuffix("c notyet") + "c argue rival; v offer price=240"
    assert heard(pressed).kind is Kind.YIELDED
    argued = REFUSED.removesuffix("c notyet") + "c argue need; v offer price=240 for payment=90"
    assert heard(argued).kind is Kind.GROWING


def test_the_size_said_is_that_of_the_step() -> None:
    yielded = heard(f"{REFUSED}; v offer price=240")
    assert (yielded.issue, yielded.size) == (0, 30)
    # What is belied is a word, so no size goes with it.
    belied = heard(f"{FIRST}; v tell price payment; c notyet; v offer price=285")
    assert (belied.issue, belied.size) == (0, 0)


def test_a_tell_is_belied_once() -> None:
    lines = f"{FIRST}; v tell price payment; c notyet; v offer price=285; c notyet"
    assert heard(f"{lines}; v offer price=284").kind is not Kind.BELIED


def test_moving_out_of_a_deadlock_nobody_left_is_moving_straight() -> None:
    quiet = "; ".join(["v notyet; c notyet"] * 3)
    stuck = f"{FIRST}; {quiet}"
    assert reading(stuck).deadlocked
    assert heard(f"{stuck}; v offer price=280").kind is Kind.STRAIGHT
    left = f"{stuck}; v leave consult; v return; v offer price=280"
    assert heard(left).kind is Kind.RETURNED


def test_a_client_that_opens_with_figures_does_as_it_must() -> None:
    # The client side opens (R18), so its first figures come before any question.
    assert heard(OPENED, Side.VENDOR).kind is Kind.OPENING


def test_a_point_named_later_is_neither_an_opening_nor_a_step() -> None:
    assert heard("c offer price=170; v notyet; c offer price=170 payment=30", Side.VENDOR) == Heard(
        Kind.NOTHING
    )


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("v ask expectation price", Kind.ASKED_FIRST),
        ("v ask expectation price; c answer evasive; v ask expectation price", Kind.QUESTION),
        ("v ask expectation price; c answer evasive; v ask expectation delivery", Kind.ASKED_FIRST),
        ("v offer price=290; c notyet; v ask expectation price", Kind.QUESTION),
        ("v ask causal price", Kind.WHY),
        ("v ask causal price; c answer evasive; v ask causal delivery", Kind.QUESTION),
        ("v ask open", Kind.QUESTION),
    ],
)
def test_a_question_is_noted_for_what_it_is(lines: str, kind: Kind) -> None:
    assert heard(f"{OPENED}; {lines}").kind is kind


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("v leave consult", Kind.LEFT),
        ("v leave consult; v return; v notyet; c notyet; v leave gain_time", Kind.AGAIN),
        ("v leave consult; v return; v offer price=270; c notyet; v leave gain_time", Kind.LEFT),
        (
            "v leave consult; v return; v notyet; c notyet; v notyet; c notyet; v notyet; c goodwill;"
            " v leave gain_time",
            Kind.LEFT,
        ),
    ],
)
def test_a_second_break_with_nothing_between_is_one_too_many(lines: str, kind: Kind) -> None:
    assert heard(f"{FIRST}; {lines}").kind is kind


def test_who_comes_back_waits_for_a_greeting_until_something_is_said_to_it() -> None:
    back = f"{FIRST}; v leave consult; v return; v notyet"
    assert reading(back).leadup.greeting is Kind.LEFT
    assert reading(f"{back}; c notyet").leadup.greeting is Kind.NOTHING


def test_what_they_hold_unwritten_with_the_pen_is_noticed_after_three_closing_moves() -> None:
    match = Match.at_talks(SCENARIO).play(
        f"{OPENED}; v offer delivery=60; c accept delivery; v write delivery=60; c confirm;"
        " v offer payment=75; c accept payment; v notyet; c notyet"
    )
    assert long_unwritten(match.view("c").common, Side.CLIENT) is None
    match.play("v notyet")
    assert long_unwritten(match.view("c").common, Side.CLIENT) == 1
    # The vendor holds the pen and could write it.
    assert long_unwritten(match.view("v").common, Side.VENDOR) is None
    match.play("c notyet; v write payment=75")
    assert long_unwritten(match.view("c").common, Side.CLIENT) is None


def test_ones_own_words_are_kept_and_the_other_sides_are_not() -> None:
    match = Match.at_talks(SCENARIO).play(OPENED)
    match.do("vendor", m.NotYet("No."))
    match.do("client", m.NotYet("We wait."))
    match.do("vendor", m.Leave(Purpose.CONSULT, "One moment."))
    assert reading_of(match, Side.CLIENT).said == ["We wait."]
    assert reading_of(match, Side.VENDOR).said == ["No.", "One moment."]
