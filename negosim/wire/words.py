"""Which characters may travel: the check on strings read, the cleaning of strings sent.

Everything written passes through `clean`, so whatever was written can be read
again; a text typed at this machine never makes a log that will not open.
"""

from __future__ import annotations

import re

MOST_WORDS = 2000
"""Characters of one sentence, name or note."""
MOST_TEXT = 1 << 20
"""Characters of a scenario's text: its file is at most 1 MiB (scenario-format.md)."""

# Control characters, line and paragraph separators, marks that turn or isolate the
# direction of text, halves of surrogate pairs (not encodable), non-characters.
# Joiners stay: emoji and several scripts need them.
_STRANGE = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
)
_IN_WORDS = re.compile(f"[{_STRANGE}]")
_IN_TEXT = re.compile(f"(?!\n)[{_STRANGE}]")
_BLANKS = frozenset("\t\n\v\f\r\u2028\u2029")


def strange_in_words(text: str) -> str | None:
    """The first character that may not stand in a sentence, None when all may."""
    if text.isprintable():
        return None
    found = _IN_WORDS.search(text)
    return found.group() if found else None


def strange_in_text(text: str) -> str | None:
    """The same for a scenario's text, where a line may end."""
    found = _IN_TEXT.search(text)
    return found.group() if found else None


def clean_words(text: str) -> str:
    """The sentence fit to be read: line ends become spaces, other strangers U+FFFD, cut."""
    if len(text) > MOST_WORDS:
        text = text[: MOST_WORDS - 1] + "…"
    if text.isprintable():
        return text
    return _IN_WORDS.sub(_instead, text)


def clean_text(text: str) -> str:
    """A scenario's text fit to be read; line ends stay."""
    return _IN_TEXT.sub(_instead, text[:MOST_TEXT])


def _instead(found: re.Match[str]) -> str:
    return " " if found.group() in _BLANKS else "\ufffd"
