"""`negosim simulate SCENARIO`: bulk play, added up for one pair of bots or for many."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

from rich.console import Console

from negosim.analysis.paired import Moments
from negosim.analysis.reference import analyse
from negosim.bots import roster
from negosim.catalog import load
from negosim.cli import bulk_flags
from negosim.cli.bulk import Pairing, Result, Task, as_played, play_many
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.cli.wide_table import Column, heading, print_wide
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue

DEFAULT_GAMES = 200


def options(parser: Parser) -> None:
    parser.scenario()
    parser.flag("--vendor", metavar="POLICY")
    bulk_flags.options(parser, games=DEFAULT_GAMES)


def run(args: Namespace, verb: str) -> int:
    """Plays the games and prints means; the same seed gives the same figures.

    One pair of bots prints its figures; several print a table, or a list of the same objects.
    """
    bulk_flags.refuse(args)
    vendors, clients = (
        (said,) if said is None else bulk_flags.named(said, groups, args.lang)
        for said, groups in (
            (args.vendor, bulk_flags.VENDORS),
            (args.client, bulk_flags.CLIENTS),
        )
    )
    scenario = load(args.scenario)
    pairings = [
        Pairing(
            scenario,
            vendor or roster.default_name(scenario, Side.VENDOR),
            client or roster.default_name(scenario, Side.CLIENT),
            args.drawn,
        )
        for vendor in vendors
        for client in clients
    ]
    seeds = range(args.seed, args.seed + args.games)
    start = time.perf_counter()
    sums, room = _played(pairings, seeds, jobs=args.jobs, lang=args.lang)
    rate = len(seeds) * len(pairings) / max(time.perf_counter() - start, 1e-9)
    found = [sum_.summary(room, rate) for sum_ in sums]
    if not any(bulk_flags.is_list(said) for said in (args.vendor, args.client) if said):
        if args.json:
            emit(found[0])
        else:
            _print(found[0], args.lang)
    elif args.json:
        emit(
            [
                {"vendor_policy": pairing.vendor, "client_persona": pairing.client, **each}
                for pairing, each in zip(pairings, found, strict=True)
            ]
        )
    else:
        _print_table(pairings, sums, args.lang)
    return 0


@record(frozen=True, slots=True)
class Room:
    """What the games could have come to together: both pars added up, and how much more
    the best contract for both had held."""

    pars: int
    gain: int


class Sums:
    """The games of one pair of bots, added up."""

    def __init__(self) -> None:
        self.vendor, self.client, self.joint = Moments(), Moments(), Moments()
        self.moves, self.table_ms = Moments(), Moments()
        self.agreements = 0

    def add(self, result: Result) -> None:
        self.vendor.add(result.vendor)
        self.client.add(result.client)
        self.joint.add(result.vendor + result.client)
        self.moves.add(result.moves)
        self.table_ms.add(result.table_ms)
        self.agreements += result.agreed

    def summary(self, room: Room, rate: float) -> dict[str, object]:
        """The figures of cli.md. A breakdown counts as its walk-away points (R43); `efficiency`
        is that of the mean result, null where nothing can be created (R45); `rate` is the
        whole run's games a second."""
        return {
            "games": self.joint.count,
            "agreements": self.agreements,
            "vendor": {"mean": self.vendor.mean, "sd": self.vendor.sd},
            "client": {"mean": self.client.mean, "sd": self.client.sd},
            "joint": {"mean": self.joint.mean, "sd": self.joint.sd},
            "efficiency": (self.joint.total - room.pars) / room.gain if room.gain > 0 else None,
            "moves": {"mean": self.moves.mean},
            "table_seconds": {"mean": self.table_ms.mean / 1000},
            "games_per_second": rate,
        }


def _played(
    pairings: Sequence[Pairing], seeds: Sequence[int], *, jobs: int, lang: str
) -> tuple[list[Sums], Room]:
    """Every pairing on every seed, added up, and what was to be had in a pairing's games."""
    sums = [Sums() for _ in pairings]
    pars = gain = 0
    tasks = (Task(pairing, seed) for seed in seeds for pairing in pairings)
    games = len(seeds) * len(pairings)
    with bulk_flags.shown(play_many(tasks, jobs=jobs), games, lang) as results:
        for par, most in _rooms(pairings[0], seeds):
            for each in sums:
                each.add(next(results))
            pars += par
            gain += most
    return sums, Room(pars, gain)


def _rooms(pairing: Pairing, seeds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each game both pars, and what the best agreeable contract holds above them; nothing
    where no contract is."""
    usual = _room(pairing.scenario)
    for seed in seeds:
        scenario = as_played(pairing, seed)
        yield usual if scenario is pairing.scenario else _room(scenario)


def _room(scenario: Scenario) -> tuple[int, int]:
    analysis = analyse(scenario)
    pars = sum(analysis.par)
    return pars, 0 if analysis.best_joint is None else analysis.best_joint - pars


def _print(found: Mapping[str, Any], lang: str) -> None:
    text = catalogue("cli", lang)
    print(text.text("simulate.played", games=found["games"], agreements=found["agreements"]))
    for key in ("vendor", "client", "joint"):
        spread = found[key]
        print(text.text(f"simulate.{key}", mean=f"{spread['mean']:.1f}", sd=f"{spread['sd']:.1f}"))
    if found["efficiency"] is not None:
        key = "simulate.efficiency" if found["efficiency"] >= 0 else "simulate.none_created"
        print(text.text(key, share=f"{found['efficiency']:.0%}"))
    for key in ("moves", "table_seconds"):
        print(text.text(f"simulate.{key}", mean=f"{found[key]['mean']:.1f}"))
    print(text.text("simulate.speed", speed=f"{found['games_per_second']:.0f}"))


def _print_table(pairings: Sequence[Pairing], sums: Sequence[Sums], lang: str) -> None:
    """The vendor's mean points, policies down and personas across; means of both at the ends."""
    text = catalogue("cli", lang)
    mean = text.text("table.mean")
    points = {
        (pairing.vendor or "", pairing.client or ""): each.vendor.mean
        for pairing, each in zip(pairings, sums, strict=True)
    }
    vendors, clients = (tuple(dict.fromkeys(names)) for names in zip(*points, strict=True))
    rows = [[points[vendor, client] for client in clients] for vendor in vendors]
    rows = [[*row, fmean(row)] for row in rows]
    rows.append([fmean(column) for column in zip(*rows, strict=True)])
    columns = [
        Column(heading(name), tuple(f"{value:.1f}" for value in column))
        for name, column in zip((*clients, mean), zip(*rows, strict=True), strict=True)
    ]
    print(text.text("simulate.table", games=sums[0].joint.count))
    print_wide(Console(), Column("", (*vendors, mean)), columns, closing=1)
