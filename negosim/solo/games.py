"""The shelf of saved games: where they lie, what is on it, a new one, an old one taken up.

Nothing on the shelf is ever changed from here but by playing on; what is put away is
moved beside it, and nothing is deleted.
"""

from __future__ import annotations

import uuid
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from stat import S_ISREG

from platformdirs import user_data_path

from negosim.engine.scenario import Scenario
from negosim.play.faults import StoreError, StoreFault
from negosim.play.filelock import lock
from negosim.solo.match import Match, Wishes, new_match, taken_up
from negosim.solo.saved import Reader, Saved, State

SUFFIX = ".negolog"
PUT_AWAY = "deleted"


def own_folder() -> Path:
    """The user's own folder for logs, absolute; it need not exist yet."""
    return user_data_path("negosim", appauthor=False) / "logs"


class Games:
    """The games in one folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` None: the user's own. It is made when the first game is kept."""
        self.folder = folder or own_folder()
        self._reader = Reader()
        self._read: dict[Path, tuple[tuple[int, int], Saved]] = {}

    def list(self) -> tuple[Saved, ...]:
        """Every game, the last written first. Never raises: a bad file is listed as damaged.

        Only files that changed since the last call are read again.
        """
        return tuple(self._saved(path, stamp) for path, stamp in self._paths())

    def last_running(self) -> Saved | None:
        """The game that was left last and can go on; reads no further than that one."""
        found = (self._saved(path, stamp) for path, stamp in self._paths())
        return next((saved for saved in found if saved.state is State.RUNNING), None)

    def last_results(self) -> dict[str, Saved]:
        """By scenario id its last game that was played from its beginning to its end."""
        return {
            saved.scenario: saved
            for saved in reversed(self.list())
            if saved.state is State.OVER and saved.origin is None
        }

    def new(self, scenario: Scenario, wishes: Wishes) -> Match:
        """A match from its beginning, kept on this shelf.

        Raises `UnknownBot`, and StoreError when the folder cannot be written to.
        """
        return new_match(scenario, wishes, self.free_path(scenario))

    def resume(self, saved: Saved) -> Match:
        """A game that goes on where it was left; one that is over has no more moves.

        StoreError for a damaged log or one in use.
        """
        return taken_up(saved.path, Wishes(side=saved.side))

    def forget(self, saved: Saved) -> Path:
        """Put a game away, with what lies beside it under its name; returns where it is now.

        Nothing is deleted. StoreError when it is being played or cannot be moved.
        """
        if _in_use(saved.path):
            raise StoreError(StoreFault.IN_USE, saved.path.name)
        aside = saved.path.parent / PUT_AWAY
        name = saved.path.stem
        try:
            aside.mkdir(exist_ok=True)
            if any(each.stem == name for each in aside.iterdir()):
                name = f"{name}-{uuid.uuid4().hex[:8]}"
            beside = [
                each
                for each in saved.path.parent.iterdir()
                if each.is_file() and each.stem == saved.path.stem
            ]
            # The log goes last: if anything fails before, the game is still on the shelf.
            beside.sort(key=lambda each: each == saved.path)
            for each in beside:
                each.rename(aside / f"{name}{each.suffix}")
        except OSError as error:
            detail = error.strerror or type(error).__name__
            raise StoreError(StoreFault.CANNOT_WRITE, saved.path.name, detail=detail) from error
        return aside / f"{name}{saved.path.suffix}"

    def free_path(self, scenario: Scenario) -> Path:
        """A file that does not exist yet, named by scenario and moment; its folder is made."""
        with suppress(OSError):  # the log's own first write says what is wrong with the folder
            self.folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
        while True:
            path = self.folder / f"{scenario.id}-{stamp}-{uuid.uuid4().hex[:8]}{SUFFIX}"
            if not path.exists():
                return path

    # -- inside ------------------------------------------------------------------------

    def _paths(self) -> tuple[tuple[Path, tuple[int, int]], ...]:
        """The logs with when they were written (ns) and their sizes, the newest first."""
        found = []
        with suppress(OSError):
            for path in self.folder.glob(f"*{SUFFIX}"):
                with suppress(OSError):
                    at = path.stat()
                    if S_ISREG(at.st_mode):
                        found.append((path, (at.st_mtime_ns, at.st_size)))
        return tuple(sorted(found, key=lambda each: (each[1][0], each[0].name), reverse=True))

    def _saved(self, path: Path, stamp: tuple[int, int]) -> Saved:
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = (stamp, self._reader.read(path, stamp[0] / 1e9))
            self._read[path] = known
        return known[1]


def _in_use(path: Path) -> bool:
    """Whether somebody is writing to the log now."""
    try:
        with open(path, "r+b", buffering=0) as file:
            return not lock(file)
    except OSError:
        return False
