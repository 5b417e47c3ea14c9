"""What each event does to a bot's reading: one small function an event.

The weights of what is owed for a move stand here; those of what is believed stand in
`estimate`. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from negosim.bots import conversation, impressions
from negosim.bots.character import Motive
from negosim.bots.estimate import Movement
from negosim.bots.heard import Heard, Kind, step_kind
from negosim.bots.reading import ROUSED_FOR, Reading
from negosim.engine import events as e
from negosim.engine.concession import merged
from negosim.engine.issue import has_bit, says_something
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Purpose

GIFT = 0.35
"""What a concession that wanted nothing back is answered with: the rest is pocketed."""
UNASKED = 0.6
"""A vendor who concedes unasked shows room, and is answered with less."""
TAKEN = 0.5
"""What an acceptance is answered with: it was paid for in the offer it takes."""
LEAVE_WORTH = 0.06
"""What standing up is worth to one whom only firmness moves."""


def digest(r: Reading, view: SeatView, events: tuple[SeatEvent, ...]) -> None:
    """Take in what happened since the last call, in order. All of a log does as well."""
    r.sit_down(view.common)
    r.cards = view.own.cards
    for entry in events:
        handler = _HANDLERS.get(type(entry.event))
        if handler is not None:
            handler(r, entry.event)
            impressions.follow(r, entry.event)
        r.number = entry.number


# -- offers ------------------------------------------------------------------------


def _offered(r: Reading, event: e.OfferMade) -> None:
    terms = merged(event.give, event.want)
    r.history.note(terms, mine=r.is_mine(event.seat), at_ms=event.at_ms)
    if r.is_mine(event.seat):
        recalled = r.ledger.retreats(terms)
        r.disputes += bool(recalled)
        r.recalled = {i: t for i, t in r.recalled.items() if terms[i] is None} | recalled
        r.own_terms = terms
        r.estimate.stand(terms)
        r.own_packages = None
        if event.second is not None:
            second = merged(event.second.give, event.second.want)
            r.own_packages = (terms, second)
            r.times_laid_out += 1
            r.estimate.stand(second)
            r.ledger.lay_out(terms, second)
        r.repeated = not r.gave(terms)
        r.repeats += r.repeated
        return
    returned = (
        bool(event.benefits)
        or says_something(event.want)
        or (r.scale.count == 1 and not r.scale.brief.benefits)
    )
    r.estimate.countered(r.own_terms)
    left = r.estimate.ways_left()
    movement = r.estimate.offered(event)
    if event.second is not None:
        r.please(Motive.SECOND)
    unasked = _unasked(r, movement, returned=returned)
    r.pliancy.moved(
        movement.worth,
        asked=not unasked or r.side is Side.VENDOR,
        returned=returned,
        early=r.side is Side.CLIENT and not r.leadup.asked,
        straight=r.deadlocked,
        yielded=_part_given(r, left, movement) if any(r.frowns) else None,
        growing=r.character.led and any(_is_growing(r, issue) for issue in movement.sizes),
    )
    share = 1.0 if returned else GIFT
    if unasked and r.side is Side.CLIENT:
        share *= UNASKED
    r.ledger.earn(movement.worth * share)
    if event.is_new_best or movement.worth > 0.0:
        r.idle = 0
        # A value named for the first time may bring nothing, and is paid for by nothing then.
        r.ledger.moved = r.ledger.moved or movement.worth > 0.0 or not r.ledger.conceded
        r.answers.clear()
    if movement.sizes:
        r.deeds.conceded |= set(movement.sizes)
        r.deeds.unasked |= unasked
        r.deeds.unreturned = r.deeds.unreturned or not returned
        heard = _heard_step(r, movement, returned=returned, unasked=unasked)
    else:
        heard = Heard(Kind.OPENING if event.is_new_best else Kind.SAME)
    r.hear(impressions.of_offer(r, heard, movement.sizes), "offer")


def _part_given(r: Reading, left: dict[int, float], movement: Movement) -> float:
    """The part of the way left to the believed limits that a movement went on numeric issues,
    each counted by its worth to us; 0 where it went on ladders alone."""
    given = way = 0.0
    for issue, size in movement.sizes.items():
        if issue in left:
            a_tick = r.scale.a_tick(issue)
            given += a_tick * size
            way += a_tick * left[issue]
    return given / max(given, way) if given else 0.0


def _is_growing(r: Reading, issue: int) -> bool:
    """Whether the last step on a numeric issue is no smaller than the one before it."""
    steps = r.estimate.steps[issue]
    if r.scale.brief.issues[issue].is_ladder:
        return False
    return len(steps) >= 2 and steps[-1] >= steps[-2] and steps[-1] > 1


def _heard_step(r: Reading, movement: Movement, *, returned: bool, unasked: set[int]) -> Heard:
    """The largest step by share of its way, and how it strikes the listener."""
    sizes = movement.sizes
    share = r.estimate.way_share
    issue = max(sizes, key=lambda place: (share(place, sizes[place]), -place))
    kind = step_kind(
        r.estimate.steps[issue],
        worth=movement.worth,
        returned=returned,
        unasked=issue in unasked and r.side is Side.CLIENT,
    )
    return Heard(kind, issue=issue, size=sizes[issue])


def _accepted(r: Reading, event: e.OfferAccepted) -> None:
    # What has been said again can be put on paper again.
    r.torn_sheet = None
    r.history.note(event.terms, mine=r.is_mine(event.seat), at_ms=event.at_ms)
    if r.is_mine(event.seat):
        r.accepted = event.terms
        r.gave(event.terms)
        return
    movement = r.estimate.accepted(event.terms)
    r.idle = 0
    r.pliancy.moved(
        movement.worth,
        asked=True,
        returned=True,
        early=False,
        straight=r.deadlocked,
        yielded=None,
        growing=False,
    )
    r.ledger.earn(movement.worth * TAKEN)
    r.ledger.moved = True
    r.deeds.conceded |= set(movement.sizes)
    r.hear(Heard(Kind.ACCEPTED), "accept")


def _unasked(r: Reading, movement: Movement, *, returned: bool) -> set[int]:
    """Issues conceded though nobody had asked what was expected there.

    In an offer that wants something back any question about the issue will do, as for
    a trade (R22, R27).
    """
    asked = r.expected | (r.explored if returned else 0)
    out = {issue for issue in movement.sizes if not has_bit(asked, issue)}
    for issue in movement.sizes:
        r.expected &= ~(1 << issue)
    return out


# -- record, breaks, deadlock ---------------------------------------------------------


def _proposed(r: Reading, event: e.LinesProposed) -> None:
    if r.is_mine(event.seat):
        r.wrote_lines = True
    else:
        r.please(Motive.RECORD)
        r.deeds.said.add("propose")


def _confirmed(r: Reading, event: e.LinesConfirmed) -> None:
    if not r.is_mine(event.seat):
        r.please(Motive.RECORD)
        r.hear(Heard(Kind.CONFIRMED), "confirm")


def _refused_line(r: Reading, event: e.LinesRefused) -> None:
    if not r.is_mine(event.seat):
        r.hear(Heard(Kind.REFUSED_LINE), "refuse")


def _drawn(r: Reading, event: e.SheetDrawn) -> None:
    if r.is_mine(event.seat):
        r.own_sheet = event.deal.terms
    else:
        r.deeds.said.add("draw")


def _torn(r: Reading, event: e.SheetTorn) -> None:
    # Whoever tore it: a sheet of one's own that came to nothing is not drawn again.
    r.torn_sheet = r.own_sheet
    r.doubts = r.is_mine(event.seat)
    if not r.is_mine(event.seat):
        r.hear(Heard(Kind.TORN), "tear")


def _break(r: Reading, event: e.BreakTaken) -> None:
    r.idle = 0
    r.authorised = False
    if r.takes_as_prelude():
        r.prelude_due = True
    r.leadup.back = event.out is not r.side
    if r.is_mine(event.seat):
        return
    r.deeds.left.add(event.purpose)
    if event.purpose is Purpose.PRESS:
        r.irritate(2.0)
        r.shied = True
        r.pliancy.left()
        r.roused = ROUSED_FOR
        r.please(Motive.FIRMNESS, LEAVE_WORTH)
        r.hear(Heard(Kind.SENT_OUT), "leave")
    else:
        r.irritate()
        r.pliancy.left()
        r.roused = ROUSED_FOR
        r.please(Motive.FIRMNESS, LEAVE_WORTH)
        r.hear(Heard(impressions.of_break(r)), "leave")


def _card_drawn(r: Reading, event: e.CardDrawn) -> None:
    r.estimate.drawn(r.cards[event.card].ranks)


def _authority_set(r: Reading, event: e.AuthoritySet) -> None:
    if event.side is r.side:
        r.mandate = event.terms


def _authorised(r: Reading, event: e.Authorised) -> None:
    r.authorised = True


def _deadlock(r: Reading, event: e.DeadlockFell) -> None:
    r.deadlocked = True
    r.deadlocks = event.number
    r.heard = Heard(Kind.DEADLOCK)


def _eased(r: Reading, event: e.DeadlockEased) -> None:
    r.deadlocked = False


def _news(r: Reading, event: e.NewsArrived) -> None:
    r.heard = Heard(Kind.NEWS)


_HANDLERS: dict[type[e.Event], Callable[[Reading, Any], None]] = {
    e.OfferMade: _offered,
    e.OfferAccepted: _accepted,
    e.QuestionAsked: conversation.asked,
    e.QuestionAnswered: conversation.answered,
    e.Told: conversation.told_us,
    e.Argued: conversation.argued,
    e.NotYetSaid: conversation.said_not_yet,
    e.GoodwillShown: conversation.showed_goodwill,
    e.PackagePreferred: conversation.preferred,
    e.OfferWithdrawn: conversation.withdrew,
    e.LinesProposed: _proposed,
    e.LinesConfirmed: _confirmed,
    e.LinesRefused: _refused_line,
    e.SheetDrawn: _drawn,
    e.SheetTorn: _torn,
    e.BreakTaken: _break,
    e.AuthoritySet: _authority_set,
    e.Authorised: _authorised,
    e.CardDrawn: _card_drawn,
    e.DeadlockFell: _deadlock,
    e.DeadlockEased: _eased,
    e.NewsArrived: _news,
}
