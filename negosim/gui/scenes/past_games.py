"""Past games: every one on the shelf, with what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.dialogs import ask, tell
from negosim.gui.scene import Scene
from negosim.gui.scenes.chip import chip
from negosim.gui.scenes.page_head import page_head
from negosim.gui.scenes.picker import PickerScene
from negosim.gui.starting import look_back, resume, watch_again
from negosim.gui.theme import (
    CINNABAR_TINT,
    GOLD_TEXT,
    GOLD_TINT,
    HEAD,
    MARGIN,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    US_TEXT,
    US_TINT,
)
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    Flow,
    IconButton,
    Kind,
    Label,
    Pad,
    Row,
    Scroll,
    Space,
    Widget,
)
from negosim.language.catalogue import catalogue
from negosim.play.faults import StoreError
from negosim.present.past_games import GameRow, Page, game_row, page, when_text
from negosim.solo.saved import Saved

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui

_WIDE = 980.0


class PastGamesScene(Scene):
    name = "past_games"

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._page = 0
        self._games: tuple[Saved, ...] = ()

    def entered(self) -> None:
        self._games = self.app.games.list()

    def build(self, ui: Ui) -> Widget:
        words = ui.words("lobby_scene")
        shown = page(self._games, self._page, ui.lang)
        side = max(0.0, (ui.width - 2 * MARGIN - _WIDE) / 2)
        content = self._rows(ui, shown) if shown.rows else self._nothing(ui)
        return Pad(
            Column(
                page_head(self, ui, words.text("past.head")),
                Scroll(
                    Pad(content, left=side + 4, right=side + 4, top=6, bottom=10),
                    key=f"games-{shown.number}",
                ),
                self._pager(ui, shown) if shown.last else None,
                gap=12,
            ),
            MARGIN,
        )

    def _nothing(self, ui: Ui) -> Widget:
        words = ui.words("lobby_scene")
        return Column(
            Space(grow=1),
            Label(words.text("past.empty"), style=HEAD, align="center"),
            Label(words.text("past.empty_about"), colour=MUTED, align="center"),
            Space(10),
            Row(
                Space(grow=1),
                Button(
                    words.text("title.choose"),
                    lambda: self.app.push(PickerScene(self.app)),
                    key="choose",
                    kind=Kind.FILLED,
                    icon="folder",
                ),
                Space(grow=1),
            ),
            Space(grow=2),
        )

    def _rows(self, ui: Ui, shown: Page) -> Widget:
        # One filled button: what can be done with the newest game that is whole.
        first = next((row for row in shown.rows if row.goes_on or row.is_over), None)
        return Column(*(self._row(ui, row, filled=row is first) for row in shown.rows), gap=12)

    def _row(self, ui: Ui, row: GameRow, *, filled: bool) -> Widget:
        told = Column(
            Flow(Label(row.title, style=STRONG), _chip(row), gap=10, line_gap=4),
            Label(row.result, style=SMALL_STRONG) if row.result else None,
            Label(row.problem, style=SMALL, colour=THEM_TEXT) if row.problem else None,
            Label(row.origin, style=SMALL, colour=MUTED) if row.origin else None,
            Label(
                "  ·  ".join(part for part in (row.when, row.who) if part),
                style=SMALL,
                colour=MUTED,
            ),
            gap=3,
            grow=1,
        )
        doors = Row(*self._doors(ui, row, filled=filled), gap=8)
        if ui.width < 700:
            return Card(told, Row(Space(grow=1), doors), padding=14)
        return Card(Row(told, doors, gap=18), padding=14)

    def _doors(self, ui: Ui, row: GameRow, *, filled: bool) -> list[Widget]:
        words = ui.words("lobby_scene")
        name = row.saved.path.stem
        doors: list[Widget] = []
        if row.goes_on or row.is_over:
            doors.append(
                Button(
                    words.text("past.go_on" if row.goes_on else "past.debrief"),
                    lambda: self._open(row),
                    key=f"open-{name}",
                    kind=Kind.FILLED if filled else Kind.PLAIN,
                )
            )
        if row.is_over:
            doors.append(
                Button(words.text("past.replay"), lambda: self._watch(row), key=f"replay-{name}")
            )
        doors.append(
            IconButton(
                "trash",
                lambda: self._ask(row),
                key=f"remove-{name}",
                label=words.text("past.remove"),
                size=44,
            )
        )
        return doors

    def _pager(self, ui: Ui, shown: Page) -> Widget:
        words = ui.words("lobby_scene")
        return Row(
            Space(grow=1),
            IconButton(
                "left",
                lambda: self._turn_to(shown.number - 1),
                key="newer",
                label=words.text("past.newer"),
                why_not="" if shown.number else words.text("past.newest"),
            ),
            Label(shown.range, style=SMALL, colour=MUTED),
            IconButton(
                "right",
                lambda: self._turn_to(shown.number + 1),
                key="older",
                label=words.text("past.older"),
                why_not="" if shown.number < shown.last else words.text("past.oldest"),
            ),
            Space(grow=1),
            gap=12,
        )

    # -- what is done ----------------------------------------------------------------------

    def _turn_to(self, number: int) -> None:
        self._page = number
        self.app.refresh()

    def _open(self, row: GameRow) -> None:
        (resume if row.goes_on else look_back)(self.app, row.saved)

    def _watch(self, row: GameRow) -> None:
        watch_again(self.app, row.saved)

    def _ask(self, row: GameRow) -> None:
        """Removing is asked about first; what is removed can be got back (games.forget)."""
        ask(
            self.app,
            lambda lang: catalogue("lobby_scene", lang).text("remove.title"),
            lambda lang: catalogue("lobby_scene", lang).text(
                "remove.about",
                title=game_row(row.saved, lang).title,
                when=when_text(row.saved.when, lang),
            ),
            yes=lambda lang: catalogue("lobby_scene", lang).text("remove.yes"),
            no=lambda lang: catalogue("lobby_scene", lang).text("remove.no"),
            on_yes=lambda: self._remove(row),
        )

    def _remove(self, row: GameRow) -> None:
        try:
            self.app.games.forget(row.saved)
        except StoreError as error:
            fault = error
            tell(
                self.app,
                lambda lang: catalogue("lobby_scene", lang).text("remove.cannot"),
                lambda lang: fault.sentence(lang),
            )
            return
        self.app.toast(catalogue("lobby_scene", self.app.lang).text("remove.done"))
        self._games = self.app.games.list()
        self.app.refresh()


def _chip(row: GameRow) -> Widget:
    """How the game stands, as a word on a tint."""
    if row.is_over:
        fill, colour = US_TINT, US_TEXT
    elif row.goes_on:
        fill, colour = GOLD_TINT, GOLD_TEXT
    else:
        fill, colour = CINNABAR_TINT, THEM_TEXT
    return chip(row.state, colour, fill)
