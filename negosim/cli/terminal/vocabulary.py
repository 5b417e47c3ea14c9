"""The words a person may type, of every language, and how they are read off a line.

A `Reader` walks over one line and takes the longest word of the kind that is asked
for; Chinese needs no blanks between words, English words end where letters end.
What the words mean for a move is `commands`' business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import cache

from negosim.engine.issue import Issue
from negosim.engine.scenario import Benefit
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.values import typed_value, value_text

_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|-?\d+(?:\.\d+)?|-?\.\d+")
_SEPARATORS = " \t,;、。|"
_SHORTEST_PART = {True: 2, False: 4}
"""How long a part of an issue's name must be to stand for it: Chinese, other."""


def plain(text: str) -> str:
    """The text as it is compared: half-width, lower case, one blank between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@cache
def table(name: str) -> Mapping[str, str]:
    """Every word of a table of the catalogue `commands`, in all languages, to its key."""
    words: dict[str, str] = {}
    for lang in LANGUAGES:
        messages = catalogue("commands", lang)
        for key in messages.under(name):
            for word in messages.variants(f"{name}.{key}"):
                words.setdefault(plain(word), key)
    return words


def shown(name: str, lang: str) -> tuple[str, ...]:
    """The first word for each key of a table in one language: what help shows."""
    messages = catalogue("commands", lang)
    return tuple(messages.variants(f"{name}.{key}")[0] for key in messages.under(name))


def first_word(name: str, key: str, lang: str) -> str:
    """The word that help shows for one key of a table."""
    return catalogue("commands", lang).variants(f"{name}.{key}")[0]


def issue_words(issues: tuple[Issue, ...]) -> dict[str, int]:
    """What stands for an issue: its id, its names, and any part of them that is its alone."""
    words: dict[str, int] = {}
    parts: dict[str, set[int]] = {}
    for number, issue in enumerate(issues):
        for name in (issue.id, *(words_ for _, words_ in issue.name.by_language)):
            words[plain(name)] = number
            for part in _parts(plain(name)):
                parts.setdefault(part, set()).add(number)
    for part, numbers in parts.items():
        if len(numbers) == 1 and part not in words:
            words[part] = min(numbers)
    return words


def benefit_words(benefits: tuple[Benefit, ...]) -> dict[str, int]:
    """What stands for a benefit: its id and its names."""
    words: dict[str, int] = {}
    for number, benefit in enumerate(benefits):
        for name in (benefit.id, *(text for _, text in benefit.text.by_language)):
            words[plain(name)] = number
    return words


def option_words(issue: Issue) -> dict[str, int]:
    """What stands for an option of a ladder: its id, its texts, a number only it begins with."""
    words: dict[str, int] = {}
    leading: dict[str, set[int]] = {}
    for tick, option in enumerate(issue.options):
        names = {option.id, typed_value(issue, tick)}
        names |= {value_text(issue, tick, lang) for lang in LANGUAGES}
        for name in names:
            words[plain(name)] = tick
            number = _NUMBER.match(plain(name))
            if number is not None:
                leading.setdefault(number[0], set()).add(tick)
    for number_text, ticks in leading.items():
        if len(ticks) == 1:
            words.setdefault(number_text, min(ticks))
    return words


def like(text: str, words: Iterable[str]) -> str | None:
    """The word most like a mistyped one, None when none is near."""
    close = get_close_matches(plain(text), list(words), n=1, cutoff=0.7)
    return close[0] if close else None


class Reader:
    """One line with a place in it. Nothing is skipped but blanks and separators."""

    def __init__(self, line: str) -> None:
        self._line = unicodedata.normalize("NFKC", line)
        self._at = 0
        self._skip()

    @property
    def ended(self) -> bool:
        return self._at >= len(self._line)

    @property
    def rest(self) -> str:
        """What has not been read yet, as it was typed."""
        return self._line[self._at :].strip()

    @property
    def piece(self) -> str:
        """The next run of characters up to a blank or separator: what to quote in a fault."""
        return re.split(rf"[{re.escape(_SEPARATORS)}=:]", self.rest, maxsplit=1)[0] or self.rest

    def word(self, words: Mapping[str, int] | Mapping[str, str]) -> int | str | None:
        """Take the longest of `words` that stands here; None, and nothing is taken, if none does."""
        rest = self._line[self._at :].casefold()
        for length in range(min(len(rest), max(map(len, words), default=0) + 2), 0, -1):
            head = rest[:length]
            if plain(head) in words and head == head.strip() and not _inside_word(rest, length):
                self._at += length
                self._skip()
                return words[plain(head)]
        return None

    def key(self, name: str) -> str | None:
        """Take a word of one of the catalogue's tables."""
        found = self.word(table(name))
        return None if found is None else str(found)

    def number(self) -> Fraction | None:
        """Take a number such as `270`, `12,000` or `0.5`."""
        match = _NUMBER.match(self._line, self._at)
        if match is None:
            return None
        self._at = match.end()
        self._skip()
        return Fraction(match[0].replace(",", ""))

    def equals(self) -> bool:
        """Take `=` or `:` if it stands here."""
        if not self.ended and self._line[self._at] in "=:":
            self._at += 1
            self._skip()
            return True
        return False

    def all(self) -> str:
        """Take everything that is left."""
        rest = self.rest
        self._at = len(self._line)
        return rest

    def mark(self) -> int:
        return self._at

    def back_to(self, mark: int) -> None:
        self._at = mark

    def _skip(self) -> None:
        while self._at < len(self._line) and self._line[self._at] in _SEPARATORS:
            self._at += 1


def _inside_word(rest: str, length: int) -> bool:
    """Whether a word that ends here would end within a longer Latin word or number."""
    if length >= len(rest):
        return False
    last, following = rest[length - 1], rest[length]
    if not (last.isascii() and last.isalnum()):
        return False
    return following.isascii() and (following.isalnum() or following == "_")


def _parts(name: str) -> set[str]:
    if name.isascii():
        return {word for word in re.split(r"[\s\-]+", name) if len(word) >= _SHORTEST_PART[False]}
    shortest = _SHORTEST_PART[True]
    return {
        name[start:end]
        for start in range(len(name))
        for end in range(start + shortest, len(name) + 1)
        if not name[start:end].isascii()
    }
