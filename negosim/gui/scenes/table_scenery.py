"""What one looks at on the left of the table: the boardroom, the card of the issues.

Only put together here: the widgets are in `table_room` and `table_tracks`, the words and
places in `present`.
"""

from __future__ import annotations

from negosim.gui.drawings.boardroom import OUR_PORTRAITS, portrait_of
from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.scenes.table_papers import paper
from negosim.gui.scenes.table_room import Boardroom, Bubble, Pill
from negosim.gui.scenes.table_tracks import TrackBoard
from negosim.gui.theme import (
    GOLD,
    GOLD_TEXT,
    INK,
    NIGHT,
    SMALL,
    THEM_CHIP,
    THEM_TEXT,
    TITLE,
    US,
    US_TEXT,
    VALUE,
    WHITE,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import Card, Flow, Label, Row, Scroll, Space, Widget
from negosim.present.bubbles import Voice
from negosim.present.speakers import their_name
from negosim.present.tracks import legend, tracks

ROOM_GROWS = 0.35
"""The room's share of extra height; the tracks take the rest."""


def room(ui: Ui, desk: TableDesk, *, folded: bool) -> Widget:
    """Both people, what was said last, whose move it is, their offer on the table."""
    view, head, said = desk.view, desk.headline, desk.said
    bubble = None
    if said is not None:
        bubble = Bubble(said.text, ours=said.side is Voice.US, number=said.number)
    party = view.brief.words.parties[view.brief.side].in_(ui.lang)
    ours = " · ".join(text for text in (desk.text("room.us"), party) if text)
    theirs = f"{desk.text('room.them')} · {desk.their_name}"
    turn = [Pill(head.turn, GOLD, INK) if head.mine else Pill(head.turn, NIGHT, WHITE)]
    if head.questions:
        turn.append(Pill(head.questions_text, NIGHT, WHITE))
    opposite = [Pill(theirs, THEM_CHIP, WHITE, border=WHITE)]
    posture = desk.goal.posture_word
    if posture:
        opposite.append(Pill(desk.text("room.posture", word=posture), NIGHT, WHITE))
    return Boardroom(
        people=(OUR_PORTRAITS[view.brief.side], portrait_of(their_name(view, "en"))),
        plates=((Pill(ours, US, WHITE, border=WHITE),), tuple(opposite)),
        turn=tuple(turn),
        bubble=bubble,
        paper=None if folded else paper(ui, desk),
        folded=folded,
        grow=0.0 if folded else ROOM_GROWS,
    )


def warning(desk: TableDesk) -> Widget | None:
    """What is agreed and unwritten, in large type in the last minutes; else nothing."""
    text = desk.headline.warning
    if not text:
        return None
    return Label(text, style=VALUE, colour=THEM_TEXT, align="center")


def issue_card(ui: Ui, desk: TableDesk, *, scrolls: bool) -> Widget:
    """The tracks under their legend; they scroll by themselves, or with the page."""
    package = desk.drafted
    shown = tracks(
        desk.view,
        ui.lang,
        own_marks=not desk.playing.hidden,
        draft=() if package is None or desk.playing.hidden else package.terms,
        heard=desk.playing.heard,
    )
    board = TrackBoard(shown, marked=desk.draft.marked, on_mark=desk.mark)
    return Card(
        _legend(ui, desk),
        Scroll(board, key="tracks-scroll", least_height=64) if scrolls else board,
        gap=3,
        padding=9,
        grow=1,
    )


def _legend(ui: Ui, desk: TableDesk) -> Widget:
    left, right, ours, theirs = legend(desk.view, ui.lang)
    head = desk.headline
    notes = [head.deadlock, head.expected, "" if head.warning else head.unwritten]
    if ui.narrow:
        # The header has no room for it beside the clock.
        notes.insert(0, head.handshake)
    title = Label(desk.text("tracks.title"), style=TITLE)
    ends = (
        Label(left, style=SMALL, colour=US_TEXT),
        Label(right, style=SMALL, colour=THEM_TEXT),
    )
    rest = (
        *(Label(note, style=SMALL, colour=GOLD_TEXT) for note in notes if note),
        Label(f"● {ours}", style=SMALL, colour=US_TEXT),
        Label(f"■ {theirs}", style=SMALL, colour=THEM_TEXT),
    )
    if ui.narrow:
        return Flow(title, *ends, *rest, gap=14, line_gap=2)
    return Row(title, Space(24), ends[0], Space(grow=1), ends[1], Space(10), *rest, gap=12)
