"""The terminal: lines out, lines in, in colour or without, in 80 columns or a pipe.

It knows styles by what they mean (ours, theirs, warning), never what a line is about.
Whatever is printed is stripped of control characters first, since scenario files and
logs are written by others.
"""

from __future__ import annotations

import locale
import unicodedata
from collections.abc import Sequence
from typing import TextIO

from rich.console import Console
from rich.text import Text

from negosim.language.typography import cells, padded, wrapped

Segment = tuple[str, str]
"""Some text and what it means: a key of `STYLES`, or the empty string."""

STYLES = {
    "": "",
    "ours": "green",
    "theirs": "red",
    "title": "bold",
    "strong": "bold",
    "muted": "dim",
    "warning": "yellow",
    "coach": "cyan",
    "fault": "bold red",
    "gold": "yellow",
}
PLAIN_WIDTH = 80
MOST_WIDTH = 110
LONGEST_LINE = 2_000
NARROWEST_COLUMN = 6

_BIDI = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ASCII = str.maketrans("⚑◆┃●■─░┊✓✎▸·→“”‘’…—", "FT|o#-:'vw>.>\"\"''.-")


class EndOfInput(Exception):
    """There is nothing more to read: the pipe ended or the player pressed Ctrl-D."""


class Screen:
    """Where the front end writes and reads."""

    def __init__(self, stdin: TextIO, stdout: TextIO, *, width: int | None = None) -> None:
        """`width` None: as wide as the terminal, 80 in a pipe."""
        self._stdin = stdin
        self._stdout = stdout
        self._typed_here = stdin.isatty() and stdout.isatty()
        for stream in (stdin, stdout):
            # Bytes that the encoding cannot say must not end a game.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        self._ascii = not _can_say(stdout, "●■◆┃░✓")
        self._console = Console(
            file=stdout,
            width=width or (None if stdout.isatty() else PLAIN_WIDTH),
            highlight=False,
            markup=False,
            emoji=False,
            soft_wrap=True,
        )
        if self._typed_here:
            _edit_lines()

    @property
    def width(self) -> int:
        """Cells a line may take."""
        return min(self._console.width, MOST_WIDTH)

    def say(self, text: str, style: str = "", *, indent: str = "") -> None:
        """A paragraph, wrapped; `indent` stands before the second and later lines."""
        for line in wrapped(clean(text), self.width, indent=indent):
            self.line((line, style))

    def line(self, *segments: Segment) -> None:
        """One line as it is laid out already."""
        text = Text()
        for words, style in segments:
            words = clean(words)
            text.append(words.translate(_ASCII) if self._ascii else words, STYLES[style])
        text.rstrip()
        self._console.print(text, soft_wrap=True)

    def flow(self, *segments: Segment) -> None:
        """One line while it fits; else the same words, wrapped and plain."""
        text = "".join(words for words, _ in segments)
        if cells(clean(text)) <= self.width:
            self.line(*segments)
        else:
            self.say(text, indent="  ")

    def grid(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table in columns; where the screen is too narrow the widest columns are cut."""
        columns = range(len(heads))
        widths = [max(cells(clean(row[column])) for row in [heads, *rows]) for column in columns]
        while sum(widths) + 2 * len(widths) > self.width and max(widths) > NARROWEST_COLUMN:
            widths[widths.index(max(widths))] -= 1
        for row, style in [(heads, "muted"), *[(row, "") for row in rows]]:
            text = "  ".join(padded(clean(row[column]), widths[column]) for column in columns)
            self.line(("  " + text, style))

    def gap(self) -> None:
        self._console.print()

    def title(self, text: str) -> None:
        """A heading with a rule that fills the line."""
        rest = max(2, self.width - cells(text) - 4)
        self.line(("── ", "muted"), (text, "title"), (" " + "─" * rest, "muted"))

    def read(self, prompt: str) -> str:
        """One line that was typed, without its end and without control characters.

        Raises `EndOfInput` when there is no more. In a pipe the line is echoed, so
        that what is printed reads as a whole.
        """
        prompt = prompt.translate(_ASCII) if self._ascii else prompt
        if self._typed_here:
            try:
                line = input(prompt)
            except EOFError:
                raise EndOfInput from None
        else:
            line = self._stdin.readline(LONGEST_LINE * 4)
            if not line:
                raise EndOfInput
            self._console.print(Text(prompt + clean(line.rstrip("\r\n"))), soft_wrap=True)
        return clean(line.rstrip("\r\n"))[:LONGEST_LINE]


def clean(text: str) -> str:
    """The text without control characters and direction marks; line breaks stay."""
    return "".join(
        " " if char == "\t" else char
        for char in text
        if char in "\n\t" or (char not in _BIDI and unicodedata.category(char) not in ("Cc", "Cs"))
    )


def _can_say(stdout: TextIO, text: str) -> bool:
    try:
        text.encode(getattr(stdout, "encoding", None) or "utf-8")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _edit_lines() -> None:
    """Arrow keys and history at the prompt, where the platform has them.

    Readline takes Chinese characters for commands and swallows them unless the
    process has a UTF-8 locale; a system may be asked for one that it does not have.
    """
    if not _has_utf8_locale():
        return
    try:
        import readline  # here: it changes how input() behaves, and only a terminal wants that
    except ImportError:
        return
    readline.set_history_length(200)


def _has_utf8_locale() -> bool:
    """Whether characters are UTF-8 to the C library, after setting that where it can be."""
    if not hasattr(locale, "nl_langinfo"):
        return False
    if locale.nl_langinfo(locale.CODESET).upper() in ("UTF-8", "UTF8"):
        return True
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
    except locale.Error:
        return False
    return True
