"""The lines a program at a seat is sent, one record a kind; `lines` puts them on a stream.

Each is built from what the seat may know and from nothing else: a brief, a view,
the seat's own stream of events, a refusal. What the program sends back are moves.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.engine.common import Common, Outcome
from negosim.engine.issue import IssueNo
from negosim.engine.own import Brief, Own
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent


@record(frozen=True, slots=True)
class View:
    """What a seat knows now, without its brief, which is sent once."""

    seat: str
    common: Common
    own: Own


@record(frozen=True, slots=True)
class BriefMessage:
    """The first line: the wire's version, the seat, and all it knows when it sits down.

    Sent again when the side has set its own priorities (R3), which changes the grid.
    """

    wire: int
    seat: str
    brief: Brief


@record(frozen=True, slots=True)
class ViewMessage:
    """Something has changed. `calls`: this side is asked for a move now.

    `events` are those since the last view message; `legal` the tags of the moves
    that the phase, the turn and the seat's role allow.
    """

    view: View
    events: tuple[SeatEvent, ...]
    calls: bool
    legal: tuple[str, ...]


@record(frozen=True, slots=True)
class ErrorMessage:
    """The last line read changed nothing. `code`: a refusal or a fault of the wire.

    `path`: where in the line a fault of the wire is; `issue`: the one at fault in a
    refusal, where there is one.
    """

    code: str
    message: str
    path: str = "$"
    issue: IssueNo | None = None


@record(frozen=True, slots=True)
class OverMessage:
    """The last line: how the match ended and this side's own points."""

    outcome: Outcome
    points: int


@record(frozen=True, slots=True)
class Grid:
    """How one issue scores for the side: weight times level (R4, R5).

    `thresholds`: the values that reach levels 1 to 5 on a numeric issue, half steps
    included; with `nearest` a value short of the first is level 1 still, not 0.
    `levels`: the level of each option of a ladder. One of the two is empty.
    """

    weight: int
    thresholds: tuple[Fraction, ...]
    levels: tuple[int, ...]
    nearest: bool


Message = BriefMessage | ViewMessage | ErrorMessage | OverMessage


def bare(view: SeatView) -> View:
    """The view as it is sent."""
    return View(view.seat, view.common, view.own)


__all__ = [
    "BriefMessage",
    "ErrorMessage",
    "Grid",
    "Message",
    "OverMessage",
    "View",
    "ViewMessage",
    "bare",
]
