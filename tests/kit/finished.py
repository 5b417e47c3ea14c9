"""Finished matches to look back on: by two bots into a log, as a person's own game is kept,
or move by move in notation."""

from __future__ import annotations

from pathlib import Path

from arena import bot
from notation import Match

from negosim.engine import moves as m
from negosim.engine.common import Setup
from negosim.engine.events import Event
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.play.driver import run
from negosim.play.player import Player
from negosim.present.debrief import Review, review
from negosim.solo.games import Games
from negosim.solo.match import Wishes


def played_log(
    folder: Path,
    scenario: Scenario,
    mine: str | Player | None = "course",
    *,
    side: Side = Side.VENDOR,
    seed: int = 1,
    level: Level | None = None,
    members: tuple[str, ...] = (),
) -> Path:
    """The log of a match in which `mine` played our side against the usual bot."""
    wishes = Wishes(side=side, seed=seed, level=level, members=members)
    with Games(folder).new(scenario, wishes) as match:
        player = bot(mine, scenario, side, seed) if mine is None or isinstance(mine, str) else mine
        run(match.table, {match.seat: player, match.opposite: match.opponent("en")})
    return match.path


class Counted(Match):
    """A match in notation that also knows where each of its moves ended in the log."""

    def __init__(self, scenario: Scenario, setup: Setup | None = None) -> None:
        super().__init__(scenario, setup)
        self.ends = [len(self.log)]

    def do(self, seat: str, move: m.Move) -> tuple[Event, ...]:
        events = super().do(seat, move)
        self.ends.append(len(self.log))
        return events

    def reviewed(self, side: Side = Side.VENDOR) -> Review:
        """The finished match in the eyes of a side."""
        scenario = self.state.scenario
        return review(scenario, tuple(self.log), moves=tuple(self.ends), side=side)
