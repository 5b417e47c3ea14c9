"""What a list of games says of one log, read without playing it through.

Digests are checked and the two ends of the log are looked at; whether all between folds
to a match is found when it is opened. Nothing is written and nothing is raised for a bad
file: that it is damaged, and why, is what there is to say of it.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from negosim.catalog.canonical import digest
from negosim.engine.errors import NegosimError
from negosim.engine.events import ContractSealed, Event, MatchOpened, TalksBroken
from negosim.engine.issue import Text
from negosim.engine.moves import Deal
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.scoring import pars, score
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES
from negosim.language.typography import capital
from negosim.play.chain import Entry
from negosim.play.faults import Finding, LogProblem, StoreError, StoreFault
from negosim.play.header import Header, Origin, read_header, scenario_in
from negosim.play.logfile import lines_of, read_file
from negosim.wire.codec import Codec
from negosim.wire.lift import lifter


class State(Enum):
    """Whether a game can be gone on with, looked back on, or neither."""

    RUNNING = auto()
    OVER = auto()
    DAMAGED = auto()


@record(frozen=True, slots=True)
class Saved:
    """One game on the shelf.

    `when`: the last time it was written, local, ISO 8601 to the second. `side` is the one
    that people played, `bot` who sat opposite (empty for people). `points`: one's own once
    it is over, the walk-away's where nothing was signed; `par` is what the own marks let
    one hope for; `match` is the match's own id. A damaged game has a `problem` and little
    else; `level` is None until the first event is written.
    """

    path: Path
    state: State
    when: str
    scenario: str = ""
    title: Text = Text()
    side: Side = Side.VENDOR
    bot: str = ""
    level: Level | None = None
    points: int | None = None
    par: int | None = None
    signed: bool = False
    match: str = ""
    origin: Origin | None = None
    problem: Text | None = None


class Reader:
    """Reads logs for a list; keeps the scenarios it has met, since most logs share one."""

    def __init__(self) -> None:
        self._scenarios: dict[str, Scenario] = {}

    def read(self, path: Path, when: float) -> Saved:
        """The game in a file last written at `when` (seconds since 1970). Never raises for its content."""
        written = datetime.fromtimestamp(when).isoformat(timespec="seconds")
        try:
            return self._read(path, written)
        except NegosimError as error:
            return Saved(path, State.DAMAGED, written, problem=_told(error))
        # A log can be forged so that its chain holds; what its events then break, and
        # where, cannot be foreseen, and one such file must not take the list down.
        except Exception as error:
            told = StoreError(StoreFault.DAMAGED, path.name, detail=type(error).__name__)
            return Saved(path, State.DAMAGED, written, problem=_told(told))

    def _read(self, path: Path, written: str) -> Saved:
        where = path.name
        lines = lines_of(read_file(path), where)
        problem = lines.problem
        if problem is not None and problem.finding is not Finding.CUT:
            raise _damaged(problem, where)
        header = read_header(lines.header, where)
        scenario = self._scenarios.get(header.digest)
        if scenario is None:
            scenario = scenario_in(lines.header, where)
            if digest(scenario) != header.digest:
                raise _damaged(LogProblem(Finding.SCENARIO_ALTERED, 0), where)
            self._scenarios[header.digest] = scenario
        first, last = _ends(scenario, header, lines.entries)
        side, bot = _sides(header, first)
        over = isinstance(last, ContractSealed | TalksBroken)
        deal = last.deal if isinstance(last, ContractSealed) else None
        return Saved(
            path,
            State.OVER if over else State.RUNNING,
            written,
            scenario=scenario.id,
            title=scenario.story.title,
            side=side,
            bot=bot,
            level=first.setup.level if isinstance(first, MatchOpened) else None,
            points=_points(scenario, side, deal) if over else None,
            par=pars(scenario)[side],
            signed=deal is not None,
            match=header.match,
            origin=header.origin,
        )


def _ends(
    scenario: Scenario, header: Header, entries: tuple[Entry, ...]
) -> tuple[Event | None, Event | None]:
    """The first and the last event; None where nothing was written yet."""
    if not entries:
        return None, None
    codec = Codec(scenario.issues, scenario.benefits)
    lift = lifter(header.wire)
    first, last = (codec.event_from_json(lift(entries[at].event)) for at in (0, -1))
    return first, last


def _sides(header: Header, first: Event | None) -> tuple[Side, str]:
    """Who played here and who sat opposite, as `match.taken_up` finds it."""
    bots = dict.fromkeys(SIDES, "")
    seats = first.setup.seats if isinstance(first, MatchOpened) else ()
    sides = {seat.name: seat.side for seat in seats} or {side.word: side for side in SIDES}
    for name, sitter in header.players:
        if name in sides and sitter.bot is not None:
            bots[sides[name]] = sitter.bot
    people = [side for side in SIDES if not bots[side]]
    side = people[0] if len(people) == 1 else Side.VENDOR
    return side, bots[side.other]


def _points(scenario: Scenario, side: Side, deal: Deal | None) -> int:
    if deal is None:
        return scenario.walk_away[side]
    return score(scenario, deal.terms).points[side]


def _damaged(problem: LogProblem, where: str) -> StoreError:
    return StoreError(StoreFault.DAMAGED, where, detail=problem.sentence)


def _told(error: NegosimError) -> Text:
    """What is wrong, in every language; the file it is about is not named again."""

    def said(lang: str) -> str:
        if not isinstance(error, StoreError):
            return str(error)
        return capital(error.sentence(lang).removeprefix(f"{error.where}: "))

    return Text(tuple((lang, said(lang)) for lang in LANGUAGES))
