"""The form beside the shelf: side, coach, clock, who plays, who sits opposite."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.engine.record import but
from negosim.gui.theme import MUTED, SMALL, SMALL_STRONG, STRONG
from negosim.gui.widgets import (
    Choice,
    Column,
    Dropdown,
    Grid,
    Label,
    Pad,
    Row,
    Space,
    Stepper,
    TextField,
    Widget,
)
from negosim.present.opponents import opponents
from negosim.present.picker import (
    LEAST_MEMBERS,
    Plan,
    chairs,
    clocks,
    levels,
    named,
    seated,
    sized,
    stand_in,
)
from negosim.solo.group import LONGEST_NAME, MOST_MEMBERS

if TYPE_CHECKING:
    from negosim.gui.ui import Ui

_TWO_COLUMNS = 800.0
"""Below this logical width one cell fills a line."""
Becomes = Callable[[Plan], None]


def setup(ui: Ui, plan: Plan, becomes: Becomes) -> list[Widget]:
    """One cell a choice, in two columns where there is room; `becomes` takes the changed plan."""
    cells = (
        _side(ui, plan, becomes),
        _opposite(ui, plan, becomes),
        _level(ui, plan, becomes),
        _clock(ui, plan, becomes),
    )
    return [
        Grid(*cells, columns=1 if ui.width < _TWO_COLUMNS else 2, gap=24, line_gap=18),
        _who(ui, plan, becomes),
    ]


def _side(ui: Ui, plan: Plan, becomes: Becomes) -> Widget:
    told = chairs(plan.scenario, ui.lang)
    parties = {side: each.about for side, each in told}
    about = ""
    if any(parties[side] != each.name for side, each in told):
        about = ui.words("lobby_scene").text(
            "form.side_about", own=parties[plan.side], other=parties[plan.side.other]
        )
    options = [(side, each.name) for side, each in told]
    choice = Choice(options, plan.side, lambda side: becomes(seated(plan, side)), key="side")
    return _line(ui, "form.side", choice, about)


def _level(ui: Ui, plan: Plan, becomes: Becomes) -> Widget:
    told = dict(levels(ui.lang))
    options = [(level, each.name) for level, each in told.items()]
    choice = Choice(options, plan.level, lambda level: becomes(but(plan, level=level)), key="level")
    return _line(ui, "form.level", choice, told[plan.level].about)


def _clock(ui: Ui, plan: Plan, becomes: Becomes) -> Widget:
    told = dict(clocks(ui.lang))
    options = [(clock, each.name) for clock, each in told.items()]
    choice = Choice(
        options, plan.clock_kind, lambda clock: becomes(but(plan, clock=clock)), key="clock"
    )
    return _line(ui, "form.clock", choice, told[plan.clock_kind].about)


def _opposite(ui: Ui, plan: Plan, becomes: Becomes) -> Widget:
    people = opponents(plan.side.other, ui.lang)
    chosen = next(each for each in people if each.id == plan.opponent)
    dropdown = Dropdown(
        [(each.id, each.name) for each in people],
        plan.opponent,
        lambda id_: becomes(but(plan, opponent=id_)),
        key="opponent",
        width=250,
    )
    # As high as the segments beside it, so that the lines below stand on one level.
    control = Pad(Row(dropdown, Space(grow=1)), top=5, bottom=5)
    return _line(ui, "form.opposite", control, chosen.about)


def _who(ui: Ui, plan: Plan, becomes: Becomes) -> Widget:
    words = ui.words("lobby_scene")
    choice = Choice(
        ((False, words.text("form.alone")), (True, words.text("form.group"))),
        plan.group,
        lambda group: becomes(but(plan, group=group)),
        key="who",
    )
    about = words.text("form.group_about" if plan.group else "form.alone_about")
    if not plan.group:
        return _line(ui, "form.who", choice, about)
    count = len(plan.names)
    members = Stepper(
        words.text("form.members", count=count),
        lambda: becomes(sized(plan, count - 1)),
        lambda: becomes(sized(plan, count + 1)),
        key="members",
        less=count > LEAST_MEMBERS,
        more=count < MOST_MEMBERS,
        style=STRONG,
        width=170,
    )
    fields = Grid(
        *(_name(ui, plan, place, becomes) for place in range(count)),
        columns=2 if ui.narrow else 3,
        gap=8,
        line_gap=8,
    )
    return _line(ui, "form.who", Row(choice, members, Space(grow=1), gap=14), about, fields)


def _name(ui: Ui, plan: Plan, place: int, becomes: Becomes) -> Widget:
    return TextField(
        plan.names[place],
        lambda name: becomes(named(plan, place, name)),
        key=f"name-{place}",
        hint=stand_in(place, ui.lang),
        most=LONGEST_NAME,
    )


def _line(ui: Ui, key: str, control: Widget, about: str, *more: Widget) -> Widget:
    """What is chosen, the control, and below it a line about what is chosen now."""
    return Column(
        Label(ui.words("lobby_scene").text(key), style=SMALL_STRONG, colour=MUTED),
        control,
        Label(about, style=SMALL, colour=MUTED) if about else None,
        *more,
        gap=5,
    )
