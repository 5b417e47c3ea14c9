"""The store for many matches in one file: SQLite, committed before it returns.

WAL with synchronous FULL: what `append` has returned is on the disk, and a process
killed at any moment leaves whole moves only. Several processes may open one file;
one connection belongs to one thread.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from negosim.play.chain import Entry, read_line, start
from negosim.play.faults import StoreError, StoreFault
from negosim.play.store import Tip, next_batch
from negosim.wire.errors import WireError
from negosim.wire.jsontext import JsonObject, compact, parse

SCHEMA_VERSION = 1
PATIENCE_S = 5.0
"""How long to wait for another process that is writing."""

_SCHEMA = """
CREATE TABLE matches (
    match TEXT PRIMARY KEY,
    header BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE entries (
    match TEXT NOT NULL REFERENCES matches,
    seq INTEGER NOT NULL,
    message TEXT,
    chain TEXT NOT NULL,
    line BLOB NOT NULL,
    PRIMARY KEY (match, seq),
    UNIQUE (match, message)
) WITHOUT ROWID;
"""


class SqliteStore:
    """An `EventStore` in an SQLite file, which is made where there is none."""

    def __init__(self, path: str | Path) -> None:
        """StoreError when the file cannot be opened or is something else."""
        self._where = str(path)
        with self._faults(StoreFault.CANNOT_READ):
            # No implicit transactions: each one is begun and ended below.
            self._db = sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None)
        try:
            with self._faults(StoreFault.CANNOT_READ):
                self._prepare()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def matches(self) -> tuple[str, ...]:
        """The ids of all matches, sorted."""
        with self._faults(StoreFault.CANNOT_READ):
            rows = self._db.execute("SELECT match FROM matches ORDER BY match").fetchall()
        return tuple(match for (match,) in rows)

    def durability(self) -> tuple[str, str]:
        """SQLite's own words for its journal and for how far it waits for the disk."""
        (journal,) = self._row("PRAGMA journal_mode") or ("",)
        (level,) = self._row("PRAGMA synchronous") or (0,)
        return str(journal), ("off", "normal", "full", "extra")[level]

    def create(self, match: str, header: JsonObject) -> None:
        text = compact(header).encode("utf-8")
        with self._writing():
            if self._row("SELECT 1 FROM matches WHERE match = ?", match) is not None:
                raise StoreError(StoreFault.MATCH_EXISTS, match)
            self._db.execute("INSERT INTO matches VALUES (?, ?)", (match, text))

    def header(self, match: str) -> JsonObject:
        with self._faults(StoreFault.CANNOT_READ):
            return self._header(match)

    def append(
        self, match: str, events: Sequence[JsonObject], *, after: int, message: str | None = None
    ) -> int:
        with self._writing():
            done = self._row(
                "SELECT seq FROM entries WHERE match = ? AND message = ?", match, message
            )
            if done is not None:
                return cast(int, done[0])
            entries = next_batch(
                self._tip(match), events, after=after, message=message, where=match
            )
            self._db.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
                [(match, entry.seq, entry.message, entry.chain, entry.line()) for entry in entries],
            )
        return entries[-1].seq

    def read(self, match: str, after: int = 0) -> tuple[Entry, ...]:
        with self._faults(StoreFault.CANNOT_READ):
            self._header(match)
            rows = self._db.execute(
                "SELECT CAST(line AS BLOB) FROM entries WHERE match = ? AND seq > ? ORDER BY seq",
                (match, after),
            ).fetchall()
        try:
            return tuple(read_line(line) for (line,) in rows)
        except WireError as error:
            raise StoreError(StoreFault.DAMAGED, match, detail=str(error)) from error

    # -- inside ------------------------------------------------------------------

    def _prepare(self) -> None:
        # Another program's database is left as it is, its journal mode included.
        new = self._is_new()
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        if not new:
            return
        with self._writing():
            if self._is_new():  # nobody else has made the tables meanwhile
                for statement in _SCHEMA.strip().split(";\n"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    def _is_new(self) -> bool:
        """Whether the file is still empty; StoreError when it is another program's."""
        version = self._row("PRAGMA user_version")
        if version == (0,) and self._row("SELECT 1 FROM sqlite_master") is None:
            return True
        if (
            version != (SCHEMA_VERSION,)
            or self._row("SELECT 1 FROM sqlite_master WHERE name = 'entries'") is None
        ):
            raise StoreError(StoreFault.NOT_A_LOG, self._where)
        return False

    def _header(self, match: str) -> JsonObject:
        row = self._row("SELECT CAST(header AS BLOB) FROM matches WHERE match = ?", match)
        if row is None:
            raise StoreError(StoreFault.NO_MATCH, match)
        try:
            return cast(JsonObject, parse(row[0]))
        except WireError as error:
            raise StoreError(StoreFault.DAMAGED, match, detail=str(error)) from error

    def _tip(self, match: str) -> Tip:
        row = self._row(
            "SELECT seq, chain FROM entries WHERE match = ? ORDER BY seq DESC LIMIT 1", match
        )
        return Tip(0, start(self._header(match))) if row is None else Tip(*row)

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        return cast(tuple[Any, ...] | None, self._db.execute(query, values).fetchone())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it is kept or none."""
        with self._faults(StoreFault.CANNOT_WRITE):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _faults(self, fault: StoreFault) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(fault, self._where, detail=str(error)) from error
