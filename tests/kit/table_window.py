"""The table in a window where a line of notation leaves it, and what tests ask of it."""

from __future__ import annotations

from pathlib import Path

from mid_match import Window, sitting

from negosim.catalog import load
from negosim.engine.common import Setup
from negosim.engine.events import Event
from negosim.engine.opening import solo_setup
from negosim.engine.scenario import Scenario
from negosim.engine.sides import Side
from negosim.engine.words import Level
from negosim.gui.scenes.table import TableScene
from negosim.gui.scenes.table_desk import TableDesk

THIRD = load("third-vendor")
OPENED = "c offer price=170 payment=30 service=m36 delivery=30"
TALKED = (
    f"{OPENED}; v ask open; c answer issue price; v offer price=290 for payment=75;"
    " c offer price=200 delivery=30 for payment=60"
)
PRICE, PAYMENT, SERVICE, DELIVERY = range(4)
TWO = f"{OPENED}; v notyet; c offer price=180 delivery=30 for payment=60"
STATES = {
    "my turn": TALKED,
    "an open question": f"{OPENED}; v notyet; c ask exclusion price payment",
    "what we expect": f"{OPENED}; v notyet; c ask expectation price payment",
    "their turn": f"{OPENED}; v offer price=290 for payment=75",
    "lines to confirm": "c offer delivery=60; v accept; c write",
    "agreed, unwritten": "c offer delivery=60; v accept; c notyet",
    "two packages": f"{TWO} or price=170 delivery=45 for payment=60",
}


def at_table(
    folder: Path,
    lines: str = TALKED,
    scenario: Scenario = THIRD,
    *,
    side: Side = Side.VENDOR,
    level: Level = Level.GUIDED,
    setup: Setup | None = None,
    size: tuple[int, int] = (1280, 720),
    zoom: float = 1.0,
    lang: str = "en",
) -> Window:
    setup = setup or solo_setup(scenario, level=level, scripted=(side.other,))
    sat = sitting(lines, scenario, folder=folder, side=side, setup=setup, lang=lang)
    return Window(sat, {"table": TableScene}, size=size, zoom=zoom, lang=lang)


def desk_of(window: Window) -> TableDesk:
    scene = window.screen.scene
    assert isinstance(scene, TableScene)
    return scene.desk


def stops(window: Window) -> list[str]:
    """The keys of everything that can have the focus."""
    return window.screen.keys()


def mark(window: Window, *issues: int) -> None:
    for issue in issues:
        window.screen.click(f"track-{issue}")


def last(window: Window) -> Event:
    """The last event of our own stream."""
    return window.playing.heard[-1].event
