"""A whole game in the window: from the title to the debrief and a second try, by keyboard alone
and by mouse alone, in both languages and at every size; each screen on the way is judged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import Hands
from screen import SIZES, Screen

from negosim.catalog import load
from negosim.engine.words import Ending, Level, Phase
from negosim.gui.scenes.title import TitleScene
from negosim.gui.starting import resume, start
from negosim.solo.match import Wishes


def judge(screen: Screen) -> None:
    screen.check()


def opened(size: tuple[int, int], zoom: float, lang: str, folder: Path) -> Screen:
    screen = Screen(TitleScene, size=size, zoom=zoom, lang=lang, games=folder)
    screen.app.set_home(TitleScene)
    return screen


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
@pytest.mark.parametrize(("size", "zoom"), SIZES)
def test_a_game_is_played_to_the_signature_and_a_second_try(
    size: tuple[int, int], zoom: float, mouse: bool, lang: str, tmp_path: Path
) -> None:
    screen = opened(size, zoom, lang, tmp_path)
    assert start(screen.app, load("third-vendor"), Wishes(seed=3, level=Level.GUIDED))
    screen.wait(300)
    hands = Hands(screen, mouse=mouse, judge=judge)
    hands.game(to="contract")
    playing = hands.playing
    hands.game()
    outcome = playing.view.common.outcome
    assert outcome is not None
    assert outcome.ending is Ending.SIGNED
    assert playing.view.own.guess, "the guess is locked before signing"
    hands.act("felt-fair")
    hands.act("lock")
    hands.act("again")
    assert screen.scene.name == "preparation"
    assert hands.playing.view.common.phase is Phase.PREPARATION
    hands.playing.close()
    playing.close()
    assert len(list(tmp_path.glob("*.negolog"))) == 2


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
def test_a_game_left_in_the_middle_goes_on_where_it_was(mouse: bool, tmp_path: Path) -> None:
    screen = opened((1280, 720), 1.0, "en", tmp_path)
    assert start(screen.app, load("third-vendor"), Wishes(seed=3, level=Level.GUIDED))
    screen.wait(300)
    hands = Hands(screen, mouse=mouse, judge=judge)
    for _ in range(8):
        hands.step()
    view = hands.playing.view
    assert view.common.phase is Phase.TALKS
    hands.playing.leave()
    screen.frame()
    assert screen.scene.name == "title"
    [saved] = screen.app.games.list()
    assert resume(screen.app, saved)
    screen.wait(300)
    again = Hands(screen, mouse=mouse, judge=judge)
    assert again.playing.view == view
    again.playing.close()
