"""The tab with the principles: how often each was kept, and the moves that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.scenes.explaining import show_rules
from negosim.gui.theme import (
    CARD,
    CINNABAR_TINT,
    GUTTER,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM,
    THEM_TEXT,
    TITLE,
    US,
    US_TEXT,
    US_TINT,
    WELL,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Drawing,
    Flow,
    Icon,
    Kind,
    Label,
    Press,
    Row,
    Widget,
)
from negosim.present.debrief_principles import Evidence, Kept, Principles, principles

if TYPE_CHECKING:
    from negosim.gui.painter import Painter, Rect
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

SIDE_BY_SIDE = 900.0
MOST_MARKS = 12
"""More occasions than this are told by their numbers alone."""


def principles_page(ui: Ui, scene: DebriefScene) -> Widget:
    """The principles; beside or below them the occasions of the one chosen."""
    words = ui.words("debrief_scene")
    found: Principles = scene.once("principles", lambda: principles(scene.seen, ui.lang))
    if not found.kept:
        none = Label(words.text("principles.none"), colour=MUTED)
        return Column(Card(Label(found.share, style=STRONG), none))
    chosen = next(
        (each for each in found.kept if each.principle is scene.principle), _dearest(found)
    )
    listed = Column(
        Label(found.share, style=STRONG),
        *(_row(ui, scene, each, selected=each is chosen) for each in found.kept),
        gap=8,
        grow=1,
    )
    shown = _occasions(ui, scene, chosen)
    if ui.width < SIDE_BY_SIDE:
        return Column(listed, shown, gap=GUTTER)
    return Row(listed, shown, gap=GUTTER, align="start")


def _dearest(found: Principles) -> Kept:
    """The principle with most to learn from: the most weight lost to faults."""
    return max(found.kept, key=lambda each: each.weight * (1 - each.kept / each.occasions))


def _row(ui: Ui, scene: DebriefScene, each: Kept, *, selected: bool) -> Widget:
    words = ui.words("debrief_scene")
    count = each.occasions

    def choose() -> None:
        scene.principle = each.principle
        scene.app.refresh()

    weight = words.text("principles.unscored")
    if each.weight:
        weight = words.text("principles.weight", weight=each.weight)
    return Press(
        Row(
            Label(each.name, style=STRONG, grow=1),
            _marks(each) if count <= MOST_MARKS and not ui.narrow else None,
            Column(
                Label(
                    words.text("principles.kept", kept=each.kept, occasions=count),
                    style=SMALL_STRONG,
                    colour=US_TEXT if each.kept == count else THEM_TEXT,
                    align="right",
                    wrap=False,
                ),
                Label(weight, style=SMALL, colour=MUTED, align="right", wrap=False),
                gap=0,
            ),
            gap=12,
        ),
        choose,
        key=f"principle-{each.principle.value}",
        selected=selected,
        fill=US_TINT if selected else CARD,
        padding=10,
        radius=10,
        shadow=False,
    )


def _marks(each: Kept) -> Widget:
    """A disc for every occasion kept, a square for every one that was not, in order."""
    kept = each.marks

    def paint(p: Painter, rect: Rect) -> None:
        for place, good in enumerate(kept):
            x = rect.x + 6 + place * 14
            if good:
                p.circle(x, rect.centery, 4.5, US)
            else:
                p.square(x, rect.centery, 4.5, THEM)

    return Drawing(paint, width=14 * len(kept), height=16, least=14 * len(kept))


def _occasions(ui: Ui, scene: DebriefScene, chosen: Kept) -> Widget:
    words = ui.words("debrief_scene")
    return Card(
        Flow(
            Label(chosen.name, style=TITLE),
            Button(
                words.text("principles.explain", rule=chosen.rule),
                lambda: show_rules(scene.app, (chosen.rule,)),
                key="explain",
                kind=Kind.TINY,
                icon="question",
            ),
            gap=12,
        ),
        *(_evidence(ui, scene, each, number) for number, each in enumerate(chosen.moves)),
        gap=12,
        grow=1.2,
    )


def _evidence(ui: Ui, scene: DebriefScene, each: Evidence, number: int) -> Widget:
    words = ui.words("debrief_scene")
    return Box(
        Row(
            Icon(
                "check" if each.kept else "close",
                size=15,
                colour=US_TEXT if each.kept else THEM_TEXT,
            ),
            Label(each.when, style=SMALL, colour=MUTED, grow=1),
            Button(
                words.text("page.look"),
                lambda: scene.look_at(each.before),
                key=f"look-{number}",
                kind=Kind.TINY,
                icon="eye",
            ),
            gap=8,
        ),
        Label(each.said, style=SMALL),
        *(
            Label(finding.text, style=STRONG, colour=US_TEXT if finding.kept else THEM_TEXT)
            for finding in each.found
        ),
        fill=WELL if each.kept else CINNABAR_TINT,
        radius=10,
        padding=10,
        gap=6,
    )
