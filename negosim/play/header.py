"""The header of a log: the whole scenario, its digest, who sat where, which versions.

A log needs nothing else to be read again; what was dealt by chance or set by the
instructor stands in the scenario as it was played. Events are not known here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TypeGuard, cast

from negosim.catalog.canonical import canonical, digest
from negosim.catalog.door import from_mapping
from negosim.catalog.problems import ScenarioError
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.play.chain import start
from negosim.play.faults import StoreError, StoreFault
from negosim.wire.jsontext import Json, JsonObject
from negosim.wire.lift import LIFTS, WIRE_VERSION
from negosim.wire.words import MOST_WORDS, clean_words, strange_in_words

LOG_FORMAT = 1
RULES_VERSION = 1
"""Of the rules that judged; rulings are events, so it tells readers, and changes nothing."""


@record(frozen=True, slots=True)
class Sitter:
    """Who sits at a seat: the name shown (a team's, a person's), and a bot's id or None."""

    name: str
    bot: str | None = None


@record(frozen=True, slots=True)
class Origin:
    """The match that another was played on from, and how many moves had been made at its table."""

    match: str
    move: int


@record(frozen=True, slots=True)
class Header:
    """What a log says of its match. `players` are pairs of seat and sitter, in seat order.

    `created` is the date the front end gave (ISO 8601), None where replays must be equal.
    `origin` is None for a match played from its beginning.
    """

    match: str
    players: tuple[tuple[str, Sitter], ...]
    digest: str
    seed: int | None = None
    created: str | None = None
    rules: int = RULES_VERSION
    wire: int = WIRE_VERSION
    origin: Origin | None = None

    def sitter(self, seat: str) -> Sitter | None:
        return dict(self.players).get(seat)


def header_of(
    scenario: Scenario,
    *,
    match: str,
    players: Mapping[str, Sitter],
    seed: int | None = None,
    created: str | None = None,
    origin: Origin | None = None,
) -> JsonObject:
    """The header of a new log as JSON, its own digest included.

    `scenario` is the one that is played: drawn orders and set bands are in it. The field
    `from` is there only where there is an origin.
    """
    out: JsonObject = {
        "negolog": LOG_FORMAT,
        "rules": RULES_VERSION,
        "wire": WIRE_VERSION,
        "match": clean_words(match),
        "players": {
            clean_words(seat): {"name": clean_words(sitter.name), "bot": sitter.bot}
            for seat, sitter in players.items()
        },
        "seed": seed,
        "created": created,
        "digest": digest(scenario),
        "scenario": canonical(scenario),
    }
    if origin is not None:
        out["from"] = {"match": clean_words(origin.match), "move": origin.move}
    out["chain"] = start(out)
    return out


def read_header(data: Json, where: str) -> Header:
    """The header that JSON stands for; StoreError where it is none this negosim can read."""
    if not isinstance(data, dict) or not _whole(data.get("negolog")):
        raise StoreError(StoreFault.NOT_A_LOG, where)
    for part, known in _READABLE.items():
        version = data.get(part)
        if not _whole(version):
            raise StoreError(StoreFault.NOT_A_LOG, where)
        if version not in known:
            listed = ", ".join(map(str, sorted(known)))
            raise StoreError(
                StoreFault.WRONG_VERSION, where, part=part, found=version, known=listed
            )
    header = _header(cast(JsonObject, data))
    if header is None:
        raise StoreError(StoreFault.NOT_A_LOG, where)
    return header


def _header(data: JsonObject) -> Header | None:
    if data.keys() - {"from"} != _KEYS or not isinstance(data["scenario"], dict):
        return None
    origin = _origin(data["from"]) if "from" in data else None
    if "from" in data and origin is None:
        return None
    match, stated, seed, created = (data[key] for key in ("match", "digest", "seed", "created"))
    players = _players(data["players"])
    sound = (
        players is not None
        and _words(match)
        and _words(stated)
        and (seed is None or _whole(seed))
        and (created is None or _words(created))
    )
    if players is None or not sound:
        return None
    return Header(match, players, stated, seed, created, data["rules"], data["wire"], origin)


_READABLE: Mapping[str, Collection[int]] = MappingProxyType(
    {"negolog": (LOG_FORMAT,), "rules": (RULES_VERSION,), "wire": tuple(LIFTS)}
)
"""The versions of each part of a log that this negosim can read."""
_KEYS = {
    *("negolog", "rules", "wire", "match", "players", "seed", "created"),
    *("digest", "scenario", "chain"),
}


def scenario_in(data: JsonObject, where: str) -> Scenario:
    """The scenario that a header holds; StoreError when it does not load any more."""
    try:
        return from_mapping(data["scenario"])
    except ScenarioError as error:
        raise StoreError(
            StoreFault.BAD_SCENARIO, where, detail=error.problems[0].message_in
        ) from error


def _players(data: object) -> tuple[tuple[str, Sitter], ...] | None:
    if not isinstance(data, dict):
        return None
    out = []
    for seat, each in data.items():
        if not _words(seat) or not isinstance(each, dict) or each.keys() != {"name", "bot"}:
            return None
        name, bot = each["name"], each["bot"]
        if not _words(name) or not (bot is None or _words(bot)):
            return None
        out.append((seat, Sitter(name, bot)))
    return tuple(out)


def _origin(data: object) -> Origin | None:
    if not isinstance(data, dict) or data.keys() != {"match", "move"}:
        return None
    match, move = data["match"], data["move"]
    return Origin(match, move) if _words(match) and _whole(move) and move >= 0 else None


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _words(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and len(value) <= MOST_WORDS and strange_in_words(value) is None
