"""The settings page. Every change holds at once and is kept; Esc returns to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.words import ClockKind, Level
from negosim.gui.scene import Scene
from negosim.gui.scenes.page_head import page_head
from negosim.gui.theme import MARGIN, MUTED, SMALL, STRONG, VALUE
from negosim.gui.widgets import (
    Button,
    Card,
    Choice,
    Column,
    Kind,
    Label,
    Pad,
    Row,
    Rule,
    Scroll,
    Space,
    Stepper,
    Toggle,
    Widget,
)
from negosim.present.picker import clocks, levels

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

ZOOMS = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_WIDE = 860.0
_STACKED = 760.0
"""Below this logical width a control stands under its words instead of beside them."""


class SettingsScene(Scene):
    name = "settings"

    def build(self, ui: Ui) -> Widget:
        words = ui.words("settings")
        page = Column(
            Card(*self._screen(ui), title=words.text("group.screen"), gap=12),
            Card(*self._games(ui), title=words.text("group.games"), gap=12),
            gap=14,
        )
        foot = Row(
            Label(
                words.text("kept.about", path=self.app.games.folder),
                style=SMALL,
                colour=MUTED,
                grow=1,
            ),
            Button(words.text("head.done"), self.leave, key="done", kind=Kind.FILLED),
            gap=14,
        )
        side = max(0.0, (ui.width - 2 * MARGIN - _WIDE) / 2)
        return Pad(
            Column(
                page_head(self, ui, words.text("head.title")),
                Scroll(Pad(page, left=side + 4, right=side + 4, top=6, bottom=10), key="page"),
                Pad(foot, left=side + 4, right=side + 10),
                gap=12,
            ),
            MARGIN,
        )

    def _screen(self, ui: Ui) -> list[Widget]:
        settings = self.app.settings
        zoom = Stepper(
            ui.words("settings").text("zoom.value", percent=round(settings.zoom * 100)),
            lambda: self._zoom(-1),
            lambda: self._zoom(1),
            key="zoom",
            less=settings.zoom > ZOOMS[0],
            more=settings.zoom < ZOOMS[-1],
            style=VALUE,
            width=190,
        )
        language = Choice(
            (("zh", "中文"), ("en", "English")),
            settings.lang,
            lambda lang: self._change(lang=lang),
            key="lang",
        )
        return [
            *self._row(ui, "language", language),
            Rule(),
            *self._row(ui, "zoom", zoom),
            Rule(),
            *self._row(ui, "calm", self._toggle(ui, "calm", settings.calm)),
            Rule(),
            *self._row(ui, "sound", self._toggle(ui, "sound", settings.sound)),
        ]

    def _games(self, ui: Ui) -> list[Widget]:
        settings = self.app.settings
        words = ui.words("settings")
        level: Choice[Level | None] = Choice(
            (
                (None, words.text("level.usual")),
                *((each, told.name) for each, told in levels(ui.lang)),
            ),
            settings.level,
            lambda level: self._change(level=level),
            key="level",
        )
        clock: Choice[ClockKind | None] = Choice(
            (
                (None, words.text("clock.usual")),
                *((each, told.name) for each, told in clocks(ui.lang)),
            ),
            settings.clock,
            lambda clock: self._change(clock=clock),
            key="clock",
        )
        return [
            *self._row(ui, "level", level),
            Rule(),
            *self._row(ui, "clock", clock),
            Rule(),
            *self._row(ui, "voice", self._voice(ui)),
            Rule(),
            *self._row(ui, "private", self._toggle(ui, "private", settings.private)),
        ]

    def _row(self, ui: Ui, name: str, control: Widget) -> list[Widget]:
        """A setting's name and what it does, with its control beside or below."""
        words = ui.words("settings")
        told = Column(
            Label(words.text(f"{name}.name"), style=STRONG),
            Label(words.text(f"{name}.about"), style=SMALL, colour=MUTED),
            gap=2,
            grow=1,
        )
        if ui.width < _STACKED:
            return [told, Row(control, Space(grow=1))]
        return [Row(told, control, gap=24)]

    def _toggle(self, ui: Ui, name: str, value: bool) -> Widget:
        word = ui.words("settings").text("toggle.on" if value else "toggle.off")
        return Toggle(word, value, lambda now: self._change(**{name: now}), key=name)

    def _voice(self, ui: Ui) -> Widget:
        if not self.app.voice.is_there:
            return Label(ui.words("settings").text("voice.none"), style=SMALL, colour=MUTED)
        return self._toggle(ui, "voice", self.app.settings.voice)

    def _zoom(self, step: int) -> None:
        """The next of the sizes offered; one that was set by hand goes to its neighbour."""
        zoom = self.app.settings.zoom
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - zoom))
        self._change(zoom=ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + step))])

    def _change(self, **values: object) -> None:
        self.app.settings.change(**values)
        self.app.refresh()
