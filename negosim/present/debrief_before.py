"""The page before any figure: one word for how it felt, and the guesses to be locked.

Holds what is being chosen while the page is open; nothing of the result is read here but
whether a guess was locked in the match. What is kept is `solo.afterthoughts`' business.
"""

from __future__ import annotations

from dataclasses import replace

from negosim.engine.issue import Order
from negosim.engine.record import record
from negosim.engine.yardstick import MOST_LEVEL
from negosim.language.catalogue import catalogue
from negosim.present.debrief import Review
from negosim.solo.afterthoughts import MOST_LETTERS, Afterthought


@record(frozen=True, slots=True)
class Guesses:
    """What stands on the page.

    `order` is the guess of their priorities; `locked`: it was locked in the match and
    cannot move; `points`: the guess of their points, None while none was made; `most`:
    the most points there are on a grid (both sides' weights sum alike, so it tells
    nothing). `asks_points`: there is a contract, so there are points to guess.
    """

    felt: str
    own: str
    order: Order
    locked: bool
    points: int | None
    most: int
    asks_points: bool

    @property
    def word(self) -> bool:
        """Whether there is a word for how it felt."""
        return bool(self.felt or self.own.strip())

    def feel(self, felt: str) -> Guesses:
        """One of the words offered, in place of one's own; the same again takes it back."""
        return replace(self, felt="" if felt == self.felt else felt, own="")

    def say(self, own: str) -> Guesses:
        """A word of one's own, in place of those offered."""
        return replace(self, felt="" if own.strip() else self.felt, own=own[:MOST_LETTERS])

    def put(self, issue: int, place: int) -> Guesses:
        """An issue moved to a place of the order, 0 the most important; locked ones stay."""
        if self.locked:
            return self
        rest = [each for each in self.order if each != issue]
        place = min(max(place, 0), len(rest))
        return replace(self, order=(*rest[:place], issue, *rest[place:]))

    def suppose(self, points: int) -> Guesses:
        """Their points, kept within the grid."""
        return replace(self, points=min(max(points, 0), self.most))

    def kept(self) -> Afterthought:
        """What is kept beside the log."""
        return Afterthought(
            self.felt,
            self.own.strip(),
            () if self.locked else self.order,
            self.points if self.asks_points else None,
        )


def guesses(seen: Review, *, board: Order = ()) -> Guesses:
    """The page as it opens; `board` is the guess board as it was left, () for none."""
    found = seen.found
    locked = found.sides[seen.side].guess
    count = len(found.scenario.issues)
    left = board if sorted(board) == list(range(count)) else tuple(range(count))
    weights = sum(yard.weight for yard in found.scenario.yardsticks[seen.side])
    return Guesses(
        felt="",
        own="",
        order=left if locked is None else locked.order,
        locked=locked is not None,
        points=None,
        most=MOST_LEVEL * weights,
        asks_points=found.contract is not None,
    )


def felt_words(lang: str) -> tuple[tuple[str, str], ...]:
    """The words offered, by id."""
    messages = catalogue("debrief_scene", lang)
    return tuple((key, messages.text(f"felt.{key}")) for key in messages.under("felt"))


def felt_text(thought: Afterthought, lang: str) -> str:
    """How it felt, in words; "" when nothing was said."""
    messages = catalogue("debrief_scene", lang)
    key = f"felt.{thought.felt}"
    return messages.text(key) if key in messages else thought.own
