"""The parts of the replay: the board with both sides' cards, the talk, what was found.

Only lays out; a frame's words and places come from `present`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.issue_track import BAR, GOOD
from negosim.gui.drawings.replay_board import ReplayBoard
from negosim.gui.painter import Painter, Rect
from negosim.gui.scenes.chip import chip
from negosim.gui.scenes.explaining import show_rules
from negosim.gui.theme import (
    BODY,
    CINNABAR_TINT,
    GOLD_TEXT,
    GOLD_TINT,
    MUTED,
    SMALL,
    SMALL_STRONG,
    THEM_TEXT,
    THEM_TINT,
    TITLE,
    US_TEXT,
    US_TINT,
    WELL,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Drawing,
    Flow,
    Icon,
    Kind,
    Label,
    Pad,
    Row,
    Widget,
)
from negosim.language.typography import capital
from negosim.present.replay_lanes import Lane, lanes
from negosim.present.replaying import Judged, Saying, Shown, sayings, shown
from negosim.present.tracks import Settled

if TYPE_CHECKING:
    from negosim.gui.scenes.replay import ReplayScene
    from negosim.gui.ui import Ui

EARLIER = 5
"""How many frames of talk stand above the one shown."""


def board(ui: Ui, scene: ReplayScene) -> Widget:
    """The lanes, and what each side's last word would bring both."""
    words = ui.words("replay")
    found = _shown(ui, scene)
    other = scene.seen.side.other.word
    return Card(
        Flow(
            Label(words.text("page.issues"), style=TITLE),
            Label(words.text("lane.good"), style=SMALL, colour=US_TEXT, wrap=False),
            Label(words.text(f"lane.bad_{other}"), style=SMALL, colour=THEM_TEXT, wrap=False),
            Row(
                Drawing(_paint_zone, width=22, height=SMALL.line, least=22),
                Label(words.text("lane.zone"), style=SMALL, colour=MUTED, wrap=False),
                gap=6,
            ),
            gap=16,
            line_gap=2,
        ),
        _board(ui, scene),
        Flow(
            *(
                Label(sentence, style=SMALL_STRONG, colour=colour)
                for sentence, colour in zip(found.standing, (US_TEXT, THEM_TEXT), strict=False)
            ),
            gap=24,
            line_gap=2,
        )
        if found.standing
        else None,
        gap=8,
    )


def _paint_zone(p: Painter, rect: Rect) -> None:
    p.rect(Rect(rect.x, rect.centery - BAR / 2, rect.w, BAR), GOOD, BAR / 2)


def _board(ui: Ui, scene: ReplayScene) -> Widget:
    state = scene.frames[scene.at].state
    before = scene.frames[scene.at - 1].state if scene.at else None
    found: tuple[Lane, ...] = scene.once(
        f"lanes-{scene.at}", lambda: lanes(scene.seen, state, ui.lang, before=before)
    )
    words = ui.words("replay")
    ends = {
        settled: "" if settled is Settled.OPEN else words.text(f"lane.{settled.value}")
        for settled in Settled
    }
    return ReplayBoard(found, ends)


def said_card(ui: Ui, scene: ReplayScene, *, earlier: bool = True) -> Widget:
    """What was said in this frame, and below it what was said just before."""
    words = ui.words("replay")
    found = _shown(ui, scene)
    begin = max(0, scene.at - EARLIER) if earlier else scene.at
    before = [
        _bubble(ui, scene, saying, faint=True)
        for place in range(begin, scene.at)
        for saying in _sayings(ui, scene, place)
    ]
    head = Flow(
        Label(found.title, style=TITLE),
        Label(found.when, style=SMALL, colour=MUTED) if found.when else None,
        chip(found.mark, GOLD_TEXT, GOLD_TINT) if found.mark else None,
        chip(words.text("mark.moment"), US_TEXT, US_TINT) if scene.is_moment() else None,
        gap=10,
        line_gap=4,
    )
    return Card(
        head,
        *(_bubble(ui, scene, saying, faint=False) for saying in found.sayings),
        Label(found.next, style=SMALL, colour=MUTED) if found.next else None,
        Label(words.text("page.earlier"), style=SMALL_STRONG, colour=MUTED) if before else None,
        *reversed(before),
        gap=8,
    )


def found_card(ui: Ui, scene: ReplayScene) -> Widget:
    """The rulings of the frame, each with its help."""
    words = ui.words("replay")
    found = _shown(ui, scene)
    rows = [_ruling(ui, scene, each, number) for number, each in enumerate(found.judged)]
    quiet = Label(words.text("page.quiet"), style=SMALL, colour=MUTED)
    return Card(*(rows or [quiet]), title=words.text("page.found"), gap=6)


# -- the talk --------------------------------------------------------------------------------


def _bubble(ui: Ui, scene: ReplayScene, saying: Saying, *, faint: bool) -> Widget:
    """What a side said on its own ground; what happened, without one."""
    style = SMALL if faint else BODY
    if saying.by is None or not saying.aloud:
        return Box(
            Label(capital(saying.text), style=SMALL, colour=GOLD_TEXT),
            fill=None if faint else GOLD_TINT,
            radius=10,
            padding=4 if faint else 8,
        )
    ours = saying.by is scene.seen.side
    bubble = Box(
        Label(saying.who, style=SMALL_STRONG, colour=US_TEXT if ours else THEM_TEXT),
        Label(saying.text, style=style),
        fill=US_TINT if ours else THEM_TINT,
        radius=10,
        padding=9,
        gap=2,
    )
    indent = 28.0
    return Pad(bubble, left=indent if ours else 0, right=0 if ours else indent)


def _shown(ui: Ui, scene: ReplayScene) -> Shown:
    return scene.once(
        f"shown-{scene.at}", lambda: shown(scene.seen, scene.frames, scene.at, ui.lang)
    )


def _sayings(ui: Ui, scene: ReplayScene, place: int) -> tuple[Saying, ...]:
    return scene.once(f"said-{place}", lambda: sayings(scene.seen, scene.frames[place], ui.lang))


# -- what was found --------------------------------------------------------------------------


def _ruling(ui: Ui, scene: ReplayScene, each: Judged, number: int) -> Widget:
    """Whose, kept or not, the sentence, and the rule behind it."""
    words = ui.words("replay")
    ours = each.side is scene.seen.side
    return Box(
        Row(
            Icon("check" if each.kept else "close", size=15, colour=_shade(each)),
            Label(
                words.text(f"lane.{'ours' if ours else f'theirs_{each.side.word}'}"),
                style=SMALL_STRONG,
                colour=US_TEXT if ours else THEM_TEXT,
                wrap=False,
            ),
            Label(each.text, style=SMALL, grow=1),
            Button(
                each.rule,
                lambda: show_rules(scene.app, (each.rule,)),
                key=f"rule-{number}",
                kind=Kind.TINY,
                tip=words.text("rule.explain", rule=each.rule),
            ),
            gap=8,
        ),
        fill=WELL if each.kept else CINNABAR_TINT,
        radius=10,
        padding=7,
    )


def _shade(each: Judged) -> str:
    return US_TEXT if each.kept else THEM_TEXT
