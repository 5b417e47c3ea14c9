"""Where the talks stand, worked out once for a decision: agreed, open, ours, theirs.

A picture is read-only and lives for one call. It knows one's own marks and the
public table; what the other side is believed to want stays in `reading`.
"""

from __future__ import annotations

from negosim.bots.scale import Scale
from negosim.engine import agreement
from negosim.engine.clock import latest_handshake_ms
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
        if record.lines or record.drafts:
            self.agreed = agreement.agreed(record, count)
        else:
            self.agreed = (None,) * count
        self.open = tuple([issue for issue, tick in enumerate(self.agreed) if tick is None])
        self.theirs = common.positions[side.other].named
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

    def recall(self, values: dict[int, int]) -> None:
        """Stand where one says one stood: what nobody wrote down may be remembered otherwise."""
        self.ours = tuple([values.get(issue, ours) for issue, ours in enumerate(self.ours)])

    def stance(self, changes: dict[int, int] | None = None) -> tuple[int, ...]:
        """The whole contract as one stands now: agreed values, else one's own."""
        stance = [
            ours if tick is None else tick
            for tick, ours in zip(self.agreed, self.ours, strict=True)
        ]
        if changes:
            for issue in self.open:
                stance[issue] = changes.get(issue, stance[issue])
        return tuple(stance)

    def gap(self, issue: int, ours: int) -> float:
        """How much `steady` worth lies between the other side's value and `ours`; 0 when met."""
        theirs = self.theirs[issue]
        if theirs is None:
            return self.scale.shares[issue]
        return max(0.0, self.scale.moved(issue, theirs, ours))

    def met(self, issue: int, ours: int) -> bool:
        """Whether the other side stands at `ours` or better for us."""
        theirs = self.theirs[issue]
        return theirs is not None and self.scale.signs[issue] * (ours - theirs) <= 0

    def time_for(self, *costs_ms: int) -> bool:
        """Whether moves of these costs still leave time to write, confirm and draw the sheet."""
        return self.left_ms is None or sum(costs_ms) + self.wrap_up_ms <= self.left_ms

    @property
    def last_call(self) -> bool:
        """Whether there is no time for one more question, offer and answer of each side."""
        costs = self.view.common.setup.costs
        a_round = costs.question + costs.answer + 2 * costs.concession
        return not self.time_for(a_round, costs.accept)

    @property
    def endgame(self) -> bool:
        """Whether little is left between the sides, everything counted."""
        return sum(self.gap(issue, self.ours[issue]) for issue in self.open) < ENDGAME

    @property
    def at_the_brink(self) -> bool:
        """Whether the next deadlock, which would end the talks, is about to fall (R37)."""
        turn = self.view.common.turn
        return turn.deadlocks >= 1 and turn.quiet >= STUCK_FROM

    @property
    def closing_time(self) -> bool:
        """Whether less is left than a break and three rounds of offers."""
        return not self._time_for_rounds(3)

    @property
    def last_break(self) -> bool:
        """Whether what is brought back from a break taken later could hardly be used."""
        return not self._time_for_rounds(2)

    def _time_for_rounds(self, rounds: int) -> bool:
        """Whether there is time for a break and so many rounds of offers."""
        setup = self.view.common.setup
        offers = 2 * rounds * setup.costs.concession
        return self.time_for(setup.break_ms, offers, setup.costs.accept)

    def unconfirmed(self) -> bool:
        """Whether anything agreed is not on a confirmed line."""
        record = self.view.common.record
        return bool(record.drafts) or any(line.state is LineState.PROPOSED for line in record.lines)
