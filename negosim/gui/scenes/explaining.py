"""The dialog behind "explain this": the rules a page is about, in our words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import BODY, MUTED, STRONG, TITLE
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    Icon,
    Kind,
    Label,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.present.explaining import rule_pages

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui

WIDTH = 560.0


def show_rules(app: App, topics: tuple[str, ...]) -> None:
    """Open the dialog on the rules of these numbers (`R26`)."""

    def build(ui: Ui) -> Widget:
        pages = [
            Column(Label(page.title, style=STRONG), Label(page.text, style=BODY), gap=2)
            for page in rule_pages(topics, ui.lang)
        ]
        width = min(WIDTH, ui.width - 60)
        listed = Column(*pages, gap=12)
        room = ui.height - 190
        height = min(listed.wanted(ui, width - 40)[1], room)
        return Card(
            Row(
                Icon("question", size=20, colour=MUTED),
                Label(ui.words("preparation").text("scene.explain_title"), style=TITLE, grow=1),
            ),
            Scroll(listed, key="explained", height=height),
            Row(
                Space(grow=1),
                Button(
                    ui.words("preparation").text("scene.close"),
                    app.close,
                    key="close",
                    kind=Kind.PLAIN,
                ),
            ),
            gap=14,
            padding=20,
            width=width,
        )

    app.open(build)
