"""How a bot words its stance as an offer that keeps the rules.

It gives what has moved and wants back what is dear to itself and believed cheap to the
other side. Whether an offer keeps the rules is asked of the engine's own rulings, and
the offer mended until it does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from negosim.bots.character import Character, Habits, Style
from negosim.bots.concessions import Changes, span
from negosim.bots.picture import Picture
from negosim.bots.reading import Reading
from negosim.engine import moves as m
from negosim.engine.events import Ruling
from negosim.engine.judging import planned_room
from negosim.engine.preview import Preview, preview
from negosim.engine.words import Principle, Reason

MOST_MENDING = 6
_SIZED = (Principle.SHRINKING, Principle.SIZE, Principle.FLOOR_HIDDEN)
"""Faults that a smaller figure mends."""


class Draft(NamedTuple):
    """An offer that may be sent, what the engine says of it, and the issues whose
    expectation must be asked first (R22)."""

    offer: m.Offer
    preview: Preview
    unasked: tuple[int, ...]


def drafted(
    picture: Picture,
    reading: Reading,
    character: Character,
    changes: Changes,
    *,
    extra: int = 0,
    straight: bool = False,
) -> Draft | None:
    """The offer that says `changes`, with wants, mended until it keeps R24-R28.

    `extra`: how many wants beyond the person's habit; `straight`: even out of a deadlock that
    nobody left. None when no such offer can be
    made; a bot that does not shrink its steps leaves their sizes as they are.
    """
    habits = character.habits
    changes = dict(changes)
    moves = bool(changes)
    for _ in range(MOST_MENDING):
        if moves and not changes:
            return None
        offer = _offer(picture, reading, character, changes, extra)
        if offer is None:
            return None
        seen = preview(picture.view, offer)
        if seen.refusal is not None:
            return None
        broken = [ruling for ruling in seen.rulings if not ruling.kept]
        faults = {ruling.principle for ruling in broken}
        if _beyond_mending(faults - {Principle.DEADLOCK} if straight else faults, habits):
            return None
        broken = [ruling for ruling in broken if ruling.principle in _sized(habits)]
        if not broken:
            return Draft(offer, seen, _unasked(seen) if habits.asks else ())
        if _has_more_wants(picture, changes, offer):
            # A larger want may make it a trade, which the sizes do not bind (R27).
            extra += 1
        elif not _shrunk(picture, changes, broken):
            return None
    return None


def _beyond_mending(faults: set[Principle], habits: Habits) -> bool:
    """Whether something must be wanted, or authority be had, before this can be said."""
    return (
        (Principle.EXCHANGE in faults and habits.trades)
        or (Principle.AUTHORITY in faults and habits.consults and habits.heeds)
        or (Principle.DEADLOCK in faults and habits.consults and habits.eases)
    )


@lru_cache
def _sized(habits: Habits) -> frozenset[Principle]:
    """The faults of size that somebody of these habits mends."""
    kept = (habits.shrinks, habits.sizes, habits.hides)
    return frozenset(principle for principle, keeps in zip(_SIZED, kept, strict=True) if keeps)


def _unasked(seen: Preview) -> tuple[int, ...]:
    return tuple(
        ruling.issue
        for ruling in seen.rulings
        if not ruling.kept and ruling.principle is Principle.ASK_FIRST and ruling.issue is not None
    )


def _shrunk(picture: Picture, changes: Changes, broken: list[Ruling]) -> bool:
    """Make each faulted concession as small as its rule allows, or leave it out."""
    mended = False
    for ruling in broken:
        if ruling.issue in changes:
            _shrink(picture, changes, ruling.issue, ruling.principle)
            mended = True
    return mended


def _shrink(picture: Picture, changes: Changes, issue: int, principle: Principle) -> None:
    view = picture.view
    ours = picture.ours[issue]
    size = abs(ours - changes[issue])
    steps = view.common.positions[view.brief.side].steps[issue]
    room = planned_room(view, issue)
    if principle is Principle.SHRINKING and steps:
        size = min(size, steps[-1] - 1)
    elif principle is Principle.SIZE and room is not None:
        size = min(size, room[1])
    else:
        # The inferred limit moves away from the floor with the size (R29).
        size -= max(1, size // 4)
    if size <= 0:
        del changes[issue]
    else:
        changes[issue] = ours - picture.scale.signs[issue] * size


def _offer(
    picture: Picture,
    reading: Reading,
    character: Character,
    changes: Changes,
    extra: int,
) -> m.Offer | None:
    """Give what changes and what is met anyway; want what is dear to us and cheap to them."""
    scale = picture.scale
    trades = character.habits.trades
    give: list[int | None] = [None] * scale.count
    want: list[int | None] = [None] * scale.count
    for issue, tick in changes.items():
        give[issue] = tick
    if trades:
        for issue in _wants(picture, reading, character, changes, extra):
            want[issue] = picture.ours[issue]
    _name_what_is_met(picture, changes, give, want)
    _leave_no_single(picture, changes, give, want)
    if not trades:
        # Everything is named as given, so any of it may be taken by name (R21).
        give = [w if g is None else g for g, w in zip(give, want, strict=True)]
        want = [None] * scale.count
        if not _any(give):
            # What one stands at is all there is to say.
            for issue in picture.open:
                give[issue] = picture.ours[issue]
    elif not _any(want):
        _want_anything(picture, give, want)
    # One benefit stands for an exchange where no issue is left to ask for.
    asks_benefit = trades and changes and scale.brief.benefits and not _any(want)
    if not _any(give) and not _any(want):
        return None
    return m.Offer(
        give=tuple(give),
        want=tuple(want),
        benefits=(0,) if asks_benefit else (),
        reason=_REASONS[character.style],
    )


def _wants(
    picture: Picture, reading: Reading, character: Character, changes: Changes, extra: int
) -> list[int]:
    """Issues to want back, dearest to us and cheapest to them first, until they outweigh."""
    scale = picture.scale
    weights = reading.estimate.weights()
    ranked = sorted(
        (
            -picture.gap(issue, picture.ours[issue]) * scale.shares[issue] / weights[issue],
            issue,
        )
        for issue in picture.open
        if issue not in changes and not picture.met(issue, picture.ours[issue])
    )
    given = sum(scale.moved(issue, tick, picture.ours[issue]) for issue, tick in changes.items())
    out: list[int] = []
    asked = 0.0
    for _, issue in ranked[: span(picture, character) + extra]:
        if asked >= given and len(out) > extra:
            break
        out.append(issue)
        if picture.theirs[issue] is not None:
            asked += picture.gap(issue, picture.ours[issue])
    return out


def _has_more_wants(picture: Picture, changes: Changes, offer: m.Offer) -> bool:
    return any(
        offer.want[issue] is None
        and issue not in changes
        and not picture.met(issue, picture.ours[issue])
        for issue in picture.open
    )


def _name_what_is_met(
    picture: Picture, changes: Changes, give: list[int | None], want: list[int | None]
) -> None:
    """Points on which both stand alike are named too, so that an acceptance settles them.

    Met after a concession of ours it is given, met at our quote it is theirs to give.
    """
    for issue in picture.open:
        ours = changes.get(issue, picture.ours[issue])
        if give[issue] is not None or want[issue] is not None or not picture.met(issue, ours):
            continue
        if ours == picture.theirs[issue] and ours != picture.scale.quotes[issue]:
            give[issue] = ours
        else:
            want[issue] = picture.theirs[issue]


def _leave_no_single(
    picture: Picture, changes: Changes, give: list[int | None], want: list[int | None]
) -> None:
    """One issue left alone has nothing to be exchanged for, so it is named as well."""
    silent = [i for i in picture.open if give[i] is None and want[i] is None]
    if len(silent) == 1:
        want[silent[0]] = changes.get(silent[0], picture.ours[silent[0]])


def _want_anything(picture: Picture, give: list[int | None], want: list[int | None]) -> None:
    """Nothing is open to want: an issue given unchanged, or what is on record, stays as it is."""
    for issue in picture.open:
        tick = give[issue]
        if tick is not None and tick == picture.ours[issue]:
            give[issue], want[issue] = None, tick
            return
    for issue, tick in enumerate(picture.agreed):
        if tick is not None:
            want[issue] = tick
            return


def _any(terms: list[int | None]) -> bool:
    return terms.count(None) < len(terms)


_REASONS = {
    Style.ANALYTIC: Reason.COST,
    Style.DRIVING: Reason.TIME,
    Style.EXPRESSIVE: Reason.VALUE,
    Style.AMIABLE: Reason.RELATION,
    Style.PLAIN: Reason.FAIRNESS,
}
