"""Rules as pages."""

from __future__ import annotations

from negosim.present.explaining import RulePage, rule_pages


def test_a_number_is_one_page_with_its_heading() -> None:
    assert rule_pages(("R26",), "en") == (
        RulePage(
            "R26  Shrinking steps",
            "Each concession on an issue is smaller than the one before: 40, 20, 10.",
        ),
    )


def test_pages_keep_their_order_and_none_comes_twice() -> None:
    titles = [page.title.split()[0] for page in rule_pages(("R14", "R9", "R14"), "zh")]
    assert titles == ["R14", "R9"]


def test_a_word_brings_all_its_rules() -> None:
    titles = [page.title.split()[0] for page in rule_pages(("R11", "roles"), "en")]
    assert titles == ["R11", "R9", "R12", "R13", "R14"]
