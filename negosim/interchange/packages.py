"""Between the table's offers, which name some issues, and packages that name all.

Read from a seat's view alone. Source: exercise.md R21.
"""

from __future__ import annotations

from negosim.engine import agreement
from negosim.engine import moves as m
from negosim.engine.common import StandingOffer
from negosim.engine.concession import merged
from negosim.engine.issue import Terms, has_bit, says_something
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.interchange.bargainer import Outcome
from negosim.interchange.profile import Profile


@record(frozen=True, slots=True)
class Laid:
    """The other side's offer as a whole package.

    `terms` are its ticks, `outcome` the same on the profile's grid; `second`: it is their
    second package; `whole`: to accept it leaves no issue open.
    """

    terms: tuple[int, ...]
    outcome: Outcome
    second: bool
    whole: bool


def laid_by_other(view: SeatView, profile: Profile) -> Laid | None:
    """Their standing offer, completed by what is agreed and by the last values they named.

    Of two packages the one of more utility. None while no offer stands, or there is an
    issue on which they have named nothing.
    """
    offer = view.common.positions[view.brief.side.other].offer
    if offer is None:
        return None
    first = _completed(view, profile, offer, second=False)
    if offer.second is None or first is None:
        return first
    other = _completed(view, profile, offer, second=True)
    if other is None or profile.utility(other.outcome) <= profile.utility(first.outcome):
        return first
    return other


def offer_of(view: SeatView, terms: tuple[int, ...]) -> m.Offer | None:
    """A package as an offer: it gives what goes beyond our best value, and wants the rest.

    Issues that are agreed are left out, and a value beyond our limit is brought back to
    it: news may have moved that since the profile was made. None when there is nothing to
    say, or what our standing offer says already.
    """
    side, yards = view.brief.side, view.brief.yardsticks
    position, standing = view.common.positions[side], view.common.positions[side].offer
    agreed = agreement.agreed(view.common.record, len(terms))
    open_ = tuple(
        None if stood is not None else yard.sign * max(yard.sign * tick, yard.sign * floor)
        for yard, tick, floor, stood in zip(yards, terms, view.own.floors, agreed, strict=True)
    )
    if not says_something(open_):
        return None
    if standing is not None and merged(standing.give, standing.want) == open_:
        return None
    gives = [
        tick is not None and best is not None and yard.sign * (tick - best) < 0
        for yard, tick, best in zip(yards, open_, position.best, strict=True)
    ]
    return m.Offer(
        give=tuple(tick if given else None for tick, given in zip(open_, gives, strict=True)),
        want=tuple(None if given else tick for tick, given in zip(open_, gives, strict=True)),
    )


def given_unasked(view: SeatView, offer: m.Offer) -> tuple[int, ...]:
    """The issues on which an offer gives and the other side's expectation was not heard (R22)."""
    expected = view.common.talk[view.brief.side].expected
    return tuple(
        issue
        for issue, tick in enumerate(offer.give)
        if tick is not None and not has_bit(expected, issue)
    )


def beyond_authority(view: SeatView, terms: tuple[int, ...]) -> bool:
    """Whether only this side's decision-maker could agree to the package (R24)."""
    return any(
        yard.sign * (tick - reach) < 0
        for yard, tick, reach in zip(view.brief.yardsticks, terms, view.own.authority, strict=True)
    )


def on_grid(view: SeatView, profile: Profile, terms: tuple[int, ...]) -> Outcome:
    """The package on the grid, rounded to this side's harm; beyond an end it is that end."""
    out = []
    for yard, scale, tick in zip(view.brief.yardsticks, profile.scales, terms, strict=True):
        no_better = [each for each in scale.ticks if yard.sign * (each - tick) <= 0]
        pick = max if no_better else min
        out.append(pick(no_better or scale.ticks, key=lambda each: yard.sign * each))
    return tuple(out)


def _completed(
    view: SeatView, profile: Profile, offer: StandingOffer, *, second: bool
) -> Laid | None:
    named = view.common.positions[view.brief.side.other].named
    package = offer.second if second and offer.second is not None else offer
    offered = merged(package.give, package.want)
    agreed = agreement.agreed(view.common.record, len(offered))
    terms = tuple(
        tick
        for choice in zip(agreed, offered, named, strict=True)
        if (tick := _first(choice)) is not None
    )
    if len(terms) < len(named):
        return None
    return Laid(
        terms=terms,
        outcome=on_grid(view, profile, terms),
        second=second,
        whole=all(_first(choice) is not None for choice in zip(agreed, offered, strict=True)),
    )


def _first(choice: Terms) -> int | None:
    return next((tick for tick in choice if tick is not None), None)
