"""`negosim standings LOG…`: a contest from collected logs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from negosim.cli.options import Misuse, Parser
from negosim.cli.output import emit
from negosim.language.catalogue import catalogue
from negosim.reports.contest import LeftOutCode
from negosim.reports.standings import standings
from negosim.reports.standings_pages import (
    standings_csv,
    standings_document,
    standings_html,
    standings_text,
)

FAULTY = (LeftOutCode.ALTERED, LeftOutCode.UNREADABLE)


def options(parser: Parser) -> None:
    parser.flag("logs", metavar="LOG", nargs="+")
    parser.flag("--csv", metavar="OUT")
    parser.flag("--html", metavar="OUT")
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Ranks by team and seat; logs that do not count are named and left out.

    Exit status 1 where one of them was altered or cannot be read.
    """
    found = standings(args.logs)
    if args.csv:
        _write(args.csv, standings_csv(found, args.lang), args.lang)
    if args.html:
        _write(args.html, standings_html(found, args.lang), args.lang)
    if args.json:
        emit(standings_document(found))
    else:
        print(standings_text(found, args.lang), end="")
    return int(any(out.code in FAULTY for out in found.left_out))


def _write(out: str, data: bytes, lang: str) -> None:
    try:
        Path(out).write_bytes(data)
    except OSError as error:
        text = catalogue("cli", lang)
        raise Misuse(text.text("new.cannot", file=out, why=error.strerror)) from None
