"""Saved games as rows to choose from: what was played, when, how it went, what can be done.

Only the shelf's own summaries are read; no log is opened here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from negosim.engine.record import record
from negosim.language.catalogue import catalogue
from negosim.present.opponents import bot_name
from negosim.solo.saved import Saved, State

PER_PAGE = 8


@record(frozen=True, slots=True)
class GameRow:
    """One saved game in words. A damaged one is called by its file, and `problem` says why.

    `origin`: that it went on from a move of another game; empty for most.
    """

    saved: Saved
    title: str
    state: str
    when: str
    result: str = ""
    who: str = ""
    origin: str = ""
    problem: str = ""

    @property
    def goes_on(self) -> bool:
        """Whether it can be played on."""
        return self.saved.state is State.RUNNING

    @property
    def is_over(self) -> bool:
        """Whether there is a debrief to look at."""
        return self.saved.state is State.OVER


@record(frozen=True, slots=True)
class Page:
    """Some of the rows. `count` is how many games there are; `number` counts from 0."""

    rows: tuple[GameRow, ...]
    number: int
    last: int
    count: int
    range: str


def page(games: Sequence[Saved], number: int, lang: str) -> Page:
    """The rows of one page, the nearest one there is to `number`."""
    last = max(0, (len(games) - 1) // PER_PAGE)
    number = max(0, min(number, last))
    first = number * PER_PAGE
    shown = games[first : first + PER_PAGE]
    words = catalogue("lobby_scene", lang)
    text = words.text("past.page", first=first + 1, last=first + len(shown), count=len(games))
    return Page(tuple(game_row(each, lang) for each in shown), number, last, len(games), text)


def game_row(saved: Saved, lang: str) -> GameRow:
    words = catalogue("lobby_scene", lang)
    state = words.text(f"state.{saved.state.name.lower()}")
    when = when_text(saved.when, lang)
    if saved.state is State.DAMAGED:
        problem = "" if saved.problem is None else saved.problem.in_(lang)
        return GameRow(saved, saved.path.name, state, when, problem=problem)
    return GameRow(
        saved,
        saved.title.in_(lang),
        state,
        when,
        result=result_text(saved, lang),
        who=who_text(saved, lang),
        origin="" if saved.origin is None else words.text("past.origin"),
    )


def result_text(saved: Saved, lang: str) -> str:
    """How a game ended, with one's own points and par; empty while it goes on."""
    words = catalogue("lobby_scene", lang)
    if saved.state is not State.OVER:
        return ""
    ending = "signed" if saved.signed else "none"
    return words.text(f"result.{ending}", points=saved.points, par=saved.par)


def last_time(saved: Saved, lang: str) -> str:
    """The result of a finished game in short, for a card of its scenario."""
    ending = "signed" if saved.signed else "none"
    words = catalogue("lobby_scene", lang)
    return words.text(f"last.{ending}", points=saved.points, par=saved.par)


def who_text(saved: Saved, lang: str) -> str:
    """One's own side, who sat opposite, and the level once it is known."""
    words, names = catalogue("lobby_scene", lang), catalogue("names", lang)
    parts = [names.text(f"label.{saved.side.word}")]
    if saved.bot:
        parts.append(words.text("past.opposite", name=bot_name(saved.bot, lang)))
    if saved.level is not None:
        level = names.text(f"level.{saved.level}")
        parts.append(words.text("past.level", level=level))
    return "  ·  ".join(parts)


def when_text(when: str, lang: str) -> str:
    """An ISO moment as people write it, to the minute; what is no moment stays as it is."""
    try:
        at = datetime.fromisoformat(when)
    except ValueError:
        return when
    words = catalogue("lobby_scene", lang)
    return words.text(
        "past.when",
        year=at.year,
        month=words.variant("past.month", at.month - 1),
        day=at.day,
        time=f"{at:%H:%M}",
    )
