"""The bar at the foot of the table: five verbs with their keys, costs, counts and owners.

Source: look.md. Accepting lives on what is accepted, ending the talks in stepping out.
"""

from __future__ import annotations

from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.ui import Ui
from negosim.gui.widgets import Button, Kind, Row, Widget
from negosim.present.verbs import Verb

TALL, LOW = 54.0, 44.0
LEAST_WITH_ICONS = 740.0


def bar(ui: Ui, desk: TableDesk) -> Widget:
    """The open verb is tinted; one that cannot be used now says why when pressed."""
    return Row(
        *(_verb(ui, desk, verb) for verb in desk.verbs),
        gap=8 if ui.narrow else 12,
        align="stretch",
        height=LOW if ui.short else TALL,
    )


def _verb(ui: Ui, desk: TableDesk, verb: Verb) -> Widget:
    opened = verb.id == desk.verb and (desk.is_answering or not verb.why_not)
    why_not = "" if opened else verb.why_not
    if not why_not and verb.owner:
        why_not = desk.text("other.owner", name=verb.owner)
    # A low bar has no room for it: it is said beside the verb that is pointed at.
    cost = desk.text("compose.cost", cost=verb.cost) if verb.cost else ""
    note = "" if ui.short else " · ".join(text for text in (verb.owner, verb.cost) if text)
    return Button(
        verb.label,
        lambda: desk.choose_verb(verb.id),
        key=f"verb-{verb.id}",
        kind=Kind.JADE if opened else Kind.PLAIN,
        icon=verb.icon if ui.width >= LEAST_WITH_ICONS else "",
        hotkey=verb.hotkey,
        note=note,
        badge=verb.badge,
        why_not=verb.why_not if not opened else "",
        tip=why_not or (cost if ui.short else ""),
        grow=1,
    )
