"""The dark bar at the top of the scenes of a match: its ground, and the tools they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.gui.artwork import picture_source
from negosim.gui.painter import Painter
from negosim.gui.scenes.explaining import show_rules
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
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

MARK_SIZE, TOOL_SIZE = 34.0, 36.0
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


def privacy_button(ui: Ui, playing: Playing, *, size: float = TOOL_SIZE) -> Widget:
    """Covers what is one's own, in every scene of the match, or shows it again."""
    hidden = playing.hidden
    return IconButton(
        "eye-off" if hidden else "eye",
        playing.toggle_privacy,
        key="privacy",
        label=ui.words("window").text("tool.show" if hidden else "tool.hide"),
        hotkey="v",
        selected=hidden,
        night=True,
        size=size,
    )


def rules_button(ui: Ui, topics: tuple[str, ...]) -> Widget:
    """Says what the rules of these numbers (`R26`) are about."""
    return IconButton(
        "question",
        lambda: show_rules(ui.app, topics),
        key="explain",
        label=ui.words("window").text("tool.explain"),
        hotkey="h",
        night=True,
    )


def settings_button(ui: Ui) -> Widget:
    """Opens the settings over the scene."""
    return IconButton(
        "gear",
        lambda: ui.app.push(SettingsScene(ui.app)),
        key="settings",
        label=ui.words("window").text("tool.settings"),
        night=True,
    )


def leave_button(ui: Ui, leave: Callable[[], None]) -> Widget:
    """Back to the title; the game is kept."""
    label = ui.words("window").text("tool.leave")
    return IconButton("leave", leave, key="leave", label=label, night=True)


def language_button(ui: Ui) -> Widget:
    """Switches between Chinese and English at once; shows the language it leads to."""
    other = OTHER[ui.lang]

    def switch() -> None:
        ui.app.settings.change(lang=other)
        ui.app.refresh()

    return Button(NAMES[other], switch, key="language", kind=Kind.NIGHT)
