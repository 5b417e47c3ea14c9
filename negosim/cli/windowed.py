"""Opens the window from the command line, or says in one sentence why the terminal goes on.

pygame and the window are imported only here, and only when a window is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from negosim.cli.output import complain, language_of_system
from negosim.gui.startup import BrokenPygame, NoWindow, prepare
from negosim.language.catalogue import catalogue
from negosim.present.settings import Settings
from negosim.solo.games import Games

if TYPE_CHECKING:
    from negosim.engine.scenario import Scenario
    from negosim.gui.app import App
    from negosim.gui.scene import Scene
    from negosim.solo.match import Wishes


class Shown(Enum):
    """What became of the wish for a window."""

    CLOSED = auto()
    NONE_HERE = auto()
    BROKEN = auto()


def show_title(lang: str | None) -> Shown:
    """The window at its title."""
    return _show(lang, lambda app: None)


def show_game(lang: str | None, scenario: Scenario, wishes: Wishes, log: Path | None) -> Shown:
    """The window with a new game, its log in `log` or on the shelf."""

    def begin(app: App) -> None:
        from negosim.gui.starting import start  # pygame comes with it

        start(app, scenario, wishes, log=log)

    return _show(lang, begin)


def show_log(lang: str | None, log: Path) -> Shown:
    """The window with the game of a log: going on, or at its debrief."""

    def begin(app: App) -> None:
        from negosim.gui.starting import resume_log  # pygame comes with it

        resume_log(app, log)

    return _show(lang, begin)


def show_replay(lang: str | None, log: Path) -> Shown:
    """The window with a game stepped through, both sides revealed."""

    def begin(app: App) -> None:
        from negosim.gui.starting import replay_log  # pygame comes with it

        replay_log(app, log)

    return _show(lang, begin)


def _show(lang: str | None, begin: Callable[[App], None]) -> Shown:
    said = lang or language_of_system()
    text = catalogue("window", said)
    try:
        prepare()
    except BrokenPygame as broken:
        complain(text.text("start.both_pygames", version=broken.wanted))
        return Shown.BROKEN
    settings = Settings.of_user(system=said)
    if lang is not None:
        settings.lang = lang
    try:
        from negosim.gui.scenes.title import TitleScene  # pygame comes with it
        from negosim.gui.window import run_window
    except ImportError as error:
        complain(text.text("start.no_pygame", why=error))
        return Shown.NONE_HERE

    def first(app: App) -> Scene:
        return TitleScene(app)

    try:
        run_window(first, begin, settings=settings, games=Games())
    except NoWindow as none:
        complain(text.text("start.no_display", why=none))
        return Shown.NONE_HERE
    return Shown.CLOSED
