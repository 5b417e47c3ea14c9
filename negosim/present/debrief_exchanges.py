"""What each of our moves brought and cost, in our own points on the grid.

A *beat* is one of our closing moves or breaks with all that followed until our next one:
how far we came down in it, how far they came toward us. Both are read from what was
named at the table and our own grid, so it says nothing that we could not have known.
Wording is not done here.
"""

from __future__ import annotations

from itertools import pairwise

from negosim.engine import events as e
from negosim.engine.events import Ruling
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.state import MatchState
from negosim.present.debrief import Review
from negosim.reports.timeline import Entry

CLOSING = (
    e.OfferMade,
    e.OfferAccepted,
    e.NotYetSaid,
    e.Argued,
    e.Told,
    e.GoodwillShown,
    e.BreakTaken,
)
"""The moves that hand the word over. Source: exercise.md R20."""


@record(frozen=True, slots=True)
class Change:
    """An issue on which a side came toward the other: its ticks, and that in our points."""

    issue: int
    was: int
    now: int
    points: int


@record(frozen=True, slots=True)
class Beat:
    """`entry` is our move; `gave` and `got` are what either side moved until our next.

    `before`: moves of the log before it; `agreed`: they took our offer; `faults`: the
    rulings on it that were not kept.
    """

    entry: Entry
    before: int
    gave: tuple[Change, ...]
    got: tuple[Change, ...]
    agreed: bool
    faults: tuple[Ruling, ...]

    @property
    def cost(self) -> int:
        return sum(change.points for change in self.gave)

    @property
    def gain(self) -> int:
        return sum(change.points for change in self.got)

    @property
    def net(self) -> int:
        """Our points won less those given away."""
        return self.gain - self.cost


def beats(seen: Review) -> tuple[Beat, ...]:
    """Our beats in the order they were played; none before the talks opened."""
    places = [
        place
        for place, entry in enumerate(seen.entries)
        if entry.side is seen.side and isinstance(entry.event, CLOSING)
    ]
    out = []
    for start, end in pairwise((*places, len(seen.entries))):
        entry = seen.entries[start]
        until = seen.entries[end].before if end < len(seen.entries) else seen.match.end
        out.append(
            Beat(
                entry=entry,
                before=seen.before[start],
                gave=_came_down(seen, entry.before, until),
                got=_came_up(seen, entry.before, until),
                agreed=any(
                    later.side is seen.side.other and isinstance(later.event, e.OfferAccepted)
                    for later in seen.entries[start + 1 : end]
                ),
                faults=tuple(ruling for ruling in entry.rulings[seen.side] if not ruling.kept),
            )
        )
    return tuple(out)


def _came_down(seen: Review, was: MatchState, now: MatchState) -> tuple[Change, ...]:
    return _changes(
        seen,
        was.common.positions[seen.side].best,
        now.common.positions[seen.side].best,
        sign=-1,
    )


def _came_up(seen: Review, was: MatchState, now: MatchState) -> tuple[Change, ...]:
    other = seen.side.other
    return _changes(
        seen, was.common.positions[other].best, now.common.positions[other].best, sign=1
    )


def _changes(seen: Review, was: Terms, now: Terms, *, sign: int) -> tuple[Change, ...]:
    """Where the value named moved; `sign` +1 counts what is better for us, -1 what is worse."""
    yards = seen.found.scenario.yardsticks[seen.side]
    found = []
    for issue, (yard, old, new) in enumerate(zip(yards, was, now, strict=True)):
        if old is None or new is None or old == new:
            continue
        points = sign * yard.weight * (yard.level(new) - yard.level(old))
        found.append(Change(issue, old, new, points))
    return tuple(found)
