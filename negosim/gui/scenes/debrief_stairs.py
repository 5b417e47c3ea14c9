"""The tab with the staircases: how both sides came down on an issue, and what it told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.sides import Side
from negosim.gui.drawings.staircase import StaircasePicture, StaircaseWords
from negosim.gui.theme import GUTTER, MUTED, SMALL, STRONG, THEM_TEXT, TITLE, US_TEXT
from negosim.gui.widgets import Card, Choice, Column, Grid, Label, Widget
from negosim.language.lexicon import mark_names
from negosim.language.typography import capital
from negosim.language.values import issue_name
from negosim.present.debrief_stairs import Stairs, stairs

if TYPE_CHECKING:
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

SIDE_BY_SIDE = 900.0


def stairs_page(ui: Ui, scene: DebriefScene) -> Widget:
    """One issue at a time, both sides beside each other."""
    words = ui.words("debrief_scene")
    side = scene.seen.side
    issues = [
        (number, issue_name(issue, ui.lang, starts=True))
        for number, issue in enumerate(scene.seen.found.scenario.issues)
    ]

    def choose(number: int) -> None:
        scene.issue = number
        scene.app.refresh()

    columns = 2 if ui.width >= SIDE_BY_SIDE else 1
    return Column(
        Choice(issues, scene.issue, choose, key="issue") if len(issues) > 1 else None,
        Grid(
            *(_one(ui, scene, each) for each in (side, side.other)),
            columns=columns,
            gap=GUTTER,
            line_gap=GUTTER,
        ),
        Label(words.text("stairs.quiet"), style=SMALL, colour=MUTED),
        gap=12,
    )


def _one(ui: Ui, scene: DebriefScene, side: Side) -> Widget:
    words = ui.words("debrief_scene")
    found: tuple[Stairs, ...] = scene.once(
        f"stairs-{side.word}", lambda: stairs(scene.seen, side, ui.lang)
    )
    way = found[scene.issue]
    ours = side is scene.seen.side
    picture: Widget | None = None
    if way.shape is not None:
        names = mark_names(side, ui.lang)
        mark = ui.words("table_scene").text
        told = way.shape.told
        picture = StaircasePicture(
            way.shape,
            StaircaseWords(
                quote=mark(
                    "tracks.mark", mark=capital(names["quote"]), value=way.shape.quote.value
                ),
                target=mark(
                    "tracks.mark", mark=capital(names["target"]), value=way.shape.target.value
                ),
                limit=mark(
                    "tracks.mark", mark=capital(names["floor"]), value=way.shape.limit.value
                ),
                told="" if told is None else words.text("stairs.tells", value=told.value),
                expected=words.text("stairs.expected"),
            ),
            key=f"stairs-{side.word}",
            height=250,
        )
    return Card(
        Label(
            words.text("stairs.ours" if ours else f"stairs.{side.word}"),
            style=TITLE,
            colour=US_TEXT if ours else THEM_TEXT,
        ),
        picture,
        Label(way.line, style=STRONG),
        Label(way.told, style=SMALL, colour=MUTED) if way.told else None,
        gap=8,
    )
