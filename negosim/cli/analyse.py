"""`negosim analyse SCENARIO`: the outcome space and its reference points."""

from __future__ import annotations

from argparse import Namespace

from negosim.analysis.reference import analyse, document
from negosim.analysis.space import Pair
from negosim.catalog import load
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.language.catalogue import catalogue


def options(parser: Parser) -> None:
    parser.scenario()
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Counts, frontier, Nash, egalitarian, par. Source: exercise.md R45, R46."""
    analysis = analyse(load(args.scenario))
    if args.json:
        emit(document(analysis))
        return 0
    text = catalogue("cli", args.lang)
    none = text.text("analyse.none")
    print(
        text.text(
            "analyse.counts", outcomes=f"{analysis.outcomes:,}", agreeable=f"{analysis.agreeable:,}"
        )
    )
    print(text.text("analyse.par", par=_pairs((analysis.par,), none)))
    print(
        text.text(
            "analyse.away", vendor=analysis.walk_away.vendor, client=analysis.walk_away.client
        )
    )
    best = none if analysis.best_joint is None else analysis.best_joint
    print(text.text("analyse.best", best=best))
    print(text.text("analyse.pareto", pairs=_pairs(analysis.pareto, none)))
    print(text.text("analyse.nash", pairs=_pairs(analysis.nash, none)))
    print(text.text("analyse.egalitarian", pairs=_pairs(analysis.egalitarian, none)))
    return 0


def _pairs(pairs: tuple[Pair, ...], none: str) -> str:
    """Points as vendor/client."""
    return "  ".join(f"{vendor}/{client}" for vendor, client in pairs) or none
