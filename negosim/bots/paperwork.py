"""The written side of a bot's talks: lines, pen, sheet, guess, signature. Source: R39-R41.

A line that says what was agreed is confirmed, any other is judged like an offer; a
sheet equal to what was agreed is signed, any other is judged and may be torn up.
"""

from __future__ import annotations

from negosim.bots.acceptance import is_good
from negosim.bots.character import Character, Relation
from negosim.bots.disputes import doubts_sheet, leaves_time
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import Line
from negosim.engine.errors import Refusal
from negosim.engine.issue import Terms
from negosim.engine.legality import refusal
from negosim.engine.words import LineState

SPARE_MS = 120_000
"""With less than this besides the sheet's own time, unconfirmed lines are not waited for."""


def answer_sheet(picture: Picture, reading: Reading, character: Character) -> m.Move | None:
    """Sign or tear the sheet on the table; None when there is nothing to do about it."""
    view = picture.view
    side = view.brief.side
    sheet = view.common.record.sheet
    if sheet is None or sheet.signed[side]:
        return None
    guess = lock_guess(picture, reading, character)
    if guess is not None:
        return guess
    if not _may_sign(picture, reading, character) or doubts_sheet(picture, reading, character):
        return m.Tear()
    refused = refusal(view, m.Sign())
    if refused is None:
        return m.Sign()
    # A colleague with the director's hat signs; what nobody here may sign is torn.
    return None if refused[0] is Refusal.NOT_DECISION_MAKER else m.Tear()


def _may_sign(picture: Picture, reading: Reading, character: Character) -> bool:
    sheet = picture.view.common.record.sheet
    assert sheet is not None
    if not _signable(picture, sheet.terms):
        return False
    agreed_benefits = agreement.agreed_benefits(picture.view.common.record)
    if sheet.terms == picture.agreed and set(sheet.benefits) <= set(agreed_benefits):
        return True
    if sheet.by is picture.view.brief.side:
        return True
    return is_good(picture, reading, character, sheet.terms, {})


def _signable(picture: Picture, terms: Terms) -> bool:
    """At or above the walk-away and inside the floors as they stand now."""
    scale = picture.scale
    return scale.points(terms) >= scale.brief.walk_away and scale.within(picture.view, terms)


def answer_lines(picture: Picture, reading: Reading, character: Character) -> m.Move | None:
    """Confirm or refuse the lines that wait for this side; None when none does."""
    waiting = agreement.proposed_by_other(picture.view.common.record, picture.view.brief.side)
    if not waiting:
        return None
    good = tuple(line.number for line in waiting if _may_confirm(picture, reading, character, line))
    if good:
        move = m.Confirm(good)
        if refusal(picture.view, move) is None:
            return move
    return m.Refuse(tuple(line.number for line in waiting))


def answer_reopening(picture: Picture) -> m.Reopen | None:
    """Agree to reopen what the other side asks for, once a match; None: the line stands (R40).

    Whoever cannot sign what is written would else be caught in it; whoever reopens
    again is only after more.
    """
    view = picture.view
    record = view.common.record
    if any(line.state is LineState.REOPENED for line in record.lines):
        return None
    for line in agreement.reopening_asked(record, view.brief.side.other):
        move = m.Reopen(line.number)
        if refusal(view, move) is None:
            return move
    return None


def _may_confirm(picture: Picture, reading: Reading, character: Character, line: Line) -> bool:
    if line.agreed:
        return True
    if character.bidding is not None:
        return not line.deal.benefits and is_good(picture, reading, character, line.deal.terms, {})
    # Not said before: taken only where it asks nothing beyond what we stand at.
    scale = picture.scale
    return not line.deal.benefits and all(
        tick is None
        or (picture.agreed[issue] in (None, tick) and not scale.better(issue, ours, tick))
        for issue, (tick, ours) in enumerate(zip(line.deal.terms, picture.ours, strict=True))
    )


def gesture(picture: Picture, reading: Reading, character: Character) -> m.Move | None:
    """What to write in one's own turn; None when there is nothing to write now."""
    view = picture.view
    record = view.common.record
    side = view.brief.side
    if record.drafts and _writes(picture, reading, character) and not reading.wrote_lines:
        if record.pen is None or record.pen is side:
            move: m.Move = m.Propose()
            return move if refusal(view, move) is None else None
        if refusal(view, m.ClaimPen()) is None:
            return m.ClaimPen()
    if not picture.complete or record.sheet is not None or reading.torn_sheet == picture.agreed:
        return None
    if not _signable(picture, picture.agreed):
        # News has overtaken what was agreed: only both together can open it again (R40).
        return _reopening(picture)
    if record.pen is not None and record.pen is not side:
        return m.ClaimPen() if refusal(view, m.ClaimPen()) is None else None
    if record.pen is None and _would_wait(picture, reading, character):
        return None
    waits = character.habits.writes and picture.unconfirmed()
    if waits and picture.time_for(SPARE_MS):
        return None
    move = m.Draw()
    return move if refusal(view, move) is None else None


def _writes(picture: Picture, reading: Reading, character: Character) -> bool:
    """Who may recall it otherwise leaves the writing to the other side, while there is time."""
    return character.habits.writes and not _would_wait(picture, reading, character)


def _would_wait(picture: Picture, reading: Reading, character: Character) -> bool:
    record = picture.view.common.record
    return (
        character.habits.disputes
        and character.relation is not Relation.A
        and not reading.disputes
        and record.pen is not picture.view.brief.side
        and leaves_time(picture)
    )


def _reopening(picture: Picture) -> m.Reopen | None:
    """Ask for the first written line that has not been asked for."""
    for line in picture.view.common.record.lines:
        if line.state is LineState.CONFIRMED and line.reopen_by is None:
            return m.Reopen(line.number)
    return None


def lock_guess(picture: Picture, reading: Reading, character: Character) -> m.Guess | None:
    """The most likely order, locked before signing (R32); None when it is locked or not wanted."""
    if not character.habits.guesses or picture.view.own.guess:
        return None
    return m.Guess(reading.estimate.order.most_likely())
