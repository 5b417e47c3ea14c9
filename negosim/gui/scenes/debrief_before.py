"""The page before any figure: one word, their order, their points.

Only lays out; what stands on it is `present.debrief_before`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from negosim.gui.scenes.guess_cards import OrderCard, face
from negosim.gui.theme import (
    GOLD_TEXT,
    GUTTER,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    TITLE,
    VALUE,
    WELL,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Flow,
    Grid,
    Icon,
    Kind,
    Label,
    Pad,
    Row,
    Slider,
    Space,
    TextField,
    Widget,
)
from negosim.present.debrief import points_text
from negosim.present.debrief_before import felt_words
from negosim.solo.afterthoughts import MOST_LETTERS

if TYPE_CHECKING:
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

WIDE = 980.0
ONE_COLUMN = 860.0


def before_page(ui: Ui, scene: DebriefScene) -> Widget:
    """Side by side where there is room, else one below the other."""
    words = ui.words("debrief_scene")
    lead = Label(words.text("before.lead"), colour=MUTED, align="center")
    asks = _points(ui, scene) if scene.guesses.asks_points else None
    if ui.width < ONE_COLUMN:
        return Column(lead, _felt(ui, scene), _order(ui, scene), asks, gap=GUTTER)
    side = max(0.0, (ui.width - 40 - WIDE) / 2)
    both = Grid(
        Column(_felt(ui, scene), asks, gap=GUTTER),
        Column(_order(ui, scene)),
        columns=2,
        gap=GUTTER,
    )
    inside = Column(Space(grow=1), lead, Space(2), both, Space(grow=1.6), gap=8)
    return Pad(inside, left=side, right=side)


def _felt(ui: Ui, scene: DebriefScene) -> Widget:
    words = ui.words("debrief_scene")
    guesses = scene.guesses
    chips = [
        Button(
            text,
            partial(scene.guess, guesses.feel(felt)),
            key=f"felt-{felt}",
            selected=guesses.felt == felt,
            hotkey=str(number),
        )
        for number, (felt, text) in enumerate(felt_words(ui.lang), 1)
    ]
    own = TextField(
        guesses.own,
        lambda text: scene.guess(scene.guesses.say(text)),
        key="felt-own",
        hint=words.text("before.own"),
        most=MOST_LETTERS,
    )
    return Card(Flow(*chips, gap=10, line_gap=10), own, title=words.text("before.felt"), gap=14)


def _order(ui: Ui, scene: DebriefScene) -> Widget:
    words = ui.words("debrief_scene")
    guesses = scene.guesses
    title = words.text(f"before.order_{scene.seen.side.other.word}")
    issues = scene.seen.found.scenario.issues
    if guesses.locked:
        rows: list[Widget] = [
            Box(face(ui, issues[issue], place), fill=WELL, radius=10, padding=8)
            for place, issue in enumerate(guesses.order)
        ]
        foot: Widget = Row(
            Icon("lock", size=16, colour=GOLD_TEXT),
            Label(words.text("before.order_locked"), style=SMALL_STRONG, colour=GOLD_TEXT),
            gap=6,
        )
    else:
        rows = [
            OrderCard(
                face(ui, issues[issue], place),
                partial(_move, scene, issue, place),
                key=f"order-{issue}",
                first=place == 0,
                last=len(guesses.order) - 1,
            )
            for place, issue in enumerate(guesses.order)
        ]
        foot = Label(words.text("before.order_how"), style=SMALL, colour=MUTED)
    return Card(*rows, foot, title=title, gap=8)


def _move(scene: DebriefScene, issue: int, place: int, by: int) -> None:
    scene.guess(scene.guesses.put(issue, place + by))


def _points(ui: Ui, scene: DebriefScene) -> Widget:
    """Their points on a slider; until it is touched there is no guess."""
    words = ui.words("debrief_scene")
    guesses = scene.guesses
    found = scene.seen.found
    par = found.sides[scene.seen.side].par
    value = par if guesses.points is None else guesses.points
    said = words.text("before.points_none")
    if guesses.points is not None:
        said = points_text(guesses.points, ui.lang)
    return Card(
        Row(
            Label(words.text("before.points"), style=TITLE, grow=1),
            Label(
                said,
                style=VALUE if guesses.points is not None else SMALL,
                colour=INK if guesses.points is not None else MUTED,
                wrap=False,
            ),
            gap=10,
        ),
        Row(
            Button(
                "–",
                lambda: scene.guess(scene.guesses.suppose(value - 1)),
                key="points-less",
                kind=Kind.TINY,
                width=30,
            ),
            Slider(
                value,
                0,
                guesses.most,
                lambda points: scene.guess(scene.guesses.suppose(points)),
                key="points",
                grow=1,
            ),
            Button(
                "+",
                lambda: scene.guess(scene.guesses.suppose(value + 1)),
                key="points-more",
                kind=Kind.TINY,
                width=30,
            ),
            gap=8,
        ),
        gap=10,
    )
