"""The table decides, writes down, then shows; seats see their own stream."""

import built
import pytest
from notation import unbound

from negosim.engine import moves as m
from negosim.engine.common import ALL_ROLES, Seat
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.events import Event, MatchOpened, OfferMade
from negosim.engine.opening import solo_setup, team_setup
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Ending, Phase
from negosim.play.driver import NoProgress, moves, run
from negosim.play.table import MatchTable
from negosim.play.timekeeper import WallTime

NOTHING = (None,) * 4


class Kept:
    def __init__(self) -> None:
        self.batches: list[tuple[Event, ...]] = []

    def append(self, events: tuple[Event, ...]) -> None:
        self.batches.append(events)


def at_talks(journal: Kept | None = None) -> MatchTable:
    scenario = unbound(built.third_vendor())
    table = MatchTable(scenario, solo_setup(scenario), journal=journal)
    for seat in ("vendor", "client"):
        table.send(seat, m.Ready())
    for seat in ("vendor", "client"):
        table.send(seat, m.Introduce())
    return table


def price(tick: int) -> m.Offer:
    return m.Offer((tick, None, None, None), NOTHING)


def test_one_move_is_one_batch_of_the_journal_beginning_with_the_opening() -> None:
    journal = Kept()
    table = at_talks(journal)
    table.send("client", price(170))
    assert isinstance(journal.batches[0][0], MatchOpened)
    assert [type(event).__name__ for event in journal.batches[-1]] == ["OfferMade", "Ruled"]
    assert len(journal.batches) == 6


def test_an_illegal_move_writes_nothing_and_shows_nothing() -> None:
    journal = Kept()
    table = at_talks(journal)
    before = len(journal.batches), table.state, table.events(Side.CLIENT, 0)
    with pytest.raises(IllegalMove) as caught:
        table.send("vendor", price(300))
    assert caught.value.code is Refusal.NOT_YOUR_TURN
    assert (len(journal.batches), table.state, table.events(Side.CLIENT, 0)) == before


def test_a_journal_that_fails_leaves_the_table_as_it_was() -> None:
    class Full(Kept):
        def append(self, events: tuple[Event, ...]) -> None:
            if any(isinstance(event, OfferMade) for event in events):
                raise OSError("disk full")
            super().append(events)

    table = at_talks(Full())
    before = table.state
    with pytest.raises(OSError, match="disk full"):
        table.send("client", price(170))
    assert table.state is before


def test_rulings_ride_on_the_event_for_the_mover_and_leave_no_gap_for_the_other() -> None:
    table = at_talks()
    table.send("client", m.NotYet())
    table.send("vendor", price(270))
    mine, theirs = table.events(Side.VENDOR, 0), table.events(Side.CLIENT, 0)
    assert {ruling.code for ruling in mine[-1].rulings} >= {"unasked", "no_exchange"}
    assert theirs[-1].event == mine[-1].event
    assert theirs[-1].rulings == ()
    assert [event.number for event in theirs] == list(range(1, len(theirs) + 1))


def test_a_note_and_a_guess_are_seen_by_their_side_alone() -> None:
    table = at_talks()
    seen = len(table.events(Side.CLIENT, 0))
    table.send("vendor", m.Note("they count days"))
    table.send("vendor", m.Guess((0, 3, 2, 1)))
    assert len(table.events(Side.CLIENT, 0)) == seen
    assert [type(e.event).__name__ for e in table.events(Side.VENDOR, seen)] == [
        "Noted",
        "GuessLocked",
    ]


def test_a_port_gives_brief_view_preview_and_events_of_its_own_side() -> None:
    table = at_talks()
    port = table.seat("client")
    assert port.side is Side.CLIENT
    assert port.brief().marks == table.state.scenario.marks.client
    assert port.view().own == table.state.own.client
    told = port.preview(price(170))
    assert (told.refusal, told.cost_ms) == (None, 45_000)
    port.send(price(170))
    assert port.view().common.turn.side is Side.VENDOR
    assert isinstance(port.events(4)[-1].event, OfferMade)


def test_a_match_taken_up_from_its_log_goes_on_where_it_stood() -> None:
    journal = Kept()
    table = at_talks(journal)
    table.send("client", price(170))
    past = tuple(event for batch in journal.batches for event in batch)
    again = MatchTable(table.state.scenario, table.state.common.setup, past=past)
    assert again.state == table.state
    for side in SIDES:
        assert again.events(side, 0) == table.events(side, 0)
    again.send("vendor", price(300))
    assert again.state.common.positions.vendor.steps[0] == (10,)


class Scripted:
    """Plays its lines; None where it has none left."""

    def __init__(self, *lines: m.Move) -> None:
        self.lines = list(lines)
        self.heard = 0

    def choose(self, view: object, events: tuple[object, ...]) -> m.Move | None:
        self.heard += len(events)
        return self.lines.pop(0) if self.lines else None


START = (m.Ready(), m.Introduce())
ALL = m.Deal((240, 2, 2, 2))


def test_the_driver_asks_players_in_turn_until_the_match_is_over() -> None:
    scenario = unbound(built.third_vendor())
    table = MatchTable(scenario, solo_setup(scenario))
    client = Scripted(*START, m.Draw(ALL), m.Sign())
    vendor = Scripted(*START, m.Sign(), m.Sign())
    outcome = run(table, {"vendor": vendor, "client": client})
    assert outcome.ending is Ending.SIGNED
    assert outcome.deal == ALL
    assert table.calls() == ()


def test_a_player_in_turn_that_has_no_move_is_a_fault_that_is_named() -> None:
    scenario = built.third_vendor()
    table = MatchTable(scenario, solo_setup(scenario))
    with pytest.raises(NoProgress, match="client"):
        run(table, {"vendor": Scripted(*START), "client": Scripted(*START)})


def test_the_driver_yields_after_each_move() -> None:
    scenario = built.third_vendor()
    table = MatchTable(scenario, solo_setup(scenario))
    players = {"vendor": Scripted(*START, m.WalkOut()), "client": Scripted(*START, m.NotYet())}
    sides = list(moves(table, players))
    assert sides[-2:] == [Side.CLIENT, Side.VENDOR]
    assert len(sides) == 6


class Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def by_the_wall(hands: Hands, past: tuple[Event, ...] = ()) -> MatchTable:
    scenario = built.third_vendor()
    seats = tuple(Seat(side.word, side, ALL_ROLES, (0, 1, 2, 3)) for side in SIDES)
    setup = team_setup(scenario, seats, clock=ClockKind.WALL)
    return MatchTable(scenario, setup, timekeeper=WallTime(hands), past=past)


def test_the_wall_clock_starts_with_the_talks_and_ends_them() -> None:
    hands = Hands()
    table = by_the_wall(hands)
    for seat in ("vendor", "client"):
        table.send(seat, m.Ready())
    for seat in ("vendor", "client"):
        table.send(seat, m.Introduce())
    hands.seconds += 61.5
    table.send("client", m.NotYet())
    assert table.state.common.elapsed_ms == 61_500
    hands.seconds += 1_800
    table.tick()
    assert table.state.common.phase is Phase.OVER


def test_a_side_that_takes_a_minute_over_its_introduction_has_been_introduced() -> None:
    hands = Hands()
    table = by_the_wall(hands)
    for seat in ("vendor", "client"):
        table.send(seat, m.Ready())
    table.send("vendor", m.Introduce())
    hands.seconds += 59
    table.tick()
    assert table.state.common.phase is Phase.INTRODUCTION
    hands.seconds += 1
    table.tick()
    assert table.state.common.phase is Phase.TALKS
    assert table.state.common.elapsed_ms == 0


def test_a_view_by_the_wall_shows_where_the_hands_stand() -> None:
    hands = Hands()
    table = by_the_wall(hands)
    for move in (m.Ready(), m.Introduce()):
        for seat in ("vendor", "client"):
            table.send(seat, move)
    hands.seconds += 7
    assert table.seat("vendor").view().common.elapsed_ms == 7_000
    assert table.state.common.elapsed_ms == 0


def test_under_the_wall_clock_a_match_taken_up_again_goes_on_at_its_time() -> None:
    hands = Hands()
    table = by_the_wall(hands)
    log: list[Event] = [MatchOpened(0, table.state.common.setup)]
    for seat, move in (
        ("vendor", m.Ready()),
        ("client", m.Ready()),
        ("vendor", m.Introduce()),
        ("client", m.Introduce()),
    ):
        table.send(seat, move)
    hands.seconds += 20
    table.send("client", m.NotYet())
    log += [event.event for event in table.events(Side.VENDOR, 1)]
    later = Hands()
    later.seconds = 9_000
    again = by_the_wall(later, past=tuple(log))
    later.seconds += 5
    again.send("vendor", m.NotYet())
    assert again.state.common.elapsed_ms == 25_000
