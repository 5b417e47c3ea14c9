"""What a ruling found, in one sentence that cites its rule.

One wording serves the coach before a move and the debrief after it. What is judged,
and when, is the engine's business (`engine.rulings`).
"""

from __future__ import annotations

from negosim.engine.events import Ruling
from negosim.language.catalogue import catalogue
from negosim.language.lexicon import Lexicon
from negosim.language.typography import capital
from negosim.language.values import point_text, size_text

_SIZES = {
    "within_room": ("size", "room", "planned"),
    "too_large": ("size", "room", "planned"),
    "exchange_named": ("size",),
    "no_exchange": ("size",),
    "shrinking": ("size", "last"),
    "not_shrinking": ("size", "last"),
    "limit_guessable": ("last", "size"),
    "limit_hidden": ("last", "size"),
}
"""What the figures of a ruling are, where they are sizes of concessions, in their order."""


def ruling_sentence(words: Lexicon, ruling: Ruling) -> str:
    """One sentence, its rule number in brackets; the same before and after the move."""
    slots: dict[str, str] = {}
    if ruling.issue is not None:
        issue = words.issues[ruling.issue]
        slots["issue"] = words.issue(ruling.issue)
        for name, figure in zip(_SIZES.get(ruling.code, ()), ruling.figures):
            slots[name] = size_text(issue, figure, words.lang)
        if ruling.code == "beyond_authority":
            value, authority = ruling.figures
            slots["value"] = point_text(issue, value, words.lang)
            slots["authority"] = point_text(issue, authority, words.lang)
    if ruling.code == "sheet_without_lines":
        slots["issues"] = words.listed(ruling.figures)
    slots["Issue"] = capital(slots.get("issue", ""))
    return capital(catalogue("rulings", words.lang).text(ruling.code, **slots))
