"""The frame around the open sheet of the preparation: list, goal, lower bar.

Source: look.md.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    CARD,
    GOLD_TEXT,
    GUTTER,
    HAIRLINE,
    MARGIN,
    MARK,
    MUTED,
    SMALL,
    TITLE,
    US,
    US_TEXT,
    US_TINT,
    VALUE,
    WHITE,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Column,
    Drawing,
    Icon,
    Kind,
    Label,
    Pad,
    Press,
    Row,
    Scroll,
    Space,
    Tabs,
    Widget,
)
from negosim.language.values import joined
from negosim.present.preparation import Tick, sheets_of, tick_of
from negosim.present.preparation_bands import goal

if TYPE_CHECKING:
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.ui import Ui

LIST_WIDTH = 232.0
HINT_FROM = 760.0
"""Below this logical width there is no room for the hint beside the buttons."""


def sheets(ui: Ui, scene: Preparation, content: Widget) -> Widget:
    """The open sheet with the list of all beside it, or over it in a narrow window."""
    page = Scroll(
        Pad(Column(content), left=4, right=10, top=4, bottom=12),
        key=f"page-{scene.sheet.value}-{scene.issue}",
    )
    if ui.narrow:
        middle: Widget = Column(
            Pad(_tabs(ui, scene), left=MARGIN, right=MARGIN, top=6),
            Pad(page, left=MARGIN - 4, right=MARGIN - 10, top=8, grow=1),
            gap=0,
            grow=1,
        )
    else:
        middle = Pad(
            Row(
                Scroll(_list(ui, scene), key="sheets", width=LIST_WIDTH, grow=0),
                page,
                gap=GUTTER - 4,
                align="stretch",
            ),
            left=MARGIN,
            right=MARGIN - 10,
            top=MARGIN - 4,
            grow=1,
        )
    return Column(middle, _bar(ui, scene), gap=0, grow=1)


def _list(ui: Ui, scene: Preparation) -> Widget:
    words = ui.words("preparation")
    rows = [
        Press(
            Row(
                _tick_mark(tick_of(scene.draft, scene.view, sheet)),
                Column(
                    Label(words.text(f"sheet.{sheet.value}"), style=TITLE),
                    Label(words.text(f"note.{sheet.value}"), style=SMALL, colour=MUTED),
                    gap=0,
                    grow=1,
                ),
                Label(str(number), style=MARK, colour=MUTED, wrap=False),
                gap=10,
            ),
            partial(scene.turn_to, sheet),
            key=f"sheet-{sheet.value}",
            hotkey=str(number),
            selected=sheet is scene.sheet,
            fill=US_TINT if sheet is scene.sheet else CARD,
            padding=11,
            radius=12,
            shadow=False,
            tip=words.text(f"tick.{tick_of(scene.draft, scene.view, sheet).value}"),
        )
        for number, sheet in enumerate(sheets_of(scene.view), start=1)
    ]
    return Pad(Column(*rows, _goal(ui, scene), gap=8), left=4, right=6, top=4, bottom=12)


def _goal(ui: Ui, scene: Preparation) -> Widget | None:
    """What the director hopes for and what no deal is worth, in points."""
    words = ui.words("preparation")
    points = goal(scene.view)
    if points is None:
        return None
    figures = zip(points, ("hoped", "no_deal"), (US_TEXT, MUTED), strict=True)
    return Box(
        Row(
            *[
                Column(
                    Label(str(figure), style=VALUE, colour=colour, align="center"),
                    Label(
                        words.text(f"framework.{key}"),
                        style=SMALL,
                        colour=MUTED,
                        align="center",
                    ),
                    gap=0,
                    grow=1,
                )
                for figure, key, colour in figures
            ],
        ),
        border=HAIRLINE,
        padding=10,
        radius=12,
    )


def _tabs(ui: Ui, scene: Preparation) -> Widget:
    words = ui.words("preparation")
    signs = {Tick.UNSEEN: "", Tick.DONE: "✓ ", Tick.LOOK: "! "}
    options = [
        (
            sheet,
            signs[tick_of(scene.draft, scene.view, sheet)] + words.text(f"sheet.{sheet.value}"),
        )
        for sheet in sheets_of(scene.view)
    ]
    return Tabs(options, scene.sheet, scene.turn_to, key="sheets")


def _bar(ui: Ui, scene: Preparation) -> Widget:
    words = ui.words("preparation")
    listed = sheets_of(scene.view)
    place = listed.index(scene.sheet) + 1
    following = listed[place] if place < len(listed) else None
    hint: Widget = Space(grow=1)
    if ui.width >= HINT_FROM:
        hint = Label(_hint(ui, scene), style=SMALL if ui.narrow else BODY, colour=MUTED, grow=1)
    onward = None
    if following is not None:
        onward = Button(
            words.text("scene.next", sheet=words.text(f"sheet.{following.value}")),
            lambda: scene.turn_to(following),
            key="next",
        )
    start = Button(
        words.text("scene.start"),
        scene.start,
        key="start",
        kind=Kind.FILLED,
        icon="play",
        hotkey="enter",
    )
    around = 8 if ui.short else 12
    return Pad(
        Row(explain_button(ui, scene), hint, Row(onward, start, gap=12), gap=20),
        left=MARGIN,
        right=MARGIN,
        top=around,
        bottom=around,
    )


def explain_button(ui: Ui, scene: Preparation) -> Widget:
    """What the rules say about the page that is open."""
    return Button(
        ui.words("preparation").text("scene.explain"),
        scene.explain,
        key="explain",
        kind=Kind.GHOST,
        icon="question",
        hotkey="h",
    )


def _hint(ui: Ui, scene: Preparation) -> str:
    """What to look at again; else that one may start."""
    words = ui.words("preparation")
    again = [
        words.text(f"sheet.{sheet.value}")
        for sheet in sheets_of(scene.view)
        if tick_of(scene.draft, scene.view, sheet) is Tick.LOOK
    ]
    if again:
        return words.text("scene.open_hint", sheets=joined(again, ui.lang))
    return words.text("scene.ready_hint")


def _tick_mark(tick: Tick) -> Widget:
    """A ring, a jade disc with a check, or a gold warning."""
    if tick is Tick.LOOK:
        return Icon("warning", size=22, colour=GOLD_TEXT)

    def paint(p: Painter, rect: Rect) -> None:
        if tick is Tick.DONE:
            p.circle(rect.centerx, rect.centery, 11, US)
            p.icon("check", rect.inflate(-8, -8), WHITE)
        else:
            p.circle(rect.centerx, rect.centery, 10, CARD, HAIRLINE, 2)

    return Drawing(paint, width=22, height=22)
