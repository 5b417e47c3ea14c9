"""The forms under the verbs: chips to choose from, tiles to turn, what goes with an offer.

Each is built from what `present` offers; choosing puts a sentence into the composer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from negosim.engine.words import Reason
from negosim.gui.scenes.table_desk import DEMAND, LINE, TableDesk
from negosim.gui.scenes.table_tile import OfferTile, Turns
from negosim.gui.theme import (
    CARD,
    GOLD_TEXT,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US_TEXT,
    US_TINT,
    WELL,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    Flow,
    Grid,
    Icon,
    Kind,
    Label,
    Press,
    Row,
    Scroll,
    Space,
    Toggle,
    Widget,
)
from negosim.present.choices import Choice, Group
from negosim.present.offer_builder import benefits, reasons
from negosim.present.packaging import Entry, PackageDraft, Part
from negosim.present.stepping_out import breaks_left
from negosim.present.verbs import ASK, OFFER, REPLY, STEP_OUT, WRITE

MOST_COLUMNS = 4
LEAST_TILE = 150.0
FIRST = "composer"
"""The key of the first control of a form, where the focus goes by key."""


def form(ui: Ui, desk: TableDesk) -> Widget:
    """The form of the open verb."""
    if desk.steppers == OFFER:
        return offer_form(ui, desk)
    if desk.steppers == DEMAND:
        return demand_form(ui, desk)
    if desk.verb == WRITE and not desk.is_asked:
        return write_form(ui, desk)
    return choice_form(ui, desk)


# -- chips ----------------------------------------------------------------------------


def choice_form(ui: Ui, desk: TableDesk) -> Widget:
    """The choices of a verb; several groups stand as a row of their names above."""
    groups, group = desk.groups, desk.group
    picked = desk.picked
    end = _end_of_talks(desk) if desk.verb == STEP_OUT and not desk.is_asked else None
    return Column(
        _group_names(desk, groups) if len(groups) > 1 else None,
        Row(
            Flow(
                *_chips(desk, group.choices if group is not None else (), first=len(groups) < 2),
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


def hint_line(choice: Choice | None) -> Widget | None:
    """The line of advice that goes with a choice."""
    if choice is None or not choice.hint:
        return None
    return Row(
        Icon("lamp", size=14, colour=GOLD_TEXT),
        Label(choice.hint, style=SMALL, colour=MUTED),
        gap=6,
    )


def _marking(desk: TableDesk) -> Widget | None:
    """How to ask about one issue, while nothing is marked."""
    if desk.is_asked or desk.draft.marked or desk.verb not in (ASK, REPLY):
        return None
    return Label(desk.text("tracks.how"), style=SMALL, colour=MUTED)


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


def _chips(desk: TableDesk, choices: Sequence[Choice], *, first: bool) -> list[Widget]:
    picked = desk.picked
    chosen = picked.id if picked is not None and desk.draft.loose is None else ""
    return [
        chip(
            choice.label,
            lambda choice=choice: desk.pick(choice.id),  # type: ignore[misc]
            key=FIRST if first and place == 0 else f"choice-{choice.id}",
            note=choice.cost,
            why_not=choice.why_not,
            selected=choice.id == chosen,
        )
        for place, choice in enumerate(choices)
    ]


def _group_names(desk: TableDesk, groups: Sequence[Group]) -> Widget:
    group = desk.group
    return Flow(
        *(
            Button(
                each.title,
                lambda each=each: desk.choose_group(each.id),  # type: ignore[misc]
                key=FIRST if place == 0 else f"group-{each.id}",
                kind=Kind.TINY,
                selected=group is not None and each.id == group.id,
            )
            for place, each in enumerate(groups)
        ),
        gap=6,
        line_gap=6,
    )


def _end_of_talks(desk: TableDesk) -> Widget:
    words = desk.end_talks
    return Button(
        words.label, desk.open_end_of_talks, key="end-talks", kind=Kind.CINNABAR,
        why_not=words.why_not, height=36,
    )  # fmt: skip


# -- tiles ----------------------------------------------------------------------------


def offer_form(ui: Ui, desk: TableDesk) -> Widget:
    """A tile an issue; above them what is wanted besides, why, and a second package."""
    builder = desk.builder
    second = builder.second
    return Column(
        _with_offer(ui, desk),
        tiles(ui, desk, builder.first, "tile"),
        None
        if second is None
        else Row(
            Label(desk.text("offer.or"), style=SMALL_STRONG, colour=GOLD_TEXT),
            Label(builder.apart(ui.lang), style=SMALL, colour=MUTED),
            gap=8,
        ),
        None if second is None else tiles(ui, desk, second, "second"),
        gap=7,
    )


def demand_form(ui: Ui, desk: TableDesk) -> Widget:
    """What we want on what was asked, and what we would give for it."""
    return tiles(ui, desk, desk.demand.package, "demand")


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
            Flow(*_chips(desk, group.choices if group is not None else (), first=False)),
            hint_line(desk.picked),
        )
    return Column(
        _group_names(desk, desk.groups),
        body,
        Label(note, style=SMALL, colour=MUTED) if note else None,
        gap=8,
    )


def tiles(
    ui: Ui,
    desk: TableDesk,
    package: PackageDraft,
    prefix: str,
    *,
    parts: tuple[Part, ...] = tuple(Part),
) -> Widget:
    """A tile an issue, as many in a line as fit."""
    entries = package.entries(ui.lang)
    room = ui.width - 60 if ui.narrow else ui.width * 0.66 - 70
    columns = max(2, min(MOST_COLUMNS, int((room + 10) // (LEAST_TILE + 10)), len(entries)))
    words = {part: desk.text(f"part.{part.value}") for part in Part}
    if prefix == "line":
        words[Part.GIVE] = desk.text("part.line")
    return Grid(
        *(
            OfferTile(
                entry,
                _turns(desk, package, entry),
                key=FIRST if place == 0 and prefix != "second" else f"{prefix}-{entry.issue}",
                words=words,
                parts=parts,
            )
            for place, entry in enumerate(entries)
        ),
        columns=columns,
        gap=10,
        line_gap=8,
    )


def _turns(desk: TableDesk, package: PackageDraft, entry: Entry) -> Turns:
    issue = entry.issue

    def part(wanted: Part) -> None:
        change = {Part.GIVE: package.give, Part.WANT: package.want, Part.OFF: package.drop}
        desk.turn(lambda: change[wanted](issue))

    return Turns(
        less=lambda: desk.turn(lambda: package.less(issue)),
        more=lambda: desk.turn(lambda: package.more(issue)),
        fine=lambda way: desk.turn(lambda: package.fine(issue, way)),
        part=part,
        say=desk.say,
    )


# -- what goes with an offer ----------------------------------------------------------


def _with_offer(ui: Ui, desk: TableDesk) -> Widget:
    builder = desk.builder
    trade = builder.trade(ui.lang) if desk.shows_points else ""
    planned = [
        text
        for number in range(len(desk.view.brief.issues))
        if (text := builder.planned(number, ui.lang)) and desk.shows_points
    ]
    return Flow(
        Label(trade, style=SMALL_STRONG, colour=US_TEXT if builder.is_trade else GOLD_TEXT)
        if trade
        else None,
        Label(planned[0], style=SMALL, colour=MUTED) if planned else None,
        _benefits(desk),
        _because(desk),
        Button(
            desk.text("offer.second"),
            lambda: desk.turn(builder.second_off if builder.second else builder.second_on),
            key="second-package",
            kind=Kind.TINY,
            icon="plus",
            selected=builder.second is not None,
        ),
        gap=10,
        line_gap=6,
    )


def _because(desk: TableDesk) -> Widget:
    """A button that opens the list of reasons and says the one chosen."""
    builder = desk.builder
    named = dict(reasons(desk.lang))
    return Button(
        desk.text("offer.because", reason=named[builder.reason]),
        lambda: desk.app.open(lambda ui: reason_list(ui, desk)),
        key="because",
        kind=Kind.TINY,
        icon="down",
    )


def reason_list(ui: Ui, desk: TableDesk) -> Widget:
    """Why the offer is made; choosing closes the list."""

    def choose(reason: Reason) -> None:
        desk.app.close()
        desk.turn(lambda: setattr(desk.builder, "reason", reason))

    return Card(
        *(
            Button(
                text,
                lambda reason=reason: choose(reason),  # type: ignore[misc]
                key=f"reason-{reason.value}",
                kind=Kind.GHOST,
                selected=reason is desk.builder.reason,
            )
            for reason, text in reasons(ui.lang)
        ),
        title=desk.text("offer.reasons_title"),
        gap=4,
        width=min(300.0, ui.width - 40),
    )


def _benefits(desk: TableDesk) -> Widget | None:
    """A button that opens the list of what may be wanted besides; None where there is nothing."""
    if not desk.view.brief.benefits:
        return None
    count = len(desk.builder.benefits)
    text = desk.text("offer.benefits") + (f" {count}" if count else "")
    return Button(
        text, lambda: desk.app.open(lambda ui: benefit_list(ui, desk)), key="benefits",
        kind=Kind.TINY, icon="trade", selected=bool(count),
    )  # fmt: skip


def benefit_list(ui: Ui, desk: TableDesk) -> Widget:
    """Every benefit of the scenario as a switch."""
    wanted = desk.builder.benefits
    switches = Column(
        *(
            Toggle(
                text,
                number in wanted,
                lambda on, number=number: desk.turn(  # type: ignore[misc]
                    lambda: desk.builder.benefit(number, on)
                ),
                key=f"benefit-{number}",
            )
            for number, text in benefits(desk.view, ui.lang)
        )
    )
    return Card(
        Scroll(switches, key="benefit-list"),
        Row(Space(grow=1), Button(desk.text("other.done"), desk.app.close, key="done")),
        title=desk.text("offer.benefits_title"),
        width=min(460.0, ui.width - 40),
    )


def _line_benefits(desk: TableDesk) -> Widget | None:
    """The benefits that may stand on a line of one's own."""
    known = benefits(desk.view, desk.lang)
    if not known:
        return None
    return Flow(
        *(
            Button(
                text,
                lambda number=number: desk.turn(  # type: ignore[misc]
                    lambda: desk.line.benefit(number, number not in desk.line.benefits)
                ),
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
