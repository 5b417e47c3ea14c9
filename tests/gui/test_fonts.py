"""The shipped faces: every character that negosim says is in them, set as both languages write."""

from pathlib import Path

import pygame
import pygame.font
import pygame.image
import pytest

from negosim.gui.theme import Style
from negosim.gui.typesetter import Typesetter
from negosim.resources import folder

FONTS = folder("assets") / "fonts"
WRITTEN = (*(folder("assets") / "messages").glob("*.toml"), *folder("scenarios").glob("*.yaml"))
SIGNS = "⚑✎✕▾▸✓●■◆●▲▼←→↑↓⇄⏎≥≤≠±×·…—¥￥℃½①"


@pytest.fixture(scope="module", autouse=True)
def _fonts() -> None:
    pygame.font.init()


def face(weight: str, size: int = 20) -> pygame.font.Font:
    return pygame.font.Font(FONTS / f"NotoSansSC-{weight}.otf", size)


def missing(weight: str, text: str) -> str:
    font = face(weight)
    return "".join(char for char in sorted(set(text)) if not has(font, char))


def has(font: pygame.font.Font, char: str) -> bool:
    box = font.metrics(char)[0]
    return char.isspace() or (box is not None and box[:4] != (0, 0, 0, 0))


def width(weight: str, text: str) -> int:
    return face(weight).size(text)[0]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_character_of_a_message_or_a_scenario_can_be_set(path: Path) -> None:
    assert missing("Regular", path.read_text(encoding="utf-8").replace("\n", "")) == ""


def test_characters_common_in_names_can_be_set_in_regular() -> None:
    assert missing("Regular", "喆玥珺昇堃") == ""


def test_a_character_no_repertoire_has_is_told_missing() -> None:
    assert missing("Regular", "价ꀀ") == "ꀀ"
    assert missing("Bold", "价喆") == "喆"


def test_bold_falls_back_to_regular_for_a_character_it_lacks() -> None:
    setter = Typesetter(1.0)
    bold, regular = Style(20, 30, bold=True), Style(20, 30)
    lacking = setter.line("喆", bold, "#000000")
    assert pygame.image.tobytes(lacking, "RGBA") == pygame.image.tobytes(
        setter.line("喆", regular, "#000000"), "RGBA"
    )
    assert pygame.image.tobytes(setter.line("价", bold, "#000000"), "RGBA") != (
        pygame.image.tobytes(setter.line("价", regular, "#000000"), "RGBA")
    )


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_signs_and_latin_can_be_set_in_both_weights(weight: str) -> None:
    assert missing(weight, SIGNS + "".join(map(chr, range(0x20, 0x7F))) + "éüñ") == ""


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_a_quotation_mark_is_narrow_in_english_and_full_width_in_chinese(weight: str) -> None:
    assert width(weight, "don’t") < width(weight, "dont") + 10
    assert width(weight, "“yes”") < width(weight, "yes") + 2 * 14
    assert width(weight, "“好”") == 3 * 20


def inked_rows(text: str, before: str) -> list[int]:
    """The rows that the text marks right of `before`, from the top of the line down."""
    font = face("Regular", 40)
    line = font.render(text, True, "black", "white")
    columns = range(font.size(before)[0], line.get_width())
    return [
        row
        for row in range(line.get_height())
        if any(line.get_at((column, row)).r < 128 for column in columns)
    ]


def test_dots_stand_on_the_line_after_latin_and_in_the_middle_in_chinese() -> None:
    base = max(inked_rows("I", ""))
    assert max(inked_rows("wait…", "wait")) in (base, base + 1)
    assert max(inked_rows("好……", "好")) < base - 10
    assert width("Regular", "好……") == 3 * 20


def test_a_chinese_dash_has_no_gap() -> None:
    dash = face("Regular", 40).render("——", True, "black", "white")
    columns = range(6, dash.get_width() - 6)
    assert any(
        all(dash.get_at((column, row)).r < 128 for column in columns)
        for row in range(dash.get_height())
    )


def test_latin_is_kerned() -> None:
    assert width("Regular", "AVAVAV") < width("Regular", "A") * 3 + width("Regular", "V") * 3


def test_the_weights_share_their_line() -> None:
    regular, bold = face("Regular", 30), face("Bold", 30)
    assert (regular.get_ascent(), regular.get_descent()) == (bold.get_ascent(), bold.get_descent())


def test_the_licence_and_the_credits_lie_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "© 2014-2021 Adobe" in (FONTS / "CREDITS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("blank", ["\u3000", "\u00a0"])
def test_the_blanks_of_chinese_and_of_typography_are_set_as_blanks(blank: str) -> None:
    setter = Typesetter(1.0)
    painted = setter.line(f"a{blank}a", Style(20, 28), "#000000")
    assert setter.width(f"a{blank}a", Style(20, 28)) > setter.width("aa", Style(20, 28))
    bare = setter.line("aa", Style(20, 28), "#000000")
    inked = [pygame.mask.from_surface(each).count() for each in (painted, bare)]
    assert inked[0] == inked[1]
