"""Their cards turned over beside what was guessed of them: order, marks, points. Only lays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import (
    GOLD,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    THEM_TINT,
    US_TEXT,
    US_TINT,
)
from negosim.gui.widgets import Box, Card, Column, Flow, Icon, Label, Row, Table, Widget
from negosim.present.debrief_cards import Card as Turned
from negosim.present.debrief_cards import Cards, cards
from negosim.solo.afterthoughts import Afterthought

if TYPE_CHECKING:
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

SIDE_BY_SIDE = 1000.0


def cards_card(ui: Ui, scene: DebriefScene) -> Widget:
    """Everything that the other side held."""
    words = ui.words("debrief_scene")
    thought = scene.thought or Afterthought()
    found = scene.once("cards", lambda: cards(scene.seen, thought, ui.lang))
    order = Column(
        Label(words.text("cards.order"), style=SMALL_STRONG, colour=MUTED),
        Flow(*(_turned(ui, card) for card in found.order), gap=8, line_gap=8),
        Flow(*_verdicts(ui, found), gap=14, line_gap=2),
        *(Label(sentence, style=SMALL, colour=MUTED) for sentence in found.vetoes),
        gap=8,
        grow=1,
    )
    marks = Column(
        Label(words.text("cards.marks"), style=SMALL_STRONG, colour=MUTED),
        _marks(ui, found),
        gap=4,
        grow=1,
    )
    inside: Widget = Column(order, marks, gap=14)
    if ui.width >= SIDE_BY_SIDE:
        inside = Row(order, marks, gap=28, align="start")
    return Card(inside, title=words.text("cards.title"), gap=10)


def _verdicts(ui: Ui, found: Cards) -> list[Widget]:
    words = ui.words("debrief_scene")
    told = [Label(found.verdict, style=STRONG)]
    if found.late:
        told.append(Label(words.text("cards.late"), style=SMALL, colour=MUTED))
    if found.inversions is not None:
        text = words.text("cards.inversions", inversions=found.inversions, pairs=found.pairs)
        told.append(Label(text, style=SMALL, colour=MUTED))
    if found.points:
        told.append(Label(found.points, style=STRONG, colour=THEM_TEXT))
    return list(told)


def _turned(ui: Ui, card: Turned) -> Widget:
    """One of their priorities, and where it was guessed; a tick as well as the colour says right."""
    words = ui.words("debrief_scene")
    guess: Widget | None = None
    if card.right:
        guess = Icon("check", size=16, colour=US_TEXT)
    elif card.guessed_rank is not None:
        text = words.text("cards.yours", rank=card.guessed_rank)
        guess = Label(text, style=SMALL, colour=THEM_TEXT, wrap=False)
    return Box(
        Row(
            Box(
                Label(str(card.rank), style=SMALL_STRONG, colour=INK, align="center", width=14),
                fill=GOLD,
                radius=10,
                padding=2,
            ),
            Icon(card.icon, size=17, colour=MUTED),
            Label(card.name, style=STRONG),
            guess,
            gap=8,
        ),
        fill=US_TINT if card.right else THEM_TINT,
        radius=10,
        padding=8,
    )


def _marks(ui: Ui, found: Cards) -> Widget:
    words = ui.words("debrief_scene")
    signed = any(mark.signed for mark in found.marks)
    head = ["", *found.heads]
    if signed:
        head += [words.text("cards.signed"), ""]
    rows: list[list[str | Widget]] = []
    for mark in found.marks:
        name = Flow(
            Label(mark.name, style=SMALL_STRONG),
            Label(mark.unit, style=SMALL, colour=MUTED) if mark.unit else None,
            gap=5,
            line_gap=0,
        )
        row: list[str | Widget] = [name, mark.quote, mark.target, mark.limit]
        if signed:
            row += [
                Label(mark.signed, style=SMALL_STRONG, colour=US_TEXT),
                Label(mark.room, style=SMALL, colour=MUTED),
            ]
        rows.append(row)
    return Table(head, rows, align="llllll", style=SMALL, gap=12)
