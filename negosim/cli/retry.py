"""`negosim retry LOG --at N`: play on from a move of an earlier game, then compare."""

from __future__ import annotations

import sys
from argparse import Namespace

from negosim.cli.debrief import person_side
from negosim.cli.logs import log_options, match_log
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import complain
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.session import play_person
from negosim.engine.common import Outcome
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_match
from negosim.play.verify import MatchLog
from negosim.solo.games import Games
from negosim.solo.match import Match
from negosim.solo.replay import branch, numbers


def options(parser: Parser) -> None:
    log_options(parser)
    parser.flag("--at", type=int, required=True, metavar="N")
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Plays at the terminal on a log of its own; 1 for a log that is damaged.

    The log that is played on from is not changed.
    """
    log = match_log(args.log, args.match, args.lang)
    if log.problem is not None:
        complain(f"{args.log}: {log.problem.sentence(args.lang)}")
        return 1
    text = catalogue("cli", args.lang)
    found = numbers(log)
    last = found.last if log.outcome is None else found.last - 1
    if not 0 <= args.at <= last:
        raise Misuse(text.text("retry.at", most=max(last, 0), at=args.at))
    side = person_side(log) or Side.VENDOR
    screen = Screen(sys.stdin, sys.stdout)
    with branch(log, found.behind(args.at), Games(), side=side) as match:
        screen.say(text.text("retry.begin", number=args.at, log=match.path), "muted")
        status = play_person(match, screen, args.lang, going_on=False)
        for line in comparison(log, match, args.at, args.lang):
            screen.say(line)
    return status


def comparison(log: MatchLog, match: Match, number: int, lang: str) -> tuple[str, ...]:
    """Both results, the first one first, and how far apart they are for the one who played.

    Empty while the new match runs; without an end of the first there is only one result.
    """
    again, before = match.table.outcome, log.outcome
    if again is None:
        return ()
    text = catalogue("cli", lang)
    side = match.side
    lines = ["", text.text("retry.again", number=number, result=_result(match, again, lang))]
    if before is None:
        return (*lines, text.text("retry.no_first"))
    lines.insert(1, text.text("retry.first", result=_result(match, before, lang)))
    more = _points(log.scenario, again, side) - _points(log.scenario, before, side)
    key = "retry.same" if more == 0 else "retry.more" if more > 0 else "retry.less"
    return (*lines, text.text(key, points=abs(more)))


def _result(match: Match, outcome: Outcome, lang: str) -> str:
    """The contract and what it is worth to both, or that there is none."""
    text = catalogue("cli", lang)
    side, scenario = match.side, match.scenario
    ours, theirs = (_points(scenario, outcome, each) for each in (side, side.other))
    if outcome.deal is None:
        return text.text("retry.no_contract", ours=ours, theirs=theirs)
    words = lexicon_of_match(scenario, (), lang)
    deal = words.deal(outcome.deal.terms, outcome.deal.benefits)
    return text.text("retry.contract", deal=deal, ours=ours, theirs=theirs)


def _points(scenario: Scenario, outcome: Outcome, side: Side) -> int:
    if outcome.deal is None:
        return scenario.walk_away[side]
    return score(scenario, outcome.deal.terms).points[side]
