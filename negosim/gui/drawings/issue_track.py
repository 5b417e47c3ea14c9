"""Paints one issue's track, and the ribbon between our line and theirs across all tracks.

Places and words come ready from `present.tracks`; nothing is reckoned here but where
they stand in the box. Flag = quote, diamond = target, bar and hatch = limit; ours are
circles, theirs squares. Source: look.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from negosim.engine.record import record
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    CARD,
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    MARK,
    MUTED,
    THEM,
    THEM_TEXT,
    US,
    US_TEXT,
    WHITE,
)
from negosim.gui.typesetter import Typesetter
from negosim.present.label_row import Wish, placed
from negosim.present.tracks import Spot, Track

BAR = 8.0
INSET = 9.0
"""The first and last places lie this far inside the box, so that a circle fits there."""
BALL, HALF = 8.0, 7.5
LANE = MARK.line
BESIDE_FLAG = 26.0
"""How far the points of a level may stand from its tick."""
LEAST_HEIGHT = 2 * LANE + BAR + 4
STEEP = 16.0
"""A joining line that takes no more than this width of the words' height is stepped round."""

Stretch = tuple[float, float]

GOOD, FAIR, BEYOND = "#c5e2d7", "#e8dcc0", "#efd9ce"
HATCH = "#cf8f7f"
LIMIT = "#8d3420"
OUR_LINE, THEIR_LINE = "#5fae97", "#dd9a86"


@record(frozen=True, slots=True)
class Ends:
    """Where a row's two spots stand, in logical units; None: nothing named there yet."""

    ours: float | None
    theirs: float | None
    y: float


@record(frozen=True, slots=True)
class Letters:
    """A few words in small type, `x`, `y` the top left of their line box."""

    text: str
    x: float
    y: float
    colour: str


def place(rect: Rect, at: float) -> float:
    """The x of a place 0..1 on the track in this box."""
    return rect.x + INSET + at * (rect.w - 2 * INSET)


def ends(rect: Rect, our_spot: Spot | None, their_spot: Spot | None) -> Ends:
    """Where both sides stand on the track; where they meet, side by side."""
    ours = None if our_spot is None else place(rect, our_spot.at)
    theirs = None if their_spot is None else place(rect, their_spot.at)
    if ours is not None and theirs is not None and abs(ours - theirs) < 2 * HALF:
        middle = min(max((ours + theirs) / 2, rect.x + 2 * HALF), rect.right - 2 * HALF)
        ours, theirs = middle - HALF - 0.5, middle + HALF + 0.5
    return Ends(ours, theirs, rect.centery)


def crossings(rows: Sequence[Ends], at: int) -> tuple[list[Stretch], list[Stretch]]:
    """Where the joining lines run through the words over and under a row's bar.

    Only lines that are steep there: words can stand aside of those.
    """
    out: tuple[list[Stretch], list[Stretch]] = ([], [])
    here = rows[at]
    for stretches, beside in zip(out, (at - 1, at + 1), strict=True):
        if not 0 <= beside < len(rows):
            continue
        there = rows[beside]
        for x, end in ((here.ours, there.ours), (here.theirs, there.theirs)):
            if x is None or end is None:
                continue
            lean = (end - x) / abs(there.y - here.y)
            near, far = sorted((x + lean * BAR / 2, x + lean * (BAR / 2 + 4 + LANE)))
            if far - near <= STEEP:
                stretches.append((near, far))
    return out


def set_aside(
    wishes: Sequence[Wish],
    left: float,
    right: float,
    taken: Sequence[Stretch],
    lines: Sequence[Stretch],
) -> tuple[float | None, ...]:
    """As `placed`, clear of the joining lines too, unless a word would be lost for it."""
    free = placed(wishes, left, right, (*taken, *lines))
    tight = placed(wishes, left, right, taken)
    return free if free.count(None) <= tight.count(None) else tight


def paint_ribbon(p: Painter, rows: Sequence[Ends]) -> None:
    """The pale gold between the two lines: the distance to a deal (look.md)."""
    for run in _runs(rows):
        ours = [(row.ours, row.y) for row in run if row.ours is not None]
        theirs = [(row.theirs, row.y) for row in run if row.theirs is not None]
        p.area((*ours, *reversed(theirs)), GOLD_TINT, 150)


def paint_lines(p: Painter, rows: Sequence[Ends]) -> None:
    """A line joins our places from issue to issue, another theirs."""
    for above, below in pairwise(rows):
        if above.theirs is not None and below.theirs is not None:
            p.path(((above.theirs, above.y), (below.theirs, below.y)), THEIR_LINE, 1.6)
        if above.ours is not None and below.ours is not None:
            p.path(((above.ours, above.y), (below.ours, below.y)), OUR_LINE, 1.6)


def paint_ground(p: Painter, bar: Rect, track: Track) -> None:
    """The empty bar: good up to the target, fair up to the limit, hatched beyond it."""
    p.rect(bar, FAIR, bar.h / 2)
    if track.target is not None:
        reach = place(bar, track.target.at) - bar.x
        p.rect(Rect(bar.x, bar.y, max(bar.h, reach), bar.h), GOOD, bar.h / 2)
    if track.limit is not None:
        edge = place(bar, track.limit.at)
        beyond = Rect(edge, bar.y, bar.right - edge, bar.h)
        p.rect(beyond, BEYOND, bar.h / 2)
        p.hatch(beyond, HATCH)


def paint_bar(p: Painter, rect: Rect, track: Track, letters: Sequence[Letters]) -> None:
    """The bar with its marks and their words, without either side's place."""
    bar = Rect(rect.x, rect.centery - BAR / 2, rect.w, BAR)
    paint_ground(p, bar, track)
    for rung in track.rungs:
        p.rect(Rect(place(rect, rung.at) - 1, bar.y + 1, 2, BAR - 2), WHITE)
    for tick in track.ticks:
        x = place(rect, tick.at)
        p.line((x, bar.y - 3), (x, bar.y + 1), MUTED)
    if track.limit is not None:
        x = place(rect, track.limit.at)
        p.rect(Rect(x - 1.5, bar.y - 4, 3, BAR + 8), LIMIT, 1.5)
    if track.target is not None:
        p.diamond(place(rect, track.target.at), bar.centery, 5.5, GOLD_TEXT)
        p.diamond(place(rect, track.target.at), bar.centery, 3.5, GOLD)
    if track.quote is not None:
        _flag(p, place(rect, track.quote.at), bar.y)
    for each in letters:
        p.text(each.text, each.x, each.y, MARK, each.colour)


def paint_spots(p: Painter, track: Track, here: Ends, rect: Rect) -> None:
    """Both sides' places and the value being built, over everything else.

    What they said they want is a hollow square, where they have not named it themselves.
    """
    y = here.y
    wanted = track.wanted
    if wanted is not None and (track.theirs is None or wanted.at != track.theirs.at):
        p.square(place(rect, wanted.at), y, HALF - 1, CARD, THEM, 2)
    if here.theirs is not None:
        p.square(here.theirs, y, HALF, THEM, WHITE, 2)
    draft = None if track.draft is None else place(rect, track.draft.at)
    if draft is not None and here.ours is not None and abs(draft - here.ours) > 1:
        left, right = sorted((draft, here.ours))
        p.rect(Rect(left, y - 1.5, right - left, 3), US)
    if here.ours is not None:
        p.circle(here.ours, y, BALL, US, WHITE, 2)
    if draft is not None and (here.ours is None or abs(draft - here.ours) > 1):
        p.circle(draft, y, BALL, CARD, US, 2.5)


def _flag(p: Painter, x: float, y: float) -> None:
    p.line((x, y - 11), (x, y), MUTED, 1.4)
    p.area(((x, y - 11), (x + 8, y - 8.5), (x, y - 6)), MUTED)


def lettering(
    setter: Typesetter,
    rect: Rect,
    track: Track,
    over: Sequence[Stretch] = (),
    under: Sequence[Stretch] = (),
) -> tuple[Letters, ...]:
    """All words around the bar, placed so that none touches another.

    `over` and `under`: where joining lines run (`crossings`).
    """
    return (*_words_under(setter, rect, track, under), *_points_over(setter, rect, track, over))


def _words_under(
    setter: Typesetter, rect: Rect, track: Track, lines: Sequence[Stretch]
) -> list[Letters]:
    """The own marks by name, then as many options of a ladder as find room."""
    words: list[tuple[Spot, str]] = []
    for mark, colour in ((track.quote, MUTED), (track.limit, THEM_TEXT), (track.target, GOLD_TEXT)):
        if mark is not None:
            words.append((mark, colour))
    marked = {spot.at for spot, _ in words}
    wishes = [_wish(setter, rect, spot, 60) for spot, _ in words]
    for rung in track.rungs:
        if rung.at not in marked:
            words.append((rung, MUTED))
            wishes.append(_wish(setter, rect, rung, 12))
    top = rect.centery + BAR / 2 + 2
    return [
        Letters(spot.text, x, top, colour)
        for (spot, colour), x in zip(
            words, set_aside(wishes, rect.x, rect.right, (), lines), strict=True
        )
        if x is not None
    ]


def _points_over(
    setter: Typesetter, rect: Rect, track: Track, lines: Sequence[Stretch]
) -> list[Letters]:
    """The points of each own level over its tick; beside the flag at the quote."""
    top = rect.centery - BAR / 2 - 2 - LANE
    flags = [] if track.quote is None else [place(rect, track.quote.at)]
    taken = [(x - 4, x + 9) for x in flags]
    shown = [tick for tick in track.ticks if tick.text]
    wishes = [_wish(setter, rect, tick, BESIDE_FLAG) for tick in shown]
    return [
        Letters(tick.text, x, top, US_TEXT)
        for tick, x in zip(shown, set_aside(wishes, rect.x, rect.right, taken, lines), strict=True)
        if x is not None
    ]


def _wish(setter: Typesetter, rect: Rect, spot: Spot, slack: float) -> Wish:
    return Wish(place(rect, spot.at), setter.width(spot.text, MARK), slack)


def _runs(rows: Sequence[Ends]) -> list[list[Ends]]:
    """Rows next to each other in which both sides have named something, two at least."""
    runs: list[list[Ends]] = [[]]
    for row in rows:
        if row.ours is None or row.theirs is None:
            runs.append([])
        else:
            runs[-1].append(row)
    return [run for run in runs if len(run) > 1]
