"""The lesson's slim card, and the soft gold glow around what it is about.

A scene asks for a `Guide` when it is built, puts the card where it covers nothing and
lays the glow over its tree. Which step it is and what it says comes from
`present.lesson`. Source: look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.painter import Painter, Rect
from negosim.gui.theme import (
    BODY,
    CARD,
    GOLD,
    GOLD_TEXT,
    GOLD_TINT,
    INK,
    SMALL,
    STRONG,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Column,
    Drawing,
    Flow,
    Icon,
    IconButton,
    Kind,
    Label,
    Layers,
    Row,
    Space,
    Widget,
)
from negosim.present.lesson import Card, Lesson, lesson_of
from negosim.present.lesson_sight import BACK, Hand
from negosim.solo.taking_back import goes_on_from_another

if TYPE_CHECKING:
    from negosim.gui.playing import Playing
    from negosim.gui.ui import Ui

MEMO = "lesson"
NEXT_KEY, CLOSE_KEY = "lesson-next", "lesson-close"
DOT, APART = 3.0, 11.0
GLOW_MS = 350
RADIUS = 13.0


def lesson(playing: Playing) -> Lesson | None:
    """The lesson of the game, the same in all its scenes; None where it has none."""
    if MEMO not in playing.memo:
        found = lesson_of(playing.view)
        if found is not None and goes_on_from_another(playing.sitting.match):
            found.take_back()
        playing.memo[MEMO] = found
    kept = playing.memo[MEMO]
    return kept if isinstance(kept, Lesson) else None


class Guide:
    """The lesson at this moment, for one build of a scene."""

    def __init__(self, ui: Ui, playing: Playing, hand: Hand) -> None:
        self._ui = ui
        self._playing = playing
        self._lesson = lesson(playing)
        self.step: Card | None = None
        # It tells of own points, so the privacy key covers it.
        if self._lesson is not None and not playing.hidden:
            self.step = self._lesson.card(playing.view, playing.heard, hand, ui.lang)

    def card(self) -> Widget | None:
        """As high as its words, for a column; None where there is no lesson."""
        step = self.step
        if step is None:
            return None
        return _frame(
            Row(self._title(step), self._close(), gap=8),
            Label(step.text, style=BODY, colour=INK),
            Row(self._dots(step), Space(grow=1), self._button(step), gap=8),
        )

    def strip(self) -> Widget | None:
        """The same for a narrow window: all in a few lines."""
        step = self.step
        if step is None:
            return None
        style = SMALL if self._ui.short else BODY
        words = Column(
            Flow(self._title(step), self._dots(step), gap=10, line_gap=0),
            Label(step.text, style=style, colour=INK),
            gap=1,
            grow=1,
        )
        return _frame(Row(words, self._button(step), self._close(), gap=8))

    def over(self, root: Widget) -> Widget:
        """The scene's tree with the glow over it."""
        step = self.step
        if step is None or not step.points_at:
            return root
        return Layers(root, Glow(step.points_at, f"{step.id}-{step.points_at}"))

    # -- parts -----------------------------------------------------------------------------

    def _title(self, step: Card) -> Widget:
        return Row(
            Icon("lamp", size=18, colour=GOLD_TEXT),
            Label(step.title, style=STRONG, colour=GOLD_TEXT, grow=1),
            gap=7,
            grow=1,
        )

    def _dots(self, step: Card) -> Widget:
        """Where one is: a dot a step, and the same in figures."""

        def paint(p: Painter, rect: Rect) -> None:
            for place in range(step.count):
                x = rect.x + DOT + APART * place
                here = place + 1 == step.number
                done = place + 1 < step.number
                fill = GOLD_TEXT if done or here else CARD
                p.circle(x, rect.centery, DOT + (1 if here else 0), fill, GOLD_TEXT, 1)

        dots = Drawing(paint, width=APART * (step.count - 1) + 2 * DOT + 2, height=SMALL.line)
        figures = Label(step.progress, style=SMALL, colour=GOLD_TEXT, wrap=False)
        return Row(dots, figures, gap=8)

    def _button(self, step: Card) -> Widget | None:
        words = self._ui.words("lesson")
        if step.back:
            return Button(
                words.text("card.back"), self._take_back, key=BACK, kind=Kind.GOLD, height=34,
                icon="replay",
            )  # fmt: skip
        if step.next:
            return Button(words.text("card.next"), self._go_on, key=NEXT_KEY, kind=Kind.TINY)
        return None

    def _close(self) -> Widget:
        label = self._ui.words("lesson").text("card.close")
        return IconButton("close", self._put_away, key=CLOSE_KEY, label=label, size=26)

    # -- what is pressed -------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._lesson is not None:
            self._lesson.go_on()
            self._ui.app.refresh()

    def _take_back(self) -> None:
        if self._lesson is None:
            return
        gift = self._lesson.gift(self._playing.view, self._playing.heard)
        if gift is not None and self._playing.take_back(gift):
            self._lesson.take_back()

    def _put_away(self) -> None:
        if self._lesson is not None:
            self._lesson.closed = True
            self._ui.app.refresh()


class Glow(Widget):
    """Rings of gold around the widget of a key, as far as it can be seen; it takes no input."""

    def __init__(self, around: str, name: str) -> None:
        """`name` tells one glow from the next: each comes up once and stays."""
        super().__init__()
        self.around = around
        self.name = name

    def paint(self, p: Painter, ui: Ui) -> None:
        if ui.app.has_dialog:
            return
        box = ui.app.layers()[0].seen_of(self.around)
        if box is None:
            return
        reach = ui.risen(f"glow-{self.name}", GLOW_MS)
        p.rect(box.inflate(4 + 8 * reach, 4 + 8 * reach), None, RADIUS + 2, GOLD_TINT, 4)
        p.rect(box.inflate(5, 5), None, RADIUS, GOLD, 2.5)


def _frame(*parts: Widget) -> Widget:
    return Box(*parts, gap=5, padding=10, fill=GOLD_TINT, border=GOLD, radius=12)
