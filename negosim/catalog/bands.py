"""Reads and checks what each side wants: its ranks, its bands, and the zone between floors."""

from __future__ import annotations

from negosim.catalog.codes import Code, Said
from negosim.catalog.reading import At
from negosim.catalog.singles import range_words
from negosim.catalog.values import shown, tick_of
from negosim.engine.issue import Issue
from negosim.engine.sides import BySide, Side
from negosim.engine.yardstick import Marks, sign_of

SIDE_NAMES = BySide(Said("vendor", "供应商"), Said("client", "客户"))
_MARKS = ("quote", "target", "floor")


def read_marks(issue: Issue, at: At, side: Side) -> tuple[Marks | None, int | None]:
    """A side's marks where all could be read, and its floor where that could."""
    ticks = [tick_of(issue, at.field(mark)) for mark in _MARKS]
    quote, target, floor = ticks
    if target is not None:
        if quote is not None and not _in_order(issue, side, quote, target):
            _report_band(issue, at, side, "target", target)
        if floor is not None and not _in_order(issue, side, target, floor):
            _report_band(issue, at, side, "floor", floor)
    elif quote is not None and floor is not None and not _in_order(issue, side, quote, floor):
        _report_band(issue, at, side, "floor", floor)
    rank = at.field("rank").whole()
    if rank is None or quote is None or target is None or floor is None:
        return None, floor
    return Marks(rank, quote, target, floor), floor


def _in_order(issue: Issue, side: Side, better: int, worse: int) -> bool:
    """Strictly on numeric issues; on ladders marks may coincide."""
    gained = (better - worse) * sign_of(issue, side)
    return gained >= 0 if issue.is_ladder else gained > 0


def _report_band(issue: Issue, at: At, side: Side, mark: str, tick: int) -> None:
    if issue.is_ladder:
        ids = [option.id for option in issue.options]
        listed = ", ".join(ids if side is Side.VENDOR else reversed(ids))
        allowed = Said(
            f"quote, target and floor follow the options in this order: {listed}",
            f"报价、目标、底线依这个顺序排列：{listed}",
        )
    elif sign_of(issue, side) > 0:
        allowed = Said("quote > target > floor", "报价 > 目标 > 底线")
    else:
        allowed = Said("quote < target < floor", "报价 < 目标 < 底线")
    names = {"target": Said("target", "目标"), "floor": Said("floor", "底线")}
    at.field(mark).report(
        Code.BAND_ORDER,
        mark=names[mark],
        found=shown(issue, tick),
        side=SIDE_NAMES[side],
        allowed=allowed,
    )


def check_zone(issue: Issue, at: At, vendor: int | None, client: int | None) -> None:
    """Some value is at or inside both floors."""
    if vendor is None or client is None:
        return
    if (client - vendor) * issue.toward_vendor < 0:
        at.field("client").field("floor").report(
            Code.NO_ZONE, vendor=shown(issue, vendor), client=shown(issue, client)
        )


def check_ranks(issues: At, side: Side) -> None:
    """A side's ranks are 1..n, each once."""
    entries = issues.entries()
    count = len(entries)
    seen: set[int] = set()
    for _, at in entries:
        place = at.field(side.word).field("rank")
        rank = place.whole()
        if rank is None:
            continue
        if rank > count or rank in seen:
            allowed = range_words("1", str(count))
            place.report(Code.RANKS, found=str(rank), side=SIDE_NAMES[side], allowed=allowed)
        seen.add(rank)
