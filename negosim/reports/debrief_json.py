"""The debrief as one JSON document: the same value with ids and amounts for places and
ticks. For programs; people get `debrief_text`.
"""

from __future__ import annotations

from fractions import Fraction

from negosim.analysis.reference import document as analysis_document
from negosim.engine.issue import Terms
from negosim.engine.moves import Deal
from negosim.engine.sides import SIDES, BySide, Side
from negosim.reports.conduct import Conduct, Occasion
from negosim.reports.debrief import Contract, Debrief, Reference, SideReport
from negosim.reports.guess import Guessed
from negosim.reports.payment import MoneyView
from negosim.reports.staircase import Staircase
from negosim.wire.agenda import Agenda, number
from negosim.wire.shapes import tag_of

Json = dict[str, object]


def document(found: Debrief) -> Json:
    """Plain dicts, lists, strings and numbers; money and points are numbers."""
    names = Agenda(found.scenario.issues, found.scenario.benefits)
    outcome = found.outcome
    return {
        "scenario": found.scenario.id,
        "level": found.setup.level.value,
        "outcome": {
            "ending": outcome.ending.value,
            "by": None if outcome.by is None else outcome.by.word,
            "at_ms": found.elapsed_ms,
            "moves": found.moves,
        },
        "contract": None if found.contract is None else _contract(names, found.contract),
        "possible": {
            **analysis_document(found.possible.analysis),
            "inside_limits": found.possible.inside,
            "nash_contracts": [_reference(names, each) for each in found.possible.nash],
            "egalitarian_contracts": [
                _reference(names, each) for each in found.possible.egalitarian
            ],
        },
        "sides": {side.word: _side(names, found, side) for side in SIDES},
        "ahead": None if found.ahead is None else found.ahead.word,
        "decided_by": found.decided.value,
        "record": {
            "agreed": found.written.agreed,
            "confirmed": found.written.confirmed,
            "lapsed": found.written.lapsed,
            "pen": None if found.written.pen is None else found.written.pen.word,
        },
    }


def _contract(names: Agenda, contract: Contract) -> Json:
    return {
        **_deal(names, contract.deal),
        "points": _by_side(contract.score.points),
        "levels": {
            side.word: dict(zip(names.issues, contract.score.levels[side], strict=True))
            for side in SIDES
        },
        "joint": contract.score.joint,
        "created": contract.created,
        "claimed": _by_side(contract.claimed),
        "efficiency": _ratio(contract.efficiency),
        "distance": contract.distance,
        "quadrant": contract.quadrant.value,
        "letter": contract.letter.value,
        "better": [_reference(names, each) for each in contract.better],
        "money": None if contract.money is None else _money(contract.money),
    }


def _money(money: MoneyView) -> Json:
    return {
        "price": number(money.price),
        "paid": float(money.paid),
        "payer": money.payer.value,
        "days_overdue": money.days,
        "rate": float(money.rate),
        "loss": number(money.loss),
        "net": number(money.net),
    }


def _side(names: Agenda, found: Debrief, side: Side) -> Json:
    report: SideReport = found.sides[side]
    return {
        "points": report.points,
        "par": report.par,
        "walk_away": report.walk_away,
        "weights": {
            issue: yard.weight
            for issue, yard in zip(names.issues, found.scenario.yardsticks[side], strict=True)
        },
        "order": [names.issues[place] for place in report.order],
        "guess": None if report.guess is None else _guess(names, report.guess),
        "concessions": {
            names.issues[stairs.issue]: _stairs(names, stairs) for stairs in report.stairs
        },
        "conduct": _conduct(names, report.conduct),
        "moves_on_price_first": None if report.price is None else report.price.moves,
        "asked_beyond_price": None if report.price is None else report.price.asked,
    }


def _guess(names: Agenda, guess: Guessed) -> Json:
    return {
        "order": [names.issues[place] for place in guess.order],
        "right": guess.right,
        "inversions": guess.inversions,
    }


def _stairs(names: Agenda, stairs: Staircase) -> Json:
    measure = names.measures[stairs.issue]
    told = stairs.told
    return {
        "start": None if stairs.start is None else measure.value(stairs.start),
        "steps": [
            {
                "move": step.number,
                "at_ms": step.at_ms,
                "to": measure.value(step.tick),
                "size": measure.size(step.size),
                "kind": step.kind.value,
            }
            for step in stairs.steps
        ],
        "floor": measure.value(stairs.floor),
        "told": None
        if told is None
        else {
            "limit": number(told.limit * measure.step),
            "low": number(told.low * measure.step),
            "high": number(told.high * measure.step),
            "floor_inside": told.floor_inside,
        },
    }


def _conduct(names: Agenda, conduct: Conduct) -> Json:
    return {
        "share": _ratio(conduct.share),
        "unjudged": None if conduct.unjudged is None else conduct.unjudged.value,
        "concessions": conduct.concessions,
        "principles": {
            tally.principle.value: {"kept": tally.kept, "occasions": tally.occasions}
            for tally in conduct.tallies
        },
        "occasions": [_occasion(names, each) for each in conduct.occasions],
    }


def _occasion(names: Agenda, occasion: Occasion) -> Json:
    ruling = occasion.ruling
    return {
        "principle": ruling.principle.value,
        "kept": ruling.kept,
        "code": ruling.code,
        "issue": None if ruling.issue is None else names.issues[ruling.issue],
        "move": occasion.number,
        "at_ms": occasion.at_ms,
        "event": tag_of(type(occasion.event)),
    }


def _reference(names: Agenda, reference: Reference) -> Json:
    return {"points": list(reference.pair), "terms": _terms(names, reference.terms)}


def _deal(names: Agenda, deal: Deal) -> Json:
    return {
        "terms": _terms(names, deal.terms),
        "benefits": [names.benefits[place] for place in deal.benefits],
    }


def _terms(names: Agenda, terms: Terms) -> Json:
    return {
        issue: measure.value(tick)
        for issue, measure, tick in zip(names.issues, names.measures, terms, strict=True)
        if tick is not None
    }


def _by_side(values: BySide[int]) -> Json:
    return {side.word: values[side] for side in SIDES}


def _ratio(share: Fraction | None) -> float | None:
    return None if share is None else float(share)
