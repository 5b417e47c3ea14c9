"""The first deal from the title to the debrief, by a newcomer who follows the lesson."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from learner import yuan
from pupil import Pupil
from screen import SIZES, Screen

from negosim.engine.events import NotYetSaid
from negosim.engine.words import Ending, Phase
from negosim.gui.scenes.debrief import DebriefScene
from negosim.gui.scenes.title import TitleScene
from negosim.language.catalogue import LANGUAGES
from negosim.present.lesson_steps import FIRST_TRADE
from negosim.solo.saved import State

STEPS = [step.id for step in FIRST_TRADE]
HANDS = pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])


Newcomer = Callable[..., Pupil]


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Newcomer]:
    """Somebody before the title; the log of the game is let go afterwards."""
    made: list[Pupil] = []

    def one(
        *,
        mouse: bool = True,
        lang: str = "en",
        size: tuple[int, int] = (1280, 720),
        zoom: float = 1.0,
    ) -> Pupil:
        screen = Screen(TitleScene, lang=lang, size=size, zoom=zoom, games=tmp_path)
        screen.app.set_home(TitleScene)
        screen.wait(200)
        made.append(Pupil(screen, mouse=mouse))
        return made[-1]

    yield one
    for each in made:
        each.close()


def whole_game(pupil: Pupil) -> None:
    """Every step was met, a good contract signed, the debrief stands."""
    pupil.begin()
    pupil.follow()
    assert pupil.met == STEPS
    assert pupil.unseen == []
    scene = pupil.screen.scene
    assert isinstance(scene, DebriefScene)
    found = scene.seen.found
    assert found.outcome.ending is Ending.SIGNED
    assert found.sides.vendor.points >= 10
    assert found.sides.vendor.guess is not None
    assert not found.sides.vendor.guess.inversions
    pupil.screen.check()


@HANDS
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_newcomer_who_follows_the_glow_signs_a_good_contract(
    newcomer: Newcomer, lang: str, mouse: bool
) -> None:
    whole_game(newcomer(mouse=mouse, lang=lang))


@pytest.mark.parametrize(("size", "zoom"), SIZES[-2:])
def test_the_lesson_is_held_by_a_tall_window_and_by_large_type(
    newcomer: Newcomer, size: tuple[int, int], zoom: float
) -> None:
    pupil = newcomer(size=size, zoom=zoom, lang="zh" if zoom > 1 else "en")
    pupil.begin()
    pupil.follow()
    assert pupil.met == STEPS
    assert isinstance(pupil.screen.scene, DebriefScene)


@HANDS
def test_the_gift_is_taken_back_in_the_same_scene(newcomer: Newcomer, mouse: bool) -> None:
    pupil = newcomer(mouse=mouse)
    pupil.begin()
    pupil.follow(until="wait")
    while pupil.pointed_at != "lesson-back":
        pupil.screen.wait(500)
    playing, scene, board = pupil.playing, pupil.screen.scene, pupil.playing.board
    assert isinstance(playing.heard[-1].event, NotYetSaid)
    given = playing.view.common.positions[playing.side].named[0]
    assert given is not None
    assert given < yuan(8500)
    pupil.act("lesson-back")
    assert pupil.screen.scene is scene
    assert pupil.playing is playing
    assert playing.board is board
    assert playing.view.common.positions[playing.side].named[0] == yuan(8500)
    assert playing.view.common.phase is Phase.TALKS
    assert [each.state for each in pupil.screen.app.games.list()] == [State.RUNNING]
    assert "lesson-back" not in pupil.screen.able()


def test_the_answer_marks_the_track(newcomer: Newcomer) -> None:
    pupil = newcomer()
    pupil.begin()
    pupil.follow(until="trade")
    assert pupil.screen.shows("first for them")


def test_a_lesson_that_is_put_away_leaves_the_table_alone(newcomer: Newcomer) -> None:
    pupil = newcomer()
    pupil.begin()
    pupil.follow(until="goal")
    pupil.act("lesson-close")
    assert pupil.pointed_at == ""
    assert not [key for key in pupil.screen.able() if key.startswith("lesson")]


def test_the_privacy_key_covers_the_lesson_too(newcomer: Newcomer) -> None:
    pupil = newcomer()
    pupil.begin()
    pupil.follow(until="goal")
    assert pupil.screen.shows("Your director hopes for 9")
    pupil.screen.press("v")
    assert not pupil.screen.shows("Your director hopes for 9")


def test_the_card_changes_its_language_at_once(newcomer: Newcomer) -> None:
    pupil = newcomer()
    pupil.begin()
    pupil.follow(until="goal")
    pupil.screen.click("language")
    assert pupil.screen.shows("您要的是什么")
    pupil.screen.check()
