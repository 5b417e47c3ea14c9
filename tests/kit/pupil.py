"""A newcomer at the window who does what the lesson's glow points at, and nothing else."""

from __future__ import annotations

from screen import Screen

from negosim.gui.playing import Playing
from negosim.gui.scenes.lesson_card import Glow, lesson
from negosim.present.lesson import Card
from negosim.present.lesson_sight import Hand

MOST_ACTS = 120
TILES = ("composer", "tile-1")
PILL, KNOB, FOOT = (20, 14), 22, 20
"""Where on a tile its pill is, from its corner, and its knobs, from its ends and its foot."""


class Pupil:
    """From the title to the debrief with the mouse alone or the keyboard alone.

    Every screen is judged; `met` are the steps of the lesson in the order in which they came.
    """

    def __init__(self, screen: Screen, *, mouse: bool) -> None:
        self.screen = screen
        self.mouse = mouse
        self.met: list[str] = []
        self.unseen: list[tuple[str, str]] = []

    @property
    def playing(self) -> Playing:
        found = self.screen.scene.playing  # type: ignore[attr-defined]
        assert isinstance(found, Playing)
        return found

    @property
    def card(self) -> Card | None:
        """The step of the moment, as it stands with nothing in the hand."""
        teacher = lesson(self.playing)
        assert teacher is not None
        hand = Hand(scene=self.screen.scene.name)
        return teacher.card(self.playing.view, self.playing.heard, hand, self.screen.app.lang)

    @property
    def pointed_at(self) -> str:
        """The key of what glows; empty for nothing."""
        root = self.screen.app.layers()[0].root
        assert root is not None
        return next((each.around for each in root.walk() if isinstance(each, Glow)), "")

    def close(self) -> None:
        """Let go of the log of the game, wherever it stands."""
        playing = getattr(self.screen.scene, "playing", None)
        if playing is not None:
            playing.close()

    def begin(self) -> None:
        self.act("first")

    def follow(self, *, until: str = "") -> None:
        """Up to the debrief, or to the step of that id."""
        for _ in range(MOST_ACTS):
            self.screen.wait(300)
            self.screen.check()
            if self.screen.scene.name == "debrief":
                return
            card = self.card
            if card is not None and card.id not in self.met:
                self.met.append(card.id)
            if card is not None and card.id == until:
                return
            if card is not None and card.next:
                self.act("lesson-next")
            elif key := self.pointed_at:
                self._do(key, "" if card is None else card.id)
            else:
                self.screen.wait(900)
        raise AssertionError(f"the lesson does not end; it came to {self.met}")

    def _do(self, key: str, step: str) -> None:
        if self.screen.app.layers()[0].seen_of(key) is None:
            self.unseen.append((step, key))
        if (key in TILES and step in ("turn", "give")) or (
            key == "tile-1" and step in ("trade", "close")
        ):
            self._turn(key, less=True)
        elif key == "composer" and step in ("trade", "close"):
            self._want(key)
        elif key.startswith("reach:"):
            self._reach(key)
        elif key == "return-words":
            self._answer(key)
        else:
            self.act(key)

    # -- with either hand --------------------------------------------------------------------

    def act(self, key: str) -> None:
        """Press what has that key."""
        if self.mouse:
            self.screen.click(key)
        else:
            self.screen.focus_on(key)
            self.screen.check()
            self.screen.press("enter")
        self.screen.check()

    def _turn(self, tile: str, *, less: bool) -> None:
        if self.mouse:
            x, y, w, h = self._box(tile)
            self.screen.click_at(x + (KNOB if less else w - KNOB), y + h - FOOT)
        else:
            self.screen.focus_on(tile)
            self.screen.press("left" if less else "right")
        self.screen.check()

    def _want(self, tile: str) -> None:
        """Make it a want; once it is one, want more."""
        builder = self.screen.scene.desk.builder  # type: ignore[attr-defined]
        if builder.first.part(0).value == "want":
            self._turn(tile, less=False)
        elif self.mouse:
            x, y, _, _ = self._box(tile)
            self.screen.click_at(x + PILL[0], y + PILL[1])
        else:
            self.screen.focus_on(tile)
            self.screen.press("w")
        self.screen.check()

    def _reach(self, key: str) -> None:
        if self.mouse:
            self.screen.click("reach-all")
        else:
            self.screen.focus_on(key)
            for _ in range(4):
                self.screen.press("left")
        self.screen.check()

    def _answer(self, key: str) -> None:
        """What we get for it: a chip, or a word of one's own."""
        if self.mouse:
            self.screen.click(self._chip())
        else:
            self.screen.focus_on(key)
            self.screen.type("8500")
        self.screen.check()

    def _chip(self) -> str:
        return next(each for each in self.screen.able() if each.startswith("return:"))

    def _box(self, key: str) -> tuple[float, float, float, float]:
        self.screen.middle(key)
        rect = self.screen.app.layers()[-1].rect_of(key)
        assert rect is not None
        return rect.x, rect.y, rect.w, rect.h
