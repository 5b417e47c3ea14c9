"""Whole matches between players, for tests of the bots, and players that are no bots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.engine import events as e
from negosim.engine import moves as m
from negosim.engine.common import Outcome
from negosim.engine.issue import no_terms
from negosim.engine.legality import legal_moves, refusal
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import score
from negosim.engine.sides import BySide, Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind, ArgumentKind, ClockKind, Purpose, QuestionForm
from negosim.play.driver import run
from negosim.play.player import Player
from negosim.play.table import MatchTable


class Journal:
    """Keeps every event."""

    def __init__(self) -> None:
        self.events: list[e.Event] = []

    def append(self, events: tuple[e.Event, ...]) -> None:
        self.events.extend(events)


class Noting:
    """A player that passes moves through and keeps them with the views they answered."""

    def __init__(self, player: Player) -> None:
        self.player = player
        self.made: list[tuple[SeatView, m.Move]] = []

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        move = self.player.choose(view, events)
        if move is not None:
            self.made.append((view, move))
        return move

    @property
    def moves(self) -> list[m.Move]:
        return [move for _, move in self.made]


@dataclass
class Played:
    """A match that is over."""

    scenario: Scenario
    table: MatchTable
    events: list[e.Event]
    vendor: Noting
    client: Noting

    @property
    def outcome(self) -> Outcome:
        outcome = self.table.outcome
        assert outcome is not None
        return outcome

    @property
    def points(self) -> BySide[int]:
        """Points of the contract, or of the walk-aways without one."""
        deal = self.outcome.deal
        if deal is None:
            return self.scenario.walk_away
        return score(self.scenario, deal.terms).points

    @property
    def seconds(self) -> float:
        return self.table.state.common.elapsed_ms / 1000

    @property
    def closings(self) -> int:
        return self.table.state.common.turn.number

    def of(self, *kinds: type[e.Event]) -> list[e.Event]:
        return [event for event in self.events if isinstance(event, kinds)]

    def faults(self, side: Side) -> list[str]:
        """The codes of the rulings that a side did not keep, in order."""
        return [
            ruling.code
            for event in self.events
            if isinstance(event, e.Ruled) and event.side is side
            for ruling in event.rulings
            if not ruling.kept
        ]


def bot(
    name: str | None, scenario: Scenario, side: Side, seed: int = 1, lang: str | None = None
) -> Negotiator:
    return roster.create(name, scenario, side=side, seed=seed, lang=lang)


def play(
    scenario: Scenario,
    vendor: str | Player = "course",
    client: str | Player | None = None,
    *,
    seed: int = 1,
    lang: str | None = None,
    clock: ClockKind = ClockKind.TABLE,
) -> Played:
    """A whole match; names are bots of `seed`."""
    journal = Journal()
    table = MatchTable(scenario, solo_setup(scenario, clock=clock), journal=journal)
    players = []
    for side, who in ((Side.VENDOR, vendor), (Side.CLIENT, client)):
        player = (
            bot(who, scenario, side, seed, lang) if who is None or isinstance(who, str) else who
        )
        players.append(Noting(player))
    run(table, {"vendor": players[0], "client": players[1]})
    for seated in players:
        # A bot replaces a move that would be refused, so that a match goes on; none should be.
        assert not isinstance(seated.player, Negotiator) or seated.player.stopgaps == 0
    return Played(scenario, table, journal.events, players[0], players[1])


def assert_within_limits(match: Played) -> None:
    """Nothing offered, taken, written or signed beyond a floor or below a walk-away."""
    for side, player in ((Side.VENDOR, match.vendor), (Side.CLIENT, match.client)):
        yards = match.scenario.yardsticks[side]
        for view, move in player.made:
            terms: tuple[int | None, ...] = ()
            if isinstance(move, m.Offer):
                terms = tuple(
                    g if g is not None else w for g, w in zip(move.give, move.want, strict=True)
                )
            for issue, tick in enumerate(terms):
                if tick is not None:
                    assert yards[issue].sign * (tick - view.own.floors[issue]) >= 0
        deal = match.outcome.deal
        if deal is not None:
            own = match.table.state.own[side]
            assert match.points[side] >= match.scenario.walk_away[side]
            for yard, tick, floor in zip(yards, deal.terms, own.floors, strict=True):
                assert tick is not None
                assert yard.sign * (tick - floor) >= 0


# -- players that are no bots ---------------------------------------------------------


class Scripted:
    """Makes the moves of a list in order, then lets everything pass; has a free hand."""

    def __init__(self, moves: list[m.Move]) -> None:
        self.left = list(moves)

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        free = m.SetAuthority(view.own.floors)
        if view.own.authority != view.own.floors and refusal(view, free) is None:
            return free
        if self.left and refusal(view, self.left[0]) is None:
            return self.left.pop(0)
        return _way_on(view)


class Staller:
    """Prepares, then says not yet for ever; signs and confirms what it is given."""

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        return _way_on(view)


class FirstAccepter:
    """Takes the first offer that it may take."""

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        for move in (m.Accept(), m.Propose(), m.Draw(), m.Sign(), m.Confirm()):
            if refusal(view, move) is None:
                return move
        return _way_on(view)


class LateMover:
    """Says not yet until the last five minutes, then gives everything up to its targets."""

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        common = view.common
        limit = common.setup.limit_ms or 0
        targets = tuple(mark.target for mark in view.brief.marks)
        offer = m.Offer(targets, no_terms(len(targets)))
        late = limit - common.elapsed_ms < 300_000
        if late and refusal(view, offer) is None and common.positions[view.brief.side].offers == 0:
            return offer
        return _way_on(view)


class Fuzzer:
    """Any legal move at all, by lot."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        kinds = list(legal_moves(view))
        self.dice.shuffle(kinds)
        mine = view.common.turn.side is view.brief.side
        if not mine and self.dice.random() < 0.5:
            return _way_on(view)
        for kind in kinds:
            if kind is m.WalkOut and self.dice.random() < 0.98:
                continue
            for move in any_of(kind, view, self.dice):
                if refusal(view, move) is None:
                    return move
        return _way_on(view)


def any_of(kind: type[m.Move], view: SeatView, dice: Random) -> Iterator[m.Move]:
    """Some moves of a kind with arguments by lot; legal or not."""
    issues = view.brief.issues
    count = len(issues)
    some = lambda: dice.sample(range(count), dice.randint(1, count))  # noqa: E731
    for _ in range(4):
        match kind:
            case m.Ask:
                form = dice.choice(list(QuestionForm))
                for size in range(count + 1):
                    yield m.Ask(form, tuple(dice.sample(range(count), size)))
            case m.Answer:
                for answer, demand in product(AnswerKind, (_terms(view, dice, some()), ())):
                    yield m.Answer(answer, (), 0, demand)
            case m.Offer:
                chosen = some()
                cut = dice.randint(0, len(chosen))
                benefits = (0,) if view.brief.benefits and dice.random() < 0.3 else ()
                yield m.Offer(
                    _terms(view, dice, chosen[:cut]), _terms(view, dice, chosen[cut:]), benefits
                )
                both = _terms(view, dice, some())
                yield m.Offer(both, no_terms(count), second=m.Package(both, no_terms(count)))
            case m.Accept:
                yield m.Accept()
                yield m.Accept(issues=(dice.randrange(count),))
            case m.Argue:
                yield m.Argue(dice.choice(list(ArgumentKind)), limit=_terms(view, dice, some()[:1]))
                yield m.Argue(dice.choice(list(ArgumentKind)), dice.randrange(count))
            case m.Tell if count > 1:
                yield m.Tell(*dice.sample(range(count), 2))
            case m.Prefer:
                yield m.Prefer(dice.random() < 0.5)
            case m.HandOver:
                yield m.HandOver(dice.randrange(count))
            case m.Note:
                yield m.Note("note")
            case m.Propose:
                yield m.Propose()
                yield m.Propose((m.Deal(_terms(view, dice, some())),))
            case m.Reopen:
                yield m.Reopen(dice.randint(1, 4))
            case m.Draw:
                yield m.Draw()
                yield m.Draw(m.Deal(_terms(view, dice, list(range(count)))))
            case m.Guess:
                yield m.Guess(tuple(dice.sample(range(count), count)))
            case m.Leave:
                yield m.Leave(dice.choice(list(Purpose)))
            case m.Authorise:
                yield m.Authorise(view.own.floors)
            case m.SetAuthority:
                yield m.SetAuthority(view.own.floors)
            case m.SetOrder:
                yield m.SetOrder(tuple(range(count)))
            case m.PlanSteps:
                yield m.PlanSteps(dice.randrange(count), (m.PlannedStep(2), m.PlannedStep(1)))
            case m.ChooseMethods:
                yield m.ChooseMethods((QuestionForm.OPEN,))
            case m.Assign | m.Tell | m.Unsay:
                return
            case _:
                yield kind()


def _terms(view: SeatView, dice: Random, issues: list[int]) -> tuple[int | None, ...]:
    """Values between one's own quote and floor on some issues."""
    terms: list[int | None] = [None] * len(view.brief.issues)
    for issue in issues:
        mark, floor = view.brief.marks[issue], view.own.floors[issue]
        terms[issue] = dice.randint(min(mark.quote, floor), max(mark.quote, floor))
    return tuple(terms)


def _way_on(view: SeatView) -> m.Move | None:
    """The least that keeps a match going."""
    waits = (m.Ready(), m.Introduce(), m.Answer(AnswerKind.EVASIVE), m.Return())
    papers = (m.Confirm(), m.Sign())
    for move in (*waits, *papers):
        if refusal(view, move) is None:
            return move
    return m.NotYet() if refusal(view, m.NotYet()) is None else None
