"""Where the events of matches are kept, and the store in memory.

A store keeps JSON and knows no rules. One append is one move's events: all of them
or none, after exactly the event that the writer believes to be the last. The
contract stands at `EventStore`; every implementation passes the same tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from negosim.engine.record import record
from negosim.play.chain import Entry, batch, read_line, start
from negosim.play.faults import StoreError, StoreFault
from negosim.wire.jsontext import JsonObject, compact, parse


class EventStore(Protocol):
    """Append-only logs by match id. What is handed in or out is never shared."""

    def create(self, match: str, header: JsonObject) -> None:
        """Begin a match. StoreError when it exists already."""
        ...

    def header(self, match: str) -> JsonObject:
        """The header given to `create`. StoreError for an unknown match."""
        ...

    def append(
        self, match: str, events: Sequence[JsonObject], *, after: int, message: str | None = None
    ) -> int:
        """Keep a move's events and return the number of the last one.

        Returning means it is safe: killed at any later moment, the store still has
        them. `after` is the number of the last event kept so far (0: none); StoreError
        when it is not. A `message` id that was used before changes nothing and
        returns what it returned the first time.
        """
        ...

    def read(self, match: str, after: int = 0) -> tuple[Entry, ...]:
        """The entries numbered `after` + 1 and up, in order. StoreError for an unknown match."""
        ...


@record(frozen=True, slots=True)
class Tip:
    """Where a log stands: the number and the digest of its last entry."""

    seq: int
    chain: str


def next_batch(
    tip: Tip, events: Sequence[JsonObject], *, after: int, message: str | None, where: str
) -> tuple[Entry, ...]:
    """The entries to keep after the tip; StoreError when they do not follow it."""
    if not events:
        raise StoreError(StoreFault.NO_EVENTS, where)
    if after != tip.seq:
        raise StoreError(StoreFault.WRONG_SEQ, where, expected=after, last=tip.seq)
    return batch(tip.chain, events, after=after, message=message)


class MemoryStore:
    """An `EventStore` that ends with the process."""

    def __init__(self) -> None:
        self._logs: dict[str, _Log] = {}

    def create(self, match: str, header: JsonObject) -> None:
        if match in self._logs:
            raise StoreError(StoreFault.MATCH_EXISTS, match)
        self._logs[match] = _Log(compact(header), start(header))

    def header(self, match: str) -> JsonObject:
        return cast(JsonObject, parse(self._log(match).header.encode("utf-8")))

    def append(
        self, match: str, events: Sequence[JsonObject], *, after: int, message: str | None = None
    ) -> int:
        log = self._log(match)
        if message is not None and message in log.applied:
            return log.applied[message]
        for entry in next_batch(log.tip, events, after=after, message=message, where=match):
            log.lines.append(entry.line())
            log.tip = Tip(entry.seq, entry.chain)
        if message is not None:
            log.applied[message] = log.tip.seq
        return log.tip.seq

    def read(self, match: str, after: int = 0) -> tuple[Entry, ...]:
        return tuple(read_line(line) for line in self._log(match).lines[after:])

    def _log(self, match: str) -> _Log:
        try:
            return self._logs[match]
        except KeyError:
            raise StoreError(StoreFault.NO_MATCH, match) from None


class _Log:
    """One match in memory, kept as text so that nothing in it can be changed from outside."""

    def __init__(self, header: str, chain: str) -> None:
        self.header = header
        self.tip = Tip(0, chain)
        self.lines: list[bytes] = []
        self.applied: dict[str, int] = {}
