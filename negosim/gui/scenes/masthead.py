"""The dark bar at the top of a scene of the game: mark, title, side, a few tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, picture_source
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.theme import GOLD, MARGIN, NIGHT, NIGHT_MUTED, SMALL, TITLE, WHITE
from negosim.gui.widgets import (
    Box,
    Button,
    Column,
    IconButton,
    Kind,
    Label,
    Pad,
    Picture,
    Row,
    Widget,
)

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

MARK_SIZE = 34.0
OTHER = {"en": "zh", "zh": "en"}
NAMES = {"en": "EN", "zh": "中"}


class Night(Box):
    """The dark ground with a gold line under it."""

    def paint(self, p: Painter, ui: Ui) -> None:
        super().paint(p, ui)
        y = self.rect.bottom - 1
        p.line((self.rect.x, y), (self.rect.right, y), GOLD, 2)


def masthead(ui: Ui, title: str, line: str, *tools: Widget) -> Widget:
    """Title and a line below it on the left, tools on the right."""
    mark = Picture(picture_source("logo"), width=MARK_SIZE, height=MARK_SIZE)
    words = Column(
        Label(title, style=TITLE, colour=WHITE, most_lines=1),
        Label(line, style=SMALL, colour=NIGHT_MUTED, most_lines=1),
        gap=0,
        grow=1,
    )
    around = 6 if ui.short else 10
    row = Row(mark, Pad(words, left=4, grow=1), *tools, gap=8)
    return Night(
        Pad(row, left=MARGIN, right=MARGIN, top=around, bottom=around),
        fill=NIGHT,
        padding=0,
        radius=0,
    )


def settings_button(ui: Ui) -> Widget:
    """Opens the settings over the scene."""
    return IconButton(
        "gear",
        lambda: ui.app.push(SettingsScene(ui.app)),
        key="settings",
        label=ui.words("preparation").text("scene.settings"),
        night=True,
    )


def language_button(ui: Ui) -> Widget:
    """Switches between Chinese and English at once; shows the language it leads to."""
    other = OTHER[ui.lang]

    def switch() -> None:
        ui.app.settings.change(lang=other)
        ui.app.refresh()

    return Button(NAMES[other], switch, key="language", kind=Kind.NIGHT)
