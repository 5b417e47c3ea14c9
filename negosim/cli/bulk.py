"""Many games between two bots, on one core or several, added up.

Game number i has the seed S + i, whoever plays it on whichever core, so figures do
not depend on the number of jobs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from negosim.bots import roster
from negosim.catalog import dealt
from negosim.engine.opening import solo_setup
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Level, Orders, Phase
from negosim.play.driver import moves
from negosim.play.table import MatchTable

CHUNK = 20
"""Games a job plays before it reports; small enough for a bar that moves."""


@record(frozen=True, slots=True)
class Pairing:
    """What is played: a scenario and who sits where; None takes the side's usual bot."""

    scenario: Scenario
    vendor: str | None
    client: str | None


@record(frozen=True, slots=True)
class Result:
    """One game: points of both sides (walk-aways at a breakdown), moves at the table."""

    agreed: bool
    vendor: int
    client: int
    moves: int
    table_ms: int


def play_many(pairing: Pairing, *, games: int, seed: int, jobs: int) -> Iterator[Result]:
    """Every game's result, in no particular order when there are several jobs."""
    seeds = range(seed, seed + games)
    chunks = [seeds[start : start + CHUNK] for start in range(0, games, CHUNK)]
    if jobs <= 1 or len(chunks) == 1:
        for each in seeds:
            yield play_one(pairing, each)
        return
    # Spawned, not forked: the bar on the screen has a thread, which a fork would break.
    context = get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(chunks)), mp_context=context) as pool:
        for results in pool.map(_play_chunk, [(pairing, chunk) for chunk in chunks]):
            yield from results


def play_one(pairing: Pairing, seed: int) -> Result:
    """One game without words and without a log."""
    scenario = pairing.scenario
    if scenario.house.orders is Orders.DRAWN:
        scenario = dealt(scenario, seed)
    # A first game has no clock, and two bots would never have to end it.
    setup = solo_setup(scenario, clock=ClockKind.TABLE, level=Level.EXAM, scripted=SIDES)
    table = MatchTable(scenario, setup)
    names = {Side.VENDOR: pairing.vendor, Side.CLIENT: pairing.client}
    players = {
        side.word: roster.create(names[side], scenario, side=side, seed=seed, lang=None)
        for side in SIDES
    }
    made = sum(
        table.state.common.phase not in (Phase.PREPARATION, Phase.INTRODUCTION)
        for _ in moves(table, players)
    )
    outcome = table.outcome
    assert outcome is not None
    reached = (
        scenario.walk_away if outcome.deal is None else score(scenario, outcome.deal.terms).points
    )
    return Result(
        agreed=outcome.deal is not None,
        vendor=reached.vendor,
        client=reached.client,
        moves=made,
        table_ms=table.state.common.elapsed_ms,
    )


def cores() -> int:
    """How many jobs this machine can run at once."""
    return os.cpu_count() or 1


def _play_chunk(task: tuple[Pairing, Iterable[int]]) -> list[Result]:
    pairing, seeds = task
    return [play_one(pairing, seed) for seed in seeds]
