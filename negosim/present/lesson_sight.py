"""What the steps of a lesson look at: the seat's view and stream, and what is in the player's hand.

Facts only, each worked out from what the seat may know; which of them a step waits for
is said in `lesson_steps`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from negosim.engine import agreement
from negosim.engine import events as e
from negosim.engine.common import seat_side
from negosim.engine.concession import merged
from negosim.engine.events import OfferMade
from negosim.engine.issue import Order
from negosim.engine.moves import Move, Offer
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind, Phase, Principle
from negosim.engine.yardstick import par, points
from negosim.present.answering import open_question
from negosim.present.clues import ranked_by
from negosim.present.standing import terms_in_reach

NEXT, TURNED, TAKEN_BACK = "next", "turned", "taken back"
"""What no move tells: a step was read, a stepper was turned, the gift was taken back."""
BACK = "lesson-back"
"""The key of the button that takes the gift back."""

_SPOKEN = (
    e.QuestionAsked,
    e.QuestionAnswered,
    e.OfferMade,
    e.OfferAccepted,
    e.NotYetSaid,
    e.Argued,
    e.Told,
    e.GoodwillShown,
    e.PackagePreferred,
    e.BreakTaken,
)


@record(frozen=True, slots=True)
class Hand:
    """What the player is about to do: the open verb and the move that would be said; whether the
    director is asked for anything, and for a return; the guess as it lies on the board."""

    verb: str = ""
    move: Move | None = None
    scene: str = "table"
    asks_director: bool = False
    returns: bool = False
    board: tuple[int, ...] = ()
    reach: int | None = None


Pointer = tuple[str, str]
"""Which wording of a step fits, and the key of the widget it is about; empty for none."""


@record(frozen=True, slots=True)
class Step:
    """One step: when it is done, and what it says and points at until then. `read`: it waits
    only to be read; `again`: when the lesson comes back to it, however far it has got."""

    id: str
    done: Callable[[Seen], bool]
    now: Callable[[Seen], Pointer]
    read: bool = False
    again: Callable[[Seen], bool] | None = None


class Seen:
    """One moment of the game as a lesson sees it."""

    def __init__(
        self,
        view: SeatView,
        heard: tuple[SeatEvent, ...],
        flags: frozenset[str] = frozenset(),
        hand: Hand | None = None,
    ) -> None:
        self.view = view
        self.heard = heard
        self.flags = flags
        self.hand = hand or Hand()

    # -- where the game stands -------------------------------------------------------------

    @property
    def phase(self) -> Phase:
        return self.view.common.phase

    @property
    def has_begun(self) -> bool:
        """Whether the talks have been opened."""
        return self.phase not in (Phase.PREPARATION, Phase.INTRODUCTION)

    @property
    def is_asked(self) -> bool:
        """Whether a question of theirs waits for our answer."""
        return open_question(self.view) is not None

    @property
    def is_ours(self) -> bool:
        """Whether the turn is ours."""
        return self.view.common.turn.side is self.view.brief.side

    @property
    def is_agreed(self) -> bool:
        return agreement.is_complete(agreement.agreed(self.view.common.record, self._count))

    @property
    def is_written(self) -> bool:
        return agreement.is_complete(agreement.confirmed(self.view.common.record, self._count))

    @property
    def waits_for_their_yes(self) -> bool:
        """Whether all that is agreed has been written and is not confirmed."""
        record = self.view.common.record
        return not record.drafts and not agreement.proposed_by_other(record, self.view.brief.side)

    @property
    def wants_our_yes(self) -> bool:
        """Whether they have written lines that wait for us."""
        return bool(agreement.proposed_by_other(self.view.common.record, self.view.brief.side))

    @property
    def is_free(self) -> bool:
        """Whether the negotiators may go to every limit (R24)."""
        return self.view.own.authority == self.view.own.floors

    @property
    def theirs_is_enough(self) -> bool:
        """Whether what they have named would bring what is hoped for."""
        terms = terms_in_reach(self.view)
        yards = self.view.brief.yardsticks
        return agreement.is_complete(terms) and points(yards, terms) >= self.hoped

    @property
    def hoped(self) -> int:
        """What the director hopes for (R45)."""
        return par(self.view.brief.yardsticks)

    @property
    def would_be(self) -> int | None:
        """The points of the offer in the player's hand; None unless it names every issue."""
        offered = self.hand.move
        if not isinstance(offered, Offer):
            return None
        terms = merged(offered.give, offered.want)
        if not agreement.is_complete(terms):
            return None
        return points(self.view.brief.yardsticks, terms)

    # -- which issues ------------------------------------------------------------------------

    @property
    def cheap(self) -> int:
        """The issue that weighs least for us: what one trades with."""
        yards = self.view.brief.yardsticks
        return min(range(self._count), key=lambda issue: yards[issue].weight)

    @property
    def dear(self) -> int:
        """The issue that weighs most for us."""
        yards = self.view.brief.yardsticks
        return max(range(self._count), key=lambda issue: yards[issue].weight)

    # -- what was said -----------------------------------------------------------------------

    def is_our_seat(self, event: e.Event) -> bool | None:
        """Whether somebody of ours did it; None for what nobody did."""
        seat = getattr(event, "seat", None)
        if seat is None:
            return None
        return seat_side(self.view.common.setup, seat) is self.view.brief.side

    @cached_property
    def gift(self) -> OfferMade | None:
        """Our last offer that gave something and wanted nothing (R25), None without one."""
        return None if self._gift_at is None else self._offer_at(self._gift_at)

    @cached_property
    def gift_answered(self) -> bool:
        """Whether they have answered the gift and we have said nothing since."""
        if self._gift_at is None:
            return False
        since = [each.event for each in self.heard[self._gift_at + 1 :]]
        spoken = [self.is_our_seat(each) for each in since if isinstance(each, _SPOKEN)]
        return bool(spoken) and not any(spoken) and self.is_ours and not self.is_asked

    @property
    def gift_is_last(self) -> bool:
        """Whether the gift is the last thing we said."""
        return self._gift_at is not None and not any(
            self.is_our_seat(each.event)
            for each in self.heard[self._gift_at + 1 :]
            if isinstance(each.event, _SPOKEN)
        )

    @cached_property
    def trades(self) -> int:
        """How many of our offers said *if*."""
        return sum(self._is_trade(each.event) for each in self.heard)

    @cached_property
    def traded_freely(self) -> bool:
        """Whether we have said *if* since the director allowed more."""
        free = False
        for each in self.heard:
            free = free or isinstance(each.event, e.Authorised)
            if free and self._is_trade(each.event):
                return True
        return False

    @cached_property
    def held(self) -> bool:
        """Whether we said *not yet* to an offer that came after our *if*."""
        traded = False
        for each in self.heard:
            traded = traded or self._is_trade(each.event)
            if traded and isinstance(each.event, e.NotYetSaid) and self.is_our_seat(each.event):
                return True
        return False

    @cached_property
    def asked_director(self) -> bool:
        return any(isinstance(each.event, e.Authorised) for each in self.heard)

    @cached_property
    def told_order(self) -> Order:
        """The issues as they ranked them last, as many as they did; empty while they have not."""
        found: Order = ()
        for asked, event in self._exchanges:
            if isinstance(event, e.Told) and not self.is_our_seat(event):
                found = (event.more, event.less)
            elif isinstance(event, e.QuestionAnswered) and asked is not None:
                ranked = ranked_by(asked, event)
                found = ranked if len(ranked) > 1 else found
        return found

    @cached_property
    def named(self) -> int | None:
        """The issue they named last when asked openly; None when they were not."""
        found = [
            event.issues[0]
            for _, event in self._exchanges
            if isinstance(event, e.QuestionAnswered)
            and event.kind is AnswerKind.ISSUE
            and not self.is_our_seat(event)
        ]
        return found[-1] if found else None

    # -- inside ------------------------------------------------------------------------------

    @property
    def _count(self) -> int:
        return len(self.view.brief.issues)

    @cached_property
    def _gift_at(self) -> int | None:
        """The place of the gift in the stream."""
        for place in range(len(self.heard) - 1, -1, -1):
            each = self.heard[place]
            given = any(
                ruling.principle is Principle.EXCHANGE and not ruling.kept
                for ruling in each.rulings
            )
            if given and isinstance(each.event, OfferMade) and not _wants(each.event):
                return place
        return None

    def _offer_at(self, place: int) -> OfferMade:
        event = self.heard[place].event
        assert isinstance(event, OfferMade)
        return event

    def _is_trade(self, event: e.Event) -> bool:
        return isinstance(event, OfferMade) and bool(
            self.is_our_seat(event) and _wants(event) and any(_named(event.give))
        )

    @cached_property
    def _exchanges(self) -> tuple[tuple[e.QuestionAsked | None, e.Event], ...]:
        """Every event with the question of ours it may be the answer to."""
        out: list[tuple[e.QuestionAsked | None, e.Event]] = []
        asked: e.QuestionAsked | None = None
        for each in self.heard:
            event = each.event
            if isinstance(event, e.QuestionAsked):
                asked = event if self.is_our_seat(event) else None
            out.append((asked, event))
        return tuple(out)


def _wants(offer: OfferMade) -> bool:
    return bool(offer.benefits) or any(_named(offer.want))


def _named(terms: tuple[int | None, ...]) -> tuple[bool, ...]:
    return tuple(tick is not None for tick in terms)
