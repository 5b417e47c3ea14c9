"""Whatever the bytes are, the door answers with a scenario or with problems."""

from __future__ import annotations

import json

import strategies
from hypothesis import given, settings
from hypothesis import strategies as st
from spoilt import SAMPLE

from negosim.catalog import Opened, ScenarioError, Severity, from_mapping, open_bytes

_PIECES = (
    "a", "price", "issues", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ", ", "&x ", "*x", "!!int ",
    "'", '"', "|", ">", "#", "---\n", "...", "<<", "?", "%", "1", "-0.5", "yes", "~", "价", "\t", "rank",
)  # fmt: skip

JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just(10**40)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def _answered(opened: Opened) -> None:
    """Either a scenario and no error, or an error that can be said in both languages."""
    errors = [fault for fault in opened.problems if fault.severity is Severity.ERROR]
    assert (opened.scenario is None) == bool(errors)
    for fault in opened.problems:
        assert fault.message
        assert fault.message_in("zh")
        json.dumps(fault.as_json()).encode("utf-8")


def _opened(mapping: dict[str, object]) -> Opened:
    try:
        return Opened(from_mapping(mapping), ())
    except ScenarioError as fault:
        return Opened(None, fault.problems)


@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    _answered(open_bytes(data))


@given(st.text(max_size=200))
def test_any_text_is_answered(text: str) -> None:
    _answered(open_bytes(text.encode("utf-8", errors="surrogatepass")))


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_any_pieces_of_yaml_are_answered(text: str) -> None:
    _answered(open_bytes(text.encode()))


@settings(max_examples=100)
@given(st.data())
def test_a_valid_file_with_lines_lost_doubled_or_cut_is_answered(data: st.DataObject) -> None:
    lines = SAMPLE.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        line = lines[place]
        cut = data.draw(st.integers(0, len(line)))
        piece = data.draw(st.sampled_from((*_PIECES, "", "9999999999", "-1", "null")))
        change = data.draw(st.sampled_from(("lose", "double", "cut", "insert", "swap")))
        if change == "lose":
            lines[place] = ""
        elif change == "double":
            lines[place] = f"{line}\n{line}"
        elif change == "cut":
            lines[place] = line[:cut]
        elif change == "insert":
            lines[place] = line[:cut] + piece + line[cut:]
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[place], lines[other] = lines[other], line
    _answered(open_bytes("\n".join(lines).encode()))


@settings(max_examples=100)
@given(st.data())
def test_a_valid_mapping_with_any_part_exchanged_is_answered(data: st.DataObject) -> None:
    mapping = data.draw(strategies.mappings(most=3))
    target: object = mapping
    for _ in range(data.draw(st.integers(0, 5))):
        if isinstance(target, dict) and target:
            key = data.draw(st.sampled_from(sorted(target)))
            if not isinstance(target[key], (dict, list)) or data.draw(st.booleans()):
                target[key] = data.draw(JSON)
                break
            target = target[key]
        elif isinstance(target, list) and target:
            place = data.draw(st.integers(0, len(target) - 1))
            if not isinstance(target[place], (dict, list)) or data.draw(st.booleans()):
                target[place] = data.draw(JSON)
                break
            target = target[place]
    _answered(_opened(mapping))


@given(st.dictionaries(st.text(max_size=8), JSON, max_size=4))
def test_any_mapping_is_answered(mapping: dict[str, object]) -> None:
    _answered(_opened(mapping))
