"""The film as a strip: a sign for every move, taller where something happened.

Ours are circles, theirs squares; a concession is gold, a moment worth playing again has a
star over it. Pointing at a sign goes there.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.engine.sides import Side
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import GOLD, GOLD_TEXT, HAIRLINE, INK, MUTED, THEM, US
from negosim.present.replaying import Frame, Mark

HIGH = 46.0
INSET = 8.0
"""As the slider below has it, so that signs and knob stand over each other."""
MIDDLE = 28.0
_LOUD = (Mark.AGREED, Mark.END, Mark.BREAK, Mark.DEADLOCK, Mark.NEWS)


def x_of(width: float, place: int, count: int) -> float:
    """Where the sign of a frame stands, from the left edge."""
    return INSET + (width - 2 * INSET) * place / max(1, count - 1)


def frame_at(width: float, x: float, count: int) -> int:
    """The frame nearest to a point."""
    share = (x - INSET) / max(1.0, width - 2 * INSET)
    return min(max(round(share * (count - 1)), 0), count - 1)


def paint_strip(
    p: Painter,
    rect: Rect,
    frames: Sequence[Frame],
    *,
    at: int,
    side: Side,
    stars: Sequence[int],
) -> None:
    """`at` is the frame that is shown, `stars` are the moments worth playing again."""
    y = rect.y + MIDDLE
    count = len(frames)
    p.line((rect.x + INSET, y), (rect.right - INSET, y), HAIRLINE, 2)
    pitch = (rect.w - 2 * INSET) / max(1, count - 1)
    most = min(6.0, max(1.6, pitch * 0.36))
    for place, frame in enumerate(frames):
        x = rect.x + x_of(rect.w, place, count)
        size = most if frame.mark is not None else most * 0.6
        _sign(p, x, y, frame, size, side)
        if place == at:
            p.rect(Rect(x - 9, y - 9, 18, 18), None, 9, INK, 2)
    for place in stars:
        x = rect.x + x_of(rect.w, place, count)
        p.icon("star", Rect(x - 8, rect.y, 16, 16), GOLD_TEXT)


def _sign(p: Painter, x: float, y: float, frame: Frame, size: float, side: Side) -> None:
    if frame.side is None:
        p.diamond(x, y, size, MUTED)
        return
    colour = US if frame.side is side else THEM
    ring = GOLD if frame.mark is Mark.CONCESSION else None
    if frame.mark in _LOUD:
        top = y - 11 - size
        p.line((x, y - size), (x, top), colour, 1.5)
        p.area(((x, top), (x + 7, top + 3), (x, top + 6)), colour)
    if frame.side is side:
        p.circle(x, y, size + (2 if ring else 0), colour, ring)
    else:
        p.square(x, y, size + (2 if ring else 0), colour, ring)
