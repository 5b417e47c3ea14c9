"""What a bot heard last from the other side, and what the other side has done of late.

Speech reacts to a `Moment` and nothing else does, so a word can never change a decision;
scripted beats wait for `Deeds`. What went before a move is kept in `Leadup`.
"""

from __future__ import annotations

from enum import StrEnum

from negosim.engine.issue import IssueSet
from negosim.engine.record import record
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm


class Kind(StrEnum):
    """Keys of the table `heard` in the speech catalogues."""

    NOTHING = "nothing"
    OPENING = "opening"  # first values named
    SAME = "same"  # an offer without movement
    TRADE = "trade"  # movement, with something wanted in return
    GIFT = "gift"  # movement, nothing wanted in return
    UNASKED = "unasked"  # movement before anybody asked
    GROWING = "growing"  # a step larger than the one before
    SHRINKING = "shrinking"  # three shrinking steps in a row
    SMALL = "small"  # movement worth little
    ACCEPTED = "accepted"
    NOT_YET = "not_yet"
    PRESSED = "pressed"  # a rival or a deadline
    ARGUED = "argued"  # an argument that speaks to the listener
    WORN = "worn"  # one that does not, or not any more
    LIMIT = "limit"  # a value called one's last
    TELL = "tell"
    GOODWILL = "goodwill"
    QUESTION = "question"
    ANSWER = "answer"
    PREFERRED = "preferred"
    CONFIRMED = "confirmed"
    REFUSED_LINE = "refused_line"
    TORN = "torn"
    LEFT = "left"  # back from a break of theirs
    SENT_OUT = "sent_out"  # they asked us to go and check
    DEADLOCK = "deadlock"
    NEWS = "news"
    YIELDED = "yielded"  # a larger step than before, upon a refusal
    HELD = "held"  # half the step before or less, upon a refusal
    STRAIGHT = "straight"  # movement out of a deadlock that nobody left the table for
    RETURNED = "returned"  # movement with the first offer after a break of theirs
    AGAIN = "again"  # a second break with nothing between
    ASKED_FIRST = "asked_first"  # what do you expect, before they move there
    WHY = "why"  # what it is for, asked for the first time
    PRICE_FIRST = "price_first"  # a first offer before any question
    UNWRITTEN = "unwritten"  # agreed some moves ago, and not on a line of the record
    BELIED = "belied"  # their offers say another order than their words


@record(frozen=True, slots=True)
class Heard:
    """`issue` and `size`: the largest step by share of its way; `value` a limit said."""

    kind: Kind
    issue: int | None = None
    size: int = 0
    value: int | None = None
    issues: tuple[int, ...] = ()
    form: QuestionForm | None = None
    answer: AnswerKind | None = None
    argument: ArgumentKind | None = None


NOTHING = Heard(Kind.NOTHING)
"""What is answered, or was never said."""


@record(frozen=True, slots=True)
class Moment:
    """All that speech knows of the talks besides the move; every part of it is public.

    `said`: what one's own side has said so far, an entry a move, oldest first; `greeting`:
    how they came back from a break that nothing has been said to; `unwritten`: an issue
    agreed long ago that whoever holds the pen has not written down; `figure`: the value the
    other side named last on the issue that `Speaker.figured` names; `scripted`: a line of the
    script goes before the words and is reaction enough.
    """

    heard: Heard = NOTHING
    said: tuple[str, ...] = ()
    greeting: Kind = Kind.NOTHING
    unwritten: int | None = None
    figure: int | None = None
    scripted: bool = False


SMALL = 0.02
"""A movement worth less than this share of one's own worth strikes one as small."""


def step_kind(steps: list[int], *, worth: float, returned: bool, unasked: bool) -> Kind:
    """How a concession strikes the listener; `steps` are all on its issue, oldest first."""
    if unasked:
        return Kind.UNASKED
    if not returned:
        return Kind.GIFT
    if len(steps) >= 2 and steps[-1] > steps[-2]:
        return Kind.GROWING
    if len(steps) >= 3 and steps[-1] < steps[-2] < steps[-3]:
        return Kind.SHRINKING
    return Kind.SMALL if worth < SMALL else Kind.TRADE


class Deeds:
    """What the other side did since one's own last closing move; filled by `reading` alone."""

    __slots__ = ("asked", "conceded", "left", "said", "unasked", "unreturned")

    def __init__(self) -> None:
        self.conceded: set[int] = set()
        self.unasked: set[int] = set()
        self.unreturned = False
        self.asked: set[QuestionForm] = set()
        self.said: set[str] = set()
        self.left: set[Purpose] = set()


class Leadup:
    """What went before a move of the other side, as far as it colours how the move strikes one.

    `refused`: one's own last closing move was a refusal; `asked_about`: issues whose
    expectation they have asked; `back`: they have come back from outside and made no closing
    move yet; `since_break`: their closing moves since their last own break while nothing
    came of it, None otherwise; `tells`: what they told and have not belied (more, less).
    """

    __slots__ = (
        "asked",
        "asked_about",
        "asked_why",
        "back",
        "greeting",
        "offered",
        "refused",
        "since_break",
        "tells",
    )

    def __init__(self) -> None:
        self.refused = False
        self.asked = False
        self.asked_why = False
        self.asked_about: IssueSet = 0
        self.offered = False
        self.back = False
        self.since_break: int | None = None
        self.greeting = Kind.NOTHING
        self.tells: set[tuple[int, int]] = set()
