"""Beside the sheet, for one's own eyes: points, warnings, the coach, the guess of their order.

Nothing of this stands on the paper. Source: exercise.md R24, R32, R44; look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.scenes.guess_cards import guess_cards
from negosim.gui.scenes.notices import signed_line, tinted_line
from negosim.gui.theme import (
    BODY,
    CINNABAR_TINT,
    GOLD_TEXT,
    GOLD_TINT,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    TITLE,
    US_TEXT,
    US_TINT,
)
from negosim.gui.widgets import Box, Card, Column, Flow, Icon, Label, Row, Widget
from negosim.present.contract import SheetPage, Stage, guess_reminder, hint

if TYPE_CHECKING:
    from negosim.gui.scenes.contract import ContractScene
    from negosim.gui.ui import Ui


def side_cards(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget:
    """The cards of the right column."""
    if scene.playing.hidden:
        words = ui.words("preparation")
        return Card(signed_line("eye-off", words.text("scene.hidden"), MUTED))
    return Column(_own(ui, scene, page), _guess(ui, scene, page), gap=14)


def _own(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget:
    words = ui.words("contract")
    rows: list[Widget | None] = [
        Row(
            Icon("eye", size=18, colour=MUTED),
            Label(words.text("own.title"), style=TITLE, grow=1),
            gap=9,
        ),
        Label(hint(scene.view, ui.lang), style=BODY),
    ]
    if page.worth:
        rows.append(Box(Label(page.worth, style=STRONG, colour=US_TEXT), fill=US_TINT, padding=10))
        rows.append(
            Flow(
                *[
                    Row(
                        Label(clause.name, style=SMALL, colour=MUTED),
                        Label(clause.points, style=SMALL_STRONG, colour=US_TEXT),
                        gap=5,
                    )
                    for clause in page.clauses
                ],
                gap=14,
                line_gap=2,
            )
        )
    rows += [tinted_line("warning", text, THEM_TEXT, CINNABAR_TINT) for text in page.warnings]
    if scene.coach:
        rows.append(tinted_line("lamp", scene.coach, GOLD_TEXT, GOLD_TINT))
        rows.append(Label(words.text("coach.again"), style=SMALL, colour=MUTED))
    return Card(*rows, gap=10)


def _guess(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget | None:
    """The board, while it can still be locked or to look at what was."""
    if page.stage is Stage.SEALED and not scene.view.own.guess:
        return None
    reminder = guess_reminder(scene.view, ui.lang)
    return Card(
        Label(ui.words("contract").text("guess.title"), style=TITLE),
        Label(reminder, style=SMALL, colour=MUTED) if reminder else None,
        guess_cards(ui, scene.playing),
        gap=8,
    )
