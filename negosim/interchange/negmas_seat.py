"""`python -m negosim.interchange.negmas_seat SCENARIO`: a NegMAS negotiator plays one game.

The game runs in a process of its own and is talked to as by any program, so the negotiator
has what a person at its seat has and nothing else.
"""

from __future__ import annotations

import sys
from argparse import Namespace

from negosim.cli.main import DONE
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import language_of_system
from negosim.engine.issue import Issue
from negosim.engine.sides import SIDES
from negosim.interchange import stdio
from negosim.interchange.commands import Failed, carried_out
from negosim.interchange.delegate import Delegate
from negosim.interchange.sao import UnknownNegotiator, engaging
from negosim.language.catalogue import catalogue
from negosim.language.values import terms_text
from negosim.wire.agenda import Measure

USUAL = "BoulwareTBNegotiator"


def main(arguments: list[str] | None = None) -> int:
    """Play one game and print how it ended; the exit status. `arguments` None: the process's."""
    lang = language_of_system()
    text = catalogue("interchange", lang)
    parser = Parser("negmas_seat", text.text("seat.summary"), lang)
    parser.scenario()
    parser.flag("--side", choices=[side.word for side in SIDES], default="vendor")
    parser.add_argument(
        "--negotiator", metavar="CLASS", default=USUAL, help=text.text("seat.negotiator")
    )
    parser.flag("--bot", metavar="NAME")
    parser.seed(1)
    parser.flag("--log", metavar="FILE")
    parser.lang()
    return carried_out(parser, _run, arguments)


def _run(args: Namespace) -> int:
    text = catalogue("interchange", args.lang)
    try:
        delegate = Delegate(engaging(args.negotiator, args.seed))
    except UnknownNegotiator as error:
        raise Misuse(text.text("unknown", name=args.negotiator)) from error
    given = {
        "--side": args.side,
        "--bot": args.bot,
        "--seed": args.seed,
        "--log": args.log,
        "--lang": args.lang,
    }
    flags = [
        str(word) for flag, value in given.items() if value is not None for word in (flag, value)
    ]
    status = stdio.play(delegate, [args.scenario, *flags])
    if status != DONE:
        # It has said itself what was wrong.
        return status
    if delegate.over is None:
        raise Failed(text.text("broken_off"))
    print(_how_it_ended(delegate, args))
    return DONE


def _how_it_ended(delegate: Delegate, args: Namespace) -> str:
    assert delegate.over is not None
    assert delegate.seated is not None
    text, names = catalogue("interchange", args.lang), catalogue("names", args.lang)
    issues = delegate.seated.brief.issues
    outcome = delegate.over["outcome"]
    slots = {
        "name": args.negotiator,
        "side": names.text(f"side.{args.side}"),
        "points": delegate.over["points"],
    }
    if outcome["deal"] is None:
        return text.text("seat.nothing", how=names.text(f"ending.{outcome['ending']}"), **slots)
    terms = tuple(_tick(issue, outcome["deal"]["terms"][issue.id]) for issue in issues)
    return text.text("seat.contract", terms=terms_text(issues, terms, args.lang), **slots)


def _tick(issue: Issue, value: int | float | str) -> int | None:
    return Measure(issue.step, issue.options).tick(value)


if __name__ == "__main__":
    sys.exit(main())
