"""The issues of the table as rows with tracks: each can be looked at and marked.

Which rows are marked is the scene's to keep; what a track shows comes from
`present.tracks`. Source: look.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from negosim.engine.record import record
from negosim.gui.drawings import issue_track
from negosim.gui.drawings.issue_track import Ends, Letters
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    GOLD,
    HAIRLINE,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    TITLE,
    US,
    US_TEXT,
    US_TINT,
    WELL,
    WHITE,
    Style,
)
from negosim.gui.typesetter import Typesetter
from negosim.gui.widgets.widget import Size, Widget, presses
from negosim.present.tracks import Settled, Track

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

ICON, GAP, SPACE = 30.0, 10.0, 4.0
LEAST_ROW, MOST_ROW = 40.0, 90.0
NAME_SHARE, VALUE_SHARE = 0.18, 0.16
LEAST_NAME, LEAST_VALUE = 64.0, 46.0
LEAST_TRACK = 150.0
PILL_PADDING = 8.0
VALUE_PITCH, NAME_PITCH = 19.0, 20.0
"""Both values, and the lines of a name, stand at least this far apart, middle to middle."""
NOTHING = "–"
BESIDE = " · "


@record(frozen=True, slots=True)
class Columns:
    """The widths of a row's parts, equal in all rows, in logical units."""

    name: float
    track: float
    value: float
    end: float


class TrackRow(Widget):
    """One issue: icon or its place among the marked ones, name, track, both values, the gap."""

    focusable = True

    def __init__(self, track: Track, *, place: int, on_mark: Callable[[int], None]) -> None:
        """`place`: 0 unmarked, else its place among the marked rows, from 1."""
        super().__init__(key=f"track-{track.number}")
        self.track = track
        self.marked = place
        self._on_mark = on_mark
        self.columns = Columns(0, 0, 0, 0)
        self.ends = Ends(None, None, 0)
        self.letters: tuple[Letters, ...] = ()

    def height_in(self, ui: Ui, columns: Columns) -> float:
        """What its words need in these columns."""
        name = len(ui.type.wrapped(self.track.name, TITLE, columns.name)) * NAME_PITCH
        name += len(self._beneath(ui.type, columns.name)) * SMALL.line
        value = sum(
            len(ui.type.wrapped(text, STRONG, columns.value)) * VALUE_PITCH
            for text, _ in self.values()
        )
        return max(LEAST_ROW, issue_track.LEAST_HEIGHT, name + 2, value + 2)

    def beside(self) -> str:
        """Unit and what they care about on one line; the one that there is, or nothing."""
        return BESIDE.join(text for text in (self.track.unit, self.track.cares) if text)

    def _beneath(self, setter: Typesetter, width: float) -> list[tuple[tuple[str, str], ...]]:
        """The lines under the name, each of words with their colours: one line where it fits."""
        parts = [(self.track.unit, MUTED), (self.track.cares, THEM_TEXT)]
        parts = [(text, colour) for text, colour in parts if text]
        if len(parts) > 1 and setter.width(self.beside(), SMALL) <= width:
            return [(parts[0], (BESIDE, MUTED), parts[1])]
        return [
            ((line, colour),)
            for text, colour in parts
            for line in setter.wrapped(text, SMALL, width)
        ]

    def values(self) -> tuple[tuple[str, str], ...]:
        """What stands in the column of values, with colours: both sides', or what is agreed."""
        if self.track.agreed:
            return ((self.track.agreed, INK),)
        ours, theirs = self.track.ours, self.track.theirs
        return (
            (NOTHING if ours is None else ours.text, US_TEXT),
            (NOTHING if theirs is None else theirs.text, THEM_TEXT),
        )

    def lie(self, rect: Rect, columns: Columns) -> None:
        """Take a box with these columns in it."""
        self.rect = rect
        self.columns = columns
        self.ends = issue_track.ends(self.bar, self.track.ours, self.track.theirs)

    def letter(self, ui: Ui, rows: Sequence[Ends], at: int) -> None:
        """Place the words round the bar, among the lines that join these rows; this is the `at`-th."""
        over, under = issue_track.crossings(rows, at)
        self.letters = issue_track.lettering(ui.type, self.bar, self.track, over, under)

    @property
    def bar(self) -> Rect:
        """The box of the track itself."""
        left = self.rect.x + SPACE + ICON + GAP + self.columns.name + GAP
        return Rect(left, self.rect.y, self.columns.track, self.rect.h)

    def activate(self, ui: Ui) -> None:
        ui.app.sound("tap")
        self._on_mark(self.track.number)

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        if presses(event) in ("m", "space"):
            self.activate(ui)
            return True
        return False

    def paint(self, p: Painter, ui: Ui) -> None:
        self._paint_name(p)
        issue_track.paint_bar(p, self.bar, self.track, self.letters)
        issue_track.paint_spots(p, self.track, self.ends, self.bar)
        self._paint_values(p)
        self._paint_end(p)

    def _paint_name(self, p: Painter) -> None:
        x, middle = self.rect.x + SPACE, self.rect.centery
        well = Rect(x, middle - ICON / 2, ICON, ICON)
        if self.marked:
            p.rect(well, US, 8)
            p.text(
                str(self.marked), well.centerx, middle, TITLE, WHITE, align="center", middle=True
            )
        else:
            p.rect(well, WELL, 8)
            p.icon(self.track.icon, well.inflate(-12, -12), INK)
        names = self._wrapped(p, self.track.name, TITLE)
        beneath = self._beneath(p.type, self.columns.name)
        y = middle - (len(names) * NAME_PITCH + len(beneath) * SMALL.line) / 2
        for line in names:
            p.text(line, well.right + GAP, y + NAME_PITCH / 2, TITLE, INK, middle=True)
            y += NAME_PITCH
        for words in beneath:
            x = well.right + GAP
            for text, colour in words:
                x += p.text(text, x, y, SMALL, colour)
            y += SMALL.line

    def _wrapped(self, p: Painter, text: str, style: Style) -> tuple[str, ...]:
        return p.type.wrapped(text, style, self.columns.name)

    def _paint_values(self, p: Painter) -> None:
        lines = [
            (line, colour)
            for text, colour in self.values()
            for line in p.type.wrapped(text, STRONG, self.columns.value)
        ]
        pitch = min(STRONG.line, max(VALUE_PITCH, self.rect.h / max(1, len(lines))))
        y = self.rect.centery - pitch * len(lines) / 2 + pitch / 2
        for line, colour in lines:
            p.text(line, self.bar.right + GAP, y, STRONG, colour, middle=True)
            y += pitch

    def _paint_end(self, p: Painter) -> None:
        if not self.track.end:
            return
        width = p.type.width(self.track.end, SMALL_STRONG) + 2 * PILL_PADDING
        right = self.rect.right - SPACE
        pill = Rect(right - width, self.rect.centery - 12, width, 24)
        fill, colour = {
            Settled.OPEN: (WELL, MUTED),
            Settled.AGREED: (US_TINT, US_TEXT),
            Settled.WRITTEN: (US, WHITE),
        }[self.track.settled]
        p.rect(pill, fill, 12)
        p.text(
            self.track.end, pill.centerx, pill.centery, SMALL_STRONG, colour,
            align="center", middle=True,
        )  # fmt: skip


class TrackBoard(Widget):
    """All tracks with the ribbon behind them, in one direction: left is good for us."""

    def __init__(
        self,
        tracks: Sequence[Track],
        *,
        marked: tuple[int, ...],
        on_mark: Callable[[int], None],
        grow: float = 1.0,
    ) -> None:
        """`marked`: the rows marked so far, in the order of marking."""
        super().__init__(key="tracks", grow=grow)
        self.rows = tuple(
            TrackRow(
                track,
                place=marked.index(track.number) + 1 if track.number in marked else 0,
                on_mark=on_mark,
            )
            for track in tracks
        )

    def children(self) -> tuple[Widget, ...]:
        return self.rows

    def columns(self, ui: Ui, width: float) -> Columns:
        """Names and values get what they need up to a share; the tracks get the rest."""
        name = max(
            max(
                ui.text_width(row.track.name, TITLE),
                ui.text_width(row.beside(), SMALL),
            )
            for row in self.rows
        )
        value = max(ui.text_width(text, STRONG) for row in self.rows for text, _ in row.values())
        end = max(ui.text_width(row.track.end, SMALL_STRONG) for row in self.rows)
        end += 2 * PILL_PADDING if end else 0
        name = min(name + 1, max(LEAST_NAME, NAME_SHARE * width))
        value = min(value + 1, max(LEAST_VALUE, VALUE_SHARE * width))
        rest = width - 2 * SPACE - ICON - 4 * GAP - name - value - end
        return Columns(name, max(LEAST_TRACK, rest), value, end)

    def natural(self, ui: Ui, width: float) -> Size:
        columns = self.columns(ui, min(width, 2000.0))
        return (min(width, 2000.0), sum(row.height_in(ui, columns) for row in self.rows))

    def narrowest(self, ui: Ui) -> float:
        columns = self.columns(ui, 0.0)
        return 2 * SPACE + ICON + 4 * GAP + columns.name + LEAST_TRACK + columns.value + columns.end

    def place(self, ui: Ui, rect: Rect) -> None:
        self.rect = rect
        columns = self.columns(ui, rect.w)
        heights = [row.height_in(ui, columns) for row in self.rows]
        spare = max(0.0, rect.h - sum(heights)) / len(heights)
        y = rect.y
        for row, height in zip(self.rows, heights, strict=True):
            height = max(height, min(MOST_ROW, height + spare))
            row.lie(Rect(rect.x, y, rect.w, height), columns)
            y += height
        ends = [row.ends for row in self.rows]
        for at, row in enumerate(self.rows):
            row.letter(ui, ends, at)

    def paint(self, p: Painter, ui: Ui) -> None:
        ends = [row.ends for row in self.rows]
        issue_track.paint_ribbon(p, ends)
        for row in self.rows:
            if row.marked:
                p.rect(row.rect.inflate(0, -2), None, 8, GOLD, 1.5)
        for row in self.rows[1:]:
            p.line((row.rect.x, row.rect.y), (row.rect.right, row.rect.y), HAIRLINE)
        issue_track.paint_lines(p, ends)
        super().paint(p, ui)
