"""How wide a stepper must be so that it does not move while an issue's values go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.engine.issue import Issue
from negosim.gui.theme import VALUE
from negosim.language.values import value_text

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

ENDS = 76.0
"""Both buttons and the room beside the text."""


def stepper_width(ui: Ui, issue: Issue, *, least: float, most: float = 10_000.0) -> float:
    """Logical units for the longest option of a ladder; `least` for amounts."""
    texts = [value_text(issue, place, ui.lang) for place in range(len(issue.options))]
    longest = max((ui.text_width(text, VALUE) for text in texts), default=0.0)
    return min(most, max(least, longest + ENDS))
