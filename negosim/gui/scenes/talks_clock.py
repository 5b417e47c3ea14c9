"""What is left of the talks, as a tool of a masthead. Source: exercise.md R15, look.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.theme import CLOCK, GOLD, NIGHT_LATE, NIGHT_MUTED, SMALL, WHITE
from negosim.gui.widgets import Icon, Label, Pad, Row, Widget
from negosim.language.values import clock_text
from negosim.present.standing import LAST_MINUTES_MS, time_left_ms

if TYPE_CHECKING:
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui


def talks_clock(ui: Ui, playing: Playing) -> tuple[Widget, ...]:
    """One widget, or none where no clock runs."""
    left = time_left_ms(playing.view, playing.elapsed_ms())
    if left is None:
        return ()
    late = left <= LAST_MINUTES_MS
    note = ui.words("away").text("clock.left")
    row = Row(
        Icon("clock", size=22, colour=GOLD),
        Label(clock_text(left), style=CLOCK, colour=NIGHT_LATE if late else WHITE, wrap=False),
        None if ui.narrow else Label(note, style=SMALL, colour=NIGHT_MUTED, wrap=False),
        gap=9,
    )
    return (Pad(row, right=14),)
