"""Choosing a scenario: the shelf of cards, and beside it how the chosen one is to be played.

In a narrow window the two are pages, one after the other.
"""

from __future__ import annotations

from random import SystemRandom
from typing import TYPE_CHECKING

from negosim.gui.scene import Scene
from negosim.gui.scenes.page_head import page_head
from negosim.gui.scenes.picker_file import FileDialog, fault_lines
from negosim.gui.scenes.picker_setup import setup
from negosim.gui.scenes.picker_shelf import CardShelf
from negosim.gui.starting import start
from negosim.gui.theme import (
    CARD,
    CINNABAR_TINT,
    GOLD_TEXT,
    GOLD_TINT,
    MARGIN,
    MUTED,
    SMALL,
    SMALL_STRONG,
    THEM_TEXT,
    TITLE,
    US_TEXT,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Kind,
    Label,
    Pad,
    Press,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.present.picker import Plan, plan_for, wishes
from negosim.present.scenario_cards import Card as ScenarioCard
from negosim.present.scenario_cards import Shelved, card, faults_head, shelf
from negosim.solo.saved import Saved

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui

_SHELF_WIDE = 400.0


class PickerScene(Scene):
    """`plan` is what would be started; None where no scenario that plays is chosen."""

    name = "picker"

    def __init__(self, app: App, path: str = "") -> None:
        """`path`: a file of the player's own to open at once; its faults are told."""
        super().__init__(app)
        self._shelf: tuple[Shelved, ...] = shelf()
        self._place = 0
        self.plan: Plan | None = None
        self._setting_up = False
        self._pages = False
        self._dropped = path
        self._last: dict[str, Saved] = {}
        self._choose(0)

    def entered(self) -> None:
        self._last = self.app.games.last_results()
        path, self._dropped = self._dropped, ""
        if path:
            self.dropped(path)

    def dropped(self, path: str) -> None:
        while self.app.has_dialog:
            self.app.close()
        FileDialog(self.app, self._opened, path).submit()

    def leave(self) -> None:
        if self._pages and self._setting_up:
            self._show_setup(False)
        else:
            self.app.back()

    # -- what is shown -----------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        words = ui.words("lobby_scene")
        head = page_head(
            self,
            ui,
            words.text("picker.head"),
            Button(
                words.text("picker.open"),
                self._ask_file,
                key="open",
                icon="folder",
                kind=Kind.GHOST,
            ),
        )
        self._pages = ui.narrow
        if not ui.narrow:
            body: Widget = Row(
                CardShelf(self._cards(ui), columns=1, key="shelf", grow=0, width=_SHELF_WIDE),
                self._setup(ui),
                gap=14,
                align="stretch",
                grow=1,
            )
        elif self._setting_up:
            body = self._setup(ui)
        else:
            body = Column(
                CardShelf(self._cards(ui), columns=2, key="shelf"),
                Row(
                    Space(grow=1),
                    Button(
                        words.text("picker.setup"),
                        lambda: self._show_setup(True),
                        key="setup",
                        kind=Kind.FILLED,
                        icon="right",
                    ),
                ),
                grow=1,
            )
        return Pad(Column(head, body, gap=12), MARGIN)

    def _cards(self, ui: Ui) -> list[Widget]:
        if not self._shelf:
            return [Label(ui.words("lobby_scene").text("picker.none"), colour=MUTED)]
        return [
            self._card(ui, place, self._written(shelved, ui.lang))
            for place, shelved in enumerate(self._shelf)
        ]

    def _card(self, ui: Ui, place: int, told: ScenarioCard) -> Widget:
        tags = Row(
            Label(told.facts, style=SMALL, colour=MUTED if told.plays else THEM_TEXT),
            Space(grow=1),
            Label(told.languages, style=SMALL, colour=MUTED) if told.languages else None,
        )
        return Press(
            Column(
                Label(told.title, style=TITLE),
                tags,
                Label(told.new) if told.new else None,
                Label(told.last, style=SMALL_STRONG, colour=US_TEXT) if told.last else None,
                gap=5,
            ),
            lambda: self._choose(place),
            key=f"card-{place}",
            selected=place == self._place,
            fill=CARD,
        )

    def _setup(self, ui: Ui) -> Widget:
        words = ui.words("lobby_scene")
        shelved = self._shelf[self._place] if self._shelf else None
        content: list[Widget] = []
        if shelved is not None:
            told = self._written(shelved, ui.lang)
            content = [Label(told.title, style=TITLE)]
            if told.about:
                content.append(Label(told.about, colour=MUTED))
            content += _faults(ui, told)
        if self.plan is not None:
            content += setup(ui, self.plan, self._becomes)
        begin = Button(
            words.text("picker.start"),
            self._start,
            key="start",
            kind=Kind.FILLED,
            icon="play",
            hotkey="enter",
            width=200,
            why_not="" if self.plan is not None else words.text("picker.no_start"),
        )
        return Card(
            Scroll(Pad(Column(*content, gap=14), right=10, left=2, top=2, bottom=8), key="form"),
            Row(Space(grow=1), begin),
            gap=12,
            grow=1,
        )

    def _written(self, shelved: Shelved, lang: str) -> ScenarioCard:
        scenario = shelved.opened.scenario
        last = None if scenario is None else self._last.get(scenario.id)
        return card(shelved, lang, last)

    # -- what is done ------------------------------------------------------------------------

    def _choose(self, place: int) -> None:
        self._place = place
        scenario = self._shelf[place].opened.scenario if self._shelf else None
        settings = self.app.settings
        if scenario is None:
            self.plan = None
        elif self.plan is None or self.plan.scenario is not scenario:
            self.plan = plan_for(scenario, level=settings.level, clock=settings.clock)
        self.app.refresh()

    def _becomes(self, plan: Plan) -> None:
        self.plan = plan
        self.app.refresh()

    def _show_setup(self, shown: bool) -> None:
        self._setting_up = shown
        self.app.refresh()

    def _start(self) -> None:
        plan = self.plan
        if plan is not None:
            start(self.app, plan.scenario, wishes(plan, self.app.lang, SystemRandom()))

    def _ask_file(self) -> None:
        FileDialog(self.app, self._opened).open()

    def _opened(self, shelved: Shelved) -> None:
        """A file of one's own goes to the top of the shelf, in place of an older reading of it."""
        others = tuple(each for each in self._shelf if each.source != shelved.source)
        self._shelf = (shelved, *others)
        self.plan = None
        self._choose(0)
        self._show_setup(True)


def _faults(ui: Ui, told: ScenarioCard) -> list[Widget]:
    """What is wrong with a file, or what is worth a look in one that plays."""
    if not told.faults:
        return []
    words = ui.words("lobby_scene")
    head = words.text("file.reminders") if told.plays else faults_head(told.faults, ui.lang)
    return [
        Box(
            Label(head, style=SMALL_STRONG, colour=GOLD_TEXT if told.plays else THEM_TEXT),
            *fault_lines(told.faults),
            padding=12,
            fill=GOLD_TINT if told.plays else CINNABAR_TINT,
        )
    ]
