"""The entry point: finds the verb, and hands the rest of the line to its file."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

from negosim import __version__
from negosim.cli.options import Misuse, Parser, language_asked
from negosim.cli.output import complain, forgive_streams, language_of_system, sentences_of
from negosim.engine.errors import NegosimError
from negosim.language.catalogue import catalogue

VERBS = {
    "play": "play",
    "demo": "demo",
    "check": "check",
    "score": "score",
    "analyse": "analyse",
    "simulate": "simulate",
    "principles": "principles",
    "debrief": "debrief",
    "replay": "replay",
    "retry": "retry",
    "verify": "verify",
    "standings": "standings",
    "scenarios": "scenarios",
    "personas": "people",
    "policies": "people",
    "new": "new",
    "schema": "schema",
}
"""Each verb and the module of this package that does it."""

DONE, FAULTY, MISUSED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status: 0 done, 1 faults, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    forgive_streams()
    try:
        return _run(words)
    except BrokenPipeError:
        # Whoever read the output has gone; what is left must not be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(words: list[str]) -> int:
    lang = language_asked(words) or language_of_system()
    text = catalogue("cli", lang)
    verb = words[0] if words else "play"
    if verb in ("-h", "--help", "help"):
        print(_overview(lang))
        return DONE
    if verb == "--version":
        print(f"negosim {__version__}")
        return DONE
    if verb not in VERBS:
        near = get_close_matches(verb, VERBS, n=1)
        key = "usage.verb_like" if near else "usage.verb"
        complain(text.text(key, verb=verb, like="".join(near), verbs=", ".join(VERBS)))
        return MISUSED
    # Only the verb that runs is imported: `check` must not wait for numpy or the terminal.
    module = import_module(f"negosim.cli.{VERBS[verb]}")
    parser = Parser(f"negosim {verb}", text.text(f"verb.{verb}"), lang)
    module.options(parser)
    args = parser.parse_args(words[1:])
    try:
        status: int = module.run(args, verb)
    except Misuse as misuse:
        complain(text.text("usage.wrong", prog=parser.prog, message=misuse))
        return MISUSED
    except NegosimError as error:
        complain(*sentences_of(error, getattr(args, "lang", None) or lang))
        return FAULTY
    return status


def _overview(lang: str) -> str:
    text = catalogue("cli", lang)
    width = max(map(len, VERBS))
    lines = [f"  {verb:{width}}  {text.text(f'verb.{verb}')}" for verb in VERBS]
    return "\n".join([text.text("usage.head"), *lines, "", text.text("usage.foot")])


if __name__ == "__main__":
    sys.exit(main())
