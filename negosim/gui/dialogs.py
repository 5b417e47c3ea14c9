"""The two dialogs every scene may need: telling something, and asking before doing it.

What is said is handed in; nothing here knows why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.gui.theme import BODY, HEAD, INK, MUTED
from negosim.gui.widgets import Button, Card, Column, Flow, Kind, Label, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui

WIDE = 480.0


def tell(app: App, title: Callable[[str], str], text: Callable[[str], str]) -> None:
    """A sentence with a button that closes it. Both texts are functions of the language."""

    def build(ui: Ui) -> Widget:
        close = ui.words("lobby_scene").text("start.close")
        return framed(
            ui,
            title(ui.lang),
            Label(text(ui.lang), style=BODY, colour=INK),
            buttons=(Button(close, app.close, key="close", kind=Kind.FILLED, hotkey="enter"),),
        )

    app.open(build)


def ask(
    app: App,
    title: Callable[[str], str],
    text: Callable[[str], str],
    *,
    yes: Callable[[str], str],
    no: Callable[[str], str],
    on_yes: Callable[[], None],
) -> None:
    """A question before something is done. What changes nothing comes first and has the focus."""

    def agreed() -> None:
        app.close()
        on_yes()

    def build(ui: Ui) -> Widget:
        return framed(
            ui,
            title(ui.lang),
            Label(text(ui.lang), style=BODY, colour=MUTED),
            buttons=(
                Button(no(ui.lang), app.close, key="no", kind=Kind.FILLED),
                Button(yes(ui.lang), agreed, key="yes", kind=Kind.CINNABAR),
            ),
        )

    app.open(build)


def framed(ui: Ui, title: str, *content: Widget, buttons: tuple[Button, ...]) -> Widget:
    """A dialog's card: title, content that scrolls when it must, buttons on the right."""
    return Card(
        Label(title, style=HEAD),
        Scroll(Column(*content, gap=12), key="dialog-text", least_height=40),
        Row(Space(grow=1), Flow(*buttons, gap=10)),
        gap=14,
        padding=22,
        width=min(WIDE, ui.width - 40),
    )
