"""The table at every size and in both languages; what is one's own kept from other eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from mid_match import filled, looked_through
from screen import SIZES
from table_window import (
    STATES,
    at_table,
    desk_of,
    stops,
)
from wordy import wordy

from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES

MOVING = ("my turn", "agreed, unwritten")
"""States in which every verb has its form."""
LARGEST, SMALLEST = ((1280, 720), 2.0), ((640, 400), 1.0)

# -- looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
@pytest.mark.parametrize("state", STATES)
def test_every_form_holds_at_every_size_with_one_filled_button_at_most(
    tmp_path: Path, state: str, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = at_table(tmp_path, STATES[state], size=size, zoom=zoom, lang=lang)
    screen = window.screen
    screen.check()
    for verb in "12345" if state in MOVING else "4":
        screen.press(verb)
        screen.check()
        assert set(filled(screen)) <= {"say"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
def test_the_last_word_holds_at_every_size(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = at_table(tmp_path, size=size, zoom=zoom, lang=lang)
    screen = window.screen
    screen.press("3")
    screen.focus_on("group-limit")
    screen.press("enter")
    looked_through(screen)
    screen.focus_on("limit-0")
    for _ in range(40):
        screen.press("left")
    # At the true limit the warning stands beside it.
    hint = desk_of(window).last_word.choice(lang).hint
    assert hint
    assert hint.replace(" ", "") in "".join(screen.texts()).replace(" ", "")
    looked_through(screen)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, SMALLEST])
def test_accepting_what_is_marked_holds_at_every_size(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    lines = "c offer " + " ".join(f"n{n}=170000" for n in (0, 2, 4, 6))
    window = at_table(tmp_path, lines, wordy(), size=size, zoom=zoom, lang=lang)
    for key in ("track-0", "track-2", "track-4"):
        window.screen.focus_on(key)
        window.screen.press("m")
    assert "accept-marked" in stops(window)
    looked_through(window.screen)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1280, 720), 1.5), SMALLEST])
def test_eight_long_issues_find_room_under_every_verb(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    lines = "c offer n0=170000 n2=180000; v notyet; c offer n0=175000"
    window = at_table(tmp_path, lines, wordy(), size=size, zoom=zoom, lang=lang)
    for verb in "12345":
        window.screen.press(verb)
        if verb == "2":
            window.screen.press("left")
        looked_through(window.screen)


@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("verb", ["1", "2", "3", "4", "5"])
def test_tab_reaches_every_control_once_and_the_focus_is_seen(
    tmp_path: Path, verb: str, zoom: float
) -> None:
    window = at_table(tmp_path, zoom=zoom)
    screen = window.screen
    screen.press(verb)
    keys = screen.keys()
    assert len(set(keys)) == len(keys)
    start = keys.index(screen.focus) + 1
    assert screen.walk_focus() == keys[start:] + keys[:start]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_what_opens_over_the_table_holds(tmp_path: Path, zoom: float, lang: str) -> None:
    window = at_table(tmp_path, zoom=zoom, lang=lang)
    screen = window.screen
    screen.press("2")
    for key in ("menu", "benefits", "because"):
        screen.click(key)
        assert screen.app.has_dialog
        screen.check()
        screen.press("esc")
        assert not screen.app.has_dialog
    for letter in "hntp":
        screen.press(letter)
        looked_through(screen)
        if screen.app.has_dialog:
            screen.press("esc")


def test_the_language_changes_at_once(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    assert window.screen.shows("Offer")
    window.screen.click("language")
    assert window.screen.shows("出方案")
    assert not window.screen.shows("Offer")
    window.screen.check()


# -- secrets -------------------------------------------------------------------------------


def test_why_their_offer_cannot_be_taken_stands_on_it_unless_covered(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    why = "That is beyond your authority on price, 240"
    assert screen.shows(why)
    screen.press("v")
    assert not screen.shows(why)


def test_the_privacy_key_takes_everything_of_ones_own_off_the_screen(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("2")
    screen.press("left")
    own = {"Quote 310", "Target 240", "Limit 188", "points, signed now", "285"}
    assert own <= set(screen.texts())
    screen.press("v")
    shown = screen.texts()
    assert not own & set(shown)
    assert not [text for text in shown if "points" in text or "Limit" in text or "188" in text]
    assert "290" in shown  # what was said aloud stays
    screen.check()
    screen.press("v")
    assert own <= set(screen.texts())


def test_points_are_put_away_and_shown_again_by_key(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    assert window.screen.shows("points, signed now")
    window.screen.press("p")
    assert not window.screen.shows("points, signed now")
    window.screen.press("p")
    assert window.screen.shows("points, signed now")


def test_at_exam_there_are_no_points_no_hints_and_no_cards(tmp_path: Path) -> None:
    window = at_table(tmp_path, level=Level.EXAM)
    screen = window.screen
    for key in ("", "p", "h"):
        if key:
            screen.press(key)
        assert not [text for text in screen.texts() if "points" in text and "exam" not in text]
        assert "card-0" not in stops(window)
    assert screen.shows("There are no hints in an exam game.")
