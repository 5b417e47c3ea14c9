"""The debrief on the screen: the guesses before the figures, the pages behind them, playing on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import built
import pytest
from finished import played_log
from screen import SIZES, Screen

from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Principle
from negosim.gui.scenes.debrief import TABS, DebriefScene
from negosim.gui.widgets import Button, Kind
from negosim.play.verify import read_log
from negosim.present.finished import finished_log
from negosim.solo import afterthoughts
from negosim.solo.afterthoughts import Afterthought
from negosim.solo.games import Games


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A contract, a breakdown, and the client's side of a contract, each in a folder of its own."""
    scenario = built.third_vendor()
    return {
        name: played_log(tmp_path_factory.mktemp(name), scenario, mine, side=side, seed=seed)
        for name, mine, side, seed in (
            ("signed", "naive", Side.VENDOR, 5),
            ("broken", "hardliner", Side.VENDOR, 1),
            ("bought", None, Side.CLIENT, 1),
        )
    }


@pytest.fixture(autouse=True)
def forgotten(logs: dict[str, Path]) -> Iterator[None]:
    """No test finds what another one locked or played on."""
    yield
    for log in logs.values():
        for each in log.parent.iterdir():
            if each != log:
                each.unlink()


def opened(
    log: Path,
    *,
    side: Side = Side.VENDOR,
    size: tuple[int, int] = (1280, 720),
    lang: str = "en",
    zoom: float = 1.0,
) -> Screen:
    return Screen(
        lambda app: DebriefScene.of_log(app, log, side),
        size=size,
        lang=lang,
        zoom=zoom,
        games=log.parent,
    )


def locked(log: Path, **kwargs: object) -> Screen:
    screen = opened(log, **kwargs)  # type: ignore[arg-type]
    screen.press("3")
    screen.press("enter")
    return screen


def scene(screen: Screen) -> DebriefScene:
    found = screen.scene
    assert isinstance(found, DebriefScene)
    return found


def close(screen: Screen) -> None:
    """Let go of the log of the match that is being played now."""
    screen.scene.playing.close()  # type: ignore[attr-defined]


def filled(screen: Screen) -> list[str]:
    root = screen.app.layers()[-1].root
    assert root is not None
    return [
        each.key for each in root.walk() if isinstance(each, Button) and each.kind is Kind.FILLED
    ]


# -- before the figures ----------------------------------------------------------------------


def test_no_figure_is_shown_before_the_guesses_are_locked(logs: dict[str, Path]) -> None:
    screen = opened(logs["signed"])
    report = scene(screen).seen.found
    assert report.contract is not None
    said = screen.texts()
    for side in Side:
        assert str(report.sides[side].points) not in said
    assert not screen.shows("Signed")
    assert "tabs" not in set(screen.keys())


def test_without_a_word_nothing_is_locked_and_the_reason_is_said(logs: dict[str, Path]) -> None:
    screen = opened(logs["signed"])
    screen.click("lock")
    assert scene(screen).thought is None
    assert screen.shows("One word first: how did it feel?")


def test_the_page_is_filled_in_and_locked_by_keyboard(logs: dict[str, Path]) -> None:
    screen = opened(logs["signed"], lang="zh")
    screen.press("4")
    screen.focus_on("order-3")
    screen.press("up")
    assert screen.focus == "order-3"
    screen.press("up")
    screen.focus_on("points")
    screen.press("right")
    screen.press("right")
    screen.check()
    screen.focus_on("lock")
    screen.press("enter")
    thought = Afterthought(felt="rushed", order=(0, 3, 1, 2), points=32)
    assert scene(screen).thought == thought
    assert afterthoughts.read(logs["signed"], issues=4) == thought
    assert screen.shows("感觉：仓促")


def test_the_page_is_filled_in_and_locked_by_mouse(logs: dict[str, Path]) -> None:
    screen = opened(logs["signed"])
    screen.click("felt-fair")
    screen.click("felt-pleased")
    screen.click("order-2")
    screen.click("points-less")
    screen.click("lock")
    assert scene(screen).thought == Afterthought(felt="pleased", order=(0, 2, 1, 3), points=29)


def test_a_word_of_ones_own_is_typed_and_kept(logs: dict[str, Path]) -> None:
    screen = opened(logs["signed"], lang="zh")
    screen.click("felt-tense")
    screen.click("felt-own")
    screen.type("捏把汗")
    screen.press("enter")
    assert scene(screen).thought == Afterthought(own="捏把汗", order=(0, 1, 2, 3))
    assert screen.shows("感觉：捏把汗")


def test_a_game_opened_again_goes_straight_to_its_figures(logs: dict[str, Path]) -> None:
    locked(logs["signed"])
    again = opened(logs["signed"])
    assert scene(again).thought == Afterthought(felt="tense", order=(0, 1, 2, 3))
    assert again.shows("It felt: Tense")
    again.press("pagedown")
    assert again.shows("Guessed after the talks.")


def test_a_spoilt_note_beside_the_log_asks_again(logs: dict[str, Path]) -> None:
    afterthoughts.place_of(logs["signed"]).write_text("{", encoding="utf-8")
    screen = opened(logs["signed"])
    assert scene(screen).thought is None
    screen.check()


def test_a_folder_that_cannot_be_written_to_says_so_and_shows_the_figures(
    logs: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(log: Path, thought: Afterthought) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(afterthoughts, "write", full)
    screen = locked(logs["signed"])
    assert scene(screen).thought is not None
    assert screen.shows("could not be kept: No space left on device")


def test_a_breakdown_asks_for_no_points(logs: dict[str, Path]) -> None:
    assert "points" in set(opened(logs["signed"]).keys())
    assert "points" not in set(opened(logs["broken"]).keys())


# -- the first page ----------------------------------------------------------------------------


def test_the_first_page_has_no_faults_letters_or_rules(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    said = " ".join(screen.texts())
    letter = scene(screen).seen.found.contract
    assert letter is not None
    assert f"({letter.letter.value})" not in said
    assert "(R" not in said
    assert screen.shows("Done well")
    assert screen.shows("Two moments to play again")


def test_the_first_page_shows_the_points_and_their_arithmetic(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    found = scene(screen).seen.found
    contract = found.contract
    assert contract is not None
    said = screen.texts()
    assert str(found.sides.vendor.points) in said
    for place, yard in enumerate(found.scenario.yardsticks.vendor):
        assert f"{yard.weight} × {contract.score.levels.vendor[place]}" in said


def test_a_breakdown_says_what_lay_on_the_table(logs: dict[str, Path]) -> None:
    screen = locked(logs["broken"])
    assert screen.shows("What they last asked for")
    assert screen.shows("Without a contract you have what no deal is worth: 20.")
    assert screen.shows("Beyond your limit on price: not to be signed.")


def test_every_state_has_exactly_one_filled_button(logs: dict[str, Path]) -> None:
    screen = opened(logs["signed"])
    screen.press("1")
    assert filled(screen) == ["lock"]
    screen.press("enter")
    for number in range(1, len(TABS) + 1):
        screen.press(str(number))
        assert filled(screen) == ["again"]


# -- the tabs -----------------------------------------------------------------------------------


def test_digits_and_arrows_turn_to_the_tabs(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    for number, tab in enumerate(TABS, 1):
        screen.press(str(number))
        assert scene(screen).tab == tab
    screen.focus_on("tabs")
    screen.press("left")
    assert scene(screen).tab == TABS[-2]


def test_a_principle_shows_its_moves_and_explains_its_rule(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    screen.press("5")
    screen.click("principle-authority")
    assert scene(screen).principle is Principle.AUTHORITY
    assert screen.shows("stays within the authority (R24)")
    screen.click("explain")
    assert screen.app.has_dialog
    assert screen.shows("R24")
    screen.check()
    screen.press("esc")
    assert not screen.app.has_dialog
    assert screen.scene.name == "debrief"


def test_the_frontier_is_walked_by_keys_and_by_pointing(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    screen.press("6")
    screen.focus_on("along")
    for _ in range(20):
        screen.press("left")
    assert scene(screen).dot == 0
    assert screen.shows("22 / 43")
    screen.press("right")
    assert scene(screen).dot == 1
    box = screen.app.layers()[0].rect_of("plane")
    assert box is not None
    screen.click_at(box.right - 30, box.bottom - 60)
    assert screen.shows("41 / 23")
    screen.check()


def test_each_issue_has_its_staircases(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    screen.press("3")
    screen.focus_on("issue")
    for number in range(4):
        assert scene(screen).issue == number
        screen.check()
        screen.press("right")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("size", "zoom"), SIZES)
@pytest.mark.parametrize("which", ["signed", "broken", "bought"])
def test_every_page_is_whole_at_every_size(
    logs: dict[str, Path], which: str, size: tuple[int, int], zoom: float, lang: str
) -> None:
    side = Side.CLIENT if which == "bought" else Side.VENDOR
    screen = opened(logs[which], side=side, size=size, zoom=zoom, lang=lang)
    screen.check()
    screen.press("3")
    screen.press("enter")
    for number in range(1, len(TABS) + 1):
        screen.press(str(number))
        screen.check()
        for _ in range(8):
            screen.press("pagedown")
            screen.check()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_tab_reaches_everything_on_the_smallest_window(logs: dict[str, Path], lang: str) -> None:
    screen = opened(logs["signed"], zoom=1.5, lang=lang)
    screen.press("2")
    assert screen.walk_focus() == screen.keys()
    screen.focus_on("lock")
    screen.press("enter")
    for number in range(1, len(TABS) + 1):
        screen.press(str(number))
        assert sorted(screen.walk_focus()) == sorted(screen.keys())


def test_both_languages_can_be_switched_between_on_every_page(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    for number in range(1, len(TABS) + 1):
        screen.press(str(number))
        screen.settings.change(lang="zh")
        screen.app.refresh()
        screen.frame()
        assert screen.shows("复盘")
        assert not screen.shows("Debrief")
        screen.check()
        screen.settings.change(lang="en")


# -- playing on ------------------------------------------------------------------------------------


def test_try_again_begins_the_same_match_anew(logs: dict[str, Path]) -> None:
    log = logs["signed"]
    screen = locked(log)
    before = read_log(log)
    screen.click("again")
    assert screen.scene.name == "preparation"
    [new] = [saved for saved in Games(log.parent).list() if saved.path != log]
    after = read_log(new.path)
    assert (after.scenario, after.header.seed) == (before.scenario, before.header.seed)
    assert after.header.origin is not None
    assert (after.header.origin.match, after.header.origin.move) == (before.header.match, 0)
    assert read_log(log).events == before.events
    close(screen)


def test_a_moment_is_played_on_from_where_it_was(logs: dict[str, Path]) -> None:
    log = logs["signed"]
    screen = locked(log)
    key = next(filter(lambda key: key.startswith("from-"), screen.keys()))
    screen.click(key)
    assert screen.scene.name in ("table", "away")
    [new] = [saved for saved in Games(log.parent).list() if saved.path != log]
    kept = int(key.removeprefix("from-")) + 1
    whole = read_log(log)
    assert read_log(new.path).events == whole.events[: whole.moves[kept - 1]]
    close(screen)


def test_a_moment_can_be_looked_at_first_and_esc_comes_back(logs: dict[str, Path]) -> None:
    screen = locked(logs["signed"])
    key = next(filter(lambda key: key.startswith("see-") and key != "see-well", screen.keys()))
    screen.click(key)
    assert screen.scene.name == "replay"
    screen.press("esc")
    assert screen.scene.name == "debrief"


def test_a_second_try_stands_beside_the_first(tmp_path: Path) -> None:
    scenario = built.third_vendor()
    first = played_log(tmp_path, scenario, "naive")
    games = Games(tmp_path)
    second = _second_try(games, first)
    points = {path: _points(path) for path in (first, second)}
    screen = locked(second)
    more = points[second] - points[first]
    change = "the same" if not more else f"{abs(more)} point"
    assert screen.shows(f"The first time it was {points[first]}: {change}")
    screen.check()


def _second_try(games: Games, first: Path) -> Path:
    """The same match again from its opening, played by another policy."""
    # Here, because only this test runs a branch to its end.
    from arena import bot

    from negosim.play.driver import run
    from negosim.solo.replay import branch

    log = read_log(first)
    with branch(log, 0, games, side=Side.VENDOR) as match:
        player = bot("course", log.scenario, Side.VENDOR, 1)
        run(match.table, {match.seat: player, match.opposite: match.opponent("en")})
    return match.path


def _points(log: Path) -> int:
    return finished_log(log, Side.VENDOR).seen.found.sides.vendor.points


def test_a_match_whose_log_is_gone_is_still_looked_back_on(logs: dict[str, Path]) -> None:
    found = finished_log(logs["signed"], Side.VENDOR)
    gone = type(found)(found.seen, None, None, None, None)
    screen = Screen(lambda app: DebriefScene(app, gone))
    screen.press("3")
    screen.press("enter")
    screen.click("again")
    assert screen.scene.name == "debrief"
    assert screen.shows("The log of this match is not there any more")


# -- other scenarios ---------------------------------------------------------------------------------


def _many(names: tuple[str, ...]) -> Scenario:
    entries = [
        built.numeric(
            f"i{place}",
            (place + 1, 90, 70, 50),
            (8 - place, 40, 60, 80),
            unit=built.text("thousand pieces a quarter", "万件一个季度"),
            name=built.text(name, name),
        )
        if place % 2
        else built.ladder(
            f"i{place}",
            ("best for us", "rather good", "in between", "rather bad", "worst for us"),
            (place + 1, 0, 2, 4),
            (8 - place, 4, 2, 0),
            name=built.text(name, name),
        )
        for place, name in enumerate(names)
    ]
    return built.scenario_of(*entries, id="many")


@pytest.mark.parametrize(("size", "zoom"), [((1280, 720), 1.0), ((1280, 720), 1.5)])
def test_eight_issues_with_long_names_are_shown_whole(
    tmp_path: Path, size: tuple[int, int], zoom: float
) -> None:
    names = tuple(
        f"Liability for late or faulty partial deliveries, part {place}" for place in range(8)
    )
    log = played_log(tmp_path, _many(names), "naive")
    screen = opened(log, size=size, zoom=zoom)
    screen.check(shortened=True)
    screen.press("1")
    screen.press("enter")
    for number in range(1, len(TABS) + 1):
        screen.press(str(number))
        screen.check(shortened=True)
        for _ in range(12):
            screen.press("pagedown")
            screen.check(shortened=True)
