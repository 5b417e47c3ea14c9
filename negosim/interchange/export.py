"""`python -m negosim.interchange.export SCENARIO FOLDER`: a scenario as a NegMAS domain."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from negosim.catalog import load
from negosim.cli.main import DONE
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import language_of_system
from negosim.interchange.commands import Failed, carried_out
from negosim.interchange.domain import write_domain
from negosim.language.catalogue import catalogue
from negosim.language.values import number_text


def main(arguments: list[str] | None = None) -> int:
    """Write the files; the exit status. `arguments` None: the process's."""
    lang = language_of_system()
    text = catalogue("interchange", lang)
    parser = Parser("export", text.text("export.summary"), lang)
    parser.scenario()
    parser.add_argument("folder", metavar="FOLDER", type=Path, help=text.text("export.folder"))
    parser.lang()
    return carried_out(parser, _run, arguments)


def _run(args: Namespace) -> int:
    text = catalogue("interchange", args.lang)
    folder: Path = args.folder
    scenario = load(args.scenario)
    try:
        # NegMAS reads every file of a folder as part of the domain.
        if folder.exists() and any(folder.iterdir()):
            raise Misuse(text.text("not_empty", folder=folder))
        outcomes = write_domain(scenario, folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Failed(text.text("not_written", folder=folder, reason=reason)) from error
    print(text.text("export.done", folder=folder, outcomes=number_text(outcomes)))
    return DONE


if __name__ == "__main__":
    sys.exit(main())
