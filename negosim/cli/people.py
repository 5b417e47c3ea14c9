"""`negosim personas` and `negosim policies`: who can sit opposite, in words."""

from __future__ import annotations

from argparse import Namespace

from negosim.bots.roster import personas, tactics, vendor_policies
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.language.catalogue import catalogue


def options(parser: Parser) -> None:
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    names = personas() if verb == "personas" else (*vendor_policies(), *tactics())
    text = catalogue("people", args.lang)
    if args.json:
        emit([{"id": name, "text": text.text(name)} for name in names])
        return 0
    width = max(map(len, names))
    for name in names:
        print(f"{name:{width}}  {text.text(name)}")
    return 0
