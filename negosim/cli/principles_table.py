"""The principles' worth for a person: a line a principle, or clients down and principles across."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from rich.console import Console

from negosim.analysis.paired import Comparison
from negosim.bots import roster
from negosim.bots.principles import DROPPED
from negosim.cli.dropping import Row
from negosim.cli.wide_table import Column, print_wide
from negosim.engine.words import Principle
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of

ABOVE, BELOW, NEITHER = "*", "!", "~"
"""Where the interval of a difference lies: above 0, below 0, on both sides of it."""
ABSENT = "–"
_STYLES = {ABOVE: "green", BELOW: "red", NEITHER: "dim"}


def print_client(rows: Sequence[Row], games: int, lang: str) -> None:
    """The rows of one client, a line each."""
    text = catalogue("cli", lang)
    found = [row.comparison for row in rows]
    columns = (
        ("rules", [" ".join(DROPPED[row.principle].rules) for row in rows]),
        ("games", [str(each.games) for each in found]),
        ("with", [_points(each.one) for each in found]),
        ("without", [_points(each.other) for each in found]),
        ("difference", [_difference(each) for each in found]),
    )
    styles = tuple(_STYLES[_mark(each)] for each in found)
    print(text.text("principles.client", client=rows[0].client, games=games))
    print_wide(
        Console(),
        Column(
            text.text("principles.principle"), tuple(name_of(row.principle, lang) for row in rows)
        ),
        [
            Column(
                text.text(f"principles.{key}"), tuple(cells), styles if key == "difference" else ()
            )
            for key, cells in columns
        ],
    )
    print(text.text("principles.marks", above=ABOVE, below=BELOW, neither=NEITHER))


def print_clients(rows: Sequence[Row], clients: Sequence[str], games: int, lang: str) -> None:
    """A line a client; then how many each principle paid against, and its mean over them."""
    text = catalogue("cli", lang)
    courses = [row.comparison.one for row in rows if row.principle is Principle.ASK_FIRST]
    columns = [
        _column(
            roster.DEFAULT_POLICY, [_points(one) for one in courses], "", _mean(courses, "{:.1f}")
        )
    ]
    for principle in DROPPED:
        cells = [row for row in rows if row.principle is principle]
        marks = [_mark(row.comparison) for row in cells]
        columns.append(
            _column(
                name_of(principle, lang),
                [_cell(row) for row in cells],
                f"{marks.count(ABOVE)}/{len(cells)}",
                _mean([row.comparison.difference for row in cells], "{:+.2f}"),
                [_STYLES[mark] for mark in marks],
            )
        )
    names = _column("", clients, text.text("principles.above"), text.text("table.mean"))
    print(text.text("principles.clients", games=games))
    print_wide(Console(), names, columns, closing=2)
    print(text.text("principles.marks", above=ABOVE, below=BELOW, neither=NEITHER))
    print(text.text("principles.occasions"))


def _column(
    heading: str, cells: Sequence[str], paid: str, mean: str, styles: Sequence[str] = ()
) -> Column:
    return Column(heading, (*cells, paid, mean), (*styles, "", "") if styles else (), begins=True)


def _mark(found: Comparison) -> str:
    if found.interval is None or found.interval[0] <= 0 <= found.interval[1]:
        return NEITHER
    return ABOVE if found.interval[0] > 0 else BELOW


def _cell(row: Row) -> str:
    """A difference, and in brackets how many games had an occasion."""
    shown = _difference(row.comparison)
    return shown if row.occasion is None else f"{shown} ({row.comparison.games})"


def _difference(found: Comparison) -> str:
    """`+1.20 ±0.35 *`: the difference, half its interval, where the interval lies."""
    if found.difference is None:
        return ABSENT
    if found.interval is None:
        return f"{found.difference:+.2f} {NEITHER}"
    half = (found.interval[1] - found.interval[0]) / 2
    return f"{found.difference:+.2f} ±{half:.2f} {_mark(found)}"


def _points(mean: float | None) -> str:
    return ABSENT if mean is None else f"{mean:.1f}"


def _mean(values: Sequence[float | None], form: str) -> str:
    """Over the clients against whom there was something to see."""
    there = [value for value in values if value is not None]
    return form.format(fmean(there)) if there else ABSENT
