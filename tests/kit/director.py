"""All that the director may say in a mood, for tests that do not care which wording it is."""

from __future__ import annotations

from negosim.language.catalogue import catalogue
from negosim.language.typography import capital
from negosim.present.director_voice import Mood


def may_say(mood: Mood, lang: str = "en", **slots: str) -> tuple[str, ...]:
    """Every wording of a mood, whatever runs at the table."""
    messages = catalogue("director", lang)
    return tuple(
        capital(line.format_map(slots))
        for key in messages.under(mood.value)
        for line in messages.variants(f"{mood.value}.{key}")
    )
