"""Taking one's last move back: the game goes on from before it, and its old log is put away.

Only what has been played is copied and nothing in a log is changed: a branch as any
other (`replay.branch`), in place of the game it came from.
"""

from __future__ import annotations

from contextlib import suppress

from negosim.engine.events import Event
from negosim.play.faults import StoreError
from negosim.play.verify import read_log
from negosim.solo.games import Games
from negosim.solo.match import Match
from negosim.solo.replay import branch
from negosim.solo.saved import Reader


def before(match: Match, event: Event, games: Games) -> Match:
    """A new match that stands where this one stood before the move that made `event`.

    The old one is closed and, where it lay on the shelf, put away. StoreError when the new one
    cannot be written: then the old one goes on. ValueError when nothing made that event.
    """
    log = read_log(match.path)
    places = [place for place, each in enumerate(log.events) if each == event]
    if not places:
        raise ValueError("no move of the match made this event")
    made = next(number for number, end in enumerate(log.moves) if end > places[-1])
    again = branch(log, made - 1, games, side=match.side)
    match.store.close()
    if match.path.parent == games.folder:
        # One that cannot be moved stays on the shelf beside the new one.
        with suppress(StoreError):
            games.forget(Reader().read(match.path, 0.0))
    return again


def goes_on_from_another(match: Match) -> bool:
    """Whether the match began as another did and left it in the middle of the talks."""
    try:
        origin = read_log(match.path).header.origin
    except StoreError:
        return False
    return origin is not None and origin.move > 0
