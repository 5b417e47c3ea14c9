"""Makes the pictures of the window in this folder: `python docs/pictures/window.py`.

Every scene in both languages at 1280 x 720, drawn without a display. Same program, same
pictures, to the byte with the pygame-ce that pyproject.toml names; the tests compare
them (`tests/gui/test_pictures.py`), so run this again after a change of looks.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from negosim.bots import roster
from negosim.catalog import load
from negosim.engine.moves import Leave
from negosim.engine.words import Level, Phase, Purpose
from negosim.gui.app import App
from negosim.gui.playing import Playing
from negosim.gui.routes import scenes_of_a_match
from negosim.gui.scene import Scene
from negosim.gui.scenes.past_games import PastGamesScene
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.scenes.title import TitleScene
from negosim.gui.starting import replay_log
from negosim.present.settings import Settings
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.sitting import Sitting, Waiting

HERE = Path(__file__).parent
SIZE = (1280, 720)
SCENARIO = "third-vendor"
SEED = 7
LANGUAGES = ("en", "zh")
MOST_STEPS = 400
KEYS = {"enter": pygame.K_RETURN, "right": pygame.K_RIGHT}


class Stage:
    """A window on a surface in memory, and a bot that plays our side up to where a picture is taken."""

    def __init__(self, lang: str, folder: Path) -> None:
        settings = Settings()
        settings.change(lang=lang, calm=True, sound=False)
        self.folder = folder
        self.app = App(pygame.Surface(SIZE, depth=32), settings=settings, games=Games(folder))
        self.app.set_home(TitleScene)
        self.now = 0
        self.playing: Playing | None = None

    def show(self, scene: Callable[[App], Scene]) -> None:
        self.app.go(scene(self.app))
        self.frames(3)

    def frames(self, count: int = 1, ms: int = 1000) -> None:
        """Time enough for whatever moves to come to rest."""
        for _ in range(count):
            self.now += ms
            self.app.frame(self.now)

    def game(self, level: Level = Level.GUIDED) -> Playing:
        """A game as the vendor from its first scene."""
        match = self.app.games.new(load(SCENARIO), Wishes(seed=SEED, level=level))
        self.playing = Playing(self.app, Sitting(match, self.app.lang), scenes_of_a_match())
        self.playing.route()
        self.frames(2)
        return self.playing

    def play(self, until: Callable[[Playing], bool]) -> None:
        """Let the course policy play our side until the picture is there."""
        playing = self.playing
        assert playing is not None
        sitting = playing.sitting
        bot = roster.create(
            "course", sitting.match.scenario, side=sitting.side, seed=SEED, lang=self.app.lang
        )
        heard = 0
        for _ in range(MOST_STEPS):
            if until(playing):
                break
            if playing.waiting in (Waiting.ME, Waiting.REACT):
                news = sitting.heard(heard)
                heard += len(news)
                move = bot.choose(playing.view, news)
                if move is None:
                    playing.let_pass()
                else:
                    assert playing.send(move, quiet=True), move
            self.frames(1)
        else:
            raise AssertionError("the game never came to this picture")
        self.frames(3)

    def press(self, *names: str) -> None:
        """Keys, one after the other."""
        for name in names:
            key = KEYS.get(name) or ord(name)
            event = pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")
            self.app.handle(event)
            self.frames()
        # The ring round the focus belongs to keys; a picture is looked at.
        self.app.by_keys = False
        self.app.repaint()
        self.frames()

    def close(self) -> None:
        if self.playing is not None:
            self.playing.close()


def _title(stage: Stage) -> None:
    stage.show(TitleScene)


def _picker(stage: Stage) -> None:
    stage.show(PickerScene)


def _settings(stage: Stage) -> None:
    # The page names the folder of the games: here that of nobody in particular.
    stage.app.games.folder = Path("negosim") / "logs"
    stage.show(SettingsScene)


def _preparation(stage: Stage) -> None:
    stage.game()


def _table(stage: Stage) -> None:
    stage.game()
    stage.play(_our_turn)


def _lesson(stage: Stage) -> None:
    """The first deal, as it opens: the lesson beside the table."""
    match = stage.app.games.new(load("first-deal"), Wishes(seed=SEED, level=Level.FIRST))
    playing = Playing(stage.app, Sitting(match, stage.app.lang), scenes_of_a_match())
    stage.playing = playing
    playing.route()
    stage.play(
        lambda playing: playing.view.common.phase is Phase.TALKS and playing.waiting is Waiting.ME
    )


def _our_turn(playing: Playing) -> bool:
    """Some way into the talks, nothing waiting to be answered."""
    turn = playing.view.common.turn
    talks = playing.view.common.phase is Phase.TALKS and playing.waiting is Waiting.ME
    return talks and turn.number >= 8 and turn.question is None and turn.side is playing.side


def _away(stage: Stage) -> None:
    playing = stage.game()
    stage.play(_our_turn)
    assert playing.send(Leave(Purpose.CONSULT))
    stage.frames(3)


def _contract(stage: Stage) -> None:
    stage.game()
    stage.play(lambda playing: playing.view.common.record.sheet is not None)


def _before(stage: Stage) -> None:
    stage.game()
    stage.play(lambda playing: playing.view.common.phase is Phase.OVER)
    stage.frames(6)


def _debrief(stage: Stage) -> None:
    _before(stage)
    stage.press("2", "enter")


def _replay(stage: Stage) -> None:
    playing = stage.game()
    stage.play(lambda playing: playing.view.common.phase is Phase.OVER)
    path = playing.sitting.match.path
    playing.close()
    stage.playing = None
    stage.app.go_home()
    replay_log(stage.app, path)
    stage.frames(3)
    stage.press(*["right"] * 19)


def _past_games(stage: Stage) -> None:
    paths = [stage.folder / "broken.negolog"]
    paths[0].write_text("{\n", encoding="utf-8")
    for level in (Level.GUIDED, Level.COURSE):
        playing = stage.game(level)
        paths.append(playing.sitting.match.path)
        if level is Level.GUIDED:
            stage.play(lambda playing: playing.view.common.phase is Phase.OVER)
        playing.close()
    stage.playing = None
    for day, path in enumerate(paths, start=21):
        # Local time, so that every machine shows the same hour.
        moment = datetime(2026, 9, day, 14, 13).timestamp()
        os.utime(path, (moment, moment))
    stage.show(PastGamesScene)


SCENES: dict[str, Callable[[Stage], None]] = {
    "title": _title,
    "picker": _picker,
    "preparation": _preparation,
    "lesson": _lesson,
    "table": _table,
    "away": _away,
    "contract": _contract,
    "before-debrief": _before,
    "debrief": _debrief,
    "replay": _replay,
    "past-games": _past_games,
    "settings": _settings,
}


@contextmanager
def staged(name: str, lang: str) -> Iterator[pygame.Surface]:
    """The scene as it is pictured."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(lang, Path(folder))
        try:
            SCENES[name](stage)
            yield stage.app.surface
        finally:
            stage.close()


def plain(surface: pygame.Surface) -> pygame.Surface:
    """The picture without an alpha channel, as it is kept."""
    out = pygame.Surface(surface.get_size(), depth=24)
    out.blit(surface, (0, 0))
    return out


def file_of(name: str, lang: str) -> Path:
    return HERE / f"{name}-{lang}.png"


def main() -> None:
    for name in SCENES:
        for lang in LANGUAGES:
            with staged(name, lang) as surface:
                pygame.image.save(plain(surface), str(file_of(name, lang)))


if __name__ == "__main__":
    main()
