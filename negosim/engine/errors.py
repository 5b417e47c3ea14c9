"""What the engine refuses with. A code is stable, carries no secret, and says the
same in every world that a seat cannot tell apart (architecture.md law 3)."""

from __future__ import annotations

from enum import StrEnum


class NegosimError(Exception):
    """The root of everything negosim raises on purpose."""


class Refusal(StrEnum):
    """Why a move is illegal."""

    # where the match is
    WRONG_PHASE = "wrong_phase"
    OVER = "over"
    NOT_YOUR_TURN = "not_your_turn"
    AWAITING_ANSWER = "awaiting_answer"
    NO_QUESTION = "no_question"
    TOO_MANY_QUESTIONS = "too_many_questions"
    NOT_AWAY = "not_away"
    ALREADY_DONE = "already_done"
    # who moves
    NO_SUCH_SEAT = "no_such_seat"
    NOT_DECISION_MAKER = "not_decision_maker"
    NOT_COORDINATOR = "not_coordinator"
    ROLES_INCOMPLETE = "roles_incomplete"
    # what is named
    NO_SUCH_ISSUE = "no_such_issue"
    NO_SUCH_BENEFIT = "no_such_benefit"
    NO_SUCH_CLAIM = "no_such_claim"
    WRONG_ISSUES = "wrong_issues"
    VALUE_OUT_OF_RANGE = "value_out_of_range"
    EMPTY_OFFER = "empty_offer"
    GIVEN_AND_WANTED = "given_and_wanted"
    PACKAGES_UNEQUAL = "packages_unequal"
    ON_RECORD = "on_record"
    BEYOND_FLOOR = "beyond_floor"
    BEYOND_AUTHORITY = "beyond_authority"
    WRONG_ANSWER = "wrong_answer"
    # what stands
    NO_OFFER = "no_offer"
    NO_SECOND_PACKAGE = "no_second_package"
    CONDITIONAL = "conditional"
    # record and contract
    NOT_PEN = "not_pen"
    PEN_HELD = "pen_held"
    NO_SUCH_LINE = "no_such_line"
    NOTHING_TO_WRITE = "nothing_to_write"
    SHEET_INCOMPLETE = "sheet_incomplete"
    SHEET_ON_TABLE = "sheet_on_table"
    NO_SHEET = "no_sheet"
    ALREADY_SIGNED = "already_signed"
    VETOED = "vetoed"
    # leaving
    NO_BREAKS_LEFT = "no_breaks_left"
    PURPOSE_SPENT = "purpose_spent"
    NO_CARDS = "no_cards"
    NOT_CONSULTING = "not_consulting"
    EXECUTIVES_SPENT = "executives_spent"
    # spoken tables
    NOT_SPOKEN = "not_spoken"
    TOO_LATE = "too_late"


class IllegalMove(NegosimError):
    """A move that the rules refuse; nothing has changed.

    `issue` is the place of the issue at fault where there is one.
    """

    def __init__(self, code: Refusal, *, issue: int | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.issue = issue
