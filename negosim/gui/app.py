"""The window without its window: scenes, layers, input and painting on any surface.

Events, time and settings are handed in, so that scenes are tested without a display.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from negosim.gui.layer import Build, Layer
from negosim.gui.outlets import Clipboard, Mute, Silence, Sounds, Speaker
from negosim.gui.overlays import Ground, Toast, lay_veil
from negosim.gui.painter import Painter
from negosim.gui.scene import Scene
from negosim.gui.theme import DESIGN_HEIGHT, DESIGN_WIDTH, LEAST_UNIT
from negosim.gui.typesetter import Typesetter
from negosim.gui.widgets.text_field import TextField
from negosim.gui.widgets.widget import presses
from negosim.language.catalogue import catalogue
from negosim.present.settings import Settings
from negosim.solo.games import Games

SOUND_KEY = "s"
"""The one key that turns sound off and on, in every scene."""
LEAST_WIDTH, LEAST_HEIGHT = 640.0, 360.0
"""The logical window that any zoom leaves: what 200 % makes of 1280 by 720."""


class App:
    """Holds the scenes and paints them. Sizes in pixels; logical units inside."""

    def __init__(
        self,
        surface: pygame.Surface,
        *,
        settings: Settings,
        games: Games,
        sounds: Sounds | None = None,
        voice: Speaker | None = None,
        trace: Callable[..., None] | None = None,
    ) -> None:
        """`trace(what, **data)` is told of scene changes and committed text."""
        self.surface = surface
        self.settings = settings
        self.games = games
        self.now_ms = 0
        self.by_keys = False
        self.running = True
        self.typesetter = Typesetter(self._unit())
        self._sounds = sounds or Silence()
        self.voice: Speaker = voice or Mute()
        self._trace = trace or (lambda what, **data: None)
        self._scenes: list[Scene] = []
        self._layers: list[Layer] = []
        self._ground = Ground()
        self._stale = True
        self._dirty = True
        self._touched: list[str] = []
        self._moving = False
        self._toast = Toast()
        self._clipboard = Clipboard()
        self._home: Callable[[App], Scene] | None = None
        self._closers: list[Callable[[], None]] = []

    # -- scenes --------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        return self._scenes[-1]

    @property
    def lang(self) -> str:
        return self.settings.lang

    def go(self, scene: Scene) -> None:
        """Show a scene in place of all others."""
        self._commit_composed()
        for each in reversed(self._scenes):
            each.left()
        self._scenes = []
        self.push(scene)

    def push(self, scene: Scene) -> None:
        """Show a scene over the present one, which comes back afterwards."""
        self._commit_composed()
        self._scenes.append(scene)
        self._show()

    def back(self) -> None:
        """The scene below, if there is one."""
        if len(self._scenes) > 1:
            self._commit_composed()
            self._scenes.pop().left()
            self._show()

    def set_home(self, home: Callable[[App], Scene]) -> None:
        """What makes the scene to which a closed game leads."""
        self._home = home

    def go_home(self) -> None:
        """The title."""
        if self._home is not None:
            self.go(self._home(self))

    def below(self) -> bool:
        """Whether Esc leads anywhere."""
        return len(self._scenes) > 1

    def at_quit(self, close: Callable[[], None]) -> None:
        """Have this called when the window closes, after the scenes have kept what they hold."""
        self._closers.append(close)

    def quit(self) -> None:
        """Close the window; every scene may keep what it holds first."""
        self._commit_composed()
        for each in reversed(self._scenes):
            each.closing()
        for close in self._closers:
            close()
        self._closers.clear()
        self.voice.hush()
        self.running = False

    def _show(self) -> None:
        scene = self.scene
        self._layers = [Layer(self, scene.build, dialog=False)]
        self._trace("scene", name=scene.name)
        scene.entered()
        self.focus_changed()
        self.refresh()

    # -- layers, toasts, sounds ------------------------------------------------------------

    def open(self, build: Build) -> None:
        """A dialog or list above the scene; Esc closes it. It takes all input while it is open."""
        self._commit_composed()
        self._layers.append(Layer(self, build, dialog=True))
        self.refresh()

    def close(self) -> None:
        """The topmost dialog."""
        if len(self._layers) > 1:
            self._commit_composed()
            self._layers.pop()
            self.focus_changed()
            self.refresh()

    @property
    def has_dialog(self) -> bool:
        return len(self._layers) > 1

    def toast(self, text: str) -> None:
        """A sentence at the lower edge for a few seconds; two of one moment are both told."""
        self._toast.say(text, self.now_ms)
        self.repaint()

    def sound(self, name: str) -> None:
        if self.settings.sound:
            self._sounds.play(name)

    def speak(self, text: str) -> None:
        """Read a line aloud, where that is set and there is a voice."""
        if self.settings.voice:
            self.voice.say(text, self.lang)

    def copy(self, text: str) -> None:
        """Put text on the clipboard; without one it is kept within the window."""
        self._clipboard.put(text)

    def pasted(self) -> str:
        """What is on the clipboard, as text."""
        return self._clipboard.get()

    # -- what has changed --------------------------------------------------------------------

    def refresh(self) -> None:
        """Something a scene shows has changed: build it anew before the next frame."""
        self._stale = True

    def repaint(self) -> None:
        """The same widgets look different."""
        self._dirty = True

    def touch(self, key: str) -> None:
        """Only the widget of that key looks different, such as a clock."""
        self._touched.append(key)

    def moving(self) -> None:
        """Something is in motion: paint another frame."""
        self._moving = True

    @property
    def is_moving(self) -> bool:
        return self._moving

    def resize(self, surface: pygame.Surface) -> None:
        """The window has another surface now."""
        self.surface = surface
        self.refresh()

    def focus_changed(self) -> None:
        """Open or close the input method for what has the focus now."""
        self.repaint()
        if not pygame.display.get_init():
            return
        field = self._top.focused() if self._layers else None
        if isinstance(field, TextField):
            pygame.key.start_text_input()
            self._place_input_method(field)
        else:
            pygame.key.stop_text_input()

    def _place_input_method(self, field: TextField) -> None:
        rect = field.caret_rect(self._top.ui)
        u = self.typesetter.unit
        pygame.key.set_text_input_rect(
            pygame.Rect(round(rect.x * u), round(rect.y * u), 2, round(rect.h * u))
        )

    # -- input -----------------------------------------------------------------------------

    @property
    def _top(self) -> Layer:
        return self._layers[-1]

    def handle(self, event: pygame.event.Event) -> None:
        """One pygame event. What needs a display's state is read from the event alone."""
        if self._stale:
            self._rebuild()
        u = self.typesetter.unit
        match event.type:
            case pygame.QUIT:
                self.quit()
            case pygame.KEYDOWN:
                self.by_keys = True
                self._key(event)
                self.refresh()
            case pygame.TEXTINPUT | pygame.TEXTEDITING:
                field = self._top.focused()
                if isinstance(field, TextField):
                    if event.type == pygame.TEXTINPUT:
                        field.typed(self._top.ui, event.text)
                        self._trace("text", text=event.text)
                    else:
                        field.composes(self._top.ui, event.text)
                    self.refresh()
            case pygame.MOUSEMOTION:
                x, y = event.pos[0] / u, event.pos[1] / u
                self._top.pointer_at(x, y)
                if event.buttons and event.buttons[0]:
                    self._top.pointer_move(x, y)
                    self.refresh()
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.by_keys = False
                self._commit_composed()
                self._top.pointer_down(event.pos[0] / u, event.pos[1] / u)
                self.refresh()
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self._top.pointer_up(event.pos[0] / u, event.pos[1] / u)
                self.refresh()
            case pygame.MOUSEWHEEL:
                x, y = self._pointer
                self._top.wheel(x / u, y / u, event.y)
            case pygame.WINDOWFOCUSLOST:
                self._commit_composed()
            case pygame.DROPFILE:
                self.scene.dropped(str(Path(event.file)))
                self.refresh()
        if hasattr(event, "pos"):
            self._pointer = event.pos

    _pointer: tuple[float, float] = (0.0, 0.0)

    def _key(self, event: pygame.event.Event) -> None:
        layer = self._top
        if layer.key(event):
            return
        if presses(event) == "esc":
            if isinstance(layer.focused(), TextField) and not layer.dialog:
                layer.focus(None)
            elif self.has_dialog:
                self.close()
            else:
                self.scene.leave()
            return
        if self.has_dialog or self.scene.key(event):
            return
        if presses(event) == SOUND_KEY and not isinstance(layer.focused(), TextField):
            self.settings.change(sound=not self.settings.sound)
            key = "sound.on" if self.settings.sound else "sound.off"
            self.toast(catalogue("window", self.lang).text(key))

    def _commit_composed(self) -> None:
        """What was being composed when the focus went is kept as if it had been typed."""
        field = self._top.focused() if self._layers else None
        if isinstance(field, TextField):
            state = self._top.ui.editing(field.key, len(field.value))
            if state.composing:
                field.typed(self._top.ui, state.composing)
                self.refresh()

    # -- frames ----------------------------------------------------------------------------

    def frame(self, now_ms: int) -> list[pygame.Rect]:
        """Let time pass and paint what has changed; the pixels that did, none when nothing did."""
        self.now_ms = now_ms
        self.scene.tick(now_ms)
        if note := self.settings.note(self.lang):
            self.toast(note)
        if self._toast.is_gone(now_ms):
            self._dirty = True
        if self._moving:
            self._dirty = True
        self._moving = False
        if self._stale:
            self._rebuild()
        if self._dirty:
            self._touched.clear()
            self._dirty = False
            self.paint()
            return [self.surface.get_rect()]
        return self._paint_touched()

    def paint(self, labels: Painter | None = None) -> None:
        """Everything, from the paper up."""
        painter = labels or Painter(self.surface, self.typesetter)
        self._ground.lay(self.surface)
        for number, layer in enumerate(self._layers):
            painter.layer = number
            if layer.dialog:
                lay_veil(self.surface)
                if layer.root is not None:
                    painter.shadow(layer.root.rect, 14)
            layer.paint(painter)
        painter.layer = len(self._layers)
        self._top.paint_tip(painter)
        self._toast.paint(painter, self._top.ui)

    def unit(self) -> float:
        """Device pixels of a logical unit."""
        return self.typesetter.unit

    def layers(self) -> tuple[Layer, ...]:
        """From the scene up; the last takes the input."""
        return tuple(self._layers)

    def _unit(self) -> float:
        width, height = self.surface.get_size()
        fitting = min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)
        wanted = max(LEAST_UNIT, fitting) * self.settings.zoom
        # In a small window the zoom gives way before the controls have no room.
        most = min(width / LEAST_WIDTH, height / LEAST_HEIGHT)
        return min(wanted, max(LEAST_UNIT, most))

    def _rebuild(self) -> None:
        unit = self._unit()
        if unit != self.typesetter.unit:
            self.typesetter = Typesetter(unit)
        width, height = self.surface.get_width() / unit, self.surface.get_height() / unit
        # Building may change things that ask for another build; once more is enough.
        for _ in range(2):
            self._stale = False
            for layer in list(self._layers):
                layer.rebuild(width, height)
            if not self._stale:
                break
        self._stale = False
        self._dirty = True
        field = self._top.focused()
        if isinstance(field, TextField) and pygame.display.get_init():
            self._place_input_method(field)

    def _paint_touched(self) -> list[pygame.Rect]:
        if not self._touched:
            return []
        painter = Painter(self.surface, self.typesetter)
        out = []
        for key in dict.fromkeys(self._touched):
            rect = self._layers[0].rect_of(key)
            if rect is None or self.has_dialog:
                continue
            area = painter.pixel_rect(rect.inflate(4, 4)).clip(self.surface.get_rect())
            self.surface.set_clip(area)
            self.paint(painter)
            self.surface.set_clip(None)
            out.append(area)
        self._touched.clear()
        return out
