"""A bot's memory of one match: what it owes for movement, what it last heard, what was said.

`listening` fills it from a seat's own stream of events and nothing else does, so a
match taken up again from its log finds the same reading. Beliefs are kept in
`estimate`; what is done with all this is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable

from negosim.bots.character import Character, Motive
from negosim.bots.estimate import Estimate
from negosim.bots.heard import NOTHING, Deeds, Heard, Leadup
from negosim.bots.hearsay import Asked
from negosim.bots.ledger import Ledger
from negosim.bots.pliancy import Pliancy
from negosim.bots.scale import Scale
from negosim.bots.tactics.history import History
from negosim.engine import events as e
from negosim.engine.common import Common, Position
from negosim.engine.issue import IssueSet, Terms
from negosim.engine.own import Card
from negosim.engine.sides import Side
from negosim.engine.words import ArgumentKind

FAVOUR_WORTH = 0.015
"""What goodwill, a written line or a second package is worth to one whom it moves."""
WARM_FOR = 3
"""For how many own closing moves somebody stays well disposed."""
MOST_IDLE = 12
"""Own closing moves in a row without movement, break or agreement after which a bot goes."""
ROUSED_FOR = 2
"""How many answers the other side's getting up brings from somebody who had stood still."""
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
        self.history = History()
        self.pliancy = Pliancy(character.hardness)
        self._sides: dict[str, Side] = {}
        # what was heard
        self.heard = NOTHING
        self.deeds = Deeds()
        self.leadup = Leadup()
        self.patience = character.patience
        self.arguments: dict[ArgumentKind, int] = {}
        self.owes_tell = False
        # questions: the open one, ours, our answers, what they asked about (R22, R31)
        self.question: Asked | None = None
        self.asked: set[Asked] = set()
        self.asked_now = False
        self.order_questions = 0
        self.answers: dict[Asked, e.QuestionAnswered] = {}
        self.expected: IssueSet = 0
        self.explored: IssueSet = 0
        self.told = False
        self.told_before = False
        # what one has said oneself: the words of each move, then what they were for
        self.said: list[str] = []
        self.own_arguments: dict[ArgumentKind, int] = {}
        self.own_tells = 0
        self.own_terms: Terms = ()
        self.own_packages: tuple[Terms, Terms] | None = None
        self.times_laid_out = 0
        self.goodwills = 0
        # the last closing move: theirs was a refusal or a threat, one's own a kind word or an
        # offer that moved nothing
        self.refused = False
        self.shied = False
        self.kindly = False
        self.repeated = False
        self.repeats = 0
        # something said has moved this person; what was said before has been paid for
        self.pleased = False
        self.sated = False
        # the record: what one has written in this turn, the last sheet and whether it was torn
        self.wrote_lines = False
        self.own_sheet: Terms | None = None
        self.torn_sheet: Terms | None = None
        # how many closing moves one has made since one's first offer, and how many in a
        # row, at the end, gave nothing; which of the last three did so; for how many more
        # one is well disposed, or remembers that they got up
        self.answered = 0
        self.holds = 0
        self.frowns = (False, False, False)
        self.warmth = 0
        self.roused = 0
        # values one remembers otherwise than they were said, since nobody wrote them down
        self.called: dict[int, int] = {}
        self.recalled: dict[int, int] = {}
        self.accepted: Terms | None = None
        self.doubts = False
        self.disputes = 0
        # the authority one came with (R24)
        self.mandate: Terms = ()
        # deadlocks and breaks
        self.idle = 0
        self.deadlocked = False
        self.deadlocks = 0
        self.prelude_due = False
        self.authorised = False
        self.cards: tuple[Card, ...] = ()
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
        self.history.note(quotes, mine=self.side is Side.VENDOR)
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
            self.pleased = True
            self.warmth = WARM_FOR

    def irritate(self, times: float = 1.0) -> None:
        self.patience = max(0.0, self.patience - times * IRRITATION)

    def hear(self, heard: Heard, word: str) -> None:
        """A deed of the other side, and its word in scenario files (`said`)."""
        self.heard = heard
        self.deeds.said.add(word)

    def spoke(self) -> None:
        """One's own words answer what was heard."""
        self.heard = NOTHING

    def gave(self, terms: Terms) -> bool:
        """One's own offer or acceptance; whether it gave anything or was the first."""
        first = self.answered == 0 and not self.ledger.has_named
        if first and self.side is Side.CLIENT:
            # What the first offer leaves out is given from where one would have opened.
            share = self.character.bargaining.opening
            openings = (self.scale.opening(issue, share) for issue in range(self.scale.count))
            self.ledger.start(tuple(openings))
        conceded = self.ledger.spend(terms, answers=not first)
        self.closed(gave=conceded or first)
        if conceded:
            self.idle = 0
            self.prelude_due = False
        return conceded or first

    def closed(self, *, gave: bool = False) -> None:
        """One's own closing move: what the other side did before it is dealt with."""
        self.idle += 1
        self.holds = 0 if gave else self.holds + 1
        self.frowns = (*self.frowns[1:], not gave)
        # What comes before the first offer is no answer to anything.
        self.answered += gave or self.answered > 0
        self.sated = gave and self.pleased
        self.pleased = self.pleased and not gave
        self.asked_now = False
        self.refused = self.shied = self.kindly = self.repeated = False
        self.warmth = max(0, self.warmth - 1)
        self.roused = max(0, self.roused - 1)
        self.wrote_lines = False
        self.heard = NOTHING
        self.deeds = Deeds()


def _quote(position: Position, issue: int, scale: Scale) -> int:
    """The vendor's quote: its best value with all its steps taken back."""
    best = position.best[issue]
    assert best is not None
    vendor_sign = scale.signs[issue] if scale.brief.side is Side.VENDOR else -scale.signs[issue]
    return best + vendor_sign * sum(position.steps[issue])
