"""The trace: one line of JSON for each thing told, and none where nobody asked."""

import json
from pathlib import Path

import pytest

from negosim.gui.trace import CannotTrace, tracer


def test_there_is_no_trace_where_no_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEGOSIM_TRACE", raising=False)
    assert tracer() is None


def test_each_thing_told_is_a_line_on_disk_at_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "trace.jsonl"
    monkeypatch.setenv("NEGOSIM_TRACE", str(path))
    trace = tracer()
    assert trace is not None
    assert path.read_text(encoding="utf-8") == ""
    trace("scene", name="title")
    trace("text", text="谈判")
    assert [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] == [
        {"what": "scene", "name": "title"},
        {"what": "text", "text": "谈判"},
    ]


def test_a_file_that_cannot_be_written_is_told_at_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NEGOSIM_TRACE", str(tmp_path / "missing" / "trace.jsonl"))
    with pytest.raises(CannotTrace, match="NEGOSIM_TRACE"):
        tracer()
