"""A person at the terminal as a player of one seat.

The person sees what the seat sees and nothing else: the view that is handed in, the
seat's own events, and the seat's preview of a move.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from negosim.cli.terminal.away import away_menu, with_director
from negosim.cli.terminal.composer import compose
from negosim.cli.terminal.concession_sheet import Sheets
from negosim.cli.terminal.controls import do_control
from negosim.cli.terminal.desk import Desk, Redraw, TypedMove
from negosim.cli.terminal.preparation import preparation_menu
from negosim.cli.terminal.replying import answer_menu
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.table_menu import reaction_menu, show_offer, turn_menu
from negosim.cli.terminal.transcript import Transcript
from negosim.engine import moves as m
from negosim.engine.calls import must_move
from negosim.engine.events import Ruling
from negosim.engine.preview import preview
from negosim.engine.state import SeatView
from negosim.engine.view import SeatEvent
from negosim.engine.words import Level, Phase
from negosim.language.rulings import ruling_sentence
from negosim.present.coach import Coach, advice


class Person:
    """A `Player` whose moves come from a screen and a keyboard."""

    def __init__(self, screen: Screen, lang: str, *, seconds: Callable[[], float]) -> None:
        """`seconds` is a clock that never goes back (only shown, never decided by)."""
        self.desk = Desk(screen, lang, controls=do_control, seconds=seconds)
        self._coach = Coach()
        self._transcript = Transcript()
        self._ready_moves: deque[m.Move] = deque()
        self._sheets: Sheets | None = None
        self._shown: tuple[object, ...] = ()
        self._faults: tuple[Ruling, ...] = ()
        self._advised: int | None = None

    def choose(self, view: SeatView, events: tuple[SeatEvent, ...]) -> m.Move | None:
        """The person's next move, asked for until there is one.

        None only where the seat need not move. Raises `Quit`, and `EndOfInput` when
        nothing more can be read.
        """
        self.hear(view, events)
        while True:
            if self._ready_moves:
                return self._ready_moves.popleft()
            must = must_move(view.common, view.brief.side)
            try:
                asked = self._ask(must)
                for move in asked:
                    composed = self._composed(move)
                    if composed is None:
                        self._ready_moves.clear()
                        break
                    self._ready_moves.append(composed)
                if not asked and not must:
                    return None
            except TypedMove as typed:
                self._take_typed(typed.move)
            except Redraw:
                self._shown = ()

    def hear(self, view: SeatView, events: tuple[SeatEvent, ...]) -> None:
        """Take in what happened and tell it; afterwards the coach may speak."""
        self.desk.look(view, events)
        self._transcript.tell(self.desk, events)
        replied = False
        for each in events:
            if each.rulings:
                self._faults = each.rulings
            seat = getattr(each.event, "seat", None)
            replied = replied or (seat is not None and seat != view.seat)
        if replied and self._faults:
            self._speak_after(self._faults)
            self._faults = ()

    # -- asking ------------------------------------------------------------------------

    def _ask(self, must: bool) -> tuple[m.Move, ...]:
        """What the person wants to do now; empty when nothing came of it."""
        desk = self.desk
        common = desk.view.common
        match common.phase:
            case Phase.PREPARATION:
                first = self._sheets is None
                self._sheets = self._sheets or Sheets(desk.view)
                return preparation_menu(desk, self._sheets, first=first)
            case Phase.INTRODUCTION:
                return self._introduce()
            case Phase.BREAK:
                self._sheets = self._sheets or Sheets(desk.view)
                return away_menu(desk, self._sheets)
            case _:
                return _one(self._at_the_table(must))

    def _at_the_table(self, must: bool) -> m.Move | None:
        desk = self.desk
        if not must:
            return reaction_menu(desk)
        question = desk.view.common.turn.question
        if question is not None:
            return answer_menu(desk)
        turn = desk.view.common.turn.number
        now = (turn, desk.view.common.record, desk.view.common.phase)
        if self._shown != now:
            desk.show_table()
            show_offer(desk)
            self._shown = now
        if desk.view.common.setup.level is Level.FIRST and self._advised != turn:
            text = advice(desk.view, desk.lang)
            desk.screen.say(desk.text("coach.says", text=text), "coach")
            self._advised = turn
        return turn_menu(desk)

    def _introduce(self) -> tuple[m.Move, ...]:
        desk = self.desk
        desk.say("intro.how")
        typed = desk.line("> ")
        if typed and not desk.agrees(typed):
            desk.command(typed)
            return ()
        return (m.Introduce(),)

    # -- sending -----------------------------------------------------------------------

    def _composed(self, move: m.Move) -> m.Move | None:
        """The move once its sentence has been agreed to; None to go back."""
        return compose(self.desk, self._coach, move, preview(self.desk.view, move))

    def _take_typed(self, move: m.Move) -> None:
        """A typed move goes the same way as a chosen one; the director is asked first."""
        try:
            found = with_director(self.desk, move)
            composed = None if found is None else self._composed(found)
        except TypedMove as typed:
            self._take_typed(typed.move)
            return
        except Redraw:
            return
        if composed is not None:
            self._ready_moves.append(composed)

    def _speak_after(self, rulings: tuple[Ruling, ...]) -> None:
        fault = self._coach.after(self.desk.view, rulings)
        if fault is not None:
            text = ruling_sentence(self.desk.words, fault)
            self.desk.screen.say(self.desk.text("coach.says", text=text), "coach")


def _one(move: m.Move | None) -> tuple[m.Move, ...]:
    return () if move is None else (move,)
