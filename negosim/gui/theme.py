"""Colours and type of the window. Nothing here draws; sizes are logical units.

Source: look.md, "ink, jade and cinnabar on warm paper".
"""

from __future__ import annotations

from negosim.engine.record import record

PAPER = "#f5f1e8"
PAPER_DEEP = "#e9e2d3"
CARD = "#fffdf8"
HAIRLINE = "#ebe3d3"
BORDER = "#d9cfba"
"""Around what can be pressed."""
HANDLE = "#cfc5ae"
FAINT = "#b9b0a0"
WELL = "#f7f1e5"
INK = "#1e2a38"
MUTED = "#69645a"
"""A shade darker than look.md has it: so it keeps 4.5:1 at the foot of the paper and on tints too."""
US = "#12806a"
US_TEXT = "#0e6a58"
US_TINT = "#dff0ea"
US_EDGE = "#b5d9cd"
THEM = "#c8553d"
THEM_TEXT = "#a83e28"
THEM_CHIP = "#b8472f"
THEM_TINT = "#f4ede0"
GOLD = "#f2c94c"
GOLD_TEXT = "#7a5708"
GOLD_TINT = "#f6e7bf"
GOLD_EDGE = "#e9cf94"
CINNABAR_TINT = "#f9e4de"
FOCUS = "#2f6fed"
WHITE = "#ffffff"
NIGHT = "#1e2a38"
NIGHT_SOFT = "#34404e"
NIGHT_MUTED = "#b9c0c8"
NIGHT_LATE = "#ff9f87"
"""The clock in the last minutes, on the dark ground."""
SHADOW = "#5a4a2a"

DESIGN_WIDTH, DESIGN_HEIGHT = 1280, 720
LEAST_UNIT = 0.8
"""Device pixels of a logical unit, at least: smaller type cannot be read, so small windows
show less instead."""
NARROW, SHORT = 1100, 680
"""Below these logical sizes a scene folds (look.md)."""

MARGIN, GUTTER, PADDING = 20, 14, 16


@record(frozen=True, slots=True)
class Style:
    """A way to set type: `size` and `line` (the height of a line) in logical units."""

    size: float
    line: float
    bold: bool = False


CLOCK = Style(30, 36, True)
HERO = Style(34, 44, True)
HEAD = Style(21, 28, True)
VALUE = Style(18, 24, True)
TITLE = Style(15.5, 22, True)
BUTTON = Style(15, 20, True)
BODY = Style(14, 21.5)
STRONG = Style(14, 21.5, True)
SMALL = Style(12, 17)
SMALL_STRONG = Style(12, 17, True)
MARK = Style(10.5, 14)
