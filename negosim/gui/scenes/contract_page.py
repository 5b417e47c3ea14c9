"""The page of the contract laid out for any window: head, desk, sheet, own column, the bar below.

What stands in it is the scene's and `present.contract`'s. Source: look.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from negosim.engine.readiness import my_seat
from negosim.engine.words import Role
from negosim.gui.drawings.desk import paint_desk
from negosim.gui.scenes.contract_paper import paper
from negosim.gui.scenes.contract_side import side_cards
from negosim.gui.scenes.lesson_card import Guide
from negosim.gui.scenes.masthead import (
    language_button,
    leave_button,
    masthead,
    privacy_button,
    rules_button,
)
from negosim.gui.scenes.talks_clock import talks_clock
from negosim.gui.theme import GUTTER, MARGIN
from negosim.gui.widgets import (
    Button,
    Column,
    Drawing,
    Kind,
    Layers,
    Pad,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.present.away import decision_maker
from negosim.present.choices import Choice
from negosim.present.contract import SheetPage, Stage, actions
from negosim.present.lesson_sight import Hand
from negosim.solo.sitting import Waiting

if TYPE_CHECKING:
    from negosim.gui.scenes.contract import ContractScene
    from negosim.gui.ui import Ui

SIDE_WIDTH, BAR = 350.0, Scroll.BAR
WIDEST = 760.0
"""The sheet is paper: in a wide window there is more desk around it."""
TOPICS = ("R39", "R40", "R41", "R32")
"""The rules that a contract is about."""


def contract_page(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget:
    """The desk with the sheet on it, what is one's own beside it, the bar below."""
    desk = Drawing(paint_desk)
    guide = Guide(ui, scene.playing, Hand(scene=scene.name, board=scene.playing.board.order))
    side = side_cards(ui, scene, page)
    if ui.narrow:
        room = ui.width - 2 * MARGIN
        sheet = Column(paper(ui, scene, page, min(WIDEST, room)), align="center")
        inner = Column(guide.strip(), sheet, side, gap=GUTTER)
        body: Widget = Scroll(
            Pad(inner, left=MARGIN, right=MARGIN - BAR, top=GUTTER, bottom=GUTTER), key="page"
        )
    else:
        room = ui.width - 2 * MARGIN - SIDE_WIDTH - GUTTER - BAR
        sheet = Column(paper(ui, scene, page, min(WIDEST, room)), Space(grow=1), align="center")
        body = Pad(
            Row(
                Scroll(Pad(sheet, right=8, bottom=6), key="sheet"),
                Scroll(
                    Pad(Column(guide.card(), side, Space(grow=1), gap=GUTTER), bottom=10),
                    key="side",
                    grow=0,
                    width=SIDE_WIDTH + BAR,
                ),
                gap=GUTTER - 8,
                align="stretch",
                grow=1,
            ),
            left=MARGIN,
            right=MARGIN - BAR,
            top=GUTTER,
            grow=1,
        )
    return guide.over(
        Column(
            _head(ui, scene, page),
            Layers(desk, Column(body, _bar(ui, scene, page), gap=0), grow=1),
            gap=0,
        )
    )


def _head(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget:
    return masthead(
        ui,
        page.title,
        page.subject,
        *talks_clock(ui, scene.playing),
        rules_button(ui, TOPICS),
        privacy_button(ui, scene.playing),
        language_button(ui),
        leave_button(ui, scene.playing.leave),
    )


def _bar(ui: Ui, scene: ContractScene, page: SheetPage) -> Widget:
    """What the paper waits for comes first; to tear it up stands apart at the far right."""
    found = {each.id: each for each in actions(scene.view, scene.draft, ui.lang)}
    hatless = not my_seat(scene.view).has(Role.DECISION_MAKER)
    first, last = _first(ui, scene, page, found, hatless), None
    if "tear" in found:
        last = _button(found["tear"], scene.open_tear, Kind.CINNABAR, "tear")
    row = Row(*first, Space(grow=1), last, gap=12)
    return Pad(row, left=MARGIN, right=MARGIN, top=10, bottom=10 if ui.short else 16)


def _first(
    ui: Ui, scene: ContractScene, page: SheetPage, found: dict[str, Choice], hatless: bool
) -> tuple[Widget, ...]:
    words = ui.words("contract")
    lie = scene.playing.waiting is Waiting.REACT
    text = words.text("buttons.lie" if lie else "buttons.back")
    filled = Kind.FILLED if page.stage is Stage.SIGNED else Kind.PLAIN
    back = Button(text, scene.let_lie, key="back", icon="back", kind=filled)
    match page.stage:
        case Stage.DRAFT:
            draw = _button(found["draw"], scene.draw, Kind.FILLED, "send", "enter")
            free = "buttons.fixed" if scene.draft.free else "buttons.free"
            change = Button(words.text(free), scene.set_free, key="free", icon="pen")
            if "pen" not in found:
                return (draw, change, back)
            return (draw, _button(found["pen"], scene.take_pen, Kind.PLAIN, "pen"), back)
        case Stage.OPEN if hatless:
            name = decision_maker(scene.view)
            hat = Button(
                words.text("buttons.hat", name=name),
                scene.take_hat,
                key="hat",
                icon="hat",
                kind=Kind.FILLED,
            )
            return (hat, back)
        case Stage.OPEN:
            return (_button(found["sign"], scene.sign, Kind.FILLED, "pen", "enter"), back)
        case Stage.SIGNED:
            return (back,)
        case Stage.SEALED:
            debrief = Button(
                words.text("buttons.debrief"),
                scene.playing.to_debrief,
                key="debrief",
                icon="chart",
                hotkey="enter",
                kind=Kind.FILLED,
            )
            return (debrief,)


def _button(
    choice: Choice, do: Callable[[], None], kind: Kind, icon: str, hotkey: str = ""
) -> Button:
    """A choice as a button; what it costs stands beside its words."""
    return Button(
        choice.label,
        do,
        key=choice.id,
        kind=kind,
        icon=icon,
        hotkey=hotkey,
        why_not=choice.why_not,
        tip=choice.cost,
    )
