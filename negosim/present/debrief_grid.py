"""Each side's grid with the cells the contract reached, for the debrief's first tab.

A cell is a level of an issue: what value it begins at and what it brings. Points of the
whole and what the payment term really brings are sentences below it.
"""

from __future__ import annotations

from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.yardstick import MOST_LEVEL, level_ticks
from negosim.language.values import issue_name, short_value, unit_of
from negosim.present.debrief import Review, page_of
from negosim.present.issue_icons import icon_for
from negosim.reports.debrief_result import money_sentence, record_sentences


@record(frozen=True, slots=True)
class Cell:
    """`value` is the worst that still has the level, "" where no value has it."""

    level: int
    value: str
    points: int
    reached: bool


@record(frozen=True, slots=True)
class Row:
    """One issue: cells from level 1 to 5, their values without the unit. `points` are the
    contract's, None without one."""

    name: str
    unit: str
    icon: str
    weight: int
    cells: tuple[Cell, ...]
    points: int | None


@record(frozen=True, slots=True)
class SideGrid:
    """One side's grid. `total` is the contract's points, None without one."""

    rows: tuple[Row, ...]
    total: int | None
    par: int


def grid(seen: Review, side: Side, lang: str) -> SideGrid:
    """The grid of a side with what was reached on it. Source: exercise.md R4-R6, R44."""
    scenario = seen.found.scenario
    contract = seen.found.contract
    rows = []
    for place, issue in enumerate(scenario.issues):
        yard = scenario.yardsticks[side][place]
        begins = dict(level_ticks(issue, yard))
        tick = None if contract is None else contract.deal.terms[place]
        reached = None if tick is None else yard.level(tick)
        rows.append(
            Row(
                name=issue_name(issue, lang, starts=True),
                unit=unit_of(issue, lang),
                icon=icon_for(issue),
                weight=yard.weight,
                cells=tuple(
                    Cell(
                        level=level,
                        value=short_value(issue, begins[level], lang) if level in begins else "",
                        points=yard.weight * level,
                        reached=level == reached,
                    )
                    for level in range(1, MOST_LEVEL + 1)
                ),
                points=None if reached is None else yard.weight * reached,
            )
        )
    report = seen.found.sides[side]
    return SideGrid(tuple(rows), None if contract is None else report.points, report.par)


def below_grid(seen: Review, lang: str) -> tuple[str, ...]:
    """What became of what was agreed, and what the payment term really brings (R39, R50)."""
    page = page_of(seen, lang)
    told = record_sentences(page)
    if seen.found.contract is not None:
        told.append(money_sentence(page, seen.found.contract))
    return tuple(sentence for sentence in told if sentence)
