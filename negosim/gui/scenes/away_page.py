"""The page of a break laid out for any window: head, corridor, tabs, cards, the bar below.

What stands in it is the scene's and `present.away`'s. Source: look.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.boardroom import OUR_PORTRAITS
from negosim.gui.scenes.away_cards import (
    break_card,
    insider_cards,
    news_card,
    notes_card,
    waiting_card,
)
from negosim.gui.scenes.away_director import director_card
from negosim.gui.scenes.away_strip import AwayStrip
from negosim.gui.scenes.lesson_card import Guide
from negosim.gui.scenes.masthead import (
    language_button,
    leave_button,
    masthead,
    privacy_button,
    rules_button,
)
from negosim.gui.scenes.notices import covered
from negosim.gui.scenes.preparation_steps import steps_page
from negosim.gui.scenes.table_room import SEAT, Bubble, Pill
from negosim.gui.scenes.talks_clock import talks_clock
from negosim.gui.theme import BODY, GUTTER, INK, MARGIN, MUTED, TITLE, US, US_TEXT, US_TINT, WHITE
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Icon,
    Kind,
    Label,
    Pad,
    Row,
    Scroll,
    Space,
    Tabs,
    Widget,
)
from negosim.present.away import (
    BreakPage,
    Stance,
    Tab,
    decision_maker,
    executives,
    executives_in,
    is_alone,
)
from negosim.present.lesson_sight import Hand
from negosim.present.stepping_out import end_talks

if TYPE_CHECKING:
    from negosim.gui.scenes.away import AwayScene
    from negosim.gui.ui import Ui

SIDE_WIDTH, BAR = 340.0, Scroll.BAR
TALL = 860.0
"""Logical height from which there is room for the corridor over a concession sheet."""
TOPICS = ("R35", "R36", "R38", "R24")
"""The rules that breaks are about."""
_AT_PHONE, _AT_WINDOW, _AT_DOOR = 0.74, 0.5, 0.27
"""Where in the corridor somebody stands."""


def away_page(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget:
    """The whole window."""
    if scene.playing.hidden:
        return Column(_head(ui, scene, page), covered(ui), gap=0)
    guide = _guide(ui, scene)
    strip = guide.strip()
    main = Column(_tabs(ui, scene, page), *_cards(ui, scene, page), Space(grow=1), gap=12)
    side = Column(break_card(ui, page), Space(grow=1))
    top = _top(ui, scene, page)
    # The bars of what scrolls lie in the margin, so that all cards end on one line.
    if ui.narrow:
        inner = Column(strip, top, main, side, gap=GUTTER)
        body: Widget = Scroll(
            Pad(inner, left=MARGIN, right=MARGIN - BAR, top=GUTTER, bottom=GUTTER), key="page"
        )
    else:
        columns = Row(
            Scroll(Pad(main, right=4, bottom=16), key="main"),
            Scroll(Pad(side, bottom=16), key="side", grow=0, width=SIDE_WIDTH + BAR),
            gap=GUTTER - 10,
            align="stretch",
            grow=1,
        )
        above = [Pad(each, right=BAR) for each in (strip, top) if each is not None]
        body = Pad(
            Column(*above, columns, gap=GUTTER),
            left=MARGIN,
            right=MARGIN - BAR,
            top=GUTTER,
            grow=1,
        )
    return guide.over(Column(_head(ui, scene, page), body, _bar(ui, scene, page), gap=0))


def _guide(ui: Ui, scene: AwayScene) -> Guide:
    """The lesson of a first game: what the director has been asked so far."""
    request, view = scene.request, scene.view
    hand = Hand(
        scene=scene.name,
        asks_director=request.move(view, ui.lang) is not None,
        returns=bool(request.exchange(view, ui.lang)),
    )
    return Guide(ui, scene.playing, hand)


def _head(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget:
    return masthead(
        ui,
        page.title,
        scene.view.brief.words.title.in_(ui.lang),
        *talks_clock(ui, scene.playing),
        rules_button(ui, TOPICS),
        privacy_button(ui, scene.playing),
        language_button(ui),
        leave_button(ui, scene.leave),
    )


def _tabs(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget | None:
    """What there is to do outside; while the others are out there is one page alone."""
    tabs = scene.tabs(page)
    if len(tabs) == 1:
        return None
    words = ui.words("away")
    first = {Stance.GAIN_TIME: "news.title", Stance.PROBE: "card.title"}
    names = {
        Tab.MAIN: words.text(first.get(page.stance, "page.director")),
        Tab.PLAN: words.text("page.plan"),
        Tab.NOTES: words.text("page.notes"),
    }
    return Tabs([(tab, names[tab]) for tab in tabs], scene.shown_tab(page), scene.show, key="tabs")


def _cards(ui: Ui, scene: AwayScene, page: BreakPage) -> tuple[Widget, ...]:
    """The open page. Where there is little to do the notes lie beside it at once."""
    notes = Card(notes_card(ui, scene))
    match scene.shown_tab(page):
        case Tab.PLAN:
            if scene.draft.numeric():
                return (steps_page(ui, scene),)
            return (Card(Label(ui.words("away").text("plan.none"), style=BODY)),)
        case Tab.NOTES:
            return (notes,)
        case Tab.MAIN:
            if page.stance.meets_director:
                return (Card(director_card(ui, scene)),)
            if page.stance is Stance.PROBE:
                return (insider_cards(ui, page), notes)
            if page.stance is Stance.GAIN_TIME:
                return (Card(news_card(ui, page)), notes)
            return (Card(waiting_card(ui, page)), notes)


def _top(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget | None:
    """The corridor, unless the window is low or a concession sheet needs the room."""
    if ui.short:
        return _spoken(ui, scene, page)
    if scene.shown_tab(page) is Tab.PLAN and ui.height < TALL:
        return None
    return _strip(ui, scene, page)


def _strip(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget:
    """The corridor, where the director speaks or one stands alone; the room while they are out."""
    if page.stance.meets_director:
        said = scene.voice(ui.lang)
        return AwayStrip(
            person="director",
            plate=Pill(_director_name(ui, scene), US, WHITE, border=WHITE),
            bubble=Bubble(said, ours=True, number=hash(said)),
            stands=_AT_DOOR,
        )
    if not page.stance.is_out:
        return AwayStrip(person=OUR_PORTRAITS[scene.playing.side], stands=SEAT, indoors=True)
    stands = _AT_PHONE if page.stance is Stance.PROBE else _AT_WINDOW
    return AwayStrip(person=OUR_PORTRAITS[scene.playing.side], stands=stands)


def _spoken(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget | None:
    """In a low window there is no corridor: the director's words stand on a plain ground."""
    if not page.stance.meets_director:
        return None
    return Box(
        Row(
            Icon("person", size=20, colour=US_TEXT),
            Label(scene.voice(ui.lang), style=BODY, colour=INK, grow=1),
            gap=10,
        ),
        fill=US_TINT,
        radius=10,
        padding=10,
    )


def _director_name(ui: Ui, scene: AwayScene) -> str:
    words = ui.words("away")
    if is_alone(scene.view):
        return words.text("who.director")
    return words.text("who.decision", name=decision_maker(scene.view))


def _bar(ui: Ui, scene: AwayScene, page: BreakPage) -> Widget:
    """Back to the table first; to end the talks stands apart at the far right (look.md)."""
    words, view = ui.words("away"), scene.view
    end = Button(
        end_talks(view, ui.lang).label, scene.open_end, key="end", kind=Kind.CINNABAR, icon="flag"
    )
    if not page.stance.is_out:
        waits = Row(
            Icon("clock", colour=MUTED), Label(words.text("buttons.wait"), style=TITLE), gap=9
        )
        return _padded(ui, Row(waits, Space(grow=1), end, gap=GUTTER))
    back = Button(
        words.text("buttons.back"),
        scene.go_back,
        key="back-to-table",
        # With a request made up, asking is what comes next.
        kind=Kind.PLAIN if scene.is_asking(page) else Kind.FILLED,
        icon="back",
        hotkey="enter",
    )
    called = executives(view, ui.lang)
    call = Button(
        called.label,
        scene.open_executives,
        key="executives",
        icon="people",
        why_not=called.why_not,
    )
    shown = [back] if executives_in(view) else [back, call]
    return _padded(ui, Row(*shown, Space(grow=1), end, gap=GUTTER))


def _padded(ui: Ui, row: Widget) -> Widget:
    around = 8 if ui.short else 14
    return Pad(row, left=MARGIN, right=MARGIN, top=8, bottom=around)
