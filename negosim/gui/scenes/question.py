"""A dialog that asks before something is done: a title, what there is to know, the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import BODY, TITLE
from negosim.gui.widgets import Card, Column, Flow, Label, Scroll, Space, Widget

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

WIDTH, PADDING, GAP = 540.0, 22.0, 10.0
AROUND = 30.0
"""What is left free above and below a dialog, together."""


def question(
    ui: Ui, title: str, lines: tuple[str, ...], *answers: Widget, between: Widget | None = None
) -> Widget:
    """`between`: something to choose from, under the lines; it scrolls where it is too high."""
    width = min(WIDTH, ui.width - 60)
    head = [Label(title, style=TITLE), *[Label(line, style=BODY) for line in lines]]
    foot = Flow(*answers, gap=10)
    if between is not None:
        inner = width - 2 * PADDING
        fixed = Column(*head, Space(4), foot, gap=GAP).wanted(ui, inner)[1] + 2 * PADDING + GAP
        room = max(80.0, ui.height - AROUND - fixed)
        high = between.wanted(ui, inner - Scroll.BAR)[1]
        between = Scroll(between, key="question", height=min(high, room))
    return Card(*head, between, Space(4), foot, gap=GAP, padding=PADDING, width=width)
