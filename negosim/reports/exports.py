"""Tables as files that other programs open: CSV for spreadsheets, HTML for browsers.

Cells come from people and from logs, so nothing in them may become a formula, a
tag or a script. What is in the tables is decided elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from html import escape
from io import StringIO

from negosim.engine.record import record

Cell = str | int | float | None

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet read a text as a formula when it stands first."""

_STYLE = """
body{font:16px/1.5 "Noto Sans SC","Noto Sans",system-ui,sans-serif;color:#1e2a38;
background:#f5f1e8;margin:2rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;background:#fffdf8;margin:0 0 1.5rem;width:100%}
th,td{border:1px solid #ebe3d3;padding:.4rem .7rem;text-align:left}
td.number{text-align:right;font-variant-numeric:tabular-nums}
th{background:#f7f1e5}
"""


@record(frozen=True, slots=True)
class Table:
    """A titled table; every row has a cell for each head, None for nothing to say."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_bytes(table: Table) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheets read Chinese; lines end in CR LF.

    Numbers stay numbers; a text that a spreadsheet would run gets a `'` in front.
    """
    out = StringIO(newline="")
    writer = csv.writer(out)
    for row in (table.heads, *table.rows):
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "replace")


def html_bytes(
    title: str, tables: Sequence[Table], *, lang: str, notes: Sequence[str] = ()
) -> bytes:
    """A page that needs nothing besides itself; every text is escaped, nothing may run."""
    body = [f"<h1>{escape(title)}</h1>"]
    for table in tables:
        body.append(_html_table(table))
    body += [f"<p>{escape(note)}</p>" for note in notes]
    page = (
        "<!doctype html>\n"
        f'<html lang="{escape(lang)}"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        "<body>\n" + "\n".join(body) + "\n</body></html>\n"
    )
    return page.encode("utf-8", "replace")


def _html_table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "\n".join(
        "<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>" for row in table.rows
    )
    return (
        f"<h2>{escape(table.title)}</h2>\n<table><thead><tr>{heads}</tr></thead>"
        f"<tbody>\n{rows}\n</tbody></table>"
    )


def _html_cell(cell: Cell) -> str:
    if cell is None:
        return "<td></td>"
    kind = "" if isinstance(cell, str) else ' class="number"'
    return f"<td{kind}>{escape(str(cell))}</td>"


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return "" if cell is None else cell
    # A leading blank hides the sign from us but not from every spreadsheet.
    start = cell.lstrip(" \u00a0\u3000")[:1]
    return "'" + cell if start in _FORMULA and start else cell
