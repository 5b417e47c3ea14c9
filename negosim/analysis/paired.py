"""Means and spreads of whole numbers, and what changed between two ways of playing.

Games are compared seed by seed: each is played both ways, and what is averaged is the
difference within a pair, so that luck common to both falls out. Sums are whole numbers,
exact, and do not depend on the order in which games come.
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from negosim.engine.record import record

Interval = tuple[float, float]

NORMAL_FROM = 30
"""From so many values on a mean's interval is the normal one."""
_NORMAL = NormalDist().inv_cdf(0.975)
# fmt: off
_STUDENT = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048,
)
# fmt: on
"""What one in forty of Student's t lies above, for 1, 2, … degrees of freedom."""


class Moments:
    """Whole numbers added up: how many, mean, spread."""

    __slots__ = ("count", "squares", "total")

    def __init__(self) -> None:
        self.count = self.total = self.squares = 0

    def add(self, value: int) -> None:
        self.count += 1
        self.total += value
        self.squares += value * value

    @property
    def mean(self) -> float:
        """ZeroDivisionError where nothing was added."""
        return self.total / self.count

    @property
    def sd(self) -> float:
        """The sample standard deviation (n - 1); 0 for a single value."""
        if self.count < 2:
            return 0.0
        return sqrt((self.count * self.squares - self.total**2) / (self.count * (self.count - 1)))

    def interval(self) -> Interval | None:
        """A 95 % interval of the mean; None for fewer than two values.

        The normal approximation from 30 values on, Student's t for fewer.
        """
        if self.count < 2:
            return None
        normal = self.count >= NORMAL_FROM
        half = (_NORMAL if normal else _STUDENT[self.count - 2]) * self.sd / sqrt(self.count)
        return self.mean - half, self.mean + half


@record(frozen=True, slots=True)
class Comparison:
    """Two ways of playing the same `games`: both means, their difference (`one` less
    `other`), and its 95 % interval. None where there are no games; an interval needs two."""

    games: int
    one: float | None
    other: float | None
    difference: float | None
    interval: Interval | None


class Paired:
    """Games played two ways, added up pair by pair."""

    __slots__ = ("_differences", "_one", "_other")

    def __init__(self) -> None:
        self._one = Moments()
        self._other = Moments()
        self._differences = Moments()

    def add(self, one: int, other: int) -> None:
        """The points of one game, played this way and the other."""
        self._one.add(one)
        self._other.add(other)
        self._differences.add(one - other)

    def comparison(self) -> Comparison:
        """What all pairs so far come to."""
        games = self._differences.count
        if not games:
            return Comparison(0, None, None, None, None)
        return Comparison(
            games,
            self._one.mean,
            self._other.mean,
            self._differences.mean,
            self._differences.interval(),
        )
