"""Two moments of a match that are worth playing again, chosen by what they were worth.

They are chances, not faults: a mark of the other side that nobody could know is told as
such, and only when nothing nearer is found. What there was at the end, and what nobody
could see, is found in the files beside this one.
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.engine import events as e
from negosim.language.catalogue import catalogue
from negosim.present.debrief import Review, page_of, points_text
from negosim.present.debrief_endings import chances
from negosim.present.debrief_exchanges import Beat, beats
from negosim.present.debrief_hints import hints
from negosim.present.debrief_moment import Moment, MomentKind, moment_at

SHOWN = 2
"""How many moments are shown."""


def moments(seen: Review, lang: str) -> tuple[Moment, ...]:
    """At most two, the dearest first and of different kinds where there are such.

    Empty only when we never had the word.
    """
    played = beats(seen)
    if not played:
        return ()
    priced = sorted(
        [*_gifts(seen, played, lang), *chances(seen, played, lang)],
        key=lambda moment: (-(moment.worth or 0), moment.before),
    )
    found = [*priced, *hints(seen, played, lang)]
    chosen: list[Moment] = []
    for of_any_kind in (False, True):
        for moment in found:
            fresh = all(each.before != moment.before for each in chosen)
            other = of_any_kind or all(each.kind is not moment.kind for each in chosen)
            if fresh and other and len(chosen) < SHOWN:
                chosen.append(moment)
    return tuple(sorted(chosen, key=lambda moment: moment.before))


def _gifts(seen: Review, played: tuple[Beat, ...], lang: str) -> Iterator[Moment]:
    """Our moves that gave more than they brought, the dearest first."""
    giving = [
        beat
        for beat in played
        if beat.net < 0 and not (isinstance(beat.entry.event, e.OfferAccepted) and not beat.faults)
    ]
    for beat in sorted(giving, key=lambda beat: beat.net)[:SHOWN]:
        text = catalogue("debrief_scene", lang).text
        words = page_of(seen, lang).words
        given = words.listed(tuple(change.issue for change in beat.gave if change.points > 0))
        key = "moment.gift.some" if beat.gain else "moment.gift.none"
        yield moment_at(
            seen,
            beat.entry,
            beat.before,
            MomentKind.GIFT,
            text(
                key,
                issues=given,
                gave=points_text(beat.cost, lang),
                got=points_text(beat.gain, lang),
            ),
            lang,
            worth=-beat.net,
            advice=_advice(beat, lang),
        )


def _advice(beat: Beat, lang: str) -> str:
    """What to try instead: by the fault found in the move, the most telling first."""
    messages = catalogue("debrief_scene", lang)
    codes = {ruling.code for ruling in beat.faults}
    for code in messages.under("moment.try"):
        if code in codes:
            return messages.text(f"moment.try.{code}")
    return messages.text("moment.try.hold")
