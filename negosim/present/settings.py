"""What a player has set, and the small file it is kept in.

Nobody's settings are ever lost for a bad file: what cannot be read is put aside and told
about, and the game begins with what can. Nothing is drawn here.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_config_path

from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import LANGUAGES, catalogue

LEAST_ZOOM, MOST_ZOOM = 1.0, 2.0
MOST_BYTES = 1 << 16
"""A longer file is none of ours."""

Word = TypeVar("Word", bound=StrEnum)


def own_file() -> Path:
    """The user's own file of settings, absolute; it need not exist."""
    return user_config_path("negosim", appauthor=False) / "settings.json"


class Settings:
    """The values as they stand, as attributes; `change` alone alters them.

    `zoom` is 1.0 to 2.0; `calm`: nothing moves that need not; `private`: own marks begin
    hidden; `voice`: what is said is also read aloud; `clock` and `level` are those of new
    games, None for the usual ones.
    """

    lang: str
    zoom: float
    calm: bool
    sound: bool
    private: bool
    voice: bool
    clock: ClockKind | None
    level: Level | None

    def __init__(self, path: Path | None = None, *, lang: str = "en") -> None:
        """The values of the file, and the usual ones where it says nothing.

        `path` None: nothing is read and nothing kept. `lang` holds until one is chosen.
        Never raises for what the file is; `note` tells of it.
        """
        self._path = path
        self._note: tuple[str, str] | None = None
        self._set(_usual(lang))
        if path is not None:
            self._read(path)

    @classmethod
    def of_user(cls, *, system: str) -> Settings:
        """The user's own, from `own_file`; `system` is the language until one is chosen."""
        return cls(own_file(), lang=system)

    def change(self, **values: object) -> None:
        """Set values by name and keep them all, whole or not at all, in the file.

        ValueError for a value that the setting cannot have, TypeError for a setting that
        there is not; then nothing has changed. A file that cannot be written leaves the
        values as they are set, and `note` tells of it.
        """
        for name in values:
            if name not in _READERS:
                raise TypeError(f"no setting {name!r}")
        self._set({name: _READERS[name](value) for name, value in values.items()})
        if self._path is not None:
            self._write(self._path)

    def note(self, lang: str) -> str:
        """What the player should know of the file, empty when all is well. Told once."""
        if self._note is None:
            return ""
        (key, detail), self._note = self._note, None
        return catalogue("solo", lang).text(f"settings.{key}", detail=detail)

    # -- inside ------------------------------------------------------------------------

    def _set(self, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            setattr(self, name, value)

    def _read(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return
        except OSError as error:
            self._note = ("unreadable", _why(error))
            return
        found = _mapping(data)
        sound = found is not None
        for name, value in (found or {}).items():
            if name in _READERS:
                try:
                    self._set({name: _READERS[name](value)})
                except ValueError:
                    sound = False
        if sound:
            return
        aside = _put_aside(path, data)
        if aside is None:
            self._note = ("unreadable", path.name)
            return
        self._write(path)
        self._note = self._note or ("broken", aside)

    def _write(self, path: Path) -> None:
        values = {name: getattr(self, name) for name in _READERS}
        text = json.dumps(values, ensure_ascii=False, indent=2) + "\n"
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(new, path)
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            self._note = ("unwritable", _why(error))


def _usual(lang: str) -> dict[str, object]:
    return {
        "lang": _language(lang),
        "zoom": LEAST_ZOOM,
        "calm": False,
        "sound": True,
        "private": False,
        "voice": False,
        "clock": None,
        "level": None,
    }


def _mapping(data: bytes) -> dict[str, Any] | None:
    """The settings of a file; None where it is none."""
    if len(data) > MOST_BYTES:
        return None
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _put_aside(path: Path, data: bytes) -> str | None:
    """Keep what a bad file holds under a name of its own; that name, None where it cannot be."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.stem}-broken-{number}{path.suffix}")
        try:
            with aside.open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        except OSError:
            return None
        return aside.name
    return None


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


# -- what each setting may be; ValueError for anything else ---------------------------


def _language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError(f"languages are {', '.join(LANGUAGES)}")
    return str(value)


def _zoom(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError("zoom is a number")
    if not LEAST_ZOOM <= value <= MOST_ZOOM:
        raise ValueError(f"zoom lies between {LEAST_ZOOM} and {MOST_ZOOM}")
    return float(value)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("a switch is on or off")
    return value


def _word(kind: type[Word], value: object) -> Word | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"{kind.__name__} is a word")
    return kind(value)


_READERS: Mapping[str, Callable[[object], object]] = {
    "lang": _language,
    "zoom": _zoom,
    "calm": _switch,
    "sound": _switch,
    "private": _switch,
    "voice": _switch,
    "clock": lambda value: _word(ClockKind, value),
    "level": lambda value: _word(Level, value),
}
