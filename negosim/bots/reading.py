"""A bot's memory of one match: what it owes for movement, what it last heard, what was said.

`listening` fills it from a seat's own stream of events and nothing else does, so a
match taken up again from its log finds the same reading. Beliefs are kept in
`estimate`; what is done with all this is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from negosim.bots.character import Character, Motive
from negosim.bots.estimate import Asked, Estimate
from negosim.bots.heard import Deeds, Heard, Kind
from negosim.bots.ledger import Ledger
from negosim.bots.scale import Scale
from negosim.engine import events as e
from negosim.engine.common import Common, Position
from negosim.engine.issue import IssueSet, Terms
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind

FAVOUR_WORTH = 0.015
"""What goodwill, a written line or a second package is worth to one whom it moves."""
IRRITATION = 0.08
"""What pressing, wrong guesses and breaks cost in patience, each time."""


class Reading:
    """`number` is the last event taken in. `prelude` says of the n-th deadlock whether it
    moves this bot to a concession (R37)."""

    def __init__(self, character: Character, scale: Scale, prelude: Callable[[int], bool]) -> None:
        self.character = character
        self.scale = scale
        self.side = scale.brief.side
        self.number = 0
        self.estimate = Estimate(scale, led=character.led)
        self.ledger = Ledger(scale)
        self._sides: dict[str, Side] = {}
        # what was heard
        self.heard = Heard(Kind.NOTHING)
        self.deeds = Deeds()
        self.patience = character.patience
        self.arguments: dict[ArgumentKind, int] = {}
        self.owes_tell = False
        # questions: the open one, ours, our answers, what they asked about (R22, R31)
        self.question: Asked | None = None
        self.asked: set[Asked] = set()
        self.order_questions = 0
        self.answers: dict[Asked, e.QuestionAnswered] = {}
        self.expected: IssueSet = 0
        self.explored: IssueSet = 0
        self.told = False
        self.told_before = False
        # what one has said oneself
        self.own_arguments: dict[ArgumentKind, int] = {}
        self.own_tells = 0
        self.own_terms: Terms = ()
        self.own_packages: tuple[Terms, Terms] | None = None
        self.goodwills = 0
        # the record: what one has written in this turn, the last sheet and whether it was torn
        self.wrote_lines = False
        self.own_sheet: Terms | None = None
        self.torn_sheet: Terms | None = None
        # deadlocks and breaks
        self.idle = 0
        self.deadlocked = False
        self.deadlocks = 0
        self.prelude_due = False
        self.authorised = False
        self._prelude = prelude

    def weigh_anew(self, scale: Scale) -> None:
        """The same memory under another order of one's own (R3)."""
        self.scale = scale
        self.estimate.scale = scale
        self.ledger.scale = scale

    def takes_as_prelude(self) -> bool:
        """Whether the running deadlock moves this bot to a concession."""
        return self.deadlocked and self._prelude(self.deadlocks)

    def sit_down(self, common: Common) -> None:
        """Who sits where, and the vendor's quote, which stands before anybody speaks (R21)."""
        if self._sides:
            return
        self._sides = {seat.name: seat.side for seat in common.setup.seats}
        vendor = common.positions[Side.VENDOR]
        quotes = tuple(_quote(vendor, issue, self.scale) for issue in range(self.scale.count))
        if self.side is Side.VENDOR:
            self.ledger.start(quotes)
            return
        for issue, quote in enumerate(quotes):
            self.estimate.name_first(issue, quote)

    def is_mine(self, seat: str) -> bool:
        return self._sides[seat] is self.side

    def please(self, motive: Motive, worth: float = FAVOUR_WORTH) -> None:
        """The other side did something that moves people of this motive."""
        if motive in self.character.motives:
            self.ledger.earn(worth)
            self.ledger.stirred = True

    def irritate(self, times: float = 1.0) -> None:
        self.patience = max(0.0, self.patience - times * IRRITATION)

    def hear(self, heard: Heard, word: str) -> None:
        """A deed of the other side, and its word in scenario files (`said`)."""
        self.heard = heard
        self.deeds.said.add(word)

    def spoke(self) -> None:
        """One's own words answer what was heard."""
        self.heard = Heard(Kind.NOTHING)

    def gave(self, terms: Terms) -> None:
        """One's own offer or acceptance."""
        self.closed()
        if self.ledger.spend(terms):
            self.idle = 0
            self.prelude_due = False

    def closed(self) -> None:
        """One's own closing move: what the other side did before it is dealt with."""
        self.idle += 1
        self.wrote_lines = False
        self.heard = Heard(Kind.NOTHING)
        self.deeds = Deeds()


def _quote(position: Position, issue: int, scale: Scale) -> int:
    """The vendor's quote: its best value with all its steps taken back."""
    best = position.best[issue]
    assert best is not None
    vendor_sign = scale.signs[issue] if scale.brief.side is Side.VENDOR else -scale.signs[issue]
    return best + vendor_sign * sum(position.steps[issue])
