"""How well one game tells who sat on the client's side: by moves alone, by words alone.

Run `python tests/bench/tellable.py --train 40 --test 40`. Naive Bayes classifiers learn on
the first seeds of the first scenario and are asked about the others; chance is 25 % for the
style pair and 8 % for the person. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from negosim.bots import roster
from negosim.catalog import load

sys.path.insert(0, str(Path(__file__).parents[1] / "kit"))

import arena
import overheard
import tellable

A_GAME = 20
"""About as many lines as a client says in a game."""
Pairs = list[tuple[str, str]]
"""Who it was, and who it was said to be."""


class Look:
    """One way to look at a game: what is seen in it, and what learns from that."""

    def __init__(
        self,
        title: str,
        seen: Callable[[arena.Played], Any],
        learner: Callable[[list[tuple[str, Any]]], Any],
        lang: str | None = None,
    ) -> None:
        self.title = title
        self.seen = seen
        self.learner = learner
        self.lang = lang

    def examples(self, scenario: str, vendor: str, seeds: Sequence[int]) -> list[tuple[str, Any]]:
        file = load(scenario)
        return [
            (person, self.seen(arena.play(file, vendor, person, seed=seed, lang=self.lang)))
            for person in roster.personas()
            for seed in seeds
        ]


LOOKS = (
    Look("moves", tellable.moves_of, tellable.Bayes),
    Look("moves up to turn 8", lambda match: tellable.moves_of(match, turns=8), tellable.Bayes),
    Look("words, en", lambda match: overheard.words_of(match, "en"), overheard.Ear, "en"),
    Look("words, zh", lambda match: overheard.words_of(match, "zh"), overheard.Ear, "zh"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", type=int, default=40)
    parser.add_argument("--test", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vendors", default="course,naive,splitter", help="learnt on")
    parser.add_argument("--others", default="linear,tit-for-tat,hardliner", help="asked about too")
    parser.add_argument("scenarios", nargs="*", default=["third-vendor", "tower", "shortlist"])
    options = parser.parse_args()
    train = range(options.seed, options.seed + options.train)
    test = range(options.seed + options.train, options.seed + options.train + options.test)
    known, others = options.vendors.split(","), options.others.split(",")
    home, *abroad = options.scenarios
    for look in LOOKS:
        learnt = [each for vendor in known for each in look.examples(home, vendor, train)]
        by_style = look.learner([(tellable.style_of(who), seen) for who, seen in learnt])
        by_person = look.learner(learnt)
        print(f"{look.title}: learnt on {len(learnt)} games of {home}")
        styles: Pairs = []
        for scenario in (home, *abroad):
            for vendor in (*known, *others) if scenario == home else known:
                asked = look.examples(scenario, vendor, test)
                style = [(tellable.style_of(who), by_style.label(seen)) for who, seen in asked]
                person = [(who, by_person.label(seen)) for who, seen in asked]
                if scenario == home and vendor in known:
                    styles += style
                print(
                    f"  {scenario:13} {vendor:12} style {_right(style):4.0%}"
                    f"  person {_right(person):4.0%}"
                )
        _print_confusion(styles)
    for lang in ("en", "zh"):
        pairs = _unheard(lang)
        print(f"lines never heard, {A_GAME} at a time, {lang}: style {_right(pairs):.0%}")


def _unheard(lang: str) -> Pairs:
    """Half of each style's lines are learnt, then a game's worth of the others is told."""
    heard, asked = [], []
    for style in overheard.STYLES:
        learnt, apart = overheard.half_of(style, lang, A_GAME)
        heard += [(style, runs) for runs in learnt]
        asked += [(style, runs) for runs in apart]
    ear = overheard.Ear(heard)
    return [(style, ear.label(runs)) for style, runs in asked]


def _right(pairs: Pairs) -> float:
    return sum(who == said for who, said in pairs) / len(pairs)


def _print_confusion(pairs: Pairs) -> None:
    table = Counter(pairs)
    print(f"  {'is, told as':14}" + "".join(f"{style:>12}" for style in overheard.STYLES))
    for who in overheard.STYLES:
        row = [table[who, said] for said in overheard.STYLES]
        print(f"  {who:14}" + "".join(f"{each / sum(row):12.0%}" for each in row))


if __name__ == "__main__":
    main()
