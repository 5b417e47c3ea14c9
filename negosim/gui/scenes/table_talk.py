"""The right column of the table: the transcript, or the notebook with the guess board.

In a narrow window the same pages open as a dialog.
"""

from __future__ import annotations

from negosim.gui.scenes.guess_cards import guess_cards
from negosim.gui.scenes.table_composer import help_block
from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.scenes.table_draft import NOTES, TALK
from negosim.gui.scenes.table_transcript import Transcript
from negosim.gui.theme import MARK, MUTED, SMALL, SMALL_STRONG, TITLE
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    IconButton,
    Kind,
    Label,
    Pad,
    Row,
    Rule,
    Scroll,
    Space,
    Tabs,
    TextField,
    Widget,
)
from negosim.present.notes import NoteCard, Shelf, summary_question

MOST_NOTE = 200


def column(ui: Ui, desk: TableDesk, width: float, above: Widget | None = None) -> Widget:
    """The card beside the table; the help stands under the transcript, `above` over it."""
    helping = help_block(ui, desk)
    return Card(
        above,
        _tabs(desk),
        _page(ui, desk),
        Rule() if helping is not None else None,
        helping,
        gap=8,
        padding=14,
        width=width,
    )


def drawer(ui: Ui, desk: TableDesk) -> Widget:
    """The same pages over a narrow window."""
    return Card(
        Row(
            _tabs(desk),
            Space(grow=1),
            IconButton(
                "close", desk.app.close, key="close", label=desk.text("other.close"), size=32
            ),
        ),
        _page(ui, desk),
        gap=8,
        padding=14,
        width=min(560.0, ui.width - 40),
        height=ui.height - 40,
    )


def _tabs(desk: TableDesk) -> Widget:
    return Tabs(
        ((TALK, desk.text("talk.title")), (NOTES, desk.text("notes.title"))),
        desk.draft.page,
        desk.show_page,
        key="page",
    )


def _page(ui: Ui, desk: TableDesk) -> Widget:
    if desk.draft.page == NOTES and desk.playing.hidden:
        return Pad(
            Label(desk.text("other.hidden"), style=SMALL, colour=MUTED, align="center"), 20, grow=1
        )
    if desk.draft.page == NOTES:
        return Scroll(_notebook(ui, desk), key="notes")
    if not desk.bubbles:
        return Pad(
            Label(desk.text("talk.empty"), style=SMALL, colour=MUTED, align="center"), 20, grow=1
        )
    return Scroll(Transcript(desk.bubbles, desk.layouts), key="transcript", to_end=True)


def _notebook(ui: Ui, desk: TableDesk) -> Widget:
    shelves = desk.shelves
    return Pad(
        Column(
            Label(desk.text("notes.board"), style=TITLE),
            Label(desk.text("notes.board_about"), style=SMALL, colour=MUTED),
            guess_cards(ui, desk.playing),
            Space(4),
            Label(desk.text("notes.heard"), style=TITLE),
            None if shelves else Label(desk.text("notes.none"), style=SMALL, colour=MUTED),
            *(_shelf(desk, shelf) for shelf in shelves),
            Row(
                TextField(
                    desk.draft.note,
                    desk.write_note,
                    key="note",
                    on_submit=desk.add_note,
                    hint=desk.text("notes.own"),
                    most=MOST_NOTE,
                    grow=1,
                ),
                Button(desk.text("notes.add"), desk.add_note, key="add-note", kind=Kind.TINY),
                gap=8,
            ),
            gap=8,
        ),
        right=6,
        bottom=6,
    )


def _shelf(desk: TableDesk, shelf: Shelf) -> Widget:
    return Column(
        Label(shelf.title, style=SMALL_STRONG),
        *(_note(desk, note, shelf.issue) for note in shelf.notes),
        gap=4,
    )


def _note(desk: TableDesk, note: NoteCard, issue: int | None) -> Widget:
    """What was said with its move; one tap makes a question of it."""
    question = summary_question(desk.view, note, desk.lang)
    place = "all" if issue is None else issue
    return Row(
        Label(note.at, style=MARK, colour=MUTED, width=34) if note.at else None,
        Label(note.text, style=SMALL, grow=1),
        None
        if question is None
        else Button(
            desk.text("notes.ask"),
            lambda: desk.ask_note(question),
            key=f"note-{note.number}-{place}",
            kind=Kind.TINY,
            icon="ask",
            why_not=question.why_not,
            tip=question.label,
        ),
        gap=8,
        align="start",
    )
