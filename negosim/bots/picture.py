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
        self.open = tuple(issue for issue in range(count) if self.agreed[issue] is None)
        best = common.positions[side].best
        self.theirs = common.positions[side.other].named
        self.stops = scale.stops(view.own.floors)
        authority = view.own.authority
        self.bounds = (
            self.stops
            if authority == self.stops
            else tuple(map(scale.best, range(count), self.stops, authority))
        )
        self.ours = tuple(
            scale.best(issue, stop, scale.opening(issue, opening) if named is None else named)
            for issue, (named, stop) in enumerate(zip(best, self.stops, strict=True))
        )
        limit = common.setup.limit_ms
        self.left_ms = None if limit is None else limit - common.elapsed_ms
        latest = latest_handshake_ms(common.setup)
        self.wrap_up_ms = 0 if limit is None or latest is None else limit - latest

    @property
    def complete(self) -> bool:
        """Whether every issue is agreed."""
        return not self.open

    def stance(self, changes: dict[int, int] | None = None) -> tuple[int, ...]:
        """The whole contract as one stands now: agreed values, else one's own."""
        changes = changes or {}
        return tuple(
            tick if tick is not None else changes.get(issue, self.ours[issue])
            for issue, tick in enumerate(self.agreed)
        )

    def gap(self, issue: int, ours: int) -> float:
        """How much `steady` worth lies between the other side's value and `ours`; 0 when met."""
        theirs = self.theirs[issue]
        if theirs is None:
            return self.scale.shares[issue]
        return max(0.0, self.scale.moved(issue, theirs, ours))

    def met(self, issue: int, ours: int) -> bool:
        """Whether the other side stands at `ours` or better for us."""
        theirs = self.theirs[issue]
        return theirs is not None and not self.scale.better(issue, ours, theirs)

    def time_for(self, *costs_ms: int) -> bool:
        """Whether moves of these costs still leave time to write, confirm and draw the sheet."""
        return self.left_ms is None or sum(costs_ms) + self.wrap_up_ms <= self.left_ms

    @property
    def last_call(self) -> bool:
        """Whether there is no time for one more question, offer and answer of each side."""
        costs = self.view.common.setup.costs
        a_round = costs.question + costs.answer + 2 * costs.concession
        return not self.time_for(a_round, costs.accept)

    def unconfirmed(self) -> bool:
        """Whether anything agreed is not on a confirmed line."""
        record = self.view.common.record
        return bool(record.drafts) or any(line.state is LineState.PROPOSED for line in record.lines)
