"""What a delegate does that is no bargaining: preparing, answering, writing, signing.

Each function gives moves worth trying, the best first, from the seat's view alone; none
of them decides what a contract should be. Source: exercise.md R39-R41.
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.issue import Terms
from negosim.engine.legality import refusal
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, Phase

MOST_SHEETS = 3
"""A sheet is drawn anew so often in a match: the other side may tear each."""


def beforehand(view: SeatView) -> Iterator[m.Move]:
    """Before the talks, and while this side is out of the room.

    Who bargains here is its own decision-maker, so its authority is its limit (R24).
    """
    phase, free = view.common.phase, view.own.authority == view.own.floors
    if phase is Phase.PREPARATION:
        if not free:
            yield m.SetAuthority(view.own.floors)
        yield m.Ready()
    elif phase is Phase.INTRODUCTION:
        yield m.Introduce()
    else:
        if not free:
            yield m.Authorise(view.own.floors)
        yield m.Return()


def replies(view: SeatView, named: Terms) -> Iterator[m.Move]:
    """What waits for this side and needs no turn; `named`: the last value it named itself.

    Questions are evaded. A sheet or a line is taken when it says what was agreed, or on
    every issue no less than `named`; any other is torn or refused.
    """
    common, side = view.common, view.brief.side
    question = common.turn.question
    if question is not None and question.by is side.other:
        yield m.Answer(AnswerKind.EVASIVE)
    sheet = common.record.sheet
    if sheet is not None and not sheet.signed[side]:
        if _is_no_news(view, sheet.terms, named):
            yield m.Sign()
        yield m.Tear()
    waiting = agreement.proposed_by_other(common.record, side)
    good = [
        line.number for line in waiting if line.agreed or _is_no_news(view, line.deal.terms, named)
    ]
    if good:
        yield m.Confirm(tuple(good))
    if waiting:
        yield m.Refuse(tuple(line.number for line in waiting))


def writing(view: SeatView) -> Iterator[m.Move]:
    """In one's own turn: what is agreed on a line, all of it on the sheet."""
    record, side = view.common.record, view.brief.side
    if record.pen is side.other:
        # They may have their reasons to wait with what is agreed; the pen is not free at once.
        if (record.drafts or is_agreed(view)) and refusal(view, m.ClaimPen()) is None:
            yield m.ClaimPen()
        return
    if record.drafts:
        yield m.Propose()
    if is_agreed(view) and record.sheet is None and record.sheets < MOST_SHEETS:
        yield m.Draw()


def is_agreed(view: SeatView) -> bool:
    """Whether every issue is agreed, written or not."""
    return agreement.is_complete(agreement.agreed(view.common.record, len(view.brief.issues)))


def _is_no_news(view: SeatView, terms: Terms, named: Terms) -> bool:
    """Whether each value is agreed already or no worse for us than the one we named."""
    agreed = agreement.agreed(view.common.record, len(terms))
    for yard, tick, stood, own in zip(view.brief.yardsticks, terms, agreed, named, strict=True):
        if tick is None or tick == stood:
            continue
        if own is None or yard.sign * (tick - own) < 0:
            return False
    return True
