"""What a move costs in table time, and what the clock means.

Time is an int of ms since the talks opened. Under the wall clock moves cost
nothing: the hands move by themselves and the caller says where they stand.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.common import Common, Setup
from negosim.engine.concession import weigh
from negosim.engine.issue import Issue
from negosim.engine.phases import RULES
from negosim.engine.sides import Side
from negosim.engine.words import ClockKind

SHORT_TALKS_MS = 25 * 60_000
"""Talks shorter than this have breaks of 90 s (R36)."""
SHORT_BREAK_MS = 90_000
PATIENCE_MS = 60_000
"""Silence, a pen that may be claimed and a slow introduction are measured by this (R10, R20, R39)."""
UNSAY_MS = 15_000
"""How long an entry at a spoken table may be called not said (classroom.md)."""


# Python 3.11 finds a member of an enum slowly, and this is asked for at every move.
_WALL = ClockKind.WALL


def cost_ms(common: Common, issues: tuple[Issue, ...], side: Side, move: m.Move) -> int:
    """Table time of a move by `side`; depends on public things only. Source: exercise.md R16."""
    setup = common.setup
    if setup.clock is _WALL:
        return 0
    costs = setup.costs
    if isinstance(move, m.Offer):
        gives = any(weigh(issues, side, common.positions, move).sizes)
        cost = costs.concession if gives else costs.offer
        return cost + costs.second if move.second is not None else cost
    if isinstance(move, m.Leave):
        return setup.break_ms
    name = RULES[type(move)].cost
    return 0 if name is None else int(getattr(costs, name))


def break_ms(limit_ms: int | None, leave_ms: int) -> int:
    """How long a break lasts: shorter where the talks are. Source: exercise.md R36."""
    if limit_ms is not None and limit_ms < SHORT_TALKS_MS:
        return min(SHORT_BREAK_MS, leave_ms)
    return leave_ms


def latest_handshake_ms(setup: Setup) -> int | None:
    """The last moment at which an agreement can still be written, confirmed and put on a sheet.

    Whoever accepts passes the turn, and may hold the pen: so one short turn of the
    other side lies between. None without a clock. Source: exercise.md R15.
    """
    if setup.limit_ms is None:
        return None
    costs = setup.costs
    return setup.limit_ms - costs.not_yet - costs.record - costs.confirm - costs.sheet
