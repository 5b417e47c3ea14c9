"""The contract sheet while it is being drawn up: what is agreed stands, the rest is chosen.

Only what a draft holds and the move it becomes; how it reads is in `contract`. Every value
lies inside one's own limit. Source: exercise.md R39-R41.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.state import SeatView
from negosim.present.stops import next_stop


class SheetDraft:
    """The sheet being drawn up: what is agreed stands, what is missing is chosen."""

    def __init__(self, count: int) -> None:
        self._chosen: list[int | None] = [None] * count
        self._benefits: tuple[int, ...] | None = None
        self.free = False
        """Whether agreed values may be changed too: the sheet then says so to both (R41)."""

    def terms(self, view: SeatView) -> tuple[int, ...]:
        """A value for every issue, each inside one's own limit."""
        agreed = agreement.agreed(view.common.record, len(self._chosen))
        return tuple(self._value(view, number, tick) for number, tick in enumerate(agreed))

    def benefits(self, view: SeatView) -> tuple[int, ...]:
        """The benefits on it, ascending."""
        if self.free and self._benefits is not None:
            return self._benefits
        return agreement.agreed_benefits(view.common.record)

    def editable(self, view: SeatView, number: int) -> bool:
        """Whether the value of an issue may be chosen: it is missing, or all are free."""
        return self.free or agreement.agreed(view.common.record, len(self._chosen))[number] is None

    def step(self, view: SeatView, number: int, *, upward: bool) -> None:
        """One stop toward larger or smaller amounts; nothing where the value stands."""
        if self.editable(view, number):
            self._chosen[number] = self._stop(view, number, upward=upward)

    def may_step(self, view: SeatView, number: int, *, upward: bool) -> bool:
        tick = self.terms(view)[number]
        return self.editable(view, number) and self._stop(view, number, upward=upward) != tick

    def toggle(self, view: SeatView, place: int) -> None:
        """Put a benefit on the sheet or take it off, where all is free."""
        if self.free:
            self._benefits = tuple(sorted(set(self.benefits(view)) ^ {place}))

    def move(self, view: SeatView) -> m.Draw:
        """The move that draws it up; the short form where it says what is agreed."""
        terms, benefits = self.terms(view), self.benefits(view)
        known = agreement.agreed(view.common.record, len(terms))
        if terms == known and benefits == agreement.agreed_benefits(view.common.record):
            return m.Draw()
        return m.Draw(m.Deal(terms, benefits))

    # -- inside --------------------------------------------------------------------------

    def _value(self, view: SeatView, number: int, agreed: int | None) -> int:
        chosen = self._chosen[number]
        if chosen is not None and (self.free or agreed is None) and _inside(view, number, chosen):
            return chosen
        if agreed is not None:
            return agreed
        # What the other side named last closes the gap best, as far as it may be signed.
        for position in (view.brief.side.other, view.brief.side):
            named = view.common.positions[position].named[number]
            if named is not None and _inside(view, number, named):
                return named
        return view.brief.marks[number].target

    def _stop(self, view: SeatView, number: int, *, upward: bool) -> int:
        brief = view.brief
        yard, mark = brief.yardsticks[number], brief.marks[number]
        named = [
            tick
            for position in view.common.positions
            if (tick := position.named[number]) is not None
        ]
        best = max([mark.quote, *named], key=lambda tick: yard.sign * tick)
        return next_stop(
            brief.issues[number],
            mark,
            yard,
            self.terms(view)[number],
            upward=upward,
            within=(best, view.own.floors[number]),
        )


def _inside(view: SeatView, number: int, tick: int) -> bool:
    """Whether a value lies within one's own limit and what may be named at all."""
    issue, yard = view.brief.issues[number], view.brief.yardsticks[number]
    return issue.allows(tick) and yard.sign * (tick - view.own.floors[number]) >= 0
