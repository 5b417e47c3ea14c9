"""Away from the table: the director, a change of plan, executives, what was learned.

Alone the director is a voice that asks "what do we get for it?" before he says yes.
Source: exercise.md R9, R35, R36, R38.
"""

from __future__ import annotations

from negosim.cli.terminal.commands import CommandFault, parse
from negosim.cli.terminal.concession_sheet import Sheets, edit_sheets
from negosim.cli.terminal.desk import Desk, Item
from negosim.cli.terminal.guess_board import guess_menu
from negosim.cli.terminal.preparation import show_authority
from negosim.engine import moves as m
from negosim.engine.issue import Terms
from negosim.engine.words import Purpose
from negosim.language.values import clock_text
from negosim.present.director_voice import Mood, director_says, granted
from negosim.present.standing import time_left_ms


def away_menu(desk: Desk, sheets: Sheets) -> tuple[m.Move, ...]:
    """What is done outside; empty when something was only looked at."""
    recess = desk.view.common.recess
    assert recess is not None
    desk.screen.title(desk.text("away.title"))
    left = time_left_ms(desk.view, desk.elapsed_ms)
    if left is not None:
        desk.say("away.left", "muted", left=clock_text(left))
    _show_learned(desk)
    items: list[Item] = []
    if recess.purpose in (Purpose.CONSULT, Purpose.PRESS):
        items.append(Item("director", desk.text("away.director")))
    if sheets.numbers():
        items.append(Item("plan", desk.text("away.plan")))
    if not desk.view.common.positions[desk.view.brief.side].executives:
        items.append(Item("executives", desk.text("away.executives")))
    items.append(Item("guess", desk.text("away.guess")))
    items.append(Item("return", desk.text("away.return")))
    match desk.choose(items, back=False, empty="return"):
        case "director":
            return _one(ask_director(desk))
        case "plan":
            if edit_sheets(desk, sheets):
                return tuple(m.PlanSteps(number, sheets[number]) for number in sheets.numbers())
            return ()
        case "executives":
            return (m.CallExecutives(),)
        case "guess":
            return _one(guess_menu(desk))
        case _:
            return (m.Return(),)


def ask_director(desk: Desk) -> m.Move | None:
    """How far, and what for; the director's word is an `Authorise`. None: never mind."""
    show_authority(desk)
    desk.say("director.how_far")
    while True:
        typed = desk.line("> ")
        if not typed or desk.goes_back(typed):
            return None
        try:
            command = parse(f"authorise {typed}", desk.view, desk.lang)
        except CommandFault as fault:
            desk.fault(str(fault))
            continue
        if isinstance(command, m.Authorise):
            return with_director(desk, command)


def with_director(desk: Desk, move: m.Move) -> m.Move | None:
    """A move that wants the director's yes, once he has given it; any other as it is.

    He asks what we get for it before he lets the negotiators go further than they may
    now. None when he is not answered.
    """
    match move:
        case m.Authorise() if not move.exchange:
            exchange = _what_for(desk, move.terms)
            return None if exchange is None else m.Authorise(move.terms, exchange)
        case m.SetAuthority() if _widens(desk, move.terms):
            return None if _what_for(desk, move.terms) is None else move
        case _:
            return move


def _what_for(desk: Desk, terms: Terms) -> str | None:
    _director(desk, Mood.WHAT_FOR, terms=desk.words.terms(terms))
    exchange = desk.line(desk.text("director.answer"))
    if not exchange or desk.goes_back(exchange):
        _director(desk, Mood.NO)
        return None
    _director(desk, Mood.YES)
    return exchange


def _director(desk: Desk, mood: Mood, **slots: str) -> None:
    asked = granted(desk.heard)
    words = director_says(mood, desk.view, desk.heard, desk.lang, asked=asked, **slots)
    desk.say("director.says", "theirs", words=words)


def _widens(desk: Desk, terms: Terms) -> bool:
    """Whether the terms go further on some issue than the negotiators may go now."""
    return any(
        tick is not None and yard.sign * (tick - authority) < 0
        for yard, tick, authority in zip(
            desk.view.brief.yardsticks, terms, desk.view.own.authority, strict=True
        )
    )


def _show_learned(desk: Desk) -> None:
    """The cards drawn so far; whether they are stale nobody says (R36)."""
    for card in desk.view.own.cards:
        desk.say("away.card", "gold", text=card.text.in_(desk.lang))


def _one(move: m.Move | None) -> tuple[m.Move, ...]:
    return () if move is None else (move,)
