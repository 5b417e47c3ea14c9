"""What a header says of where a match comes from, and what no header may say."""

from __future__ import annotations

from typing import cast

import pytest

from negosim.engine.scenario import Scenario
from negosim.play.chain import start
from negosim.play.faults import StoreError, StoreFault
from negosim.play.header import Origin, Sitter, header_of, read_header
from negosim.wire.jsontext import Json, JsonObject

PLAYERS = {"Mei": Sitter("Falcons"), "client": Sitter("Harbour", "analytic-steady")}


def test_a_match_played_on_says_from_which_and_from_where(scenario: Scenario) -> None:
    origin = Origin("m1", 7)
    header = header_of(scenario, match="m2", players=PLAYERS, origin=origin)
    assert header["from"] == {"match": "m1", "move": 7}
    assert header["chain"] == start(header)
    assert read_header(header, "file").origin == origin


def test_a_match_from_its_beginning_has_no_origin(header: JsonObject) -> None:
    assert "from" not in header
    assert read_header(header, "file").origin is None


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "m1",
        {},
        {"match": "m1"},
        {"match": "m1", "move": -1},
        {"match": "m1", "move": True},
        {"match": "m1", "move": "7"},
        {"match": 1, "move": 7},
        {"match": "m\u202e1", "move": 7},
        {"match": "m1", "move": 7, "more": 1},
    ],
)
def test_an_origin_of_another_shape_is_no_header(header: JsonObject, origin: object) -> None:
    with pytest.raises(StoreError) as error:
        read_header(cast(Json, header | {"from": origin}), "file")
    assert error.value.fault is StoreFault.NOT_A_LOG


def test_a_field_that_there_is_not_is_no_header(header: JsonObject) -> None:
    with pytest.raises(StoreError) as error:
        read_header(header | {"extra": 1}, "file")
    assert error.value.fault is StoreFault.NOT_A_LOG
