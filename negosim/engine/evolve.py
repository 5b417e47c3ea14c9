"""`evolve(state, event) -> state`: the fold of a log. It never fails and never decides.

One small function an event. Everything it needs stands in the event or follows
from the state by counting; the rules live in `legality`, `rulings` and `decide`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from negosim.engine import events as e
from negosim.engine import ledger
from negosim.engine.common import (
    Heard,
    Outcome,
    Position,
    Question,
    Recess,
    Record,
    StandingOffer,
    Talk,
    Turn,
    seat_side,
)
from negosim.engine.concession import conceded, merged, packages, weigh
from negosim.engine.issue import Issue, Terms, bits
from negosim.engine.moves import Deal
from negosim.engine.opening import opened
from negosim.engine.own import Card, Own
from negosim.engine.record import but
from negosim.engine.scenario import Scenario, with_order
from negosim.engine.sides import BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.view import brief_of
from negosim.engine.words import (
    AnswerKind,
    Ending,
    Phase,
    Purpose,
    QuestionForm,
    TableKind,
)
from negosim.engine.yardstick import sign_of


def evolve(state: MatchState, event: e.Event) -> MatchState:
    """The state after the event. Same state and event, same result, always."""
    step = _STEPS.get(type(event))
    if step is None:
        return state
    after = step(state, event)
    if after.before is not None and not isinstance(event, _UNSAID_WITH_THE_ENTRY):
        turn = but(after.common.turn, entered=None)
        after = but(after, common=but(after.common, turn=turn), before=None)
    return after


def fold(scenario: Scenario, events: Iterable[e.Event]) -> MatchState:
    """The state of a match from its log, whose first event is `MatchOpened`.

    Raises ValueError for a log that opens with anything else.
    """
    stream = iter(events)
    first = next(stream, None)
    if not isinstance(first, e.MatchOpened):
        raise ValueError("a log begins with MatchOpened")
    state = opened(scenario, first.setup)
    for event in stream:
        state = evolve(state, event)
    return state


# -- preparation ------------------------------------------------------------------


def _assigned(state: MatchState, event: e.Assigned) -> MatchState:
    setup = state.common.setup
    seats = tuple(
        but(seat, roles=event.roles, issues=event.issues) if seat.name == event.to else seat
        for seat in setup.seats
    )
    return but(state, common=but(state.common, setup=but(setup, seats=seats)))


def _authority_set(state: MatchState, event: e.AuthoritySet) -> MatchState:
    own = state.own[event.side]
    return _with_own(state, event.side, but(own, authority=_over(own.authority, event.terms)))


def _steps_planned(state: MatchState, event: e.StepsPlanned) -> MatchState:
    own = state.own[event.side]
    plan = (*own.plan[: event.issue], event.steps, *own.plan[event.issue + 1 :])
    return _with_own(state, event.side, but(own, plan=plan))


def _methods_chosen(state: MatchState, event: e.MethodsChosen) -> MatchState:
    return _with_own(state, event.side, but(state.own[event.side], methods=event.forms))


def _order_locked(state: MatchState, event: e.OrderLocked) -> MatchState:
    side = event.side
    scenario = with_order(state.scenario, side, event.order)
    own = but(state.own[side], authority=scenario.authority[side], order_locked=True)
    return but(
        state,
        scenario=scenario,
        briefs=state.briefs.put(side, brief_of(scenario, side)),
        own=state.own.put(side, own),
    )


def _side_ready(state: MatchState, event: e.SideReady) -> MatchState:
    common = state.common
    ready = common.ready.put(event.side, True)
    if all(ready):
        common = but(common, phase=Phase.INTRODUCTION, ready=BySide(False, False))
    else:
        common = but(common, ready=ready)
    return but(state, common=common)


def _side_introduced(state: MatchState, event: e.SideIntroduced) -> MatchState:
    ready = state.common.ready.put(event.side, True)
    return but(state, common=but(state.common, ready=ready))


def _talks_opened(state: MatchState, event: e.TalksOpened) -> MatchState:
    common = but(
        state.common,
        phase=Phase.TALKS,
        elapsed_ms=event.at_ms,
        turn=Turn(Side.CLIENT, moved_ms=event.at_ms),
        ready=BySide(False, False),
    )
    return but(state, common=common)


# -- questions --------------------------------------------------------------------


def _question_asked(state: MatchState, event: e.QuestionAsked) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    about = bits(event.issues)
    talk, theirs = common.talk[side], common.talk[side.other]
    form = event.form
    told = False if form is QuestionForm.EXCLUSION else talk.told or form is QuestionForm.CAUSAL
    talk = but(
        talk,
        fresh=talk.fresh | about if form is QuestionForm.EXPECTATION else talk.fresh,
        since=talk.since + 1,
        total=talk.total + 1,
        told=told,
    )
    if about & ~theirs.requested:
        theirs = but(theirs, requested=theirs.requested | about)
    turn = common.turn
    question = Question(side, form, event.issues)
    turn = but(turn, asked=turn.asked + 1, question=question, moved_ms=event.at_ms)
    return _with_common(state, event.at_ms, turn=turn, talk=_pair(side, talk, theirs))


def _question_answered(state: MatchState, event: e.QuestionAnswered) -> MatchState:
    common = state.common
    question = common.turn.question
    if question is None:
        return state
    side = question.by
    about = bits(question.issues)
    talk = common.talk[side]
    expected = talk.expected
    if question.form is QuestionForm.EXPECTATION:
        expected |= about
    talk = but(
        talk,
        expected=expected,
        explored=talk.explored | about | bits(event.issues),
        evaded=talk.evaded or event.kind is AnswerKind.EVASIVE,
    )
    turn = but(common.turn, question=None, moved_ms=event.at_ms)
    return _with_common(state, event.at_ms, turn=turn, talk=common.talk.put(side, talk))


# -- closing moves ----------------------------------------------------------------


def _offer_made(state: MatchState, event: e.OfferMade) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    issues = state.scenario.issues
    position, talk = common.positions[side], common.talk[side]
    terms = merged(event.give, event.want)
    offer = StandingOffer(
        event.give, event.want, event.benefits, event.reason, event.second, position.named
    )
    weighed = weigh(issues, side, common.positions, event)
    before = position
    position, talk = _naming(issues, side, position, talk, weighed.named, weighed.sizes)
    position = Position(
        offer,
        _over(before.named, terms),
        position.best,
        position.steps,
        before.closes,
        before.still,
        before.breaks,
        before.executives,
        before.offers + 1,
    )
    requested = talk.requested & ~_named_bits(event.give) if talk.requested else 0
    if event.is_new_best or requested != talk.requested:
        since = 0 if event.is_new_best else talk.since
        talk = but(talk, requested=requested, since=since)
    return _closed(state, event.at_ms, side, position, talk, new_best=event.is_new_best, calm=False)


def _offer_accepted(state: MatchState, event: e.OfferAccepted) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position, talk = _naming(
        state.scenario.issues,
        side,
        common.positions[side],
        common.talk[side],
        event.terms,
        conceded(state.scenario.issues, side, common.positions[side], event.terms),
    )
    offer = position.offer
    if offer is not None and any(
        _named_bits(merged(package.give, package.want)) & _named_bits(event.terms)
        for package in packages(offer)
    ):
        offer = None
    position = but(position, offer=offer, named=_over(position.named, event.terms))
    theirs = common.positions[side.other]
    theirs = but(theirs, offer=None if event.whole else _left(theirs.offer, event.terms))
    if event.is_new_best:
        talk = but(talk, since=0)
    taken = but(
        state,
        common=but(
            common,
            positions=common.positions.put(side.other, theirs),
            record=ledger.draft(
                common.record,
                Deal(event.terms, event.benefits),
                event.at_ms,
                common.turn.number + 1,
            ),
        ),
    )
    after = _closed(taken, event.at_ms, side, position, talk, new_best=event.is_new_best, calm=True)
    return after if after.before is None else but(after, before=but(state, before=None))


def _not_yet_said(state: MatchState, event: e.NotYetSaid) -> MatchState:
    return _still(state, event.at_ms, event.seat)


def _argued(state: MatchState, event: e.Argued) -> MatchState:
    common = state.common
    place = event.claim
    if place is not None and all(heard.place != place for heard in common.claims):
        heard = Heard(place, state.scenario.opposition.pressure[place].claim)
        state = but(state, common=but(common, claims=(*common.claims, heard)))
    return _still(state, event.at_ms, event.seat)


def _told(state: MatchState, event: e.Told) -> MatchState:
    return _still(state, event.at_ms, event.seat, calm=True, told=True)


def _goodwill_shown(state: MatchState, event: e.GoodwillShown) -> MatchState:
    return _still(state, event.at_ms, event.seat, calm=True)


def _still(
    state: MatchState, at_ms: int, seat: str, *, calm: bool = False, told: bool = False
) -> MatchState:
    common = state.common
    side = seat_side(common.setup, seat)
    talk = common.talk[side]
    if told:
        talk = but(talk, told=True, since=0)
    elif calm:
        talk = but(talk, since=0)
    return _closed(state, at_ms, side, common.positions[side], talk, new_best=False, calm=calm)


def _closed(
    state: MatchState,
    at_ms: int,
    side: Side,
    position: Position,
    talk: Talk,
    *,
    new_best: bool,
    calm: bool,
) -> MatchState:
    """The turn passes; hardness, stillness and the count toward a deadlock follow (R20, R23, R37)."""
    common = state.common
    hard = not (calm or new_best)
    position = but(
        position,
        closes=(*position.closes[-2:], hard),
        still=0 if new_best else position.still + 1,
    )
    if talk.fresh:
        talk = but(talk, fresh=0)
    theirs = common.positions[side.other]
    both = position.offer is not None and theirs.offer is not None
    turn = common.turn
    spoken = common.setup.kind is TableKind.SPOKEN
    turn = Turn(
        side.other,
        turn.number + 1,
        0,
        None,
        turn.quiet + 1 if hard and both else 0,
        turn.deadlocks,
        turn.deadlocked,
        at_ms,
        side if spoken else None,
    )
    after = _with_common(
        state,
        at_ms,
        turn=turn,
        talk=common.talk.put(side, talk),
        positions=common.positions.put(side, position),
    )
    return but(after, before=but(state, before=None)) if spoken else after


def _unsaid(state: MatchState, event: e.Unsaid) -> MatchState:
    before = state.before
    if before is None:
        return state
    return _with_common(before, event.at_ms, turn=but(before.common.turn, entered=None))


def _deadlock_fell(state: MatchState, event: e.DeadlockFell) -> MatchState:
    turn = but(state.common.turn, quiet=0, deadlocks=event.number, deadlocked=True)
    return _with_common(state, event.at_ms, turn=turn)


def _deadlock_eased(state: MatchState, event: e.DeadlockEased) -> MatchState:
    turn = but(state.common.turn, quiet=0, deadlocked=False)
    return _with_common(state, event.at_ms, turn=turn)


# -- gestures ---------------------------------------------------------------------


def _package_preferred(state: MatchState, event: e.PackagePreferred) -> MatchState:
    common = state.common
    maker = seat_side(common.setup, event.seat).other
    position = common.positions[maker]
    if position.offer is None:
        return state
    position = but(position, offer=but(position.offer, preferred=event.second))
    return _with_common(state, event.at_ms, positions=common.positions.put(maker, position))


def _offer_withdrawn(state: MatchState, event: e.OfferWithdrawn) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position = but(common.positions[side], offer=None)
    return _with_common(state, event.at_ms, positions=common.positions.put(side, position))


def _handed_over(state: MatchState, event: e.HandedOver) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    talk = common.talk[side]
    talk = but(talk, requested=talk.requested & ~(1 << event.issue))
    return _with_common(state, event.at_ms, talk=common.talk.put(side, talk))


def _guess_locked(state: MatchState, event: e.GuessLocked) -> MatchState:
    state = _with_own(state, event.side, but(state.own[event.side], guess=event.order))
    common = state.common
    return but(state, common=but(common, locked=common.locked.put(event.side, True)))


# -- record and contract ----------------------------------------------------------


def _lines_proposed(state: MatchState, event: e.LinesProposed) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    before = state.common.record
    record = ledger.propose(before, side, event.numbers, event.lines, event.at_ms)
    fresh = [line.deal for line in record.lines if line.number in event.numbers and not line.agreed]
    return _with_record(_naming_deals(state, side, fresh), event.at_ms, record)


def _lines_confirmed(state: MatchState, event: e.LinesConfirmed) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    fresh = [
        line.deal
        for line in common.record.lines
        if line.number in event.numbers and not line.agreed
    ]
    record = ledger.confirm(common.record, event.numbers, event.at_ms)
    state = _with_record(_naming_deals(state, side, fresh), event.at_ms, record)
    turn = state.common.turn
    return but(state, common=but(state.common, turn=but(turn, quiet=0))) if turn.quiet else state


def _lines_refused(state: MatchState, event: e.LinesRefused) -> MatchState:
    record = ledger.refuse(state.common.record, event.numbers, event.at_ms)
    return _with_record(state, event.at_ms, record)


def _lines_struck(state: MatchState, event: e.LinesStruck) -> MatchState:
    record = ledger.strike(state.common.record, event.numbers, event.at_ms)
    return _with_record(state, event.at_ms, record)


def _reopening_asked(state: MatchState, event: e.ReopeningAsked) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    record = ledger.ask_reopening(state.common.record, event.line, side)
    return _with_record(state, event.at_ms, record)


def _line_reopened(state: MatchState, event: e.LineReopened) -> MatchState:
    return _with_record(state, event.at_ms, ledger.reopen(state.common.record, event.line))


def _pen_claimed(state: MatchState, event: e.PenClaimed) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    return _with_record(state, event.at_ms, ledger.claim(state.common.record, side))


def _agreement_lapsed(state: MatchState, event: e.AgreementLapsed) -> MatchState:
    record = ledger.lapse(state.common.record, event.drafts, event.numbers, event.at_ms)
    return _with_record(state, event.at_ms, record)


def _sheet_drawn(state: MatchState, event: e.SheetDrawn) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    record = ledger.draw(state.common.record, side, event.deal)
    return _with_record(_naming_deals(state, side, [event.deal]), event.at_ms, record)


def _sheet_signed(state: MatchState, event: e.SheetSigned) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    return _with_record(state, event.at_ms, ledger.sign(state.common.record, side))


def _sheet_torn(state: MatchState, event: e.SheetTorn) -> MatchState:
    return _with_record(state, event.at_ms, ledger.tear(state.common.record))


def _contract_sealed(state: MatchState, event: e.ContractSealed) -> MatchState:
    return _over_with(state, event.at_ms, Outcome(Ending.SIGNED, event.deal))


def _talks_broken(state: MatchState, event: e.TalksBroken) -> MatchState:
    return _over_with(state, event.at_ms, Outcome(event.ending, None, event.by))


# -- away from the table ----------------------------------------------------------


def _break_taken(state: MatchState, event: e.BreakTaken) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position, talk = common.positions[side], common.talk[side]
    if event.purpose is Purpose.PROBE:
        talk = but(talk, evaded=False)
    return but(
        state,
        common=but(
            common,
            phase=Phase.BREAK,
            elapsed_ms=event.at_ms,
            recess=Recess(side, event.out, event.purpose, event.ends_ms),
            positions=common.positions.put(
                side, but(position, breaks=(*position.breaks, event.purpose))
            ),
            talk=common.talk.put(side, talk),
            turn=but(common.turn, quiet=0, question=None),
        ),
    )


def _card_drawn(state: MatchState, event: e.CardDrawn) -> MatchState:
    insider = state.scenario.opposition.insiders[event.card]
    own = state.own[event.side]
    return _with_own(
        state, event.side, but(own, cards=(*own.cards, Card(insider.topic, insider.text)))
    )


def _authorised(state: MatchState, event: e.Authorised) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    own = state.own[side]
    return _with_own(state, side, but(own, authority=_over(own.authority, event.terms)))


def _executives_called(state: MatchState, event: e.ExecutivesCalled) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position = but(common.positions[side], executives=True)
    vendor, client = (but(own, authority=own.floors) for own in state.own)
    common = but(common, positions=common.positions.put(side, position))
    return but(state, common=common, own=BySide(vendor, client))


def _break_ended(state: MatchState, event: e.BreakEnded) -> MatchState:
    common = state.common
    turn = common.turn
    turn = but(
        turn, side=event.side, number=turn.number + 1, asked=0, moved_ms=event.at_ms, entered=None
    )
    talk = BySide(*(but(each, fresh=0) if each.fresh else each for each in common.talk))
    return but(
        state,
        common=but(
            common,
            phase=Phase.TALKS,
            elapsed_ms=event.at_ms,
            recess=None,
            turn=turn,
            talk=talk,
        ),
    )


def _news_arrived(state: MatchState, event: e.NewsArrived) -> MatchState:
    for effect in state.scenario.opposition.news[event.news].effects:
        own = state.own[effect.side]
        place = effect.issue
        authority = own.authority
        if effect.moves_floor:
            if authority[place] == own.floors[place]:
                authority = _put(authority, place, effect.tick)
            own = but(own, floors=_put(own.floors, place, effect.tick), authority=authority)
        else:
            own = but(own, authority=_put(authority, place, effect.tick))
        state = _with_own(state, effect.side, own)
    common = state.common
    heard = Heard(event.news, state.scenario.opposition.news[event.news].text)
    return but(state, common=but(common, news=(*common.news, heard)))


# -- parts ------------------------------------------------------------------------


def _naming(
    issues: tuple[Issue, ...],
    side: Side,
    position: Position,
    talk: Talk,
    terms: Terms,
    sizes: tuple[int, ...],
) -> tuple[Position, Talk]:
    """What naming `terms` does: the best named moves, concessions of `sizes` count (R21, R22)."""
    best = tuple(
        [
            tick
            if was is None or (tick is not None and sign_of(issue, side) * (was - tick) > 0)
            else was
            for issue, was, tick in zip(issues, position.best, terms, strict=True)
        ]
    )
    if not any(sizes):
        if best != position.best:
            position = but(position, best=best)
        return position, talk
    steps = tuple(
        [
            (*before, size) if size else before
            for before, size in zip(position.steps, sizes, strict=True)
        ]
    )
    spent = 0
    for issue, size in enumerate(sizes):
        if size:
            spent |= 1 << issue
    if talk.expected & spent:
        talk = but(talk, expected=talk.expected & ~spent)
    return but(position, best=best, steps=steps), talk


def _left(offer: StandingOffer | None, taken: Terms) -> StandingOffer | None:
    """What still stands of an unconditional offer once some issues were accepted by name."""
    if offer is None:
        return None
    give = tuple(
        None if took is not None else tick for tick, took in zip(offer.give, taken, strict=True)
    )
    return but(offer, give=give) if any(tick is not None for tick in give) else None


def _naming_deals(state: MatchState, side: Side, deals: list[Deal]) -> MatchState:
    """Values that first appear in writing are named by the one who writes or confirms them."""
    for deal in deals:
        common = state.common
        position, talk = _naming(
            state.scenario.issues,
            side,
            common.positions[side],
            common.talk[side],
            deal.terms,
            conceded(state.scenario.issues, side, common.positions[side], deal.terms),
        )
        position = but(position, named=_over(position.named, deal.terms))
        state = but(
            state,
            common=but(
                common,
                positions=common.positions.put(side, position),
                talk=common.talk.put(side, talk),
            ),
        )
    return state


def _with_common(state: MatchState, at_ms: int, **changes: Any) -> MatchState:
    common = but(state.common, elapsed_ms=at_ms, **changes)
    return MatchState(state.scenario, state.briefs, common, state.own, state.before)


def _with_record(state: MatchState, at_ms: int, record: Record) -> MatchState:
    common = state.common
    turn = but(common.turn, moved_ms=at_ms)
    record = ledger.compared(record)
    return but(state, common=but(common, elapsed_ms=at_ms, record=record, turn=turn))


def _with_own(state: MatchState, side: Side, own: Own) -> MatchState:
    return but(state, own=state.own.put(side, own))


def _over_with(state: MatchState, at_ms: int, outcome: Outcome) -> MatchState:
    common = but(state.common, phase=Phase.OVER, elapsed_ms=at_ms, recess=None, outcome=outcome)
    return but(state, common=common)


def _pair(side: Side, own: Talk, theirs: Talk) -> BySide[Talk]:
    return BySide(own, theirs) if side is Side.VENDOR else BySide(theirs, own)


def _over(base: Any, terms: Terms) -> Any:
    return tuple([was if tick is None else tick for was, tick in zip(base, terms, strict=True)])


def _put(values: tuple[int, ...], place: int, value: int) -> tuple[int, ...]:
    return (*values[:place], value, *values[place + 1 :])


def _named_bits(terms: Terms) -> int:
    out = 0
    for issue, tick in enumerate(terms):
        if tick is not None:
            out |= 1 << issue
    return out


_UNSAID_WITH_THE_ENTRY = (
    e.OfferMade,
    e.OfferAccepted,
    e.NotYetSaid,
    e.Argued,
    e.Told,
    e.GoodwillShown,
    e.AgreementLapsed,
    e.DeadlockFell,
    e.DeadlockEased,
)
"""An entry at a spoken table and what it brings by itself; anything later ends the
chance to call it not said."""

_STEPS: dict[type[e.Event], Callable[[MatchState, Any], MatchState]] = {
    e.Assigned: _assigned,
    e.AuthoritySet: _authority_set,
    e.StepsPlanned: _steps_planned,
    e.MethodsChosen: _methods_chosen,
    e.OrderLocked: _order_locked,
    e.SideReady: _side_ready,
    e.SideIntroduced: _side_introduced,
    e.TalksOpened: _talks_opened,
    e.QuestionAsked: _question_asked,
    e.QuestionAnswered: _question_answered,
    e.OfferMade: _offer_made,
    e.OfferAccepted: _offer_accepted,
    e.NotYetSaid: _not_yet_said,
    e.Argued: _argued,
    e.Told: _told,
    e.GoodwillShown: _goodwill_shown,
    e.PackagePreferred: _package_preferred,
    e.OfferWithdrawn: _offer_withdrawn,
    e.HandedOver: _handed_over,
    e.Unsaid: _unsaid,
    e.DeadlockFell: _deadlock_fell,
    e.DeadlockEased: _deadlock_eased,
    e.LinesProposed: _lines_proposed,
    e.LinesConfirmed: _lines_confirmed,
    e.LinesRefused: _lines_refused,
    e.LinesStruck: _lines_struck,
    e.ReopeningAsked: _reopening_asked,
    e.LineReopened: _line_reopened,
    e.PenClaimed: _pen_claimed,
    e.AgreementLapsed: _agreement_lapsed,
    e.SheetDrawn: _sheet_drawn,
    e.SheetSigned: _sheet_signed,
    e.SheetTorn: _sheet_torn,
    e.ContractSealed: _contract_sealed,
    e.TalksBroken: _talks_broken,
    e.BreakTaken: _break_taken,
    e.CardDrawn: _card_drawn,
    e.Authorised: _authorised,
    e.ExecutivesCalled: _executives_called,
    e.BreakEnded: _break_ended,
    e.NewsArrived: _news_arrived,
    e.GuessLocked: _guess_locked,
}
