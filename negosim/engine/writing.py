"""How what is written changes a match: lines, pen, sheet, contract, breakdown."""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine import ledger
from negosim.engine.changes import name_deals, over_with, with_record
from negosim.engine.common import Outcome, seat_side
from negosim.engine.record import but
from negosim.engine.state import MatchState
from negosim.engine.words import Ending


def lines_proposed(state: MatchState, event: e.LinesProposed) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    before = state.common.record
    record = ledger.propose(before, side, event.numbers, event.lines, event.at_ms)
    fresh = [line.deal for line in record.lines if line.number in event.numbers and not line.agreed]
    return with_record(name_deals(state, side, fresh), event.at_ms, record)


def lines_confirmed(state: MatchState, event: e.LinesConfirmed) -> MatchState:
    common = state.common
    side = seat_side(common.setup, event.seat)
    fresh = [
        line.deal
        for line in common.record.lines
        if line.number in event.numbers and not line.agreed
    ]
    record = ledger.confirm(common.record, event.numbers, event.at_ms)
    state = with_record(name_deals(state, side, fresh), event.at_ms, record)
    turn = state.common.turn
    return but(state, common=but(state.common, turn=but(turn, quiet=0))) if turn.quiet else state


def lines_refused(state: MatchState, event: e.LinesRefused) -> MatchState:
    record = ledger.refuse(state.common.record, event.numbers, event.at_ms)
    return with_record(state, event.at_ms, record)


def lines_struck(state: MatchState, event: e.LinesStruck) -> MatchState:
    record = ledger.strike(state.common.record, event.numbers, event.at_ms)
    return with_record(state, event.at_ms, record)


def reopening_asked(state: MatchState, event: e.ReopeningAsked) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    record = ledger.ask_reopening(state.common.record, event.line, side)
    return with_record(state, event.at_ms, record)


def line_reopened(state: MatchState, event: e.LineReopened) -> MatchState:
    return with_record(state, event.at_ms, ledger.reopen(state.common.record, event.line))


def pen_claimed(state: MatchState, event: e.PenClaimed) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    return with_record(state, event.at_ms, ledger.claim(state.common.record, side))


def agreement_lapsed(state: MatchState, event: e.AgreementLapsed) -> MatchState:
    record = ledger.lapse(state.common.record, event.drafts, event.numbers, event.at_ms)
    return with_record(state, event.at_ms, record)


def sheet_drawn(state: MatchState, event: e.SheetDrawn) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    record = ledger.draw(state.common.record, side, event.deal)
    return with_record(name_deals(state, side, [event.deal]), event.at_ms, record)


def sheet_signed(state: MatchState, event: e.SheetSigned) -> MatchState:
    side = seat_side(state.common.setup, event.seat)
    return with_record(state, event.at_ms, ledger.sign(state.common.record, side))


def sheet_torn(state: MatchState, event: e.SheetTorn) -> MatchState:
    return with_record(state, event.at_ms, ledger.tear(state.common.record))


def contract_sealed(state: MatchState, event: e.ContractSealed) -> MatchState:
    return over_with(state, event.at_ms, Outcome(Ending.SIGNED, event.deal))


def talks_broken(state: MatchState, event: e.TalksBroken) -> MatchState:
    return over_with(state, event.at_ms, Outcome(event.ending, None, event.by))
