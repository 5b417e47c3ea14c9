"""The replay: a finished match move by move, both sides' cards open, to be played on from anywhere.

Holds which frame is shown and whether the film runs; words and places come from
`present.replaying` and `present.replay_lanes`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from negosim.gui.drawings import film_strip
from negosim.gui.painter import Rect
from negosim.gui.scenes.looking_back import LookingBack
from negosim.gui.scenes.page_head import page_head
from negosim.gui.scenes.replay_parts import board, found_card, said_card
from negosim.gui.starting import play_on
from negosim.gui.theme import GUTTER, MARGIN, SMALL_STRONG, US_TEXT
from negosim.gui.widgets import (
    Button,
    Card,
    Column,
    Drawing,
    IconButton,
    Kind,
    Label,
    Pad,
    Row,
    Scroll,
    Slider,
    Space,
    Widget,
)
from negosim.gui.widgets.widget import presses
from negosim.language.catalogue import catalogue
from negosim.present.debrief import title_of
from negosim.present.debrief_moments import moments
from negosim.present.finished import Finished
from negosim.present.replaying import FRAME_MS, film, next_mark, place_of, turn_near

if TYPE_CHECKING:
    from negosim.gui.app import App
    from negosim.gui.painter import Painter
    from negosim.gui.ui import Ui

ONE_COLUMN = 960.0


class FilmButton(IconButton):
    """A button beside the scrubber: the arrows move the film there, not the focus."""

    def __init__(
        self,
        scene: ReplayScene,
        icon: str,
        do: Callable[[], None],
        *,
        key: str,
        label: str,
        selected: bool = False,
    ) -> None:
        super().__init__(icon, do, key=key, label=label, selected=selected)
        self._scene = scene

    def press_key(self, ui: Ui, event: pygame.event.Event) -> bool:
        return presses(event) != "space" and self._scene.key(event)


class ReplayScene(LookingBack):
    """`at` is the frame shown; `frames` do not depend on the language."""

    name = "replay"

    def __init__(self, app: App, found: Finished, *, moves: int = 0) -> None:
        """Opens at the moment when `moves` of the log had been made."""
        super().__init__(app, found)
        self.frames = film(found.seen)
        self.at = place_of(self.frames, moves)
        self.running = False
        self._next_ms = 0

    # -- moving through the film -------------------------------------------------------------

    def go(self, at: int) -> None:
        """Show a frame; the film stops at its end."""
        self.at = min(max(at, 0), len(self.frames) - 1)
        self._next_ms = self.app.now_ms + FRAME_MS
        if self.at == len(self.frames) - 1:
            self.running = False
        self.app.refresh()

    def run(self) -> None:
        """Let the film run, or stop it; at its end it begins anew."""
        self.running = not self.running
        if self.running and self.at == len(self.frames) - 1:
            self.at = 0
        self._next_ms = self.app.now_ms + FRAME_MS
        self.app.refresh()

    def tick(self, now_ms: int) -> None:
        if self.running and now_ms >= self._next_ms:
            self.go(self.at + 1)

    def play_from_here(self) -> None:
        """A new game from this move, or from the nearest at which the word was ours."""
        place = turn_near(self.frames, self.at)
        words = catalogue("replay", self.app.lang)
        if self.found.log is None:
            self.app.toast(words.text("page.gone"))
        elif place is None:
            self.app.toast(words.text("page.no_turn"))
        else:
            play_on(self.app, self.found.log, self.frames[place].moves, self.seen.side)

    def key(self, event: pygame.event.Event) -> bool:
        steps = {
            "left": self.at - 1,
            "right": self.at + 1,
            "home": 0,
            "end": len(self.frames) - 1,
            "[": next_mark(self.frames, self.at, -1),
            "]": next_mark(self.frames, self.at, 1),
        }
        name = presses(event)
        if name in steps:
            self.go(steps[name])
            return True
        if name == "space":
            self.run()
            return True
        return False

    # -- the page ----------------------------------------------------------------------------

    def build(self, ui: Ui) -> Widget:
        words = ui.words("replay")
        title = words.text("page.heading", title=title_of(self.seen, ui.lang))
        points = {
            "ours": self.seen.found.sides[self.seen.side].points,
            "theirs": self.seen.found.sides[self.seen.side.other].points,
        }
        signed = self.seen.found.contract is not None
        told = words.text("page.points" if signed else "page.points_walked", **points)
        head = page_head(self, ui, title, Label(told, style=SMALL_STRONG, colour=US_TEXT))
        if ui.width < ONE_COLUMN:
            inside: Widget = Scroll(
                Pad(
                    Column(
                        said_card(ui, self, earlier=False),
                        board(ui, self),
                        found_card(ui, self),
                        gap=GUTTER,
                    ),
                    around=4,
                ),
                key="replay",
            )
        else:
            left = Scroll(
                Pad(Column(board(ui, self), found_card(ui, self), gap=GUTTER), around=4),
                key="replay-left",
                grow=1.6,
            )
            right = Scroll(Pad(said_card(ui, self), around=4), key="replay-right", grow=1)
            inside = Row(left, right, gap=GUTTER - 8, align="stretch", grow=1)
        return Pad(
            Column(head, inside, self._controls(ui), gap=10),
            left=MARGIN,
            right=MARGIN,
            top=14,
            bottom=14,
        )

    def _controls(self, ui: Ui) -> Widget:
        buttons, here = self._buttons(ui), self._here(ui)
        last = len(self.frames) - 1
        if ui.short:
            # No room for the strip: the slider bears its key moments.
            marks = {place for place, frame in enumerate(self.frames) if frame.mark is not None}
            stops = tuple(sorted(marks.union(self._stars())))
            slider = Slider(self.at, 0, last, self.go, key="scrubber", stops=stops, grow=1)
            return Card(Row(buttons, slider, here, gap=GUTTER), padding=8)
        slider = Slider(self.at, 0, last, self.go, key="scrubber")
        scrubber = Column(self._strip(), slider, gap=0, grow=1)
        if ui.narrow:
            below = Row(buttons, Space(grow=1), here, gap=GUTTER)
            return Card(scrubber, below, gap=2, padding=10)
        return Card(Row(buttons, scrubber, here, gap=GUTTER), padding=10)

    def _strip(self) -> Widget:
        frames, stars = self.frames, self._stars()
        box = Rect(0, 0, 1, 1)

        def paint(p: Painter, rect: Rect) -> None:
            box.update(rect)
            film_strip.paint_strip(p, rect, frames, at=self.at, side=self.seen.side, stars=stars)

        return Drawing(
            paint,
            height=film_strip.HIGH,
            key="strip",
            on_press=lambda x, y: self.go(film_strip.frame_at(box.w, x, len(frames))),
        )

    def _buttons(self, ui: Ui) -> Widget:
        words = ui.words("replay")
        frames = self.frames
        return Row(
            self._step(ui, "step-back", "mark_before", next_mark(frames, self.at, -1)),
            self._step(ui, "left", "previous", self.at - 1),
            FilmButton(
                self,
                "pause" if self.running else "play",
                self.run,
                key="run",
                label=words.text("page.pause" if self.running else "page.play"),
                selected=self.running,
            ),
            self._step(ui, "right", "following", self.at + 1),
            self._step(ui, "step-forward", "mark_after", next_mark(frames, self.at, 1)),
            gap=6,
        )

    def _step(self, ui: Ui, icon: str, name: str, to: int) -> Widget:
        label = ui.words("replay").text(f"page.{name}")
        return FilmButton(self, icon, lambda: self.go(to), key=name, label=label)

    def _here(self, ui: Ui) -> Widget:
        words = ui.words("replay")
        place = turn_near(self.frames, self.at)
        why_not = ""
        text = words.text("page.here")
        if self.found.log is None:
            why_not = words.text("page.gone")
        elif place is None:
            why_not = words.text("page.no_turn")
        elif place != self.at:
            text = words.text("page.here_near", number=self.frames[place].number)
        return Button(
            text,
            self.play_from_here,
            key="here",
            kind=Kind.FILLED,
            icon="replay",
            hotkey="enter",
            why_not=why_not,
        )

    def is_moment(self) -> bool:
        """Whether the frame shown is one of those worth playing again."""
        return self.at in self._stars()

    def _stars(self) -> tuple[int, ...]:
        found = self.once("moments", lambda: moments(self.seen, self.app.lang))
        return tuple(place_of(self.frames, moment.before) for moment in found)
