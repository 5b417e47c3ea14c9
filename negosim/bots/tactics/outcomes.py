"""The outcomes a side may ask for, by its own points, and the best of each for the other.

An issue contributes one value a settlement level: the one most generous to the other
side that still has the level. Outcomes are folded issue by issue over the score and
never listed, so eight issues take some 7,000 steps where there are 390,625 outcomes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from negosim.bots.picture import Picture
from negosim.engine.issue import Terms
from negosim.engine.yardstick import MOST_LEVEL


class Pick(NamedTuple):
    """A value of an issue: the points it gives this side, and what it is believed to
    bring the other."""

    points: int
    tick: int
    value: float


class _Best(NamedTuple):
    """The best way to a score: its value to the other side, the last issue's value, the
    score before it."""

    value: float
    tick: int
    before: int


class Outcomes:
    """Whole contracts as one may offer them now: what is agreed stays, nothing is given
    beyond what the other side has asked for at first. (What it asks for now may be less
    because it asks for more elsewhere, where one cannot give it.)

    `scores` are the attainable points at or above the walk-away, best first; empty where
    nothing that is left reaches it.
    """

    __slots__ = ("_counts", "_layers", "_picks", "scores")

    def __init__(
        self,
        picture: Picture,
        weights: Sequence[float],
        asked: Terms,
        bounds: Sequence[int],
    ) -> None:
        """`weights`: what each issue is believed to weigh for the other side, whose first
        values are `asked`; `bounds`: the worst values one may name."""
        self._picks = [
            _picks(picture, issue, weights[issue], asked[issue], bounds[issue])
            for issue in range(picture.scale.count)
        ]
        self._layers = _folded(self._picks)
        self._counts: list[dict[int, int]] | None = None
        least = picture.scale.brief.walk_away
        self.scores = sorted((score for score in self._layers[-1] if score >= least), reverse=True)

    def nearest(self, points: float, below: int | None = None) -> int:
        """The attainable score next to `points`, the better of two; one lower than `below`
        where there is any. ValueError without scores."""
        lower = [] if below is None else [score for score in self.scores if score < below]
        return min(lower or self.scores, key=lambda score: (abs(score - points), -score))

    def best(self, score: int) -> tuple[int, ...]:
        """Among the outcomes of that score the one believed best for the other side."""
        ticks = []
        for layer in reversed(self._layers):
            way = layer[score]
            ticks.append(way.tick)
            score = way.before
        return tuple(reversed(ticks))

    def count(self, score: int) -> int:
        """How many outcomes have that score."""
        return self._counted()[-1].get(score, 0)

    def nth(self, score: int, place: int) -> tuple[int, ...]:
        """The outcome of that score at a place, 0 to count - 1, in a fixed order."""
        counts = self._counted()
        ticks = []
        for issue in range(len(self._picks) - 1, -1, -1):
            for pick in self._picks[issue]:
                ways = counts[issue].get(score - pick.points, 0)
                if place < ways:
                    ticks.append(pick.tick)
                    score -= pick.points
                    break
                place -= ways
        return tuple(reversed(ticks))

    def ranked(self, place: int) -> tuple[int, ...]:
        """The outcome at a place of all, best for oneself first; past the end the last one."""
        for score in self.scores:
            ways = self.count(score)
            if place < ways:
                return self.nth(score, place)
            place -= ways
        return self.nth(self.scores[-1], self.count(self.scores[-1]) - 1)

    def _counted(self) -> list[dict[int, int]]:
        """For each number of issues how many ways lead to a score."""
        if self._counts is None:
            self._counts = [{0: 1}]
            for picks in self._picks:
                after: dict[int, int] = {}
                for score, ways in self._counts[-1].items():
                    for pick in picks:
                        total = score + pick.points
                        after[total] = after.get(total, 0) + ways
                self._counts.append(after)
        return self._counts


def _picks(
    picture: Picture, issue: int, weight: float, asked: int | None, bound: int
) -> tuple[Pick, ...]:
    """One value a level, from the quote down to the bound or to what was asked for."""
    scale = picture.scale
    yard = scale.brief.yardsticks[issue]
    known = picture.agreed[issue]
    if known is not None:
        return (Pick(yard.weight * yard.level(known), known, 0.0),)
    quote = scale.best(issue, scale.quotes[issue], bound)
    last = bound if asked is None else scale.best(issue, bound, asked)
    if not scale.better(issue, quote, last):
        return (Pick(yard.weight * yard.level(last), last, 0.0),)
    way = abs(quote - (bound if asked is None else asked)) or 1
    return tuple(
        Pick(yard.weight * level, tick, weight * min(1.0, abs(quote - tick) / way))
        for level, tick in _edges(picture, issue, quote, last)
    )


def _edges(picture: Picture, issue: int, quote: int, last: int) -> list[tuple[int, int]]:
    """(level, the most generous value that has it) between two values, best level first."""
    scale = picture.scale
    yard = scale.brief.yardsticks[issue]
    if scale.brief.issues[issue].is_ladder:
        by_level = {yard.level(tick): tick for tick in range(quote, last, -scale.signs[issue])}
        by_level[yard.level(last)] = last
        return list(by_level.items())
    edges = []
    for level in range(min(MOST_LEVEL, yard.level(quote)), yard.level(last), -1):
        edge = yard.sign * -(-yard.thresholds[level - 1] // 2)
        edges.append((level, scale.best(issue, edge, last)))
    return [*edges, (yard.level(last), last)]


def _folded(picks: Sequence[tuple[Pick, ...]]) -> list[dict[int, _Best]]:
    """After each issue the best way to every score."""
    layers: list[dict[int, _Best]] = []
    before = {0: 0.0}
    for run in picks:
        layer: dict[int, _Best] = {}
        for score, value in before.items():
            for pick in run:
                total = score + pick.points
                worth = value + pick.value
                known = layer.get(total)
                if known is None or worth > known.value:
                    layer[total] = _Best(worth, pick.tick, score)
        layers.append(layer)
        before = {score: way.value for score, way in layer.items()}
    return layers
