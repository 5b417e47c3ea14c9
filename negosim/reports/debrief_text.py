"""The debrief as plain text for a terminal of 80 columns, in Chinese or English.

Words come from the catalogue `debrief`, figures from the `Debrief` value; nothing is
worked out here that the value does not hold.
"""

from __future__ import annotations

from negosim.engine.sides import SIDES, Side
from negosim.reports.debrief import Debrief
from negosim.reports.debrief_page import Page
from negosim.reports.debrief_result import (
    alternatives,
    money_brought,
    opening,
    points_table,
    record_kept,
    value_made,
)
from negosim.reports.debrief_sides import side_part


def debrief_text(found: Debrief, lang: str, *, me: Side | None = None) -> str:
    """The whole debrief, lines of at most 80 cells, ending with a line break.

    `me` is the reader's side: it comes first and is spoken to; None: both alike.
    """
    page = Page(found, lang, me)
    contract = found.contract
    parts = [opening(page), points_table(page)]
    if contract is not None:
        parts.append(value_made(page, contract))
    parts.append(alternatives(page))
    parts += [side_part(page, side) for side in (SIDES if me is None else (me, me.other))]
    parts.append(record_kept(page))
    if contract is not None and contract.money is not None:
        parts.append(money_brought(page, contract))
    return "\n".join(line for part in parts for line in (*part, ""))
