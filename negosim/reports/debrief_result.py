"""What came out of a match and what could have: the parts of the debrief on the contract."""

from __future__ import annotations

from fractions import Fraction

from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Ending, Payer
from negosim.language.lexicon import name_of
from negosim.language.typography import cells
from negosim.language.values import amount_text, clock_text, number_text
from negosim.reports.debrief import Contract, Decided, Reference
from negosim.reports.debrief_page import Page, filled, heading, percent, signed
from negosim.reports.text_table import table

MOST_BETTER = 3
"""How many better contracts are told, fairest first; the frontier shows all their points."""
NEARLY_ALL = Fraction(9, 10)
"""From this share of contracts on, the debrief says that nearly any beats breaking off."""


def opening(page: Page) -> list[str]:
    """Title, how it ended, words and letter, and who is ahead at equal points (R44, R48)."""
    found, text = page.found, page.text
    title = text("page.title", title=found.scenario.story.title.in_(page.lang))
    outcome = found.outcome
    if outcome.deal is not None:
        deal = page.words.deal(outcome.deal.terms, outcome.deal.benefits)
        key = "page.signed" if page.timed else "page.signed_untimed"
        told = text(key, time=clock_text(found.elapsed_ms), moves=found.moves, deal=deal)
    else:
        told = text("page.broken", how=breakdown_sentence(page))
    lines = [title, "=" * cells(title), *filled(told)]
    if found.contract is not None:
        lines += filled(result_sentence(page, found.contract))
    tie = {
        Decided.WORTH: "result.equal_worth",
        Decided.CONDUCT: "result.equal_conduct",
        Decided.NOTHING: "result.equal_nothing",
    }.get(found.decided)
    if found.contract is not None and tie is not None:
        who = "" if found.ahead is None else page.words.who(found.ahead)
        lines += filled(text(tie, who=who))
    return lines


def points_table(page: Page) -> list[str]:
    """Weight times level for each issue and side, with pars and walk-aways (R43-R45)."""
    found, text = page.found, page.text
    rows = []
    contract = found.contract
    if contract is not None:
        for place, tick in enumerate(contract.deal.terms):
            rows.append(
                [
                    page.point(place, tick),
                    *(_product(page, contract, side, place) for side in SIDES),
                ]
            )
        rows.append([text("points.total"), *(str(found.sides[side].points) for side in SIDES)])
    rows.append([text("points.par"), *(str(found.sides[side].par) for side in SIDES)])
    rows.append([text("points.walk_away"), *(str(found.sides[side].walk_away) for side in SIDES)])
    heads = [text("points.columns"), *(page.label(side) for side in SIDES)]
    lines = [*heading(text("points.heading")), *table([heads, *rows])]
    for side in SIDES:
        report = found.sides[side]
        if contract is not None and report.points < report.walk_away:
            lines += filled(
                text(
                    "points.beyond_walk_away",
                    Who=page.words.who(side, starts=True),
                    points=report.points,
                    walk_away=report.walk_away,
                )
            )
    if contract is None:
        points = {f"{side.word}_points": found.sides[side].points for side in SIDES}
        lines += filled(text("points.walked", **points, **page.names()))
    return lines


def value_made(page: Page, contract: Contract) -> list[str]:
    """Created, claimed, efficiency, distance, and what was better for both (R45)."""
    lines = heading(page.text("value.heading"))
    for told in value_sentences(page, contract):
        lines += filled(told)
    if contract.better:
        fairest = sorted(contract.better, key=lambda each: min(each.pair), reverse=True)
        lines += [page.text("value.better"), *_references(page, tuple(fairest[:MOST_BETTER]))]
    return lines


def value_sentences(page: Page, contract: Contract) -> list[str]:
    """Joint points, efficiency, who claimed what, distance. Source: exercise.md R45."""
    text = page.text
    analysis = page.found.possible.analysis
    both = sum(analysis.par)
    told = [
        text(
            "value.joint",
            joint=contract.score.joint,
            pars=both,
            created=signed(contract.created),
        )
    ]
    if contract.efficiency is None or analysis.best_joint is None:
        told.append(text("value.no_efficiency"))
    else:
        most = signed(analysis.best_joint - both)
        told.append(text("value.efficiency", most=most, share=percent(contract.efficiency)))
    claims = {f"{side.word}_claim": signed(contract.claimed[side]) for side in SIDES}
    told.append(text("value.claimed", **claims, **page.names()))
    if contract.distance == 0:
        told.append(text("value.on_frontier"))
    elif contract.distance is not None:
        told.append(text("value.distance", points=f"{contract.distance:.1f}"))
    return told


def alternatives(page: Page) -> list[str]:
    """The frontier and its reference contracts (R45, R46)."""
    text = page.text
    possible = page.found.possible
    analysis = possible.analysis
    lines = heading(text("possible.heading"))
    if not analysis.pareto:
        return lines + filled(text("possible.none"))
    lines += filled(
        text(
            "possible.count",
            inside=number_text(possible.inside),
            agreeable=number_text(analysis.agreeable),
        )
    )
    pairs = " ".join(_pair(pair) for pair in analysis.pareto)
    lines += filled(text("possible.frontier", pairs=pairs))
    if possible.nash == possible.egalitarian:
        lines += [*filled(text("possible.both")), *_references(page, possible.nash)]
    else:
        lines += [text("possible.nash"), *_references(page, possible.nash)]
        lines += [text("possible.egalitarian"), *_references(page, possible.egalitarian)]
    if Fraction(analysis.agreeable, possible.inside) >= NEARLY_ALL:
        lines += filled(text("possible.almost_any"))
    for told in veto_sentences(page):
        lines += filled(told)
    return lines


def veto_sentences(page: Page) -> list[str]:
    """Who of the client's team would not have signed some of these: they count all the same."""
    scenario = page.found.scenario
    yards = scenario.yardsticks.client
    possible, contract = page.found.possible, page.found.contract
    shown = [*possible.nash, *possible.egalitarian, *(contract.better if contract else ())]
    told: list[str] = []
    for member in scenario.opposition.team:
        refused = any(
            veto is not None and yard.sign * (tick - veto) <= 0
            for each in shown
            for yard, tick, veto in zip(yards, each.terms, member.veto, strict=True)
        )
        if refused:
            told.append(
                page.text(
                    "possible.vetoed",
                    name=member.name.in_(page.lang),
                    terms=page.words.terms(member.veto, last="or"),
                )
            )
    return told


def record_kept(page: Page) -> list[str]:
    """What became of what was agreed, and who held the pen."""
    lines = heading(page.text("record.heading"))
    for told in record_sentences(page):
        lines += filled(told)
    return lines


def record_sentences(page: Page) -> list[str]:
    """How much of what was agreed was written down, and by whom. Source: exercise.md R39."""
    written = page.found.written
    told = [
        page.text(
            "record.line",
            agreed=written.agreed,
            confirmed=written.confirmed,
            lapsed=written.lapsed,
        )
    ]
    if written.pen is not None:
        told.append(page.text("record.pen", Who=page.words.who(written.pen, starts=True)))
    return told


def money_brought(page: Page, contract: Contract) -> list[str]:
    """What the payment term really brings; nothing where money is not named."""
    told = money_sentence(page, contract)
    return [*heading(page.text("money.heading")), *filled(told)] if told else []


def money_sentence(page: Page, contract: Contract) -> str:
    """What the payment term really brings; "" where money is not named. Source: exercise.md R50."""
    money, named = contract.money, page.found.scenario.payment.money
    if money is None or named is None:
        return ""
    unit = page.found.scenario.issues[named.price].unit
    key = "late"
    if money.unpaid == 0:
        key = "nothing_open"
    elif money.payer is Payer.DUE:
        key = "due"
    elif money.days is None:
        key = "never"
    return page.text(
        f"money.{key}",
        price=amount_text(money.price, unit, page.lang),
        paid=_exact_percent(money.paid),
        payer=name_of(money.payer, page.lang),
        days=money.days,
        rate=_exact_percent(money.rate),
        loss=amount_text(money.loss, unit, page.lang),
        net=amount_text(money.net, unit, page.lang),
    )


def breakdown_sentence(page: Page) -> str:
    """How talks without a contract ended, and after which move. Source: exercise.md R42."""
    found = page.found
    ending, by = found.outcome.ending, found.outcome.by
    if ending is Ending.TIME:
        return page.text("page.over_time", moves=found.moves)
    if by is None or ending is Ending.SIGNED:
        return page.text("page.over_plain", moves=found.moves)
    return page.text(
        f"page.over_{ending.value}", moves=found.moves, Who=page.words.who(by, starts=True)
    )


def result_sentence(page: Page, contract: Contract) -> str:
    """Who won and lost, what kind of deal it was, its letter behind. Source: exercise.md R47, R48."""
    names = page.names()
    return page.text(
        "result.line",
        quadrant=page.text(f"result.{contract.quadrant.value}", **names),
        words=page.text(f"result.{contract.letter.value}", **names),
        letter=contract.letter.value,
    )


def _product(page: Page, contract: Contract, side: Side, place: int) -> str:
    weight = page.found.scenario.yardsticks[side][place].weight
    level = contract.score.levels[side][place]
    return page.text("points.product", weight=weight, level=level, points=weight * level)


def _references(page: Page, references: tuple[Reference, ...]) -> list[str]:
    lines: list[str] = []
    for reference in references:
        deal = page.words.terms(reference.terms)
        told = page.text("value.reference", pair=_pair(reference.pair), deal=deal)
        lines += filled(told, "  ")
    return lines


def _pair(pair: tuple[int, int]) -> str:
    return f"{pair[0]}/{pair[1]}"


def _exact_percent(share: Fraction) -> str:
    return f"{number_text(share * 100)}%"
