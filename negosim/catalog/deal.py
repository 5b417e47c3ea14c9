"""Deals the priorities anew (`orders: drawn`). Source: exercise.md R3.

The pairs of ranks stay pairs and go to other issues; bands stay where they are. A
draw is kept only when trading can gain something, which is found by folding the
issues over point pairs.
"""

from __future__ import annotations

import random
from dataclasses import replace

from negosim.engine.issue import Issue
from negosim.engine.scenario import Scenario, with_marks
from negosim.engine.sides import BySide
from negosim.engine.yardstick import Yardstick, par

_DRAWS = 64


def dealt(scenario: Scenario, seed: int) -> Scenario:
    """The scenario with its pairs of ranks dealt by `seed`; the same seed, the same deal.

    Where no draw of many has a gain from trading the file's own ranks stay.
    """
    chance = random.Random(seed)
    for _ in range(_DRAWS):
        drawn = _with_pairs(scenario, shuffled(len(scenario.issues), chance))
        if has_gain(drawn):
            return drawn
    return scenario


def has_gain(scenario: Scenario) -> bool:
    """Whether some agreeable contract is worth more to both together than their pars.

    Agreeable: at or inside both floors, at or above both walk-aways (cli.md).
    """
    both_pars = par(scenario.yardsticks.vendor) + par(scenario.yardsticks.client)
    sums = {(0, 0)}
    for place, issue in enumerate(scenario.issues):
        pairs = _point_pairs(
            issue, scenario.yardsticks.vendor[place], scenario.yardsticks.client[place]
        )
        sums = {(one + more, two + most) for one, two in sums for more, most in pairs}
    vendor, client = scenario.walk_away
    return any(one >= vendor and two >= client and one + two > both_pars for one, two in sums)


def _point_pairs(issue: Issue, vendor: Yardstick, client: Yardstick) -> set[tuple[int, int]]:
    """Every pair of points that some value inside both floors gives.

    On a numeric issue levels change at thresholds only, so the floors and the values
    at and just before each threshold stand for all others.
    """
    if issue.is_ladder:
        ticks = set(range(len(issue.options)))
    else:
        ticks = {_own(yard, yard.floor_gain) for yard in (vendor, client)}
        for yard in (vendor, client):
            for threshold in yard.thresholds:
                gain = -(-threshold // 2)
                ticks |= {_own(yard, gain), _own(yard, gain - 1)}
    return {
        (vendor.weight * vendor.level(tick), client.weight * client.level(tick))
        for tick in ticks
        if issue.allows(tick) and _inside(vendor, tick) and _inside(client, tick)
    }


def _own(yard: Yardstick, gain: int) -> int:
    return yard.sign * gain


def _inside(yard: Yardstick, tick: int) -> bool:
    return yard.sign * tick >= yard.floor_gain


def shuffled(count: int, chance: random.Random) -> tuple[int, ...]:
    """A permutation from `random()` alone, the one method Python promises to keep."""
    places = list(range(count))
    for last in range(count - 1, 0, -1):
        other = int(chance.random() * (last + 1))
        places[last], places[other] = places[other], places[last]
    return tuple(places)


def untold(scenario: Scenario) -> Scenario:
    """The scenario with insider cards that say nothing of an order that is dealt anew."""
    opposition = scenario.opposition
    cards = tuple(replace(card, ranks=()) for card in opposition.insiders)
    return replace(scenario, opposition=replace(opposition, insiders=cards))


def _with_pairs(scenario: Scenario, places: tuple[int, ...]) -> Scenario:
    """The pair of ranks of issue `places[i]` goes to issue i."""
    vendor, client = scenario.marks
    return with_marks(
        untold(scenario),
        BySide(
            tuple(replace(mark, rank=vendor[place].rank) for mark, place in zip(vendor, places)),
            tuple(replace(mark, rank=client[place].rank) for mark, place in zip(client, places)),
        ),
    )
