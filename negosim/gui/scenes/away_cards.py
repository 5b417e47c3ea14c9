"""The cards on the page of a break: what it is for, the news, an insider's card, notes.

Each function lays one card out; sentences come from `present.away`. Source: exercise.md
R35, R36.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine import events as e
from negosim.gui.scenes.guess_cards import guess_cards
from negosim.gui.scenes.notices import signed_line
from negosim.gui.theme import (
    BODY,
    CINNABAR_TINT,
    GOLD_EDGE,
    GOLD_TEXT,
    GOLD_TINT,
    HEAD,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    TITLE,
    US_TEXT,
    WELL,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Icon,
    Kind,
    Label,
    Pad,
    Row,
    Space,
    TextField,
    Widget,
)
from negosim.present.away import BreakPage, InsiderCard
from negosim.present.bubbles import said_at

if TYPE_CHECKING:
    from negosim.gui.scenes.away import AwayScene
    from negosim.gui.ui import Ui

NOTES_SHOWN = 6
MOST_NOTE = 200


def break_card(ui: Ui, page: BreakPage) -> Widget:
    """What this break is for, what it brings and costs, what fell with it."""
    words = ui.words("away")
    rows: list[Widget | None] = [Label(page.told, style=STRONG)]
    rows += [signed_line("check", text, US_TEXT) for text in page.brings]
    rows += [signed_line("warning", text, THEM_TEXT) for text in page.risks]
    rows.append(Space(2))
    rows.append(signed_line("clock", page.time, MUTED))
    rows.append(signed_line("leave", page.left, MUTED))
    if page.awaited:
        rows.append(signed_line("info", page.awaited, MUTED))
    if page.lapsed:
        rows.append(_lapsed(words.text("page.lapsed"), page.lapsed))
    return Card(*rows, gap=7, title=words.text("page.break"))


def news_card(ui: Ui, page: BreakPage) -> Widget:
    """What came in from outside, and what it did to one's own limits."""
    rows: list[Widget] = [_news(text) for text in page.news]
    if not rows:
        rows = [Label(ui.words("away").text("news.none"), style=BODY, colour=MUTED)]
    if page.moved:
        rows.append(signed_line("warning", page.moved, THEM_TEXT))
    return Column(*rows, gap=12)


def insider_cards(ui: Ui, page: BreakPage) -> Widget:
    """The card just drawn, large; older ones under it."""
    words = ui.words("away")
    if not page.cards:
        return Label(words.text("card.none"), style=BODY, colour=MUTED)
    return Column(*[_insider(ui, card) for card in page.cards], gap=12)


def waiting_card(ui: Ui, page: BreakPage) -> Widget:
    """The other side is out: nothing to do but think."""
    return Column(
        Row(
            Icon("clock", size=26, colour=MUTED),
            Label(ui.words("away").text("page.waiting"), style=BODY, grow=1),
            gap=12,
        ),
        *[_news(text) for text in page.news],
        signed_line("warning", page.moved, THEM_TEXT) if page.moved else None,
        gap=12,
    )


def notes_card(ui: Ui, scene: AwayScene) -> Widget:
    """One's own lines, and the guess of their order."""
    words = ui.words("away")
    noted = [each.event for each in scene.playing.heard if isinstance(each.event, e.Noted)]
    lines: list[Widget] = [
        Row(
            Label(said_at(scene.view, event), style=SMALL, colour=MUTED, wrap=False),
            Label(event.text, style=BODY, grow=1),
            gap=10,
            align="start",
        )
        for event in noted[-NOTES_SHOWN:]
    ]
    add = Button(words.text("notes.add"), scene.keep_note, key="note-add", kind=Kind.TINY)
    write = Column(
        Label(words.text("notes.title"), style=TITLE),
        Row(
            TextField(
                scene.note,
                scene.write_note,
                key="note",
                hint=words.text("notes.hint"),
                most=MOST_NOTE,
                on_submit=scene.keep_note,
                grow=1,
            ),
            add,
            gap=8,
        ),
        *(lines or [Label(words.text("notes.none"), style=SMALL, colour=MUTED)]),
        gap=9,
        grow=1,
    )
    guess = Column(
        Label(ui.words("contract").text("guess.title"), style=TITLE),
        guess_cards(ui, scene.playing),
        gap=8,
        grow=1,
    )
    if ui.narrow:
        return Column(write, guess, gap=16)
    return Row(write, guess, gap=24, align="start")


def _lapsed(head: str, text: str) -> Widget:
    return Box(
        Row(
            Icon("warning", size=16, colour=THEM_TEXT),
            Label(head, style=SMALL_STRONG, colour=THEM_TEXT),
            gap=7,
        ),
        Label(text, style=BODY, colour=THEM_TEXT),
        gap=2,
        padding=10,
        fill=CINNABAR_TINT,
        radius=10,
    )


def _news(text: str) -> Widget:
    return Box(
        Row(
            Pad(Icon("info", size=22, colour=GOLD_TEXT), top=3),
            Label(text, style=HEAD, grow=1),
            gap=14,
            align="start",
        ),
        fill=GOLD_TINT,
        border=GOLD_EDGE,
        radius=14,
        padding=20,
    )


def _insider(ui: Ui, card: InsiderCard) -> Widget:
    """A card as it lies on the table: gold for the one just drawn, plain for older ones."""
    words = ui.words("away")
    colour = GOLD_TEXT if card.fresh else MUTED
    head = Row(
        Icon("phone", size=18, colour=colour),
        Label(card.topic or words.text("card.title"), style=SMALL_STRONG, colour=colour, grow=1),
        Label(words.text("card.fresh"), style=SMALL, colour=colour) if card.fresh else None,
        gap=8,
    )
    return Box(
        head,
        Label(card.text, style=HEAD if card.fresh else BODY),
        gap=8,
        padding=20 if card.fresh else 12,
        fill=GOLD_TINT if card.fresh else WELL,
        border=GOLD_EDGE if card.fresh else None,
        radius=14,
    )
