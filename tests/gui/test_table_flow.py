"""Help, notes and the flow of the talks at the table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from mid_match import filled
from screen import SIZES
from table_window import (
    DELIVERY,
    OPENED,
    PAYMENT,
    PRICE,
    SERVICE,
    STATES,
    THIRD,
    at_table,
    desk_of,
    last,
    stops,
)

from negosim.engine import events as e
from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.sides import Side
from negosim.engine.words import AnswerKind, ClockKind, Ending, Level, QuestionForm, Role
from negosim.gui.layer import TIP_AFTER_MS
from negosim.gui.scenes.table import TableScene
from negosim.gui.scenes.table_chips import FIRST
from negosim.language.catalogue import LANGUAGES, catalogue

# -- help ----------------------------------------------------------------------------------


def test_three_phrase_cards_lie_ready_and_one_is_said(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    cards = [key for key in stops(window) if key.startswith("card-")]
    assert cards == ["card-0", "card-1", "card-2"]
    move = desk_of(window).phrase_cards[0].move
    screen.click("card-0")
    choice = desk_of(window).picked
    assert choice is not None
    assert choice.move == move
    before = len(window.playing.heard)
    screen.click("say")
    if len(window.playing.heard) == before:
        screen.click("say")  # the coach had a word first
    assert len(window.playing.heard) > before


def test_at_course_the_cards_and_the_coach_come_on_the_hint_key(tmp_path: Path) -> None:
    window = at_table(tmp_path, level=Level.COURSE)
    screen = window.screen
    assert "card-0" not in stops(window)
    screen.press("h")
    assert "card-0" in stops(window)
    screen.press("h")
    assert "card-0" not in stops(window)


def test_the_posture_is_one_word_at_guided_and_none_at_course(tmp_path: Path) -> None:
    for level, shown in ((Level.GUIDED, True), (Level.COURSE, False)):
        folder = tmp_path / level.value
        folder.mkdir()
        assert at_table(folder, level=level).screen.shows("Looks moving") is shown


# -- notes ---------------------------------------------------------------------------------


def test_the_notebook_opens_in_place_of_the_transcript(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    assert not screen.shows("Guess board")
    screen.press("n")
    assert screen.shows("Guess board")
    screen.press("n")
    assert not screen.shows("Guess board")


def test_in_a_narrow_window_transcript_and_notebook_are_drawers(tmp_path: Path) -> None:
    window = at_table(tmp_path, zoom=1.5)
    screen = window.screen
    assert not screen.shows("Transcript")
    screen.press("n")
    assert screen.shows("Guess board")
    screen.press("esc")
    screen.press("t")
    assert screen.shows("What matters most to us: price.")
    screen.press("esc")
    assert not screen.app.has_dialog


def test_a_note_becomes_a_question_with_one_tap(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("n")
    key = next(each for each in stops(window) if each.startswith("note-"))
    screen.click(key)
    choice = desk_of(window).picked
    assert choice is not None
    screen.click("say")
    asked = last(window)
    assert isinstance(asked, e.QuestionAsked)
    assert (asked.form, asked.issues) == (QuestionForm.LEADING, (PRICE,))


def test_a_note_of_ones_own_is_kept(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("n")
    screen.click("note")
    screen.type("The berth opens in autumn.")
    screen.press("enter")
    noted = last(window)
    assert isinstance(noted, e.Noted)
    assert noted.text == "The berth opens in autumn."
    assert screen.shows("The berth opens in autumn.")
    assert desk_of(window).draft.note == ""


def test_the_guess_is_arranged_by_keys(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("n")
    screen.focus_on(f"guess:{DELIVERY}")
    screen.press("up")
    screen.press("up")
    assert window.playing.board.order == (PRICE, DELIVERY, PAYMENT, SERVICE)
    assert screen.focus == f"guess:{DELIVERY}"


# -- the flow ------------------------------------------------------------------------------


def test_while_they_think_the_verbs_rest_and_then_they_move(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["their turn"])
    screen = window.screen
    assert screen.shows("Ms Lin is thinking")
    screen.press("1")
    assert "say" not in filled(screen)
    before = len(window.playing.heard)
    screen.wait(1500)
    assert len(window.playing.heard) > before


def test_ending_the_talks_takes_two_steps_and_says_what_no_deal_is_worth(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    assert not screen.shows("End the talks")
    screen.press("5")
    screen.click("end-talks")
    assert screen.shows("No deal is worth 20 points to you.")
    assert window.playing.view.common.outcome is None
    screen.click("stay")
    assert not screen.app.has_dialog
    screen.click("end-talks")
    screen.click("walk-out")
    outcome = window.playing.view.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.WALKED_OUT


def test_stepping_out_picks_nothing_by_itself(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("5")
    screen.click("say")
    assert screen.scene.name == "table"
    screen.click("choice-gain_time")
    screen.click("say")
    while screen.scene.name == "table":
        assert screen.shows("Say it anyway")
        screen.click("say")
    assert screen.scene.name == "away"


def test_a_draft_outlives_a_look_at_another_scene(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    screen = window.screen
    screen.press("2")
    screen.press("left")
    again = TableScene(screen.app, window.playing)
    screen.app.go(again)
    screen.frame()
    assert screen.shows("We can do a price of 285 (10k yuan).")


def test_a_group_puts_on_one_hat_after_another(tmp_path: Path) -> None:
    seats = (
        Seat("Chen", Side.VENDOR, (Role.COORDINATOR, Role.NEGOTIATOR), (0, 1)),
        Seat("Li", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), (2, 3)),
        Seat("Zhao", Side.VENDOR, (Role.DECISION_MAKER,), ()),
        Seat("client", Side.CLIENT, ALL_ROLES, (0, 1, 2, 3), scripted=True),
    )
    setup = team_setup(THIRD, seats, clock=ClockKind.TABLE, level=Level.GUIDED)
    window = at_table(tmp_path, OPENED, setup=setup)
    screen = window.screen
    assert window.sitting.seat == "Zhao"
    assert any("Chen" in text for text in screen.texts())
    screen.click("hat-Li")
    assert window.sitting.seat == "Li"
    assert desk_of(window).view.seat == "Li"
    screen.check()


def test_only_the_clock_is_painted_anew_when_a_second_has_passed(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    app = window.screen.app
    app.touch("clock")
    areas = app.frame(window.screen.now + 16)
    assert len(areas) == 1
    assert areas[0].width < 320
    assert areas[0].height <= 56


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_last_three_minutes_say_what_is_unwritten_in_large_type(
    tmp_path: Path, lang: str
) -> None:
    lines = "c offer delivery=60; v accept" + "; c notyet; v notyet" * 6
    setup = solo_setup(THIRD, level=Level.COURSE, scripted=(Side.CLIENT,))
    short = replace(setup, limit_ms=360_000)
    window = at_table(tmp_path, lines + "; c notyet", setup=short, lang=lang)
    large = [each for each in window.screen.labels() if each.box.height >= 18]
    word = catalogue("table", lang).text("head.unwritten", issues="").strip()
    assert any(word in each.text for each in large)
    window.screen.check()


KEYS = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "tab",
    "tab",
    "tab",
    "space",
    "enter",
    "left",
    "right",
    "up",
    "down",
    "g",
    "w",
    "x",
    "m",
    "h",
    "n",
    "p",
    "v",
    "t",
    "esc",
    "pagedown",
]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_pressed_the_table_stays_whole(tmp_path: Path, seed: int) -> None:
    # Leaving the table, ending the talks and leaving the game lead elsewhere: not pressed here.
    dice = Random(seed)
    size, zoom = dice.choice([*SIZES, ((640, 400), 1.0)])
    lang, side = LANGUAGES[seed % 2], (Side.VENDOR, Side.CLIENT)[seed // 2 % 2]
    window = at_table(tmp_path, "", side=side, size=size, zoom=zoom, lang=lang)
    screen = window.screen
    elsewhere = ("menu-leave", "menu-settings", "walk-out")
    for step in range(90):
        if screen.scene.name != "table":
            break
        keys = [key for key in stops(window) if key not in elsewhere]
        if dice.random() < 0.3 and keys:
            screen.click(dice.choice(keys))
        elif screen.focus in elsewhere:
            screen.press("esc")
        else:
            screen.press(dice.choice(KEYS))
        if dice.random() < 0.3:
            screen.wait(1000)
        if step % 4 == 0 and screen.scene.name == "table":
            screen.check()
    assert window.playing.heard


def test_asked_one_may_still_leave_the_table_or_end_the_talks(tmp_path: Path) -> None:
    """R20: no turn is needed to leave; the question waits, and 3 goes back to it."""
    window = at_table(tmp_path, STATES["an open question"])
    screen = window.screen
    assert "choice-pair:1:0" in stops(window)
    screen.press("5")
    assert "end-talks" in stops(window)
    assert "choice-pair:1:0" not in stops(window)
    screen.press("3")
    assert "choice-pair:1:0" in stops(window)
    screen.press("5")
    screen.click(FIRST)
    screen.click("say")
    taken = last(window)
    assert isinstance(taken, e.BreakTaken)
    assert screen.scene.name == "away"


def test_the_next_question_opens_its_answers_whatever_was_open(tmp_path: Path) -> None:
    window = at_table(tmp_path, STATES["my turn"])
    window.screen.press("4")
    folder = tmp_path / "asked"
    folder.mkdir()
    asked = at_table(folder, STATES["an open question"])
    desk_of(asked).draft.verb = desk_of(window).draft.verb
    asked.screen.app.refresh()
    asked.screen.frame()
    assert desk_of(asked).verb == "reply"


@pytest.mark.parametrize(("size", "zoom"), SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_clients_folder_is_at_hand_in_the_middle_of_the_talks(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    """R2: the rivals' offers, the own team's vetoes and the secret, to be looked up."""
    window = at_table(tmp_path, OPENED, side=Side.CLIENT, size=size, zoom=zoom, lang=lang)
    screen = window.screen
    screen.click("menu")
    screen.check()
    screen.click("menu-folder")
    shown = ""
    for _ in range(20):
        screen.check()
        shown += "".join(screen.texts())
        screen.press("pagedown")
    shown = shown.replace(" ", "")
    for told in {"en": ("Northstar", "Bluewave", "MrZhou"), "zh": ("北星", "蓝浪", "周工")}[lang]:
        assert told in shown
    screen.press("esc")
    screen.press("v")
    screen.click("menu")
    assert "menu-folder" not in screen.able()


@pytest.mark.parametrize(
    ("asked", "kind", "issues"),
    [
        ("open", AnswerKind.ISSUE, (PAYMENT,)),
        ("causal price", AnswerKind.INTEREST, (PRICE,)),
        ("exclusion delivery payment", AnswerKind.PAIR, (PAYMENT, DELIVERY)),
        ("leading delivery price", AnswerKind.NO, ()),
        ("summarising payment price", AnswerKind.YES, ()),
    ],
)
def test_the_answer_laid_out_first_is_the_true_one(
    tmp_path: Path, asked: str, kind: AnswerKind, issues: tuple[int, ...]
) -> None:
    """Whoever presses Space without choosing has not told a lie."""
    window = at_table(tmp_path, f"{OPENED}; v notyet; c ask {asked}")
    window.screen.press("space")
    answer = last(window)
    assert isinstance(answer, e.QuestionAnswered)
    assert (answer.kind, answer.issues) == (kind, issues)
    assert answer.kind is not AnswerKind.INTEREST or answer.strength == 3


@pytest.mark.parametrize(("zoom", "written"), [(1.0, True), (1.5, False)])
def test_each_verb_says_its_cost_on_the_bar_or_beside_it(
    tmp_path: Path, zoom: float, written: bool
) -> None:
    window = at_table(tmp_path, zoom=zoom)
    screen = window.screen
    assert screen.shows("2 min") is written
    screen.hover("verb-step_out")
    screen.wait(TIP_AFTER_MS)
    assert screen.shows("2 min")


def test_at_guided_a_hint_says_what_their_posture_means_for_a_step(tmp_path: Path) -> None:
    window = at_table(tmp_path)
    said = desk_of(window).goal.posture_text
    assert "Steps of the planned size fit." in said
    assert not window.screen.shows(said)
    window.screen.press("h")
    window.screen.check()
    assert window.screen.shows(said)
