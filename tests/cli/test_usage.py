"""Help and refusals of the command line: in the language asked for, and saying what to do."""

from __future__ import annotations

import pytest

from negosim.cli.main import VERBS, main
from negosim.cli.options import language_asked
from negosim.language.typography import cells


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a line."""
    try:
        status = main(argv)
    except SystemExit as left:
        status = int(left.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


@pytest.mark.parametrize("verb", VERBS)
def test_help_is_in_the_language_that_the_line_asks_for(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, verb, "--lang", "zh", "--help")
    assert status == 0
    assert out.startswith(f"用法： negosim {verb} ")
    assert "\n选项：\n" in out
    assert "显示这份说明" in out
    # argparse's own words; names in capitals and braces stay as they are typed.
    assert not any(word in out for word in ("usage", "options", "show this", "positional"))
    assert max(map(cells, out.splitlines())) <= 80


@pytest.mark.parametrize("verb", VERBS)
def test_english_help_keeps_to_eighty_columns(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, verb, "--help")
    assert status == 0
    assert out.startswith(f"usage: negosim {verb} ")
    assert "\noptions:\n" in out
    assert max(map(cells, out.splitlines())) <= 80


def test_what_lang_says_counts_before_the_line_is_parsed() -> None:
    assert language_asked(["play", "--lang", "zh"]) == "zh"
    assert language_asked(["play", "--lang=en", "--seed", "3"]) == "en"
    assert language_asked(["play", "--lang"]) == ""
    assert language_asked(["play", "--lang", "fr"]) == ""
    assert language_asked([]) == ""


@pytest.mark.parametrize(
    ("line", "english", "chinese"),
    [
        ("simulate", "SCENARIO is missing", "还缺SCENARIO"),
        ("simulate first-deal --games x", "--games: 'x' is not a whole number", "“x”不是整数"),
        ("simulate first-deal --vendr x", "there is no --vendr x here", "这里没有--vendr x"),
        ("play first-deal --seed", "--seed needs a value", "--seed 后面要有值"),
        (
            "play first-deal --side x",
            "--side takes vendor, client, not x",
            "--side 只能是 vendor, client，不能是 x",
        ),
        ("simulate first-deal --games 0", "--games takes 1 to 1,000,000", "--games 可以是1到"),
        ("principles first-deal --jobs 0", "--jobs takes 1 to 256", "--jobs 可以是1到256"),
        (
            "simulate first-deal --vendor curse",
            "there is no bot 'curse' for this; did you mean 'course'?",
            "这里没有“curse”这个机器人，是不是“course”？",
        ),
        (
            "principles first-deal --client zzz",
            "there is no bot 'zzz'; negosim policies and negosim personas list the names",
            "没有“zzz”这个机器人；名字用 negosim policies 和 negosim personas 查",
        ),
    ],
)
def test_wrong_usage_is_one_sentence_and_where_help_is(
    line: str, english: str, chinese: str, capsys: pytest.CaptureFixture[str]
) -> None:
    verb = line.split()[0]
    for lang, sentence, way in (
        ("en", english, f"Try negosim {verb} --help."),
        ("zh", chinese, f"说明见 negosim {verb} --help。"),
    ):
        status, out, err = run(capsys, verb, "--lang", lang, *line.split()[1:])
        assert (status, out) == (2, "")
        said, where = err.splitlines()
        assert sentence in said
        assert where == way


def test_games_that_end_below_both_pars_create_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Neither gives way: no contract, 20 and 22 points where the pars are 30 and 30.
    line = "simulate third-vendor --vendor hardliner --client driving-self --games 1 --seed 900000"
    status, out, _ = run(capsys, *line.split())
    assert status == 0
    assert "Games: 1, signed: 0\n" in out
    assert "Nothing was created: together they stayed below their two pars\n" in out
    assert "-" not in out
