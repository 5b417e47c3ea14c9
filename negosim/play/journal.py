"""What a table writes into: its events as JSON at the end of a match in a store."""

from __future__ import annotations

from collections.abc import Mapping

from negosim.engine.events import Event
from negosim.engine.scenario import Scenario
from negosim.play.faults import StoreError, StoreFault
from negosim.play.header import Origin, Sitter, header_of
from negosim.play.store import EventStore
from negosim.play.verify import MatchLog, log_of
from negosim.wire.codec import Codec


class StoreJournal:
    """Writes one match; each `append` is one move, all of it or nothing."""

    def __init__(self, store: EventStore, match: str, codec: Codec, *, written: int = 0) -> None:
        """`written`: the number of the last event that is in the store already."""
        self._store = store
        self._match = match
        self._codec = codec
        self._written = written

    def append(self, events: tuple[Event, ...]) -> None:
        """Returns when the events are safe; StoreError when they cannot be."""
        self._written = self._store.append(
            self._match, [self._codec.event_to_json(event) for event in events], after=self._written
        )


def begin(
    store: EventStore,
    scenario: Scenario,
    *,
    match: str,
    players: Mapping[str, Sitter],
    seed: int | None = None,
    created: str | None = None,
    origin: Origin | None = None,
) -> StoreJournal:
    """The journal of a new match; StoreError when the store has one of that id."""
    header = header_of(
        scenario, match=match, players=players, seed=seed, created=created, origin=origin
    )
    store.create(match, header)
    return StoreJournal(store, match, Codec(scenario.issues, scenario.benefits))


def go_on(store: EventStore, match: str) -> tuple[MatchLog, StoreJournal]:
    """A match to take up again: what has happened, and the journal for what comes.

    StoreError when it is over its head: altered, or not playable by these rules.
    """
    log = log_of(store, match)
    if log.problem is not None:
        raise StoreError(StoreFault.DAMAGED, match, detail=log.problem.sentence)
    codec = Codec(log.scenario.issues, log.scenario.benefits)
    return log, StoreJournal(store, match, codec, written=len(log.events))
