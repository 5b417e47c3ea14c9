"""The scenes look as in docs/pictures. After a change of looks: `python docs/pictures/window.py`,
or `pytest tests/gui/test_scene_pictures.py --rewrite-golden`; then look at what changed."""

from __future__ import annotations

import platform
import runpy
import sys
from pathlib import Path
from typing import Any

import pygame
import pytest
import screen

ROOT = Path(__file__).parents[2]
WINDOW: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "pictures" / "window.py"))


SAME_MACHINE = sys.platform == "linux" and platform.machine() == "x86_64"


@pytest.mark.skipif(not SAME_MACHINE, reason="the pictures were drawn on Linux, x86-64")
@pytest.mark.parametrize("lang", WINDOW["LANGUAGES"])
@pytest.mark.parametrize("name", WINDOW["SCENES"])
def test_a_scene_looks_as_pictured(
    name: str, lang: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    assert screen.FRAME_MS  # the kit chooses the driver without a display
    kept: Path = WINDOW["file_of"](name, lang)
    with WINDOW["staged"](name, lang) as surface:
        drawn = WINDOW["plain"](surface)
    if request.config.getoption("--rewrite-golden"):
        pygame.image.save(drawn, str(kept))
        return
    wanted = WINDOW["plain"](pygame.image.load(str(kept)))
    different = differing(drawn, wanted)
    if different.count():
        where = tmp_path / f"{name}-{lang}-difference.png"
        pygame.image.save(difference_picture(drawn, wanted, different), str(where))
        pytest.fail(f"{different.count()} pixels of {name}-{lang} look different: {where}")


def test_a_picture_that_differs_in_one_pixel_is_found_and_shown() -> None:
    wanted = pygame.Surface((40, 30), depth=24)
    wanted.fill((10, 200, 30))
    drawn = wanted.copy()
    assert differing(drawn, wanted).count() == 0
    drawn.set_at((7, 5), (11, 200, 30))
    found = differing(drawn, wanted)
    assert (found.count(), found.get_at((7, 5))) == (1, 1)
    sheet = difference_picture(drawn, wanted, found)
    assert sheet.get_size() == (40, 90)
    assert sheet.get_at((7, 65))[:3] == (220, 0, 0)


def differing(drawn: pygame.Surface, wanted: pygame.Surface) -> pygame.Mask:
    """The pixels that are not alike in every channel."""
    assert drawn.get_size() == wanted.get_size()
    there, back = drawn.copy(), wanted.copy()
    there.blit(wanted, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    back.blit(drawn, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    there.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_MAX)
    same = pygame.mask.from_threshold(there, (0, 0, 0), (1, 1, 1, 255))
    same.invert()
    return same


def difference_picture(
    drawn: pygame.Surface, wanted: pygame.Surface, different: pygame.Mask
) -> pygame.Surface:
    """Drawn, wanted, and the difference in red, one below the other."""
    width, height = drawn.get_size()
    sheet = pygame.Surface((width, 3 * height), depth=24)
    sheet.blit(drawn, (0, 0))
    sheet.blit(wanted, (0, height))
    faded = wanted.copy()
    faded.fill((90, 90, 90), special_flags=pygame.BLEND_RGB_ADD)
    sheet.blit(faded, (0, 2 * height))
    red = different.to_surface(setcolor=(220, 0, 0, 255), unsetcolor=(0, 0, 0, 0))
    sheet.blit(red, (0, 2 * height))
    return sheet
