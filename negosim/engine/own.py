"""What one side alone knows: its brief before the talks and its own half of the state."""

from __future__ import annotations

from negosim.engine.issue import Issue, IssueNos, Order, Text
from negosim.engine.moves import PlannedStep
from negosim.engine.record import record
from negosim.engine.scenario import Benefit, Member, Pressure, Rival
from negosim.engine.sides import BySide, Side
from negosim.engine.words import Harder, QuestionForm
from negosim.engine.yardstick import Marks, Yardstick


@record(frozen=True, slots=True)
class Colleague:
    """Someone opposite, as the vendor side sees them: no criteria, no veto."""

    name: Text
    role: str


@record(frozen=True, slots=True)
class Briefing:
    """The words of the exercise for one side."""

    title: Text
    everyone: Text
    secret: Text
    parties: BySide[Text]


@record(frozen=True, slots=True)
class Brief:
    """What a side knows when it sits down, fixed for the match but for its order.

    Client only: `rivals`, `pressure`, `team` with criteria and vetoes. Vendor only:
    `cards`, the size of the insider deck. `announced` are place and time of the
    outside news that both sides know to expect.
    """

    side: Side
    scenario: str
    words: Briefing
    issues: tuple[Issue, ...]
    benefits: tuple[Benefit, ...]
    marks: tuple[Marks, ...]
    yardsticks: tuple[Yardstick, ...]
    worth_scale: int
    walk_away: int
    harder_means: Harder
    announced: tuple[tuple[int, int], ...]
    opposite: tuple[Colleague, ...]
    cards: int = 0
    rivals: tuple[Rival, ...] = ()
    pressure: tuple[Pressure, ...] = ()
    team: tuple[Member, ...] = ()


@record(frozen=True, slots=True)
class Card:
    """An insider card that has been drawn; whether it is stale is not said.

    `ranks`: issues in the order in which it says the client ranks them, where it does.
    """

    topic: str
    text: Text
    ranks: IssueNos = ()


@record(frozen=True, slots=True)
class Own:
    """A side's private half of the state.

    `floors` and `authority` in ticks, agenda order (news may move floors, never the
    scoring marks); `plan`: concession sheets, one tuple an issue, empty without one.
    """

    floors: tuple[int, ...]
    authority: tuple[int, ...]
    plan: tuple[tuple[PlannedStep, ...], ...]
    methods: tuple[QuestionForm, ...] = ()
    guess: Order = ()
    cards: tuple[Card, ...] = ()
    order_locked: bool = False
