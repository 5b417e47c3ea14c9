"""Reads the other side's lines aloud, where the system has a voice; nothing where it has none.

A program of the system does the speaking, so that no voice has to be shipped. It is
started and left to itself: a line never waits for the one before it to end, it ends it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import lru_cache

from negosim.engine.record import record

MOST_SPOKEN = 400
"""Characters of one line that are read; more is a paste, not speech."""
_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; "
    "$v = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "try { $v.SelectVoiceByHints(0, 0, 0, [Globalization.CultureInfo]::new($args[0])) } catch {}; "
    "$v.Speak([Console]::In.ReadToEnd())"
)


@record(frozen=True, slots=True)
class Program:
    """A speaking program: its command for a language; the line comes on its standard input."""

    path: str
    arguments: Callable[[str], tuple[str, ...]]

    def command(self, lang: str) -> list[str]:
        return [self.path, *self.arguments(lang)]


@lru_cache(maxsize=1)
def program() -> Program | None:
    """The first speaking program that is there; None where the system has no voice."""
    for name, arguments in _KNOWN:
        path = shutil.which(name)
        if path is not None:
            return Program(path, arguments)
    return None


class Voice:
    """One speaker; a new line ends the one that is being read."""

    def __init__(self, found: Program | None = None) -> None:
        """`found` None: whatever the system has."""
        self._program = found or program()
        self._speaking: subprocess.Popen[bytes] | None = None

    @property
    def is_there(self) -> bool:
        return self._program is not None

    def say(self, text: str, lang: str) -> None:
        """Begin to read a line. A voice that breaks down is silent from then on."""
        self.hush()
        if self._program is None or not text:
            return
        try:
            self._speaking = subprocess.Popen(
                self._program.command(lang),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            assert self._speaking.stdin is not None, "a pipe was asked for"
            self._speaking.stdin.write(text[:MOST_SPOKEN].encode("utf-8"))
            self._speaking.stdin.close()
        except OSError:
            self.hush()
            self._program = None

    def hush(self) -> None:
        """Stop reading."""
        speaking, self._speaking = self._speaking, None
        if speaking is None:
            return
        if speaking.poll() is None:
            speaking.terminate()
        speaking.wait()


def _espeak(lang: str) -> tuple[str, ...]:
    return ("-v", "cmn" if lang == "zh" else "en", "--stdin")


def _spd(lang: str) -> tuple[str, ...]:
    return ("--pipe-mode", "--wait", "-l", lang)


def _say(lang: str) -> tuple[str, ...]:
    return ("-v", "Tingting" if lang == "zh" else "Samantha")


def _powershell(lang: str) -> tuple[str, ...]:
    culture = "zh-CN" if lang == "zh" else "en-US"
    return ("-NoProfile", "-Command", f"& {{ {_WINDOWS} }} {culture}")


_KNOWN: tuple[tuple[str, Callable[[str], tuple[str, ...]]], ...] = (
    (("powershell", _powershell),)
    if sys.platform == "win32"
    else (("say", _say),)
    if sys.platform == "darwin"
    else (("espeak-ng", _espeak), ("espeak", _espeak), ("spd-say", _spd))
)
