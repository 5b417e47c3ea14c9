"""Only JSON that every reader takes the same way is read (RFC 8259)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negosim.wire.errors import WireError, WireFault
from negosim.wire.jsontext import canonical, compact, parse

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=10,
)


@given(JSON)
def test_what_is_written_is_read_back(value: object) -> None:
    assert parse(compact(value).encode()) == value
    assert parse(canonical(value)) == value


def reading(data: bytes) -> object:
    """The value, or the error as a value."""
    try:
        return parse(data)
    except WireError as error:
        return error


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_a_wire_error(data: bytes) -> None:
    value = reading(data)
    assert isinstance(value, WireError) or json.loads(data) == value


def test_canonical_bytes_do_not_depend_on_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": {"d": 2, "c": 0.5}}) == b'{"a":{"c":0.5,"d":2},"b":1}'
    assert canonical({"a": {"c": 0.5, "d": 2}, "b": 1}) == b'{"a":{"c":0.5,"d":2},"b":1}'


def test_text_stands_in_its_own_letters() -> None:
    assert canonical({"say": "谈判"}) == '{"say":"谈判"}'.encode()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", WireFault.NOT_JSON),
        (b"{", WireFault.NOT_JSON),
        (b"{} {}", WireFault.NOT_JSON),
        (b'{"a":1,}', WireFault.NOT_JSON),
        (b"NaN", WireFault.NOT_JSON),
        (b"[-Infinity]", WireFault.NOT_JSON),
        (b"1e400", WireFault.OUT_OF_BOUNDS),
        (b"1" * 5000, WireFault.OUT_OF_BOUNDS),
        (b'{"a":1,"a":2}', WireFault.REPEATED),
        (b'{"b":{"a":1,"a":1}}', WireFault.REPEATED),
        (b'"\\ud800"', WireFault.BAD_CHARACTER),
        (b'{"\\uDfff":1}', WireFault.BAD_CHARACTER),
        (b"\xff", WireFault.NOT_UTF8),
        ("\ufeff{}".encode(), WireFault.NOT_JSON),
        (b"[" * 16_000, WireFault.NOT_JSON),
        (b'{"a":' * 3_000, WireFault.NOT_JSON),
    ],
)
def test_anything_else_is_refused_by_name(data: bytes, fault: WireFault) -> None:
    with pytest.raises(WireError) as caught:
        parse(data)
    assert caught.value.code is fault


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert parse(b'"\\ud83d\\ude00"') == "\U0001f600"
