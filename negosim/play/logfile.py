"""The `.negolog`: one match as lines of JSON, first its header, then its events.

A `FileStore` writes one, `lines_of` takes one apart. A move's events are written and
synced together; the last one says so. A process killed in between leaves a tail that
does not count: `FileStore` cuts it off when the match goes on, readers name it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from negosim.engine.record import record
from negosim.play.chain import Entry, first_break, read_line, start
from negosim.play.faults import Finding, LogProblem, StoreError, StoreFault
from negosim.play.filelock import lock
from negosim.play.header import read_header
from negosim.play.store import Tip, next_batch
from negosim.wire.errors import WireError
from negosim.wire.jsontext import JsonObject, compact, parse

MOST_BYTES = 64 << 20
"""A longer file is no log of a match: a long one has some hundred kB."""
_BEGINNING = b'{"negolog":'


@record(frozen=True, slots=True)
class LogLines:
    """A log file taken apart. `entries` are those of whole moves before the first problem.

    `whole`: how many bytes of the file they and the header take.
    """

    header: JsonObject
    entries: tuple[Entry, ...]
    problem: LogProblem | None
    whole: int


def read_file(path: str | Path) -> bytes:
    """The bytes of a log; StoreError when there is no such file or it is too large."""
    where = str(path)
    try:
        with open(path, "rb") as file:
            return _bounded(file, where)
    except FileNotFoundError:
        raise StoreError(StoreFault.NO_FILE, where) from None
    except OSError as error:
        raise _failed(StoreFault.CANNOT_READ, where, error) from error


def _bounded(file: BinaryIO | FileIO, where: str) -> bytes:
    """The whole file; StoreError when it is too large, and then little of it was read."""
    pieces: list[bytes] = []
    left = MOST_BYTES + 1
    try:
        while left and (piece := file.read(min(left, 1 << 20))):
            pieces.append(piece)
            left -= len(piece)
    except OSError as error:
        raise _failed(StoreFault.CANNOT_READ, where, error) from error
    if not left:
        raise StoreError(StoreFault.TOO_LARGE, where, most=MOST_BYTES >> 20)
    return b"".join(pieces)


def _failed(fault: StoreFault, where: str, error: OSError) -> StoreError:
    return StoreError(fault, where, detail=error.strerror or type(error).__name__)


def lines_of(data: bytes, where: str) -> LogLines:
    """Header and entries as far as digests and numbers hold.

    StoreError when not even the header is one. The header's fields are not looked at.
    """
    first, end, rest = data.partition(b"\n")
    if not first.startswith(_BEGINNING):
        raise StoreError(StoreFault.NOT_A_LOG, where)
    if not end:
        raise StoreError(StoreFault.HEADER_CUT, where)
    try:
        header = cast(JsonObject, parse(first))
    except WireError as error:
        raise StoreError(StoreFault.NOT_A_LOG, where) from error
    whole = len(first) + 1
    chain = start(header)
    if header.get("chain") != chain:
        return LogLines(header, (), LogProblem(Finding.HEADER_ALTERED, 0), whole)
    *lines, tail = rest.split(b"\n")
    entries: list[Entry] = []
    move: list[Entry] = []
    move_bytes = 0
    for seq, line in enumerate(lines, 1):
        try:
            entry = read_line(line)
        except WireError as error:
            problem = LogProblem(Finding.EVENT_ALTERED, seq, str(error))
            return LogLines(header, tuple(entries), problem, whole)
        if first_break(chain, (entry,), after=seq - 1) is not None:
            problem = LogProblem(Finding.EVENT_ALTERED, seq)
            return LogLines(header, tuple(entries), problem, whole)
        chain = entry.chain
        move.append(entry)
        move_bytes += len(line) + 1
        if entry.ends:
            entries += move
            whole += move_bytes
            move, move_bytes = [], 0
    cut = LogProblem(Finding.CUT, len(entries) + 1) if move or tail else None
    return LogLines(header, tuple(entries), cut, whole)


def is_begun(path: str | Path) -> bool:
    """Whether a match has begun in the file: there is a whole header to go on from."""
    try:
        data = read_file(path)
    except StoreError:
        return False
    return data.startswith(_BEGINNING) and b"\n" in data


class FileStore:
    """An `EventStore` for the one match of a `.negolog`; the only writer while it is open.

    Opening a log cuts off an unfinished tail; nothing else in it is ever changed. One that
    is deleted while it is open is written anew at the next write, and `restored` is true.
    """

    def __init__(self, path: str | Path) -> None:
        """StoreError when the file is in use, altered, or something else than a log."""
        self._path = Path(path)
        self._where = str(path)
        self._match: str | None = None
        self._header: JsonObject = {}
        self._lines: list[bytes] = []
        self._applied: dict[str, int] = {}
        self._tip = Tip(0, "")
        self._length = 0
        self._file: FileIO | None = None
        self.restored = False
        try:
            self._file = _taken(self._path, "r+b")
        except FileNotFoundError:
            return
        except OSError as error:
            raise _failed(StoreFault.CANNOT_READ, self._where, error) from error
        try:
            self._load(_bounded(self._file, self._where))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets others write; what was appended stays."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def match(self) -> str | None:
        """The id of the match in the file, None before `create`."""
        return self._match

    def create(self, match: str, header: JsonObject) -> None:
        if self._match is not None:
            raise StoreError(StoreFault.MATCH_EXISTS, self._where)
        if read_header(header, self._where).match != match:
            raise StoreError(StoreFault.NO_MATCH, match)
        if self._file is None:
            try:
                self._file = _taken(self._path, "x+b")
            except FileExistsError:
                raise StoreError(StoreFault.MATCH_EXISTS, self._where) from None
            except OSError as error:
                raise _failed(StoreFault.CANNOT_WRITE, self._where, error) from error
        # Its first key tells a log from other files, whatever order it was built in.
        line = compact({"negolog": header["negolog"]} | header).encode("utf-8") + b"\n"
        self._write(line)
        _sync_folder(self._path.parent)
        self._match, self._header = match, cast(JsonObject, parse(line))
        self._tip = Tip(0, start(header))

    def header(self, match: str) -> JsonObject:
        self._expect(match)
        return deepcopy(self._header)

    def append(
        self, match: str, events: Sequence[JsonObject], *, after: int, message: str | None = None
    ) -> int:
        self._expect(match)
        if message is not None and message in self._applied:
            return self._applied[message]
        entries = next_batch(self._tip, events, after=after, message=message, where=self._where)
        lines = [entry.line() for entry in entries]
        self._write(b"".join(line + b"\n" for line in lines))
        self._lines += lines
        self._tip = Tip(entries[-1].seq, entries[-1].chain)
        if message is not None:
            self._applied[message] = self._tip.seq
        return self._tip.seq

    def read(self, match: str, after: int = 0) -> tuple[Entry, ...]:
        self._expect(match)
        return tuple(read_line(line) for line in self._lines[after:])

    # -- inside ------------------------------------------------------------------

    def _expect(self, match: str) -> None:
        if match != self._match:
            raise StoreError(StoreFault.NO_MATCH, match)

    def _load(self, data: bytes) -> None:
        if b"\n" not in data and _BEGINNING.startswith(data[: len(_BEGINNING)]):
            return  # killed before the header was whole: nothing was played, `create` begins anew
        found = lines_of(data, self._where)
        if found.problem is not None and found.problem.finding is not Finding.CUT:
            raise StoreError(StoreFault.DAMAGED, self._where, detail=found.problem.sentence)
        self._match = read_header(found.header, self._where).match
        self._header = found.header
        self._lines = [entry.line() for entry in found.entries]
        self._applied = {
            entry.message: entry.seq for entry in found.entries if entry.message is not None
        }
        last = found.entries[-1] if found.entries else None
        self._tip = Tip(last.seq, last.chain) if last else Tip(0, start(found.header))
        self._length = found.whole

    def _write(self, data: bytes) -> None:
        """All of it behind what is whole, on the disk; or StoreError and nothing of it."""
        if self._file is None:
            raise StoreError(StoreFault.CANNOT_WRITE, self._where, detail="closed")
        if self._match is not None and _is_gone(self._file):
            self._restore()
        file = self._file
        try:
            file.truncate(self._length)
            file.seek(self._length)
            rest = memoryview(data)
            while rest:
                rest = rest[file.write(rest) :]
            os.fsync(file.fileno())
        except OSError as error:
            with suppress(OSError):
                file.truncate(self._length)
            raise _failed(StoreFault.CANNOT_WRITE, self._where, error) from error
        self._length += len(data)

    def _restore(self) -> None:
        """A log that was deleted under us is written anew under its name, all that was in it."""
        deleted = self._file
        assert deleted is not None, "only an open log can be deleted under us"
        header = compact({"negolog": self._header["negolog"]} | self._header).encode("utf-8")
        whole = b"".join(line + b"\n" for line in (header, *self._lines))
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            anew = _taken(self._path, "x+b")
        except OSError as error:
            raise _failed(StoreFault.CANNOT_WRITE, self._where, error) from error
        self._file, self._length = anew, 0
        try:
            self._write(whole)
        except StoreError:
            # The next write tries again: the file of no name is still open.
            self._file, self._length = deleted, 0
            anew.close()
            with suppress(OSError):
                self._path.unlink()
            raise
        deleted.close()
        self.restored = True
        _sync_folder(self._path.parent)


def _is_gone(file: FileIO) -> bool:
    """Whether the open file has no name any more: somebody deleted it, where a system lets them."""
    with suppress(OSError):
        return os.fstat(file.fileno()).st_nlink == 0
    return False


def _taken(path: Path, mode: str) -> FileIO:
    """The file, locked and unbuffered. OSError when it cannot be opened, StoreError in use.

    Unbuffered, so that what a failed write left behind never comes out at a later one.
    """
    file = cast(FileIO, open(path, mode, buffering=0))  # noqa: SIM115 - the store closes it
    if not lock(file):
        file.close()
        raise StoreError(StoreFault.IN_USE, str(path))
    return file


def _sync_folder(folder: Path) -> None:
    """Put a new file's name on the disk too, where a folder can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
