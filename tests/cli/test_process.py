"""The program as a process: pipes that end, Ctrl-C, kill -9; the log goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from negosim.play.faults import Finding
from negosim.play.verify import read_log

NEGOSIM = [sys.executable, "-m", "negosim.cli.main"]
PLAY = [*NEGOSIM, "play", "third-vendor", "--terminal", "--seed", "1", "--lang", "en"]
AT_THE_TABLE = "\n\nask\n\n"
"""Takes the sheet, introduces the team, asks a question and agrees to its sentence."""


def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own, so that no test writes into the user's."""
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    return {**os.environ, **home, "LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}


def started(tmp_path: Path, *argv: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PLAY, *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
    )


def read_until(process: subprocess.Popen[str], words: str) -> str:
    """What is printed up to and with `words`."""
    assert process.stdout is not None
    printed = ""
    while words not in printed:
        line = process.stdout.readline()
        assert line, printed
        printed += line
    return printed


def go_on(tmp_path: Path, log: Path) -> str:
    """Take the match up again and quit at once; returns what was printed."""
    done = subprocess.run(
        [*NEGOSIM, "play", "--log", str(log), "--lang", "en"],
        input="quit\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_pipe_that_ends_leaves_a_log_that_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    process = started(tmp_path, "--log", str(log))
    printed, _ = process.communicate(AT_THE_TABLE, timeout=60)
    assert process.returncode == 0
    assert f"Go on with: negosim play --log {log}" in printed
    assert "\x1b" not in printed
    assert read_log(log).finding is Finding.UNFINISHED
    assert "“What matters most to you" in printed
    assert "You: What matters most to you in this deal?" in go_on(tmp_path, log)


def test_without_a_file_named_the_log_is_kept_in_the_users_folder(tmp_path: Path) -> None:
    process = started(tmp_path)
    printed, _ = process.communicate(AT_THE_TABLE, timeout=60)
    (log,) = (tmp_path / "data").rglob("*.negolog")
    assert str(log) in printed
    assert read_log(log).finding is Finding.UNFINISHED


@pytest.mark.skipif(os.name == "nt", reason="no such signal to send to one process there")
def test_an_interrupt_leaves_a_log_that_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    process = started(tmp_path, "--log", str(log))
    assert process.stdin is not None
    process.stdin.write(AT_THE_TABLE)
    process.stdin.flush()
    read_until(process, "What matters most to you")
    read_until(process, "What do you do?")
    process.send_signal(signal.SIGINT)
    rest = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    assert "Interrupted." in rest
    assert "Traceback" not in rest
    assert "Going on with the game" in go_on(tmp_path, log)


def test_a_killed_process_leaves_a_log_that_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    process = started(tmp_path, "--log", str(log))
    assert process.stdin is not None
    process.stdin.write(AT_THE_TABLE)
    process.stdin.flush()
    read_until(process, "What matters most to you")
    read_until(process, "What do you do?")
    process.kill()
    process.communicate(timeout=60)
    before = read_log(log)
    assert before.finding is Finding.UNFINISHED
    assert "You: What matters most to you in this deal?" in go_on(tmp_path, log)
    assert read_log(log).events[: len(before.events)] == before.events


def test_a_damaged_log_is_not_played_on(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    started(tmp_path, "--log", str(log)).communicate(AT_THE_TABLE, timeout=60)
    data = log.read_bytes().replace(b'"question_asked"', b'"question_atked"', 1)
    log.write_bytes(data)
    done = subprocess.run(
        [*NEGOSIM, "play", "--log", str(log)],
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "game.negolog" in done.stderr
    assert log.read_bytes() == data


def test_negosim_alone_asks_which_exercise_and_a_dry_pipe_is_no_fault(tmp_path: Path) -> None:
    done = subprocess.run(
        NEGOSIM,
        input="lang zh\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "Which scenario?" in done.stdout
    assert "第三家供应商" in done.stdout
    assert not list(tmp_path.rglob("*.negolog"))


def test_two_processes_do_not_play_one_log(tmp_path: Path) -> None:
    log = tmp_path / "game.negolog"
    process = started(tmp_path, "--log", str(log))
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
    read_until(process, "finished preparing")
    second = subprocess.run(
        [*NEGOSIM, "play", "--log", str(log)],
        input="",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    process.kill()
    process.communicate(timeout=60)
    assert second.returncode == 1
    assert "game.negolog" in second.stderr


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals there")
def test_chinese_can_be_typed_at_a_terminal_whose_locale_is_not_installed(tmp_path: Path) -> None:
    import pty  # here: there is none on other platforms

    ours, theirs = pty.openpty()
    env = {**environment(tmp_path), "LC_ALL": "zh_XX.UTF-8", "TERM": "xterm", "COLUMNS": "80"}
    log = tmp_path / "game.negolog"
    process = subprocess.Popen(
        [*PLAY[:-2], "--lang", "zh", "--log", str(log)], stdin=theirs, stdout=theirs, env=env
    )
    os.close(theirs)
    printed = _answer(
        ours, [("> ", ""), ("> ", ""), ("> ", "提问 价格"), ("说吗", ""), ("> ", "退出")]
    )
    process.wait(timeout=60)
    os.close(ours)
    assert "价格，贵方希望到多少？" in printed
    assert "接着玩：negosim play --log" in printed
    assert "\x1b[" in printed  # in colour


def _answer(terminal: int, talk: list[tuple[str, str]]) -> str:
    """Type each line once its words have been printed; returns everything printed."""
    printed = b""
    seen = 0
    for words, line in talk:
        while words.encode() not in printed[seen:]:
            printed += os.read(terminal, 65_536)
        seen = len(printed)
        os.write(terminal, (line + "\n").encode())
    with suppress(OSError):  # what a terminal says when the process has gone
        while more := os.read(terminal, 65_536):
            printed += more
    return printed.decode("utf-8", "replace")
