"""The tab with every question, its answer, and what the cards say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.sides import Side
from negosim.gui.scenes.chip import chip
from negosim.gui.theme import (
    CINNABAR_TINT,
    GOLD_TEXT,
    GOLD_TINT,
    GUTTER,
    MUTED,
    SMALL,
    SMALL_STRONG,
    THEM_TEXT,
    THEM_TINT,
    TITLE,
    US_TEXT,
    US_TINT,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Flow,
    Kind,
    Label,
    Pad,
    Row,
    Space,
    Widget,
)
from negosim.present.debrief_questions import Asked, Truth, asked, methods

if TYPE_CHECKING:
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

SIDE_BY_SIDE = 900.0
_VERDICTS = {
    Truth.TRUE: (US_TEXT, US_TINT),
    Truth.UNTRUE: (THEM_TEXT, CINNABAR_TINT),
    Truth.EVADED: (GOLD_TEXT, GOLD_TINT),
}


def questions_page(ui: Ui, scene: DebriefScene) -> Widget:
    """Ours and theirs."""
    words = ui.words("debrief_scene")
    chosen = scene.once("methods", lambda: methods(scene.seen, ui.lang))
    line = words.text("questions.no_methods")
    if chosen:
        listed = words.text("questions.comma").join(
            words.text("questions.method", name=each.name, used=each.used) for each in chosen
        )
        line = words.text("questions.methods", methods=listed)
    side = scene.seen.side
    lists = [_asked_by(ui, scene, each) for each in (side, side.other)]
    inside: Widget = Column(*lists, gap=GUTTER)
    if ui.width >= SIDE_BY_SIDE:
        inside = Row(*lists, gap=GUTTER, align="start")
    return Column(Label(line, style=SMALL, colour=MUTED), inside, gap=10)


def _asked_by(ui: Ui, scene: DebriefScene, side: Side) -> Widget:
    words = ui.words("debrief_scene")
    ours = side is scene.seen.side
    found: tuple[Asked, ...] = scene.once(
        f"asked-{side.word}", lambda: asked(scene.seen, side, ui.lang)
    )
    rows = [_question(ui, scene, each, ours=ours) for each in found]
    none = Label(words.text("questions.none"), colour=MUTED)
    return Card(
        Label(
            words.text("questions.ours" if ours else f"questions.{side.word}"),
            style=TITLE,
            colour=US_TEXT if ours else THEM_TEXT,
        ),
        *(rows or [none]),
        gap=14,
        grow=1.3 if ours else 1,
    )


def _question(ui: Ui, scene: DebriefScene, each: Asked, *, ours: bool) -> Widget:
    words = ui.words("debrief_scene")
    verdict: Widget | None = None
    if each.verdict:
        colour, fill = _VERDICTS[each.truth]
        verdict = chip(each.verdict, colour, fill)
    side = scene.seen.side if ours else scene.seen.side.other
    return Column(
        Row(
            Flow(
                Label(words.text("page.move", number=each.number), style=SMALL, colour=MUTED),
                Label(each.form, style=SMALL_STRONG, colour=MUTED),
                gap=8,
                line_gap=0,
                grow=1,
            ),
            Button(
                words.text("page.look"),
                lambda: scene.look_at(each.before),
                key=f"look-{side.word}-{each.before}",
                kind=Kind.TINY,
                icon="eye",
            ),
            gap=8,
        ),
        Box(Label(each.question), fill=US_TINT if ours else THEM_TINT, radius=10, padding=9),
        Pad(
            Box(Label(each.answer), fill=THEM_TINT if ours else US_TINT, radius=10, padding=9),
            left=22,
        ),
        Flow(
            verdict,
            Label(each.fact, style=SMALL, colour=MUTED) if each.fact else None,
            gap=8,
            line_gap=2,
        )
        if verdict is not None or each.fact
        else None,
        Space(2),
        gap=6,
    )
