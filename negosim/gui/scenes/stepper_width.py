"""How wide a stepper must be so that it does not move while an issue's values go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.issue import Issue
from negosim.gui.theme import STRONG
from negosim.language.values import value_text

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

ENDS = 70.0
"""Both buttons and the room beside the text, which a stepper sets smaller before it cuts it."""


def stepper_width(ui: Ui, issue: Issue, *, now: str, least: float, most: float = 10_000.0) -> float:
    """Logical units for the longest option of a ladder, or for an amount as `now` shows it."""
    texts = [now, *[value_text(issue, place, ui.lang) for place in range(len(issue.options))]]
    longest = max(ui.text_width(text, STRONG) for text in texts)
    return min(most, max(least, longest + ENDS))
