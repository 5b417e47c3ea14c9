"""What goes to stdout and what to stderr: JSON documents, sentences, progress."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from io import TextIOWrapper

from negosim.engine.errors import NegosimError

ENGLISH, CHINESE = "en", "zh"


def language_of_system(environment: Mapping[str, str] | None = None) -> str:
    """`zh` where the locale is Chinese, else `en`."""
    known = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = known.get(name, "")
        if value:
            return CHINESE if value.lower().startswith("zh") else ENGLISH
    return ENGLISH


def forgive_streams() -> None:
    """Let what a poor encoding cannot say become `?`: it must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def emit(document: object) -> None:
    """One JSON document on stdout. NaN and infinities are refused, not written."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(document, indent=2, allow_nan=False)
    print(text)


def complain(*sentences: str) -> None:
    """Sentences for a person, on stderr."""
    for sentence in sentences:
        print(sentence, file=sys.stderr)


def sentences_of(error: NegosimError, lang: str) -> Iterable[str]:
    """What an error says in the language asked for, one sentence or one a problem."""
    problems = getattr(error, "problems", None)
    if problems:
        return [problem.sentence(lang) for problem in problems]
    sentence = getattr(error, "sentence", None)
    return [sentence(lang) if callable(sentence) else str(error)]
