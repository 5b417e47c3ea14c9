"""What a player asks of the front end itself, at any prompt: help, notes, language.

Nothing here is a move; nothing is told to the other side and no time passes.
"""

from __future__ import annotations

from negosim.cli.terminal import vocabulary
from negosim.cli.terminal.commands import Control
from negosim.cli.terminal.desk import Desk, Quit, Redraw
from negosim.cli.terminal.guess_board import move_chips, show_notes
from negosim.cli.terminal.paperwork import show_record
from negosim.cli.terminal.preparation import show_authority, show_brief, show_framework
from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES, catalogue
from negosim.language.rules import rule_help
from negosim.language.sentences import event_sentence
from negosim.language.values import clock_text
from negosim.present.coach import advice

TRANSCRIPT = 12
"""How many lines the transcript shows."""


def do_control(desk: Desk, command: Control) -> None:
    """Do it in place. Raises `Quit` to stop and `Redraw` to begin the prompt anew."""
    match command.word:
        case "help":
            _help(desk, command.text)
        case "quit":
            raise Quit
        case "lang":
            _language(desk, command.text)
        case "chinese":
            _speak(desk, "zh")
        case "english":
            _speak(desk, "en")
        case "menu":
            raise Redraw
        case "notes":
            show_notes(desk)
        case "board":
            move_chips(desk, command.text)
        case "brief":
            show_brief(desk)
            show_framework(desk)
            show_authority(desk)
        case "lines":
            show_record(desk)
        case "tracks":
            desk.show_table()
        case "log":
            _transcript(desk)
        case "hint":
            _hint(desk)
        case other:
            raise AssertionError(f"the catalogue has a control that nothing does: {other}")


def _help(desk: Desk, topic: str) -> None:
    if topic:
        desk.screen.say(rule_help(topic, desk.lang))
        return
    desk.screen.say(desk.text("help.page"))
    desk.screen.say(rule_help("", desk.lang), "muted")


def _language(desk: Desk, wanted: str) -> None:
    """The language named, or the next one."""
    if not wanted:
        _speak(desk, LANGUAGES[(LANGUAGES.index(desk.lang) + 1) % len(LANGUAGES)])
    word = vocabulary.table("control").get(vocabulary.plain(wanted))
    langs = {"chinese": "zh", "english": "en"}
    if word not in langs:
        desk.fault(catalogue("commands", desk.lang).text("fault.lang"))
        return
    _speak(desk, langs[word])


def _speak(desk: Desk, lang: str) -> None:
    desk.lang = lang
    desk.say("prompt.language", "muted")
    raise Redraw


def _transcript(desk: Desk) -> None:
    desk.screen.title(desk.text("log.title"))
    for each in desk.heard[-TRANSCRIPT:]:
        sentence = event_sentence(desk.words, each.event)
        if sentence:
            desk.screen.say(f"{clock_text(each.event.at_ms)} {sentence}", indent=" " * 6)


def _hint(desk: Desk) -> None:
    if desk.view.common.setup.level is Level.EXAM:
        desk.screen.say(catalogue("coach", desk.lang).text("advice.exam"), "muted")
        return
    desk.screen.say(desk.text("coach.says", text=advice(desk.view, desk.lang)), "coach")
