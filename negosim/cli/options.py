"""Flags that several verbs share, and how a command line is refused.

Wrong usage ends with status 2 and one sentence; nothing has been done then.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from negosim.cli.output import complain
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.typography import wrapped

_REFUSED = (
    (re.compile(r"the following arguments are required: (?P<names>.*)"), "usage.required"),
    (re.compile(r"unrecognized arguments: (?P<names>.*)"), "usage.unknown"),
    (re.compile(r"(?P<name>\S+): expected one argument"), "usage.valueless"),
    (
        re.compile(r"(?P<name>\S+): invalid choice: (?P<typed>.*) \(choose from (?P<choices>.*)\)"),
        "usage.choice",
    ),
)
"""Sentences of argparse, and ours that say the same."""


class _Help(argparse.HelpFormatter):
    """Begins with the language's own word; wraps by cells, as Chinese has no blanks to break at."""

    def __init__(self, *settings: Any, begins: str, **more: Any) -> None:
        super().__init__(*settings, **more)
        self._begins = begins

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self._begins if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(" ".join(text.split()), width)


class Parser(argparse.ArgumentParser):
    """One verb's flags, with help in one language."""

    def __init__(self, prog: str, summary: str, lang: str) -> None:
        text = catalogue("cli", lang)
        super().__init__(
            prog=prog,
            description=summary,
            allow_abbrev=False,
            add_help=False,
            formatter_class=partial(_Help, begins=text.text("usage.usage")),
        )
        self._lang = lang
        self._positionals.title = text.text("usage.arguments")
        self._optionals.title = text.text("usage.options")
        self.flag("-h", "--help", action="help")

    def flag(self, *names: str, **settings: Any) -> None:
        """A flag or argument whose help is the message `flag.<name>` of the catalogue `cli`."""
        if settings.get("type") is int:
            settings["type"] = self._whole
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

    def format_help(self) -> str:
        text = catalogue("cli", self._lang)
        told = super().format_help()
        for title in (text.text("usage.arguments"), text.text("usage.options")):
            # argparse's colon is narrow.
            told = told.replace(f"{title}:", text.text("usage.heading", title=title))
        return told

    def error(self, message: str) -> NoReturn:
        text = catalogue("cli", self._lang)
        message = message.removeprefix("argument ")
        for sentence, key in _REFUSED:
            found = sentence.fullmatch(message)
            if found is not None:
                # Some versions of Python quote what may be chosen.
                said = {slot: words.replace("'", "") for slot, words in found.groupdict().items()}
                message = text.text(key, **said)
                break
        complain(text.text("usage.wrong", prog=self.prog, message=message))
        raise SystemExit(2)

    def _whole(self, typed: str) -> int:
        try:
            return int(typed)
        except ValueError:
            text = catalogue("cli", self._lang).text("usage.whole", typed=typed)
            raise argparse.ArgumentTypeError(text) from None


def language_asked(words: Sequence[str]) -> str:
    """What `--lang` says on a line that is not parsed yet; empty where that is no language."""
    for place, word in enumerate(words):
        flag, _, said = word.partition("=")
        said = said or "".join(words[place + 1 : place + 2])
        if flag == "--lang" and said in LANGUAGES:
            return said
    return ""


class Misuse(Exception):
    """Wrong usage that only shows once the arguments are understood; status 2."""
