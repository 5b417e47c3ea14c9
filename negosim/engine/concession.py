"""What is conceded, how hard the other side is, what steps tell.

Sizes and hardness follow from what was said at the table, so either side may
compute them of the other; trades and room need one's own marks.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol

from negosim.engine.common import Position, StandingOffer
from negosim.engine.issue import Issue, Terms
from negosim.engine.moves import Package
from negosim.engine.sides import Side
from negosim.engine.words import Harder, Hardness
from negosim.engine.yardstick import Yardstick, sign_of


class Paired(Protocol):
    """What is given and what is wanted in return."""

    @property
    def give(self) -> Terms: ...
    @property
    def want(self) -> Terms: ...


class Packaged(Paired, Protocol):
    """What an offer, as a move or as an event, says."""

    @property
    def second(self) -> Package | None: ...


def merged(give: Terms, want: Terms) -> tuple[int | None, ...]:
    """All that a package names; the two halves never name the same issue."""
    return tuple([w if g is None else g for g, w in zip(give, want, strict=True)])


def given_terms(
    issues: tuple[Issue, ...], side: Side, offer: Packaged, standing: Terms
) -> tuple[int | None, ...]:
    """What an offer by `side` gives; of two packages the more generous value.

    A value it wants is an ask, not a gift, unless it asks for no more than the other
    side's standing value there already is: such a want gives. Source: exercise.md R21.
    """
    first = package_given(issues, side, offer, standing)
    if offer.second is None:
        return first
    return _most_generous(issues, side, first, package_given(issues, side, offer.second, standing))


def named_terms(issues: tuple[Issue, ...], side: Side, offer: Packaged) -> tuple[int | None, ...]:
    """All that an offer names; of two packages the value more generous to the other side."""
    first = merged(offer.give, offer.want)
    second = offer.second
    if second is None:
        return first
    return _most_generous(issues, side, first, merged(second.give, second.want))


def packages(offer: Packaged) -> tuple[Package, ...]:
    """The package or the two packages of an offer."""
    first = Package(offer.give, offer.want)
    return (first,) if offer.second is None else (first, offer.second)


def conceded(
    issues: tuple[Issue, ...], side: Side, position: Position, terms: Terms
) -> tuple[int, ...]:
    """For each issue, how many ticks `terms` go beyond the most generous value `side` ever named.

    0 where nothing is named, nothing was named before (a first offer sets one's own
    quote) or the value goes no further. Source: exercise.md R21.
    """
    outward = 1 if side is Side.VENDOR else -1
    best_named = position.best
    sizes = [0] * len(terms)
    for place, tick in enumerate(terms):
        if tick is not None:
            best = best_named[place]
            if best is not None:
                size = outward * issues[place].toward_vendor * (best - tick)
                if size > 0:
                    sizes[place] = size
    return tuple(sizes)


def is_new_best(issues: tuple[Issue, ...], side: Side, position: Position, terms: Terms) -> bool:
    """Whether `terms` are better for the other side on some issue than anything named before.

    Source: exercise.md R20.
    """
    for issue, best, tick in zip(issues, position.best, terms, strict=True):
        if tick is not None and (best is None or sign_of(issue, side) * (best - tick) > 0):
            return True
    return False


def hardness(closes: tuple[bool, ...]) -> Hardness:
    """A side's hardness from its last three closing moves. Source: exercise.md R23."""
    hard = sum(closes)
    if not closes or 3 * hard < len(closes):
        return Hardness.SOFT
    return Hardness.FIRM if 3 * hard < 2 * len(closes) else Hardness.HARD


_FACTORS = {
    Harder.SMALLER: {
        Hardness.SOFT: Fraction(1),
        Hardness.FIRM: Fraction(3, 4),
        Hardness.HARD: Fraction(1, 2),
    },
    Harder.LARGER: {
        Hardness.SOFT: Fraction(1, 2),
        Hardness.FIRM: Fraction(3, 4),
        Hardness.HARD: Fraction(1),
    },
}


def room(planned: int, hard: Hardness, meaning: Harder) -> int:
    """The planned step scaled to the other side's hardness, rounded up. Source: exercise.md R23."""
    scaled = planned * _FACTORS[meaning][hard]
    return -(-scaled.numerator // scaled.denominator)


def inferred_limit(previous: int, last: int, at: int, outward: int) -> Fraction | None:
    """The limit that two concessions in a row tell, in ticks.

    `previous` and `last` are sizes, `at` the present tick, `outward` +1 or -1 the way
    the conceding side moves. None: no limit in sight (the steps do not shrink).
    310, 270, 250, 240 tells 230. Source: exercise.md R29.
    """
    if last <= 0 or last >= previous:
        return None
    return at + outward * Fraction(last * last, previous - last)


def given_worth(yards: tuple[Yardstick, ...], sizes: tuple[int, ...]) -> int:
    """What conceded sizes are worth to their maker, in the side's worth unit. Source: R27."""
    return sum(yard.unit * size for yard, size in zip(yards, sizes, strict=True))


def wanted_worth(yards: tuple[Yardstick, ...], want: Terms, standing: Terms) -> int:
    """What the wants are worth, counted from the other side's standing values.

    An issue on which the other side has named nothing counts nothing, and so does a
    want that already stands. Source: exercise.md R27.
    """
    total = 0
    for yard, tick, stands in zip(yards, want, standing, strict=True):
        if tick is not None and stands is not None:
            total += max(0, yard.worth(tick) - yard.worth(stands))
    return total


def returned_worth(yards: tuple[Yardstick, ...], offer: StandingOffer, terms: Terms) -> int:
    """What the other side's move in its offer is worth to the one who accepts.

    Counted on the issues taken, from what its maker had named before. Source: R21, R27.
    """
    total = 0
    for yard, was, tick in zip(yards, offer.was, terms, strict=True):
        if tick is not None and was is not None:
            total += max(0, yard.worth(tick) - yard.worth(was))
    return total


def package_given(issues: tuple[Issue, ...], side: Side, package: Paired, standing: Terms) -> Terms:
    """`given_terms` of one package."""
    out: list[int | None] | None = None
    for place, tick in enumerate(package.want):
        if tick is None:
            continue
        stands = standing[place]
        if stands is not None and sign_of(issues[place], side) * (tick - stands) <= 0:
            if out is None:
                out = list(package.give)
            out[place] = tick
    return package.give if out is None else tuple(out)


def _most_generous(
    issues: tuple[Issue, ...], side: Side, first: Terms, second: Terms
) -> tuple[int | None, ...]:
    return tuple(
        b if a is None or (b is not None and sign_of(issue, side) * (a - b) > 0) else a
        for issue, a, b in zip(issues, first, second, strict=True)
    )
