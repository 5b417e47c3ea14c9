"""The card on which the director is asked: how far, what for, and the button that asks.

The request is the scene's; what may be asked and what he says is in `present.director`.
Source: exercise.md R9, R24, R36.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from negosim.gui.scenes.stepper_width import stepper_width
from negosim.gui.theme import (
    CARD,
    HAIRLINE,
    INK,
    MUTED,
    SMALL,
    STRONG,
    TITLE,
    US_EDGE,
    US_TEXT,
    US_TINT,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Column,
    Flow,
    Kind,
    Label,
    Row,
    Space,
    Stepper,
    TextField,
    Widget,
)
from negosim.present.away import is_alone
from negosim.present.director import MOST_WORDS, Reach

if TYPE_CHECKING:
    from negosim.gui.scenes.away import AwayScene
    from negosim.gui.ui import Ui

STEPPER = 148.0


def director_card(ui: Ui, scene: AwayScene) -> Widget:
    """Both halves side by side; one below the other in a narrow window."""
    far, back = _far(ui, scene), _back(ui, scene)
    if ui.narrow:
        return Column(far, back, gap=16)
    return Row(far, back, gap=24, align="start")


def _far(ui: Ui, scene: AwayScene) -> Widget:
    words, view = ui.words("away"), scene.view
    everything = Button(words.text("reach.all"), scene.ask_for_all, key="reach-all", kind=Kind.TINY)
    return Column(
        Row(
            Label(words.text("reach.title"), style=TITLE, grow=1),
            everything if view.own.authority != view.own.floors else None,
        ),
        *[_reach(ui, scene, reach) for reach in scene.request.reaches(view, ui.lang)],
        gap=7,
        grow=1,
    )


def _back(ui: Ui, scene: AwayScene) -> Widget:
    words, request = ui.words("away"), scene.request
    chips = [
        Button(
            each.label,
            partial(scene.toggle_return, each.id),
            key=f"return:{each.id}",
            kind=Kind.TINY,
            selected=each.chosen,
        )
        for each in request.returns(scene.view, ui.lang)
    ]
    return Column(
        Label(words.text("back.title"), style=TITLE),
        Flow(*chips, gap=6, line_gap=6),
        TextField(
            request.words,
            scene.say_return,
            key="return-words",
            hint=words.text("back.hint"),
            most=MOST_WORDS,
            on_submit=scene.ask,
        ),
        Space(2),
        _asking(ui, scene),
        gap=9,
        grow=1,
    )


def _reach(ui: Ui, scene: AwayScene, reach: Reach) -> Widget:
    number = reach.number
    issue = scene.view.brief.issues[number]
    name: Widget = Label(reach.name, style=STRONG)
    if reach.unit:
        name = Flow(name, Label(reach.unit, style=SMALL, colour=MUTED), gap=6, line_gap=0)
    wide = stepper_width(ui, issue, now=reach.asked, least=STEPPER)
    stepper = Stepper(
        reach.asked,
        lambda: scene.reach(number, upward=False),
        lambda: scene.reach(number, upward=True),
        key=f"reach:{number}",
        less=reach.less,
        more=reach.more,
        width=STEPPER if wide <= STEPPER else None,
        colour=US_TEXT if reach.changed else INK,
    )
    head = Row(
        Column(name, Label(reach.note, style=SMALL, colour=MUTED), gap=0, grow=1),
        Label(reach.points, style=SMALL, colour=US_TEXT, wrap=False) if reach.points else None,
        stepper if wide <= STEPPER else None,
        gap=10,
    )
    return Box(
        head,
        # Long options have a line of their own.
        stepper if wide > STEPPER else None,
        gap=6,
        fill=US_TINT if reach.changed else CARD,
        border=US_EDGE if reach.changed else HAIRLINE,
        radius=10,
        padding=7,
    )


def _asking(ui: Ui, scene: AwayScene) -> Widget:
    """The button that sends the request; in a group the hat that may, when it is not on."""
    words = ui.words("away")
    hat = scene.hat_to_take()
    if hat:
        return Column(
            Label(words.text("who.hat_why"), style=SMALL, colour=MUTED),
            Button(words.text("who.hat", name=hat), scene.take_hat, key="hat", icon="hat"),
            gap=6,
            align="start",
        )
    asked = scene.request.move(scene.view, ui.lang)
    return Button(
        words.text("ask.director" if is_alone(scene.view) else "ask.allow"),
        scene.ask,
        key="ask",
        kind=Kind.GOLD if asked is None else Kind.FILLED,
        icon="send",
        why_not="" if asked is not None else words.text("ask.nothing"),
    )
