"""The privacy key at the table: what is one's own alone is covered, what both heard stays."""

from __future__ import annotations

from pathlib import Path

from table_window import OPENED, TALKED, at_table, desk_of, stops

from negosim.language.catalogue import catalogue

BEYOND = "c offer price=170 payment=30 service=m36 delivery=30"
"""An offer beyond the vendor's limits: it cannot be taken, and why tells a limit."""
PROBED = f"{OPENED}; v leave probe; v return"
"""An insider's card has been drawn."""


def test_the_key_covers_what_the_director_allowed_and_the_cards_drawn(tmp_path: Path) -> None:
    window = at_table(tmp_path, f"{OPENED}; v leave consult; v allow price=200; v return")
    screen = window.screen
    assert screen.shows("200")
    screen.press("v")
    assert not screen.shows("200")
    screen.press("v")
    assert screen.shows("200")


def test_an_insiders_words_are_covered_and_theirs_are_not(tmp_path: Path) -> None:
    screen = at_table(tmp_path, PROBED).screen
    assert screen.shows("The shift leader says")
    screen.press("v")
    assert not screen.shows("The shift leader says")
    assert screen.shows("170")


def test_the_notebook_with_the_guess_is_covered(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("n")
    assert "guess:0" in stops(window)
    assert screen.shows("Guess board")
    screen.press("v")
    assert not screen.shows("Guess board")
    assert "guess:0" not in stops(window)


def test_covered_no_button_tells_what_may_be_taken(tmp_path: Path) -> None:
    """Their offer beyond our limits, and one within them, look and answer alike."""
    said = []
    for name, lines in (("beyond", BEYOND), ("within", TALKED)):
        folder = tmp_path / name
        folder.mkdir()
        window = at_table(folder, lines)
        window.screen.press("v")
        window.screen.click("accept-all")
        assert desk_of(window).draft.loose is None
        assert window.screen.shows(catalogue("table_scene", "en").text("other.hidden"))
        said.append("accept-all" in window.screen.able())
    assert said == [False, False]


def test_ending_the_talks_says_what_no_deal_is_worth_unless_covered(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    worth = desk_of(window).end_talks.worth
    desk_of(window).open_end_of_talks()
    screen.frame()
    assert screen.shows(worth)
    screen.press("esc")
    screen.press("v")
    desk_of(window).open_end_of_talks()
    screen.frame()
    assert not screen.shows(worth)
