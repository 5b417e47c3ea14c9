"""What the two commands of this package have in common: exit status and complaints."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable

from negosim.cli.main import FAULTY, INTERRUPTED, MISUSED
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import complain, forgive_streams, sentences_of
from negosim.engine.errors import NegosimError
from negosim.language.catalogue import catalogue


class Failed(Exception):
    """The command could not do it; the sentence says why. Status 1."""


def carried_out(
    parser: Parser, run: Callable[[Namespace], int], arguments: list[str] | None
) -> int:
    """Run a command and return its exit status: `run`'s own, 1 for faults, 2 for wrong usage.

    `arguments` None: those of this process.
    """
    forgive_streams()
    args = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    try:
        return run(args)
    except Misuse as misuse:
        words = catalogue("cli", args.lang)
        complain(words.text("usage.wrong", prog=parser.prog, message=misuse))
        return MISUSED
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "negmas":
            raise
        complain(catalogue("interchange", args.lang).text("missing"))
        return FAULTY
    except Failed as failure:
        complain(str(failure))
        return FAULTY
    except NegosimError as error:
        complain(*sentences_of(error, args.lang))
        return FAULTY
    except KeyboardInterrupt:
        return INTERRUPTED
