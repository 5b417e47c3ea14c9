"""Every fault the scenario door knows. A code is stable: programs read it in
`negosim check --json`. No check is made here; `sentences` says them in words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """A file with errors does not load; one with warnings plays."""

    ERROR = "error"
    WARNING = "warning"


class Said(NamedTuple):
    """The same words in both languages."""

    en: str
    zh: str

    def in_(self, language: str) -> str:
        """Chinese for `zh` and its variants, English for every other language."""
        return self.zh if language.startswith("zh") else self.en


class Code(StrEnum):
    """What kind of fault it is. Source: scenario-format.md, "What the door checks"."""

    # the file
    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NOT_YAML = "not_yaml"
    SEVERAL_DOCUMENTS = "several_documents"
    NOT_A_MAPPING = "not_a_mapping"
    UNSAFE_TAG = "unsafe_tag"
    ALIAS_BOMB = "alias_bomb"
    TOO_DEEP = "too_deep"
    UNKNOWN_FORMAT = "unknown_format"
    # keys
    UNKNOWN_KEY = "unknown_key"
    MISSING_KEY = "missing_key"
    DUPLICATE_KEY = "duplicate_key"
    # single values
    WRONG_TYPE = "wrong_type"
    QUOTE_IT = "quote_it"
    EMPTY = "empty"
    NOT_ALLOWED = "not_allowed"
    BAD_NAME = "bad_name"
    BAD_CHARACTER = "bad_character"
    TOO_LONG = "too_long"
    OUT_OF_RANGE = "out_of_range"
    TOO_PRECISE = "too_precise"
    COUNT = "count"
    # what a value must fit
    NAME_REPEATED = "name_repeated"
    ISSUE_REPEATED = "issue_repeated"
    OPTION_REPEATED = "option_repeated"
    LADDER_ORDER = "ladder_order"
    LEVELS_ORDER = "levels_order"
    RANKS = "ranks"
    BAND_ORDER = "band_order"
    OFF_STEP = "off_step"
    NOT_AN_OPTION = "not_an_option"
    OUTSIDE_RANGE = "outside_range"
    NO_ZONE = "no_zone"
    AGENDA = "agenda"
    UNKNOWN_ISSUE = "unknown_issue"
    UNKNOWN_BENEFIT = "unknown_benefit"
    UNKNOWN_PERSONA = "unknown_persona"
    UNKNOWN_ROLE = "unknown_role"
    NOT_A_MOVE = "not_a_move"
    EVENT_TOO_LATE = "event_too_late"
    NOT_IN_NUMBERS = "not_in_numbers"
    # warnings
    LANGUAGE_MISSING = "language_missing"
    FLOOR_TOLD = "floor_told"
    OFFER_BEYOND_FLOOR = "offer_beyond_floor"
    AUTHORITY_BEYOND_FLOOR = "authority_beyond_floor"
    NO_TRADE = "no_trade"
    NO_EFFECT = "no_effect"

    @property
    def severity(self) -> Severity:
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        Code.LANGUAGE_MISSING,
        Code.FLOOR_TOLD,
        Code.OFFER_BEYOND_FLOOR,
        Code.AUTHORITY_BEYOND_FLOOR,
        Code.NO_TRADE,
        Code.NO_EFFECT,
    }
)
