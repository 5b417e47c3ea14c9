"""The forms on tiles: an offer, and what we want when they ask for it.

An issue is a tile; what it does in the package and how far is turned there. Benefits, the
reason and a second package stand above an offer.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from negosim.engine.words import Reason
from negosim.gui.scenes.table_chips import FIRST
from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.scenes.table_tile import OfferTile, Turns
from negosim.gui.theme import (
    GOLD_TEXT,
    MUTED,
    SMALL,
    SMALL_STRONG,
    US_TEXT,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    Flow,
    Grid,
    Kind,
    Label,
    Row,
    Scroll,
    Space,
    Toggle,
    Widget,
)
from negosim.present.offer_builder import benefits, reasons
from negosim.present.packaging import Entry, PackageDraft, Part

MOST_COLUMNS = 4
LEAST_TILE = 150.0
FIRST_IN = ("tile", "demand")
"""Tiles that stand first in their form."""


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


def limit_tile(ui: Ui, desk: TableDesk) -> Widget:
    """The issue of the last word; its part is always the same."""
    word = desk.last_word
    entry = word.entry(ui.lang)
    turns = _turns(desk, word.package, entry)
    return OfferTile(
        entry,
        replace(turns, part=lambda _part: None),
        key=f"limit-{entry.issue}",
        words=dict.fromkeys(Part, desk.text("part.limit")),
        parts=(Part.GIVE,),
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
                key=FIRST if place == 0 and prefix in FIRST_IN else f"{prefix}-{entry.issue}",
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
                partial(choose, reason),
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

    def want(number: int, on: bool) -> None:
        desk.turn(lambda: desk.builder.benefit(number, on))

    switches = Column(
        *(
            Toggle(
                text,
                number in wanted,
                partial(want, number),
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
