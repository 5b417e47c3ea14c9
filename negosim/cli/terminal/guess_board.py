"""The notebook's page and the guess board on the screen. Source: exercise.md R32."""

from __future__ import annotations

from negosim.cli.terminal import vocabulary
from negosim.cli.terminal.desk import Desk, Item, numbered
from negosim.engine import moves as m
from negosim.language.catalogue import catalogue
from negosim.language.values import clock_text
from negosim.present.notebook import by_issue, notes


def show_notes(desk: Desk) -> None:
    """What was heard, by issue, and the board under it."""
    desk.screen.title(desk.text("notes.title"))
    count = len(desk.view.brief.issues)
    shelves = by_issue(notes(desk.heard, desk.words), count)
    for number, shelf in enumerate(shelves):
        if not shelf:
            continue
        named = number < count
        heading = desk.words.issue(number, starts=True) if named else desk.text("notes.general")
        desk.screen.say(heading, "strong")
        for note in shelf:
            desk.screen.say(f"  {clock_text(note.at_ms)} {note.text}", indent=" " * 8)
    if not any(shelves):
        desk.say("notes.none", "muted")
    show_board(desk)


def show_board(desk: Desk) -> None:
    """The guess as it stands, and whether it is locked."""
    locked = desk.view.own.guess
    key = "notes.locked" if locked else "notes.board"
    desk.say(key, order=desk.words.ranked(locked or desk.board.order))


def move_chips(desk: Desk, text: str) -> None:
    """The issues that `text` names go first, in that order; an empty text only shows."""
    if text:
        count = len(desk.view.brief.issues)
        found = numbered(text, count, vocabulary.issue_words(desk.view.brief.issues))
        if found is None:
            names = desk.words.names(tuple(range(count)))
            desk.fault(catalogue("commands", desk.lang).text("fault.order", issues=names))
            return
        desk.board.arrange(found)
    show_board(desk)
    if not desk.view.own.guess:
        desk.say("notes.how", "muted")


def guess_menu(desk: Desk) -> m.Move | None:
    """Arrange the guess, then lock it once; None when it is not locked yet."""
    if desk.view.own.guess:
        show_board(desk)
        return None
    desk.say("notes.arrange")
    order = desk.issues(1, len(desk.view.brief.issues))
    if order is not None:
        desk.board.arrange(order)
    show_board(desk)
    items = [Item("lock", desk.text("notes.lock")), Item("wait", desk.text("notes.wait"))]
    if desk.choose(items, back=False) == "lock":
        return m.Guess(desk.board.order)
    return None
