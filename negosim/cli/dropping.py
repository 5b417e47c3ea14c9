"""What a principle is worth: the policy `course` against itself without it.

Both play the same clients on the same seeds and, where marks are drawn, the same draw;
`course` itself plays once for all principles. Source: exercise.md B5.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType

from negosim.analysis.paired import Comparison, Paired
from negosim.bots import roster
from negosim.bots.principles import DROPPED
from negosim.cli.bulk import Pairing, Result, Task
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.words import Principle

ARMS = (roster.DEFAULT_POLICY, *roster.DROPS)
"""Who plays the vendor: `course`, then `course` without each principle, in B5's order."""

OCCASIONS: Mapping[Principle, Callable[[Result], bool]] = MappingProxyType(
    {
        Principle.BREAKS: lambda kept: kept.breaks > 0,
        Principle.DEADLOCK: lambda kept: kept.deadlocks > 0,
    }
)
"""Principles that many games have no use for, and whether the game that `course` played had:
the vendor took a break, a deadlock fell."""


@record(frozen=True, slots=True)
class Row:
    """What a principle was worth against a client.

    `comparison`: with it less without it, over the games that had an occasion for it;
    `occasion`: their share of all, None where every game counts.
    """

    client: str
    principle: Principle
    comparison: Comparison
    occasion: float | None


def arms(
    scenario: Scenario, clients: Sequence[str], seeds: Sequence[int], *, drawn: bool
) -> Iterator[Task]:
    """Every game to play: by seed, then by client, then by arm."""
    pairings = [Pairing(scenario, arm, client, drawn) for client in clients for arm in ARMS]
    return (Task(pairing, seed) for seed in seeds for pairing in pairings)


def compare(results: Iterator[Result], clients: Sequence[str], seeds: Sequence[int]) -> list[Row]:
    """A row a client and principle, of the results of `arms` in its order."""
    paired = {(client, principle): Paired() for client in clients for principle in DROPPED}
    for _ in seeds:
        for client in clients:
            kept, *dropped = islice(results, len(ARMS))
            for principle, result in zip(DROPPED, dropped, strict=True):
                if principle not in OCCASIONS or OCCASIONS[principle](kept):
                    paired[client, principle].add(kept.vendor, result.vendor)
    rows = []
    for (client, principle), pairs in paired.items():
        found = pairs.comparison()
        share = found.games / len(seeds) if principle in OCCASIONS else None
        rows.append(Row(client, principle, found, share))
    return rows
