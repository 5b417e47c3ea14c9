"""Whether the other side gives without being paid: the reason why waiting may pay.

One chance, learned from what really moved: a step that wanted nothing back, that came
unasked, that followed a refusal undiminished or broke a silence speaks for it; a paid
step, one that shrank after a refusal, or getting up and leaving speaks against it.
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
GROWING = 0.7
"""Whose steps do not shrink is worth waiting for."""
UNMOVED = 0.35
LEFT = 0.6
"""How much a hold of theirs and their leaving count as steps not given."""


class Pliancy:
    """The belief of one side in one match; starts at the mean of one's hardness."""

    __slots__ = ("_first", "_gave", "_last", "_paid")

    def __init__(self, hardness: Hardness) -> None:
        self._first = FIRST[hardness]
        self._gave = PRIOR * self._first
        self._paid = PRIOR - self._gave
        self._last = 0.0

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
        straight: bool,
        refused: bool,
        growing: bool,
    ) -> None:
        """A concession of that worth to us: `straight` out of a deadlock or before a word was
        asked, `refused` after a closing move of ours that gave nothing, `growing` where it is
        no smaller than the step before it on that issue."""
        if worth <= 0.0:
            return
        free = 0.0 if asked else UNASKED
        if growing:
            free = max(free, GROWING)
        if refused and self._last:
            # "I frowned and got forty": half of the last step would have come anyway, so a
            # quarter of it says that frowning does not pay, and half that it does.
            free = max(free, min(1.0, 4.0 * worth / self._last - 1.0))
        if straight or not returned:
            free = 1.0
        share = min(1.0, worth / WHOLE_STEP)
        self._gave += share * free
        self._paid += share * (1.0 - free)
        self._last = worth

    def held(self) -> None:
        """They gave nothing where we gave nothing."""
        self._paid += UNMOVED

    def left(self) -> None:
        """They got up rather than give."""
        self._paid += LEFT
