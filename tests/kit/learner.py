"""A learner at the first deal, move by move, the other side answering at once."""

from __future__ import annotations

from pathlib import Path

from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.events import Event
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.words import AnswerKind, Level, Phase, Purpose, QuestionForm
from negosim.engine.yardstick import points
from negosim.play.faults import StoreError
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.sitting import Sitting, Waiting

FIRST_DEAL = load("first-deal")
PRICE, DELIVERY = range(2)
DAYS_35, DAYS_28, DAYS_21, DAYS_14, DAYS_10 = range(5)
MOST_ANSWERS = 20


def yuan(amount: int) -> int:
    """The tick of a price."""
    return amount // 500


GIFT = m.Offer(give=(yuan(8000), None), want=(None, None))
CHECK = m.Ask(QuestionForm.SUMMARISING, (PRICE, DELIVERY))
TRADE = m.Offer(give=(None, DAYS_21), want=(yuan(8500), None))
WHOLE = m.Offer(give=(None, DAYS_10), want=(yuan(8500), None))


class Learner:
    """The vendor of the first deal at this machine, kept on a shelf of games."""

    def __init__(
        self, folder: Path, *, seed: int = 1, scenario: Scenario = FIRST_DEAL, lang: str = "en"
    ) -> None:
        self.games = Games(folder)
        wishes = Wishes(side=Side.VENDOR, level=Level.FIRST, seed=seed)
        self.sitting = Sitting(self.games.new(scenario, wishes), lang)
        self.listen()

    @property
    def view(self) -> SeatView:
        return self.sitting.view()

    @property
    def phase(self) -> Phase:
        return self.view.common.phase

    @property
    def offered(self) -> int:
        """Our points if what they named were signed."""
        named = self.view.common.positions[Side.CLIENT].named
        return points(self.view.brief.yardsticks, named)

    @property
    def is_agreed(self) -> bool:
        return bool(self.view.common.record.drafts)

    @property
    def is_asked(self) -> bool:
        question = self.view.common.turn.question
        return question is not None and question.by is Side.CLIENT

    def says(self) -> Event:
        """What happened last."""
        return self.sitting.heard()[-1].event

    def listen(self) -> None:
        """The other side does what it has to do."""
        for _ in range(MOST_ANSWERS):
            if self.sitting.waiting() is not Waiting.OTHER:
                return
            self.sitting.other_moves()
        raise AssertionError("the other side never comes to an end")

    def do(self, *moves: m.Move) -> None:
        """Our moves one by one; questions of theirs in between are left open politely."""
        for move in moves:
            self.sitting.send(move)
            self.listen()

    def talk(self, *moves: m.Move) -> None:
        """The same, answering whatever they ask."""
        for move in moves:
            self.do(move)
            while self.is_asked:
                self.do(m.Answer(AnswerKind.EVASIVE))

    def sit_down(self) -> None:
        self.do(m.Ready(), m.Introduce())

    def consult(self) -> None:
        """To the director and back, with every day there is."""
        self.do(m.Leave(Purpose.CONSULT), m.Authorise((None, DAYS_10), "8500"), m.Return())

    def sign(self) -> None:
        """From what is agreed to the contract."""
        self.do(m.Propose(), m.Draw())
        if self.phase is not Phase.OVER:
            self.do(m.Sign())

    def points(self) -> int | None:
        """Of the contract; None when there is none."""
        outcome = self.sitting.outcome
        if outcome is None or outcome.deal is None:
            return None
        return points(self.view.brief.yardsticks, outcome.deal.terms)

    def close(self) -> None:
        try:
            self.sitting.close()
        except StoreError:
            return
