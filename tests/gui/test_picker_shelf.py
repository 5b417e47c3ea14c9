"""The shelf of scenarios in windows that show all of it and in windows that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from lobby import named, offers, own_scenario
from screen import SIZES, Screen

from negosim.gui.scenes.picker import PickerScene
from negosim.gui.scenes.picker_shelf import line_gap
from negosim.language.catalogue import LANGUAGES


def seen_shares(screen: Screen) -> list[float]:
    """Of each card, how much of its height lies in the window of the shelf."""
    layer = screen.app.layers()[-1]
    window = layer.seen_of("shelf")
    cards = [layer.rect_of(key) for key in named(screen, "card-")]
    assert window is not None
    return [
        max(0.0, min(card.bottom, window.bottom) - max(card.y, window.y)) / card.h
        for card in cards
        if card is not None
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_four_shipped_scenarios_are_whole_and_the_next_is_plainly_cut(
    size: tuple[int, int], lang: str
) -> None:
    *whole, cut, hidden = seen_shares(Screen(PickerScene, size=size, lang=lang))
    assert (whole, hidden) == ([1.0] * 4, 0.0)
    assert 0.3 <= cut <= 0.76


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_narrow_window_shows_the_six_shipped_scenarios_at_once(lang: str) -> None:
    assert seen_shares(Screen(PickerScene, size=(1024, 768), lang=lang)) == [1.0] * 6


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("size", "zoom"), [*SIZES, ((1280, 720), 1.25), ((1280, 720), 2.0)])
def test_where_there_are_more_cards_than_room_one_is_cut_in_the_middle(
    size: tuple[int, int], zoom: float, lang: str, tmp_path: Path
) -> None:
    screen = Screen(PickerScene, size=size, zoom=zoom, lang=lang)
    scene = screen.scene
    assert isinstance(scene, PickerScene)
    scene.dropped(str(own_scenario(tmp_path)))
    screen.frame()
    if not offers(screen, "card-0"):
        screen.press("esc")
    shares = seen_shares(screen)
    cut = [share for share in shares if 0 < share < 1]
    assert len(shares) == 7
    assert shares == [1.0] * 7 or min(cut) >= 0.3
    assert max(cut, default=0.0) <= 0.76


def test_the_gap_is_twelve_where_that_fits_and_narrower_where_only_that_fits() -> None:
    assert line_gap([100, 100, 100], 330) == 12
    assert line_gap([100, 100, 100], 316) == 8


def test_the_gap_widens_where_an_edge_would_fall_near_the_end_of_a_card() -> None:
    # With gaps of 8 to 16 the edge at 290 leaves 74 to 58 of the third card: any will do.
    assert line_gap([100, 100, 100, 100], 290) == 12
    # At 310 the third card lacks a sliver (86 of 100 with gaps of 12) until they reach 18.
    assert line_gap([100, 100, 100, 100], 310) == 18
