"""Small scenarios drawn at random, few enough outcomes to list them all."""

from __future__ import annotations

from fractions import Fraction

import built
from hypothesis import strategies as st

from negosim.engine.scenario import Scenario
from negosim.engine.sides import BySide


@st.composite
def _numeric(draw: st.DrawFn, place: int, ranks: tuple[int, int]) -> built.Entry:
    high = draw(st.booleans())
    low_first = sorted(draw(st.sets(st.integers(0, 12), min_size=3, max_size=3)))
    others = sorted(draw(st.sets(st.integers(0, 12), min_size=3, max_size=3)))
    if high:
        vendor, client = reversed(low_first), iter(others)
    else:
        vendor, client = iter(low_first), reversed(others)
    levels = None
    if draw(st.integers(0, 3)) == 0:
        rising = sorted(draw(st.sets(st.integers(0, 12), min_size=5, max_size=5)))
        levels = tuple(reversed(rising)) if high else tuple(rising)
    return built.numeric(
        f"n{place}",
        (ranks[0], *vendor),
        (ranks[1], *client),
        high=high,
        step=draw(st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(5)])),
        levels=levels,
    )


@st.composite
def _ladder(draw: st.DrawFn, place: int, ranks: tuple[int, int]) -> built.Entry:
    count = draw(st.integers(2, 5))
    rung = st.lists(st.integers(0, count - 1), min_size=3, max_size=3).map(sorted)
    levels = None
    if draw(st.booleans()):
        falling = draw(st.lists(st.integers(1, 5), min_size=count, max_size=count))
        levels = tuple(sorted(falling, reverse=True))
    return built.ladder(
        f"l{place}",
        tuple(f"o{rung}" for rung in range(count)),
        (ranks[0], *draw(rung)),
        (ranks[1], *reversed(draw(rung))),
        levels=levels,
    )


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """One to four issues of at most 13 values; the zone may be missing on any of them."""
    count = draw(st.integers(1, 4))
    vendor = draw(st.permutations(range(1, count + 1)))
    client = draw(st.permutations(range(1, count + 1)))
    entries = []
    numbers = 0
    for place, ranks in enumerate(zip(vendor, client, strict=True)):
        # Two numeric issues at most, so that listing all outcomes stays quick.
        if numbers < 2 and draw(st.booleans()):
            numbers += 1
            entries.append(draw(_numeric(place, ranks)))
        else:
            entries.append(draw(_ladder(place, ranks)))
    away = st.integers(0, 4 * count)
    return built.scenario_of(*entries, walk_away=BySide(draw(away), draw(away)))
