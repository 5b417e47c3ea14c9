"""How long a bot takes to answer, words and all, call by call.

Run `python tests/bench/replies.py`. CPU time of the client's calls that bring a move,
each persona against `course`; nothing is asserted.
"""

from __future__ import annotations

import argparse
import statistics
import time

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.catalog import load
from negosim.engine.moves import Move
from negosim.engine.opening import solo_setup
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Level
from negosim.play.driver import run
from negosim.play.table import MatchTable


class Timed:
    """A player that notes how long each of its moves took, in milliseconds."""

    def __init__(self, player: Negotiator, into: list[float]) -> None:
        self._player = player
        self._into = into

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> Move | None:
        start = time.process_time_ns()
        move = self._player.choose(view, events)
        if move is not None:
            self._into.append((time.process_time_ns() - start) / 1e6)
        return move


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=10)
    parser.add_argument("scenarios", nargs="*", default=["third-vendor", "tower", "shortlist"])
    options = parser.parse_args()
    for name in options.scenarios:
        scenario = load(name)
        took: list[float] = []
        for client in roster.personas():
            for seed in range(options.games):
                setup = solo_setup(
                    scenario, clock=ClockKind.TABLE, level=Level.EXAM, scripted=SIDES
                )
                sides = {Side.VENDOR: "course", Side.CLIENT: client}
                bots = {
                    side.word: roster.create(sides[side], scenario, side=side, seed=seed)
                    for side in SIDES
                }
                players = {"vendor": bots["vendor"], "client": Timed(bots["client"], took)}
                run(MatchTable(scenario, setup), players)
        cuts = statistics.quantiles(took, n=100)
        print(
            f"{name}: {len(took):,} replies, median {statistics.median(took):.2f} ms,"
            f" 99th percentile {cuts[98]:.2f} ms, worst {max(took):.2f} ms"
        )


if __name__ == "__main__":
    main()
