"""The head of the table: the clock, whose turn it is, and what must not be forgotten.

Strings and flags from the seat's own view; `elapsed_ms` lets a wall clock run on between
two views. Source: exercise.md R15, R20, R37, R39; look.md.
"""

from __future__ import annotations

from negosim.engine.clock import latest_handshake_ms
from negosim.engine.readiness import QUESTIONS_A_TURN
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import Phase, TableKind
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import lexicon_of_view, name_of
from negosim.language.values import clock_text
from negosim.present.answering import open_question
from negosim.present.standing import (
    LAST_MINUTES_MS,
    awaited_news_ms,
    time_left_ms,
    unwritten_issues,
)


@record(frozen=True, slots=True)
class Headline:
    """`clock`: time left, `24:16`, empty without a clock; `clock_label` goes beside it and
    `handshake` says until when an agreement can still be written and signed.

    `urgent`: the last three minutes. `mine`: this side is to move; `turn` says so.
    `questions`: how many may still be asked this turn, with `questions_text`. `warning`
    (large) names what is agreed and unwritten in the last minutes; `unwritten` always.
    `deadlock` and `expected` (announced news that has not come) are empty mostly.
    """

    clock: str
    clock_label: str
    handshake: str
    urgent: bool
    mine: bool
    turn: str
    questions: int
    questions_text: str
    unwritten: str
    warning: str
    deadlock: str
    expected: str


def headline(view: SeatView, lang: str, *, elapsed_ms: int | None = None) -> Headline:
    """`elapsed_ms`: where the clock stands now; None: as it stood at the view."""
    now = view.common.elapsed_ms if elapsed_ms is None else elapsed_ms
    text = catalogue("table", lang)
    left = time_left_ms(view, now)
    latest = latest_handshake_ms(view.common.setup)
    urgent = left is not None and left <= LAST_MINUTES_MS
    unwritten = _unwritten(view, lang)
    mine, turn = _turn(view, lang)
    questions = _questions(view) if mine else 0
    return Headline(
        clock="" if left is None else clock_text(left),
        clock_label=text.text("head.no_clock" if left is None else "head.left"),
        handshake="" if latest is None else _handshake(latest - now, lang),
        urgent=urgent,
        mine=mine,
        turn=turn,
        questions=questions,
        questions_text=text.text("head.questions", count=questions) if mine else "",
        unwritten=unwritten,
        warning=unwritten if urgent else "",
        deadlock=text.text("head.deadlock", number=view.common.turn.deadlocks)
        if view.common.turn.deadlocked
        else "",
        expected=_expected(view, lang),
    )


def _handshake(left: int, lang: str) -> str:
    text = catalogue("table", lang)
    if left <= 0:
        return text.text("head.too_late")
    return text.text("head.handshake", left=clock_text(left))


def _turn(view: SeatView, lang: str) -> tuple[bool, str]:
    """Whether this side is to move, and how that is said."""
    text = catalogue("table", lang)
    common, side = view.common, view.brief.side
    if common.phase is not Phase.TALKS:
        return False, name_of(common.phase, lang)
    if open_question(view) is not None:
        return True, text.text("head.answer")
    if common.turn.question is not None:
        return False, text.text("head.waiting")
    if common.setup.kind is TableKind.SPOKEN:
        return True, text.text("head.spoken")
    if common.turn.side is side:
        return True, text.text("head.mine")
    return False, text.text("head.theirs")


def _questions(view: SeatView) -> int:
    """Questions left this turn; none while one of theirs waits for its answer (R20)."""
    if open_question(view) is not None:
        return 0
    if view.common.setup.kind is TableKind.SPOKEN:
        return QUESTIONS_A_TURN
    return max(0, QUESTIONS_A_TURN - view.common.turn.asked)


def _unwritten(view: SeatView, lang: str) -> str:
    """`unwritten: payment, service`; of a complete agreement that lacks only the sheet nothing."""
    issues = unwritten_issues(view)
    if not issues:
        return ""
    listed = lexicon_of_view(view, lang).names(issues)
    return catalogue("table", lang).text("head.unwritten", issues=listed)


def _expected(view: SeatView, lang: str) -> str:
    """When the next announced news is due, told by the clock that is seen."""
    due = awaited_news_ms(view)
    if due is None:
        return ""
    left = time_left_ms(view, due)
    if left == 0:
        return ""  # it would come after the last second
    key = "head.expected_into" if left is None else "head.expected"
    return catalogue("table", lang).text(key, at=clock_text(due if left is None else left))
