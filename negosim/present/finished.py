"""A finished match taken from its log, with all that lies beside it, ready to be looked back on.

The log is read, never written. What one thought of it and how the match it was played on
from went are found here; what is said of it is worked out in the debrief's own files.
"""

from __future__ import annotations

from pathlib import Path

from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.play.faults import StoreError
from negosim.play.header import Origin
from negosim.play.verify import MatchLog, read_log
from negosim.present.debrief import Review, review
from negosim.reports.debrief import NotOver
from negosim.solo import afterthoughts
from negosim.solo.afterthoughts import Afterthought
from negosim.solo.games import Games
from negosim.solo.match import Match
from negosim.solo.saved import State


@record(frozen=True, slots=True)
class Finished:
    """`log` is None where the match was not kept; then nothing can be played on from.

    `thought`: what was kept beside the log, None where nothing was; `origin`: the match
    that this one was played on from.
    """

    seen: Review
    log: MatchLog | None
    path: Path | None
    thought: Afterthought | None
    origin: Origin | None


@record(frozen=True, slots=True)
class First:
    """How the match went that this one was played on from: our points, and from which move."""

    points: int
    move: int


def finished_log(path: Path, side: Side) -> Finished:
    """A match that is over, from its file, in the eyes of `side`.

    StoreError for what cannot be read as a whole log, NotOver while the match runs.
    """
    log = read_log(path)
    seen = review(log.scenario, log.events, moves=log.moves, side=side)
    thought = afterthoughts.read(path, issues=len(log.scenario.issues))
    return Finished(seen, log, path, thought, log.header.origin)


def finished_match(match: Match) -> Finished:
    """A match that has just ended, from its log; from memory where the log is gone."""
    try:
        return finished_log(match.path, match.side)
    except (StoreError, NotOver):
        events = match.journal.events
        each_alone = tuple(range(1, len(events) + 1))
        seen = review(match.scenario, events, moves=each_alone, side=match.side)
        return Finished(seen, None, None, None, None)


def first_of(found: Finished, games: Games) -> First | None:
    """The result of the match it was played on from, if that is over and on the shelf."""
    origin = found.origin
    if origin is None:
        return None
    for saved in games.list():
        if saved.match == origin.match and saved.state is State.OVER and saved.points is not None:
            return First(saved.points, origin.move)
    return None
