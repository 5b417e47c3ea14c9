"""Short help on the rules of the exercise, by number or by word.

The texts are in the catalogue `rules`, in our own words; what a rule does is the
engine's business.
"""

from __future__ import annotations

import re
import unicodedata

from negosim.language.catalogue import Catalogue, catalogue

_NUMBER = re.compile(r"[rR]?\s*(\d{1,2})")


def rule_help(topic: str, lang: str) -> str:
    """Help on `R22`, on a word such as `record`, or, for an empty topic, what there is help on.

    A topic that is not known is said to be so, with what is.
    """
    messages = catalogue("rules", lang)
    wanted = unicodedata.normalize("NFKC", topic).strip().casefold()
    if not wanted:
        return _topics(messages, lang)
    number = _NUMBER.fullmatch(wanted)
    if number is not None and f"r{int(number[1])}.title" in messages:
        return _rule(messages, f"r{int(number[1])}")
    for key in messages.under("words"):
        if wanted in messages.variants(f"words.{key}"):
            rules = messages.text(f"about.{key}").split()
            return "\n\n".join(_rule(messages, rule) for rule in rules)
    return messages.text("page.unknown", topic=topic.strip(), topics=_topics(messages, lang))


def topics(lang: str) -> tuple[str, ...]:
    """The words that have help."""
    messages = catalogue("rules", lang)
    return tuple(messages.text(f"words.{key}") for key in messages.under("words"))


def _rule(messages: Catalogue, rule: str) -> str:
    return messages.text(
        "page.rule",
        number=rule.upper(),
        title=messages.text(f"{rule}.title"),
        text=messages.text(f"{rule}.text"),
    )


def _topics(messages: Catalogue, lang: str) -> str:
    comma = catalogue("talk", lang).text("list.comma")
    return messages.text("page.topics", words=comma.join(topics(lang)))
