"""What a seat asks to do. Imperative, one type a move; nothing here decides.

`phases` says where each move is allowed, what it costs and whether it needs or
passes the turn. `words` is the sentence as the seat worded it: people read it,
bots and rulings read the other fields only.
"""

from __future__ import annotations

from negosim.engine.issue import BenefitNos, IssueNo, IssueNos, Order, Terms
from negosim.engine.record import record
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm, Reason, Role


@record(frozen=True, slots=True)
class PlannedStep:
    """One row of the concession sheet: its size in ticks, what is asked for it, why."""

    size: int
    exchange: str = ""
    reason: str = ""


@record(frozen=True, slots=True)
class Package:
    """Terms given and terms wanted in return."""

    give: Terms
    want: Terms


@record(frozen=True, slots=True)
class Deal:
    """Values on one or more issues and the benefits that go with them."""

    terms: Terms
    benefits: BenefitNos = ()


# -- preparation ---------------------------------------------------------------


@record(frozen=True, slots=True)
class Assign:
    """Give a seat of one's own side its hats and issues. Source: exercise.md R9."""

    to: str
    roles: tuple[Role, ...]
    issues: IssueNos


@record(frozen=True, slots=True)
class SetAuthority:
    """How far the negotiators may go on the issues named. Source: exercise.md R24."""

    terms: Terms


@record(frozen=True, slots=True)
class PlanSteps:
    """The concession sheet of one numeric issue. Source: exercise.md R8."""

    issue: IssueNo
    steps: tuple[PlannedStep, ...]


@record(frozen=True, slots=True)
class ChooseMethods:
    """Up to three ways to make the other side tell its order. Source: exercise.md R32."""

    forms: tuple[QuestionForm, ...]


@record(frozen=True, slots=True)
class SetOrder:
    """A group sets and locks its own priorities (`orders: team`). Source: exercise.md R3.

    The authority follows the new order (R24): set it afterwards.
    """

    order: Order


@record(frozen=True, slots=True)
class Ready:
    """Preparation is done."""


@record(frozen=True, slots=True)
class Introduce:
    """The members are introduced. Source: exercise.md R10."""


# -- talk ----------------------------------------------------------------------


@record(frozen=True, slots=True)
class Ask:
    """A question. Source: exercise.md R31.

    `issues`: open none; causal one; exclusion two; leading one (it is your first)
    or two (the first ranks above the second); summarising two or more in the order
    named; expectation one or more.
    """

    form: QuestionForm
    issues: IssueNos = ()
    words: str = ""


@record(frozen=True, slots=True)
class Answer:
    """An answer to the question that is open.

    `issues`: issue one; interest one, with `strength` 1 (little hangs on it) to 3;
    pair two, the higher first. `demand` and `gives`: what the answerer wants now on
    the issues asked about and what it would give for it.
    """

    kind: AnswerKind
    issues: IssueNos = ()
    strength: int = 0
    demand: Terms = ()
    gives: Terms = ()
    words: str = ""


@record(frozen=True, slots=True)
class Offer:
    """One package. Source: exercise.md R21, R33.

    `second` is another package of like worth laid beside it; `benefits` are wanted.
    """

    give: Terms
    want: Terms
    benefits: BenefitNos = ()
    reason: Reason = Reason.NONE
    second: Package | None = None
    words: str = ""


@record(frozen=True, slots=True)
class Accept:
    """Take the standing offer whole (`issues` empty) or unconditional issues by name.

    `second` takes the second package. Source: exercise.md R21.
    """

    issues: IssueNos = ()
    second: bool = False
    words: str = ""


@record(frozen=True, slots=True)
class NotYet:
    """No, not yet; a refusal while an offer of the other side stands. Source: exercise.md R20."""

    words: str = ""


@record(frozen=True, slots=True)
class Argue:
    """An argument, about an issue where it has one. Source: exercise.md R34.

    `limit` (kind `limit` only) names one issue and the value called one's last.
    `claim` is the place of the client's pressure claim used or answered.
    """

    kind: ArgumentKind
    issue: IssueNo | None = None
    limit: Terms = ()
    claim: int | None = None
    words: str = ""


@record(frozen=True, slots=True)
class Tell:
    """Which of two issues matters more to us; may be untrue. Source: exercise.md R34."""

    more: IssueNo
    less: IssueNo
    words: str = ""


@record(frozen=True, slots=True)
class Goodwill:
    """We want this to work. Source: exercise.md R37."""

    words: str = ""


@record(frozen=True, slots=True)
class Prefer:
    """Which of two packages laid out pleases more. Source: exercise.md R33."""

    second: bool
    words: str = ""


@record(frozen=True, slots=True)
class Withdraw:
    """Take the standing offer off the table. Source: exercise.md R21."""

    words: str = ""


@record(frozen=True, slots=True)
class HandOver:
    """The coordinator hands an issue to its owner. Source: exercise.md R12."""

    issue: IssueNo


@record(frozen=True, slots=True)
class Note:
    """A line for one's own team."""

    text: str


@record(frozen=True, slots=True)
class Unsay:
    """At a spoken table: that was not said. Source: classroom.md."""


# -- record and contract ---------------------------------------------------------


@record(frozen=True, slots=True)
class Propose:
    """Write lines down; empty: every agreed, unwritten point. Source: exercise.md R39."""

    lines: tuple[Deal, ...] = ()


@record(frozen=True, slots=True)
class Confirm:
    """Confirm proposed lines by number; empty: all of the other side's."""

    lines: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class Refuse:
    """Refuse proposed lines by number; empty: all of the other side's."""

    lines: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class Strike:
    """Withdraw one's own proposed lines by number; empty: all."""

    lines: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class Reopen:
    """Ask to reopen a confirmed line; the other side's same move reopens it (R40)."""

    line: int


@record(frozen=True, slots=True)
class ClaimPen:
    """Take the pen. Source: exercise.md R39."""


@record(frozen=True, slots=True)
class Draw:
    """Draw the contract sheet; empty: from the record and what is agreed. Source: exercise.md R41."""

    deal: Deal = Deal(())


@record(frozen=True, slots=True)
class Sign:
    """Sign the sheet. Source: exercise.md R41."""


@record(frozen=True, slots=True)
class Tear:
    """Tear the sheet up before the second signature. Source: exercise.md R41."""


@record(frozen=True, slots=True)
class Guess:
    """Lock the guess of the other side's order. Source: exercise.md R32."""

    order: Order


# -- away from the table ---------------------------------------------------------


@record(frozen=True, slots=True)
class Leave:
    """Leave the table, or send the other side out (press). Source: exercise.md R35."""

    purpose: Purpose
    words: str = ""


@record(frozen=True, slots=True)
class Authorise:
    """The decision-maker lets the negotiators go this far. Source: exercise.md R36.

    `exchange` is the answer to "what do we get for it?" (R9).
    """

    terms: Terms
    exchange: str = ""


@record(frozen=True, slots=True)
class CallExecutives:
    """Bring the executives in, once a side. Source: exercise.md R38."""


@record(frozen=True, slots=True)
class Return:
    """Back to the table."""


@record(frozen=True, slots=True)
class WalkOut:
    """End the talks. Source: exercise.md R42."""


Move = (
    Assign
    | SetAuthority
    | PlanSteps
    | ChooseMethods
    | SetOrder
    | Ready
    | Introduce
    | Ask
    | Answer
    | Offer
    | Accept
    | NotYet
    | Argue
    | Tell
    | Goodwill
    | Prefer
    | Withdraw
    | HandOver
    | Note
    | Unsay
    | Propose
    | Confirm
    | Refuse
    | Strike
    | Reopen
    | ClaimPen
    | Draw
    | Sign
    | Tear
    | Guess
    | Leave
    | Authorise
    | CallExecutives
    | Return
    | WalkOut
)
