"""What terms are worth to a bot, from its own brief alone.

Worth is a share: 0 with every issue at one's floor, 1 with every issue at one's
quote. Two measures serve two ends: `steady` runs evenly with the value (movement is
answered size for size in it), `value` also counts the settlement levels that the
grid will pay for (offers are chosen and accepted by it). Floats begin here; what may
be agreed at all stays in exact ticks (`floor`). The other side has no place here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from negosim.engine.issue import Terms, no_terms
from negosim.engine.own import Brief, Own
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.yardstick import MOST_LEVEL

ROOMY = 10
"""A band of this many ticks has room for stopping one short of its floor."""


class Held(NamedTuple):
    """Values issue by issue. `stops`: the worst one offers, one tick short of the present floor
    where there is room for it (a floor that is signed at is a floor shown, R28) and short of a
    team veto; `bounds`: the same within one's authority; `ours`: what one stands at, the most
    generous value named, else what one would open with, inside the stops."""

    stops: tuple[int, ...]
    bounds: tuple[int, ...]
    ours: tuple[int, ...]


class Scale:
    """One side's measures over the issues of a scenario; fixed for a match but for its order."""

    __slots__ = (
        "_floor",
        "_graded",
        "_held",
        "_held_for",
        "_per_tick",
        "_yards",
        "brief",
        "count",
        "issues",
        "nothing",
        "quotes",
        "shares",
        "signs",
        "vetoes",
    )

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self._yards = yards = brief.yardsticks
        self.count = len(yards)
        self.issues = tuple(range(self.count))
        self.nothing = no_terms(self.count)
        total = sum(yard.weight for yard in yards)
        self.signs = tuple(yard.sign for yard in yards)
        self.quotes = tuple(mark.quote for mark in brief.marks)
        self.shares = tuple(yard.weight / total for yard in yards)
        self._floor = tuple(yard.floor_gain for yard in yards)
        self._per_tick = tuple(
            share / max(1, yard.sign * mark.quote - yard.floor_gain)
            for share, yard, mark in zip(self.shares, yards, brief.marks, strict=True)
        )
        self.vetoes = _vetoes(brief)
        self._graded: tuple[dict[int, tuple[float, int]], ...] = tuple({} for _ in yards)
        self._held_for: tuple[Own, Terms] | None = None
        self._held: Held

    def opening(self, issue: int, share: float) -> int:
        """A first value between target (0) and quote (1), rounded towards the quote."""
        mark = self.brief.marks[issue]
        held_back = int((1.0 - share) * abs(mark.quote - mark.target))
        return mark.quote - self.signs[issue] * held_back

    def steady(self, issue: int, tick: int) -> float:
        """Worth of a value, even over its whole range, below 0 beyond the floor."""
        return (self.signs[issue] * tick - self._floor[issue]) * self._per_tick[issue]

    def value(self, issue: int, tick: int) -> float:
        """Worth of a value, half by place and half by level; never more than at the quote."""
        graded = self._graded[issue].get(tick) or self._grade(issue, tick)
        return graded[0]

    def worth(self, terms: Terms) -> float:
        """The `value` of all that terms name."""
        total = 0.0
        for issue, tick in enumerate(terms):
            if tick is not None:
                total += (self._graded[issue].get(tick) or self._grade(issue, tick))[0]
        return total

    def moved(self, issue: int, before: int, after: int) -> float:
        """How much `steady` worth a change of value brings; negative when it costs."""
        return self.signs[issue] * (after - before) * self._per_tick[issue]

    def a_tick(self, issue: int) -> float:
        """How much `steady` worth one tick is."""
        return self._per_tick[issue]

    def better(self, issue: int, one: int, other: int) -> bool:
        """Whether `one` is strictly better for this side than `other`."""
        return self.signs[issue] * (one - other) > 0

    def best(self, issue: int, one: int, other: int) -> int:
        """The better of two values."""
        return one if self.signs[issue] * (one - other) >= 0 else other

    def _best_of(self, ones: Sequence[int], others: Sequence[int]) -> tuple[int, ...]:
        """The better of two values on every issue."""
        return tuple(
            [
                one if sign * (one - other) >= 0 else other
                for sign, one, other in zip(self.signs, ones, others)
            ]
        )

    def held(self, own: Own, best: Terms, opening: float) -> Held:
        """Where one may stop and where one stands, with `best` the most generous values named
        and `opening` the share of the way to the quote at which one opens."""
        held_for = self._held_for
        if held_for is None or held_for[0] is not own or held_for[1] is not best:
            # They change with one's own concessions and breaks, the floors with news only.
            if held_for is None or held_for[0].floors is not own.floors:
                stops = tuple([self._stop(issue, floor) for issue, floor in enumerate(own.floors)])
            else:
                stops = self._held.stops
            if held_for is None or held_for[0] is not own:
                bounds = self._best_of(stops, own.authority)
            else:
                bounds = self._held.bounds
            named = [
                self.opening(issue, opening) if tick is None else tick
                for issue, tick in enumerate(best)
            ]
            self._held = Held(stops, bounds, self._best_of(stops, named))
            self._held_for = (own, best)
        return self._held

    def _stop(self, issue: int, floor: int) -> int:
        known = self.brief.issues[issue]
        veto = self.vetoes[issue]
        mark = self.brief.marks[issue]
        stop = floor
        if not known.is_ladder and abs(mark.quote - mark.floor) >= ROOMY:
            stop += self.signs[issue]
        if veto is not None:
            stop = self.best(issue, stop, veto + self.signs[issue])
        # A veto on the best option, or news that moves a floor to the edge, leave nothing better.
        return min(known.highest, max(known.lowest, stop))

    def within(self, view: SeatView, terms: Terms) -> bool:
        """Whether no value named is worse than the floor or vetoed."""
        floors, vetoes = view.own.floors, self.vetoes
        for issue, tick in enumerate(terms):
            if tick is None:
                continue
            sign, veto = self.signs[issue], vetoes[issue]
            if sign * (tick - floors[issue]) < 0:
                return False
            if veto is not None and sign * (tick - veto) <= 0:
                return False
        return True

    def points(self, terms: Terms) -> int:
        """Grid points of the issues that terms name."""
        total = 0
        for issue, tick in enumerate(terms):
            if tick is not None:
                total += (self._graded[issue].get(tick) or self._grade(issue, tick))[1]
        return total

    def _grade(self, issue: int, tick: int) -> tuple[float, int]:
        """The `value` and the grid points of a value, kept: the same few are weighed all match."""
        yard = self._yards[issue]
        share, level = self.shares[issue], yard.level(tick)
        even = min(share, self.steady(issue, tick))
        value = 0.5 * even + 0.5 * share * (level - 1) / (MOST_LEVEL - 1)
        graded = self._graded[issue][tick] = (value, yard.weight * level)
        return graded


def _vetoes(brief: Brief) -> tuple[int | None, ...]:
    """For each issue the best value that somebody of the team refuses to sign."""
    out: list[int | None] = [None] * len(brief.issues)
    if brief.side is not Side.CLIENT:
        return tuple(out)
    for member in brief.team:
        for issue, veto in enumerate(member.veto):
            if veto is None:
                continue
            known = out[issue]
            sign = brief.yardsticks[issue].sign
            if known is None or sign * (veto - known) > 0:
                out[issue] = veto
    return tuple(out)
