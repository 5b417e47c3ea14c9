"""The brief to read: the story, what only this side may know, and what to keep in mind.

Source: exercise.md R2, R43.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.scenes.preparation_people import person_row
from negosim.gui.theme import (
    BODY,
    GOLD_TEXT,
    GUTTER,
    MUTED,
    STRONG,
    TITLE,
)
from negosim.gui.widgets import (
    Card,
    Column,
    Grid,
    Icon,
    Label,
    Row,
    Widget,
)
from negosim.present.preparation_brief import Fact, FactKind, brief_page, people

if TYPE_CHECKING:
    from negosim.engine.state import SeatView
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.ui import Ui

SECRET = "#fbf2d9"
"""A sheet that nobody else may read: paler than the gold tint, for long texts."""
_ICONS = {
    FactKind.CLOCK: "clock",
    FactKind.WALK_AWAY: "flag",
    FactKind.BENEFITS: "star",
    FactKind.NEWS: "info",
    FactKind.INSIDERS: "phone",
    FactKind.RIVALS: "folder",
}


def reading_page(ui: Ui, scene: Preparation) -> Widget:
    """Story, secret and facts."""
    page = brief_page(scene.view, ui.lang)
    words = ui.words("preparation")
    story = Card(
        *[Label(text, style=BODY) for text in page.story],
        title=words.text("brief.story"),
        grow=1,
    )
    secret = None
    if page.secret:
        secret = Card(
            Row(
                Icon("lock", size=18, colour=GOLD_TEXT),
                Label(words.text("brief.secret"), style=TITLE, colour=GOLD_TEXT),
            ),
            *[Label(text, style=BODY) for text in page.secret],
            fill=SECRET,
            grow=1,
        )
    columns = 2 if ui.narrow or ui.width < 1200 else 3
    short = [fact for fact in page.facts if fact.kind is not FactKind.RIVALS]
    rivals = [fact for fact in page.facts if fact.kind is FactKind.RIVALS]
    facts = Card(
        Grid(*[_fact(fact) for fact in short], columns=columns, gap=24, line_gap=14),
        *[_fact(fact) for fact in rivals],
        title=words.text("brief.facts"),
        gap=12,
    )
    beside = 1 if ui.narrow or secret is None else 2
    reading = Grid(story, secret, columns=beside, gap=GUTTER, line_gap=GUTTER)
    return Column(reading, facts, gap=GUTTER)


def folder(ui: Ui, view: SeatView) -> Widget:
    """The same to be looked up in the middle of the talks: the rivals' offers and who behind
    us will not sign what come first, the story last."""
    page = brief_page(view, ui.lang)
    words = ui.words("preparation")
    facts = sorted(page.facts, key=lambda fact: fact.kind is not FactKind.RIVALS)
    return Column(
        *[_fact(fact) for fact in facts[:1]],
        *[person_row(each) for each in people(view, ui.lang).behind],
        *[_fact(fact) for fact in facts[1:]],
        Label(words.text("brief.secret"), style=STRONG, colour=GOLD_TEXT) if page.secret else None,
        *[Label(text, style=BODY) for text in page.secret],
        Label(words.text("brief.story"), style=STRONG),
        *[Label(text, style=BODY, colour=MUTED) for text in page.story],
        gap=10,
    )


def _fact(fact: Fact) -> Widget:
    return Row(
        Icon(_ICONS[fact.kind], size=20, colour=MUTED),
        Column(
            Label(fact.title, style=STRONG),
            *[Label(line, style=BODY, colour=MUTED) for line in fact.lines],
            gap=2,
            grow=1,
        ),
        gap=12,
        align="start",
    )
