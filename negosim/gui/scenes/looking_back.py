"""What the debrief and the replay share: a match that is over, and the way back from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from negosim.engine.sides import Side
from negosim.gui.scene import Scene
from negosim.present.debrief import Review
from negosim.present.finished import Finished, finished_log

if TYPE_CHECKING:
    from typing import Self

    from negosim.gui.app import App

T = TypeVar("T")


class LookingBack(Scene):
    """`found` is the match with what lies beside its log, `seen` the match itself."""

    def __init__(self, app: App, found: Finished) -> None:
        super().__init__(app)
        self.found = found
        self.seen: Review = found.seen
        self._once: dict[tuple[str, str], object] = {}

    @classmethod
    def of_log(cls, app: App, path: Path, side: Side) -> Self:
        """On a saved game. StoreError for a bad log, NotOver while it runs."""
        return cls(app, finished_log(path, side))

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Something worked out once a language: pages are built anew for every change."""
        key = (name, self.app.lang)
        if key not in self._once:
            self._once[key] = make()
        return cast("T", self._once[key])

    def leave(self) -> None:
        """Back to where it was opened from; home after a match."""
        if self.app.below():
            self.app.back()
        else:
            self.app.go_home()
