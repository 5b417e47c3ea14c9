"""The way back: the canonical mapping builds the same scenario again, byte for byte."""

from __future__ import annotations

import json
from fractions import Fraction
from random import Random

import pytest
import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from spoilt import SAMPLE

from negosim.catalog import dealt, from_mapping, load, open_bytes, shipped
from negosim.catalog.canonical import canonical, canonical_bytes, digest
from negosim.catalog.values import as_number
from negosim.engine.scenario import Scenario, with_order
from negosim.engine.sides import Side


def _sample() -> Scenario:
    scenario = open_bytes(SAMPLE.encode()).scenario
    assert scenario is not None
    return scenario


@settings(max_examples=80)
@given(strategies.mappings())
def test_a_scenario_comes_back_from_its_mapping(mapping: dict[str, object]) -> None:
    scenario = from_mapping(mapping)
    assert from_mapping(canonical(scenario)) == scenario
    assert from_mapping(json.loads(canonical_bytes(scenario))) == scenario


@settings(max_examples=40)
@given(strategies.scenarios(), st.randoms(use_true_random=False))
def test_a_scenario_whose_order_was_changed_comes_back_too(
    scenario: Scenario, chance: Random
) -> None:
    order = list(range(len(scenario.issues)))
    chance.shuffle(order)
    for side in Side:
        scenario = with_order(scenario, side, tuple(order))
        assert from_mapping(json.loads(canonical_bytes(scenario))) == scenario


@pytest.mark.parametrize("id_", shipped())
def test_shipped_scenarios_come_back(id_: str) -> None:
    scenario = load(id_)
    assert from_mapping(json.loads(canonical_bytes(scenario))) == scenario
    assert from_mapping(canonical(dealt(scenario, 3))) == dealt(scenario, 3)


def test_equal_scenarios_have_equal_bytes_whatever_the_order_of_keys() -> None:
    data = canonical(_sample())
    turned = dict(reversed(data.items()))
    assert canonical_bytes(from_mapping(turned)) == canonical_bytes(_sample())


def test_the_agenda_keeps_its_order_though_keys_are_sorted() -> None:
    scenario = load("third-vendor")
    again = from_mapping(json.loads(canonical_bytes(scenario)))
    ids = [issue.id for issue in again.issues]
    assert ids == ["price", "payment", "service", "delivery"]
    assert ids != sorted(ids)


def test_the_bytes_are_compact_sorted_utf8() -> None:
    data = canonical_bytes(_sample())
    assert b": " not in data
    assert "样例".encode() in data
    text = json.dumps(
        canonical(_sample()), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert data == text.encode()


def test_a_changed_mark_changes_the_digest() -> None:
    other = open_bytes(SAMPLE.replace("target: 240", "target: 241").encode()).scenario
    assert other is not None
    assert digest(other) != digest(_sample())
    assert len(digest(_sample())) == 64
    assert digest(_sample()) == digest(from_mapping(canonical(_sample())))


def test_each_call_gives_a_mapping_of_its_own() -> None:
    scenario = _sample()
    first = canonical(scenario)
    first["id"] = "changed"
    assert canonical(scenario)["id"] == "sample"


def test_defaults_are_written_out_so_that_a_log_keeps_its_meaning() -> None:
    data = canonical(_sample())
    assert data["clock"] == {"minutes": 30, "preparation": 10}
    assert data["level"] == "course"
    # Source: exercise.md R16
    assert data["talk"] == {
        "question": 20,
        "answer": 10,
        "offer": 45,
        "concession": 60,
        "argument": 30,
        "tell": 15,
        "second": 15,
        "goodwill": 15,
        "not_yet": 15,
        "accept": 15,
        "record": 15,
        "confirm": 10,
        "leave": 120,
        "sheet": 60,
    }
    # Source: exercise.md R50
    assert data["bad_debt"] == {"30": 10, "60": 20, "90": 30, "180": 50, "365": 100}


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_amounts_survive_json_exactly(ticks: int, decimals: int) -> None:
    amount = Fraction(ticks, 10**decimals)
    assert Fraction(repr(json.loads(json.dumps(as_number(amount))))) == amount


def test_numbers_are_read_as_decimals_from_their_text() -> None:
    # 0.1 + 0.2 is no 0.3 in floats; thirty steps of 0.1 are exactly 3
    text = SAMPLE.replace("step: 1\n", "step: 0.1\n").replace("quote: 310", "quote: 310.30")
    scenario = open_bytes(text.encode()).scenario
    assert scenario is not None
    assert scenario.marks.vendor[0].quote == 3103
    assert scenario.issues[0].value(3103) == Fraction("310.3")
