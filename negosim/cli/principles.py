"""`negosim principles SCENARIO`: what keeping each principle is worth to the vendor."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from negosim.bots.principles import DROPPED
from negosim.catalog import load
from negosim.cli import bulk_flags
from negosim.cli.bulk import play_many
from negosim.cli.dropping import ARMS, Row, arms, compare
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.cli.principles_table import print_client, print_clients

DEFAULT_GAMES = 100


def options(parser: Parser) -> None:
    parser.scenario()
    bulk_flags.options(parser, games=DEFAULT_GAMES)


def run(args: Namespace, verb: str) -> int:
    """Plays every arm against every client and prints what each principle was worth."""
    bulk_flags.refuse(args)
    clients = bulk_flags.named(args.client or "all", bulk_flags.CLIENTS, args.lang)
    scenario = load(args.scenario)
    seeds = range(args.seed, args.seed + args.games)
    played = play_many(arms(scenario, clients, seeds, drawn=args.drawn), jobs=args.jobs)
    games = len(seeds) * len(clients) * len(ARMS)
    with bulk_flags.shown(played, games, args.lang) as results:
        rows = compare(results, clients, seeds)
    if args.json:
        emit(document(rows))
    elif len(clients) == 1:
        print_client(rows, args.games, args.lang)
    else:
        print_clients(rows, clients, args.games, args.lang)
    return 0


def document(rows: Sequence[Row]) -> list[dict[str, object]]:
    """The JSON of cli.md. `occasion` stands where only games with one count; figures are null
    where none had one, both ends of an interval where fewer than two had."""
    return [_object(row) for row in rows]


def _object(row: Row) -> dict[str, object]:
    found = row.comparison
    written: dict[str, object] = {
        "client": row.client,
        "principle": row.principle.value,
        "rules": list(DROPPED[row.principle].rules),
        "games": found.games,
        "with": found.one,
        "without": found.other,
        "difference": found.difference,
        "ci95": list(found.interval or (None, None)),
    }
    if row.occasion is not None:
        written["occasion"] = row.occasion
    return written
