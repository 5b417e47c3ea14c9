"""How one side negotiated: its part of the debrief."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from negosim.engine.issue import Issue
from negosim.engine.rulings import JUDGED_AT
from negosim.engine.scoring import CONDUCT_WEIGHTS
from negosim.engine.sides import Side
from negosim.engine.words import Principle
from negosim.language.lexicon import name_of
from negosim.language.rulings import ruling_sentence
from negosim.language.sentences import event_sentence
from negosim.language.typography import padded
from negosim.language.values import (
    amount_text,
    clock_text,
    number_text,
    short_value,
    size_text,
    unit_of,
    value_text,
)
from negosim.reports.conduct import Conduct, Occasion, Unjudged
from negosim.reports.debrief_page import Page, filled, heading, percent
from negosim.reports.staircase import TELLING, Staircase, StepKind, Told
from negosim.reports.talks import price_issue


def side_part(page: Page, side: Side) -> list[str]:
    """Priorities and guess, concessions, conduct, faults with their moves (R29, R32, R49)."""
    text = page.text
    lines = heading(text("side.heading", name=page.label(side)))
    lines += _priorities(page, side)
    lines += ["", text("steps.heading")]
    for stairs in page.found.sides[side].stairs:
        lines += _stairs(page, stairs)
    lines += ["", text("conduct.heading"), *_conduct(page, side)]
    faults = page.found.sides[side].conduct.faults
    if page.found.sides[side].conduct.unjudged is not Unjudged.SPOKEN:
        lines += ["", text("faults.heading")]
        lines += _faults(page, faults) if faults else filled(text("faults.none"), "  ")
    return lines


def _priorities(page: Page, side: Side) -> list[str]:
    report, text, words = page.found.sides[side], page.text, page.words
    lines = filled(text("side.order", order=words.ranked(report.order)))
    truth = words.ranked(page.found.sides[side.other].order)
    if report.guess is None:
        return lines + filled(text("side.no_guess", order=truth))
    count = len(report.guess.order)
    lines += filled(
        text(
            "side.guess",
            order=words.ranked(report.guess.order),
            right=report.guess.right,
            count=count,
            inversions=report.guess.inversions,
            pairs=comb(count, 2),
        )
    )
    return lines + filled(text("side.truth", order=truth))


def _stairs(page: Page, stairs: Staircase) -> list[str]:
    text = page.text
    issue = page.found.scenario.issues[stairs.issue]
    names = {
        "issue": page.words.issue(stairs.issue),
        "Issue": page.words.issue(stairs.issue, starts=True),
    }
    if stairs.start is None:
        return filled(text("steps.nothing", **names), "  ")
    start = value_text(issue, stairs.start, page.lang)
    if not stairs.steps:
        return filled(text("steps.none", start=start, **names), "  ")
    told = [short_value(issue, stairs.start, page.lang)]
    for step in stairs.steps:
        key = "step" if step.kind is StepKind.OFFER else step.kind.value
        size = number_text(step.size * issue.step)
        told.append(
            text(
                f"steps.{key}",
                value=short_value(issue, step.tick, page.lang),
                size=size_text(issue, step.size, page.lang) if issue.is_ladder else size,
            )
        )
    # Said once, at the head of the line.
    unit = unit_of(issue, page.lang)
    key = "steps.line_unit" if unit else "steps.line"
    lines = filled(text(key, steps=" ".join(told), unit=unit, **names), "  ")
    tells = told_sentence(page, stairs)
    return lines + (filled(tells, "    ") if tells else [])


def told_sentence(page: Page, stairs: Staircase) -> str:
    """What limit the last two steps told; "" where there is nothing to tell. Source: exercise.md R29."""
    issue = page.found.scenario.issues[stairs.issue]
    floor = value_text(issue, stairs.floor, page.lang)
    if stairs.told is not None:
        return _band(page, issue, stairs.told, floor)
    offered = [step for step in stairs.steps if step.kind in TELLING]
    if issue.is_ladder or len(offered) < 2:
        return ""
    return page.text("steps.no_limit", floor=floor)


def _band(page: Page, issue: Issue, told: Told, floor: str) -> str:
    return page.text(
        "steps.told_near" if told.floor_inside else "steps.told_far",
        limit=_amount(page, issue, told.limit),
        low=_amount(page, issue, told.low),
        high=_amount(page, issue, told.high),
        floor=floor,
    )


def _amount(page: Page, issue: Issue, ticks: Fraction) -> str:
    """An inferred amount to the nearest whole step: more digits would pretend to know."""
    return amount_text(round(ticks) * issue.step, issue.unit, page.lang)


def _conduct(page: Page, side: Side) -> list[str]:
    report, text = page.found.sides[side], page.text
    conduct = report.conduct
    lines = filled(share_sentence(page, conduct), "  ")
    if conduct.unjudged is Unjudged.SPOKEN:
        return lines
    for tally in conduct.tallies:
        if not tally.occasions:
            continue
        weight = CONDUCT_WEIGHTS.get(tally.principle)
        line = text(
            "conduct.line",
            principle=name_of(tally.principle, page.lang),
            kept=tally.kept,
            occasions=tally.occasions,
        )
        note = text("conduct.unscored") if weight is None else text("conduct.weight", weight=weight)
        lines.append(f"  {padded(line, 46)}  {note}")
    counted = Principle.INTERESTS_FIRST in JUDGED_AT[page.found.setup.level]
    if counted and report.price is not None and price_issue(page.found.scenario) is not None:
        key = "conduct.price" if report.price.asked else "conduct.price_never"
        lines += filled(text(key, moves=report.price.moves), "  ")
    return lines


def share_sentence(page: Page, conduct: Conduct) -> str:
    """The weighted share of principles kept, or why there is none. Source: exercise.md R49."""
    text = page.text
    if conduct.share is not None:
        return text("conduct.share", share=percent(conduct.share))
    if conduct.unjudged is Unjudged.TOO_FEW:
        return text("conduct.too_few", count=conduct.concessions)
    return text(f"conduct.{(conduct.unjudged or Unjudged.NO_OCCASION).value}")


def _faults(page: Page, faults: tuple[Occasion, ...]) -> list[str]:
    lines: list[str] = []
    at: int | None = None
    for fault in faults:
        if fault.number != at:
            at = fault.number
            lines += filled(_move(page, fault), "  ")
        lines += filled(finding_sentence(page, fault), "    ")
    return lines


def _move(page: Page, fault: Occasion) -> str:
    key = "faults.line" if page.timed else "faults.line_untimed"
    return page.text(
        key,
        number=fault.number,
        time=clock_text(fault.at_ms),
        event=event_sentence(page.words, fault.event),
    )


def finding_sentence(page: Page, fault: Occasion) -> str:
    """What was found in one move, with its rule; an exchange that never came is named as such."""
    ruling = fault.ruling
    key = f"faults.{ruling.code}"
    if key in page.messages and ruling.issue is not None:
        return page.text(key, Issue=page.words.issue(ruling.issue, starts=True))
    return ruling_sentence(page.words, ruling)
