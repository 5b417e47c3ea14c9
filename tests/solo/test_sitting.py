"""One side of a match, step by step: the same match as the driver runs, at any pace."""

from __future__ import annotations

from pathlib import Path

import pytest
import seated

from negosim.bots import roster
from negosim.engine import moves as m
from negosim.engine.calls import must_move
from negosim.engine.errors import IllegalMove, Refusal
from negosim.engine.events import Event, Noted
from negosim.engine.opening import solo_setup
from negosim.engine.record import but
from negosim.engine.sides import SIDES, Side
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import ClockKind, Ending, Level, Phase, Purpose
from negosim.language.typography import is_wide
from negosim.play import driver
from negosim.play.driver import NoProgress
from negosim.play.table import MatchTable, NoJournal
from negosim.play.verify import read_log
from negosim.reports.debrief import NotOver
from negosim.solo.match import Kept, Wishes, taken_up
from negosim.solo.sitting import Sitting, Waiting

SCENARIO = seated.THIRD_VENDOR
SEEDS = (1, 2, 3)


def driven(side: Side, seed: int, level: Level) -> tuple[Event, ...]:
    """The events of the match as the driver runs it, with the same two bots."""
    journal = Kept(NoJournal())
    setup = solo_setup(SCENARIO, level=level, scripted=(side.other,))
    table = MatchTable(SCENARIO, setup, journal=journal)
    players = {
        side.word: roster.create(None, SCENARIO, side=side, seed=1, lang=None),
        side.other.word: roster.create(None, SCENARIO, side=side.other, seed=seed, lang="en"),
    }
    driver.run(table, players)
    return journal.events


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("side", SIDES)
def test_a_sitting_asks_in_the_order_in_which_the_driver_does(
    side: Side, seed: int, tmp_path: Path
) -> None:
    wishes = Wishes(side=side, seed=seed, level=Level.COURSE)
    sitting = seated.sat_down(tmp_path / "game.negolog", wishes)
    seated.StandIn(sitting.match).plays(sitting)
    sitting.close()
    assert sitting.waiting() is Waiting.OVER
    assert sitting.match.journal.events == driven(side, seed, Level.COURSE)
    assert read_log(sitting.match.path).events == sitting.match.journal.events


@pytest.mark.parametrize("side", SIDES)
def test_a_game_left_after_any_step_goes_on_as_if_it_never_had_been(
    side: Side, tmp_path: Path
) -> None:
    wishes = Wishes(side=side, seed=2, level=Level.COURSE)
    whole = driven(side, 2, Level.COURSE)
    for stop in (0, 1, 5, 14, 23, 37, 52):
        sitting = seated.sat_down(tmp_path / f"{stop}.negolog", wishes)
        player = seated.StandIn(sitting.match)
        player.plays(sitting, most=stop)
        sitting.close()
        again = Sitting(taken_up(sitting.match.path, Wishes()), "en")
        assert again.side is side
        player.plays(again)
        again.close()
        assert again.match.journal.events == whole
        assert again.match.journal.moves == read_log(again.match.path).moves


def test_who_writes_notes_while_they_think_takes_up_the_same_game(tmp_path: Path) -> None:
    # A note needs no call: the bot has not been asked before it, live and taken up alike.
    wishes = Wishes(seed=2, level=Level.COURSE)

    def noted(name: str, stop: int) -> tuple[Event, ...]:
        sitting = seated.sat_down(tmp_path / name, wishes)
        player = seated.StandIn(sitting.match)

        def note(waiting: Waiting) -> None:
            if waiting is Waiting.OTHER and sitting.view().common.phase is Phase.TALKS:
                sitting.send(m.Note("thinking"))

        player.plays(sitting, most=stop, before=note)
        sitting.close()
        sitting = Sitting(taken_up(sitting.match.path, Wishes()), "en")
        player.plays(sitting, before=note)
        sitting.close()
        return sitting.match.journal.events

    whole = noted("whole.negolog", 2_000)
    assert sum(isinstance(event, Noted) for event in whole) > 10
    assert noted("early.negolog", 21) == whole
    assert noted("late.negolog", 44) == whole


def test_at_first_the_vendor_prepares_and_nothing_is_awaited_of_the_bot(tmp_path: Path) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1))
    assert sitting.waiting() is Waiting.ME
    assert not sitting.other_moves()
    sitting.send(m.Ready())
    assert sitting.waiting() is Waiting.OTHER
    assert sitting.other_moves()
    sitting.close()


def test_a_client_who_is_ready_at_once_lets_the_vendors_bot_prepare_first(tmp_path: Path) -> None:
    # Sides are called vendor first, and the log has to hold what the driver would have asked.
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(side=Side.CLIENT, seed=1))
    assert sitting.waiting() is Waiting.OTHER
    sitting.send(m.Ready())
    assert sitting.view().common.phase is Phase.INTRODUCTION
    sitting.send(m.Introduce())
    assert sitting.view().common.phase is Phase.TALKS
    assert sitting.waiting() is Waiting.ME
    sitting.close()
    events = sitting.match.journal.events
    again = Sitting(taken_up(sitting.match.path, Wishes()), "en")
    assert again.match.journal.events == events
    again.close()


def test_a_chance_to_react_passes_until_something_happens(tmp_path: Path) -> None:
    passed = 0
    for seed in range(8, 12):
        sitting = seated.sat_down(
            tmp_path / f"{seed}.negolog", Wishes(seed=seed, level=Level.COURSE)
        )
        player = seated.StandIn(sitting.match)
        while sitting.waiting() is not Waiting.OVER:
            waiting = sitting.waiting()
            if waiting is Waiting.REACT:
                assert not must_move(sitting.view().common, sitting.side)
                sitting.let_pass()
                assert sitting.waiting() is Waiting.OTHER
                passed += 1
            if sitting.waiting() is Waiting.OTHER:
                sitting.other_moves()
            elif sitting.waiting() is Waiting.ME:
                before = sitting.view()
                sitting.let_pass()
                assert sitting.waiting() is Waiting.ME
                assert sitting.view() == before
                player.moves(sitting)
        sitting.close()
    assert passed > 0


def test_an_illegal_move_changes_nothing(tmp_path: Path) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1))
    before, events = sitting.view(), sitting.match.journal.events
    with pytest.raises(IllegalMove) as illegal:
        sitting.send(m.Sign())
    assert illegal.value.code is Refusal.WRONG_PHASE
    assert sitting.preview(m.Sign()).refusal is Refusal.WRONG_PHASE
    assert sitting.view() == before
    assert sitting.match.journal.events == events
    assert sitting.waiting() is Waiting.ME
    sitting.close()


def test_a_finished_sitting_has_a_debrief_and_a_running_one_has_none(tmp_path: Path) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1, level=Level.COURSE))
    with pytest.raises(NotOver):
        sitting.debrief()
    assert sitting.outcome is None
    seated.StandIn(sitting.match).plays(sitting)
    outcome = sitting.outcome
    assert outcome is not None
    assert outcome.ending is Ending.SIGNED
    assert sitting.debrief().outcome == outcome
    assert not sitting.other_moves()
    sitting.close()


def test_walking_out_while_they_think_ends_the_match(tmp_path: Path) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1))
    player = seated.StandIn(sitting.match)
    while sitting.view().common.phase is not Phase.TALKS:
        player.plays(sitting, most=1)
    assert sitting.waiting() is Waiting.OTHER
    sitting.send(m.WalkOut())
    assert sitting.waiting() is Waiting.OVER
    assert sitting.debrief().outcome.by is Side.VENDOR
    sitting.close()


def test_out_on_a_break_only_the_side_that_left_is_waited_for(tmp_path: Path) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1))
    player = seated.StandIn(sitting.match)
    while sitting.view().common.phase is not Phase.TALKS:
        player.plays(sitting, most=1)
    sitting.send(m.Leave(Purpose.CONSULT))
    assert sitting.waiting() is Waiting.ME
    assert not sitting.other_moves()
    sitting.send(m.Return())
    assert sitting.view().common.turn.side is Side.VENDOR
    sitting.close()


def test_a_bot_goes_on_in_another_language_and_plays_the_same_game(tmp_path: Path) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=2, level=Level.COURSE))
    player = seated.StandIn(sitting.match)
    player.plays(sitting, most=25)
    before = len(sitting.match.journal.events)
    sitting.speak("zh")
    player.plays(sitting)
    sitting.close()
    events = sitting.match.journal.events
    said = [
        (number > before, words)
        for number, event in enumerate(events, 1)
        if (words := getattr(event, "words", ""))
    ]
    assert {late for late, _ in said} == {False, True}
    assert all(late == any(is_wide(letter) for letter in words) for late, words in said)
    unspoken = [_silent(event) for event in driven(Side.VENDOR, 2, Level.COURSE)]
    assert [_silent(event) for event in events] == unspoken


def _silent(event: Event) -> Event:
    return but(event, words="") if hasattr(event, "words") else event


class _Hands:
    """A clock on the wall that a test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_the_wall_clock_brings_what_is_due_when_it_is_told_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = _Hands()
    monkeypatch.setattr("negosim.solo.match.monotonic", hands)
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1, clock=ClockKind.WALL))
    player = seated.StandIn(sitting.match)
    while sitting.view().common.phase is not Phase.TALKS:
        player.plays(sitting, most=1)
    hands.seconds = 100.0
    assert sitting.view().common.elapsed_ms == 100_000
    sitting.tick()
    assert sitting.outcome is None
    hands.seconds = 1_801.0
    sitting.tick()
    assert sitting.outcome is not None
    assert sitting.outcome.ending is Ending.TIME
    assert sitting.waiting() is Waiting.OVER
    sitting.close()


class _Mute:
    """A player who never moves."""

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        return None


def test_a_bot_that_does_not_move_in_its_turn_is_a_fault_and_not_a_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = seated.sat_down(tmp_path / "game.negolog", Wishes(seed=1))
    sitting.send(m.Ready())
    sitting.close()
    monkeypatch.setattr(roster, "create", lambda *a, **k: _Mute())
    again = Sitting(taken_up(sitting.match.path, Wishes()), "en")
    with pytest.raises(NoProgress):
        again.other_moves()
    again.close()
