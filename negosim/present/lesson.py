"""The lesson that goes along with a first game: which step one is at, what is said of it.

A lesson never blocks: it reads what has happened and follows. The steps of each scenario
are data in the files beside this one, their words in the catalogue `lesson`; what is
pressed, and where the card stands, is the scenes'.
"""

from __future__ import annotations

from collections.abc import Sequence

from negosim.engine.events import OfferMade
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Level, Phase
from negosim.language.catalogue import Catalogue, catalogue
from negosim.language.lexicon import lexicon_of_view
from negosim.language.typography import capital
from negosim.language.values import point_text
from negosim.present.goal import goal
from negosim.present.lesson_sight import BACK, NEXT, TAKEN_BACK, Hand, Seen, Step
from negosim.present.lesson_steps import FIRST_TRADE
from negosim.present.speakers import their_name
from negosim.present.title import FIRST_DEAL

_LESSONS: dict[tuple[str, Side], tuple[Step, ...]] = {(FIRST_DEAL, Side.VENDOR): FIRST_TRADE}
"""The steps by scenario and seat; a scenario may have none."""


@record(frozen=True, slots=True)
class Card:
    """The step as shown. `number` of `count`, from 1; `points_at`: the key of the widget it is
    about, empty for none; `next`: it waits for no move, only to be read; `back`: the gift
    may be taken back now."""

    id: str
    title: str
    text: str
    number: int
    count: int
    progress: str
    points_at: str
    next: bool
    back: bool


class Lesson:
    """The lesson of one running game; it remembers what no move tells."""

    def __init__(self, steps: tuple[Step, ...], *, taken_back: bool = False) -> None:
        """`taken_back`: the game goes on from one in which a move was taken back."""
        self._steps = steps
        self._flags: set[str] = {TAKEN_BACK} if taken_back else set()
        self.closed = False

    def mark(self, flag: str) -> None:
        """Something was done that no move tells, such as `NEXT` or a stepper turned."""
        self._flags.add(flag)

    def go_on(self) -> None:
        """The step that waits only to be read has been read."""
        self._flags.add(NEXT)

    def take_back(self) -> None:
        """The gift has been taken back; that was the one time."""
        self._flags.add(TAKEN_BACK)

    def gift(self, view: SeatView, heard: Sequence[SeatEvent]) -> OfferMade | None:
        """The gift that may be taken back now: the last thing we said, answered, and the first
        time; None when there is none."""
        if TAKEN_BACK in self._flags:
            return None
        seen = Seen(view, tuple(heard), frozenset(self._flags))
        return seen.gift if seen.gift_answered else None

    def card(
        self, view: SeatView, heard: Sequence[SeatEvent], hand: Hand, lang: str
    ) -> Card | None:
        """The step of the moment; None when the lesson was closed or the match is over."""
        if self.closed or view.common.phase is Phase.OVER:
            return None
        seen = Seen(view, tuple(heard), frozenset(self._flags), hand)
        at = _place(self._steps, seen)
        if at == len(self._steps):
            return None
        step = self._steps[at]
        text = catalogue("lesson", lang)
        variant, key = step.now(seen)
        return Card(
            id=step.id,
            title=_said(text, f"{step.id}.title", seen, lang),
            text=_said(text, f"{step.id}.{variant}", seen, lang),
            number=at + 1,
            count=len(self._steps),
            progress=text.text("card.progress", number=at + 1, count=len(self._steps)),
            points_at=key,
            next=step.read,
            back=key == BACK,
        )


def lesson_of(view: SeatView, *, taken_back: bool = False) -> Lesson | None:
    """The lesson of a game at level `first`, None where the scenario has none for the seat."""
    steps = _LESSONS.get((view.brief.scenario, view.brief.side))
    if steps is None or view.common.setup.level is not Level.FIRST:
        return None
    return Lesson(steps, taken_back=taken_back)


def _place(steps: tuple[Step, ...], seen: Seen) -> int:
    """The step after the last that is done: who skips ahead is followed. One that comes back
    goes first."""
    for place, step in enumerate(steps):
        if step.again is not None and step.again(seen):
            return place
    done = [place for place, step in enumerate(steps) if step.done(seen)]
    return done[-1] + 1 if done else 0


def _said(text: Catalogue, key: str, seen: Seen, lang: str) -> str:
    view = seen.view
    words = lexicon_of_view(view, lang)
    cheap, dear = seen.cheap, seen.dear
    named = seen.named
    slots: dict[str, object] = {
        "who": their_name(view, lang),
        "cheap": words.issue(cheap),
        "dear": words.issue(dear),
        "cheap_step": view.brief.yardsticks[cheap].weight,
        "dear_step": view.brief.yardsticks[dear].weight,
        "named": "" if named is None else words.issue(named),
        "most": point_text(view.brief.issues[dear], view.brief.marks[dear].quote, lang),
        "would": seen.would_be or 0,
        "hope": seen.hoped,
        "away": view.brief.walk_away,
        "now": goal(view, lang).points_now or 0,
    }
    return capital(text.text(key, **slots))
