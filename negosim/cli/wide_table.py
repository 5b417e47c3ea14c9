"""Tables with more columns than a terminal is wide: they go on below, row names repeated."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from negosim.engine.record import record

GAP = 2
"""Cells between two columns."""
UNBROKEN = 7
"""Chinese characters of a heading that stay on one line."""


@record(frozen=True, slots=True)
class Column:
    """A heading, a cell for every row, each cell's style where they have any, and whether
    they begin flush instead of ending so."""

    heading: str
    cells: tuple[str, ...]
    styles: tuple[str, ...] = ()
    begins: bool = False


def print_wide(
    console: Console, names: Column, columns: Sequence[Column], *, closing: int = 0
) -> None:
    """As many columns side by side as fit, the others below.

    The last `closing` rows stand under a line.
    """
    room = console.width - _width(names)
    left = list(columns)
    while left:
        taken, used = 0, 0
        while taken < len(left) and (not taken or used + _width(left[taken]) + GAP <= room):
            used += _width(left[taken]) + GAP
            taken += 1
        console.print(_block(names, left[:taken], closing))
        del left[:taken]
        if left:
            console.print()


def heading(bot: str) -> str:
    """A bot's name over two lines where it is long: `analytic- steady`."""
    return bot.replace("-", "- ", 1)


def _block(names: Column, columns: Sequence[Column], closing: int) -> Table:
    # The box itself sets columns one cell apart.
    table = Table(box=SIMPLE_HEAD, padding=(0, GAP - 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column(names.heading, no_wrap=True)
    for column in columns:
        table.add_column(
            column.heading,
            justify="left" if column.begins else "right",
            min_width=_width(column),
            max_width=_width(column),
            overflow="fold",
        )
    for row, name in enumerate(names.cells):
        cells = [
            Text(column.cells[row], style=column.styles[row] if column.styles else "")
            for column in columns
        ]
        table.add_row(Text(name), *cells, end_section=row == len(names.cells) - closing - 1)
    return table


def _width(column: Column) -> int:
    """What the cells need, and the heading's longest word; Chinese may break anywhere."""
    words = column.heading.split() if column.heading.isascii() else [column.heading[:UNBROKEN]]
    return max(map(cell_len, (*column.cells, *words)), default=0)
