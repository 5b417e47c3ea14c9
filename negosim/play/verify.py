"""From a log to a match: its events, its final state, and whether it can be believed.

Everything is checked that can be without a secret: digests, numbers, the scenario,
that every event means something in it, that they fold to a match, that what was
sealed is what both signed. Whoever forges a whole chain with all of that is not found
out. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from negosim.catalog.canonical import digest
from negosim.engine.common import Outcome
from negosim.engine.events import ContractSealed, Event, MatchOpened
from negosim.engine.evolve import evolve
from negosim.engine.moves import Deal
from negosim.engine.opening import opened
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.state import MatchState
from negosim.play.chain import Entry, first_break, start
from negosim.play.faults import Finding, LogProblem, StoreError, StoreFault, found_sentence
from negosim.play.header import Header, read_header, scenario_in
from negosim.play.logfile import LogLines, lines_of, read_file
from negosim.play.store import EventStore
from negosim.wire.codec import Codec
from negosim.wire.errors import WireError
from negosim.wire.lift import lifter


@record(frozen=True, slots=True)
class MatchLog:
    """A log that was read: all up to its first problem, in whole moves.

    `moves` are the numbers of the last event of each move; `state` is None when not
    even the start could be folded.
    """

    header: Header
    scenario: Scenario
    events: tuple[Event, ...]
    moves: tuple[int, ...]
    state: MatchState | None
    problem: LogProblem | None

    @property
    def outcome(self) -> Outcome | None:
        """How the match ended, None while it goes on."""
        return None if self.state is None else self.state.common.outcome

    @property
    def finding(self) -> Finding:
        if self.problem is not None:
            return self.problem.finding
        return Finding.UNFINISHED if self.outcome is None else Finding.FINISHED


@record(frozen=True, slots=True)
class Verdict:
    """What `verify` says of a log.

    `first_bad`: the number of the first event that is not as it was written, 0 for
    the header, None for an intact log. `contract`: the deal sealed in an intact log.
    """

    finding: Finding
    first_bad: int | None = None
    detail: str = ""
    contract: Deal | None = None

    @property
    def ok(self) -> bool:
        return self.finding.intact

    def sentence(self, lang: str) -> str:
        """The finding for people."""
        return found_sentence(self.finding, lang, seq=self.first_bad or 0, detail=self.detail)


def read_log(path: str | Path) -> MatchLog:
    """The match of a `.negolog` as far as it can be believed.

    StoreError for a file that is no log or whose header was altered: then nothing
    in it has a meaning. A fault further on is the log's `problem`.
    """
    where = str(path)
    return _log(lines_of(read_file(path), where), where)


def log_of(store: EventStore, match: str) -> MatchLog:
    """The same for a match in any store."""
    header, entries = store.header(match), store.read(match)
    chain = start(header)
    problem = None
    if header.get("chain") != chain:
        problem = LogProblem(Finding.HEADER_ALTERED, 0)
    bad = first_break(chain, entries)
    if bad is not None:
        problem = problem or LogProblem(Finding.EVENT_ALTERED, bad)
        entries = entries[: bad - 1]
    return _log(LogLines(header, entries, problem, 0), match)


def verify(path: str | Path) -> Verdict:
    """Whether a log is whole and as it was written. StoreError for what is no log."""
    where = str(path)
    lines = lines_of(read_file(path), where)
    if lines.problem is not None and lines.problem.seq == 0:
        return Verdict(lines.problem.finding, 0)
    return verdict_of(_log(lines, where))


def verdict_of(log: MatchLog) -> Verdict:
    """What `verify` says of a log that was read."""
    if log.problem is not None:
        return Verdict(log.problem.finding, log.problem.seq, log.problem.detail)
    return Verdict(log.finding, contract=log.outcome.deal if log.outcome else None)


def _log(lines: LogLines, where: str) -> MatchLog:
    if lines.problem is not None and lines.problem.seq == 0:
        raise StoreError(StoreFault.DAMAGED, where, detail=lines.problem.sentence)
    header = read_header(lines.header, where)
    scenario = scenario_in(lines.header, where)
    if digest(scenario) != header.digest:
        problem = LogProblem(Finding.SCENARIO_ALTERED, 0)
        return MatchLog(header, scenario, (), (), None, problem)
    folding = _Folding(header, scenario)
    try:
        for move in _moves(lines.entries):
            folding.take(move)
    except _Bad as bad:
        return folding.log(bad.problem)
    return folding.log(lines.problem)


def _moves(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, ...]]:
    begin = 0
    for place, entry in enumerate(entries, 1):
        if entry.ends:
            yield entries[begin:place]
            begin = place


class _Bad(Exception):
    def __init__(self, finding: Finding, seq: int, detail: str = "") -> None:
        super().__init__(finding)
        self.problem = LogProblem(finding, seq, detail)


class _Folding:
    """The match so far; a move that turns out bad leaves no trace in it."""

    def __init__(self, header: Header, scenario: Scenario) -> None:
        self._header = header
        self._scenario = scenario
        self._codec = Codec(scenario.issues, scenario.benefits)
        self._lift = lifter(header.wire)
        self._events: list[Event] = []
        self._moves: list[int] = []
        self._state: MatchState | None = None

    def take(self, move: tuple[Entry, ...]) -> None:
        state = self._state
        if state is not None and state.common.outcome is not None:
            raise _Bad(Finding.AFTER_THE_END, move[0].seq)
        events = []
        for entry in move:
            event = self._read(entry)
            state = self._evolved(state, event, entry.seq)
            events.append(event)
        self._state = state
        self._events += events
        self._moves.append(move[-1].seq)

    def log(self, problem: LogProblem | None) -> MatchLog:
        return MatchLog(
            self._header,
            self._scenario,
            tuple(self._events),
            tuple(self._moves),
            self._state,
            problem,
        )

    def _read(self, entry: Entry) -> Event:
        try:
            return self._codec.event_from_json(self._lift(entry.event))
        except WireError as error:
            raise _Bad(Finding.EVENT_UNREADABLE, entry.seq, str(error)) from error

    def _evolved(self, state: MatchState | None, event: Event, seq: int) -> MatchState:
        if isinstance(event, MatchOpened) is not (state is None):
            raise _Bad(Finding.WRONG_START, seq)
        if isinstance(event, ContractSealed) and not _signed(state, event.deal):
            raise _Bad(Finding.CONTRACT_UNSIGNED, seq)
        try:
            return _after(self._scenario, state, event)
        # `evolve` never fails on what the engine decided. A forged event can break it
        # in any way there is, and all of them mean the same.
        except Exception as error:
            raise _Bad(Finding.NOT_PLAYABLE, seq, type(error).__name__) from error


def _after(scenario: Scenario, state: MatchState | None, event: Event) -> MatchState:
    if state is not None:
        return evolve(state, event)
    if isinstance(event, MatchOpened):
        return opened(scenario, event.setup)
    raise ValueError("a log begins with MatchOpened")


def _signed(state: MatchState | None, deal: Deal) -> bool:
    """Whether a sheet with just this deal has both signatures. Source: exercise.md R41."""
    sheet = None if state is None else state.common.record.sheet
    return (
        sheet is not None
        and all(sheet.signed)
        and (sheet.terms, sheet.benefits) == (deal.terms, deal.benefits)
    )
