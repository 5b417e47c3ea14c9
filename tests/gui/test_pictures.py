"""Icons and pictures: drawn with what the window's SVG reader knows, and drawn at all."""

import io
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pygame
import pygame.image
import pytest

from negosim.resources import folder

ICONS = sorted((folder("assets") / "icons").glob("*.svg"))
PICTURES = sorted((folder("assets") / "pictures").glob("*.svg"))
BUSTS = [path for path in PICTURES if path.stem.startswith("person-") or path.stem == "director"]

KNOWN = {
    *("svg", "g", "defs", "linearGradient", "radialGradient", "stop"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
}
"""What nanosvg draws: no text, clip, filter, use or style sheet (look.md)."""


def elements(path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(path).getroot().iter())


def drawn(path: Path, size: tuple[int, int], colour: str = "#000000") -> pygame.Surface:
    source = path.read_text(encoding="utf-8").replace("currentColor", colour)
    return pygame.image.load_sized_svg(io.BytesIO(source.encode("utf-8")), size)


def share_covered(surface: pygame.Surface) -> float:
    """How much of the surface is painted, of 1."""
    width, height = surface.get_size()
    alphas = pygame.image.tobytes(surface, "RGBA")[3::4]
    return sum(alpha > 127 for alpha in alphas) / (width * height)


@pytest.mark.parametrize("path", [*ICONS, *PICTURES], ids=lambda path: path.stem)
def test_a_drawing_uses_only_what_the_reader_knows(path: Path) -> None:
    names = Counter(
        each.tag.removeprefix("{http://www.w3.org/2000/svg}") for each in elements(path)
    )
    assert set(names) <= KNOWN


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_gradient_is_in_user_space_and_is_there(path: Path) -> None:
    found = {
        each.attrib["id"]: each.attrib.get("gradientUnits")
        for each in elements(path)
        if each.tag.endswith("Gradient")
    }
    assert set(found.values()) <= {"userSpaceOnUse"}
    used = set(re.findall(r"url\(#([\w-]+)\)", path.read_text(encoding="utf-8")))
    assert used <= set(found)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_a_line_drawing_in_one_colour_on_the_grid(path: Path) -> None:
    root = elements(path)[0]
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert root.attrib["stroke"] == "currentColor"
    assert root.attrib["stroke-width"] == "1.75"
    painted = drawn(path, (48, 48), "#c8553d")
    assert 0.01 < share_covered(painted) < 0.5
    pixels = [painted.get_at((x, y)) for x in range(48) for y in range(48)]
    opaque = [pixel for pixel in pixels if pixel.a == 255]
    assert opaque
    # The reader rounds where lines cross.
    assert all(
        max(abs(pixel.r - 0xC8), abs(pixel.g - 0x55), abs(pixel.b - 0x3D)) <= 3 for pixel in opaque
    )


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_keeps_off_the_edge(path: Path) -> None:
    box = drawn(path, (96, 96)).get_bounding_rect(min_alpha=64)
    assert box.left >= 4
    assert box.top >= 4
    assert box.right <= 92
    assert box.bottom <= 92


@pytest.mark.parametrize("path", BUSTS, ids=lambda path: path.stem)
def test_a_person_stands_free_and_reaches_the_bottom(path: Path) -> None:
    bust = drawn(path, (130, 160))
    assert bust.get_size() == (130, 160)
    assert bust.get_at((2, 2)).a == 0
    assert bust.get_at((65, 158)).a == 255
    assert 0.4 < share_covered(bust) < 0.75


def test_no_two_people_look_alike() -> None:
    faces = [pygame.image.tobytes(drawn(path, (48, 59)), "RGB") for path in BUSTS]
    for number, one in enumerate(faces):
        for other in faces[:number]:
            unlike = sum(abs(a - b) > 24 for a, b in zip(one, other, strict=True))
            assert unlike > len(one) * 0.08


def test_the_table_leaves_the_wall_free_and_covers_the_bottom() -> None:
    room = drawn(folder("assets") / "pictures" / "room.svg", (848, 200))
    table = drawn(folder("assets") / "pictures" / "room-table.svg", (848, 200))
    assert share_covered(room) == 1.0
    assert table.get_at((424, 100)).a == 0
    assert all(table.get_at((x, 198)).a == 255 for x in range(0, 848, 40))
