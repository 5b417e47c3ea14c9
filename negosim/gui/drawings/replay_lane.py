"""Paints one issue of a replay: both sides' marks, their last words, the zone between the limits.

Our marks stand over the bar, theirs under it; left is good for us. The same signs as on
the table: flag, diamond, bar and hatch; ours are circles, theirs squares (look.md).
"""

from __future__ import annotations

from negosim.gui.drawings.issue_track import (
    BALL,
    BAR,
    BEYOND,
    FAIR,
    GOOD,
    HALF,
    HATCH,
    INSET,
    LANE,
    Ends,
)
from negosim.gui.drawings.lanes import Wish, placed
from negosim.gui.drawings.signs import Sign, paint_sign
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import MARK, THEM, THEM_TEXT, US, US_TEXT, WHITE
from negosim.present.replay_lanes import Lane, Marks

SIGN = 13.0
"""Width of a sign before its value."""
HIGH = 2 * (LANE + 4) + BAR + 6


def x_of(rect: Rect, at: float) -> float:
    """The x of a place 0..1 in the box."""
    return rect.x + INSET + at * (rect.w - 2 * INSET)


def ends(rect: Rect, lane: Lane) -> Ends:
    """Where our circle and their square stand; where they meet, side by side."""
    ours = None if lane.our_spot is None else x_of(rect, lane.our_spot.at)
    theirs = None if lane.their_spot is None else x_of(rect, lane.their_spot.at)
    if ours is not None and theirs is not None and abs(ours - theirs) < 2 * HALF:
        middle = min(max((ours + theirs) / 2, rect.x + 2 * HALF), rect.right - 2 * HALF)
        ours, theirs = middle - HALF - 0.5, middle + HALF + 0.5
    return Ends(ours, theirs, rect.centery)


def paint_lane(p: Painter, rect: Rect, lane: Lane) -> None:
    """The bar, the zone, the marks of both sides, and how far a move went."""
    bar = Rect(rect.x, rect.centery - BAR / 2, rect.w, BAR)
    p.rect(bar, FAIR, BAR / 2)
    beyond = x_of(rect, lane.ours.limit.at)
    short = x_of(rect, lane.theirs.limit.at)
    for left, right in ((bar.x, short), (beyond, bar.right)):
        part = Rect(left, bar.y, max(0.0, right - left), BAR)
        p.rect(part, BEYOND, BAR / 2)
        p.hatch(part, HATCH)
    if lane.zone is not None:
        left, right = (x_of(rect, at) for at in lane.zone)
        p.rect(Rect(left, bar.y, max(3.0, right - left), BAR), GOOD, BAR / 2)
    _limits(p, rect, lane)
    _marks(p, rect, lane.ours, bar.y - 2 - LANE, US_TEXT)
    _marks(p, rect, lane.theirs, bar.bottom + 3, THEM_TEXT)
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
    ours, theirs = x_of(rect, lane.ours.limit.at), x_of(rect, lane.theirs.limit.at)
    p.rect(Rect(ours - 1.5, y - BAR / 2 - 4, 3, BAR + 4), US, 1.5)
    p.rect(Rect(theirs - 1.5, y - BAR / 2, 3, BAR + 4), THEM, 1.5)


def _marks(p: Painter, rect: Rect, marks: Marks, top: float, colour: str) -> None:
    """Sign and value of each mark in one lane; the limit finds its room first."""
    wanted = (
        (Sign.LIMIT, marks.limit),
        (Sign.QUOTE, marks.quote),
        (Sign.TARGET, marks.target),
    )
    wishes = [
        Wish(x_of(rect, spot.at), p.type.width(spot.text, MARK) + SIGN, 48) for _, spot in wanted
    ]
    for (sign, spot), x in zip(wanted, placed(wishes, rect.x, rect.right), strict=True):
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
            left, right = sorted((x_of(rect, was), x_of(rect, spot.at)))
            p.rect(Rect(left, y - 1.5, right - left, 3), colour, 1.5)
