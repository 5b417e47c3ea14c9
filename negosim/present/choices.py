"""A choice: something that can be said or done now, ready to be put on a button.

Every list that `present` makes of moves is made of these, so that a refused move says
why, and what a move costs stands beside it, everywhere in the same way. Which choices
there are is decided by the lists' own modules, legality by the engine.
"""

from __future__ import annotations

from negosim.engine import moves as m
from negosim.engine.clock import cost_ms
from negosim.engine.legality import refusal
from negosim.engine.record import record
from negosim.engine.state import SeatView
from negosim.engine.words import Level
from negosim.language.catalogue import catalogue
from negosim.language.refusals import refusal_sentence
from negosim.language.values import seconds_text


@record(frozen=True, slots=True)
class Choice:
    """`id` is stable and unique within its list.

    `move` None: something must be chosen first, and `why_not` says what. `why_not` empty:
    the move is legal now. `cost` is its table time, empty where it takes none or no clock
    runs; `hint` is a line of advice or warning, never at exam level.
    """

    id: str
    label: str
    move: m.Move | None
    why_not: str = ""
    cost: str = ""
    hint: str = ""


@record(frozen=True, slots=True)
class Group:
    """Choices under one heading; `id` is stable."""

    id: str
    title: str
    choices: tuple[Choice, ...]


def choice_of(
    view: SeatView, lang: str, *, id: str, label: str, move: m.Move, hint: str = ""
) -> Choice:
    """The choice of a move, with the reason where it is refused and its cost where it is legal."""
    refused = refusal(view, move)
    if refused is not None:
        return Choice(id, label, move, refusal_sentence(*refused, view, lang), "", hint)
    return Choice(id, label, move, "", cost_text(view, move, lang), hint)


def problem_of(view: SeatView, move: m.Move | None, lang: str, *, missing: str) -> str:
    """Why what is being put together cannot be said, in a sentence; empty when it can.

    `missing` is the key in `table` of what to say while there is no move at all.
    """
    if move is None:
        return catalogue("table", lang).text(missing)
    refused = refusal(view, move)
    return "" if refused is None else refusal_sentence(*refused, view, lang)


def unfinished(lang: str, *, id: str, label: str, missing: str) -> Choice:
    """A choice whose move wants something first; `missing` is a key of `table`'s `mark`."""
    return Choice(id, label, None, catalogue("table", lang).text(f"mark.{missing}"))


def cost_text(view: SeatView, move: m.Move, lang: str) -> str:
    """The table time of a move that is well formed: `45 s`; empty where it takes none."""
    if view.common.setup.limit_ms is None:
        return ""
    cost = cost_ms(view.common, view.brief.issues, view.brief.side, move)
    return seconds_text(cost, lang) if cost else ""


def advised(view: SeatView) -> bool:
    """Whether hints are given: at first and guided levels. Source: exercise.md R30, look.md."""
    return view.common.setup.level in (Level.FIRST, Level.GUIDED)


def silent(view: SeatView) -> bool:
    """Whether nothing is said of points, goals and dangers: at exam level."""
    return view.common.setup.level is Level.EXAM
