"""Every fault of a value that the door finds, at its line, column and path."""

from __future__ import annotations

import pytest
from spoilt import SAMPLE, spoil

from negosim.catalog import Code, Severity, open_bytes

FILE_FAULTS = {
    Code.NOT_FOUND,
    Code.UNREADABLE,
    Code.TOO_LARGE,
    Code.NOT_UTF8,
    Code.NOT_YAML,
    Code.SEVERAL_DOCUMENTS,
    Code.NOT_A_MAPPING,
    Code.UNSAFE_TAG,
    Code.ALIAS_BOMB,
    Code.TOO_DEEP,
    Code.UNKNOWN_FORMAT,
}
"""Those of a whole file stand in test_files.py."""

_SERVICE = """\
    vendor: {rank: 3, quote: short, target: middle, floor: long}
    client: {rank: 2, quote: long, target: middle, floor: short}
"""

# fmt: off
# What is replaced, by what (« marks where the fault is reported), the fault, its path.
# Source: scenario-format.md, "What the door checks".
ONE_FAULT = [
    # keys: an unknown one at the key, a missing one at the key of the mapping that lacks it
    ("walk_away:", "«walkaway:", Code.UNKNOWN_KEY, "walkaway"),
    ("quote: 310", "«qoute: 1, quote: 310", Code.UNKNOWN_KEY, "issues.price.vendor.qoute"),
    ("    options: [short,", "    «step: 1\n    options: [short,", Code.UNKNOWN_KEY, "issues.service.step"),
    ("{en: Sample, zh: 样例}", "{en: Sample, zh: 样例, «Chinese: 样}", Code.UNKNOWN_KEY, "title.Chinese"),
    ("format: 1\nid: sample", "«id: sample", Code.MISSING_KEY, "format"),
    ("    vendor: {rank: 1, quote: 90, target: 60, floor: 30}", "    «vendor: {rank: 1, quote: 90, target: 60}", Code.MISSING_KEY, "issues.payment.vendor.floor"),
    ("  price:\n    name: {en: Price, zh: 价格}", "  «price:", Code.MISSING_KEY, "issues.price.name"),
    ("{id: visit, text: {en: a visit, zh: 参观}}", "«{id: visit}", Code.MISSING_KEY, "benefits[0].text"),
    ("terms: {price: 248, payment: 60, service: middle}", "«terms: {price: 248, payment: 60}", Code.MISSING_KEY, "rivals[0].terms.service"),
    ("{payment: {floor: 75}}", "{«payment: {}}", Code.MISSING_KEY, "events[0].effect.client.payment"),
    ("{when: {conceded: price, unasked: true}, say: {en: Noted., zh: 记下了。}, then: hold}", "«{when: {turn: 3}}", Code.MISSING_KEY, "beats[0].say"),
    ("{vendor: 12}", "{vendor: 12, «vendor: 13}", Code.DUPLICATE_KEY, "walk_away.vendor"),
    ("persona: analytic-steady", "persona: analytic-steady\n«clock: {minutes: 20}", Code.DUPLICATE_KEY, "clock"),
    ("persona: analytic-steady", "talk: {leave: 90, «break: 60}", Code.DUPLICATE_KEY, "talk.break"),
    # types
    ("{en: Sample, zh: 样例}", "«[Sample]", Code.WRONG_TYPE, "title"),
    ("minutes: 30", "minutes: «half", Code.WRONG_TYPE, "clock.minutes"),
    ("minutes: 30", 'minutes: «"30"', Code.WRONG_TYPE, "clock.minutes"),
    ("clock: {minutes: 30}", "clock: «30", Code.WRONG_TYPE, "clock"),
    ("vendor: 12", "vendor: «{points: 12}", Code.WRONG_TYPE, "walk_away.vendor"),
    ("stale: false", "stale: «maybe", Code.WRONG_TYPE, "insiders[0].stale"),
    ("stale: false", "stale: «1", Code.WRONG_TYPE, "insiders[0].stale"),
    ("quote: 310", "quote: «high", Code.WRONG_TYPE, "issues.price.vendor.quote"),
    ("persona: analytic-steady", "persona: «[analytic-steady]", Code.WRONG_TYPE, "persona"),
    ('at: "12:00"', 'at: «"12:60"', Code.WRONG_TYPE, "events[0].at"),
    ("{en: You sell., zh: 你们卖。}", '«""', Code.EMPTY, "brief.vendor"),
    ("{en: You sell., zh: 你们卖。}", "«{}", Code.EMPTY, "brief.vendor"),
    ("vendor: 12", 'vendor: «~', Code.EMPTY, "walk_away.vendor"),
    ("persona: analytic-steady", "persona:«", Code.EMPTY, "persona"),
    ("  - {name: Northstar, terms: {price: 248, payment: 60, service: middle}}\n", "", Code.EMPTY, "rivals"),
    # booleans, dates and odd numbers where a name, a text or a number is meant
    ("[short, middle, long]", "[short, middle, long, «no]", Code.QUOTE_IT, "issues.service.options[3]"),
    ("[short, middle, long]", "[short, middle, long, «2024-01-31]", Code.QUOTE_IT, "issues.service.options[3]"),
    ("[short, middle, long]", "[short, middle, long, «0x1F]", Code.QUOTE_IT, "issues.service.options[3]"),
    ("[short, middle, long]", "[short, middle, long, «1e3]", Code.QUOTE_IT, "issues.service.options[3]"),
    ("[short, middle, long]", "[short, middle, long, «12:30]", Code.QUOTE_IT, "issues.service.options[3]"),
    ("vendor: 12", "vendor: «yes", Code.QUOTE_IT, "walk_away.vendor"),
    ("minutes: 30", "minutes: «.inf", Code.QUOTE_IT, "clock.minutes"),
    ("id: sample", "id: «2024-01-31", Code.QUOTE_IT, "id"),
    ("{en: a visit, zh: 参观}", "«on", Code.QUOTE_IT, "benefits[0].text"),
    ("{en: Sample, zh: 样例}", "«2024", Code.QUOTE_IT, "title"),
    # words and names
    ("vendor_prefers: high", "vendor_prefers: «higher", Code.NOT_ALLOWED, "issues.price.vendor_prefers"),
    ("point: threat", "point: «thread", Code.NOT_ALLOWED, "pressure[0].point"),
    ("persona: analytic-steady", "persona: {hardness: «steel}", Code.NOT_ALLOWED, "persona.hardness"),
    ("id: sample", "id: «The Sample", Code.BAD_NAME, "id"),
    ("{id: lin,", '{id: «"9 lin",', Code.BAD_NAME, "client_team[0].id"),
    ("[short, middle, long]", '[short, middle, long, «"a\\nb"]', Code.BAD_NAME, "issues.service.options[3]"),
    ("{en: Two firms meet., zh: 两家公司见面。}", '«"two \\e[2J firms"', Code.BAD_CHARACTER, "brief.everyone"),
    ("{en: Two firms meet., zh: 两家公司见面。}", '«"two \\u202e firms"', Code.BAD_CHARACTER, "brief.everyone"),
    ("{en: a visit, zh: 参观}", "«" + "long " * 41, Code.TOO_LONG, "benefits[0].text"),
    # sizes
    ("minutes: 30", "minutes: «0", Code.OUT_OF_RANGE, "clock.minutes"),
    ("minutes: 30", "minutes: «-5", Code.OUT_OF_RANGE, "clock.minutes"),
    ("vendor: 12", "vendor: «100000", Code.OUT_OF_RANGE, "walk_away.vendor"),
    ("range: [100, 400]", "range: [100, «100]", Code.OUT_OF_RANGE, "issues.price.range[1]"),
    ("step: 1\n", "step: «0\n", Code.OUT_OF_RANGE, "issues.price.step"),
    ("rank: 3, quote: short", "rank: «0, quote: short", Code.OUT_OF_RANGE, "issues.service.vendor.rank"),
    ("vendor: 12", "vendor: «12.5", Code.TOO_PRECISE, "walk_away.vendor"),
    ("minutes: 30", "minutes: «7.12345", Code.TOO_PRECISE, "clock.minutes"),
    ("step: 1\n", "step: «0.0000001\n", Code.TOO_PRECISE, "issues.price.step"),
    ("quote: 310", "quote: «310.0000000000000001", Code.TOO_PRECISE, "issues.price.vendor.quote"),
    ("range: [100, 400]", "range: «[100, 400, 500]", Code.COUNT, "issues.price.range"),
    ("{conceded: price, unasked: true}", "«{}", Code.COUNT, "beats[0].when"),
    ("then: hold", "then: «{offer: {price: 200}, leave: press}", Code.COUNT, "beats[0].then"),
    # ids
    ("id: zhou", "id: «lin", Code.NAME_REPEATED, "client_team[1].id"),
    ("{en: a visit, zh: 参观}}", "a visit}\n  - {id: «visit, text: another}", Code.NAME_REPEATED, "benefits[1].id"),
    ("{en: a visit, zh: 参观}}", "a visit}\n  - {id: «price, text: a price}", Code.NAME_REPEATED, "benefits[1].id"),
    ("ranks: [service, price]", "ranks: [service, price, «service]", Code.ISSUE_REPEATED, "insiders[0].ranks[2]"),
    ("ranks: [service, price]", "ranks: «[service]", Code.COUNT, "insiders[0].ranks"),
    ("ranks: [service, price]", "ranks: [service, «prize]", Code.UNKNOWN_ISSUE, "insiders[0].ranks[1]"),
    # ladders
    ("[short, middle, long]", "[short, middle, long, «middle]", Code.OPTION_REPEATED, "issues.service.options[3]"),
    ("[90, 75, 60, 45, 30]", "[90, 75, 60, 45, 30, «90.0]", Code.OPTION_REPEATED, "issues.payment.options[5]"),
    ("[90, 75, 60, 45, 30]", "[90, 75, 60, 45, 30, «50]", Code.LADDER_ORDER, "issues.payment.options[5]"),
    ("[short, middle, long]", "[short, middle, long]\n    levels: [4, 2, «3]", Code.LEVELS_ORDER, "issues.service.levels[2]"),
    ("[short, middle, long]", "[short, middle, long]\n    levels: «[5, 3]", Code.COUNT, "issues.service.levels"),
    ("[short, middle, long]", "[short, middle, long]\n    levels: [5, 3, «0]", Code.OUT_OF_RANGE, "issues.service.levels[2]"),
    ("range: [100, 400]", "levels: [300, 280, «290, 250, 200]", Code.LEVELS_ORDER, "issues.price.levels[2]"),
    ("range: [100, 400]", "levels: [300, 280, «280, 250, 200]", Code.LEVELS_ORDER, "issues.price.levels[2]"),
    # ranks and bands
    ("rank: 1, quote: 90", "rank: «2, quote: 90", Code.RANKS, "issues.payment.vendor.rank"),
    ("rank: 3, quote: short", "rank: «7, quote: short", Code.RANKS, "issues.service.vendor.rank"),
    ("target: 240", "target: «310", Code.BAND_ORDER, "issues.price.vendor.target"),
    ("target: 240", "target: «320", Code.BAND_ORDER, "issues.price.vendor.target"),
    ("target: 225, floor: 265", "target: 265, floor: «265", Code.BAND_ORDER, "issues.price.client.floor"),
    ("quote: 90, target: 60, floor: 30", "quote: 60, target: «75, floor: 30", Code.BAND_ORDER, "issues.payment.vendor.target"),
    ("quote: 30, target: 60, floor: 90", "quote: 30, target: 60, floor: «45", Code.BAND_ORDER, "issues.payment.client.floor"),
    (_SERVICE, _SERVICE.replace("middle, floor: long", "short, floor: short").replace("middle, floor: short", "long, floor: «long"), Code.NO_ZONE, "issues.service.client.floor"),
    # values
    ("quote: 170", "quote: «170.5", Code.OFF_STEP, "issues.price.client.quote"),
    ("range: [100, 400]", "range: [100, «400.5]", Code.OFF_STEP, "issues.price.range[1]"),
    ("price: 248", "price: «248.5", Code.OFF_STEP, "rivals[0].terms.price"),
    ("quote: 90, target: 60, floor: 30", "quote: 90, target: «61, floor: 30", Code.NOT_AN_OPTION, "issues.payment.vendor.target"),
    ("service: middle}", "service: «midle}", Code.NOT_AN_OPTION, "rivals[0].terms.service"),
    ("veto: {service: short}", "veto: {service: «shortest}", Code.NOT_AN_OPTION, "client_team[1].veto.service"),
    ("floor: 75", "floor: «70", Code.NOT_AN_OPTION, "events[0].effect.client.payment.floor"),
    ("quote: 310", "quote: «401", Code.OUTSIDE_RANGE, "issues.price.vendor.quote"),
    ("floor: 265", "floor: «-1", Code.OUTSIDE_RANGE, "issues.price.client.floor"),
    ("price: 248", "price: «99", Code.OUTSIDE_RANGE, "rivals[0].terms.price"),
    ("{price: 200}", "{price: «80}", Code.OUTSIDE_RANGE, "authority.vendor.price"),
    # what is named must be there
    ("conceded: price", "conceded: «prize", Code.UNKNOWN_ISSUE, "beats[0].when.conceded"),
    ("{issue: price,", "{issue: «cost,", Code.UNKNOWN_ISSUE, "pressure[0].issue"),
    ("veto: {service: short}", "veto: {«services: short}", Code.UNKNOWN_ISSUE, "client_team[1].veto.services"),
    ("{payment: {floor: 75}}", "{«pay: {floor: 75}}", Code.UNKNOWN_ISSUE, "events[0].effect.client.pay"),
    ("payment: payment}", "payment: «paid}", Code.UNKNOWN_ISSUE, "money.payment"),
    ("criteria: [price, visit]", "criteria: [price, «vist]", Code.UNKNOWN_BENEFIT, "client_team[0].criteria[1]"),
    ("persona: analytic-steady", "persona: «analytic-stead", Code.UNKNOWN_PERSONA, "persona"),
    ("persona: analytic-steady", "persona: {base: «nobody}", Code.UNKNOWN_PERSONA, "persona.base"),
    ("role: economic", "role: «boss", Code.UNKNOWN_ROLE, "client_team[0].role"),
    ("then: hold", "then: «stop", Code.NOT_A_MOVE, "beats[0].then"),
    ("then: hold", "then: {«ofer: {price: 200}}", Code.NOT_A_MOVE, "beats[0].then.ofer"),
    ("then: hold", "then: {argue: «limit}", Code.NOT_A_MOVE, "beats[0].then.argue"),
    ("then: hold", "then: {leave: «home}", Code.NOT_A_MOVE, "beats[0].then.leave"),
    ('at: "12:00"', 'at: «"30:01"', Code.EVENT_TOO_LATE, "events[0].at"),
    ('at: "12:00"', "at: «1801", Code.EVENT_TOO_LATE, "events[0].at"),
    ("{conceded: price, unasked: true}", '{at: «"31:00"}', Code.EVENT_TOO_LATE, "beats[0].when.at"),
    ("payment: payment}", "payment: «service}", Code.NOT_IN_NUMBERS, "money.payment"),
    ("payment: payment}", "payment: «price}", Code.NOT_IN_NUMBERS, "money.payment"),
    ("persona: analytic-steady", "agenda: [price, «prices, payment, service]", Code.AGENDA, "agenda[1]"),
    ("persona: analytic-steady", "agenda: «[price, payment]", Code.AGENDA, "agenda"),
    # warnings
    ("{en: Sample, zh: 样例}", "«{en: Sample}", Code.LANGUAGE_MISSING, "title"),
    ("en: You sell.", "en: «You sell above 188.", Code.FLOOR_TOLD, "brief.vendor.en"),
    ("zh: 日期不变。", "zh: «最多２６５万。", Code.FLOOR_TOLD, "insiders[0].text.zh"),
    ("en: Others ask less.", 'en: «"Others: 188.5, 188"', Code.FLOOR_TOLD, "pressure[0].claim.en"),
    ("then: hold", "then: {offer: {price: «270}}", Code.OFFER_BEYOND_FLOOR, "beats[0].then.offer.price"),
    ("{vendor: {price: 200}}", "{client: {price: «270}}", Code.AUTHORITY_BEYOND_FLOOR, "authority.client.price"),
    ("{conceded: price, unasked: true}", "{conceded: price, unasked: «false}", Code.NO_EFFECT, "beats[0].when.unasked"),
]
# fmt: on


@pytest.mark.parametrize(("old", "new", "code", "path"), ONE_FAULT)
def test_one_fault_is_reported_once_at_its_place(old: str, new: str, code: Code, path: str) -> None:
    spoilt = spoil(old, new)
    found = [(fault.code, fault.path, fault.line, fault.column) for fault in spoilt.problems()]
    if "«" in new:
        assert found == [(code, path, spoilt.line, spoilt.column)]
    else:  # an empty value has no characters of its own to point at
        assert [(fault[0], fault[1]) for fault in found] == [(code, path)]


def test_every_fault_of_a_value_has_an_example_above() -> None:
    shown = {code for _, _, code, _ in ONE_FAULT}
    assert shown == set(Code) - FILE_FAULTS - {Code.NO_TRADE}


def test_the_unspoilt_sample_has_no_problem_at_all() -> None:
    assert open_bytes(SAMPLE.encode()).problems == ()


def test_all_faults_of_a_file_are_reported_at_once_in_the_order_of_the_text() -> None:
    text = SAMPLE
    for old, new in (
        ("minutes: 30", "minutes: 0"),
        ("vendor_prefers: high", "vendor_prefers: up"),
        ("rank: 3, quote: short", "rank: 1, quote: brief"),
        ("price: 248", "prise: 248"),
        ("role: economic", "role: boss"),
        ("then: hold", "then: stop"),
    ):
        text = text.replace(old, new)
    opened = open_bytes(text.encode())
    assert opened.scenario is None
    assert [(fault.code, fault.path) for fault in opened.problems] == [
        (Code.OUT_OF_RANGE, "clock.minutes"),
        (Code.NOT_ALLOWED, "issues.price.vendor_prefers"),
        (Code.RANKS, "issues.service.vendor.rank"),
        (Code.NOT_AN_OPTION, "issues.service.vendor.quote"),
        (Code.MISSING_KEY, "rivals[0].terms.price"),
        (Code.UNKNOWN_ISSUE, "rivals[0].terms.prise"),
        (Code.UNKNOWN_ROLE, "client_team[0].role"),
        (Code.NOT_A_MOVE, "beats[0].then"),
    ]


def test_an_issue_that_cannot_be_read_is_still_known_by_its_name() -> None:
    problems = spoil("vendor_prefers: high", "vendor_prefers: «up").problems()
    assert [fault.code for fault in problems] == [Code.NOT_ALLOWED]


def test_a_zone_that_is_missing_on_purpose_is_allowed() -> None:
    none = _SERVICE.replace("middle, floor: long", "short, floor: short")
    none = none.replace("middle, floor: short", "long, floor: long")
    text = SAMPLE.replace(_SERVICE, none + "    no_zone: true\n")
    opened = open_bytes(text.encode())
    assert opened.problems == ()
    assert opened.scenario is not None
    assert opened.scenario.no_zone == (2,)


def test_ladder_marks_may_coincide_and_numeric_marks_may_not() -> None:
    ladder = SAMPLE.replace("quote: 90, target: 60, floor: 30", "quote: 60, target: 60, floor: 60")
    assert open_bytes(ladder.encode()).problems == ()
    numeric = spoil("quote: 170, target: 225", "quote: 225, target: «225")
    assert [fault.code for fault in numeric.problems()] == [Code.BAND_ORDER]


def test_drawing_equal_orders_is_warned_of() -> None:
    # equal ranks on mirrored issues: nothing to trade (exercise.md R46)
    text = """\
format: 1
id: equal
title: Equal
brief: {everyone: Two firms meet.}
orders: drawn
issues:
  one:
    name: One
    options: [3, 2, 1]
    vendor: {rank: 1, quote: 3, target: 2, floor: 1}
    client: {rank: 1, quote: 1, target: 2, floor: 3}
  two:
    name: Two
    options: [3, 2, 1]
    vendor: {rank: 2, quote: 3, target: 2, floor: 1}
    client: {rank: 2, quote: 1, target: 2, floor: 3}
"""
    opened = open_bytes(text.encode())
    assert [(fault.code, fault.path) for fault in opened.problems] == [(Code.NO_TRADE, "orders")]
    assert opened.scenario is not None


def test_warnings_do_not_keep_a_scenario_from_playing() -> None:
    opened = open_bytes(spoil("en: You sell.", "en: «You sell above 188.").text.encode())
    assert [fault.severity for fault in opened.problems] == [Severity.WARNING]
    assert opened.scenario is not None
    assert opened.scenario.id == "sample"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        (("walk_away:", "«walk_way:"), "`walk_away`"),
        (("persona: analytic-steady", "persona: «analitic-steady"), "`analytic-steady`"),
        (("conceded: price", "conceded: «prices"), "`price`"),
        (("role: economic", "role: «economics"), "`economic`"),
    ],
)
def test_a_misspelt_word_gets_the_nearest_one_as_a_hint(
    written: tuple[str, str], hint: str
) -> None:
    (problem,) = spoil(*written).problems()
    assert f"Did you mean {hint}?" in problem.message
    assert f"是不是 {hint}？" in problem.message_in("zh")
