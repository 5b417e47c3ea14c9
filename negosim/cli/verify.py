"""`negosim verify LOG`: whether a log is whole and as it was written."""

from __future__ import annotations

from argparse import Namespace

from negosim.cli.logs import log_options, match_log
from negosim.cli.options import Parser
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_match
from negosim.play.verify import verdict_of


def options(parser: Parser) -> None:
    log_options(parser)
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """The finding in one sentence and the sealed contract; 1 for a tampered or cut log."""
    log = match_log(args.log, args.match, args.lang)
    verdict = verdict_of(log)
    print(f"{args.log}: {verdict.sentence(args.lang)}")
    if verdict.contract is not None:
        words = lexicon_of_match(log.scenario, (), args.lang)
        deal = words.deal(verdict.contract.terms, verdict.contract.benefits)
        print(catalogue("talk", args.lang).text("told.sealed", deal=deal))
    return 0 if verdict.ok else 1
