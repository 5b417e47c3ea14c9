"""The guess of the other side's order as cards in a column, moved by pointer and keys.

The board itself is the player's and is kept in `Playing`; it becomes a move when it is
locked. Source: exercise.md R32, look.md.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pygame

from negosim.engine import moves as m
from negosim.engine.issue import Issue
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import GOLD, GOLD_TEXT, INK, MUTED, SMALL, SMALL_STRONG, STRONG, WELL
from negosim.gui.widgets import (
    Box,
    Button,
    Column,
    Drawing,
    Icon,
    Kind,
    Label,
    Press,
    Row,
    Space,
    Widget,
)
from negosim.gui.widgets.widget import presses
from negosim.language.values import issue_name
from negosim.present.issue_icons import icon_for
from negosim.present.notes import lock_guess

if TYPE_CHECKING:
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

_STEPS = {"up": -1, "left": -1, "down": 1, "right": 1}


class OrderCard(Press):
    """One issue of an order. A press moves it one place up, the first to the end; arrows move
    it either way, and the focus goes with it."""

    def __init__(
        self, child: Widget, on_move: Callable[[int], None], *, key: str, first: bool, last: int
    ) -> None:
        """`on_move(by)` moves it by so many places; `last`: the last place there is."""
        super().__init__(
            child,
            lambda: on_move(last if first else -1),
            key=key,
            radius=10,
            padding=7,
            shadow=False,
        )
        self._on_move = on_move

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        step = _STEPS.get(presses(event))
        if step is None:
            return False
        self._on_move(step)
        return True


def guess_cards(ui: Ui, playing: Playing, *, key: str = "guess", lockable: bool = True) -> Widget:
    """The cards, and with `lockable` the button that locks them; once locked they lie still."""
    words = ui.words("contract")
    locked = playing.view.own.guess
    order, issues = locked or playing.board.order, playing.brief.issues
    if locked:
        rows: list[Widget] = [
            Box(face(ui, issues[issue], place), fill=WELL, radius=10, padding=7)
            for place, issue in enumerate(order)
        ]
        foot: Widget = Row(
            Icon("lock", size=16, colour=GOLD_TEXT),
            Label(words.text("guess.locked"), style=SMALL_STRONG, colour=GOLD_TEXT),
            gap=6,
        )
    else:
        rows = [
            OrderCard(
                face(ui, issues[issue], place),
                partial(_move, playing, place),
                key=f"{key}:{issue}",
                first=place == 0,
                last=len(order) - 1,
            )
            for place, issue in enumerate(order)
        ]
        found = lock_guess(playing.view, order, ui.lang)

        def lock() -> None:
            send_guess(playing)

        foot = Row(
            Label(words.text("guess.how"), style=SMALL, colour=MUTED, grow=1),
            Button(
                found.label,
                lock,
                key=f"{key}-lock",
                kind=Kind.TINY,
                icon="lock",
                why_not=found.why_not,
            )
            if lockable
            else None,
            gap=10,
        )
    return Column(*rows, Space(2), foot, gap=6)


def send_guess(playing: Playing) -> bool:
    """Lock the board as it stands; False when that was refused."""
    return playing.send(m.Guess(playing.board.order), quiet=True)


def _move(playing: Playing, place: int, by: int) -> None:
    order = list(playing.board.order)
    issue = order.pop(place)
    order.insert(min(max(place + by, 0), len(order)), issue)
    playing.board.arrange(tuple(order))
    playing.app.refresh()


def face(ui: Ui, issue: Issue, place: int) -> Widget:
    """What such a card shows: the issue's place, from 0, its icon and its name."""
    return Row(
        Drawing(lambda p, rect: _rank(p, rect, place + 1), width=22, height=22),
        Icon(icon_for(issue), size=18, colour=MUTED),
        Label(issue_name(issue, ui.lang, starts=True), style=STRONG, grow=1),
        gap=9,
    )


def _rank(p: Painter, rect: Rect, rank: int) -> None:
    p.circle(rect.centerx, rect.centery, 11, GOLD)
    p.text(str(rank), rect.centerx, rect.centery, SMALL_STRONG, INK, align="center", middle=True)
