"""The ten principles in one match: how often each was kept, and every move as evidence.

Conduct stands apart from the grid (R49). Faults are worded with their rule, and so are
the occasions that were kept; nothing is judged here that the log does not hold.
"""

from __future__ import annotations

from types import MappingProxyType

from negosim.engine.record import record
from negosim.engine.scoring import CONDUCT_WEIGHTS
from negosim.engine.words import Principle
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of
from negosim.language.sentences import event_sentence
from negosim.language.typography import capital
from negosim.language.values import clock_text
from negosim.present.debrief import Review, page_of
from negosim.reports.conduct import Occasion
from negosim.reports.debrief_sides import finding_sentence, share_sentence

RULES = MappingProxyType(
    {
        Principle.ASK_FIRST: "R22",
        Principle.SIZE: "R23",
        Principle.AUTHORITY: "R24",
        Principle.EXCHANGE: "R25",
        Principle.SHRINKING: "R26",
        Principle.FLOOR_HIDDEN: "R28",
        Principle.BREAKS: "R35",
        Principle.DEADLOCK: "R37",
        Principle.RECORD: "R39",
        Principle.ROLES: "R11",
        Principle.INTERESTS_FIRST: "R19",
    }
)
"""The rule that each principle is explained by."""


@record(frozen=True, slots=True)
class Finding:
    """One occasion in words."""

    kept: bool
    text: str


@record(frozen=True, slots=True)
class Evidence:
    """A move with what it shows: `said` is the move; play may go on at `before`."""

    number: int
    before: int
    when: str
    said: str
    found: tuple[Finding, ...]

    @property
    def kept(self) -> bool:
        return all(finding.kept for finding in self.found)


@record(frozen=True, slots=True)
class Kept:
    """A principle: `kept` of `occasions`, and its moves; `weight` is 0 where it is only shown."""

    principle: Principle
    name: str
    rule: str
    weight: int
    kept: int
    occasions: int
    marks: tuple[bool, ...]
    moves: tuple[Evidence, ...]


@record(frozen=True, slots=True)
class Principles:
    """`share` says what all came to, or why nothing is said. Only principles with occasions."""

    share: str
    kept: tuple[Kept, ...]


def principles(seen: Review, lang: str) -> Principles:
    """Our conduct with its evidence. Source: exercise.md R49."""
    conduct = seen.found.sides[seen.side].conduct
    out = []
    for tally in conduct.tallies:
        mine = [each for each in conduct.occasions if each.ruling.principle is tally.principle]
        if mine:
            out.append(
                Kept(
                    principle=tally.principle,
                    name=capital(name_of(tally.principle, lang)),
                    rule=RULES[tally.principle],
                    weight=CONDUCT_WEIGHTS.get(tally.principle, 0),
                    kept=tally.kept,
                    occasions=tally.occasions,
                    marks=tuple(each.ruling.kept for each in mine),
                    moves=_moves(seen, mine, lang),
                )
            )
    return Principles(share_sentence(page_of(seen, lang), conduct), tuple(out))


def _moves(seen: Review, occasions: list[Occasion], lang: str) -> tuple[Evidence, ...]:
    """The occasions by the event they were found in, in order."""
    page = page_of(seen, lang)
    text = catalogue("debrief_scene", lang).text
    key = "principles.when" if page.timed else "principles.when_untimed"
    out = []
    for entry, before in zip(seen.entries, seen.before, strict=True):
        found = [each for each in occasions if each.event is entry.event]
        if found:
            out.append(
                Evidence(
                    number=entry.number,
                    before=before,
                    when=text(key, number=entry.number, time=clock_text(entry.event.at_ms)),
                    said=event_sentence(page.words, entry.event),
                    found=tuple(
                        Finding(each.ruling.kept, finding_sentence(page, each)) for each in found
                    ),
                )
            )
    return tuple(out)
