"""`negosim play`: one exercise against a bot, from preparation to debrief."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from negosim.bots import roster
from negosim.catalog import load
from negosim.cli.options import Misuse, Parser
from negosim.cli.output import language_of_system
from negosim.cli.program import play_program
from negosim.cli.terminal.lobby import choose_game
from negosim.cli.terminal.screen import EndOfInput, Screen
from negosim.cli.terminal.session import play_person
from negosim.cli.windowed import Shown, show_game, show_log, show_title
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import catalogue
from negosim.solo.games import Games
from negosim.solo.match import Match, Wishes, has_begun, new_match, taken_up


def options(parser: Parser) -> None:
    parser.scenario(optional=True)
    parser.flag("--side", choices=[side.word for side in SIDES])
    parser.flag("--bot", metavar="NAME")
    parser.seed(None)
    parser.lang()
    # None: the window speaks the language set in it.
    parser.set_defaults(lang=None)
    parser.flag("--level", choices=[level.value for level in Level])
    parser.flag("--team", metavar="NAME", default="")
    parser.flag("--terminal", action="store_true")
    parser.flag("--port", choices=("stdio",))
    parser.flag("--log", metavar="FILE")
    parser.flag("--clock", choices=[clock.value for clock in ClockKind])


def run(args: Namespace, verb: str) -> int:
    """Plays in the window or at the terminal, or lets a program play; the log is always kept."""
    asked_lang = args.lang
    args.lang = asked_lang or language_of_system()
    if args.bot is not None and args.bot not in roster.names():
        names = ", ".join(roster.names())
        raise Misuse(catalogue("cli", args.lang).text("play.bot", bot=args.bot, names=names))
    log = Path(args.log) if args.log else None
    going_on = has_begun(log)
    if args.port == "stdio":
        if args.scenario is None and not going_on:
            raise Misuse(catalogue("cli", args.lang).text("play.port_scenario"))
        with _open(args, log) as match:
            return play_program(match, args.lang, sys.stdin.buffer, sys.stdout.buffer)
    if not args.terminal:
        shown = _in_window(args, asked_lang, log if going_on else None, log)
        if shown is not Shown.NONE_HERE:
            return 0 if shown is Shown.CLOSED else 1
    screen = Screen(sys.stdin, sys.stdout)
    if args.scenario is None and not going_on:
        try:
            chosen = choose_game(screen, args.lang)
        except (EndOfInput, KeyboardInterrupt):
            return 0
        if chosen is None:
            return 0
        args.scenario, args.lang = chosen.scenario, chosen.lang
        args.side = args.side or chosen.side.word
        args.level = args.level or chosen.level.value
    with _open(args, log) as match:
        return play_person(match, screen, args.lang, going_on=going_on)


def _in_window(args: Namespace, lang: str | None, begun: Path | None, log: Path | None) -> Shown:
    """The window at what was asked for: a log to go on with, a scenario, or the title."""
    if begun is not None:
        return show_log(lang, begun)
    if args.scenario is not None:
        return show_game(lang, load(args.scenario), _wishes(args), log)
    return show_title(lang)


def _open(args: Namespace, log: Path | None) -> Match:
    wishes = _wishes(args)
    if log is not None and has_begun(log):
        return taken_up(log, wishes)
    scenario = load(args.scenario)
    return Games().new(scenario, wishes) if log is None else new_match(scenario, wishes, log)


def _wishes(args: Namespace) -> Wishes:
    return Wishes(
        side=next((side for side in SIDES if side.word == args.side), Side.VENDOR),
        bot=args.bot,
        seed=args.seed,
        level=None if args.level is None else Level(args.level),
        clock=None if args.clock is None else ClockKind(args.clock),
        team=args.team,
    )
