"""Puts a match together: scenario, seats, table, log, the bot opposite. New, or taken up again.

Everything here is chosen before the first move; who holds the own seats (a person, a
group, a program) is the front end's business.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from negosim.bots import roster
from negosim.bots.negotiator import Negotiator
from negosim.catalog import dealt
from negosim.engine.common import ALL_ROLES, Seat, Setup
from negosim.engine.events import Event, MatchOpened
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.record import but, record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Level, Orders, Role
from negosim.play.faults import StoreError, StoreFault
from negosim.play.header import Origin, Sitter
from negosim.play.journal import StoreJournal, begin, go_on
from negosim.play.logfile import FileStore, is_begun
from negosim.play.table import Journal, MatchTable, NoJournal
from negosim.play.timekeeper import Standstill, Timekeeper, WallTime
from negosim.play.verify import MatchLog
from negosim.solo.catching_up import Once, catch_up
from negosim.solo.group import own_seats


@record(frozen=True, slots=True)
class Wishes:
    """What was asked for; None where nothing was said.

    `bot` sits opposite `side`; `team` is the name the log carries; `members` are the
    people of a group around this machine, none for one person (`group.own_seats`).
    """

    side: Side = Side.VENDOR
    bot: str | None = None
    seed: int | None = None
    level: Level | None = None
    clock: ClockKind | None = None
    team: str = ""
    members: tuple[str, ...] = ()


class Kept:
    """A journal that remembers what it has passed on: the log so far, for the debrief."""

    def __init__(
        self, journal: Journal, past: tuple[Event, ...] = (), moves: tuple[int, ...] = ()
    ) -> None:
        """`past` and `moves`: what the journal held before, as a log that was read gives them."""
        self._journal = journal
        self._events = list(past)
        self._moves = list(moves)

    def append(self, events: tuple[Event, ...]) -> None:
        self._journal.append(events)
        self._events.extend(events)
        self._moves.append(len(self._events))

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that was written, from `MatchOpened` on."""
        return tuple(self._events)

    @property
    def moves(self) -> tuple[int, ...]:
        """The number of the last event of each move, the opening of the match among them."""
        return tuple(self._moves)


@record(frozen=True, slots=True)
class Match:
    """A table with its store open. `side` is played here; `bot` sits opposite by that name."""

    table: MatchTable
    scenario: Scenario
    side: Side
    bot: str
    seed: int
    store: FileStore
    path: Path
    journal: Kept

    def __enter__(self) -> Match:
        return self

    def __exit__(self, *error: object) -> None:
        self.store.close()

    @property
    def seats(self) -> tuple[str, ...]:
        """The names of the own seats, as they sit; at least one."""
        return tuple(seat.name for seat in self._of(self.side))

    @property
    def seat(self) -> str:
        """The seat for one who plays the side alone: only the decision-maker may sign (R14)."""
        own = self._of(self.side)
        return next((seat.name for seat in own if seat.has(Role.DECISION_MAKER)), own[0].name)

    @property
    def opposite(self) -> str:
        """The seat that the bot holds."""
        return self._of(self.side.other)[0].name

    def opponent(self, lang: str) -> Once:
        """The bot of the other seat, its words in `lang`, with all behind it that was played."""
        return Once(*self.caught_up(lang))

    def caught_up(self, lang: str) -> tuple[Negotiator, int]:
        """The same bot itself, and how many events of its stream it has heard."""
        side = self.side.other
        bot = roster.create(self.bot, self.scenario, side=side, seed=self.seed, lang=lang)
        past, moves = self.journal.events, self.journal.moves
        return bot, catch_up(bot, self.scenario, self.opposite, events=past, moves=moves)

    def _of(self, side: Side) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.table.state.common.setup.seats if seat.side is side)


def new_match(scenario: Scenario, wishes: Wishes, log: Path) -> Match:
    """A match from its beginning, kept in `log`, which must not hold one yet.

    Raises `UnknownBot`, and StoreError when the log cannot be written.
    """
    seed = random.SystemRandom().randrange(1, 1_000_000) if wishes.seed is None else wishes.seed
    if scenario.house.orders is Orders.DRAWN:
        scenario = dealt(scenario, seed)
    bot = wishes.bot or roster.default_name(scenario, wishes.side.other)
    roster.character(bot, scenario)
    setup = setup_of(scenario, wishes)
    store = FileStore(log)
    written = _begun(store, scenario, _players(setup, wishes, bot), seed)
    journal = Kept(written)
    table = _table(scenario, setup, journal, ())
    return Match(table, scenario, wishes.side, bot, seed, store, log, journal)


def taken_up(log: Path, wishes: Wishes) -> Match:
    """A match that goes on where its log ends; what was wished once stands in the log.

    StoreError for a damaged log or one in use.
    """
    store = FileStore(log)
    try:
        return _taken_up(store, log, wishes)
    except BaseException:
        store.close()
        raise


def branched(log: MatchLog, kept: int, origin: Origin, path: Path, *, side: Side) -> Match:
    """A new match in `path` that begins as a log did, up to its `kept`-th move, to go on from.

    `side` is played here, whoever held it in the log; `origin` is what the new header
    says. The log itself is not touched. StoreError when the new one cannot be written.
    """
    first = log.events[0]
    assert isinstance(first, MatchOpened)
    players = dict(log.header.players)
    for seat in first.setup.seats:
        held = players.get(seat.name)
        if seat.side is side and (held is None or held.bot is not None):
            players[seat.name] = Sitter("")
    store = FileStore(path)
    try:
        written = _begun(store, log.scenario, players, log.header.seed or 0, origin)
        start = 0
        for end in log.moves[:kept]:
            written.append(log.events[start:end])
            start = end
        return _taken_up(store, path, Wishes(side=side))
    except BaseException:
        store.close()
        raise


def watched_match(
    scenario: Scenario, *, seed: int, log: Path | None
) -> tuple[MatchTable, Kept, FileStore | None]:
    """A table for two bots; with a `log` the same seed writes the same bytes."""
    players = {
        side.word: Sitter(name, name)
        for side in SIDES
        for name in (roster.default_name(scenario, side),)
    }
    store = None if log is None else FileStore(log)
    written: Journal = NoJournal()
    if store is not None:
        match = f"demo-{scenario.id}-{seed}"
        written = begin(store, scenario, match=match, players=players, seed=seed)
    journal = Kept(written)
    setup = solo_setup(scenario, clock=ClockKind.TABLE, scripted=SIDES)
    return _table(scenario, setup, journal, ()), journal, store


def has_begun(log: Path | None) -> bool:
    """Whether there is a match in the file to go on with."""
    return log is not None and is_begun(log)


def setup_of(scenario: Scenario, wishes: Wishes) -> Setup:
    """Table time, or no clock in first games (R16), unless something else was asked for."""
    level = wishes.level or scenario.house.level
    usual = ClockKind.NONE if level is Level.FIRST else ClockKind.TABLE
    issues = tuple(range(len(scenario.issues)))
    other = wishes.side.other
    seats = [
        *own_seats(wishes.side, wishes.members, len(issues)),
        Seat(other.word, other, ALL_ROLES, issues, scripted=True),
    ]
    seats.sort(key=lambda seat: seat.side)
    return team_setup(scenario, tuple(seats), clock=wishes.clock or usual, level=level)


# -- inside ------------------------------------------------------------------------


def _begun(
    store: FileStore,
    scenario: Scenario,
    players: Mapping[str, Sitter],
    seed: int,
    origin: Origin | None = None,
) -> StoreJournal:
    return begin(
        store,
        scenario,
        match=uuid.uuid4().hex,
        players=players,
        seed=seed,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        origin=origin,
    )


def _taken_up(store: FileStore, log: Path, wishes: Wishes) -> Match:
    if store.match is None:
        fault = StoreFault.HEADER_CUT if log.exists() else StoreFault.NO_FILE
        raise StoreError(fault, str(log))
    found, written = go_on(store, store.match)
    journal = Kept(written, found.events, found.moves)
    players = dict(found.header.players)
    if found.events:
        first = found.events[0]
        assert isinstance(first, MatchOpened)
        setup = first.setup
    else:
        setup = setup_of(found.scenario, _as_seated(players, wishes))
    side, bot = _seats(setup, players, wishes.side)
    table = _table(found.scenario, setup, journal, found.events)
    bot = bot or roster.default_name(found.scenario, side.other)
    return Match(table, found.scenario, side, bot, found.header.seed or 0, store, log, journal)


def _table(
    scenario: Scenario, setup: Setup, journal: Journal, past: tuple[Event, ...]
) -> MatchTable:
    keeper: Timekeeper = Standstill()
    if setup.clock is ClockKind.WALL:
        keeper = WallTime(monotonic)
    return MatchTable(scenario, setup, journal=journal, timekeeper=keeper, past=past)


def _players(setup: Setup, wishes: Wishes, bot: str) -> dict[str, Sitter]:
    """Who the header names at each seat: the team, else the members themselves."""
    players = {}
    for seat in setup.seats:
        own = wishes.team or (seat.name if wishes.members else "")
        players[seat.name] = Sitter(bot, bot) if seat.scripted else Sitter(own)
    return players


def _as_seated(players: Mapping[str, Sitter], wishes: Wishes) -> Wishes:
    """The wishes of a log that holds its header alone: who was to sit where stands in it."""
    bots = [side for side in SIDES if (held := players.get(side.word)) is not None and held.bot]
    side = bots[0].other if len(bots) == 1 else wishes.side
    members = tuple(name for name in players if name not in [each.word for each in SIDES])
    return but(wishes, side=side, members=members)


def _seats(setup: Setup, players: Mapping[str, Sitter], wished: Side) -> tuple[Side, str | None]:
    """Which side people play and who the bot is; the wish decides between two such sides."""
    bots: dict[Side, str | None] = dict.fromkeys(SIDES)
    for seat in setup.seats:
        if (held := players.get(seat.name)) is not None and held.bot is not None:
            bots[seat.side] = held.bot
    people = [side for side in SIDES if bots[side] is None]
    side = people[0] if len(people) == 1 else wished
    return side, bots[side.other]
