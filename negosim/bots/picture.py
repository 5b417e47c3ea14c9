"""Where the talks stand, worked out once for a decision: agreed, open, ours, theirs.

A picture is read-only and lives for one call. It knows one's own marks and the
public table; what the other side is believed to want stays in `reading`.
"""

from __future__ import annotations

from negosim.bots.scale import Scale
from negosim.engine import agreement
from negosim.engine.changes import laid_over
from negosim.engine.clock import latest_handshake_ms
from negosim.engine.common import Position, StandingOffer
from negosim.engine.concession import merged
from negosim.engine.issue import IssueNos, Terms
from negosim.engine.state import SeatView
from negosim.engine.words import LineState

ENDGAME = 0.2
"""A gap of less worth than this, over all open issues, is the last bit of the way."""


STUCK_FROM = 4
"""Quiet closing moves after which the talks are stuck (R37: a deadlock falls at the sixth)."""


class Picture:
    """`ours` and `theirs` are the values each side stands at, issue by issue.

    `ours[i]` is the most generous value named (else what one would open with), held
    inside what may be signed; `theirs[i]` the last value the other side named, None before the first.
    `stops` are the worst values one may sign, `bounds` the same with one's authority.
    """

    __slots__ = (
        "agreed",
        "bounds",
        "left_ms",
        "open",
        "ours",
        "scale",
        "stops",
        "theirs",
        "view",
        "wrap_up_ms",
    )

    def __init__(self, view: SeatView, scale: Scale, opening: float = 1.0) -> None:
        self.view = view
        self.scale = scale
        common = view.common
        side = view.brief.side
        count = scale.count
        record = common.record
        self.agreed: Terms
        self.open: IssueNos
        if record.lines or record.drafts:
            self.agreed = agreement.agreed(record, count)
            self.open = tuple([issue for issue, tick in enumerate(self.agreed) if tick is None])
        else:
            self.agreed, self.open = scale.nothing, scale.issues
        self.theirs = _named(common.positions[side.other])
        self.stops, self.bounds, self.ours = scale.held(
            view.own, common.positions[side].best, opening
        )
        limit = common.setup.limit_ms
        self.left_ms = None if limit is None else limit - common.elapsed_ms
        latest = latest_handshake_ms(common.setup)
        self.wrap_up_ms = 0 if limit is None or latest is None else limit - latest

    @property
    def complete(self) -> bool:
        """Whether every issue is agreed."""
        return not self.open

    def hold_back(self, mandate: Terms) -> None:
        """Bargain as if one's authority still were what one came with."""
        self.bounds = tuple(
            [
                bound if first is None else self.scale.best(issue, bound, first)
                for issue, (bound, first) in enumerate(zip(self.bounds, mandate, strict=True))
            ]
        )

    def is_beyond_bounds(self, terms: Terms) -> bool:
        """Whether terms are worse on an open issue than what one goes to for now."""
        better, bounds = self.scale.better, self.bounds
        return any(
            (tick := terms[issue]) is not None and better(issue, bounds[issue], tick)
            for issue in self.open
        )

    def recall(self, values: dict[int, int]) -> None:
        """Stand where one says one stood: what nobody wrote down may be remembered otherwise,
        and what was laid out as one of two packages was not given."""
        self.ours = tuple(
            [
                self.scale.best(issue, values.get(issue, ours), stop)
                for issue, (ours, stop) in enumerate(zip(self.ours, self.stops, strict=True))
            ]
        )

    @property
    def standing(self) -> Terms | None:
        """All that the other side's standing offer names, of two packages the one worth more to
        oneself; None without an offer."""
        offer = self._offer
        if offer is None:
            return None
        second = offer.second
        if second is not None and self.prefers_second:
            return merged(second.give, second.want)
        return merged(offer.give, offer.want)

    @property
    def prefers_second(self) -> bool:
        """Whether the other side laid out two packages, and the second is worth more to oneself.

        What a package leaves out is reckoned as one stands on it. Source: exercise.md R33.
        """
        offer = self._offer
        if offer is None or offer.second is None:
            return False
        one = merged(offer.give, offer.want)
        two = merged(offer.second.give, offer.second.want)
        first = second = 0.0
        for issue, (a, b) in enumerate(zip(one, two, strict=True)):
            stance = self.ours[issue]
            if a is not None or b is not None:
                first += self.scale.value(issue, stance if a is None else a)
                second += self.scale.value(issue, stance if b is None else b)
        return second > first

    @property
    def _offer(self) -> StandingOffer | None:
        return self.view.common.positions[self.view.brief.side.other].offer

    def stance(self, changes: dict[int, int] | None = None) -> tuple[int, ...]:
        """The whole contract as one stands now: agreed values, else one's own."""
        stance = [ours if tick is None else tick for tick, ours in zip(self.agreed, self.ours)]
        if changes:
            for issue in self.open:
                stance[issue] = changes.get(issue, stance[issue])
        return tuple(stance)

    def gap(self, issue: int, ours: int) -> float:
        """How much `steady` worth lies between the other side's value and `ours`; 0 when met."""
        theirs = self.theirs[issue]
        if theirs is None:
            return self.scale.shares[issue]
        between = self.scale.moved(issue, theirs, ours)
        return between if between > 0.0 else 0.0

    def met(self, issue: int, ours: int) -> bool:
        """Whether the other side stands at `ours` or better for us."""
        theirs = self.theirs[issue]
        return theirs is not None and self.scale.signs[issue] * (ours - theirs) <= 0

    def time_for(self, *costs_ms: int) -> bool:
        """Whether moves of these costs still leave time to write, confirm and draw the sheet."""
        return self._is_time_for(sum(costs_ms))

    def _is_time_for(self, ms: int) -> bool:
        return self.left_ms is None or ms + self.wrap_up_ms <= self.left_ms

    @property
    def last_call(self) -> bool:
        """Whether there is no time for one more question, offer and answer of each side."""
        costs = self.view.common.setup.costs
        a_round = costs.question + costs.answer + 2 * costs.concession
        return not self._is_time_for(a_round + costs.accept)

    @property
    def endgame(self) -> bool:
        """Whether little is left between the sides, everything counted."""
        left = 0.0
        for issue in self.open:
            left += self.gap(issue, self.ours[issue])
            if left >= ENDGAME:
                return False
        return True

    @property
    def at_the_brink(self) -> bool:
        """Whether the next deadlock, which would end the talks, is about to fall (R37)."""
        turn = self.view.common.turn
        return turn.deadlocks >= 1 and turn.quiet >= STUCK_FROM

    @property
    def last_word(self) -> bool:
        """Whether one's own next move decides: what is not settled now will not be."""
        turn = self.view.common.turn
        return self.last_call or (turn.deadlocks >= 1 and turn.quiet > STUCK_FROM)

    @property
    def closing_time(self) -> bool:
        """Whether less is left than a break and three rounds of offers."""
        return not self._time_for_rounds(3)

    @property
    def is_late(self) -> bool:
        """Whether what is brought back from a break may soon be of no use any more."""
        return self.closing_time or self.at_the_brink

    @property
    def last_break(self) -> bool:
        """Whether what is brought back from a break taken later could hardly be used."""
        return not self._time_for_rounds(2)

    def _time_for_rounds(self, rounds: int) -> bool:
        """Whether there is time for a break and so many rounds of offers."""
        setup = self.view.common.setup
        offers = 2 * rounds * setup.costs.concession
        return self._is_time_for(setup.break_ms + offers + setup.costs.accept)

    def unconfirmed(self) -> bool:
        """Whether anything agreed is not on a confirmed line."""
        record = self.view.common.record
        return bool(record.drafts) or any(line.state is LineState.PROPOSED for line in record.lines)


def _named(position: Position) -> Terms:
    """What a side named last; of two packages those of the second once that is preferred."""
    offer = position.offer
    if offer is None or offer.second is None or not offer.preferred:
        return position.named
    return laid_over(position.named, merged(offer.second.give, offer.second.want))
