"""Two plain counts over the talks: what became of what was agreed, and how long
price was talked about before anything else. Neither is a score.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.agreement import agreed, confirmed
from negosim.engine.concession import merged
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import QuestionForm
from negosim.reports.timeline import Entry, Timeline

PRICE = "price"
"""The id that a scenario's price issue has where `money:` does not name it."""


@record(frozen=True, slots=True)
class Written:
    """Points are values of single issues. `agreed`: said yes to at the table; `confirmed`:
    standing on confirmed lines at the end; `lapsed`: agreed, never written, lost.
    `pen`: who held it at the end. Source: exercise.md R39.
    """

    agreed: int
    confirmed: int
    lapsed: int
    pen: Side | None


@record(frozen=True, slots=True)
class PriceTalk:
    """A side's moves on price before its first question about another issue.

    `asked` False: it never asked one. Source: exercise.md R19.
    """

    moves: int
    asked: bool


def written(match: Timeline) -> Written:
    """What became of the points both sides agreed on."""
    count = len(match.end.scenario.issues)
    said = lapsed = 0
    for entry in match.entries:
        if isinstance(entry.event, e.OfferAccepted):
            known = agreed(entry.before.common.record, count)
            said += sum(
                tick not in (None, stood)
                for tick, stood in zip(entry.event.terms, known, strict=True)
            )
        elif isinstance(entry.event, e.AgreementLapsed):
            lapsed += sum(_points(deal.terms) for deal in entry.event.drafts)
    end = match.end.common.record
    return Written(said, _points(confirmed(end, count)), lapsed, end.pen)


def price_talk(match: Timeline, side: Side) -> PriceTalk | None:
    """None where the scenario has no price issue, or nothing besides it."""
    price = price_issue(match.end.scenario)
    if price is None or len(match.end.scenario.issues) < 2:
        return None
    moves = 0
    for entry in match.entries:
        if entry.side is not side:
            continue
        if _asks_beyond(entry, price):
            return PriceTalk(moves, asked=True)
        moves += _speaks_of(entry, price)
    return PriceTalk(moves, asked=False)


def price_issue(scenario: Scenario) -> int | None:
    """The place of the issue that is the price, None where no issue is."""
    if scenario.payment.money is not None:
        return scenario.payment.money.price
    for place, issue in enumerate(scenario.issues):
        if issue.id == PRICE:
            return place
    return None


def _asks_beyond(entry: Entry, price: int) -> bool:
    """Whether it is a question about another issue, or one that leaves the issue open."""
    event = entry.event
    if not isinstance(event, e.QuestionAsked):
        return False
    if event.form is QuestionForm.OPEN and not event.issues:
        return True
    return any(issue != price for issue in event.issues)


def _speaks_of(entry: Entry, price: int) -> bool:
    event = entry.event
    if isinstance(event, e.OfferMade):
        return merged(event.give, event.want)[price] is not None
    if isinstance(event, e.OfferAccepted):
        return event.terms[price] is not None
    if isinstance(event, e.QuestionAsked):
        return price in event.issues
    return isinstance(event, e.Argued) and event.issue == price


def _points(terms: Terms) -> int:
    return sum(tick is not None for tick in terms)
