"""Many games between two bots, here or by whatever runs tasks, in the order asked for.

A game depends on its pairing and its seed alone, so results do not depend on who
plays it, on the number of jobs, or on how many games a job is handed at once.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any

from negosim.bots import roster
from negosim.catalog import dealt
from negosim.catalog.drawn import drawn
from negosim.engine.opening import solo_setup
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Level, Orders, Phase
from negosim.play.driver import moves
from negosim.play.table import MatchTable

CHUNK = 10
"""Games a job plays before it reports: few enough for a bar that moves, and enough that
the scenario, which goes along once a chunk, costs nothing beside them."""
_AHEAD = 4
"""Chunks a job is given beforehand, so that none waits while results are added up; no more,
since a million games are a list nobody needs."""

_OBJECTS = 50_000
"""How many objects a job makes before it looks for unreachable ones: a game leaves few."""

_BEFORE_TALKS = (Phase.PREPARATION, Phase.INTRODUCTION)


@record(frozen=True, slots=True)
class Pairing:
    """What is played: a scenario and who sits where; None takes the side's usual bot.

    `drawn`: each game draws both orders and both bands by its seed.
    """

    scenario: Scenario
    vendor: str | None
    client: str | None
    drawn: bool = False


@record(frozen=True, slots=True)
class Task:
    """One game to play."""

    pairing: Pairing
    seed: int


@record(frozen=True, slots=True)
class Result:
    """One game: points of both sides (walk-aways at a breakdown), moves at the table,
    deadlocks that fell, breaks that the vendor took."""

    agreed: bool
    vendor: int
    client: int
    moves: int
    table_ms: int
    deadlocks: int
    breaks: int


def play_many(
    tasks: Iterable[Task], executor: Executor | None = None, jobs: int = 1, chunk: int = CHUNK
) -> Generator[Result, None, None]:
    """Every game's result, in the order of the tasks, which are drawn on as they are needed.

    With an `executor` (processes, threads, one's own) all is played there, and it is left
    running; else by `jobs` processes of its own, or right here when one is enough. Closing
    the iterator, or an interrupt, drops what has not begun.
    """
    chunks = _chunked(tasks, chunk)
    if executor is not None:
        yield from _in_order(executor, chunks, max(jobs, cores()))
        return
    first, second = next(chunks, ()), next(chunks, ())
    if jobs <= 1 or not second:
        for task in chain(first, second, chain.from_iterable(chunks)):
            yield play_one(task.pairing, task.seed)
        return
    with _Pool(jobs) as pool:
        yield from _in_order(pool, chain((first, second), chunks), jobs)


def play_one(pairing: Pairing, seed: int) -> Result:
    """One game without words and without a log."""
    scenario = as_played(pairing, seed)
    # A first game has no clock, and two bots would never have to end it.
    setup = solo_setup(scenario, clock=ClockKind.TABLE, level=Level.EXAM, scripted=SIDES)
    table = MatchTable(scenario, setup)
    names = {Side.VENDOR: pairing.vendor, Side.CLIENT: pairing.client}
    players = {
        side.word: roster.create(names[side], scenario, side=side, seed=seed, lang=None)
        for side in SIDES
    }
    made = 0
    for _ in moves(table, players):
        if made or table.state.common.phase not in _BEFORE_TALKS:
            made += 1
    outcome = table.outcome
    assert outcome is not None
    reached = (
        scenario.walk_away if outcome.deal is None else score(scenario, outcome.deal.terms).points
    )
    common = table.state.common
    return Result(
        agreed=outcome.deal is not None,
        vendor=reached.vendor,
        client=reached.client,
        moves=made,
        table_ms=common.elapsed_ms,
        deadlocks=common.turn.deadlocks,
        breaks=len(common.positions.vendor.breaks),
    )


def as_played(pairing: Pairing, seed: int) -> Scenario:
    """The scenario as the game of that seed has it, whoever plays it."""
    if pairing.drawn:
        return _drawn(pairing.scenario, seed)
    if pairing.scenario.house.orders is Orders.DRAWN:
        return _dealt(pairing.scenario, seed)
    return pairing.scenario


# Games of one seed come one after the other, one for each pairing.
_drawn = lru_cache(maxsize=4)(drawn)
_dealt = lru_cache(maxsize=4)(dealt)


def cores() -> int:
    """How many jobs this machine can run at once."""
    return os.cpu_count() or 1


def _in_order(
    executor: Executor, chunks: Iterable[tuple[Task, ...]], jobs: int
) -> Iterator[Result]:
    """The results of all chunks as they were given, however they come back."""
    waiting: deque[Future[list[Result]]] = deque()
    try:
        for tasks in chunks:
            waiting.append(executor.submit(_play_chunk, tasks))
            if len(waiting) >= _AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _chunked(tasks: Iterable[Task], chunk: int) -> Iterator[tuple[Task, ...]]:
    left = iter(tasks)
    while several := tuple(islice(left, chunk)):
        yield several


def _play_chunk(tasks: tuple[Task, ...]) -> list[Result]:
    return [play_one(task.pairing, task.seed) for task in tasks]


class _Pool(ProcessPoolExecutor):
    """Processes that leave an interrupt to the one which started them.

    A terminal sends it to all, and each of them would print where it was struck.
    """

    def __init__(self, jobs: int) -> None:
        # Spawned, not forked: the bar on the screen has a thread, which a fork would break.
        super().__init__(jobs, get_context("spawn"), initializer=_begin)

    def submit(self, *args: Any, **kwargs: Any) -> Future[Any]:
        """As every executor; a process begun by it is deaf from its first moment."""
        if not hasattr(signal, "pthread_sigmask"):
            return super().submit(*args, **kwargs)
        # What is blocked here stays so in a new process, and waits for its turn in this one.
        heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().submit(*args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, heard)

    def __exit__(self, *exception: object) -> None:
        self.shutdown(cancel_futures=True)


def play_only() -> None:
    """Make this process one that only plays games: what is loaded by now stays to its end."""
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def _begin() -> None:
    # Where no mask is passed on, as on Windows.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    play_only()
