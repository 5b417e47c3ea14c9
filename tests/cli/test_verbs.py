"""The commands of cli.md: help, exit status, JSON shapes, what is said of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from negosim.cli.main import VERBS, main
from negosim.cli.output import language_of_system
from negosim.language.catalogue import LANGUAGES, catalogue

TERMS = "price=240,payment=60,service=m24,delivery=60"


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a command line."""
    try:
        status = main(list(argv))
    except SystemExit as end:  # argparse ends help and wrong usage so
        status = int(end.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def document(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    """The JSON document that a command prints, and nothing else on stdout."""
    status, out, _ = run(capsys, *argv)
    assert status == 0
    return json.loads(out)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log of a whole game between two bots."""
    path = tmp_path_factory.mktemp("logs") / "demo.negolog"
    assert main(["demo", "third-vendor", "--seed", "3", "--log", str(path)]) == 0
    return path


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.mark.parametrize("locale", ["en_US.UTF-8", "zh_CN.UTF-8"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_in_the_language_of_the_system(
    verb: str,
    locale: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    status, out, _ = run(capsys, verb, "--help")
    assert status == 0
    summary = catalogue("cli", locale[:2]).text(f"verb.{verb}")
    assert "".join(summary.split()) in "".join(out.split())


def test_the_overview_names_every_verb_and_the_exit_statuses(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert all(f"  {verb} " in out for verb in VERBS)
    assert "0 done, 1 the input has\nfaults, 2 wrong usage" in out


def test_verbs_of_later_issues_do_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in ("balance", "host", "join"):
        status, out, err = run(capsys, verb)
        assert (status, out) == (2, "")
        assert f"'{verb}'" in err


def test_a_misspelt_verb_and_a_wrong_flag_are_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "chek")[0] == 2
    assert "did you mean 'check'" in run(capsys, "chek")[2]
    status, out, err = run(capsys, "score", "third-vendor")
    assert (status, out) == (2, "")
    assert "--terms" in err


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_locale(environment: dict[str, str], lang: str) -> None:
    assert language_of_system(environment) == lang


# -- check ---------------------------------------------------------------------------


def test_shipped_scenarios_have_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert document(capsys, "check", "third-vendor", "course-grid", "--json") == []
    assert run(capsys, "check", "third-vendor", "--strict")[0] == 0


def test_problems_are_printed_with_their_places_and_status_1(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text("format: 1\nid: broken\ntitel: {en: A}\n", encoding="utf-8")
    status, out, _ = run(capsys, "check", str(file))
    assert status == 1
    assert f"{file}:3:1:" in out
    status, out, _ = run(capsys, "check", str(file), "--json")
    assert status == 1
    found = json.loads(out)
    keys = {"file", "line", "column", "path", "code", "severity", "message"}
    assert all(set(problem) == keys for problem in found)
    assert {problem["severity"] for problem in found} <= {"error", "warning"}


def test_a_warning_fails_under_strict_only(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "warned.yaml"
    assert run(capsys, "new", str(file), "--from", "third-vendor")[0] == 0
    text = file.read_text(encoding="utf-8")
    # A text without one of the file's languages is a warning (scenario-format.md).
    marked = text.replace("title:", "title: {en: Only English}\nold_title:", 1)
    start = marked.index("old_title:")
    end = marked.index("\n", start)
    while marked[end + 1] in " \t":
        end = marked.index("\n", end + 1)
    file.write_text(marked[:start] + marked[end + 1 :], encoding="utf-8")
    status, out, _ = run(capsys, "check", str(file))
    assert status == 0, out
    assert "warning" in out
    assert run(capsys, "check", str(file), "--strict")[0] == 1


# -- score and analyse -----------------------------------------------------------------


def test_score_is_the_grid(capsys: pytest.CaptureFixture[str]) -> None:
    # R46: 240/60/m24/60 scores 30/26; levels of R5 for 240: vendor 3, client 2.
    assert document(capsys, "score", "third-vendor", "--terms", TERMS, "--json") == {
        "vendor": {
            "points": 30,
            "levels": {"price": 3, "payment": 3, "service": 3, "delivery": 3},
        },
        "client": {
            "points": 26,
            "levels": {"price": 2, "payment": 3, "service": 3, "delivery": 3},
        },
        "joint": 56,
    }


def test_score_in_words_shows_its_arithmetic(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "score", "third-vendor", "--terms", TERMS, "--lang", "zh")
    assert status == 0
    assert "  价格240万元：权重3×档位3＝9" in out
    assert "合计：56分" in out


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ("price=240", "missing: paid at acceptance, on-site service and delivery"),
        ("price=240,payment=61,service=m24,delivery=60", "“61” is not a value"),
        ("price=240,payment=60,service=m24,colour=red", "“colour” is not an issue here"),
        ("price=99999999999,payment=60,service=m24,delivery=60", "cannot be named on price"),
        ("", "Name at least one value"),
    ],
)
def test_terms_that_are_no_contract_are_wrong_usage(
    terms: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "score", "third-vendor", "--terms", terms, "--json")
    assert (status, out) == (2, "")
    assert words in err


def test_analyse_gives_the_figures_of_r46(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "analyse", "third-vendor", "--json")
    assert found == {
        "scenario": "third-vendor",
        "outcomes": 17625,
        "agreeable": 6346,
        "pareto": [
            [22, 43], [26, 42], [28, 40], [30, 38], [32, 36], [34, 34],
            [35, 32], [37, 30], [38, 28], [40, 26], [41, 23],
        ],
        "nash": [[32, 36], [34, 34]],
        "egalitarian": [[32, 36], [34, 34]],
        "par": [30, 30],
        "best_joint": 68,
        "walk_away": {"vendor": 20, "client": 22},
    }  # fmt: skip
    assert "17,625" in run(capsys, "analyse", "third-vendor")[1]


# -- logs ------------------------------------------------------------------------------


def test_a_demo_ends_with_a_contract_and_the_debrief(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, _ = run(capsys, "demo", "--seed", "3")
    assert status == 0
    assert "Signed by both. The contract:" in out
    assert "The match is over." in out
    assert run(capsys, "demo", "--seed", "3")[1] == out
    assert run(capsys, "demo", "--seed", "4")[1] != out


def test_the_same_demo_writes_the_same_log(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = tmp_path / "again.negolog"
    assert run(capsys, "demo", "third-vendor", "--seed", "3", "--log", str(again))[0] == 0
    assert again.read_bytes() == log.read_bytes()


def test_verify_passes_a_whole_log_and_names_the_first_bad_event(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "verify", str(log))
    assert status == 0
    assert "Signed by both" in out
    lines = log.read_bytes().split(b"\n")
    lines[9] = lines[9].replace(b'"at_ms":', b'"at_ms":1')
    altered = tmp_path / "altered.negolog"
    altered.write_bytes(b"\n".join(lines))
    status, out, _ = run(capsys, "verify", str(altered))
    assert status == 1
    assert "9" in out
    status, _, err = run(capsys, "verify", str(tmp_path / "nothing.negolog"))
    assert status == 1
    assert "nothing.negolog" in err


def test_a_debrief_is_text_or_one_document(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "debrief", str(log), "--lang", "zh")
    assert status == 0
    assert out.startswith("第三家供应商：复盘")
    found = document(capsys, "debrief", str(log), "--json")
    assert found["contract"] is not None
    assert set(found["sides"]) == {"vendor", "client"}


def test_standings_name_what_they_leave_out(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "standings.csv"
    status, out, _ = run(capsys, "standings", str(log), str(tmp_path / "gone"), "--csv", str(table))
    assert status == 1
    assert "gone" in out
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    found = document(capsys, "standings", str(log), "--json")
    assert isinstance(found, dict)


def test_a_log_that_cannot_be_written_is_said_and_nothing_played(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, err = run(
        capsys, "demo", "--log", str(tmp_path / "no" / "such" / "folder.negolog")
    )
    assert status == 1
    assert "folder.negolog" in err
    assert out == ""


# -- lists, files, schema, bulk ----------------------------------------------------------


def test_lists_are_words_or_documents(capsys: pytest.CaptureFixture[str]) -> None:
    ids = [each["id"] for each in document(capsys, "scenarios", "--json")]
    assert ids == ["course-grid", "first-deal", "gate", "shortlist", "third-vendor", "tower"]
    assert len(document(capsys, "personas", "--json")) == 12
    policies = document(capsys, "policies", "--json")
    assert policies[0]["id"] == "course"
    kinds = [each["kind"] for each in policies]
    assert [kinds.count(kind) for kind in ("policies", "tactics", "foils")] == [5, 10, 8]
    _, listed, _ = run(capsys, "policies", "--lang", "en")
    assert "\n\nThe field's tactics\nboulware " in listed
    for verb in ("scenarios", "personas", "policies"):
        for lang in LANGUAGES:
            status, out, _ = run(capsys, verb, "--lang", lang)
            assert status == 0
            assert out


def test_a_new_file_checks_and_is_never_overwritten(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "mine.yaml"
    assert run(capsys, "new", str(file))[0] == 0
    assert run(capsys, "check", str(file), "--strict")[0] == 0
    before = file.read_bytes()
    status, _, err = run(capsys, "new", str(file))
    assert status == 2
    assert "exists already" in err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["scenario", "moves", "views"])
def test_schemas_are_json_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "schema", name)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_simulate_has_its_shape_and_the_same_figures_for_the_same_seed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    argv = ("simulate", "third-vendor", "--games", "5", "--seed", "9", "--json")
    found = document(capsys, *argv)
    assert set(found) == {
        "games", "agreements", "vendor", "client", "joint", "efficiency",
        "moves", "table_seconds", "games_per_second",
    }  # fmt: skip
    assert found["games"] == 5
    assert set(found["vendor"]) == set(found["joint"]) == {"mean", "sd"}
    assert set(found["moves"]) == set(found["table_seconds"]) == {"mean"}
    assert found["joint"]["mean"] == pytest.approx(
        found["vendor"]["mean"] + found["client"]["mean"]
    )
    again = document(capsys, *argv)
    assert found.pop("games_per_second") > 0
    again.pop("games_per_second")
    assert again == found


def test_jobs_do_not_change_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    one = document(capsys, "simulate", "course-grid", "--games", "24", "--json")
    two = document(capsys, "simulate", "course-grid", "--games", "24", "--jobs", "2", "--json")
    for found in (one, two):
        found.pop("games_per_second")
    assert two == one


@pytest.mark.parametrize(
    "flags", [("--games", "0"), ("--jobs", "0"), ("--vendor", "nobody"), ("--client", "x")]
)
def test_simulate_refuses_what_it_cannot_play(
    flags: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "simulate", "third-vendor", *flags)
    assert (status, out) == (2, "")
    assert err


def test_an_unknown_bot_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "play", "third-vendor", "--bot", "nobody")
    assert status == 2
    assert "analytic-steady" in err


# -- what is imported ---------------------------------------------------------------------


def _imported(*argv: str) -> set[str]:
    """The top packages that a command line has imported when it ends."""
    code = (
        "import sys\nfrom negosim.cli.main import main\n"
        f"main({list(argv)!r})\n"
        "print('\\n'.join(sorted({n.split('.')[0] for n in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stderr.split())


def test_help_and_check_load_neither_numpy_nor_the_terminal_nor_pydantic() -> None:
    heavy = {"numpy", "pydantic", "rich", "asyncio"}
    assert not heavy & _imported("--help")
    assert not heavy & _imported("check", "third-vendor")
