"""What is kept beside a log: read back as it was written, and harmless when it is spoilt."""

from __future__ import annotations

import json
from pathlib import Path

import built
import pytest
from finished import played_log

from negosim.solo import afterthoughts
from negosim.solo.afterthoughts import Afterthought
from negosim.solo.games import Games

THOUGHT = Afterthought(felt="tense", order=(1, 0, 3, 2), points=31)


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    log = tmp_path / "a.b.negolog"
    afterthoughts.write(log, THOUGHT)
    assert afterthoughts.read(log, issues=4) == THOUGHT
    own = Afterthought(own="有点慌", points=None)
    afterthoughts.write(log, own)
    assert afterthoughts.read(log, issues=4) == own


def test_writing_leaves_one_file_and_the_log_alone(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    log.write_text("as it was", encoding="utf-8")
    afterthoughts.write(log, THOUGHT)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["game.json", "game.negolog"]
    assert log.read_text(encoding="utf-8") == "as it was"


def test_nothing_beside_a_log_is_no_afterthought(tmp_path: Path) -> None:
    assert afterthoughts.read(tmp_path / "game.negolog", issues=4) is None


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"{",
        b"[1, 2]",
        b'"tense"',
        b"\xff\xfe\x00",
        b"[" * 4_000,
        b'{"afterthought": 2}',
        b'{"afterthought": 1}',
    ],
)
def test_a_spoilt_file_counts_as_none(tmp_path: Path, spoilt: bytes) -> None:
    log = tmp_path / "game.negolog"
    afterthoughts.place_of(log).write_bytes(spoilt)
    assert afterthoughts.read(log, issues=4) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("felt", 3),
        ("own", None),
        ("order", [0, 0, 1, 2]),
        ("order", [0, 1, 2]),
        ("order", "0123"),
        ("order", [True, 0, 2, 3]),
        ("points", "31"),
        ("points", 31.5),
    ],
)
def test_a_field_that_means_nothing_spoils_the_file(
    tmp_path: Path, field: str, value: object
) -> None:
    log = tmp_path / "game.negolog"
    afterthoughts.write(log, THOUGHT)
    place = afterthoughts.place_of(log)
    data = json.loads(place.read_text(encoding="utf-8"))
    place.write_text(json.dumps({**data, field: value}), encoding="utf-8")
    assert afterthoughts.read(log, issues=4) is None


def test_a_long_or_unprintable_word_is_shortened(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    afterthoughts.write(log, Afterthought(own="a\x00b" + "c" * 100))
    found = afterthoughts.read(log, issues=4)
    assert found is not None
    assert found.own == "ab" + "c" * 37


def test_a_folder_that_cannot_be_written_to_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        afterthoughts.write(tmp_path / "gone" / "game.negolog", THOUGHT)


def test_a_game_that_is_put_away_takes_its_afterthought_along(tmp_path: Path) -> None:
    log = played_log(tmp_path, built.third_vendor(), "splitter")
    afterthoughts.write(log, THOUGHT)
    games = Games(tmp_path)
    [saved] = games.list()
    moved = games.forget(saved)
    assert afterthoughts.read(moved, issues=4) == THOUGHT
    assert afterthoughts.read(log, issues=4) is None
