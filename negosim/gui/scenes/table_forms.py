"""The form under each verb: what there is to choose from, the record, the way out.

Each is built from what `present` offers; choosing puts a sentence into the composer.
"""

from __future__ import annotations

from functools import partial

from negosim.gui.scenes.table_chips import chips, group_names, hint_line
from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.scenes.table_draft import DEMAND, LIMIT, LINE
from negosim.gui.scenes.table_offer import demand_form, limit_tile, offer_form, tiles
from negosim.gui.theme import (
    MUTED,
    SMALL,
    SMALL_STRONG,
    THEM_TEXT,
    US_TEXT,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Button,
    Column,
    Flow,
    Grid,
    Kind,
    Label,
    Row,
    Widget,
)
from negosim.present.choices import Choice
from negosim.present.offer_builder import benefits
from negosim.present.packaging import Part
from negosim.present.stepping_out import breaks_left
from negosim.present.verbs import ASK, OFFER, REPLY, STEP_OUT, WRITE
from negosim.present.writing import Row as PaperRow
from negosim.present.writing import Written


def form(ui: Ui, desk: TableDesk) -> Widget:
    """The form of the open verb."""
    if desk.steppers == OFFER:
        return offer_form(ui, desk)
    if desk.steppers == DEMAND:
        return demand_form(ui, desk)
    if desk.steppers == LIMIT:
        return limit_form(ui, desk)
    if desk.verb == WRITE and not desk.is_answering:
        return write_form(ui, desk)
    return choice_form(ui, desk)


def choice_form(ui: Ui, desk: TableDesk) -> Widget:
    """The choices of a verb; several groups stand as a row of their names above."""
    groups, group = desk.groups, desk.group
    picked = desk.picked
    end = _end_of_talks(desk) if desk.verb == STEP_OUT and not desk.is_answering else None
    return Column(
        group_names(desk, groups) if len(groups) > 1 else None,
        Row(
            Flow(
                *chips(desk, group.choices if group is not None else (), first=len(groups) < 2),
                gap=8,
                line_gap=8,
                grow=1,
            ),
            end,
            gap=16,
            align="start",
        ),
        hint_line(picked) or _marking(desk),
        gap=8,
    )


def limit_form(ui: Ui, desk: TableDesk) -> Widget:
    """The value called the last word on its tile, under the names of the groups."""
    return Column(
        group_names(desk, desk.groups),
        Grid(
            limit_tile(ui, desk),
            hint_line(desk.picked) or _marking(desk),
            columns=2,
            gap=12,
        ),
        gap=8,
    )


def _marking(desk: TableDesk) -> Widget | None:
    """How to ask about one issue, while nothing is marked."""
    if desk.is_answering or desk.draft.marked or desk.verb not in (ASK, REPLY):
        return None
    return Label(desk.text("tracks.how"), style=SMALL, colour=MUTED)


def _end_of_talks(desk: TableDesk) -> Widget:
    words = desk.end_talks
    return Button(
        words.label, desk.open_end_of_talks, key="end-talks", kind=Kind.CINNABAR,
        why_not=words.why_not, height=36,
    )  # fmt: skip


def write_form(ui: Ui, desk: TableDesk) -> Widget:
    """The record and what can be done about it; a line of one's own is put on tiles."""
    paper = desk.paper
    note = " ".join(text for text in (paper.pen, paper.missing) if text)
    if desk.steppers == LINE:
        body: Widget = tiles(ui, desk, desk.line.package, "line", parts=(Part.OFF, Part.GIVE))
        body = Column(body, _line_benefits(desk), gap=6)
    else:
        group = desk.group
        body = Column(
            Flow(*chips(desk, group.choices if group is not None else (), first=False)),
            hint_line(desk.picked),
        )
    return Column(
        Flow(group_names(desk, desk.groups), _record(desk), gap=18, line_gap=6),
        body,
        Label(note, style=SMALL, colour=MUTED) if note else None,
        gap=8,
    )


def _record(desk: TableDesk) -> Widget | None:
    """What is agreed or on a line, with how far it has come; None while there is nothing."""
    rows = [row for row in desk.paper.rows if row.state is not Written.OPEN]
    if not rows:
        return None
    return Flow(
        *(
            Row(
                Label(f"{row.name} {row.value}".strip(), style=SMALL_STRONG),
                Label(_written(row), style=SMALL, colour=US_TEXT),
                gap=5,
            )
            for row in rows
        ),
        gap=18,
        line_gap=2,
    )


def _written(row: PaperRow) -> str:
    """`line 2, confirmed`, with a wish to reopen it."""
    number = "" if row.line is None else f"{row.line} "
    return f"{number}{row.said} {row.note}".strip()


def _line_benefits(desk: TableDesk) -> Widget | None:
    """The benefits that may stand on a line of one's own."""
    known = benefits(desk.view, desk.lang)
    if not known:
        return None

    def switch(number: int) -> None:
        desk.turn(lambda: desk.line.benefit(number, number not in desk.line.benefits))

    return Flow(
        *(
            Button(
                text,
                partial(switch, number),
                key=f"line-benefit-{number}",
                kind=Kind.TINY,
                selected=number in desk.line.benefits,
            )
            for number, text in known
        ),
        gap=6,
        line_gap=6,
    )


def left_line(desk: TableDesk) -> str:
    """How many breaks are left, under the verb that takes one; empty under others."""
    return breaks_left(desk.view, desk.lang) if desk.verb == STEP_OUT else ""


def problem_line(choice: Choice | None) -> Widget | None:
    """Why what is composed cannot be said."""
    if choice is None or choice.move is None or not choice.why_not:
        return None
    return Label(choice.why_not, style=SMALL, colour=THEM_TEXT)
