"""A match at the terminal from the first prompt to the debrief, or to another day.

Whatever ends it early (quitting, Ctrl-C, a pipe that runs dry), the log is whole and
the way to go on is said.
"""

from __future__ import annotations

from time import monotonic

from negosim.cli.terminal.desk import Quit
from negosim.cli.terminal.person import Person
from negosim.cli.terminal.screen import EndOfInput, Screen
from negosim.engine.errors import IllegalMove
from negosim.language.catalogue import catalogue
from negosim.language.refusals import refusal_sentence
from negosim.play.driver import run
from negosim.play.port import SeatPort
from negosim.reports.debrief import debrief
from negosim.reports.debrief_text import debrief_text
from negosim.solo.catching_up import Once
from negosim.solo.match import Match


def play_person(match: Match, screen: Screen, lang: str, *, going_on: bool) -> int:
    """Play until the match is over or the player leaves; the exit status is 0 for both."""
    text = catalogue("terminal", lang)
    port = match.table.seat(match.seat)
    person = Person(screen, lang, seconds=monotonic)
    if going_on:
        screen.say(text.text("session.continued", log=match.path), "muted")
    if len(match.seats) > 1:
        screen.say(text.text("session.group", seat=match.seat, log=match.path))
    players = {
        match.seat: Once(person),
        match.opposite: match.opponent(lang),
    }
    try:
        _run(match, person, port, players)
    except (Quit, EndOfInput, KeyboardInterrupt) as end:
        _left(match, person, interrupted=isinstance(end, KeyboardInterrupt))
        return 0
    _ended(match, person, port)
    return 0


def _run(match: Match, person: Person, port: SeatPort, players: dict[str, Once]) -> None:
    """Drive the match. Under the wall clock a move may have become illegal while it was
    typed; then the person is told and asked again."""
    while True:
        try:
            run(match.table, players)
            return
        except IllegalMove as illegal:
            sentence = refusal_sentence(illegal.code, illegal.issue, port.view(), person.desk.lang)
            person.desk.fault(person.desk.text("session.time_moved_on", sentence=sentence))


def _left(match: Match, person: Person, *, interrupted: bool) -> None:
    screen = person.desk.screen
    screen.gap()
    text = catalogue("terminal", person.desk.lang)
    if interrupted:
        screen.say(text.text("session.interrupted"))
    # Unwrapped: the command must be one line to be copied.
    screen.line((text.text("session.resume", log=_quoted(str(match.path))), "strong"))


def _ended(match: Match, person: Person, port: SeatPort) -> None:
    """The last things that happened, then the debrief."""
    desk = person.desk
    person.hear(port.view(), port.events(len(desk.heard)))
    desk.screen.gap()
    desk.screen.title(desk.text("session.over"))
    found = debrief(match.scenario, match.journal.events)
    for line in debrief_text(found, desk.lang, me=match.side).splitlines():
        desk.screen.line((line, ""))
    desk.screen.line((desk.text("session.log", log=match.path), "muted"))


def _quoted(path: str) -> str:
    """The path as a shell takes it."""
    return path if all(char.isalnum() or char in "/._-:\\~" for char in path) else f"'{path}'"
