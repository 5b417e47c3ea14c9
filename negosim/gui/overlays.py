"""What lies under all scenes and over them: the warm paper, the veil below a dialog, the toast."""

from __future__ import annotations

import pygame

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import INK, PAPER, PAPER_DEEP, SMALL, WHITE
from negosim.gui.ui import Ui

TOAST_MS = 4500
TOGETHER_MS = 60
"""Sentences said within so long of each other are shown together."""
VEIL = (30, 42, 56, 110)
WIDEST = 620.0


class Ground:
    """The paper in the size that was last asked for."""

    def __init__(self) -> None:
        self._paper: pygame.Surface | None = None

    def lay(self, surface: pygame.Surface) -> None:
        """Cover the surface with it."""
        size = surface.get_size()
        if self._paper is None or self._paper.get_size() != size:
            strip = pygame.Surface((1, 2), depth=24)
            strip.set_at((0, 0), PAPER)
            strip.set_at((0, 1), PAPER_DEEP)
            wide = pygame.transform.smoothscale(strip, (2, size[1]))
            self._paper = pygame.transform.scale(wide, size).convert(surface)
        surface.blit(self._paper, (0, 0))


def lay_veil(surface: pygame.Surface) -> None:
    """Darken what lies below a dialog."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    veil.fill(VEIL)
    surface.blit(veil, (0, 0))


class Toast:
    """A sentence at the lower edge for a few seconds."""

    def __init__(self) -> None:
        self._text = ""
        self._until = 0

    def say(self, text: str, now_ms: int) -> None:
        """Two of one moment are both told."""
        of_this_moment = self._until + TOGETHER_MS >= now_ms + TOAST_MS
        if self._text and of_this_moment and text not in self._text:
            text = f"{self._text}\n{text}"
        self._text, self._until = text, now_ms + TOAST_MS

    def is_gone(self, now_ms: int) -> bool:
        """Whether it has just gone: True once."""
        if not self._text or now_ms < self._until:
            return False
        self._text = ""
        return True

    def paint(self, p: Painter, ui: Ui) -> None:
        if not self._text:
            return
        lines = ui.type.wrapped(self._text, SMALL, min(WIDEST, ui.width - 80))
        w = max(ui.text_width(line, SMALL) for line in lines) + 36
        h = len(lines) * SMALL.line + 18
        box = Rect((ui.width - w) / 2, ui.height - h - 22, w, h)
        p.shadow(box, 10)
        p.rect(box, INK, 10)
        for number, line in enumerate(lines):
            y = box.y + 9 + number * SMALL.line
            p.text(line, box.centerx, y, SMALL, WHITE, align="center")
