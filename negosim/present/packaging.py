"""A package as it is put together on steppers: an issue is given, wanted or left out.

Each issue keeps a value while its part changes. Steps stop at one's own level ticks,
at what either side has named, at one's authority and at one's limit; nothing here says
what a package is for (`offer_builder`, `answering`). Source: look.md, exercise.md R21.
"""

from __future__ import annotations

from collections.abc import Collection

from negosim.engine import agreement
from negosim.engine.issue import Issue, Terms
from negosim.engine.moves import Package
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.yardstick import level_ticks
from negosim.present.package_entry import Beyond, Entry, Part, Steps, entry_of
from negosim.present.stops import larger, next_stop

__all__ = ["Beyond", "Entry", "Kept", "PackageDraft", "Part"]


@record(frozen=True, slots=True)
class Kept:
    """A package's parts and ticks, one an issue, to be taken up again."""

    parts: tuple[Part, ...]
    ticks: tuple[int, ...]


class PackageDraft:
    """The parts and values of one package for one view; made anew when the view changes."""

    def __init__(
        self,
        view: SeatView,
        kept: Kept | None = None,
        *,
        givable: Collection[int] | None = None,
        wantable: Collection[int] | None = None,
    ) -> None:
        """`kept` of an earlier view is taken up as far as it still may be said.

        `givable`, `wantable`: the issues that may be given and wanted; None: every one.
        """
        self._view = view
        count = len(view.brief.issues)
        self._givable = range(count) if givable is None else givable
        self._wantable = range(count) if wantable is None else wantable
        self._settled = agreement.confirmed(view.common.record, count)
        self._parts = [Part.OFF] * count
        self._ticks = [self._start(number) for number in range(count)]
        if kept is not None:
            self._take_up(kept)

    # -- what there is --------------------------------------------------------------

    @property
    def kept(self) -> Kept:
        return Kept(tuple(self._parts), tuple(self._ticks))

    @property
    def package(self) -> Package:
        """What is given and what is wanted; perhaps nothing."""
        return Package(self._terms(Part.GIVE), self._terms(Part.WANT))

    @property
    def is_empty(self) -> bool:
        return all(part is Part.OFF for part in self._parts)

    @property
    def terms(self) -> Terms:
        """All that the package names."""
        return tuple(
            None if part is Part.OFF else tick
            for part, tick in zip(self._parts, self._ticks, strict=True)
        )

    def part(self, issue: int) -> Part:
        return self._parts[issue]

    def tick(self, issue: int) -> int:
        return self._ticks[issue]

    def is_locked(self, issue: int) -> bool:
        """Whether a confirmed line of the record holds the issue (R40)."""
        return self._settled[issue] is not None

    def entries(self, lang: str) -> tuple[Entry, ...]:
        """One an issue, in agenda order."""
        return tuple(
            entry_of(
                self._view,
                number,
                lang,
                part=self._parts[number],
                tick=self._ticks[number],
                steps=Steps(
                    less=self._can(number, upward=False),
                    more=self._can(number, upward=True),
                    gives_less=self._gives(number, upward=False),
                    locked=self.is_locked(number),
                ),
            )
            for number in range(len(self._parts))
        )

    # -- turning the steppers ---------------------------------------------------------

    def less(self, issue: int) -> None:
        """One stop toward smaller amounts. An issue that is off becomes part of the package:
        given where that is toward them, else wanted at the value shown."""
        self._step(issue, upward=False)

    def more(self, issue: int) -> None:
        """One stop toward larger amounts; the same for an issue that is off."""
        self._step(issue, upward=True)

    def fine(self, issue: int, direction: int) -> None:
        """One tick toward larger (+1) or smaller (-1) amounts, as far as may be named."""
        if not self.is_locked(issue):
            way = larger(self._issue(issue)) * (1 if direction > 0 else -1)
            self.set(issue, self._ticks[issue] + way)

    def set(self, issue: int, tick: int) -> None:
        """The value itself, held within what may be named at all; it may be beyond the limit."""
        if not self.is_locked(issue):
            bounds = self._issue(issue)
            self._ticks[issue] = min(max(tick, bounds.lowest), bounds.highest)

    def give(self, issue: int) -> None:
        """Given, at one's last value on it: nothing is conceded yet."""
        if not self.is_locked(issue) and issue in self._givable:
            self._parts[issue] = Part.GIVE
            self._ticks[issue] = self._start(issue)

    def want(self, issue: int) -> None:
        """Wanted, at one's own next level above what they stand at."""
        if not self.is_locked(issue) and issue in self._wantable:
            self._parts[issue] = Part.WANT
            self._ticks[issue] = self._sensible_want(issue)

    def drop(self, issue: int) -> None:
        """Out of the package, back at one's last value."""
        self._parts[issue] = Part.OFF
        self._ticks[issue] = self._start(issue)

    def place(self, issue: int, part: Part, tick: int) -> None:
        """Part and value at once."""
        if not self.is_locked(issue):
            self._parts[issue] = part
            self.set(issue, tick)

    # -- inside -----------------------------------------------------------------------

    def _step(self, issue: int, *, upward: bool) -> None:
        if self.is_locked(issue):
            return
        if self._parts[issue] is Part.OFF:
            gives = self._gives(issue, upward=upward)
            if gives and issue in self._givable:
                self._parts[issue] = Part.GIVE
            elif not gives and issue in self._wantable:
                self._parts[issue] = Part.WANT
                return
            else:
                return
        self._ticks[issue] = self._next(issue, upward=upward)

    def _next(self, issue: int, *, upward: bool) -> int:
        """The next stop, one's own and the common ones alike; the tick itself at the end."""
        tick = self._ticks[issue]
        low, high = self._within(issue)
        found = next_stop(
            self._issue(issue),
            self._view.brief.marks[issue],
            self._view.brief.yardsticks[issue],
            tick,
            upward=upward,
            within=(low, high),
        )
        between = [
            stop
            for stop in (*self._named(issue), self._view.own.authority[issue])
            if min(tick, found) < stop < max(tick, found)
        ]
        return min(between, key=lambda stop: abs(stop - tick), default=found)

    def _gives(self, issue: int, *, upward: bool) -> bool:
        way = larger(self._issue(issue)) * (1 if upward else -1)
        return self._sign(issue) * way < 0

    def _within(self, issue: int) -> tuple[int, int]:
        """From one's limit to the best that has come up: own quote, or what was named beyond it."""
        sign = self._sign(issue)
        candidates = [self._view.brief.marks[issue].quote, *self._named(issue)]
        best = max(candidates, key=lambda tick: sign * tick)
        floor = self._view.own.floors[issue]
        return min(floor, best), max(floor, best)

    def _named(self, issue: int) -> list[int]:
        """What both sides have last named on an issue."""
        named = (position.named[issue] for position in self._view.common.positions)
        return [tick for tick in named if tick is not None]

    def _start(self, issue: int) -> int:
        """One's last value: what is on record, what one named last, else the own quote."""
        settled = self._settled[issue]
        if settled is not None:
            return settled
        named = self._view.common.positions[self._view.brief.side].named[issue]
        return self._view.brief.marks[issue].quote if named is None else named

    def _theirs(self, issue: int) -> int | None:
        return self._view.common.positions[self._view.brief.side.other].named[issue]

    def _sensible_want(self, issue: int) -> int:
        """The own level next above what they stand at that one may sign without asking anybody;
        never more than one has asked for before."""
        yard, theirs = self._view.brief.yardsticks[issue], self._theirs(issue)
        start = self._start(issue)
        if theirs is None:
            return start
        better = [
            tick
            for _, tick in level_ticks(self._issue(issue), yard)
            if yard.sign * (tick - theirs) > 0
            and yard.sign * (start - tick) >= 0
            and yard.sign * (tick - self._view.own.authority[issue]) >= 0
        ]
        return min(better, key=lambda tick: yard.sign * tick, default=start)

    def _take_up(self, kept: Kept) -> None:
        if len(kept.parts) != len(self._parts):
            return
        for number, (part, tick) in enumerate(zip(kept.parts, kept.ticks, strict=True)):
            allowed = {Part.GIVE: self._givable, Part.WANT: self._wantable}.get(part, ())
            if number in allowed and not self.is_locked(number):
                self._parts[number] = part
                self.set(number, tick)

    def _terms(self, part: Part) -> Terms:
        return tuple(
            tick if own is part else None
            for own, tick in zip(self._parts, self._ticks, strict=True)
        )

    def _issue(self, issue: int) -> Issue:
        return self._view.brief.issues[issue]

    def _sign(self, issue: int) -> int:
        return self._view.brief.yardsticks[issue].sign

    def _can(self, issue: int, *, upward: bool) -> bool:
        """Whether a step that way changes anything."""
        if self.is_locked(issue):
            return False
        if self._parts[issue] is Part.OFF:
            gives = self._gives(issue, upward=upward)
            if issue not in (self._givable if gives else self._wantable):
                return False
            if not gives:
                return True
        return self._next(issue, upward=upward) != self._ticks[issue]
