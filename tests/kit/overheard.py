"""Whether somebody can be told by the words of one game: runs of words with every figure and
every name of the scenario masked, and a naive Bayes classifier over them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log

from arena import Played

from negosim.engine.scenario import Scenario
from negosim.language.catalogue import catalogue

STYLES = ("amiable", "analytic", "driving", "expressive")
IMAGINED = 0.3
"""How often a run is imagined to have been heard of everybody."""
_FIGURE = re.compile(r"[0-9][0-9.,]*")
_SLOT = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[a-z#_']+")


class Ear:
    """Multinomial naive Bayes over runs of words."""

    def __init__(self, examples: Iterable[tuple[str, Counter[str]]]) -> None:
        self._heard: dict[str, Counter[str]] = {}
        for label, runs in examples:
            self._heard.setdefault(label, Counter()).update(runs)
        self._known = len({run for runs in self._heard.values() for run in runs})
        self._total = {label: runs.total() for label, runs in self._heard.items()}

    def label(self, runs: Counter[str]) -> str:
        """The likeliest label; of equals the first by name."""
        return max(sorted(self._heard), key=lambda label: self._weight(label, runs))

    def _weight(self, label: str, runs: Counter[str]) -> float:
        heard = self._heard[label]
        everything = self._total[label] + IMAGINED * self._known
        return sum(times * log((heard[run] + IMAGINED) / everything) for run, times in runs.items())


def words_of(match: Played, lang: str) -> Counter[str]:
    """The runs of everything the client says in a game."""
    names = _names(match.scenario, lang)
    out: Counter[str] = Counter()
    for event in match.events:
        if getattr(event, "seat", "") == "client":
            out.update(runs_of(_masked(getattr(event, "words", ""), names), lang))
    return out


def lines_of(style: str, lang: str) -> list[Counter[str]]:
    """The runs of every line a style can say, what fills its slots masked."""
    lines = catalogue(f"speech-{style}", lang)
    said = sorted({variant for key in lines for variant in lines.variants(key)})
    return [runs_of(_SLOT.sub("_", line).lower(), lang) for line in said]


def half_of(style: str, lang: str, game: int) -> tuple[list[Counter[str]], list[Counter[str]]]:
    """The runs of every other line of a style, one by one; those of the rest, as many lines
    together as are said in a game."""
    lines = lines_of(style, lang)
    rest = lines[1::2]
    # Taken from all over the catalogue, so that no bundle is of one kind of saying.
    bundles = len(rest) // game
    return lines[::2], [sum(rest[start::bundles][:game], Counter()) for start in range(bundles)]


def runs_of(text: str, lang: str) -> Counter[str]:
    """Single words and pairs of neighbours; in Chinese characters for words."""
    if lang == "zh":
        tokens = [each for each in text if each.isalnum() or each in "#_"]
    else:
        tokens = _WORD.findall(text)
    return Counter([*tokens, *(" ".join(pair) for pair in pairwise(tokens))])


def _names(scenario: Scenario, lang: str) -> list[str]:
    """Every text of the file that a line may hold, the longest first."""
    texts = [
        *(issue.name for issue in scenario.issues),
        *(issue.unit for issue in scenario.issues if issue.unit is not None),
        *(option.text for issue in scenario.issues for option in issue.options),
        *(benefit.text for benefit in scenario.benefits),
        *(each.claim for each in scenario.opposition.pressure),
    ]
    return sorted({text.in_(lang).lower() for text in texts} - {""}, key=len, reverse=True)


def _masked(words: str, names: Sequence[str]) -> str:
    text = words.lower()
    for name in names:
        text = text.replace(name, "_")
    return _FIGURE.sub("#", text)
