"""Rows of text set in columns by their width in cells, for terminals."""

from __future__ import annotations

from collections.abc import Sequence

from negosim.language.typography import cells, cut, padded

WIDEST = 32
"""A longer cell is cut: names come from people."""


def table(rows: Sequence[Sequence[str]], *, right: tuple[int, ...] = ()) -> list[str]:
    """One line a row, columns two blanks apart; those in `right` end flush.

    Every row has as many cells as the first.
    """
    short = [[cut(cell, WIDEST) for cell in row] for row in rows]
    widths = [max(cells(row[column]) for row in short) for column in range(len(short[0]))]
    return [
        "  ".join(
            padded(cell, width, right=column in right)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in short
    ]
