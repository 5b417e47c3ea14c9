"""What a move would do, from the mover's own view: what a coach and a menu show."""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.clock import cost_ms
from negosim.engine.errors import Refusal
from negosim.engine.events import Ruling
from negosim.engine.legality import refusal
from negosim.engine.record import record
from negosim.engine.rulings import rulings
from negosim.engine.state import SeatView


@record(frozen=True, slots=True)
class Preview:
    """`refusal` None: the move is legal. `ends_ms`: when it would have ended.

    `in_time` False: the clock runs out before it ends, so it does not count and the
    talks are over (R15).
    """

    refusal: Refusal | None
    issue: int | None
    rulings: tuple[Ruling, ...]
    cost_ms: int
    ends_ms: int
    in_time: bool


def preview(view: SeatView, move: m.Move) -> Preview:
    """Never raises and changes nothing. An illegal move has no rulings and costs nothing."""
    common = view.common
    refused = refusal(view, move)
    if refused is not None:
        return Preview(refused[0], refused[1], (), 0, common.elapsed_ms, True)
    cost = cost_ms(common, view.brief.issues, view.brief.side, move)
    ends = common.elapsed_ms + cost
    limit = common.setup.limit_ms
    return Preview(None, None, rulings(view, move), cost, ends, limit is None or ends <= limit)
