"""Sentences behind a sign: alone in the middle of a window, on a line of a card, on a tint.

What is said is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import BODY, MUTED, STRONG
from negosim.gui.widgets import Box, Card, Column, Icon, Label, Pad, Row, Space, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

WIDEST = 460.0


def notice(ui: Ui, icon: str, text: str) -> Widget:
    """One sentence in the middle of the window, and nothing else."""
    line = Row(Icon(icon, size=26, colour=MUTED), Label(text, style=STRONG, grow=1), gap=14)
    card = Card(line, padding=22, width=min(WIDEST, ui.width - 60))
    return Column(Space(grow=1), card, Space(grow=2), align="center", grow=1)


def covered(ui: Ui) -> Widget:
    """In place of everything of one's own, while somebody walks by."""
    return notice(ui, "eye-off", ui.words("preparation").text("scene.hidden"))


def signed_line(icon: str, text: str, colour: str) -> Widget:
    """A sentence that may wrap, its sign beside the first line."""
    return Row(
        Pad(Icon(icon, size=16, colour=colour), top=3),
        Label(text, style=BODY, colour=colour, grow=1),
        gap=9,
        align="start",
    )


def tinted_line(icon: str, text: str, colour: str, fill: str) -> Widget:
    """The same on a ground of its own."""
    return Box(signed_line(icon, text, colour), fill=fill, padding=10, radius=10)
