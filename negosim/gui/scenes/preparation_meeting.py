"""The introduction: who sits on both sides, and the one button that opens the talks.

Source: exercise.md R10, R18.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.sides import Side
from negosim.gui.scenes.preparation_frame import explain_button
from negosim.gui.scenes.preparation_people import both_sides
from negosim.gui.theme import (
    BODY,
    HEAD,
    MARGIN,
    MUTED,
)
from negosim.gui.widgets import (
    Button,
    Column,
    Kind,
    Label,
    Pad,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.present.preparation_brief import people

if TYPE_CHECKING:
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.ui import Ui

WIDTH = 900.0


def meeting_page(ui: Ui, scene: Preparation) -> Widget:
    """Both sides side by side; the button waits once it has been pressed."""
    words = ui.words("preparation")
    found = people(scene.view, ui.lang)
    setup = scene.view.common.setup
    how = "meeting.how_no_clock" if setup.limit_ms is None else "meeting.how"
    opens = "meeting.opens_me" if scene.playing.side is Side.CLIENT else "meeting.opens_them"
    done = scene.view.common.ready[scene.playing.side]
    width = min(WIDTH, ui.width - 2 * MARGIN)
    page = Column(
        Label(words.text("meeting.title"), style=HEAD, align="center"),
        Label(words.text(how), style=BODY, colour=MUTED, align="center"),
        Space(6),
        both_sides(ui, scene, (*found.ours, *found.behind)),
        width=width,
        gap=6,
    )
    start = Button(
        words.text("meeting.start"),
        scene.introduce,
        key="open-talks",
        kind=Kind.FILLED,
        icon="people",
        hotkey="enter",
        why_not=words.text("meeting.waiting") if done else "",
    )
    foot = Row(
        explain_button(ui, scene),
        Label(words.text("meeting.waiting" if done else opens), style=BODY, colour=MUTED, grow=1),
        start,
        gap=20,
    )
    around = 8 if ui.short else 16
    return Column(
        Scroll(
            Pad(
                Column(page, align="center"),
                top=10 if ui.short else 36,
                bottom=12,
            ),
            key="meeting",
        ),
        Column(
            Pad(foot, top=around, bottom=around, width=width),
            align="center",
        ),
        gap=0,
        grow=1,
    )
