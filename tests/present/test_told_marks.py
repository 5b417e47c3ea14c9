"""What they answered stands on the tracks: the issue they put first, the values they want."""

from __future__ import annotations

import built
import pytest
from learner import CHECK, DELIVERY, TRADE, Learner
from notation import Match
from watched import stream

from negosim.engine.opening import solo_setup
from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.present.told_marks import Care, ToldMarks, told_marks
from negosim.present.tracks import Track, tracks

PRICE, PAYMENT, SERVICE, DAYS = range(4)
OPENED = "c offer price=170 payment=30; "
NOTHING = (None, None, None, None)


def played(line: str) -> Match:
    scenario = built.third_vendor()
    return Match.at_talks(scenario, solo_setup(scenario, level=Level.COURSE)).play(OPENED + line)


def marks(line: str) -> ToldMarks:
    match = played(line)
    return told_marks(match.view("v"), stream(match, Side.VENDOR))


def shown(line: str, lang: str = "en") -> tuple[Track, ...]:
    match = played(line)
    return tracks(match.view("v"), lang, heard=stream(match, Side.VENDOR))


def test_nothing_asked_leaves_no_mark() -> None:
    assert marks("v notyet") == ToldMarks(NOTHING, NOTHING)


def test_an_issue_named_openly_weighs_for_them() -> None:
    assert marks("v ask open; c answer issue delivery").cares == (None, None, None, Care.NAMED)


def test_a_whole_order_confirmed_tells_what_comes_first() -> None:
    line = "v ask summarising delivery price service payment; c answer yes"
    assert marks(line).cares == (None, None, None, Care.FIRST)


@pytest.mark.parametrize(("answer", "first"), [("yes", Care.FIRST), ("no", None)])
def test_a_leading_question_tells_by_its_yes(answer: str, first: Care | None) -> None:
    assert marks(f"v ask leading price; c answer {answer}").cares[PRICE] is first


def test_a_pair_of_four_issues_puts_nothing_first() -> None:
    line = "v ask summarising price delivery; c answer pair delivery price"
    assert marks(line).cares == NOTHING


def test_there_is_one_first_and_the_last_word_counts() -> None:
    line = "v ask leading price; c answer yes; v ask leading delivery; c answer yes"
    assert marks(line).cares == (None, None, None, Care.FIRST)


def test_what_they_want_is_kept_where_they_named_it() -> None:
    found = marks("v ask expectation service delivery; c answer demand service=m30 delivery=45")
    assert found.wanted == (None, None, 3, 3)


def test_our_own_answers_mark_nothing() -> None:
    assert marks("v notyet; c ask leading delivery; v answer yes") == ToldMarks(NOTHING, NOTHING)


@pytest.mark.parametrize(("lang", "words"), [("en", "first for them"), ("zh", "对方最看重")])
def test_the_row_says_what_they_said(lang: str, words: str) -> None:
    rows = shown("v ask leading delivery; c answer yes", lang)
    assert [row.cares for row in rows] == ["", "", "", words]


def test_the_wanted_value_lies_on_the_track() -> None:
    row = shown("v ask expectation delivery; c answer demand delivery=45")[DAYS]
    assert row.theirs is None
    assert row.wanted is not None
    assert row.wanted.text == "45 days"
    assert row.wanted.at == row.rungs[3].at


def test_without_a_stream_the_tracks_are_as_they_were() -> None:
    match = played("v ask leading delivery; c answer yes")
    assert all(not row.cares and row.wanted is None for row in tracks(match.view("v"), "en"))


def test_of_two_issues_a_pair_is_the_whole_order(tmp_path_factory: pytest.TempPathFactory) -> None:
    learner = Learner(tmp_path_factory.mktemp("games"))
    learner.sit_down()
    learner.talk(CHECK, TRADE)
    found = told_marks(learner.view, learner.sitting.heard())
    learner.close()
    assert found.cares == (None, Care.FIRST)
    assert found.cares[DELIVERY] is Care.FIRST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mark_has_words(lang: str) -> None:
    text = catalogue("table_scene", lang)
    assert all(text.text(f"tracks.cares_{care.value}") for care in Care)
