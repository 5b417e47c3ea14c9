"""What became of agreed points, and how long only price was talked about."""

from __future__ import annotations

import built
import pytest
from notation import Match

from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.reports.talks import PriceTalk, Written, price_issue, price_talk, written
from negosim.reports.timeline import Timeline, timeline


def read(lines: str, scenario: Scenario | None = None) -> Timeline:
    scenario = scenario or built.third_vendor()
    return timeline(scenario, Match.at_talks(scenario).play(lines).log)


def test_agreed_points_are_counted_until_they_are_written() -> None:
    match = read("c offer service=m24 delivery=60; v accept; c notyet; v write; c confirm")
    assert written(match) == Written(agreed=2, confirmed=2, lapsed=0, pen=Side.VENDOR)


def test_an_agreed_point_that_nobody_wrote_lapses_at_the_next_break() -> None:
    match = read("c offer service=m24 delivery=60; v accept; c notyet; v leave consult")
    assert written(match) == Written(agreed=2, confirmed=0, lapsed=2, pen=None)


def test_a_point_agreed_twice_is_one_point() -> None:
    match = read(
        "c offer service=m24; v accept; c offer service=m24 delivery=60; v accept; c notyet"
    )
    assert written(match).agreed == 2


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("c notyet; v ask open; c answer evasive; v offer price=300", PriceTalk(0, True)),
        (
            "c notyet; v offer price=300; c notyet; v ask expectation price;"
            "c answer evasive; v ask expectation payment",
            PriceTalk(2, True),
        ),
        ("c notyet; v offer price=300 for payment=90; c notyet; v argue low_price price",
         PriceTalk(2, False)),
        ("c notyet; v offer payment=75; c notyet; v notyet", PriceTalk(0, False)),
    ],
)  # fmt: skip
def test_moves_on_price_are_counted_up_to_the_first_question_about_another_issue(
    lines: str, expected: PriceTalk
) -> None:
    assert price_talk(read(lines), Side.VENDOR) == expected  # exercise.md R19


def test_the_price_issue_is_the_one_the_money_view_names_or_the_one_called_price() -> None:
    assert price_issue(built.third_vendor()) == 0
    assert price_issue(built.course_grid()) == 0
    nameless = built.scenario_of(
        built.ladder("fee", ("a", "b", "c"), (1, 0, 1, 2), (2, 2, 1, 0)),
        built.ladder("delivery", ("a", "b", "c"), (2, 0, 1, 2), (1, 2, 1, 0)),
    )
    assert price_issue(nameless) is None
    assert price_talk(read("c notyet", nameless), Side.VENDOR) is None


def test_where_price_is_all_there_is_no_other_issue_to_ask_about() -> None:
    lone = built.scenario_of(built.numeric("price", (1, 310, 240, 188), (1, 170, 225, 265)))
    assert price_talk(read("c notyet; v offer price=300", lone), Side.VENDOR) is None
