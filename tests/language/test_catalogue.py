"""Message catalogues: both languages hold the same messages with the same slots."""

from __future__ import annotations

import re

import pytest

from negosim.language.catalogue import LANGUAGES, MissingMessage, catalogue
from negosim.resources import folder

MESSAGES = folder("assets") / "messages"
NAMES = sorted({path.name.split(".")[0] for path in MESSAGES.glob("*.toml")})
OWN = (
    "cli",
    "commands",
    "names",
    "people",
    "refusals",
    "rules",
    "rulings",
    "talk",
    "terminal",
    "solo",
    "coach",
)
"""The catalogues of the language package and of the command line."""
SPOKEN = tuple(name for name in NAMES if name.startswith("speech"))
"""What bots say is written anew in each language: a line may leave out what another names."""


def _slots(name: str, lang: str) -> dict[str, frozenset[str]]:
    messages = catalogue(name, lang)
    # `Issue` is `issue` at the start of a sentence; Chinese has no capitals.
    return {key: frozenset(map(str.lower, messages.slots(key))) for key in messages}


def test_there_is_a_catalogue_for_everything_the_language_package_reads() -> None:
    assert set(OWN) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_catalogue_has_the_same_keys_in_every_language(name: str) -> None:
    keys = {
        lang: set(catalogue(name, lang)) if name in SPOKEN else list(catalogue(name, lang))
        for lang in LANGUAGES
    }
    assert keys["zh"] == keys["en"]


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(SPOKEN)))
def test_a_message_has_the_same_slots_in_every_language(name: str) -> None:
    assert _slots(name, "zh") == _slots(name, "en")


@pytest.mark.parametrize("name", NAMES)
def test_no_message_is_empty(name: str) -> None:
    for lang in LANGUAGES:
        messages = catalogue(name, lang)
        empty = {key for key in messages if not all(messages.variants(key))}
        # Chinese sets minutes and seconds side by side without a blank.
        assert empty <= ({"span.join"} if (name, lang) == ("talk", "zh") else set())


@pytest.mark.parametrize("name", OWN)
def test_chinese_messages_use_full_width_marks_between_chinese_characters(name: str) -> None:
    text = (MESSAGES / f"{name}.zh.toml").read_text(encoding="utf-8")
    assert re.findall(r"[一-鿿][,;!?:](?=[一-鿿])", text) == []


def test_a_message_fills_its_slots_and_leaves_their_text_alone() -> None:
    text = catalogue("talk", "en").text("answer.issue", a="{price}")
    assert text == "What matters most to us: {price}."


def test_a_variant_is_taken_by_any_whole_number() -> None:
    words = catalogue("commands", "en")
    assert words.variant("verb.ask", 0) == "ask"
    assert words.variant("verb.ask", 3) == "ask"
    assert words.variant("verb.ask", 4) == "question"


def test_a_missing_key_and_a_missing_slot_say_which() -> None:
    with pytest.raises(MissingMessage, match=r"talk\.en: no message 'nothing\.here'"):
        catalogue("talk", "en").text("nothing.here")
    with pytest.raises(MissingMessage, match=r"'answer\.issue' needs 'a'"):
        catalogue("talk", "en").text("answer.issue")


def test_there_is_no_catalogue_of_an_unknown_name() -> None:
    with pytest.raises(MissingMessage, match=r"nowhere\.en\.toml"):
        catalogue("nowhere", "en")
