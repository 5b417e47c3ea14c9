"""Where labels stand when each would like its own place on a line: none over another.

Plain numbers only, across or down; whoever draws brings the widths.
"""

from __future__ import annotations

from collections.abc import Sequence

GAP = 2.0
"""Logical units between two labels."""


def spread(
    wanted: Sequence[float], widths: Sequence[float], *, low: float, high: float, gap: float = GAP
) -> tuple[float, ...]:
    """First edges of labels centred as near as can be on `wanted`, in any order.

    They keep `gap` between them and lie within `low..high`; where there is not room for
    all, they run over `low`.
    """
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    starts = {number: wanted[number] - widths[number] / 2 for number in order}
    edge = low
    for number in order:
        starts[number] = max(starts[number], edge)
        edge = starts[number] + widths[number] + gap
    edge = high
    for number in reversed(order):
        starts[number] = min(starts[number], edge - widths[number])
        edge = starts[number] - gap
    return tuple(starts[number] for number in range(len(wanted)))
