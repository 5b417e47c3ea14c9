"""What is found in a log: whole, cut, altered, and by which event."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import wired
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from negosim.engine.events import Event
from negosim.engine.evolve import fold
from negosim.engine.moves import Deal
from negosim.engine.scenario import Scenario
from negosim.play.chain import batch, start
from negosim.play.faults import Finding, StoreError, StoreFault
from negosim.play.header import Sitter
from negosim.play.logfile import FileStore
from negosim.play.store import MemoryStore
from negosim.play.verify import Verdict, log_of, read_log, verdict_of, verify
from negosim.wire.jsontext import JsonObject, compact

Moves = tuple[list[JsonObject], ...]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "m1.negolog"


@pytest.fixture
def lines(path: Path, header: JsonObject, written: Moves) -> list[bytes]:
    """The lines of the whole log, ends kept; it also lies at `path`."""
    write(path, header, written)
    return path.read_bytes().splitlines(keepends=True)


def write(path: Path, header: JsonObject, moves: Moves) -> None:
    path.unlink(missing_ok=True)
    with FileStore(path) as store:
        store.create("m1", header)
        last = 0
        for move in moves:
            last = store.append("m1", move, after=last)


def verdict(path: Path, lines: list[bytes]) -> tuple[Finding, int | None]:
    path.write_bytes(b"".join(lines))
    found = verify(path)
    return found.finding, found.first_bad


# -- logs that are whole ------------------------------------------------------------


def test_a_finished_log_is_whole_and_has_its_contract(path: Path, lines: list[bytes]) -> None:
    found = verify(path)
    assert found == Verdict(Finding.FINISHED, contract=Deal((260, 1)))
    assert found.ok


def test_a_log_up_to_any_move_is_unfinished_and_not_tampered_with(
    path: Path, lines: list[bytes], written: Moves
) -> None:
    upto = 1
    for move in written[:-1]:
        upto += len(move)
        assert verdict(path, lines[:upto]) == (Finding.UNFINISHED, None)
    assert verdict(path, lines[:1]) == (Finding.UNFINISHED, None)


def test_a_log_gives_back_the_match(
    path: Path,
    lines: list[bytes],
    scenario: Scenario,
    played: tuple[tuple[Event, ...], ...],
) -> None:
    log = read_log(path)
    events = tuple(event for move in played for event in move)
    assert log.events == events
    assert log.scenario == scenario
    assert log.state == fold(scenario, events)
    assert log.moves[0] == 1
    assert log.moves[-1] == len(events)
    assert len(log.moves) == len(played)
    assert log.header.sitter("vendor") == Sitter("Lin 队")
    assert log.header.sitter("client") == Sitter("Harbour", "analytic-steady")
    assert (log.header.match, log.header.seed, log.header.created) == ("m1", 7, "2026-03-01")


def test_a_match_in_any_store_reads_the_same_as_its_file(
    path: Path, lines: list[bytes], header: JsonObject, written: Moves
) -> None:
    store = MemoryStore()
    store.create("m1", header)
    last = 0
    for move in written:
        last = store.append("m1", move, after=last)
    assert log_of(store, "m1") == read_log(path)
    assert verdict_of(log_of(store, "m1")) == verify(path)


# -- logs that were touched ------------------------------------------------------------


@pytest.mark.parametrize("place", [1, 2, 9, 15])
def test_a_changed_event_is_found_at_its_number(path: Path, lines: list[bytes], place: int) -> None:
    lines[place] = lines[place].replace(b'"at_ms":', b'"at_ms":1')
    assert verdict(path, lines) == (Finding.EVENT_ALTERED, place)


def test_a_changed_price_is_found_at_the_offer(path: Path, lines: list[bytes]) -> None:
    place = next(n for n, line in enumerate(lines) if b'"offer_made"' in line and b"260" in line)
    lines[place] = lines[place].replace(b"260", b"261")
    assert verdict(path, lines) == (Finding.EVENT_ALTERED, place)


@pytest.mark.parametrize("place", [1, 4, 12])
def test_a_removed_event_is_found_at_its_number(path: Path, lines: list[bytes], place: int) -> None:
    del lines[place]
    assert verdict(path, lines) == (Finding.EVENT_ALTERED, place)


@pytest.mark.parametrize("place", [1, 4, 12])
def test_a_doubled_event_is_found_at_the_second(path: Path, lines: list[bytes], place: int) -> None:
    lines.insert(place, lines[place])
    assert verdict(path, lines) == (Finding.EVENT_ALTERED, place + 1)


@pytest.mark.parametrize("place", [1, 4, 12])
def test_two_events_that_changed_places_are_found_at_the_first(
    path: Path, lines: list[bytes], place: int
) -> None:
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    assert verdict(path, lines) == (Finding.EVENT_ALTERED, place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"seed":7', b'"seed":8'),
        ("Lin 队".encode(), "Lin 対".encode()),
        (b'"match":"m1"', b'"match":"m2"'),
    ],
)
def test_a_changed_header_is_found(path: Path, lines: list[bytes], old: bytes, new: bytes) -> None:
    assert old in lines[0]
    lines[0] = lines[0].replace(old, new)
    assert verdict(path, lines) == (Finding.HEADER_ALTERED, 0)


def test_the_header_of_another_log_is_found_at_the_first_event(
    path: Path, lines: list[bytes], header: JsonObject
) -> None:
    other = header | {"seed": 8}
    other["chain"] = start(other)
    lines[0] = (compact(other) + "\n").encode()
    assert verdict(path, lines) == (Finding.EVENT_ALTERED, 1)


def test_a_log_cut_in_a_line_or_in_a_move_is_reported(
    path: Path, lines: list[bytes], written: Moves
) -> None:
    assert verdict(path, [*lines[:9], lines[9][:-1]]) == (Finding.CUT, 9)
    assert verdict(path, [*lines[:9], lines[9][:20]]) == (Finding.CUT, 9)
    two = next(place for place, move in enumerate(written) if len(move) > 1)
    before = sum(len(move) for move in written[:two])
    assert verdict(path, lines[: before + 2]) == (Finding.CUT, before + 1)


def test_a_line_of_rubbish_is_found_where_it_stands(path: Path, lines: list[bytes]) -> None:
    assert verdict(path, [*lines[:5], b"rubbish\n", *lines[5:]]) == (Finding.EVENT_ALTERED, 5)
    assert verdict(path, [*lines[:5], b"\n", *lines[5:]]) == (Finding.EVENT_ALTERED, 5)


def test_the_keys_of_a_line_may_stand_in_another_order(path: Path, lines: list[bytes]) -> None:
    """The digest is over what a line says, not over how a tool has laid it out."""
    shuffled = [lines[0]] + [
        json.dumps(dict(reversed(json.loads(line).items()))).encode() + b"\n" for line in lines[1:]
    ]
    assert verdict(path, shuffled) == (Finding.FINISHED, None)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_one_changed_byte_is_found_at_its_line_or_changes_nothing_that_is_said(
    path: Path, lines: list[bytes], data: st.DataObject
) -> None:
    place = data.draw(st.integers(1, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[place]) - 2))
    byte = data.draw(st.integers(0, 255))
    changed = lines[place][:at] + bytes([byte]) + lines[place][at + 1 :]
    found = verdict(path, [*lines[:place], changed, *lines[place + 1 :]])
    if same(changed, lines[place]):
        assert found == (Finding.FINISHED, None)
    else:
        assert found == (Finding.EVENT_ALTERED, place)


def same(changed: bytes, line: bytes) -> bool:
    try:
        return bool(json.loads(changed) == json.loads(line))
    except ValueError:
        return False


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_bytes_get_a_verdict_or_a_store_error(
    path: Path, lines: list[bytes], data: st.DataObject
) -> None:
    whole = b"".join(lines)
    at = data.draw(st.integers(0, len(whole)))
    upto = data.draw(st.integers(at, len(whole)))
    content = data.draw(
        st.sampled_from([whole[:at] + whole[upto:], whole[at:]]) | st.binary(max_size=300)
    )
    path.write_bytes(content)
    no_log = {StoreFault.NOT_A_LOG, StoreFault.HEADER_CUT}
    assert fate(lambda: verify(path)) in {*Finding, *no_log}
    assert fate(lambda: read_log(path)) in {*Finding, *no_log, StoreFault.DAMAGED}


def fate(call: Callable[[], Any]) -> Finding | StoreFault:
    try:
        found: Finding = call().finding
    except StoreError as error:
        return error.fault
    return found


# -- logs whose chain was reckoned anew ---------------------------------------------------


def forge(path: Path, header: JsonObject, moves: list[list[JsonObject]]) -> None:
    """Write a log with a chain that holds over any header and events."""
    header = {key: value for key, value in header.items() if key != "chain"}
    header["chain"] = chain = start(header)
    out = [compact(header)]
    after = 0
    for move in moves:
        entries = batch(chain, move, after=after, message=None)
        out += [entry.line().decode() for entry in entries]
        after, chain = entries[-1].seq, entries[-1].chain
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


def forged(path: Path, header: JsonObject, moves: list[list[JsonObject]]) -> Finding:
    """What is found in a forged log."""
    forge(path, header, moves)
    return verify(path).finding


@pytest.fixture
def moves(written: Moves) -> list[list[JsonObject]]:
    copied: list[list[JsonObject]] = json.loads(json.dumps(written))
    return copied


def test_a_forged_contract_is_not_what_both_signed(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    (sealed,) = [event for event in moves[-1] if event["event"] == "contract_sealed"]
    sealed["deal"]["terms"]["price"] = 310
    assert forged(path, header, moves) is Finding.CONTRACT_UNSIGNED


def test_a_contract_with_one_signature_is_not_one(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    sealed = next(event for event in moves[-1] if event["event"] == "contract_sealed")
    assert forged(path, header, [*moves[:-1], [sealed]]) is Finding.CONTRACT_UNSIGNED


def test_a_log_that_does_not_open_a_match_is_none(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    assert forged(path, header, moves[1:]) is Finding.WRONG_START


def test_nothing_happens_after_the_end(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    assert forged(path, header, [*moves, moves[5]]) is Finding.AFTER_THE_END


def test_an_event_of_a_seat_that_is_not_there_is_not_playable(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    moves[5][0]["seat"] = "nobody"
    assert forged(path, header, moves) is Finding.NOT_PLAYABLE


def test_an_event_with_a_value_the_scenario_does_not_have_is_unreadable(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    offer = next(event for move in moves for event in move if event["event"] == "offer_made")
    offer["give"]["payment"] = 77
    assert forged(path, header, moves) is Finding.EVENT_UNREADABLE


def test_a_scenario_exchanged_for_another_is_found(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    other = json.loads(json.dumps(header))
    other["scenario"]["issues"]["price"]["vendor"]["floor"] = 150
    assert forged(path, other, moves) is Finding.SCENARIO_ALTERED


def store_fault(path: Path) -> StoreFault:
    with pytest.raises(StoreError) as caught:
        verify(path)
    return caught.value.fault


@pytest.mark.parametrize("part", ["negolog", "rules", "wire"])
@pytest.mark.parametrize("version", [0, 2])
def test_a_log_of_another_version_is_refused_by_name(
    path: Path, header: JsonObject, moves: list[list[JsonObject]], part: str, version: int
) -> None:
    forge(path, header | {part: version}, moves)
    with pytest.raises(StoreError) as caught:
        verify(path)
    assert caught.value.fault is StoreFault.WRONG_VERSION
    assert str(caught.value).endswith(
        f"written by another version of negosim ({part} {version}); this one reads {part} 1."
    )


@pytest.mark.parametrize(
    "change",
    [
        {"players": []},
        {"players": {"vendor": "we"}},
        {"players": {"vendor": {"name": "we", "bot": 1}}},
        {"players": {"vendor": {"name": "w\x1be", "bot": None}}},
        {"seed": 1.5},
        {"seed": True},
        {"created": 2026},
        {"match": None},
        {"digest": 7},
        {"scenario": "third-vendor"},
        {"negolog": "1"},
        {"rules": None},
        {"more": 1},
    ],
)
def test_a_header_of_another_form_is_no_log_of_ours(
    path: Path, header: JsonObject, moves: list[list[JsonObject]], change: JsonObject
) -> None:
    forge(path, header | change, moves)
    assert store_fault(path) is StoreFault.NOT_A_LOG


def test_a_scenario_that_does_not_load_any_more_is_said_so(
    path: Path, header: JsonObject, moves: list[list[JsonObject]]
) -> None:
    with pytest.raises(StoreError) as caught:
        forged(path, header | {"scenario": {"format": 1}}, moves)
    assert caught.value.fault is StoreFault.BAD_SCENARIO


def test_a_log_cut_in_its_header_is_said_so(path: Path, lines: list[bytes]) -> None:
    path.write_bytes(lines[0][:-1])
    assert store_fault(path) is StoreFault.HEADER_CUT


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert store_fault(tmp_path / "none.negolog") is StoreFault.NO_FILE


def test_every_finding_and_fault_has_its_sentence_in_both_languages() -> None:
    for finding in Finding:
        for lang in ("en", "zh"):
            assert Verdict(finding, 3).sentence(lang)
    slots = ("detail", "most", "part", "found", "known", "expected", "last")
    known = dict.fromkeys(slots, "x")
    for fault in StoreFault:
        for lang in ("en", "zh"):
            assert StoreError(fault, "f", **known).sentence(lang).startswith("f: ")


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_forged_event_or_header_gets_a_finding_or_a_store_error(
    path: Path, header: JsonObject, written: Moves, data: st.DataObject
) -> None:
    moves = [list(move) for move in written]
    if data.draw(st.integers(0, 3)):
        move = moves[data.draw(st.integers(0, len(moves) - 1))]
        place = data.draw(st.integers(0, len(move) - 1))
        move[place] = data.draw(wired.spoilt(move[place]).filter(is_writable))
    else:
        header = data.draw(wired.spoilt(header).filter(is_writable))
    forge(path, header, moves)
    assert fate(lambda: verify(path)) in {
        *Finding,
        StoreFault.NOT_A_LOG,
        StoreFault.WRONG_VERSION,
        StoreFault.BAD_SCENARIO,
    }


def is_writable(data: object) -> bool:
    """Whether JSON can say it, and it is an object as an event or a header is."""
    try:
        return isinstance(data, dict) and bool(compact(data).encode())
    except ValueError:
        return False
