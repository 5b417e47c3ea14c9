"""The one thing done well that a debrief begins with, chosen by what it brought.

A move that won points goes first, then a contract with nothing left over, a guess
without a mistake, a principle always kept; something true is always found. Faults are
not told here.
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.engine import events as e
from negosim.engine.record import record
from negosim.engine.scoring import CONDUCT_WEIGHTS
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of
from negosim.language.sentences import event_sentence
from negosim.language.typography import capital
from negosim.language.values import short_value, value_text
from negosim.present.debrief import Review, page_of, points_text, table_is_worse
from negosim.present.debrief_exchanges import Beat, beats

TELLING = 3
"""From this many points on a move is told before anything else."""
OFTEN = 2
"""A principle kept fewer times than this proves little."""

_HELD = {
    e.NotYetSaid: "not_yet",
    e.Argued: "argued",
    e.Told: "told",
    e.GoodwillShown: "goodwill",
    e.BreakTaken: "left",
}
"""Moves that give nothing on any issue, by what is said of them."""


@record(frozen=True, slots=True)
class Praise:
    """`said` quotes the move it is about and `number` counts it, "" and None without one.

    `worth`: our points that it won, None where it cannot be worked out.
    """

    text: str
    said: str = ""
    number: int | None = None
    before: int | None = None
    worth: int | None = None


def praise(seen: Review, lang: str) -> Praise:
    """The best thing that can truly be said of how we played."""
    return next(_best_first(seen, lang))


def _best_first(seen: Review, lang: str) -> Iterator[Praise]:
    text = catalogue("debrief_scene", lang).text
    best = max(beats(seen), key=lambda beat: (beat.net, beat.gain), default=None)
    if best is not None and best.net >= TELLING:
        yield _exchange(seen, best, lang)
    found = seen.found
    if found.contract is not None and found.contract.distance == 0:
        yield Praise(text("praise.frontier"))
    guess = found.sides[seen.side].guess
    if guess is not None and not guess.inversions and len(guess.order) > 1:
        yield Praise(text("praise.read"))
    kept = [
        tally
        for tally in found.sides[seen.side].conduct.tallies
        if tally.kept == tally.occasions >= OFTEN and CONDUCT_WEIGHTS.get(tally.principle)
    ]
    if kept:
        tally = max(kept, key=lambda each: CONDUCT_WEIGHTS[each.principle] * each.kept)
        yield Praise(
            text(
                "praise.principle",
                principle=capital(name_of(tally.principle, lang)),
                occasions=tally.occasions,
            )
        )
    if best is not None and best.net > 0:
        yield _exchange(seen, best, lang)
    if found.contract is not None:
        yield Praise(text("praise.signed"))
    if table_is_worse(seen):
        yield Praise(text("praise.refused"))
    yield Praise(text("praise.kept" if found.outcome.by is seen.side else "praise.stayed"))


def _exchange(seen: Review, beat: Beat, lang: str) -> Praise:
    """A move with what it brought: how far they came, and what it cost us."""
    messages = catalogue("debrief_scene", lang)
    issues = seen.found.scenario.issues
    words = page_of(seen, lang).words
    telling = sorted(beat.got, key=lambda change: -change.points)[:2]
    came = messages.text("praise.and").join(
        messages.text(
            "praise.came",
            issue=words.issue(change.issue),
            was=short_value(issues[change.issue], change.was, lang),
            now=value_text(issues[change.issue], change.now, lang),
        )
        for change in telling
        if change.points
    )
    kind = _HELD.get(type(beat.entry.event))
    if beat.agreed:
        key = "praise.agreed" if beat.cost else "praise.agreed_free"
    elif kind is not None and not beat.cost:
        key = f"praise.{kind}"
    elif beat.cost:
        key = "praise.traded" if _asks(beat.entry.event) else "praise.answered"
    else:
        key = "praise.firm"
    return Praise(
        text=messages.text(
            key, came=came, gave=points_text(beat.cost, lang), got=points_text(beat.gain, lang)
        ),
        said=event_sentence(words, beat.entry.event),
        number=beat.entry.number,
        before=beat.before,
        worth=beat.net,
    )


def _asks(event: e.Event) -> bool:
    """Whether it was an offer that wanted something in return."""
    return isinstance(event, e.OfferMade) and bool(
        event.benefits or any(tick is not None for tick in event.want)
    )
