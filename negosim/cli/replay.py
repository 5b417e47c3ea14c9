"""`negosim replay LOG`: a finished game move by move, both sides revealed."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from negosim.cli.debrief import person_side
from negosim.cli.logs import is_database, log_options, match_log
from negosim.cli.options import Parser
from negosim.cli.output import complain, language_of_system
from negosim.cli.terminal.preparation import framework
from negosim.cli.terminal.screen import EndOfInput, Screen
from negosim.cli.terminal.vocabulary import plain, table
from negosim.cli.windowed import Shown, show_replay
from negosim.engine.sides import Side
from negosim.language.catalogue import catalogue
from negosim.play.verify import MatchLog, verdict_of
from negosim.present.debrief import page_of, review
from negosim.present.replaying import film, shown


def options(parser: Parser) -> None:
    log_options(parser)
    parser.flag("--terminal", action="store_true")
    parser.lang()
    # None: the window speaks the language set in it.
    parser.set_defaults(lang=None)


def run(args: Namespace, verb: str) -> int:
    """Steps through a whole log; 1 for one that is damaged or not over (R17)."""
    lang = args.lang or language_of_system()
    log = match_log(args.log, args.match, lang)
    verdict = verdict_of(log)
    if not verdict.ok:
        complain(f"{args.log}: {verdict.sentence(lang)}")
        return 1
    if log.outcome is None:
        complain(catalogue("cli", lang).text("debrief.not_over", log=args.log))
        return 1
    if not args.terminal and not is_database(args.log):
        window = show_replay(args.lang, Path(args.log))
        if window is not Shown.NONE_HERE:
            return 0 if window is Shown.CLOSED else 1
    Projector(log, Screen(sys.stdin, sys.stdout), lang).run()
    return 0


class Projector:
    """Shows one frame after another at the terminal."""

    def __init__(self, log: MatchLog, screen: Screen, lang: str) -> None:
        """`log` is a match that is over, seen as the one side that a person played, else the vendor."""
        side = person_side(log) or Side.VENDOR
        self._seen = review(log.scenario, log.events, moves=log.moves, side=side)
        self._frames = film(self._seen)
        self._title = log.scenario.story.title.in_(lang)
        # As they were played: a group may have set its own priorities in preparation.
        played = self._seen.match.end.scenario
        self._issues, self._marks = played.issues, played.marks
        self._words = page_of(self._seen, lang).words
        self._screen = screen
        self._lang = lang

    def run(self) -> None:
        """Until the last frame is left, `q` is typed, or nothing more can be read."""
        text = catalogue("cli", self._lang)
        self._screen.title(catalogue("replay", self._lang).text("page.heading", title=self._title))
        for side in (self._seen.side, self._seen.side.other):
            self._screen.say(text.text("replay.cards", who=self._words.label(side)), "strong")
            framework(self._screen, side, self._issues, self._marks[side], self._lang)
        at = 0
        self._show(at)
        try:
            while (
                to := self._asked_for(self._screen.read(text.text("replay.prompt")), at)
            ) is not None:
                if to != at:
                    at = to
                    self._show(at)
        except (EndOfInput, KeyboardInterrupt):
            self._screen.gap()

    def _asked_for(self, typed: str, at: int) -> int | None:
        """The frame that a line asks for; None to stop."""
        last = len(self._frames) - 1
        most = self._frames[last].number
        word = plain(typed)
        if not word:
            return None if at == last else at + 1
        if word.isdecimal() and int(word) <= most:
            wanted = int(word)
            return next(place for place, frame in enumerate(self._frames) if frame.number >= wanted)
        if table("control").get(word) == "quit":
            return None
        if table("yes").get(word) == "back":
            return max(0, at - 1)
        self._screen.say(catalogue("cli", self._lang).text("replay.how", most=most), "fault")
        return at

    def _show(self, at: int) -> None:
        """What was said, what was found of it, and where both sides stand."""
        said = shown(self._seen, self._frames, at, self._lang)
        self._screen.gap()
        self._screen.title(f"{said.title}  {said.when}".strip())
        for line in said.sayings:
            style = "muted"
            if line.by is not None:
                style = "ours" if line.by is self._seen.side else "theirs"
            words = catalogue("talk", self._lang).text("quote.said", who=line.who, words=line.text)
            self._screen.say(words if line.aloud else line.text, style, indent="  ")
        for ruling in said.judged:
            key = "replay.kept" if ruling.kept else "replay.broken"
            found = catalogue("cli", self._lang).text(
                key, who=self._words.label(ruling.side), text=ruling.text
            )
            self._screen.say(f"  {found}", "muted" if ruling.kept else "coach", indent="    ")
        for standing in said.standing:
            self._screen.say(f"  {standing}", "strong", indent="    ")
        if said.next:
            self._screen.say(f"  {said.next}", "muted", indent="    ")
