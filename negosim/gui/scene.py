"""What a scene is to the app: it builds its widgets anew whenever something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from negosim.gui.widgets.widget import Widget

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui


class Scene:
    """One screen of the window. `name` is a stable word for traces and tests."""

    name = "scene"

    def __init__(self, app: App) -> None:
        self.app = app

    def build(self, ui: Ui) -> Widget:
        """The widgets of the moment, for the whole window."""
        raise NotImplementedError

    def entered(self) -> None:
        """It is shown now, for the first time or again."""

    def left(self) -> None:
        """Another scene is shown; this one may come back."""

    def closing(self) -> None:
        """The window, or the game, is about to be closed: keep what would be lost."""

    def tick(self, now_ms: int) -> None:
        """Called before each frame."""

    def key(self, event: pygame.event.Event) -> bool:
        """A KEYDOWN that no widget used; True when it was used here."""
        return False

    def dropped(self, path: str) -> None:
        """A file was dropped on the window."""

    def leave(self) -> None:
        """Esc."""
        self.app.back()
