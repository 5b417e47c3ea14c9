"""The head of a page outside a match: the way back, its title, what it offers, the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import HEAD
from negosim.gui.widgets import Choice, IconButton, Label, Row, Space, Widget

if TYPE_CHECKING:
    from negosim.gui.scene import Scene
    from negosim.gui.ui import Ui


def page_head(scene: Scene, ui: Ui, title: str, *offers: Widget | None) -> Widget:
    """One line over the page; `offers` stand before the language."""
    back = ui.words("lobby_scene").text("page.back")
    return Row(
        IconButton("back", scene.leave, key="back", label=back),
        Label(title, style=HEAD),
        Space(grow=1),
        *offers,
        language_switch(scene),
        gap=12,
    )


def language_switch(scene: Scene) -> Widget:
    """中 and EN; whatever is on the screen changes at once."""
    app = scene.app
    return Choice(
        (("zh", "中"), ("en", "EN")),
        app.lang,
        lambda lang: app.settings.change(lang=lang),
        key="language",
    )
