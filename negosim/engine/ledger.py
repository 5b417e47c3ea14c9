"""The record as it grows: every transition of drafts, lines, pen and sheet.

Each function takes a record and gives the next; none of them can fail or decide.
The tables of lines and sheets in `docs/rules.md` describe this module.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine.common import Line, Record, Sheet
from negosim.engine.issue import Terms
from negosim.engine.moves import Deal
from negosim.engine.record import but
from negosim.engine.sides import BySide, Side
from negosim.engine.words import LineState


def draft(record: Record, deal: Deal, at_ms: int, turn: int) -> Record:
    """An agreement becomes a draft, as far as it says something new.

    `turn` is the first in which it can be written.
    """
    known = agreement.agreed(record, len(deal.terms))
    terms = tuple(
        None if tick == stood else tick for tick, stood in zip(deal.terms, known, strict=True)
    )
    already = agreement.agreed_benefits(record)
    benefits = tuple(place for place in deal.benefits if place not in already)
    if not benefits and not any(tick is not None for tick in terms):
        return record
    if not record.drafts:
        record = but(record, drafted_turn=turn)
    return _with_drafts(record, (*record.drafts, Deal(terms, benefits)), at_ms)


def propose(
    record: Record, side: Side, numbers: tuple[int, ...], deals: tuple[Deal, ...], at_ms: int
) -> Record:
    """Lines are written; the drafts they say are drafts no more; the first writer has the pen."""
    lines = list(record.lines)
    drafts = record.drafts
    for number, deal in zip(numbers, deals, strict=True):
        said = agreement.says_what_was_agreed(record, deal)
        lines.append(Line(number, side, deal, LineState.PROPOSED, said))
        if said:
            drafts = _left(drafts, deal)
    pen = side if record.pen is None else record.pen
    if drafts != record.drafts:
        record = but(record, drafted_ms=None)
    return _with_drafts(but(record, pen=pen, lines=tuple(lines)), drafts, at_ms)


def confirm(record: Record, numbers: tuple[int, ...], at_ms: int) -> Record:
    """Lines become the record; whatever drafts said on their issues is settled by them."""
    drafts = record.drafts
    for line in record.lines:
        if line.number in numbers:
            drafts = _left(drafts, line.deal)
    return _with_drafts(_marked(record, numbers, LineState.CONFIRMED), drafts, at_ms)


def refuse(record: Record, numbers: tuple[int, ...], at_ms: int) -> Record:
    """Refused lines free the pen; what had been agreed is still agreed."""
    return but(_back_to_drafts(record, numbers, LineState.REFUSED, at_ms), pen_free=True)


def strike(record: Record, numbers: tuple[int, ...], at_ms: int) -> Record:
    """Withdrawn lines; what had been agreed is still agreed."""
    return _back_to_drafts(record, numbers, LineState.WITHDRAWN, at_ms)


def ask_reopening(record: Record, number: int, side: Side) -> Record:
    lines = tuple(
        but(line, reopen_by=side) if line.number == number else line for line in record.lines
    )
    return but(record, lines=lines)


def reopen(record: Record, number: int) -> Record:
    return _marked(record, (number,), LineState.REOPENED)


def claim(record: Record, side: Side) -> Record:
    return but(record, pen=side, pen_free=False)


def lapse(record: Record, drafts: tuple[Deal, ...], numbers: tuple[int, ...], at_ms: int) -> Record:
    """Drafts are gone and unconfirmed lines withdrawn. Source: exercise.md R39."""
    kept = tuple(deal for deal in record.drafts if deal not in drafts)
    return _with_drafts(_marked(record, numbers, LineState.WITHDRAWN), kept, at_ms)


def lapsing(
    record: Record, spoken: tuple[Terms, ...] | None
) -> tuple[tuple[Deal, ...], tuple[int, ...]]:
    """The drafts and agreed, unconfirmed lines that lapse.

    All of them (None), or those that any of the terms `spoken` speaks against.
    """
    drafts = tuple([deal for deal in record.drafts if _against(deal, spoken)])
    numbers = tuple(
        [
            line.number
            for line in record.lines
            if line.state is LineState.PROPOSED and line.agreed and _against(line.deal, spoken)
        ]
    )
    return drafts, numbers


def draw(record: Record, side: Side, deal: Deal) -> Record:
    """A sheet lies on the table; its difference to the record is `compared` with it."""
    sheet = Sheet(side, deal.terms, deal.benefits, 0)
    pen = side if record.pen is None else record.pen
    return but(record, sheet=sheet, pen=pen, sheets=record.sheets + 1)


def compared(record: Record) -> Record:
    """The record with its sheet's difference to the confirmed lines brought up to date."""
    sheet = record.sheet
    if sheet is None:
        return record
    off = agreement.off_record(record, sheet.terms)
    benefits = agreement.benefits_off(record, sheet.benefits)
    if (off, benefits) == (sheet.off_record, sheet.benefits_off):
        return record
    return but(record, sheet=but(sheet, off_record=off, benefits_off=benefits))


def sign(record: Record, side: Side) -> Record:
    sheet = record.sheet
    if sheet is None:
        return record
    signed: BySide[bool] = sheet.signed.put(side, True)
    return but(record, sheet=but(sheet, signed=signed))


def tear(record: Record) -> Record:
    return but(record, sheet=None)


def _against(deal: Deal, spoken: tuple[Terms, ...] | None) -> bool:
    if spoken is None:
        return True
    return any(
        tick is not None and said is not None and tick != said
        for terms in spoken
        for tick, said in zip(deal.terms, terms, strict=True)
    )


def _left(drafts: tuple[Deal, ...], deal: Deal) -> tuple[Deal, ...]:
    rest = (agreement.without(each, deal.terms, deal.benefits) for each in drafts)
    return tuple(each for each in rest if each is not None)


def _marked(record: Record, numbers: tuple[int, ...], state: LineState) -> Record:
    if not numbers:
        return record
    lines = tuple(
        but(line, state=state) if line.number in numbers else line for line in record.lines
    )
    return but(record, lines=lines)


def _back_to_drafts(
    record: Record, numbers: tuple[int, ...], state: LineState, at_ms: int
) -> Record:
    back = tuple(line.deal for line in record.lines if line.number in numbers and line.agreed)
    return _with_drafts(_marked(record, numbers, state), record.drafts + back, at_ms)


def _with_drafts(record: Record, drafts: tuple[Deal, ...], at_ms: int) -> Record:
    if not drafts:
        since = None
    else:
        since = at_ms if record.drafted_ms is None else record.drafted_ms
    return but(record, drafts=drafts, drafted_ms=since)
