"""Draws a scenario's orders and bands anew, so that nothing can be tuned to one file.

Both sides' orders are drawn on their own; marks move by up to a fifth of their way
from the middle of the zone (on a ladder by up to a rung), so every zone stays. What the file states
for its own marks (authority) gives way to the defaults. A draw is kept only when
trading can gain something. Story, team, rivals and walk-aways stay the file's.
"""

from __future__ import annotations

import random
from dataclasses import replace

from negosim.catalog.deal import has_gain, shuffled, untold
from negosim.engine.issue import Issue
from negosim.engine.scenario import Scenario, with_marks
from negosim.engine.sides import SIDES, BySide
from negosim.engine.yardstick import Marks, sign_of

A_FIFTH = 0.2
_DRAWS = 64


def drawn(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with orders and bands drawn by `seed`; the same seed, the same draw.

    Where no draw of many has a gain from trading the file's own marks stay.
    """
    chance = random.Random(seed)
    plain = replace(untold(scenario), own_authority=BySide((), ()))
    for _ in range(_DRAWS):
        bands = [
            _bands(
                issue, BySide(scenario.marks.vendor[place], scenario.marks.client[place]), chance
            )
            for place, issue in enumerate(scenario.issues)
        ]
        marks = BySide(*(_ranked(tuple(band[side] for band in bands), chance) for side in SIDES))
        candidate = with_marks(plain, marks)
        if has_gain(candidate):
            return candidate
    return scenario


def _ranked(marks: tuple[Marks, ...], chance: random.Random) -> tuple[Marks, ...]:
    places = shuffled(len(marks), chance)
    return tuple(replace(mark, rank=place + 1) for mark, place in zip(marks, places, strict=True))


def _bands(issue: Issue, marks: BySide[Marks], chance: random.Random) -> BySide[Marks]:
    """Both sides' marks of one issue, moved by chance, with their zone kept."""
    stretch = _rungs if issue.is_ladder else _stretched
    middle = (marks.vendor.floor + marks.client.floor) / 2
    return BySide(
        *(stretch(issue, marks[side], sign_of(issue, side), middle, chance) for side in SIDES)
    )


def _stretched(
    issue: Issue, marks: Marks, sign: int, middle: float, chance: random.Random
) -> Marks:
    """Each mark's way from the middle, longer or shorter by up to a fifth; order is kept."""

    def moved(tick: int) -> int:
        stretch = 1.0 + A_FIFTH * (2.0 * chance.random() - 1.0)
        return min(issue.highest, max(issue.lowest, round(middle + stretch * (tick - middle))))

    quote, target, floor = (sign * moved(tick) for tick in (marks.quote, marks.target, marks.floor))
    if not quote > target > floor:
        return marks
    return replace(marks, quote=sign * quote, target=sign * target, floor=sign * floor)


def _rungs(issue: Issue, marks: Marks, sign: int, middle: float, chance: random.Random) -> Marks:
    """A ladder's target, moved by a rung or not between quote and floor, which stay: its ends
    are chips, no secrets (R28)."""
    target = sign * marks.target + int(3.0 * chance.random()) - 1
    inside = sign * marks.floor < target < sign * marks.quote
    return replace(marks, target=sign * target) if inside else marks
