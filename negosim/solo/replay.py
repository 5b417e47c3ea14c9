"""Playing on from a move of an earlier match: which moves there are, and the branch.

A branch is a match of its own with a log of its own; nothing here changes the log it
came from, and nothing is told of the other side.
"""

from __future__ import annotations

from negosim.engine import events as e
from negosim.engine.record import record
from negosim.engine.sides import Side
from negosim.play.header import Origin
from negosim.play.verify import MatchLog
from negosim.reports.timeline import timeline
from negosim.solo.games import Games
from negosim.solo.match import Match, branched


@record(frozen=True, slots=True)
class Numbers:
    """How the moves of a log are counted, at the table and in the file.

    `made`: for each move of the log, its opening among them, how many had been made at
    the table after it; preparation, notes and what the clock brings do not add to it.
    """

    made: tuple[int, ...]

    @property
    def last(self) -> int:
        """The number of the last move at the table; 0 when there was none."""
        return self.made[-1] if self.made else 0

    def behind(self, number: int) -> int:
        """How many moves of the log end with move `number` of the table, the opening not counted.

        0: all of the preparation. ValueError for a number that there is not.
        """
        if not 0 <= number <= self.last or not self.made:
            raise ValueError(f"the match has moves 0 to {self.last}")
        if number:
            return next(place for place, made in enumerate(self.made) if made >= number)
        return sum(made == 0 for made in self.made) - 1


def numbers(log: MatchLog) -> Numbers:
    """The moves of a log by number, as the debrief and the replay count them."""
    if not log.events:
        return Numbers(())
    entries = iter(timeline(log.scenario, log.events).entries)
    made: list[int] = []
    number = start = 0
    for end in log.moves:
        for event in log.events[start:end]:
            if not isinstance(event, e.MatchOpened | e.Ruled):
                number = next(entries).number
        made.append(number)
        start = end
    return Numbers(tuple(made))


def branch(log: MatchLog, at: int, games: Games, *, side: Side) -> Match:
    """A new match on the shelf that begins as the log did, to play on from.

    It holds the opening of the log and the `at` moves after it (0: the opening alone), the
    same drawn orders and the same bot, who remembers it all; `side` is played here. Raises
    StoreError when it cannot be written, ValueError for more moves than the log has.
    """
    if not 0 <= at < len(log.moves):
        raise ValueError(f"the log has 0 to {len(log.moves) - 1} moves after its opening")
    origin = Origin(log.header.match, numbers(log).made[at])
    return branched(log, at + 1, origin, games.free_path(log.scenario), side=side)
