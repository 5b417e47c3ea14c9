"""An offer as it is built: what is given and wanted, benefits, a reason, a second package.

It holds what the player has turned so far and makes the move of it; whether that move
may be said, and what it would give and ask, is worked out from the seat's own view.
Source: exercise.md R21, R23, R27, R33; look.md.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.concession import hardness
from negosim.engine.judging import planned_room
from negosim.engine.legality import refusal
from negosim.engine.naming import package_points
from negosim.engine.record import record
from negosim.engine.rulings import is_trade
from negosim.engine.state import SeatView
from negosim.engine.words import Reason
from negosim.engine.yardstick import level_ticks
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import name_of
from negosim.language.values import size_text
from negosim.present.choices import problem_of, silent
from negosim.present.packaging import Kept, PackageDraft, Part

WITHIN = 1
"""Two packages laid side by side may differ by this many own points (R33)."""


@record(frozen=True, slots=True)
class OfferMemory:
    """A half-built offer, to be taken up with the next view."""

    first: Kept
    second: Kept | None
    benefits: tuple[int, ...]
    reason: Reason


class OfferBuilder:
    """One seat's offer in the making; make a new one, with `memory`, for every new view.

    The steppers act on `first`, and while a second package is laid out on `second`.
    """

    def __init__(self, view: SeatView, memory: OfferMemory | None = None) -> None:
        """Without a memory nothing is given or wanted yet; who has named nothing so far
        starts with its quote on every issue given, which is its opening."""
        self._view = view
        self.first = PackageDraft(view, None if memory is None else memory.first)
        self.second: PackageDraft | None = None
        self.reason = Reason.NONE if memory is None else memory.reason
        self._benefits = set() if memory is None else set(memory.benefits)
        if memory is None:
            self._open()
        elif memory.second is not None:
            self.second = PackageDraft(view, memory.second)

    @property
    def memory(self) -> OfferMemory:
        second = None if self.second is None else self.second.kept
        return OfferMemory(self.first.kept, second, self.benefits, self.reason)

    @property
    def benefits(self) -> tuple[int, ...]:
        """The benefits wanted, ascending."""
        return tuple(sorted(self._benefits))

    @property
    def is_trade(self) -> bool:
        """Whether what is wanted is worth at least what is given, to us (R27)."""
        move = self.move()
        return move is not None and refusal(self._view, move) is None and is_trade(self._view, move)

    # -- turning ------------------------------------------------------------------------

    def benefit(self, number: int, wanted: bool) -> None:
        """Want a benefit in return, or no longer."""
        if wanted:
            self._benefits.add(number)
        else:
            self._benefits.discard(number)

    def second_on(self) -> None:
        """Lay a second package beside the first: of like worth to us where one is found,
        else a copy to be changed (R33)."""
        self.second = PackageDraft(self._view, self.first.kept)
        found = self._alike()
        if found is not None:
            for issue, tick in found:
                part = self.second.part(issue)
                self.second.place(issue, Part.GIVE if part is Part.OFF else part, tick)

    def second_off(self) -> None:
        self.second = None

    def clear(self) -> None:
        """Nothing given, nothing wanted, one package, no reason."""
        self.first = PackageDraft(self._view)
        self.second = None
        self._benefits = set()
        self.reason = Reason.NONE

    # -- what it is ---------------------------------------------------------------------

    def move(self) -> m.Offer | None:
        """The offer as it stands, legal or not; None while nothing is given or wanted."""
        if self.first.is_empty and not self._benefits:
            return None
        first = self.first.package
        second = None if self.second is None else self.second.package
        return m.Offer(first.give, first.want, self.benefits, self.reason, second)

    def problem(self, lang: str) -> str:
        """Why it cannot be said yet, in a sentence; empty when it can."""
        return problem_of(self._view, self.move(), lang, missing="build.empty")

    def planned(self, issue: int, lang: str) -> str:
        """How much fits now of the planned step on an issue that is given (R23).

        Empty without a planned step, and at exam.
        """
        found = planned_room(self._view, issue)
        if found is None or silent(self._view) or self.first.part(issue) is not Part.GIVE:
            return ""
        named = self._view.brief.issues[issue]
        hard = hardness(self._view.common.positions[self._view.brief.side.other].closes)
        return catalogue("table", lang).text(
            "build.room",
            planned=size_text(named, found[0], lang),
            room=size_text(named, found[1], lang),
            hardness=name_of(hard, lang),
        )

    def trade(self, lang: str) -> str:
        """What it gives and what it asks in own points: `gives 4, asks 6`.

        Gifts count from one's own last values, wants from theirs; where they have named
        nothing a want counts nothing (R27). Empty at exam and while nothing is built.
        """
        if silent(self._view) or self.move() is None:
            return ""
        gives, asks = self.points_moved()
        return catalogue("table", lang).text("build.trade", gives=gives, asks=asks)

    def points_moved(self) -> tuple[int, int]:
        """Own points the first package gives up, and those it asks for; both at least 0."""
        side = self._view.brief.side
        positions = self._view.common.positions
        gives = asks = 0
        for number, yard in enumerate(self._view.brief.yardsticks):
            part, level = self.first.part(number), yard.level(self.first.tick(number))
            last, theirs = positions[side].named[number], positions[side.other].named[number]
            if part is Part.GIVE and last is not None:
                gives += max(0, yard.weight * (yard.level(last) - level))
            elif part is Part.WANT and theirs is not None:
                asks += max(0, yard.weight * (level - yard.level(theirs)))
        return gives, asks

    def apart(self, lang: str) -> str:
        """How the second package compares with the first, to us; empty without one, at exam."""
        if self.second is None or silent(self._view):
            return ""
        gap = self._gap(self.second)
        key = "even" if gap == 0 else ("better" if gap > 0 else "worse")
        return catalogue("table", lang).text(f"build.second_{key}", points=abs(gap))

    # -- inside -------------------------------------------------------------------------

    def _open(self) -> None:
        position = self._view.common.positions[self._view.brief.side]
        if all(tick is None for tick in position.named):
            for number in range(len(self._view.brief.issues)):
                self.first.give(number)

    def _gap(self, second: PackageDraft) -> int:
        """Own points of the second package above the first (R33)."""
        one, two = self.first.terms, second.terms
        return package_points(self._view, two, one) - package_points(self._view, one, two)

    def _alike(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Two changes, (issue, tick) each, that leave the package's own points as they are
        or within one: one issue a level up for us, another a level down."""
        best: tuple[int, tuple[tuple[int, int], tuple[int, int]]] | None = None
        given = [n for n in range(len(self._view.brief.issues)) if self.first.part(n) is Part.GIVE]
        for up in given:
            for down in range(len(self._view.brief.issues)):
                changes = self._exchange(up, down)
                if changes is None:
                    continue
                trial = PackageDraft(self._view, self.first.kept)
                for issue, tick in changes:
                    part = trial.part(issue)
                    trial.place(issue, Part.GIVE if part is Part.OFF else part, tick)
                gap = abs(self._gap(trial))
                if gap <= WITHIN and (best is None or gap < best[0]):
                    best = gap, changes
        return None if best is None else best[1]

    def _exchange(self, up: int, down: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """One level better on `up` and one worse on `down`, within one's authority."""
        if up == down or self.first.part(down) is Part.WANT:
            return None
        better, worse = self._level_beside(up, 1), self._level_beside(down, -1)
        if better is None or worse is None:
            return None
        return (up, better), (down, worse)

    def _level_beside(self, issue: int, way: int) -> int | None:
        """The nearest tick of another own level, better (+1) or worse (-1), that may be said."""
        if self.first.is_locked(issue):
            return None
        yard, tick = self._view.brief.yardsticks[issue], self.first.tick(issue)
        mark, authority = self._view.brief.marks[issue], self._view.own.authority[issue]
        level = yard.level(tick)
        found = [
            stop
            for other, stop in level_ticks(self._view.brief.issues[issue], yard)
            if way * (other - level) > 0
            and yard.sign * (mark.quote - stop) >= 0
            and yard.sign * (stop - authority) >= 0
        ]
        return min(found, key=lambda stop: abs(stop - tick), default=None)


def reasons(lang: str) -> tuple[tuple[Reason, str], ...]:
    """The reasons an offer may carry, none first, with what they are called."""
    return tuple((reason, name_of(reason, lang)) for reason in Reason)


def benefits(view: SeatView, lang: str) -> tuple[tuple[int, str], ...]:
    """The benefits that may be wanted, by number, as the scenario words them."""
    return tuple((n, each.text.in_(lang)) for n, each in enumerate(view.brief.benefits))
