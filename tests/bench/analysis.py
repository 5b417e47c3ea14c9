"""How long analysing an outcome space takes, from 10^3 to 4 * 10^7 outcomes and beyond.

Run by hand: `python tests/bench/analysis.py`. Prints medians; asserts nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "kit"))

import built

from negosim.analysis.reference import analyse, frontier_terms
from negosim.engine.scenario import Scenario


def ladders(count: int, options: int) -> Scenario:
    """Public ladders with opposite orders."""
    rungs = tuple(f"o{place}" for place in range(options))
    last = options - 1
    return built.scenario_of(
        *(
            built.ladder(
                f"i{place}",
                rungs,
                (place + 1, 0, last // 2, last),
                (count - place, last, last // 2, 0),
            )
            for place in range(count)
        )
    )


def numbers(count: int, scale: int) -> Scenario:
    """Numeric issues whose two bands differ, so that levels are not mirrored."""
    return built.scenario_of(
        *(
            built.numeric(
                f"i{place}",
                (place + 1, 310 * scale - place, 240 * scale + place, 188 * scale),
                ((3 * place) % count + 1, 170 * scale, 225 * scale + place, 265 * scale),
            )
            for place in range(count)
        )
    )


def milliseconds(work: Callable[[], object], times: int = 15) -> float:
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append(1000 * (perf_counter() - start))
    return median(taken)


def main() -> None:
    print(f"{'outcomes':>12}  {'analyse':>10}  {'+ examples':>10}   of")
    for name, scenario in (
        ("third-vendor", built.third_vendor()),
        ("3 ladders of 9", ladders(3, 9)),
        ("4 ladders of 9", ladders(4, 9)),
        ("5 ladders of 9", ladders(5, 9)),
        ("6 ladders of 9", ladders(6, 9)),
        ("7 ladders of 9", ladders(7, 9)),
        ("8 ladders of 9", ladders(8, 9)),
        ("8 numeric issues", numbers(8, 1)),
        ("8 numeric issues of 10^8 steps", numbers(8, 10**6)),
    ):
        found = analyse(scenario)
        whole = milliseconds(lambda scenario=scenario: analyse(scenario))
        examples = milliseconds(
            lambda scenario=scenario, found=found: frontier_terms(scenario, found.pareto)
        )
        print(f"{found.outcomes:>12.3g}  {whole:>7.2f} ms  {examples:>7.2f} ms   {name}")


if __name__ == "__main__":
    main()
