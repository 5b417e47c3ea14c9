"""The composer: a move as a sentence, with its cost and the coach, before it is sent.

It decides nothing. An illegal move is answered with its refusal and given back, so
that what was being done goes on where it was.
"""

from __future__ import annotations

from dataclasses import replace

from negosim.cli.terminal.desk import Desk
from negosim.engine import moves as m
from negosim.engine.preview import Preview
from negosim.engine.words import ClockKind
from negosim.language.refusals import refusal_sentence
from negosim.language.rulings import ruling_sentence
from negosim.language.sentences import move_sentence
from negosim.language.spoken import Spoken
from negosim.language.values import seconds_text
from negosim.present.cautions import cautions
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
    """The sentence, what it costs, and what may have been forgotten."""
    sentence = move_sentence(desk.view, move, desk.lang)
    if isinstance(move, Spoken):
        sentence = desk.text("compose.quote", text=sentence)
    desk.screen.say(f"▸ {sentence}", "ours", indent="  ")
    if preview.cost_ms and desk.view.common.setup.clock is not ClockKind.NONE:
        cost = seconds_text(preview.cost_ms, desk.lang)
        desk.say("compose.cost", "muted", cost=cost)
    for sentence in cautions(desk.view, move, desk.lang):
        desk.screen.say(desk.text("compose.careful", text=sentence), "warning", indent="  ")


def _reworded(desk: Desk, move: m.Move) -> m.Move:
    """The same chips with other words; an empty line takes the made sentence again."""
    assert isinstance(move, Spoken)
    desk.say("compose.words", "muted")
    typed = desk.screen.read("> ").strip()[:LONGEST_WORDS]
    return replace(move, words=typed)
