"""What a tactic asks for next: a share, from 0 at the least it may sign to 1 at its quotes.

Each function is one formula of the literature, stated for utilities; the behaviour-
dependent ones take *demands*: 1 minus the share that the other side's contract leaves
one, which a concession makes smaller, as it does the published issue values.
Sources: Faratin, Sierra, Jennings: Negotiation decision functions for autonomous agents
(1998); de Jonge: An analysis of the linear bilateral ANAC domains using the MiCRO
benchmark strategy (2022); Keskin, Çakan, Aydoğan: Solver Agent (2021).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

WINDOW_WEIGHTS = ((1.0,), (0.25, 0.75), (0.11, 0.22, 0.66), (0.05, 0.15, 0.3, 0.5))
"""Of the last one to four changes, oldest first. Source: Keskin et al. 2021."""
BEZIER = (0.9, 0.7, 0.4)
"""Where the time-based half of the hybrid starts, bends and ends. Source: the same."""
EMPATHY = 0.5
MOST_ISSUES = 4
"""As many issues as a class has time to go down level by level."""
LEAST_DEMAND = 0.02
"""Below this a demand is as good as met, and its changes say nothing."""


def time_dependent(t: float, e: float) -> float:
    """1 - t^(1/e): Boulware below 1, linear at 1, conceder above. Source: Faratin et al. 1998."""
    return 1.0 - float(min(1.0, max(0.0, t)) ** (1.0 / e))


def relative(own: float, before: float, now: float) -> float:
    """One's last bid cut by the part that the other side has cut from its demand.

    Source: Faratin et al. 1998, relative tit-for-tat.
    """
    return _clamped(own * _ratio(before, now))


def random_absolute(own: float, before: float, now: float, extra: float) -> float:
    """One's last bid less what the other side has given, and `extra`, drawn by lot, besides.

    Source: Faratin et al. 1998, random absolute tit-for-tat; the lot keeps two imitators
    from waiting for each other.
    """
    return _clamped(own - (before - now) - extra)


def averaged(own: float, demands: Sequence[float], window: int) -> float:
    """One's last bid times the mean change of the other side's last `window` demands.

    Source: Faratin et al. 1998, averaged tit-for-tat, by its words; its formula takes the
    whole change over the window, which answers each step as many times as the window is long.
    """
    ratios = [_ratio(a, b) for a, b in pairwise(demands)]
    return _clamped(own * fmean(ratios[-window:])) if ratios else own


def hybrid(t: float, own: float, demands: Sequence[float], *, news: bool) -> float:
    """Time by a Bézier curve, mixed with an answer to the other side's last changes.

    (1 - t²) · (last bid - μ · weighted changes) + t² · time, μ = 0.5 · (1 + t); time alone
    before the third bid. `news`: the other side has bid since. Source: Keskin et al. 2021.
    """
    t = min(1.0, t)
    start, bend, end = BEZIER
    by_time = (1 - t) ** 2 * start + 2 * (1 - t) * t * bend + t * t * end
    if len(demands) < 3:
        return by_time
    changes = [a - b for a, b in pairwise(demands)][-len(WINDOW_WEIGHTS) :]
    weights = WINDOW_WEIGHTS[len(changes) - 1]
    moved = sum(weight * change for weight, change in zip(weights, changes, strict=True))
    answer = own - (EMPATHY + EMPATHY * t) * moved if news else own
    return _clamped((1 - t * t) * answer + t * t * by_time)


def micro(own: int, theirs: int) -> int:
    """The place of the next bid in one's list, the best first: a new one when the other side
    has made as many different bids as oneself, else the last again.

    Source: de Jonge 2022.
    """
    return own if own <= theirs else max(0, own - 1)


def score_level(place: int, most: int, weights: Sequence[int]) -> float:
    """The points at a place of MiCRO's list where that is made of score levels.

    They lie a settlement level of an average issue apart, so up to four issues make at most
    sixteen steps; more issues make as many larger ones. Outcome by outcome, or point by
    point, two sides that answer each other do not meet in 30 minutes.
    """
    return most - place * sum(weights) / min(len(weights), MOST_ISSUES)


def _ratio(before: float, now: float) -> float:
    return max(0.0, now) / before if before > LEAST_DEMAND else 1.0


def _clamped(share: float) -> float:
    return min(1.0, max(0.0, share))
