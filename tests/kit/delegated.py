"""A delegate at a seat of a real match, in one process; bargainers that need no NegMAS."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from negosim.catalog import load
from negosim.cli.program import Program
from negosim.engine import moves as m
from negosim.engine.calls import must_move
from negosim.engine.legality import refusal
from negosim.engine.sides import Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import AnswerKind
from negosim.interchange.bargainer import Bargainer, Outcome, Reply
from negosim.interchange.delegate import Delegate
from negosim.interchange.profile import Profile
from negosim.play.driver import run
from negosim.play.player import Player
from negosim.solo.match import Match, Wishes, new_match
from negosim.wire.messages import OverMessage

SEED = 900_000


class Pipe(io.RawIOBase):
    """Both streams of the game at once: what is written to it is answered on the spot."""

    def __init__(self, delegate: Delegate) -> None:
        self._delegate = delegate
        self._answers: list[bytes] = []
        self.sent: list[dict[str, Any]] = []
        self.answered: list[Any] = []

    def write(self, line: Any, /) -> int:
        self.sent.append(json.loads(line))
        answer = self._delegate.handle(self.sent[-1])
        if answer is not None:
            self.answered.append(json.loads(answer))
            self._answers.append(answer.encode() + b"\n")
        return len(line)

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._answers.pop(0)


class Stubborn:
    """Proposes its best package for ever and takes nothing else."""

    def __init__(self, profile: Profile, limit_s: float) -> None:
        self.profile = profile
        self.limit_s = limit_s
        self.asked: list[tuple[Outcome | None, float]] = []

    def counter(self, theirs: Outcome | None, at_s: float) -> Reply:
        self.asked.append((theirs, at_s))
        return self.reply(theirs, at_s)

    def reply(self, theirs: Outcome | None, at_s: float) -> Reply:
        return Reply(proposal=self.packages()[0])

    def packages(self) -> list[Outcome]:
        """All that are worth having, the best first."""
        every = product(*(scale.ticks for scale in self.profile.scales))
        worth_having = [each for each in every if self.worth(each) >= self.profile.reserved]
        return sorted(worth_having, key=self.worth, reverse=True)

    def worth(self, package: Outcome) -> float:
        return self.profile.utility(package)


class Yielding(Stubborn):
    """Comes down evenly with the time, to what is worth no contract."""

    def reply(self, theirs: Outcome | None, at_s: float) -> Reply:
        best, least = self.worth(self.packages()[0]), self.profile.reserved
        wanted = best - (best - least) * at_s / self.limit_s
        if theirs is not None and self.worth(theirs) >= wanted:
            return Reply(accepts=True)
        proposal = [each for each in self.packages() if self.worth(each) >= wanted][-1]
        return Reply(proposal=proposal)


class Taking(Stubborn):
    """Takes the first package that is worth as much as no contract."""

    def reply(self, theirs: Outcome | None, at_s: float) -> Reply:
        if theirs is not None and self.worth(theirs) >= self.profile.reserved:
            return Reply(accepts=True)
        return Reply(proposal=self.packages()[0])


class Least(Stubborn):
    """Proposes the package that is only just worth having."""

    def reply(self, theirs: Outcome | None, at_s: float) -> Reply:
        return Reply(proposal=self.packages()[-1])


class Leaving(Stubborn):
    """Goes at its first word."""

    def reply(self, theirs: Outcome | None, at_s: float) -> Reply:
        return Reply(leaves=True)


class Silent(Stubborn):
    """Has nothing to say."""

    def reply(self, theirs: Outcome | None, at_s: float) -> Reply:
        return Reply()


class Opposite:
    """Makes the moves of its script, one a turn; then says not yet, and goes in the end.

    It confirms and signs anything, and with `writes` writes down what is agreed.
    """

    def __init__(self, *script: m.Move, writes: bool = False) -> None:
        self._script = [*script, *[m.NotYet()] * 40, m.WalkOut()]
        self._writing = (m.Propose(), m.Draw()) if writes else ()

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        wanted: tuple[m.Move, ...] = (m.Sign(), m.Confirm())
        must = must_move(view.common, view.brief.side)
        if must:
            wanted += (m.Ready(), m.Introduce(), m.Answer(AnswerKind.EVASIVE), *self._writing)
        for move in wanted:
            if refusal(view, move) is None:
                return move
        return self._script.pop(0) if must else None


class Game:
    """One match played through; `opposite` None: against the bot.

    `bargainer` is None where it was never asked.
    """

    def __init__(
        self,
        kind: Any,
        log: Path,
        *,
        side: Side = Side.VENDOR,
        scenario: str = "third-vendor",
        opposite: Player | None = None,
    ) -> None:
        self.bargainer: Any = None
        self.delegate = Delegate(lambda profile, limit_s: self._engage(kind, profile, limit_s))
        self.pipe = Pipe(self.delegate)
        with new_match(load(scenario), Wishes(side=side, seed=SEED), log) as match:
            self.match: Match = match
            program = Program("en", self.pipe, self.pipe)  # type: ignore[arg-type]
            against = opposite or match.opponent("en")
            outcome = run(match.table, {match.seat: program, match.opposite: against})
            program.send(match.table.seat(match.seat).view(), OverMessage(outcome, 0))
        self.over = self.pipe.sent[-1]

    def _engage(self, kind: Any, profile: Profile, limit_s: float) -> Bargainer:
        self.bargainer = kind(profile, limit_s)
        bargainer: Bargainer = self.bargainer
        return bargainer

    @property
    def moves(self) -> list[str]:
        """The kinds of what was answered, `pass` for a chance let go."""
        return ["pass" if each is None else each["move"] for each in self.pipe.answered]

    @property
    def errors(self) -> list[dict[str, Any]]:
        return [each for each in self.pipe.sent if each["type"] == "error"]

    def own(self, kind: type[Any]) -> Iterator[Any]:
        """The events of that kind by the seat that was played."""
        for event in self.match.journal.events:
            if isinstance(event, kind) and getattr(event, "seat", None) == self.match.seat:
                yield event
