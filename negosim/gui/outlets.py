"""What the window gives things out by and takes them in by, besides the screen: sounds, a
voice, the clipboard. The real ones are handed to the app; those here are for tests and pictures.
"""

from __future__ import annotations

from typing import Protocol

import pygame


class Sounds(Protocol):
    """What plays the few sounds, or keeps silent."""

    def play(self, name: str) -> None: ...


class Speaker(Protocol):
    """What reads lines aloud, or has no voice."""

    @property
    def is_there(self) -> bool: ...

    def say(self, text: str, lang: str) -> None: ...

    def hush(self) -> None: ...


class Silence:
    """Plays nothing."""

    def play(self, name: str) -> None:
        """Nothing sounds."""


class Mute:
    """Has no voice."""

    is_there = False

    def say(self, text: str, lang: str) -> None:
        """Nothing is said."""

    def hush(self) -> None:
        """There is nothing to stop."""


class Clipboard:
    """The system's, and where there is none a place within the window."""

    def __init__(self) -> None:
        self._own = ""

    def put(self, text: str) -> None:
        self._own = text
        if _has_window():
            try:
                pygame.scrap.put_text(text)
            except pygame.error:
                # No system clipboard: what was copied is still in `_own`.
                return

    def get(self) -> str:
        """The text on it, empty without any."""
        if _has_window():
            try:
                return pygame.scrap.get_text() or self._own
            except pygame.error:
                return self._own
        return self._own


def _has_window() -> bool:
    return pygame.display.get_init() and pygame.display.get_surface() is not None
