"""The wooden desk on which a contract lies: it fills its box and has nothing to see through."""

from __future__ import annotations

import io
from functools import lru_cache

import pygame

from negosim.gui.artwork import picture_source
from negosim.gui.painter import Painter, Rect


def paint_desk(p: Painter, rect: Rect) -> None:
    """What does not fit is cut off at the edges."""
    box = p.pixel_rect(rect)
    if box.w > 0 and box.h > 0:
        p.surface.blit(_wood(box.w, box.h), box)


@lru_cache(maxsize=4)
def _wood(width: int, height: int) -> pygame.Surface:
    """As large as covers the box; opaque, which is painted in half the time."""
    source = picture_source("desk").encode("utf-8")
    natural = pygame.image.load(io.BytesIO(source)).get_size()
    scale = max(width / natural[0], height / natural[1])
    size = (max(width, round(natural[0] * scale)), max(height, round(natural[1] * scale)))
    out = pygame.Surface((width, height), depth=32)
    out.blit(pygame.image.load_sized_svg(io.BytesIO(source), size), (0, 0))
    return out
