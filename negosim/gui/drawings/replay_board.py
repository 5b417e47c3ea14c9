"""All lanes of a replay as one widget: names, lanes with the ribbon between the sides, values.

Left is good for us. Places and words come from `present.replay_lanes`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from negosim.engine.record import record
from negosim.gui.drawings import replay_lane
from negosim.gui.drawings.issue_track import crossings, paint_lines, paint_ribbon
from negosim.gui.drawings.issue_track import ends as ends_of
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    HAIRLINE,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US,
    US_TEXT,
    US_TINT,
    WELL,
    WHITE,
    Style,
)
from negosim.gui.widgets.widget import Size, Widget
from negosim.present.replay_lanes import Lane
from negosim.present.tracks import Settled

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

ICON, GAP = 28.0, 10.0
NAME_SHARE, VALUE_SHARE = 0.18, 0.15
LEAST_NAME, LEAST_VALUE, LEAST_LANE = 84.0, 64.0, 180.0
NOTHING = "–"


@record(frozen=True, slots=True)
class _Columns:
    name: float
    lane: float
    value: float


class ReplayBoard(Widget):
    """`ends` says what a settled row is called."""

    def __init__(self, lanes: Sequence[Lane], ends: Mapping[Settled, str]) -> None:
        super().__init__(key="board")
        self._lanes = tuple(lanes)
        self._ends = ends

    def natural(self, ui: Ui, width: float) -> Size:
        wide = min(width, 900.0)
        columns = self._columns(ui, wide)
        return (wide, sum(self._height(ui, lane, columns) for lane in self._lanes))

    def narrowest(self, ui: Ui) -> float:
        return ICON + 3 * GAP + LEAST_NAME + LEAST_VALUE + LEAST_LANE

    def paint(self, p: Painter, ui: Ui) -> None:
        columns = self._columns(ui, self.rect.w)
        rows: list[tuple[Lane, Rect, Rect]] = []
        y = self.rect.y
        for lane in self._lanes:
            high = self._height(ui, lane, columns)
            row = Rect(self.rect.x, y, self.rect.w, high)
            box = Rect(row.x + ICON + GAP + columns.name + GAP, y, columns.lane, high)
            rows.append((lane, row, box))
            y += high
        ends = [ends_of(box, lane.our_spot, lane.their_spot) for lane, _, box in rows]
        paint_ribbon(p, ends)
        for _, row, _ in rows[1:]:
            p.line((row.x, row.y), (row.right, row.y), HAIRLINE)
        paint_lines(p, ends)
        for at, (lane, row, box) in enumerate(rows):
            self._name(p, row, lane, columns)
            replay_lane.paint_lane(p, box, lane, *crossings(ends, at))
            self._values(p, row, lane, columns)
        for here in ends:
            replay_lane.paint_spots(p, here)

    # -- one row ---------------------------------------------------------------------------

    def _columns(self, ui: Ui, width: float) -> _Columns:
        name = max(
            max(ui.text_width(lane.name, STRONG), ui.text_width(lane.unit, SMALL))
            for lane in self._lanes
        )
        value = max(
            ui.text_width(text, STRONG) for lane in self._lanes for text, _ in self._said(lane)
        )
        value = max(
            [value, *[ui.text_width(end, SMALL_STRONG) + 18 for end in self._ends.values()]]
        )
        name = min(name + 1, max(LEAST_NAME, NAME_SHARE * width))
        value = min(value + 1, max(LEAST_VALUE, VALUE_SHARE * width))
        return _Columns(name, width - ICON - 3 * GAP - name - value, value)

    def _height(self, ui: Ui, lane: Lane, columns: _Columns) -> float:
        name = len(ui.type.wrapped(lane.name, STRONG, columns.name)) * STRONG.line
        name += SMALL.line if lane.unit else 0
        value = sum(
            len(ui.type.wrapped(text, STRONG, columns.value)) * STRONG.line
            for text, _ in self._said(lane)
        )
        value += 24 if lane.settled is not Settled.OPEN else 0
        return max(replay_lane.HIGH + 12, name + 10, value + 10)

    @staticmethod
    def _said(lane: Lane) -> tuple[tuple[str, str], ...]:
        """Both sides' last words, or the value that is settled."""
        if lane.settled is not Settled.OPEN:
            return ((lane.settled_at, INK),)
        return (
            (NOTHING if lane.our_spot is None else lane.our_spot.text, US_TEXT),
            (NOTHING if lane.their_spot is None else lane.their_spot.text, THEM_TEXT),
        )

    def _name(self, p: Painter, row: Rect, lane: Lane, columns: _Columns) -> None:
        well = Rect(row.x, row.centery - ICON / 2, ICON, ICON)
        p.rect(well, WELL, 8)
        p.icon(lane.icon, well.inflate(-11, -11), INK)
        lines: list[tuple[str, Style, str]] = [
            (line, STRONG, INK) for line in p.type.wrapped(lane.name, STRONG, columns.name)
        ]
        if lane.unit:
            shown = p.type.shortened(lane.unit, SMALL, columns.name)
            lines.append((shown, SMALL, MUTED))
        y = row.centery - sum(style.line for _, style, _ in lines) / 2
        for line, style, colour in lines:
            p.text(line, well.right + GAP, y, style, colour)
            y += style.line

    def _values(self, p: Painter, row: Rect, lane: Lane, columns: _Columns) -> None:
        x = row.right - columns.value
        lines = [
            (line, colour)
            for text, colour in self._said(lane)
            for line in p.type.wrapped(text, STRONG, columns.value)
        ]
        end = self._ends[lane.settled]
        high = len(lines) * STRONG.line + (24 if end else 0)
        y = row.centery - high / 2
        for line, colour in lines:
            p.text(line, x, y, STRONG, colour)
            y += STRONG.line
        if end:
            written = lane.settled is Settled.WRITTEN
            pill = Rect(x, y + 2, p.type.width(end, SMALL_STRONG) + 16, 20)
            p.rect(pill, US if written else US_TINT, 10)
            colour = WHITE if written else US_TEXT
            p.text(
                end, pill.centerx, pill.centery, SMALL_STRONG, colour, align="center", middle=True
            )
