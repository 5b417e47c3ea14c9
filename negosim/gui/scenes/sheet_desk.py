"""What the page of a concession sheet needs of the scene it lies in."""

from __future__ import annotations

from typing import Protocol

from negosim.engine.state import SeatView
from negosim.gui.playing import Playing
from negosim.present.preparation import Draft


class SheetDesk(Protocol):
    """A scene on which concession sheets are filled in: before the talks, or in a break."""

    draft: Draft
    issue: int
    playing: Playing

    @property
    def view(self) -> SeatView: ...

    def turn_to_issue(self, issue: int) -> None:
        """Open the sheet of another issue."""

    def changed(self) -> None:
        """The draft is another one now."""

    def keep_silently(self) -> None:
        """Enter in a text field: what was typed is kept, and nothing else happens."""
