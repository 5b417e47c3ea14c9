"""A table writes each move to its store, and a match is taken up where its log ends."""

from pathlib import Path

import pytest
from notation import Match

from negosim.engine import moves as m
from negosim.engine.errors import IllegalMove
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.play.faults import Finding, StoreError, StoreFault
from negosim.play.header import Sitter
from negosim.play.journal import begin, go_on
from negosim.play.logfile import FileStore
from negosim.play.store import MemoryStore
from negosim.play.table import MatchTable
from negosim.play.verify import log_of, verify

PLAYERS = {"vendor": Sitter("we"), "client": Sitter("they", "analytic-steady")}
START = (
    ("vendor", m.Ready()),
    ("client", m.Ready()),
    ("vendor", m.Introduce()),
    ("client", m.Introduce()),
)


def table(scenario: Scenario, store: MemoryStore | FileStore) -> MatchTable:
    journal = begin(store, scenario, match="m1", players=PLAYERS)
    return MatchTable(scenario, solo_setup(scenario), journal=journal)


def test_every_move_of_a_table_is_one_move_of_the_log(scenario: Scenario) -> None:
    store = MemoryStore()
    live = table(scenario, store)
    for seat, move in START:
        live.seat(seat).send(move)
    log = log_of(store, "m1")
    assert log.state == live.state
    assert len(log.moves) == 1 + len(START)
    assert log.finding is Finding.UNFINISHED


def test_an_illegal_move_leaves_no_trace(scenario: Scenario) -> None:
    store = MemoryStore()
    live = table(scenario, store)
    before = store.read("m1")
    with pytest.raises(IllegalMove):
        live.seat("vendor").send(m.Sign())
    assert store.read("m1") == before


def test_a_match_is_taken_up_where_its_log_ends(tmp_path: Path, scenario: Scenario) -> None:
    path = tmp_path / "m1.negolog"
    with FileStore(path) as store:
        live = table(scenario, store)
        for seat, move in START:
            live.seat(seat).send(move)
    with path.open("ab") as file:
        file.write(b'{"seq":9,"event":{"eve')  # killed while it wrote
    with FileStore(path) as store:
        log, journal = go_on(store, "m1")
        assert log.state == live.state
        again = MatchTable(log.scenario, solo_setup(scenario), journal=journal, past=log.events)
        assert again.state == live.state
        again.seat("client").send(m.WalkOut())
        outcome = again.outcome
    found = verify(path)
    assert (found.finding, found.contract) == (Finding.FINISHED, None)
    assert outcome is not None
    assert outcome.ending == "walked_out"


def test_a_log_that_was_altered_is_not_taken_up(scenario: Scenario) -> None:
    store = MemoryStore()
    table(scenario, store)
    store.append("m1", [{"event": "contract_sealed"}], after=1)
    with pytest.raises(StoreError) as caught:
        go_on(store, "m1")
    assert caught.value.fault is StoreFault.DAMAGED
    assert "第 2 条" in caught.value.sentence("zh")


def test_words_that_no_reader_would_take_are_cleaned_as_they_are_written(
    scenario: Scenario,
) -> None:
    store = MemoryStore()
    live = table(scenario, store)
    live.seat("vendor").send(m.Note("one\ntwo \u202e \x1b[2J"))
    note = store.read("m1")[-1].event
    assert note["text"] == "one two \ufffd \ufffd[2J"
    assert log_of(store, "m1").finding is Finding.UNFINISHED


def test_the_log_of_a_drawn_order_holds_the_order_that_was_played(scenario: Scenario) -> None:
    dealt = Match(scenario).state.scenario
    store = MemoryStore()
    table(dealt, store)
    assert log_of(store, "m1").scenario == dealt
