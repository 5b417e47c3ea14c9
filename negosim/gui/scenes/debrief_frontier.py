"""The tab with the plane of possible contracts, and what the signed one made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.frontier_plane import CLOUD, PlaneWords, nearest, paint_plane
from negosim.gui.painter import Rect
from negosim.gui.theme import (
    GOLD,
    GOLD_TEXT,
    GUTTER,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    US,
)
from negosim.gui.widgets import (
    Card,
    Column,
    Drawing,
    Flow,
    Label,
    Row,
    Stepper,
    Widget,
)
from negosim.present.debrief_frontier import Plot, facts, plot

if TYPE_CHECKING:
    from negosim.gui.painter import Painter
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

SIDE_BY_SIDE = 900.0
HIGH, LOW = 430.0, 330.0


def frontier_page(ui: Ui, scene: DebriefScene) -> Widget:
    """The picture, and beside or below it the way along the frontier and the figures."""
    found: Plot = scene.once("plot", lambda: plot(scene.seen, ui.lang))
    told: tuple[str, ...] = scene.once("facts", lambda: facts(scene.seen, ui.lang))
    picture = Card(_picture(ui, scene, found), _legend(ui, found), gap=8, grow=1.25)
    beside = Column(
        _along(ui, scene, found) if found.frontier else None,
        Card(
            Label(told[0], style=STRONG) if told else None,
            *(Label(sentence, style=SMALL) for sentence in told[1:]),
            gap=6,
        ),
        gap=GUTTER,
        grow=1,
    )
    if ui.width < SIDE_BY_SIDE:
        return Column(picture, beside, gap=GUTTER)
    return Row(picture, beside, gap=GUTTER, align="start")


def _picture(ui: Ui, scene: DebriefScene, found: Plot) -> Widget:
    words = ui.words("debrief_scene")
    titles = PlaneWords(
        ours=words.text("frontier.ours"),
        theirs=words.text(f"frontier.{scene.seen.side.other.word}"),
        here=words.text("frontier.here"),
    )
    place = _place(scene, found)
    box = Rect(0, 0, 0, 0)

    def paint(p: Painter, rect: Rect) -> None:
        box.update(rect)
        paint_plane(p, rect, found, titles, place)

    def press(x: float, y: float) -> None:
        near = nearest(found, box, x, y)
        if near is not None:
            _walk_to(scene, near)

    return Drawing(paint, height=LOW if ui.short else HIGH, least=300, on_press=press, key="plane")


def _place(scene: DebriefScene, found: Plot) -> int:
    return found.start if scene.dot is None else scene.dot


def _walk_to(scene: DebriefScene, place: int) -> None:
    scene.dot = place
    scene.app.refresh()


def _along(ui: Ui, scene: DebriefScene, found: Plot) -> Widget:
    """The frontier contract by contract, with the keys or by pointing at it."""
    words = ui.words("debrief_scene")
    place = _place(scene, found)
    dot = found.frontier[place]
    notes = []
    if dot.nash:
        notes.append(words.text("frontier.nash"))
    if dot.egalitarian:
        notes.append(words.text("frontier.egalitarian"))
    if (dot.ours, dot.theirs) == found.here:
        notes.append(words.text("frontier.same_pair"))
    return Card(
        Label(words.text("frontier.walk"), style=SMALL_STRONG, colour=MUTED),
        Stepper(
            f"{dot.ours} / {dot.theirs}",
            lambda: _walk_to(scene, place - 1),
            lambda: _walk_to(scene, place + 1),
            key="along",
            less=place > 0,
            more=place + 1 < len(found.frontier),
        ),
        Label(
            words.text("frontier.pair", ours=dot.ours, theirs=dot.theirs),
            style=SMALL,
            colour=MUTED,
            align="center",
        ),
        Label(dot.terms, style=STRONG),
        *(Label(note, style=SMALL, colour=GOLD_TEXT) for note in notes),
        gap=8,
    )


def _legend(ui: Ui, found: Plot) -> Widget:
    words = ui.words("debrief_scene")
    entries = [("frontier", INK), ("reference", GOLD), ("par", GOLD_TEXT), ("away", MUTED)]
    if found.cloud:
        entries.append(("cloud", CLOUD))
    if found.here is not None:
        entries.insert(0, ("here", US))
    return Flow(
        *(
            Row(
                _sign(name, colour),
                Label(words.text(f"frontier.legend_{name}"), style=SMALL, wrap=False),
                gap=6,
            )
            for name, colour in entries
        ),
        gap=16,
        line_gap=4,
    )


def _sign(name: str, colour: str) -> Widget:
    def paint(p: Painter, rect: Rect) -> None:
        x, y = rect.centerx, rect.centery
        if name == "reference":
            p.diamond(x, y, 7, GOLD_TEXT)
            p.diamond(x, y, 4.5, colour)
        elif name == "par":
            p.line((rect.x, y), (rect.x + 6, y), colour)
            p.line((rect.right - 6, y), (rect.right, y), colour)
        elif name == "away":
            p.line((rect.x, y), (rect.right, y), colour, 1.5)
        else:
            p.circle(x, y, {"here": 7, "frontier": 4, "cloud": 2.5}[name], colour)

    return Drawing(paint, width=18, height=16, least=18)
