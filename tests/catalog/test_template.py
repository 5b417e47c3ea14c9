"""The file of `negosim new`: valid as it stands, and equal to the one it was made from."""

from __future__ import annotations

import re

import pytest
import strategies
from hypothesis import given, settings

from negosim.catalog import ScenarioError, from_mapping, load, open_bytes, shipped
from negosim.catalog.canonical import canonical
from negosim.catalog.format1 import FORMAT
from negosim.catalog.template import lean, template, written_out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starter_is_valid_without_a_warning(language: str) -> None:
    opened = open_bytes(template(language=language).encode())
    assert opened.problems == ()
    assert opened.scenario is not None
    assert [issue.id for issue in opened.scenario.issues] == ["fee", "payment", "start"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starter_with_every_optional_key_switched_on_is_valid_too(language: str) -> None:
    head, _, stubs = template(language=language).partition("\n#\n")
    switched_on = re.sub(r"^# ?", "", stubs, flags=re.MULTILINE)
    opened = open_bytes(f"{head}\n{switched_on}".encode())
    assert [fault.message for fault in opened.problems] == []
    assert opened.scenario is not None
    assert opened.scenario.house.level == "guided"
    assert opened.scenario.opposition.beats[0].then.hold


def test_every_key_of_the_format_stands_in_the_file_used_or_as_a_comment() -> None:
    for source in (None, "third-vendor"):
        text = template(source)
        for field in FORMAT.fields:
            if field.key != "agenda":  # the issues stand in agenda order
                assert re.search(rf"^(# )?{field.key}:", text, flags=re.MULTILINE)


@pytest.mark.parametrize("id_", shipped())
def test_a_scenario_written_out_loads_as_an_equal_one(id_: str) -> None:
    assert open_bytes(template(id_).encode()).scenario == load(id_)


@settings(max_examples=80)
@given(strategies.mappings())
def test_any_scenario_written_out_loads_as_an_equal_one(mapping: dict[str, object]) -> None:
    scenario = from_mapping(mapping)
    text = written_out(lean(canonical(scenario)), "en")
    assert open_bytes(text.encode()).scenario == scenario


def test_no_line_of_english_prose_is_too_long_for_an_editor() -> None:
    lines = template("third-vendor").split("\n")
    assert max(len(line) for line in lines if line.isascii()) <= 100


def test_a_scenario_that_does_not_load_gives_no_template() -> None:
    with pytest.raises(ScenarioError):
        template("no-such-scenario")
