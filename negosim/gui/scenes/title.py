"""The title: a table by a window, one filled button, and the ways to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.artwork import picture_source
from negosim.gui.painter import Painter, Rect
from negosim.gui.scene import Scene
from negosim.gui.scenes.page_head import language_switch
from negosim.gui.scenes.past_games import PastGamesScene
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.starting import resume, start_first
from negosim.gui.theme import (
    DESIGN_HEIGHT,
    DESIGN_WIDTH,
    GOLD,
    INK,
    MARGIN,
    PAPER,
    SMALL,
    US,
    WHITE,
    Style,
)
from negosim.gui.widgets import (
    Button,
    Column,
    Drawing,
    Kind,
    Label,
    Layers,
    Pad,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.present.title import left_last
from negosim.solo.saved import Saved

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui

_NAME = Style(46, 56, True)
_MARK = Style(30, 36, True)
_SENTENCE = Style(16, 25)
_WIDE, _SLIM = 400.0, 372.0
_RING_FROM_RIGHT = 612.0
"""How far the round window reaches from the right edge of the picture, in its own units."""


class TitleScene(Scene):
    name = "title"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._left: Saved | None = None

    def entered(self) -> None:
        self._left = self.app.games.last_running()

    def dropped(self, path: str) -> None:
        """A scenario dropped on the title opens in the picker."""
        self.app.push(PickerScene(self.app, path))

    def build(self, ui: Ui) -> Widget:
        tall = ui.width < 1.5 * ui.height
        side = 24.0 if ui.narrow else 48.0 if tall else 72.0
        column = Column(
            Space(grow=1),
            *self._words(ui),
            Space(6 if ui.short else 20),
            *self._ways(ui),
            # In a tall window a chair stands below on the left.
            Space(grow=2.4 if tall else 1.4),
            gap=10,
            width=_SLIM if ui.narrow else _WIDE,
        )
        # In the smallest windows the words would stand on the picture: paper goes between.
        ends = side + (_SLIM if ui.narrow else _WIDE)
        ring = ui.width - _RING_FROM_RIGHT * _scale(ui.width, ui.height)
        covered = ends + 12 if ends > ring else 0.0
        return Layers(
            Drawing(lambda p, rect: _paint_room(p, rect, covered)),
            Pad(
                Row(Scroll(column, key="ways", grow=0), Space(grow=1), align="stretch"),
                left=side,
                right=MARGIN,
                top=12,
                bottom=12,
            ),
            Pad(
                Column(Row(Space(grow=1), language_switch(self)), Space(grow=1)),
                MARGIN,
            ),
        )

    def _words(self, ui: Ui) -> tuple[Widget, ...]:
        words = ui.words("lobby_scene")
        return (
            Row(
                Drawing(_paint_mark, width=52, height=52),
                Label(words.text("title.name"), style=_NAME, colour=INK, wrap=False),
                gap=16,
            ),
            Label(words.text("title.sentence"), style=_SENTENCE, colour=INK),
        )

    def _ways(self, ui: Ui) -> tuple[Widget | None, ...]:
        app = self.app
        words = ui.words("lobby_scene")
        return (
            Button(
                words.text("title.first"),
                self._begin,
                key="first",
                kind=Kind.FILLED,
                icon="play",
                note=words.text("title.first_about"),
                hotkey="enter",
                height=60,
            ),
            self._go_on(ui),
            Button(
                words.text("title.choose"),
                lambda: app.push(PickerScene(app)),
                key="choose",
                icon="folder",
            ),
            Row(
                Button(
                    words.text("title.past"),
                    lambda: app.push(PastGamesScene(app)),
                    key="past",
                    icon="replay",
                    grow=1,
                ),
                Button(
                    words.text("title.settings"),
                    lambda: app.push(SettingsScene(app)),
                    key="settings",
                    icon="gear",
                    grow=1,
                ),
                Button(words.text("title.quit"), app.quit, key="quit", grow=1),
                gap=10,
            ),
        )

    def _go_on(self, ui: Ui) -> Widget | None:
        """The game that was left last, by its name."""
        left = self._left
        if left is None:
            return None
        room = (_SLIM if ui.narrow else _WIDE) - 36
        return Button(
            ui.words("lobby_scene").text("title.go_on"),
            lambda: self._resume(left),
            key="go_on",
            kind=Kind.JADE,
            icon="right",
            note=ui.type.shortened(left_last(left, ui.lang), SMALL, room),
        )

    def _begin(self) -> None:
        start_first(self.app)

    def _resume(self, saved: Saved) -> None:
        resume(self.app, saved)


def _paint_room(p: Painter, rect: Rect, covered: float) -> None:
    """The picture over the whole window, its left `covered` units under paper.

    What does not fit goes on the left, where it is wall.
    """
    scale = _scale(rect.w, rect.h)
    # A little more than is needed, so that rounding never leaves an edge bare.
    w, h = DESIGN_WIDTH * scale + 2, DESIGN_HEIGHT * scale + 2
    p.svg(picture_source("title"), Rect(rect.right - w + 1, rect.bottom - h + 1, w, h))
    if covered:
        p.rect(Rect(rect.x, rect.y, covered, rect.h), PAPER)
        p.rect(Rect(rect.x + covered, rect.y, 3, rect.h), GOLD)


def _scale(width: float, height: float) -> float:
    """How much larger than designed the picture is when it fills a window."""
    return max(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)


def _paint_mark(p: Painter, rect: Rect) -> None:
    p.rect(rect, US, 12)
    p.text("谈", rect.centerx, rect.centery, _MARK, WHITE, align="center", middle=True)
