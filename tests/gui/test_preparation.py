"""The scene before the talks: laid out at every size, used by keys and by mouse, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import built
import pygame
import pytest
import seated
from mid_match import Window
from screen import SIZES, Screen

from negosim.engine import events as e
from negosim.engine.record import but
from negosim.engine.scenario import HouseRules, Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Level, Orders, Phase, QuestionForm, Role
from negosim.gui.scenes.preparation import Preparation
from negosim.gui.widgets import Button, Kind
from negosim.gui.widgets.widget import Widget
from negosim.language.catalogue import LANGUAGES
from negosim.present.preparation import FIRST_METHODS, Sheet, sheets_of
from negosim.solo.match import Wishes, taken_up

PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
LARGEST, SMALLEST = ((1280, 720), 2.0), ((640, 400), 1.0)
GROUP = ("Ann", "Bob", "Chen")
FIRST = Wishes(seed=1)
TEAM = built.third_vendor(house=but(HouseRules(), orders=Orders.TEAM))


def many() -> Scenario:
    """Eight issues with long names, their order the team's own."""
    entries = []
    for place in range(8):
        ranks = place + 1, 8 - place
        name = built.text(f"An issue of a long name {place}", f"名字相当长的一个议题{place}")
        if place % 2:
            options = ("first option here", "second option", "third option", "the last option")
            entry = built.ladder(
                f"n{place}", options, (ranks[0], 0, 1, 3), (ranks[1], 3, 2, 0), name=name
            )
        else:
            unit = built.text("10k yuan", "万元")
            entry = built.numeric(
                f"n{place}", (ranks[0], 310, 240, 188), (ranks[1], 170, 225, 265),
                name=name, unit=unit,
            )  # fmt: skip
        entries.append(entry)
    return built.scenario_of(*entries, house=but(HouseRules(), orders=Orders.TEAM))


MANY = many()
SIX = ("Ann", "Bob", "王小明", "Dora Longbottom", "Eve", "欧阳喆玥")


class Prepared(Window):
    """A window on the preparation of a new match."""

    def __init__(
        self,
        folder: Path,
        wishes: Wishes = FIRST,
        scenario: Scenario = seated.THIRD_VENDOR,
        *,
        size: tuple[int, int] = (1280, 720),
        lang: str = "en",
        zoom: float = 1.0,
    ) -> None:
        sitting = seated.sat_down(folder / "game.negolog", wishes, scenario)
        super().__init__(sitting, {"preparation": Preparation}, size=size, lang=lang, zoom=zoom)

    @property
    def scene(self) -> Preparation:
        scene = self.screen.scene
        assert isinstance(scene, Preparation)
        return scene

    def widget(self, key: str) -> Widget:
        """The widget of that key on the screen, focusable or not."""
        root = self.screen.app.layers()[-1].root
        assert root is not None
        return next(each for each in root.walk() if each.key == key)

    def drag(self, key: str, to: tuple[float, float], start: tuple[float, float]) -> None:
        """Press at one share of a widget's box, let go at another."""
        box = self.widget(key).rect
        u = self.screen.app.unit()
        begin, end = (
            (round((box.x + x * box.w) * u), round((box.y + y * box.h) * u)) for x, y in (start, to)
        )
        self.screen.send(pygame.MOUSEMOTION, pos=begin, rel=(0, 0), buttons=(0, 0, 0))
        self.screen.send(pygame.MOUSEBUTTONDOWN, pos=begin, button=1)
        self.screen.send(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0))
        self.screen.send(pygame.MOUSEBUTTONUP, pos=end, button=1)


Opens = Callable[..., Prepared]


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """Opens windows on new matches in `tmp_path`; their logs are let go of afterwards."""
    windows: list[Prepared] = []

    def opened(*what: Wishes | Scenario, **how: Any) -> Prepared:
        windows.append(Prepared(tmp_path, *what, **how))
        return windows[-1]

    yield opened
    for window in windows:
        window.sitting.close()


def filled(screen: Screen) -> list[str]:
    """The keys of the filled buttons that can be seen."""
    return [
        each.key
        for each in screen.app.layers()[-1].stops()
        if isinstance(each, Button) and each.kind is Kind.FILLED
    ]


def looked_through(screen: Screen, *, most: int = 8) -> None:
    """The page as it stands, then down by PageDown to its end or `most` times, judged each time."""
    screen.check()
    for _ in range(most):
        before = screen.texts()
        screen.press("pagedown")
        if screen.texts() == before:
            return
        screen.check()


# -- looks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, LARGEST, SMALLEST])
def test_every_sheet_holds_at_every_size(
    opens: Opens, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = opens(size=size, zoom=zoom, lang=lang)
    most = 8 if (size, zoom) in SIZES else 1
    for sheet in Sheet:
        window.scene.turn_to(sheet)
        window.screen.frame()
        looked_through(window.screen, most=most)
        assert filled(window.screen) == ["start"]
    window.scene.start()
    window.screen.wait(800)
    looked_through(window.screen, most=most)
    assert filled(window.screen) == ["open-talks"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1280, 720), 1.5)])
def test_six_people_and_eight_issues_of_long_names_find_room(
    opens: Opens, size: tuple[int, int], zoom: float, lang: str
) -> None:
    window = opens(Wishes(members=SIX), MANY, size=size, zoom=zoom, lang=lang)
    for sheet in Sheet:
        window.scene.turn_to(sheet)
        window.screen.frame()
        looked_through(window.screen)
    window.scene.start()
    window.screen.wait(800)
    looked_through(window.screen)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_client_s_sheets_hold_too(opens: Opens, lang: str) -> None:
    window = opens(Wishes(side=Side.CLIENT), lang=lang)
    for sheet in Sheet:
        window.scene.turn_to(sheet)
        window.screen.frame()
        looked_through(window.screen)
    window.screen.press("5")
    assert window.screen.shows("最高可接受 265" if lang == "zh" else "Ceiling 265")


@pytest.mark.parametrize("sheet", list(Sheet))
def test_tab_reaches_every_control_and_the_focus_is_always_seen(opens: Opens, sheet: Sheet) -> None:
    window = opens(Wishes(members=GROUP), zoom=1.5)
    window.scene.turn_to(sheet)
    window.screen.frame()
    keys = window.screen.keys()
    assert len(set(keys)) == len(keys)
    assert window.screen.walk_focus() == keys
    assert {"start", "explain", "leave"} <= set(keys)


def test_a_language_switch_changes_every_word_and_no_figure(opens: Opens) -> None:
    window = opens()
    window.screen.press("5")
    window.screen.focus_on("size-0")
    window.screen.press("right")
    window.screen.click("language")
    assert window.screen.shows("让步表")
    assert window.screen.shows("45 → 20 → 10：一步比一步小。")
    window.screen.check()


# -- a newcomer ------------------------------------------------------------------------------


def test_a_newcomer_presses_enter_twice_and_sits_at_the_table(opens: Opens) -> None:
    window = opens()
    window.screen.press("enter")
    assert window.screen.shows("The other side is still getting ready.")
    window.screen.wait(800)
    assert window.playing.view.common.phase is Phase.INTRODUCTION
    own = window.playing.view.own
    assert [step.size for step in own.plan[PRICE]] == [40, 20, 10]
    assert own.methods == FIRST_METHODS
    assert window.screen.shows("Meet the others")
    assert window.screen.shows("Mr Zhou")
    window.screen.press("enter")
    window.screen.wait(800)
    assert window.playing.view.common.phase is Phase.TALKS
    assert window.screen.scene.name == "table"


def test_a_client_starts_as_easily(opens: Opens) -> None:
    window = opens(Wishes(side=Side.CLIENT))
    window.screen.click("start")
    window.screen.wait(800)
    assert window.screen.shows("Your side speaks first.")
    window.screen.click("open-talks")
    window.screen.wait(800)
    assert window.screen.scene.name == "table"


# -- the whole preparation ---------------------------------------------------------------------


def test_a_whole_preparation_by_keyboard(opens: Opens) -> None:
    window = opens()
    screen = window.screen
    for number, heading in enumerate(
        ["The story", "Our side", "Your marks", "How far the negotiators may go"], start=1
    ):
        screen.press(str(number))
        assert screen.shows(heading)
    screen.focus_on(f"authority-{PRICE}")
    for _ in range(3):
        screen.press("left")
    screen.focus_on(f"authority-{DELIVERY}")
    screen.press("right")
    screen.press("5")
    screen.focus_on("size-2")
    screen.press("right")
    screen.focus_on(f"exchange-{PRICE}-0")
    screen.type("90 % at acceptance")
    screen.press("tab")
    screen.type("二期")
    screen.press("enter")
    assert window.playing.view.common.phase is Phase.PREPARATION
    screen.press("tab")
    screen.focus_on("next")
    screen.press("enter")
    screen.focus_on("method-open")
    screen.press("space")
    screen.focus_on("method-expectation")
    screen.press("enter")
    screen.focus_on("start")
    screen.press("enter")
    screen.wait(800)
    own = window.playing.view.own
    assert own.authority[PRICE] == 225
    assert own.authority[DELIVERY] == 3
    first, second, third = own.plan[PRICE]
    assert (first.size, first.exchange, first.reason) == (40, "90 % at acceptance", "二期")
    assert (second.size, third.size) == (20, 11)
    assert own.methods == (
        QuestionForm.EXCLUSION, QuestionForm.CAUSAL, QuestionForm.EXPECTATION,
    )  # fmt: skip
    assert window.playing.view.common.phase is Phase.INTRODUCTION


def test_a_whole_preparation_by_mouse(opens: Opens) -> None:
    window = opens()
    screen = window.screen
    screen.click("sheet-authority")
    stepper = window.widget(f"authority-{PRICE}").rect
    screen.click_at(stepper.x + 14, stepper.centery)
    assert window.scene.draft.authority(window.playing.view, PRICE) == 235
    window.drag(f"band-{SERVICE}", (0.5, 0.5), start=(0.95, 0.5))
    assert window.scene.draft.authority(window.playing.view, SERVICE) == 2
    screen.click("sheet-steps")
    assert window.playing.view.own.authority[:3] == (235, 2, 2)
    plus = window.widget("size-1").rect
    screen.click_at(plus.right - 14, plus.centery)
    assert window.scene.draft.sizes(PRICE) == (40, 25, 10)
    screen.click("prefill")
    assert window.scene.draft.sizes(PRICE) == (40, 20, 10)
    screen.click(f"exchange-{PRICE}-2")
    screen.type("样板参观")
    screen.click("sheet-methods")
    screen.click("method-causal")
    screen.click("method-summarising")
    screen.click("start")
    screen.wait(800)
    own = window.playing.view.own
    assert [(step.size, step.exchange) for step in own.plan[PRICE]] == [
        (40, ""), (20, ""), (10, "样板参观"),
    ]  # fmt: skip
    assert own.methods == (QuestionForm.OPEN, QuestionForm.EXCLUSION, QuestionForm.SUMMARISING)
    screen.click("open-talks")
    screen.wait(800)
    assert screen.scene.name == "table"


def test_a_tread_is_dragged_and_stops_at_one_s_own_limit(opens: Opens) -> None:
    window = opens()
    window.screen.press("5")
    window.drag("stairs", (0.35, 0.98), start=(0.35, 0.4))
    draft = window.scene.draft
    # Steps two and three keep their 30, so the first takes what is left of 310 - 188.
    assert draft.sizes(PRICE) == (92, 20, 10)
    window.drag("stairs", (0.35, 0.0), start=(0.35, 0.9))
    assert draft.sizes(PRICE) == (20, 10)


def test_steps_that_do_not_shrink_are_said_and_marked_but_not_forbidden(opens: Opens) -> None:
    window = opens()
    window.screen.press("5")
    window.screen.focus_on("size-1")
    for _ in range(6):
        window.screen.press("right")
    assert window.screen.shows("40 → 50 → 10: step 2 is not smaller than the one before it (R26).")
    assert window.screen.shows("Worth another look: Concessions.")
    window.screen.check()
    window.screen.click("start")
    window.screen.wait(800)
    assert [step.size for step in window.playing.view.own.plan[PRICE]] == [40, 50, 10]


def test_a_fourth_method_says_why_it_cannot_be_chosen(opens: Opens) -> None:
    window = opens()
    window.screen.press("6")
    window.screen.click("method-leading")
    assert window.screen.shows("Three are chosen. Put one back first.")
    assert window.scene.draft.methods == FIRST_METHODS


# -- nothing lost -------------------------------------------------------------------------------


def test_what_was_changed_is_kept_when_the_game_is_left(opens: Opens, tmp_path: Path) -> None:
    window = opens()
    window.screen.press("5")
    window.screen.click(f"reason-{PRICE}-1")
    window.screen.type("half done")
    window.screen.press("esc")
    window.screen.press("esc")
    match = taken_up(tmp_path / "game.negolog", FIRST)
    with match:
        plan = match.table.state.own.vendor.plan[PRICE]
    assert [(step.size, step.reason) for step in plan] == [(40, ""), (20, "half done"), (10, "")]


def test_what_was_changed_is_kept_when_the_window_is_closed(opens: Opens) -> None:
    window = opens()
    window.screen.press("4")
    window.screen.focus_on(f"authority-{PRICE}")
    window.screen.press("left")
    window.screen.app.quit()
    assert window.playing.view.own.authority[PRICE] == 235


def test_nothing_is_sent_twice_by_turning_pages(opens: Opens) -> None:
    window = opens()
    window.screen.press("4")
    window.screen.focus_on(f"authority-{PRICE}")
    window.screen.press("left")
    for page in "51624":
        window.screen.press(page)
    sent = [each.event for each in window.playing.heard if isinstance(each.event, e.AuthoritySet)]
    assert [event.terms for event in sent] == [(235, None, None, None)]


def test_a_game_taken_up_again_opens_on_what_was_planned(opens: Opens) -> None:
    window = opens()
    window.screen.press("5")
    window.screen.focus_on("size-0")
    window.screen.press("right")
    window.screen.press("1")
    again = Preparation(window.screen.app, window.playing)
    assert again.draft.sizes(PRICE) == (45, 20, 10)


# -- groups ---------------------------------------------------------------------------------------


def test_a_group_deals_its_hats_and_issues(opens: Opens) -> None:
    window = opens(Wishes(members=GROUP))
    screen = window.screen
    screen.click("sheet-people")
    screen.click("hat-Bob-coordinator")
    screen.click("hat-Chen-decision_maker")
    screen.click(f"issue-Ann-{DELIVERY}")
    screen.click("hat-Bob-coordinator")
    assert screen.shows("Somebody has to be the coordinator.")
    screen.click("sheet-authority")
    seats = {seat.name: seat for seat in window.playing.view.common.setup.seats}
    assert seats["Ann"].roles == (Role.NEGOTIATOR,)
    assert seats["Ann"].issues == (DELIVERY,)
    assert seats["Bob"].roles == (Role.COORDINATOR, Role.NEGOTIATOR)
    assert seats["Chen"].roles == (Role.DECISION_MAKER, Role.NEGOTIATOR, Role.RECORDER)
    # Only the decision-maker sets the authority; the hat comes off again afterwards.
    hat = window.sitting.seat
    screen.focus_on(f"authority-{PRICE}")
    screen.press("left")
    screen.click("start")
    screen.wait(800)
    assert window.playing.view.own.authority[PRICE] == 235
    assert window.sitting.seat == hat
    assert window.playing.view.common.phase is Phase.INTRODUCTION
    assert screen.shows("decision-maker, negotiator and recorder; answers for on-site service")


def test_an_owner_cannot_drop_an_issue_and_is_told_how_to_pass_it_on(opens: Opens) -> None:
    window = opens(Wishes(members=GROUP))
    window.screen.click("sheet-people")
    window.screen.click(f"issue-Bob-{PRICE}")
    assert window.screen.shows("Every issue needs an owner.")
    assert window.scene.draft.hats[1].issues == (PRICE, PAYMENT)


def test_a_team_moves_and_locks_its_own_priorities(opens: Opens) -> None:
    window = opens(FIRST, TEAM)
    screen = window.screen
    screen.press("3")
    assert screen.shows("weight 4")
    screen.focus_on(f"back-{PAYMENT}")
    screen.press("enter")
    screen.press("enter")
    screen.click("lock-order")
    assert [mark.rank for mark in window.playing.view.brief.marks] == [1, 3, 2, 4]
    assert screen.keys().count("lock-order") == 0
    assert screen.shows("Your priorities are locked.")
    # The first priority brings 4 a level from now on.
    assert screen.shows("20")
    screen.check()


def test_starting_the_talks_locks_the_priorities_as_they_lie(opens: Opens) -> None:
    window = opens(FIRST, TEAM)
    window.screen.press("3")
    window.screen.click(f"forward-{DELIVERY}")
    window.screen.click("start")
    window.screen.wait(800)
    assert window.playing.view.own.order_locked
    assert [mark.rank for mark in window.playing.view.brief.marks] == [2, 1, 4, 3]


# -- levels, help, privacy ---------------------------------------------------------------------------


def test_an_exam_shows_no_points_no_goal_and_no_verdict(opens: Opens) -> None:
    window = opens(Wishes(level=Level.EXAM))
    for sheet in (Sheet.FRAMEWORK, Sheet.STEPS):
        window.scene.turn_to(sheet)
        window.screen.frame()
        assert not window.screen.shows("hope")
        assert not window.screen.shows("points")
        assert not window.screen.shows("tells")
        looked_through(window.screen)


@pytest.mark.parametrize("sheet", list(Sheet))
def test_every_sheet_is_explained_and_escape_closes_the_explanation(
    opens: Opens, sheet: Sheet
) -> None:
    window = opens(lang="zh", zoom=1.5)
    window.scene.turn_to(sheet)
    window.screen.frame()
    window.screen.press("h")
    assert window.screen.shows("规则怎么说")
    window.screen.check()
    window.screen.press("esc")
    assert not window.screen.shows("规则怎么说")
    assert window.screen.scene is window.scene


def test_the_privacy_key_hides_everything_at_once(opens: Opens) -> None:
    window = opens()
    window.screen.press("3")
    window.screen.press("v")
    assert not window.screen.shows("188")
    assert not window.screen.shows("hoped for")
    window.screen.check()
    window.screen.press("v")
    assert window.screen.shows("Limit 188")


def test_a_scenario_of_ladders_has_no_sheet_of_steps(opens: Opens) -> None:
    window = opens(FIRST, built.course_grid())
    assert Sheet.STEPS not in sheets_of(window.playing.view)
    assert window.screen.keys().count("sheet-steps") == 0
    window.screen.press("5")
    assert window.screen.shows("Three ways to learn their priorities")
    looked_through(window.screen)
