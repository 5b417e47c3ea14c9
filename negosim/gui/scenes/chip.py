"""The small pill beside a heading: a verdict, a worth, how a game stands."""

from __future__ import annotations

from negosim.gui.theme import SMALL_STRONG
from negosim.gui.widgets import Box, Label, Pad, Widget


def chip(text: str, colour: str, fill: str) -> Widget:
    """One line on a ground of its own."""
    label = Label(text, style=SMALL_STRONG, colour=colour, wrap=False)
    return Box(Pad(label, left=7, right=7), fill=fill, radius=11, padding=3)
