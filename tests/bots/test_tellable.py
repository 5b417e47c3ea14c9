"""Twelve people who can be told apart by one game: with the words hidden by their moves, with the
figures hidden by their words (personas.md). Chance is 25 % for the style pair, 8 % for the person.

Wide thresholds: `tests/bench/tellable.py` prints the figures, docs/bots.md has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import arena
import overheard
import pytest
import tellable

from negosim.bots import roster
from negosim.catalog import load
from negosim.language.catalogue import LANGUAGES

VENDORS = ("course", "naive", "splitter")
LEARNT = range(100, 106)
ASKED = range(200, 203)
A_GAME = 20
"""About as many lines as a client says in a game."""


@lru_cache
def played(vendor: str, seeds: range, lang: str | None = None) -> list[tuple[str, arena.Played]]:
    scenario = load("third-vendor")
    return [
        (person, arena.play(scenario, vendor, person, seed=seed, lang=lang))
        for person in roster.personas()
        for seed in seeds
    ]


def right(pairs: Iterable[tuple[str, str]]) -> float:
    outcomes = [who == said for who, said in pairs]
    return sum(outcomes) / len(outcomes)


@pytest.mark.parametrize("turns", [None, tellable.LOOKED_AT])
def test_moves_alone_tell_the_style_and_the_person_of_an_unseen_game(turns: int | None) -> None:
    learnt = [
        (who, tellable.moves_of(match, turns))
        for vendor in VENDORS
        for who, match in played(vendor, LEARNT)
    ]
    by_style = tellable.Bayes((tellable.style_of(who), seen) for who, seen in learnt)
    by_person = tellable.Bayes(learnt)
    for vendor in VENDORS:
        asked = [(who, tellable.moves_of(match, turns)) for who, match in played(vendor, ASKED)]
        style = right((tellable.style_of(who), by_style.label(seen)) for who, seen in asked)
        person = right((who, by_person.label(seen)) for who, seen in asked)
        assert style >= 0.75, vendor
        assert person >= 0.6, vendor


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_alone_tell_the_style_and_the_person_of_an_unseen_game(lang: str) -> None:
    heard = [
        (who, overheard.words_of(match, lang)) for who, match in played("course", range(2), lang)
    ]
    by_style = overheard.Ear((tellable.style_of(who), runs) for who, runs in heard)
    by_person = overheard.Ear(heard)
    asked = [
        (who, overheard.words_of(match, lang)) for who, match in played("splitter", range(2), lang)
    ]
    assert right((tellable.style_of(who), by_style.label(runs)) for who, runs in asked) >= 0.9
    assert right((who, by_person.label(runs)) for who, runs in asked) >= 0.75


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_hold_no_figure_and_no_name_of_the_scenario(lang: str) -> None:
    scenario = load("third-vendor")
    names = [issue.name.in_(lang).lower() for issue in scenario.issues]
    for _, match in played("splitter", range(2), lang):
        runs = overheard.words_of(match, lang)
        assert not any(character.isdigit() for run in runs for character in run)
        assert not any(name in runs for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_style_is_told_by_lines_that_were_never_heard(lang: str) -> None:
    heard, asked = [], []
    for style in overheard.STYLES:
        learnt, apart = overheard.half_of(style, lang, A_GAME)
        heard += [(style, runs) for runs in learnt]
        asked += [(style, runs) for runs in apart]
    ear = overheard.Ear(heard)
    assert right((style, ear.label(runs)) for style, runs in asked) >= 0.75
