"""What is conceded, how hard the other side is, what steps tell.

Sizes and hardness follow from what was said at the table, so either side may
compute them of the other; trades and room need one's own marks.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, Protocol

from negosim.engine.common import Position
from negosim.engine.issue import Issue, Terms
from negosim.engine.moves import Package
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Harder, Hardness
from negosim.engine.yardstick import Yardstick, sign_of

GUESSABLE = Fraction(1, 20)
"""How near the inferred limit may come to the floor, as a share of |quote - floor| (R28)."""


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
    return tuple([w if g is None else g for g, w in zip(give, want)])


class Weighed(NamedTuple):
    """What an offer amounts to, one entry an issue.

    `named`: all it names; `given`: what of it is given, not asked for; `sizes`: how
    far that goes beyond the most generous value its maker ever named; of two packages
    the value more generous to the other side. `new_best`: R20's.
    """

    named: Terms
    given: Terms
    sizes: tuple[int, ...]
    new_best: bool


def weigh(
    issues: tuple[Issue, ...], side: Side, positions: BySide[Position], offer: Packaged
) -> Weighed:
    """What an offer by `side` amounts to beside what both sides have named so far.

    A value it wants is an ask, not a gift, unless it asks for no more than the other
    side's standing value there already is: such a want gives. Source: exercise.md R21.
    """
    global _last
    last = _last
    if (
        last.positions is positions
        and last.give is offer.give
        and last.want is offer.want
        and last.second is offer.second
        and last.side is side
    ):
        return last.weighed
    standing = positions[side.other].named
    named = merged(offer.give, offer.want)
    given = package_given(issues, side, offer, standing)
    second = offer.second
    if second is not None:
        named = _most_generous(issues, side, named, merged(second.give, second.want))
        given = _most_generous(issues, side, given, package_given(issues, side, second, standing))
    position = positions[side]
    weighed = Weighed(
        named,
        given,
        conceded(issues, side, position, given),
        is_new_best(issues, side, position, named),
    )
    _last = _Memo(side, positions, offer.give, offer.want, second, weighed)
    return weighed


class _Memo(NamedTuple):
    """The last weighing. One move asks for it up to five times (legality, cost, rulings,
    event, fold), each time with the very same immutable values: identity is enough."""

    side: Side | None
    positions: object
    give: Terms
    want: Terms
    second: Package | None
    weighed: Weighed


_last = _Memo(None, None, (), (), None, Weighed((), (), (), False))


def spoken_terms(offer: Packaged) -> tuple[Terms, ...]:
    """What each package of an offer names."""
    first = merged(offer.give, offer.want)
    second = offer.second
    return (first,) if second is None else (first, merged(second.give, second.want))


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
    sign = side.sign
    best_named = position.best
    sizes = [0] * len(terms)
    for place, tick in enumerate(terms):
        if tick is not None:
            best = best_named[place]
            if best is not None:
                size = sign * issues[place].toward_vendor * (best - tick)
                if size > 0:
                    sizes[place] = size
    return tuple(sizes)


def is_new_best(issues: tuple[Issue, ...], side: Side, position: Position, terms: Terms) -> bool:
    """Whether `terms` are better for the other side on some issue than anything named before.

    Source: exercise.md R20.
    """
    sign = side.sign
    for issue, best, tick in zip(issues, position.best, terms):
        if tick is not None and (best is None or sign * issue.toward_vendor * (best - tick) > 0):
            return True
    return False


def hardness(closes: tuple[bool, ...]) -> Hardness:
    """A side's hardness from its last three closing moves. Source: exercise.md R23."""
    hard = sum(closes)
    if not closes or 3 * hard < len(closes):
        return Hardness.SOFT
    return Hardness.FIRM if 3 * hard < 2 * len(closes) else Hardness.HARD


_FACTORS = {
    Harder.SMALLER: {Hardness.SOFT: 4, Hardness.FIRM: 3, Hardness.HARD: 2},
    Harder.LARGER: {Hardness.SOFT: 2, Hardness.FIRM: 3, Hardness.HARD: 4},
}
"""Quarters of the planned step (R23)."""


def room(planned: int, hard: Hardness, meaning: Harder) -> int:
    """The planned step scaled to the other side's hardness, rounded up. Source: exercise.md R23."""
    return -(-planned * _FACTORS[meaning][hard] // 4)


def inferred_limit(previous: int, last: int, at: int, outward: int) -> Fraction | None:
    """The limit that two concessions in a row tell, in ticks.

    `previous` and `last` are sizes, `at` the present tick, `outward` +1 or -1 the way
    the conceding side moves. None: no limit in sight (the steps do not shrink).
    310, 270, 250, 240 tells 230. Source: exercise.md R29.
    """
    if last <= 0 or last >= previous:
        return None
    return at + outward * Fraction(last * last, previous - last)


def tells_limit(previous: int, last: int, at: int, outward: int, limit: int, span: int) -> bool:
    """Whether the inferred limit lies within 5 % of `span` of the true one. Source: exercise.md R28.

    `span` is |quote - floor| in ticks. Whole numbers only: this runs on every concession.
    """
    if last <= 0 or last >= previous:
        return False
    shrunk = previous - last
    away = abs((at - limit) * shrunk + outward * last * last)
    return GUESSABLE.denominator * away <= GUESSABLE.numerator * span * shrunk


def given_worth(yards: tuple[Yardstick, ...], sizes: tuple[int, ...]) -> int:
    """What conceded sizes are worth to their maker, in the side's worth unit. Source: R27."""
    total = 0
    for yard, size in zip(yards, sizes):
        if size:
            total += yard.unit * size
    return total


def wanted_worth(yards: tuple[Yardstick, ...], want: Terms, standing: Terms) -> int:
    """What the wants are worth, counted from the other side's standing values.

    An issue on which the other side has named nothing counts nothing, and so does a
    want that already stands. Source: exercise.md R27.
    """
    total = 0
    for yard, tick, stands in zip(yards, want, standing):
        if tick is not None and stands is not None:
            more = yard.sign * (tick - stands)
            if more > 0:
                total += more * yard.unit
    return total


def returned_worth(yards: tuple[Yardstick, ...], was: Terms, terms: Terms) -> int:
    """What the other side's move from `was` to the terms taken is worth to the one who takes.

    An issue on which it had named nothing counts nothing. Source: exercise.md R21, R27.
    """
    total = 0
    for yard, stood, tick in zip(yards, was, terms, strict=True):
        if tick is not None and stood is not None:
            total += max(0, yard.worth(tick) - yard.worth(stood))
    return total


def package_given(issues: tuple[Issue, ...], side: Side, package: Paired, standing: Terms) -> Terms:
    """What one package gives: its gifts, and wants that ask for nothing new (R21)."""
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
