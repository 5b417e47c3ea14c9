"""Who can be had by name, and what a scenario file may change about them."""

import re
from pathlib import Path

import built
import pytest

from negosim.bots import roster
from negosim.bots.character import Relation, Situation, Style
from negosim.bots.personas import PERSONAS, persona
from negosim.catalog.vocabulary import PERSONAS as KNOWN_TO_THE_CATALOG
from negosim.engine.errors import NegosimError
from negosim.engine.record import but
from negosim.engine.scenario import PersonaSpec
from negosim.engine.sides import Side
from negosim.engine.words import Hardness, Payer

SCENARIO = built.third_vendor()


def test_the_library_is_what_scenario_files_may_name() -> None:
    assert roster.personas() == KNOWN_TO_THE_CATALOG
    assert len(roster.personas()) == 12


def test_names_are_of_one_kind_only() -> None:
    assert len(set(roster.names())) == len(roster.names())
    assert roster.vendor_policies() == ("course", "naive", "splitter", "hardliner", "pushover")
    kinds = (roster.personas(), roster.vendor_policies(), roster.tactics(), roster.foils())
    assert sum(kinds, ()) == roster.names()


def test_ids_say_style_and_situation() -> None:
    for id, character in PERSONAS.items():
        assert id == f"{character.style.value}-{character.situation.value}"


def test_nobody_named_is_course_and_the_scenarios_own_client() -> None:
    assert roster.create(None, SCENARIO, side=Side.VENDOR, seed=1).character.id == "course"
    assert roster.create(None, SCENARIO, side=Side.CLIENT, seed=1).character.id == "analytic-steady"


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(roster.UnknownBot, match=r"no bot 'cours'; bots are .*course"):
        roster.create("cours", SCENARIO, side=Side.VENDOR, seed=1)
    with pytest.raises(NegosimError, match="no persona 'nobody'"):
        persona(PersonaSpec("nobody"))


def test_every_trait_a_file_may_set_is_laid_over() -> None:
    spec = PersonaSpec(
        "analytic-steady",
        (
            ("hardness", "soft"),
            ("patience", 0.2),
            ("honesty", 0.5),
            ("skill", 1.0),
            ("relation", "A"),
            ("prelude", 0.1),
            ("payer", "fraud"),
            ("style", "amiable"),
            ("situation", "loss"),
        ),
    )
    character = persona(spec)
    assert (character.patience, character.honesty, character.skill) == (0.2, 0.5, 1.0)
    assert (character.prelude, character.payer) == (0.1, Payer.FRAUD)
    assert (character.relation, character.style) == (Relation.A, Style.AMIABLE)
    assert character.situation is Situation.LOSS
    # A softer person also answers, starts and stays as soft people do.
    assert character.hardness is Hardness.SOFT
    soft = PERSONAS["amiable-far"].bargaining
    assert character.bargaining.answer == soft.answer
    assert character.bargaining.reserve == soft.reserve


def test_the_files_overrides_hold_for_its_own_persona_only() -> None:
    own = but(
        SCENARIO,
        opposition=but(
            SCENARIO.opposition, persona=PersonaSpec("driving-loss", (("honesty", 0.01),))
        ),
    )
    assert roster.character("driving-loss", own).honesty == 0.01
    assert roster.character("driving-steady", own).honesty == PERSONAS["driving-steady"].honesty


def test_two_of_the_twelve_are_not_led_by_shrinking_steps() -> None:
    unled = {id for id, character in PERSONAS.items() if not character.led}
    assert unled == {"driving-steady", "analytic-steady"}


def test_no_two_personas_bargain_alike() -> None:
    habits = {
        (character.bargaining, character.hardness, character.motives, character.skill)
        for character in PERSONAS.values()
    }
    assert len(habits) == 12


def test_the_manual_names_everybody() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "bots.md").read_text(encoding="utf-8")
    for name in roster.names():
        assert name in manual, name
    rows = dict(re.findall(r"^\| ([a-z]+-[a-z]+) \| (soft|firm|hard) \|", manual, re.MULTILINE))
    assert rows == {id: character.hardness.value for id, character in PERSONAS.items()}
