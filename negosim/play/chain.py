"""The digest chain over a log: every entry's digest holds the one before it.

`chain_n = SHA-256(chain_{n-1} + canonical bytes of entry n)`, starting from the
header. An entry that was changed, swapped, doubled or taken out without reckoning
the rest anew breaks the chain at its own number. Who reckons the whole chain anew
is not found out: there is no secret in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from negosim.engine.record import record
from negosim.wire.errors import WireFault, wire_error
from negosim.wire.jsontext import JsonObject, canonical, compact, parse


@record(frozen=True, slots=True)
class Entry:
    """One event as it is kept. Numbers run from 1.

    `ends`: it is the last of its move's events, which count only together; then
    `message` may hold the id under which the move was sent.
    """

    seq: int
    event: JsonObject
    ends: bool
    message: str | None
    chain: str

    def body(self) -> JsonObject:
        """What the digest is taken over."""
        out: JsonObject = {"seq": self.seq, "event": self.event}
        if self.ends:
            out["end"] = True
        if self.message is not None:
            out["message"] = self.message
        return out

    def line(self) -> bytes:
        """The entry as every store keeps it: one line of JSON, its end not included."""
        return compact(self.body() | {"chain": self.chain}).encode("utf-8")


def read_line(line: bytes) -> Entry:
    """The entry a line holds; WireError for other bytes. Its digest is not looked at."""
    data = parse(line)
    if not isinstance(data, dict) or not _KEYS <= data.keys() <= _KEYS | {"end", "message"}:
        raise wire_error(WireFault.WRONG_TYPE, "is not an entry", allowed="seq, event, chain")
    seq, event, chain = data["seq"], data["event"], data["chain"]
    end, message = data.get("end"), data.get("message")
    if (
        isinstance(seq, bool)
        or not isinstance(seq, int)
        or not isinstance(event, dict)
        or not isinstance(chain, str)
        or end not in (None, True)
        or not (message is None or isinstance(message, str))
    ):
        raise wire_error(WireFault.WRONG_TYPE, "is not an entry", allowed="seq, event, chain")
    return Entry(seq, event, end is True, message, chain)


_KEYS = {"seq", "event", "chain"}


def start(header: JsonObject) -> str:
    """The digest of a header, hex; its own field `chain` does not count."""
    body = {key: value for key, value in header.items() if key != "chain"}
    return sha256(canonical(body)).hexdigest()


def link(previous: str, body: JsonObject) -> str:
    """The digest after an entry, hex."""
    return sha256(previous.encode("ascii") + canonical(body)).hexdigest()


def batch(
    previous: str, events: Sequence[JsonObject], *, after: int, message: str | None
) -> tuple[Entry, ...]:
    """The entries for the events of one move, numbered from `after` + 1."""
    out = []
    last = len(events) - 1
    for place, event in enumerate(events):
        ends = place == last
        loose = Entry(after + 1 + place, event, ends, message if ends else None, "")
        previous = link(previous, loose.body())
        out.append(Entry(loose.seq, event, ends, loose.message, previous))
    return tuple(out)


def first_break(previous: str, entries: Iterable[Entry], *, after: int = 0) -> int | None:
    """The number at which the entries stop being as written, None when all are."""
    for seq, entry in enumerate(entries, after + 1):
        if entry.seq != seq or entry.chain != link(previous, entry.body()):
            return seq
        previous = entry.chain
    return None
