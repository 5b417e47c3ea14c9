"""Rules as pages to show: a heading and a text each, for whoever asks "explain this"."""

from __future__ import annotations

from negosim.engine.record import record
from negosim.language.rules import rule_help


@record(frozen=True, slots=True)
class RulePage:
    """One rule: `R26  Shrinking steps`, and what it says in our words."""

    title: str
    text: str


def rule_pages(topics: tuple[str, ...], lang: str) -> tuple[RulePage, ...]:
    """The pages of some rules, by number (`R26`), in that order, none twice.

    A word that has help in `lang` brings all its rules.
    """
    pages: dict[str, RulePage] = {}
    for topic in topics:
        for page in rule_help(topic, lang).split("\n\n"):
            title, _, text = page.partition("\n")
            pages[title] = RulePage(title, text)
    return tuple(pages.values())
