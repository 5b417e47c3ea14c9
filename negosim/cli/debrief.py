"""`negosim debrief LOG`: a finished game looked back on."""

from __future__ import annotations

from argparse import Namespace

from negosim.cli.logs import log_options, match_log
from negosim.cli.options import Parser
from negosim.cli.output import complain, emit
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue
from negosim.play.verify import MatchLog, verdict_of
from negosim.reports.debrief import debrief
from negosim.reports.debrief_json import document
from negosim.reports.debrief_text import debrief_text


def options(parser: Parser) -> None:
    log_options(parser)
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """The debrief of a whole log; 1 for one that is damaged or not over."""
    log = match_log(args.log, args.match, args.lang)
    verdict = verdict_of(log)
    if not verdict.ok:
        complain(f"{args.log}: {verdict.sentence(args.lang)}")
        return 1
    if log.outcome is None:
        complain(catalogue("cli", args.lang).text("debrief.not_over", log=args.log))
        return 1
    found = debrief(log.scenario, log.events)
    if args.json:
        emit(document(found))
    else:
        print(debrief_text(found, args.lang, me=person_side(log)), end="")
    return 0


def person_side(log: MatchLog) -> Side | None:
    """The one side that a person played; None where both or neither were people."""
    sides = {
        seat.side
        for seat in (log.state.common.setup.seats if log.state is not None else ())
        if (sitter := log.header.sitter(seat.name)) is not None and sitter.bot is None
    }
    return sides.pop() if len(sides) == 1 else None
