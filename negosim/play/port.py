"""The one way in: what every player at a seat can do, wherever the table stands."""

from __future__ import annotations

from typing import Protocol

from negosim.engine.moves import Move
from negosim.engine.own import Brief
from negosim.engine.preview import Preview
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent


class SeatPort(Protocol):
    """A seat as its holder sees it. Nothing here shows another seat's secrets."""

    @property
    def seat(self) -> str: ...

    @property
    def side(self) -> Side: ...

    def brief(self) -> Brief: ...

    def view(self) -> SeatView: ...

    def preview(self, move: Move) -> Preview:
        """What the move would do, from the seat's own data; changes nothing."""
        ...

    def send(self, move: Move) -> None:
        """Make the move. Raises `IllegalMove` and then nothing has changed."""
        ...

    def events(self, after: int = 0) -> tuple[SeatEvent, ...]:
        """The seat's own stream from number `after` + 1 on."""
        ...
