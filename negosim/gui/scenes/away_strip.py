"""The corridor outside the meeting room, with the director and what he says.

A strip over the page of a break; in a low window it is left out. What is said comes from
`present.director`. Source: look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.boardroom import PORTRAIT, paint_person, paint_room
from negosim.gui.painter import Painter, Rect
from negosim.gui.scenes.table_room import Bubble, Pill
from negosim.gui.widgets.containers import Container
from negosim.gui.widgets.widget import Size

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

LEAST = 168.0
EDGE, TAIL, RADIUS = 14.0, 26.0, 14.0
WIDEST = 470.0


class AwayStrip(Container):
    """`person` is a picture's name, empty for nobody; the bubble is his, the plate his name.

    `stands`: where he stands, as a share of the width. `indoors`: the meeting room with its
    table instead of the corridor, the chair opposite empty.
    """

    def __init__(
        self,
        *,
        person: str,
        stands: float,
        plate: Pill | None = None,
        bubble: Bubble | None = None,
        indoors: bool = False,
    ) -> None:
        super().__init__((bubble, plate))
        self.person = person
        self.stands = stands
        self.plate = plate
        self.bubble = bubble
        self.indoors = indoors

    def natural(self, ui: Ui, width: float) -> Size:
        tall = LEAST
        if self.bubble is not None:
            said = self.bubble.wanted(ui, min(WIDEST, self._room(width)))[1]
            tall = max(tall, said + 2 * EDGE)
        return (width, tall)

    def narrowest(self, ui: Ui) -> float:
        return 420.0

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        stands = self._portrait(rect)
        if self.bubble is not None:
            w, h = self.bubble.wanted(ui, min(WIDEST, self._room(rect.w)))
            y = rect.y + max(EDGE, (rect.h - h) * 0.35)
            self.bubble.place(ui, Rect(stands.right + TAIL - 8, y, w, h))
        if self.plate is not None:
            w, h = self.plate.wanted(ui, 260.0)
            self.plate.place(ui, Rect(stands.centerx - w / 2, rect.bottom - h - 6, w, h))

    def paint(self, p: Painter, ui: Ui) -> None:
        paint_room(p, self.rect, RADIUS, name="room" if self.indoors else "away")
        if self.person:
            with p.clip(self.rect):
                paint_person(p, self.person, self._portrait(self.rect))
        if self.indoors:
            paint_room(p, self.rect, RADIUS, name="room-table")
        super().paint(p, ui)

    def _portrait(self, rect: Rect) -> Rect:
        tall = min(rect.h - 16, 168.0)
        wide = tall * PORTRAIT
        return Rect(rect.x + rect.w * self.stands - wide / 2, rect.bottom - tall, wide, tall)

    def _room(self, width: float) -> float:
        """What is left for the bubble beside the portrait."""
        return width * (1 - self.stands) - LEAST * PORTRAIT / 2 - TAIL - EDGE
