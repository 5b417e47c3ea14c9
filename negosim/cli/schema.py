"""`negosim schema scenario|moves|views`: JSON Schema for editors and bot writers."""

from __future__ import annotations

from argparse import Namespace

from negosim.catalog.schema import schema as scenario_schema
from negosim.cli.options import Parser
from negosim.cli.output import emit
from negosim.wire.codec import schema as wire_schema


def options(parser: Parser) -> None:
    parser.flag("name", choices=("scenario", "moves", "views"))
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    emit(scenario_schema(args.lang) if args.name == "scenario" else wire_schema(args.name))
    return 0
