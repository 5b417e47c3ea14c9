"""`negosim new FILE`: a commented scenario to start from."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from negosim.catalog.template import template
from negosim.cli.options import Misuse, Parser
from negosim.language.catalogue import catalogue


def options(parser: Parser) -> None:
    parser.flag("file", metavar="FILE")
    parser.flag("--from", dest="source", metavar="SCENARIO")
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Writes the file; one that exists already is left alone and is wrong usage."""
    text = catalogue("cli", args.lang)
    written = template(args.source, args.lang)
    try:
        with Path(args.file).open("x", encoding="utf-8") as file:
            file.write(written)
    except FileExistsError:
        raise Misuse(text.text("new.exists", file=args.file)) from None
    except OSError as error:
        raise Misuse(text.text("new.cannot", file=args.file, why=error.strerror)) from None
    print(text.text("new.written", file=args.file))
    return 0
