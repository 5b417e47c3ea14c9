"""Games between two bots as one seat saw them: every view it was asked at, with its stream."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import arena
import built
from notation import Match

from negosim.engine import moves as m
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Level
from negosim.play.driver import run
from negosim.play.player import Player
from negosim.play.stream import Streams
from negosim.play.table import MatchTable


class Moment(NamedTuple):
    """A view, what its seat had heard by then, and what the bot did."""

    view: SeatView
    heard: tuple[SeatEvent, ...]
    move: m.Move | None


class _Watched:
    """Keeps every moment of the player it passes through."""

    def __init__(self, player: Player, moments: list[Moment]) -> None:
        self._player = player
        self._heard: list[SeatEvent] = []
        self._moments = moments

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        self._heard.extend(events)
        move = self._player.choose(view, events)
        self._moments.append(Moment(view, tuple(self._heard), move))
        return move


def moments(
    scenario: Scenario,
    vendor: str | Player = "course",
    client: str | Player = "analytic-steady",
    *,
    seed: int = 1,
    level: Level | None = None,
) -> list[Moment]:
    """Every moment of both seats, in the order in which they were asked."""
    table = MatchTable(scenario, solo_setup(scenario, level=level), journal=arena.Journal())
    seen: list[Moment] = []
    players: dict[str, Player] = {}
    for side, who in zip(SIDES, (vendor, client), strict=True):
        player = arena.bot(who, scenario, side, seed) if isinstance(who, str) else who
        players[side.word] = _Watched(player, seen)
    run(table, players)
    return seen


@lru_cache(maxsize=8)
def course_game(level: Level = Level.GUIDED, seed: int = 1) -> tuple[Moment, ...]:
    """A whole game of the third vendor between two bots, to a signature."""
    return tuple(moments(built.third_vendor(), seed=seed, level=level))


def of(side: Side, seen: tuple[Moment, ...] | list[Moment]) -> list[Moment]:
    return [moment for moment in seen if moment.view.brief.side is side]


def stream(match: Match, side: Side) -> tuple[SeatEvent, ...]:
    """What a side has heard of a match in notation, as the table tells it."""
    streams = Streams()
    streams.add(match.state, tuple(match.log))
    return streams.of(side, 0)
