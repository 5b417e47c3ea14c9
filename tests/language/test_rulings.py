"""Every ruling is one sentence that cites its rule."""

from __future__ import annotations

import re

import pytest
import said

from negosim.engine.events import Ruling
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.lexicon import lexicon_of_match
from negosim.language.rulings import ruling_sentence

WORDS = {lang: lexicon_of_match(said.SCENARIO, (), lang) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_samples_hold_every_code_there_is_a_sentence_for(lang: str) -> None:
    assert {ruling.code for ruling in said.RULINGS} == set(catalogue("rulings", lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("ruling", said.RULINGS, ids=lambda ruling: ruling.code)
def test_a_ruling_is_a_sentence_with_its_rule_number(ruling: Ruling, lang: str) -> None:
    text = ruling_sentence(WORDS[lang], ruling)
    assert "{" not in text
    assert re.search(r"[（(]R\d+.*[)）][.。]$", text), text


def test_sizes_are_said_in_the_issues_own_measure() -> None:
    too_large = said.RULINGS[3]
    assert ruling_sentence(WORDS["en"], too_large) == (
        "40 (10k yuan) on price is more than the 30 (10k yuan) that fits how hard they are; "
        "40 (10k yuan) was planned (R23)."
    )
    assert ruling_sentence(WORDS["zh"], said.RULINGS[9]) == (
        "价格上次让20万元，这次40万元，没有变小，对方会等着下一步（R26）。"
    )


def test_a_value_beyond_authority_names_both_values() -> None:
    assert ruling_sentence(WORDS["en"], said.RULINGS[5]) == (
        "A price of 230 (10k yuan) goes beyond the authority, a price of 240 (10k yuan); "
        "consult first, or it does not bind (R24)."
    )
