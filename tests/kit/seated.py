"""A bot in place of the person at a sitting: plays the own side as a front end would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from negosim.bots import roster
from negosim.catalog import load
from negosim.engine.moves import Move
from negosim.engine.scenario import Scenario
from negosim.solo.match import Match, Wishes, new_match
from negosim.solo.sitting import Sitting, Waiting

THIRD_VENDOR = load("third-vendor")


def sat_down(path: Path, wishes: Wishes, scenario: Scenario = THIRD_VENDOR) -> Sitting:
    """A new match at this machine, its bot silent."""
    return Sitting(new_match(scenario, wishes, path), "en")


class StandIn:
    """Plays one sitting's own side; `sent` are its moves in order."""

    def __init__(self, match: Match, *, bot: str | None = None, seed: int = 1) -> None:
        self._bot = roster.create(bot, match.scenario, side=match.side, seed=seed, lang=None)
        self._heard = 0
        self.sent: list[Move] = []

    def moves(self, sitting: Sitting) -> bool:
        """One move of the own side; False when it lets its chance pass."""
        move = self.thinks(sitting)
        if move is None:
            sitting.let_pass()
            return False
        sitting.send(move)
        self.sent.append(move)
        return True

    def thinks(self, sitting: Sitting) -> Move | None:
        """What it would do now."""
        news = sitting.heard(self._heard)
        self._heard += len(news)
        return self._bot.choose(sitting.view(), news)

    def plays(
        self,
        sitting: Sitting,
        *,
        most: int = 2_000,
        before: Callable[[Waiting], None] | None = None,
    ) -> int:
        """Play on for at most so many steps of either side; returns how many there were.

        `before` is called ahead of each step.
        """
        for step in range(most):
            sitting.tick()
            waiting = sitting.waiting()
            if before is not None:
                before(waiting)
            match waiting:
                case Waiting.OVER:
                    return step
                case Waiting.OTHER:
                    sitting.other_moves()
                case Waiting.ME | Waiting.REACT:
                    self.moves(sitting)
        return most
