"""JSON as bytes: a strict reader and the one way values are written.

Standard JSON only: no NaN, no repeated keys, nothing but UTF-8. Nothing here
knows what the JSON means.
"""

from __future__ import annotations

import json
from typing import Any

from negosim.wire.errors import WireFault, quoted, wire_error

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
"""What `json` reads and writes."""
JsonObject = dict[str, Any]
"""A JSON object whose values the reader of it still has to look at."""


def parse(data: bytes) -> Json:
    """The value a UTF-8 JSON text stands for; WireError for anything else.

    Refused too: NaN and Infinity, numbers no float can hold, a key given twice in
    one object, nesting deeper than the interpreter can follow.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise wire_error(
            WireFault.NOT_UTF8, f"byte {error.start} is not UTF-8", allowed="UTF-8 text"
        ) from None
    try:
        value: Json = json.loads(
            text,
            parse_constant=_no_constant,
            parse_float=_finite,
            object_pairs_hook=_without_repeats,
        )
    except RecursionError:
        raise wire_error(WireFault.NOT_JSON, "nested too deep", allowed="one JSON value") from None
    except json.JSONDecodeError as error:
        raise wire_error(
            WireFault.NOT_JSON,
            f"not JSON at character {error.pos}: {error.msg}",
            allowed="one JSON value",
        ) from None
    except ValueError:  # a whole number of thousands of digits
        raise wire_error(
            WireFault.OUT_OF_BOUNDS, "a number is too long", allowed="numbers below 10^15"
        ) from None
    if "\\ud" in text.lower():  # an escape that may be half of a pair, which no text can hold
        _check_pairs(value)
    return value


def compact(value: Json) -> str:
    """One line without spaces, keys in the order given; equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def canonical(value: Json) -> bytes:
    """The bytes a digest is taken over: `compact` with sorted keys, in UTF-8."""
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
    )
    return text.encode("utf-8")


def _check_pairs(value: Json) -> None:
    try:
        compact(value).encode("utf-8")
    except UnicodeEncodeError:
        raise wire_error(
            WireFault.BAD_CHARACTER, "half of a surrogate pair", allowed="whole characters"
        ) from None


def _no_constant(name: str) -> Json:
    raise wire_error(WireFault.NOT_JSON, f"{name} is not JSON", allowed="finite numbers")


def _finite(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise wire_error(
            WireFault.OUT_OF_BOUNDS, "a number is too large", allowed="numbers below 10^15"
        )
    return value


def _without_repeats(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    out = dict(pairs)
    if len(out) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise wire_error(WireFault.REPEATED, f"the key {quoted(key)} stands twice")
            seen.add(key)
    return out
