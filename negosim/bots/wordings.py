"""The lines of one voice, and which of them comes next: no sentence twice in one game.

What has been said is read off the words themselves, so a bot that takes a match up from
its log goes on as one that never left. Lines lie in `assets/messages/speech-*.toml` by
style, with those of the style's people; `speech.*.toml` is the plain voice, which serves
the vendor's policies and whatever a style has no line for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from string import Formatter
from zlib import crc32

from negosim.bots.character import Character, Style
from negosim.language.catalogue import Catalogue, MissingMessage, catalogue
from negosim.language.typography import capital

MARK = "\0"
"""The text of a slot that prints nothing and only says which lines fit."""
TELLING = {"en": 6, "zh": 3}
"""Letters outside its slots by which a line is known again with other things in them."""
_ENDS = " .!?…。！？：；”’」』"
"""What stands before a sentence that does not begin a saying."""


class Wordings:
    """`person`: the key of the table with the lines of style and situation."""

    __slots__ = ("_lang", "_plain", "_seed", "_style", "person")

    def __init__(self, character: Character, lang: str, seed: int) -> None:
        self._lang = lang
        self._seed = seed
        self._plain = catalogue("speech", lang)
        self._style = style_lines(character.style, lang)
        self.person = f"people.{character.style.value}-{character.situation.value}"

    def own(self, keys: Sequence[str], slots: Mapping[str, str], said: Sequence[str]) -> str:
        """A line that uses every slot, so that words never leave out a part of the move.

        Of what has not been said the first key's lines come first; where all has been, the
        line said longest ago. Empty where no line fits.
        """
        lines = [line for key in keys for line in self._fitting(key, slots, whole=True)]
        if not lines:
            return ""
        chosen = min(lines, key=lambda line: self._last_said(line, slots, said))
        return _filled(chosen, slots)

    def fresh(
        self, key: str, slots: Mapping[str, str], said: Sequence[str], *, short: bool = False
    ) -> str:
        """A line that has not been said, whose slots are all known; empty when none is left.

        `short`: the shortest of them.
        """
        lines = self._fitting(key, slots, whole=False)
        if short:
            lines.sort(key=len)
        never = (-1, -1)
        for unsaid in (
            lambda line: self._last_said(line, slots, said) == never,
            lambda line: self._last_said(line, slots, said)[1] == -1,
        ):
            line = next(filter(unsaid, lines), None)
            if line is not None:
                return _filled(line, slots)
        return ""

    def said_any(self, key: str, said: Sequence[str]) -> bool:
        """Whether any line of a key has been said, whatever stood in its slots."""
        return any(last_said(self._trace(line), said) >= 0 for line in self._lines(key))

    def _lines(self, key: str) -> tuple[str, ...]:
        for source in (self._style, self._plain):
            if source is not None and key in source:
                return source.variants(key)
        return ()

    def _fitting(self, key: str, slots: Mapping[str, str], *, whole: bool) -> list[str]:
        """The lines that fit, in the style's voice where it has any, from a seeded start."""
        for source in (self._style, self._plain):
            if source is None or key not in source:
                continue
            lines = [line for line in source.variants(key) if _fits(line, slots, whole=whole)]
            if lines:
                start = crc32(f"{self._seed} {self.person} {key}".encode()) % len(lines)
                return lines[start:] + lines[:start]
        return []

    def _last_said(
        self, line: str, slots: Mapping[str, str], said: Sequence[str]
    ) -> tuple[int, int]:
        """When a line was said last with any slots, and with these; -1 for never."""
        return (
            last_said(self._trace(line), said),
            last_said((_filled(line, slots),), said),
        )

    def _trace(self, line: str) -> tuple[str, ...]:
        return fixed_parts(line, TELLING[self._lang])


def style_lines(style: Style, lang: str) -> Catalogue | None:
    """The lines of a style; None for the plain one and where no file is there."""
    if style is Style.PLAIN:
        return None
    try:
        return catalogue(f"speech-{style.value}", lang)
    except MissingMessage:
        return None


def last_said(parts: tuple[str, ...], said: Sequence[str]) -> int:
    """The last saying that holds the parts of a line in their order; -1 for none.

    The first part begins a sentence, unless it is empty. Without parts nothing is found.
    """
    if not parts:
        return -1
    for place in range(len(said) - 1, -1, -1):
        if _holds(said[place], parts):
            return place
    return -1


@lru_cache(maxsize=4096)
def fixed_parts(line: str, telling: int) -> tuple[str, ...]:
    """What of a line stands whatever its slots hold, first an empty part where it begins with
    a slot; nothing where that is too little to tell the line by."""
    parsed = list(Formatter().parse(line))
    # A slot that prints nothing, such as {first}, opens a line that begins behind it.
    while parsed and parsed[0][0] == "" and _is_mark(parsed[0][1]):
        parsed.pop(0)
    parts = [text for text, _, _, _ in parsed]
    if parts:
        parts[0] = capital(parts[0])
    kept = tuple(part for place, part in enumerate(parts) if part or place == 0)
    letters = sum(character.isalnum() for character in chain.from_iterable(kept))
    return kept if letters >= telling else ()


@lru_cache(maxsize=4096)
def slots_of(line: str) -> frozenset[str]:
    """The names of a line's slots."""
    return frozenset(name for _, name, _, _ in Formatter().parse(line) if name is not None)


def _holds(saying: str, parts: Iterable[str]) -> bool:
    at = 0
    for number, part in enumerate(parts):
        at = saying.find(part, at)
        while number == 0 and part and at > 0 and saying[at - 1] not in _ENDS:
            at = saying.find(part, at + 1)
        if at < 0:
            return False
        at += len(part)
    return True


def _is_mark(slot: str | None) -> bool:
    return slot in ("first", "second") or (slot or "").startswith("strength")


def _fits(line: str, slots: Mapping[str, str], *, whole: bool) -> bool:
    used = slots_of(line)
    return used == slots.keys() if whole else used <= slots.keys()


def _filled(line: str, slots: Mapping[str, str]) -> str:
    return capital(line.format_map({name: text.strip(MARK) for name, text in slots.items()}))
