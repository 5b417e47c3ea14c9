"""What nobody could see at the table: their priorities, and how far they would have gone.

Moments of a second rank, told only where nothing nearer is found; never as a fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue
from negosim.language.values import point_text, value_text
from negosim.present.debrief import Review, page_of
from negosim.present.debrief_exchanges import Beat
from negosim.present.debrief_moment import Moment, MomentKind, moment_at


def hints(seen: Review, played: tuple[Beat, ...], lang: str) -> Iterator[Moment]:
    """Their priorities at our first word, then how far they would have gone."""
    yield from _unasked(seen, played, lang)
    yield from _left(seen, played, lang)


def _unasked(seen: Review, played: tuple[Beat, ...], lang: str) -> Iterator[Moment]:
    """A pair of issues that we ranked wrongly, or never guessed, at our first word."""
    guess = seen.found.sides[seen.side].guess
    truth = seen.found.sides[seen.side.other].order
    if len(truth) < 2 or (guess is not None and not guess.inversions):
        return
    words = page_of(seen, lang).words
    text = catalogue("debrief_scene", lang).text
    upper, lower = truth[0], truth[-1]
    key = "moment.asked.never"
    if guess is not None:
        key = "moment.asked.wrong"
        place = {issue: rank for rank, issue in enumerate(guess.order)}
        upper, lower = max(
            (
                (first, second)
                for rank, first in enumerate(truth)
                for second in truth[rank + 1 :]
                if place[first] > place[second]
            ),
            key=lambda pair: truth.index(pair[1]) - truth.index(pair[0]),
        )
    told = text(key, upper=words.issue(upper), lower=words.issue(lower))
    first = played[0]
    yield moment_at(seen, first.entry, first.before, MomentKind.ASKED, told, lang, worth=None)


def _left(seen: Review, played: tuple[Beat, ...], lang: str) -> Iterator[Moment]:
    """The issue on which they would have gone furthest beyond what was signed, in our points:
    at our last step there, else at any other of our moves, the last first."""
    contract = seen.found.contract
    if contract is None:
        return
    scenario, side = seen.found.scenario, seen.side
    limits = tuple(_furthest(seen, place) for place in range(len(scenario.issues)))
    left = [
        max(0, yard.weight * (yard.level(limit) - yard.level(tick))) if tick is not None else 0
        for yard, tick, limit in zip(
            scenario.yardsticks[side], contract.deal.terms, limits, strict=True
        )
    ]
    issue = left.index(max(left))
    signed = contract.deal.terms[issue]
    if not left[issue] or signed is None:
        return
    told = catalogue("debrief_scene", lang).text(
        "moment.left.told",
        limit=point_text(scenario.issues[issue], limits[issue], lang),
        signed=value_text(scenario.issues[issue], signed, lang),
    )
    stepped = [beat for beat in played if any(each.issue == issue for each in beat.gave)]
    for beat in (*stepped[-1:], *reversed(played)):
        yield moment_at(
            seen, beat.entry, beat.before, MomentKind.LEFT, told, lang, worth=left[issue]
        )


def _furthest(seen: Review, place: int) -> int:
    """The tick to which the other side would really have gone: nobody's veto stands against it."""
    scenario, theirs = seen.found.scenario, seen.side.other
    yard = scenario.yardsticks[theirs][place]
    gain = yard.sign * seen.match.end.own[theirs].floors[place]
    if theirs is Side.CLIENT:
        vetoes = [member.veto[place] for member in scenario.opposition.team]
        gain = max(gain, *[yard.sign * veto + 1 for veto in vetoes if veto is not None], gain)
    return yard.sign * gain
