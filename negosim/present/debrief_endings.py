"""What was to be had at the end of a match: a better contract, their last offer, what lapsed.

Each as a moment to play again, with its worth in our own points.
"""

from __future__ import annotations

from collections.abc import Iterator

from negosim.analysis.reference import frontier_terms
from negosim.engine import events as e
from negosim.engine.calls import must_move
from negosim.engine.issue import Terms
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Phase
from negosim.language.catalogue import catalogue
from negosim.present.debrief import Review, last_offer_points, page_of, points_text
from negosim.present.debrief_exchanges import Beat
from negosim.present.debrief_moment import Moment, MomentKind, moment_at
from negosim.reports.debrief import Contract, Reference
from negosim.reports.timeline import Entry


def chances(seen: Review, played: tuple[Beat, ...], lang: str) -> Iterator[Moment]:
    """What was to be had at the end: a better contract, their last offer, what lapsed."""
    text = catalogue("debrief_scene", lang).text
    contract = seen.found.contract
    if contract is None:
        points, away = last_offer_points(seen), seen.found.sides[seen.side].walk_away
        last = _last_word(seen, played)
        if points is not None and points > away:
            yield moment_at(
                seen,
                *last,
                MomentKind.TABLE,
                text("moment.table.told", points=points_text(points, lang), away=away),
                lang,
                worth=points - away,
            )
            last = _last_said(played)
        yield from _instead(seen, last, lang)
        return
    best = _best_for_us(seen, contract)
    if best is not None:
        ours, theirs = best.pair[seen.side], best.pair[seen.side.other]
        gained = theirs - contract.score.points[seen.side.other]
        worth = ours - contract.score.points[seen.side]
        key = "moment.better.both" if gained else "moment.better.us"
        yield moment_at(
            seen,
            *_last_said(played),
            MomentKind.BETTER,
            text(
                key,
                deal=_different(seen, best.terms, contract.deal.terms, lang),
                more=worth,
                gained=gained,
            ),
            lang,
            worth=worth,
        )
    yield from _lapsed(seen, played, contract, lang)


def _instead(seen: Review, last: tuple[Entry, int], lang: str) -> Iterator[Moment]:
    """A fair contract that was there when the talks broke off."""
    away = seen.found.possible.analysis.walk_away
    frontier = seen.found.possible.analysis.pareto
    there = [
        Reference(pair, terms)
        for pair, terms in zip(frontier, frontier_terms(seen.found.scenario, frontier), strict=True)
    ]
    signable = [each for each in there if not _vetoed(seen, each.terms)]
    best = max(
        signable or there,
        key=lambda each: min(each.pair[side] - away[side] for side in SIDES),
        default=None,
    )
    if best is None or best.pair[seen.side] <= away[seen.side]:
        return
    ours, theirs = best.pair[seen.side], best.pair[seen.side.other]
    told = catalogue("debrief_scene", lang).text(
        "moment.better.instead",
        deal=page_of(seen, lang).words.terms(best.terms),
        ours=points_text(ours, lang),
        theirs=theirs,
    )
    yield moment_at(
        seen,
        *last,
        MomentKind.BETTER,
        told,
        lang,
        worth=ours - away[seen.side],
    )


def _best_for_us(seen: Review, contract: Contract) -> Reference | None:
    """The contract best for us among those that cost the other side nothing.

    One that nobody in the client's team would have refused, if there is such.
    """
    scored = contract.score.points[seen.side]
    better = [each for each in contract.better if each.pair[seen.side] > scored]
    signable = [each for each in better if not _vetoed(seen, each.terms)]
    return max(signable or better, key=lambda each: each.pair[seen.side], default=None)


def _vetoed(seen: Review, terms: tuple[int, ...]) -> bool:
    scenario = seen.found.scenario
    return any(
        veto is not None and yard.sign * (tick - veto) <= 0
        for member in scenario.opposition.team
        for yard, tick, veto in zip(
            scenario.yardsticks[Side.CLIENT], terms, member.veto, strict=True
        )
    )


def _different(seen: Review, terms: tuple[int, ...], signed: Terms, lang: str) -> str:
    """The values of a better contract that score otherwise than those signed."""
    scenario = seen.found.scenario
    changed = tuple(
        None
        if stood is not None
        and all(
            scenario.yardsticks[side][place].level(tick)
            == scenario.yardsticks[side][place].level(stood)
            for side in SIDES
        )
        else tick
        for place, (tick, stood) in enumerate(zip(terms, signed, strict=True))
    )
    return page_of(seen, lang).words.terms(changed)


def _lapsed(
    seen: Review, played: tuple[Beat, ...], contract: Contract, lang: str
) -> Iterator[Moment]:
    """Something agreed that was not written down in time and ended worse for us (R39)."""
    yards = seen.found.scenario.yardsticks[seen.side]
    signed = contract.deal.terms
    for place, entry in enumerate(seen.entries):
        if not isinstance(entry.event, e.AgreementLapsed):
            continue
        for deal in entry.event.drafts:
            lost = sum(
                max(0, yard.weight * (yard.level(tick) - yard.level(stood)))
                for yard, tick, stood in zip(yards, deal.terms, signed, strict=True)
                if tick is not None and stood is not None
            )
            since = [beat for beat in played if beat.before <= seen.before[place]]
            if lost and since:
                words = page_of(seen, lang).words
                yield moment_at(
                    seen,
                    since[-1].entry,
                    since[-1].before,
                    MomentKind.LAPSED,
                    catalogue("debrief_scene", lang).text(
                        "moment.lapsed.told", deal=words.terms(deal.terms)
                    ),
                    lang,
                    worth=lost,
                )


def _last_said(played: tuple[Beat, ...]) -> tuple[Entry, int]:
    """Our last offer or acceptance: with it the terms took their shape."""
    shaping = [
        beat for beat in played if isinstance(beat.entry.event, e.OfferMade | e.OfferAccepted)
    ]
    beat = (shaping or played)[-1]
    return beat.entry, beat.before


def _last_word(seen: Review, played: tuple[Beat, ...]) -> tuple[Entry, int]:
    """The last time that the word was ours: their offer could be accepted there."""
    for entry, before in reversed(tuple(zip(seen.entries, seen.before, strict=True))):
        common = entry.before.common
        if common.phase is Phase.TALKS and must_move(common, seen.side):
            return entry, before
    return played[-1].entry, played[-1].before
