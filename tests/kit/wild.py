"""Wild players: moves of every kind, legal or not, with values near the marks."""

from __future__ import annotations

import random

from negosim.engine import moves as m
from negosim.engine.issue import Terms
from negosim.engine.saying import ANSWERS
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES
from negosim.engine.state import MatchState, SeatView
from negosim.engine.view import view_of
from negosim.engine.words import (
    AnswerKind,
    ArgumentKind,
    Phase,
    Purpose,
    QuestionForm,
    Reason,
    Role,
)

NEAR = (-1, 0, 0, 0, 1)


def marked_ticks(scenario: Scenario, issue: int) -> list[int]:
    """Ticks at and beside every mark of either side, inside what may be named."""
    agenda = scenario.issues[issue]
    near = {
        tick + off
        for side in SIDES
        for mark in (scenario.marks[side][issue],)
        for tick in (mark.quote, mark.target, mark.floor)
        for off in NEAR
    }
    return [tick for tick in sorted(near) if agenda.allows(tick)]


class Wild:
    """Draws a move for a view. Deterministic for its `rng`; never looks at the state."""

    def __init__(self, scenario: Scenario, rng: random.Random, *, folly: float = 0.1) -> None:
        """`folly`: the share of moves drawn without regard to what may be legal."""
        self.rng = rng
        self.ticks = [marked_ticks(scenario, issue) for issue in range(len(scenario.issues))]
        self.count = len(scenario.issues)
        self.folly = folly

    def terms(self, share: float = 0.5) -> Terms:
        rng = self.rng
        return tuple(
            rng.choice(self.ticks[issue]) if rng.random() < share else None
            for issue in range(self.count)
        )

    def package(self) -> tuple[Terms, Terms]:
        terms = self.terms(0.6)
        if self.rng.random() < self.folly:
            return terms, self.terms(0.3)
        wanted = [self.rng.random() < 0.4 for _ in terms]
        give = tuple(None if w else t for t, w in zip(terms, wanted, strict=True))
        want = tuple(t if w else None for t, w in zip(terms, wanted, strict=True))
        return give, want

    def some(self, least: int, most: int) -> tuple[int, ...]:
        most = min(most, self.count)
        least = min(least, most)
        return tuple(self.rng.sample(range(self.count), self.rng.randint(least, most)))

    def move(self, view: SeatView) -> m.Move:
        rng = self.rng
        phase = view.common.phase
        if rng.random() < self.folly:
            return self.any_move(view)
        if phase is Phase.PREPARATION:
            return m.Ready() if rng.random() < 0.5 else self.preparing(view)
        if phase is Phase.INTRODUCTION:
            return m.Introduce()
        if phase is Phase.BREAK:
            return rng.choice([m.Return(), m.Authorise(self.terms()), m.CallExecutives()])
        question = view.common.turn.question
        if question is not None and question.by is not view.brief.side:
            return self.answer(question.form, question.issues)
        if view.common.record.sheet is not None and rng.random() < 0.5:
            return rng.choice([m.Sign(), m.Sign(), m.Tear()])
        if rng.random() < 0.25:
            return rng.choice([m.Propose(), m.Confirm(), m.Draw(), m.Refuse(), m.ClaimPen()])
        return self.talking(view)

    def preparing(self, view: SeatView) -> m.Move:
        rng = self.rng
        return rng.choice(
            [
                m.SetAuthority(self.terms()),
                m.PlanSteps(
                    rng.randrange(self.count),
                    tuple(m.PlannedStep(rng.randint(0, 9)) for _ in range(rng.randint(0, 3))),
                ),
                m.ChooseMethods(tuple(rng.sample(list(QuestionForm), rng.randint(0, 3)))),
                m.Assign(view.seat, tuple(Role), tuple(range(self.count))),
                m.Note("plan"),
            ]
        )

    def answer(self, form: QuestionForm, asked: tuple[int, ...]) -> m.Answer:
        kind = self.rng.choice(ANSWERS[form])
        if kind is AnswerKind.ISSUE:
            return m.Answer(kind, self.some(1, 1))
        if kind is AnswerKind.INTEREST:
            return m.Answer(kind, asked, strength=self.rng.randint(1, 3))
        if kind is AnswerKind.PAIR:
            return m.Answer(kind, tuple(self.rng.sample(asked, 2)) if len(asked) > 1 else ())
        if kind is AnswerKind.DEMAND:
            demand = tuple(
                self.rng.choice(self.ticks[issue]) if issue in asked else None
                for issue in range(self.count)
            )
            return m.Answer(kind, demand=demand, gives=self.terms())
        return m.Answer(kind)

    def ask(self) -> m.Ask:
        form = self.rng.choice(list(QuestionForm))
        least, most = {
            QuestionForm.OPEN: (0, 0),
            QuestionForm.CAUSAL: (1, 1),
            QuestionForm.EXCLUSION: (2, 2),
            QuestionForm.LEADING: (1, 2),
            QuestionForm.SUMMARISING: (2, 8),
            QuestionForm.EXPECTATION: (1, 8),
        }[form]
        return m.Ask(form, self.some(least, most))

    def offer(self) -> m.Offer:
        give, want = self.package()
        second = m.Package(*self.package()) if self.rng.random() < 0.15 else None
        return m.Offer(give, want, reason=self.rng.choice(list(Reason)), second=second)

    def talking(self, view: SeatView) -> m.Move:
        rng = self.rng
        roll = rng.random()
        if roll < 0.3:
            return self.ask()
        if roll < 0.65:
            return self.offer()
        if roll < 0.75:
            return m.Accept(self.some(1, 2) if rng.random() < 0.3 else ())
        if roll < 0.82:
            return m.NotYet()
        if roll < 0.85:
            return self.argue()
        if roll < 0.92:
            return m.Leave(rng.choice(list(Purpose)))
        return self.any_move(view)

    def argue(self) -> m.Argue:
        rng = self.rng
        kind = rng.choice(list(ArgumentKind))
        if kind is not ArgumentKind.LIMIT:
            return m.Argue(kind, rng.randrange(self.count))
        issue = rng.randrange(self.count)
        limit = tuple(
            rng.choice(self.ticks[issue]) if place == issue else None for place in range(self.count)
        )
        return m.Argue(kind, issue, limit)

    def any_move(self, view: SeatView) -> m.Move:
        rng = self.rng
        order = tuple(rng.sample(range(self.count), self.count))
        numbers = tuple(rng.sample(range(1, 5), rng.randint(0, 2)))
        return rng.choice(
            [
                self.preparing(view),
                m.Ready(),
                m.Introduce(),
                m.SetOrder(order),
                self.ask(),
                m.Answer(rng.choice(list(AnswerKind)), self.some(0, 2)),
                self.offer(),
                m.Accept(second=rng.random() < 0.3),
                m.NotYet(),
                self.argue(),
                m.Tell(rng.randrange(self.count), rng.randrange(self.count)),
                m.Goodwill(),
                m.Prefer(rng.random() < 0.5),
                m.Withdraw(),
                m.HandOver(rng.randrange(self.count)),
                m.Note("noted"),
                m.Unsay(),
                m.Propose((m.Deal(self.terms()),)),
                m.Confirm(numbers),
                m.Refuse(numbers),
                m.Strike(numbers),
                m.Reopen(rng.randint(1, 4)),
                m.ClaimPen(),
                m.Draw(m.Deal(self.terms(1.0))),
                m.Sign(),
                m.Tear(),
                m.Guess(order),
                m.Leave(rng.choice(list(Purpose))),
                m.Authorise(self.terms()),
                m.CallExecutives(),
                m.Return(),
                m.WalkOut() if rng.random() < 0.1 else m.NotYet(),
            ]
        )


def seat_view(state: MatchState, name: str) -> SeatView:
    side = next(seat.side for seat in state.common.setup.seats if seat.name == name)
    return view_of(state, name, side)
