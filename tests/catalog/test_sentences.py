"""What a problem says, to people and to programs."""

from __future__ import annotations

import json
import re
from string import Formatter

import pytest
from spoilt import spoil

from negosim.catalog import Code, Severity
from negosim.catalog.sentences import SENTENCES

_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", list(Code))
def test_every_fault_has_a_sentence_in_both_languages_with_the_same_slots(code: Code) -> None:
    said = SENTENCES[code]
    slots = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in said]
    assert slots[0] == slots[1]
    assert _CHINESE.search(said.zh)
    assert not _CHINESE.search(said.en)
    assert not re.search(r"[\u4e00-\u9fff][,;?]", said.zh)


def test_a_problem_is_one_line_with_file_line_column_and_path() -> None:
    (problem,) = spoil("target: 240", "target: «320").problems()
    assert str(problem) == (
        "sample.yaml:15:43: issues.price.vendor.target: target 320 is out of order; "
        "for the vendor quote > target > floor"
    )
    assert problem.sentence("zh") == (
        "sample.yaml:15:43: issues.price.vendor.target: 目标 320 的先后不对；"
        "对供应商来说，报价 > 目标 > 底线"
    )


def test_a_warning_says_that_it_is_one() -> None:
    (problem,) = spoil("{en: Sample, zh: 样例}", "«{en: Sample}").problems()
    assert problem.severity is Severity.WARNING
    assert str(problem) == (
        "sample.yaml:3:8: title: warning: this text lacks zh; the file's languages are en, zh"
    )
    assert problem.sentence("zh").startswith("sample.yaml:3:8: title: 提醒：这段文字缺少 zh")


def test_the_json_of_a_problem_has_the_fields_of_the_check_command() -> None:
    # Source: cli.md, `negosim check --json`
    (problem,) = spoil("then: hold", "then: «stop").problems()
    assert json.loads(json.dumps(problem.as_json())) == {
        "file": "sample.yaml",
        "line": 43,
        "column": 81,
        "path": "beats[0].then",
        "code": "not_a_move",
        "severity": "error",
        "message": "`stop` is not something a beat can do; "
        "allowed: accept, hold, goodwill, {offer: …}, {argue: …}, {leave: …}",
    }


def test_a_sentence_shows_no_control_characters_of_the_file() -> None:
    (problem,) = spoil("id: sample", 'id: «"a\\e[31mb"').problems()
    assert "\x1b" not in problem.message
    assert "`a\\x1b[31mb`" in problem.message


def test_a_sentence_cuts_long_values_short() -> None:
    (problem,) = spoil("id: sample", "id: «" + "A" * 500).problems()
    assert len(problem.message) < 200


def test_a_sentence_is_not_confused_by_braces_in_a_value() -> None:
    (problem,) = spoil("id: sample", 'id: «"{found}"').problems()
    assert "`{found}` cannot be a name here" in problem.message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("quote: 170", "quote: «170.5", "whole multiples of 1 are allowed (170 or 171)"),
        ("quote: 310", "quote: «401", "allowed: 100 to 400"),
        (
            "minutes: 30",
            "minutes: «0",
            "allowed: a number above 0 up to 600 with at most 3 decimals",
        ),
        ("service: middle}", "service: «midle}", "allowed: short, middle, long. Did you mean"),
        ('at: "12:00"', 'at: «"30:01"', "the latest time is 30:00"),
        ("[short, middle, long]", "[short, middle, long, «no]", 'quote it ("no")'),
    ],
)
def test_a_sentence_says_what_is_allowed(old: str, new: str, said: str) -> None:
    (problem,) = spoil(old, new).problems()
    assert said in problem.message
