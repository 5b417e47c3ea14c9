"""A whole signed match of two issues, and its events in moves as a table writes them."""

from dataclasses import replace

import pytest
from built import ladder, numeric, scenario_of
from notation import Match, unbound

from negosim.engine.events import Event
from negosim.engine.scenario import Scenario
from negosim.play.header import Sitter, header_of
from negosim.wire.codec import Codec
from negosim.wire.jsontext import JsonObject

PLAYED = """
v ready; c ready; v intro; c intro
c ask expectation price; v answer demand price=300; c offer price=200
v offer price=260 for payment=75; c accept; v write; c confirm
v draw; v sign; c sign
"""

PLAYERS = {"vendor": Sitter("Lin 队"), "client": Sitter("Harbour", "analytic-steady")}


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The negotiators may go to the floor, as if the file said so."""
    free = unbound(
        scenario_of(
            numeric("price", (2, 310, 240, 188), (1, 170, 225, 265)),
            ladder("payment", (90, 75, 60, 45, 30), (1, 0, 2, 4), (2, 4, 2, 0)),
            id="two-issues",
        )
    )
    return replace(free, own_authority=free.authority)


@pytest.fixture(scope="session")
def played(scenario: Scenario) -> tuple[tuple[Event, ...], ...]:
    """The events of each move; the match ends with a sealed contract."""
    match = Match(scenario)
    out = [tuple(match.log)]
    for line in PLAYED.replace("\n", ";").split(";"):
        if line.strip():
            match.play(line)
            out.append(match.last)
    assert match.state.common.outcome is not None
    return tuple(out)


@pytest.fixture(scope="session")
def header(scenario: Scenario) -> JsonObject:
    return header_of(scenario, match="m1", players=PLAYERS, seed=7, created="2026-03-01")


@pytest.fixture(scope="session")
def written(
    scenario: Scenario, played: tuple[tuple[Event, ...], ...]
) -> tuple[list[JsonObject], ...]:
    """The same as JSON."""
    codec = Codec(scenario.issues, scenario.benefits)
    return tuple([codec.event_to_json(event) for event in move] for move in played)
