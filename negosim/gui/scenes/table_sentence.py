"""The sentence that is about to be said: locked chips, and the words between them.

Only shows and edits pieces; which move they belong to and how it is worded comes from
`present.composing`. Source: look.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from negosim.engine.record import record
from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import BODY, INK, MUTED, STRONG, US_TEXT, US_TINT, Style
from negosim.gui.typesetter import pieces as unbreakable
from negosim.gui.ui import Ui
from negosim.gui.widgets import Box, Flow, Label, TextField, Widget
from negosim.gui.widgets.widget import ENDLESS, Size
from negosim.present.composing import Piece

LINE = 26.0
CHIP_SIDE, CHIP_GAP = 6.0, 3.0
CHIP_HEIGHT = 23.0
FIELD_SIDE = 34.0
SHORTEST_FIELD, LONGEST_FIELD = 70.0, 420.0


@record(frozen=True, slots=True)
class Run:
    """A stretch of one line; `x` from the line's beginning, in logical units."""

    text: str
    x: float
    width: float
    locked: bool


class SentenceLine(Widget):
    """The sentence as it will be heard, wrapped; its chips stand on a tint."""

    def __init__(self, line: Sequence[Piece], *, quiet: bool = False, grow: float = 0.0) -> None:
        """`quiet`: what is done rather than said, in muted words."""
        super().__init__(grow=grow)
        self.line = tuple(line)
        self.quiet = quiet

    def natural(self, ui: Ui, width: float) -> Size:
        lines = self._lines(ui, width)
        widest = max((line[-1].x + line[-1].width for line in lines if line), default=0.0)
        return (min(widest, width), LINE * len(lines))

    def narrowest(self, ui: Ui) -> float:
        return min(160.0, self.natural(ui, ENDLESS)[0])

    def paint(self, p: Painter, ui: Ui) -> None:
        y = self.rect.y
        for line in self._lines(ui, self.rect.w):
            for run in line:
                x = self.rect.x + run.x
                if not run.locked or self.quiet:
                    colour = MUTED if self.quiet else INK
                    p.text(run.text, x, y + LINE / 2, BODY, colour, middle=True)
                    continue
                chip = Rect(x, y + (LINE - CHIP_HEIGHT) / 2, run.width, CHIP_HEIGHT)
                p.rect(chip, US_TINT, 6)
                p.text(run.text, x + CHIP_SIDE, y + LINE / 2, STRONG, US_TEXT, middle=True)
            y += LINE

    def _lines(self, ui: Ui, width: float) -> list[list[Run]]:
        setter = _Setter(ui, width)
        for piece in self.line:
            if piece.locked and not self.quiet:
                setter.chip(piece.text)
            else:
                setter.words(piece.text)
        return setter.finished()


class _Setter:
    """Lays pieces side by side and begins a new line where one is full."""

    def __init__(self, ui: Ui, width: float) -> None:
        self._ui = ui
        self._width = width
        self._x = 0.0
        self._lines: list[list[Run]] = [[]]

    def finished(self) -> list[list[Run]]:
        """The lines as they are painted: a space at the end of one takes no room."""
        self._trim()
        return self._lines

    def chip(self, text: str) -> None:
        """A chip is kept whole; one wider than a line goes on in the next."""
        room = self._width - 2 * CHIP_SIDE
        parts: tuple[str, ...] = (text,)
        if room < ENDLESS / 2 and self._ui.text_width(text, STRONG) > room:
            parts = self._ui.type.wrapped(text, STRONG, room)
        for part in parts:
            wide = self._ui.text_width(part, STRONG) + 2 * CHIP_SIDE
            before = CHIP_GAP if self._x else 0.0
            if self._x and self._x + before + wide > self._width + 0.01:
                self._break()
                before = 0.0
            self._add(part, wide, locked=True, before=before)
            self._x += CHIP_GAP

    def words(self, text: str) -> None:
        """Free words break where the typesetter would break them."""
        for piece in unbreakable(text):
            if not self._lines[-1]:
                piece = piece.lstrip()
            wide = self._measured(piece)
            if self._x and self._x + self._measured(piece.rstrip()) > self._width + 0.01:
                self._break()
                piece = piece.lstrip()
                wide = self._measured(piece)
            while wide > self._width and len(piece) > 1:
                head = self._ui.type.wrapped(piece, BODY, self._width)[0]
                self._add(head, self._measured(head), locked=False)
                self._break()
                piece = piece[len(head) :].lstrip()
                wide = self._measured(piece)
            if piece:
                self._add(piece, wide, locked=False)

    def _measured(self, text: str) -> float:
        return self._ui.text_width(text, BODY)

    def _break(self) -> None:
        self._trim()
        self._lines.append([])
        self._x = 0.0

    def _trim(self) -> None:
        line = self._lines[-1]
        if line and not line[-1].locked:
            text = line[-1].text.rstrip()
            line[-1] = Run(text, line[-1].x, self._measured(text), locked=False)

    def _add(self, text: str, width: float, *, locked: bool, before: float = 0.0) -> None:
        line = self._lines[-1]
        if line and not locked and not line[-1].locked:
            # Set as one stretch, so that the words keep their own spacing.
            last = line[-1]
            joined = last.text + text
            line[-1] = Run(joined, last.x, self._measured(joined), locked=False)
        else:
            line.append(Run(text, self._x + before, width, locked))
        self._x = line[-1].x + line[-1].width


def sentence_editor(
    ui: Ui,
    line: Sequence[Piece],
    on_change: Callable[[int, str], None],
    on_submit: Callable[[], None],
) -> Widget:
    """The same with a field for every stretch of free words, by its place in the sentence."""
    return Flow(
        *(
            _chip(piece.text)
            if piece.locked
            else _field(ui, piece.text, place, on_change, on_submit)
            for place, piece in enumerate(line)
        ),
        gap=4,
        line_gap=4,
    )


def _chip(text: str, style: Style = STRONG) -> Widget:
    return Box(Label(text, style=style, colour=US_TEXT), padding=6, fill=US_TINT, radius=6)


def _field(
    ui: Ui,
    text: str,
    place: int,
    on_change: Callable[[int, str], None],
    on_submit: Callable[[], None],
) -> Widget:
    wide = min(max(ui.text_width(text, BODY) + FIELD_SIDE, SHORTEST_FIELD), LONGEST_FIELD)
    return TextField(
        text,
        lambda typed: on_change(place, typed),
        key=f"words-{place}",
        on_submit=on_submit,
        width=min(wide, max(SHORTEST_FIELD, ui.width - 120)),
    )
