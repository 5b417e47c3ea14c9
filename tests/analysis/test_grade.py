"""Letters at their borders. Source: exercise.md R48."""

from __future__ import annotations

import built
import pytest

from negosim.analysis.grade import Letter, letter
from negosim.analysis.reference import analyse
from negosim.engine.sides import BySide


@pytest.mark.parametrize(
    ("vendor", "client", "expected"),
    [
        (34, 34, Letter.A),  # par 30, best smaller score 35: 30 + ceil(0.8 * 5) = 34
        (34, 38, Letter.A),
        (33, 40, Letter.B),
        (40, 33, Letter.B),
        (30, 30, Letter.B),
        (29, 29, Letter.C),
        (30, 29, Letter.D),
        (50, 10, Letter.D),
        (29, 30, Letter.E),
    ],
)
def test_the_course_grid_grades_by_the_value_to_both(
    vendor: int, client: int, expected: Letter
) -> None:
    assert letter(analyse(built.course_grid()), BySide(vendor, client)) is expected


def test_where_nobody_can_pass_par_the_letter_a_starts_at_par() -> None:
    scenario = built.scenario_of(built.numeric("price", (1, 310, 240, 188), (1, 170, 180, 200)))
    analysis = analyse(scenario)
    assert analysis.highest_smaller == 1  # par is 3, so 0.8 * (1 - 3) is negative
    assert letter(analysis, BySide(3, 3)) is Letter.A
    assert letter(analysis, BySide(1, 2)) is Letter.C


def test_a_contract_where_none_is_agreeable_is_graded_by_par_alone() -> None:
    analysis = analyse(built.third_vendor(walk_away=BySide(50, 50)))
    assert analysis.highest_smaller is None
    assert letter(analysis, BySide(30, 30)) is Letter.A
    assert letter(analysis, BySide(29, 30)) is Letter.E
