"""Runs a match by asking its players in turn until it is over.

The driver knows no rules: the table says who is called and what is illegal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from negosim.engine.common import Outcome
from negosim.engine.moves import Move
from negosim.engine.sides import BySide, Side
from negosim.play.faults import StoreError
from negosim.play.player import Player
from negosim.play.table import MatchTable

MOST_MOVES = 5_000
"""A match between players who let no clock run is stopped here as a fault of theirs."""


class NoProgress(RuntimeError):
    """No player moved although one was called, or a match would not end."""


def run(table: MatchTable, players: Mapping[str, Player]) -> Outcome:
    """Play to the end; one player a seat name.

    Raises `NoProgress` when the player in turn has no move, and lets `IllegalMove`
    of a player through: a bot that makes one is broken, a front end asks again itself.
    """
    for _ in moves(table, players):
        pass
    outcome = table.outcome
    assert outcome is not None
    return outcome


def moves(table: MatchTable, players: Mapping[str, Player]) -> Iterator[Side]:
    """The same move by move, yielding the side that has just moved."""
    asking = Asking(table, players)
    for _ in range(MOST_MOVES):
        table.tick()
        called = table.calls()
        if not called:
            return
        for side in called:
            if asking.ask(side):
                break
        else:
            raise NoProgress(f"nobody moved when called: {', '.join(s.word for s in called)}")
        yield side
    raise NoProgress(f"no end after {MOST_MOVES} moves")


class Asking:
    """Players at their seats, each of whom is told what is new whenever it is asked."""

    def __init__(self, table: MatchTable, players: Mapping[str, Player]) -> None:
        """One player a seat name; KeyError for a name the table has no seat of."""
        seated = [(name, player, table.seat(name)) for name, player in players.items()]
        self._seated = BySide(
            [place for place in seated if place[2].side is Side.VENDOR],
            [place for place in seated if place[2].side is Side.CLIENT],
        )
        self._heard = dict.fromkeys(players, 0)
        self._unwritten: dict[str, Move] = {}

    def ask(self, side: Side) -> bool:
        """Ask the side's players in turn and send the first move; False when all let it pass.

        Raises `IllegalMove` and `StoreError` as the table does. What could not be written is
        sent as it was the next time, if nothing has happened since: a player asked twice
        about the same moment would be another one than its log tells of.
        """
        for name, player, port in self._seated[side]:
            news = port.events(self._heard[name])
            owed = self._unwritten.pop(name, None) if self._unwritten else None
            move = player.choose(port.view(), news) if owed is None or news else owed
            self._heard[name] += len(news)
            if move is not None:
                try:
                    port.send(move)
                except StoreError:
                    self._unwritten[name] = move
                    raise
                return True
        return False
