"""The letter of a contract: how much each side got, and what that kind of deal is
called. Words for people stand in the message catalogues, not here.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.analysis.reference import Analysis
from negosim.engine.sides import BySide


class Letter(StrEnum):
    """Source: exercise.md R48."""

    A = "A"  # both gained much
    B = "B"  # both gained
    C = "C"  # neither gained
    D = "D"  # the vendor gained, the client did not
    E = "E"  # the client gained, the vendor did not


def letter(analysis: Analysis, reached: BySide[int]) -> Letter:
    """The letter of a signed contract. Source: exercise.md R48."""
    vendor, client = (points >= par for points, par in zip(reached, analysis.par, strict=True))
    if vendor and client:
        return Letter.A if _both_much(analysis, reached) else Letter.B
    if vendor:
        return Letter.D
    return Letter.E if client else Letter.C


def _both_much(analysis: Analysis, reached: BySide[int]) -> bool:
    """Both at least four fifths of the way from par to the highest smaller score."""
    if analysis.highest_smaller is None:
        return True
    return all(
        points >= par + max(0, -(-4 * (analysis.highest_smaller - par) // 5))
        for points, par in zip(reached, analysis.par, strict=True)
    )
