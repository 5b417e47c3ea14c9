"""A match in one readable line: `c offer price=170; v ask expectation price; ...`.

Sides are `v` and `c` (or a seat's name), values are those of the scenario file.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from negosim.engine import moves as m
from negosim.engine.common import Setup, seat_side
from negosim.engine.decide import advance, at_time
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.events import Event, MatchOpened, Ruled, Ruling
from negosim.engine.issue import Issue, no_terms
from negosim.engine.legality import refusal
from negosim.engine.opening import opened, solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import SeatView
from negosim.engine.view import view_of
from negosim.engine.words import AnswerKind, ArgumentKind, Purpose, QuestionForm, Reason

SEATS = {"v": "vendor", "c": "client"}


class Match:
    """A match under test: plays lines, keeps the log and the last rulings."""

    def __init__(self, scenario: Scenario, setup: Setup | None = None) -> None:
        self.setup = setup or solo_setup(scenario)
        self.state = opened(scenario, self.setup)
        self.log: list[Event] = [MatchOpened(0, self.setup)]
        self.last: tuple[Event, ...] = ()
        self.now_ms = 0

    @classmethod
    def at_talks(cls, scenario: Scenario, setup: Setup | None = None) -> Match:
        """Prepared and introduced; the client has the turn."""
        return cls(scenario, setup).play("v ready; c ready; v intro; c intro")

    def play(self, lines: str) -> Match:
        for line in lines.replace("\n", ";").split(";"):
            if line.strip():
                seat, move = self.parse(line)
                self.do(seat, move)
        return self

    def do(self, seat: str, move: m.Move) -> tuple[Event, ...]:
        step = advance(self.state, seat, move, self.now_ms)
        self.state = step.state
        self.last = step.events
        self.log.extend(step.events)
        return step.events

    def refuses(self, line: str) -> Refusal | None:
        """The code with which a line is refused; None when it is legal. Nothing is played."""
        seat, move = self.parse(line)
        before = self.state
        foretold = refusal(self.view(seat), move)
        try:
            advance(self.state, seat, move, self.now_ms)
        except IllegalMove as illegal:
            code, issue = illegal.code, illegal.issue
        else:
            assert foretold is None
            return None
        assert self.state is before
        assert foretold == (code, issue)
        return code

    def view(self, seat: str) -> SeatView:
        seat = SEATS.get(seat, seat)
        state = at_time(self.state, self.now_ms)
        return view_of(state, seat, seat_side(self.setup, seat))

    def rulings(self, side: Side | None = None) -> tuple[Ruling, ...]:
        """The rulings on the last line played."""
        return tuple(
            ruling
            for event in self.last
            if isinstance(event, Ruled) and side in (None, event.side)
            for ruling in event.rulings
        )

    def codes(self, side: Side | None = None) -> list[str]:
        return [ruling.code for ruling in self.rulings(side)]

    @property
    def names(self) -> list[str]:
        return [type(event).__name__ for event in self.last]

    # -- reading a line -----------------------------------------------------------

    def parse(self, line: str) -> tuple[str, m.Move]:
        seat, verb, *words = line.split()
        return SEATS.get(seat, seat), self._move(verb, words)

    def _move(self, verb: str, words: list[str]) -> m.Move:
        simple: dict[str, m.Move] = {
            "ready": m.Ready(),
            "intro": m.Introduce(),
            "notyet": m.NotYet(),
            "goodwill": m.Goodwill(),
            "withdraw": m.Withdraw(),
            "unsay": m.Unsay(),
            "pen": m.ClaimPen(),
            "sign": m.Sign(),
            "tear": m.Tear(),
            "executives": m.CallExecutives(),
            "return": m.Return(),
            "walk": m.WalkOut(),
        }
        if verb in simple:
            return simple[verb]
        return getattr(self, f"_{verb}")(words)

    def _ask(self, words: list[str]) -> m.Ask:
        return m.Ask(QuestionForm(words[0]), self._issues(words[1:]))

    def _answer(self, words: list[str]) -> m.Answer:
        kind = AnswerKind(words[0])
        if kind is AnswerKind.DEMAND:
            return m.Answer(kind, demand=self.terms(words[1:]), gives=no_terms(self.count))
        if kind is AnswerKind.INTEREST:
            return m.Answer(kind, self._issues(words[1:2]), strength=int(words[2]))
        return m.Answer(kind, self._issues(words[1:]))

    def _offer(self, words: list[str]) -> m.Offer:
        first, _, rest = " ".join(words).partition(" or ")
        package, benefits = self._package(first.split())
        second = self._package(rest.split())[0] if rest else None
        return m.Offer(package.give, package.want, benefits, Reason.NONE, second)

    def _package(self, words: list[str]) -> tuple[m.Package, tuple[int, ...]]:
        give, _, want = " ".join(words).partition("for ")
        wanted = want.split()
        ids = [benefit.id for benefit in self.state.scenario.benefits]
        benefits = tuple(ids.index(word[1:]) for word in wanted if word.startswith("+"))
        values = [word for word in wanted if not word.startswith("+")]
        return m.Package(self.terms(give.split()), self.terms(values)), benefits

    def _accept(self, words: list[str]) -> m.Accept:
        if words == ["second"]:
            return m.Accept(second=True)
        return m.Accept(self._issues(words))

    def _argue(self, words: list[str]) -> m.Argue:
        kind = ArgumentKind(words[0])
        if kind is ArgumentKind.LIMIT:
            return m.Argue(kind, limit=self.terms(words[1:]))
        return m.Argue(kind, self._issues(words[1:])[0] if words[1:] else None)

    def _tell(self, words: list[str]) -> m.Tell:
        more, less = self._issues(words)
        return m.Tell(more, less)

    def _prefer(self, words: list[str]) -> m.Prefer:
        return m.Prefer(words[0] == "2")

    def _handover(self, words: list[str]) -> m.HandOver:
        return m.HandOver(self._issues(words)[0])

    def _write(self, words: list[str]) -> m.Propose:
        return m.Propose((m.Deal(self.terms(words)),) if words else ())

    def _confirm(self, words: list[str]) -> m.Confirm:
        return m.Confirm(tuple(map(int, words)))

    def _refuse(self, words: list[str]) -> m.Refuse:
        return m.Refuse(tuple(map(int, words)))

    def _strike(self, words: list[str]) -> m.Strike:
        return m.Strike(tuple(map(int, words)))

    def _reopen(self, words: list[str]) -> m.Reopen:
        return m.Reopen(int(words[0]))

    def _draw(self, words: list[str]) -> m.Draw:
        return m.Draw(m.Deal(self.terms(words)) if words else m.Deal(()))

    def _guess(self, words: list[str]) -> m.Guess:
        return m.Guess(self._issues(words))

    def _order(self, words: list[str]) -> m.SetOrder:
        return m.SetOrder(self._issues(words))

    def _leave(self, words: list[str]) -> m.Leave:
        return m.Leave(Purpose(words[0]))

    def _allow(self, words: list[str]) -> m.Authorise:
        return m.Authorise(self.terms(words))

    def _authority(self, words: list[str]) -> m.SetAuthority:
        return m.SetAuthority(self.terms(words))

    def _plan(self, words: list[str]) -> m.PlanSteps:
        steps = tuple(m.PlannedStep(int(word)) for word in words[1:])
        return m.PlanSteps(self._issues(words[:1])[0], steps)

    @property
    def count(self) -> int:
        return len(self.state.scenario.issues)

    def _issues(self, words: list[str]) -> tuple[int, ...]:
        ids = [issue.id for issue in self.state.scenario.issues]
        return tuple(ids.index(word) for word in words)

    def terms(self, words: list[str] | str) -> tuple[int | None, ...]:
        """`price=240 payment=60` as terms."""
        said = list(no_terms(self.count))
        ids = [issue.id for issue in self.state.scenario.issues]
        for word in words.split() if isinstance(words, str) else words:
            name, _, value = word.partition("=")
            place = ids.index(name)
            said[place] = tick_of(self.state.scenario.issues[place], value)
        return tuple(said)


def unbound(scenario: Scenario, *sides: Side) -> Scenario:
    """The scenario with the negotiators' authority at the floor, of the sides named or of both."""
    authority = scenario.authority
    for side in sides or SIDES:
        authority = authority.put(side, tuple(mark.floor for mark in scenario.marks[side]))
    return replace(scenario, authority=authority)


def tick_of(issue: Issue, value: str) -> int:
    """The tick of a value as the file writes it."""
    if issue.is_ladder:
        place = issue.option_tick(value)
        assert place is not None, f"{issue.id} has no option {value}"
        return place
    tick = issue.tick(Fraction(value))
    assert tick is not None, f"{value} is not on the step of {issue.id}"
    return tick
