"""Common knowledge: all that both sides know of a running match.

The types here are the public half of the state and hold plain values only. A
side's own half is `own.Own`. A seat's view is made of both, so that a secret
cannot reach the other side: there is no field here to put it in.
"""

from __future__ import annotations

from negosim.engine.issue import BenefitNos, IssueNos, IssueSet, Steps, Terms, Text
from negosim.engine.moves import Deal, Package
from negosim.engine.record import record
from negosim.engine.scenario import Costs
from negosim.engine.sides import BySide, Side
from negosim.engine.words import (
    ClockKind,
    Ending,
    Level,
    LineState,
    Orders,
    Phase,
    Purpose,
    QuestionForm,
    Reason,
    Role,
    TableKind,
)

ALL_ROLES = tuple(Role)


@record(frozen=True, slots=True)
class Seat:
    """A place at the table. A seat alone on its side wears every hat (R9).

    `scripted`: a bot sits here. A scripted client's asking before it concedes is
    part of its turn (B3), so it is not ruled on.
    """

    name: str
    side: Side
    roles: tuple[Role, ...]
    issues: IssueNos
    scripted: bool = False

    def has(self, role: Role) -> bool:
        return role in self.roles


@record(frozen=True, slots=True)
class Setup:
    """How the match is run. `limit_ms` None: no clock; `silence_ms` None: no limit on silence."""

    seats: tuple[Seat, ...]
    clock: ClockKind
    limit_ms: int | None
    break_ms: int
    costs: Costs
    level: Level
    kind: TableKind
    orders: Orders
    silence_ms: int | None = None


def seat_side(setup: Setup, name: str) -> Side:
    """The side of the seat of that name; KeyError when there is none."""
    for seat in setup.seats:
        if seat.name == name:
            return seat.side
    raise KeyError(name)


@record(frozen=True, slots=True)
class Question:
    """The question that waits for its answer."""

    by: Side
    form: QuestionForm
    issues: IssueNos


@record(frozen=True, slots=True)
class Turn:
    """Whose move it is and how the talks flow.

    `quiet` counts closing moves toward a deadlock (R37); `deadlocks` the deadlocks
    so far, the running one included; `moved_ms` is when somebody last spoke or wrote
    and `entered` whose last entry at a spoken table may still be unsaid.
    """

    side: Side
    number: int = 1
    asked: int = 0
    question: Question | None = None
    quiet: int = 0
    deadlocks: int = 0
    deadlocked: bool = False
    moved_ms: int = 0
    entered: Side | None = None


@record(frozen=True, slots=True)
class StandingOffer:
    """A package on the table.

    `was`: what its maker had named before it; `preferred`: what the other side
    answered to two packages, True for the second.
    """

    give: Terms
    want: Terms
    benefits: BenefitNos = ()
    reason: Reason = Reason.NONE
    second: Package | None = None
    was: Terms = ()
    preferred: bool | None = None

    @property
    def conditional(self) -> bool:
        """Whether anything is wanted in return."""
        return bool(self.benefits) or any(tick is not None for tick in self.want)


@record(frozen=True, slots=True)
class Talk:
    """What a side has asked and been told.

    `expected`: issues whose expectation was answered since this side's last
    concession there, `fresh`: asked in this turn (R22); `explored`: issues that any
    answered question was about; `requested`: issues the other side has
    asked for with no hand-over since (R12); `demanded`: issues whose expectation was
    ever answered (R35); `since`: questions since its last
    new best offer, tell or goodwill (R31); `evaded`: it was answered evasively and
    nothing has been probed since; `told`: told or asked why since its last exclusion.
    """

    expected: IssueSet = 0
    explored: IssueSet = 0
    fresh: IssueSet = 0
    since: int = 0
    total: int = 0
    evaded: bool = False
    told: bool = False
    requested: IssueSet = 0
    demanded: IssueSet = 0


@record(frozen=True, slots=True)
class Position:
    """What a side has named.

    `named`: its last value on each issue; `best`: the most generous to the other
    side it ever named; `steps`: its concessions; `closes`: whether each of its last
    three closing moves was a refusal, a threat or no movement (R23), oldest first;
    `still`: its closing moves since its last new best offer; `breaks`: its breaks;
    `offers`: how many offers it has made.
    """

    offer: StandingOffer | None
    named: Terms
    best: Terms
    steps: Steps
    closes: tuple[bool, ...] = ()
    still: int = 0
    breaks: tuple[Purpose, ...] = ()
    executives: bool = False
    offers: int = 0


@record(frozen=True, slots=True)
class Line:
    """A line of the record; lines are numbered from 1.

    `agreed`: it says what was agreed before it was written; `reopen_by`: who asked
    to reopen it.
    """

    number: int
    by: Side
    deal: Deal
    state: LineState
    agreed: bool = False
    reopen_by: Side | None = None


@record(frozen=True, slots=True)
class Sheet:
    """The contract sheet.

    `off_record`: issues without a confirmed line of that value; `benefits_off`:
    benefits that stand on the sheet or on the record alone (R41).
    """

    by: Side
    terms: Terms
    benefits: BenefitNos
    off_record: IssueSet
    benefits_off: BenefitNos = ()
    signed: BySide[bool] = BySide(False, False)


@record(frozen=True, slots=True)
class Record:
    """The written side of the talks.

    `drafts`: agreed and not yet written; `drafted_ms`: since when nothing of it has
    been written, `drafted_turn` the turn in which the first of them could be;
    `pen_free`: the other side may claim the pen because a line was refused; `sheets`:
    how many sheets have been drawn.
    """

    pen: Side | None = None
    pen_free: bool = False
    drafts: tuple[Deal, ...] = ()
    drafted_ms: int | None = None
    drafted_turn: int = 0
    lines: tuple[Line, ...] = ()
    sheet: Sheet | None = None
    sheets: int = 0


@record(frozen=True, slots=True)
class Recess:
    """A running break: who called it, who is out, why, and until when."""

    by: Side
    out: Side
    purpose: Purpose
    ends_ms: int


@record(frozen=True, slots=True)
class Heard:
    """A text of the scenario that has come out at the table, and its place in the file's list."""

    place: int
    text: Text


@record(frozen=True, slots=True)
class Outcome:
    """How the match ended; `deal` is None without a signed contract; `by` who ended it."""

    ending: Ending
    deal: Deal | None
    by: Side | None = None


@record(frozen=True, slots=True)
class Common:
    """The whole public state. `ready`: sides done with preparation or introduction;
    `locked`: sides that have locked a guess; `news`: outside events that have arrived;
    `claims`: rival claims that the client has pressed with, each once."""

    phase: Phase
    elapsed_ms: int
    setup: Setup
    turn: Turn
    talk: BySide[Talk]
    positions: BySide[Position]
    record: Record
    recess: Recess | None = None
    ready: BySide[bool] = BySide(False, False)
    locked: BySide[bool] = BySide(False, False)
    news: tuple[Heard, ...] = ()
    claims: tuple[Heard, ...] = ()
    outcome: Outcome | None = None

    def has_news(self, place: int) -> bool:
        """Whether the outside event of that place has arrived."""
        return any(heard.place == place for heard in self.news)
