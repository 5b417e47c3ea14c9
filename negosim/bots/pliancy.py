"""Whether the other side gives without being paid: the reason why waiting may pay.

One chance, learned from what really moved: a step that wanted nothing back, that came
unasked, that does not shrink, that gives a good part of the way left upon a refusal or
breaks a deadlock's silence speaks for it; a paid step, a hold, or getting up and leaving
speaks against it.
Evidence weighs by the worth that changed hands, so crumbs teach little (B4).
Source: exercise.md B4, B5; the count is a Beta distribution's.
"""

from __future__ import annotations

from negosim.engine.words import Hardness

PRIOR = 3.0
"""How many whole steps of evidence the first impression is worth."""
FIRST = {Hardness.SOFT: 0.25, Hardness.FIRM: 0.3, Hardness.HARD: 0.35}
"""What somebody of that hardness expects of people before they have moved."""
WHOLE_STEP = 0.05
"""A movement of this worth, or more, counts as a whole step."""
UNASKED = 0.5
GROWING = 1.0
"""Whose steps do not shrink is worth waiting for."""
CALM_PACE = 0.15
EAGER_PACE = 0.28
"""To one who has frowned of late: who gives less than the one part of its way left yields
nothing to that, who gives the other or more does what it was frowned at for."""
STRAIGHT = 6.0
"""How many times a step counts that silence alone has brought, out of a deadlock."""
UNMOVED = 0.35
LEFT = 0.6
"""How much a hold of theirs and their leaving count as steps not given."""


class Pliancy:
    """The belief of one side in one match; starts at the mean of one's hardness."""

    __slots__ = ("_first", "_gave", "_paid")

    def __init__(self, hardness: Hardness) -> None:
        self._first = FIRST[hardness]
        self._gave = PRIOR * self._first
        self._paid = PRIOR - self._gave

    def mean(self) -> float:
        """0..1: the chance that the next step comes for nothing."""
        return self._gave / (self._gave + self._paid)

    def excess(self) -> float:
        """How much pliant the other side seems beyond the first impression; may be negative."""
        return self.mean() - self._first

    def moved(
        self,
        worth: float,
        *,
        asked: bool,
        returned: bool,
        early: bool,
        straight: bool,
        yielded: float | None,
        growing: bool,
    ) -> None:
        """A concession of that worth to us: `early` before a word was asked, `straight` out of
        a deadlock that nobody left, `yielded` the part of its way left that it gave although
        we were hard on it (one of our last three closing moves gave nothing, as R23 looks
        at it), `growing` where it is no smaller than the step before it on that issue."""
        if worth <= 0.0:
            return
        free = 0.0 if asked else UNASKED
        if growing:
            free = max(free, GROWING)
        if yielded is not None:
            # "I frowned and got forty."
            free = max(free, min(1.0, (yielded - CALM_PACE) / (EAGER_PACE - CALM_PACE)))
        if early or straight or not returned:
            free = 1.0
        share = min(1.0, worth / WHOLE_STEP) * (STRAIGHT if straight else 1.0)
        self._gave += share * free
        self._paid += share * (1.0 - free)

    def held(self) -> None:
        """They gave nothing where we gave nothing."""
        self._paid += UNMOVED

    def left(self) -> None:
        """They got up rather than give."""
        self._paid += LEFT
