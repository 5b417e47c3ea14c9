"""The `.negolog` on the disk: whole moves only, one writer, nothing else touched."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negosim.play.chain import Entry
from negosim.play.faults import Finding, StoreError, StoreFault
from negosim.play.logfile import FileStore, is_begun, lines_of, read_file
from negosim.wire.jsontext import JsonObject


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "m1.negolog"


@pytest.fixture
def log(path: Path, header: JsonObject, written: tuple[list[JsonObject], ...]) -> bytes:
    """The bytes of a whole log, which also lies at `path`."""
    with FileStore(path) as store:
        store.create("m1", header)
        last = 0
        for move in written:
            last = store.append("m1", move, after=last)
    return path.read_bytes()


def fault(call: Callable[[], object]) -> StoreFault:
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value.fault


def test_a_log_is_lines_of_json_with_its_header_first(log: bytes) -> None:
    lines = log.decode().splitlines()
    assert lines[0].startswith('{"negolog":1,"rules":1,"wire":1,"match":"m1","players":{')
    assert lines[1].startswith('{"seq":1,"event":{"event":"match_opened","at_ms":0,')
    assert '"end":true,"chain":"' in lines[1]


def whole_moves(written: tuple[list[JsonObject], ...], lines: int) -> int:
    """How many events the moves have that lie whole in so many lines."""
    total = 0
    for move in written:
        if total + len(move) > lines:
            break
        total += len(move)
    return total


def test_a_log_cut_anywhere_opens_with_its_whole_moves_and_goes_on(
    path: Path, log: bytes, written: tuple[list[JsonObject], ...]
) -> None:
    """As a process leaves it that is killed at that byte."""
    first = log.index(b"\n") + 1
    ends = [place + 1 for place, byte in enumerate(log) if byte == ord("\n")]
    near_ends = {end + off for end in ends for off in (-2, -1, 0, 1, 2)}
    for cut in sorted(near_ends | set(range(first, len(log), 97))):
        if not first <= cut <= len(log):
            continue
        path.write_bytes(log[:cut])
        kept = whole_moves(written, log[first:cut].count(b"\n"))
        with FileStore(path) as store:
            assert len(store.read("m1")) == kept
            assert store.append("m1", [{"event": "x"}], after=kept) == kept + 1
        again = lines_of(path.read_bytes(), "log")
        assert again.problem is None
        assert [entry.seq for entry in again.entries] == list(range(1, kept + 2))


def test_reading_a_cut_log_names_the_move_it_breaks_off_in(
    log: bytes, written: tuple[list[JsonObject], ...]
) -> None:
    lines = log.splitlines(keepends=True)
    two = next(place for place, move in enumerate(written) if len(move) > 1)
    before = sum(len(move) for move in written[:two])
    found = lines_of(b"".join(lines[: 1 + before + 1]), "log")
    assert found.problem is not None
    assert (found.problem.finding, found.problem.seq) == (Finding.CUT, before + 1)
    assert len(found.entries) == before


def test_the_log_is_not_changed_by_opening_a_whole_one(path: Path, log: bytes) -> None:
    with FileStore(path):
        pass
    assert path.read_bytes() == log


@pytest.mark.parametrize("content", [b"", b"{", b'{"negolog":1,"rules":1,"wi'])
def test_a_log_whose_header_was_never_whole_is_begun_anew(
    path: Path, header: JsonObject, content: bytes
) -> None:
    path.write_bytes(content)
    assert not is_begun(path)
    with FileStore(path) as store:
        assert store.match is None
        store.create("m1", header)
    assert is_begun(path)
    with FileStore(path) as store:
        assert store.match == "m1"


@pytest.mark.parametrize("content", [b"my diary", b"{}\n", b"\n", b'{"a":1}', b"\0" * 50])
def test_any_other_file_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert not is_begun(path)
    assert fault(lambda: FileStore(path)) is StoreFault.NOT_A_LOG
    assert path.read_bytes() == content


def test_an_altered_log_is_not_written_to(path: Path, log: bytes) -> None:
    changed = log.replace(b'"price":260', b'"price":261')
    assert changed != log
    path.write_bytes(changed)
    assert fault(lambda: FileStore(path)) is StoreFault.DAMAGED
    assert path.read_bytes() == changed


def test_a_log_has_one_writer_at_a_time(path: Path, log: bytes) -> None:
    with FileStore(path):
        assert fault(lambda: FileStore(path)) is StoreFault.IN_USE
    FileStore(path).close()


def test_a_log_of_another_match_is_not_begun_here(path: Path, header: JsonObject) -> None:
    with FileStore(path) as store:
        assert fault(lambda: store.create("m2", header)) is StoreFault.NO_MATCH
    assert not path.exists()


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path, header: JsonObject) -> None:
    with FileStore(tmp_path / "none" / "m1.negolog") as store:
        assert fault(lambda: store.create("m1", header)) is StoreFault.CANNOT_WRITE


def test_a_folder_is_no_log(tmp_path: Path) -> None:
    assert fault(lambda: FileStore(tmp_path)) is StoreFault.CANNOT_READ


def test_a_closed_log_is_not_written_to(path: Path, log: bytes) -> None:
    store = FileStore(path)
    last = store.read("m1")[-1].seq
    store.close()
    call = lambda: store.append("m1", [{"event": "x"}], after=last)  # noqa: E731
    assert fault(call) is StoreFault.CANNOT_WRITE
    assert path.read_bytes() == log


def test_a_file_without_end_is_not_read_to_its_end() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("needs a file without end")
    assert fault(lambda: read_file("/dev/zero")) is StoreFault.TOO_LARGE


FULL_DISK = """
import resource, signal, sys
from negosim.play.faults import StoreError
from negosim.play.logfile import FileStore
path, size = sys.argv[1], int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
store = FileStore(path)
last = store.read("m1")[-1].seq
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, hard))
try:
    store.append("m1", [{"text": "x" * 50}, {"text": "y" * 500}], after=last)
except StoreError as error:
    print(error.fault, len(open(path, "rb").read()) - size)
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
print(store.append("m1", [{"text": "z"}], after=last) - last)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs a limit on file sizes")
def test_a_move_that_does_not_fit_on_the_disk_leaves_nothing_and_the_next_one_may(
    path: Path, log: bytes
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path), str(len(log))],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["cannot_write", "0", "1"]


WRITER = """
import sys
from negosim.play.logfile import FileStore
store = FileStore(sys.argv[1])
last = store.read("m1")[-1].seq if store.read("m1") else 0
while True:
    text = "x" * 300
    events = [{"event": "noted", "at_ms": last, "seat": "vendor", "text": text}] * 3
    last = store.append("m1", events, after=last)
    print(last, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_a_writer_killed_at_any_moment_has_lost_nothing_it_was_told_is_safe(
    path: Path, header: JsonObject
) -> None:
    with FileStore(path) as store:
        store.create("m1", header)
    said = 0
    for kill_after in (1, 7, 20):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _ in range(kill_after):
                said = int(writer.stdout.readline())
            os.kill(writer.pid, signal.SIGKILL)
            for line in writer.stdout:  # what it still said before it died
                said = int(line) if line.endswith("\n") else said
        with FileStore(path) as store:
            entries = store.read("m1")
        assert len(entries) >= said
        assert len(entries) % 3 == 0
        assert entries[-1].ends


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_bytes_are_lines_or_a_store_error(log: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(log)))
    upto = data.draw(st.integers(at, min(len(log), at + 50)))
    content = log[:at] + data.draw(st.binary(max_size=60)) + log[upto:]
    assert sound(data.draw(st.sampled_from([content, content[at:], content[:upto]])))


def sound(content: bytes) -> bool:
    try:
        found = lines_of(content, "log")
    except StoreError as error:
        return error.fault in (StoreFault.NOT_A_LOG, StoreFault.HEADER_CUT)
    return numbered(found.entries) and found.whole <= len(content)


def numbered(entries: tuple[Entry, ...]) -> bool:
    return [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
