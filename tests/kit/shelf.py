"""Saved games for tests of lists: running, signed, broken off, damaged; quick to make."""

from __future__ import annotations

import os
from pathlib import Path

from negosim.bots import roster
from negosim.engine.moves import WalkOut
from negosim.engine.scenario import Scenario
from negosim.engine.words import Phase
from negosim.play.driver import moves, run
from negosim.play.player import Player
from negosim.solo.games import SUFFIX, Games
from negosim.solo.match import Match, Wishes

SEED = 7
LONG_AGO = 1_700_000_000


def running(games: Games, scenario: Scenario, wishes: Wishes | None = None) -> Path:
    """A game left in the middle of its talks."""
    with games.new(scenario, wishes or Wishes(seed=SEED)) as match:
        _into_the_talks(match)
        return match.path


def signed(games: Games, scenario: Scenario, wishes: Wishes | None = None) -> Path:
    """A game whose contract both sides signed."""
    with games.new(scenario, wishes or Wishes(seed=SEED)) as match:
        outcome = run(match.table, _players(match))
        assert outcome.deal is not None, "the course policy signs"
        return match.path


def broken_off(games: Games, scenario: Scenario, wishes: Wishes | None = None) -> Path:
    """A game that its player walked out of once the talks had begun."""
    with games.new(scenario, wishes or Wishes(seed=SEED)) as match:
        _into_the_talks(match)
        match.table.seat(match.seat).send(WalkOut())
        return match.path


def damaged(games: Games, name: str = "torn", data: bytes = b"this is no log\n") -> Path:
    """A file on the shelf that is no game."""
    games.folder.mkdir(parents=True, exist_ok=True)
    path = games.folder / f"{name}{SUFFIX}"
    path.write_bytes(data)
    return path


def in_order(*paths: Path) -> None:
    """Give the games a time each, a minute apart, the first the oldest."""
    for place, path in enumerate(paths):
        at = LONG_AGO + 60 * place
        os.utime(path, (at, at))


def _into_the_talks(match: Match) -> None:
    made = moves(match.table, _players(match))
    while match.table.state.common.phase is not Phase.TALKS:
        next(made)
    next(made)


def _players(match: Match) -> dict[str, Player]:
    own = roster.create(None, match.scenario, side=match.side, seed=SEED)
    return {match.seat: own, match.opposite: match.opponent("en")}
