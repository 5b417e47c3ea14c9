"""The one place where a match begins in the window, and where an old one is opened again.

Whatever stands in the way is told in a dialog; the scene that asked stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from negosim.bots.roster import UnknownBot
from negosim.catalog import ScenarioError, load
from negosim.engine.errors import NegosimError
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.gui.dialogs import tell
from negosim.language.catalogue import catalogue
from negosim.play.faults import StoreError
from negosim.play.verify import MatchLog
from negosim.present.title import FIRST_DEAL, first_wishes
from negosim.reports.debrief import NotOver
from negosim.solo.match import Match, Wishes, new_match, taken_up
from negosim.solo.replay import branch
from negosim.solo.saved import Reader, Saved
from negosim.solo.sitting import Sitting

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.scene import Scene


def start(app: App, scenario: Scenario, wishes: Wishes, log: Path | None = None) -> bool:
    """Begin a new game, kept on the shelf or in `log`.

    False, here and below, when that was not possible and a dialog says why.
    """

    def opened() -> Match:
        if log is None:
            return app.games.new(scenario, wishes)
        return new_match(scenario, wishes, log)

    return _show(app, opened, "start.cannot")


def start_first(app: App) -> bool:
    """Begin the first deal."""
    try:
        scenario = load(FIRST_DEAL)
    except ScenarioError as error:
        _tell(app, "start.cannot", error)
        return False
    return start(app, scenario, first_wishes())


def resume(app: App, saved: Saved) -> bool:
    """Go on with a game where it was left."""
    return _show(app, lambda: app.games.resume(saved), "start.cannot_open")


def resume_log(app: App, log: Path) -> bool:
    """The same for a log that lies anywhere; one that is over opens at its debrief."""
    return _show(app, lambda: taken_up(log, Wishes()), "start.cannot_open")


def play_on(app: App, log: MatchLog, at: int, side: Side) -> bool:
    """A new game that begins as another did, up to its `at`-th move (0: at its opening)."""
    return _show(app, lambda: branch(log, at, app.games, side=side), "start.cannot")


def look_back(app: App, saved: Saved) -> bool:
    """The debrief of a game that is over, over the present scene."""
    # Inside, here and below: the scenes of a match would be waited for before the title shows.
    from negosim.gui.scenes.debrief import DebriefScene

    return _push(app, lambda: DebriefScene.of_log(app, saved.path, saved.side))


def watch_again(app: App, saved: Saved) -> bool:
    """Step through a game that is over, both sides revealed, over the present scene."""
    from negosim.gui.scenes.replay import ReplayScene

    return _push(app, lambda: ReplayScene.of_log(app, saved.path, saved.side))


def replay_log(app: App, log: Path) -> bool:
    """The same for a log that lies anywhere."""
    return watch_again(app, Reader().read(log, 0.0))


def _push(app: App, made: Callable[[], Scene]) -> bool:
    try:
        scene = made()
    except NegosimError as error:
        _tell(app, "start.cannot_open", error)
        return False
    app.push(scene)
    return True


def _show(app: App, opened: Callable[[], Match], title: str) -> bool:
    """Show the match that `opened` brings, wherever it stands; `title` is for the dialog."""
    from negosim.gui.playing import Playing
    from negosim.gui.routes import scenes_of_a_match

    try:
        match = opened()
    except NegosimError as error:
        _tell(app, title, error)
        return False
    try:
        playing = Playing(app, Sitting(match, app.lang), scenes_of_a_match())
    except BaseException as error:
        match.store.close()
        if not isinstance(error, NegosimError):
            raise
        _tell(app, title, error)
        return False
    playing.route()
    return True


def reason(error: NegosimError, lang: str) -> str:
    """Why a match does not open, for people."""
    match error:
        case StoreError():
            return error.sentence(lang)
        case ScenarioError():
            return "\n".join(problem.sentence(lang) for problem in error.problems)
        case NotOver():
            return catalogue("lobby_scene", lang).text("start.not_over")
        case UnknownBot():
            return catalogue("lobby_scene", lang).text("start.unknown_bot")
        case _:
            return str(error)


def _tell(app: App, title: str, error: NegosimError) -> None:
    tell(
        app,
        lambda lang: catalogue("lobby_scene", lang).text(title),
        lambda lang: reason(error, lang),
    )
