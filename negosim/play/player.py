"""Who chooses moves: a person behind a front end, a bot, a program."""

from __future__ import annotations

from typing import Protocol

from negosim.engine.moves import Move
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent


class Player(Protocol):
    """Anything that plays one seat by what the seat knows."""

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> Move | None:
        """The seat's next move.

        `events` are those of the seat's stream since the last call, oldest first.
        None lets a chance to react pass; in its own turn a player has to move.
        """
        ...
