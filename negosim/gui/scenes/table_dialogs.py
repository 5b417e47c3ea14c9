"""The dialogs over the table: its menu, and the second step of ending the talks.

What ends the talks and what is said about it comes from `present.stepping_out`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.scenes.explaining import show_rules
from negosim.gui.scenes.preparation_reading import folder
from negosim.gui.scenes.settings import SettingsScene
from negosim.gui.theme import GOLD_TEXT, HEAD, MUTED, STRONG
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    Kind,
    Label,
    Pad,
    Row,
    Scroll,
    Space,
    Widget,
)

if TYPE_CHECKING:
    from negosim.gui.scenes.table_desk import TableDesk

FOLDER_WIDTH = 680.0
TOPICS = ("R21", "R22", "R25", "R26", "R27", "R31", "R35", "R39")
"""The rules one asks about in the middle of the talks."""


def menu_dialog(ui: Ui, desk: TableDesk) -> Widget:
    """Back, one's own brief, the rules, the settings, and leaving the game, which is kept."""
    app = desk.app

    def instead(what: object) -> None:
        app.close()
        assert callable(what)
        what()

    return Card(
        Button(desk.text("menu.back"), app.close, key="menu-back", icon="back", wide=True),
        Button(
            desk.text("menu.folder"),
            lambda: instead(lambda: app.open(lambda ui: folder_dialog(ui, desk))),
            key="menu-folder",
            icon="folder",
            why_not=desk.text("other.hidden") if desk.playing.hidden else "",
        ),
        Button(
            desk.text("menu.rules"),
            lambda: instead(lambda: show_rules(app, TOPICS)),
            key="menu-rules",
            icon="question",
        ),
        Button(
            desk.text("menu.settings"),
            lambda: instead(lambda: app.push(SettingsScene(app))),
            key="menu-settings",
            icon="gear",
        ),
        Button(
            desk.text("menu.leave"),
            lambda: instead(desk.playing.leave),
            key="menu-leave",
            icon="home",
            note=desk.text("menu.kept"),
        ),
        title=desk.text("menu.title"),
        gap=10,
        padding=18,
        width=min(360.0, ui.width - 40),
    )


def folder_dialog(ui: Ui, desk: TableDesk) -> Widget:
    """One's own brief, to look something up."""
    width = min(FOLDER_WIDTH, ui.width - 60)
    inside = folder(ui, desk.view)
    height = min(inside.wanted(ui, width - 50)[1], ui.height - 180)
    return Card(
        Scroll(Pad(inside, right=8), key="folder", height=height),
        Row(Space(grow=1), Button(desk.text("other.close"), desk.app.close, key="close")),
        title=desk.text("menu.folder"),
        gap=12,
        padding=20,
        width=width,
    )


def end_dialog(ui: Ui, desk: TableDesk) -> Widget:
    """The second step: what no deal is worth, staying first."""
    words = desk.end_talks

    def go() -> None:
        desk.app.close()
        desk.do(words.move)

    return Card(
        Label(words.title, style=HEAD),
        Column(
            Label(words.text, colour=MUTED),
            None
            if desk.is_silent or desk.playing.hidden
            else Label(words.worth, style=STRONG, colour=GOLD_TEXT),
            gap=6,
        ),
        Row(
            Button(words.stay, desk.app.close, key="stay"),
            Space(grow=1),
            Button(
                words.go, go, key="walk-out", kind=Kind.CINNABAR, icon="flag",
                why_not=words.why_not,
            ),
            gap=12,
        ),
        gap=16,
        padding=22,
        width=min(460.0, ui.width - 40),
    )  # fmt: skip
