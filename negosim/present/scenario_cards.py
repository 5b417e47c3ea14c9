"""A scenario as a card on the shelf: what everybody may know of it before sitting down.

Only public parts of the story are read: title, parties, the text for everyone. A file
that does not load is a card too, with its faults.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from negosim.catalog import Opened, Problem, Severity, open_scenario, shipped
from negosim.engine.issue import Text
from negosim.engine.record import record
from negosim.engine.scenario import Scenario
from negosim.engine.words import ClockKind, Level
from negosim.language.catalogue import LANGUAGES, Catalogue, catalogue
from negosim.language.values import issue_names
from negosim.present.past_games import last_time
from negosim.solo.match import Wishes, setup_of
from negosim.solo.saved import Saved


@record(frozen=True, slots=True)
class Shelved:
    """A scenario file as it was opened. `source` is a shipped id or a path."""

    source: str
    opened: Opened
    own: bool = False


@record(frozen=True, slots=True)
class Fault:
    """Where in the file, and what is wrong there and what is allowed. `where` may be empty."""

    where: str
    sentence: str


@record(frozen=True, slots=True)
class Card:
    """`facts` is one short line; `last` is empty where it was never played, `new` where a
    shipped one was; `faults` hold the reminders of a file that `plays` and everything about
    one that does not."""

    source: str
    title: str
    plays: bool = True
    facts: str = ""
    languages: str = ""
    new: str = ""
    about: str = ""
    last: str = ""
    faults: tuple[Fault, ...] = ()


def shelf() -> tuple[Shelved, ...]:
    """Every shipped scenario, the gentlest first; those that do not load come last."""
    opened = [Shelved(id_, open_scenario(id_)) for id_ in shipped()]
    return tuple(sorted(opened, key=_gentleness))


def own_file(typed: str) -> Shelved:
    """The file that a typed, pasted or dropped path means; never raises for what is in it."""
    path = clean_path(typed)
    return Shelved(str(path), open_scenario(path), own=True)


def clean_path(typed: str) -> Path:
    """A path without what pasting adds: blanks, quotation marks, a `file:` address, `~`."""
    text = typed.strip().strip("\"'“”‘’").strip()
    if text.lower().startswith("file:"):
        text = unquote(urlsplit(text).path)
        if len(text) > 2 and text[0] == "/" and text[2] == ":":  # /C:/… on Windows
            text = text[1:]
    path = Path(text)
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):  # no such user, or no name that a user can have
        return path


def card(shelved: Shelved, lang: str, last: Saved | None = None) -> Card:
    """The card of a scenario; `last` is the newest game of it that was played to the end."""
    words = catalogue("lobby_scene", lang)
    faults = tuple(fault(problem, lang) for problem in shelved.opened.problems)
    scenario = shelved.opened.scenario
    name = Path(shelved.source).name
    if scenario is None:
        facts = words.text("card.broken")
        return Card(shelved.source, name, plays=False, facts=facts, faults=faults)
    return Card(
        source=shelved.source,
        title=scenario.story.title.in_(lang),
        facts=_facts(shelved, scenario, words),
        languages=_languages(scenario.story.everyone, words),
        new=_new(shelved, scenario, words, played=last is not None),
        about=scenario.story.everyone.in_(lang).strip(),
        last="" if last is None else last_time(last, lang),
        faults=faults,
    )


def fault(problem: Problem, lang: str) -> Fault:
    """A problem of a file for people: line and place apart from the sentence."""
    words = catalogue("lobby_scene", lang)
    where = problem.path
    if problem.line:
        line = words.text("file.line", line=problem.line, column=problem.column)
        where = f"{line} · {problem.path}" if problem.path else line
    sentence = problem.message_in(lang)
    if problem.severity is Severity.WARNING:
        sentence = words.text("file.reminder", sentence=sentence)
    return Fault(where, sentence)


def faults_head(faults: Sequence[Fault], lang: str) -> str:
    """How many things there are to mend, as a sentence."""
    key = "file.fault_one" if len(faults) == 1 else "file.fault_many"
    return catalogue("lobby_scene", lang).text(key, count=len(faults))


def _gentleness(shelved: Shelved) -> tuple[int, int, str]:
    scenario = shelved.opened.scenario
    if scenario is None:
        return len(Level), 0, shelved.source
    taught = _AS_TAUGHT.index(scenario.id) if scenario.id in _AS_TAUGHT else len(_AS_TAUGHT)
    return list(Level).index(scenario.house.level), taught, shelved.source


_AS_TAUGHT = ("first-deal", "course-grid", "third-vendor", "tower", "gate", "shortlist")
"""Within a level: which scenario builds on which. One not named here comes after them."""


def _facts(shelved: Shelved, scenario: Scenario, words: Catalogue) -> str:
    count = len(scenario.issues)
    issues = words.text("card.issue" if count == 1 else "card.issues", count=count)
    names = catalogue("names", words.lang)
    level = names.text(f"level.{scenario.house.level}")
    minutes = words.text("card.minutes", minutes=round(scenario.house.limit_ms / 60_000))
    if setup_of(scenario, Wishes()).clock is ClockKind.NONE:
        minutes = names.text("clockkind.none")
    own = (words.text("card.own"),) if shelved.own else ()
    return "  ·  ".join((*own, issues, minutes, level))


def _languages(text: Text, words: Catalogue) -> str:
    codes = [code for code, _ in text.by_language]
    if "" in codes:
        return ""
    return "  ".join(words.text(f"language.{code}") for code in LANGUAGES if code in codes)


def _new(shelved: Shelved, scenario: Scenario, words: Catalogue, *, played: bool) -> str:
    key = f"new.{scenario.id}"
    if not shelved.own and key in words:
        return "" if played else words.text(key)
    return words.text("card.about", issues=issue_names(scenario.issues, words.lang))
