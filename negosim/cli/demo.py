"""`negosim demo`: two bots play a whole exercise while you watch."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from negosim.bots import roster
from negosim.catalog import dealt, load
from negosim.cli.options import Parser
from negosim.cli.terminal.screen import Screen
from negosim.engine.events import Event, MatchOpened
from negosim.engine.sides import SIDES, Side
from negosim.engine.view import PRIVATE
from negosim.engine.words import Orders
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon, lexicon_of_match
from negosim.language.sentences import event_said, event_sentence
from negosim.language.values import clock_text
from negosim.play.driver import moves
from negosim.reports.debrief import debrief
from negosim.reports.debrief_text import debrief_text
from negosim.solo.match import watched_match

DEFAULT_SCENARIO = "third-vendor"
DEFAULT_SEED = 1


def options(parser: Parser) -> None:
    parser.flag("scenario", metavar="SCENARIO", nargs="?", default=DEFAULT_SCENARIO)
    parser.seed(DEFAULT_SEED)
    parser.flag("--log", metavar="FILE")
    parser.lang()


def run(args: Namespace, verb: str) -> int:
    """Tells the match move by move, both sides' words, then the contract and the debrief."""
    scenario = load(args.scenario)
    if scenario.house.orders is Orders.DRAWN:
        scenario = dealt(scenario, args.seed)
    table, journal, store = watched_match(
        scenario, seed=args.seed, log=Path(args.log) if args.log else None
    )
    screen = Screen(sys.stdin, sys.stdout)
    screen.title(scenario.story.title.in_(args.lang))
    players = {
        side.word: roster.create(None, scenario, side=side, seed=args.seed, lang=args.lang)
        for side in SIDES
    }
    words = lexicon_of_match(scenario, table.state.common.setup.seats, args.lang)
    told = 0
    try:
        for _ in moves(table, players):
            for event in journal.events[told:]:
                _tell(screen, words, event)
            told = len(journal.events)
    finally:
        if store is not None:
            store.close()
    for event in journal.events[told:]:
        _tell(screen, words, event)
    screen.gap()
    screen.title(catalogue("terminal", args.lang).text("session.over"))
    for line in debrief_text(debrief(scenario, journal.events), args.lang).splitlines():
        screen.line((line, ""))
    if args.log:
        text = catalogue("terminal", args.lang)
        screen.line((text.text("session.log", log=args.log), "muted"))
    return 0


def _tell(screen: Screen, words: Lexicon, event: Event) -> None:
    """One line of the transcript; what belongs to one side alone stays in the debrief."""
    if isinstance(event, (MatchOpened, *PRIVATE)):
        return
    said = event_said(words, event)
    style = "muted"
    if said.aloud:
        style = "ours" if said.by is Side.VENDOR else "theirs"
    sentence = event_sentence(words, event)
    screen.say(f"{clock_text(event.at_ms)} {sentence}", style, indent=" " * 6)
