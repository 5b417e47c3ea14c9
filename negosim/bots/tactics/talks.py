"""A match as a tactic sees it: whole contracts in own points, and the part of the time gone."""

from __future__ import annotations

from random import Random

from negosim.bots.picture import Picture
from negosim.bots.tactics import aspiration
from negosim.bots.tactics.forms import Bidding, Bids
from negosim.bots.tactics.history import Bid, History
from negosim.bots.tactics.outcomes import Outcomes
from negosim.engine.issue import Terms
from negosim.engine.yardstick import Yardstick

CLOSINGS_WITHOUT_CLOCK = 36
"""Where there is no clock, the time is gone after that many closing moves of both sides."""


class Talks:
    """Lives for one call. Shares run from 0, the walk-away or all floors, whichever is
    more, to 1, all quotes; what is agreed on the way does not move that scale."""

    __slots__ = ("_least", "_most", "_picture", "_theirs", "history", "t")

    def __init__(self, picture: Picture, history: History) -> None:
        self._picture = picture
        self.history = history
        scale = picture.scale
        self._least = max(scale.brief.walk_away, scale.points(picture.stops))
        self._most = max(self._least + 1, scale.points(scale.quotes))
        self._theirs = history.contracts(mine=False)
        self.t = self._part(picture.view.common.elapsed_ms)

    def share(self, points: float) -> float:
        """Points as a share; below 0 for less than one may sign."""
        return (points - self._least) / (self._most - self._least)

    def heard(self) -> list[tuple[float, float]]:
        """The other side's offers so far: the part of the time gone, and the share."""
        scale, stops = self._picture.scale, self._picture.stops
        return [
            (self._part(bid.at_ms), self.share(scale.points(_filled(bid.terms, stops))))
            for bid in self._theirs
        ]

    def on_the_table(self) -> tuple[int, ...] | None:
        """The contract that taking the standing offer leads to, or None where it may not be
        taken: none stands, it breaks a floor or a veto, worsens what is agreed, or ends
        below the walk-away.

        Issues it leaves out are reckoned as the other side named them last, else at one's
        own floor: more is not on the table.
        """
        picture = self._picture
        terms = picture.standing
        if terms is None or not picture.scale.within(picture.view, terms):
            return None
        return self._contract(terms)

    def matches_own(self, terms: Terms) -> bool:
        """Whether terms, say of a sheet, lead to no fewer points than one has bid oneself."""
        contract = self._contract(terms)
        lowest = self.lowest()
        if contract is None or lowest is None:
            return False
        return self._picture.scale.points(contract) >= lowest

    def _contract(self, terms: Terms) -> tuple[int, ...] | None:
        """What terms lead to, None where that worsens what is agreed or is below the walk-away."""
        picture = self._picture
        for issue, (known, tick) in enumerate(zip(picture.agreed, terms, strict=True)):
            if known is not None and tick is not None and picture.scale.better(issue, known, tick):
                return None
        contract = completed(picture, terms)
        return contract if picture.scale.points(contract) >= picture.scale.brief.walk_away else None

    def place(self) -> int:
        """The place in its list that is due for one who bids down a list (MiCRO)."""
        return aspiration.micro(self._distinct(mine=True), self._distinct(mine=False))

    def lowest(self) -> int | None:
        """The fewest points one has bid, None before the first bid."""
        scores = [self._points(bid) for bid in self.history.contracts(mine=True)]
        return min(scores, default=None)

    def asked(self, bidding: Bidding, outcomes: Outcomes, dice: Random) -> int:
        """The attainable score to bid now, by the tactic's formula."""
        if bidding.bids is Bids.MICRO:
            return self._level_down(outcomes)
        share = self._share_asked(bidding, dice)
        return outcomes.nearest(self._least + share * (self._most - self._least))

    def _level_down(self, outcomes: Outcomes) -> int:
        """MiCRO's next score level, always a lower one when a new bid is due; else its last."""
        own, lowest = self._distinct(mine=True), self.lowest()
        if lowest is None:
            return outcomes.scores[0]
        if self.place() < own:
            return outcomes.nearest(lowest)
        weights = [yard.weight for yard in self._picture.scale.brief.yardsticks]
        level = aspiration.score_level(own, self._most, weights)
        return outcomes.nearest(level, below=lowest)

    def _share_asked(self, bidding: Bidding, dice: Random) -> float:
        if bidding.bids is Bids.TIME:
            return aspiration.time_dependent(self.t, bidding.e)
        if bidding.bids is Bids.RANDOM:
            return dice.random()
        if bidding.bids is Bids.FIXED:
            return bidding.share
        mine = self.history.contracts(mine=True)
        own = self.share(self._points(mine[-1])) if mine else 1.0
        demands = [self._demand(bid.terms) for bid in self._theirs]
        answered = self.history.heard_before_my_last()
        if bidding.bids is Bids.HYBRID:
            return aspiration.hybrid(self.t, own, demands, news=len(demands) > answered)
        if len(demands) < 2 or not mine:
            # Nothing to imitate yet: whoever has a bid standing gives once, then waits.
            return own - bidding.start if len(mine) == 1 and demands else own
        before, now = demands[max(0, answered - 1)], demands[-1]
        if bidding.bids is Bids.ABSOLUTE:
            return aspiration.random_absolute(own, before, now, dice.uniform(0.0, bidding.noise))
        if len(demands) <= answered:
            return own
        if bidding.bids is Bids.AVERAGED:
            return aspiration.averaged(own, demands, bidding.window)
        return aspiration.relative(own, before, now)

    def _part(self, at_ms: int) -> float:
        """The part of the time gone at a moment: 1 when no offer could be taken and signed
        any more."""
        common = self._picture.view.common
        limit = common.setup.limit_ms
        if limit is None:
            return common.turn.number / CLOSINGS_WITHOUT_CLOCK
        costs = common.setup.costs
        last = limit - self._picture.wrap_up_ms - costs.concession - costs.accept
        return at_ms / max(1, last)

    def _distinct(self, *, mine: bool) -> int:
        return len({bid.terms for bid in self.history.contracts(mine=mine)})

    def _points(self, bid: Bid) -> int:
        """Points of an own bid, issues never named at the quote."""
        scale = self._picture.scale
        return scale.points(_filled(bid.terms, scale.quotes))

    def _demand(self, contract: Terms) -> float:
        """What a contract of the other side keeps from one, with parts of a level: 1 where
        it leaves the least that may be signed, more where it leaves less."""
        scale = self._picture.scale
        whole = _filled(contract, self._picture.stops)
        points = sum(map(fine_points, scale.brief.yardsticks, whole))
        return 1.0 - self.share(points)


def completed(picture: Picture, terms: Terms) -> tuple[int, ...]:
    """The contract that terms lead to, other issues as agreed, else as the other side named
    them last, else at one's own floor."""
    return tuple(
        next(tick for tick in found if tick is not None)
        for found in zip(terms, picture.agreed, picture.theirs, picture.stops, strict=True)
    )


def _filled(terms: Terms, otherwise: tuple[int, ...]) -> tuple[int, ...]:
    """Terms with the gaps filled."""
    return tuple([b if a is None else a for a, b in zip(terms, otherwise, strict=True)])


def fine_points(yard: Yardstick, tick: int) -> float:
    """Points with parts of a level, going on evenly below the floor; on a ladder whole ones."""
    if yard.by_option:
        return float(yard.weight * yard.level(tick))
    gain = 2 * yard.sign * tick
    first, *rest = yard.thresholds
    level, low, high = 1, first, rest[0]
    for threshold in rest[1:]:
        if gain < high:
            break
        level, low, high = level + 1, high, threshold
    return yard.weight * min(5.0, level + (gain - low) / max(1, high - low))
