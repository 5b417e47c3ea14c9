"""Bulk play: the same results whoever plays, in the order asked for, and no more than asked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import Any

import arena
import built
import pytest

from negosim.catalog import dealt, load
from negosim.catalog.drawn import drawn
from negosim.cli import bulk
from negosim.cli.bulk import Pairing, Task, as_played, play_many, play_one
from negosim.engine.events import BreakTaken, DeadlockFell
from negosim.engine.scenario import HouseRules
from negosim.engine.words import Orders
from negosim.play.table import MatchTable

SCENARIO = load("first-deal")
PAIRINGS = (
    Pairing(SCENARIO, "course", "driving-self"),
    Pairing(SCENARIO, "naive", None, drawn=True),
    Pairing(load("course-grid"), None, "amiable-far"),
)
TASKS = [Task(pairing, seed) for seed in range(900000, 900008) for pairing in PAIRINGS]


class AtOnce(Executor):
    """An executor of one's own: plays on the spot and counts what it was handed."""

    def __init__(self) -> None:
        self.handed = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.handed += 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class Waiting(Executor):
    """An executor that never begins anything; its first task is interrupted."""

    def __init__(self) -> None:
        self.futures: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if not self.futures:
            future.set_exception(KeyboardInterrupt())
        self.futures.append(future)
        return future


@pytest.fixture(scope="module")
def alone() -> list[bulk.Result]:
    """Each game played by itself."""
    return [play_one(task.pairing, task.seed) for task in TASKS]


def test_games_come_in_the_order_of_their_tasks(alone: list[bulk.Result]) -> None:
    assert list(play_many(TASKS)) == alone
    assert list(play_many(iter(TASKS), jobs=2)) == alone
    # Games differ, so an order kept by chance is out of the question.
    assert len(set(alone)) > len(alone) / 2


@pytest.mark.parametrize("chunk", [1, 7, len(TASKS), 1000])
def test_neither_threads_nor_the_size_of_a_chunk_change_a_game(
    chunk: int, alone: list[bulk.Result]
) -> None:
    with ThreadPoolExecutor(3) as threads:
        assert list(play_many(TASKS, threads, chunk=chunk)) == alone


def test_processes_handed_in_play_the_same_and_are_left_running(alone: list[bulk.Result]) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        assert list(play_many(TASKS, processes, jobs=2, chunk=5)) == alone
        assert list(play_many(TASKS[:3], processes)) == alone[:3]


def test_an_executor_of_ones_own_gets_every_chunk(alone: list[bulk.Result]) -> None:
    executor = AtOnce()
    assert list(play_many(TASKS, executor, chunk=6)) == alone
    assert executor.handed == len(TASKS) / 6


def test_no_tasks_are_no_results() -> None:
    assert list(play_many([])) == []
    assert list(play_many([], AtOnce(), jobs=3)) == []


def test_tasks_are_taken_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield TASKS[0]

    played = play_many(endless(), AtOnce(), jobs=2, chunk=2)
    assert next(played) == next(played)
    played.close()
    assert taken <= 2 * bulk._AHEAD * max(2, bulk.cores())


def test_an_interrupt_comes_through_and_drops_what_has_not_begun() -> None:
    executor = Waiting()
    with pytest.raises(KeyboardInterrupt):
        next(play_many(TASKS, executor, chunk=1))
    assert len(executor.futures) > 1
    assert all(future.cancelled() for future in executor.futures[1:])


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts there are of another kind")
def test_an_interrupt_of_the_whole_group_is_heard_by_one_alone() -> None:
    program = """
import os, signal
from negosim.catalog import load
from negosim.cli.bulk import Pairing, Task, play_many

played = play_many((Task(Pairing(load("first-deal"), None, None), n) for n in range(10**6)), jobs=2)
try:
    for _ in played:
        os.killpg(0, signal.SIGINT)
except KeyboardInterrupt:
    played.close()
    print("closed")
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("closed\n", "")


def test_a_drawn_game_is_the_same_draw_for_whoever_plays_it() -> None:
    scenario = built.third_vendor()
    arms = [Pairing(scenario, vendor, None, drawn=True) for vendor in ("course", "naive")]
    for seed in (900000, 900001):
        assert as_played(arms[0], seed) == as_played(arms[1], seed) == drawn(scenario, seed)
    assert as_played(arms[0], 900000).marks != as_played(arms[0], 900001).marks
    assert play_one(arms[0], 900000) == play_one(
        Pairing(drawn(scenario, 900000), "course", None), 900000
    )


def test_a_file_that_deals_its_orders_is_dealt_by_the_seed_and_drawn_whole_when_asked() -> None:
    # R3: `drawn` deals the pairs of ranks anew for each game.
    scenario = built.third_vendor(house=HouseRules(orders=Orders.DRAWN))
    assert as_played(Pairing(scenario, None, None), 900002) == dealt(scenario, 900002)
    assert as_played(Pairing(scenario, None, None, drawn=True), 900002) == drawn(scenario, 900002)


def test_a_game_counts_its_deadlocks_and_the_breaks_of_the_vendor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pairing = Pairing(load("third-vendor"), "course", "driving-self")
    seen = []
    for seed in range(900000, 900010):
        journal = arena.Journal()
        monkeypatch.setattr(bulk, "MatchTable", partial(MatchTable, journal=journal))
        result = play_one(pairing, seed)
        breaks = [event for event in journal.events if isinstance(event, BreakTaken)]
        assert result.breaks == sum(event.seat == "vendor" for event in breaks)
        assert result.deadlocks == sum(isinstance(event, DeadlockFell) for event in journal.events)
        seen.append((result.breaks > 0, result.deadlocks > 0))
    assert any(took for took, _ in seen)
    assert any(fell for _, fell in seen)
