"""Paints in logical units on a surface: shapes, text, SVG. It knows no widgets.

Every line of text painted while `labels` is a list is noted there with its box, so
that tests can measure what is cut off or overlaps.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise

import pygame
import pygame.draw
import pygame.image
import pygame.transform

from negosim.engine.record import record
from negosim.gui.theme import SHADOW, Style
from negosim.gui.typesetter import Typesetter
from negosim.resources import folder

Rect = pygame.FRect
Point = tuple[float, float]
SMOOTH = 4
"""Shapes are drawn this much larger and shrunk, which smooths their edges."""
PATCHED = 20_000
"""Boxes of more pixels than this are painted in parts, which blends far fewer of them."""
SHADOW_BLUR, SHADOW_DROP, SHADOW_ALPHA = 14, 4, 46
FINE_BLUR = 14
"""Device pixels; a blur twice as wide is made at half the size."""


@record(frozen=True, slots=True)
class PaintedLabel:
    """A line of text as painted, in device pixels. `clip`: what was visible there;
    `cut`: it had to be shortened; `layer`: 0 for the scene, higher for dialogs above."""

    text: str
    box: pygame.Rect
    clip: pygame.Rect
    cut: bool
    layer: int


class Painter:
    """Draws on `surface`; `unit` is the device pixels of a logical unit."""

    def __init__(self, surface: pygame.Surface, typesetter: Typesetter) -> None:
        self.surface = surface
        self.type = typesetter
        self.unit = typesetter.unit
        self.labels: list[PaintedLabel] | None = None
        self.layer = 0

    # -- measures ----------------------------------------------------------------------

    def pixel_rect(self, rect: Rect) -> pygame.Rect:
        """The device pixels a logical box covers; neighbours share their edge."""
        u = self.unit
        left, top = round(rect.x * u), round(rect.y * u)
        return pygame.Rect(left, top, round(rect.right * u) - left, round(rect.bottom * u) - top)

    def sees(self, rect: Rect) -> bool:
        """Whether any of the box would be visible."""
        return self.pixel_rect(rect).inflate(8, 8).colliderect(self.surface.get_clip())

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        """Paint inside the box only."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.pixel_rect(rect)))
        try:
            yield
        finally:
            self.surface.set_clip(before)

    # -- text --------------------------------------------------------------------------

    def text(
        self,
        text: str,
        x: float,
        y: float,
        style: Style,
        colour: str,
        *,
        align: str = "left",
        middle: bool = False,
        cut: bool = False,
    ) -> float:
        """One line; `y` is the top of its line box, or with `middle` its middle. Returns its width.

        `x` is the left edge, the centre or the right edge by `align`.
        """
        if not text:
            return 0.0
        surface = self.type.line(text, style, colour)
        u = self.unit
        left = round(x * u)
        if align == "center":
            left -= surface.get_width() // 2
        elif align == "right":
            left -= surface.get_width()
        line = round(style.line * u)
        top = round(y * u) - (line // 2 if middle else 0)
        self.surface.blit(surface, (left, top + self.type.body_shift(style)))
        if self.labels is not None:
            size = round(style.size * u)
            box = pygame.Rect(left, top + (line - size) // 2, surface.get_width(), size)
            self.labels.append(PaintedLabel(text, box, self.surface.get_clip(), cut, self.layer))
        return surface.get_width() / u

    # -- shapes ------------------------------------------------------------------------

    def rect(
        self,
        rect: Rect,
        fill: str | None,
        radius: float = 0,
        border: str | None = None,
        width: float = 1,
    ) -> None:
        """A box with round corners, smooth."""
        box = self.pixel_rect(rect)
        if box.width <= 0 or box.height <= 0 or not box.colliderect(self.surface.get_clip()):
            return
        corner = min(round(radius * self.unit), box.width // 2, box.height // 2)
        line = max(1, round(width * self.unit)) if border else 0
        if corner <= 0:
            if fill:
                pygame.draw.rect(self.surface, fill, box)
            if border:
                pygame.draw.rect(self.surface, border, box, line)
            return
        if fill and box.width * box.height > PATCHED:
            self._patched(box, corner, fill, border, line)
        else:
            self.surface.blit(_rounded(box.width, box.height, corner, fill, border, line), box)

    def _patched(
        self, box: pygame.Rect, corner: int, fill: str, border: str | None, line: int
    ) -> None:
        """A large box: solid fills, and only the corners are blended."""
        x, y, w, h = box
        self.surface.fill(fill, (x + corner, y, w - 2 * corner, h))
        self.surface.fill(fill, (x, y + corner, corner, h - 2 * corner))
        self.surface.fill(fill, (x + w - corner, y + corner, corner, h - 2 * corner))
        if border:
            self.surface.fill(border, (x + corner, y, w - 2 * corner, line))
            self.surface.fill(border, (x + corner, y + h - line, w - 2 * corner, line))
            self.surface.fill(border, (x, y + corner, line, h - 2 * corner))
            self.surface.fill(border, (x + w - line, y + corner, line, h - 2 * corner))
        disc = _corner(corner, fill, border, line)
        for left, at_x in ((0, x), (corner, x + w - corner)):
            for top, at_y in ((0, y), (corner, y + h - corner)):
                self.surface.blit(disc, (at_x, at_y), (left, top, corner, corner))

    def shadow(self, rect: Rect, radius: float) -> None:
        """The one warm shadow that cards throw."""
        box = self.pixel_rect(rect)
        blur = round(SHADOW_BLUR * self.unit)
        spread = box.inflate(2 * blur, 2 * blur).move(0, round(SHADOW_DROP * self.unit))
        if box.width <= 0 or box.height <= 0 or not spread.colliderect(self.surface.get_clip()):
            return
        corner = round(radius * self.unit)
        shade = _shadow(box.width, box.height, corner, blur)
        drop = spread.y + blur - box.y
        if box.width * box.height <= PATCHED or box.height <= 2 * corner + drop:
            self.surface.blit(shade, spread)
            return
        # What lies under the card is not seen: only a frame around it is blended.
        inner = pygame.Rect(blur + corner, blur + corner, 0, 0)
        inner.width, inner.height = box.width - 2 * corner, box.height - 2 * corner - drop
        full_w, full_h = shade.get_size()
        for part in (
            (0, 0, full_w, inner.top),
            (0, inner.bottom, full_w, full_h - inner.bottom),
            (0, inner.top, inner.left, inner.height),
            (inner.right, inner.top, full_w - inner.right, inner.height),
        ):
            self.surface.blit(shade, (spread.x + part[0], spread.y + part[1]), part)

    def line(self, start: Point, end: Point, colour: str, width: float = 1) -> None:
        self.path((start, end), colour, width)

    def path(self, points: Sequence[Point], colour: str, width: float = 1) -> None:
        """A line through the points, smooth."""
        pixels = [(x * self.unit, y * self.unit) for x, y in points]
        thick = max(1, round(width * self.unit))
        for start, end in pairwise(pixels):
            if start[0] == end[0] or start[1] == end[1]:
                pygame.draw.line(self.surface, colour, _near(start), _near(end), thick)
            else:
                pygame.draw.aaline(self.surface, colour, start, end, thick)

    def area(self, points: Sequence[Point], fill: str, alpha: int = 255) -> None:
        """A polygon, smooth, more or less transparent."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = self.pixel_rect(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
        box = box.inflate(2, 2)
        if box.width <= 2 or box.height <= 2 or not box.colliderect(self.surface.get_clip()):
            return
        inside = tuple((x * self.unit - box.x, y * self.unit - box.y) for x, y in points)
        self.surface.blit(_polygon(box.size, inside, fill, alpha), box)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        border: str | None = None,
        width: float = 2,
    ) -> None:
        box = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        self.rect(box, fill, radius, border, width)

    def square(
        self,
        x: float,
        y: float,
        half: float,
        fill: str,
        border: str | None = None,
        width: float = 2,
    ) -> None:
        self.rect(Rect(x - half, y - half, 2 * half, 2 * half), fill, half / 3, border, width)

    def diamond(self, x: float, y: float, radius: float, fill: str) -> None:
        self.area(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), fill)

    def hatch(self, rect: Rect, colour: str, gap: float = 5) -> None:
        """Slanted lines across the box: what lies beyond a limit."""
        box = self.pixel_rect(rect)
        if box.width <= 0 or box.height <= 0:
            return
        self.surface.blit(
            _hatched(box.width, box.height, colour, max(3, round(gap * self.unit))), box
        )

    # -- pictures ----------------------------------------------------------------------

    def svg(self, source: str, rect: Rect, *, colour: str = "") -> None:
        """An SVG drawing scaled to the box; `colour` stands in for its currentColor."""
        box = self.pixel_rect(rect)
        if box.width <= 0 or box.height <= 0 or not box.colliderect(self.surface.get_clip()):
            return
        self.surface.blit(_picture(source, box.width, box.height, colour), box)

    def icon(self, name: str, rect: Rect, colour: str) -> None:
        """An icon of assets/icons in one colour."""
        self.svg(icon_source(name), rect, colour=colour)


def _near(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])


@lru_cache(maxsize=256)
def icon_source(name: str) -> str:
    """The SVG of an icon; KeyError when there is none of that name."""
    path = folder("assets") / "icons" / f"{name}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(f"no icon {name!r}") from None


@lru_cache(maxsize=64)
def picture_source(name: str) -> str:
    """The SVG text of a picture of assets/pictures; KeyError when there is none of that name."""
    path = folder("assets") / "pictures" / f"{name}.svg"
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KeyError(f"no picture {name!r}") from None


@lru_cache(maxsize=512)
def _picture(source: str, width: int, height: int, colour: str) -> pygame.Surface:
    if colour:
        source = source.replace("currentColor", colour)
    drawn = pygame.image.load_sized_svg(io.BytesIO(source.encode("utf-8")), (width, height))
    # The drawing keeps its proportions: centred in the box. Always on a surface of our own:
    # the loader's order of colours is five times as slow to paint (10 against 2 ms at 720p).
    out = pygame.Surface((width, height), pygame.SRCALPHA)
    out.blit(drawn, ((width - drawn.get_width()) // 2, (height - drawn.get_height()) // 2))
    return out


@lru_cache(maxsize=256)
def _corner(radius: int, fill: str | None, border: str | None, line: int) -> pygame.Surface:
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


@lru_cache(maxsize=1024)
def _rounded(
    width: int, height: int, radius: int, fill: str | None, border: str | None, line: int
) -> pygame.Surface:
    out = pygame.Surface((width, height), pygame.SRCALPHA)
    if fill:
        out.fill(fill, (radius, 0, width - 2 * radius, height))
        out.fill(fill, (0, radius, width, height - 2 * radius))
    if border:
        out.fill(border, (radius, 0, width - 2 * radius, line))
        out.fill(border, (radius, height - line, width - 2 * radius, line))
        out.fill(border, (0, radius, line, height - 2 * radius))
        out.fill(border, (width - line, radius, line, height - 2 * radius))
    disc = _corner(radius, fill, border, line)
    for x, left in ((0, 0), (width - radius, radius)):
        for y, top in ((0, 0), (height - radius, radius)):
            corner = disc.subsurface((left, top, radius, radius))
            # No blending: a corner stands in for whatever was filled under it.
            out.blit(corner, (x, y), special_flags=pygame.BLEND_RGBA_MAX)
    return out


@lru_cache(maxsize=128)
def _shadow(width: int, height: int, radius: int, blur: int) -> pygame.Surface:
    """Put together from a small one: only its edges are stretched, for a blur costs by its area."""
    margin = radius + 2 * blur
    if width <= 2 * margin + 1 or height <= 2 * margin + 1:
        return _blurred(width, height, radius, blur)
    tile = _blurred(2 * margin + 1, 2 * margin + 1, radius, blur)
    end = blur + margin
    out = pygame.Surface((width + 2 * blur, height + 2 * blur), pygame.SRCALPHA)
    across, down = width - 2 * margin, height - 2 * margin
    for source_x, target_x, wide, to_wide in (
        (0, 0, end, end),
        (end, end, 1, across),
        (end + 1, end + across, end, end),
    ):
        for source_y, target_y, high, to_high in (
            (0, 0, end, end),
            (end, end, 1, down),
            (end + 1, end + down, end, end),
        ):
            part = tile.subsurface((source_x, source_y, wide, high))
            stretched = pygame.transform.scale(part, (to_wide, to_high))
            out.blit(stretched, (target_x, target_y), special_flags=pygame.BLEND_RGBA_MAX)
    return out


@lru_cache(maxsize=128)
def _blurred(width: int, height: int, radius: int, blur: int) -> pygame.Surface:
    coarse = blur // FINE_BLUR
    if coarse > 1:
        # A wide blur has no fine detail, and costs by its area times its width.
        small = _blurred(width // coarse, height // coarse, radius // coarse, blur // coarse)
        return pygame.transform.smoothscale(small, (width + 2 * blur, height + 2 * blur))
    out = pygame.Surface((width + 2 * blur, height + 2 * blur), pygame.SRCALPHA)
    colour = pygame.Color(SHADOW)
    # Clear pixels of the same colour, or the rim would be blended with black.
    out.fill((colour.r, colour.g, colour.b, 0))
    colour.a = SHADOW_ALPHA
    pygame.draw.rect(out, colour, (blur, blur, width, height), border_radius=radius)
    return pygame.transform.gaussian_blur(out, max(1, blur // 2))


@lru_cache(maxsize=128)
def _polygon(
    size: tuple[int, int], points: tuple[Point, ...], fill: str, alpha: int
) -> pygame.Surface:
    colour = pygame.Color(fill)
    if size[0] * size[1] > 400_000:
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


@lru_cache(maxsize=128)
def _hatched(width: int, height: int, colour: str, gap: int) -> pygame.Surface:
    out = pygame.Surface((width, height), pygame.SRCALPHA)
    for x in range(-height, width, gap):
        pygame.draw.aaline(out, colour, (x, height), (x + height, 0))
    return out
