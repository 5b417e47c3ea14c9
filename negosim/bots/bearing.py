"""What a person does besides bargaining: before the first offer, instead of a *not yet*,
before the pen.

Each is one lawful move that concedes nothing, made a fixed number of times at most, and where
it is no more than a habit never when there is no time for it. Who does what is data
(`manners`; who says its own limit aloud, `Habits`). Source: personas.md.
"""

from __future__ import annotations

from random import Random

from negosim.bots import questions
from negosim.bots.character import Character, Relation
from negosim.bots.cue import Choice, Cue
from negosim.bots.manners import EVERYTHING, Opener, Parting, Retort
from negosim.bots.offers import drafted
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.issue import no_terms
from negosim.engine.preview import preview
from negosim.engine.record import but
from negosim.engine.scenario import order_of
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind

MOST_GOODWILLS = 3
"""Kind words of one person in a match, whatever calls for them."""
MOST_REPEATS = 3
"""Offers that move nothing, of which one is kept for the end."""
MOST_TELLS = 2
"""Tells of one person in a match."""
MOST_ARGUMENTS = 2
"""Arguments of one person in a match."""
SILENT_HOLD = 0.4
"""How often a bot that has an argument left says not yet without it."""
STEPS_BEFORE_LIMIT = 3
"""Steps on an issue after which one who does not hide its floor says it (B5)."""
_VENDOR_ARGUMENTS = ((ArgumentKind.ADDED_VALUE, Cue.VALUE), (ArgumentKind.TOTAL_COST, Cue.COST))


def before_the_first_offer(picture: Picture, character: Character) -> Choice | None:
    """The client's very first move where the person does not open with figures."""
    opener = character.manners.opener
    if opener is Opener.NONE or picture.view.common.turn.number > 1:
        return None
    if opener is Opener.GOODWILL:
        # The greeting that goes before it says enough.
        return Choice(m.Goodwill(), Cue.SILENT)
    if opener is Opener.DEADLINE:
        return Choice(m.Argue(ArgumentKind.DEADLINE), Cue.DEADLINE)
    order = order_of(picture.view.brief.marks)
    return Choice(m.Tell(order[0], order[-1]), Cue.TELL) if len(order) > 1 else None


def limit_said(picture: Picture, reading: Reading, character: Character) -> Choice | None:
    """Who does not hide its floor says it after its third step on a numeric issue, once (R28)."""
    if character.habits.hides or ArgumentKind.LIMIT in reading.own_arguments:
        return None
    view = picture.view
    steps = view.common.positions[view.brief.side].steps
    for issue in picture.open:
        if view.brief.issues[issue].is_ladder or len(steps[issue]) < STEPS_BEFORE_LIMIT:
            continue
        limit = list(no_terms(picture.scale.count))
        limit[issue] = view.own.floors[issue]
        return Choice(m.Argue(ArgumentKind.LIMIT, issue, limit=tuple(limit)), Cue.LIMIT)
    return None


def instead_of_holding(picture: Picture, reading: Reading, character: Character) -> Choice | None:
    """What answers a word that moves this person, or a *not yet*, where nothing can be given."""
    if picture.closing_time:
        return None
    retort = character.manners.not_yet
    warms = retort in (Retort.TURNS, Retort.KIND) and not reading.kindly
    if reading.pleased and warms and reading.goodwills < MOST_GOODWILLS - 1:
        return Choice(m.Goodwill(), Cue.GOODWILL)
    if not reading.refused:
        return None
    if retort is Retort.KIND and warms and reading.goodwills < MOST_GOODWILLS - 1:
        return Choice(m.Goodwill(), Cue.GOODWILL)
    if retort is Retort.TURNS and not reading.repeated and not reading.ledger.moved:
        return _whole_package(picture, reading, character, most=MOST_REPEATS - 1)
    return None


def told(picture: Picture, reading: Reading, character: Character) -> Choice | None:
    """Relations A and B answer a tell in kind, and truly (R34)."""
    if not reading.owes_tell or reading.own_tells >= MOST_TELLS:
        return None
    order = order_of(picture.view.brief.marks)
    if len(order) < 2 or character.relation is Relation.C:
        return None
    return Choice(m.Tell(order[0], order[-1]), Cue.TELL)


def argued(picture: Picture, reading: Reading, character: Character, dice: Random) -> Choice | None:
    """At most two arguments a match, each kind once; a rival's claim where there is one."""
    used = reading.own_arguments
    if len(used) >= MOST_ARGUMENTS:
        return None
    if not character.manners.loud and dice.random() < SILENT_HOLD:
        return None
    brief = picture.view.brief
    if brief.side is Side.VENDOR:
        for kind, cue in _VENDOR_ARGUMENTS:
            if kind not in used:
                return Choice(m.Argue(kind), cue)
        return None
    for kind in character.manners.argues:
        if kind in used or (kind is ArgumentKind.RIVAL and not brief.pressure):
            continue
        if kind is not ArgumentKind.RIVAL:
            return Choice(m.Argue(kind), Cue.NEED)
        claim = dice.randrange(len(brief.pressure))
        return Choice(m.Argue(kind, brief.pressure[claim].issue, claim=claim), Cue.RIVAL)
    return None


def before_accepting(picture: Picture, reading: Reading, character: Character) -> Choice | None:
    """What comes before an acceptance that leaves nothing open; None: accept."""
    parting = character.manners.parting
    terms = picture.standing
    if parting is Parting.AT_ONCE or terms is None or picture.closing_time:
        return None
    if picture.view.common.turn.deadlocked or any(terms[issue] is None for issue in picture.open):
        return None
    if parting is Parting.SUMMARY:
        ask = questions.summary(picture, reading)
        return None if ask is None else Choice(ask, Cue.ASK_SUMMARISING)
    if reading.kindly or reading.repeated:
        return None
    if parting is Parting.GOODWILL:
        kind = reading.goodwills < MOST_GOODWILLS
        return Choice(m.Goodwill(), Cue.GOODWILL) if kind else None
    return _whole_package(picture, reading, character, most=MOST_REPEATS, wants_more=True)


def before_the_pen(picture: Picture, reading: Reading, character: Character) -> Choice | None:
    """What comes before the sheet where all is agreed already; None: nothing."""
    parting = character.manners.parting
    if parting is Parting.SUMMARY:
        ask = questions.summary(picture, reading)
        return None if ask is None else Choice(ask, Cue.ASK_SUMMARISING)
    if parting is not Parting.GOODWILL or reading.kindly or picture.closing_time:
        return None
    return Choice(m.Goodwill(), Cue.CLOSE) if reading.goodwills < MOST_GOODWILLS else None


def _whole_package(
    picture: Picture,
    reading: Reading,
    character: Character,
    *,
    most: int,
    wants_more: bool = False,
) -> Choice | None:
    """All that is open as one stands on it, moving nothing; `wants_more`: with a benefit
    beside it. None where it would only say what they have offered."""
    costs = picture.view.common.setup.costs
    if reading.repeats >= most or not picture.time_for(costs.concession, costs.accept):
        return None
    draft = drafted(picture, reading, character, {}, extra=EVERYTHING)
    if draft is None:
        return None
    offer = draft.offer
    benefits = picture.scale.brief.benefits
    if wants_more and benefits and not offer.benefits:
        offer = but(offer, benefits=(0,))
    elif all(picture.met(issue, picture.ours[issue]) for issue in picture.open):
        return None
    seen = preview(picture.view, offer)
    if seen.refusal is not None or not seen.in_time:
        return None
    if any(not ruling.kept for ruling in seen.rulings):
        return None
    return Choice(offer, Cue.RESTATE)
