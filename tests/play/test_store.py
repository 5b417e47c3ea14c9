"""The one contract of every event store, and what only one of them promises."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negosim.play.chain import Entry, first_break, start
from negosim.play.faults import StoreError, StoreFault
from negosim.play.logfile import FileStore
from negosim.play.sqlite_store import SqliteStore
from negosim.play.store import EventStore, MemoryStore
from negosim.wire.jsontext import JsonObject

Make = Callable[[Path], EventStore]
KINDS: dict[str, Make] = {
    "memory": lambda folder: MemoryStore(),
    "sqlite": lambda folder: SqliteStore(folder / "class.db"),
    "file": lambda folder: FileStore(folder / "m1.negolog"),
}


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventStore]:
    store = KINDS[request.param](tmp_path)
    yield store
    if not isinstance(store, MemoryStore):
        store.close()


@pytest.fixture
def begun(store: EventStore, header: JsonObject) -> EventStore:
    store.create("m1", header)
    return store


def event(number: int) -> JsonObject:
    return {"event": "noted", "at_ms": number, "seat": "vendor", "text": f"第 {number}"}


def fault(call: Callable[[], object]) -> StoreFault:
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value.fault


# -- the contract ------------------------------------------------------------------


def test_a_new_match_has_its_header_and_no_events(begun: EventStore, header: JsonObject) -> None:
    assert begun.header("m1") == header
    assert begun.read("m1") == ()


def test_events_are_numbered_from_one_and_a_moves_last_one_ends_it(begun: EventStore) -> None:
    assert begun.append("m1", [event(1), event(2)], after=0) == 2
    assert begun.append("m1", [event(3)], after=2) == 3
    entries = begun.read("m1")
    assert [(entry.seq, entry.event, entry.ends) for entry in entries] == [
        (1, event(1), False),
        (2, event(2), True),
        (3, event(3), True),
    ]


def test_entries_hold_a_chain_that_starts_at_the_header(
    begun: EventStore, header: JsonObject
) -> None:
    begun.append("m1", [event(1), event(2)], after=0, message="a")
    begun.append("m1", [event(3)], after=2)
    assert first_break(start(header), begun.read("m1")) is None


def test_reading_after_a_number_gives_the_rest(begun: EventStore) -> None:
    begun.append("m1", [event(1), event(2), event(3)], after=0)
    assert [entry.seq for entry in begun.read("m1", 1)] == [2, 3]
    assert begun.read("m1", 3) == ()
    assert begun.read("m1", 9) == ()


@pytest.mark.parametrize("after", [0, 1, 3, -1])
def test_an_append_behind_the_wrong_event_is_refused_and_changes_nothing(
    begun: EventStore, after: int
) -> None:
    begun.append("m1", [event(1), event(2)], after=0)
    assert fault(lambda: begun.append("m1", [event(9)], after=after)) is StoreFault.WRONG_SEQ
    assert [entry.event for entry in begun.read("m1")] == [event(1), event(2)]
    assert begun.append("m1", [event(3)], after=2) == 3


def test_a_message_sent_again_is_applied_once_and_answered_the_same(begun: EventStore) -> None:
    first = begun.append("m1", [event(1), event(2)], after=0, message="a")
    begun.append("m1", [event(3)], after=2, message="b")
    again = begun.append("m1", [event(1), event(2)], after=0, message="a")
    assert (first, again) == (2, 2)
    assert len(begun.read("m1")) == 3


def test_a_message_that_was_refused_may_be_sent_again(begun: EventStore) -> None:
    assert (
        fault(lambda: begun.append("m1", [event(1)], after=4, message="a")) is StoreFault.WRONG_SEQ
    )
    assert begun.append("m1", [event(1)], after=0, message="a") == 1


def test_appends_without_a_message_are_never_taken_for_each_other(begun: EventStore) -> None:
    begun.append("m1", [event(1)], after=0)
    assert begun.append("m1", [event(1)], after=1) == 2


def test_a_move_without_events_is_refused(begun: EventStore) -> None:
    assert fault(lambda: begun.append("m1", [], after=0)) is StoreFault.NO_EVENTS


def test_a_match_is_begun_once(begun: EventStore, header: JsonObject) -> None:
    begun.append("m1", [event(1)], after=0)
    assert fault(lambda: begun.create("m1", header)) is StoreFault.MATCH_EXISTS
    assert len(begun.read("m1")) == 1


def test_an_unknown_match_is_refused_by_every_call(store: EventStore) -> None:
    for call in (
        lambda: store.header("m9"),
        lambda: store.read("m9"),
        lambda: store.append("m9", [event(1)], after=0),
    ):
        assert fault(call) is StoreFault.NO_MATCH


def test_what_was_handed_in_or_out_may_be_changed_without_changing_the_store(
    begun: EventStore, header: JsonObject
) -> None:
    mine = event(1)
    begun.append("m1", [mine], after=0)
    mine["text"] = "changed"
    begun.read("m1")[0].event["text"] = "changed"
    begun.header("m1")["players"]["vendor"]["name"] = "changed"
    assert begun.read("m1")[0].event == event(1)
    assert begun.header("m1") == header


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.lists(st.integers(1, 3), max_size=6))
def test_all_stores_keep_the_same_entries(
    tmp_path_factory: pytest.TempPathFactory, header: JsonObject, moves: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("same")
    kept: list[tuple[Entry, ...]] = []
    for make in KINDS.values():
        store = make(folder)
        store.create("m1", deepcopy(header))
        last = 0
        for place, count in enumerate(moves):
            events = [event(last + each) for each in range(1, count + 1)]
            last = store.append("m1", events, after=last, message=f"move {place}")
        kept.append(store.read("m1"))
        if not isinstance(store, MemoryStore):
            store.close()
    assert kept[0] == kept[1] == kept[2]


# -- the stores that outlive the process ------------------------------------------------


@pytest.mark.parametrize("kind", ["sqlite", "file"])
def test_a_store_opened_again_goes_on_where_it_was(
    kind: str, tmp_path: Path, header: JsonObject
) -> None:
    with KINDS[kind](tmp_path) as store:
        store.create("m1", header)
        store.append("m1", [event(1), event(2)], after=0, message="a")
        before = store.read("m1")
    with KINDS[kind](tmp_path) as store:
        assert store.header("m1") == header
        assert store.read("m1") == before
        assert store.append("m1", [event(1)], after=0, message="a") == 2
        assert store.append("m1", [event(3)], after=2) == 3
        assert first_break(start(header), store.read("m1")) is None


def test_a_database_keeps_matches_apart(tmp_path: Path, header: JsonObject) -> None:
    with SqliteStore(tmp_path / "class.db") as store:
        for match in ("b", "a"):
            store.create(match, header)
            store.append(match, [event(1)], after=0, message="same")
        assert store.matches() == ("a", "b")
        assert [entry.seq for entry in store.read("b")] == [1]


def test_two_writers_of_a_database_do_not_overwrite_each_other(
    tmp_path: Path, header: JsonObject
) -> None:
    path = tmp_path / "class.db"
    with SqliteStore(path) as one, SqliteStore(path) as two:
        one.create("m1", header)
        one.append("m1", [event(1)], after=0)
        assert fault(lambda: two.append("m1", [event(9)], after=0)) is StoreFault.WRONG_SEQ
        assert two.append("m1", [event(2)], after=1) == 2
        assert [entry.event for entry in one.read("m1")] == [event(1), event(2)]


def test_a_database_is_in_wal_and_fully_synchronous(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "class.db") as store:
        assert store.durability() == ("wal", "full")


@pytest.mark.parametrize(
    "content", [b"not a database", b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_another_file_is_not_taken_for_a_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "class.db"
    path.write_bytes(content)
    with pytest.raises(StoreError):
        SqliteStore(path)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (x)")
        other.commit()
    assert fault(lambda: SqliteStore(path)) is StoreFault.NOT_A_LOG
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_row_that_was_damaged_is_reported(tmp_path: Path, header: JsonObject) -> None:
    path = tmp_path / "class.db"
    with SqliteStore(path) as store:
        store.create("m1", header)
        store.append("m1", [event(1)], after=0)
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE entries SET line = 'rubbish'")
        other.commit()
    with SqliteStore(path) as store:
        assert fault(lambda: store.read("m1")) is StoreFault.DAMAGED


def test_an_error_names_the_place_in_both_languages() -> None:
    error = StoreError(StoreFault.WRONG_SEQ, "m1", expected=3, last=4)
    assert str(error) == error.sentence("en")
    assert str(error) == ("m1: someone else has written in between: event 4 is the last, not 3.")
    assert error.sentence("zh") == "m1: 中间有别人写过：最后一条是第 4 条，不是第 3 条。"
