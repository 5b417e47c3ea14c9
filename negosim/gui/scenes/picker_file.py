"""Opening a scenario file of one's own: a path to paste, and what is wrong with the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from negosim.gui.dialogs import framed
from negosim.gui.theme import INK, MUTED, SMALL, SMALL_STRONG, THEM_TEXT
from negosim.gui.widgets import Button, Column, Kind, Label, TextField, Widget
from negosim.present.scenario_cards import Fault, Shelved, fault, faults_head, own_file

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.ui import Ui

LONGEST_PATH = 1000


class FileDialog:
    """Stays open until a file loads, so that it can be mended and tried again."""

    def __init__(self, app: App, on_open: Callable[[Shelved], None], path: str = "") -> None:
        """`on_open` gets a file that loads."""
        self._app = app
        self._on_open = on_open
        self._path = path
        self._tried: Shelved | None = None
        self._is_open = False

    def open(self) -> None:
        self._is_open = True
        self._app.open(self._build)

    def submit(self) -> None:
        """Read the file now; when it does not load, the dialog says why."""
        if not self._path.strip():
            return
        shelved = own_file(self._path)
        if shelved.opened.scenario is None:
            self._tried = shelved
            if not self._is_open:
                self.open()
            self._app.refresh()
            return
        if self._is_open:
            self._app.close()
        self._on_open(shelved)

    def _build(self, ui: Ui) -> Widget:
        words = ui.words("lobby_scene")
        return framed(
            ui,
            words.text("file.title"),
            Label(words.text("file.about"), colour=MUTED),
            TextField(
                self._path,
                self._typed,
                key="path",
                on_submit=self.submit,
                hint=words.text("file.path"),
                most=LONGEST_PATH,
            ),
            *self._faults(ui),
            buttons=(
                Button(words.text("file.cancel"), self._app.close, key="cancel"),
                Button(
                    words.text("file.open"),
                    self.submit,
                    key="open-file",
                    kind=Kind.FILLED,
                    why_not="" if self._path.strip() else words.text("file.empty"),
                ),
            ),
        )

    def _faults(self, ui: Ui) -> list[Widget]:
        if self._tried is None:
            return []
        faults = [fault(problem, ui.lang) for problem in self._tried.opened.problems]
        return [
            Label(faults_head(faults, ui.lang), style=SMALL_STRONG, colour=THEM_TEXT),
            *fault_lines(faults),
        ]

    def _typed(self, text: str) -> None:
        self._path = text
        self._tried = None
        self._app.refresh()


def fault_lines(faults: Sequence[Fault]) -> list[Widget]:
    """Faults one below the other: where, then what is wrong there and what is allowed."""
    return [
        Column(
            Label(each.where, style=SMALL_STRONG, colour=INK) if each.where else None,
            Label(each.sentence, style=SMALL, colour=INK),
            gap=0,
        )
        for each in faults
    ]
