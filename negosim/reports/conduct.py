"""How a side kept the principles: occasions with their moves, tallies, one share.

Reads the rulings that the log holds and judges only what can be judged at the end,
whether an exchange that was named also came. Apart from the grid: no points.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from negosim.engine import events as e
from negosim.engine.concession import merged
from negosim.engine.issue import Terms
from negosim.engine.moves import Deal
from negosim.engine.record import but, record
from negosim.engine.rulings import JUDGED_AT
from negosim.engine.scoring import FEWEST_CONCESSIONS, Tally, conduct
from negosim.engine.sides import Side
from negosim.engine.state import MatchState
from negosim.engine.words import Principle, TableKind
from negosim.reports.timeline import Entry, Timeline

EXCHANGE_NAMED = "exchange_named"
EXCHANGE_CAME = "exchange_came"
EXCHANGE_MISSED = "exchange_missed"
CONCESSION_WITHDRAWN = "concession_withdrawn"


class Unjudged(StrEnum):
    """Why a side's conduct has no share. Source: exercise.md R49."""

    SPOKEN = "spoken"
    TOO_FEW = "too_few"
    NO_OCCASION = "no_occasion"


@record(frozen=True, slots=True)
class Occasion:
    """A ruling with its evidence: the move's number, its time and the event itself."""

    ruling: e.Ruling
    number: int
    at_ms: int
    event: e.Event


@record(frozen=True, slots=True)
class Conduct:
    """`occasions` and `tallies` hold the principles that count at the match's level.

    Occasions in the order they came, tallies in the order of `Principle`, those
    without an occasion included. `share` 0..1 or, with None, `unjudged` says why.
    """

    occasions: tuple[Occasion, ...]
    tallies: tuple[Tally, ...]
    concessions: int
    share: Fraction | None
    unjudged: Unjudged | None

    @property
    def faults(self) -> tuple[Occasion, ...]:
        return tuple(each for each in self.occasions if not each.ruling.kept)


def conduct_of(match: Timeline, side: Side) -> Conduct:
    """A side's conduct over a finished match. Source: exercise.md R25, R30, R49."""
    setup = match.end.common.setup
    counted = JUDGED_AT[setup.level]
    occasions = tuple(
        Occasion(
            _at_the_end(match.end, entry, side, ruling),
            entry.number,
            entry.event.at_ms,
            entry.event,
        )
        for entry in match.entries
        for ruling in entry.rulings[side]
        if ruling.principle in counted
    )
    tallies = tuple(_tally(principle, occasions) for principle in Principle if principle in counted)
    concessions = sum(len(steps) for steps in match.end.common.positions[side].steps)
    share = conduct(tallies)
    unjudged = None
    if setup.kind is TableKind.SPOKEN:
        unjudged = Unjudged.SPOKEN
    elif concessions < FEWEST_CONCESSIONS:
        unjudged = Unjudged.TOO_FEW
    elif share is None:
        unjudged = Unjudged.NO_OCCASION
    return Conduct(occasions, tallies, concessions, share if unjudged is None else None, unjudged)


def _tally(principle: Principle, occasions: tuple[Occasion, ...]) -> Tally:
    kept = [each.ruling.kept for each in occasions if each.ruling.principle is principle]
    return Tally(principle, sum(kept), len(kept))


def _at_the_end(end: MatchState, entry: Entry, side: Side, ruling: e.Ruling) -> e.Ruling:
    """The ruling, an exchange that was named judged by what was signed (R25)."""
    if ruling.code != EXCHANGE_NAMED or ruling.issue is None:
        return ruling
    deal = end.common.outcome.deal if end.common.outcome is not None else None
    if deal is None or _taken_back(entry, side, ruling.issue, deal):
        return but(ruling, code=CONCESSION_WITHDRAWN)
    came = any(_holds(end, side, deal, wanted) for wanted in _wanted(entry, side))
    return but(ruling, kept=came, code=EXCHANGE_CAME if came else EXCHANGE_MISSED)


def _taken_back(entry: Entry, side: Side, issue: int, deal: Deal) -> bool:
    """Whether the contract gives no more on the issue than had been named before this concession."""
    before = entry.before.common.positions[side].best[issue]
    signed = deal.terms[issue]
    if before is None or signed is None:
        return False
    return entry.before.scenario.yardsticks[side][issue].sign * (signed - before) >= 0


def _wanted(entry: Entry, side: Side) -> tuple[Deal, ...]:
    """What the concession was to bring, any of these: an offer's wants, or what an
    accepted offer gave (R21, R25)."""
    event = entry.event
    if isinstance(event, e.OfferMade):
        beside = () if event.second is None else (Deal(event.second.want, event.benefits),)
        return (Deal(event.want, event.benefits), *beside)
    offer = entry.before.common.positions[side.other].offer
    if offer is None or not isinstance(event, e.OfferAccepted):
        return ()
    terms = event.terms
    given = offer.give
    if offer.second is not None and not _says(merged(offer.give, offer.want), terms):
        given = offer.second.give
    return (
        Deal(
            tuple(None if gives is None else tick for tick, gives in zip(terms, given, strict=True))
        ),
    )


def _says(package: Terms, terms: Terms) -> bool:
    """Whether the package names every value of `terms`."""
    return all(tick in (None, named) for named, tick in zip(package, terms, strict=True))


def _holds(end: MatchState, side: Side, deal: Deal, wanted: Deal) -> bool:
    """Whether the contract has every wanted benefit, and every value or a better one for `side`."""
    yards = end.scenario.yardsticks[side]
    return set(wanted.benefits) <= set(deal.benefits) and all(
        tick is None or (signed is not None and yard.sign * (signed - tick) >= 0)
        for yard, tick, signed in zip(yards, wanted.terms, deal.terms, strict=True)
    )
