"""A choice: a move and the key of what its words should say.

The key is all that speech learns of why a move was chosen; the words themselves are
in `speech` and its catalogues.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from negosim.engine import moves as m
from negosim.engine.words import AnswerKind, Purpose, QuestionForm


class Cue(StrEnum):
    """What the words of one's own move say; keys of the table `say`."""

    SILENT = "silent"
    OPENING = "opening"
    OFFER = "offer"
    RESTATE = "restate"
    ACCEPT = "accept"
    NOT_YET = "not_yet"
    STUCK = "stuck"
    PAPER = "paper"
    GOODWILL = "goodwill"
    TELL = "tell"
    RIVAL = "rival"
    NEED = "need"
    DEADLINE = "deadline"
    VALUE = "value"
    COST = "cost"
    PREFER = "prefer"
    LEAVE_CONSULT = "leave_consult"
    LEAVE_GAIN_TIME = "leave_gain_time"
    LEAVE_PRESS = "leave_press"
    LEAVE_DEADLOCK = "leave_deadlock"
    TOO_MANY = "too_many"
    ANSWER_ISSUE = "answer_issue"
    ANSWER_INTEREST = "answer_interest"
    ANSWER_PAIR = "answer_pair"
    ANSWER_BOTH = "answer_both"
    ANSWER_YES = "answer_yes"
    ANSWER_NO = "answer_no"
    ANSWER_DEMAND = "answer_demand"
    ANSWER_EVASIVE = "answer_evasive"
    ASK_OPEN = "ask_open"
    ASK_CAUSAL = "ask_causal"
    ASK_EXCLUSION = "ask_exclusion"
    ASK_LEADING = "ask_leading"
    ASK_SUMMARISING = "ask_summarising"
    ASK_EXPECTATION = "ask_expectation"
    PACKAGES = "packages"  # an offer of two packages
    LAST = "last"  # asks whether that was their last word
    PROBE_CALL = "probe_call"
    REOPEN = "reopen"  # an offer that disputes what was agreed and not written
    CLOSE = "close"  # goes before the sheet or the signature
    LIMIT = "limit"  # says its own limit aloud: a vendor's policy that does not hide its floor

    @staticmethod
    def of_answer(kind: AnswerKind) -> Cue:
        return Cue(f"answer_{kind.value}")

    @staticmethod
    def of_leave(purpose: Purpose) -> Cue:
        if purpose is Purpose.PROBE:
            return Cue.PROBE_CALL
        return Cue(f"leave_{purpose.value}")

    @staticmethod
    def of_question(form: QuestionForm) -> Cue:
        return Cue(f"ask_{form.value}")


class Choice(NamedTuple):
    """A move without words, and what they should say."""

    move: m.Move
    cue: Cue
