"""`negosim principles`: each principle's worth, pair by pair on the same seeds (B5)."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from negosim.bots import roster
from negosim.bots.principles import DROPPED
from negosim.catalog import load
from negosim.cli.bulk import Result, play_many
from negosim.cli.dropping import arms, compare
from negosim.cli.main import main
from negosim.cli.principles import document as rows_document
from negosim.engine.words import Principle
from negosim.language.lexicon import name_of

KEYS = ["client", "principle", "rules", "games", "with", "without", "difference", "ci95"]
"""The fixed shape of cli.md."""
TEN = [
    "ask_first", "size", "authority", "exchange", "shrinking",
    "floor_hidden", "breaks", "deadlock", "record", "interests_first",
]  # fmt: skip
"""In the order of B5."""
CLIENTS = ("driving-self", "amiable-far")
SMALL = ("third-vendor", "--games", "5", "--seed", "900000")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command line."""
    status = main(list(argv))
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def document(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    status, out, err = run(capsys, *argv, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def game(vendor: int, *, deadlocks: int = 0, breaks: int = 0) -> Result:
    return Result(True, vendor, 30, 20, 900_000, deadlocks, breaks)


def test_a_row_a_persona_and_principle_in_the_fixed_shape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = document(capsys, "principles", *SMALL, "--client", ",".join(CLIENTS))
    assert [(row["client"], row["principle"]) for row in found] == [
        (client, principle) for client in CLIENTS for principle in TEN
    ]
    for row in found:
        occasional = row["principle"] in ("breaks", "deadlock")
        assert list(row) == [*KEYS, "occasion"] if occasional else KEYS
        assert row["games"] == (5 * row["occasion"] if occasional else 5)
        assert len(row["ci95"]) == 2
    assert found[0]["rules"] == ["R22"]
    assert found[3]["rules"] == ["R25", "R27"]


@pytest.mark.parametrize("drawn", [(), ("--drawn",)])
def test_both_means_are_those_of_simulate(
    drawn: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    whole = [
        row
        for row in document(capsys, "principles", *SMALL, "--client", "driving-self", *drawn)
        if "occasion" not in row
    ]
    argv = ("simulate", *SMALL, "--client", "driving-self", *drawn)
    course = document(capsys, *argv)["vendor"]["mean"]
    without = document(capsys, *argv, "--vendor", ",".join(roster.DROPS))
    means = {each["vendor_policy"]: each["vendor"]["mean"] for each in without}
    assert len(whole) == 8
    for row in whole:
        assert row["with"] == pytest.approx(course)
        dropped = f"course-no-{row['principle'].replace('_', '-')}"
        assert row["without"] == pytest.approx(means[dropped])
        assert row["difference"] == pytest.approx(course - means[dropped])
        low, high = row["ci95"]
        assert (low + high) / 2 == pytest.approx(row["difference"])


def test_neither_jobs_nor_a_second_run_nor_threads_change_the_figures(
    capsys: pytest.CaptureFixture[str],
) -> None:
    argv = ("principles", *SMALL, "--drawn", "--client", "expressive-loss")
    found = document(capsys, *argv)
    assert document(capsys, *argv) == found
    assert document(capsys, *argv, "--jobs", "2") == found
    clients, seeds = ("expressive-loss",), range(900000, 900005)
    with ThreadPoolExecutor(2) as threads:
        tasks = arms(load("third-vendor"), clients, seeds, drawn=True)
        rows = compare(play_many(tasks, threads, chunk=3), clients, seeds)
    assert rows_document(rows) == found


def test_a_client_is_met_alike_alone_and_among_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    together = document(capsys, "principles", *SMALL, "--client", ",".join(CLIENTS))
    alone = document(capsys, "principles", *SMALL, "--client", CLIENTS[1])
    assert together[10:] == alone


def test_breaks_and_deadlocks_count_where_the_course_arm_had_occasion() -> None:
    # Three games; each principle's own arm is 1, 2 and 6 points below course's 30.
    kept = [game(30), game(30, breaks=2), game(30, breaks=1, deadlocks=1)]
    played = [
        result
        for course, less in zip(kept, (1, 2, 6), strict=True)
        for result in (course, *[game(30 - less, breaks=1, deadlocks=1)] * 10)
    ]
    rows = rows_document(compare(iter(played), ("amiable-far",), range(3)))
    found: dict[Any, Any] = {row["principle"]: row for row in rows}
    assert (found["size"]["games"], found["size"]["difference"]) == (3, 3)
    assert (found["breaks"]["games"], found["breaks"]["without"]) == (2, 26)
    assert found["breaks"]["occasion"] == pytest.approx(2 / 3)
    # Differences 2 and 6: mean 4, sd sqrt(8), half = 12.706 · sqrt(8) / sqrt(2) = 25.412.
    assert found["breaks"]["ci95"] == [pytest.approx(-21.412), pytest.approx(29.412)]
    assert found["deadlock"]["games"] == 1
    assert found["deadlock"]["difference"] == 6
    assert found["deadlock"]["ci95"] == [None, None]


def test_without_any_occasion_there_is_a_row_without_figures() -> None:
    played = [game(30), *[game(28)] * 10]
    rows = rows_document(compare(iter(played), ("amiable-far",), range(1)))
    found: dict[Any, Any] = {row["principle"]: row for row in rows}
    assert found["breaks"] == {
        "client": "amiable-far",
        "principle": "breaks",
        "rules": ["R35", "R36"],
        "games": 0,
        "with": None,
        "without": None,
        "difference": None,
        "ci95": [None, None],
        "occasion": 0.0,
    }


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_names_principles_as_the_debrief_does(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    argv = ("principles", *SMALL, "--client", CLIENTS[0], "--lang", lang)
    status, out, _ = run(capsys, *argv)
    assert status == 0
    for principle, row in zip(DROPPED, document(capsys, *argv), strict=True):
        line = next(line for line in out.splitlines() if line.startswith(name_of(principle, lang)))
        assert " ".join(row["rules"]) in line
        assert f"{row['difference']:+.2f}" in line


def test_the_table_of_several_ends_with_how_often_and_how_much_it_paid(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    argv = ("principles", *SMALL, "--client", ",".join(CLIENTS))
    rows = document(capsys, *argv)
    status, out, _ = run(capsys, *argv)
    assert status == 0
    lines = [line for line in out.splitlines() if line.strip()]
    paid = next(line for line in lines if line.startswith("above 0"))
    mean = next(line for line in lines if line.startswith("mean"))
    exchange = [row for row in rows if row["principle"] == "exchange"]
    place = 1 + TEN.index("exchange")
    assert paid.split()[2 + place - 1] == f"{sum(row['ci95'][0] > 0 for row in exchange)}/2"
    assert mean.split()[1 + place] == f"{sum(row['difference'] for row in exchange) / 2:+.2f}"
    for client in CLIENTS:
        line = next(line for line in lines if line.startswith(client))
        for row in rows:
            if row["client"] == client and "occasion" in row:
                assert f"({row['games']})" in line


def test_marks_say_where_the_interval_lies(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two games each: course gains 2 by everything but size, where it loses 2.
    def played(tasks: object, jobs: int) -> Any:
        arm = [game(30), game(28), game(32), *[game(28)] * 8]
        yield from arm * 2

    monkeypatch.setattr("negosim.cli.principles.play_many", played)
    status, out, _ = run(capsys, "principles", "first-deal", "--games", "2", "--client", CLIENTS[0])
    assert status == 0
    ends = {line.split("  ")[0]: line.rstrip()[-13:].strip() for line in out.splitlines()}
    assert ends[name_of(Principle.ASK_FIRST, "en")] == "+2.00 ±0.00 *"
    assert ends[name_of(Principle.SIZE, "en")] == "-2.00 ±0.00 !"
    assert ends[name_of(Principle.BREAKS, "en")].endswith("–")


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("third-vendor", "--client", "nobody"), "there is no bot 'nobody'"),
        (("third-vendor", "--games", "0"), "--games takes 1 to 1,000,000"),
        (("third-vendor", "--games", "1000001"), "--games takes 1 to 1,000,000"),
        (("third-vendor", "--jobs", "0"), "--jobs takes 1 to 256"),
    ],
)
def test_bad_names_and_numbers_get_a_sentence(
    flags: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "principles", *flags)
    assert (status, out) == (2, "")
    assert words in err


def test_a_faulty_scenario_is_named_with_status_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("format: 1\n", encoding="utf-8")
    status, out, err = run(capsys, "principles", str(file))
    assert (status, out) == (1, "")
    assert str(file) in err


# -- what each principle is worth (B5): fifty games a cell, seeds of their own ----------------------

MOST = 10
"""Of twelve personas, as the exercise asks for it."""
PAY = {
    ("third-vendor", ""): {
        "ask_first", "authority", "exchange", "shrinking", "floor_hidden", "record",
        "interests_first",
    },
    ("gate", ""): {
        "ask_first", "authority", "exchange", "shrinking", "floor_hidden", "interests_first",
    },
    ("tower", ""): {
        "ask_first", "authority", "exchange", "floor_hidden", "breaks", "record",
        "interests_first",
    },
    ("third-vendor", "--drawn"): {
        "ask_first", "authority", "exchange", "shrinking", "floor_hidden", "breaks", "record",
        "interests_first",
    },
}  # fmt: skip
"""The principles that cost `course` points against at least so many."""
CERTAIN = {"ask_first": 6, "exchange": 12}
"""Against so many of the twelve even fifty games are enough for the 95 % interval."""


@pytest.mark.parametrize(("scenario", "dealt"), PAY)
def test_fifty_games_a_cell_show_what_the_principles_are_worth(
    scenario: str, dealt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    flags = [dealt] if dealt else []
    found = document(capsys, "principles", scenario, *flags, "--games", "50", "--seed", "900000")
    assert len(found) == 12 * len(TEN)
    assert {row["games"] for row in found if "occasion" not in row} == {50}
    losses = {
        principle: [
            row["difference"] for row in found if row["principle"] == principle and row["games"] > 1
        ]
        for principle in TEN
    }
    mean = {principle: sum(all_) / len(all_) for principle, all_ in losses.items()}
    assert {key for key in PAY[scenario, dealt] if mean[key] <= 0} == set()
    pays = {key for key in TEN if sum(loss > 0 for loss in losses[key]) >= MOST}
    assert PAY[scenario, dealt] - pays == set()
    for principle, many in CERTAIN.items():
        rows = [row for row in found if row["principle"] == principle]
        assert sum(row["ci95"][0] > 0 for row in rows) >= many
    # Nothing is gained by dropping one (where a break or a deadlock arises is too rare to say).
    assert min(loss for key, loss in mean.items() if key not in ("breaks", "deadlock")) > -0.5
