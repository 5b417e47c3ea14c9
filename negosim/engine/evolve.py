"""`evolve(state, event) -> state`: the fold of a log. It never fails and never decides.

One small function an event. Everything it needs stands in the event or follows
from the state by counting; the rules live in `legality`, `rulings` and `decide`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from negosim.engine import events as e
from negosim.engine.leaving import (
    authorised,
    break_ended,
    break_taken,
    card_drawn,
    executives_called,
    news_arrived,
)
from negosim.engine.opening import opened
from negosim.engine.preparing import (
    assigned,
    authority_set,
    guess_locked,
    methods_chosen,
    order_locked,
    side_introduced,
    side_ready,
    steps_planned,
    talks_opened,
)
from negosim.engine.record import but
from negosim.engine.scenario import Scenario
from negosim.engine.state import MatchState
from negosim.engine.talking import (
    argued,
    deadlock_eased,
    deadlock_fell,
    goodwill_shown,
    handed_over,
    not_yet_said,
    offer_accepted,
    offer_made,
    offer_withdrawn,
    package_preferred,
    question_answered,
    question_asked,
    told,
    unsaid,
)
from negosim.engine.writing import (
    agreement_lapsed,
    contract_sealed,
    line_reopened,
    lines_confirmed,
    lines_proposed,
    lines_refused,
    lines_struck,
    pen_claimed,
    reopening_asked,
    sheet_drawn,
    sheet_signed,
    sheet_torn,
    talks_broken,
)


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


# -- questions --------------------------------------------------------------------


# -- closing moves ----------------------------------------------------------------


# -- gestures ---------------------------------------------------------------------


# -- record and contract ----------------------------------------------------------


# -- away from the table ----------------------------------------------------------


# -- parts ------------------------------------------------------------------------


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
    e.Assigned: assigned,
    e.AuthoritySet: authority_set,
    e.StepsPlanned: steps_planned,
    e.MethodsChosen: methods_chosen,
    e.OrderLocked: order_locked,
    e.SideReady: side_ready,
    e.SideIntroduced: side_introduced,
    e.TalksOpened: talks_opened,
    e.QuestionAsked: question_asked,
    e.QuestionAnswered: question_answered,
    e.OfferMade: offer_made,
    e.OfferAccepted: offer_accepted,
    e.NotYetSaid: not_yet_said,
    e.Argued: argued,
    e.Told: told,
    e.GoodwillShown: goodwill_shown,
    e.PackagePreferred: package_preferred,
    e.OfferWithdrawn: offer_withdrawn,
    e.HandedOver: handed_over,
    e.Unsaid: unsaid,
    e.DeadlockFell: deadlock_fell,
    e.DeadlockEased: deadlock_eased,
    e.LinesProposed: lines_proposed,
    e.LinesConfirmed: lines_confirmed,
    e.LinesRefused: lines_refused,
    e.LinesStruck: lines_struck,
    e.ReopeningAsked: reopening_asked,
    e.LineReopened: line_reopened,
    e.PenClaimed: pen_claimed,
    e.AgreementLapsed: agreement_lapsed,
    e.SheetDrawn: sheet_drawn,
    e.SheetSigned: sheet_signed,
    e.SheetTorn: sheet_torn,
    e.ContractSealed: contract_sealed,
    e.TalksBroken: talks_broken,
    e.BreakTaken: break_taken,
    e.CardDrawn: card_drawn,
    e.Authorised: authorised,
    e.ExecutivesCalled: executives_called,
    e.BreakEnded: break_ended,
    e.NewsArrived: news_arrived,
    e.GuessLocked: guess_locked,
}
