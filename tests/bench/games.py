"""Whole games a second of bot against bot on one core, beliefs and all, without words,
as one job of `simulate` plays them.

Run `python tests/bench/games.py`. CPU time, medians over rounds; nothing is asserted.
"""

from __future__ import annotations

import argparse
import statistics
import time

from negosim.catalog import load
from negosim.cli.bulk import Pairing, play_one, play_only


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--games", type=int, default=40)
    parser.add_argument("scenarios", nargs="*", default=["third-vendor", "course-grid"])
    options = parser.parse_args()
    play_only()
    for name in options.scenarios:
        pairing = Pairing(load(name), "course", None)
        rates, moves = [], []
        for turn in range(options.rounds):
            start = time.process_time()
            played = [play_one(pairing, 1000 * turn + game) for game in range(options.games)]
            rates.append(options.games / (time.process_time() - start))
            moves.append(statistics.mean(result.moves for result in played))
        print(
            f"{name}: {statistics.median(rates):,.0f} games a second,"
            f" {statistics.mean(moves):.0f} moves a game"
        )


if __name__ == "__main__":
    main()
