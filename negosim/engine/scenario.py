"""The whole scenario, both sides' secrets included.

A `Scenario` never reaches a seat: `view` builds from it what a seat may know.
It is built by `catalog` (from a file) and re-dealt here (`with_order`); every
mark is a tick and has been checked at the door, so nothing is checked again.
"""

from __future__ import annotations

from dataclasses import replace

from negosim.engine.issue import BenefitNos, Issue, IssueNos, Order, Terms, Text
from negosim.engine.record import record
from negosim.engine.sides import BySide, Side
from negosim.engine.words import (
    ArgumentKind,
    Harder,
    Level,
    MemberRole,
    Orders,
    Payer,
    Point,
    Purpose,
    QuestionForm,
    TableKind,
)
from negosim.engine.yardstick import Marks, Yardstick, yardsticks


@record(frozen=True, slots=True)
class Rival:
    """A sealed rival offer, known to the client side only; `terms` name every issue."""

    name: Text
    terms: tuple[int, ...]


@record(frozen=True, slots=True)
class Member:
    """Someone of the client's team. `veto` names values not to be signed (or worse)."""

    id: str
    name: Text
    role: MemberRole
    issues: tuple[int, ...]
    benefits: BenefitNos
    veto: Terms


@record(frozen=True, slots=True)
class Insider:
    """A card of the vendor's insider deck, drawn in file order.

    `ranks`: issues in the order in which the card says the client ranks them; empty for a
    card that says nothing of it, or nothing that a program should know.
    """

    topic: str
    text: Text
    stale: bool
    ranks: IssueNos = ()


@record(frozen=True, slots=True)
class Benefit:
    """Something that may be wanted in exchange besides issues."""

    id: str
    text: Text


@record(frozen=True, slots=True)
class Pressure:
    """A rival claim that the client may press with (R34)."""

    issue: int
    claim: Text
    point: Point
    is_true: bool


@record(frozen=True, slots=True)
class Effect:
    """What news does to one side's floor or authority on an issue; never to scoring."""

    side: Side
    issue: int
    moves_floor: bool
    tick: int


@record(frozen=True, slots=True)
class News:
    """An outside event, due when `at_ms` of the talks have passed."""

    at_ms: int
    announced: bool
    text: Text
    effects: tuple[Effect, ...]


@record(frozen=True, slots=True)
class When:
    """All conditions that are set must hold; `said` is a move's word."""

    at_ms: int | None = None
    turn: int | None = None
    conceded: int | None = None
    unasked: bool = False
    unreturned: bool = False
    asked: QuestionForm | None = None
    said: str | None = None
    deadlock: bool = False
    left: Purpose | None = None
    offer_within: int | None = None


@record(frozen=True, slots=True)
class BeatMove:
    """What a beat does after its words: one of the fields, or nothing."""

    offer: Terms | None = None
    accept: bool = False
    hold: bool = False
    argue: ArgumentKind | None = None
    goodwill: bool = False
    leave: Purpose | None = None


@record(frozen=True, slots=True)
class Beat:
    """A scripted client line and move; fires once (B8)."""

    when: When
    say: Text
    then: BeatMove


@record(frozen=True, slots=True)
class PersonaSpec:
    """A library id and the traits the file overrides, as the file words them."""

    base: str
    overrides: tuple[tuple[str, str | float], ...] = ()


@record(frozen=True, slots=True)
class Costs:
    """Table time of each kind of move in ms. Source: exercise.md R16."""

    question: int = 20_000
    answer: int = 10_000
    offer: int = 45_000
    concession: int = 60_000
    argument: int = 30_000
    tell: int = 15_000
    second: int = 15_000
    goodwill: int = 15_000
    not_yet: int = 15_000
    accept: int = 15_000
    record: int = 15_000
    confirm: int = 10_000
    leave: int = 120_000
    sheet: int = 60_000


@record(frozen=True, slots=True)
class MoneyView:
    """Which issues the money view reads (R50)."""

    price: int
    payment: int


@record(frozen=True, slots=True)
class Quiz:
    """A question of the contest (R51)."""

    ask: Text
    answer: Text
    points: int


@record(frozen=True, slots=True)
class Story:
    """What is only read, never reckoned with."""

    title: Text
    everyone: Text
    secret: BySide[Text]
    parties: BySide[Text]
    notes: Text
    questions: tuple[Quiz, ...] = ()


@record(frozen=True, slots=True)
class HouseRules:
    """How the file wants the match to be run; a player or instructor may override."""

    limit_ms: int = 1_800_000
    preparation_ms: int = 600_000
    costs: Costs = Costs()
    level: Level = Level.COURSE
    kind: TableKind = TableKind.TYPED
    orders: Orders = Orders.FIXED
    harder_means: Harder = Harder.SMALLER


@record(frozen=True, slots=True)
class Opposition:
    """What shapes the scripted client and the outside world."""

    persona: PersonaSpec
    team: tuple[Member, ...] = ()
    insiders: tuple[Insider, ...] = ()
    pressure: tuple[Pressure, ...] = ()
    news: tuple[News, ...] = ()
    beats: tuple[Beat, ...] = ()


@record(frozen=True, slots=True)
class Payment:
    """How the payment tail comes in (R50); `money` is None where the file is silent.

    `bad_debt` pairs days overdue with the percentage lost, ascending.
    """

    money: MoneyView | None
    bad_debt: tuple[tuple[int, int], ...]
    payer: Payer


@record(frozen=True, slots=True)
class Scenario:
    """A playable scenario. `marks`, `yardsticks` and `authority` follow the agenda order.

    `authority` are the ticks the negotiators may go to on their own (R24);
    `walk_away` the points at breakdown (R43); `worth_scale` the worth units in one.
    """

    id: str
    story: Story
    house: HouseRules
    issues: tuple[Issue, ...]
    marks: BySide[tuple[Marks, ...]]
    yardsticks: BySide[tuple[Yardstick, ...]]
    worth_scale: BySide[int]
    authority: BySide[tuple[int, ...]]
    walk_away: BySide[int]
    benefits: tuple[Benefit, ...]
    rivals: tuple[Rival, ...]
    opposition: Opposition
    payment: Payment
    own_walk_away: BySide[int | None] = BySide(None, None)
    own_authority: BySide[Terms] = BySide((), ())
    no_zone: tuple[int, ...] = ()


def assemble(
    *,
    id: str,
    story: Story,
    house: HouseRules,
    issues: tuple[Issue, ...],
    marks: BySide[tuple[Marks, ...]],
    benefits: tuple[Benefit, ...],
    rivals: tuple[Rival, ...],
    opposition: Opposition,
    payment: Payment,
    walk_away: BySide[int | None],
    authority: BySide[Terms],
    no_zone: tuple[int, ...] = (),
) -> Scenario:
    """A scenario with everything that follows from the file worked out.

    `walk_away` and `authority` hold what the file says, None where it is silent:
    then the defaults of R43 and R24 apply, and again after every new order.
    """
    vendor, vendor_scale = yardsticks(issues, marks.vendor, Side.VENDOR)
    client, client_scale = yardsticks(issues, marks.client, Side.CLIENT)
    yards = BySide(vendor, client)
    return Scenario(
        id=id,
        story=story,
        house=house,
        issues=issues,
        marks=marks,
        yardsticks=yards,
        worth_scale=BySide(vendor_scale, client_scale),
        authority=BySide(
            _authority(marks.vendor, authority.vendor), _authority(marks.client, authority.client)
        ),
        walk_away=BySide(
            walk_away.vendor or 0,
            _best_rival(client, rivals) if walk_away.client is None else walk_away.client,
        ),
        benefits=benefits,
        rivals=rivals,
        opposition=opposition,
        payment=payment,
        own_walk_away=walk_away,
        own_authority=authority,
        no_zone=no_zone,
    )


def with_order(scenario: Scenario, side: Side, order: Order) -> Scenario:
    """The scenario with one side's issues ranked anew, first = most important (R3)."""
    ranks = {issue: place + 1 for place, issue in enumerate(order)}
    marks = tuple(
        replace(mark, rank=ranks[issue]) for issue, mark in enumerate(scenario.marks[side])
    )
    return with_marks(scenario, scenario.marks.put(side, marks))


def with_marks(scenario: Scenario, marks: BySide[tuple[Marks, ...]]) -> Scenario:
    """The scenario with other bands or ranks, all that follows from them worked out anew."""
    return assemble(
        id=scenario.id,
        story=scenario.story,
        house=scenario.house,
        issues=scenario.issues,
        marks=marks,
        benefits=scenario.benefits,
        rivals=scenario.rivals,
        opposition=scenario.opposition,
        payment=scenario.payment,
        walk_away=scenario.own_walk_away,
        authority=scenario.own_authority,
        no_zone=scenario.no_zone,
    )


def order_of(marks: tuple[Marks, ...]) -> tuple[int, ...]:
    """The issues from rank 1 down."""
    return tuple(sorted(range(len(marks)), key=lambda issue: marks[issue].rank))


def _authority(marks: tuple[Marks, ...], stated: Terms) -> tuple[int, ...]:
    """R24's default: first and second priority to the target, the others to the floor."""
    return tuple(
        said if said is not None else (mark.target if mark.rank <= 2 else mark.floor)
        for mark, said in zip(marks, stated or (None,) * len(marks), strict=True)
    )


def _best_rival(yards: tuple[Yardstick, ...], rivals: tuple[Rival, ...]) -> int:
    """The best rival on the client's own grid; one beyond a floor is no alternative (R43)."""
    best = 0
    for rival in rivals:
        reachable = all(
            yard.sign * tick >= yard.floor_gain
            for yard, tick in zip(yards, rival.terms, strict=True)
        )
        if reachable:
            best = max(
                best,
                sum(
                    yard.weight * yard.level(tick)
                    for yard, tick in zip(yards, rival.terms, strict=True)
                ),
            )
    return best
