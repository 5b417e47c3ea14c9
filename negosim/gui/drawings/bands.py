"""An issue's band before the talks: marks, level ticks with points, how far one may go.

The bar of the table (`issue_track`), larger and with more words; the authority is a
jade grip on it that may be dragged. Places and words come from
`present.preparation_bands`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.gui.drawings.issue_track import INSET, LIMIT, paint_ground, place
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    GOLD,
    GOLD_TEXT,
    MUTED,
    SMALL,
    SMALL_STRONG,
    THEM_TEXT,
    US,
    US_TEXT,
    WHITE,
)
from negosim.gui.widgets.widget import Size, Widget
from negosim.present.label_row import Wish, placed
from negosim.present.preparation_bands import Band
from negosim.present.tracks import Spot

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

BAR = 12.0
OVER, UNDER = 28.0, 24.0
"""Room over the bar for flag and points, under it for words."""
HEIGHT = OVER + BAR + UNDER
LEAST_WIDTH = 220.0
GRIP_WIDTH, GRIP_HEIGHT = 16.0, 26.0


class BandPicture(Widget):
    """The band of one issue. With `on_drag(at)` the grip follows the pointer, `at` from 0 to 1."""

    def __init__(
        self,
        band: Band,
        *,
        key: str,
        grip: bool = False,
        on_drag: Callable[[float], None] | None = None,
        grow: float = 0.0,
    ) -> None:
        """`grip`: show the authority."""
        super().__init__(key=key, grow=grow, height=HEIGHT)
        self._band = band
        self._grip = grip
        self._on_drag = on_drag

    def natural(self, ui: Ui, width: float) -> Size:
        return (min(width, 520.0), HEIGHT)

    def narrowest(self, ui: Ui) -> float:
        return LEAST_WIDTH

    def takes_pointer(self) -> bool:
        return self._on_drag is not None

    def pointer_down(self, ui: Ui, x: float, y: float) -> None:
        self._drag(x)

    def pointer_move(self, ui: Ui, x: float, y: float) -> None:
        self._drag(x)

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        """The grip was moved on the way."""

    def paint(self, p: Painter, ui: Ui) -> None:
        paint_band(p, self.rect, self._band, grip=self._grip)

    def _drag(self, x: float) -> None:
        if self._on_drag is not None:
            inside = self.rect.w - 2 * INSET
            share = (x - self.rect.x - INSET) / max(1.0, inside)
            self._on_drag(min(max(share, 0.0), 1.0))


def paint_band(p: Painter, rect: Rect, band: Band, *, grip: bool = False) -> None:
    """The bar with its marks and words; with `grip` a jade line runs to the authority."""
    bar = Rect(rect.x, rect.y + OVER, rect.w, BAR)
    grip_x = place(rect, band.authority.at)
    paint_ground(p, bar, band.track)
    if grip:
        p.rect(Rect(bar.x, bar.centery - 2.5, max(5.0, grip_x - bar.x), 5), US, 2.5)
    _ticks(p, rect, bar, band)
    _marks(p, rect, bar, band)
    _points_over(p, rect, bar, band)
    _words_under(p, rect, bar, band)
    if grip:
        spot = Rect(grip_x - GRIP_WIDTH / 2, bar.centery - GRIP_HEIGHT / 2, GRIP_WIDTH, GRIP_HEIGHT)
        p.rect(spot, US, 5, WHITE, 2)


def _ticks(p: Painter, rect: Rect, bar: Rect, band: Band) -> None:
    for rung in band.track.rungs:
        p.rect(Rect(place(rect, rung.at) - 1, bar.y + 2, 2, BAR - 4), WHITE)
    for tick in band.track.ticks:
        x = place(rect, tick.at)
        p.line((x, bar.y - 4), (x, bar.y + 1), MUTED)


def _marks(p: Painter, rect: Rect, bar: Rect, band: Band) -> None:
    track = band.track
    if track.limit is not None:
        x = place(rect, track.limit.at)
        p.rect(Rect(x - 2, bar.y - 4, 4, BAR + 8), LIMIT, 2)
    if track.target is not None:
        x = place(rect, track.target.at)
        p.diamond(x, bar.centery, 7.5, GOLD_TEXT)
        p.diamond(x, bar.centery, 5, GOLD)
    if track.quote is not None:
        x = place(rect, track.quote.at)
        p.line((x, bar.y - 17), (x, bar.y + 1), MUTED, 1.6)
        p.area(((x, bar.y - 17), (x + 11, bar.y - 13), (x, bar.y - 9)), MUTED)


def _points_over(p: Painter, rect: Rect, bar: Rect, band: Band) -> None:
    """The points from each level tick on; beside the flag at the quote."""
    quote = band.track.quote
    taken = []
    if quote is not None:
        x = place(rect, quote.at)
        taken = [(x - 3, x + 12)]
    shown = [tick for tick in band.track.ticks if tick.text]
    wishes = [_wish(p, rect, tick, 40) for tick in shown]
    for tick, left in zip(shown, placed(wishes, rect.x, rect.right, taken), strict=True):
        if left is not None:
            p.text(tick.text, left, bar.y - 9 - SMALL.line, SMALL_STRONG, US_TEXT)


def _words_under(p: Painter, rect: Rect, bar: Rect, band: Band) -> None:
    """The own marks by name, then the values between them where they find room."""
    track = band.track
    words: list[tuple[Spot, str, float]] = []
    for mark, colour in ((track.quote, MUTED), (track.limit, THEM_TEXT), (track.target, GOLD_TEXT)):
        if mark is not None:
            words.append((mark, colour, 140))
    words += [(spot, MUTED, 8) for spot in band.between]
    wishes = [_wish(p, rect, spot, slack, bold=False) for spot, _, slack in words]
    for (spot, colour, _), left in zip(words, placed(wishes, rect.x, rect.right), strict=True):
        if left is not None:
            p.text(spot.text, left, bar.bottom + 5, SMALL, colour)


def _wish(p: Painter, rect: Rect, spot: Spot, slack: float, *, bold: bool = True) -> Wish:
    width = p.type.width(spot.text, SMALL_STRONG if bold else SMALL)
    return Wish(place(rect, spot.at), width, slack)
