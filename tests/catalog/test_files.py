"""Faults of a whole file: not there, not text, not YAML, not a mapping, too much."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from spoilt import SAMPLE, marked

from negosim.catalog import Code, ScenarioError, check, load, open_bytes, shipped, yaml_text
from negosim.engine.scenario import BeatMove, Effect, MoneyView, When
from negosim.engine.sides import BySide, Side
from negosim.engine.yardstick import Marks

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(8)
)

# A text with « where the fault is, and the fault.
TEXTS = [
    ("a: «'never closed\n", Code.NOT_YAML),
    ("a: b«: c\n", Code.NOT_YAML),
    ("a:\n«\tb: 1\n", Code.NOT_YAML),
    ("a: [1, 2\nb«: 3\n", Code.NOT_YAML),
    ("a:\n  b: 1\n «c: 2\n", Code.NOT_YAML),
    ("a: «@b\n", Code.NOT_YAML),
    ("a: «*nothing\n", Code.NOT_YAML),
    (SAMPLE + "«---\nb: 2\n", Code.SEVERAL_DOCUMENTS),
    ("«", Code.NOT_A_MAPPING),
    ("# only a comment\n", Code.NOT_A_MAPPING),
    ("«- format: 1\n", Code.NOT_A_MAPPING),
    ("«just a sentence\n", Code.NOT_A_MAPPING),
    (BOMB, Code.ALIAS_BOMB),
    ("a: &a [1, «*a]\n", Code.ALIAS_BOMB),
    ("a: " + "[" * 30 + "]" * 30 + "\n", Code.TOO_DEEP),
    ("a: " + "[" * 100_000, Code.TOO_DEEP),
    ("a: «\u0007\n", Code.BAD_CHARACTER),
    ("«format: 2\nwhatever: 1\n".replace("«format: 2", "format: «2"), Code.UNKNOWN_FORMAT),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_a_text_that_is_no_scenario_gets_its_fault_at_its_place(text: str, code: Code) -> None:
    spoilt = marked(text)
    problems = spoilt.problems()
    assert [fault.code for fault in problems] == [code]
    if "«" in text and "never closed" not in text:
        assert (problems[0].line, problems[0].column) == (spoilt.line, spoilt.column)


def test_a_quotation_mark_that_is_never_closed_is_said_in_words() -> None:
    (problem,) = open_bytes(b"a: 'b\n").problems
    assert "a quotation mark is never closed" in problem.message
    assert "引号没有闭合" in problem.message_in("zh")


def test_an_unsafe_tag_is_refused_and_never_acted_upon() -> None:
    text = SAMPLE.replace("{en: Sample, zh: 样例}", "!!python/object/apply:os.getcwd []")
    codes = [fault.code for fault in open_bytes(text.encode()).problems]
    assert Code.UNSAFE_TAG in codes


def test_the_plain_tags_of_yaml_are_read() -> None:
    text = SAMPLE.replace("{en: Sample, zh: 样例}", "!!str 2024")
    opened = open_bytes(text.encode())
    assert opened.problems == ()
    assert opened.scenario is not None
    assert opened.scenario.story.title.in_("en") == "2024"


def test_bytes_that_are_not_utf8_are_told_at_the_first_of_them() -> None:
    (problem,) = open_bytes("a: 1\nb: 价".encode() + b"\xff\n").problems
    assert (problem.code, problem.line, problem.column) == (Code.NOT_UTF8, 2, 5)


def test_a_byte_order_mark_does_not_disturb() -> None:
    assert open_bytes(b"\xef\xbb\xbf" + SAMPLE.encode()).problems == ()


def test_windows_line_ends_do_not_disturb() -> None:
    assert open_bytes(SAMPLE.replace("\n", "\r\n").encode()).problems == ()


def test_a_file_that_is_not_there_names_the_shipped_scenarios() -> None:
    (problem,) = check("third-vender")
    assert problem.code is Code.NOT_FOUND
    assert "course-grid, first-deal, gate, shortlist, third-vendor, tower" in problem.message
    assert "Did you mean `third-vendor`?" in problem.message


def test_a_folder_cannot_be_read_as_a_scenario(tmp_path: Path) -> None:
    (problem,) = check(tmp_path)
    assert problem.code is Code.UNREADABLE


def test_a_path_with_a_zero_byte_is_unreadable_not_a_crash() -> None:
    (problem,) = check("a\0b")
    assert problem.code is Code.UNREADABLE


def test_a_file_over_one_mebibyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(SAMPLE.encode() + b"#" * (1 << 20))
    (problem,) = check(path)
    assert problem.code is Code.TOO_LARGE


def test_a_file_of_exactly_one_mebibyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    text = SAMPLE.encode()
    path.write_bytes(text + b"#" * ((1 << 20) - len(text)))
    assert check(path) == ()


def test_files_open_by_shipped_id_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert [load(id_).id for id_ in shipped()] == list(shipped())


def test_load_raises_with_every_problem(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(SAMPLE.replace("rank: 3", "rank: 9"), encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        load(path)
    assert raised.value.problems == check(path)
    assert str(raised.value) == "\n".join(str(problem) for problem in check(path))


def test_later_formats_are_refused_without_judging_the_rest() -> None:
    (problem,) = open_bytes(b"format: 2\nnew_key: 1\n").problems
    assert problem.message == "format 2 is not known to this version; it reads format 1"


def test_both_parsers_of_yaml_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [SAMPLE, *(marked(text).text for text, _ in TEXTS if len(text) < 5000)]
    fast = [open_bytes(text.encode()) for text in texts]
    monkeypatch.setattr(yaml_text, "LOADER", yaml.SafeLoader)
    slow = [open_bytes(text.encode()) for text in texts]
    assert [opened.scenario for opened in fast] == [opened.scenario for opened in slow]
    places = [[(f.code, f.line, f.column) for f in opened.problems] for opened in fast]
    assert places == [[(f.code, f.line, f.column) for f in opened.problems] for opened in slow]


def test_merged_keys_stand_behind_those_that_are_written() -> None:
    text = SAMPLE.replace(
        "    client: {rank: 1, quote: 170, target: 225, floor: 265}\n",
        "    client: {<<: {rank: 1, quote: 160, target: 225}, quote: 170, floor: 265}\n",
    )
    assert open_bytes(text.encode()).scenario == open_bytes(SAMPLE.encode()).scenario


def test_a_value_repeated_by_an_alias_is_read_where_it_stands() -> None:
    text = SAMPLE.replace("quote: 90, target: 60", "quote: 90, target: &half 60")
    text = text.replace("quote: 30, target: 60", "quote: 30, target: *half")
    assert open_bytes(text.encode()).scenario == open_bytes(SAMPLE.encode()).scenario


def test_an_escape_beyond_unicode_is_a_fault_for_either_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = rb'a: "\UFFFFFFFF"'
    assert [fault.code for fault in open_bytes(text).problems] == [Code.NOT_YAML]
    monkeypatch.setattr(yaml_text, "LOADER", yaml.SafeLoader)
    assert [fault.code for fault in open_bytes(text).problems] == [Code.NOT_YAML]


def test_the_example_of_the_format_loads_as_it_is_written() -> None:
    # Source: scenario-format.md; every field of format 1 is used in it
    scenario = load(Path(__file__).parent / "format_example.yaml")
    assert [issue.id for issue in scenario.issues] == ["price", "payment", "service", "delivery"]
    assert scenario.issues[0].unit is not None
    assert scenario.issues[0].unit.in_("zh") == "万元"
    assert (scenario.issues[0].lowest, scenario.issues[0].highest) == (100, 400)
    assert scenario.marks.client[0] == Marks(rank=1, quote=170, target=225, floor=265)
    assert scenario.marks.vendor[2] == Marks(rank=3, quote=0, target=2, floor=4)
    assert scenario.house.costs.question == 30_000
    assert scenario.opposition.team[1].veto == (None, None, 1, None)
    assert scenario.opposition.news[0].at_ms == 720_000
    assert scenario.opposition.news[0].effects == (Effect(Side.CLIENT, 3, True, 2),)
    assert scenario.opposition.beats[0].when == When(conceded=0, unasked=True)
    assert scenario.opposition.beats[0].then == BeatMove(hold=True)
    assert scenario.payment.money == MoneyView(price=0, payment=1)
    assert scenario.walk_away == BySide(20, 22)
