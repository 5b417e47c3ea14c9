"""The lines of every voice: enough of each, alike in both languages, within their limits (B7)."""

from __future__ import annotations

import re

import pytest

from negosim.bots.character import Style
from negosim.bots.cue import Cue
from negosim.bots.heard import Kind
from negosim.bots.personas import PERSONAS
from negosim.bots.wordings import slots_of
from negosim.language.catalogue import LANGUAGES, Catalogue, catalogue

STYLES = [style for style in Style if style is not Style.PLAIN]
VOICES = ["speech", *(f"speech-{style.value}" for style in STYLES)]
FEWEST, MANY = 6, 10
LONGEST = {"en": 110, "zh": 45}
ABOUT_A_STEP = frozenset({"issue", "size"})

RICH = {
    "say.offer",
    "say.not_yet",
    "say.answer_evasive",
    "heard.trade",
    "heard.small",
    "heard.same",
    "heard.not_yet",
}
"""What comes up most often, of which there must be `MANY`."""

SAY: dict[Cue, list[set[str]]] = {
    Cue.OPENING: [{"all"}],
    Cue.OFFER: [{"give", "want"}, {"give"}, {"want"}],
    Cue.RESTATE: [{"all"}],
    Cue.TELL: [{"a", "b"}],
    Cue.RIVAL: [{"claim"}],
    Cue.PREFER: [{"first"}, {"second"}],
    Cue.ANSWER_ISSUE: [{"a"}],
    Cue.ANSWER_INTEREST: [{"strength1", "a"}, {"strength2", "a"}, {"strength3", "a"}],
    Cue.ANSWER_PAIR: [{"a", "b"}],
    Cue.ANSWER_DEMAND: [{"demand", "gives"}, {"demand"}],
    Cue.ASK_CAUSAL: [{"a"}],
    Cue.ASK_EXCLUSION: [{"a", "b"}],
    Cue.ASK_LEADING: [{"a", "b"}, {"a"}],
    Cue.ASK_SUMMARISING: [{"order"}],
    Cue.ASK_EXPECTATION: [{"issues"}],
    Cue.PACKAGES: [{"one", "two"}],
    Cue.REOPEN: [{"issue", "value"}],
    Cue.LIMIT: [{"issue", "value"}],
}
"""The slots a move can have, set by set; every other cue has none."""

PERSON = {"opening": 3, "prop": 6, "aside": 8, "not_yet": 4, "close": 3}
"""The tables of a person and the least number of lines in each."""


def kinds() -> list[Kind]:
    return [kind for kind in Kind if kind is not Kind.NOTHING]


def cues(voice: str) -> list[Cue]:
    """What a voice says; no client's person gives its own limit away."""
    silent = {Cue.SILENT} if voice == "speech" else {Cue.SILENT, Cue.LIMIT}
    return [cue for cue in Cue if cue not in silent]


def all_lines(messages: Catalogue) -> list[str]:
    return [line for key in messages for line in messages.variants(key)]


def bare(line: str) -> str:
    """A line without slots, marks, blanks and capitals, to be compared with others."""
    return re.sub(r"[\W_]+", "", re.sub(r"\{\w+\}", "", line)).casefold()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_has_lines_for_all_that_is_heard_and_said_and_for_nothing_else(
    voice: str, lang: str
) -> None:
    keys = {key for key in catalogue(voice, lang) if not key.startswith("people.")}
    heard = {f"heard.{kind.value}" for kind in kinds()}
    said = {f"say.{cue.value}" for cue in cues(voice)}
    assert keys == heard | said


@pytest.mark.parametrize("voice", VOICES)
def test_a_voice_has_the_same_keys_in_both_languages(voice: str) -> None:
    assert set(catalogue(voice, "en")) == set(catalogue(voice, "zh"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_each_person_of_a_style_has_lines_of_its_own(style: Style, lang: str) -> None:
    messages = catalogue(f"speech-{style.value}", lang)
    ids = [id for id, person in PERSONAS.items() if person.style is style]
    wanted = {f"{id}.{table}": least for id in ids for table, least in PERSON.items()}
    assert set(messages.under("people")) == set(wanted)
    short = {
        key: len(messages.variants(f"people.{key}"))
        for key, least in wanted.items()
        if len(messages.variants(f"people.{key}")) < least
    }
    assert short == {}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_there_are_six_wordings_of_everything_and_ten_of_what_comes_most(
    voice: str, lang: str
) -> None:
    messages = catalogue(voice, lang)
    short = {
        key: len(messages.variants(key))
        for key in messages
        if not key.startswith("people.")
        and len(messages.variants(key)) < (MANY if key in RICH else FEWEST)
    }
    assert short == {}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_there_are_six_wordings_for_each_set_of_slots_a_move_can_have(
    voice: str, lang: str
) -> None:
    messages = catalogue(voice, lang)
    for cue in cues(voice):
        found = [slots_of(line) for line in messages.variants(f"say.{cue.value}")]
        allowed = SAY.get(cue, [set()])
        assert set(found) <= {frozenset(slots) for slots in allowed}, cue
        for slots in allowed:
            assert found.count(frozenset(slots)) >= FEWEST, (cue, slots)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_a_reaction_names_the_step_it_is_to_or_nothing(voice: str, lang: str) -> None:
    messages = catalogue(voice, lang)
    stepless = {
        Kind.ACCEPTED,
        Kind.NOT_YET,
        Kind.GOODWILL,
        Kind.QUESTION,
        Kind.ANSWER,
        Kind.PREFERRED,
        Kind.CONFIRMED,
        Kind.REFUSED_LINE,
        Kind.TORN,
        Kind.LEFT,
        Kind.AGAIN,
        Kind.SENT_OUT,
        Kind.DEADLOCK,
        Kind.NEWS,
        Kind.ASKED_FIRST,
        Kind.WHY,
    }
    for kind in kinds():
        for line in messages.variants(f"heard.{kind.value}"):
            allowed = ABOUT_A_STEP | ({"value"} if kind is Kind.LIMIT else set())
            assert slots_of(line) <= allowed, line
        # Where no issue is at hand there must be lines left that name none.
        if kind in stepless:
            free = [x for x in messages.variants(f"heard.{kind.value}") if not slots_of(x)]
            assert len(free) >= FEWEST, kind


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_a_persons_line_names_no_more_than_the_other_sides_figure(style: Style, lang: str) -> None:
    messages = catalogue(f"speech-{style.value}", lang)
    for key in messages.under("people"):
        lines = messages.variants(f"people.{key}")
        assert all(slots_of(line) <= {"value"} for line in lines), key
        # Where that side has named none, the habit still shows.
        assert any(not slots_of(line) for line in lines), key


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_no_two_lines_of_a_voice_are_alike(voice: str, lang: str) -> None:
    seen: dict[str, str] = {}
    for key in catalogue(voice, lang):
        for line in catalogue(voice, lang).variants(key):
            # Two lines may differ in what their slots hold alone: {demand}. and {a}.
            told = bare(line) or f"{key} {line}"
            if key == "say.prefer":
                told = line
            assert told not in seen or _by_slots(line, seen[told]), (key, line)
            seen[told] = line


def _by_slots(one: str, other: str) -> bool:
    return slots_of(one) != slots_of(other)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_a_line_is_short_and_holds_no_figure_of_its_own(voice: str, lang: str) -> None:
    for line in all_lines(catalogue(voice, lang)):
        printed = re.sub(r"\{(strength\d|first|second)\}", "", line)
        assert len(printed) <= LONGEST[lang], line
        assert not re.search(r"\d", re.sub(r"\{\w+\}", "", line)), line
        assert printed == printed.strip(), line


@pytest.mark.parametrize("voice", VOICES)
def test_chinese_lines_use_full_width_marks_and_no_blanks(voice: str) -> None:
    for line in all_lines(catalogue(voice, "zh")):
        assert not re.search(r"[,;:!?()\"' ]|\.(?!\.)", re.sub(r"\{\w+\}", "", line)), line


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("voice", VOICES)
def test_a_line_ends_as_a_sentence_does_so_that_another_may_follow(voice: str, lang: str) -> None:
    for line in all_lines(catalogue(voice, lang)):
        assert line.endswith((".", "!", "?", "…", "。", "！", "？", "{claim}")), line
