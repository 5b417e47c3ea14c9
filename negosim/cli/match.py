"""Puts a match together: scenario, table, log, the bot opposite. New, or taken up again.

Everything here is chosen before the first move; who sits at the other seat (a person,
a program, a bot) is the verb's business.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from platformdirs import user_data_path

from negosim.bots import roster
from negosim.catalog import dealt
from negosim.cli.catching_up import catch_up
from negosim.engine.common import Setup
from negosim.engine.events import Event, MatchOpened
from negosim.engine.moves import Move
from negosim.engine.opening import solo_setup
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Level, Orders
from negosim.play.header import Sitter
from negosim.play.journal import begin, go_on
from negosim.play.logfile import FileStore, is_begun
from negosim.play.player import Player
from negosim.play.table import Journal, MatchTable, NoJournal
from negosim.play.timekeeper import Standstill, Timekeeper, WallTime


@record(frozen=True, slots=True)
class Wishes:
    """What the command line asked for; None where it was silent.

    `bot` sits opposite `side`; `team` is the name the log carries.
    """

    side: Side = Side.VENDOR
    bot: str | None = None
    seed: int | None = None
    level: Level | None = None
    clock: ClockKind | None = None
    team: str = ""


class Once:
    """A player who hears every event once, however often the driver begins anew."""

    def __init__(self, player: Player, heard: int = 0) -> None:
        """`heard`: how many events of its stream the player knows already."""
        self._player = player
        self._heard = heard

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> Move | None:
        fresh = tuple(each for each in events if each.number > self._heard)
        self._heard = max([self._heard, *[each.number for each in fresh]])
        return self._player.choose(view, fresh)


class Kept:
    """A journal that remembers what it has passed on: the log so far, for the debrief."""

    def __init__(self, journal: Journal, past: tuple[Event, ...] = ()) -> None:
        self._journal = journal
        self._events = list(past)

    def append(self, events: tuple[Event, ...]) -> None:
        self._journal.append(events)
        self._events.extend(events)

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that was written, from `MatchOpened` on."""
        return tuple(self._events)


@record(frozen=True, slots=True)
class Match:
    """A table with its store open. `side` is the player's; `bot` sits opposite by that name.

    `moves` are the last events of the moves that a log taken up again brought along.
    """

    table: MatchTable
    scenario: Scenario
    side: Side
    bot: str
    seed: int
    store: FileStore
    path: Path
    journal: Kept
    moves: tuple[int, ...] = ()

    def __enter__(self) -> Match:
        return self

    def __exit__(self, *error: object) -> None:
        self.store.close()

    def opponent(self, lang: str) -> Once:
        """The bot of the other seat, its words in `lang`, with all behind it that was played."""
        side = self.side.other
        bot = roster.create(self.bot, self.scenario, side=side, seed=self.seed, lang=lang)
        past = self.journal.events if self.moves else ()
        heard = catch_up(bot, self.scenario, side.word, events=past, moves=self.moves)
        return Once(bot, heard)


def new_match(scenario: Scenario, wishes: Wishes, log: Path | None) -> Match:
    """A match from its beginning; its log in `log`, else in the user's own folder.

    Raises `UnknownBot`, and StoreError when the log cannot be written.
    """
    seed = random.SystemRandom().randrange(1, 1_000_000) if wishes.seed is None else wishes.seed
    if scenario.house.orders is Orders.DRAWN:
        scenario = dealt(scenario, seed)
    bot = wishes.bot or roster.default_name(scenario, wishes.side.other)
    roster.character(bot, scenario)
    setup = setup_of(scenario, wishes)
    path = log or own_log(scenario)
    store = FileStore(path)
    players = {
        side.word: Sitter(wishes.team) if side is wishes.side else Sitter(bot, bot)
        for side in SIDES
    }
    written = begin(
        store,
        scenario,
        match=uuid.uuid4().hex,
        players=players,
        seed=seed,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    journal = Kept(written)
    table = _table(scenario, setup, journal, ())
    return Match(table, scenario, wishes.side, bot, seed, store, path, journal)


def taken_up(log: Path, wishes: Wishes) -> Match:
    """A match that goes on where its log ends; what was wished once stands in the log.

    StoreError for a damaged log or one in use.
    """
    store = FileStore(log)
    assert store.match is not None, "a log that has begun has a match"
    found, written = go_on(store, store.match)
    journal = Kept(written, found.events)
    side, bot = _seats(dict(found.header.players), wishes.side)
    if found.events:
        first = found.events[0]
        assert isinstance(first, MatchOpened)
        setup = first.setup
    else:
        setup = setup_of(found.scenario, wishes)
    table = _table(found.scenario, setup, journal, found.events)
    bot = bot or roster.default_name(found.scenario, side.other)
    return Match(
        table, found.scenario, side, bot, found.header.seed or 0, store, log, journal, found.moves
    )


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
    return solo_setup(
        scenario,
        clock=wishes.clock or usual,
        level=level,
        scripted=(wishes.side.other,),
    )


def own_log(scenario: Scenario) -> Path:
    """A new file in the user's own folder, named by scenario and moment."""
    folder = user_data_path("negosim", appauthor=False) / "logs"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    return folder / f"{scenario.id}-{stamp}-{uuid.uuid4().hex[:4]}.negolog"


def _table(
    scenario: Scenario, setup: Setup, journal: Journal, past: tuple[Event, ...]
) -> MatchTable:
    keeper: Timekeeper = Standstill()
    if setup.clock is ClockKind.WALL:
        keeper = WallTime(monotonic)
    return MatchTable(scenario, setup, journal=journal, timekeeper=keeper, past=past)


def _seats(players: Mapping[str, Sitter], wished: Side) -> tuple[Side, str | None]:
    """Which side the person plays and who the bot is; the wish decides between two people."""
    people = [side for side in SIDES if _bot_of(players, side) is None]
    side = people[0] if len(people) == 1 else wished
    return side, _bot_of(players, side.other)


def _bot_of(players: Mapping[str, Sitter], side: Side) -> str | None:
    sitter = players.get(side.word)
    return None if sitter is None else sitter.bot
