"""Sits at a seat for a bargainer: turns views into whole packages, and its replies into moves.

Speaks the messages of docs/bot-protocol.md. The bargainer is asked once in each of the
seat's own turns. Everything else at the table is done here: before giving, the other side
is asked what it expects (R22); who has nothing new to say shows goodwill, since to repeat
an offer is neither a refusal nor a step toward a deadlock (R37) in alternating offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from negosim.engine import moves as m
from negosim.engine.clock import latest_handshake_ms
from negosim.engine.own import Brief
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import Phase, Purpose, QuestionForm
from negosim.interchange import papers
from negosim.interchange.bargainer import Bargainer, Engage, Reply
from negosim.interchange.packages import (
    Laid,
    beyond_authority,
    given_unasked,
    laid_by_other,
    offer_of,
)
from negosim.interchange.profile import Profile, of_seat
from negosim.wire.codec import Codec, brief_from_json, codec_of
from negosim.wire.jsontext import JsonObject, compact

MOST_TURNS = 18
"""Of one's own: then the time counts as gone, whatever the clock says. Table time hardly
passes while nobody moves, but the other side's patience does; and there may be no clock."""
UNTIMED_S = 1_800.0
"""How long the talks count where there is no clock."""


class OutOfMoves(RuntimeError):
    """The match waits for a move and refused all that were tried: a fault of this package."""


@record(frozen=True, slots=True)
class Seated:
    """What the brief says, in the forms that are needed at every turn."""

    brief: Brief
    codec: Codec
    profile: Profile


class Delegate:
    """One seat, one match. `seated` and `over` are set when their message has come."""

    def __init__(self, engage: Engage) -> None:
        self._engage = engage
        self._bargainer: Bargainer | None = None
        self._untried: Iterator[m.Move] = iter(())
        self._called = False
        self._turns = 0
        self._replied: tuple[int, Reply] | None = None
        self.seated: Seated | None = None
        self.over: JsonObject | None = None

    def handle(self, message: dict[str, Any]) -> str | None:
        """The line to send back, without its end; None where the message wants none.

        Raises `OutOfMoves`, and WireError for what is no message of this wire.
        """
        kind = message["type"]
        if kind == "brief":
            brief = brief_from_json(message["brief"])
            self.seated = Seated(brief, codec_of(brief), of_seat(brief))
            return None
        if kind == "over":
            self.over = message
            return None
        seated = self.seated
        assert seated is not None, "the brief comes before any view"
        if kind == "view":
            view = seated.codec.view_from_json(message["view"], seated.brief)
            self._called = message["calls"]
            self._untried = self._moves(seated.profile, view)
        move = next(self._untried, None)
        if move is not None:
            return compact(seated.codec.move_to_json(move))
        if self._called:
            raise OutOfMoves(f"nothing left after: {message}")
        return "null"

    def _moves(self, profile: Profile, view: SeatView) -> Iterator[m.Move]:
        """Moves worth trying, the best first."""
        common, side = view.common, view.brief.side
        if common.phase is not Phase.TALKS:
            yield from papers.beforehand(view)
            return
        yield from papers.replies(view, common.positions[side].named)
        laid = laid_by_other(view, profile)
        theirs = common.positions[side.other].offer
        if theirs is not None and theirs.second is not None and theirs.preferred is None:
            yield m.Prefer(laid is not None and laid.second)
        if common.turn.side is not side:
            return
        yield from papers.writing(view)
        if not papers.is_agreed(view):
            if self._replied is None or self._replied[0] != common.turn.number:
                self._replied = common.turn.number, self._reply(profile, view, laid)
            yield from _as_moves(view, laid, self._replied[1])
            yield m.Goodwill()
        yield m.NotYet()

    def _reply(self, profile: Profile, view: SeatView, laid: Laid | None) -> Reply:
        """What the bargainer says to the package laid before it, or to none."""
        limit_ms = latest_handshake_ms(view.common.setup)
        limit_s = UNTIMED_S if limit_ms is None else limit_ms / 1000
        if self._bargainer is None:
            self._bargainer = self._engage(profile, limit_s)
        at_s = max(view.common.elapsed_ms / 1000, limit_s * self._turns / MOST_TURNS)
        self._turns += 1
        return self._bargainer.counter(None if laid is None else laid.outcome, min(at_s, limit_s))


def _as_moves(view: SeatView, laid: Laid | None, reply: Reply) -> Iterator[m.Move]:
    """What the reply comes to at the table; nothing where it says nothing new.

    An acceptance of what stands only in part is an offer of the whole.
    """
    if reply.leaves:
        yield m.WalkOut()
    if reply.accepts and laid is not None:
        if beyond_authority(view, laid.terms):
            yield m.Leave(Purpose.CONSULT)
        if laid.whole:
            yield m.Accept(second=laid.second)
        terms: tuple[int, ...] | None = laid.terms
    else:
        terms = reply.proposal
    if terms is not None and (offer := offer_of(view, terms)) is not None:
        unasked = given_unasked(view, offer)
        if unasked:
            yield m.Ask(QuestionForm.EXPECTATION, unasked)
        yield offer
