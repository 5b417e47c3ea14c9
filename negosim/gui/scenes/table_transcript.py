"""The transcript as one widget: bubbles of both sides, notes between them.

It is long and mostly out of sight, so it is laid out once a width and paints only what
can be seen. What the bubbles say comes from `present.bubbles`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negosim.engine.record import record
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    GOLD_TEXT,
    GOLD_TINT,
    INK,
    MARK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_CHIP,
    THEM_TEXT,
    THEM_TINT,
    US,
    US_TINT,
    WELL,
    WHITE,
    Style,
)
from negosim.gui.widgets.widget import ENDLESS, Size, Widget
from negosim.present.bubbles import Bubble, Tag, Voice

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

AVATAR, BESIDE = 28.0, 8.0
PAD_X, PAD_Y = 13.0, 8.0
SHARE = 0.8
"""A bubble is at most this part of the width."""
GAP = 12.0
ICON = 14.0
NOTE_LOOKS = {
    Tag.CLUE: (GOLD_TINT, GOLD_TEXT, "lamp"),
    Tag.COACH: (GOLD_TINT, GOLD_TEXT, "lamp"),
    Tag.NEWS: (GOLD_TINT, GOLD_TEXT, "info"),
    Tag.DEADLOCK: (WELL, THEM_TEXT, "warning"),
    Tag.END: (WELL, INK, "flag"),
    Tag.RECORD: (WELL, MUTED, "write"),
    Tag.BREAK: (WELL, MUTED, "leave"),
}
"""Ground, words and icon of a note by its tag; others are plain."""


@record(frozen=True, slots=True)
class Laid:
    """A bubble with its lines and where its box lies, from the top left of the transcript.

    `at`: the time over it, empty where it is the same as before."""

    bubble: Bubble
    at: str
    lines: tuple[str, ...]
    aside: tuple[str, ...]
    style: Style
    x: float
    y: float
    w: float
    h: float


class Transcript(Widget):
    """`kept` outlives the widget: the layouts made so far, by width and type size."""

    def __init__(
        self, bubbles: Sequence[Bubble], kept: dict[tuple[float, float], tuple[Laid, ...]]
    ) -> None:
        super().__init__()
        self.bubbles = bubbles
        self._kept = kept

    def natural(self, ui: Ui, width: float) -> Size:
        if width >= ENDLESS:
            return (320.0, 0.0)
        laid = self._laid(ui, width)
        return (width, laid[-1].y + laid[-1].h + 4 if laid else 0.0)

    def narrowest(self, ui: Ui) -> float:
        return 200.0

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect

    def paint(self, p: Painter, ui: Ui) -> None:
        for each in self._laid(ui, self.rect.w):
            box = Rect(self.rect.x + each.x, self.rect.y + each.y, each.w, each.h)
            if p.sees(box.inflate(2 * AVATAR + 20, 44)):
                if each.bubble.side is Voice.SYSTEM:
                    _paint_note(p, each, box)
                else:
                    _paint_said(p, each, box, self.rect)

    def _laid(self, ui: Ui, width: float) -> tuple[Laid, ...]:
        key = (round(width, 1), ui.type.unit)
        found = self._kept.get(key)
        if found is None:
            self._kept.clear()
            found = self._kept[key] = tuple(_lay(ui, self.bubbles, width))
        return found


def _lay(ui: Ui, bubbles: Sequence[Bubble], width: float) -> list[Laid]:
    out: list[Laid] = []
    y, shown = 4.0, ""
    for bubble in bubbles:
        if bubble.side is Voice.SYSTEM:
            laid = _lay_note(ui, bubble, width, y)
        else:
            # The time stands over a bubble where it has moved on.
            at = "" if bubble.at == shown else bubble.at
            shown = bubble.at
            laid = _lay_said(ui, bubble, width, y + (MARK.line + 1 if at else 0.0), at)
        out.append(laid)
        y = laid.y + laid.h + GAP
    return out


def _lay_said(ui: Ui, bubble: Bubble, width: float, y: float, at: str) -> Laid:
    most = min(SHARE * width, width - AVATAR - BESIDE) - 2 * PAD_X
    lines = ui.type.wrapped(bubble.text, BODY, most)
    aside = ui.type.wrapped(bubble.aside, SMALL, most) if bubble.aside else ()
    wide = max(ui.text_width(line, BODY) for line in lines)
    wide = max([wide, *(ui.text_width(line, SMALL) for line in aside)]) + 2 * PAD_X
    tall = len(lines) * BODY.line + len(aside) * SMALL.line + 2 * PAD_Y
    tall = max(tall, AVATAR)
    left = AVATAR + BESIDE if bubble.side is Voice.THEM else width - AVATAR - BESIDE - wide
    return Laid(bubble, at, lines, aside, BODY, left, y, wide, tall)


def _lay_note(ui: Ui, bubble: Bubble, width: float, y: float) -> Laid:
    style = SMALL_STRONG if bubble.tag in (Tag.CLUE, Tag.COACH, Tag.DEADLOCK) else SMALL
    icon = ICON + 6 if bubble.tag in NOTE_LOOKS else 0.0
    most = width - 2 * 14 - icon - 16
    lines = ui.type.wrapped(bubble.text, style, most)
    wide = max(ui.text_width(line, style) for line in lines) + 2 * 14 + icon
    tall = len(lines) * style.line + 10
    return Laid(bubble, "", lines, (), style, (width - wide) / 2, y, wide, tall)


def _paint_said(p: Painter, laid: Laid, box: Rect, whole: Rect) -> None:
    bubble = laid.bubble
    ours = bubble.side is Voice.US
    p.rect(box, US_TINT if ours else THEM_TINT, 12)
    x = whole.right - AVATAR / 2 if ours else whole.x + AVATAR / 2
    p.circle(x, box.y + AVATAR / 2, AVATAR / 2, US if ours else THEM_CHIP)
    p.text(bubble.initial, x, box.y + AVATAR / 2, STRONG, WHITE, align="center", middle=True)
    if laid.at:
        edge = box.right if ours else box.x
        top = box.y - MARK.line - 1
        p.text(laid.at, edge, top, MARK, MUTED, align="right" if ours else "left")
    used = len(laid.lines) * BODY.line + len(laid.aside) * SMALL.line
    y = box.y + (box.h - used) / 2
    for line in laid.lines:
        p.text(line, box.x + PAD_X, y, BODY, INK)
        y += BODY.line
    for line in laid.aside:
        p.text(line, box.x + PAD_X, y, SMALL, MUTED)
        y += SMALL.line


def _paint_note(p: Painter, laid: Laid, box: Rect) -> None:
    fill, colour, icon = NOTE_LOOKS.get(laid.bubble.tag, (None, MUTED, ""))
    p.rect(box, fill, min(14.0, box.h / 2))
    x = box.x + 14
    if icon:
        p.icon(icon, Rect(x, box.y + 5 + (laid.style.line - ICON) / 2, ICON, ICON), colour)
        x += ICON + 6
    y = box.y + 5
    for line in laid.lines:
        p.text(line, x, y, laid.style, colour)
        y += laid.style.line
