"""`negosim simulate SCENARIO`: bulk play, added up."""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean, stdev

from rich.console import Console
from rich.progress import track

from negosim.analysis.reference import analyse
from negosim.bots import roster
from negosim.catalog import load
from negosim.cli.bulk import Pairing, Result, cores, play_many
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import emit
from negosim.engine.scenario import Scenario
from negosim.language.catalogue import catalogue

DEFAULT_GAMES = 200
MOST_GAMES = 1_000_000


def options(parser: Parser) -> None:
    parser.scenario()
    parser.flag("--vendor", metavar="POLICY")
    parser.flag("--client", metavar="PERSONA")
    parser.flag("--games", type=int, default=DEFAULT_GAMES, metavar="N")
    parser.seed(1)
    parser.flag("--jobs", type=int, default=1, metavar="J")
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Plays the games and prints means; the same seed gives the same figures."""
    text = catalogue("cli", args.lang)
    if not 1 <= args.games <= MOST_GAMES:
        raise Misuse(text.text("simulate.games", most=f"{MOST_GAMES:,}"))
    if not 1 <= args.jobs <= 256:
        raise Misuse(text.text("simulate.jobs", cores=cores()))
    for name in (args.vendor, args.client):
        if name is not None and name not in roster.names():
            names = ", ".join(roster.names())
            raise Misuse(text.text("play.bot", bot=name, names=names))
    scenario = load(args.scenario)
    pairing = Pairing(scenario, args.vendor, args.client)
    start = time.perf_counter()
    played = play_many(pairing, games=args.games, seed=args.seed, jobs=args.jobs)
    results = list(_shown(played, args.games, text.text("simulate.progress")))
    seconds = time.perf_counter() - start
    found = summary(scenario, results, seconds)
    if args.json:
        emit(found)
    else:
        _print(found, args.lang)
    return 0


def summary(scenario: Scenario, results: Sequence[Result], seconds: float) -> dict[str, object]:
    """The figures of cli.md. A breakdown counts as its walk-away points (R43); `efficiency`
    is that of the mean result, null where nothing can be created (R45)."""
    joint = [result.vendor + result.client for result in results]
    analysis = analyse(scenario)
    pars = sum(analysis.par)
    room = None if analysis.best_joint is None else analysis.best_joint - pars
    return {
        "games": len(results),
        "agreements": sum(result.agreed for result in results),
        "vendor": _spread([result.vendor for result in results]),
        "client": _spread([result.client for result in results]),
        "joint": _spread(joint),
        "efficiency": (fmean(joint) - pars) / room if room is not None and room > 0 else None,
        "moves": {"mean": fmean(result.moves for result in results)},
        "table_seconds": {"mean": fmean(result.table_ms for result in results) / 1000},
        "games_per_second": len(results) / seconds if seconds > 0 else 0.0,
    }


def _spread(values: Sequence[int]) -> dict[str, float]:
    """Mean and sample standard deviation; 0 for a single game."""
    return {"mean": fmean(values), "sd": stdev(values) if len(values) > 1 else 0.0}


def _shown(results: Iterator[Result], games: int, label: str) -> Iterable[Result]:
    """The same results with a bar on stderr."""
    console = Console(file=sys.stderr)
    return track(results, total=games, description=label, console=console, transient=True)


def _print(found: dict[str, object], lang: str) -> None:
    text = catalogue("cli", lang)
    print(text.text("simulate.played", games=found["games"], agreements=found["agreements"]))
    for key in ("vendor", "client", "joint"):
        spread = found[key]
        assert isinstance(spread, dict)
        print(text.text(f"simulate.{key}", mean=f"{spread['mean']:.1f}", sd=f"{spread['sd']:.1f}"))
    efficiency = found["efficiency"]
    if isinstance(efficiency, float):
        print(text.text("simulate.efficiency", share=f"{efficiency:.0%}"))
    for key in ("moves", "table_seconds"):
        mean = found[key]
        assert isinstance(mean, dict)
        print(text.text(f"simulate.{key}", mean=f"{mean['mean']:.1f}"))
    print(text.text("simulate.speed", speed=f"{found['games_per_second']:.0f}"))
