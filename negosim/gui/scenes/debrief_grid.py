"""The tab with both grids: what each level begins at, what it brings, which was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.sides import Side
from negosim.gui.theme import (
    GUTTER,
    INK,
    MARGIN,
    MUTED,
    PADDING,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US,
    US_TEXT,
    US_TINT,
    WELL,
)
from negosim.gui.widgets import Box, Card, Column, Grid, Icon, Label, Row, Table, Widget
from negosim.present.debrief_grid import Cell, SideGrid, below_grid, grid

if TYPE_CHECKING:
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

THEIRS_REACHED = "#f3ddd4"
SIDE_BY_SIDE = 1080.0
LEAST_CELL, MOST_CELL = 46.0, 88.0
NAME_ROOM = 176.0
"""For an issue's name and its points."""


def grid_page(ui: Ui, scene: DebriefScene) -> Widget:
    """Ours and theirs, and what became of the record and the payment."""
    words = ui.words("debrief_scene")
    side = scene.seen.side
    both = [_grid(ui, scene, each) for each in (side, side.other)]
    told = scene.once("below_grid", lambda: below_grid(scene.seen, ui.lang))
    return Column(
        Label(words.text("grid.legend"), style=SMALL, colour=MUTED),
        Grid(*both, columns=2 if ui.width >= SIDE_BY_SIDE else 1, gap=GUTTER, line_gap=GUTTER),
        Card(*(Label(sentence) for sentence in told), gap=6) if told else None,
        gap=10,
    )


def _grid(ui: Ui, scene: DebriefScene, side: Side) -> Widget:
    words = ui.words("debrief_scene")
    found: SideGrid = scene.once(f"grid-{side.word}", lambda: grid(scene.seen, side, ui.lang))
    ours = side is scene.seen.side
    colour = US_TEXT if ours else THEM_TEXT
    wide = _cell_width(ui)
    rows: list[list[str | Widget]] = []
    for row in found.rows:
        name = Row(
            Icon(row.icon, size=17, colour=MUTED),
            Column(
                Label(row.name, style=SMALL_STRONG),
                Label(row.unit, style=SMALL, colour=MUTED) if row.unit else None,
                Label(words.text("grid.weight", weight=row.weight), style=SMALL, colour=MUTED),
                gap=0,
                grow=1,
            ),
            gap=8,
        )
        points = "–" if row.points is None else str(row.points)
        rows.append(
            [
                name,
                *(_cell(cell, ours=ours, width=wide) for cell in row.cells),
                Label(points, style=STRONG, colour=colour, align="right"),
            ]
        )
    key = "grid.ours" if ours else f"grid.{side.word}"
    sums = words.text("grid.par", par=found.par)
    if found.total is not None:
        sums = words.text("grid.total", total=found.total, par=found.par)
    return Card(
        Table(
            [words.text("grid.level"), "1", "2", "3", "4", "5", ""], rows, align="lcccccr", gap=6
        ),
        Row(Label(sums, style=STRONG, colour=colour, align="right", grow=1)),
        title=words.text(key),
        gap=8,
    )


def _cell_width(ui: Ui) -> float:
    """Five cells share what a card has left beside names and points."""
    columns = 2 if ui.width >= SIDE_BY_SIDE else 1
    card = (ui.width - 2 * MARGIN - 14 - GUTTER * (columns - 1)) / columns - 2 * PADDING
    return min(MOST_CELL, max(LEAST_CELL, (card - NAME_ROOM) / 5 - 6))


def _cell(cell: Cell, *, ours: bool, width: float) -> Widget:
    """The value where the level begins and its points; the level reached is filled and bold."""
    fill = (US_TINT if ours else THEIRS_REACHED) if cell.reached else WELL
    return Box(
        Label(
            cell.value or "–",
            style=SMALL_STRONG if cell.reached else SMALL,
            colour=INK,
            align="center",
        ),
        Label(
            str(cell.points),
            style=SMALL_STRONG if cell.reached else SMALL,
            colour=(US_TEXT if ours else THEM_TEXT) if cell.reached else MUTED,
            align="center",
        ),
        fill=fill,
        border=(US if ours else THEM_TEXT) if cell.reached else None,
        radius=8,
        padding=4,
        gap=0,
        width=width,
    )
