"""`negosim personas` and `negosim policies`: who can sit opposite, in words."""

from __future__ import annotations

from argparse import Namespace

from negosim.bots.roster import foils, personas, tactics, vendor_policies
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.language.catalogue import Catalogue, catalogue


def options(parser: Parser) -> None:
    parser.json()
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    text = catalogue("people", args.lang)
    if verb == "personas":
        return _listed({"": personas()}, text, as_json=args.json)
    kinds = {"policies": vendor_policies(), "tactics": tactics(), "foils": foils()}
    return _listed(kinds, text, as_json=args.json)


def _listed(kinds: dict[str, tuple[str, ...]], text: Catalogue, *, as_json: bool) -> int:
    """Names with a line about each, under the heading of their kind."""
    if as_json:
        emit(
            [
                {"id": name, "text": text.text(name)} | ({"kind": kind} if kind else {})
                for kind, names in kinds.items()
                for name in names
            ]
        )
        return 0
    width = max(len(name) for names in kinds.values() for name in names)
    for place, (kind, names) in enumerate(kinds.items()):
        if kind:
            print(("\n" if place else "") + text.text(f"heading.{kind}"))
        for name in names:
            print(f"{name:{width}}  {text.text(name)}")
    return 0
