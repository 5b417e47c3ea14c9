"""The door for everything that travels: moves, events, briefs, views as JSON and back.

A codec knows the public facts of one scenario. Writing never fails on what the
engine made; reading gives an engine value of known issues and values on their
steps, or a WireError. Behind it nothing is checked again but the rules.
"""

from __future__ import annotations

from typing import Any, cast

from negosim.engine.events import Event
from negosim.engine.issue import Issue
from negosim.engine.moves import Move
from negosim.engine.own import Brief
from negosim.engine.record import but
from negosim.engine.scenario import Benefit
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.yardstick import yardsticks
from negosim.wire.agenda import EMPTY, Agenda
from negosim.wire.decode import read, reader, root_reader
from negosim.wire.encode import root_writer
from negosim.wire.jsontext import JsonObject
from negosim.wire.messages import Message, View, bare
from negosim.wire.shapes import Root, briefs, events, messages, moves, seat_events, views


class Codec:
    """JSON for one scenario; cheap to make, safe to share, holds no state.

    What writes never raises for what the engine made; what reads raises WireError.
    """

    __slots__ = ("_agenda",)

    def __init__(self, issues: tuple[Issue, ...], benefits: tuple[Benefit, ...]) -> None:
        self._agenda = Agenda(issues, benefits)

    def move_to_json(self, move: Move) -> JsonObject:
        """`{"move": tag, ...}` with every field, defaults too."""
        return self._write(moves, move)

    def move_from_json(self, data: object) -> Move:
        """The move that a JSON value asks for; fields with a default may be left out."""
        return cast(Move, self._read(moves, data))

    def event_to_json(self, event: Event) -> JsonObject:
        """`{"event": tag, "at_ms": ..., ...}` with every field."""
        return self._write(events, event)

    def event_from_json(self, data: object) -> Event:
        """The event that JSON of today's wire stands for (`lift` brings older ones there)."""
        return cast(Event, self._read(events, data))

    def seat_event_to_json(self, event: SeatEvent) -> JsonObject:
        """An event of one seat's stream, with its number there and the seat's own rulings."""
        return self._write(seat_events, event)

    def seat_event_from_json(self, data: object) -> SeatEvent:
        """An entry of a stream as a connection brings it."""
        return cast(SeatEvent, self._read(seat_events, data))

    def brief_to_json(self, brief: Brief) -> JsonObject:
        """All that a side knows when it sits down; `brief_from_json` needs no codec."""
        return self._write(briefs, brief)

    def view_to_json(self, view: SeatView) -> JsonObject:
        """A seat's view without its brief, which travels by itself."""
        return self._write(views, bare(view))

    def view_from_json(self, data: object, brief: Brief) -> SeatView:
        """The view of a seat whose brief is known already."""
        view: View = self._read(views, data)
        return SeatView(view.seat, brief, view.common, view.own)

    def message_to_json(self, message: Message) -> JsonObject:
        """`{"type": tag, ...}`: a line to a program at a seat."""
        return self._write(messages, message)

    def _write(self, root: Root, value: object) -> JsonObject:
        return cast(JsonObject, root_writer(root)(value, self._agenda, None))

    def _read(self, root: Root, data: object) -> Any:
        _check(root, data)
        return read(root_reader(root), data, self._agenda)


def codec_of(brief: Brief) -> Codec:
    """The codec of the scenario that a brief belongs to."""
    return Codec(brief.issues, brief.benefits)


def brief_from_json(data: object) -> Brief:
    """The brief that JSON stands for; WireError where it is none.

    Its issues come first, for they give all other values their meaning; what follows
    from the marks (yardsticks, worth) is worked out again, whatever the JSON says.
    """
    _check(briefs, data)
    issues, benefits = (
        read(reader(briefs().part(name)), cast(JsonObject, data)[name], EMPTY, within=name)
        for name in ("issues", "benefits")
    )
    brief: Brief = read(root_reader(briefs), data, Agenda(issues, benefits))
    yards, scale = yardsticks(brief.issues, brief.marks, brief.side)
    return but(brief, yardsticks=yards, worth_scale=scale)


def schema(name: str) -> JsonObject:
    """The JSON Schema of `moves` or `views` (what a program is sent); KeyError otherwise."""
    # pydantic takes a tenth of a second to load, and who only writes needs none of it.
    from negosim.wire import models

    return models.schema(name)


def _check(root: Root, data: object) -> None:
    # As in `schema`: loaded by the first message that is read.
    from negosim.wire import models

    models.check(root, data)
