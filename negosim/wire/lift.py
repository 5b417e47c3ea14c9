"""The wire's version, and how what an older negosim wrote is read today.

A log keeps the version it was written in; each event is lifted to today's form
before it is checked. Meaning is never changed here: that is what rulings stored
as events are for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from negosim.wire.errors import WireFault, wire_error
from negosim.wire.jsontext import JsonObject

WIRE_VERSION = 1

Lift = Callable[[JsonObject], JsonObject]


def _as_it_is(event: JsonObject) -> JsonObject:
    return event


LIFTS: Mapping[int, Lift] = MappingProxyType({WIRE_VERSION: _as_it_is})
"""From each version that can be read, what brings one of its events to today's form."""


def lift(version: object, event: JsonObject) -> JsonObject:
    """An event of an older wire in today's form; WireError for a version nobody can read."""
    return lifter(version)(event)


def lifter(version: object) -> Lift:
    """What lifts the events of a whole log; WireError for a version nobody can read."""
    # True == 1 in Python, and a version is a whole number, not a flag.
    if isinstance(version, bool) or not isinstance(version, int) or version not in LIFTS:
        known = ", ".join(str(each) for each in sorted(LIFTS))
        raise wire_error(
            WireFault.WRONG_VERSION,
            "written in a wire version this negosim does not read",
            path="$.wire",
            allowed=known,
        )
    return LIFTS[version]
