"""Plays the window's few sounds, where there is something to play them on.

The mixer starts with the first sound, never at the start, because it costs time and many
machines have none. Without a device, or without the files, it is silent for good and says so
once. Which sound belongs to what, scenes know.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pygame.mixer

from negosim.resources import folder

RATE, BITS, VOICES, BUFFER = 22_050, -16, 1, 512
"""As tools/build_sounds.py makes them; the buffer is 23 ms."""

NAMES = ("tap", "say", "hear", "write", "sign", "seal", "chime", "refuse", "news")
"""Every sound there is."""


def _tell_nobody(why: str) -> None:
    """A class without a loudspeaker needs no message."""


class Sound:
    """`enabled` is the switch; `told` hears once, in the system's words, why there is no sound."""

    def __init__(self, enabled: bool = True, *, told: Callable[[str], None] = _tell_nobody) -> None:
        self.enabled = enabled
        self.told = told
        self._silent = False
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str) -> None:
        """Begin a sound of NAMES, beside what still sounds; KeyError for another name."""
        if name not in NAMES:
            raise KeyError(f"no sound {name!r}")
        if not self.enabled or self._silent:
            return
        try:
            self._ready(name).play()
        except (pygame.error, OSError) as error:
            self._silent = True
            self.told(str(error))

    def _ready(self, name: str) -> pygame.mixer.Sound:
        if not pygame.mixer.get_init():
            pygame.mixer.init(RATE, BITS, VOICES, BUFFER)
            self._loaded.clear()
        if name not in self._loaded:
            path = folder("assets") / "sounds" / f"{name}.wav"
            self._loaded[name] = pygame.mixer.Sound(path)
        return self._loaded[name]
