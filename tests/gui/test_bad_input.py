"""Windows, pastes and input methods that are not as one would wish: nothing breaks, nothing is lost.

Files and disks that fail are in test_bad_files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest
import seated
from every_scene import SCENES, Opened, finished
from mid_match import Window, looked_through
from screen import Screen
from wordy import wordy

from negosim.engine.words import Phase
from negosim.gui.routes import scenes_of_a_match
from negosim.gui.widgets import TextField
from negosim.gui.widgets.widget import Widget
from negosim.language.catalogue import LANGUAGES
from negosim.solo.match import Wishes
from negosim.solo.sitting import Waiting

EXTREMES = [((640, 400), 1.0), ((640, 400), 2.0), ((3840, 2160), 1.0), ((1280, 720), 2.0)]
TINY = [(1, 1), (120, 60), (60, 900), (2400, 80)]
WRITTEN_IN = {
    "picker-group": 2,
    "picker-file": 1,
    "preparation-4": 6,
    "table-n": 1,
    "table-words": 3,
    "away": 1,
    "away-plan": 6,
    "away-notes": 1,
    "debrief-before": 1,
}
"""Where one types, and in how many fields."""
DRAGGED = {"preparation-3": "band-0", "preparation-4": "stairs", "replay": "scrubber"}
HOSTILE = (
    "Line one\r\nline two\x00\x07\x1b[31m \u202eabc\u200f\u2066 \U0001f642\u200d\U0001f467"
    " 漢字\t\u0627\u0644\u0639 " * 60
)[:2000]
Opens = Callable[..., Screen]


@pytest.fixture(scope="module")
def over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished(tmp_path_factory.mktemp("over"))


@pytest.fixture
def opens(over: Path, tmp_path: Path) -> Iterator[Opens]:
    """Opens a scene of SCENES by name; its log is let go of afterwards."""
    opened: list[Opened] = []

    def one(
        name: str, size: tuple[int, int] = (1280, 720), zoom: float = 1.0, lang: str = "en"
    ) -> Screen:
        for each in over.parent.iterdir():
            if each != over:
                each.unlink()
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        opened.append(Opened(folder, over, size=size, zoom=zoom, lang=lang))
        return SCENES[name](opened[-1])

    yield one
    for each in opened:
        each.close()


def fields(screen: Screen) -> list[str]:
    """The keys of the text fields on the topmost layer."""
    stops = screen.app.layers()[-1].stops()
    return [each.key for each in stops if isinstance(each, TextField)]


def widget(screen: Screen, key: str) -> Widget:
    root = screen.app.layers()[-1].root
    assert root is not None
    return next(each for each in root.walk() if each.key == key)


def pointed(screen: Screen, key: str, across: float) -> tuple[int, int]:
    """A place in a widget's box in pixels, `across` it from 0 to 1."""
    box, u = widget(screen, key).rect, screen.app.unit()
    return round((box.x + across * box.w) * u), round(box.centery * u)


# -- the window ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), EXTREMES)
@pytest.mark.parametrize("name", SCENES)
def test_a_scene_holds_in_a_very_small_and_a_very_large_window(
    opens: Opens, name: str, size: tuple[int, int], zoom: float, lang: str
) -> None:
    looked_through(opens(name, size, zoom, lang))


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_survives_a_window_too_small_for_anything(opens: Opens, name: str) -> None:
    screen = opens(name)
    before = screen.texts()
    for size in (*TINY, (1280, 720)):
        screen.resize(size)
    assert screen.texts() == before, "what was shown is shown again"
    for size in (*TINY, (1280, 720)):
        screen.resize(size)
        for key in ("tab", "pagedown", "pageup"):
            screen.press(key)
    screen.check()


def test_the_zoom_gives_way_in_a_window_that_has_no_room_for_it(opens: Opens) -> None:
    screen = opens("settings", (640, 400), 2.0)
    assert screen.app.unit() == 1.0
    screen.resize((1280, 720))
    assert screen.app.unit() == 2.0
    screen.resize((320, 200))
    assert screen.app.unit() == 0.8


# -- in the middle of something ----------------------------------------------------------------


@pytest.mark.parametrize("name", DRAGGED)
def test_a_drag_goes_on_through_a_change_of_size(opens: Opens, name: str) -> None:
    results = []
    for resized in (False, True):
        screen, key = opens(name), DRAGGED[name]
        screen.middle(key)
        screen.send(pygame.MOUSEBUTTONDOWN, pos=pointed(screen, key, 0.3), button=1)
        if resized:
            screen.resize((1024, 768))
        screen.send(
            pygame.MOUSEMOTION, pos=pointed(screen, key, 0.7), rel=(0, 0), buttons=(1, 0, 0)
        )
        if resized:
            screen.resize((1280, 720))
        screen.send(pygame.MOUSEBUTTONUP, pos=pointed(screen, key, 0.7), button=1)
        results.append(screen.texts())
        screen.send(
            pygame.MOUSEMOTION, pos=pointed(screen, key, 0.1), rel=(0, 0), buttons=(0, 0, 0)
        )
        assert screen.texts() == results[-1], "what was let go of stays"
    assert results[0] == results[1]


def test_a_drag_moves_something_at_all(opens: Opens) -> None:
    for name, key in DRAGGED.items():
        screen = opens(name)
        screen.middle(key)
        before = screen.texts()
        screen.send(pygame.MOUSEBUTTONDOWN, pos=pointed(screen, key, 0.3), button=1)
        for place in (0.5, 0.7):
            screen.send(
                pygame.MOUSEMOTION, pos=pointed(screen, key, place), rel=(0, 0), buttons=(1, 0, 0)
            )
        assert screen.texts() != before, name


@pytest.mark.parametrize("name", SCENES)
def test_how_far_a_page_is_scrolled_survives_a_change_of_size(opens: Opens, name: str) -> None:
    screen = opens(name, (1024, 600))
    screen.press("pagedown")
    shown = screen.texts()
    screen.resize((1024, 599))
    screen.resize((1024, 600))
    assert screen.texts() == shown


def test_the_fields_that_are_tested_here_are_all_there_are(opens: Opens) -> None:
    found = {name: len(fields(opens(name))) for name in SCENES}
    assert {name: count for name, count in found.items() if count} == WRITTEN_IN


@pytest.mark.parametrize("name", WRITTEN_IN)
def test_what_is_being_composed_is_kept_when_the_focus_goes(opens: Opens, name: str) -> None:
    screen = opens(name)
    for place, key in enumerate(fields(screen)):
        screen.click(key)
        screen.compose("ni hao")
        screen.resize((1000, 700))
        screen.resize((1280, 720))
        screen.send(pygame.WINDOWFOCUSLOST)
        screen.send(pygame.TEXTEDITING, text="", start=0, length=0)
        assert screen.field(key).value.count("ni hao") == 1, f"field {place}"
        screen.compose("zai")
        screen.click(key)  # the mouse takes the focus away for a moment
        assert "zai" in screen.field(key).value


@pytest.mark.parametrize("name", WRITTEN_IN)
def test_a_very_long_paste_is_shortened_and_says_so(opens: Opens, name: str) -> None:
    screen = opens(name)
    for key in fields(screen):
        screen.click(key)
        screen.press("a", ctrl=True)
        screen.app.copy(HOSTILE)
        screen.press("v", ctrl=True)
        field = screen.field(key)
        assert field.value.startswith("Line one line two")
        assert field.value.isprintable()
        assert len(field.value) == field.most < len(HOSTILE)
        assert screen.shows(f"Only {field.most} characters fit")
        assert screen.app.pasted() == HOSTILE, "nothing of it is lost"
        screen.check(shortened=True)
        screen.wait(5000)


def test_a_pasted_note_is_kept_as_it_stands_in_the_field(opens: Opens) -> None:
    screen = opens("table-n")
    screen.click("note")
    screen.app.copy(HOSTILE)
    screen.press("v", ctrl=True)
    typed = screen.field("note").value
    screen.press("enter")
    assert screen.field("note").value == ""
    playing = screen.scene.playing  # type: ignore[attr-defined]
    assert playing.heard[-1].event.text == " ".join(typed.split())


@pytest.mark.parametrize("leave", ["menu", "window"])
@pytest.mark.parametrize("name", ["table-n", "away-notes"])
def test_a_note_half_written_is_kept_when_the_game_is_left(
    opens: Opens, name: str, leave: str
) -> None:
    screen = opens(name)
    playing = screen.scene.playing  # type: ignore[attr-defined]
    screen.click("note")
    screen.type("They pay late ")
    screen.compose("kuai")
    if leave == "window":
        screen.app.quit()
    else:
        screen.app.set_home(lambda app: screen.scene)
        screen.send(pygame.WINDOWFOCUSLOST)
        playing.leave()
    noted = playing.sitting.match.journal.events[-1]
    assert noted.text == "They pay late kuai"


# -- many issues, long names --------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "size"), [("zh", (1280, 720)), ("en", (1024, 768))])
def test_a_whole_game_of_eight_issues_with_long_names(
    tmp_path: Path, lang: str, size: tuple[int, int]
) -> None:
    sat = seated.sat_down(tmp_path / "wordy.negolog", Wishes(seed=1), wordy())
    window = Window(sat, dict(scenes_of_a_match()), size=size, lang=lang)
    player, screen, playing = seated.StandIn(sat.match), window.screen, window.playing
    shown: dict[str, int] = {}
    for _ in range(400):
        if playing.view.common.phase is Phase.OVER:
            break
        if playing.waiting in (Waiting.ME, Waiting.REACT):
            move = player.thinks(sat)
            assert move is None or playing.send(move)
            if move is None:
                playing.let_pass()
            screen.frame()
        else:
            screen.wait(1000)
        name = screen.scene.name
        shown[name] = shown.get(name, 0) + 1
        if shown[name] <= 4:
            screen.wait(6000)
            screen.check(shortened=True)
    screen.wait(5000)
    assert screen.scene.name == "debrief"
    assert {"preparation", "table"} <= set(shown)
    screen.check(shortened=True)
    screen.press("3")
    screen.press("enter")
    looked_through(screen)
