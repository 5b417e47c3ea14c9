"""Chips to choose from: one choice, the names of its group, the line of advice beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.theme import (
    CARD,
    GOLD_TEXT,
    INK,
    MUTED,
    SMALL,
    STRONG,
    US_TEXT,
    US_TINT,
    WELL,
)
from negosim.gui.widgets import (
    Button,
    Flow,
    Icon,
    Kind,
    Label,
    Press,
    Row,
    Widget,
)
from negosim.present.choices import Choice, Group

FIRST = "composer"
"""The key of the first control of a form, where the focus goes by key."""


def chip(
    text: str,
    on_press: Callable[[], None],
    *,
    key: str,
    note: str = "",
    why_not: str = "",
    selected: bool = False,
) -> Widget:
    """One choice: its words, its cost; a choice that cannot be made now says why when pressed."""
    colour = MUTED if why_not else US_TEXT if selected else INK
    words = Label(text, style=STRONG, colour=colour)
    cost = Label(note, style=SMALL, colour=MUTED, wrap=False) if note else None
    return Press(
        Row(words, cost, gap=8),
        on_press,
        key=key,
        why_not=why_not,
        selected=selected,
        radius=10,
        fill=WELL if why_not else US_TINT if selected else CARD,
        padding=7,
        shadow=False,
    )


def chips(desk: TableDesk, choices: Sequence[Choice], *, first: bool) -> list[Widget]:
    picked = desk.picked
    # What the verb itself says need not be said again on each of its choices.
    usual = next((verb.cost for verb in desk.verbs if verb.id == desk.verb), "")
    chosen = picked.id if picked is not None and desk.draft.loose is None else ""
    return [
        chip(
            choice.label,
            partial(desk.pick, choice.id),
            key=FIRST if first and place == 0 else f"choice-{choice.id}",
            note="" if choice.cost == usual else choice.cost,
            why_not=choice.why_not,
            selected=choice.id == chosen,
        )
        for place, choice in enumerate(choices)
    ]


def group_names(desk: TableDesk, groups: Sequence[Group]) -> Widget:
    group = desk.group
    return Flow(
        *(
            Button(
                each.title,
                partial(desk.choose_group, each.id),
                key=FIRST if place == 0 else f"group-{each.id}",
                kind=Kind.TINY,
                selected=group is not None and each.id == group.id,
            )
            for place, each in enumerate(groups)
        ),
        gap=6,
        line_gap=6,
    )


def hint_line(choice: Choice | None) -> Widget | None:
    """The line of advice that goes with a choice."""
    if choice is None or not choice.hint:
        return None
    return Row(
        Icon("lamp", size=14, colour=GOLD_TEXT),
        Label(choice.hint, style=SMALL, colour=MUTED),
        gap=6,
    )
