"""A scenario of hostile length: eight issues, every name and option long, in both languages."""

from __future__ import annotations

from functools import lru_cache

import built

from negosim.engine.scenario import Benefit, Scenario

OPTIONS = (
    "everything on the first day",
    "most of it in the first month",
    "half of it in each half-year",
    "nothing before the last quarter",
)


@lru_cache(maxsize=1)
def wordy() -> Scenario:
    """Numeric issues and ladders in turn; both sides can agree on all of them."""
    entries = []
    for place in range(8):
        ranks = place + 1, 8 - place
        name = built.text(
            f"A point of rather long description {place}", f"名称说得相当长的第{place}项议题"
        )
        if place % 2:
            vendor, client = (ranks[0], 0, 1, 3), (ranks[1], 3, 2, 0)
            entries.append(built.ladder(f"n{place}", OPTIONS, vendor, client, name=name))
        else:
            vendor, client = (
                (ranks[0], 310_000, 240_000, 188_000),
                (ranks[1], 170_000, 225_000, 265_000),
            )
            unit = built.text("yuan a running metre", "元每延米")
            entries.append(built.numeric(f"n{place}", vendor, client, name=name, unit=unit))
    extras = tuple(
        Benefit(
            f"b{place}",
            built.text(f"a promise of some length, number {place}", f"第{place}个写得比较长的承诺"),
        )
        for place in range(4)
    )
    return built.scenario_of(*entries, id="wordy", benefits=extras)
