"""A bot at one seat of a match whose other side the test plays, line by line."""

from __future__ import annotations

import built
import notation
from hearing import stream

from negosim.bots.negotiator import Negotiator
from negosim.bots.personas import PERSONAS
from negosim.bots.policies import POLICIES
from negosim.engine import moves as m
from negosim.engine.record import but
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Phase

SCENARIO = built.third_vendor()


class Table:
    """A bot at one seat of a match whose other side the test plays."""

    def __init__(
        self,
        name: str = "analytic-steady",
        *,
        side: Side = Side.CLIENT,
        seed: int = 1,
        lang: str | None = None,
        scenario: Scenario = SCENARIO,
        **traits: object,
    ) -> None:
        character = PERSONAS.get(name) or POLICIES[name]
        self.bot = Negotiator(but(character, **traits), seed=seed, lang=lang)
        self.side = side
        self.match = notation.Match(scenario)
        self.seen = 0
        other = side.other.word[0]
        self.match.play(f"{other} ready")
        while self.match.state.common.phase is Phase.PREPARATION:
            self.do(self.choice())
        self.match.play(f"{other} intro")
        self.do(self.choice())

    def choice(self) -> m.Move:
        """What the bot does now."""
        events = stream(self.match, self.side, self.seen)
        self.seen += len(events)
        move = self.bot.choose(self.match.view(self.side.word), events)
        assert move is not None
        return move

    def do(self, move: m.Move) -> m.Move:
        self.match.do(self.side.word, move)
        return move

    def hears(self, lines: str) -> m.Move:
        """The bot's closing move after the other side's lines; its questions are evaded."""
        self.match.play(lines)
        while True:
            move = self.do(self.choice())
            if isinstance(move, m.Ask):
                self.match.play(f"{self.side.other.word[0]} answer evasive")
            elif not isinstance(move, m.Answer | m.Propose | m.Confirm | m.Guess):
                return move

    def silence(self) -> None:
        """The other side says not yet, or evades the question that is open."""
        other = self.side.other.word[0]
        open_question = self.match.state.common.turn.question is not None
        self.match.play(f"{other} answer evasive" if open_question else f"{other} notyet")

    def until_deadlock(self, number: int) -> None:
        """Nobody moves until the deadlock of that number has fallen."""
        for _ in range(40):
            common = self.match.state.common
            if common.turn.deadlocks >= number or common.phase is Phase.OVER:
                return
            mine = common.turn.side is self.side and common.turn.question is None
            if mine:
                self.do(self.choice())
            else:
                self.silence()
        raise AssertionError("no deadlock")

    @property
    def earned(self) -> float:
        """What the other side's movement has earned, spent or not."""
        return self.bot.reading.ledger.credit + self.given

    @property
    def given(self) -> float:
        """How much of its own worth the bot's best values have cost it so far."""
        scale = self.bot.reading.scale
        position = self.match.state.common.positions[self.side]
        return sum(
            scale.moved(issue, best, best + scale.signs[issue] * sum(steps))
            for issue, (best, steps) in enumerate(zip(position.best, position.steps, strict=True))
            if best is not None
        )


def opened(**traits: object) -> Table:
    """A client that has made its opening offer, whatever it has said before that."""
    table = Table(**traits)
    first = table.do(table.choice())
    if not isinstance(first, m.Offer):
        first = table.hears("v notyet")
    assert isinstance(first, m.Offer)
    return table
