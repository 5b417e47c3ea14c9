"""The real window: opens it, hands its events and the time to the app, shows what was painted.

The only file that touches the display. Everything else works on any surface.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from time import monotonic

import pygame

from negosim.gui.app import App
from negosim.gui.artwork import icon_source, picture_source
from negosim.gui.scene import Scene
from negosim.gui.sound import Sound
from negosim.gui.startup import NoWindow
from negosim.gui.theme import DESIGN_HEIGHT, DESIGN_WIDTH
from negosim.gui.trace import tracer
from negosim.gui.typesetter import missing_fonts
from negosim.gui.voice import Voice
from negosim.language.catalogue import catalogue
from negosim.present.settings import Settings
from negosim.solo.games import Games

IDLE_MS = 60
"""How long to wait for an event where nothing moves."""
MOVING_MS = 8
NO_WINDOWS = ("offscreen", "dummy")
RESIZED_MS = 120
"""Repaint this long after the last change of size: dragging a border stays smooth."""


def run_window(
    home: Callable[[App], Scene],
    begin: Callable[[App], None],
    *,
    settings: Settings,
    games: Games,
) -> None:
    """Open the window and stay until it is closed. Raises `NoWindow`.

    `home` makes the title, to which a closed game leads too; `begin` may go on from there.
    """
    surface = _opened()
    begun = monotonic()
    sounds = Sound()
    app = App(
        surface,
        settings=settings,
        games=games,
        sounds=sounds,
        voice=Voice(),
        trace=tracer(),
    )
    sounds.told = lambda why: app.toast(
        catalogue("window", app.lang).text("window.silent", why=why)
    )
    app.set_home(home)
    try:
        app.go_home()
        begin(app)
        if missing_fonts():
            app.toast(catalogue("window", app.lang).text("window.fonts"))
        _loop(app, begun)
    finally:
        pygame.quit()


def _opened() -> pygame.Surface:
    try:
        pygame.display.init()
        pygame.font.init()
        desktop = pygame.display.get_desktop_sizes()[0]
        scale = min(desktop[0] * 0.9 / DESIGN_WIDTH, desktop[1] * 0.85 / DESIGN_HEIGHT)
        scale = min(max(scale, 0.8), 1.5)
        size = (round(DESIGN_WIDTH * scale), round(DESIGN_HEIGHT * scale))
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    except pygame.error as error:
        raise NoWindow(str(error)) from None
    if pygame.display.get_driver() in NO_WINDOWS:
        # SDL falls back to drawing where nobody looks; or was told to.
        pygame.quit()
        raise NoWindow("no display")
    pygame.display.set_caption("negosim")
    _set_icon()
    pygame.key.set_repeat(350, 40)
    return surface


def _set_icon() -> None:
    try:
        source = picture_source("logo")
    except KeyError:
        source = icon_source("offer")
    pygame.display.set_icon(pygame.image.load_sized_svg(BytesIO(source.encode("utf-8")), (64, 64)))


def _loop(app: App, begun: float) -> None:
    resized_at: float | None = None
    while app.running:
        wait = MOVING_MS if app.is_moving or resized_at is not None else IDLE_MS
        event = pygame.event.wait(wait)
        for each in ([event] if event.type != pygame.NOEVENT else []) + pygame.event.get():
            if each.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED):
                resized_at = monotonic()
            elif each.type == pygame.WINDOWEXPOSED:
                app.repaint()
            app.handle(each)
        now = monotonic()
        if resized_at is not None and (now - resized_at) * 1000 >= RESIZED_MS:
            resized_at = None
            surface = pygame.display.get_surface()
            assert surface is not None, "a window keeps its surface"
            app.resize(surface)
        changed = app.frame(int((now - begun) * 1000))
        if changed:
            pygame.display.update(changed)
