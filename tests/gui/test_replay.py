"""The replay on the screen: stepping, running, pointing, and playing on from a move."""

from __future__ import annotations

from pathlib import Path

import built
import pytest
from finished import Counted, played_log
from screen import SIZES, Screen

from negosim.engine.sides import Side
from negosim.gui.scenes.replay import ReplayScene
from negosim.play.verify import read_log
from negosim.present.finished import Finished
from negosim.present.replaying import FRAME_MS, Mark, turn_near
from negosim.solo.games import Games


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played_log(tmp_path_factory.mktemp("signed"), built.third_vendor(), "course")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played_log(tmp_path_factory.mktemp("broken"), built.third_vendor(), "hardliner")


def opened(
    log: Path,
    *,
    size: tuple[int, int] = (1280, 720),
    lang: str = "en",
    zoom: float = 1.0,
    side: Side = Side.VENDOR,
) -> Screen:
    return Screen(
        lambda app: ReplayScene.of_log(app, log, side),
        size=size,
        lang=lang,
        zoom=zoom,
        games=log.parent,
    )


def scene(screen: Screen) -> ReplayScene:
    found = screen.scene
    assert isinstance(found, ReplayScene)
    return found


def test_arrows_home_and_end_move_through_the_film(signed: Path) -> None:
    screen = opened(signed)
    last = len(scene(screen).frames) - 1
    screen.press("right")
    screen.press("right")
    assert scene(screen).at == 2
    screen.press("left")
    assert scene(screen).at == 1
    screen.press("end")
    assert scene(screen).at == last
    screen.press("right")
    assert scene(screen).at == last
    screen.press("home")
    screen.press("left")
    assert scene(screen).at == 0


def test_brackets_jump_from_one_key_moment_to_the_next(signed: Path) -> None:
    screen = opened(signed)
    marks = [place for place, frame in enumerate(scene(screen).frames) if frame.mark]
    for place in marks[:3]:
        screen.press("]")
        assert scene(screen).at == place
    screen.press("[")
    assert scene(screen).at == marks[1]


def test_space_lets_the_film_run_and_stops_it(signed: Path) -> None:
    screen = opened(signed)
    screen.press("space")
    assert scene(screen).running
    screen.wait(FRAME_MS + 100)
    assert scene(screen).at == 1
    screen.wait(FRAME_MS)
    assert scene(screen).at == 2
    screen.press("space")
    screen.wait(3 * FRAME_MS)
    assert (scene(screen).at, scene(screen).running) == (2, False)


def test_the_film_stops_at_its_end_and_begins_anew(signed: Path) -> None:
    screen = opened(signed)
    screen.press("end")
    screen.press("left")
    screen.press("space")
    screen.wait(FRAME_MS + 100)
    assert not scene(screen).running
    assert scene(screen).at == len(scene(screen).frames) - 1
    screen.press("space")
    assert (scene(screen).at, scene(screen).running) == (0, True)


def test_the_scrubber_and_the_strip_take_the_pointer(signed: Path) -> None:
    screen = opened(signed)
    last = len(scene(screen).frames) - 1
    box = screen.app.layers()[0].rect_of("scrubber")
    assert box is not None
    screen.click_at(box.right - 8, box.centery)
    assert scene(screen).at == last
    strip = screen.app.layers()[0].rect_of("strip")
    assert strip is not None
    screen.click_at(strip.x + 9, strip.bottom - 12)
    assert scene(screen).at == 0
    screen.click_at(strip.centerx, strip.bottom - 12)
    assert scene(screen).at in (last // 2, last // 2 + 1)


def test_the_buttons_do_what_the_keys_do(signed: Path) -> None:
    screen = opened(signed)
    screen.click("following")
    screen.click("following")
    assert scene(screen).at == 2
    screen.click("previous")
    assert scene(screen).at == 1
    screen.click("mark_after")
    mark = scene(screen).at
    assert scene(screen).frames[mark].mark is not None
    screen.click("mark_before")
    assert scene(screen).at < mark
    screen.click("run")
    assert scene(screen).running


def test_after_a_click_on_a_button_the_arrows_still_move_the_film(signed: Path) -> None:
    screen = opened(signed)
    screen.click("following")
    screen.press("right")
    assert scene(screen).at == 2
    screen.press("end")
    assert scene(screen).at == len(scene(screen).frames) - 1
    screen.click("run")
    screen.press("space")
    assert not scene(screen).running


def test_both_sides_cards_and_the_rulings_lie_open(signed: Path) -> None:
    screen = opened(signed)
    frames = scene(screen).frames
    at = next(
        place
        for place, frame in enumerate(frames)
        if frame.mark is Mark.CONCESSION and frame.side is Side.VENDOR
    )
    for _ in range(at):
        screen.press("right")
    # The third vendor's marks on price: ours 310, 240, 188; theirs 170, 225, 265.
    for mark in ("310", "240", "188", "170", "225", "265"):
        assert mark in screen.texts()
    assert screen.shows(f"Move {frames[at].number} of {frames[-1].number}")
    assert screen.shows("R25")
    screen.click("rule-0")
    assert screen.app.has_dialog
    screen.check()
    screen.press("esc")
    assert not screen.app.has_dialog


def test_play_from_here_begins_where_the_film_stands(signed: Path) -> None:
    screen = opened(signed)
    frames = scene(screen).frames
    at = next(place for place, frame in enumerate(frames) if frame.mine and place > 6)
    for _ in range(at):
        screen.press("right")
    assert screen.shows("Play it from here")
    before = {saved.path for saved in Games(signed.parent).list()}
    screen.press("enter")
    assert screen.scene.name in ("table", "away", "contract")
    [new] = {saved.path for saved in Games(signed.parent).list()} - before
    whole, branch = read_log(signed), read_log(new)
    assert branch.events == whole.events[: whole.moves[frames[at].moves]]
    assert branch.header.origin is not None
    assert branch.header.origin.match == whole.header.match
    screen.scene.playing.close()  # type: ignore[attr-defined]
    new.unlink()


def test_where_the_other_side_is_to_move_the_nearest_turn_of_ours_is_named(signed: Path) -> None:
    screen = opened(signed)
    frames = scene(screen).frames
    screen.press("end")
    near = turn_near(frames, len(frames) - 1)
    assert near is not None
    assert screen.shows(f"Play it from move {frames[near].number}")


def test_a_match_that_was_never_ours_to_move_says_why_it_cannot_be_played_on() -> None:
    seen = Counted.at_talks(built.third_vendor()).play("c walk").reviewed()
    screen = Screen(lambda app: ReplayScene(app, Finished(seen, None, None, None, None)))
    screen.press("enter")
    assert screen.scene.name == "replay"
    assert screen.shows("The log of this match is not there any more")
    screen.check()


def test_esc_leads_back_to_where_it_was_opened_from(signed: Path) -> None:
    screen = opened(signed)
    screen.app.push(ReplayScene.of_log(screen.app, signed, Side.VENDOR))
    screen.frame()
    screen.press("esc")
    assert screen.app.below() is False


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("size", "zoom"), SIZES)
def test_frames_are_whole_at_every_size(
    signed: Path, broken: Path, size: tuple[int, int], zoom: float, lang: str
) -> None:
    for log in (signed, broken):
        screen = opened(log, size=size, zoom=zoom, lang=lang)
        count = len(scene(screen).frames)
        screen.check()
        for at in range(0, count, 5):
            scene(screen).go(at)
            screen.frame()
            screen.check()
            screen.press("pagedown")
            screen.check()
        screen.press("end")
        screen.check()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tab_reaches_everything_on_the_smallest_window(signed: Path, lang: str) -> None:
    screen = opened(signed, zoom=1.5, lang=lang)
    for _ in range(9):
        screen.press("right")
    assert sorted(screen.walk_focus()) == sorted(screen.keys())


def test_both_languages_can_be_switched_between_while_it_plays(signed: Path) -> None:
    screen = opened(signed)
    screen.press("right")
    screen.settings.change(lang="zh")
    screen.app.refresh()
    screen.frame()
    assert screen.shows("回放")
    assert screen.shows("双方的牌")
    screen.check()


def test_the_client_s_replay_has_the_client_on_the_left(tmp_path: Path) -> None:
    log = played_log(tmp_path, built.third_vendor(), None, side=Side.CLIENT)
    screen = opened(log, side=Side.CLIENT)
    screen.press("end")
    found = scene(screen).seen.found
    assert screen.shows(
        f"You got {found.sides.client.points}, they got {found.sides.vendor.points}"
    )
    assert screen.shows("better for the vendor")
    screen.check()
