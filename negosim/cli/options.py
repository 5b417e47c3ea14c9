"""Flags that several verbs share, and how a command line is refused.

Wrong usage ends with status 2 and one sentence; nothing has been done then.
"""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from negosim.cli.output import complain
from negosim.language.catalogue import LANGUAGES, catalogue


class Parser(argparse.ArgumentParser):
    """One verb's flags, with help in the language of the system."""

    def __init__(self, prog: str, summary: str, lang: str) -> None:
        super().__init__(prog=prog, description=summary, allow_abbrev=False)
        self._lang = lang

    def flag(self, *names: str, **settings: Any) -> None:
        """A flag or argument whose help is the message `flag.<name>` of the catalogue `cli`."""
        key = names[-1].lstrip("-").replace("-", "_").lower()
        text = catalogue("cli", self._lang).text(f"flag.{key}").replace("%", "%%")
        self.add_argument(*names, help=text, **settings)

    def scenario(self, *, optional: bool = False) -> None:
        self.flag("scenario", metavar="SCENARIO", nargs="?" if optional else None)

    def json(self) -> None:
        self.flag("--json", action="store_true")

    def seed(self, default: int | None) -> None:
        self.flag("--seed", type=int, default=default, metavar="N")

    def lang(self) -> None:
        self.flag("--lang", choices=LANGUAGES, default=self._lang)

    def error(self, message: str) -> NoReturn:
        text = catalogue("cli", self._lang)
        complain(text.text("usage.wrong", prog=self.prog, message=message))
        raise SystemExit(2)


class Misuse(Exception):
    """Wrong usage that only shows once the arguments are understood; status 2."""
