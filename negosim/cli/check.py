"""`negosim check FILE…`: every problem of scenario files, errors and warnings."""

from __future__ import annotations

from argparse import Namespace

from negosim.catalog.codes import Severity
from negosim.catalog.door import check
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.language.catalogue import catalogue


def options(parser: Parser) -> None:
    parser.flag("files", metavar="FILE", nargs="+")
    parser.flag("--strict", action="store_true")
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """0 when every file plays; 1 with an error in any, or a warning under --strict."""
    problems = [problem for file in args.files for problem in check(file)]
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if args.json:
        emit([problem.as_json() for problem in problems])
    else:
        for problem in problems:
            print(problem.sentence(args.lang))
        if not problems:
            print(catalogue("cli", args.lang).text("check.clean", count=len(args.files)))
    return 1 if errors or (args.strict and problems) else 0
