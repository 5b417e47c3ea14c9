"""Logs of another wire version are lifted or refused, never guessed at."""

import pytest

from negosim.wire.errors import WireError, WireFault
from negosim.wire.lift import WIRE_VERSION, lift

EVENT = {"event": "side_ready", "at_ms": 0, "side": "vendor"}


def test_todays_events_are_taken_as_they_are() -> None:
    assert lift(WIRE_VERSION, EVENT) == EVENT


@pytest.mark.parametrize("version", [0, 2, -1, True, 1.0, "1", None])
def test_a_version_nobody_can_read_is_refused_with_those_that_can(version: object) -> None:
    with pytest.raises(WireError) as caught:
        lift(version, EVENT)
    assert caught.value.code is WireFault.WRONG_VERSION
    assert str(caught.value) == (
        "$.wire: written in a wire version this negosim does not read; allowed: 1"
    )
