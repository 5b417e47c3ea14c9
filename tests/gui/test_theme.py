"""The palette can be read: every colour of type on every ground it is set on (look.md)."""

from __future__ import annotations

import pytest

from negosim.gui import theme

LEAST = 4.5
LIGHT = (
    theme.PAPER,
    theme.PAPER_DEEP,
    theme.CARD,
    theme.WELL,
    theme.WHITE,
    theme.US_TINT,
    theme.THEM_TINT,
    theme.GOLD_TINT,
    theme.CINNABAR_TINT,
)
ON_LIGHT = (theme.INK, theme.MUTED, theme.US_TEXT, theme.THEM_TEXT, theme.GOLD_TEXT)
ON_DARK = [
    *[(text, theme.NIGHT) for text in (theme.WHITE, theme.NIGHT_MUTED, theme.GOLD)],
    *[(theme.WHITE, ground) for ground in (theme.NIGHT_SOFT, theme.US, theme.THEM_CHIP)],
    (theme.INK, theme.GOLD),
]


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`. Source: WCAG 2.1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", LIGHT)
@pytest.mark.parametrize("text", ON_LIGHT)
def test_type_on_a_light_ground_has_contrast(text: str, ground: str) -> None:
    assert contrast(text, ground) >= LEAST


@pytest.mark.parametrize(("text", "ground"), ON_DARK)
def test_type_on_a_dark_ground_has_contrast(text: str, ground: str) -> None:
    assert contrast(text, ground) >= LEAST
