"""Bots' words in whole games: nothing twice, nothing leaked, nothing but what is public (B7)."""

from __future__ import annotations

import re
from collections import Counter

import arena
import built
import pytest

from negosim.bots import roster
from negosim.bots.personas import PERSONAS
from negosim.bots.wordings import fixed_parts, last_said
from negosim.catalog import load
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.concession import merged, packages
from negosim.engine.record import but
from negosim.engine.scenario import Scenario, with_marks, with_order
from negosim.engine.sides import BySide, Side
from negosim.engine.words import ArgumentKind
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.values import value_text

SCENARIO = built.third_vendor()
SHIPPED = ("third-vendor", "course-grid", "first-deal")
TELLING = {"en": 20, "zh": 8}
"""A sentence of so many letters is a thing of its own; shorter ones (`No.`) begin many lines,
and one with figures may be nothing but a value."""
BY_THE_THIRD_TURN = 3


def words_of(match: arena.Played, side: Side) -> list[str]:
    moves = match.vendor.moves if side is Side.VENDOR else match.client.moves
    return [words for move in moves if (words := getattr(move, "words", ""))]


def sentences(words: str) -> list[str]:
    return [each.strip() for each in re.split(r"(?<=[.!?…。！？])", words) if each.strip()]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("seed", "name"), list(enumerate([*roster.personas(), *["course"] * 8])))
def test_nothing_is_said_twice_in_one_game(name: str, seed: int, lang: str) -> None:
    match = arena.play(load("third-vendor"), "course", name, lang=lang, seed=seed)
    for side in Side:
        said = words_of(match, side)
        assert [words for words, count in Counter(said).items() if count > 1] == []
        told = Counter(
            sentence
            for words in said
            for sentence in sentences(words)
            if len(sentence) >= TELLING[lang] and not re.search(r"\d", sentence)
        )
        assert [sentence for sentence, count in told.items() if count > 1] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", roster.personas())
def test_who_somebody_is_shows_by_the_third_turn(name: str, lang: str) -> None:
    messages = catalogue(f"speech-{PERSONAS[name].style.value}", lang)
    for seed in range(3):
        match = arena.play(SCENARIO, "course", name, lang=lang, seed=seed)
        closing = (e.OfferMade, e.OfferAccepted, e.NotYetSaid, e.Argued, e.Told, e.GoodwillShown)
        said: list[str] = []
        turns = 0
        for event in match.events:
            if getattr(event, "seat", "") != "client" or not getattr(event, "words", ""):
                continue
            said.append(getattr(event, "words", ""))
            turns += isinstance(event, closing)
            if turns == BY_THE_THIRD_TURN:
                break
        habits = messages.variants(f"people.{name}.prop")
        assert any(last_said(fixed_parts(line, 3), said) >= 0 for line in habits), said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*roster.personas(), "course"])
def test_an_offer_says_each_of_its_values_and_no_other_but_public_ones(
    name: str, lang: str
) -> None:
    match = arena.play(SCENARIO, "course", name, lang=lang)
    for player in (match.vendor, match.client):
        for view, move in player.made:
            if not isinstance(move, m.Offer):
                continue
            named = [
                value_text(issue, tick, lang)
                for package in packages(move)
                for issue, tick in zip(
                    SCENARIO.issues, merged(package.give, package.want), strict=True
                )
                if tick is not None
            ]
            for value in named:
                assert value in move.words, (value, move.words)
            # A reaction may say the last step of the other side, a habit its last price.
            other = view.common.positions[view.brief.side.other]
            public = {str(size) for steps in other.steps for size in steps}
            public |= {str(tick) for tick in other.named if tick is not None}
            allowed = {number for value in named for number in re.findall(r"\d+", value)}
            said = set(re.findall(r"\d+", move.words))
            assert said <= allowed | public | {"10"}, move.words  # the unit is "10k yuan"


def all_numeric() -> Scenario:
    """Three numeric issues whose floors look like nothing else."""
    return built.scenario_of(
        built.numeric("price", (1, 9000, 7000, 5417), (2, 5000, 6000, 7283)),
        built.numeric("fee", (2, 900, 700, 523), (3, 500, 600, 787)),
        built.numeric("days", (3, 100, 200, 293), (1, 300, 190, 127), high=False),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", roster.personas())
def test_no_floor_is_ever_said_before_it_has_been_named(name: str, lang: str) -> None:
    scenario = all_numeric()
    match = arena.play(scenario, "course", name, lang=lang, seed=len(name))
    named: set[int] = set()
    for event in match.events:
        if isinstance(event, e.MatchOpened):
            continue
        for field in ("give", "want", "terms", "demand", "gives"):
            named |= {tick for tick in getattr(event, field, ()) if tick is not None}
        for mark in (*scenario.marks.vendor, *scenario.marks.client):
            if mark.floor not in named:
                figures = re.findall(r"\d+", getattr(event, "words", ""))
                assert str(mark.floor) not in figures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_does_not_hide_its_limit_says_it_aloud_and_only_as_its_move_does(lang: str) -> None:
    said = 0
    for name in ("analytic-steady", "driving-loss", "amiable-steady"):
        match = arena.play(SCENARIO, "course-no-floor-hidden", name, lang=lang)
        for view, move in match.vendor.made:
            if isinstance(move, m.Argue) and move.kind is ArgumentKind.LIMIT:
                said += 1
                assert move.issue is not None
                limit = move.limit[move.issue]
                assert limit == view.own.floors[move.issue]
                assert value_text(SCENARIO.issues[move.issue], limit, lang) in move.words
    assert said > 0


def twin(scenario: Scenario, side: Side) -> Scenario:
    """The same table with wider floors and the opposite order of one side."""
    marks = tuple(
        mark
        if issue.is_ladder
        else but(mark, floor=mark.floor + (5 if mark.floor > mark.quote else -5))
        for mark, issue in zip(scenario.marks[side], scenario.issues, strict=True)
    )
    other = with_marks(scenario, scenario.marks.put(side, marks))
    order = tuple(sorted(range(len(marks)), key=lambda issue: -other.marks[side][issue].rank))
    return with_order(other, side, order)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("side", list(Side))
def test_the_other_sides_secrets_change_no_word(side: Side, lang: str) -> None:
    """In the second world the other side repeats its moves of the first by rote."""
    scenario = built.third_vendor(walk_away=BySide(0, 0))
    world = arena.play(scenario, seed=2, lang=lang)
    other = twin(scenario, side.other)
    watched = arena.bot(None, other, side, seed=2, lang=lang)
    script = arena.Scripted((world.client if side is Side.VENDOR else world.vendor).moves)
    pair = (watched, script) if side is Side.VENDOR else (script, watched)
    again = arena.play(other, *pair)
    assert words_of(again, side) == words_of(world, side)


def test_lines_vary_with_the_seed() -> None:
    for name in ("course", "driving-self"):
        matches = [arena.play(SCENARIO, "course", name, seed=seed, lang="en") for seed in range(6)]
        assert len({words_of(match, Side.CLIENT)[0] for match in matches}) >= 3


@pytest.mark.parametrize("scenario", SHIPPED)
def test_chinese_has_no_space_between_chinese_characters(scenario: str) -> None:
    for seed in range(2):
        match = arena.play(load(scenario), seed=seed, lang="zh")
        for side in Side:
            for words in words_of(match, side):
                assert not re.search(r"[\u4e00-\u9fff，。？！] [\u4e00-\u9fff]", words), words
