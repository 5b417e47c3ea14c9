"""One concession worded as a choice between two packages, to learn what the other side prefers.

What was to be given anyway is one of them; in the other one issue of it is exchanged for
another, for about as much of the bot's own worth. Only one of them is ever given: what the
other side does not take is taken back. Source: exercise.md R33.
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.bots.character import Character
from negosim.bots.concessions import Changes
from negosim.bots.cue import Choice, Cue
from negosim.bots.manners import EVERYTHING
from negosim.bots.offers import drafted
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.preview import preview
from negosim.engine.record import but
from negosim.engine.words import Principle

ALIKE = 1.15
"""What is given instead may cost this many times what it stands for."""


def laid_out(
    picture: Picture, reading: Reading, character: Character, changes: Changes
) -> Choice | None:
    """An offer of two packages that keeps every rule; None where none is due or can be made."""
    if not changes or not _is_due(picture, reading, character):
        return None
    first = drafted(picture, reading, character, changes, extra=EVERYTHING)
    if first is None or first.unasked or first.offer.benefits:
        return None
    for instead in _instead(picture, reading, changes):
        other = drafted(picture, reading, character, instead, extra=EVERYTHING)
        if other is None or other.unasked or other.offer.benefits:
            continue
        offer = but(first.offer, second=m.Package(other.offer.give, other.offer.want))
        seen = preview(picture.view, offer)
        broken = {ruling.principle for ruling in seen.rulings if not ruling.kept}
        if not character.habits.asks:
            # A client's asking is part of its turn (B3).
            broken.discard(Principle.ASK_FIRST)
        if seen.refusal is None and seen.in_time and not broken:
            return Choice(offer, Cue.PACKAGES)
    return None


def _is_due(picture: Picture, reading: Reading, character: Character) -> bool:
    """The person's habit, in the middle of the talks; no two such offers in a row."""
    return (
        reading.times_laid_out < character.manners.lays_out
        and reading.own_packages is None
        and picture.view.common.positions[picture.scale.brief.side].offer is not None
        and not reading.prelude_due
        and not picture.view.common.turn.deadlocked
        and not picture.closing_time
    )


def _instead(picture: Picture, reading: Reading, changes: Changes) -> Iterator[Changes]:
    """The concession with one issue of it exchanged for another, the pair of which the bot is
    least sure what matters more to the other side first.

    Ladders only: a numeric value that was laid out and not taken is a step all the same, from
    which later ones would have to shrink (R26).
    """
    above = reading.estimate.order.above_probability
    ladders = [issue for issue in picture.open if picture.scale.brief.issues[issue].is_ladder]
    pairs = sorted(
        (abs(above(given, other) - 0.5), given, other)
        for given in ladders
        for other in ladders
        if given in changes and other not in changes and not picture.met(other, picture.ours[other])
    )
    for _, given, other in pairs:
        tick = _of_like_worth(picture, other, ALIKE * _cost(picture, given, changes[given]))
        if tick is not None:
            kept = {issue: value for issue, value in changes.items() if issue != given}
            yield {**kept, other: tick}


def _cost(picture: Picture, issue: int, tick: int) -> float:
    return picture.scale.moved(issue, tick, picture.ours[issue])


def _of_like_worth(picture: Picture, issue: int, worth: float) -> int | None:
    """The value furthest from one's own that costs no more than that, short of what they ask and
    of one's bound; None where a single unit or rung is too dear."""
    theirs = picture.theirs[issue]
    ours, stop = picture.ours[issue], picture.bounds[issue]
    if theirs is not None:
        stop = picture.scale.best(issue, stop, theirs)
    size = min(
        abs(ours - stop), int(worth / _cost(picture, issue, ours - picture.scale.signs[issue]))
    )
    if size < 1 or not picture.scale.better(issue, ours, stop):
        return None
    return ours - picture.scale.signs[issue] * size
