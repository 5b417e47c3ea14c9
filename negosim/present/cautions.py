"""What a seat knows and may have forgotten when it is about to move.

Drafts that lapse, vetoes of its own team, time that runs out. What a rule says of a
move is the coach's business. Source: exercise.md R15, R39; scenario-format.md,
`client_team.veto`.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.concession import merged, spoken_terms
from negosim.engine.issue import Terms, no_terms
from negosim.engine.ledger import lapsing
from negosim.engine.preview import preview
from negosim.engine.state import SeatView
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.language.refusals import objectors
from negosim.language.typography import capital
from negosim.language.values import joined, value_text


def cautions(view: SeatView, move: m.Move, lang: str) -> tuple[str, ...]:
    """Whole sentences, the gravest first; none for a move that is refused."""
    seen = preview(view, move)
    if seen.refusal is not None:
        return ()
    out = [] if seen.in_time else [catalogue("table", lang).text("careful.too_late")]
    return (*out, *_lapses(view, move, lang), *_vetoes(view, move, lang))


def _lapses(view: SeatView, move: m.Move, lang: str) -> list[str]:
    """The agreed points that this move would undo because they are not confirmed yet."""
    spoken: tuple[Terms, ...] | None
    match move:
        case m.Leave():
            spoken = None
        case m.Offer():
            spoken = spoken_terms(move)
        case _:
            return []
    record = view.common.record
    drafts, numbers = lapsing(record, spoken)
    lines = [line.deal for line in record.lines if line.number in numbers]
    if not drafts and not lines:
        return []
    words = lexicon_of_view(view, lang)
    deals = joined([words.deal(deal.terms, deal.benefits) for deal in (*drafts, *lines)], lang)
    return [capital(catalogue("table", lang).text("careful.lapses", deals=deals))]


def _vetoes(view: SeatView, move: m.Move, lang: str) -> list[str]:
    """Values that a member of one's own team will not have signed."""
    text = catalogue("table", lang)
    words = lexicon_of_view(view, lang)
    return [
        text.text(
            "careful.veto",
            name=name.in_(lang),
            issue=words.issue(number),
            value=value_text(view.brief.issues[number], tick, lang),
        )
        for number, tick in enumerate(_bound_by(view, move))
        if tick is not None
        for name in objectors(view, number, tick)
    ]


def _bound_by(view: SeatView, move: m.Move) -> Terms:
    """The values a move would bind one's own side to."""
    count = len(view.brief.issues)
    match move:
        case m.Offer():
            return move.give
        case m.Accept():
            offer = view.common.positions[view.brief.side.other].offer
            package = offer.second if offer is not None and move.second else offer
            if package is None:
                return no_terms(count)
            taken = merged(package.give, package.want)
            named = move.issues or range(count)
            return tuple(tick if place in named else None for place, tick in enumerate(taken))
        case m.Confirm():
            terms: list[int | None] = [None] * count
            for line in agreement.proposed_by_other(view.common.record, view.brief.side):
                if not move.lines or line.number in move.lines:
                    for place, tick in enumerate(line.deal.terms):
                        terms[place] = terms[place] if tick is None else tick
            return tuple(terms)
        case m.Draw():
            return move.deal.terms or agreement.agreed(view.common.record, count)
        case _:
            return no_terms(count)
