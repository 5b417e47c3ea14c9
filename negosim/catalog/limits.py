"""Sizes, names and defaults of format 1, which shapes and readers share."""

from __future__ import annotations

import re
from fractions import Fraction

from negosim.catalog.codes import Said
from negosim.catalog.shape import Field, Fields, Name, Number, Shape, Table, Value
from negosim.engine.issue import NUMERIC_CEILING

MOST_ISSUES = 8
MOST_OPTIONS = 9
STEP_DECIMALS = 6
MOST_DIGITS = 15
"""With these two every amount is exact as a JSON number (a double holds 15 digits)."""

DEFAULT_MINUTES = 30
DEFAULT_PREPARATION = 10
DEFAULT_QUIZ_POINTS = 2
DEFAULT_BAD_DEBT = ((30, 10), (60, 20), (90, 30), (180, 50), (365, 100))
"""Days overdue, per cent lost. Source: exercise.md R50."""

SCENARIO_ID = Name(
    re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
    64,
    Said(
        "lower-case words with dashes, 64 characters at most",
        "小写单词，用短横连接，最多 64 个字符",
    ),
)
ID = Name(
    re.compile(r"[^\W\d][\w-]*"),
    40,
    Said(
        "a word of letters, digits, dashes and underscores that begins with a letter",
        "以字母或汉字开头，只含字母、汉字、数字、短横和下划线的词",
    ),
)
OPTION = Name(
    re.compile(r"\S(.*\S)?"),
    60,
    Said("a short text on one line", "不换行的短文字"),
)

SHARE = Number(Fraction(0), Fraction(1), 3)
SECONDS = Number(Fraction(0), Fraction(3600), 3)
MINUTES = Number(Fraction(0), Fraction(600), 3)
TALK_MINUTES = Number(Fraction(0), Fraction(600), 3, above_least=True)
POINTS = Number(Fraction(0), Fraction(1000))
AMOUNT = Number(Fraction(-NUMERIC_CEILING), Fraction(NUMERIC_CEILING), STEP_DECIMALS)
STEP = Number(Fraction(0), Fraction(NUMERIC_CEILING), STEP_DECIMALS, above_least=True)
RANK = Number(Fraction(1), Fraction(MOST_ISSUES))
LEVEL = Number(Fraction(1), Fraction(5))
TURN = Number(Fraction(1), Fraction(1000))
DAYS = Number(Fraction(1), Fraction(36500))
PERCENT = Number(Fraction(0), Fraction(100))
TERMS = Table(Value(), ID, least=1, most=MOST_ISSUES)


def for_sides(shape: Shape, vendor: Said, client: Said) -> Fields:
    """A mapping with something for either side or both."""
    return Fields((Field("vendor", shape, vendor), Field("client", shape, client)))
