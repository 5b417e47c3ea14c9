"""Paints in logical units on a surface: shapes, text, SVG. It knows no widgets.

Every line of text painted while `labels` is a list is noted there with its box, so
that tests can measure what is cut off or overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import pygame
import pygame.draw

from negosim.engine.record import record
from negosim.gui import stencils
from negosim.gui.artwork import drawn, icon_source
from negosim.gui.stencils import EDGE, Point
from negosim.gui.theme import Style
from negosim.gui.typesetter import Typesetter

Rect = pygame.FRect
PATCHED = 20_000
"""Boxes of more pixels than this are painted in parts, which blends far fewer of them."""
SHADOW_BLUR, SHADOW_DROP = 14, 4


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
        """Whether any of the box would be visible; a few pixels around count as the box."""
        u, clip = self.unit, self.surface.get_clip()
        return (
            rect.right * u > clip.left - 5
            and rect.x * u < clip.right + 5
            and rect.bottom * u > clip.top - 5
            and rect.y * u < clip.bottom + 5
        )

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
            self.surface.blit(
                stencils.rounded(box.width, box.height, corner, fill, border, line), box
            )

    def _patched(
        self, box: pygame.Rect, corner: int, fill: str, border: str | None, line: int
    ) -> None:
        """A large box: solid fills, and only the corners are blended."""
        x, y, w, h = box
        # In whole rows: a column a few pixels wide costs as much as the box.
        self.surface.fill(fill, (x + corner, y, w - 2 * corner, corner))
        self._flat(fill, pygame.Rect(x, y + corner, w, h - 2 * corner))
        self.surface.fill(fill, (x + corner, y + h - corner, w - 2 * corner, corner))
        if border:
            self.surface.fill(border, (x + corner, y, w - 2 * corner, line))
            self.surface.fill(border, (x + corner, y + h - line, w - 2 * corner, line))
            self.surface.fill(border, (x, y + corner, line, h - 2 * corner))
            self.surface.fill(border, (x + w - line, y + corner, line, h - 2 * corner))
        disc = stencils.corner(corner, fill, border, line)
        for left, at_x in ((0, x), (corner, x + w - corner)):
            for top, at_y in ((0, y), (corner, y + h - corner)):
                self.surface.blit(disc, (at_x, at_y), (left, top, corner, corner))

    def _flat(self, colour: str, box: pygame.Rect) -> None:
        """A box of one colour. A large one is laid from a strip that stays in the cache: that
        takes a third of the time of filling it."""
        if box.width > stencils.STRIP[0] or box.width * box.height <= PATCHED:
            self.surface.fill(colour, box)
            return
        strip = stencils.strip(colour, self.surface.get_bitsize(), self.surface.get_masks())
        for y in range(box.top, box.bottom, stencils.STRIP[1]):
            area = (0, 0, box.width, min(stencils.STRIP[1], box.bottom - y))
            self.surface.blit(strip, (box.left, y), area)

    def shadow(self, rect: Rect, radius: float) -> None:
        """The one warm shadow that cards throw."""
        box = self.pixel_rect(rect)
        blur = round(SHADOW_BLUR * self.unit)
        spread = box.inflate(2 * blur, 2 * blur).move(0, round(SHADOW_DROP * self.unit))
        if box.width <= 0 or box.height <= 0 or not spread.colliderect(self.surface.get_clip()):
            return
        corner = round(radius * self.unit)
        margin = corner + 2 * blur
        if min(box.size) <= 2 * margin + 1:
            self.surface.blit(stencils.shadow(box.width, box.height, corner, blur), spread)
            return
        # What lies under the box is not seen: its corners and thin edges are enough, and
        # they are the same for every box.
        drop = spread.y + blur - box.y
        end = blur + margin
        across, down = box.width - 2 * margin, box.height - 2 * margin
        right, bottom = spread.right - end, spread.bottom - end
        tile = stencils.shadow(2 * margin + 1, 2 * margin + 1, corner, blur)
        for left, at_x in ((0, spread.x), (end + 1, right)):
            for top, at_y in ((0, spread.y), (end + 1, bottom)):
                self.surface.blit(tile, (at_x, at_y), (left, top, end, end))
        edges = stencils.shadow_edges(corner, blur, drop)
        for strip, at_x, at_y, room in (
            (edges[0], spread.x + end, spread.y, across),
            (edges[1], spread.x + end, spread.bottom - edges[1].get_height(), across),
        ):
            for done in range(0, room, EDGE):
                self.surface.blit(strip, (at_x + done, at_y), (0, 0, min(EDGE, room - done), 999))
        for strip, at_x, at_y, room in (
            (edges[2], spread.x, spread.y + end, down),
            (edges[3], spread.right - blur, spread.y + end, down),
        ):
            for done in range(0, room, EDGE):
                self.surface.blit(strip, (at_x, at_y + done), (0, 0, 999, min(EDGE, room - done)))

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
        self.surface.blit(stencils.polygon(box.size, inside, fill, alpha), box)

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
            stencils.hatched(box.width, box.height, colour, max(3, round(gap * self.unit))), box
        )

    # -- pictures ----------------------------------------------------------------------

    def svg(self, source: str, rect: Rect, *, colour: str = "") -> None:
        """An SVG drawing scaled to the box; `colour` stands in for its currentColor."""
        box = self.pixel_rect(rect)
        if box.width <= 0 or box.height <= 0 or not box.colliderect(self.surface.get_clip()):
            return
        self.surface.blit(drawn(source, box.width, box.height, colour), box)

    def icon(self, name: str, rect: Rect, colour: str) -> None:
        """An icon of assets/icons in one colour."""
        self.svg(icon_source(name), rect, colour=colour)


def _near(point: Point) -> tuple[int, int]:
    return round(point[0]), round(point[1])
