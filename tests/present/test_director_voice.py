"""The director's words: coloured by what runs, never the same twice in a game (R9, R36)."""

from __future__ import annotations

import re

import pytest
from hearing import stream
from notation import Match

from negosim.catalog import load
from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.present.director_voice import (
    MOST_OUTSIDE,
    Mood,
    Running,
    director_says,
    granted,
    running,
)

THIRD = load("third-vendor")
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
QUIET = "; ".join(["v notyet; c notyet"] * 3)
SLOTS = {
    Mood.WHAT_FOR: {"terms"},
    Mood.WEIGHS: {"terms", "exchange"},
}
COLOURED = {
    Mood.OPEN: set(Running),
    Mood.NO: {Running.PLAIN, Running.SHORT},
    Mood.YES: {Running.PLAIN, Running.SHORT, Running.DEADLOCK},
}
"""What runs has wordings of its own in these moods; in all others there is one set."""
AGAIN = {Mood.NO, Mood.YES}
"""The moods that may come twice in one break."""


def outside(lines: str, side: Side = Side.VENDOR) -> tuple[SeatView, tuple[SeatEvent, ...]]:
    match = Match.at_talks(THIRD, solo_setup(THIRD)).play(lines)
    return match.view(side.word), stream(match, side)


def far(lines: str, at_ms: int) -> tuple[SeatView, tuple[SeatEvent, ...]]:
    """The same, the last line at a later moment of table time."""
    match = Match.at_talks(THIRD, solo_setup(THIRD)).play(OPENED)
    while match.state.common.elapsed_ms < at_ms:
        match.play("v tell price payment; c goodwill")
    match.play(lines)
    heard = tuple(SeatEvent(number, event) for number, event in enumerate(match.log, 1))
    return match.view("vendor"), heard


# -- the catalogue --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_he_has_enough_wordings_for_every_mood_and_for_what_runs(lang: str) -> None:
    text = catalogue("director", lang)
    for mood in Mood:
        runs = COLOURED.get(mood, {Running.PLAIN})
        assert set(text.under(mood.value)) == {each.value for each in runs}, mood
        for each in runs:
            lines = text.variants(f"{mood.value}.{each.value}")
            # Four breaks at most; a mood that may come twice in one needs as many again.
            assert len(lines) >= (2 * MOST_OUTSIDE if mood in AGAIN else 6), (mood, each)
            assert text.slots(f"{mood.value}.{each.value}") == SLOTS.get(mood, set())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_of_his_sentences_are_alike_or_long(lang: str) -> None:
    text = catalogue("director", lang)
    lines = [line for key in text for line in text.variants(key)]
    assert len({line.casefold() for line in lines}) == len(lines)
    assert max(map(len, lines)) <= (100 if lang == "en" else 40)
    if lang == "zh":
        assert not any(re.search(r"[,;:!?. ]", re.sub(r"\{\w+\}", "", line)) for line in lines)


# -- what runs ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        (f"{OPENED}; v leave consult", Running.PLAIN),
        (f"{OPENED}; {QUIET}; v leave consult", Running.DEADLOCK),
        (
            "c offer price=170; v ask expectation price; c answer demand price=170;"
            " v leave consult",
            Running.AUTHORITY,
        ),
    ],
)
def test_what_runs_is_read_off_the_table(lines: str, runs: Running) -> None:
    assert running(*outside(lines)) is runs


def test_a_deadlock_that_others_have_eased_runs_no_more() -> None:
    eased = f"{OPENED}; {QUIET}; v leave consult; v return; v notyet; c notyet; v leave gain_time"
    assert running(*outside(eased)) is not Running.DEADLOCK
    moved = f"{OPENED}; {QUIET}; v offer delivery=60; c notyet; v leave gain_time"
    assert running(*outside(moved)) is not Running.DEADLOCK


def test_who_was_sent_out_is_received_as_such() -> None:
    lines = f"{OPENED}; v notyet; c notyet; v notyet; c leave press"
    assert running(*outside(lines)) is Running.SENT_OUT


def test_news_that_is_near_and_time_that_is_short_come_first() -> None:
    (place, at_ms), *_ = outside(OPENED)[0].brief.announced
    assert place == 0
    near, heard = far("v leave consult", at_ms - 300_000)
    assert near.common.news == ()
    assert running(near, heard) is Running.NEWS
    limit = near.common.setup.limit_ms
    assert limit is not None
    late, heard = far("v leave consult", int(0.86 * limit) - 120_000)
    assert running(late, heard) is Running.SHORT


def test_in_preparation_nothing_colours_his_words() -> None:
    match = Match(THIRD, solo_setup(THIRD))
    assert running(match.view("v"), ()) is Running.PLAIN


# -- which wording --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("mood", [Mood.OPEN, Mood.NO, Mood.YES, Mood.FULL])
def test_he_never_says_the_same_in_two_breaks_of_a_game(mood: Mood, lang: str) -> None:
    match = Match.at_talks(THIRD, solo_setup(THIRD)).play(OPENED)
    said = []
    for line in ("v leave consult", "c leave press", "v leave consult", "v leave consult"):
        match.play(line)
        heard = tuple(SeatEvent(number, event) for number, event in enumerate(match.log, 1))
        times = 2 if mood in AGAIN else 1
        said += [
            director_says(mood, match.view("v"), heard, lang, asked=asked) for asked in range(times)
        ]
        match.play("v return; v notyet; c notyet; v notyet" if "press" not in line else "v return")
        if match.state.common.turn.side is Side.CLIENT:
            match.play("c notyet")
    assert len(set(said)) == len(said)


def test_another_game_begins_with_another_sentence() -> None:
    greetings = set()
    for price in range(165, 185):
        view, heard = outside(f"c offer price={price} payment=30; v leave consult")
        greetings.add(director_says(Mood.OPEN, view, heard, "en"))
    assert len(greetings) >= 4


def test_what_he_has_granted_in_this_break_is_counted() -> None:
    assert granted(outside(f"{OPENED}; v leave consult")[1]) == 0
    match = Match.at_talks(THIRD, solo_setup(THIRD)).play(f"{OPENED}; v leave consult")
    match.play("v allow price=230; v allow price=220")
    heard = tuple(SeatEvent(number, event) for number, event in enumerate(match.log, 1))
    assert granted(heard) == 2
    match.play("v return; v notyet; c notyet; v leave gain_time")
    heard = tuple(SeatEvent(number, event) for number, event in enumerate(match.log, 1))
    assert granted(heard) == 0


def test_his_sentence_starts_with_a_capital_whatever_it_starts_with() -> None:
    view, heard = outside(f"{OPENED}; v leave consult")
    for asked in range(8):
        words = director_says(
            Mood.WEIGHS, view, heard, "en", asked=asked, terms="a price of 230", exchange="60%"
        )
        assert words[:1] == words[:1].upper()
