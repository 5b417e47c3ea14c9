"""The dark bar at the head of the table: where one is, the clock, the goal, the tools.

Source: look.md. Figures and words come from `present.headline` and `present.goal`.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from negosim.gui.artwork import picture_source
from negosim.gui.painter import Painter, Rect
from negosim.gui.scenes.masthead import Night, language_button, privacy_button
from negosim.gui.scenes.table_desk import TableDesk
from negosim.gui.theme import (
    CLOCK,
    GOLD,
    MARGIN,
    NIGHT,
    NIGHT_LATE,
    NIGHT_MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    TITLE,
    VALUE,
    WHITE,
)
from negosim.gui.ui import Ui
from negosim.gui.widgets import (
    Column,
    Drawing,
    IconButton,
    Label,
    Pad,
    Picture,
    Row,
    Space,
    Widget,
)
from negosim.language.lexicon import name_of
from negosim.present.headline import Headline

TALL, LOW = 56.0, 48.0
RING, RING_STEPS = 15.0, 40
GOAL_AIR = 6.0
CLOCK_KEY = "clock"


def header(ui: Ui, desk: TableDesk) -> Widget:
    """One line; what does not fit a narrow window is left out, the least needed first."""
    head = desk.headline
    side = 12 if ui.narrow else MARGIN
    return Night(
        Pad(
            Row(
                Row(_mark(), _where(ui, desk), gap=12, grow=1),
                clock(ui, desk),
                Row(Space(grow=1), _goal(ui, desk), *_tools(ui, desk, head), gap=8, grow=1),
                gap=12,
                height=LOW if ui.short else TALL,
            ),
            left=side,
            right=side,
        ),
        padding=0,
        fill=NIGHT,
        radius=0,
    )


def _mark() -> Widget:
    return Picture(picture_source("logo"), width=32, height=32)


def _where(ui: Ui, desk: TableDesk) -> Widget | None:
    """Title, side and level, as far as they fit."""
    if ui.width < 760:
        return None
    view = desk.view
    title = view.brief.words.title.in_(ui.lang)
    party = view.brief.words.parties[view.brief.side].in_(ui.lang)
    side = name_of_side(desk)
    line = " · ".join(text for text in (side, party, name_of(desk.level, ui.lang)) if text)
    room = ui.width * (0.2 if ui.narrow else 0.25)
    if ui.text_width(title, TITLE) > room:
        return Label(title, style=SMALL_STRONG, colour=WHITE, grow=1)
    fits = ui.text_width(line, SMALL) <= room and not ui.short
    return Column(
        Label(title, style=TITLE, colour=WHITE),
        Label(line, style=SMALL, colour=NIGHT_MUTED) if fits else None,
        gap=0,
    )


def name_of_side(desk: TableDesk) -> str:
    """`You: vendor`, as the header and the room say it."""
    return desk.text(f"head.side_{desk.view.brief.side.word}")


def clock(ui: Ui, desk: TableDesk) -> Widget:
    """The clock on fixed cells with a ring of what is left; beside it the last handshake."""
    head = desk.headline
    if not head.clock:
        return Label(head.clock_label, style=STRONG, colour=NIGHT_MUTED, wrap=False)
    cell = max(ui.text_width(digit, CLOCK) for digit in "0123456789")
    colon = ui.text_width(":", CLOCK)
    face = cell * (len(head.clock) - 1) + colon
    notes = [] if ui.narrow else [head.clock_label, head.handshake]
    wide = max((ui.text_width(note, SMALL) for note in notes), default=-10.0)
    width = 2 * RING + 10 + face + 10 + wide

    def paint(p: Painter, rect: Rect) -> None:
        shown = desk.headline
        colour = NIGHT_LATE if shown.urgent else WHITE
        middle = rect.centery
        _ring(p, rect.x + RING, middle, desk.share_left)
        x = rect.x + 2 * RING + 10
        for character in shown.clock:
            room = colon if character == ":" else cell
            p.text(character, x + room / 2, middle, CLOCK, colour, align="center", middle=True)
            x += room
        if not ui.narrow:
            p.text(shown.clock_label, x + 10, middle - SMALL.line, SMALL, NIGHT_MUTED)
            p.text(shown.handshake, x + 10, middle, SMALL, GOLD)

    return Drawing(paint, width=width, height=LOW - 4, key=CLOCK_KEY, least=width)


def _ring(p: Painter, x: float, y: float, share: float) -> None:
    """A ring that empties with the time."""
    p.circle(x, y, RING, NIGHT, "#4a5665", 3.5)
    steps = max(1, round(RING_STEPS * share))
    turned = [2 * pi * share * step / steps for step in range(steps + 1)]
    radius = RING - 1.75
    p.path([(x - radius * sin(at), y - radius * cos(at)) for at in turned], GOLD, 3.5)
    p.line((x, y), (x, y - 7), GOLD, 2)
    p.line((x, y), (x + 5, y), GOLD, 2)


def _goal(ui: Ui, desk: TableDesk) -> Widget | None:
    """Own points if signed now, and what the director hopes for."""
    if not desk.shows_points:
        return None
    found = desk.goal
    now = "–" if found.points_now is None else str(found.points_now)
    figure = Label(now, style=VALUE, colour=GOLD, wrap=False)
    if ui.width < 700:
        return Row(figure, key="goal")
    label = Label(found.label, style=SMALL, colour=WHITE, wrap=False)
    if ui.narrow:
        return Row(figure, label, gap=6, key="goal")
    words = Column(
        Row(figure, label, gap=6),
        Label(found.aim, style=SMALL, colour=NIGHT_MUTED, wrap=False),
        gap=0,
        align="end",
    )
    # Air at both ends, for the ring that a lesson puts round it.
    return Row(Space(GOAL_AIR), words, Space(GOAL_AIR), gap=0, key="goal")


def _tools(ui: Ui, desk: TableDesk, head: Headline) -> list[Widget]:
    draft = desk.draft
    size = 30 if ui.narrow else 34
    no_hint = desk.text("head.no_hint") if desk.is_silent else ""
    no_points = desk.text("head.no_points") if desk.is_silent else ""

    def tool(
        icon: str,
        key: str,
        hotkey: str,
        press: Callable[[], None],
        *,
        selected: bool = False,
        why_not: str = "",
    ) -> IconButton:
        return IconButton(
            icon, press, key=key, label=desk.text(f"tool.{key}", hotkey=hotkey.upper()),
            hotkey=hotkey, selected=selected, why_not=why_not, night=True, size=size,
        )  # fmt: skip

    return [
        language_button(ui),
        tool("lamp", "hint", "h", desk.toggle_hint, selected=draft.hinted, why_not=no_hint),
        tool("notebook", "notes", "n", desk.toggle_notes, selected=draft.page == "notes"),
        tool(
            "star", "points", "p", desk.toggle_points, selected=desk.shows_points, why_not=no_points
        ),
        privacy_button(ui, desk.playing, size=size),
        tool("menu", "menu", "", desk.open_menu),
    ]
