"""Runs a match by asking its players in turn until it is over.

The driver knows no rules: the table says who is called and what is illegal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from negosim.engine.common import Outcome
from negosim.engine.sides import Side
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
    seen = dict.fromkeys(players, 0)
    for _ in range(MOST_MOVES):
        table.tick()
        called = table.calls()
        if not called:
            return
        mover = _one_move(table, players, seen, called)
        if mover is None:
            raise NoProgress(f"nobody moved when called: {', '.join(s.word for s in called)}")
        yield mover
    raise NoProgress(f"no end after {MOST_MOVES} moves")


def _one_move(
    table: MatchTable, players: Mapping[str, Player], seen: dict[str, int], called: tuple[Side, ...]
) -> Side | None:
    for side in called:
        for name, player in players.items():
            port = table.seat(name)
            if port.side is not side:
                continue
            news = port.events(seen[name])
            move = player.choose(port.view(), news)
            seen[name] += len(news)
            if move is not None:
                port.send(move)
                return side
    return None
