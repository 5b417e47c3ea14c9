"""The first page with figures: contract and points, one thing done well, two moments, their cards.

No faults, letters or ranks here: those stand in the tabs. Only lays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negosim.gui.drawings.products import cell_size, lattice_size, paint_product
from negosim.gui.scenes.chip import chip
from negosim.gui.scenes.debrief_cards import cards_card
from negosim.gui.theme import (
    GOLD_TEXT,
    GOLD_TINT,
    GUTTER,
    HERO,
    INK,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    THEM_TEXT,
    TITLE,
    US_TEXT,
    US_TINT,
    VALUE,
    WELL,
)
from negosim.gui.widgets import (
    Box,
    Button,
    Card,
    Column,
    Drawing,
    Flow,
    Icon,
    Kind,
    Label,
    Row,
    Rule,
    Table,
    Widget,
)
from negosim.language.typography import capital
from negosim.present.debrief import Line, Product, Result, points_text, result
from negosim.present.debrief_before import felt_text
from negosim.present.debrief_moment import Moment
from negosim.present.debrief_moments import moments
from negosim.present.debrief_praise import Praise, praise

if TYPE_CHECKING:
    from negosim.gui.painter import Painter, Rect
    from negosim.gui.scenes.debrief import DebriefScene
    from negosim.gui.ui import Ui

ONE_COLUMN = 900.0
LATTICE_HIGH = 40.0


def result_page(ui: Ui, scene: DebriefScene) -> Widget:
    """Left what came of it, right what to play again; below, their cards."""
    lang = ui.lang
    found = scene.once("result", lambda: result(scene.seen, lang))
    well = scene.once("praise", lambda: praise(scene.seen, lang))
    again = scene.once("moments", lambda: moments(scene.seen, lang))
    left = Column(_contract(ui, scene, found), _well(ui, scene, well), gap=GUTTER, grow=1.15)
    right = Column(*_moments(ui, scene, again), gap=GUTTER, grow=1)
    if ui.width < ONE_COLUMN:
        return Column(left, right, cards_card(ui, scene), gap=GUTTER)
    return Column(Row(left, right, gap=GUTTER, align="start"), cards_card(ui, scene), gap=GUTTER)


# -- contract and points ---------------------------------------------------------------


def _contract(ui: Ui, scene: DebriefScene, found: Result) -> Widget:
    words = ui.words("debrief_scene")
    felt = felt_text(scene.thought, ui.lang) if scene.thought is not None else ""
    benefits = None
    if found.benefits:
        listed = words.text("result.comma").join(found.benefits)
        benefits = Label(words.text("result.benefits", benefits=listed), style=SMALL, colour=MUTED)
    return Card(
        Row(
            _hero(ui, found),
            Column(
                Label(found.how, style=STRONG),
                Label(found.verdict, colour=MUTED, style=SMALL),
                _first(ui, scene, found),
                gap=1,
                grow=1,
            ),
            chip(words.text("result.felt", word=felt), INK, WELL) if felt else None,
            gap=16,
        ),
        Rule(),
        _lines(ui, scene, found),
        benefits,
        Label(found.table_note, style=SMALL, colour=GOLD_TEXT) if found.table_note else None,
        gap=10,
    )


def _hero(ui: Ui, found: Result) -> Widget:
    words = ui.words("debrief_scene")
    return Row(
        Label(str(found.points), style=HERO, colour=US_TEXT, wrap=False),
        Label(words.text("result.points"), style=SMALL, colour=US_TEXT, wrap=False),
        gap=6,
        align="end",
    )


def _first(ui: Ui, scene: DebriefScene, found: Result) -> Widget | None:
    """Beside the match that this one was played on from."""
    first = scene.first
    if first is None:
        return None
    words = ui.words("debrief_scene")
    more = found.points - first.points
    key = "more" if more > 0 else "less" if more < 0 else "same"
    change = words.text(f"result.before_{key}", points=points_text(abs(more), ui.lang))
    told = words.text("result.before_now", before=first.points, change=change)
    return Label(told, style=SMALL_STRONG, colour=US_TEXT if more >= 0 else THEM_TEXT)


def _lines(ui: Ui, scene: DebriefScene, found: Result) -> Widget:
    """Each issue with its value and both sides' arithmetic, drawn as areas."""
    words = ui.words("debrief_scene")
    other = words.text(f"result.{scene.seen.side.other.word}")
    heaviest = max(yard.weight for yards in scene.seen.found.scenario.yardsticks for yard in yards)
    cell = cell_size(heaviest, LATTICE_HIGH)
    rows: list[list[str | Widget]] = [
        [
            _issue(line),
            _arithmetic(ui, line.ours, ours=True, cell=cell),
            _arithmetic(ui, line.theirs, ours=False, cell=cell),
        ]
        for line in found.lines
    ]
    if found.signed:
        rows.append(
            [
                Label(words.text("result.total"), style=STRONG),
                _total(ui, found.points, found.par, US_TEXT),
                _total(ui, found.theirs, found.par_theirs, THEM_TEXT),
            ]
        )
    else:
        rows.append(
            [
                Label(words.text("result.no_deal"), style=STRONG),
                Label(str(found.walk_away), style=VALUE, colour=US_TEXT),
                Label(str(found.walk_away_theirs), style=VALUE, colour=THEM_TEXT),
            ]
        )
    head = words.text("result.contract" if found.signed else "result.table")
    return Table([head, words.text("result.ours"), other], rows, align="lll", gap=18)


def _issue(line: Line) -> Widget:
    return Row(
        Icon(line.icon, size=18, colour=MUTED),
        Column(
            Label(line.name, style=SMALL, colour=MUTED),
            Label(line.value or "–", style=STRONG),
            gap=0,
            grow=1,
        ),
        gap=10,
    )


def _arithmetic(ui: Ui, product: Product | None, *, ours: bool, cell: float) -> Widget:
    """The lattice, and beside it weight × level = points."""
    words = ui.words("debrief_scene")
    if product is None:
        return Label(words.text("result.none"), colour=MUTED)
    wide, high = lattice_size(product.weight, cell)

    def paint(p: Painter, rect: Rect) -> None:
        paint_product(p, rect, product.weight, product.level, ours=ours, cell=cell)

    text = words.text("result.product", weight=product.weight, level=product.level)
    colour = US_TEXT if ours else THEM_TEXT
    return Row(
        Drawing(paint, width=wide, height=high, least=wide),
        Label(text, style=SMALL, colour=MUTED, wrap=False, width=34),
        Label(str(product.points), style=STRONG, colour=colour, wrap=False),
        gap=10,
    )


def _total(ui: Ui, points: int, par: int, colour: str) -> Widget:
    words = ui.words("debrief_scene")
    return Flow(
        Label(str(points), style=VALUE, colour=colour, wrap=False),
        Label(words.text("result.hoped", par=par), style=SMALL, colour=MUTED, wrap=False),
        gap=10,
        line_gap=0,
    )


# -- one thing done well ---------------------------------------------------------------


def _well(ui: Ui, scene: DebriefScene, well: Praise) -> Widget:
    words = ui.words("debrief_scene")
    before = well.before
    see = None
    if before is not None:
        see = Button(
            words.text("page.look"),
            lambda: scene.look_at(before),
            key="see-well",
            kind=Kind.TINY,
            icon="eye",
        )
    return Card(
        Row(
            Icon("star", size=18, colour=GOLD_TEXT),
            Label(words.text("result.well"), style=SMALL_STRONG, colour=GOLD_TEXT, grow=1),
            _move_number(ui, well.number),
            _worth(ui, "worth.won", well.worth, US_TEXT, US_TINT),
            see,
            gap=10,
        ),
        Label(well.text, style=STRONG),
        _quote(well.said, US_TINT) if well.said else None,
        fill="#fdf6e3",
        gap=8,
    )


# -- two moments ------------------------------------------------------------------------


def _moments(ui: Ui, scene: DebriefScene, found: tuple[Moment, ...]) -> list[Widget]:
    words = ui.words("debrief_scene")
    if not found:
        return [Card(Label(words.text("result.moments_none"), colour=MUTED))]
    key = "result.moments" if len(found) > 1 else "result.moment_one"
    head = Row(
        Icon("replay", size=18, colour=INK), Label(words.text(key), style=TITLE, grow=1), gap=8
    )
    return [head, *(_moment(ui, scene, moment) for moment in found)]


def _moment(ui: Ui, scene: DebriefScene, moment: Moment) -> Widget:
    words = ui.words("debrief_scene")
    return Card(
        Flow(
            Label(moment.title, style=TITLE),
            _move_number(ui, moment.number),
            _worth(ui, "worth.left", moment.worth, GOLD_TEXT, GOLD_TINT),
            gap=10,
            line_gap=4,
        ),
        _quote(moment.said, US_TINT),
        Label(moment.told),
        Row(
            Icon("lamp", size=16, colour=GOLD_TEXT),
            Label(moment.advice, style=SMALL_STRONG, colour=GOLD_TEXT, grow=1),
            gap=6,
        ),
        Flow(
            Button(
                words.text("page.from_here"),
                lambda: scene.play_from(moment.before),
                key=f"from-{moment.before}",
                kind=Kind.TINY,
                icon="play",
                why_not="" if scene.found.log is not None else words.text("page.gone"),
            ),
            Button(
                words.text("page.look"),
                lambda: scene.look_at(moment.before),
                key=f"see-{moment.before}",
                kind=Kind.TINY,
                icon="eye",
            ),
            gap=8,
        ),
        gap=9,
    )


def _move_number(ui: Ui, number: int | None) -> Widget | None:
    if number is None:
        return None
    text = ui.words("debrief_scene").text("page.move", number=number)
    return Label(text, style=SMALL, colour=MUTED, wrap=False)


def _worth(ui: Ui, key: str, worth: int | None, colour: str, fill: str) -> Widget | None:
    if worth is None:
        return None
    points = points_text(worth, ui.lang)
    return chip(ui.words("debrief_scene").text(key, points=points), colour, fill)


def _quote(text: str, fill: str) -> Widget:
    return Box(Label(capital(text), style=SMALL), fill=fill, radius=10, padding=9)
