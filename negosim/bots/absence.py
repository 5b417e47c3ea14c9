"""Leaving the table and what is done away from it. Source: exercise.md R35-R38.

A bot leaves rarely and for one of the good reasons only; whether a reason is good is
asked of the engine.
"""

from __future__ import annotations

from negosim.bots import questions
from negosim.bots.character import Character
from negosim.bots.picture import STUCK_FROM, Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.preview import preview
from negosim.engine.propriety import demand_needs_authority, is_proper_leave, step_needs_authority
from negosim.engine.words import Purpose

LITTLE = 0.05
"""A gap of less worth than this, over all open issues, is left to the other side to close."""
_STANDING_UP = (Purpose.PRESS, Purpose.GAIN_TIME)


def consult(picture: Picture, character: Character) -> m.Leave | None:
    """Go and consult, when that is proper, possible and leaves time to use what it brings.

    Not for a demand heard before the bot's last concession there: what the authority
    allows is bargained with first.
    """
    view = picture.view
    talk = view.common.talk[view.brief.side]
    asked = talk.expected | talk.fresh
    if not (
        view.common.turn.deadlocked
        or step_needs_authority(view)
        or demand_needs_authority(view, asked)
    ):
        return None
    return _leave(picture, character, Purpose.CONSULT)


def stand_up(picture: Picture, character: Character) -> m.Leave | None:
    """Leave because nothing moves, to make them go or to await news, once a match: a second
    wall is sat out, and consulted about when it has become a deadlock.

    Who only sends the others out waits until the talks are stuck, not until they are late.
    """
    taken = picture.view.common.positions[picture.view.brief.side].breaks
    if any(purpose in taken for purpose in _STANDING_UP):
        return None
    purposes: tuple[Purpose, ...] = ()
    if character.habits.stands_up:
        purposes = _STANDING_UP
    elif character.manners.sends_out and _is_stuck_early(picture):
        purposes = (Purpose.PRESS,)
    for purpose in purposes:
        leave = _leave(picture, character, purpose)
        if leave is not None:
            return leave
    return None


def probe(picture: Picture, reading: Reading, character: Character) -> m.Leave | None:
    """Leave for news of the other side's order, once, where it is still unsure after one's
    questions and time is ample (R35, R36)."""
    if (
        not character.habits.probes
        or not picture.view.brief.cards
        or Purpose.PROBE in picture.view.common.positions[picture.view.brief.side].breaks
        or picture.closing_time
        or not questions.is_unsure(picture, reading)
    ):
        return None
    return _leave(picture, character, Purpose.PROBE)


def _is_stuck_early(picture: Picture) -> bool:
    return picture.view.common.turn.quiet >= STUCK_FROM and not picture.closing_time


def short_of_authority(picture: Picture) -> bool:
    """Whether only authority, not the floor, keeps one from the other side's values somewhere."""
    scale = picture.scale
    for issue in picture.open:
        stop, bound = picture.stops[issue], picture.bounds[issue]
        if stop == bound or picture.met(issue, picture.ours[issue]):
            continue
        theirs = picture.theirs[issue]
        wanted = theirs is None or scale.better(issue, bound, theirs)
        if wanted and not scale.better(issue, picture.ours[issue], bound):
            return True
    return False


def they_come_anyway(picture: Picture) -> bool:
    """Whether they still come and next to nothing is left, so that they will come without one's
    asking for more authority."""
    turn = picture.view.common.turn
    if picture.left_ms is None or turn.deadlocked or picture.at_the_brink:
        return False
    left = sum(picture.gap(issue, picture.ours[issue]) for issue in picture.open)
    theirs = picture.view.common.positions[picture.view.brief.side.other]
    return theirs.still == 0 and left < LITTLE


def cannot_accept(picture: Picture) -> bool:
    """Whether the other side stands where one may go at all, but not on one's own authority."""
    return any(
        (theirs := picture.theirs[issue]) is not None
        and picture.scale.better(issue, picture.bounds[issue], theirs)
        and not picture.scale.better(issue, picture.stops[issue], theirs)
        for issue in picture.open
    )


def away(picture: Picture, reading: Reading, character: Character) -> m.Move:
    """The next step of one's own break: bring the executives in or authorise what may be, then
    return."""
    view = picture.view
    recess = view.common.recess
    if _brings_executives(picture, reading, character):
        return m.CallExecutives()
    purposes = (Purpose.CONSULT, Purpose.PRESS)
    if (
        recess is not None
        and not reading.authorised
        and recess.purpose in purposes
        and view.own.authority != view.own.floors
        and _asks_inside(picture, recess.purpose)
    ):
        return m.Authorise(_freed(picture, recess.purpose))
    return m.Return()


def _brings_executives(picture: Picture, reading: Reading, character: Character) -> bool:
    """Whether somebody who does not dare alone brings the executives in, once, when a deadlock
    has sent it out (R38)."""
    view = picture.view
    recess = view.common.recess
    return (
        character.manners.brings_executives
        and recess is not None
        and recess.purpose is Purpose.CONSULT
        and reading.deadlocks > 0
        and preview(view, m.CallExecutives()).refusal is None
    )


def _asks_inside(picture: Picture, purpose: Purpose) -> bool:
    """Sent out by the other side one asks only when authority was what stood in the way."""
    if purpose is Purpose.CONSULT:
        return True
    return short_of_authority(picture) and _freed(picture, purpose) != picture.view.own.authority


def _freed(picture: Picture, purpose: Purpose) -> tuple[int, ...]:
    """To the floor on every issue; after a press by up to one level (R36)."""
    view = picture.view
    if purpose is Purpose.CONSULT:
        return view.own.floors
    scale = picture.scale
    out = []
    for issue, (authority, floor) in enumerate(
        zip(view.own.authority, view.own.floors, strict=True)
    ):
        mark = view.brief.marks[issue]
        step = 1 if view.brief.issues[issue].is_ladder else abs(mark.target - mark.floor) // 2
        moved = authority - scale.signs[issue] * max(1, step)
        out.append(scale.best(issue, moved, floor))
    return tuple(out)


def _leave(picture: Picture, character: Character, purpose: Purpose) -> m.Leave | None:
    view = picture.view
    costs = view.common.setup.costs
    if not character.habits.leaves or not is_proper_leave(view, purpose):
        return None
    if not picture.time_for(view.common.setup.break_ms, costs.concession, costs.accept):
        return None
    if picture.unconfirmed():
        # What is agreed and not confirmed would lapse (R39).
        return None
    move = m.Leave(purpose)
    return move if preview(view, move).refusal is None else None
