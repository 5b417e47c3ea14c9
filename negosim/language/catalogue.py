"""Message catalogues: everything a person reads, by key, in each language.

One TOML file a subject and language lies in `assets/messages`. Tables nest into
dotted keys, a list holds variants of one message, `{name}` is a slot. No sentence
is put together here and no rule is known here; this is the only file of the
language package that reads from disk.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from string import Formatter
from types import MappingProxyType

from negosim.engine.errors import NegosimError
from negosim.engine.record import record
from negosim.resources import folder

LANGUAGES = ("zh", "en")


class MissingMessage(NegosimError):
    """A catalogue lacks a key or a message lacks a slot: a fault of negosim, not of its user."""


@record(frozen=True, slots=True)
class Catalogue:
    """The messages of one subject in one language.

    `entries` maps a dotted key to one or more variants; iteration and `in` are over keys.
    """

    name: str
    lang: str
    entries: Mapping[str, tuple[str, ...]]

    def __contains__(self, key: object) -> bool:
        return key in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def text(self, key: str, **slots: object) -> str:
        """The first variant of a message with its slots filled; MissingMessage without one."""
        return self._fill(key, self.variants(key)[0], slots)

    def variant(self, key: str, number: int, **slots: object) -> str:
        """A variant chosen by any whole number (taken modulo how many there are)."""
        variants = self.variants(key)
        return self._fill(key, variants[number % len(variants)], slots)

    def variants(self, key: str) -> tuple[str, ...]:
        """The unfilled wordings of a message, at least one."""
        try:
            return self.entries[key]
        except KeyError:
            raise MissingMessage(f"{self.name}.{self.lang}: no message {key!r}") from None

    def under(self, table: str) -> tuple[str, ...]:
        """The keys of one table, without its name, in file order."""
        start = table + "."
        return tuple(key.removeprefix(start) for key in self.entries if key.startswith(start))

    def slots(self, key: str) -> frozenset[str]:
        """The names of all slots that the variants of a message have."""
        return frozenset(
            field
            for variant in self.variants(key)
            for _, field, _, _ in Formatter().parse(variant)
            if field is not None
        )

    def _fill(self, key: str, template: str, slots: Mapping[str, object]) -> str:
        try:
            return template.format_map(slots)
        except KeyError as missing:
            raise MissingMessage(
                f"{self.name}.{self.lang}: {key!r} needs {missing.args[0]!r}"
            ) from None


@lru_cache(maxsize=64)
def catalogue(name: str, lang: str) -> Catalogue:
    """The catalogue `assets/messages/<name>.<lang>.toml`, read once a process.

    MissingMessage when there is no such file.
    """
    path = folder("assets") / "messages" / f"{name}.{lang}.toml"
    try:
        with path.open("rb") as file:
            tree = tomllib.load(file)
    except FileNotFoundError:
        raise MissingMessage(f"no message catalogue {path.name}") from None
    return Catalogue(name, lang, MappingProxyType(dict(_flat(tree, ""))))


def _flat(table: Mapping[str, object], start: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{start}{key}.")
        elif isinstance(value, list):
            yield start + key, tuple(str(item).strip("\n") for item in value)
        else:
            yield start + key, (str(value).strip("\n"),)
