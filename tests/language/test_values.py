"""Numbers, units, terms and times as people write them."""

from __future__ import annotations

from fractions import Fraction

import built
import pytest

from negosim.language.values import (
    amount_text,
    clock_text,
    issue_name,
    issue_noun,
    joined,
    number_text,
    point_text,
    seconds_text,
    size_text,
    terms_text,
    typed_value,
    value_text,
)

SCENARIO = built.third_vendor()
PRICE, PAYMENT, SERVICE, DELIVERY = SCENARIO.issues


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(310), "310"),
        (Fraction(9999), "9999"),
        (Fraction(12000), "12,000"),
        (Fraction(1, 2), "0.5"),
        (Fraction(1, 20), "0.05"),
        (Fraction(-5, 4), "-1.25"),
        (Fraction(1234567, 100), "12,345.67"),
        (Fraction(1, 3), "0.33"),
    ],
)
def test_numbers_are_written_exactly_and_grouped_from_ten_thousand(
    value: Fraction, text: str
) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("unit", "english", "chinese"),
    [
        (built.text("10k yuan", "万元"), "310 (10k yuan)", "310万元"),
        (built.text("days", "天"), "310 days", "310天"),
        (built.text("%"), "310%", "310%"),
        (None, "310", "310"),
    ],
)
def test_a_unit_stands_as_each_language_has_it(unit: object, english: str, chinese: str) -> None:
    assert amount_text(310, unit, "en") == english  # type: ignore[arg-type]
    assert amount_text(310, unit, "zh") == chinese  # type: ignore[arg-type]


def test_a_ladder_says_its_option_and_a_number_among_them_its_unit() -> None:
    assert value_text(SERVICE, 2, "en") == "m24"
    assert value_text(PAYMENT, 2, "zh") == "60%"
    assert value_text(DELIVERY, 4, "en") == "30 days"
    assert value_text(DELIVERY, 4, "zh") == "30天"


def test_a_typed_value_is_digits_alone_or_the_options_id() -> None:
    assert typed_value(PRICE, 12000) == "12000"
    assert typed_value(SERVICE, 2) == "m24"
    assert typed_value(PAYMENT, 0) == "90"


def test_sizes_are_amounts_on_numeric_issues_and_steps_on_ladders() -> None:
    assert size_text(PRICE, 40, "zh") == "40万元"
    assert size_text(DELIVERY, 1, "en") == "1 step"
    assert size_text(DELIVERY, 2, "en") == "2 steps"
    assert size_text(DELIVERY, 2, "zh") == "2档"


def test_a_name_is_lower_case_inside_a_sentence_and_capital_where_it_starts() -> None:
    assert issue_name(PAYMENT, "en") == "paid at acceptance"
    assert issue_name(PAYMENT, "en", starts=True) == "Paid at acceptance"
    acronym = built.numeric("sla", (1, 9, 8, 7), (1, 7, 8, 9), name=built.text("SLA uptime")).issue
    assert issue_name(acronym, "en") == "SLA uptime"


def test_a_name_that_is_no_noun_gets_one_where_a_sentence_is_spoken() -> None:
    assert issue_noun(PAYMENT, "en") == "the share paid at acceptance"
    assert issue_noun(SERVICE, "en") == "the on-site service"
    assert issue_noun(PRICE, "en") == "price"
    assert [issue_noun(each, "zh") for each in (PAYMENT, SERVICE, PRICE)] == [
        "验收付款",
        "驻场服务",
        "价格",
    ]


def test_paid_begins_a_noun_of_its_own_where_the_values_are_not_per_cent() -> None:
    leave = built.numeric("leave", (1, 9, 8, 7), (1, 7, 8, 9), name=built.text("Paid leave")).issue
    assert issue_noun(leave, "en") == "paid leave"


def test_a_point_is_worded_by_its_unit_and_its_issue() -> None:
    assert point_text(PRICE, 270, "en") == "a price of 270 (10k yuan)"
    assert point_text(PAYMENT, 0, "en") == "90% paid at acceptance"
    assert point_text(DELIVERY, 4, "en") == "delivery in 30 days"
    assert point_text(DELIVERY, 4, "zh") == "到货时间30天"


def test_terms_are_one_list_in_agenda_order() -> None:
    assert terms_text(SCENARIO.issues, (270, 0, None, 4), "en") == (
        "a price of 270 (10k yuan), 90% paid at acceptance and delivery in 30 days"
    )
    assert terms_text(SCENARIO.issues, (270, 0, None, 4), "zh") == (
        "价格270万元、验收付款90%和到货时间30天"
    )
    assert terms_text(SCENARIO.issues, (None,) * 4, "en") == ""


def test_lists_have_their_last_word() -> None:
    assert joined(["a", "b", "c"], "en", last="or") == "a, b or c"
    assert joined(["甲", "乙", "丙"], "zh") == "甲、乙和丙"
    assert joined([], "en") == ""


def test_times_are_minutes_and_seconds() -> None:
    assert clock_text(24 * 60_000 + 16_999) == "24:16"
    assert clock_text(-1) == "00:00"
    assert seconds_text(45_000, "en") == "45 s"
    assert seconds_text(150_000, "en") == "2 min 30 s"
    assert seconds_text(120_000, "zh") == "2分钟"
