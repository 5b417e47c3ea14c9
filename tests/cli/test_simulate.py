"""`negosim simulate` with several bots and with drawn marks."""

from __future__ import annotations

import json
from statistics import fmean
from typing import Any

import pytest

from negosim.analysis.reference import analyse
from negosim.bots import roster
from negosim.catalog import load
from negosim.catalog.drawn import drawn
from negosim.cli.bulk import Pairing, play_one
from negosim.cli.main import main

SEEDS = range(900000, 900006)
GAMES = ("--games", str(len(SEEDS)), "--seed", str(SEEDS[0]))


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a `simulate` line."""
    status = main(["simulate", *argv])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def document(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    status, out, err = run(capsys, *argv, "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def figures(found: dict[str, Any]) -> dict[str, Any]:
    """What the seed decides: all but the speed and the names."""
    left = ("games_per_second", "vendor_policy", "client_persona")
    return {key: value for key, value in found.items() if key not in left}


def test_several_bots_are_a_list_of_the_objects_that_each_pair_has_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = document(
        capsys, "first-deal", "--vendor", "course,naive", "--client", "driving-self, amiable-far",
        *GAMES, "--jobs", "2",
    )  # fmt: skip
    assert [(each["vendor_policy"], each["client_persona"]) for each in found] == [
        ("course", "driving-self"),
        ("course", "amiable-far"),
        ("naive", "driving-self"),
        ("naive", "amiable-far"),
    ]
    for each in found:
        names = ("--vendor", each["vendor_policy"], "--client", each["client_persona"])
        alone = document(capsys, "first-deal", *names, *GAMES)
        assert set(each) - set(alone) == {"vendor_policy", "client_persona"}
        assert figures(each) == figures(alone)


def test_all_personas_sit_down_with_the_usual_vendor(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "first-deal", "--client", "all", "--games", "1", "--seed", "900000")
    assert [each["client_persona"] for each in found] == list(roster.personas())
    assert {each["vendor_policy"] for each in found} == {"course"}


def test_groups_stand_for_their_policies_and_nobody_plays_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = document(
        capsys, "first-deal", "--vendor", "naive,policies,course-no-record",
        "--games", "1", "--seed", "900000",
    )  # fmt: skip
    others = [name for name in roster.vendor_policies() if name != "naive"]
    assert [each["vendor_policy"] for each in found] == ["naive", *others, "course-no-record"]
    usual = load("first-deal").opposition.persona.base
    assert {each["client_persona"] for each in found} == {usual}


def test_one_name_with_a_comma_is_still_a_list(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "first-deal", "--vendor", "course,", "--games", "1")
    assert [each["vendor_policy"] for each in found] == ["course"]


def test_drawn_marks_are_other_games_and_the_same_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    fixed = document(capsys, "third-vendor", *GAMES)
    found = document(capsys, "third-vendor", *GAMES, "--drawn")
    assert figures(found) != figures(fixed)
    assert figures(document(capsys, "third-vendor", *GAMES, "--drawn", "--jobs", "2")) == figures(
        found
    )


def test_efficiency_of_drawn_games_measures_each_by_its_own_draw(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # R45 of the mean result: both over what the best contract of each draw holds.
    scenario = load("third-vendor")
    created, possible = [], []
    for seed in SEEDS:
        result = play_one(Pairing(scenario, "naive", None, drawn=True), seed)
        analysis = analyse(drawn(scenario, seed))
        assert analysis.best_joint is not None
        created.append(result.vendor + result.client - sum(analysis.par))
        possible.append(analysis.best_joint - sum(analysis.par))
    assert len(set(possible)) > 1
    found = document(capsys, "third-vendor", "--vendor", "naive", *GAMES, "--drawn")
    assert found["efficiency"] == pytest.approx(sum(created) / sum(possible))


def test_the_table_shows_the_vendors_means(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    argv = ("first-deal", "--vendor", "course,naive", "--client", "driving-self,amiable-far")
    means = [each["vendor"]["mean"] for each in document(capsys, *argv, *GAMES)]
    status, out, _ = run(capsys, *argv, *GAMES)
    assert status == 0
    title, *lines = [line.split() for line in out.splitlines() if line.strip()]
    assert " ".join(title) == "The vendor's mean points; games in each: 6"
    assert lines[:2] == [["driving-", "amiable-"], ["self", "far", "mean"]]
    rows = [[*means[:2], fmean(means[:2])], [*means[2:], fmean(means[2:])]]
    rows.append([fmean(column) for column in zip(*rows, strict=True)])
    assert lines[3:] == [
        [name, *(f"{value:.1f}" for value in row)]
        for name, row in zip(("course", "naive", "mean"), rows, strict=True)
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_table_goes_on_below_where_the_screen_is_narrow(
    lang: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    flags = ("--client", "all", "--games", "1", "--seed", "900000", "--lang", lang)
    status, out, _ = run(capsys, "first-deal", *flags)
    assert status == 0
    assert max(len(line) for line in out.splitlines()[1:]) <= 40
    blocks = [line for line in out.splitlines() if line.startswith("course")]
    assert len(blocks) > 2
    # Twelve personas and their mean, each one number.
    assert sum(len(line.split()) - 1 for line in blocks) == 13


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--vendor", "course,nobody"), "there is no bot 'nobody'"),
        (("--client", ","), "there is no bot ','"),
        (("--client", "policies"), "there is no bot 'policies'"),
        (("--games", "1000001"), "--games takes 1 to 1,000,000"),
        (("--jobs", "257"), "--jobs takes 1 to 256"),
    ],
)
def test_what_cannot_be_played_gets_a_sentence(
    flags: tuple[str, str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "first-deal", *flags)
    assert (status, out) == (2, "")
    assert words in err
