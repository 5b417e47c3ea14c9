"""How what is said at the table changes a match: questions, offers, closing moves, deadlock."""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine import ledger
from negosim.engine.changes import (
    by_side,
    laid_over,
    name_terms,
    named_bits,
    still_standing,
    with_common,
)
from negosim.engine.common import Heard, Position, Question, StandingOffer, Talk, Turn, seat_side
from negosim.engine.concession import conceded, merged, packages, weigh
from negosim.engine.issue import bits
from negosim.engine.moves import Deal
from negosim.engine.record import but
from negosim.engine.sides import Side
from negosim.engine.state import MatchState
from negosim.engine.words import AnswerKind, QuestionForm, TableKind

# Python 3.11 finds a member of an enum slowly, and these are asked for at every move.
_SPOKEN = TableKind.SPOKEN
_EXPECTATION, _EXCLUSION = QuestionForm.EXPECTATION, QuestionForm.EXCLUSION


def question_asked(state: MatchState, event: e.QuestionAsked) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    about = bits(event.issues)
    talk, theirs = common.talk[side], common.talk[side.other]
    form = event.form
    told = False if form is _EXCLUSION else talk.told or form is QuestionForm.CAUSAL
    talk = but(
        talk,
        fresh=talk.fresh | about if form is _EXPECTATION else talk.fresh,
        since=talk.since + 1,
        total=talk.total + 1,
        told=told,
    )
    if about & ~theirs.requested:
        theirs = but(theirs, requested=theirs.requested | about)
    turn = common.turn
    question = Question(side, form, event.issues)
    turn = but(turn, asked=turn.asked + 1, question=question, moved_ms=event.at_ms)
    return with_common(state, event.at_ms, turn=turn, talk=by_side(side, talk, theirs))


def question_answered(state: MatchState, event: e.QuestionAnswered) -> MatchState:
    common = state.common
    question = common.turn.question
    if question is None:
        return state
    side = question.by
    about = bits(question.issues)
    talk = common.talk[side]
    expected, demanded = talk.expected, talk.demanded
    if question.form is _EXPECTATION:
        expected |= about
        demanded |= about
    talk = but(
        talk,
        expected=expected,
        demanded=demanded,
        explored=talk.explored | about | bits(event.issues),
        evaded=talk.evaded or event.kind is AnswerKind.EVASIVE,
    )
    turn = but(common.turn, question=None, moved_ms=event.at_ms)
    return with_common(state, event.at_ms, turn=turn, talk=common.talk.put(side, talk))


def offer_made(state: MatchState, event: e.OfferMade) -> MatchState:
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
    position, talk = name_terms(issues, side, position, talk, weighed.named, weighed.sizes)
    position = Position(
        offer,
        laid_over(before.named, terms),
        position.best,
        position.steps,
        before.closes,
        before.still,
        before.breaks,
        before.executives,
        before.offers + 1,
    )
    requested = talk.requested & ~named_bits(event.give) if talk.requested else 0
    if event.is_new_best or requested != talk.requested:
        since = 0 if event.is_new_best else talk.since
        talk = but(talk, requested=requested, since=since)
    return _closed(state, event.at_ms, side, position, talk, new_best=event.is_new_best, calm=False)


def offer_accepted(state: MatchState, event: e.OfferAccepted) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position, talk = name_terms(
        state.scenario.issues,
        side,
        common.positions[side],
        common.talk[side],
        event.terms,
        conceded(state.scenario.issues, side, common.positions[side], event.terms),
    )
    offer = position.offer
    if offer is not None and any(
        named_bits(merged(package.give, package.want)) & named_bits(event.terms)
        for package in packages(offer)
    ):
        offer = None
    position = but(position, offer=offer, named=laid_over(position.named, event.terms))
    theirs = common.positions[side.other]
    theirs = but(theirs, offer=None if event.whole else still_standing(theirs.offer, event.terms))
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


def not_yet_said(state: MatchState, event: e.NotYetSaid) -> MatchState:
    return _still(state, event.at_ms, event.seat)


def argued(state: MatchState, event: e.Argued) -> MatchState:
    common = state.common
    place = event.claim
    if place is not None and all(heard.place != place for heard in common.claims):
        heard = Heard(place, state.scenario.opposition.pressure[place].claim)
        state = but(state, common=but(common, claims=(*common.claims, heard)))
    return _still(state, event.at_ms, event.seat)


def told(state: MatchState, event: e.Told) -> MatchState:
    return _still(state, event.at_ms, event.seat, calm=True, told=True)


def goodwill_shown(state: MatchState, event: e.GoodwillShown) -> MatchState:
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
    spoken = common.setup.kind is _SPOKEN
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
    after = with_common(
        state,
        at_ms,
        turn=turn,
        talk=common.talk.put(side, talk),
        positions=common.positions.put(side, position),
    )
    return but(after, before=but(state, before=None)) if spoken else after


def unsaid(state: MatchState, event: e.Unsaid) -> MatchState:
    before = state.before
    if before is None:
        return state
    return with_common(before, event.at_ms, turn=but(before.common.turn, entered=None))


def deadlock_fell(state: MatchState, event: e.DeadlockFell) -> MatchState:
    turn = but(state.common.turn, quiet=0, deadlocks=event.number, deadlocked=True)
    return with_common(state, event.at_ms, turn=turn)


def deadlock_eased(state: MatchState, event: e.DeadlockEased) -> MatchState:
    turn = but(state.common.turn, quiet=0, deadlocked=False)
    return with_common(state, event.at_ms, turn=turn)


def package_preferred(state: MatchState, event: e.PackagePreferred) -> MatchState:
    common = state.common
    maker = seat_side(common.setup, event.seat).other
    position = common.positions[maker]
    if position.offer is None:
        return state
    position = but(position, offer=but(position.offer, preferred=event.second))
    return with_common(state, event.at_ms, positions=common.positions.put(maker, position))


def offer_withdrawn(state: MatchState, event: e.OfferWithdrawn) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position = but(common.positions[side], offer=None)
    return with_common(state, event.at_ms, positions=common.positions.put(side, position))


def handed_over(state: MatchState, event: e.HandedOver) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    talk = common.talk[side]
    talk = but(talk, requested=talk.requested & ~(1 << event.issue))
    return with_common(state, event.at_ms, talk=common.talk.put(side, talk))
