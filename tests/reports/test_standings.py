"""Standings over log files. Source: exercise.md R43, R44, R52; cli.md `standings`."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import built
import pytest
from notation import Match

from negosim.analysis.grade import Letter
from negosim.engine.scenario import Scenario
from negosim.engine.sides import BySide, Side
from negosim.play.header import Sitter
from negosim.play.journal import begin
from negosim.play.logfile import FileStore
from negosim.reports.contest import LeftOutCode
from negosim.reports.standings import Standings, TeamLine, standings
from negosim.reports.standings_pages import (
    standings_csv,
    standings_document,
    standings_html,
    standings_text,
)

BOT = Sitter("Ms Lin", bot="analytic-steady")
SIGN = "c write; v confirm; c draw; c sign; v sign"


def deal(price: int, payment: int = 60) -> str:
    """A match signed at a price and a payment, 24 months and 60 days."""
    return (
        "c leave consult; c allow price=265 delivery=90; c return;"
        f"c offer price={price} payment={payment} service=m24 delivery=60;"
        f"v leave consult; v allow price=188 payment=30; v return; v accept; {SIGN}"
    )


WALK = "c offer price=170; v walk"


class Folder:
    """Writes logs of finished matches."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def log(
        self,
        name: str,
        lines: str,
        *,
        vendor: Sitter | None = None,
        client: Sitter = BOT,
        scenario: Scenario | None = None,
        match: str | None = None,
    ) -> Path:
        scenario = scenario or built.third_vendor()
        played = Match.at_talks(scenario).play(lines)
        path = self.path / f"{name}.negolog"
        with FileStore(path) as store:
            journal = begin(
                store,
                scenario,
                match=match or name,
                players={"vendor": vendor or Sitter(name), "client": client},
            )
            journal.append(tuple(played.log))
        return path


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def team(found: Standings, name: str) -> TeamLine:
    return next(line for line in found.teams if line.team == name)


def test_match_points_are_teams_beaten_and_half_of_ties_over_the_others(folder: Folder) -> None:
    found = standings(
        [
            folder.log("ape", deal(265)),
            folder.log("bee", deal(240)),
            folder.log("cat", deal(250)),
            folder.log("dog", WALK),
        ]
    )
    # Vendor points: 3 x 3 + 4 x 3 + 2 x 3 + 3 = 30 at 240, 250 and 265 (level 3 from 240 to
    # 274, R5), 20 at a breakdown: each of the three beats one and ties two of three.
    assert [team(found, name).case_points for name in ("ape", "bee", "cat", "dog")] == [
        30, 30, 30, 20,
    ]  # fmt: skip
    for name in ("ape", "bee", "cat"):
        assert team(found, name).match_points == Fraction(2, 3)
    assert team(found, "dog").match_points == 0


def test_equal_match_points_are_ordered_by_worth(folder: Folder) -> None:
    found = standings(
        [folder.log("ape", deal(240)), folder.log("bee", deal(265)), folder.log("cat", deal(250))]
    )
    assert [(line.rank, line.team) for line in found.teams] == [
        (1, "bee"), (2, "cat"), (3, "ape"),
    ]  # fmt: skip
    assert {line.match_points for line in found.teams} == {Fraction(1, 2)}


def test_equal_in_everything_share_a_rank(folder: Folder) -> None:
    found = standings(
        [folder.log("ape", deal(240)), folder.log("bee", deal(240)), folder.log("cat", WALK)]
    )
    assert [line.rank for line in found.teams] == [1, 1, 3]


def test_under_three_tables_there_is_no_rank(folder: Folder) -> None:
    found = standings([folder.log("ape", deal(240)), folder.log("bee", WALK)])
    assert [(line.rank, line.match_points) for line in found.teams] == [(None, None)] * 2
    assert [line.team for line in found.teams] == ["ape", "bee"]  # still the better first


def test_a_team_is_compared_only_with_its_own_seat_and_scenario(folder: Folder) -> None:
    other = built.third_vendor(walk_away=BySide(10, None))
    found = standings(
        [
            folder.log("ape", deal(240)),
            folder.log("bee", WALK),
            folder.log("cat", deal(220), scenario=other),
            folder.log("lin", deal(240), vendor=BOT, client=Sitter("lin")),
        ]
    )
    assert {line.team: line.results[0].tables for line in found.teams} == {
        "ape": 2, "bee": 2, "cat": 1, "lin": 1,
    }  # fmt: skip
    assert team(found, "lin").results[0].side is Side.CLIENT
    assert team(found, "lin").case_points == 26  # exercise.md R46


def test_rounds_are_averaged(folder: Folder) -> None:
    other = built.third_vendor(walk_away=BySide(10, None))
    logs = [
        folder.log("a1", deal(265, 75), vendor=Sitter("ape")),
        folder.log("b1", deal(240), vendor=Sitter("bee")),
        folder.log("c1", WALK, vendor=Sitter("cat")),
        folder.log("a2", WALK, vendor=Sitter("ape"), scenario=other),
        folder.log("b2", deal(240), vendor=Sitter("bee"), scenario=other),
        folder.log("c2", deal(240, 90), vendor=Sitter("cat"), scenario=other),
    ]
    found = standings(logs)
    means = {line.team: line.match_points for line in found.teams}
    assert means == {"ape": Fraction(1, 2), "bee": Fraction(1, 2), "cat": Fraction(1, 2)}
    # 34 + 10, 30 + 30, 20 + 38: with equal match points the higher mean of points leads.
    assert [(line.team, line.case_points) for line in found.teams] == [
        ("bee", 60), ("cat", 58), ("ape", 44),
    ]  # fmt: skip
    assert team(found, "ape").letters == (Letter.D, None)


def test_both_teams_of_a_table_get_a_result(folder: Folder) -> None:
    found = standings([folder.log("m", deal(240), vendor=Sitter("ape"), client=Sitter("lin"))])
    assert {(line.team, line.case_points) for line in found.teams} == {("ape", 30), ("lin", 26)}


def test_a_team_without_a_name_is_called_after_its_file(folder: Folder) -> None:
    found = standings([folder.log("table 3", deal(240), vendor=Sitter(" "))])
    assert found.teams[0].team == "table 3"


def test_logs_that_do_not_verify_are_named_and_left_out(folder: Folder, tmp_path: Path) -> None:
    good = folder.log("ape", deal(240))
    altered = folder.log("bee", deal(250))
    altered.write_bytes(altered.read_bytes().replace(b'"price":250', b'"price":260'))
    cut = folder.log("cat", deal(250))
    cut.write_bytes(cut.read_bytes()[:-40])
    running = folder.log("dog", "c offer price=170")
    bots = folder.log("elk", WALK, vendor=BOT)
    other = tmp_path / "notes.txt"
    other.write_text("not a log")
    found = standings([good, altered, cut, running, bots, other, tmp_path / "gone.negolog"])
    assert [line.team for line in found.teams] == ["ape"]
    assert [(Path(out.source).name, out.code) for out in found.left_out] == [
        ("bee.negolog", LeftOutCode.ALTERED),
        ("cat.negolog", LeftOutCode.ALTERED),
        ("dog.negolog", LeftOutCode.UNFINISHED),
        ("elk.negolog", LeftOutCode.NO_TEAM),
        ("notes.txt", LeftOutCode.UNREADABLE),
        ("gone.negolog", LeftOutCode.UNREADABLE),
    ]
    for out in found.left_out:
        assert out.why.in_("en") != out.why.in_("zh")
        # The page sets the name in front; the reason does not say it again.
        assert str(Path(out.source)) not in out.why.in_("en")


def test_a_second_try_at_the_same_seat_does_not_count(folder: Folder) -> None:
    first = folder.log("one", deal(240), vendor=Sitter("Ape"))
    again = folder.log("two", deal(265), vendor=Sitter(" ape "))
    copy = folder.log("three", deal(240), vendor=Sitter("Bee"), match="one")
    found = standings([first, again, copy, first])
    assert [(line.team, line.case_points) for line in found.teams] == [("Ape", 30)]
    assert sorted(out.code for out in found.left_out) == [
        LeftOutCode.SAME_MATCH, LeftOutCode.SAME_MATCH, LeftOutCode.SECOND_TRY,
    ]  # fmt: skip


def test_no_logs_make_empty_standings() -> None:
    found = standings([])
    assert found == Standings((), ())
    assert "No match counts yet." in standings_text(found, "en")


@pytest.fixture
def contest(folder: Folder) -> Standings:
    return standings(
        [
            folder.log("ape", deal(265, 75)),
            folder.log("bee", deal(240)),
            folder.log("x", WALK, vendor=Sitter('=HYPERLINK("x")<b>')),
            folder.log("bad", "c offer price=170"),
        ]
    )


def test_the_text_has_the_letters_last(contest: Standings) -> None:
    lines = standings_text(contest, "en").splitlines()
    rows = [" ".join(line.split()) for line in lines]
    assert "Rank Team Match points Case points Letters" in rows
    assert "1 ape 100.0% 34 D" in rows
    assert "2 bee 50.0% 30 D" in rows
    assert '3 =HYPERLINK("x")<b> 0.0% 20 –' in rows
    assert "bad.negolog" in "".join(line.strip() for line in lines)
    assert "名次" in standings_text(contest, "zh")


def test_the_csv_and_the_html_are_safe_to_open(contest: Standings) -> None:
    table = standings_csv(contest, "en").decode("utf-8-sig")
    assert '"\'=HYPERLINK(""x"")<b>"' in table
    assert table.splitlines()[0].startswith("Rank,Team,Match points,Scenario,Seat,Points,")
    assert all(line.count(",") >= 12 for line in table.splitlines())
    page = standings_html(contest, "zh").decode()
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert '<html lang="zh">' in page


def test_the_json_has_scores_letters_and_what_was_left_out(contest: Standings) -> None:
    found = standings_document(contest)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    teams = found["teams"]
    assert isinstance(teams, list)
    assert [(each["rank"], each["team"], each["case_points"]) for each in teams] == [
        (1, "ape", 34), (2, "bee", 30), (3, '=HYPERLINK("x")<b>', 20),
    ]  # fmt: skip
    assert teams[0]["results"][0]["match_points"] == 1.0
    assert teams[0]["letters"] == ["D"]
    assert teams[2]["letters"] == [None]
    left_out = found["left_out"]
    assert isinstance(left_out, list)
    assert left_out[0]["code"] == "unfinished"
