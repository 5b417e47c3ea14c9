"""How the events before the talks, and those of one side alone, change a match."""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.changes import laid_over, with_own
from negosim.engine.common import Turn
from negosim.engine.record import but
from negosim.engine.scenario import with_order
from negosim.engine.sides import BySide, Side
from negosim.engine.state import MatchState
from negosim.engine.view import brief_of
from negosim.engine.words import Phase


def assigned(state: MatchState, event: e.Assigned) -> MatchState:
    setup = state.common.setup
    seats = tuple(
        but(seat, roles=event.roles, issues=event.issues) if seat.name == event.to else seat
        for seat in setup.seats
    )
    return but(state, common=but(state.common, setup=but(setup, seats=seats)))


def authority_set(state: MatchState, event: e.AuthoritySet) -> MatchState:
    own = state.own[event.side]
    return with_own(state, event.side, but(own, authority=laid_over(own.authority, event.terms)))


def steps_planned(state: MatchState, event: e.StepsPlanned) -> MatchState:
    own = state.own[event.side]
    plan = (*own.plan[: event.issue], event.steps, *own.plan[event.issue + 1 :])
    return with_own(state, event.side, but(own, plan=plan))


def methods_chosen(state: MatchState, event: e.MethodsChosen) -> MatchState:
    return with_own(state, event.side, but(state.own[event.side], methods=event.forms))


def order_locked(state: MatchState, event: e.OrderLocked) -> MatchState:
    side = event.side
    scenario = with_order(state.scenario, side, event.order)
    own = but(state.own[side], authority=scenario.authority[side], order_locked=True)
    return but(
        state,
        scenario=scenario,
        briefs=state.briefs.put(side, brief_of(scenario, side)),
        own=state.own.put(side, own),
    )


def side_ready(state: MatchState, event: e.SideReady) -> MatchState:
    common = state.common
    ready = common.ready.put(event.side, True)
    if all(ready):
        common = but(common, phase=Phase.INTRODUCTION, ready=BySide(False, False))
    else:
        common = but(common, ready=ready)
    return but(state, common=common)


def side_introduced(state: MatchState, event: e.SideIntroduced) -> MatchState:
    ready = state.common.ready.put(event.side, True)
    return but(state, common=but(state.common, ready=ready))


def talks_opened(state: MatchState, event: e.TalksOpened) -> MatchState:
    common = but(
        state.common,
        phase=Phase.TALKS,
        elapsed_ms=event.at_ms,
        turn=Turn(Side.CLIENT, moved_ms=event.at_ms),
        ready=BySide(False, False),
    )
    return but(state, common=common)


def guess_locked(state: MatchState, event: e.GuessLocked) -> MatchState:
    state = with_own(state, event.side, but(state.own[event.side], guess=event.order))
    common = state.common
    return but(state, common=but(common, locked=common.locked.put(event.side, True)))
