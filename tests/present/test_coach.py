"""When the coach speaks, and about what. Source: exercise.md R30."""

from __future__ import annotations

import built
import notation
import pytest
import said

from negosim.engine.events import Ruling
from negosim.engine.opening import solo_setup
from negosim.engine.preview import preview
from negosim.engine.words import Level, Principle
from negosim.language.catalogue import LANGUAGES
from negosim.present.coach import Coach, advice

SCENARIO = built.third_vendor()
UNASKED = Ruling(Principle.ASK_FIRST, False, "unasked", 0)
NOTHING_BACK = Ruling(Principle.EXCHANGE, False, "no_exchange", 0, (40,))
GROWING = Ruling(Principle.SHRINKING, False, "not_shrinking", 0, (40, 20))
TOO_LARGE = Ruling(Principle.SIZE, False, "too_large", 0, (40, 30, 40))
KEPT = Ruling(Principle.ASK_FIRST, True, "asked", 0)


def at_talks(line: str = "", *, level: Level = Level.COURSE) -> notation.Match:
    setup = solo_setup(SCENARIO, level=level)
    return notation.Match.at_talks(SCENARIO, setup).play(line)


@pytest.mark.parametrize(
    ("level", "before", "after"),
    [
        (Level.FIRST, UNASKED, None),
        (Level.GUIDED, UNASKED, None),
        (Level.COURSE, None, UNASKED),
        (Level.EXAM, None, None),
    ],
)
def test_each_level_has_its_moment(
    level: Level, before: Ruling | None, after: Ruling | None
) -> None:
    view = at_talks(level=level).view("v")
    assert Coach().before(view, [UNASKED]) == before
    assert Coach().after(view, [UNASKED]) == after


def test_the_dearest_fault_is_named_and_never_the_same_twice_running() -> None:
    # R49: ask first weighs 20, shrinking 15.
    view = at_talks(level=Level.GUIDED).view("v")
    coach = Coach()
    assert coach.before(view, [GROWING, UNASKED]) == UNASKED
    assert coach.before(view, [GROWING, UNASKED]) == GROWING
    assert coach.before(view, [UNASKED]) == UNASKED


def test_what_is_kept_and_what_a_level_does_not_judge_is_not_spoken_of() -> None:
    # R30: guided judges neither size; first judges asking and exchange only.
    guided, first = at_talks(level=Level.GUIDED), at_talks(level=Level.FIRST)
    assert Coach().before(guided.view("v"), [KEPT, TOO_LARGE]) is None
    assert Coach().before(first.view("v"), [GROWING]) is None
    assert Coach().before(first.view("v"), [NOTHING_BACK]) == NOTHING_BACK
    assert Coach().after(at_talks().view("v"), [TOO_LARGE]) == TOO_LARGE


def test_a_warning_comes_from_the_moves_own_preview() -> None:
    view = at_talks("c offer price=170", level=Level.GUIDED).view("v")
    move = said.m.Offer((270, None, None, None), (None, None, None, None))
    warned = Coach().before(view, preview(view, move).rulings)
    assert warned is not None
    assert warned.code in ("unasked", "no_exchange")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("c offer price=170", "Before any figure, find out"),
        ("c ask open", "They asked"),
        ("c offer price=170; v ask open; c answer issue price", "Ask what they expect on delivery"),
        ("c offer delivery=60; v accept; c notyet", "before it lapses"),
        (
            "c offer delivery=60; v accept; c write",
            "check that it says what was agreed",
        ),
        (
            "c offer price=170; v ask expectation delivery; c answer demand delivery=30",
            "want the share paid at acceptance for it",
        ),
    ],
)
def test_advice_is_for_the_situation(line: str, words: str) -> None:
    assert words in advice(at_talks(line).view("v"), "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_advice_never_ends(lang: str) -> None:
    # One-issue scenarios have nothing to trade; there is advice all the same.
    scenario = built.scenario_of(built.numeric("price", (1, 9, 5, 1), (1, 1, 5, 9)))
    match = notation.Match.at_talks(scenario)
    for line in ("c offer price=1", "v ask open", "c answer issue price"):
        match.play(line)
        assert advice(match.view("v"), lang)
