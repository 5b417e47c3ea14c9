"""Help on the rules, by number and by word."""

from __future__ import annotations

import pytest

from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.rules import rule_help, topics


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_is_help_on_every_rule_of_the_exercise(lang: str) -> None:
    # exercise.md has R1 to R52.
    for number in range(1, 53):
        text = rule_help(f"R{number}", lang)
        assert text.startswith(f"R{number}")
        assert len(text.splitlines()) == 2


@pytest.mark.parametrize("typed", ["R22", "r22", "22", "Ｒ２２", " R22 "])
def test_a_rule_is_found_however_its_number_is_typed(typed: str) -> None:
    assert rule_help(typed, "en").startswith("R22  Ask before you give")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_leads_to_rules(lang: str) -> None:
    messages = catalogue("rules", lang)
    for key in messages.under("words"):
        for word in messages.variants(f"words.{key}"):
            text = rule_help(word, lang)
            for rule in messages.text(f"about.{key}").split():
                assert f"{rule.upper()} " in text or f"{rule.upper()}　" in text


def test_an_unknown_topic_says_what_there_is() -> None:
    text = rule_help("zebra", "en")
    assert text.startswith("There is no help on “zebra”.")
    assert "concession" in text


def test_no_topic_lists_the_words() -> None:
    assert all(word in rule_help("", "zh") for word in topics("zh"))
