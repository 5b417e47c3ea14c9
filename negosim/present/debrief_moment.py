"""A moment of a match that is worth playing again: where it is, what happened, what it was worth.

What makes a moment is found in the files beside this one; here it only gets its words.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.record import record
from negosim.language.catalogue import catalogue
from negosim.language.sentences import event_sentence
from negosim.present.debrief import Review, page_of
from negosim.reports.timeline import Entry


class MomentKind(StrEnum):
    """What was there to be had."""

    GIFT = "gift"  # a move that gave more than it brought
    TABLE = "table"  # their last offer was better than no deal
    BETTER = "better"  # a contract better for us and worse for nobody
    LAPSED = "lapsed"  # agreed, not written, lost
    ASKED = "asked"  # a question that would have told their priorities
    LEFT = "left"  # how far they would have gone


@record(frozen=True, slots=True)
class Moment:
    """`before`: how many moves of the log lie before it: there one plays on.

    `number`: our move as the debrief counts them; `worth` in our points, None where it
    cannot be worked out.
    """

    kind: MomentKind
    number: int
    before: int
    title: str
    said: str
    told: str
    advice: str
    worth: int | None


def moment_at(
    seen: Review,
    entry: Entry,
    before: int,
    kind: MomentKind,
    told: str,
    lang: str,
    *,
    worth: int | None,
    advice: str = "",
) -> Moment:
    """The moment at an entry, `before` moves into the log; `advice` where the kind's own
    does not do."""
    messages = catalogue("debrief_scene", lang)
    return Moment(
        kind=kind,
        number=entry.number,
        before=before,
        title=messages.text(f"moment.{kind.value}.title"),
        said=event_sentence(page_of(seen, lang).words, entry.event),
        told=told,
        advice=advice or messages.text(f"moment.{kind.value}.try"),
        worth=worth,
    )
