"""What happened. Past tense, one type an event; a log is a header and these.

`at_ms` is the time of the talks when the event's move had ended. `evolve` folds
them; an event never needs the rules to be understood, so a log keeps its meaning
when rules change: what was ruled is an event too (`Ruled`).
"""

from __future__ import annotations

from negosim.engine.common import Setup
from negosim.engine.issue import BenefitNos, IssueNo, IssueNos, Order, Terms
from negosim.engine.moves import Deal, Package, PlannedStep
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.engine.words import (
    AnswerKind,
    ArgumentKind,
    Ending,
    Principle,
    Purpose,
    QuestionForm,
    Reason,
    Role,
)


@record(frozen=True, slots=True)
class Ruling:
    """One occasion of a principle, kept or not.

    `code` names what was found (`docs/rules.md` lists them); `figures` are the ints
    it rests on, in ticks or counts, by code.
    """

    principle: Principle
    kept: bool
    code: str
    issue: IssueNo | None = None
    figures: tuple[int, ...] = ()


@record(frozen=True, slots=True)
class MatchOpened:
    at_ms: int
    setup: Setup


@record(frozen=True, slots=True)
class Assigned:
    at_ms: int
    seat: str
    to: str
    roles: tuple[Role, ...]
    issues: IssueNos


@record(frozen=True, slots=True)
class AuthoritySet:
    at_ms: int
    side: Side
    terms: Terms


@record(frozen=True, slots=True)
class StepsPlanned:
    at_ms: int
    side: Side
    issue: IssueNo
    steps: tuple[PlannedStep, ...]


@record(frozen=True, slots=True)
class MethodsChosen:
    at_ms: int
    side: Side
    forms: tuple[QuestionForm, ...]


@record(frozen=True, slots=True)
class OrderLocked:
    at_ms: int
    side: Side
    order: Order


@record(frozen=True, slots=True)
class SideReady:
    at_ms: int
    side: Side


@record(frozen=True, slots=True)
class SideIntroduced:
    at_ms: int
    side: Side


@record(frozen=True, slots=True)
class TalksOpened:
    at_ms: int


@record(frozen=True, slots=True)
class QuestionAsked:
    at_ms: int
    seat: str
    form: QuestionForm
    issues: IssueNos
    words: str


@record(frozen=True, slots=True)
class QuestionAnswered:
    at_ms: int
    seat: str
    kind: AnswerKind
    issues: IssueNos
    strength: int
    demand: Terms
    gives: Terms
    words: str


@record(frozen=True, slots=True)
class OfferMade:
    """`is_new_best`: better for the other side on some issue than anything named before."""

    at_ms: int
    seat: str
    give: Terms
    want: Terms
    benefits: BenefitNos
    reason: Reason
    second: Package | None
    words: str
    is_new_best: bool


@record(frozen=True, slots=True)
class OfferAccepted:
    """`terms` is all that is agreed by it; `is_new_best` as for an offer."""

    at_ms: int
    seat: str
    terms: Terms
    benefits: BenefitNos
    words: str
    whole: bool
    is_new_best: bool


@record(frozen=True, slots=True)
class NotYetSaid:
    at_ms: int
    seat: str
    words: str


@record(frozen=True, slots=True)
class Argued:
    at_ms: int
    seat: str
    kind: ArgumentKind
    issue: IssueNo | None
    limit: Terms
    claim: int | None
    words: str


@record(frozen=True, slots=True)
class Told:
    at_ms: int
    seat: str
    more: IssueNo
    less: IssueNo
    words: str


@record(frozen=True, slots=True)
class GoodwillShown:
    at_ms: int
    seat: str
    words: str


@record(frozen=True, slots=True)
class PackagePreferred:
    at_ms: int
    seat: str
    second: bool
    words: str


@record(frozen=True, slots=True)
class OfferWithdrawn:
    at_ms: int
    seat: str
    words: str


@record(frozen=True, slots=True)
class HandedOver:
    at_ms: int
    seat: str
    issue: IssueNo


@record(frozen=True, slots=True)
class Noted:
    at_ms: int
    seat: str
    text: str


@record(frozen=True, slots=True)
class Unsaid:
    """The other side's last entry at a spoken table is taken back."""

    at_ms: int
    seat: str


@record(frozen=True, slots=True)
class DeadlockFell:
    at_ms: int
    number: int


@record(frozen=True, slots=True)
class DeadlockEased:
    at_ms: int


@record(frozen=True, slots=True)
class LinesProposed:
    """`numbers` are the lines' numbers in the record, in the order of `lines`."""

    at_ms: int
    seat: str
    numbers: tuple[int, ...]
    lines: tuple[Deal, ...]


@record(frozen=True, slots=True)
class LinesConfirmed:
    at_ms: int
    seat: str
    numbers: tuple[int, ...]


@record(frozen=True, slots=True)
class LinesRefused:
    at_ms: int
    seat: str
    numbers: tuple[int, ...]


@record(frozen=True, slots=True)
class LinesStruck:
    at_ms: int
    seat: str
    numbers: tuple[int, ...]


@record(frozen=True, slots=True)
class ReopeningAsked:
    at_ms: int
    seat: str
    line: int


@record(frozen=True, slots=True)
class LineReopened:
    at_ms: int
    seat: str
    line: int


@record(frozen=True, slots=True)
class PenClaimed:
    at_ms: int
    seat: str


@record(frozen=True, slots=True)
class AgreementLapsed:
    """Agreed terms that were not written down and confirmed are open again (R39).

    `drafts` had not been proposed as lines, `numbers` are proposed lines.
    """

    at_ms: int
    drafts: tuple[Deal, ...]
    numbers: tuple[int, ...]


@record(frozen=True, slots=True)
class SheetDrawn:
    at_ms: int
    seat: str
    deal: Deal


@record(frozen=True, slots=True)
class SheetSigned:
    at_ms: int
    seat: str


@record(frozen=True, slots=True)
class SheetTorn:
    at_ms: int
    seat: str


@record(frozen=True, slots=True)
class ContractSealed:
    at_ms: int
    deal: Deal


@record(frozen=True, slots=True)
class GuessLocked:
    at_ms: int
    side: Side
    order: Order


@record(frozen=True, slots=True)
class BreakTaken:
    """`out` is the side that goes out: on a press the other side."""

    at_ms: int
    seat: str
    purpose: Purpose
    out: Side
    ends_ms: int
    words: str


@record(frozen=True, slots=True)
class CardDrawn:
    """`card` is its place in the deck; only the side that drew sees it."""

    at_ms: int
    side: Side
    card: int


@record(frozen=True, slots=True)
class Authorised:
    at_ms: int
    seat: str
    terms: Terms
    exchange: str


@record(frozen=True, slots=True)
class ExecutivesCalled:
    at_ms: int
    seat: str


@record(frozen=True, slots=True)
class BreakEnded:
    """`side` speaks next."""

    at_ms: int
    side: Side


@record(frozen=True, slots=True)
class NewsArrived:
    at_ms: int
    news: int


@record(frozen=True, slots=True)
class TalksBroken:
    """The match is over without a contract."""

    at_ms: int
    ending: Ending
    by: Side | None


@record(frozen=True, slots=True)
class Ruled:
    """The rulings on the event before, for the side that moved alone."""

    at_ms: int
    side: Side
    rulings: tuple[Ruling, ...]


Event = (
    MatchOpened
    | Assigned
    | AuthoritySet
    | StepsPlanned
    | MethodsChosen
    | OrderLocked
    | SideReady
    | SideIntroduced
    | TalksOpened
    | QuestionAsked
    | QuestionAnswered
    | OfferMade
    | OfferAccepted
    | NotYetSaid
    | Argued
    | Told
    | GoodwillShown
    | PackagePreferred
    | OfferWithdrawn
    | HandedOver
    | Noted
    | Unsaid
    | DeadlockFell
    | DeadlockEased
    | LinesProposed
    | LinesConfirmed
    | LinesRefused
    | LinesStruck
    | ReopeningAsked
    | LineReopened
    | PenClaimed
    | AgreementLapsed
    | SheetDrawn
    | SheetSigned
    | SheetTorn
    | ContractSealed
    | GuessLocked
    | BreakTaken
    | CardDrawn
    | Authorised
    | ExecutivesCalled
    | BreakEnded
    | NewsArrived
    | TalksBroken
    | Ruled
)
