"""Away from the table in the window: every kind of break, at every size, by keys and mouse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from director import may_say
from mid_match import Window, filled, looked_through, sitting
from notation import unbound
from screen import SIZES
from wordy import wordy

from negosim.catalog import load
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.common import ALL_ROLES, Seat, Setup
from negosim.engine.issue import Text
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind, Ending, Level, Phase, Purpose, Role
from negosim.gui.scenes.away import AwayScene
from negosim.language.catalogue import LANGUAGES
from negosim.play.timekeeper import WallTime
from negosim.present.away import Tab
from negosim.present.director_voice import Mood

THIRD = load("third-vendor")
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
LARGEST, SMALLEST = ((1280, 720), 2.0), ((640, 400), 1.0)
BREAKS = {
    "consult": (f"{OPENED}; v leave consult", Side.VENDOR),
    "gain_time": (f"{OPENED}; v leave gain_time", Side.VENDOR),
    "probe": (f"{OPENED}; v leave probe", Side.VENDOR),
    "press": (f"{OPENED}; v leave press", Side.VENDOR),
    "sent_out": (f"{OPENED}; v leave press", Side.CLIENT),
    "they_consult": (f"{OPENED}; v leave consult", Side.CLIENT),
}
"""A break of each kind, and the side that sits at the window."""


def away(
    folder: Path,
    kind: str = "consult",
    scenario: Scenario = THIRD,
    *,
    lines: str = "",
    setup: Setup | None = None,
    size: tuple[int, int] = (1280, 720),
    zoom: float = 1.0,
    lang: str = "en",
) -> Window:
    said, side = BREAKS[kind]
    sat = sitting(lines or said, scenario, folder=folder, side=side, setup=setup, lang=lang)
    return Window(sat, {"away": AwayScene}, size=size, zoom=zoom, lang=lang)


def scene_of(window: Window) -> AwayScene:
    scene = window.screen.scene
    assert isinstance(scene, AwayScene)
    return scene


def on_each_tab(window: Window) -> None:
    """Every tab there is, looked through."""
    for tab in Tab:
        scene_of(window).show(tab)
        window.screen.frame()
        looked_through(window.screen)


# -- looks ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
@pytest.mark.parametrize("kind", BREAKS)
def test_every_kind_of_break_holds_at_every_size(
    tmp_path: Path, kind: str, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = away(tmp_path, kind, size=size, zoom=zoom, lang=lang)
    on_each_tab(window)
    out = kind not in ("press", "they_consult")
    assert filled(window.screen) == (["back-to-table"] if out else [])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1280, 720), 1.5), SMALLEST])
def test_eight_long_issues_find_room(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    lines = "c offer n0=170000; v leave consult"
    window = away(tmp_path, scenario=wordy(), lines=lines, size=size, zoom=zoom, lang=lang)
    scene_of(window).ask_for_all()
    for id in ("benefit:0", "benefit:1", "benefit:2", "benefit:3"):
        scene_of(window).toggle_return(id)
    on_each_tab(window)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_card_and_long_news_find_room(tmp_path: Path, lang: str) -> None:
    long = Text(
        ((lang, "仓库主任说了很长的一段话，" * 30 if lang == "zh" else "He said much. " * 60),)
    )
    odd = THIRD.opposition
    insiders = tuple(replace(each, text=long) for each in odd.insiders)
    news = tuple(replace(each, text=long) for each in odd.news)
    scenario = replace(THIRD, opposition=replace(odd, insiders=insiders, news=news))
    for kind in ("probe", "gain_time"):
        looked_through(away(tmp_path, kind, scenario, zoom=1.5, lang=lang).screen)


@pytest.mark.parametrize("kind", BREAKS)
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_tab_reaches_every_control_and_the_focus_is_seen(
    tmp_path: Path, kind: str, zoom: float
) -> None:
    window = away(tmp_path, kind, zoom=zoom)
    for tab in scene_of(window).tabs(scene_of(window).page("en")):
        scene_of(window).show(tab)
        window.screen.frame()
        keys = window.screen.keys()
        assert len(set(keys)) == len(keys)
        assert window.screen.walk_focus() == keys


# -- the director ---------------------------------------------------------------------------


def test_the_director_wants_to_know_what_comes_back_before_he_says_yes(tmp_path: Path) -> None:
    window = away(tmp_path)
    screen = window.screen
    assert any(map(screen.shows, may_say(Mood.OPEN)))
    screen.focus_on(f"reach:{PRICE}")
    screen.press("left")
    screen.press("left")
    assert any(map(screen.shows, may_say(Mood.WHAT_FOR, terms="a price of 230 (10k yuan)")))
    screen.focus_on("ask")
    screen.press("enter")
    assert any(map(screen.shows, may_say(Mood.NO)))
    assert window.playing.view.own.authority[PRICE] == 240
    screen.focus_on("return:issue:1")
    screen.press("space")
    screen.focus_on("return-words")
    screen.type("prompt payment")
    screen.press("enter")
    assert any(map(screen.shows, may_say(Mood.YES)))
    assert window.playing.view.own.authority[PRICE] == 230
    made = [each.event for each in window.playing.heard if isinstance(each.event, e.Authorised)]
    assert [each.exchange for each in made] == ["60% paid at acceptance and prompt payment"]


def test_everything_to_the_limit_by_mouse_and_back_to_the_table(tmp_path: Path) -> None:
    window = away(tmp_path)
    screen = window.screen
    screen.click("reach-all")
    screen.click("return:benefit:0")
    screen.click("ask")
    assert window.playing.view.own.authority == window.playing.view.own.floors
    screen.click("executives")
    screen.click("no")
    screen.click("back-to-table")
    assert window.playing.view.common.phase is Phase.TALKS
    assert screen.scene.name == "table"


def test_with_nothing_to_ask_for_the_button_says_so(tmp_path: Path) -> None:
    window = away(tmp_path)
    window.screen.click("ask")
    assert window.screen.shows("First say how far you want to go.")


def test_once_all_is_free_there_is_no_asking(tmp_path: Path) -> None:
    window = away(tmp_path, scenario=unbound(THIRD))
    assert any(map(window.screen.shows, may_say(Mood.FULL)))
    assert "reach-all" not in set(window.screen.keys())


def test_a_side_that_was_sent_out_may_ask_as_well(tmp_path: Path) -> None:
    window = away(tmp_path, "sent_out")
    window.screen.click("reach-all")
    window.screen.click(f"return:issue:{PAYMENT}")
    window.screen.click("ask")
    assert window.playing.view.own.authority == window.playing.view.own.floors


def test_at_exam_level_no_points_are_shown(tmp_path: Path) -> None:
    shown = away(tmp_path)
    assert shown.screen.shows("9 points")
    silent = away(tmp_path, setup=solo_setup(THIRD, level=Level.EXAM))
    assert not silent.screen.shows("points")


# -- a group ----------------------------------------------------------------------------------


def group() -> Setup:
    every = tuple(range(4))
    return team_setup(
        THIRD,
        (
            Seat("Ann", Side.VENDOR, (Role.COORDINATOR, Role.DECISION_MAKER), ()),
            Seat("Bo", Side.VENDOR, (Role.NEGOTIATOR, Role.RECORDER), every),
            Seat("client", Side.CLIENT, ALL_ROLES, every, scripted=True),
        ),
        clock=ClockKind.TABLE,
    )


def test_in_a_group_the_decision_makers_hat_allows_it(tmp_path: Path) -> None:
    window = away(
        tmp_path, lines=OPENED.replace("v ", "Bo ") + "; Ann leave consult", setup=group()
    )
    window.sitting.take("Bo")
    window.playing.take("Bo")
    screen = window.screen
    screen.frame()
    assert screen.shows("Decision-maker: Ann")
    assert "ask" not in set(screen.keys())
    screen.check()
    screen.click("hat")
    assert window.playing.view.seat == "Ann"
    screen.click("reach-all")
    # The hat decides for itself: nobody asks it what for.
    screen.click("ask")
    assert window.playing.view.own.authority == window.playing.view.own.floors


# -- plan, notes, guess ---------------------------------------------------------------------------


def test_a_changed_concession_sheet_is_kept_on_the_way_back(tmp_path: Path) -> None:
    window = away(tmp_path)
    screen = window.screen
    screen.focus_on("tabs")
    screen.press("right")
    screen.focus_on("size-0")
    screen.press("left")
    screen.check()
    assert window.playing.view.own.plan[PRICE] == ()
    screen.focus_on("back-to-table")
    screen.press("enter")
    assert [step.size for step in window.playing.view.own.plan[PRICE]] == [35, 20, 10]
    assert screen.scene.name == "table"


def test_a_changed_sheet_is_kept_when_another_tab_is_opened(tmp_path: Path) -> None:
    window = away(tmp_path, "gain_time")
    scene_of(window).show(Tab.PLAN)
    window.screen.frame()
    window.screen.focus_on("size-2")
    window.screen.press("left")
    window.screen.focus_on("tabs")
    window.screen.press("left")
    assert [step.size for step in window.playing.view.own.plan[PRICE]] == [40, 20, 9]


def test_a_note_is_written_for_the_team(tmp_path: Path) -> None:
    window = away(tmp_path, "press")
    window.screen.click("note")
    window.screen.type("他们做不了主")
    window.screen.press("enter")
    assert window.screen.shows("他们做不了主")
    assert window.screen.field("note").value == ""
    assert isinstance(window.playing.heard[-1].event, e.Noted)


def test_the_guess_is_arranged_by_keys_and_locked(tmp_path: Path) -> None:
    window = away(tmp_path, "gain_time")
    screen = window.screen
    screen.focus_on(f"guess:{DELIVERY}")
    screen.press("up")
    screen.press("up")
    assert screen.focus == f"guess:{DELIVERY}"
    assert window.playing.board.order == (PRICE, DELIVERY, PAYMENT, SERVICE)
    screen.press("down")
    assert window.playing.board.order == (PRICE, PAYMENT, DELIVERY, SERVICE)
    screen.click(f"guess:{PRICE}")
    assert window.playing.board.order == (PAYMENT, DELIVERY, SERVICE, PRICE)
    screen.click("guess-lock")
    assert window.playing.view.own.guess == (PAYMENT, DELIVERY, SERVICE, PRICE)
    assert "guess-lock" not in set(screen.keys())
    screen.check()


# -- news, cards, the wait ----------------------------------------------------------------------


def test_a_rest_brings_the_announced_news(tmp_path: Path) -> None:
    window = away(tmp_path, "gain_time")
    assert window.screen.shows(THIRD.opposition.news[0].text.in_("en").strip())


def test_a_probe_shows_one_card(tmp_path: Path) -> None:
    window = away(tmp_path, "probe", lang="zh")
    assert window.screen.shows(THIRD.opposition.insiders[0].text.in_("zh"))
    assert window.screen.shows("他们要什么")
    assert not window.screen.shows(THIRD.opposition.insiders[1].text.in_("zh"))


def test_what_lapsed_is_said(tmp_path: Path) -> None:
    lines = "c offer delivery=60; v accept; c notyet; v leave gain_time"
    window = away(tmp_path, lines=lines)
    assert window.screen.shows("Lapsed")
    assert window.screen.shows("Delivery in 60 days")


@pytest.mark.parametrize("kind", ["press", "they_consult"])
def test_the_wait_ends_when_the_others_are_back(tmp_path: Path, kind: str) -> None:
    window = away(tmp_path, kind)
    assert window.screen.shows("Waiting for them")
    assert "back-to-table" not in set(window.screen.keys())
    window.screen.wait(6_000)
    assert window.playing.view.common.phase is Phase.TALKS
    assert window.screen.scene.name == "table"


def test_a_new_break_begins_with_an_empty_request(tmp_path: Path) -> None:
    window = away(tmp_path)
    scene = scene_of(window)
    window.screen.click("reach-all")
    scene.show(Tab.NOTES)
    window.screen.click("back-to-table")
    window.playing.send(m.Leave(Purpose.GAIN_TIME))
    window.screen.frame()
    assert window.screen.scene is scene
    assert scene.shown_tab(scene_of(window).page("en")) is Tab.MAIN
    assert not any(reach.changed for reach in scene.request.reaches(scene.view, "en"))


# -- executives and the end -----------------------------------------------------------------------


def test_executives_are_explained_and_asked_for_twice(tmp_path: Path) -> None:
    window = away(tmp_path)
    screen = window.screen
    screen.focus_on("executives")
    screen.press("enter")
    assert screen.shows("Bring the executives in?")
    screen.check()
    assert filled(screen) == ["yes"]
    screen.press("esc")
    assert not window.playing.view.common.positions[Side.VENDOR].executives
    screen.click("executives")
    screen.click("yes")
    assert window.playing.view.common.positions[Side.VENDOR].executives
    assert screen.shows("The executives are in.")
    assert "executives" not in set(screen.keys())
    screen.check()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
def test_ending_the_talks_takes_two_steps_and_says_what_no_deal_is_worth(
    tmp_path: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = away(tmp_path, size=size, zoom=zoom, lang=lang)
    screen = window.screen
    screen.click("end")
    screen.check()
    assert screen.shows("20")
    assert filled(screen) == ["stay"]
    screen.click("stay")
    assert window.playing.view.common.phase is Phase.BREAK
    screen.click("end")
    screen.click("walk-out")
    outcome = window.playing.view.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.WALKED_OUT
    assert screen.scene.name == "debrief"


# -- clock, language, privacy ----------------------------------------------------------------------


def test_under_the_wall_clock_the_break_runs_out_and_the_sheet_is_kept(tmp_path: Path) -> None:
    now = [0.0]
    setup = solo_setup(THIRD, clock=ClockKind.WALL)
    keeper = WallTime(lambda: now[0])
    sat = sitting(
        f"{OPENED}; v leave consult", THIRD, folder=tmp_path, setup=setup, timekeeper=keeper
    )
    window = Window(sat, {"away": AwayScene})
    screen = window.screen
    assert screen.shows("Back at the table in 02:00 at the latest.")
    now[0] += 30
    screen.frame()
    assert screen.shows("Back at the table in 01:30 at the latest.")
    assert screen.shows("29:30")
    scene_of(window).show(Tab.PLAN)
    screen.frame()
    screen.focus_on("size-0")
    screen.press("right")
    now[0] += 89
    screen.frame()
    assert [step.size for step in window.playing.view.own.plan[PRICE]] == [45, 20, 10]
    now[0] += 2
    screen.frame()
    assert screen.scene.name == "table"


def test_the_language_changes_at_once_and_drafts_stay(tmp_path: Path) -> None:
    window = away(tmp_path)
    screen = window.screen
    screen.focus_on(f"reach:{PRICE}")
    screen.press("left")
    screen.click("language")
    assert any(map(screen.shows, may_say(Mood.WHAT_FOR, "zh", terms="价格235万元")))
    screen.check()


def test_the_privacy_key_covers_everything(tmp_path: Path) -> None:
    window = away(tmp_path)
    screen = window.screen
    assert screen.shows("188")
    screen.press("v")
    assert not screen.shows("188")
    assert not screen.shows("240")
    screen.check()
    screen.press("v")
    assert screen.shows("188")


def test_help_tells_the_rules_of_breaks(tmp_path: Path) -> None:
    window = away(tmp_path)
    window.screen.press("h")
    assert window.screen.shows("R35")
    window.screen.check()
