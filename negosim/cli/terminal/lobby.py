"""Before a match: which scenario, which side, how much help."""

from __future__ import annotations

from negosim.catalog import load, open_scenario, shipped
from negosim.cli.terminal.screen import Screen
from negosim.cli.terminal.vocabulary import plain, table
from negosim.engine.record import record
from negosim.engine.sides import SIDES, Side
from negosim.engine.words import Level
from negosim.language.catalogue import LANGUAGES, catalogue


@record(frozen=True, slots=True)
class Game:
    """What was chosen; `scenario` is a shipped id or a path."""

    scenario: str
    side: Side
    level: Level
    lang: str


class _Languages:
    """The language of the lobby, switchable at any of its prompts."""

    def __init__(self, screen: Screen, lang: str) -> None:
        self.screen = screen
        self.lang = lang

    def text(self, key: str, **slots: object) -> str:
        return catalogue("terminal", self.lang).text(key, **slots)

    def choose(self, key: str, labels: list[str]) -> int | str | None:
        """A place in the list, other text as typed, None to quit; `""` after a switch."""
        self.screen.title(self.text(key))
        for number, label in enumerate(labels, start=1):
            self.screen.line((f"  {number} {label}", ""))
        while True:
            typed = self.screen.read("> ").strip()
            word = table("control").get(plain(typed.split(maxsplit=1)[0] if typed else ""))
            if word == "quit":
                return None
            if word in ("lang", "chinese", "english"):
                self._switch(word, typed)
                return ""
            if not typed:
                return 0
            if plain(typed).isdecimal():
                if 1 <= int(plain(typed)) <= len(labels):
                    return int(plain(typed)) - 1
                self.screen.say(self.text("lobby.number", most=len(labels)), "fault")
                continue
            return typed

    def _switch(self, word: str, typed: str) -> None:
        langs = {"chinese": "zh", "english": "en"}
        rest = typed.split(maxsplit=1)[1:]
        named = langs.get(word) or langs.get(table("control").get(plain("".join(rest)), ""))
        following = LANGUAGES[(LANGUAGES.index(self.lang) + 1) % len(LANGUAGES)]
        self.lang = named or following


def choose_game(screen: Screen, lang: str) -> Game | None:
    """Ask for a scenario, a side and a level; None when the player quits.

    Raises `EndOfInput` when nothing more can be read.
    """
    ask = _Languages(screen, lang)
    ids = shipped()
    scenario: str | None = None
    while scenario is None:
        titles = [f"{load(id_).story.title.in_(ask.lang)}  ({id_})" for id_ in ids]
        screen.say(ask.text("lobby.hello"))
        chosen = ask.choose("session.choose", titles)
        if chosen is None:
            return None
        if isinstance(chosen, int):
            scenario = ids[chosen]
        elif chosen and _plays(screen, chosen, ask.lang):
            scenario = chosen
    side = _one_of(ask, "session.choose_side", [f"session.side_{s.word}" for s in SIDES])
    if side is None:
        return None
    levels = list(Level)
    level = _one_of(ask, "session.choose_level", [f"session.level_{each}" for each in levels])
    if level is None:
        return None
    return Game(scenario, SIDES[side], levels[level], ask.lang)


def _one_of(ask: _Languages, key: str, labels: list[str]) -> int | None:
    while True:
        chosen = ask.choose(key, [ask.text(label) for label in labels])
        if chosen is None or isinstance(chosen, int):
            return chosen
        if chosen:
            ask.screen.say(ask.text("lobby.number", most=len(labels)), "fault")


def _plays(screen: Screen, source: str, lang: str) -> bool:
    """Whether the file plays; its problems are told when it does not."""
    opened = open_scenario(source)
    if opened.scenario is not None:
        return True
    for problem in opened.problems:
        screen.say(problem.sentence(lang), "fault")
    return False
