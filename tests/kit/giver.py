"""A vendor who gives one thing for nothing at its first turn, and then waits."""

from __future__ import annotations

import arena

from negosim.engine import moves as m
from negosim.engine.issue import no_terms
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Phase


class Giver:
    """Gives `tick` on `issue`, unasked and without a return."""

    def __init__(self, issue: int, tick: int) -> None:
        self._gift = {issue: tick}
        self._waiting = arena.Staller()

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        turn = view.common.turn
        mine = turn.side is Side.VENDOR and turn.question is None
        if self._gift and mine and view.common.phase is Phase.TALKS:
            none = no_terms(len(view.brief.issues))
            give = tuple(self._gift.get(issue) for issue in range(len(none)))
            self._gift = {}
            return m.Offer(give=give, want=none)
        return self._waiting.choose(view, events)
