"""The sheet on which three ways to learn the other side's priorities are chosen.

Source: exercise.md R31, R32.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.words import QuestionForm
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, CARD, HAIRLINE, MUTED, SMALL_STRONG, TITLE, US, US_TINT, WHITE
from negosim.gui.widgets import Card, Column, Drawing, Grid, Label, Press, Row, Widget
from negosim.language.lexicon import name_of
from negosim.language.typography import capital
from negosim.present.preparation import METHODS

if TYPE_CHECKING:
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.ui import Ui


def methods_page(ui: Ui, scene: Preparation) -> Widget:
    """All forms of question, each with a line; three at most are chosen."""
    words = ui.words("preparation")
    chosen = scene.draft.methods
    return Card(
        Row(
            Label(words.text("methods.title"), style=TITLE, grow=1),
            Label(
                words.text("methods.count", count=len(chosen), most=METHODS),
                style=SMALL_STRONG,
                colour=MUTED,
                wrap=False,
            ),
        ),
        Grid(
            *[_method(ui, scene, form) for form in QuestionForm],
            columns=1 if ui.width < 760 else 2,
            gap=12,
            line_gap=12,
        ),
        gap=14,
    )


def _method(ui: Ui, scene: Preparation, form: QuestionForm) -> Widget:
    words = ui.words("preparation")
    chosen = form in scene.draft.methods
    full = not chosen and len(scene.draft.methods) == METHODS

    def toggle() -> None:
        scene.draft.toggle_method(form)
        scene.changed()

    return Press(
        Row(
            _mark(chosen=chosen),
            Column(
                Label(capital(name_of(form, ui.lang)), style=TITLE),
                Label(words.text(f"methods.{form.value}_how"), style=BODY, colour=MUTED),
                gap=2,
                grow=1,
            ),
            gap=12,
            align="start",
        ),
        toggle,
        key=f"method-{form.value}",
        selected=chosen,
        fill=US_TINT if chosen else CARD,
        why_not=words.text("methods.full") if full else "",
        shadow=False,
    )


def _mark(*, chosen: bool) -> Widget:
    def paint(p: Painter, rect: Rect) -> None:
        box = rect.inflate(-2, -2)
        p.rect(box, US if chosen else CARD, 6, US if chosen else HAIRLINE, 2)
        if chosen:
            p.icon("check", box.inflate(-6, -6), WHITE)

    return Drawing(paint, width=24, height=24)
