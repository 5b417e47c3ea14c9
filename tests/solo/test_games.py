"""The shelf of saved games: what is on it, whatever lies in the folder."""

from __future__ import annotations

import os
import sys
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
import seated

from negosim.catalog import load
from negosim.engine import moves as m
from negosim.engine.scoring import pars, score
from negosim.engine.sides import Side
from negosim.engine.words import Level, Phase
from negosim.language.catalogue import LANGUAGES
from negosim.play.faults import Finding, StoreError, StoreFault
from negosim.play.verify import read_log
from negosim.solo.games import PUT_AWAY, Games, own_folder
from negosim.solo.match import Match, Wishes
from negosim.solo.saved import Reader, Saved, State
from negosim.solo.sitting import Sitting

SCENARIO = seated.THIRD_VENDOR


@pytest.fixture
def games(tmp_path: Path) -> Games:
    return Games(tmp_path / "shelf" / "logs")


def played(games: Games, wishes: Wishes, *, steps: int = 2_000, at: int = 0) -> Path:
    """A game on the shelf after so many steps, last written at a moment of the test's own."""
    match = games.new(SCENARIO, wishes)
    sitting = Sitting(match, "en")
    seated.StandIn(match).plays(sitting, most=steps)
    sitting.close()
    if at:
        os.utime(match.path, (at, at))
    return match.path


def states(games: Games) -> dict[str, State]:
    return {saved.path.name: saved.state for saved in games.list()}


def test_a_shelf_that_is_not_there_yet_is_empty_and_is_not_made_by_looking(games: Games) -> None:
    assert games.list() == ()
    assert games.last_running() is None
    assert games.last_results().get("third-vendor") is None
    assert not games.folder.exists()


def test_a_finished_game_says_what_it_was_and_how_it_ended(games: Games) -> None:
    path = played(games, Wishes(seed=1, level=Level.COURSE), at=1_700_000_000)
    (saved,) = games.list()
    log = read_log(path)
    assert log.outcome is not None
    assert log.outcome.deal is not None
    assert saved == Saved(
        path,
        State.OVER,
        datetime.fromtimestamp(1_700_000_000).isoformat(timespec="seconds"),
        match=log.header.match,
        scenario="third-vendor",
        title=SCENARIO.story.title,
        side=Side.VENDOR,
        bot=SCENARIO.opposition.persona.base,
        level=Level.COURSE,
        points=score(SCENARIO, log.outcome.deal.terms).points.vendor,
        par=pars(SCENARIO)[Side.VENDOR],
        signed=True,
    )


def test_a_game_without_a_contract_is_worth_walking_away(games: Games) -> None:
    match = games.new(SCENARIO, Wishes(side=Side.CLIENT, seed=1, level=Level.EXAM))
    sitting = Sitting(match, "en")
    player = seated.StandIn(match)
    while sitting.view().common.phase is not Phase.TALKS:
        player.plays(sitting, most=1)
    sitting.send(m.WalkOut())
    sitting.close()
    (saved,) = games.list()
    assert (saved.state, saved.signed) == (State.OVER, False)
    assert saved.points == SCENARIO.walk_away[Side.CLIENT]
    assert (saved.side, saved.bot, saved.level) == (Side.CLIENT, "course", Level.EXAM)


def test_the_last_written_comes_first_and_the_last_running_one_is_found(games: Games) -> None:
    old = played(games, Wishes(seed=1), steps=10, at=1_000)
    new = played(games, Wishes(seed=1), steps=12, at=3_000)
    over = played(games, Wishes(seed=1, level=Level.COURSE), at=4_000)
    middle = played(games, Wishes(seed=1), steps=14, at=2_000)
    assert [saved.path for saved in games.list()] == [over, new, middle, old]
    running = games.last_running()
    assert running is not None
    assert running.path == new


def test_the_last_result_is_that_of_a_whole_game_of_the_scenario(games: Games) -> None:
    first = played(games, Wishes(seed=1, level=Level.COURSE), at=1_000)
    played(games, Wishes(seed=1), steps=10, at=3_000)
    result = games.last_results().get("third-vendor")
    assert result is not None
    assert result.path == first
    assert games.last_results().get("course-grid") is None


def test_a_game_taken_from_the_shelf_goes_on_where_it_was(games: Games) -> None:
    path = played(games, Wishes(side=Side.CLIENT, seed=3, level=Level.COURSE), steps=25)
    before = read_log(path).events
    (saved,) = games.list()
    sitting = Sitting(games.resume(saved), "en")
    assert sitting.side is Side.CLIENT
    seated.StandIn(sitting.match).plays(sitting)
    sitting.close()
    assert read_log(path).events[: len(before)] == before
    assert [each.state for each in games.list()] == [State.OVER]


def test_a_game_in_use_cannot_be_taken_up_twice_but_is_listed(games: Games) -> None:
    match = games.new(SCENARIO, Wishes(seed=1))
    (saved,) = games.list()
    assert saved.state is State.RUNNING
    with pytest.raises(StoreError) as error:
        games.resume(saved)
    assert error.value.fault is StoreFault.IN_USE
    with pytest.raises(StoreError) as error:
        games.forget(saved)
    assert error.value.fault is StoreFault.IN_USE
    assert saved.path.exists()
    match.store.close()
    games.resume(saved).store.close()


def spoil(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_bad_files_are_listed_as_damaged_with_a_sentence_and_are_left_as_they_are(
    games: Games, lang: str
) -> None:
    good = played(games, Wishes(seed=1, level=Level.COURSE)).read_bytes()
    lines = good.split(b"\n")
    events = b"\n".join(lines[1:])
    folder = games.folder
    bad = {
        "empty": b"",
        "foreign": b"PK\x03\x04 not ours at all",
        "text": "会议纪要\n第一行".encode(),
        "cut-in-its-header": lines[0][:200],
        "header-altered": good.replace(b'"seed":1', b'"seed":2', 1),
        "event-altered": lines[0] + b"\n" + events.replace(b'"price":2', b'"price":3', 1),
        "line-missing": b"\n".join(lines[:9] + lines[10:]),
        "other-version": good.replace(b'"negolog":1', b'"negolog":99', 1),
        "nul": b"\x00" * 5_000,
    }
    for name, data in bad.items():
        spoil(folder / f"{name}.negolog", data)
    (folder / "a-folder.negolog").mkdir()
    found = {saved.path.stem: saved for saved in games.list()}
    assert len(found) == len(bad) + 1  # a folder is no game
    for name in bad:
        saved = found[name]
        assert saved.state is State.DAMAGED, name
        assert saved.problem is not None
        said = saved.problem.in_(lang)
        # A sentence, whose file stands beside it in a list already.
        assert len(said) > 10
        assert said[-1] in ".。"
        assert str(folder) not in said
        assert name not in said
    assert {name: (folder / f"{name}.negolog").read_bytes() for name in bad} == bad
    assert sum(saved.state is State.OVER for saved in found.values()) == 1


def test_a_game_killed_in_the_middle_of_a_move_can_go_on(games: Games) -> None:
    path = played(games, Wishes(seed=1), steps=25)
    data = path.read_bytes()
    spoil(path, data + b'{"seq":99,"event":{"ev')
    (saved,) = games.list()
    assert saved.state is State.RUNNING
    sitting = Sitting(games.resume(saved), "en")
    sitting.send(m.Note("still here"))
    sitting.close()
    assert path.read_bytes().startswith(data)
    assert read_log(path).finding is Finding.UNFINISHED


def test_a_game_of_a_header_alone_can_go_on(games: Games) -> None:
    path = played(games, Wishes(side=Side.CLIENT, seed=1), steps=5)
    spoil(path, path.read_bytes().split(b"\n")[0] + b"\n")
    (saved,) = games.list()
    assert (saved.state, saved.side, saved.level) == (State.RUNNING, Side.CLIENT, None)
    match = games.resume(saved)
    assert match.side is Side.CLIENT
    match.store.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_listed(games: Games) -> None:
    path = played(games, Wishes(seed=1), steps=5)
    path.chmod(0)
    assert [saved.state for saved in games.list()] == [State.DAMAGED]


def test_a_forged_log_whose_digests_hold_takes_nothing_down(
    games: Games, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(games, Wishes(seed=1), steps=5)

    def breaks(self: Reader, path: Path, written: str) -> Saved:
        raise ZeroDivisionError

    monkeypatch.setattr(Reader, "_read", breaks)
    (saved,) = games.list()
    assert saved.state is State.DAMAGED
    assert saved.problem is not None
    assert "ZeroDivisionError" in saved.problem.in_("en")


def test_only_what_changed_is_read_again(games: Games, monkeypatch: pytest.MonkeyPatch) -> None:
    first = played(games, Wishes(seed=1), steps=5, at=1_000)
    played(games, Wishes(seed=2), steps=5, at=2_000)
    read: list[str] = []
    whole = Reader.read

    def counted(self: Reader, path: Path, when: float) -> Saved:
        read.append(path.name)
        return whole(self, path, when)

    monkeypatch.setattr(Reader, "read", counted)
    assert len(games.list()) == 2
    assert len(read) == 2
    assert games.list() == games.list()
    assert len(read) == 2
    spoil(first, b"")
    assert len(games.list()) == 2
    assert read[2:] == [first.name]


def test_the_last_running_game_is_found_without_reading_the_older_ones(
    games: Games, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        played(games, Wishes(seed=1), steps=3, at=1_000 + number)
    read: list[str] = []
    whole = Reader.read

    def counted(self: Reader, path: Path, when: float) -> Saved:
        read.append(path.name)
        return whole(self, path, when)

    monkeypatch.setattr(Reader, "read", counted)
    games.last_running()
    assert len(read) == 1


def test_what_is_put_away_is_moved_with_what_lies_beside_it_and_not_deleted(games: Games) -> None:
    path = played(games, Wishes(seed=1), steps=5)
    path.with_suffix(".json").write_text("beside")
    other = played(games, Wishes(seed=2), steps=5)
    data = path.read_bytes()
    (saved,) = [each for each in games.list() if each.path == path]
    now_at = games.forget(saved)
    assert now_at == games.folder / PUT_AWAY / path.name
    assert now_at.read_bytes() == data
    assert now_at.with_suffix(".json").read_text() == "beside"
    assert [each.path for each in games.list()] == [other]
    assert sorted(each.name for each in games.folder.iterdir()) == sorted([PUT_AWAY, other.name])


def test_a_game_of_the_same_name_put_away_before_is_not_covered(games: Games) -> None:
    path = played(games, Wishes(seed=1), steps=5)
    data = path.read_bytes()
    games.forget(games.list()[0])
    spoil(path, b"another of that name")
    second = games.forget(games.list()[0])
    assert (games.folder / PUT_AWAY / path.name).read_bytes() == data
    assert second.read_bytes() == b"another of that name"


def test_a_game_that_cannot_be_moved_stays_and_it_is_said(games: Games) -> None:
    played(games, Wishes(seed=1), steps=5)
    (games.folder / PUT_AWAY).write_text("in the way")
    (saved,) = games.list()
    with pytest.raises(StoreError) as error:
        games.forget(saved)
    assert error.value.fault is StoreFault.CANNOT_WRITE
    assert saved.path.exists()


def test_a_folder_that_cannot_be_made_is_told_when_a_game_begins(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    games = Games(tmp_path / "file" / "logs")
    assert games.list() == ()
    with pytest.raises(StoreError) as error:
        games.new(SCENARIO, Wishes(seed=1))
    assert (
        error.value.fault is StoreFault.CANNOT_WRITE or error.value.fault is StoreFault.CANNOT_READ
    )


def test_every_new_game_has_a_file_of_its_own(games: Games) -> None:
    paths = {games.free_path(SCENARIO) for _ in range(50)}
    assert len(paths) == 50
    assert {path.suffix for path in paths} == {".negolog"}
    assert {path.name.startswith("third-vendor-") for path in paths} == {True}


def test_the_users_own_folder_is_an_absolute_one_named_for_negosim() -> None:
    assert own_folder().is_absolute()
    assert "negosim" in str(own_folder())
    assert Games().folder == own_folder()


def test_games_of_several_scenarios_are_told_apart(games: Games) -> None:
    played(games, Wishes(seed=1), steps=3)
    match: Match = games.new(load("course-grid"), Wishes(seed=1))
    match.store.close()
    assert {saved.scenario for saved in games.list()} == {"third-vendor", "course-grid"}


def test_a_new_game_never_takes_the_file_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["aaaaaaaa", "aaaaaaaa", "bbbbbbbb"])

    class Lot:
        hex = property(lambda self: next(drawn))

    class Noon(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Noon:
            return cls(2026, 11, 22, 12, 0, 0)

    monkeypatch.setattr("negosim.solo.games.uuid.uuid4", Lot)
    monkeypatch.setattr("negosim.solo.games.datetime", Noon)
    games = Games(tmp_path)
    first = games.free_path(load("first-deal"))
    first.write_text("", encoding="utf-8")
    second = games.free_path(load("first-deal"))
    assert first.name == "first-deal-20261122-120000-aaaaaaaa.negolog"
    assert second.name == "first-deal-20261122-120000-bbbbbbbb.negolog"
