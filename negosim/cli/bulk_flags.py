"""What the verbs that play many games have in common: flags, refusals, the bar."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from difflib import get_close_matches

from rich.console import Console
from rich.progress import Progress, TaskID

from negosim.bots import roster
from negosim.cli.bulk import Result, cores
from negosim.cli.options import Misuse, Parser
from negosim.language.catalogue import catalogue

MOST_GAMES = 1_000_000
MOST_JOBS = 256

CLIENTS: Mapping[str, tuple[str, ...]] = {"all": roster.personas()}
VENDORS: Mapping[str, tuple[str, ...]] = {
    "all": (*roster.vendor_policies(), *roster.tactics(), *roster.foils()),
    "policies": roster.vendor_policies(),
    "tactics": roster.tactics(),
    "foils": roster.foils(),
}
"""Words that stand for several bots; `all` are those that the verb of the list shows."""


def options(parser: Parser, *, games: int) -> None:
    """The flags; `games` is how many are played when nothing is said."""
    parser.flag("--client", metavar="PERSONA")
    parser.flag("--drawn", action="store_true")
    parser.flag("--games", type=int, default=games, metavar="N")
    parser.seed(1)
    parser.flag("--jobs", type=int, default=1, metavar="J")
    parser.json()
    parser.lang()


def refuse(args: Namespace) -> None:
    """Raises `Misuse` for numbers out of range."""
    text = catalogue("cli", args.lang)
    if not 1 <= args.games <= MOST_GAMES:
        raise Misuse(text.text("simulate.games", most=f"{MOST_GAMES:,}"))
    if not 1 <= args.jobs <= MOST_JOBS:
        raise Misuse(text.text("simulate.jobs", cores=cores()))


def is_list(said: str) -> bool:
    """Whether a flag asks for several bots, though they may come to one."""
    return "," in said or said in VENDORS or said in CLIENTS


def named(said: str, groups: Mapping[str, tuple[str, ...]], lang: str) -> tuple[str, ...]:
    """The bots that a flag names, each once, in the order named; at least one.

    Raises `Misuse` for a name that nobody has.
    """
    words = [word.strip() for word in said.split(",") if word.strip()]
    found = [name for word in words for name in groups.get(word, (word,))]
    known = (*roster.names(), *roster.DROPS)
    for name in found or [said]:
        if name not in known:
            near = get_close_matches(name, (*known, *groups), n=1)
            key = "simulate.bot_like" if near else "simulate.bot"
            raise Misuse(catalogue("cli", lang).text(key, bot=name, like="".join(near)))
    return tuple(dict.fromkeys(found))


@contextmanager
def shown(
    results: Generator[Result, None, None], games: int, lang: str
) -> Iterator[Iterator[Result]]:
    """The same results with a bar on stderr if it is a terminal; closed when they are left."""
    label = catalogue("cli", lang).text("simulate.progress")
    console = Console(file=sys.stderr)
    bar = Progress(console=console, transient=True, disable=not console.is_terminal)
    with closing(results), bar:
        yield _counted(results, bar, bar.add_task(label, total=games))


def _counted(results: Iterator[Result], bar: Progress, task: TaskID) -> Iterator[Result]:
    for result in results:
        bar.advance(task)
        yield result
