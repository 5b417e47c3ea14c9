"""The shapes a painter stamps, drawn once a size and kept. Sizes are device pixels.

Nothing here knows where a shape will stand.
"""

from __future__ import annotations

from functools import lru_cache

import pygame
import pygame.draw
import pygame.transform

from negosim.gui.theme import SHADOW

Point = tuple[float, float]
SMOOTH = 4
"""Shapes are drawn this much larger and shrunk, which smooths their edges."""
SHADOW_ALPHA = 46
EDGE = 512
"""Pixels of a shadow's straight edge that are kept to be laid side by side."""
STRIP = (2048, 32)
"""The size of a strip of one colour: wide enough for a card, small enough to stay cached."""
SHARP = 400_000
"""A polygon of a larger box is not smoothed: it would cost more than it shows."""


@lru_cache(maxsize=16)
def strip(colour: str, depth: int, masks: tuple[int, int, int, int]) -> pygame.Surface:
    """One colour in the pixel format of the surface it is laid on."""
    out = pygame.Surface(STRIP, 0, depth, masks)
    out.fill(colour)
    return out


@lru_cache(maxsize=256)
def corner(radius: int, fill: str | None, border: str | None, line: int) -> pygame.Surface:
    """A disc of the radius, smooth: its quarters are the corners of every box."""
    size = 2 * radius
    big = pygame.Surface((size * SMOOTH, size * SMOOTH), pygame.SRCALPHA)
    middle = radius * SMOOTH
    # Transparent pixels keep the colour of the rim, or the edge would darken when shrunk.
    rim = pygame.Color(border or fill or "#000000")
    big.fill((rim.r, rim.g, rim.b, 0))
    if border:
        pygame.draw.circle(big, border, (middle, middle), middle)
        inner = pygame.Color(fill) if fill else pygame.Color(rim.r, rim.g, rim.b, 0)
        pygame.draw.circle(big, inner, (middle, middle), middle - line * SMOOTH)
    elif fill:
        pygame.draw.circle(big, fill, (middle, middle), middle)
    return pygame.transform.smoothscale(big, (size, size))


@lru_cache(maxsize=512)
def rounded(
    width: int, height: int, radius: int, fill: str | None, border: str | None, line: int
) -> pygame.Surface:
    """A box with round corners; `radius` and `line` in device pixels, as all here."""
    out = pygame.Surface((width, height), pygame.SRCALPHA)
    if fill:
        out.fill(fill, (radius, 0, width - 2 * radius, height))
        out.fill(fill, (0, radius, width, height - 2 * radius))
    if border:
        out.fill(border, (radius, 0, width - 2 * radius, line))
        out.fill(border, (radius, height - line, width - 2 * radius, line))
        out.fill(border, (0, radius, line, height - 2 * radius))
        out.fill(border, (width - line, radius, line, height - 2 * radius))
    disc = corner(radius, fill, border, line)
    for x, left in ((0, 0), (width - radius, radius)):
        for y, top in ((0, 0), (height - radius, radius)):
            part = disc.subsurface((left, top, radius, radius))
            # No blending: a corner stands in for whatever was filled under it.
            out.blit(part, (x, y), special_flags=pygame.BLEND_RGBA_MAX)
    return out


@lru_cache(maxsize=256)
def shadow(width: int, height: int, radius: int, blur: int) -> pygame.Surface:
    """A blurred box, `blur` larger on every side."""
    out = pygame.Surface((width + 2 * blur, height + 2 * blur), pygame.SRCALPHA)
    colour = pygame.Color(SHADOW)
    # Clear pixels of the same colour, or the rim would be blended with black.
    out.fill((colour.r, colour.g, colour.b, 0))
    colour.a = SHADOW_ALPHA
    pygame.draw.rect(out, colour, (blur, blur, width, height), border_radius=radius)
    return pygame.transform.gaussian_blur(out, max(1, blur // 2))


@lru_cache(maxsize=16)
def shadow_edges(radius: int, blur: int, drop: int) -> tuple[pygame.Surface, ...]:
    """What shows of a shadow's top, bottom, left and right edge, each EDGE long."""
    margin = radius + 2 * blur
    tile = shadow(2 * margin + 1, 2 * margin + 1, radius, blur)
    size, middle = tile.get_width(), blur + margin
    parts = (
        ((middle, 0, 1, blur), (EDGE, blur)),
        ((middle, size - blur - drop, 1, blur + drop), (EDGE, blur + drop)),
        ((0, middle, blur, 1), (blur, EDGE)),
        ((size - blur, middle, blur, 1), (blur, EDGE)),
    )
    return tuple(
        pygame.transform.scale(tile.subsurface(source), target) for source, target in parts
    )


@lru_cache(maxsize=24)
def polygon(
    size: tuple[int, int], points: tuple[Point, ...], fill: str, alpha: int
) -> pygame.Surface:
    """A polygon, its points within `size`; smooth unless it is very large."""
    colour = pygame.Color(fill)
    if size[0] * size[1] > SHARP:
        whole = pygame.Surface(size, pygame.SRCALPHA)
        colour.a = alpha
        pygame.draw.polygon(whole, colour, points)
        return whole
    smooth = 2
    big = pygame.Surface((size[0] * smooth, size[1] * smooth), pygame.SRCALPHA)
    big.fill((colour.r, colour.g, colour.b, 0))
    colour.a = alpha
    pygame.draw.polygon(big, colour, [(x * smooth, y * smooth) for x, y in points])
    return pygame.transform.smoothscale(big, size)


@lru_cache(maxsize=48)
def hatched(width: int, height: int, colour: str, gap: int) -> pygame.Surface:
    """Slanted lines `gap` apart on a clear ground."""
    out = pygame.Surface((width, height), pygame.SRCALPHA)
    for x in range(-height, width, gap):
        pygame.draw.aaline(out, colour, (x, height), (x + height, 0))
    return out
