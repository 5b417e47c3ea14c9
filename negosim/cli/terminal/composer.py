"""The composer: a move as a sentence, with its cost and the coach, before it is sent.

It decides nothing. An illegal move is answered with its refusal and given back, so
that what was being done goes on where it was.
"""

from __future__ import annotations

from dataclasses import replace

from negosim.cli.terminal.desk import Desk
from negosim.engine import moves as m
from negosim.engine.issue import Terms
from negosim.engine.preview import Preview
from negosim.engine.state import SeatView
from negosim.engine.words import ClockKind
from negosim.language.refusals import objectors, refusal_sentence
from negosim.language.rulings import ruling_sentence
from negosim.language.sentences import move_sentence
from negosim.language.spoken import Spoken
from negosim.language.values import joined, seconds_text, value_text
from negosim.present.coach import Coach

LONGEST_WORDS = 400
SILENT = (m.Note, m.HandOver, m.PlanSteps, m.ChooseMethods, m.Ready, m.Introduce)
"""Moves that are sent at once: nothing is said or lost by them, or a menu has asked already."""


def compose(desk: Desk, coach: Coach, move: m.Move, preview: Preview) -> m.Move | None:
    """The move to send, perhaps with words of the player's own; None to go back."""
    if preview.refusal is not None:
        sentence = refusal_sentence(preview.refusal, preview.issue, desk.view, desk.lang)
        desk.fault(sentence)
        return None
    if isinstance(move, SILENT):
        return move
    while True:
        _show(desk, move, preview)
        warning = coach.before(desk.view, preview.rulings)
        if warning is not None:
            text = ruling_sentence(desk.words, warning)
            desk.screen.say(desk.text("coach.says", text=text), "coach")
        aloud = isinstance(move, Spoken)
        desk.say("compose.aloud" if aloud else "compose.done", "muted")
        typed = desk.line(desk.text("compose.prompt" if aloud else "compose.prompt_do"))
        if desk.agrees(typed):
            return move
        if desk.goes_back(typed):
            return None
        if aloud and desk.wants_words(typed):
            move = _reworded(desk, move)
            continue
        if not typed.isdecimal():
            desk.command(typed)


def _show(desk: Desk, move: m.Move, preview: Preview) -> None:
    """The sentence, what it costs, and whether there is time for it."""
    sentence = move_sentence(desk.view, move, desk.lang)
    if isinstance(move, Spoken):
        sentence = desk.text("compose.quote", text=sentence)
    desk.screen.say(f"▸ {sentence}", "ours", indent="  ")
    if preview.cost_ms and desk.view.common.setup.clock is not ClockKind.NONE:
        cost = seconds_text(preview.cost_ms, desk.lang)
        desk.say("compose.cost", "muted", cost=cost)
    if not preview.in_time:
        desk.say("compose.too_late", "warning")
    _warn(desk, move)


def _warn(desk: Desk, move: m.Move) -> None:
    """What the seat knows and may have forgotten: drafts that lapse, its own team's vetoes.

    Source: exercise.md R39; scenario-format.md, `client_team.veto`.
    """
    view, words = desk.view, desk.words
    drafts = view.common.record.drafts
    if isinstance(move, m.Leave) and drafts:
        deals = joined([words.deal(each.terms, each.benefits) for each in drafts], desk.lang)
        _careful(desk, "compose.lapses", deals=deals)
    for number, tick in enumerate(_committed(view, move)):
        if tick is None:
            continue
        for name in objectors(view, number, tick):
            _careful(
                desk,
                "compose.vetoed",
                name=name.in_(desk.lang),
                issue=words.issue(number),
                value=value_text(view.brief.issues[number], tick, desk.lang),
            )


def _careful(desk: Desk, key: str, **slots: object) -> None:
    desk.screen.say(desk.text(key, **slots), "warning", indent="  ")


def _committed(view: SeatView, move: m.Move) -> Terms:
    """The values a move would bind one's own side to, as far as it names them."""
    match move:
        case m.Offer():
            return move.give
        case m.Accept(second=False):
            offer = view.common.positions[view.brief.side.other].offer
            return () if offer is None else offer.give
        case m.Draw():
            return move.deal.terms
        case _:
            return ()


def _reworded(desk: Desk, move: m.Move) -> m.Move:
    """The same chips with other words; an empty line takes the made sentence again."""
    assert isinstance(move, Spoken)
    desk.say("compose.words", "muted")
    typed = desk.screen.read("> ").strip()[:LONGEST_WORDS]
    return replace(move, words=typed)
