"""What a bot heard last from the other side, and what the other side has done of late.

Speech reacts to `Heard` and nothing else does, so a word can never change a decision;
scripted beats wait for `Deeds`.
"""

from __future__ import annotations

from enum import StrEnum

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
