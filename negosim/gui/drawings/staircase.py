"""A concession staircase: treads, own marks beside them, and the limit the steps tell.

Shapes come from `present.staircase_shape`; planned steps and steps really made look
the same. Own steps are jade, a step that does not shrink is cinnabar, what the other
side would expect next is dashed gold. Source: look.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from negosim.engine.record import record
from negosim.gui.drawings.issue_track import BEYOND, HATCH, LIMIT
from negosim.gui.drawings.signs import Sign, paint_sign
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    MARK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM,
    THEM_TEXT,
    US,
    US_TEXT,
    US_TINT,
    WELL,
    Style,
)
from negosim.gui.widgets.widget import Size, Widget
from negosim.present.label_row import spread
from negosim.present.staircase_shape import Level, StaircaseShape, Tread

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

SIGN_ROOM = 16.0
"""Width of the sign before a mark's word."""
EDGE = 8.0
DASH = 5.0
LEAST_WIDTH, LEAST_HEIGHT = 300.0, 190.0


@record(frozen=True, slots=True)
class StaircaseWords:
    """The words beside the picture, each empty for none.

    Marks with their values (`Quote 310`), `told` (`tells 230`), `expected` over the steps
    that would follow.
    """

    quote: str
    target: str
    limit: str
    told: str = ""
    expected: str = ""


class StaircasePicture(Widget):
    """The stairs in a box of any width. With `on_move(step, tick)` treads can be dragged."""

    def __init__(
        self,
        shape: StaircaseShape,
        words: StaircaseWords,
        *,
        key: str,
        on_move: Callable[[int, int], None] | None = None,
        height: float = 240.0,
        grow: float = 0.0,
    ) -> None:
        super().__init__(key=key, grow=grow, height=max(LEAST_HEIGHT, height))
        self._shape = shape
        self._words = words
        self._on_move = on_move

    def natural(self, ui: Ui, width: float) -> Size:
        return (min(width, 560.0), LEAST_HEIGHT)

    def narrowest(self, ui: Ui) -> float:
        return LEAST_WIDTH

    def takes_pointer(self) -> bool:
        return self._on_move is not None

    def pointer_down(self, ui: Ui, x: float, y: float) -> None:
        self._drag(ui, x, y)

    def pointer_move(self, ui: Ui, x: float, y: float) -> None:
        self._drag(ui, x, y)

    def pointer_up(self, ui: Ui, x: float, y: float) -> None:
        """The tread was moved on the way."""

    def paint(self, p: Painter, ui: Ui) -> None:
        paint_staircase(p, self.rect, self._shape, self._words)

    def _drag(self, ui: Ui, x: float, y: float) -> None:
        if self._on_move is None:
            return
        plot = plot_of(self.rect, self._words, ui.text_width)
        step = self._shape.step_at((x - plot.x) / plot.w)
        if step is not None:
            share = min(max((y - plot.y) / plot.h, 0.0), 1.0)
            self._on_move(step, self._shape.tick_at(share))


def plot_of(rect: Rect, words: StaircaseWords, width: Callable[[str, Style], float]) -> Rect:
    """The part of the box in which the stairs stand, right of the marks' words."""
    axis = max(width(text, SMALL) for text in (words.quote, words.target, words.limit))
    left = min(axis + SIGN_ROOM + 2 * EDGE, rect.w / 2)
    return Rect(rect.x + left, rect.y + EDGE, rect.w - left - EDGE, rect.h - 2 * EDGE)


def paint_staircase(p: Painter, rect: Rect, shape: StaircaseShape, words: StaircaseWords) -> None:
    """The whole picture in the box."""
    p.rect(rect, WELL, 10)
    plot = plot_of(rect, words, p.type.width)
    _body(p, plot, shape)
    _told_band(p, plot, shape)
    _lines(p, plot, shape)
    _ghosts(p, plot, shape)
    _stairs(p, plot, shape.treads)
    _values(p, plot, shape)
    _axis(p, rect, plot, shape, words)
    _told_words(p, plot, shape, words)


def _y(plot: Rect, share: float) -> float:
    return plot.y + share * plot.h


def _x(plot: Rect, share: float) -> float:
    return plot.x + share * plot.w


def _body(p: Painter, plot: Rect, shape: StaircaseShape) -> None:
    """The ground under the treads, and what lies beyond one's own limit."""
    limit = _y(plot, shape.limit.y)
    for tread in shape.treads:
        left, right, top = _x(plot, tread.left), _x(plot, tread.right), _y(plot, tread.y)
        p.rect(Rect(left, top, right - left, max(0.0, limit - top)), US_TINT)
    beyond = Rect(plot.x, limit, plot.w, plot.bottom - limit)
    p.rect(beyond, BEYOND)
    p.hatch(beyond, HATCH, 7)


def _lines(p: Painter, plot: Rect, shape: StaircaseShape) -> None:
    """The marks across the picture: target dashed, limit as the bar it is everywhere."""
    for level, colour in ((shape.quote, MUTED), (shape.target, GOLD_TEXT)):
        _dashes(p, plot.x, plot.right, _y(plot, level.y), colour)
    p.line((plot.x, _y(plot, shape.limit.y)), (plot.right, _y(plot, shape.limit.y)), LIMIT, 2)


def _dashes(p: Painter, left: float, right: float, y: float, colour: str, width: float = 1) -> None:
    x = left
    while x < right:
        p.line((x, y), (min(x + DASH, right), y), colour, width)
        x += 2 * DASH


def _told_band(p: Painter, plot: Rect, shape: StaircaseShape) -> None:
    told = shape.told
    if told is None or told.beyond or not shape.ghosts:
        return
    left = _x(plot, shape.ghosts[0].left)
    top, bottom = _y(plot, told.top), _y(plot, told.bottom)
    p.rect(Rect(left, top, plot.right - left, max(3.0, bottom - top)), GOLD_TINT, 3)


def _ghosts(p: Painter, plot: Rect, shape: StaircaseShape) -> None:
    """The steps that would follow at the same rate, and the limit they run to."""
    if not shape.ghosts or shape.told is None:
        return
    before = shape.treads[-1].y
    for ghost in shape.ghosts:
        left, right = _x(plot, ghost.left), _x(plot, ghost.right)
        p.line((left, _y(plot, before)), (left, _y(plot, ghost.y)), GOLD, 2)
        _dashes(p, left, right, _y(plot, ghost.y), GOLD, 2)
        before = ghost.y
    left = _x(plot, shape.ghosts[0].left)
    if shape.told.beyond:
        x, tip = (left + plot.right) / 2, plot.bottom
        p.line((x, tip - 14), (x, tip - 4), GOLD_TEXT, 2)
        p.area(((x - 5, tip - 6), (x + 5, tip - 6), (x, tip)), GOLD_TEXT)
    else:
        y = _y(plot, shape.told.y)
        p.line((left, y), (plot.right, y), THEM if shape.told.near else GOLD_TEXT, 2)


def _stairs(p: Painter, plot: Rect, treads: Sequence[Tread]) -> None:
    before: Tread | None = None
    for tread in treads:
        left, right, y = _x(plot, tread.left), _x(plot, tread.right), _y(plot, tread.y)
        if before is not None:
            grows = tread.shrinks is False
            p.line((left, _y(plot, before.y)), (left, y), THEM if grows else US, 3)
        p.line((left, y), (right, y), US, 3)
        before = tread


def _values(p: Painter, plot: Rect, shape: StaircaseShape) -> None:
    """Over each tread its value, and beside it the size of the step where there is room."""
    for tread in shape.treads:
        room = _x(plot, tread.right) - _x(plot, tread.left) - 4
        middle = (_x(plot, tread.left) + _x(plot, tread.right)) / 2
        style = STRONG if p.type.width(tread.value, STRONG) <= room else SMALL_STRONG
        value = p.type.shortened(tread.value, style, room)
        wide = p.type.width(value, style)
        size = tread.size
        beside = p.type.width(size, SMALL) + 8 if size else 0.0
        if wide + beside > room:
            size, beside = "", 0.0
        left, line = middle - (wide + beside) / 2, _y(plot, tread.y) - 4 - STRONG.line / 2
        # A mark's line may run through here: the words stand on ground of their own.
        p.rect(Rect(left - 3, line - 9, wide + beside + 6, 18), WELL, 4)
        p.text(value, left, line, style, US_TEXT, middle=True, cut=value != tread.value)
        colour = THEM_TEXT if tread.shrinks is False else MUTED
        p.text(size, left + wide + 8, line, SMALL, colour, middle=True)


def _axis(p: Painter, rect: Rect, plot: Rect, shape: StaircaseShape, words: StaircaseWords) -> None:
    """Quote, target and limit by sign and word, left of the picture."""
    marks: tuple[tuple[Sign, Level, str, str], ...] = (
        (Sign.QUOTE, shape.quote, words.quote, MUTED),
        (Sign.TARGET, shape.target, words.target, GOLD_TEXT),
        (Sign.LIMIT, shape.limit, words.limit, THEM_TEXT),
    )
    tops = spread(
        [_y(plot, level.y) for _, level, _, _ in marks],
        [SMALL.line] * len(marks),
        low=rect.y + 4,
        high=rect.bottom - 4,
    )
    room = plot.x - rect.x - SIGN_ROOM - 2 * EDGE
    for (sign, level, text, colour), top in zip(marks, tops, strict=True):
        middle = top + SMALL.line / 2
        paint_sign(p, sign, rect.x + EDGE + 5, middle)
        shown = p.type.shortened(text, SMALL, room + 0.5)
        wide = p.text(
            shown, rect.x + EDGE + SIGN_ROOM, middle, SMALL, colour, middle=True, cut=shown != text
        )
        end = rect.x + EDGE + SIGN_ROOM + wide + 3
        if end < plot.x - 2:
            p.line((end, middle), (plot.x, _y(plot, level.y)), colour)


def _told_words(p: Painter, plot: Rect, shape: StaircaseShape, words: StaircaseWords) -> None:
    """What the steps tell, under its line, and the heading of the steps to come."""
    told = shape.told
    if told is None or not shape.ghosts:
        return
    left = _x(plot, shape.ghosts[0].left)
    room = plot.right - left
    middle = (left + plot.right) / 2
    bottom = plot.bottom
    top = bottom - 16 - SMALL.line if told.beyond else _y(plot, max(told.y, told.bottom)) + 2
    top = min(top, bottom - SMALL.line)
    colour = THEM_TEXT if told.near else GOLD_TEXT
    if words.told and p.type.width(words.told, SMALL_STRONG) + 12 <= room:
        wide = p.type.width(words.told, SMALL_STRONG) + 12
        # On ground of its own: a mark's line or the hatch may run through here.
        p.rect(Rect(middle - wide / 2, top, wide, SMALL.line), GOLD_TINT, 6)
        p.text(words.told, middle, top, SMALL_STRONG, colour, align="center")
    head = _y(
        plot, shape.treads[-1].y if told.beyond else min(shape.treads[-1].y, told.top, told.y)
    )
    head -= 4 + MARK.line
    if words.expected and (wide := p.type.width(words.expected, MARK)) <= room:
        p.rect(Rect(middle - wide / 2 - 3, head, wide + 6, MARK.line), WELL, 4)
        p.text(words.expected, middle, head, MARK, GOLD_TEXT, align="center")
