"""A scenario written as a NegMAS domain is read back by NegMAS with the points of the engine."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from negosim.catalog import load
from negosim.engine.scoring import score
from negosim.engine.sides import SIDES
from negosim.interchange import export
from negosim.wire.agenda import Measure

pytest.importorskip("negmas", reason="the extra negosim[negmas] is not installed")

SHIPPED = ("course-grid", "first-deal", "gate", "shortlist", "third-vendor", "tower")


@pytest.mark.parametrize("name", SHIPPED)
def test_fifty_outcomes_read_back_have_the_points_of_the_engine(name: str, tmp_path: Path) -> None:
    from negmas.inout import Scenario as Domain

    assert export.main([name, str(tmp_path / "domain"), "--lang", "en"]) == 0
    domain = Domain.load(tmp_path / "domain")
    scenario = load(name)
    assert [issue.name for issue in domain.issues] == [issue.id for issue in scenario.issues]
    utilities = {utility.name: utility for utility in domain.ufuns}
    assert sorted(utilities) == ["client", "vendor"]
    dice = Random(900_000)
    measures = [Measure(issue.step, issue.options) for issue in scenario.issues]
    for _ in range(50):
        outcome = tuple(dice.choice(list(issue.values)) for issue in domain.issues)
        terms = tuple(measure.tick(value) for measure, value in zip(measures, outcome))
        assert None not in terms
        reached = score(scenario, terms).points
        for side in SIDES:
            assert utilities[side.word](outcome) == reached[side]
    for side in SIDES:
        assert utilities[side.word].reserved_value == scenario.walk_away[side]


def test_a_folder_that_holds_something_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.yml").write_text("mine", encoding="utf-8")
    assert export.main(["third-vendor", str(tmp_path), "--lang", "en"]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yml"]


def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert export.main(["third-vendor", str(tmp_path / "file" / "in"), "--lang", "en"]) == 1
    assert capsys.readouterr().err.startswith(str(tmp_path / "file" / "in"))
