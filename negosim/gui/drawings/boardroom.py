"""The boardroom behind the talks and the people in it, as pictures fitted to a box.

Pictures come from assets/pictures and hold no text. What is said and by whom is the
scene's to place.
"""

from __future__ import annotations

import io
from functools import lru_cache
from zlib import crc32

import pygame

from negosim.engine.sides import BySide
from negosim.gui.artwork import picture_source
from negosim.gui.painter import Painter, Rect
from negosim.gui.stencils import SMOOTH

OUR_PORTRAITS = BySide("person-us-1", "person-us-2")
"""Who sits on one's own side, by the side one plays."""
WOMEN, MEN = ("amiable", "driving"), ("analytic", "expressive")
"""The portraits of the people opposite."""
_ADDRESSED = {"Ms": WOMEN, "Mrs": WOMEN, "Miss": WOMEN, "Mr": MEN}
PORTRAIT = 130 / 160
"""Width by height of a portrait."""


def portrait_of(name: str) -> str:
    """The picture of the person opposite, by their English name alone.

    Never by their character: a face that goes with a temper would tell it.
    """
    faces = _ADDRESSED.get(name.split(" ", 1)[0].rstrip("."), (*WOMEN, *MEN))
    return f"person-{faces[crc32(name.encode()) % len(faces)]}"


def paint_room(p: Painter, rect: Rect, radius: float, *, name: str = "room") -> None:
    """The room fills the box; what does not fit is cut at the sides or above and below.

    `room-table` is the table alone, to be laid over people who sit behind it.
    """
    box = p.pixel_rect(rect)
    if box.w > 0 and box.h > 0:
        corner = round(radius * p.unit)
        p.surface.blit(_covering(picture_source(name), box.w, box.h, corner), box)


def paint_meeting(
    p: Painter,
    rect: Rect,
    radius: float,
    people: tuple[str, str],
    spots: tuple[Rect, Rect],
    *,
    table: bool,
) -> None:
    """The room, both people in their boxes and, with `table`, the table before them.

    Painted once for a size and then kept as one picture.
    """
    box = p.pixel_rect(rect)
    if box.w <= 0 or box.h <= 0 or not box.colliderect(p.surface.get_clip()):
        return
    placed = tuple(
        (picture_source(name), tuple(p.pixel_rect(spot).move(-box.x, -box.y)))
        for name, spot in zip(people, spots, strict=True)
    )
    p.surface.blit(_meeting(box.size, round(radius * p.unit), placed, table), box)


def paint_person(p: Painter, name: str, rect: Rect) -> None:
    """A portrait in the box, its lower edge on the box's."""
    width = min(rect.w, rect.h * PORTRAIT)
    height = width / PORTRAIT
    spot = Rect(rect.centerx - width / 2, rect.bottom - height, width, height)
    p.svg(picture_source(name), spot)


@lru_cache(maxsize=4)
def _meeting(
    size: tuple[int, int],
    corner: int,
    people: tuple[tuple[str, tuple[int, ...]], ...],
    table: bool,
) -> pygame.Surface:
    out = _covering(picture_source("room"), *size, corner).copy()
    for source, (x, y, w, h) in people:
        drawn = pygame.image.load_sized_svg(io.BytesIO(source.encode("utf-8")), (w, h))
        out.blit(drawn, (x + (w - drawn.get_width()) // 2, y + h - drawn.get_height()))
    if table:
        out.blit(_covering(picture_source("room-table"), *size, corner), (0, 0))
    return out


@lru_cache(maxsize=8)
def _covering(source: str, width: int, height: int, corner: int) -> pygame.Surface:
    """The drawing as large as covers the box, its middle in the middle, with round corners."""
    natural = pygame.image.load(io.BytesIO(source.encode("utf-8"))).get_size()
    scale = max(width / natural[0], height / natural[1])
    size = (max(width, round(natural[0] * scale)), max(height, round(natural[1] * scale)))
    drawn = pygame.image.load_sized_svg(io.BytesIO(source.encode("utf-8")), size)
    out = pygame.Surface((width, height), pygame.SRCALPHA)
    out.blit(drawn, ((width - drawn.get_width()) // 2, (height - drawn.get_height()) // 2))
    mask = pygame.Surface((width * SMOOTH, height * SMOOTH), pygame.SRCALPHA)
    whole = mask.get_rect()
    pygame.draw.rect(mask, "#ffffff", whole, border_radius=corner * SMOOTH)
    out.blit(
        pygame.transform.smoothscale(mask, (width, height)), (0, 0), None, pygame.BLEND_RGBA_MIN
    )
    return out
