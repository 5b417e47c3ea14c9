"""What was agreed and never written down, remembered a little otherwise.

A client that owes the vendor no friendship tries it once: where the vendor had a turn to
write and did not, or lays down a sheet for which there is no record, it recalls the point
that is worth most to it one level better. What is on record it never touches.
Source: exercise.md B5 (*record*), R39, R41; personas.md, "Reactions".
"""

from __future__ import annotations

from negosim.bots.character import Character, Relation
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.common import Record
from negosim.engine.issue import no_terms
from negosim.engine.preview import preview
from negosim.engine.sides import Side
from negosim.engine.words import LineState, Reason

TURNS_TO_WRITE = 2
"""Turns after an agreement that give the other side one of its own to write it down."""


def disputed(picture: Picture, reading: Reading, character: Character) -> m.Offer | None:
    """The offer that recalls an unwritten point otherwise; None where there is nothing to try."""
    if not _would(picture, reading, character):
        return None
    record = picture.view.common.record
    waited = picture.view.common.turn.number - record.drafted_turn >= TURNS_TO_WRITE
    if not record.drafts or not (waited or reading.doubts):
        return None
    unwritten = {
        issue: tick
        for draft in record.drafts
        for issue, tick in enumerate(draft.terms)
        if tick is not None
    }
    recalled = [
        (picture.scale.value(issue, tick) - picture.scale.value(issue, agreed), -issue, tick)
        for issue, agreed in unwritten.items()
        if (tick := _a_level_better(picture, issue, agreed)) is not None
    ]
    if not recalled:
        return None
    _, place, tick = max(recalled)
    # All of it is said again, since with one point in doubt the others lapse too (R39).
    give = [unwritten.get(issue) for issue in range(picture.scale.count)]
    give[-place] = None
    want = list(no_terms(picture.scale.count))
    want[-place] = tick
    move = m.Offer(give=tuple(give), want=tuple(want), reason=Reason.FAIRNESS)
    return move if preview(picture.view, move).refusal is None else None


def doubts_sheet(picture: Picture, reading: Reading, character: Character) -> bool:
    """Whether a sheet of the other side, agreed but for the writing, is torn to try it."""
    record = picture.view.common.record
    sheet = record.sheet
    return (
        sheet is not None
        and sheet.by is not picture.view.brief.side
        and not _is_written(record)
        and reading.accepted != sheet.terms
        and _would(picture, reading, character)
    )


def _would(picture: Picture, reading: Reading, character: Character) -> bool:
    return (
        character.habits.disputes
        and picture.view.brief.side is Side.CLIENT
        and character.relation is not Relation.A
        and not reading.disputes
        and leaves_time(picture)
        and picture.view.common.record.pen is not Side.CLIENT
    )


def insists(picture: Picture) -> bool:
    """Whether a memory is still stood by: not when all that fits is to take what lies there."""
    costs = picture.view.common.setup.costs
    return picture.time_for(costs.concession, costs.accept)


def leaves_time(picture: Picture) -> bool:
    """Whether there is time to try it and to come back to what was said."""
    costs = picture.view.common.setup.costs
    return picture.time_for(costs.offer, costs.concession, costs.accept)


def _is_written(record: Record) -> bool:
    return any(line.state is LineState.CONFIRMED for line in record.lines) and not record.drafts


def _a_level_better(picture: Picture, issue: int, agreed: int) -> int | None:
    """The nearest value that is worth a level more to us, inside our own quote; None without."""
    scale = picture.scale
    yard = scale.brief.yardsticks[issue]
    quote = scale.quotes[issue]
    level = yard.level(agreed)
    tick = agreed
    for _ in range(abs(quote - agreed)):
        tick += scale.signs[issue]
        if yard.level(tick) > level:
            return tick
    return None
