"""The boardroom strip: both people, what was said last, their offer lying on the table.

It places what it is given; who sits there and what they said comes from `present`.
Source: look.md.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from negosim.gui.drawings.boardroom import PORTRAIT, paint_meeting
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, INK, SMALL, SMALL_STRONG, WHITE, Style
from negosim.gui.widgets.containers import Container
from negosim.gui.widgets.widget import Size, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

LEAST, FOLDED = 180.0, 84.0
EDGE, GAP = 12.0, 8.0
WIDEST_BUBBLE, WIDEST_PAPER = 450.0, 560.0
TAIL = 14.0
SEAT = 0.165
"""The middle of either person lies this part of the width from the side."""
HALF_PERSON = 58.0
RISE, RISE_MS = 8.0, 350
RADIUS, PILL_SIDE = 14.0, 12.0


class Pill(Widget):
    """A few words on a round ground."""

    def __init__(self, text: str, fill: str, colour: str, *, border: str | None = None) -> None:
        super().__init__()
        self.text = text
        self.fill = fill
        self.colour = colour
        self.border = border

    def natural(self, ui: Ui, width: float) -> Size:
        lines = self._lines(ui, width)
        widest = max(ui.text_width(line, SMALL_STRONG) for line in lines)
        return (min(width, widest + 2 * PILL_SIDE), len(lines) * SMALL_STRONG.line + 9)

    def narrowest(self, ui: Ui) -> float:
        return 60.0

    def paint(self, p: Painter, ui: Ui) -> None:
        p.rect(self.rect, self.fill, 13, self.border)
        lines = self._lines(ui, self.rect.w)
        y = self.rect.centery - (len(lines) - 1) * SMALL_STRONG.line / 2
        for line in lines:
            p.text(
                line,
                self.rect.centerx,
                y,
                SMALL_STRONG,
                self.colour,
                align="center",
                middle=True,
            )
            y += SMALL_STRONG.line

    def _lines(self, ui: Ui, width: float) -> tuple[str, ...]:
        return ui.type.wrapped(self.text, SMALL_STRONG, width - 2 * PILL_SIDE)


class Bubble(Widget):
    """What somebody says, with a tail to the speaker; a new one rises into its place."""

    def __init__(self, text: str, *, ours: bool, number: int, long: float = 2.0) -> None:
        """`number` tells one saying from the next; beyond `long` lines the type is small."""
        super().__init__()
        self.text = text
        self.ours = ours
        self.number = number
        self.long = long

    def natural(self, ui: Ui, width: float) -> Size:
        style, lines = self._set(ui, width)
        widest = max(ui.text_width(line, style) for line in lines)
        return (min(width, widest + 32), len(lines) * style.line + 18)

    def narrowest(self, ui: Ui) -> float:
        return 160.0

    def paint(self, p: Painter, ui: Ui) -> None:
        rect = self.rect.move(0, RISE * (1 - ui.risen(f"bubble-{self.number}", RISE_MS)))
        p.shadow(rect, 12)
        p.rect(rect, WHITE, 12)
        edge, way = (rect.x, -1) if self.ours else (rect.right, 1)
        y = min(rect.centery, rect.y + 34)
        p.area(((edge - way, y - 8), (edge + way * TAIL, y + 2), (edge - way, y + 9)), WHITE)
        style, lines = self._set(ui, self.rect.w)
        y = rect.centery - style.line * len(lines) / 2
        for line in lines:
            p.text(line, rect.x + 16, y, style, INK)
            y += style.line

    def _set(self, ui: Ui, width: float) -> tuple[Style, tuple[str, ...]]:
        room = width - 32
        lines = ui.type.wrapped(self.text, BODY, room)
        if len(lines) <= self.long:
            return BODY, lines
        return SMALL, ui.type.wrapped(self.text, SMALL, room)


class Boardroom(Container):
    """`people` are the names of both portraits, ours first; `plates` what stands before each;
    `turn` says whose move it is; `paper` lies on the table between them. Folded it is a
    strip with the bubble alone."""

    def __init__(
        self,
        *,
        people: tuple[str, str],
        plates: tuple[tuple[Widget, ...], tuple[Widget, ...]],
        turn: tuple[Widget, ...],
        bubble: Bubble | None,
        paper: Widget | None,
        folded: bool,
        grow: float = 0.0,
    ) -> None:
        shown = () if folded else (*plates[0], *plates[1], *turn)
        self.paper = None if folded else paper
        super().__init__((bubble, self.paper, *shown), grow=grow)
        self.people = people
        self.plates = ((), ()) if folded else plates
        self.turn = turn
        self.bubble = bubble
        self.folded = folded

    def natural(self, ui: Ui, width: float) -> Size:
        least = FOLDED if self.folded else LEAST
        left, right = self._between(Rect(0, 0, width, least))
        inner = right - left
        used = 2 * EDGE
        if self.bubble is not None:
            used += self.bubble.wanted(ui, min(WIDEST_BUBBLE, inner))[1]
        if self.paper is not None:
            used += self.paper.wanted(ui, self._paper_width(ui, Rect(0, 0, width, least)))[1]
            used += GAP if self.bubble is not None else 0.0
        return (width, max(least, used))

    def narrowest(self, ui: Ui) -> float:
        return 320.0

    def _portraits(self, rect: Rect) -> tuple[Rect, Rect]:
        """Where both people sit, behind the table; in a strip they stand at its ends."""
        tall = rect.h - 4 if self.folded else min(rect.h * 0.8, 200.0)
        wide = tall * PORTRAIT
        x = rect.x + EDGE + 4 if self.folded else rect.x + SEAT * rect.w - wide / 2
        bottom = rect.bottom if self.folded else rect.y + rect.h * 0.86
        ours = Rect(x, bottom - tall, wide, tall)
        theirs = Rect(rect.x + rect.right - ours.right, ours.y, wide, tall)
        return ours, theirs

    def _between(self, rect: Rect) -> tuple[float, float]:
        """From where to where there is room between the two people.

        It does not follow the height, so that what is said needs the same room in a higher
        strip; beside a large portrait there is air at the height of the head.
        """
        if self.folded:
            ours, theirs = self._portraits(rect)
            return ours.right + TAIL, theirs.x - TAIL
        reach = SEAT * rect.w + HALF_PERSON + TAIL
        return rect.x + reach, rect.right - reach

    def _paper_width(self, ui: Ui, rect: Rect) -> float:
        """It lies before the people, and clear of the plates at both ends."""
        plates = [each.wanted(ui, rect.w / 3)[0] for side in self.plates for each in side]
        ends = max(plates, default=0.0) + EDGE + GAP
        return min(WIDEST_PAPER, rect.w - 2 * ends)

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        left, right = self._between(rect)
        inner = right - left
        y = rect.y + EDGE
        if self.bubble is not None:
            w, h = self.bubble.wanted(ui, min(WIDEST_BUBBLE, inner))
            if self.folded:
                y = rect.centery - h / 2
            x = left if self.bubble.ours else right - w
            self.bubble.place(ui, Rect(x, y, w, h))
        if self.paper is not None:
            room = self._paper_width(ui, rect)
            w, h = self.paper.wanted(ui, room)
            w = min(room, ceil(w) + 1.0)
            self.paper.place(ui, Rect(rect.centerx - w / 2, rect.bottom - EDGE - h, w, h))
        y = rect.y + EDGE
        for pill in () if self.folded else self.turn:
            w, h = pill.wanted(ui, max(60.0, left - rect.x - EDGE))
            pill.place(ui, Rect(rect.x + EDGE, y, w, h))
            y += h + 6
        for side, plates in enumerate(self.plates):
            y = rect.bottom - EDGE
            for plate in plates:
                w, h = plate.wanted(ui, rect.w / 3)
                y -= h
                x = rect.x + EDGE if side == 0 else rect.right - EDGE - w
                plate.place(ui, Rect(x, y, w, h))
                y -= 6

    def paint(self, p: Painter, ui: Ui) -> None:
        p.shadow(self.rect, RADIUS)
        spots = self._portraits(self.rect)
        paint_meeting(p, self.rect, RADIUS, self.people, spots, table=not self.folded)
        super().paint(p, ui)
