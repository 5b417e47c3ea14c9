"""How breaks change a match: who is out, what they bring back, news."""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.changes import laid_over, with_own, with_value
from negosim.engine.common import Heard, Recess, seat_side
from negosim.engine.own import Card
from negosim.engine.record import but
from negosim.engine.sides import BySide
from negosim.engine.state import MatchState
from negosim.engine.words import Phase, Purpose


def break_taken(state: MatchState, event: e.BreakTaken) -> MatchState:
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


def card_drawn(state: MatchState, event: e.CardDrawn) -> MatchState:
    insider = state.scenario.opposition.insiders[event.card]
    own = state.own[event.side]
    card = Card(insider.topic, insider.text, insider.ranks)
    return with_own(state, event.side, but(own, cards=(*own.cards, card)))


def authorised(state: MatchState, event: e.Authorised) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    own = state.own[side]
    return with_own(state, side, but(own, authority=laid_over(own.authority, event.terms)))


def executives_called(state: MatchState, event: e.ExecutivesCalled) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    position = but(common.positions[side], executives=True)
    vendor, client = (but(own, authority=own.floors) for own in state.own)
    common = but(common, positions=common.positions.put(side, position))
    return but(state, common=common, own=BySide(vendor, client))


def break_ended(state: MatchState, event: e.BreakEnded) -> MatchState:
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


def news_arrived(state: MatchState, event: e.NewsArrived) -> MatchState:
    for effect in state.scenario.opposition.news[event.news].effects:
        own = state.own[effect.side]
        place = effect.issue
        authority = own.authority
        if effect.moves_floor:
            if authority[place] == own.floors[place]:
                authority = with_value(authority, place, effect.tick)
            own = but(own, floors=with_value(own.floors, place, effect.tick), authority=authority)
        else:
            own = but(own, authority=with_value(authority, place, effect.tick))
        state = with_own(state, effect.side, own)
    common = state.common
    heard = Heard(event.news, state.scenario.opposition.news[event.news].text)
    return but(state, common=but(common, news=(*common.news, heard)))
