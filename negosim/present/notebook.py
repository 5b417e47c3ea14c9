"""The notebook that fills itself with what the other side said, and the guess board.

Notes are made from the seat's own events; the board is the player's and becomes a
move only when the guess is locked. Source: exercise.md R32.
"""

from __future__ import annotations

from collections.abc import Iterable

from negosim.engine import events as e
from negosim.engine.issue import Terms
from negosim.engine.record import record
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind
from negosim.language.lexicon import Lexicon
from negosim.language.sentences import event_said


@record(frozen=True, slots=True)
class NoteLine:
    """Something heard: the issues it is about (none: all), the words, when."""

    issues: tuple[int, ...]
    text: str
    at_ms: int


_TELLING = (
    e.QuestionAnswered,
    e.Told,
    e.Argued,
    e.OfferMade,
    e.PackagePreferred,
)
"""What the other side says that is worth a note."""


MOST_SHELVES = 2
"""An offer on more issues than this is noted once, under none in particular."""


def notes(heard: Iterable[SeatEvent], words: Lexicon) -> tuple[NoteLine, ...]:
    """All notes so far, oldest first: their telling moves and one's own lines."""
    found = []
    for each in heard:
        event = each.event
        if isinstance(event, e.Noted):
            found.append(NoteLine((), event.text, event.at_ms))
        elif isinstance(event, _TELLING) and words.side(event.seat) is not words.me:
            if isinstance(event, e.QuestionAnswered) and event.kind is AnswerKind.EVASIVE:
                continue
            said = event_said(words, event)
            found.append(NoteLine(_about(event), said.text, event.at_ms))
    return tuple(found)


def by_issue(lines: Iterable[NoteLine], count: int) -> tuple[tuple[NoteLine, ...], ...]:
    """The notes of each issue in agenda order, last those about none in particular."""
    shelves: list[list[NoteLine]] = [[] for _ in range(count + 1)]
    for line in lines:
        for issue in line.issues or (count,):
            shelves[issue].append(line)
    return tuple(tuple(shelf) for shelf in shelves)


class Board:
    """Four movable chips, or as many as there are issues: the guess of their order."""

    def __init__(self, count: int) -> None:
        self._order = list(range(count))

    @property
    def order(self) -> tuple[int, ...]:
        """From the most to the least important to them, as guessed now."""
        return tuple(self._order)

    def arrange(self, first: tuple[int, ...]) -> None:
        """Put these issues first, in this order; the others keep theirs behind them."""
        rest = [number for number in self._order if number not in first]
        self._order = [*first, *rest]


def _about(event: e.Event) -> tuple[int, ...]:
    match event:
        case e.QuestionAnswered():
            return tuple(sorted({*event.issues, *named_by(event.demand, event.gives)}))
        case e.Told():
            return (event.more, event.less)
        case e.Argued():
            named = named_by(event.limit)
            return named if event.issue is None else (event.issue,)
        case e.OfferMade():
            named = named_by(event.give, event.want)
            return named if len(named) <= MOST_SHELVES else ()
        case _:
            return ()


def named_by(*terms: Terms) -> tuple[int, ...]:
    """The issues that any of the terms name, in agenda order."""
    return tuple(sorted({n for each in terms for n, tick in enumerate(each) if tick is not None}))
