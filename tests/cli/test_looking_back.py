"""`negosim replay` and `negosim retry`: stepping through a game, and playing on from a move."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import seated
import typed

from negosim.bots import roster
from negosim.cli.main import main
from negosim.cli.retry import comparison
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.session import play_person
from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES
from negosim.language.typography import cells
from negosim.play.verify import read_log
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.replay import branch, numbers

SCENARIO = seated.THIRD_VENDOR


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log of a game that a person played as the vendor, to a contract."""
    games = Games(tmp_path_factory.mktemp("logs"))
    sitting = seated.sat_down(games.free_path(SCENARIO), Wishes(seed=2, level=Level.COURSE))
    seated.StandIn(sitting.match).plays(sitting)
    sitting.close()
    return sitting.match.path


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr("negosim.solo.games.own_folder", lambda: tmp_path / "own")


def run(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *argv: str,
    lines: tuple[str, ...] = (),
) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command line with these lines typed."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    try:
        status = main(list(argv))
    except SystemExit as end:  # argparse ends wrong usage so
        status = int(end.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


# -- replay ----------------------------------------------------------------------------


def titles(out: str) -> list[str]:
    """What stands over each frame that was shown."""
    return [
        line.split("  ")[0].removeprefix("── ").strip("─ ")
        for line in out.splitlines()
        if line.startswith("── ") and "Replay" not in line
    ]


def test_a_replay_steps_on_and_back_and_to_a_number(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    last = numbers(read_log(log)).last
    typed_ = ("", "", "b", "7", "0", "b", "q")
    status, out, err = run(
        capsys, monkeypatch, "replay", str(log), "--terminal", "--lang", "en", lines=typed_
    )
    assert (status, err) == (0, "")
    shown = ["The talks begin", *(f"Move {number} of {last}" for number in (1, 2, 1, 7))]
    assert titles(out) == [*shown, "The talks begin"]


def test_a_replay_reveals_both_sides_cards_and_what_was_found(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    last = numbers(read_log(log)).last
    _, out, _ = run(
        capsys, monkeypatch, "replay", str(log), "--terminal", "--lang", "en",
        lines=("",) * 200,
    )  # fmt: skip
    # R5, R3: 310/240/188 second for the vendor, 170/225/265 first for the client.
    rows = [line.split() for line in out.splitlines() if "Price (10k yuan)" in line]
    assert [row[:1] + row[-4:] for row in rows] == [
        ["2", "310", "240", "188", "3"],
        ["1", "170", "225", "265", "4"],
    ]
    assert titles(out)[-1] == f"Move {last} of {last}"
    assert "(R19)" in out
    assert "Your last word:" in out
    assert max(cells(line) for line in out.splitlines()) <= 80


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rubbish_typed_at_a_replay_is_told_what_goes(
    log: Path, lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    last = numbers(read_log(log)).last
    status, out, _ = run(
        capsys, monkeypatch, "replay", str(log), "--terminal", "--lang", lang,
        lines=("x", "-1", "９９９９", "３"),
    )  # fmt: skip
    assert status == 0
    assert out.count({"en": "q leaves.", "zh": "q离开。"}[lang]) == 3
    assert {"en": f"Move 3 of {last}", "zh": f"第3手（共{last}手）"}[lang] in out


def test_a_running_game_is_not_replayed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # R17: nobody is shown a running table's cards.
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=2))
    seated.StandIn(sitting.match).plays(sitting, most=20)
    sitting.close()
    status, out, err = run(capsys, monkeypatch, "replay", str(sitting.match.path), "--terminal")
    assert (status, out) == (1, "")
    assert "this match is not over" in err


def test_an_altered_log_is_neither_replayed_nor_played_on_from(
    log: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bad = tmp_path / "bad.negolog"
    header, _, events = log.read_bytes().partition(b"\n")
    bad.write_bytes(header + b"\n" + events.replace(b'"price":2', b'"price":3', 1))
    for argv in (("replay", str(bad), "--terminal"), ("retry", str(bad), "--at", "3")):
        status, out, err = run(capsys, monkeypatch, *argv)
        assert (status, out) == (1, "")
        assert "is not as it was written" in err
    assert not (tmp_path / "own").exists()


# -- retry -----------------------------------------------------------------------------


def test_a_retry_goes_on_from_the_move_on_a_log_of_its_own(
    log: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = log.read_bytes()
    status, out, _ = run(
        capsys, monkeypatch, "retry", str(log), "--at", "5", "--lang", "en", lines=("quit",)
    )
    assert status == 0
    (new,) = (tmp_path / "own").iterdir()
    assert str(new) in out
    first, again = read_log(log), read_log(new)
    assert numbers(again).last == 5
    assert again.events == first.events[: len(again.events)]
    assert log.read_bytes() == before


@pytest.mark.parametrize("at", ["-1", "999"])
def test_there_is_no_retry_at_a_move_that_was_not_made(
    log: Path,
    at: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    last = numbers(read_log(log)).last
    status, out, err = run(capsys, monkeypatch, "retry", str(log), f"--at={at}")
    assert (status, out) == (2, "")
    assert f"from 0 to {last - 1}" in err
    assert not (tmp_path / "own").exists()


def test_a_retry_needs_a_move(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, err = run(capsys, monkeypatch, "retry", str(log))
    assert (status, out) == (2, "")
    assert "--at" in err


def typed_on(log: Path, games: Games, *lines: str, at: int, bot: str) -> tuple[str, ...]:
    """Play on from a move by typing, and the comparison of both results in English."""
    found = read_log(log)
    typist = typed.Typist(SCENARIO, Side.VENDOR, lang="en", bot=bot)
    typist.type(*lines)
    with branch(found, numbers(found).behind(at), games, side=Side.VENDOR) as match:
        typist.port = match.table.seat(match.seat)
        play_person(match, Screen(typist, io.StringIO()), "en", going_on=False)
        return comparison(found, match, at, "en")


def test_both_results_are_compared_when_the_retry_is_over(log: Path, tmp_path: Path) -> None:
    games = Games(tmp_path / "shelf")
    _, first, again, difference = typed_on(
        log, games, "walk out", "", at=3, bot=roster.DEFAULT_POLICY
    )
    outcome = read_log(log).outcome
    assert outcome is not None
    (saved,) = games.list()
    # R43: no deal is worth 20 to the vendor here, 22 to the client.
    assert saved.points == 20
    assert first.startswith("The first time: ")
    assert "points for you" in first
    assert again == "From move 3 on: no contract; 20 points for you, 22 for them."
    points = int(first.split("; ")[-1].split(" points")[0])
    assert points > 20
    assert difference == f"That is {points - 20} less for you."


def test_a_retry_played_the_same_way_ends_the_same(log: Path, tmp_path: Path) -> None:
    games = Games(tmp_path / "shelf")
    last = numbers(read_log(log)).last
    lines = typed_on(log, games, "sign", "", at=last - 1, bot=roster.DEFAULT_POLICY)
    assert lines[-1] == "For you that is the same."
    assert lines[1].removeprefix("The first time: ") == lines[2].removeprefix(
        f"From move {last - 1} on: "
    )


def test_a_game_without_an_end_is_played_on_from_and_not_compared(tmp_path: Path) -> None:
    games = Games(tmp_path / "shelf")
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=2))
    seated.StandIn(sitting.match).plays(sitting, most=20)
    sitting.close()
    lines = typed_on(sitting.match.path, games, "walk out", "", at=2, bot=roster.DEFAULT_POLICY)
    assert lines[1].startswith("From move 2 on: no contract")
    assert lines[2] == "The first game has no end yet, so there is nothing to compare it with."
