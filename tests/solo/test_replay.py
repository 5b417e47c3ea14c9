"""Playing on from a move of an earlier match, whose log stays what it was."""

from __future__ import annotations

from pathlib import Path

import pytest
import seated

from negosim.cli.main import main
from negosim.engine.events import Noted, TalksOpened
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Level, Phase
from negosim.play.faults import Finding
from negosim.play.header import Origin
from negosim.play.verify import MatchLog, read_log, verify
from negosim.reports.contest import LeftOutCode, collect
from negosim.reports.timeline import timeline
from negosim.solo.games import Games
from negosim.solo.match import Wishes
from negosim.solo.replay import branch, numbers
from negosim.solo.saved import State
from negosim.solo.sitting import Sitting

SCENARIO = seated.THIRD_VENDOR


@pytest.fixture
def games(tmp_path: Path) -> Games:
    return Games(tmp_path)


def whole(games: Games, side: Side = Side.VENDOR) -> MatchLog:
    """The log of a game played to its end."""
    match = games.new(SCENARIO, Wishes(side=side, seed=2, level=Level.COURSE))
    sitting = Sitting(match, "en")
    seated.StandIn(match).plays(sitting)
    sitting.close()
    return read_log(match.path)


def test_moves_are_numbered_as_in_the_debrief(games: Games) -> None:
    log = whole(games)
    found = numbers(log)
    assert len(found.made) == len(log.moves)
    assert found.last == max(entry.number for entry in timeline(log.scenario, log.events).entries)
    assert list(found.made) == sorted(found.made)
    # The preparation is behind move 0: the talks have just opened.
    opened = next(
        number for number, event in enumerate(log.events, 1) if isinstance(event, TalksOpened)
    )
    assert log.moves[found.behind(0)] == opened
    for number in (1, 7, found.last):
        assert found.made[found.behind(number)] == number
        assert found.made[found.behind(number) - 1] == number - 1
    for wrong in (-1, found.last + 1):
        with pytest.raises(ValueError, match=f"0 to {found.last}"):
            found.behind(wrong)


def test_notes_are_no_moves_of_the_table(games: Games) -> None:
    log = whole(games)
    noted = [number for number, event in enumerate(log.events, 1) if isinstance(event, Noted)]
    made = numbers(log).made
    for number in noted:
        place = log.moves.index(number)
        assert made[place] == made[place - 1]


@pytest.mark.parametrize("side", SIDES)
def test_played_on_the_same_way_it_is_the_same_match(games: Games, side: Side) -> None:
    log = whole(games, side)
    for number in (0, 3, 11, 20):
        at = numbers(log).behind(number)
        match = branch(log, at, games, side=side)
        assert match.journal.events == log.events[: log.moves[at]]
        sitting = Sitting(match, "en")
        # The player and the bot opposite remember all that came before.
        seated.StandIn(match).plays(sitting)
        sitting.close()
        assert match.journal.events == log.events


def test_a_branch_is_a_match_of_its_own_and_says_where_it_comes_from(games: Games) -> None:
    log = whole(games)
    (saved,) = games.list()
    before = saved.path.read_bytes()
    match = branch(log, numbers(log).behind(5), games, side=Side.VENDOR)
    match.store.close()
    found = read_log(match.path)
    assert found.finding is Finding.UNFINISHED
    assert found.header.match != log.header.match
    assert found.header.origin == Origin(log.header.match, 5)
    assert found.header.seed == log.header.seed
    assert found.header.players == log.header.players
    assert found.scenario == log.scenario
    assert saved.path.read_bytes() == before
    assert verify(match.path).ok
    assert [each.origin for each in games.list() if each.state is State.RUNNING] == [
        Origin(log.header.match, 5)
    ]


def test_a_branch_at_its_opening_prepares_anew(games: Games) -> None:
    log = whole(games)
    match = branch(log, 0, games, side=Side.VENDOR)
    assert match.table.state.common.phase is Phase.PREPARATION
    assert len(match.journal.events) == 1
    match.store.close()


def test_a_branch_can_go_another_way_and_has_its_own_end(games: Games) -> None:
    log = whole(games)
    match = branch(log, numbers(log).behind(4), games, side=Side.VENDOR)
    sitting = Sitting(match, "en")
    seated.StandIn(match, bot="pushover").plays(sitting)
    sitting.close()
    assert sitting.outcome is not None
    assert match.journal.events != log.events
    assert read_log(match.path).finding is Finding.FINISHED


def test_a_result_played_on_from_a_move_is_not_the_last_result(games: Games) -> None:
    log = whole(games)
    (first,) = games.list()
    match = branch(log, numbers(log).behind(4), games, side=Side.VENDOR)
    sitting = Sitting(match, "en")
    seated.StandIn(match).plays(sitting)
    sitting.close()
    assert len(games.list()) == 2
    assert games.last_results().get("third-vendor") == first


def test_the_other_side_of_a_match_between_bots_may_be_played_on(
    tmp_path: Path, games: Games
) -> None:
    path = tmp_path / "elsewhere" / "demo.negolog"
    path.parent.mkdir()
    assert main(["demo", "third-vendor", "--seed", "3", "--log", str(path)]) == 0
    log = read_log(path)
    for side in SIDES:
        match = branch(log, numbers(log).behind(6), games, side=side)
        assert (match.side, match.seats) == (side, (side.word,))
        assert match.bot == dict(log.header.players)[side.other.word].bot
        sitting = Sitting(match, "en")
        seated.StandIn(match).plays(sitting)
        sitting.close()
        assert read_log(match.path).finding is Finding.FINISHED


def test_a_contest_counts_no_match_that_was_played_on_from_another(games: Games) -> None:
    log = whole(games)
    (first,) = games.list()
    match = branch(log, numbers(log).behind(4), games, side=Side.VENDOR)
    sitting = Sitting(match, "en")
    seated.StandIn(match).plays(sitting)
    sitting.close()
    played, left_out = collect([first.path, match.path])
    assert [each.source for each in played] == [str(first.path)]
    assert [(each.source, each.code) for each in left_out] == [
        (str(match.path), LeftOutCode.PLAYED_ON)
    ]


@pytest.mark.parametrize("at", [-1, 10_000])
def test_there_is_no_branch_at_a_move_that_was_not_made(games: Games, at: int) -> None:
    log = whole(games)
    with pytest.raises(ValueError, match="moves after its opening"):
        branch(log, at, games, side=Side.VENDOR)
    assert len(games.list()) == 1


def test_a_match_that_still_runs_can_be_branched_too(games: Games) -> None:
    match = games.new(SCENARIO, Wishes(seed=1, level=Level.COURSE))
    sitting = Sitting(match, "en")
    seated.StandIn(match).plays(sitting, most=25)
    sitting.close()
    log = read_log(match.path)
    again = branch(log, len(log.moves) - 2, games, side=Side.VENDOR)
    assert again.journal.events == log.events[: log.moves[-2]]
    again.store.close()
