"""The shipped scenarios: no warning, both languages, and the course's figures exactly."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import built
import pytest
import yaml

from negosim.analysis.reference import analyse, document
from negosim.catalog import check, load, shipped
from negosim.engine.issue import Text
from negosim.engine.scenario import Scenario, order_of
from negosim.engine.sides import SIDES, BySide
from negosim.engine.yardstick import par, points
from negosim.resources import folder

# Vendor levels of price, payment, service, delivery; points of vendor and client.
# Source: the twelve vectors of the course's grid.
GRID = [
    ((3, 3, 3, 3), 30, 30),
    ((1, 5, 5, 1), 34, 38),
    ((2, 5, 4, 1), 35, 36),
    ((1, 5, 3, 1), 30, 42),
    ((1, 5, 1, 1), 26, 46),
    ((3, 5, 3, 1), 36, 34),
    ((5, 1, 3, 5), 30, 18),
    ((5, 5, 5, 5), 50, 10),
    ((1, 1, 1, 1), 10, 50),
    ((4, 4, 4, 4), 40, 20),
    ((2, 2, 2, 2), 20, 40),
    ((3, 4, 3, 2), 33, 32),
]


def _scores(scenario: Scenario, terms: tuple[int, ...]) -> tuple[int, int]:
    yards = scenario.yardsticks
    return points(yards.vendor, terms), points(yards.client, terms)


@pytest.mark.parametrize("id_", shipped())
def test_a_shipped_file_has_no_problem_and_bears_its_own_id(id_: str) -> None:
    assert check(id_) == ()
    assert load(id_).id == id_


def test_the_scenarios_of_the_course_are_shipped() -> None:
    assert {"third-vendor", "course-grid"} <= set(shipped())


@pytest.mark.parametrize("id_", shipped())
def test_every_text_of_a_shipped_file_is_in_both_languages(id_: str) -> None:
    story = load(id_).story
    texts = (story.title, story.everyone, *story.secret, *story.parties, story.notes)
    for text in texts:
        assert [language for language, _ in text.by_language] == ["en", "zh"]


@pytest.mark.parametrize("id_", shipped())
def test_every_brief_is_short_enough_to_be_read_in_two_minutes(id_: str) -> None:
    # 240 English words or 500 Chinese characters a minute, both texts of a side together
    story = load(id_).story
    for side in SIDES:
        english = story.everyone.in_("en") + " " + story.secret[side].in_("en")
        chinese = story.everyone.in_("zh") + story.secret[side].in_("zh")
        assert len(english.split()) <= 480
        assert len(chinese) <= 1000


@pytest.mark.parametrize(("levels", "vendor", "client"), GRID)
def test_the_grid_scores_as_the_course_has_it(
    levels: tuple[int, ...], vendor: int, client: int
) -> None:
    scenario = load("course-grid")
    terms = tuple(5 - level for level in levels)  # the first option is the vendor's level 5
    assert _scores(scenario, terms) == (vendor, client)


def test_the_grid_has_the_figures_of_rule_46() -> None:
    # Source: exercise.md R46: pars 30/30, best joint 72, worst 48, 21 Pareto points,
    # highest product 34/38 at 1 5 5 1, highest smaller score 35/36 at 2 5 4 1
    scenario = load("course-grid")
    assert [par(scenario.yardsticks[side]) for side in SIDES] == [30, 30]
    assert scenario.walk_away == BySide(0, 0)
    scores = {terms: _scores(scenario, terms) for terms in product(range(5), repeat=4)}
    joint = [vendor + client for vendor, client in scores.values()]
    assert (max(joint), min(joint)) == (72, 48)
    pairs = set(scores.values())
    frontier = {
        pair for pair in pairs if not any(_beats(other, pair) for other in pairs if other != pair)
    }
    assert len(frontier) == 21
    assert max(pairs, key=lambda pair: pair[0] * pair[1]) == scores[4, 0, 0, 4] == (34, 38)
    assert max(frontier, key=min) == scores[3, 0, 1, 4] == (35, 36)


def _beats(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] >= other[0] and one[1] >= other[1]


def test_the_third_vendor_has_the_marks_printed_in_the_format() -> None:
    shipped_one, printed = load("third-vendor"), built.third_vendor()
    assert shipped_one.marks == printed.marks
    assert shipped_one.walk_away == printed.walk_away == BySide(20, 22)
    assert [rival.terms for rival in shipped_one.rivals] == [r.terms for r in printed.rivals]
    assert shipped_one.yardsticks == printed.yardsticks


def test_the_third_vendor_scores_as_rule_46_says() -> None:
    # Source: exercise.md R46: rivals 22 and 20 for the client; 240/60/m24/60 is 30/26
    scenario = load("third-vendor")
    client = scenario.yardsticks.client
    assert [points(client, rival.terms) for rival in scenario.rivals] == [22, 20]
    assert _scores(scenario, (240, 2, 2, 2)) == (30, 26)


def test_the_third_vendor_s_outcome_space_is_that_of_rule_46() -> None:
    # Source: exercise.md R46, with its own walk-aways 20 and 22
    found = document(analyse(load("third-vendor")))
    assert found["outcomes"] == 17_625
    assert found["agreeable"] == 6_346
    assert found["best_joint"] == 68
    assert found["nash"] == found["egalitarian"] == [[32, 36], [34, 34]]
    assert found["pareto"] == [
        [22, 43], [26, 42], [28, 40], [30, 38], [32, 36], [34, 34],
        [35, 32], [37, 30], [38, 28], [40, 26], [41, 23],
    ]  # fmt: skip


def test_the_thresholds_of_price_are_the_course_s() -> None:
    # Source: exercise.md R5
    vendor, client = (yards[0] for yards in load("third-vendor").yardsticks)
    said = {310: 5, 309: 4, 275: 4, 274: 3, 240: 3, 239: 2, 214: 2, 213: 1, 188: 1, 187: 0}
    assert {price: vendor.level(price) for price in said} == said
    said = {170: 5, 171: 4, 197: 4, 198: 3, 225: 3, 226: 2, 245: 2, 246: 1, 265: 1, 266: 0}
    assert {price: client.level(price) for price in said} == said


def test_a_party_s_brief_names_no_figure_of_the_other_side() -> None:
    for id_ in shipped():
        scenario = load(id_)
        for side in SIDES:
            secret = scenario.story.secret[side].in_("en")
            for issue, mark in zip(scenario.issues, scenario.marks[side.other], strict=True):
                if not issue.is_ladder:
                    assert str(issue.value(mark.floor)) not in secret


def test_paragraphs_are_lines_so_that_a_screen_may_break_them_as_it_likes() -> None:
    for id_ in shipped():
        everyone: Text = load(id_).story.everyone
        for language in ("en", "zh"):
            lines = everyone.in_(language).split("\n")
            assert len(lines) in (2, 3)
            assert all(line == line.strip() and line for line in lines)


def test_the_shipped_files_are_plain_yaml_for_any_reader() -> None:
    for id_ in shipped():
        path: Path = folder("scenarios") / f"{id_}.yaml"
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["id"] == id_


@pytest.mark.parametrize("id_", ["third-vendor", "tower", "shortlist"])
def test_what_a_card_says_of_the_client_s_order_is_so_unless_the_card_is_stale(id_: str) -> None:
    scenario = load(id_)
    order = order_of(scenario.marks.client)
    said = [card for card in scenario.opposition.insiders if card.ranks]
    for card in said:
        assert (sorted(card.ranks, key=order.index) == list(card.ranks)) is not card.stale
    assert {card.stale for card in said} == {True, False}
