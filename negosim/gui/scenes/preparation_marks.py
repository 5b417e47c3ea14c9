"""Two sheets of the preparation with bands: one's own marks, and the negotiators' authority.

Where the team sets its own priorities, the first also has the chips to move. Source:
exercise.md R3, R5, R7, R24.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.bands import BandPicture
from negosim.gui.drawings.signs import Sign, paint_sign
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    GOLD_TEXT,
    GOLD_TINT,
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
    Column,
    Drawing,
    Flow,
    Icon,
    IconButton,
    Kind,
    Label,
    Row,
    Rule,
    Stepper,
    Widget,
)
from negosim.language.lexicon import mark_names
from negosim.present.preparation import may_order
from negosim.present.preparation_bands import (
    Band,
    Chip,
    authority_at,
    bands,
    by_priority,
    chips,
    goal,
    legend,
    next_authority,
    order_changed,
)

if TYPE_CHECKING:
    from negosim.gui.scenes.preparation import Preparation
    from negosim.gui.ui import Ui

NAME_WIDTH = 168.0
STEPPER_WIDTH = 168.0
_SIGNS = {
    "quote": Sign.QUOTE,
    "target": Sign.TARGET,
    "limit": Sign.LIMIT,
    "points": Sign.POINTS,
    "authority": Sign.AUTHORITY,
}


def framework_page(ui: Ui, scene: Preparation) -> Widget:
    """Quote, target and limit of every issue, by priority."""
    words = ui.words("preparation")
    names = mark_names(scene.playing.side, ui.lang)
    rows: list[Widget] = []
    for band in by_priority(bands(scene.draft, scene.view, ui.lang)):
        rows += [Rule(), _marked(ui, band)]
    points = goal(scene.view)
    hoped = None
    if points is not None:
        text = words.text("framework.goal", par=points[0], away=points[1], target=names["target"])
        hoped = Row(Icon("flag", size=18, colour=GOLD_TEXT), Label(text, style=BODY, grow=1))
    marks = Card(
        Label(
            words.text("framework.how", quote=names["quote"], limit=names["floor"]),
            colour=MUTED,
        ),
        _legend(ui, scene, ("quote", "target", "limit", "points")),
        *rows,
        Rule() if hoped is not None else None,
        hoped,
        title=words.text("framework.title"),
        gap=10,
    )
    order = None
    if may_order(scene.view):
        order = _order(ui, scene)
    elif scene.view.own.order_locked:
        order = Card(
            Row(Icon("lock", size=18, colour=MUTED), Label(words.text("framework.locked"), grow=1))
        )
    return Column(order, marks, gap=GUTTER)


def authority_page(ui: Ui, scene: Preparation) -> Widget:
    """How far the negotiators may go on every issue."""
    words = ui.words("preparation")
    rows: list[Widget] = []
    for band in bands(scene.draft, scene.view, ui.lang):
        rows += [Rule(), _reach(ui, scene, band)]
    return Card(
        Label(words.text("authority.how"), colour=MUTED),
        _legend(ui, scene, ("quote", "target", "limit", "authority")),
        *rows,
        title=words.text("authority.title"),
        gap=10,
    )


def _marked(ui: Ui, band: Band) -> Widget:
    words = ui.words("preparation")
    rank = Box(
        Label(str(band.rank), style=STRONG, colour=GOLD_TEXT, align="center", wrap=False),
        fill=GOLD_TINT,
        padding=5,
        radius=14,
        width=32,
    )
    note = words.text("framework.rank", rank=band.rank)
    weight = words.text("framework.weight", weight=band.weight)
    head = Row(
        rank,
        Column(
            Label(band.title, style=STRONG),
            Label(
                words.text("framework.both", rank=note, weight=weight), style=SMALL, colour=MUTED
            ),
            gap=0,
            grow=1,
        ),
        gap=10,
        width=None if ui.narrow else NAME_WIDTH + 42,
    )
    picture = BandPicture(band, key=f"band-{band.number}", grow=1)
    if ui.narrow:
        return Column(head, picture, gap=2)
    return Row(head, picture, gap=12)


def _reach(ui: Ui, scene: Preparation, band: Band) -> Widget:
    number = band.number

    def to(tick: int) -> None:
        scene.draft.set_authority(number, tick)
        scene.changed()

    def step(*, upward: bool) -> None:
        to(next_authority(scene.draft, scene.view, number, upward=upward))

    head = Column(
        Label(band.title, style=STRONG),
        Label(band.owner, style=SMALL, colour=MUTED) if band.owner else None,
        gap=0,
        width=None if ui.narrow else NAME_WIDTH,
        grow=1 if ui.narrow else 0,
    )
    picture = BandPicture(
        band,
        key=f"band-{number}",
        grip=True,
        on_drag=lambda at: to(authority_at(scene.view, number, at)),
        grow=1,
    )
    stepper = Stepper(
        band.value,
        lambda: step(upward=False),
        lambda: step(upward=True),
        key=f"authority-{number}",
        less=band.less,
        more=band.more,
        style=STRONG,
        width=STEPPER_WIDTH,
    )
    reach = Label(band.reach, style=SMALL, colour=US_TEXT if band.full else MUTED)
    if ui.narrow:
        return Column(Row(head, stepper, gap=12), picture, reach, gap=2)
    return Column(Row(head, picture, stepper, gap=12), reach, gap=2)


def _legend(ui: Ui, scene: Preparation, kinds: tuple[str, ...]) -> Widget:
    texts = legend(scene.view, ui.lang)
    return Flow(
        *[
            Row(
                _sign(_SIGNS[kind]),
                Label(texts[kind], style=SMALL, colour=MUTED, wrap=False),
                gap=4,
            )
            for kind in kinds
            if texts[kind]
        ],
        gap=18,
    )


def _sign(sign: Sign) -> Widget:
    def paint(p: Painter, rect: Rect) -> None:
        paint_sign(p, sign, rect.centerx, rect.centery)

    return Drawing(paint, width=16, height=18)


def _order(ui: Ui, scene: Preparation) -> Widget:
    """The team's own priorities as chips to move, until they are locked."""
    words = ui.words("preparation")
    changed = order_changed(scene.draft, scene.view)
    return Card(
        Label(words.text("framework.order_how"), colour=MUTED),
        Flow(*[_chip(ui, scene, chip) for chip in chips(scene.draft, scene.view, ui.lang)]),
        Row(
            Icon("info", size=18, colour=MUTED),
            Label(words.text("framework.unlocked"), style=SMALL, colour=MUTED, grow=1),
            Button(
                words.text("framework.lock"),
                scene.lock_order,
                key="lock-order",
                kind=Kind.GOLD if changed else Kind.PLAIN,
                icon="lock",
            ),
            gap=10,
        ),
        title=words.text("framework.order"),
        gap=12,
    )


def _chip(ui: Ui, scene: Preparation, chip: Chip) -> Widget:
    words = ui.words("preparation")

    def move(by: int) -> None:
        scene.draft.move_up(chip.place, by)
        scene.changed()

    last = len(scene.draft.order) - 1
    return Box(
        Row(
            IconButton(
                "left",
                lambda: move(-1),
                key=f"forward-{chip.issue}",
                label=words.text("framework.forward", issue=chip.name),
                why_not=words.text("framework.first") if chip.place == 0 else "",
                size=28,
            ),
            Column(
                Label(chip.name, style=TITLE, wrap=False, align="center"),
                Label(
                    chip.weight, style=SMALL_STRONG, colour=GOLD_TEXT, wrap=False, align="center"
                ),
                gap=0,
            ),
            IconButton(
                "right",
                lambda: move(1),
                key=f"back-{chip.issue}",
                label=words.text("framework.back", issue=chip.name),
                why_not=words.text("framework.last") if chip.place == last else "",
                size=28,
            ),
            gap=10,
        ),
        fill=WELL,
        padding=8,
        radius=12,
    )
