"""The concession sheet: a staircase to look at and to drag, with sizes, exchange and reason.

What the steps tell is said beside it; nothing is forbidden but going past one's own
limit. Source: exercise.md R8, R26, R28, R29.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.staircase import LEAST_HEIGHT, StaircasePicture, StaircaseWords
from negosim.gui.theme import (
    BODY,
    GOLD_TEXT,
    GUTTER,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    TITLE,
    US_TEXT,
    WELL,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Choice,
    Column,
    Grid,
    Icon,
    Kind,
    Label,
    Row,
    Stepper,
    TextField,
    Widget,
)
from negosim.language.lexicon import mark_names
from negosim.language.typography import capital
from negosim.language.values import issue_name
from negosim.present.preparation_steps import (
    Mood,
    StepRow,
    StepSheet,
    Verdict,
    ladders_line,
    resized,
    size_at,
    step_sheet,
)

if TYPE_CHECKING:
    from negosim.gui.scenes.sheet_desk import SheetDesk
    from negosim.gui.ui import Ui

MOST_WORDS = 200
"""Characters of an exchange or a reason: notes for oneself."""
VERDICT_WIDTH = 268.0
STEPS_HEIGHT, MOST_HEIGHT = 484.0, 420.0
"""What the rest of the page takes; the most the stairs take of a high window."""


def steps_page(ui: Ui, scene: SheetDesk) -> Widget:
    """The sheet of the issue that is open, and a switch where there are several."""
    words = ui.words("preparation")
    sheet = step_sheet(scene.draft, scene.view, scene.issue, ui.lang)
    numeric = scene.draft.numeric()
    choice = None
    if len(numeric) > 1:
        options = [
            (issue, issue_name(scene.view.brief.issues[issue], ui.lang, starts=True))
            for issue in numeric
        ]
        choice = Choice(options, scene.issue, scene.turn_to_issue, key="issue")

    def prefill() -> None:
        scene.draft.prefill(scene.view, scene.issue)
        scene.changed()

    head = Row(
        Label(sheet.title, style=TITLE, grow=1),
        Button(words.text("steps.prefill"), prefill, key="prefill", kind=Kind.TINY, icon="lamp"),
    )
    ladders = ladders_line(scene.view, ui.lang)
    return Card(
        choice,
        head,
        _picture(ui, scene, sheet),
        Grid(
            *[_step(ui, scene, row) for row in sheet.rows],
            columns=1 if ui.width < 720 else 3,
            gap=12,
            line_gap=12,
        ),
        Label(ladders, style=SMALL, colour=MUTED) if ladders else None,
        gap=12,
    )


def _picture(ui: Ui, scene: SheetDesk, sheet: StepSheet) -> Widget:
    words = ui.words("preparation")
    names = mark_names(scene.playing.side, ui.lang)
    shape = sheet.shape

    def mark(name: str, value: str) -> str:
        return words.text("steps.mark", mark=capital(names[name]), value=value)

    def move(step: int, tick: int) -> None:
        size = size_at(scene.draft, scene.view, sheet.issue, step, tick)
        scene.draft.set_size(sheet.issue, step, size)
        scene.changed()

    told = shape.told
    picture = StaircasePicture(
        shape,
        StaircaseWords(
            quote=mark("quote", shape.quote.value),
            target=mark("target", shape.target.value),
            limit=mark("floor", shape.limit.value),
            told="" if told is None or told.beyond else words.text("steps.told", value=told.value),
            expected=words.text("steps.expected"),
        ),
        key="stairs",
        on_move=move,
        height=min(max(LEAST_HEIGHT, ui.height - STEPS_HEIGHT), MOST_HEIGHT),
        grow=1,
    )
    if not sheet.verdicts:
        return picture
    verdicts = Column(
        *[_verdict(verdict) for verdict in sheet.verdicts],
        Label(words.text("steps.look"), style=SMALL, colour=MUTED),
        gap=8,
        width=None if ui.narrow else VERDICT_WIDTH,
    )
    if ui.narrow:
        return Column(picture, verdicts, gap=10)
    return Row(picture, verdicts, gap=GUTTER, align="start")


_MOODS = {
    Mood.FINE: ("check", US_TEXT, MUTED),
    Mood.NOTE: ("info", MUTED, MUTED),
    Mood.WARN: ("warning", GOLD_TEXT, GOLD_TEXT),
}
"""Icon, its colour, the colour of the words."""


def _verdict(verdict: Verdict) -> Widget:
    icon, sign, colour = _MOODS[verdict.mood]
    return Row(
        Icon(icon, size=18, colour=sign),
        Label(verdict.text, style=BODY, colour=colour, grow=1),
        gap=8,
        align="start",
    )


def _step(ui: Ui, scene: SheetDesk, row: StepRow) -> Widget:
    words = ui.words("preparation")
    issue, place = scene.issue, row.place

    def resize(*, more: bool) -> None:
        size = resized(scene.draft, scene.view, issue, place, more=more)
        scene.draft.set_size(issue, place, size)
        scene.changed()

    def exchange(text: str) -> None:
        scene.draft.set_words(issue, place, exchange=text)
        scene.changed()

    def reason(text: str) -> None:
        scene.draft.set_words(issue, place, reason=text)
        scene.changed()

    return Box(
        Row(
            Label(row.name, style=STRONG, grow=1),
            Label(row.to, style=SMALL, colour=MUTED, wrap=False) if row.to else None,
        ),
        Stepper(
            row.size,
            lambda: resize(more=False),
            lambda: resize(more=True),
            key=f"size-{place}",
            less=row.less,
            more=row.more,
        ),
        Label(words.text("steps.exchange"), style=SMALL_STRONG, colour=MUTED),
        TextField(
            row.exchange,
            exchange,
            key=f"exchange-{issue}-{place}",
            on_submit=scene.keep_silently,
            hint=words.text("steps.exchange_hint"),
            most=MOST_WORDS,
        ),
        Label(words.text("steps.reason"), style=SMALL_STRONG, colour=MUTED),
        TextField(
            row.reason,
            reason,
            key=f"reason-{issue}-{place}",
            on_submit=scene.keep_silently,
            hint=words.text("steps.reason_hint"),
            most=MOST_WORDS,
        ),
        fill=WELL,
        padding=12,
        radius=12,
        gap=6,
    )
