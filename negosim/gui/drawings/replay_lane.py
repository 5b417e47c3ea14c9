"""Paints one issue of a replay: both sides' marks, their last words, the zone between the limits.

Our marks stand over the bar, theirs under it; left is good for us. The same signs as on
the table: flag, diamond, bar and hatch; ours are circles, theirs squares (look.md).
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.gui.drawings.issue_track import (
    BALL,
    BAR,
    BEYOND,
    FAIR,
    GOOD,
    HALF,
    HATCH,
    LANE,
    Ends,
    Stretch,
    place,
    set_aside,
)
from negosim.gui.drawings.signs import Sign, paint_sign
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import MARK, THEM, THEM_TEXT, US, US_TEXT, WHITE
from negosim.present.label_row import Wish
from negosim.present.replay_lanes import Lane, Marks

SIGN = 13.0
"""Width of a sign before its value."""
CLEAR = 5.0
"""Between the bar and the words: the limits' ends stand there."""
HIGH = 2 * (LANE + CLEAR) + BAR + 4


def paint_lane(
    p: Painter, rect: Rect, lane: Lane, over: Sequence[Stretch], under: Sequence[Stretch]
) -> None:
    """The bar, the zone, the marks of both sides, and how far a move went.

    `over` and `under`: where lines run that join the lanes.
    """
    bar = Rect(rect.x, rect.centery - BAR / 2, rect.w, BAR)
    p.rect(bar, FAIR, BAR / 2)
    beyond = place(rect, lane.ours.limit.at)
    short = place(rect, lane.theirs.limit.at)
    for left, right in ((bar.x, short), (beyond, bar.right)):
        part = Rect(left, bar.y, max(0.0, right - left), BAR)
        p.rect(part, BEYOND, BAR / 2)
        p.hatch(part, HATCH)
    if lane.zone is not None:
        left, right = (place(rect, at) for at in lane.zone)
        p.rect(Rect(left, bar.y, max(3.0, right - left), BAR), GOOD, BAR / 2)
    _limits(p, rect, lane)
    _marks(p, rect, lane.ours, bar.y - CLEAR - LANE, US_TEXT, over)
    _marks(p, rect, lane.theirs, bar.bottom + CLEAR, THEM_TEXT, under)
    _trails(p, rect, lane)


def paint_spots(p: Painter, here: Ends) -> None:
    """Both sides' places, over the lines that join them from lane to lane."""
    if here.theirs is not None:
        p.square(here.theirs, here.y, HALF, THEM, WHITE, 2)
    if here.ours is not None:
        p.circle(here.ours, here.y, BALL, US, WHITE, 2)


def _limits(p: Painter, rect: Rect, lane: Lane) -> None:
    """Our limit reaches up, theirs down, each toward its own words."""
    y = rect.centery
    ours, theirs = place(rect, lane.ours.limit.at), place(rect, lane.theirs.limit.at)
    p.rect(Rect(ours - 1.5, y - BAR / 2 - 4, 3, BAR + 4), US, 1.5)
    p.rect(Rect(theirs - 1.5, y - BAR / 2, 3, BAR + 4), THEM, 1.5)


def _marks(
    p: Painter, rect: Rect, marks: Marks, top: float, colour: str, lines: Sequence[Stretch]
) -> None:
    """Sign and value of each mark in one lane; the limit finds its room first."""
    wanted = (
        (Sign.LIMIT, marks.limit),
        (Sign.QUOTE, marks.quote),
        (Sign.TARGET, marks.target),
    )
    wishes = [
        Wish(place(rect, spot.at), p.type.width(spot.text, MARK) + SIGN, 48) for _, spot in wanted
    ]
    for (sign, spot), x in zip(
        wanted, set_aside(wishes, rect.x, rect.right, (), lines), strict=True
    ):
        if x is None:
            continue
        paint_sign(p, sign, x + 5, top + LANE / 2)
        p.text(spot.text, x + SIGN, top, MARK, colour)


def _trails(p: Painter, rect: Rect, lane: Lane) -> None:
    """A line from where a side stood before this move."""
    y = rect.centery
    for was, spot, colour in (
        (lane.was_ours, lane.our_spot, US),
        (lane.was_theirs, lane.their_spot, THEM),
    ):
        if was is not None and spot is not None:
            left, right = sorted((place(rect, was), place(rect, spot.at)))
            p.rect(Rect(left, y - 1.5, right - left, 3), colour, 1.5)
